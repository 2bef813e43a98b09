import Forms
import Models
import Synchronization

extension Client {
    /// Whether there is a session. It may have ended at the server meanwhile.
    public var isLoggedIn: Bool { tokens.withLock { $0.access != nil } }

    /// `POST /oauth/token` with name and password, which training mode alone takes.
    public func login(user: String, password: String) async throws(APIError) -> Session {
        let token = try await token([("grant_type", "password"), ("username", user), ("password", password)])
        return try begin(token, after: nil)
    }

    /// `POST /oauth/token` with the refresh token. Calls do this by themselves on a 401.
    public func refresh() async throws(APIError) -> Session {
        guard let secret = tokens.withLock({ $0.refresh }) else { throw .unauthorised }
        let answer: TokenResponse
        do {
            answer = try await token([("grant_type", "refresh_token"), ("refresh_token", secret)])
        } catch APIError.wrongCredentials {
            throw .unauthorised
        } catch {
            throw error
        }
        return try begin(answer, after: secret)
    }

    /// `POST /oauth/revoke`. The session ends here at once, whatever comes of telling the server.
    public func logout() async throws(APIError) {
        let held = tokens.withLock { tokens in
            let held = tokens
            tokens = Tokens()
            return held
        }
        guard let secret = held.refresh ?? held.access else { return }
        var call = form("revokeToken", "/oauth/revoke", [("token", secret)])
        // Revoking twice is the same as once (RFC 7009 §2.2).
        call.request.isRepeatable = true
        try await answer(to: call)
    }

    /// Drops the session without telling the server.
    public func forgetSession() {
        tokens.withLock { $0 = Tokens() }
    }

    /// `GET /v1/me`
    public func me() async throws(APIError) -> Me {
        try await value(.get("me", "/v1/me"))
    }

    // MARK: Tokens

    /// A new token in place of `token`. Many calls may need it at once; one asks for it.
    func renew(after token: String) async throws(APIError) -> String {
        let renewal: Task<Result<String, APIError>, Never>? = tokens.withLock { tokens in
            if let access = tokens.access, access != token { return Task { .success(access) } }
            if let renewal = tokens.renewal { return renewal }
            guard tokens.refresh != nil else {
                tokens.access = nil
                return nil
            }
            let renewal = Task { await self.renewed() }
            tokens.renewal = renewal
            return renewal
        }
        guard let renewal else { throw .unauthorised }
        return try await renewal.value.get()
    }

    private func renewed() async -> Result<String, APIError> {
        var result: Result<String, APIError>
        do {
            _ = try await refresh()
            result = tokens.withLock { $0.access }.map { .success($0) } ?? .failure(.unauthorised)
        } catch {
            result = .failure(error)
        }
        tokens.withLock { tokens in
            tokens.renewal = nil
            if case .failure(.unauthorised) = result { tokens = Tokens() }
        }
        return result
    }

    /// - Parameter secret: The refresh token that was spent; nil for a login. Where somebody has logged in while
    ///   it was under way, the older session must not come back.
    private func begin(_ token: TokenResponse, after secret: String?) throws(APIError) -> Session {
        guard token.tokenType.lowercased() == "bearer" else {
            throw .garbage(.shape(pointer: "/token_type", token.tokenType))
        }
        guard let key = StoreKey(base64url: token.storeKey) else {
            throw .garbage(.shape(pointer: "/store_key", "32 bytes as base64url"))
        }
        tokens.withLock { tokens in
            guard secret == nil || tokens.refresh == secret else { return }
            tokens.access = token.accessToken
            tokens.refresh = token.refreshToken ?? secret
        }
        return Session(storeKey: key, validFor: .seconds(token.expiresIn))
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
        call.isAuthorised = false
        return call
    }
}
