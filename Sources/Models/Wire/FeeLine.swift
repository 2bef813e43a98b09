/// One fee of a quote.
public struct FeeLine: Codable, Hashable, Sendable {
    public var feeCode: String
    public var name: String
    public var kind: FeeKind
    /// How many were charged (pages, where the fee is by page).
    public var quantity: Int
    /// In đồng, for the line.
    public var amount: Int
    public var basis: String
    /// Why less than the whole is charged.
    public var exemptionText: String?

    public init(
        feeCode: String, name: String, kind: FeeKind, quantity: Int, amount: Int, basis: String,
        exemptionText: String? = nil
    ) {
        self.feeCode = feeCode
        self.name = name
        self.kind = kind
        self.quantity = quantity
        self.amount = amount
        self.basis = basis
        self.exemptionText = exemptionText
    }
}
