import GRDB
import Models

extension DossierTable {
    /// The id of a dossier by its code, wherever it lies: what is read of it goes through a scope.
    static func id(_ database: Database, ofCode code: String) throws -> ID? {
        try String.fetchOne(database, sql: "SELECT id FROM dossiers WHERE code = ?", arguments: [code])
    }
}
