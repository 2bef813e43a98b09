import GRDB

/// Small facts about the database itself, by name.
enum SettingTable {
    /// The code of the calendar of units without one of their own.
    static let defaultCalendar = "default_calendar"
    /// See `Central.epoch`.
    static let epoch = "epoch"
    /// Which training data was loaded; absent in a database of a ministry.
    static let trainingData = "training_data"
    /// The key that seals the audit in training, where no configuration brings one.
    static let auditKey = "audit_key"

    /// The fingerprint of the key that seals answers and files; absent while nothing is sealed.
    static let dataSeal = "data_seal"

    /// Until when it was looked for dossiers that became late, in seconds.
    static let outboxSince = "outbox_since"

    /// How far results were looked at that nobody fetched, by when their citizens were told.
    static let remindedSince = "reminded_since"

    /// How many steps of `SealingPass` are done: their columns take sealed texts alone.
    static let sealingSteps = "sealing_steps"

    /// Whether `FirstBooking` is done.
    static let moneyBooked = "money_booked"

    /// See `CatalogueTable.revision`.
    static let catalogueRevision = "catalogue_revision"

    /// Since when accounts that nobody uses are suspended, in seconds (`AccountExpiry`).
    static let accountsWatched = "accounts_watched"

    static func value(_ database: Database, _ name: String) throws -> String? {
        try String.fetchOne(database, sql: "SELECT value FROM settings WHERE name = ?", arguments: [name])
    }

    static func remove(_ database: Database, _ name: String) throws {
        try database.execute(sql: "DELETE FROM settings WHERE name = ?", arguments: [name])
    }

    static func set(_ database: Database, _ name: String, _ value: String) throws {
        try database.execute(
            sql: """
                INSERT INTO settings (name, value) VALUES (?, ?)
                ON CONFLICT (name) DO UPDATE SET value = excluded.value
                """, arguments: [name, value])
    }
}
