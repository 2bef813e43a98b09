/// What was counted, before anybody said what should be there.
public struct CashCount: Codable, Hashable, Sendable {
    /// By note: "500000" to 3.
    public var counts: [String: Int]

    public init(
        counts: [String: Int]
    ) {
        self.counts = counts
    }

    /// The notes and coins that a drawer may hold, in đồng.
    public static let notes = [
        500_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200,
    ]
    /// More of one note than a drawer holds is a slip of the finger.
    public static let mostNotes = 100_000

    /// What the notes come to.
    public var total: Int {
        counts.reduce(0) { $0 + (Int($1.key) ?? 0) * $1.value }
    }
}
