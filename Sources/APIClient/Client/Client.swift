import Synchronization

/// The central system's API, one method for each operation of `openapi.yaml`.
///
/// Every method answers a wire type or throws an `APIError` whose `code` a screen has words for. A call whose second
/// arrival does no harm is tried again after an error of the network (`RetryPolicy`); `onAttempt` says so meanwhile.
/// A 401 renews the session once where a refresh token allows; else `.unauthorised` comes back, the screen logs in
/// over its form, and makes the same call under the same key.
///
/// Nothing of this runs on the caller's actor: JSON of any size never holds up a key press.
public final class Client: Sendable {
    public let address: ServerAddress
    private let transport: any Transport
    private let pacing: Pacing
    private let policy: RetryPolicy
    private let agent: String
    private let onAttempt: @Sendable (Attempt) -> Void
    let tokens = Mutex(Tokens())

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
        var number = 1
        var mayHaveArrived = false
        while true {
            let error: APIError
            var retryAfter: Duration?
            do {
                let response = try await authorised(call)
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
            else { throw CallFailure(error: error, mayHaveArrived: mayHaveArrived) }
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

    /// One try; two where the session had to be renewed. The server looks at the token before anything else, so
    /// that a 401 says it has done nothing.
    private func authorised(_ call: Call) async throws(APIError) -> Response {
        guard call.isAuthorised else { return try await send(call, token: nil) }
        guard let token = tokens.withLock({ $0.access }) else { throw .unauthorised }
        let response = try await send(call, token: token)
        guard response.status == 401 else { return response }
        let renewed = try await renew(after: token)
        let second = try await send(call, token: renewed)
        guard second.status != 401 else {
            tokens.withLock { if $0.access == renewed { $0 = Tokens() } }
            throw .unauthorised
        }
        return second
    }

    private func send(_ call: Call, token: String?) async throws(APIError) -> Response {
        var request = call.request
        request.headers.append(Header("Accept", "application/json, application/problem+json"))
        request.headers.append(Header("User-Agent", agent))
        if let token { request.headers.append(Header("Authorization", "Bearer " + token)) }
        do {
            return try await transport.send(request)
        } catch {
            throw APIError(error)
        }
    }
}
