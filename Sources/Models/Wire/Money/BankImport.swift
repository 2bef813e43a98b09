/// A bank's file as it was taken in.
public struct BankImport: Codable, Hashable, Sendable {
    public var lines: Int
    public var matched: Int
    public var known: Int
    public var unmatched: Int
    public var broken: Int
    /// Of the lines that are not broken and not known.
    public var amount: Int
    public var items: [BankLine]

    public init(
        lines: Int, matched: Int, known: Int, unmatched: Int, broken: Int, amount: Int, items: [BankLine]
    ) {
        self.lines = lines
        self.matched = matched
        self.known = known
        self.unmatched = unmatched
        self.broken = broken
        self.amount = amount
        self.items = items
    }
}
