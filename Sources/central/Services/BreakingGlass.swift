import Forms
import GRDB
import Models

/// Opens one dossier to an administrator of its province, to be read for a while: with a reason that the audit keeps,
/// that the unit reads in the dossier's history, and so often a day.
struct BreakingGlass: Sendable {
    private let call: Call
    private let central: Central
    private let grant: Grant

    init(_ call: Call, _ central: Central) throws {
        self.call = call
        self.central = central
        grant = try call.requireGrant()
    }

    /// By its id, or by its code, which is all that one who sees no dossiers knows of it.
    @Sendable static func find(_ call: Call, _ central: Central) async throws -> any Sendable {
        let text = call.parameter("id")
        let scope = try call.requireGrant().scope
        let found = try await central.store.read { database -> StoredDossier? in
            let id =
                UUIDv7.isValid(text.lowercased())
                ? text.lowercased() : try DossierTable.id(database, ofCode: text.uppercased())
            return try id.flatMap {
                try DossierTable.find(database, id: $0, scope: scope, seal: central.seal)
            }
        }
        guard let found else { throw ProblemError(.notFound) }
        return found
    }

    func perform() async throws -> Reply {
        let stored = try call.thing(StoredDossier.self)
        return try await central.effectOnce.perform(call) {
            let request = try call.decode(BreakGlassRequest.self)
            let reason = request.reason.trimmed
            // A word is no reason that says anything a year later.
            guard (10...500).contains(reason.length) else {
                throw ProblemError.input([
                    .init(
                        "/reason", "invalid_reason", "Cần ghi lý do, từ 10 đến 500 ký tự.",
                        hint: "Ví dụ: kiểm tra khiếu nại số 12, công dân phản ánh hồ sơ bị treo.")
                ])
            }
            return reason
        } effect: { database, reason in
            try open(stored, reason, database)
        }
    }

    private func open(_ stored: StoredDossier, _ reason: String, _ database: Database) throws -> Reply {
        let (officer, now) = (grant.officer, call.now)
        let dossier = stored.dossier
        let current = try BreakGlassTable.current(database, dossier: dossier.id, by: officer.id, at: now)
        let used = try BreakGlassTable.count(database, by: officer.id, on: call.today)
        if let current {
            // It is open: nothing is counted twice, and the time doesn't begin anew.
            return try reply(dossier, current, used: used, database, counts: false)
        }
        guard used < BreakGlassTable.mostADay else {
            let left = 86_400 - (now.seconds + 7 * 3600) % 86_400
            throw ProblemError(
                .tooManyRequests,
                detail: "Hôm nay đã mở đủ \(BreakGlassTable.mostADay) hồ sơ. Ngày mai mới mở tiếp được.",
                headers: ["retry-after": String(left)])
        }
        let opening = DossierOpening(
            officer: officer.reference, at: now,
            until: Instant(seconds: now.seconds + BreakGlassTable.lifetime), reason: reason)
        try BreakGlassTable.add(database, opening, dossier: dossier.id)
        // Whoever has its page open sees it at once.
        try ChangeTable.append(database, ChangeEntry(stored, "break_glass", at: now))
        return try reply(dossier, opening, used: used + 1, database, counts: true)
    }

    private func reply(
        _ dossier: Dossier, _ opening: DossierOpening, used: Int, _ database: Database, counts: Bool
    ) throws -> Reply {
        let officer = grant.officer
        let entry = AuditEntry(
            at: call.now, officer: officer.id, person: officer.person, unit: dossier.unit.code,
            action: counts ? "dossier.break_glass" : "dossier.break_glass_again", subject: dossier.id,
            detail: ["reason": opening.reason, "until": opening.until.rfc3339], traceID: call.traceID)
        try AuditTable.append(database, entry, key: central.auditKey)
        let answer = BreakGlassGrant(
            dossier: dossier.id, code: dossier.code, opening: opening,
            leftToday: max(0, BreakGlassTable.mostADay - used))
        return try .json(answer, status: 201)
    }
}
