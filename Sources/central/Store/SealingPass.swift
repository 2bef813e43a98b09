import GRDB

/// Seals what earlier versions left in the clear, before anybody is served.
///
/// Which of the steps are done stands in the database: each is taken once, and from then on its columns take sealed
/// texts alone.
enum SealingPass {
    /// What is sealed by now, after every step.
    private static let steps: [@Sendable (Database, DataSeal) throws -> Int] = [answers, titles]

    static func run(_ store: Store, _ seal: DataSeal) throws {
        let done = try store.readNow(stepsDone)
        guard done < steps.count else { return }
        var count = 0
        try store.load { database in
            for step in steps.dropFirst(done) { count += try step(database, seal) }
            try SettingTable.set(database, SettingTable.dataSeal, seal.fingerprint)
            try SettingTable.set(database, SettingTable.sealingSteps, String(steps.count))
        }
        // What was overwritten still lies in the free pages of the file.
        if count > 0 { try store.compact() }
    }

    private static func stepsDone(_ database: Database) throws -> Int {
        if let text = try SettingTable.value(database, SettingTable.sealingSteps) { return Int(text) ?? 0 }
        // Before steps were counted there was one.
        return try SettingTable.value(database, SettingTable.dataSeal) == nil ? 0 : 1
    }

    @Sendable private static func answers(_ database: Database, _ seal: DataSeal) throws -> Int {
        var count = try column(database, "dossiers", "document", ["id"], seal) { DossierTable.place($0[0]) }
        count += try column(database, "drafts", "content", ["id"], seal) { DraftTable.place($0[0]) }
        try StoreDialect.changeable("idempotency", in: database)
        count += try column(database, "idempotency", "body", ["person", "idempotency_key"], seal) {
            IdempotencyTable.place($0[0], $0[1])
        }
        try StoreDialect.appendOnly("idempotency", in: database)
        return count
    }

    /// They name the person.
    @Sendable private static func titles(_ database: Database, _ seal: DataSeal) throws -> Int {
        try column(database, "drafts", "title", ["id"], seal) { DraftTable.titlePlace($0[0]) }
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
                    arguments: StatementArguments(values)), let plain = try SealedColumn.plain(value)
            else { continue }
            let sealed = try SealedColumn.seal(plain, at: place(values), seal)
            try database.execute(
                sql: "UPDATE \(table) SET \(column) = ? WHERE \(condition)",
                arguments: [sealed] + StatementArguments(values))
            count += 1
        }
        return count
    }
}
