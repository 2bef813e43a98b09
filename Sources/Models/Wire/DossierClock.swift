/// The clock of a dossier.
public struct DossierClock: Codable, Hashable, Sendable {
    public var acceptedAt: Instant?
    public var dueAt: Instant?
    public var amount: Int
    public var unit: AmountUnit
    public var pauses: [Pause]
    public var explanation: [String]
    public var overdue: Bool

    public init(
        acceptedAt: Instant? = nil, dueAt: Instant? = nil, amount: Int, unit: AmountUnit, pauses: [Pause],
        explanation: [String], overdue: Bool
    ) {
        self.acceptedAt = acceptedAt
        self.dueAt = dueAt
        self.amount = amount
        self.unit = unit
        self.pauses = pauses
        self.explanation = explanation
        self.overdue = overdue
    }
}
