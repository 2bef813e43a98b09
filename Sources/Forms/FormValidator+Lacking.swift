extension FormValidator {
    /// What an unfinished form still asks for: required fields in which nothing stands, and groups with too few rows. What
    /// stands there and is wrong is none of it.
    public func lacking(_ answers: Answers) -> [FieldPath] {
        check(answers).filter { $0.issue.isLacking }.map(\.path)
    }

    /// What a field or a group is called, in the words of the form.
    public func label(of path: FieldPath) -> Phrase {
        definition.name(of: path)
    }
}

extension FieldIssue {
    /// Whether nothing stands where something is required; all else that is wrong can't be put off.
    public var isLacking: Bool {
        severity == .error && ["required", "too_few_rows"].contains(code)
    }
}

extension FormDefinition {
    /// What a field or a list is called where it stands alone: by its label, and by its group too where another field has
    /// the same label, as the names of a mother and a father have.
    public func name(of path: FieldPath) -> Phrase {
        guard let label = field(path.field, group: path.group)?.label else {
            return groups.first { $0.id == path.field }?.title ?? Phrase(vi: path.field)
        }
        let named = groups.filter { group in group.fields.contains { $0.label == label } }
        let isTwice = named.reduce(0) { $0 + $1.fields.count { $0.label == label } } > 1
        guard isTwice, let group = named.first(where: { $0.fields.contains { $0.id == path.field } }) else {
            return label
        }
        return Phrase(
            "\(group.title.text(.vi)): \(label.text(.vi))", en: "\(group.title.text(.en)): \(label.text(.en))"
        )
    }
}
