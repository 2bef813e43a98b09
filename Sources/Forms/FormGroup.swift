/// A labelled box of fields (eForm UX-1), which may repeat row by row.
///
/// The answers of a repeating group are the rows under the group's id.
public struct FormGroup: Hashable, Sendable, Identifiable {
    public var id: String
    public var title: Phrase
    public var help: Phrase?
    public var fields: [Field]
    public var visibleWhen: Expression?
    public var repeats: Repeats?

    public init(
        id: String, title: Phrase, help: Phrase? = nil, fields: [Field], visibleWhen: Expression? = nil,
        repeats: Repeats? = nil
    ) {
        self.id = id
        self.title = title
        self.help = help
        self.fields = fields
        self.visibleWhen = visibleWhen
        self.repeats = repeats
    }
}

extension FormGroup: Codable {}
