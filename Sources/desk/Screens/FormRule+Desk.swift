import Forms

/// Rules between fields of desk's own forms (eForm VA-1): what can't be meant is said at the field, and not sent.
extension FormRule {
    /// - Parameter source: As forms write it. A rule that can't be read is none; a test proves that all of them can.
    init?(_ id: String, _ source: String, at field: String, _ message: Phrase, hint: Phrase? = nil) {
        guard let holds = try? Expression(parsing: source) else { return nil }
        self.init(id: id, holds: holds, field: field, message: message, hint: hint)
    }

    /// A last day that is not before the first.
    static func period(_ from: String, _ to: String) -> [FormRule] {
        [FormRule("period", "\(from) <= \(to)", at: to, Strings.Common.backwards)].compactMap(\.self)
    }
}
