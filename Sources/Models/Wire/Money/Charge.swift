/// What a dossier's applicant owes for one thing. Charges are only added: a change is one more, and may be negative.
public struct Charge: Codable, Hashable, Sendable, Identifiable {
    public var id: ID
    public var dossier: ID
    public var feeCode: String
    public var name: String
    public var kind: FeeKind
    /// In đồng.
    public var amount: Int
    /// The text of law.
    public var basis: String
    /// Whether it has to be paid before the work begins.
    public var collect: FeeCollection
    public var source: ChargeSource
    public var reason: String?
    public var at: Instant
    /// Nil for the system.
    public var officer: OfficerRef?

    public init(
        id: ID, dossier: ID, feeCode: String, name: String, kind: FeeKind, amount: Int, basis: String,
        collect: FeeCollection, source: ChargeSource, reason: String? = nil, at: Instant,
        officer: OfficerRef? = nil
    ) {
        self.id = id
        self.dossier = dossier
        self.feeCode = feeCode
        self.name = name
        self.kind = kind
        self.amount = amount
        self.basis = basis
        self.collect = collect
        self.source = source
        self.reason = reason
        self.at = at
        self.officer = officer
    }
}
