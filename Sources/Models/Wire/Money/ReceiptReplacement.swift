/// What the receipt in place of another says.
public struct ReceiptReplacement: Codable, Hashable, Sendable {
    public var reason: String
    /// The same as before where absent.
    public var payerName: String?
    public var payerAddress: String?

    public init(
        reason: String, payerName: String? = nil, payerAddress: String? = nil
    ) {
        self.reason = reason
        self.payerName = payerName
        self.payerAddress = payerAddress
    }
}
