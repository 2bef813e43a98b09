/// Money for a dossier: taken, or asked for.
public struct Payment: Codable, Hashable, Sendable, Identifiable {
    public var id: ID
    public var dossier: ID
    public var dossierCode: String
    public var unit: UnitRef
    public var method: PaymentMethod
    public var state: PaymentState
    public var amount: Int
    public var refunded: Int
    public var lines: [PaymentLine]
    /// Who took or asked for it; nil for the platform.
    public var officer: OfficerRef?
    /// The drawer that it went into.
    public var session: ID?
    public var createdAt: Instant
    public var paidAt: Instant?
    public var tendered: Int?
    /// What goes back to who handed over more.
    public var change: Int?
    /// What the code of a transfer holds.
    public var vietqr: String?
    /// Whom a transfer pays.
    public var beneficiary: Beneficiary?
    /// The platform's code of the payment (MaTraCuuTT).
    public var lookupCode: String?
    /// The bank's or platform's number of it.
    public var reference: String?
    /// Nil until it is paid, and where a series was used up.
    public var receipt: ReceiptRef?
    public var refunds: [PaymentRefund]
    /// Why it failed or was given up.
    public var note: String?

    public init(
        id: ID, dossier: ID, dossierCode: String, unit: UnitRef, method: PaymentMethod, state: PaymentState,
        amount: Int, refunded: Int, lines: [PaymentLine], officer: OfficerRef? = nil, session: ID? = nil,
        createdAt: Instant, paidAt: Instant? = nil, tendered: Int? = nil, change: Int? = nil,
        vietqr: String? = nil, beneficiary: Beneficiary? = nil, lookupCode: String? = nil,
        reference: String? = nil, receipt: ReceiptRef? = nil, refunds: [PaymentRefund], note: String? = nil
    ) {
        self.id = id
        self.dossier = dossier
        self.dossierCode = dossierCode
        self.unit = unit
        self.method = method
        self.state = state
        self.amount = amount
        self.refunded = refunded
        self.lines = lines
        self.officer = officer
        self.session = session
        self.createdAt = createdAt
        self.paidAt = paidAt
        self.tendered = tendered
        self.change = change
        self.vietqr = vietqr
        self.beneficiary = beneficiary
        self.lookupCode = lookupCode
        self.reference = reference
        self.receipt = receipt
        self.refunds = refunds
        self.note = note
    }
}
