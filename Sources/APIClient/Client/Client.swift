/// The central system's API, one method for each operation of `openapi.yaml`.
///
/// Every method answers a wire type or throws an `APIError` whose `code` a screen has words for. A call whose second
/// arrival does no harm is tried again after an error of the network (`RetryPolicy`); `onAttempt` says so meanwhile.
/// A 401 renews the session once where a refresh token allows; else `.unauthorised` comes back, the screen logs in
/// over its form, and makes the same call under the same key.
///
/// All tries of a call go out under the login that it began under. Where another officer logs in meanwhile, or
/// nobody is logged in, the next try is not sent and the call ends with `.unauthorised`; where the same officer
/// returns it goes on. `pinned()` holds more than one call to a login.
///
/// Nothing of this runs on the caller's actor: JSON of any size never holds up a key press.
public final class Client: Sendable {
    public let address: ServerAddress
    private let transport: any Transport
    private let pacing: Pacing
    private let policy: RetryPolicy
    private let agent: String
    private let onAttempt: @Sendable (Attempt) -> Void
    let current: Login
    /// The one login that this client calls under; nil where it is whichever stands.
    private let pin: Int?

    /// - Parameters:
    ///   - agent: Program and version, for the server's log.
    ///   - onAttempt: Called, on any thread, when a try has failed and another one follows.
    public init(
        address: ServerAddress, transport: any Transport, policy: RetryPolicy = RetryPolicy(),
        pacing: Pacing = .real, agent: String = "desk",
        onAttempt: @escaping @Sendable (Attempt) -> Void = { _ in }
    ) {
        self.address = address
        self.transport = transport
        self.policy = policy
        self.pacing = pacing
        self.agent = agent
        self.onAttempt = onAttempt
        current = Login(executor: pacing.executor)
        pin = nil
    }

    private init(_ other: Client, pin: Int) {
        address = other.address
        transport = other.transport
        policy = other.policy
        pacing = other.pacing
        agent = other.agent
        onAttempt = other.onAttempt
        current = other.current
        self.pin = pin
    }

    /// A client over libcurl.
    ///
    /// - Parameter authorities: a PEM file of certificate authorities to trust in place of the system's.
    public convenience init(
        address: ServerAddress, authorities: String? = nil, agent: String = "desk",
        onAttempt: @escaping @Sendable (Attempt) -> Void = { _ in }
    ) {
        self.init(
            address: address, transport: CurlTransport(address: address, authorities: authorities),
            agent: agent, onAttempt: onAttempt)
    }

    /// The same client for the officer who is logged in now, and for nobody else: when another one logs in, its
    /// calls end with `.unauthorised` and send nothing. What works for an officer holds such a client.
    public func pinned() -> Client {
        Client(self, pin: serial)
    }

    /// The serial of the login that a call which begins now belongs to.
    var serial: Int { pin ?? current.serial }

    // MARK: Calls

    /// The value that a call answers.
    func value<Value: Decodable>(_ call: Call) async throws(APIError) -> Value {
        try Reply.decode(Value.self, from: try await answer(to: call))
    }

    /// The whole answer, of a status that says success.
    @discardableResult
    func answer(to call: Call) async throws(APIError) -> Response {
        do {
            return try await outcome(of: call)
        } catch {
            throw error.summary
        }
    }

    /// The same, and where it fails whether the call may have had its effect all the same.
    func outcome(of call: Call) async throws(CallFailure) -> Response {
        let policy = call.policy ?? self.policy
        let start = pacing.now()
        let serial = serial
        var number = 1
        var mayHaveArrived = false
        while true {
            let error: APIError
            var retryAfter: Duration?
            do {
                let response = try await attempt(call, serial)
                if (200..<300).contains(response.status) { return response }
                error = Reply.error(of: response)
                retryAfter = Reply.retryAfter(of: response)
            } catch let caught {
                error = caught
            }
            mayHaveArrived = mayHaveArrived || error.isOutcomeUnknown
            guard call.request.isRepeatable,
                let wait = policy.wait(
                    after: error, attempt: number, elapsed: pacing.now() - start, retryAfter: retryAfter,
                    random: pacing.random)
            else {
                throw CallFailure(error: error, mayHaveArrived: mayHaveArrived, retryAfter: retryAfter)
            }
            onAttempt(
                Attempt(
                    operation: call.operation, key: call.key, number: number, most: policy.attempts,
                    error: error, wait: wait))
            do {
                try await pacing.sleep(wait)
            } catch {
                throw CallFailure(error: .cancelled, mayHaveArrived: mayHaveArrived)
            }
            number += 1
        }
    }

    private func attempt(_ call: Call, _ serial: Int) async throws(APIError) -> Response {
        switch call.credential {
        case .none: try await send(call, token: nil)
        case .token(let token): try await send(call, token: token)
        case .login: try await authorised(call, serial)
        }
    }

    /// One try; two where the session had to be renewed. The server looks at the token before anything else, so
    /// that a 401 says it has done nothing.
    private func authorised(_ call: Call, _ serial: Int) async throws(APIError) -> Response {
        guard let token = current.access(serial) else { throw .unauthorised }
        let response = try await send(call, token: token)
        guard response.status == 401 else { return response }
        let renewed = try await renew(after: token, serial)
        let second = try await send(call, token: renewed)
        guard second.status != 401 else {
            current.end(refused: renewed)
            throw .unauthorised
        }
        return second
    }

    private func send(_ call: Call, token: String?) async throws(APIError) -> Response {
        var request = call.request
        if request.headers.first("Accept") == nil {
            request.headers.append(Header("Accept", "application/json, application/problem+json"))
        }
        request.headers.append(Header("User-Agent", agent))
        if let token { request.headers.append(Header("Authorization", "Bearer " + token)) }
        do {
            return try await transport.send(request)
        } catch {
            throw APIError(error)
        }
    }
}
