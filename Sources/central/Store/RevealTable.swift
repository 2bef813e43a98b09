import Forms
import GRDB
import Models

/// How often an officer was shown what is masked, of dossiers, tickets and reports, by day: whoever asks for many is
/// looked at, and stopped.
enum RevealTable {
    static let mostADay = 200

    static func count(_ database: Database, officer: ID, on day: LocalDate) throws -> Int {
        try Int.fetchOne(
            database, sql: "SELECT reveals FROM reveal_days WHERE officer = ? AND day = ?",
            arguments: [officer, day.iso]) ?? 0
    }

    static func add(_ database: Database, officer: ID, on day: LocalDate) throws {
        try database.execute(
            sql: """
                INSERT INTO reveal_days (officer, day, reveals) VALUES (?, ?, 1)
                ON CONFLICT (officer, day) DO UPDATE SET reveals = reveal_days.reveals + 1
                """, arguments: [officer, day.iso])
    }
}
