import Forms
import Models
import Testing

@testable import central

@Suite("Training data")
struct TrainingDataTests {
    /// Read once for all tests of the process.
    static let loaded = Result { try TrainingData.load(directory: TrainingData.directory) }

    var set: TrainingSet {
        get throws { try Self.loaded.get() }
    }

    @Test("all files are read, and name only what exists")
    func lint() throws {
        _ = try set
    }
}
