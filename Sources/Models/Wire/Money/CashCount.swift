/// What was counted, before anybody said what should be there.
public struct CashCount: Codable, Hashable, Sendable {
    /// By note: "500000" to 3.
    public var counts: [String: Int]

    public init(
        counts: [String: Int]
    ) {
        self.counts = counts
    }
}
