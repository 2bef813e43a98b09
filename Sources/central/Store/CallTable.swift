import Forms
import GRDB
import Models

/// The calls that a hotline took. Rows are only ever added. Telephone numbers stand in the clear, to find a caller's
/// earlier calls; who called and what was said is sealed.
enum CallTable {
    /// What is sealed of a call.
    private struct Content: Codable {
        var callerName: String?
        var note: String?
    }

    static func insert(_ database: Database, _ call: HotlineCall, seal: DataSeal) throws {
        let content = Content(callerName: call.callerName, note: call.note)
        try database.execute(
            sql: """
                INSERT INTO calls (id, officer, unit, started_at, ended_at, phone, verified, dossier,
                    dossier_code, procedure_code, procedure_name, topic, result, ticket, sealed)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                call.id, call.officer.id, call.unit.code, call.startedAt.seconds, call.endedAt.seconds,
                call.phone, call.verified ? 1 : 0, call.dossier?.id, call.dossier?.code, call.procedure?.code,
                call.procedure?.name, call.topic.rawValue, call.result.rawValue, call.ticket?.id,
                try SealedColumn.seal(StrictJSON.encode(content), at: place(call.id), seal),
            ])
    }

    /// Which calls a list holds.
    struct Filter: Sendable {
        /// Of this officer alone.
        var officer: ID?
        var day: LocalDate?
        var phone: String?
    }

    /// The calls of the hotlines in a scope, the latest first.
    static func page(
        _ database: Database, scope: Scope, _ filter: Filter, on day: LocalDate,
        after: DossierList.Position?, limit: Int, seal: DataSeal
    ) throws -> [HotlineCall] {
        var condition = scope.condition(on: ["c.unit"])
        if let officer = filter.officer { condition.and("c.officer = ?", [officer]) }
        if let phone = filter.phone { condition.and("c.phone = ?", [phone]) }
        if let day = filter.day { condition.and(Self.day(day)) }
        if let after {
            condition.and(
                "c.ended_at < ? OR (c.ended_at = ? AND c.id < ?)", [after.key, after.key, after.id])
        }
        return try Row.fetchAll(
            database,
            sql: """
                SELECT c.*, u.name AS unit_name, o.name AS officer_name, o.position AS officer_position,
                    t.code AS ticket_code
                FROM calls c JOIN officers o ON o.id = c.officer
                LEFT JOIN tickets t ON t.id = c.ticket
                LEFT JOIN units u ON u.code = c.unit
                    AND u.effective_from <= ? AND (u.effective_to IS NULL OR u.effective_to >= ?)
                WHERE \(condition.sql) ORDER BY c.ended_at DESC, c.id DESC LIMIT ?
                """, arguments: [day.iso, day.iso] + condition.arguments + [limit]
        ).map { try decode($0, seal) }
    }

    /// Every call of a day as its figures need it.
    struct Fact: Sendable {
        var officer: ID
        var startedAt: Instant
        var endedAt: Instant
        var result: CallResult
    }

    static func facts(_ database: Database, scope: Scope, on day: LocalDate) throws -> [Fact] {
        var condition = scope.condition(on: ["c.unit"])
        condition.and(Self.day(day))
        return try Row.fetchAll(
            database,
            sql: "SELECT c.officer, c.started_at, c.ended_at, c.result FROM calls c WHERE \(condition.sql)",
            arguments: condition.arguments
        ).map { row in
            guard let result = CallResult(rawValue: row["result"]) else {
                throw StoreError.unreadable("call result")
            }
            return Fact(
                officer: row["officer"], startedAt: Instant(seconds: row["started_at"]),
                endedAt: Instant(seconds: row["ended_at"]), result: result)
        }
    }

    /// The procedures that callers asked about since a moment, the most asked first; by their dossiers where a call was
    /// about one.
    static func askedMost(_ database: Database, scope: Scope, since moment: Instant) throws -> [String] {
        var condition = scope.condition(on: ["c.unit"])
        condition.and("c.ended_at >= ?", [moment.seconds])
        return try String.fetchAll(
            database,
            sql: """
                SELECT COALESCE(c.procedure_code, d.procedure_code) AS asked
                FROM calls c LEFT JOIN dossiers d ON d.id = c.dossier
                WHERE \(condition.sql) AND COALESCE(c.procedure_code, d.procedure_code) IS NOT NULL
                GROUP BY asked ORDER BY COUNT(*) DESC, asked
                """, arguments: condition.arguments)
    }

    private static func day(_ day: LocalDate) -> SQLCondition {
        let (from, to) = (
            Instant(date: day, hour: 0, minute: 0), Instant(date: day.adding(days: 1), hour: 0, minute: 0)
        )
        return SQLCondition("c.ended_at >= ? AND c.ended_at < ?", [from.seconds, to.seconds])
    }

    private static func place(_ id: ID) -> String { "call:" + id }

    private static func decode(_ row: Row, _ seal: DataSeal) throws -> HotlineCall {
        let (id, unit): (String, String) = (row["id"], row["unit"])
        let content = try LenientJSON.decode(
            Content.self, from: SealedColumn.open(row["sealed"], at: place(id), seal))
        guard let topic = CallTopic(rawValue: row["topic"]), let result = CallResult(rawValue: row["result"])
        else { throw StoreError.unreadable("call") }
        let verified: Int = row["verified"]
        return HotlineCall(
            id: id, startedAt: Instant(seconds: row["started_at"]),
            endedAt: Instant(seconds: row["ended_at"]), phone: row["phone"], callerName: content.callerName,
            verified: verified == 1, dossier: CallDossier(row),
            procedure: CodeName(row), topic: topic, result: result, note: content.note,
            ticket: TicketRef(id: row["ticket"], code: row["ticket_code"]),
            officer: OfficerRef(
                id: row["officer"], name: row["officer_name"], position: row["officer_position"]),
            unit: UnitRef(code: unit, name: row["unit_name"] ?? unit), masked: false)
    }
}

extension CallDossier {
    /// From the columns `dossier` and `dossier_code`; nil where they are empty.
    init?(_ row: Row) {
        let (id, code): (String?, String?) = (row["dossier"], row["dossier_code"])
        guard let id, let code else { return nil }
        self.init(id: id, code: code)
    }
}

extension CodeName {
    /// From the columns `procedure_code` and `procedure_name`; nil where they are empty.
    init?(_ row: Row) {
        let (code, name): (String?, String?) = (row["procedure_code"], row["procedure_name"])
        guard let code, let name else { return nil }
        self.init(code: code, name: name)
    }
}

extension TicketRef {
    fileprivate init?(id: String?, code: String?) {
        guard let id, let code else { return nil }
        self.init(id: id, code: code)
    }
}
