/// What the post handed over of what it collected for one shipment.
public struct CODSettlement: Codable, Hashable, Sendable {
    /// In đồng: what was to be collected, or it is refused.
    public var amount: Int
    /// The post's or the bank's number of the transfer.
    public var reference: String

    public init(amount: Int, reference: String) {
        self.amount = amount
        self.reference = reference
    }
}
