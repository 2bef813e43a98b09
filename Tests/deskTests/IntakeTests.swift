import APIClient
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

@Suite("Intake")
struct IntakeTests {
    /// The way of a returning citizen from home to the code, in keys.
    ///
    /// The card, the name of the procedure and what the declaration asks are data; everything else is counted.
    @Test("A returning citizen's dossier costs at most 25 keystrokes beyond the data")
    func keystrokes() async {
        let fixture = await Fixture().logIn()
        let driver = fixture.driver(HomeScreen(desk: fixture.desk))
        await driver.waitIdle()
        var strokes = 0
        func press(_ keys: String...) async {
            for key in keys {
                driver.press(key)
                strokes += 1
                await driver.waitIdle()
            }
        }
        await press("n")
        driver.scan(FixtureData.card)
        await driver.waitIdle()
        await press("alt-d", "pagedown")
        // The few letters of the procedure count too.
        for letter in ["t", "r", "i", "c", "h"] { await press(letter) }
        await press("enter", "ctrl-a", "pagedown", "pagedown", "f10", "f10")
        driver.expectText("ĐÃ TIẾP NHẬN HỒ SƠ")
        driver.expectText("H 2 6 . 1 . 5 - 2 6 1 1 2 3 - 0 0 1 2")
        #expect(strokes <= 25, "\(strokes) keystrokes")
        #expect(fixture.transport.effects.count == 1)
    }
}
