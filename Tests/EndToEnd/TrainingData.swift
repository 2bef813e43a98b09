import Foundation

/// The training data as central makes it at its first start: made once for all tests, and copied for each.
///
/// One test lets a desk make them itself, as a person's first start does; for the others it would be the longest part.
enum TrainingData {
    private static let database = "central.sqlite"

    /// The folder that they are in. It stays until the process ends: what is static is never let go of.
    private static let made = Result { () throws -> String in
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("desk-e2e-training-\(UUID().uuidString.prefix(8))", isDirectory: true)
        atexit { TrainingData.remove() }
        let central = try CentralProcess(in: TemporaryFolder())
        try central.end()
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        try copy(from: central.folder.path, to: folder.path + "/" + database)
        return folder.path
    }

    /// Puts a database with all that belongs to it where a desk's training central looks for it.
    static func copy(to place: String) throws {
        try copy(from: made.get(), to: place)
    }

    private static func copy(from folder: String, to place: String) throws {
        for file in try FileManager.default.contentsOfDirectory(atPath: folder) where file.hasPrefix(database)
        {
            try FileManager.default.copyItem(
                atPath: folder + "/" + file, toPath: place + file.dropFirst(database.count))
        }
    }

    private static func remove() {
        guard let folder = try? made.get() else { return }
        try? FileManager.default.removeItem(atPath: folder)
    }
}
