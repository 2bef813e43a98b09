import Models
import Synchronization

/// Wakes who waits for changes, right after the commit: those whose units a change concerns, and nobody else.
///
/// However many wait, each commit is looked at once. Nothing is polled while nothing is written; what another central
/// writes into the same database is found by each waiting stream at its next heartbeat.
final class ChangeBell: Sendable {
    private struct Waiter {
        var scope: Scope
        var continuation: CheckedContinuation<Void, Never>
    }

    private struct State {
        /// Up to where commits have been looked at; nil where even the beginning couldn't be read.
        var seen: Int?
        /// The latest looks: from after which number, up to which, and the units in between.
        var looks: [(after: Int, last: Int, units: Set<String>)] = []
        var nextID = 0
        var waiters: [Int: Waiter] = [:]
        var isLooking = false
        var mustLook = false
    }

    /// Who is further behind than these looks is not asked to wait.
    private static let remembered = 256

    private let store: Store
    private let state = Mutex(State())

    init(store: Store) {
        self.store = store
        state.withLock { $0.seen = try? store.readNow { try ChangeTable.head($0).last } }
        store.onChanges { [weak self] in self?.ring() }
    }

    /// Something was committed. Commits that follow each other closely are looked at together.
    private func ring() {
        let begins = state.withLock { state in
            state.mustLook = true
            guard !state.isLooking else { return false }
            state.isLooking = true
            return true
        }
        guard begins else { return }
        Task {
            while nextLook() { await look() }
        }
    }

    private func nextLook() -> Bool {
        state.withLock { state in
            state.isLooking = state.mustLook
            state.mustLook = false
            return state.isLooking
        }
    }

    private func look() async {
        let seen = state.withLock { $0.seen }
        // Where it can't be known whom it concerns, everybody looks for himself.
        let found = try? await store.read { database in
            let after = seen ?? 0
            return (after: after, news: try ChangeTable.units(database, after: after))
        }
        let woken = state.withLock { state in
            if let found {
                state.seen = found.news.head.last
                state.looks.append((found.after, found.news.head.last, found.news.units))
                state.looks.removeFirst(max(0, state.looks.count - Self.remembered))
            }
            let due = state.waiters.filter { _, waiter in
                guard let found else { return true }
                return found.news.units.contains { waiter.scope.concerns($0) }
            }
            for id in due.keys { state.waiters[id] = nil }
            return due.values.map(\.continuation)
        }
        for continuation in woken { continuation.resume() }
    }

    /// Returns when something may have come for a scope after `seq`, or the task is cancelled.
    func wait(for scope: Scope, after seq: Int) async {
        let id = state.withLock { state in
            state.nextID += 1
            return state.nextID
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isDone = state.withLock { state in
                    if Task.isCancelled || Self.mayHave(state, scope, after: seq) { return true }
                    state.waiters[id] = Waiter(scope: scope, continuation: continuation)
                    return false
                }
                if isDone { continuation.resume() }
            }
        } onCancel: {
            state.withLock { $0.waiters.removeValue(forKey: id) }?.continuation.resume()
        }
    }

    /// What was committed between the reading of `seq` and now.
    private static func mayHave(_ state: State, _ scope: Scope, after seq: Int) -> Bool {
        guard let seen = state.seen, seen > seq else { return false }
        guard let first = state.looks.first, first.after <= seq else { return true }
        return state.looks.contains { look in
            look.last > seq && look.units.contains { scope.concerns($0) }
        }
    }

    /// For tests.
    var waiting: Int { state.withLock { $0.waiters.count } }
}
