/// What a reader must know of one figure of a data file: most often that it is a training value.
struct DataNote: Codable, Hashable, Sendable {
    /// A JSON pointer into the file.
    var at: String
    var text: String
}
