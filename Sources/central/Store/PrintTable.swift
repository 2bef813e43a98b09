import GRDB
import Models

/// The journal of what was printed of a dossier: the second print of a form is a reprint and says so.
enum PrintTable {
    static func record(
        _ database: Database, _ request: PrintRequest, dossier: ID, by officer: Officer, at: Instant
    )
        throws -> PrintRecord
    {
        let last = try Int.fetchOne(
            database, sql: "SELECT MAX(copy_number) FROM prints WHERE dossier = ? AND form = ?",
            arguments: [dossier, request.form])
        let record = PrintRecord(
            id: UUIDv7.make(), form: request.form, copies: request.copies, at: at,
            copyNumber: (last ?? 0) + 1,
            dueAt: request.dueAt)
        try database.execute(
            sql: """
                INSERT INTO prints (id, dossier, form, copies, copy_number, officer, at, due_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                record.id, dossier, record.form, record.copies, record.copyNumber, officer.id, at.seconds,
                record.dueAt?.seconds,
            ])
        return record
    }

    static func list(_ database: Database, dossier: ID) throws -> [PrintRecord] {
        try Row.fetchAll(
            database, sql: "SELECT * FROM prints WHERE dossier = ? ORDER BY at, id", arguments: [dossier]
        ).map { row in
            let due: Int64? = row["due_at"]
            return PrintRecord(
                id: row["id"], form: row["form"], copies: row["copies"], at: Instant(seconds: row["at"]),
                copyNumber: row["copy_number"], dueAt: due.map { Instant(seconds: $0) })
        }
    }
}
