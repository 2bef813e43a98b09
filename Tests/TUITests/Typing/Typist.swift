@testable import TUI

/// Types keys through a composer as a text entry does, at the end of a text. `⌫` takes a character out.
struct Typist {
    var composer: Composer
    var text: [Character]

    init(_ method: InputMethod, _ tones: TonePlacement = .old, text: String = "") {
        composer = Composer(TypingOptions(method: method, tones: tones))
        self.text = Array(text)
    }

    mutating func type(_ keys: String) {
        for key in keys {
            if key == "⌫" {
                if !text.isEmpty { text.removeLast() }
                composer.forget()
                continue
            }
            apply(composer.type(key, after: text[...]))
        }
    }

    mutating func apply(_ change: Composition?) {
        guard let change else { return }
        text.removeLast(change.deleting)
        text += Array(change.inserting)
    }

    static func text(_ keys: String, _ method: InputMethod, _ tones: TonePlacement = .old) -> String {
        var typist = Typist(method, tones)
        typist.type(keys)
        return String(typist.text)
    }
}
