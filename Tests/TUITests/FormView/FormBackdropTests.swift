import Forms
import TUITesting
import Testing

@testable import TUI

@Suite struct FormBackdropTests {
    /// What a hand does on the two pages of the form: fields that come and go, rows, errors that appear and are mended,
    /// undoing.
    private static let acts =
        """
        0 0 1 ctrl-u tab space tab f10 f8 a n tab f10 shift-tab right tab down left pgdn insert b tab tab 5 0 tab \
        ctrl-d alt-z f8 pgup f9 alt-p f10 alt-z
        """.split(separator: " ").map(String.init)

    private func act(_ name: String, on state: inout FormState) {
        if name.count == 1 { state.type(name) } else { state.press(name) }
    }

    @Test func aFormThatIsDrawnAtEveryKeyShowsWhatOneShowsThatIsDrawnForTheFirstTime() {
        var kept = FormFixture.state()
        _ = kept.drawn()
        for count in 1...Self.acts.count {
            let acts = Self.acts[..<count]
            act(acts[count - 1], on: &kept)
            var fresh = FormFixture.state()
            for name in acts { act(name, on: &fresh) }
            #expect(kept.drawn() == fresh.drawn(), "after \(acts.joined(separator: " "))")
            #expect(kept.drawn(60, 9) == fresh.drawn(60, 9), "after \(acts.joined(separator: " "))")
        }
    }

    @Test func twoCopiesOfAFormAreNotMixedUp() {
        var one = FormFixture.state()
        _ = one.drawn()
        var other = one
        other.press("f10")
        one.type("0")
        let errors = other.drawn()
        #expect(errors.text().contains("!"))
        #expect(!one.drawn().text().contains("!"))
        #expect(other.drawn() == errors)
    }

    @Test func theLanguageOfTheScreenIsThatOfTheWords() {
        let state = FormFixture.state([
            Field(id: "ten", label: Phrase("Họ và tên", en: "Name"), kind: .text(TextRule()))
        ])
        #expect(state.drawn(language: .vi).text().contains("Họ và tên"))
        #expect(state.drawn(language: .en).text().contains("Name"))
        #expect(state.drawn(language: .vi).text().contains("Họ và tên"))
    }
}
