/// A dossier in a line.
public struct DossierBrief: Codable, Hashable, Sendable, Identifiable {
    public var id: ID
    public var code: String
    public var procedureName: String
    /// National status, 1 … 10.
    public var status: Int
    public var statusName: String
    public var acceptedAt: Instant?
    public var dueAt: Instant?
    /// Whether it is still being worked on.
    public var open: Bool

    public init(
        id: ID, code: String, procedureName: String, status: Int, statusName: String,
        acceptedAt: Instant? = nil, dueAt: Instant? = nil, open: Bool
    ) {
        self.id = id
        self.code = code
        self.procedureName = procedureName
        self.status = status
        self.statusName = statusName
        self.acceptedAt = acceptedAt
        self.dueAt = dueAt
        self.open = open
    }
}
