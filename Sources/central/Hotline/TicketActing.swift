import Forms
import GRDB
import HTTPTypes
import Models

/// One act on a ticket: who holds it takes it, hands it on or answers; the hotline ends it.
struct TicketActing: Sendable {
    let central: Central
    let call: Call
    let grant: Grant
    let verb: TicketVerb

    static let longestNote = 4_000

    init(_ verb: TicketVerb, _ call: Call, _ central: Central) throws {
        self.verb = verb
        self.central = central
        self.call = call
        grant = try call.requireGrant()
    }

    private struct Prepared: Sendable {
        var note: String?
        var to: UnitRef?
    }

    func perform() async throws -> Reply {
        let found = try call.thing(Ticket.self)
        let (officer, now, today) = (grant.officer, call.now, call.today)
        return try await central.effectOnce.perform(call) {
            guard TicketRights.isAllowed(verb, officer, found) else { throw ProblemError(.forbidden) }
            let request: TicketAct = try call.decode()
            return try await prepare(request, on: found)
        } effect: { database, prepared in
            guard
                var ticket = try TicketTable.find(
                    database, id: found.id, scope: grant.scope, at: now, seal: central.seal)
            else { throw ProblemError(.notFound) }
            // It may have been handed on since it was looked at.
            guard TicketRights.isAllowed(verb, officer, ticket) else { throw ProblemError(.forbidden) }
            let events = try TicketTable.events(database, of: ticket.id, on: today, seal: central.seal)
            try Precondition.check(
                call, revision: ticket.revision, changedBy: events.last?.actor.name,
                changedAt: events.last?.at)
            guard TicketRights.isPossible(verb, ticket) else {
                throw ProblemError(.actionNotAllowed, detail: Self.refusal(verb, ticket))
            }
            apply(prepared, to: &ticket)
            let event = TicketEvent(
                seq: events.count + 1, at: now, action: verb, actor: officer.reference, unit: ticket.to,
                note: prepared.note)
            try TicketTable.update(database, ticket, seal: central.seal)
            try TicketTable.append(database, event, to: ticket.id, seal: central.seal)
            if let occasion = MessageOccasion(verb) {
                try Outbox(seal: central.seal).tell(
                    database, occasion, of: ticket, cause: String(event.seq), now: now)
            }
            let entry = AuditEntry(
                at: now, officer: officer.id, person: officer.person, unit: ticket.to.code,
                action: "ticket." + verb.rawValue, subject: ticket.id, detail: ["code": ticket.code],
                traceID: call.traceID)
            try AuditTable.append(database, entry, key: central.auditKey)
            return try Self.reply(ticket, events + [event], to: officer)
        }
    }

    private func prepare(_ request: TicketAct, on ticket: Ticket) async throws -> Prepared {
        var faults: [InputFault] = []
        let note = CallText.check(
            request.note, "/note", longest: Self.longestNote,
            isRequired: verb == .resolve || verb == .escalate,
            &faults)
        var to: UnitRef?
        if verb == .escalate {
            to = try await receiver(request.to ?? "", of: ticket)
            if to == nil {
                faults.append(
                    .init(
                        "/to", "unknown_unit", "Cần mã của đơn vị khác, trong cùng tỉnh hoặc thuộc bộ, ngành."
                    ))
            }
        } else if request.to != nil {
            faults.append(.init("/to", "not_allowed", "Chỉ khi chuyển phiếu mới có đơn vị nhận."))
        }
        guard faults.isEmpty else { throw ProblemError.input(faults) }
        return Prepared(note: note, to: to)
    }

    /// Of the ticket's own province or of a ministry, wherever the officer sits who hands it on.
    private func receiver(_ code: String, of ticket: Ticket) async throws -> UnitRef? {
        let province = HotlineUnit.province(ticket.from.code)
        guard code != ticket.to.code, code != ticket.from.code,
            Scope.holds(province, code) || code.hasPrefix("G")
        else { return nil }
        let day = call.today
        let name = try await central.store.read { try OfficerTable.unitName($0, code: code, on: day) }
        return name.map { UnitRef(code: code, name: $0) }
    }

    private func apply(_ prepared: Prepared, to ticket: inout Ticket) {
        ticket.revision += 1
        switch verb {
        case .create, .recalculate: break
        case .acknowledge: ticket.state = .acknowledged
        case .escalate:
            // The clock goes on: who hands on gains no time by it.
            ticket.state = .received
            if let to = prepared.to { ticket.to = to }
        case .resolve:
            ticket.state = .answered
            ticket.answer = prepared.note
        case .close: ticket.state = .closed
        }
        ticket.overdue = ticket.state.isOpen && ticket.dueAt < call.now
    }

    private static func refusal(_ verb: TicketVerb, _ ticket: Ticket) -> String {
        switch (verb, ticket.state) {
        case (.acknowledge, .acknowledged): "Phiếu này đã có người nhận xử lý."
        case (.close, .received), (.close, .acknowledged): "Phiếu này chưa được trả lời."
        case (_, .answered): "Phiếu này đã được trả lời."
        case (_, .closed): "Phiếu này đã đóng."
        default: "Phiếu này không còn ở trạng thái đó."
        }
    }

    /// A ticket's page with its revision.
    static func reply(_ ticket: Ticket, _ events: [TicketEvent], to officer: Officer, status: Int = 200)
        throws -> Reply
    {
        var page = ticket.disclosed(to: officer, inList: false)
        page.events = events
        page.actions = TicketRights.verbs(of: officer, on: ticket)
        var headers = ["etag": "\"\(ticket.revision)\""]
        if status == 201 { headers["location"] = "/v1/tickets/\(ticket.id)" }
        return try .json(page, status: status, headers: headers)
    }
}
