import Forms
import HTTPTypes
import Models

/// The hotline's tickets: made by it, answered by those to whom they are handed.
enum TicketRoutes {
    static let all =
        [
            Route("createTicket", .post, "/v1/tickets", body: .json, isKeyed: true, handle: create),
            Route(
                "listTickets", .get, "/v1/tickets", query: ["state", "phone", "limit", "cursor"], handle: list
            ),
            Route("getTicketFigures", .get, "/v1/reports/tickets") { call, central in
                let (scope, now) = (try call.requireGrant().scope, call.now)
                return try .json(
                    try await central.store.read { try TicketTable.figures($0, scope: scope, at: now) })
            },
            Route("getTicket", .get, "/v1/tickets/{id}", find: find, handle: get),
            Route(
                "listTicketMessages", .get, "/v1/tickets/{id}/messages", query: ["limit", "cursor"],
                find: find, handle: messages),
            Route("revealTicket", .post, "/v1/tickets/{id}:reveal", body: .json, find: find, handle: reveal),
        ]
        + [
            ("acknowledgeTicket", "acknowledge", TicketVerb.acknowledge),
            ("escalateTicket", "escalate", .escalate), ("resolveTicket", "resolve", .resolve),
            ("closeTicket", "close", .close),
        ].map { id, name, verb in
            Route(
                id, .post, "/v1/tickets/{id}:" + name, body: .json, isKeyed: true,
                find: findToAct
            ) { call, central in
                try await TicketActing(verb, call, central).perform()
            }
        }

    private static func create(_ call: Call, _ central: Central) async throws -> Reply {
        let making = try TicketMaking(call, central)
        let officer = try call.requireGrant().officer
        return try await central.effectOnce.perform(call) { () -> TicketMaking.Prepared in
            let made = try await making.prepare(try call.decode())
            guard let prepared = made.prepared else { throw ProblemError.input(made.faults) }
            return prepared
        } effect: { database, prepared in
            let ticket = try making.record(database, prepared)
            let events = try TicketTable.events(
                database, of: ticket.id, on: call.today, seal: central.seal)
            return try TicketActing.reply(ticket, events, to: officer, status: 201)
        }
    }

    private static func list(_ call: Call, _ central: Central) async throws -> Reply {
        let limit = try call.limit()
        let after = try call.positionCursor()
        let grant = try call.requireGrant()
        let now = call.now
        let group: TicketTable.Group? =
            call.query["state"] == nil ? nil : try call.choice("state", or: TicketTable.Group.open)
        let phone = try call.phone()
        @Sendable func found(_ after: DossierList.Position?, _ limit: Int) async throws -> [Ticket] {
            try await central.store.read { [seal = central.seal] in
                try TicketTable.page(
                    $0, scope: grant.scope, group: group, phone: phone, at: now, after: after, limit: limit,
                    seal: seal)
            }
        }
        if call.wantsCSV {
            return try await table(grant.officer, group, found).reply(from: after, call, central)
        }
        let found = try await found(after, limit + 1)
        let page = found.prefix(limit)
        let next =
            found.count > limit
            ? page.last.map { Cursor.encode(TicketTable.position(of: $0, in: group)) } : nil
        return try .json(
            FixedShape.page(page.map { $0.disclosed(to: grant.officer, inList: true) }, next: next))
    }

    private static func table(
        _ officer: Officer, _ group: TicketTable.Group?,
        _ lines: @escaping @Sendable (DossierList.Position?, Int) async throws -> [Ticket]
    ) -> TableExport<Ticket, DossierList.Position> {
        TableExport(
            name: "tickets",
            head: [
                Phrase("Mã phiếu", en: "Ticket"),
                Phrase("Loại", en: "Kind"),
                Phrase("Nội dung chính", en: "Subject"),
                Phrase("Nơi lập", en: "From"),
                Phrase("Nơi trả lời", en: "To"),
                Phrase("Người lập", en: "Made by"),
                Phrase("Lập lúc", en: "Made at"),
                Phrase("Hạn trả lời", en: "Due"),
                Phrase("Trạng thái", en: "State"),
                Phrase("Quá hạn", en: "Overdue"),
                Phrase("Người gọi", en: "Caller"),
                Phrase("Điện thoại", en: "Telephone"),
                Phrase("Hồ sơ", en: "Dossier"),
            ], lines: lines,
            position: { ticket in
                let at = group?.isByDue ?? false ? ticket.dueAt : ticket.createdAt
                return DossierList.Position(key: at.seconds, id: ticket.id)
            },
            fields: { ticket in
                let line = ticket.disclosed(to: officer, inList: true)
                return [
                    line.code, line.kind.name, line.subject, line.from.name, line.to.name,
                    line.createdBy.name, line.createdAt.display, line.dueAt.display, line.state.name,
                    line.overdue ? "x" : "", line.callerName ?? "", line.phone ?? "",
                    line.dossier?.code ?? "",
                ]
            })
    }

    private static func get(_ call: Call, _ central: Central) async throws -> Reply {
        let ticket: Ticket = try call.thing()
        let (officer, today) = (try call.requireGrant().officer, call.today)
        let events = try await central.store.read { [seal = central.seal] in
            try TicketTable.events($0, of: ticket.id, on: today, seal: seal)
        }
        return try TicketActing.reply(ticket, events, to: officer)
    }

    /// What the caller was told of it.
    private static func messages(_ call: Call, _ central: Central) async throws -> Reply {
        let ticket: Ticket = try call.thing()
        let isWhole = try call.requireGrant().officer.id == ticket.createdBy.id
        let rows = try await central.store.read { [seal = central.seal] in
            try OutboxTable.of($0, ticket: ticket.id, seal: seal)
        }
        return try .list(rows.map { $0.message(isWhole: isWhole) }, call)
    }

    /// Who called, to the one who has to reach them, with a purpose that the audit keeps.
    private static func reveal(_ call: Call, _ central: Central) async throws -> Reply {
        let ticket: Ticket = try call.thing()
        let request: RevealRequest = try call.decode()
        let purpose = try Purpose.check(request.purpose)
        let officer = try call.requireGrant().officer
        let entry = AuditEntry(
            at: call.now, officer: officer.id, person: officer.person, unit: ticket.to.code,
            action: "ticket.reveal", subject: ticket.id, detail: ["purpose": purpose], traceID: call.traceID)
        try await Revealing.record(entry, call, central)
        return try .json(
            RevealedCaller(id: ticket.id, phone: ticket.phone, callerName: ticket.callerName))
    }

    /// A ticket that no unit of the caller's holds or made isn't found.
    @Sendable private static func find(_ call: Call, _ central: Central) async throws -> any Sendable {
        try await find(call, central, scope: call.requireGrant().scope)
    }

    /// Who has handed a ticket on is answered again under his key, though it is out of his reach by then.
    @Sendable private static func findToAct(_ call: Call, _ central: Central) async throws -> any Sendable {
        let scope = try call.requireGrant().scope
        return try await find(
            call, central, scope: try await central.effectOnce.isDone(call) ? .everything : scope)
    }

    private static func find(_ call: Call, _ central: Central, scope: Scope) async throws -> Ticket {
        let (id, now) = (try call.id(), call.now)
        let found = try await central.store.read { [seal = central.seal] in
            try TicketTable.find($0, id: id, scope: scope, at: now, seal: seal)
        }
        guard let found else { throw ProblemError(.notFound) }
        return found
    }
}
