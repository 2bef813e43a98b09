/// One page (tab) of a form.
public struct FormPage: Codable, Hashable, Sendable, Identifiable {
    public var id: String
    public var title: Phrase
    public var groups: [FormGroup]
    public var visibleWhen: Expression?

    public init(id: String, title: Phrase, groups: [FormGroup], visibleWhen: Expression? = nil) {
        self.id = id
        self.title = title
        self.groups = groups
        self.visibleWhen = visibleWhen
    }
}
