import Forms
import Foundation
import GRDB
import Models

/// The hotline's tickets as they stand, and what was done with each. What was written is sealed; the telephone stands in
/// the clear, to find a caller's earlier tickets.
enum TicketTable {
    /// What is sealed of a ticket.
    private struct Content: Codable {
        var subject: String
        var content: String
        var callerName: String?
        var answer: String?
        var explanation: [String]
        var explanationEn: [String]
    }

    /// Which tickets a list holds.
    enum Group: String, Sendable, CaseIterable {
        /// Received or acknowledged.
        case open
        case received, acknowledged, overdue, answered, closed

        fileprivate func condition(at now: Instant) -> SQLCondition {
            switch self {
            case .open: SQLCondition("t.state IN ('received', 'acknowledged')", [])
            case .overdue:
                SQLCondition("t.state IN ('received', 'acknowledged') AND t.due_at < ?", [now.seconds])
            case .received, .acknowledged, .answered, .closed: SQLCondition("t.state = ?", [rawValue])
            }
        }

        /// Those that wait by what presses most; those that are done by the latest.
        var isByDue: Bool {
            self == .open || self == .received || self == .acknowledged || self == .overdue
        }
    }

    // MARK: Writing

    /// Reckoned by the calendar of the unit that is to answer at first, whoever is handed it later.
    static func insert(_ database: Database, _ ticket: Ticket, seal: DataSeal) throws {
        try database.execute(
            sql: """
                INSERT INTO tickets (id, code, revision, kind, kind_name, days, from_unit, holder_unit, officer,
                    created_at, acknowledge_by, due_at, state, phone, dossier, dossier_code, procedure_code,
                    procedure_name, calendar_unit, sealed)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                ticket.id, ticket.code, ticket.revision, ticket.kind.code, ticket.kind.name, ticket.days,
                ticket.from.code, ticket.to.code, ticket.createdBy.id, ticket.createdAt.seconds,
                ticket.acknowledgeBy.seconds, ticket.dueAt.seconds, ticket.state.rawValue, ticket.phone,
                ticket.dossier?.id, ticket.dossier?.code, ticket.procedure?.code, ticket.procedure?.name,
                ticket.to.code, try sealed(ticket, seal),
            ])
    }

    /// Writes who holds a ticket by now, how it stands, until when and what was answered.
    static func update(_ database: Database, _ ticket: Ticket, seal: DataSeal) throws {
        try database.execute(
            sql: """
                UPDATE tickets SET revision = ?, holder_unit = ?, state = ?, acknowledge_by = ?, due_at = ?,
                    sealed = ? WHERE id = ?
                """,
            arguments: [
                ticket.revision, ticket.to.code, ticket.state.rawValue, ticket.acknowledgeBy.seconds,
                ticket.dueAt.seconds, try sealed(ticket, seal), ticket.id,
            ])
    }

    static func append(_ database: Database, _ event: TicketEvent, to ticket: ID, seal: DataSeal) throws {
        let note = try event.note.map {
            try SealedColumn.seal(Array($0.utf8), at: place(ticket, event.seq), seal)
        }
        try database.execute(
            sql: """
                INSERT INTO ticket_events (ticket, seq, at, action, officer, unit, sealed)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                ticket, event.seq, event.at.seconds, event.action.rawValue, event.actor.id, event.unit.code,
                note,
            ])
    }

    // MARK: Reading

    /// Nil where there is none that the scope reaches: held by one of its units, or made by one.
    static func find(_ database: Database, id: ID, scope: Scope, at now: Instant, seal: DataSeal) throws
        -> Ticket?
    {
        var condition = scope.condition(on: ["t.holder_unit", "t.from_unit"])
        condition.and("t.id = ?", [id])
        return try rows(database, condition, order: "t.id", limit: 1, at: now, seal).first
    }

    /// A page of a group: what waits by its due moment, what is done by its making, the latest first.
    static func page(
        _ database: Database, scope: Scope, group: Group?, phone: String?, at now: Instant,
        after: DossierList.Position?, limit: Int, seal: DataSeal
    ) throws -> [Ticket] {
        var condition = scope.condition(on: ["t.holder_unit", "t.from_unit"])
        if let group { condition.and(group.condition(at: now)) }
        if let phone { condition.and("t.phone = ?", [phone]) }
        let isByDue = group?.isByDue ?? false
        if let after {
            let (column, sign) = isByDue ? ("t.due_at", ">") : ("t.created_at", "<")
            condition.and(
                "\(column) \(sign) ? OR (\(column) = ? AND t.id \(sign) ?)",
                [after.key, after.key, after.id])
        }
        return try rows(
            database, condition, order: isByDue ? "t.due_at, t.id" : "t.created_at DESC, t.id DESC",
            limit: limit, at: now, seal)
    }

    /// Where a page of the group ends.
    static func position(of ticket: Ticket, in group: Group?) -> [String] {
        [String((group?.isByDue ?? false ? ticket.dueAt : ticket.createdAt).seconds), ticket.id]
    }

    static func events(_ database: Database, of ticket: ID, on day: LocalDate, seal: DataSeal) throws
        -> [TicketEvent]
    {
        try Row.fetchAll(
            database,
            sql: """
                SELECT e.*, o.name, o.position, u.name AS unit_name FROM ticket_events e
                JOIN officers o ON o.id = e.officer
                LEFT JOIN units u ON u.code = e.unit
                    AND u.effective_from <= ? AND (u.effective_to IS NULL OR u.effective_to >= ?)
                WHERE e.ticket = ? ORDER BY e.seq
                """, arguments: [day.iso, day.iso, ticket]
        ).map { row in
            guard let action = TicketVerb(rawValue: row["action"]) else {
                throw StoreError.unreadable("ticket event")
            }
            let (seq, unit): (Int, String) = (row["seq"], row["unit"])
            let value: DatabaseValue = row["sealed"]
            return TicketEvent(
                seq: seq, at: Instant(seconds: row["at"]), action: action,
                actor: OfficerRef(id: row["officer"], name: row["name"], position: row["position"]),
                unit: UnitRef(code: unit, name: row["unit_name"] ?? unit),
                note: value.isNull
                    ? nil
                    : String(
                        decoding: try SealedColumn.open(value, at: place(ticket, seq), seal), as: UTF8.self))
        }
    }

    static func figures(_ database: Database, scope: Scope, at now: Instant) throws -> TicketFigures {
        let condition = scope.condition(on: ["t.holder_unit", "t.from_unit"])
        let row = try Row.fetchOne(
            database,
            sql: """
                SELECT SUM(CASE WHEN state = 'received' THEN 1 ELSE 0 END) AS received,
                    SUM(CASE WHEN state = 'acknowledged' THEN 1 ELSE 0 END) AS acknowledged,
                    SUM(CASE WHEN state <> 'answered' AND due_at < ? THEN 1 ELSE 0 END) AS overdue,
                    SUM(CASE WHEN state = 'answered' THEN 1 ELSE 0 END) AS answered
                FROM tickets t WHERE \(condition.sql) AND state <> 'closed'
                """, arguments: [now.seconds] + condition.arguments)
        return TicketFigures(
            received: row?["received"] ?? 0, acknowledged: row?["acknowledged"] ?? 0,
            overdue: row?["overdue"] ?? 0, answered: row?["answered"] ?? 0)
    }

    /// Open tickets whose time has passed and whose caller was not told so yet, where a mobile telephone can be told.
    static func late(_ database: Database, at now: Instant, limit: Int, seal: DataSeal) throws -> [Ticket] {
        let condition = SQLCondition(
            """
            t.state IN ('received', 'acknowledged') AND t.due_at < ? AND LENGTH(t.phone) = 10
                AND t.phone NOT LIKE '02%' AND NOT EXISTS (
                SELECT 1 FROM outbox o WHERE o.ticket = t.id AND o.cause = 'late')
            """, [now.seconds])
        return try rows(database, condition, order: "t.due_at, t.id", limit: limit, at: now, seal)
    }

    // MARK: Rows

    private static func place(_ id: ID) -> String { "ticket:" + id }
    private static func place(_ id: ID, _ seq: Int) -> String { "ticket_event:\(id):\(seq)" }

    private static func sealed(_ ticket: Ticket, _ seal: DataSeal) throws -> Data {
        let content = Content(
            subject: ticket.subject, content: ticket.content ?? "", callerName: ticket.callerName,
            answer: ticket.answer, explanation: ticket.explanation ?? [],
            explanationEn: ticket.explanationEn ?? [])
        return try SealedColumn.seal(StrictJSON.encode(content), at: place(ticket.id), seal)
    }

    private static func rows(
        _ database: Database, _ condition: SQLCondition, order: String, limit: Int, at now: Instant,
        _ seal: DataSeal
    ) throws -> [Ticket] {
        let day = now.date.iso
        return try Row.fetchAll(
            database,
            sql: """
                SELECT t.*, f.name AS from_name, h.name AS holder_name, o.name AS officer_name,
                    o.position AS officer_position
                FROM tickets t JOIN officers o ON o.id = t.officer
                LEFT JOIN units f ON f.code = t.from_unit
                    AND f.effective_from <= ? AND (f.effective_to IS NULL OR f.effective_to >= ?)
                LEFT JOIN units h ON h.code = t.holder_unit
                    AND h.effective_from <= ? AND (h.effective_to IS NULL OR h.effective_to >= ?)
                WHERE \(condition.sql) ORDER BY \(order) LIMIT ?
                """, arguments: [day, day, day, day] + condition.arguments + [limit]
        ).map { try decode($0, at: now, seal) }
    }

    private static func decode(_ row: Row, at now: Instant, _ seal: DataSeal) throws -> Ticket {
        let (id, from, holder): (String, String, String) = (row["id"], row["from_unit"], row["holder_unit"])
        let content = try LenientJSON.decode(
            Content.self, from: SealedColumn.open(row["sealed"], at: place(id), seal))
        guard let state = TicketState(rawValue: row["state"]) else {
            throw StoreError.unreadable("ticket state")
        }
        let due = Instant(seconds: row["due_at"])
        return Ticket(
            id: id, code: row["code"], revision: row["revision"],
            kind: CodeName(code: row["kind"], name: row["kind_name"]), days: row["days"],
            subject: content.subject, content: content.content,
            from: UnitRef(code: from, name: row["from_name"] ?? from),
            to: UnitRef(code: holder, name: row["holder_name"] ?? holder),
            createdBy: OfficerRef(
                id: row["officer"], name: row["officer_name"], position: row["officer_position"]),
            createdAt: Instant(seconds: row["created_at"]),
            acknowledgeBy: Instant(seconds: row["acknowledge_by"]), dueAt: due,
            explanation: content.explanation, explanationEn: content.explanationEn, state: state,
            overdue: state.isOpen && due < now, callerName: content.callerName, phone: row["phone"],
            dossier: CallDossier(row), procedure: CodeName(row), answer: content.answer, masked: false)
    }
}
