import Synchronization

/// A central system made of answers written down beforehand: for tests of what stands on the client.
///
///     let transport = ScriptedTransport()
///     transport.on(.get, "/v1/me", .answer(json: #"{"officer": …}"#))
///     transport.on(.post, "/v1/dossiers", .lost(.effect(answer)), .effect(answer))
///
/// Every request is recorded when it is sent. The steps of a route are used up one request after another; the last
/// one stays. What no route takes is answered with 404. Answers may be held back and released in any order, or be
/// late by a clock that the test moves.
public final class ScriptedTransport: Transport {
    /// What happens to one request.
    public indirect enum Step: Sendable {
        case answer(Response)
        case fail(TransportError)
        /// Answers what the closure makes of the request, or fails as it does.
        case reply(@Sendable (Request) throws(TransportError) -> Response)
        /// Carries out an effect once for its `Idempotency-Key`, as the contract says: the same key and body again
        /// get the first answer with `Idempotency-Replayed: true`, another body gets 422.
        case effect(Response)
        /// The request arrives and is carried out, and the answer is lost on the way.
        case lost(Step)
        /// Late by the clock.
        case after(Duration, Step)
        /// Held until `release` of that name.
        case held(String, Step)

        /// An answer of JSON text.
        public static func answer(json: String, status: Int = 200, headers: [Header] = []) -> Step {
            .answer(.json(json, status: status, headers: headers))
        }

        /// An RFC 9457 answer.
        public static func problem(
            _ status: Int, _ code: String, headers: [Header] = [], more: String = ""
        ) -> Step {
            .answer(.problem(status, code, headers: headers, more: more))
        }
    }

    private struct Route {
        var method: Method
        var path: String
        var steps: [Step]
    }

    private struct Gate {
        var isOpen = false
        var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
    }

    private struct State {
        var nextID = 0
        var routes: [Route] = []
        var requests: [Request] = []
        var watchers: [(id: Int, count: Int, continuation: CheckedContinuation<Void, Never>)] = []
        var gates: [String: Gate] = [:]
        var effects: [String: (body: [UInt8]?, answer: Response)] = [:]
        var effectOrder: [String] = []
    }

    private let state = Mutex(State())
    public let clock: ManualClock

    public init(clock: ManualClock = ManualClock()) {
        self.clock = clock
    }

    /// Adds steps for a method and a path (the target without its query; a `*` stands for one segment).
    public func on(_ method: Method, _ path: String, _ steps: Step...) {
        state.withLock { state in
            if let index = state.routes.firstIndex(where: { $0.method == method && $0.path == path }) {
                state.routes[index].steps += steps
            } else {
                state.routes.append(Route(method: method, path: path, steps: steps))
            }
        }
    }

    /// Forgets what was written for a route, to write it anew.
    public func forget(_ method: Method, _ path: String) {
        state.withLock { $0.routes.removeAll { $0.method == method && $0.path == path } }
    }

    /// All requests so far, in the order they were sent.
    public var requests: [Request] { state.withLock { $0.requests } }

    /// The keys whose effects were carried out, each once, in order.
    public var effects: [String] { state.withLock { $0.effectOrder } }

    /// Waits until `count` requests have been sent in all, or the task is cancelled: a test's time limit then ends a
    /// test that waits in vain.
    public func waitForRequests(_ count: Int) async {
        let id = state.withLock { state in
            state.nextID += 1
            return state.nextID
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isReached = state.withLock { state in
                    if state.requests.count >= count { return true }
                    state.watchers.append((id, count, continuation))
                    return false
                }
                if isReached { continuation.resume() } else if Task.isCancelled { stopWatching(id) }
            }
        } onCancel: {
            stopWatching(id)
        }
    }

    private func stopWatching(_ id: Int) {
        let watcher = state.withLock { state in
            let index = state.watchers.firstIndex { $0.id == id }
            return index.map { state.watchers.remove(at: $0) }
        }
        watcher?.continuation.resume()
    }

    /// Lets through what is held under a name, now and later.
    public func release(_ name: String) {
        let waiting = state.withLock { state in
            let waiting = state.gates[name]?.waiting ?? [:]
            state.gates[name] = Gate(isOpen: true)
            return waiting.sorted { $0.key < $1.key }
        }
        for (_, continuation) in waiting { continuation.resume() }
    }

    public func send(_ request: Request) async throws(TransportError) -> Response {
        let (step, reached) = state.withLock { state in
            state.requests.append(request)
            let count = state.requests.count
            let reached = state.watchers.filter { $0.count <= count }.map(\.continuation)
            state.watchers.removeAll { $0.count <= count }
            return (take(request, from: &state.routes), reached)
        }
        for continuation in reached { continuation.resume() }
        guard !Task.isCancelled else { throw .cancelled }
        var response = try await run(step, request)
        guard let sink = request.sink?.sink, (200..<300).contains(response.status) else { return response }
        guard response.body.count <= request.limits.body else { throw .tooLarge }
        guard sink.begin(), response.body.withUnsafeBytes({ sink.take($0) }) else { throw .cancelled }
        response.body = []
        return response
    }

    private func take(_ request: Request, from routes: inout [Route]) -> Step {
        let path = request.target.prefix { $0 != "?" }
        for index in routes.indices
        where routes[index].method == request.method && Self.matches(routes[index].path, path) {
            if routes[index].steps.count > 1 { return routes[index].steps.removeFirst() }
            if let last = routes[index].steps.first { return last }
        }
        return .problem(404, "not_found")
    }

    private static func matches(_ pattern: String, _ path: Substring) -> Bool {
        let wanted = pattern.split(separator: "/")
        let given = path.split(separator: "/")
        return wanted.count == given.count && zip(wanted, given).allSatisfy { $0 == "*" || $0 == $1 }
    }

    private func run(_ step: Step, _ request: Request) async throws(TransportError) -> Response {
        switch step {
        case .answer(let response): return response
        case .fail(let error): throw error
        case .reply(let make): return try make(request)
        case .effect(let response): return effect(response, request)
        case .lost(let inner):
            _ = try await run(inner, request)
            throw .cut
        case .after(let span, let inner):
            do {
                try await clock.sleep(for: span)
            } catch {
                throw .cancelled
            }
            return try await run(inner, request)
        case .held(let name, let inner):
            await pass(name)
            guard !Task.isCancelled else { throw .cancelled }
            return try await run(inner, request)
        }
    }

    private func effect(_ response: Response, _ request: Request) -> Response {
        guard let key = request.headers.first("Idempotency-Key") else {
            return .problem(400, "idempotency_key_missing")
        }
        return state.withLock { state in
            if let earlier = state.effects[key] {
                guard earlier.body == request.body else { return .problem(422, "idempotency_key_reused") }
                var answer = earlier.answer
                answer.headers.append(Header("Idempotency-Replayed", "true"))
                return answer
            }
            state.effects[key] = (request.body, response)
            state.effectOrder.append(key)
            return response
        }
    }

    private func pass(_ name: String) async {
        let id = state.withLock { state in
            state.nextID += 1
            return state.nextID
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isOpen = state.withLock { state in
                    if state.gates[name]?.isOpen == true { return true }
                    state.gates[name, default: Gate()].waiting[id] = continuation
                    return false
                }
                // The handler below came too early where the task was cancelled before the wait began.
                if isOpen { continuation.resume() } else if Task.isCancelled { leave(name, id) }
            }
        } onCancel: {
            leave(name, id)
        }
    }

    private func leave(_ name: String, _ id: Int) {
        let continuation = state.withLock { $0.gates[name]?.waiting.removeValue(forKey: id) }
        continuation?.resume()
    }
}
