import Forms
import GRDB
import HTTPTypes
import Models

/// Processes as data: the ministry's administrators draft, check and activate versions; every officer may read them.
enum ProcessRoutes {
    static let all = [
        Route(
            "listProcesses", .get, "/v1/processes", query: ["q", "procedure", "state", "limit", "cursor"],
            handle: list),
        Route("createProcess", .post, "/v1/processes", body: .json, isKeyed: true, handle: create),
        Route("getProcess", .get, "/v1/processes/{id}/versions/{version}", find: find) { call, _ in
            try reply(try call.thing())
        },
        Route(
            "putProcess", .put, "/v1/processes/{id}/versions/{version}", body: .json, find: find, handle: put),
        Route("lintProcess", .post, "/v1/processes/{id}/versions/{version}:lint", find: find, handle: lint),
        Route(
            "activateProcess", .post, "/v1/processes/{id}/versions/{version}:activate", body: .json,
            isKeyed: true, find: find, handle: activate),
    ]

    @Sendable private static func find(_ call: Call, _ central: Central) async throws -> any Sendable {
        let (id, today) = (call.parameter("id"), call.today)
        guard let version = Int(call.parameter("version")),
            let stored = try await central.store.read({
                try ProcessTable.find($0, id: id, version: version, on: today)
            })
        else { throw ProblemError(.notFound, detail: "Không có bản này của quy trình.") }
        return stored
    }

    private static func reply(_ stored: ProcessTable.Stored, status: Int = 200) throws -> Reply {
        try .json(stored.process, status: status, headers: ["etag": "\"\(stored.revision)\""])
    }

    private static func list(_ call: Call, _ central: Central) async throws -> Reply {
        let (procedure, state, today) = (try call.text("procedure"), try call.text("state"), call.today)
        if let state, ProcessDefinition.State(rawValue: state) == nil {
            throw ProblemError(
                .invalidParameter,
                errors: [.init("/query/state", "invalid_value", "draft, active hoặc retired.")])
        }
        let words = TextFold.fold(try call.text("q") ?? "").split(whereSeparator: \.isWhitespace)
        let found = try await central.store.read { try ProcessTable.list($0, on: today) }.map(\.process)
            .filter { process in
                let text = TextFold.fold("\(process.id) \(process.procedure) \(process.name)")
                return words.allSatisfy { text.contains($0) }
                    && (procedure.map { process.procedure == $0 } ?? true)
                    && (state.map { process.state.rawValue == $0 } ?? true)
            }
        let items = found.map { process in
            ProcessSummary(
                id: process.id, version: process.version, procedure: process.procedure, name: process.name,
                state: process.state.rawValue, effectiveFrom: process.effectiveFrom,
                effectiveTo: process.effectiveTo)
        }
        // By name and version, not by place: a draft may be put in between while somebody reads.
        var rest = items[...]
        if let after = try call.cursor(parts: 2) {
            guard let version = Int(after[1]) else { throw ProblemError.invalidCursor }
            rest = rest.drop { ($0.id, $0.version) <= (after[0], version) }
        }
        let page = rest.prefix(try call.limit())
        let next =
            page.count < rest.count ? page.last.map { Cursor.encode([$0.id, String($0.version)]) } : nil
        return try .json(FixedShape.page(page, next: next))
    }

    // MARK: Drafts

    private static func create(_ call: Call, _ central: Central) async throws -> Reply {
        let officer = try call.requireGrant().officer
        return try await central.effectOnce.perform(call) {
            try call.decode(ProcessDefinition.self)
        } effect: { database, process in
            let (stored, _) = try ProcessPublishing.begin(process, database, by: officer, at: call.now)
            try record("catalogue.process_draft", stored.process, database, call, central)
            return try reply(stored, status: 201)
        }
    }

    private static func put(_ call: Call, _ central: Central) async throws -> Reply {
        let officer = try call.requireGrant().officer
        let process: ProcessDefinition = try call.decode()
        let known = try call.thing(ProcessTable.Stored.self).process
        let stored = try await central.store.write { database in
            guard
                let current = try ProcessTable.find(
                    database, id: known.id, version: known.version, on: call.today)
            else { throw ProblemError(.notFound) }
            if current.process.state == .draft {
                try Precondition.check(
                    call, revision: current.revision, changedBy: current.changedBy,
                    changedAt: current.changedAt)
            }
            let stored = try ProcessPublishing.replace(
                current, with: process, database, by: officer, at: call.now)
            try record("catalogue.process_draft", stored.process, database, call, central)
            return stored
        }
        return try reply(stored)
    }

    private static func lint(_ call: Call, _ central: Central) async throws -> Reply {
        let (process, today) = (try call.thing(ProcessTable.Stored.self).process, call.today)
        let found = try await central.store.read { database in
            try ProcessPublishing.findings(process, database, on: max(today, process.effectiveFrom))
        }
        return try .json(
            ProcessFindings(
                items: found.map {
                    InputProblem(pointer: $0.pointer, code: $0.code, message: $0.message, hint: $0.hint)
                }))
    }

    // MARK: Activation

    private static func activate(_ call: Call, _ central: Central) async throws -> Reply {
        let known = try call.thing(ProcessTable.Stored.self).process
        let answer = try await central.effectOnce.perform(call) {
            try call.decode(ProcessActivation.self)
        } effect: { database, request in
            guard
                let current = try ProcessTable.find(
                    database, id: known.id, version: known.version, on: call.today)
            else { throw ProblemError(.notFound) }
            let (process, _) = try ProcessPublishing.activate(
                known.id, version: known.version, from: request.effectiveFrom, database, today: call.today)
            // What is activated is what was looked at: from then on it can't be changed. Findings are said first; a
            // refusal here takes the whole back.
            try Precondition.check(
                call, revision: current.revision, changedBy: current.changedBy, changedAt: current.changedAt)
            try record("catalogue.process", process, database, call, central)
            return try reply(ProcessTable.Stored(process: process, revision: 1))
        }
        central.catalogue.forget()
        return answer
    }

    private static func record(
        _ action: String, _ process: ProcessDefinition, _ database: Database, _ call: Call, _ central: Central
    ) throws {
        let officer = try call.requireGrant().officer
        let entry = Publishing.entry(
            action, process.id, version: process.version, by: officer, at: call.now, traceID: call.traceID)
        try AuditTable.append(database, entry, key: central.auditKey)
    }
}
