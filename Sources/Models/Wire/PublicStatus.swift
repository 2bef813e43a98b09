/// What anybody is told of a dossier who knows its code and the four characters on its slip: where it is and when
/// it is due, and nothing of a person.
public struct PublicStatus: Codable, Hashable, Sendable {
    public var code: String
    public var procedureName: String
    /// The national status, 1 … 10 (Decision 766).
    public var status: Int
    public var statusName: String
    /// The unit that took it in, where the citizen asks and fetches.
    public var unitName: String
    public var acceptedAt: Instant?
    /// The appointment; nil while no term runs.
    public var dueAt: Instant?
    public var overdue: Bool

    public init(
        code: String, procedureName: String, status: Int, statusName: String, unitName: String,
        acceptedAt: Instant?, dueAt: Instant?, overdue: Bool
    ) {
        self.code = code
        self.procedureName = procedureName
        self.status = status
        self.statusName = statusName
        self.unitName = unitName
        self.acceptedAt = acceptedAt
        self.dueAt = dueAt
        self.overdue = overdue
    }
}
