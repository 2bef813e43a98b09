import Forms
import GRDB
import HTTPTypes
import Models

/// Drawers: opened with what is in them, moved, counted blind, closed with their difference.
enum CashRoutes {
    static let all = [
        Route("openCashSession", .post, "/v1/cash-sessions", body: .json, isKeyed: true, handle: open),
        Route(
            "listCashSessions", .get, "/v1/cash-sessions", query: ["day", "open", "mine"], handle: list),
        Route("getCashSession", .get, "/v1/cash-sessions/{id}", find: find) { call, _ in
            try .json(try call.thing(CashTable.Stored.self).session)
        },
        Route(
            "moveCash", .post, "/v1/cash-sessions/{id}/movements", body: .json, isKeyed: true, find: find,
            handle: move),
        Route(
            "countCashSession", .post, "/v1/cash-sessions/{id}:count", body: .json, isKeyed: true, find: find
        ) { call, central in
            try await act(call, central) {
                try call.decode(CashCount.self)
            } effect: {
                try $0.count($1, $2, $3.counts)
            }
        },
        Route(
            "closeCashSession", .post, "/v1/cash-sessions/{id}:close", body: .json, isKeyed: true, find: find
        ) { call, central in
            try await act(call, central) { () -> CashSessionClosing in
                var request = try call.decode(CashSessionClosing.self)
                var faults: [InputFault] = []
                request.reason = CallText.check(
                    request.reason, "/reason", longest: PaymentRoutes.longestReason, &faults)
                guard faults.isEmpty else { throw ProblemError.input(faults) }
                return request
            } effect: {
                try $0.close($1, $2, $3)
            }
        },
    ]

    private static func open(_ call: Call, _ central: Central) async throws -> Reply {
        let officer = try call.requireGrant().officer
        let units = officer.assignments.filter { $0.role == .cashier }.map(\.unit)
        guard let code = units.contains(officer.unit) ? officer.unit : units.first else {
            throw ProblemError(.forbidden)
        }
        return try await central.effectOnce.perform(call) { () -> (CashSessionOpening, UnitRef) in
            var request: CashSessionOpening = try call.decode()
            var faults: [InputFault] = []
            let desk = CallText.check(request.desk, "/desk", longest: 50, isRequired: true, &faults)
            _ = Bookkeeping.sum(request.counts, &faults)
            guard faults.isEmpty, let desk else { throw ProblemError.input(faults) }
            request.desk = desk
            let name = try await central.store.read { [today = call.today] in
                try OfficerTable.unitName($0, code: code, on: today)
            }
            return (request, UnitRef(code: code, name: name ?? code))
        } effect: { database, prepared in
            let session = try Bookkeeping(call, central, officer: officer).open(
                database, unit: prepared.1, desk: prepared.0.desk, prepared.0.counts)
            return try .json(
                session, status: 201, headers: ["location": "/v1/cash-sessions/\(session.id)"])
        }
    }

    /// At most 200; of one day they are never more.
    private static func list(_ call: Call, _ central: Central) async throws -> Reply {
        let grant = try call.requireGrant()
        let day = call.query["day"] == nil ? nil : try call.day("day")
        let (isOpen, isMine) = (try call.flag("open"), try call.flag("mine"))
        let found = try await central.store.read { [today = call.today] in
            try CashTable.page(
                $0, scope: grant.scope, officer: isMine ? grant.officer.id : nil, day: day, isOpen: isOpen,
                limit: 200, on: today)
        }
        return try .json(FixedShape.page(found.map(\.session), next: nil))
    }

    private static func move(_ call: Call, _ central: Central) async throws -> Reply {
        try await act(call, central) { () -> CashMovementRequest in
            var request: CashMovementRequest = try call.decode()
            var faults: [InputFault] = []
            if !(1...PaymentRoutes.largestAmount).contains(request.amount) {
                faults.append(.amount("/amount"))
            }
            let reason = CallText.check(
                request.reason, "/reason", longest: PaymentRoutes.longestReason, isRequired: true, &faults)
            guard faults.isEmpty, let reason else { throw ProblemError.input(faults) }
            request.reason = reason
            return request
        } effect: {
            try $0.move($1, $2, $3)
        }
    }

    private static func act<Request: Sendable>(
        _ call: Call, _ central: Central, prepare: @escaping @Sendable () throws -> Request,
        effect: @escaping @Sendable (Bookkeeping, Database, CashTable.Stored, Request) throws -> CashSession
    ) async throws -> Reply {
        let id = try call.thing(CashTable.Stored.self).session.id
        let officer = try call.requireGrant().officer
        return try await central.effectOnce.perform(call) {
            try prepare()
        } effect: { database, request in
            let book = Bookkeeping(call, central, officer: officer)
            return try .json(
                try effect(book, database, try book.readSession(database, id), request))
        }
    }

    @Sendable private static func find(_ call: Call, _ central: Central) async throws -> any Sendable {
        let (id, scope) = (try call.id(), try call.requireGrant().scope)
        let found = try await central.store.read { [today = call.today] in
            try CashTable.find($0, id: id, scope: scope, on: today)
        }
        guard let found else { throw ProblemError(.notFound) }
        return found
    }
}
