import Crypto

/// Checks the audit chain for the API: one walk at a time, whose verdict all get who asked meanwhile.
///
/// A walk reads the whole table, so many at once would hold the server up.
actor AuditVerifier {
    private let store: Store
    private let key: SymmetricKey
    private var running: Task<AuditVerdict, any Error>?

    init(store: Store, key: SymmetricKey) {
        self.store = store
        self.key = key
    }

    func verdict() async throws -> AuditVerdict {
        if let running { return try await running.value }
        let (store, key) = (store, key)
        let task = Task { try await store.read { try AuditTable.verify($0, key: key) } }
        running = task
        defer { running = nil }
        return try await task.value
    }
}
