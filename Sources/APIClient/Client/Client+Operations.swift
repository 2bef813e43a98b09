import Forms
import Models

extension Client {
    /// `GET /v1/ping`: one quick try, for the sign of the connection.
    public func ping() async throws(APIError) -> Ping {
        var call = Call.get(
            "ping", "/v1/ping", limits: Limits(connect: 3_000, total: 5_000, stall: 0, body: 64 << 10))
        call.policy = .once
        return try await value(call)
    }

    /// `GET /readyz`: whether the server takes work. Needs no session; one quick try.
    public func isReady() async throws(APIError) -> Bool {
        try await isWell("readiness", "/readyz")
    }

    /// `GET /healthz`: whether the server lives. Needs no session; one quick try.
    public func isHealthy() async throws(APIError) -> Bool {
        try await isWell("health", "/healthz")
    }

    /// `GET /openapi.yaml`: the contract, as the server serves it.
    public func openAPI() async throws(APIError) -> String {
        try await text("openAPI", "/openapi.yaml")
    }

    /// `GET /metrics`, in the text format of Prometheus.
    public func metrics() async throws(APIError) -> String {
        try await text("metrics", "/metrics")
    }

    /// `GET /.well-known/openid-configuration`
    public func openIDConfiguration() async throws(APIError) -> OpenIDConfiguration {
        var call = Call.get("openIDConfiguration", "/.well-known/openid-configuration")
        call.credential = .none
        return try await value(call)
    }

    /// `GET /v1/audit`, newest first: an officer's own acts, an administrator's units'.
    ///
    /// - Parameters:
    ///   - officer: An id, or a login name.
    ///   - action: The beginning of an action: `officer.` is all of them.
    ///   - subject: An id, or a dossier's code.
    public func audit(
        officer: String? = nil, action: String? = nil, subject: String? = nil, unit: String? = nil,
        outcome: String? = nil, from: LocalDate? = nil, to: LocalDate? = nil, cursor: String? = nil,
        limit: Int? = nil
    ) async throws(APIError) -> Page<AuditRecord> {
        let target = Target("/v1/audit").with("officer", officer).with("action", action)
            .with("subject", subject).with("unit", unit).with("outcome", outcome).with("from", from?.iso)
            .with("to", to?.iso).with("cursor", cursor).with("limit", limit)
        return try await value(.get("listAudit", target))
    }

    /// `POST /v1/audit:verify`: whether the audit is whole.
    public func verifyAudit() async throws(APIError) -> AuditCheck {
        let request = Request(.post, "/v1/audit:verify", body: [], isRepeatable: true)
        return try await value(Call(operation: "verifyAudit", request: request))
    }

    private func isWell(_ operation: String, _ target: Target) async throws(APIError) -> Bool {
        var call = Call.get(
            operation, target, limits: Limits(connect: 3_000, total: 5_000, stall: 0, body: 64 << 10))
        call.credential = .none
        call.policy = .once
        do {
            try await answer(to: call)
            return true
        } catch APIError.problem(let problem) where problem.status == 503 {
            return false
        } catch APIError.failed(status: 503) {
            return false
        } catch {
            throw error
        }
    }

    private func text(_ operation: String, _ target: Target) async throws(APIError) -> String {
        var call = Call.get(operation, target)
        call.credential = .none
        return String(decoding: try await answer(to: call).body, as: UTF8.self)
    }
}
