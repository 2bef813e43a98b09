import Forms
import GRDB
import Models

/// Makes a ticket of what the hotline can't answer itself: checked and reckoned outside the transaction, numbered and
/// told of inside it.
struct TicketMaking: Sendable {
    let central: Central
    let call: Call
    let grant: Grant

    init(_ call: Call, _ central: Central) throws {
        self.central = central
        self.call = call
        grant = try call.requireGrant()
    }

    /// What is asked, looked up.
    struct Prepared: Sendable {
        var ticket: Ticket
        /// The province whose tickets are numbered together.
        var province: String
    }

    static let longestSubject = 200
    static let longestContent = 4_000

    /// - Parameters:
    ///   - place: Where the request stands in the body: `/ticket` in a call's card.
    ///   - card: The card that it comes with: what the request leaves out is taken from there.
    func prepare(_ request: TicketRequest, at place: String = "", card: HotlineCallRequest? = nil)
        async throws -> (prepared: Prepared?, faults: [InputFault])
    {
        let (today, now) = (call.today, call.now)
        guard let from = try await HotlineUnit.of(grant, central, on: today) else {
            throw ProblemError(.forbidden)
        }
        var faults: [InputFault] = []
        let subject = CallText.check(
            request.subject, place + "/subject", longest: Self.longestSubject, isRequired: true, &faults)
        let content = CallText.check(
            request.content, place + "/content", longest: Self.longestContent, isRequired: true, &faults)
        let name = CallText.check(
            request.callerName ?? card?.callerName, place + "/caller_name", longest: 200, &faults)
        let phone = CallText.phone(request.phone ?? card?.phone, place + "/phone", &faults)
        let kind = try await central.store.read {
            try CatalogueTable.ticketTerms($0, kind: request.kind, on: today)
        }
        if kind == nil {
            faults.append(.init(place + "/kind", "unknown_kind", "Không có loại phiếu này."))
        }
        let to = try await receiver(request.to, from: from, on: today)
        if to == nil {
            faults.append(
                .init(
                    place + "/to", "unknown_unit",
                    "Chuyển được cho đơn vị trong tỉnh, cho tỉnh, hoặc cho bộ, ngành; đơn vị này thì không."))
        }
        let about = try await CallSubject.find(
            dossier: request.dossier ?? card?.dossier, procedure: request.procedure ?? card?.procedure,
            place, grant, central, on: today, &faults)
        guard faults.isEmpty, let subject, let content, let kind, let to else { return (nil, faults) }
        let calendar = try await central.catalogue.calendar(to.code, on: today)
        func due(_ days: Int) -> DeadlineResult {
            Deadline.due(calendar: calendar, acceptedAt: now, amount: days, unit: .workingDay)
        }
        let term = due(kind.days)
        guard let dueAt = term.dueAt, let acknowledgeBy = due(min(kind.acknowledgeDays, kind.days)).dueAt
        else { throw StoreError.unreadable("calendar of \(to.code)") }
        let officer = grant.officer
        let ticket = Ticket(
            id: UUIDv7.make(), code: "", revision: 1, kind: kind.name, days: kind.days, subject: subject,
            content: content, from: from, to: to, createdBy: officer.reference, createdAt: now,
            acknowledgeBy: acknowledgeBy, dueAt: dueAt,
            explanation: term.words(.vi), explanationEn: term.words(.en), state: .received, overdue: false,
            callerName: name, phone: phone, dossier: about.dossier, procedure: about.procedure, masked: false)
        return (Prepared(ticket: ticket, province: HotlineUnit.province(from.code)), [])
    }

    /// Numbers, writes and audits it, and puts what the caller is told into the outbox.
    func record(_ database: Database, _ prepared: Prepared) throws -> Ticket {
        var ticket = prepared.ticket
        let series = "PA-" + prepared.province
        let number = try CounterTable.nextCode(database, unit: series, day: call.today)
        ticket.code = DossierCode.make(unit: series, date: call.today, number: number)
        try TicketTable.insert(database, ticket, seal: central.seal)
        try TicketTable.append(
            database,
            TicketEvent(
                seq: 1, at: call.now, action: .create, actor: ticket.createdBy, unit: ticket.to),
            to: ticket.id, seal: central.seal)
        try Outbox(seal: central.seal).tell(
            database, .ticketReceived, of: ticket, cause: "1", now: call.now)
        let officer = grant.officer
        let entry = AuditEntry(
            at: call.now, officer: officer.id, person: officer.person, unit: ticket.from.code,
            action: "ticket.create", subject: ticket.id,
            detail: ["code": ticket.code, "to": ticket.to.code, "kind": ticket.kind.code],
            traceID: call.traceID)
        try AuditTable.append(database, entry, key: central.auditKey)
        return ticket
    }

    // MARK: Looking up

    /// A unit of the hotline's own province, that province, or a ministry with the units under it.
    private func receiver(_ code: String, from: UnitRef, on day: LocalDate) async throws -> UnitRef? {
        guard code != from.code, grant.scope.contains(code) || code.hasPrefix("G") else { return nil }
        let name = try await central.store.read { try OfficerTable.unitName($0, code: code, on: day) }
        return name.map { UnitRef(code: code, name: $0) }
    }
}
