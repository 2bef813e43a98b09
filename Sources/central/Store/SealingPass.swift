import GRDB

/// Seals what a central without a seal left in the clear, once, at the start.
enum SealingPass {
    static func run(_ store: Store, _ seal: DataSeal) throws {
        guard try store.readNow({ try SettingTable.value($0, SettingTable.dataSeal) }) == nil else { return }
        var count = 0
        try store.load { database in
            count += try column(database, "dossiers", "document", ["id"], seal) { DossierTable.place($0[0]) }
            count += try column(database, "drafts", "content", ["id"], seal) { DraftTable.place($0[0]) }
            try StoreDialect.changeable("idempotency", in: database)
            count += try column(database, "idempotency", "body", ["person", "idempotency_key"], seal) {
                IdempotencyTable.place($0[0], $0[1])
            }
            try StoreDialect.appendOnly("idempotency", in: database)
            try SettingTable.set(database, SettingTable.dataSeal, seal.fingerprint)
        }
        // What was overwritten still lies in the free pages of the file.
        if count > 0 { try store.compact() }
    }

    private static func column(
        _ database: Database, _ table: String, _ column: String, _ keys: [String], _ seal: DataSeal,
        place: ([String]) -> String
    ) throws -> Int {
        let condition = keys.map { "\($0) = ?" }.joined(separator: " AND ")
        let names = keys.joined(separator: ", ")
        var count = 0
        for row in try Row.fetchAll(database, sql: "SELECT \(names) FROM \(table)") {
            let values: [String] = keys.map { row[$0] }
            guard
                let value = try DatabaseValue.fetchOne(
                    database, sql: "SELECT \(column) FROM \(table) WHERE \(condition)",
                    arguments: StatementArguments(values)), !SealedColumn.isSealed(value)
            else { continue }
            let place = place(values)
            let sealed = try SealedColumn.seal(SealedColumn.open(value, at: place, seal), at: place, seal)
            try database.execute(
                sql: "UPDATE \(table) SET \(column) = ? WHERE \(condition)",
                arguments: [sealed] + StatementArguments(values))
            count += 1
        }
        return count
    }
}
