import GRDB

/// A database that is only looked at: neither its schema nor its contents can change.
struct ReadOnlyStore: Sendable {
    private let queue: DatabaseQueue

    /// - Throws: A `Refusal` for a file that is no database of this version.
    init(path: String) throws {
        var configuration = Configuration()
        configuration.readonly = true
        do {
            queue = try DatabaseQueue(path: path, configuration: configuration)
            let isCurrent = try queue.read { try Migrations.all.hasCompletedMigrations($0) }
            guard isCurrent else { throw Refusal(.data, "\(path) không phải cơ sở dữ liệu của bản này.") }
        } catch let error as DatabaseError {
            throw Refusal(.data, "Không đọc được \(path): \(error.resultCode).")
        }
    }

    func read<T>(_ body: (Database) throws -> T) throws -> T {
        try queue.read(body)
    }
}
