/// Money that came in and belongs to no payment: somebody's work until it does, or goes back.
public struct UnmatchedPayment: Codable, Hashable, Sendable, Identifiable {
    public var id: ID
    public var unit: UnitRef?
    public var source: MoneySource
    public var reference: String
    public var amount: Int
    public var text: String
    public var reason: UnmatchedReason
    public var dossier: ID?
    public var dossierCode: String?
    public var at: Instant
    public var state: UnmatchedState
    public var payment: ID?
    public var note: String?
    public var resolvedBy: OfficerRef?
    public var resolvedAt: Instant?

    public init(
        id: ID, unit: UnitRef? = nil, source: MoneySource, reference: String, amount: Int, text: String,
        reason: UnmatchedReason, dossier: ID? = nil, dossierCode: String? = nil, at: Instant,
        state: UnmatchedState, payment: ID? = nil, note: String? = nil, resolvedBy: OfficerRef? = nil,
        resolvedAt: Instant? = nil
    ) {
        self.id = id
        self.unit = unit
        self.source = source
        self.reference = reference
        self.amount = amount
        self.text = text
        self.reason = reason
        self.dossier = dossier
        self.dossierCode = dossierCode
        self.at = at
        self.state = state
        self.payment = payment
        self.note = note
        self.resolvedBy = resolvedBy
        self.resolvedAt = resolvedAt
    }
}
