import Forms
import TUI
import TUITesting
import Testing

@testable import desk

/// The entries of the program's own screens that are no forms.
@Suite("Entries that are no forms")
struct EntryLimitTests {
    private func bells(_ driver: TestDriver) -> Int {
        driver.requests.count { if case .bell = $0 { true } else { false } }
    }

    /// The box of the look-up is no text field: what is pasted into it by mistake is kept and told.
    @Test("TF-2 in commands and the search for a procedure the 256th character is refused and heard")
    func limits() async {
        let fixture = Fixture()
        let command = fixture.driver(CommandScreen(desk: fixture.desk))
        let picker = await fixture.intake(page: 2)
        for driver in [command, picker] {
            driver.press("ctrl-u").paste(String(repeating: "a", count: 255))
            let before = bells(driver)
            driver.type("b").expectText("Ô này dài nhất 255 ký tự; ký tự vừa gõ không được nhận.")
            #expect(bells(driver) == before + 1)
            driver.press("backspace").expectNoText("Ô này dài nhất 255 ký tự")
        }
    }
}
