import Forms
import GRDB
import Models

/// Changes of calendars, and how far their dossiers are reckoned anew: the place is written in the transaction of what was
/// done up to it, so whoever goes on after a crash goes on where it was.
enum CalendarRunTable {
    struct Run: Hashable, Sendable {
        /// The calendar's code and the version that the change made.
        var edition: CatalogueTable.CalendarEdition
        var year: Int
        /// Who changed it.
        var officer: ID
        var reason: String
        var traceID: String
        /// From the first day that differs to the end of the last.
        var from: Instant
        var until: Instant
        /// Those whose open dossiers and tickets follow the calendar, in their order.
        var units: [String]
        /// The last one that was looked at; nil before the first.
        var after: CalendarPlace?
        /// So many dossiers' due dates have moved.
        var changed = 0
        /// And so many tickets'.
        var tickets = 0
        var finishedAt: Instant?
    }

    static func put(_ database: Database, _ run: Run) throws {
        try database.execute(
            sql: """
                INSERT INTO calendar_runs (code, version, year, officer, reason, trace_id, days_from, days_until,
                    units, at_unit, at_ticket, at_due, at_id, changed, tickets, finished_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (code, version) DO UPDATE SET at_unit = excluded.at_unit,
                    at_ticket = excluded.at_ticket, at_due = excluded.at_due, at_id = excluded.at_id,
                    changed = excluded.changed, tickets = excluded.tickets, finished_at = excluded.finished_at
                """,
            arguments: [
                run.edition.code, run.edition.version, run.year, run.officer, run.reason, run.traceID,
                run.from.seconds, run.until.seconds, run.units.joined(separator: " "), run.after?.unit,
                run.after?.isTicket ?? false, run.after?.dueAt.seconds, run.after?.id, run.changed,
                run.tickets,
                run.finishedAt?.seconds,
            ])
    }

    /// Those that have not come to their end, the oldest version first.
    static func unfinished(_ database: Database) throws -> [Run] {
        try Row.fetchAll(
            database, sql: "SELECT * FROM calendar_runs WHERE finished_at IS NULL ORDER BY code, version"
        ).map(run)
    }

    /// Nil where it is at its end.
    static func unfinished(_ database: Database, _ edition: CatalogueTable.CalendarEdition) throws -> Run? {
        try Row.fetchOne(
            database,
            sql: "SELECT * FROM calendar_runs WHERE code = ? AND version = ? AND finished_at IS NULL",
            arguments: [edition.code, edition.version]
        ).map(run)
    }

    /// A calendar's run of a version, or its last one in a year.
    static func find(_ database: Database, code: String, year: Int, version: Int?) throws -> Run? {
        try Row.fetchOne(
            database,
            sql: """
                SELECT * FROM calendar_runs WHERE code = ? AND year = ? AND (? IS NULL OR version = ?)
                ORDER BY version DESC LIMIT 1
                """, arguments: [code, year, version, version]
        ).map(run)
    }

    private static func run(_ row: Row) -> Run {
        var after: CalendarPlace?
        if let unit = row["at_unit"] as String?, let due = row["at_due"] as Int64?,
            let id = row["at_id"] as String?
        {
            after = CalendarPlace(
                unit: unit, isTicket: row["at_ticket"], dueAt: Instant(seconds: due), id: id)
        }
        let units = (row["units"] as String).split(separator: " ").map(String.init)
        return Run(
            edition: .init(code: row["code"], version: row["version"]), year: row["year"],
            officer: row["officer"], reason: row["reason"], traceID: row["trace_id"],
            from: Instant(seconds: row["days_from"]), until: Instant(seconds: row["days_until"]),
            units: units,
            after: after, changed: row["changed"], tickets: row["tickets"],
            finishedAt: (row["finished_at"] as Int64?).map(Instant.init))
    }
}
