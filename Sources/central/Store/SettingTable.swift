import GRDB

/// Small facts about the database itself, by name.
enum SettingTable {
    static func value(_ database: Database, _ name: String) throws -> String? {
        try String.fetchOne(database, sql: "SELECT value FROM settings WHERE name = ?", arguments: [name])
    }

    static func set(_ database: Database, _ name: String, _ value: String) throws {
        try database.execute(
            sql: """
                INSERT INTO settings (name, value) VALUES (?, ?)
                ON CONFLICT (name) DO UPDATE SET value = excluded.value
                """, arguments: [name, value])
    }
}
