import APIClient
import Models
import Synchronization

/// What the feed of changes has brought for the officer at the desk, for all screens that show it.
///
/// A screen notes the `mark` before it loads, and then asks for what came after it, again and again: so nothing
/// falls between loading and listening. Of what lies far back only the fact is kept that there was more.
final class ChangeLog: Sendable {
    struct News: Sendable {
        /// For the next question.
        var mark: Int
        /// The oldest first.
        var changes: [Change]
        /// More happened than can be told: what is shown has to be loaded anew.
        var mustReload: Bool
    }

    private struct State {
        var kept: [Change] = []
        /// The number of what comes next; `kept` ends right before it.
        var mark = 0
        var nextWaiter = 0
        var waiters: [Int: CheckedContinuation<Void, Never>] = [:]

        mutating func takeWaiters() -> [CheckedContinuation<Void, Never>] {
            defer { waiters = [:] }
            return Array(waiters.values)
        }
    }

    /// A screen that is further behind loads anew.
    static let capacity = 1_000

    private let state = Mutex(State())

    var mark: Int { state.withLock { $0.mark } }

    func add(_ news: FeedNews) {
        let waiters = state.withLock { state in
            switch news {
            case .changes(let changes):
                state.kept += changes
                state.mark += changes.count
                state.kept.removeFirst(max(0, state.kept.count - Self.capacity))
            case .restarted:
                state.kept = []
                state.mark += 1
            }
            return state.takeWaiters()
        }
        for waiter in waiters { waiter.resume() }
    }

    /// Another officer sits down: nothing of before is for him.
    func clear() { add(.restarted) }

    /// What came after a mark. Waits until something has; returns nothing where the task is cancelled first.
    func next(after mark: Int) async -> News {
        await wait(after: mark)
        return state.withLock { state in
            let missing = state.mark - mark
            guard missing > 0 else { return News(mark: mark, changes: [], mustReload: false) }
            guard missing <= state.kept.count else { return News(mark: state.mark, changes: [], mustReload: true) }
            return News(mark: state.mark, changes: Array(state.kept.suffix(missing)), mustReload: false)
        }
    }

    private func wait(after mark: Int) async {
        let id = state.withLock { state in
            state.nextWaiter += 1
            return state.nextWaiter
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isDone = state.withLock { state in
                    if state.mark != mark || Task.isCancelled { return true }
                    state.waiters[id] = continuation
                    return false
                }
                if isDone { continuation.resume() }
            }
        } onCancel: {
            state.withLock { $0.waiters.removeValue(forKey: id) }?.resume()
        }
    }
}
