import Synchronization

/// A clock that stands still until a test moves it.
///
///     let clock = ManualClock()
///     let client = Client(address: address, transport: transport, pacing: clock.pacing)
///     …
///     await clock.waitForSleepers(1)     // the client waits before its second try
///     clock.advance(by: .seconds(1))
public final class ManualClock: Sendable {
    private struct Sleeper {
        var id: Int
        var until: Duration
        var continuation: CheckedContinuation<Bool, Never>
    }

    private struct Watcher {
        var id: Int
        var count: Int
        var continuation: CheckedContinuation<Void, Never>
    }

    private struct State {
        var now = Duration.zero
        var nextID = 0
        var sleepers: [Sleeper] = []
        var watchers: [Watcher] = []
        var slept: [Duration] = []
    }

    private let state = Mutex(State())

    public init() {}

    public var now: Duration { state.withLock { $0.now } }

    /// Every wait that was asked for, in order.
    public var slept: [Duration] { state.withLock { $0.slept } }

    /// Pacing by this clock. `share` stands in for chance: 1 waits as long as allowed, 0 not at all.
    public func pacing(share: Double = 1) -> Pacing {
        Pacing(
            now: { self.now }, sleep: { try await self.sleep(for: $0) },
            random: { $0 * share })
    }

    public var pacing: Pacing { pacing() }

    /// Moves the time on and wakes who has waited long enough, the earliest first.
    public func advance(by span: Duration) {
        let woken = state.withLock { state in
            state.now += span
            let now = state.now
            let due = state.sleepers.filter { $0.until <= now }.sorted { $0.until < $1.until }
            state.sleepers.removeAll { $0.until <= now }
            return due
        }
        for sleeper in woken { sleeper.continuation.resume(returning: true) }
    }

    /// Waits until at least `count` tasks sleep on this clock, or the task is cancelled: a test's time limit then
    /// ends a test that waits in vain.
    public func waitForSleepers(_ count: Int) async {
        let id = state.withLock { state in
            state.nextID += 1
            return state.nextID
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isReached = state.withLock { state in
                    if state.sleepers.count >= count { return true }
                    state.watchers.append(Watcher(id: id, count: count, continuation: continuation))
                    return false
                }
                if isReached { continuation.resume() } else if Task.isCancelled { leave(id) }
            }
        } onCancel: {
            leave(id)
        }
    }

    private func leave(_ id: Int) {
        let watcher = state.withLock { state in
            let index = state.watchers.firstIndex { $0.id == id }
            return index.map { state.watchers.remove(at: $0) }
        }
        watcher?.continuation.resume()
    }

    public func sleep(for span: Duration) async throws {
        let id = state.withLock { state in
            state.nextID += 1
            state.slept.append(span)
            return state.nextID
        }
        let isDone = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in begin(id, span, continuation) }
        } onCancel: {
            end(id)
        }
        guard isDone else { throw CancellationError() }
        try Task.checkCancellation()
    }

    private func begin(_ id: Int, _ span: Duration, _ continuation: CheckedContinuation<Bool, Never>) {
        enum Next {
            case sleep([Watcher])
            case goOn
            case stop
        }
        let isCancelled = Task.isCancelled
        let next: Next = state.withLock { state in
            guard !isCancelled else { return .stop }
            guard span > .zero else { return .goOn }
            state.sleepers.append(Sleeper(id: id, until: state.now + span, continuation: continuation))
            let count = state.sleepers.count
            let reached = state.watchers.filter { $0.count <= count }
            state.watchers.removeAll { $0.count <= count }
            return .sleep(reached)
        }
        switch next {
        case .sleep(let watchers): for watcher in watchers { watcher.continuation.resume() }
        case .goOn: continuation.resume(returning: true)
        case .stop: continuation.resume(returning: false)
        }
        // Cancelled between the look and the wait: the handler may have come too early to find the sleeper.
        if Task.isCancelled { end(id) }
    }

    private func end(_ id: Int) {
        let sleeper = state.withLock { state in
            let index = state.sleepers.firstIndex { $0.id == id }
            return index.map { state.sleepers.remove(at: $0) }
        }
        sleeper?.continuation.resume(returning: false)
    }
}
