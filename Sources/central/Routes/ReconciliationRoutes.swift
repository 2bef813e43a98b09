import Forms
import HTTPTypes
import Models

/// A unit's day side by side, what banks say, and what belongs to nothing yet.
enum ReconciliationRoutes {
    static let all = [
        Route(
            "getReconciliation", .get, "/v1/reconciliations/{date}", query: ["unit"], find: date
        ) { call, central in
            let date: LocalDate = try call.thing()
            let unit = try await unit(call, central, on: date)
            var day = try await central.store.read { [today = call.today, seal = central.seal] in
                try ReconciliationTable.day($0, of: unit, on: date, today: today, seal: seal)
            }
            let grant = try call.requireGrant()
            day.unmatched = day.unmatched.map { $0.disclosed(to: grant) }
            return try .json(day)
        },
        Route(
            "getCollectionMonth", .get, "/v1/reports/collections", query: ["month", "unit"]
        ) { call, central in
            let first = try month(call)
            let unit = try await unit(call, central, on: min(call.today, last(of: first)))
            return try .json(
                try await central.store.read { try ReconciliationTable.month($0, of: unit, from: first) })
        },
        Route("importBankStatement", .post, "/v1/bank-statements", body: .table, isKeyed: true) {
            call, central in
            try await BankImporting(call, central).perform()
        },
        Route(
            "listUnmatched", .get, "/v1/unmatched-payments", query: ["state", "limit", "cursor"],
            handle: unmatched),
        Route(
            "resolveUnmatched", .post, "/v1/unmatched-payments/{id}:resolve", body: .json, isKeyed: true,
            find: find, handle: resolve),
    ]

    /// `?unit=`, within the caller's units; his own where absent.
    static func unit(_ call: Call, _ central: Central, on day: LocalDate) async throws -> UnitRef {
        let grant = try call.requireGrant()
        let code = try call.text("unit") ?? grant.officer.unit
        let name = try await central.store.read { try OfficerTable.unitName($0, code: code, on: day) }
        guard grant.scope.contains(code), let name else {
            throw ProblemError(
                .invalidParameter,
                errors: [.init("/query/unit", "unknown_unit", "Không có đơn vị này, hoặc ngoài phạm vi.")])
        }
        return UnitRef(code: code, name: name)
    }

    /// The first day of `?month=`; of the current one where absent.
    private static func month(_ call: Call) throws -> LocalDate {
        guard let text = call.query["month"] else { return call.today.adding(days: 1 - call.today.day) }
        guard let first = LocalDate(iso: text + "-01") else {
            throw ProblemError(
                .invalidParameter,
                errors: [.init("/query/month", "invalid_date", "Cần một tháng dạng 2026-11.")])
        }
        return first
    }

    /// The last day of the month that begins on a day: a unit has the name that it had then.
    private static func last(of first: LocalDate) -> LocalDate {
        let next = first.adding(days: 31)
        return next.adding(days: -next.day)
    }

    @Sendable private static func date(_ call: Call, _ central: Central) async throws -> any Sendable {
        guard let date = LocalDate(iso: call.parameter("date")) else { throw ProblemError(.notFound) }
        return date
    }

    private static func unmatched(_ call: Call, _ central: Central) async throws -> Reply {
        let limit = try call.limit()
        let after = try call.positionCursor()
        let grant = try call.requireGrant()
        let scope = grant.scope
        let state: UnmatchedState? =
            call.query["state"] == nil ? nil : try call.choice("state", or: UnmatchedState.open)
        let found = try await central.store.read { [seal = central.seal] in
            try MoneyMessageTable.page(
                $0, scope: scope, state: state, after: after, limit: limit + 1, seal: seal)
        }
        let page = found.prefix(limit)
        let next =
            found.count > limit ? page.last.map { Cursor.encode([String($0.at.seconds), $0.id]) } : nil
        return try .json(FixedShape.page(page.map { $0.disclosed(to: grant) }, next: next))
    }

    private struct Prepared: Sendable {
        var note: String
        var ground: MoneyGround?
        var unit: UnitRef
    }

    private static func resolve(_ call: Call, _ central: Central) async throws -> Reply {
        let item: UnmatchedPayment = try call.thing()
        let grant = try call.requireGrant()
        return try await central.effectOnce.perform(call) { () -> Prepared in
            let request: UnmatchedResolution = try call.decode()
            var faults: [InputFault] = []
            let note = CallText.check(
                request.note, "/note", longest: PaymentRoutes.longestReason, isRequired: true, &faults)
            var stored: StoredDossier?
            if let id = request.dossier?.lowercased() {
                stored = try await central.store.read { [seal = central.seal] in
                    try DossierTable.find($0, id: id, scope: grant.scope, seal: seal)
                }
                if stored == nil {
                    faults.append(
                        .init("/dossier", "unknown_dossier", "Không có hồ sơ này trong đơn vị."))
                }
            }
            guard faults.isEmpty, let note else { throw ProblemError.input(faults) }
            var unit = item.unit ?? UnitRef(code: grant.officer.unit, name: grant.officer.unitName)
            var ground: MoneyGround?
            if let stored {
                ground = try await MoneyGround(of: stored, central, on: call.today)
                unit = try await PaymentRoutes.unit(of: grant, for: stored, central, on: call.today)
            }
            return Prepared(note: note, ground: ground, unit: unit)
        } effect: { database, prepared in
            let book = Bookkeeping(call, central, officer: grant.officer)
            guard
                let current = try MoneyMessageTable.find(
                    database, id: item.id, scope: .everything, seal: central.seal)
            else { throw ProblemError(.notFound) }
            let debtor = try prepared.ground?.debtor(database, seal: central.seal)
            let payment = try book.resolve(
                database, current, prepared.note, of: debtor, unit: prepared.unit)
            if let payment, let ground = prepared.ground {
                try book.tell(database, payment, ground, central)
            }
            guard
                let after = try MoneyMessageTable.find(
                    database, id: item.id, scope: .everything, seal: central.seal)
            else { throw ProblemError(.notFound) }
            return try .json(after)
        }
    }

    @Sendable private static func find(_ call: Call, _ central: Central) async throws -> any Sendable {
        let (id, scope) = (try call.id(), try call.requireGrant().scope)
        let found = try await central.store.read { [seal = central.seal] in
            try MoneyMessageTable.find($0, id: id, scope: scope, seal: seal)
        }
        guard let found else { throw ProblemError(.notFound) }
        return found
    }
}
