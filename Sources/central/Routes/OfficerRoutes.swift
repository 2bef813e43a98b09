import Forms
import GRDB
import HTTPTypes
import Models

/// Officers, kept by the administrators of their province or of the ministry.
enum OfficerRoutes {
    static let all =
        [
            Route(
                "listOfficers", .get, "/v1/officers",
                query: ["q", "unit", "role", "state", "limit", "cursor"], handle: list),
            Route(
                "importOfficers", .post, "/v1/officers:import", query: ["dry_run", "columns"], body: .table,
                isKeyed: true, handle: take),
            Route("createOfficer", .post, "/v1/officers", body: .json, isKeyed: true, handle: create),
            Route("getOfficer", .get, "/v1/officers/{id}", find: find) { call, _ in
                try reply(call.thing(), status: 200)
            },
            Route(
                "changeOfficer", .patch, "/v1/officers/{id}", body: .json, isKeyed: true, find: find
            ) { call, central in
                try await act(call, central) { OfficerDeed(act: .change, patch: try call.decode()) }
            },
            Route(
                "transferOfficer", .post, "/v1/officers/{id}:transfer", body: .json, isKeyed: true, find: find
            ) { call, central in
                try await act(call, central) { OfficerDeed(act: .transfer, transfer: try call.decode()) }
            },
            Route(
                "reviewOfficer", .post, "/v1/officers/{id}:review", isKeyed: true, find: find
            ) { call, central in
                try await act(call, central) { OfficerDeed(act: .review) }
            },
            Route(
                "revealOfficer", .post, "/v1/officers/{id}:reveal", body: .json, find: find, handle: reveal),
        ]
        + [OfficerVerb.suspend, .reactivate, .revoke].map { verb in
            Route(
                verb.rawValue + "Officer", .post, "/v1/officers/{id}:\(verb.rawValue)", body: .json,
                isKeyed: true, find: find
            ) { call, central in
                try await act(call, central) { OfficerDeed(act: verb, request: try call.decode()) }
            }
        }

    /// `?q=`, `unit`, `role`, `state`.
    private static func filter(_ call: Call) throws -> OfficerTable.Filter {
        var filter = OfficerTable.Filter()
        filter.text = call.searchText("q")?.trimmed
        if filter.text == "" { filter.text = nil }
        filter.unit = try call.text("unit")
        filter.role = try call.text("role")
        if call.query["state"] != nil {
            filter.state = try call.choice("state", or: OfficerTable.Filter.State.active)
        }
        return filter
    }

    private static func list(_ call: Call, _ central: Central) async throws -> Reply {
        let limit = try call.limit()
        let after = try call.cursor(parts: 2).map { OfficerTable.Position(key: $0[0], id: $0[1]) }
        let filter = try filter(call)
        let (scope, now, seal) = (try call.requireGrant().scope, call.now, central.seal)
        let isBeyond = filter.text.map { $0.length > 200 } ?? false
        @Sendable func found(_ after: OfficerTable.Position?, _ limit: Int) async throws -> [OfficerRecord] {
            // What is longer than anything that there is finds nothing.
            guard !isBeyond else { return [] }
            return try await central.store.read { database in
                try OfficerReading(database, scope: scope, at: now, seal: seal).wire(
                    OfficerTable.records(
                        database, filter, scope: scope, at: now, after: after, limit: limit, seal: seal))
            }
        }
        if call.wantsCSV { return try await OfficerSheet.export(found).reply(from: after, call, central) }
        let items = try await found(after, limit + 1)
        let page = items.prefix(limit)
        let next = items.count > limit ? page.last.map { Cursor.encode([position($0).key, $0.id]) } : nil
        return try .json(FixedShape.page(page, next: next))
    }

    static func position(_ record: OfficerRecord) -> OfficerTable.Position {
        OfficerTable.Position(key: NameOrder.key(record.name, isPerson: true), id: record.id)
    }

    private static func create(_ call: Call, _ central: Central) async throws -> Reply {
        try await central.effectOnce.perform(call) {
            try call.decode(OfficerCreate.self)
        } effect: { database, request in
            let changing = try OfficerChanging(database, call, central)
            let id = try changing.create(request)
            return try reply(page(database, id, call, central), status: 201)
        }
    }

    private enum Dryness: String, CaseIterable {
        case dry = "true"
        case wet = "false"
    }

    /// A file of officers: tried, or taken in.
    private static func take(_ call: Call, _ central: Central) async throws -> Reply {
        let dryness = try call.choice("dry_run", or: Dryness.wet)
        let importing = try OfficerImporting(call, central)
        return dryness == .dry ? try await importing.preview() : try await importing.perform()
    }

    /// Does a deed on the officer whom the path names, on the revision that was seen; 202 where it now waits for a second
    /// administrator.
    private static func act(
        _ call: Call, _ central: Central, _ deed: @escaping @Sendable () throws -> OfficerDeed
    ) async throws -> Reply {
        let id = try call.thing(OfficerRecord.self).id
        return try await central.effectOnce.perform(call) {
            try deed()
        } effect: { database, deed in
            let changing = try OfficerChanging(database, call, central)
            let record = try changing.record(id)
            try Precondition.check(
                call, revision: record.revision, changedBy: record.changedBy, changedAt: record.changedAt)
            return try perform(deed, on: record, changing, call, central)
        }
    }

    /// What became of a deed, as the officer's page shows him now.
    static func perform(
        _ deed: OfficerDeed, on record: OfficerTable.Record, _ changing: OfficerChanging, _ call: Call,
        _ central: Central, created: Bool = false
    ) throws -> Reply {
        let outcome = try changing.perform(deed, on: record)
        let page = try page(changing.database, record.id, call, central)
        switch outcome {
        case .done: return try reply(page, status: created ? 201 : 200)
        case .proposed: return try reply(page, status: 202)
        }
    }

    /// An officer whom a transfer took out of reach can't be: units out of reach are refused.
    static func page(_ database: Database, _ id: ID, _ call: Call, _ central: Central) throws -> OfficerRecord
    {
        let reading = OfficerReading(
            database, scope: try call.requireGrant().scope, at: call.now, seal: central.seal)
        guard let page = try reading.page(id) else { throw ProblemError(.notFound) }
        return page
    }

    static func reply(_ page: OfficerRecord, status: Int) throws -> Reply {
        try .json(
            page, status: status,
            headers: ["etag": "\"\(page.revision)\"", "location": "/v1/officers/\(page.id)"])
    }

    /// The number, to an administrator who says what for.
    private static func reveal(_ call: Call, _ central: Central) async throws -> Reply {
        let record = try call.thing(OfficerRecord.self)
        let request: RevealRequest = try call.decode()
        let purpose = try Purpose.check(request.purpose)
        let officer = try call.requireGrant().officer
        let entry = AuditEntry(
            at: call.now, officer: officer.id, person: officer.person, unit: record.unit.code,
            action: "officer.reveal", subject: record.id, detail: ["purpose": purpose], traceID: call.traceID)
        try await Revealing.record(entry, call, central)
        let scope = try call.requireGrant().scope
        let page = try await central.store.read { database in
            try OfficerReading(database, scope: scope, at: call.now, seal: central.seal)
                .page(record.id, masked: false)
        }
        guard let page else { throw ProblemError(.notFound) }
        return try reply(page, status: 200)
    }

    /// An officer of another province isn't found.
    @Sendable private static func find(_ call: Call, _ central: Central) async throws -> any Sendable {
        let (id, scope) = (try call.id(), try call.requireGrant().scope)
        let found = try await central.store.read { database in
            try OfficerReading(database, scope: scope, at: call.now, seal: central.seal).page(id)
        }
        guard let found else { throw ProblemError(.notFound) }
        return found
    }
}
