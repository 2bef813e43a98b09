/// Numbers of receipts that a unit may use in a year.
public struct ReceiptSeries: Codable, Hashable, Sendable {
    public var year: Int
    public var template: String
    public var symbol: String
    public var first: Int
    /// At most 8 digits.
    public var last: Int
    /// The number that was given last; less than `first` where none was.
    public var used: Int

    public init(
        year: Int, template: String, symbol: String, first: Int, last: Int, used: Int
    ) {
        self.year = year
        self.template = template
        self.symbol = symbol
        self.first = first
        self.last = last
        self.used = used
    }
}
