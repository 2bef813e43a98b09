import Forms

/// Lets one of several things be chosen, by its number or a few letters of it, accents aside.
public struct LineChoice: Sendable {
    /// What was chosen.
    public enum Outcome: Hashable, Sendable {
        case chosen(String)
        /// "<"
        case back
        /// "!"
        case stopped
        /// The input has ended.
        case ended
        /// A line that chooses nothing and is not empty.
        case other(String)
    }

    let console: any LineConsole
    let language: Language

    /// More than this many choices are not read out at once.
    public static let mostRead = 12

    public init(console: any LineConsole, language: Language) {
        self.console = console
        self.language = language
    }

    /// Asks until one is chosen. The first ones are read out at once, an empty line reads on.
    ///
    /// - Parameter takesOther: Hands a line that matches nothing back, unsaid.
    public func pick(
        _ prompt: SafeText, among items: PickItems, takesOther: Bool = false
    ) async -> Outcome {
        var next = 0
        func readOn() {
            let end = min(next + Self.mostRead, items.items.count)
            read(Array(next..<end), of: items)
            next = end
            if next < items.items.count { say(ToolkitStrings.Lines.readOn(items.items.count - next)) }
        }
        readOn()
        while true {
            guard let line = await console.ask(prompt + ": ") else { return .ended }
            let word = line.trimmed
            switch word {
            case "": if next < items.items.count { readOn() }
            case "<": return .back
            case "!": return .stopped
            case "?":
                say(ToolkitStrings.Lines.pickHelp)
                next = 0
                readOn()
            default:
                if let value = value(word, among: items, isSilent: takesOther) { return .chosen(value) }
                if takesOther, items.matches(word).isEmpty { return .other(line) }
            }
        }
    }

    /// Reads out what can be chosen, or how many there are.
    func read(_ items: PickItems) {
        if items.items.count > Self.mostRead {
            say(ToolkitStrings.Lines.many(items.items.count))
        } else {
            read(Array(items.items.indices), of: items)
        }
    }

    /// What a number or a few letters choose; nil where that is none or several, which is said.
    func value(_ text: String, among items: PickItems, isSilent: Bool = false) -> String? {
        if let number = Int(text), items.items.indices.contains(number - 1) {
            return chosen(number - 1, by: text, of: items)
        }
        if let exact = items.index(of: text) { return items.items[exact].value }
        let matches = items.matches(text)
        let folded = TextFold.fold(text)
        if let exact = matches.first(where: { TextFold.fold(items.items[$0].label.string) == folded }) {
            return items.items[exact].value
        }
        switch matches.count {
        case 0: if !isSilent { say(ToolkitStrings.Lines.nothing(text)) }
        case 1: return chosen(matches[0], by: text, of: items)
        default:
            say(ToolkitStrings.Lines.several(matches.count))
            read(Array(matches.prefix(Self.mostRead)), of: items)
            if matches.count > Self.mostRead { say(ToolkitStrings.Lines.many(matches.count)) }
        }
        return nil
    }

    /// Reads back what a number or a few letters have chosen; a name that was typed whole is known.
    private func chosen(_ index: Int, by text: String, of items: PickItems) -> String {
        let item = items.items[index]
        if TextFold.fold(item.label.string) != TextFold.fold(text) {
            console.say(SafeText(ToolkitStrings.Lines.chosen.text(language) + ": ") + item.label)
        }
        return item.value
    }

    private func read(_ indices: [Int], of items: PickItems) {
        for index in indices { console.say(SafeText("\(index + 1). ") + items.items[index].label) }
    }

    private func say(_ phrase: Phrase) { console.say(SafeText(phrase.text(language))) }
}
