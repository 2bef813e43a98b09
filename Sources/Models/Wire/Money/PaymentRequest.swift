/// Takes what a dossier's applicant pays, or asks for it.
public struct PaymentRequest: Codable, Hashable, Sendable {
    public var dossier: ID
    public var method: PaymentMethod
    /// In đồng, at most what is owed.
    public var amount: Int
    /// What was handed over in cash; the answer says what goes back.
    public var tendered: Int?
    /// Whose drawer; the officer's that was opened last where absent.
    public var desk: String?
    /// Whom the receipt names; the applicant where absent.
    public var payerName: String?
    public var payerAddress: String?

    public init(
        dossier: ID, method: PaymentMethod, amount: Int, tendered: Int? = nil, desk: String? = nil,
        payerName: String? = nil, payerAddress: String? = nil
    ) {
        self.dossier = dossier
        self.method = method
        self.amount = amount
        self.tendered = tendered
        self.desk = desk
        self.payerName = payerName
        self.payerAddress = payerAddress
    }
}
