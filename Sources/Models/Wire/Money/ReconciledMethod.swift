/// What came in and went back by one way on a day.
public struct ReconciledMethod: Codable, Hashable, Sendable {
    public var method: PaymentMethod
    public var count: Int
    public var collected: Int
    public var refunded: Int
    /// What the bank or the platform says came in; nil for cash.
    public var confirmed: Int?

    public init(
        method: PaymentMethod, count: Int, collected: Int, refunded: Int, confirmed: Int? = nil
    ) {
        self.method = method
        self.count = count
        self.collected = collected
        self.refunded = refunded
        self.confirmed = confirmed
    }

    /// What is left of it.
    public var net: Int { collected - refunded }
}
