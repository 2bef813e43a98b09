import Forms

extension FormDefinition {
    /// A form of the desk's own with one page and one group, all called alike.
    init(id: String, title: Phrase, fields: [Field], rules: [FormRule] = []) {
        let name = id.split(separator: "-").dropFirst().joined(separator: "_")
        self.init(
            id: id, version: 1, title: title,
            pages: [
                FormPage(
                    id: name, title: title, groups: [FormGroup(id: name, title: title, fields: fields)])
            ], rules: rules)
    }
}
