/// Opens a drawer.
public struct CashSessionOpening: Codable, Hashable, Sendable {
    public var desk: String
    /// What is in it, by note: "500000" to 3. Nothing where empty.
    public var counts: [String: Int]

    public init(
        desk: String, counts: [String: Int]
    ) {
        self.desk = desk
        self.counts = counts
    }
}
