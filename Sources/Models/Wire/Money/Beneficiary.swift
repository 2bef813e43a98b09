/// An account that fees are paid to.
public struct Beneficiary: Codable, Hashable, Sendable {
    /// The bank's six digits (BIN).
    public var bank: String
    public var account: String
    public var name: String

    public init(
        bank: String, account: String, name: String
    ) {
        self.bank = bank
        self.account = account
        self.name = name
    }
}
