import Models
import Synchronization

/// The telephone numbers that `desk call` has brought, until the desk takes each: on a screen or in plain mode.
///
/// Nobody is told of a call before somebody is at the desk who takes calls; what rang meanwhile is kept, the latest few.
final class CallRings: Sendable {
    private struct State {
        var numbers: [String] = []
        var isOpen = false
        var waiter: (id: Int, continuation: CheckedContinuation<String?, Never>)?
        var nextWaiter = 0

        mutating func pair() -> (CheckedContinuation<String?, Never>, String)? {
            guard isOpen, !numbers.isEmpty, let waiter else { return nil }
            self.waiter = nil
            return (waiter.continuation, numbers.removeFirst())
        }
    }

    /// More than so many calls wait for nobody.
    static let most = 5

    private let state = Mutex(State())

    func add(_ number: String) {
        change { state in
            state.numbers.append(number)
            state.numbers.removeFirst(max(0, state.numbers.count - Self.most))
        }
    }

    /// Whether somebody is at the desk who takes calls.
    func setOpen(_ isOpen: Bool) { change { $0.isOpen = isOpen } }

    private func change(_ body: (inout State) -> Void) {
        let ready = state.withLock { state in
            body(&state)
            return state.pair()
        }
        if let (continuation, number) = ready { continuation.resume(returning: number) }
    }

    /// The next one that is there already; nil where there is none.
    func take() -> String? {
        state.withLock { $0.isOpen && !$0.numbers.isEmpty ? $0.numbers.removeFirst() : nil }
    }

    /// Waits for the next one; nil where the task is cancelled first.
    func next() async -> String? {
        let id = state.withLock { state in
            state.nextWaiter += 1
            return state.nextWaiter
        }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let ready: (CheckedContinuation<String?, Never>, String?)? = state.withLock { state in
                    if Task.isCancelled { return (continuation, nil) }
                    state.waiter = (id, continuation)
                    return state.pair().map { ($0.0, $0.1) }
                }
                ready?.0.resume(returning: ready?.1)
            }
        } onCancel: {
            let waiter = state.withLock { state -> CheckedContinuation<String?, Never>? in
                guard state.waiter?.id == id else { return nil }
                defer { state.waiter = nil }
                return state.waiter?.continuation
            }
            waiter?.resume(returning: nil)
        }
    }
}
