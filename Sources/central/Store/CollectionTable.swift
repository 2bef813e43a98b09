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

        /// Whom a transfer for a procedure pays.
        func beneficiary(of procedure: String) -> Beneficiary? { beneficiaries[procedure] ?? beneficiary }
    }

    static func settings(_ database: Database, unit: String) throws -> (revision: Int, settings: Settings) {
        let row = try Row.fetchOne(
            database.cachedStatement(
                sql: "SELECT revision, document FROM collection_settings WHERE unit = ?"),
            arguments: [unit])
        guard let row else { return (0, Settings()) }
        let document: String = row["document"]
        return (row["revision"], try LenientJSON.decode(Settings.self, from: Array(document.utf8)))
    }

    static func put(_ database: Database, _ settings: Settings, unit: String, revision: Int) throws {
        let document = String(decoding: try StrictJSON.encode(settings), as: UTF8.self)
        try database.execute(
            sql: """
                INSERT INTO collection_settings (unit, revision, document) VALUES (?, ?, ?)
                ON CONFLICT (unit) DO UPDATE SET revision = excluded.revision, document = excluded.document
                """, arguments: [unit, revision, document])
    }
}
