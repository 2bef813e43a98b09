import GRDB
import Models

/// What runs over a changed calendar did to due dates. Written with each move, never changed.
enum CalendarMoveTable {
    /// - Parameter seq: From 1 on, the how manieth that the run moved.
    static func append(
        _ database: Database, _ edition: CatalogueTable.CalendarEdition, seq: Int, dossier: ID,
        before: Instant?, after: Instant?
    ) throws {
        try database.execute(
            sql: """
                INSERT INTO calendar_moves (code, version, seq, dossier, before_due, after_due)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                edition.code, edition.version, seq, dossier, before?.seconds, after?.seconds,
            ])
    }

    static func append(
        _ database: Database, _ edition: CatalogueTable.CalendarEdition, seq: Int, ticket: ID,
        before: Instant,
        after: Instant
    ) throws {
        try database.execute(
            sql: """
                INSERT INTO calendar_ticket_moves (code, version, seq, ticket, before_due, after_due)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
            arguments: [edition.code, edition.version, seq, ticket, before.seconds, after.seconds])
    }

    /// Those of a run with the dossiers' steps and the tickets' states as they are now, in the order in which they were
    /// moved.
    ///
    /// - Parameter after: The number of the last one that is known.
    static func page(
        _ database: Database, _ edition: CatalogueTable.CalendarEdition, after: Int, limit: Int
    ) throws -> [(seq: Int, item: CalendarChange.Item)] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT m.seq, m.before_due, m.after_due, d.id, d.code, d.procedure_name, d.step_name, d.unit,
                    FALSE AS is_ticket
                FROM calendar_moves m JOIN dossiers d ON d.id = m.dossier
                WHERE m.code = ? AND m.version = ? AND m.seq > ?
                UNION ALL
                SELECT m.seq, m.before_due, m.after_due, t.id, t.code, t.kind_name, t.state, t.holder_unit,
                    TRUE AS is_ticket
                FROM calendar_ticket_moves m JOIN tickets t ON t.id = m.ticket
                WHERE m.code = ? AND m.version = ? AND m.seq > ?
                ORDER BY seq LIMIT ?
                """,
            arguments: [
                edition.code, edition.version, after, edition.code, edition.version, after, limit,
            ]
        ).map { row in
            let isTicket: Bool = row["is_ticket"]
            let step: String = row["step_name"]
            return (
                row["seq"],
                CalendarChange.Item(
                    id: row["id"], code: row["code"], procedureName: row["procedure_name"],
                    stepName: isTicket ? TicketState(rawValue: step)?.name ?? step : step, unit: row["unit"],
                    before: (row["before_due"] as Int64?).map(Instant.init),
                    after: (row["after_due"] as Int64?).map(Instant.init), isTicket: isTicket ? true : nil)
            )
        }
    }
}
