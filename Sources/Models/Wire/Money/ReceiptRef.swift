/// A receipt by what stands on it.
public struct ReceiptRef: Codable, Hashable, Sendable, Identifiable {
    public var id: ID
    public var symbol: String
    public var number: Int

    public init(
        id: ID, symbol: String, number: Int
    ) {
        self.id = id
        self.symbol = symbol
        self.number = number
    }
}
