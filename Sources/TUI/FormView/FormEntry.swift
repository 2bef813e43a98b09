import Forms

/// One field of a form as it is being filled in.
struct FormEntry: Sendable {
    /// Where the value came from, and so what may replace it.
    enum Origin: Hashable, Sendable {
        /// There is none, or the form's own first value.
        case initial
        /// By the officer; nothing replaces it unasked.
        case typed
        /// By the system, from this source: "thẻ", "hồ sơ trước".
        case filled(Phrase)
    }

    var editor: FieldEditor
    var origin: Origin = .initial
    /// What it was filled in with last; kept when the officer writes something else.
    var sourceValue: SourceValue?
    var isVisible = true
    var isRequired = false
    /// What is shown under the field.
    var issues: [FieldIssue] = []
    /// Where it was filled in from, for its mark.
    var source: Phrase? {
        if case .filled(let source) = origin { source } else { nil }
    }

    var hasError: Bool { issues.contains { $0.severity == .error } }
}

/// One row of a group; a group that does not repeat has exactly one.
struct FormRow: Sendable {
    /// Kept while other rows come and go.
    var id: Int
    var entries: [FormEntry]
}

/// A group of a form as it is being filled in.
struct FormGroupState: Sendable {
    var rows: [FormRow]
    var isVisible = true
    var nextRowID: Int
    /// What is wrong with the rows as a whole: too few of them.
    var issues: [FieldIssue] = []

    func row(id: Int) -> Int? { rows.firstIndex { $0.id == id } }
}
