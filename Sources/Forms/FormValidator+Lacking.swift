extension FormValidator {
    /// What an unfinished form still asks for: required fields in which nothing stands, and groups with too few rows. What
    /// stands there and is wrong is none of it.
    public func lacking(_ answers: Answers) -> [FieldPath] {
        check(answers).filter { $0.issue.isLacking }.map(\.path)
    }

    /// What a field or a group is called, in the words of the form.
    public func label(of path: FieldPath) -> Phrase {
        let field = definition.field(path.field, group: path.group)?.label
        return field ?? definition.groups.first { $0.id == path.field }?.title ?? Phrase(vi: path.field)
    }
}

extension FieldIssue {
    /// Whether nothing stands where something is required; all else that is wrong can't be put off.
    public var isLacking: Bool {
        severity == .error && ["required", "too_few_rows"].contains(code)
    }
}
