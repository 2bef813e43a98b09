/// One data file with one thing in it: a procedure or a process, and where its figures come from.
struct DataFile<Item: Codable & Sendable>: Codable, Sendable {
    /// The layout of the file, not the version of the data; 1 until the layout changes.
    var format: Int
    /// Where the facts come from, and how far they can be trusted.
    var source: String
    /// The figures that are training values.
    var notes: [DataNote]?
    var item: Item
}
