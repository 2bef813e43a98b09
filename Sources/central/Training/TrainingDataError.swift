/// What is wrong in the data files, with its place.
struct TrainingDataError: Error, Hashable, Sendable, CustomStringConvertible {
    struct Fault: Hashable, Sendable, CustomStringConvertible {
        /// Relative to the data folder: `procedures/1.001193.json`.
        var file: String
        /// A JSON pointer into the file; empty for the whole.
        var pointer: String
        var message: String

        var description: String {
            "\(file)#\(pointer): \(message)"
        }
    }

    var faults: [Fault]

    var description: String {
        faults.map(\.description).joined(separator: "\n")
    }
}
