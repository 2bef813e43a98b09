import Forms

/// An act begun and not yet done, as the server keeps it.
public struct Draft: Codable, Hashable, Sendable, Identifiable {
    public var id: ID
    /// `intake` or `call`.
    public var kind: String
    public var title: String
    public var procedure: String?
    public var formId: String?
    public var formVersion: Int?
    public var content: JSONValue
    /// SHA-256 of the files that it refers to.
    public var files: [String]?
    public var updatedAt: Instant
    public var expiresAt: Instant

    public init(
        id: ID, kind: String, title: String, procedure: String? = nil, formId: String? = nil,
        formVersion: Int? = nil, content: JSONValue, files: [String]? = nil, updatedAt: Instant,
        expiresAt: Instant
    ) {
        self.id = id
        self.kind = kind
        self.title = title
        self.procedure = procedure
        self.formId = formId
        self.formVersion = formVersion
        self.content = content
        self.files = files
        self.updatedAt = updatedAt
        self.expiresAt = expiresAt
    }
}
