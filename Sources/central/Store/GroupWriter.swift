import GRDB
import Synchronization

/// The one way in which anything is written: one writer, and one `fsync` for all who wait at the same time.
///
/// With `synchronous=FULL` every commit waits for the disk. Writes that arrive while another is being
/// committed are put into the next transaction together, each in a savepoint of its own: one that fails is
/// undone alone. A caller is answered only after the commit that holds its effect, so nothing that was
/// answered can be lost.
final class GroupWriter: Sendable {
    private struct Job: Sendable {
        /// Runs the body; what comes back answers the caller: with nil after the commit, else with the failure.
        var run: @Sendable (Database) -> (@Sendable ((any Error)?) -> Void)
        /// Answers the caller without running anything.
        var fail: @Sendable (any Error) -> Void
    }

    private struct State {
        var jobs: [Job] = []
        var isDraining = false
    }

    /// At most this many writes share a commit, so that the first of them does not wait for long.
    static let largestGroup = 64

    private let pool: DatabasePool
    private let state = Mutex(State())

    init(pool: DatabasePool) {
        self.pool = pool
    }

    /// Runs `body` in a transaction and returns after it is committed to disk.
    func write<T: Sendable>(_ body: @escaping @Sendable (Database) throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            let job = Job(
                run: { database in
                    let result = Self.attempt(database, body)
                    return { failure in
                        switch (result, failure) {
                        case (.failure(let error), _): continuation.resume(throwing: error)
                        case (.success, .some(let error)): continuation.resume(throwing: error)
                        case (.success(let value), nil): continuation.resume(returning: value)
                        }
                    }
                },
                fail: { continuation.resume(throwing: $0) })
            enqueue(job)
        }
    }

    private static func attempt<T>(
        _ database: Database, _ body: (Database) throws -> T
    ) -> Result<T, any Error> {
        do {
            var value: T?
            try database.inSavepoint {
                value = try body(database)
                return .commit
            }
            guard let value else { throw StoreError.interrupted }
            return .success(value)
        } catch {
            return .failure(error)
        }
    }

    private func enqueue(_ job: Job) {
        let mustDrain = state.withLock { state in
            state.jobs.append(job)
            guard !state.isDraining else { return false }
            state.isDraining = true
            return true
        }
        if mustDrain { drain() }
    }

    private func drain() {
        pool.asyncWriteWithoutTransaction { [self] database in
            while let group = nextGroup() {
                var answers: [@Sendable ((any Error)?) -> Void] = []
                do {
                    try database.inTransaction(.immediate) {
                        for job in group {
                            answers.append(job.run(database))
                            // A full disk makes SQLite give up the whole transaction, not the savepoint alone.
                            guard database.isInsideTransaction else { throw StoreError.interrupted }
                        }
                        return .commit
                    }
                    for answer in answers { answer(nil) }
                } catch {
                    for answer in answers { answer(error) }
                    for job in group.dropFirst(answers.count) { job.fail(error) }
                }
            }
        }
    }

    private func nextGroup() -> [Job]? {
        state.withLock { state in
            guard !state.jobs.isEmpty else {
                state.isDraining = false
                return nil
            }
            let group = Array(state.jobs.prefix(Self.largestGroup))
            state.jobs.removeFirst(group.count)
            return group
        }
    }
}
