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
    /// SHA-256 of the files that the draft refers to: they are kept as long as it is, and read through it.
    public var files: [String]?

    public init(
        id: ID, kind: String, title: String, procedure: String? = nil, formId: String? = nil,
        formVersion: Int? = nil, content: JSONValue, files: [String]? = nil
    ) {
        self.id = id
        self.kind = kind
        self.title = title
        self.procedure = procedure
        self.formId = formId
        self.formVersion = formVersion
        self.content = content
        self.files = files
    }
}
