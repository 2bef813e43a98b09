import Forms
import Models
import Synchronization

/// Takes the bytes of `GET /v1/stream` as they come and turns them into news.
final class StreamSink: BodySink {
    private struct State {
        var parser = EventStreamParser()
        var position: Int?
        var retry: Duration?
        /// When the last byte came, by the pacing's clock.
        var lastSign: Duration
        var hasBegun = false
        var isOpen = true
        var isBroken = false
    }

    private let state: Mutex<State>
    private let now: @Sendable () -> Duration
    private let give: @Sendable (FeedNews) -> Void

    init(after: Int?, now: @escaping @Sendable () -> Duration, give: @escaping @Sendable (FeedNews) -> Void) {
        state = Mutex(State(position: after, lastSign: now()))
        self.now = now
        self.give = give
    }

    /// How far the stream has come; nil where it never began.
    var position: Int? { state.withLock { $0.position } }
    /// What the server wants to pass before the next try.
    var retry: Duration? { state.withLock { $0.retry } }
    /// How long nothing has come.
    var silence: Duration { now() - state.withLock { $0.lastSign } }
    /// Whether an event stream came, and all of it could be read.
    var isUsable: Bool { state.withLock { $0.hasBegun && !$0.isBroken } }

    /// Takes no more, whoever still holds it. After this returns no news is given.
    func end() { state.withLock { $0.isOpen = false } }

    func begin() -> Bool {
        state.withLock { state in
            state.parser = EventStreamParser()
            state.lastSign = now()
            return state.isOpen
        }
    }

    func take(_ piece: UnsafeRawBufferPointer) -> Bool {
        // Given under the lock: `end()` then means that nothing follows.
        state.withLock { state in
            guard state.isOpen, !state.isBroken else { return false }
            state.lastSign = now()
            var changes: [Change] = []
            for output in state.parser.take(piece) {
                switch output {
                case .heartbeat: state.hasBegun = true
                case .retry(let milliseconds): state.retry = .milliseconds(milliseconds)
                case .oversized: state.isBroken = true
                case .position(let text):
                    guard let position = Int(text) else { state.isBroken = true; break }
                    state.position = position
                case .event(let event):
                    state.hasBegun = true
                    switch event.name {
                    case "change":
                        guard let change = try? LenientJSON.decode(Change.self, from: Array(event.data.utf8))
                        else { state.isBroken = true; break }
                        // What the stream gave before it was cut does not come twice.
                        if change.seq > state.position ?? -1 { changes.append(change) }
                    case "reset":
                        changes = []
                        give(.restarted)
                    default: break
                    }
                }
                if state.isBroken { break }
            }
            if !changes.isEmpty { give(.changes(changes)) }
            return !state.isBroken
        }
    }
}
