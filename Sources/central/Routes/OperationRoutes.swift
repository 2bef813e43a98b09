import HTTPTypes
import Forms

/// For those who run central: health, metrics, and the description of the API.
enum OperationRoutes {
    static let all = [
        Route("health", .get, "/healthz") { _, _ in try .json(object: ["status": .string("ok")]) },
        Route("readiness", .get, "/readyz", handle: readiness),
        Route("metrics", .get, "/metrics") { _, central in
            let waiting = try await central.store.read { try OutboxTable.counts($0) }
            return Reply(
                type: "text/plain; version=0.0.4; charset=utf-8",
                body: Array((central.metrics.text + Metrics.outbox(waiting)).utf8))
        },
        Route("openAPI", .get, "/openapi.yaml") { _, central in
            Reply(type: "application/yaml", body: central.description)
        },
    ]

    /// Central listens only once its data is loaded, so this asks whether the database still answers.
    private static func readiness(_ call: Call, _ central: Central) async throws -> Reply {
        do {
            _ = try await central.store.read { try SettingTable.value($0, SettingTable.epoch) }
        } catch {
            throw ProblemError(.notReady, headers: ["retry-after": "5"])
        }
        return try .json(object: ["status": .string("ready")])
    }
}
