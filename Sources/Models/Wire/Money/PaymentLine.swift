/// What a payment was for, as its receipt says it.
public struct PaymentLine: Codable, Hashable, Sendable {
    public var feeCode: String
    public var name: String
    public var kind: FeeKind
    /// In đồng.
    public var amount: Int
    public var basis: String

    public init(
        feeCode: String, name: String, kind: FeeKind, amount: Int, basis: String
    ) {
        self.feeCode = feeCode
        self.name = name
        self.kind = kind
        self.amount = amount
        self.basis = basis
    }
}
