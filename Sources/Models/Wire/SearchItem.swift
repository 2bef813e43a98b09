/// A dossier in a search or an inbox.
public struct SearchItem: Codable, Hashable, Sendable, Identifiable {
    public var id: ID
    public var code: String
    public var procedureName: String
    /// Whole or masked, by the reader's role.
    public var applicantName: String
    public var status: Int
    public var statusName: String
    public var stepName: String
    public var unitName: String
    public var acceptedAt: Instant?
    public var dueAt: Instant?
    public var overdue: Bool
    /// Why a search found it; nil in an inbox.
    public var matched: SearchMatch?

    public init(
        id: ID, code: String, procedureName: String, applicantName: String, status: Int, statusName: String,
        stepName: String, unitName: String, acceptedAt: Instant? = nil, dueAt: Instant? = nil, overdue: Bool,
        matched: SearchMatch? = nil
    ) {
        self.id = id
        self.code = code
        self.procedureName = procedureName
        self.applicantName = applicantName
        self.status = status
        self.statusName = statusName
        self.stepName = stepName
        self.unitName = unitName
        self.acceptedAt = acceptedAt
        self.dueAt = dueAt
        self.overdue = overdue
        self.matched = matched
    }
}
