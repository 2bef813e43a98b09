import Forms
import Models

extension Client {
    /// Whether there is a session. It may have ended at the server meanwhile.
    public var isLoggedIn: Bool { current.access(serial) != nil }

    /// `POST /oauth/token` with name and password, which training mode alone takes. The session is at the desk at
    /// once; where it has to be known first whose it is, `authenticate`, `me(of:)` and `install` are the steps.
    public func login(user: String, password: String) async throws(APIError) -> Session {
        install(try await authenticate(user: user, password: password))
    }

    /// `POST /oauth/token` with name and password, and nothing else: who is logged in stays logged in.
    public func authenticate(user: String, password: String) async throws(APIError) -> PendingSession {
        let token = try await token([("grant_type", "password"), ("username", user), ("password", password)])
        let session = try session(of: token)
        return PendingSession(
            user: user, session: session, access: token.accessToken, refresh: token.refreshToken)
    }

    /// `GET /v1/me` of a login that is not installed.
    public func me(of pending: PendingSession) async throws(APIError) -> Me {
        var call = Call.get("me", "/v1/me")
        call.credential = .token(pending.access)
        return try await value(call)
    }

    /// Puts an officer at the desk, in place of whoever was there. Answers at once and cannot fail.
    @discardableResult
    public func install(_ pending: PendingSession) -> Session {
        current.install(pending)
        return pending.session
    }

    /// `POST /oauth/revoke` for a login that is not wanted after all. Where it does not arrive, the token ends by
    /// itself.
    public func discard(_ pending: PendingSession) async {
        _ = try? await revoke(pending.refresh ?? pending.access)
    }

    /// `POST /oauth/token` with the refresh token. Calls do this by themselves on a 401.
    public func refresh() async throws(APIError) -> Session {
        guard let secret = current.refreshToken(serial) else { throw .unauthorised }
        return try await exchange(secret)
    }

    /// `POST /oauth/revoke`. The session ends here at once, whatever comes of telling the server.
    public func logout() async throws(APIError) {
        guard let secret = current.end(serial) else { return }
        try await revoke(secret)
    }

    /// Drops the session without telling the server.
    public func forgetSession() {
        _ = current.end(serial)
    }

    /// `GET /v1/me`
    public func me() async throws(APIError) -> Me {
        try await value(.get("me", "/v1/me"))
    }

    // MARK: Tokens

    func renew(after token: String, _ serial: Int) async throws(APIError) -> String {
        try await current.renewed(after: token, serial) { secret throws(APIError) in
            _ = try await self.exchange(secret)
        }
    }

    private func exchange(_ secret: String) async throws(APIError) -> Session {
        let answer: TokenResponse
        do {
            answer = try await token([("grant_type", "refresh_token"), ("refresh_token", secret)])
        } catch APIError.wrongCredentials {
            throw .unauthorised
        } catch {
            throw error
        }
        let session = try session(of: answer)
        current.replace(secret, access: answer.accessToken, refresh: answer.refreshToken)
        return session
    }

    private func session(of token: TokenResponse) throws(APIError) -> Session {
        guard token.tokenType.lowercased() == "bearer" else {
            throw .garbage(.shape(pointer: "/token_type", token.tokenType))
        }
        guard let key = StoreKey(base64url: token.storeKey) else {
            throw .garbage(.shape(pointer: "/store_key", "32 bytes as base64url"))
        }
        return Session(storeKey: key, validFor: .seconds(token.expiresIn))
    }

    private func revoke(_ secret: String) async throws(APIError) {
        var call = form("revokeToken", "/oauth/revoke", [("token", secret)])
        // Revoking twice is the same as once (RFC 7009 §2.2).
        call.request.isRepeatable = true
        try await answer(to: call)
    }

    private func token(_ fields: [(String, String)]) async throws(APIError) -> TokenResponse {
        try await value(form("token", "/oauth/token", fields))
    }

    private func form(_ operation: String, _ target: Target, _ fields: [(String, String)]) -> Call {
        let text = fields.map { Target.encode($0.0) + "=" + Target.encode($0.1) }.joined(separator: "&")
        var call = Call(
            operation: operation,
            request: Request(
                .post, target.text, headers: [Header("Content-Type", "application/x-www-form-urlencoded")],
                body: Array(text.utf8), isRepeatable: false))
        call.credential = .none
        return call
    }
}
