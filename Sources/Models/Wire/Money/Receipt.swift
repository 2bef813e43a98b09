/// A receipt for fees (biên lai), a legal document: issued with the payment, never changed, never deleted.
public struct Receipt: Codable, Hashable, Sendable, Identifiable {
    public var id: ID
    public var unit: UnitRef
    /// "01BLP0-001" or what the tax authority gave.
    public var template: String
    public var symbol: String
    public var year: Int
    /// From 1 in every year, without gaps; at most 8 digits.
    public var number: Int
    public var state: ReceiptState
    public var payment: ID
    public var dossier: ID
    public var dossierCode: String
    public var procedureName: String
    public var payerName: String
    public var payerAddress: String?
    public var method: PaymentMethod
    public var lines: [PaymentLine]
    public var total: Int
    /// The total in words.
    public var words: String
    public var issuedAt: Instant
    /// Nil where the system issued it by itself.
    public var officer: OfficerRef?
    public var replaces: ReceiptRef?
    public var replacedBy: ReceiptRef?
    public var voidedAt: Instant?
    public var voidedBy: OfficerRef?
    public var voidReason: String?
    /// How often it was printed.
    public var prints: Int
    /// Covers the receipt and that before it in its series.
    public var hash: String
    public var previousHash: String

    public init(
        id: ID, unit: UnitRef, template: String, symbol: String, year: Int, number: Int, state: ReceiptState,
        payment: ID, dossier: ID, dossierCode: String, procedureName: String, payerName: String,
        payerAddress: String? = nil, method: PaymentMethod, lines: [PaymentLine], total: Int, words: String,
        issuedAt: Instant, officer: OfficerRef? = nil, replaces: ReceiptRef? = nil,
        replacedBy: ReceiptRef? = nil, voidedAt: Instant? = nil, voidedBy: OfficerRef? = nil,
        voidReason: String? = nil, prints: Int, hash: String, previousHash: String
    ) {
        self.id = id
        self.unit = unit
        self.template = template
        self.symbol = symbol
        self.year = year
        self.number = number
        self.state = state
        self.payment = payment
        self.dossier = dossier
        self.dossierCode = dossierCode
        self.procedureName = procedureName
        self.payerName = payerName
        self.payerAddress = payerAddress
        self.method = method
        self.lines = lines
        self.total = total
        self.words = words
        self.issuedAt = issuedAt
        self.officer = officer
        self.replaces = replaces
        self.replacedBy = replacedBy
        self.voidedAt = voidedAt
        self.voidedBy = voidedBy
        self.voidReason = voidReason
        self.prints = prints
        self.hash = hash
        self.previousHash = previousHash
    }
}
