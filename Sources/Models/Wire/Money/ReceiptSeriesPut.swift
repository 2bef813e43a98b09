/// Numbers of receipts for a year.
public struct ReceiptSeriesPut: Codable, Hashable, Sendable {
    public var year: Int
    public var template: String
    public var symbol: String
    public var first: Int
    public var last: Int

    public init(
        year: Int, template: String, symbol: String, first: Int, last: Int
    ) {
        self.year = year
        self.template = template
        self.symbol = symbol
        self.first = first
        self.last = last
    }
}
