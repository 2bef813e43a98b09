import Forms

/// One data file with many rows of a kind.
struct DataList<Item: Codable & Sendable>: Codable, Sendable {
    /// The layout of the file, not the version of the data; 1 until the layout changes.
    var format: Int
    /// Goes up when the rows change.
    var version: Int
    /// Where the facts come from, and how far they can be trusted.
    var source: String
    /// From when the rows hold that say nothing of their own.
    var effectiveFrom: LocalDate?
    var items: [Item]
}
