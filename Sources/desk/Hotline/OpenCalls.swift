import Synchronization

/// How many calls' cards are open, and who rang meanwhile: a call that comes in while another one is written down takes
/// no keys away, it waits for F11.
final class OpenCalls: Sendable {
    /// Held by a card as long as it is open.
    final class Token: Sendable {
        private let calls: OpenCalls

        fileprivate init(_ calls: OpenCalls) { self.calls = calls }

        deinit { calls.state.withLock { $0.open -= 1 } }
    }

    private struct State {
        var open = 0
        var waiting: [String] = []
    }

    private let state = Mutex(State())

    func begin() -> Token {
        state.withLock { $0.open += 1 }
        return Token(self)
    }

    var isAnyOpen: Bool { state.withLock { $0.open > 0 } }

    func wait(_ number: String) { state.withLock { $0.waiting.append(number) } }

    /// The one that has waited longest.
    func takeWaiting() -> String? {
        state.withLock { $0.waiting.isEmpty ? nil : $0.waiting.removeFirst() }
    }

    /// The number that F11 opens next; nil where nobody waits.
    var next: String? { state.withLock { $0.waiting.first } }

    /// Nobody of one officer's callers is the next one's.
    func forget() { state.withLock { $0.waiting = [] } }
}
