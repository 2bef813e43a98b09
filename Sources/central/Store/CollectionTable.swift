import Forms
import GRDB
import Models

/// How units collect: their accounts and how much a drawer may be off. What receipts they use stands in its own table.
enum CollectionTable {
    struct Settings: Codable, Sendable {
        var beneficiary: Beneficiary?
        var beneficiaries: [String: Beneficiary] = [:]
        /// In đồng; a greater difference is another officer's to close.
        var differenceLimit = 10_000
        /// Whether who is at the unit's reception is its cashier too. Stands in a column, for `OfficerTable`.
        var receptionCollects = false

        private enum CodingKeys: String, CodingKey {
            case beneficiary, beneficiaries, differenceLimit
        }

        /// Whom a transfer for a procedure pays.
        func beneficiary(of procedure: String) -> Beneficiary? { beneficiaries[procedure] ?? beneficiary }
    }

    static func settings(_ database: Database, unit: String) throws -> (revision: Int, settings: Settings) {
        let row = try Row.fetchOne(
            database.cachedStatement(
                sql: "SELECT revision, document, reception_collects FROM collection_settings WHERE unit = ?"),
            arguments: [unit])
        guard let row else { return (0, Settings()) }
        let document: String = row["document"]
        var settings = try LenientJSON.decode(Settings.self, from: Array(document.utf8))
        settings.receptionCollects = row["reception_collects"]
        return (row["revision"], settings)
    }

    static func put(_ database: Database, _ settings: Settings, unit: String, revision: Int) throws {
        let document = String(decoding: try StrictJSON.encode(settings), as: UTF8.self)
        try database.execute(
            sql: """
                INSERT INTO collection_settings (unit, revision, document, reception_collects) VALUES (?, ?, ?, ?)
                ON CONFLICT (unit) DO UPDATE SET revision = excluded.revision, document = excluded.document,
                    reception_collects = excluded.reception_collects
                """, arguments: [unit, revision, document, settings.receptionCollects ? 1 : 0])
    }
}
