import GRDB

/// Notices commits that added to the feed of changes: whoever writes a change need not think of those who wait.
final class ChangeObserver: TransactionObserver {
    private let note: @Sendable () -> Void
    /// The writer's thread only.
    private var hasChanges = false

    init(_ note: @escaping @Sendable () -> Void) {
        self.note = note
    }

    func observes(eventsOfKind eventKind: DatabaseEventKind) -> Bool {
        if case .insert(tableName: "changes") = eventKind { true } else { false }
    }

    func databaseDidChange(with event: DatabaseEvent) { hasChanges = true }

    func databaseDidCommit(_ database: Database) {
        guard hasChanges else { return }
        hasChanges = false
        note()
    }

    func databaseDidRollback(_ database: Database) { hasChanges = false }
}
