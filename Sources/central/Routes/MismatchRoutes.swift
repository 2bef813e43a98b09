import Forms
import HTTPTypes
import Models

/// Reports of what is wrong in a source, for its owner: the administrators of the province, and of the ministry.
enum MismatchRoutes {
    static let all = [
        Route(
            "listMismatches", .get, "/v1/persons/mismatches", query: ["state", "limit", "cursor"],
            handle: list),
        Route(
            "resolveMismatch", .post, "/v1/persons/mismatches/{id}:resolve", body: .json, isKeyed: true,
            find: find, handle: resolve),
        Route(
            "revealMismatch", .post, "/v1/persons/mismatches/{id}:reveal", body: .json, find: find,
            handle: reveal),
    ]

    private static func list(_ call: Call, _ central: Central) async throws -> Reply {
        let limit = try call.limit()
        let after = try call.positionCursor()
        let state = try call.query["state"].map { text in
            guard let state = MismatchTable.State(rawValue: text) else {
                throw ProblemError(
                    .invalidParameter,
                    errors: [.init("/query/state", "unknown_state", "Phải là open hoặc resolved.")])
            }
            return state
        }
        let (scope, today) = (try call.requireGrant().scope, call.today)
        @Sendable func found(_ after: DossierList.Position?, _ limit: Int) async throws -> [Mismatch] {
            try await central.store.read {
                try MismatchTable.page(
                    $0, scope: scope, state: state, on: today, after: after, limit: limit)
            }
        }
        if call.wantsCSV {
            return try await table(found).reply(from: after, call, central)
        }
        let found = try await found(after, limit + 1)
        let page = found.prefix(limit)
        let next =
            found.count > limit ? page.last.map { Cursor.encode([String($0.at.seconds), $0.id]) } : nil
        return try .json(FixedShape.page(page.map(\.masked), next: next))
    }

    private static func table(
        _ lines: @escaping @Sendable (DossierList.Position?, Int) async throws -> [Mismatch]
    ) -> TableExport<Mismatch, DossierList.Position> {
        TableExport(
            name: "mismatches",
            head: [
                Phrase("Báo lúc", en: "Reported"),
                Phrase("Số định danh", en: "Identity number"),
                Phrase("Trường", en: "Field"),
                Phrase("Nguồn ghi", en: "Source says"),
                Phrase("Giá trị đúng", en: "Should be"),
                Phrase("Nguồn", en: "Source"),
                Phrase("Đơn vị báo", en: "Unit"),
                Phrase("Người báo", en: "Reported by"),
                Phrase("Xử lý lúc", en: "Handled"),
                Phrase("Người xử lý", en: "Handled by"),
                Phrase("Đã xử lý thế nào", en: "What was done"),
            ], lines: lines,
            position: { DossierList.Position(key: $0.at.seconds, id: $0.id) },
            fields: { line in
                let line = line.masked
                return [
                    line.at.display, line.identityNumber, line.field, line.sourceValue, line.correctValue,
                    line.source ?? "", line.unit.name, line.reportedBy.name,
                    line.resolution?.at.display ?? "", line.resolution?.by.name ?? "",
                    line.resolution?.note ?? "",
                ]
            })
    }

    /// Says what was done about a report, once: who comes second is told who was first.
    private static func resolve(_ call: Call, _ central: Central) async throws -> Reply {
        let (id, now, today) = (try call.id(), call.now, call.today)
        let grant = try call.requireGrant()
        let officer = grant.officer
        return try await central.effectOnce.perform(call) { () -> String in
            let request: MismatchResolve = try call.decode()
            let note = request.note.trimmed
            guard !note.isEmpty else {
                throw ProblemError.input([.init("/note", "required", "Cần ghi đã xử lý thế nào.")])
            }
            guard note.length <= 2_000 else {
                throw ProblemError.input([.init("/note", "too_long", "Nhiều nhất 2000 ký tự.")])
            }
            return note
        } effect: { database, note -> Reply in
            guard let found = try MismatchTable.find(database, id: id, scope: grant.scope, on: today) else {
                throw ProblemError(.notFound)
            }
            if let earlier = found.resolution {
                throw ProblemError(
                    .revisionConflict, detail: "Báo sai lệch này đã được xử lý.",
                    changedBy: earlier.by.name, changedAt: earlier.at)
            }
            try MismatchTable.resolve(database, id: id, officer: officer.id, note: note, at: now)
            let entry = AuditEntry(
                at: now, officer: officer.id, person: officer.person, unit: found.unit.code,
                action: "person.resolve_mismatch", subject: id, detail: ["field": found.field],
                traceID: call.traceID)
            try AuditTable.append(database, entry, key: central.auditKey)
            let handled = try MismatchTable.find(database, id: id, scope: grant.scope, on: today)
            guard let handled else { throw ProblemError(.notFound) }
            return try .json(handled.masked)
        }
    }

    /// The person and the values, to the one who has to look them up in the source, with a purpose that the audit keeps.
    private static func reveal(_ call: Call, _ central: Central) async throws -> Reply {
        let mismatch: Mismatch = try call.thing()
        let request: RevealRequest = try call.decode()
        let purpose = try Purpose.check(request.purpose)
        let officer = try call.requireGrant().officer
        let entry = AuditEntry(
            at: call.now, officer: officer.id, person: officer.person, unit: mismatch.unit.code,
            action: "person.reveal_mismatch", subject: mismatch.id, detail: ["purpose": purpose],
            traceID: call.traceID)
        try await Revealing.record(entry, call, central)
        return try .json(mismatch)
    }

    /// A report of another province isn't found.
    @Sendable private static func find(_ call: Call, _ central: Central) async throws -> any Sendable {
        let (id, scope, today) = (try call.id(), try call.requireGrant().scope, call.today)
        let found = try await central.store.read {
            try MismatchTable.find($0, id: id, scope: scope, on: today)
        }
        guard let found else { throw ProblemError(.notFound) }
        return found
    }
}

extension Mismatch {
    /// As lists show it: the values are those of a person, whatever field they stand in.
    fileprivate var masked: Mismatch {
        var copy = self
        copy.identityNumber = Masking.identityNumber(identityNumber)
        copy.sourceValue = Masking.name(sourceValue)
        copy.correctValue = Masking.name(correctValue)
        // What is free text may name anybody.
        copy.note = nil
        return copy
    }
}
