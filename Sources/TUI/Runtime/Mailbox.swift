import Synchronization

/// Where effects leave their answers. The one thing of the runtime that several threads touch.
final class Mailbox: Sendable {
    struct Reply: Sendable {
        var owner: Int
        var id: String
        var generation: Int
        var message: any Sendable
    }

    private struct State {
        var replies: [Reply] = []
        var waiter: CheckedContinuation<Void, Never>?
    }

    private let state = Mutex(State())
    private let wake: @Sendable () -> Void

    /// - Parameter wake: called after every answer, on any thread; it makes the loop look.
    init(wake: @escaping @Sendable () -> Void) {
        self.wake = wake
    }

    func post(_ reply: Reply) {
        let waiter = state.withLock { state in
            state.replies.append(reply)
            defer { state.waiter = nil }
            return state.waiter
        }
        waiter?.resume()
        wake()
    }

    func takeAll() -> [Reply] {
        state.withLock { state in
            defer { state.replies = [] }
            return state.replies
        }
    }

    /// Returns when there is something to take.
    func waitForReply() async {
        await withCheckedContinuation { continuation in
            let ready = state.withLock { state in
                if !state.replies.isEmpty { return true }
                state.waiter = continuation
                return false
            }
            if ready { continuation.resume() }
        }
    }
}
