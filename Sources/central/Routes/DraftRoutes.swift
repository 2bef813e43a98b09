import HTTPTypes
import Forms
import Models

/// Drafts at the centre, so that one can be taken up at another desk. Each officer sees his own alone.
enum DraftRoutes {
    static let all = [
        Route("listDrafts", .get, "/v1/drafts", query: ["limit", "cursor"], handle: list),
        Route("getDraft", .get, "/v1/drafts/{id}", find: existing, handle: get),
        Route("putDraft", .put, "/v1/drafts/{id}", body: .json, find: slot, handle: put),
        Route(
            "handOverDraft", .post, "/v1/drafts/{id}:hand-over", body: .json, isKeyed: true,
            find: handedOver, handle: handOver),
        Route(
            "listColleagues", .get, "/v1/colleagues", query: ["who", "limit", "cursor"], handle: colleagues),
        Route("deleteDraft", .delete, "/v1/drafts/{id}", find: slot, handle: delete),
    ]

    /// Seconds that a draft is kept after its last change.
    static let lifetime = 30 * 86_400

    private static func list(_ call: Call, _ central: Central) async throws -> Reply {
        let limit = try call.limit()
        let after = try call.positionCursor()
        let (officer, now) = (try call.requireGrant().officer.id, call.now)
        let found = try await central.store.read {
            try DraftTable.page(
                $0, officer: officer, at: now, after: after, seal: central.seal, limit: limit + 1)
        }
        let page = found.prefix(limit).map(\.draft)
        let next =
            found.count > limit
            ? page.last.map { Cursor.encode([String($0.updatedAt.seconds), $0.id]) } : nil
        return try .json(FixedShape.page(page, next: next))
    }

    private static func get(_ call: Call, _ central: Central) async throws -> Reply {
        try reply(try call.thing(), status: 200)
    }

    /// Makes a draft, or changes one that exists, for which `If-Match` is needed.
    private static func put(_ call: Call, _ central: Central) async throws -> Reply {
        let id = try call.id()
        let grant = try call.requireGrant()
        let officer = grant.officer
        let existing = try call.thing(Slot.self).stored
        let draft = try RequestBody.decode(DraftPut.self, from: call.body, opaque: "content")
        try check(draft, id: id)
        if existing != nil || call.headers[.ifMatch] != nil {
            // A revision of what doesn't exist can't be met.
            guard let existing else { throw ProblemError(.revisionConflict) }
            try Precondition.check(
                call, revision: existing.revision, changedBy: officer.name,
                changedAt: existing.draft.updatedAt)
        }
        let now = call.now
        let stored = try await central.store.write { database in
            let current = try DraftTable.find(database, id: id, at: now, seal: central.seal)
            if let current, current.officer != officer.id { throw ProblemError(.notFound) }
            guard current?.revision == existing?.revision else {
                throw ProblemError(
                    .revisionConflict, changedBy: officer.name, changedAt: current?.draft.updatedAt)
            }
            let stored = DraftTable.Stored(
                draft: Draft(
                    id: id, kind: draft.kind, title: draft.title, procedure: draft.procedure,
                    formId: draft.formId, formVersion: draft.formVersion, content: draft.content,
                    files: draft.files, updatedAt: now, expiresAt: now.adding(seconds: lifetime)),
                officer: officer.id, revision: (current?.revision ?? 0) + 1)
            try DraftTable.put(database, stored, seal: central.seal)
            let hashes = Set((draft.files ?? []).map { $0.lowercased() })
            var faults: [InputFault] = []
            for (index, hash) in (draft.files ?? []).enumerated()
            where try !FileTable.isAtHand(database, sha256: hash.lowercased(), grant: grant, at: now) {
                faults.append(.init("/files/\(index)", "unknown_file", "Tệp này chưa được gửi lên."))
            }
            guard faults.isEmpty else { throw ProblemError.input(faults) }
            try FileTable.refer(database, .draft, id, to: hashes)
            try DraftTable.purge(database, at: now)
            return stored
        }
        return try reply(stored, status: existing == nil ? 201 : 200)
    }

    /// A draft that isn't there is as good as deleted: a desk that asks twice gets the same answer.
    private static func delete(_ call: Call, _ central: Central) async throws -> Reply {
        let officer = try call.requireGrant().officer
        guard let id = try call.thing(Slot.self).stored?.draft.id else { return .noContent }
        try await central.store.write { database in
            guard let current = try DraftTable.find(database, id: id, at: call.now, seal: central.seal) else {
                return
            }
            guard current.officer == officer.id else { throw ProblemError(.notFound) }
            try Precondition.check(
                call, revision: current.revision, changedBy: officer.name, changedAt: current.draft.updatedAt)
            try DraftTable.delete(database, id: id)
            try FileTable.refer(database, .draft, id, to: [])
        }
        return .noContent
    }

    /// A colleague at the same desk goes on with the draft as it was seen (`If-Match`); from then on it is his alone.
    private static func handOver(_ call: Call, _ central: Central) async throws -> Reply {
        let (id, now, grant) = (try call.id(), call.now, try call.requireGrant())
        let officer = grant.officer
        return try await central.effectOnce.perform(call) {
            let mine = try await central.store.read {
                try DraftTable.find($0, id: id, at: now, seal: central.seal)
            }
            guard let mine, mine.officer == officer.id else { throw ProblemError(.notFound) }
            let request: DraftHandOver = try call.decode()
            let colleagues = try await central.store.read {
                try OfficerTable.colleagues(
                    $0, in: Scope(units: grant.scope.units), holding: [.reception], on: now.date)
            }
            let receiver = colleagues.first { $0.id == request.officer && $0.id != officer.id }?.reference
            guard let receiver else {
                throw ProblemError.input([
                    .init("/officer", "unknown_officer", "Không có cán bộ tiếp nhận này ở đơn vị.")
                ])
            }
            try Precondition.check(
                call, revision: mine.revision, changedBy: officer.name, changedAt: mine.draft.updatedAt)
            return receiver
        } effect: { database, receiver in
            guard var stored = try DraftTable.find(database, id: id, at: now, seal: central.seal),
                stored.officer == officer.id
            else { throw ProblemError(.notFound) }
            // What another desk of this officer has typed meanwhile is not given away unseen.
            try Precondition.check(
                call, revision: stored.revision, changedBy: officer.name, changedAt: stored.draft.updatedAt)
            stored.officer = receiver.id
            stored.revision += 1
            stored.draft.updatedAt = now
            stored.draft.expiresAt = now.adding(seconds: lifetime)
            try DraftTable.put(database, stored, seal: central.seal)
            let entry = AuditEntry(
                at: now, officer: officer.id, person: officer.person, unit: officer.unit,
                action: "draft.hand_over", subject: id, detail: ["to": receiver.id], traceID: call.traceID)
            try AuditTable.append(database, entry, key: central.auditKey)
            return try .json(receiver)
        }
    }

    /// Who else works in the caller's units: those who receive dossiers, to whom a draft can go, or all who handle them.
    private static func colleagues(_ call: Call, _ central: Central) async throws -> Reply {
        let (grant, today) = (try call.requireGrant(), call.today)
        let roles: Set<Role>
        switch try call.text("who") {
        case nil, "receiving": roles = [.reception]
        case "handling": roles = Role.handling
        default:
            throw ProblemError(
                .invalidParameter,
                errors: [.init("/query/who", "invalid_value", "receiving hoặc handling.")])
        }
        // Drafts stay in their unit; work is handed over wherever one may see it.
        let scope = roles == [.reception] ? Scope(units: grant.scope.units) : grant.scope
        let found = try await central.store.read { database in
            let leavers =
                roles == [.reception] ? [] : try OfficerTable.leavers(database, in: scope, on: today)
            return try OfficerTable.colleagues(database, in: scope, holding: roles, on: today) + leavers
        }
        return try .list(found.filter { $0.id != grant.officer.id }, call)
    }

    /// The place of a draft: the officer's own draft, or none yet.
    private struct Slot: Sendable {
        var stored: DraftTable.Stored?
    }

    /// Another officer's draft isn't found.
    @Sendable private static func slot(_ call: Call, _ central: Central) async throws -> any Sendable {
        try await slot(call, central, orDoneUnderKey: false)
    }

    private static func slot(_ call: Call, _ central: Central, orDoneUnderKey: Bool) async throws -> Slot {
        let (id, now) = (try call.id(), call.now)
        let officer = try call.requireGrant().officer.id
        let stored = try await central.store.read {
            try DraftTable.find($0, id: id, at: now, seal: central.seal)
        }
        if let stored, stored.officer != officer {
            guard orDoneUnderKey else { throw ProblemError(.notFound) }
            return Slot(stored: nil)
        }
        return Slot(stored: stored)
    }

    /// One's own draft, or one that was handed over under the same key: an act that is sent again is answered again.
    @Sendable private static func handedOver(_ call: Call, _ central: Central) async throws -> any Sendable {
        guard let slot = try await slot(call, central, orDoneUnderKey: true) as? Slot else {
            throw ProblemError(.notFound)
        }
        if slot.stored == nil, try await !central.effectOnce.isDone(call) { throw ProblemError(.notFound) }
        return slot
    }

    @Sendable private static func existing(_ call: Call, _ central: Central) async throws -> any Sendable {
        guard let slot = try await slot(call, central) as? Slot, let stored = slot.stored else {
            throw ProblemError(.notFound)
        }
        return stored
    }

    private static func check(_ draft: DraftPut, id: ID) throws {
        var faults: [InputFault] = []
        if draft.id.lowercased() != id {
            faults.append(.init("/id", "mismatch", "Mã nháp phải trùng với địa chỉ."))
        }
        if !["intake", "call"].contains(draft.kind) {
            faults.append(.init("/kind", "unknown_kind", "Loại nháp phải là intake hoặc call."))
        }
        let texts = [
            ("/title", draft.title, 255), ("/procedure", draft.procedure ?? "", 50),
            ("/form_id", draft.formId ?? "", 100),
        ]
        for (place, text, longest) in texts where text.length > longest {
            faults.append(.init(place, "too_long", "Nhiều nhất \(longest) ký tự."))
        }
        if (draft.files ?? []).count > 200 {
            faults.append(.init("/files", "too_many", "Nhiều nhất 200 tệp."))
        }
        for (index, hash) in (draft.files ?? []).prefix(200).enumerated()
        where !FileAnswer.isHash(hash.lowercased()) {
            faults.append(.init("/files/\(index)", "bad_hash", "Mã SHA-256 có 64 chữ số hệ 16."))
        }
        guard case .object = draft.content else {
            faults.append(.init("/content", "wrong_type", "Phải là một đối tượng."))
            throw ProblemError.input(faults)
        }
        guard faults.isEmpty else { throw ProblemError.input(faults) }
    }

    private static func reply(_ stored: DraftTable.Stored, status: Int) throws -> Reply {
        try .json(stored.draft, status: status, headers: ["etag": "\"\(stored.revision)\""])
    }
}
