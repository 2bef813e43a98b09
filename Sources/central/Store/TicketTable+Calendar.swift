import Forms
import GRDB
import Models

extension TicketTable {
    private static let isOpen = "state IN ('received', 'acknowledged')"

    /// The units by whose calendars open tickets are reckoned.
    static func unitsWithOpen(_ database: Database) throws -> [String] {
        try String.fetchAll(
            database,
            sql: "SELECT DISTINCT calendar_unit FROM tickets WHERE \(isOpen) ORDER BY calendar_unit")
    }

    /// Open tickets that a unit was to answer at first and whose time meets a stretch of days, by due date.
    static func due(
        _ database: Database, of unit: String, from: Instant, until: Instant, after: CalendarPlace?,
        limit: Int
    ) throws -> [CalendarPlace] {
        var condition = SQLCondition(
            "\(isOpen) AND calendar_unit = ? AND due_at >= ? AND created_at <= ?",
            [unit, from.seconds, until.seconds])
        if let after {
            let (due, id) = (after.dueAt.seconds, after.id)
            condition.and("due_at > ? OR (due_at = ? AND id > ?)", [due, due, id])
        }
        return try Row.fetchAll(
            database,
            sql: "SELECT id, due_at FROM tickets WHERE \(condition.sql) ORDER BY due_at, id LIMIT ?",
            arguments: condition.arguments + [limit]
        ).map {
            CalendarPlace(unit: unit, isTicket: true, dueAt: Instant(seconds: $0["due_at"]), id: $0["id"])
        }
    }
}
