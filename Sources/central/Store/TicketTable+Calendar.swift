import Forms
import GRDB
import Models

extension TicketTable {
    private static let isOpen = "t.state IN ('received', 'acknowledged')"
    /// Who was to answer at first: by that unit's calendar it was reckoned, whoever has been handed it since.
    private static let first = "(SELECT e.unit FROM ticket_events e WHERE e.ticket = t.id AND e.seq = 1)"

    /// The units by whose calendars open tickets are reckoned.
    static func unitsWithOpen(_ database: Database) throws -> [String] {
        try String.fetchAll(
            database, sql: "SELECT DISTINCT \(first) AS unit FROM tickets t WHERE \(isOpen) ORDER BY unit")
    }

    /// Open tickets that a unit was to answer at first and whose time meets a stretch of days, by due date.
    static func due(
        _ database: Database, of unit: String, from: Instant, until: Instant, after: CalendarPlace?,
        limit: Int
    ) throws -> [CalendarPlace] {
        var condition = SQLCondition(
            "\(isOpen) AND \(first) = ? AND t.due_at >= ? AND t.created_at <= ?",
            [unit, from.seconds, until.seconds])
        if let after {
            let (due, id) = (after.dueAt.seconds, after.id)
            condition.and("t.due_at > ? OR (t.due_at = ? AND t.id > ?)", [due, due, id])
        }
        return try Row.fetchAll(
            database,
            sql:
                "SELECT t.id, t.due_at FROM tickets t WHERE \(condition.sql) ORDER BY t.due_at, t.id LIMIT ?",
            arguments: condition.arguments + [limit]
        ).map {
            CalendarPlace(unit: unit, isTicket: true, dueAt: Instant(seconds: $0["due_at"]), id: $0["id"])
        }
    }
}
