import Forms

/// One option of a radio group or a group of checkboxes.
public struct Choice: Hashable, Sendable {
    public var value: String
    public var label: SafeText

    public init(value: String, label: SafeText) {
        self.value = value
        self.label = label
    }

    public init(_ option: Option, _ language: Language) {
        self.init(value: option.value, label: SafeText(option.label.text(language)))
    }

    /// The place of the choice that a typed character means: 1…9, or the first letter of its label.
    static func index(typed text: String, in choices: [Choice]) -> Int? {
        if let number = Int(text), choices.indices.contains(number - 1) { return number - 1 }
        let wanted = TextFold.fold(text)
        guard !wanted.isEmpty else { return nil }
        return choices.firstIndex { TextFold.fold($0.label.string).hasPrefix(wanted) }
    }
}
