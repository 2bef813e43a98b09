/// The clock of a dossier.
public struct DossierClock: Codable, Hashable, Sendable {
    public var acceptedAt: Instant?
    public var dueAt: Instant?
    public var amount: Int
    public var unit: AmountUnit
    public var pauses: [Pause]
    public var explanation: [String]
    /// The same sentences in English, where there are any.
    public var explanationEn: [String]?
    /// Its day has passed; also while it stands, where it had passed before.
    public var overdue: Bool
    /// How many working days have begun since then, those not counted that it has stood. Nil where it is not overdue.
    public var overdueDays: Int?
    /// How much of the term is used up, pauses left out; over 100 when it has run out. Nil before acceptance.
    public var usedPercent: Int?
    /// The highest of 50, 80 and 100 that was reached while the clock runs or is paused; nil below.
    public var warning: Int?
    /// How often a supplement was asked for. More than once counts as overdue in the national figures (QĐ 766).
    public var supplementRequests: Int?
    /// The new due date of an extension.
    public var extendedTo: Instant?

    public init(
        acceptedAt: Instant? = nil, dueAt: Instant? = nil, amount: Int, unit: AmountUnit, pauses: [Pause],
        explanation: [String], explanationEn: [String]? = nil, overdue: Bool, overdueDays: Int? = nil,
        usedPercent: Int? = nil, warning: Int? = nil, supplementRequests: Int? = nil,
        extendedTo: Instant? = nil
    ) {
        self.acceptedAt = acceptedAt
        self.dueAt = dueAt
        self.amount = amount
        self.unit = unit
        self.pauses = pauses
        self.explanation = explanation
        self.explanationEn = explanationEn
        self.overdue = overdue
        self.overdueDays = overdueDays
        self.usedPercent = usedPercent
        self.warning = warning
        self.supplementRequests = supplementRequests
        self.extendedTo = extendedTo
    }
}
