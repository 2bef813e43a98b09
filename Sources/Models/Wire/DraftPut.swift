import Forms

/// What a draft is stored with.
public struct DraftPut: Codable, Hashable, Sendable, Identifiable {
    public var id: ID
    public var kind: String
    public var title: String
    public var procedure: String?
    public var formId: String?
    public var formVersion: Int?
    public var content: JSONValue

    public init(
        id: ID, kind: String, title: String, procedure: String? = nil, formId: String? = nil,
        formVersion: Int? = nil, content: JSONValue
    ) {
        self.id = id
        self.kind = kind
        self.title = title
        self.procedure = procedure
        self.formId = formId
        self.formVersion = formVersion
        self.content = content
    }
}
