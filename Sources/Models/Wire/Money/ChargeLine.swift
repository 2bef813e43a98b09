/// A charge that an officer adds.
public struct ChargeLine: Codable, Hashable, Sendable {
    public var feeCode: String
    public var name: String
    public var kind: FeeKind
    /// In đồng, above 0.
    public var amount: Int
    /// The text of law.
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
