/// What each page costs from one page number to another, both counted.
public struct FeeTier: Codable, Hashable, Sendable {
    public var from: Int
    public var to: Int?
    public var amount: Int

    public init(from: Int, to: Int? = nil, amount: Int) {
        self.from = from
        self.to = to
        self.amount = amount
    }
}
