/// What was issued of a series on a day.
public struct ReceiptSummaryRow: Codable, Hashable, Sendable {
    public var template: String
    public var symbol: String
    public var first: Int
    public var last: Int
    public var issued: Int
    public var voided: Int
    public var phi: Int
    public var lePhi: Int
    public var amount: Int

    public init(
        template: String, symbol: String, first: Int, last: Int, issued: Int, voided: Int, phi: Int,
        lePhi: Int, amount: Int
    ) {
        self.template = template
        self.symbol = symbol
        self.first = first
        self.last = last
        self.issued = issued
        self.voided = voided
        self.phi = phi
        self.lePhi = lePhi
        self.amount = amount
    }
}
