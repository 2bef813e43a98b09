import Models
import Synchronization

/// What others do, as long as an officer is logged in: the server's stream, taken up again wherever it is cut, and
/// questions at intervals where something in between breaks streams.
///
/// Nothing is missed and nothing comes twice: the feed goes on after the last change that it gave, over cuts of any
/// length, and says `restarted` where the server can't tell any more. While nothing happens it wakes for the
/// server's heartbeat and for its own look at the clock, and for nothing else.
public final class ChangeFeed: Sendable {
    /// How patient the feed is. All spans are of the pacing's clock.
    struct Patience: Sendable {
        /// Three heartbeats of silence are a dead connection, also where the network says nothing.
        var silence: Duration = .seconds(45)
        /// The first pause after a cut; it doubles up to `longestPause`.
        var firstPause: Duration = .milliseconds(500)
        var longestPause: Duration = .seconds(60)
        /// So many streams in a row that gave nothing, and the feed asks instead.
        var failures = 2
        /// Between two questions.
        var interval: Duration = .seconds(10)
        /// So many questions, and the stream is tried again.
        var questions = 30
    }

    private let client: Client
    private let pacing: Pacing
    private let patience: Patience
    private let state: Mutex<Int?>

    /// - Parameter after: Where an earlier feed of the same officer stood; nil begins with what happens from now on.
    public convenience init(client: Client, after: Int? = nil) {
        self.init(client: client, after: after, pacing: .real, patience: Patience())
    }

    init(client: Client, after: Int? = nil, pacing: Pacing, patience: Patience) {
        // Whoever logs in later has a feed of his own.
        self.client = client.pinned()
        self.pacing = pacing
        self.patience = patience
        state = Mutex(after)
    }

    /// After which change the feed goes on; nil before it has reached the server.
    public var position: Int? { state.withLock { $0 } }

    /// Gives news until the task is cancelled or the session has ended.
    ///
    /// - Parameter give: Called in order, never twice at once, on threads of the transport: it should only note.
    public func run(_ give: @escaping @Sendable (FeedNews) -> Void) async {
        var failures = 0
        while !Task.isCancelled {
            let sink = StreamSink(after: position, now: pacing.now, give: give)
            let failure = await listen(sink)
            sink.end()
            if let reached = sink.position { state.withLock { $0 = reached } }
            if failure == .unauthorised || Task.isCancelled { return }
            failures = sink.isUsable ? 0 : failures + 1
            if failures >= patience.failures {
                switch await ask(give) {
                case .ended: return
                case .streamAgain: continue
                case .unreachable: break
                }
            }
            guard await pause(failures, atLeast: sink.retry) else { return }
        }
    }

    private enum Heard: Sendable {
        case ended(APIError?)
        case silent
    }

    /// One stream to its end. A watch beside it ends one that has gone silent.
    private func listen(_ sink: StreamSink) async -> APIError? {
        let (client, pacing, silence, after) = (client, pacing, patience.silence, position)
        return await withTaskGroup(of: Heard.self) { group in
            group.addTask {
                do throws(APIError) {
                    try await client.stream(into: sink, after: after)
                    return .ended(nil)
                } catch {
                    return .ended(error)
                }
            }
            group.addTask {
                while sink.silence < silence {
                    guard (try? await pacing.sleep(silence - sink.silence)) != nil else { break }
                }
                return .silent
            }
            defer { group.cancelAll() }
            return switch await group.next() {
            case .ended(let error): error
            case .silent, nil: .timedOut
            }
        }
    }

    private enum Asked {
        /// The session, or the task.
        case ended
        /// The server is there, so the stream may get through again.
        case streamAgain
        case unreachable
    }

    /// Asks at intervals, where streams don't get through.
    private func ask(_ give: @escaping @Sendable (FeedNews) -> Void) async -> Asked {
        for _ in 0..<patience.questions {
            do throws(APIError) {
                var more = true
                while more, !Task.isCancelled {
                    let page = try await client.changes(after: position, limit: 200)
                    state.withLock { $0 = page.after }
                    if !page.items.isEmpty { give(.changes(page.items)) }
                    more = page.more
                }
            } catch {
                if error == .unauthorised { return .ended }
                guard case .problem(let problem) = error, problem.code == "feed_restarted" else {
                    return .unreachable
                }
                state.withLock { $0 = nil }
                give(.restarted)
                continue
            }
            guard await pause(0, atLeast: patience.interval) else { return .ended }
        }
        return .streamAgain
    }

    /// False where the task was cancelled.
    private func pause(_ failures: Int, atLeast least: Duration?) async -> Bool {
        var span = patience.firstPause
        for _ in 0..<failures where span < patience.longestPause { span *= 2 }
        // By chance, so that the desks of a province do not come back in step.
        let wait = (least ?? .zero) + pacing.random(min(span, patience.longestPause))
        return (try? await pacing.sleep(wait)) != nil && !Task.isCancelled
    }
}
