import Forms
import HTTPTypes
import Models

/// A ministry's administrators put forms and procedures in as data; desks can take them in at once.
enum PublishingRoutes {
    static let all = [
        Route("getFormVersion", .get, "/v1/forms/{id}/versions/{version}", find: version) { call, _ in
            let form = try call.thing(FormDefinition.self)
            return try .json(form, headers: ["etag": "\"\(form.version)\""])
        },
        Route(
            "publishForm", .put, "/v1/forms/{id}/versions/{version}", body: .json, handle: publishForm),
        Route("publishProcedure", .put, "/v1/procedures/{code}", body: .json, handle: publishProcedure),
    ]

    @Sendable private static func version(_ call: Call, _ central: Central) async throws -> any Sendable {
        guard let version = Int(call.parameter("version")),
            let form = try await central.catalogue.form(
                call.parameter("id"), version: version, on: call.today)
        else { throw ProblemError(.notFound, detail: "Không có bản này của tờ khai.") }
        return form
    }

    private static func publishForm(_ call: Call, _ central: Central) async throws -> Reply {
        // Hidden characters, depth and syntax first; then every mistake at once, with its line.
        _ = try RequestBody.parse(call.body)
        let body = call.body
        let faults = try await central.store.read { try Publishing.faults(ofForm: body, $0) }
        guard faults.isEmpty else { throw ProblemError.input(faults) }
        let form: FormDefinition = try call.decode()
        guard form.id == call.parameter("id"), String(form.version) == call.parameter("version") else {
            throw ProblemError.input([
                .init(
                    form.id == call.parameter("id") ? "/version" : "/id", "mismatch",
                    "Mã và số bản phải trùng với địa chỉ.")
            ])
        }
        let officer = try call.requireGrant().officer
        let outcome = try await central.store.write { database in
            let outcome = try Publishing.publish(form, database, on: call.today)
            if outcome == .made {
                let entry = Publishing.entry(
                    "catalogue.form", form.id, version: form.version, by: officer, at: call.now,
                    traceID: call.traceID)
                try AuditTable.append(database, entry, key: central.auditKey)
            }
            return outcome
        }
        central.catalogue.forget()
        return try .json(
            form, status: outcome == .made ? 201 : 200, headers: ["etag": "\"\(form.version)\""])
    }

    private static func publishProcedure(_ call: Call, _ central: Central) async throws -> Reply {
        let procedure: Procedure = try call.decode()
        guard procedure.code == call.parameter("code") else {
            throw ProblemError.input([.init("/code", "mismatch", "Mã phải trùng với địa chỉ.")])
        }
        let officer = try call.requireGrant().officer
        let (faults, latest, isSame) = try await central.store.read { database in
            (
                try Publishing.faults(of: procedure, database, on: call.today),
                try Publishing.latest(procedure.code, database), try Publishing.isSame(procedure, database)
            )
        }
        guard faults.isEmpty else { throw ProblemError.input(faults) }
        try Precondition.checkVersion(call, latest: latest, isSame: isSame)
        let outcome = try await central.store.write { database in
            let outcome = try Publishing.publish(procedure, database, on: call.today)
            if outcome == .made {
                let entry = Publishing.entry(
                    "catalogue.procedure", procedure.code, version: procedure.version, by: officer,
                    at: call.now, traceID: call.traceID)
                try AuditTable.append(database, entry, key: central.auditKey)
            }
            return outcome
        }
        central.catalogue.forget()
        return try .json(
            procedure, status: outcome == .made ? 201 : 200, headers: ["etag": "\"\(procedure.version)\""])
    }
}
