import GRDB
import Models

/// The ledger on disk: transactions whose entries sum to nothing. Nothing of it is ever changed or taken out.
enum LedgerTable {
    struct Entry: Hashable, Sendable {
        var account: LedgerAccount
        /// In đồng; positive where it comes to the account.
        var amount: Int
    }

    /// The most that is believed of one entry, so that no sum of them overflows.
    static let largest = 1_000_000_000_000_000

    /// - Throws: Where the entries don't sum to nothing: a fault of the program, and nothing is written.
    @discardableResult
    static func post(
        _ database: Database, _ kind: String, subject: String, unit: String, officer: ID?, at: Instant,
        _ entries: [Entry]
    ) throws -> Int {
        let entries = entries.filter { $0.amount != 0 }
        guard !entries.isEmpty, entries.allSatisfy({ abs($0.amount) <= largest }),
            entries.reduce(0, { $0 + $1.amount }) == 0
        else { throw StoreError.unreadable("ledger \(kind)") }
        let seq = try lastSeq(database) + 1
        try database.cachedStatement(
            sql: """
                INSERT INTO ledger_transactions (seq, at, unit, kind, subject, officer)
                VALUES (?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [seq, at.seconds, unit, kind, subject, officer])
        let statement = try database.cachedStatement(
            sql: "INSERT INTO ledger_entries (transaction_seq, line, account, amount) VALUES (?, ?, ?, ?)")
        for (line, entry) in entries.enumerated() {
            try statement.execute(arguments: [seq, line, entry.account.text, entry.amount])
        }
        return seq
    }

    static func lastSeq(_ database: Database) throws -> Int {
        try Int.fetchOne(
            database.cachedStatement(sql: "SELECT COALESCE(MAX(seq), 0) FROM ledger_transactions")) ?? 0
    }

    /// The sum of an account's entries.
    static func balance(_ database: Database, _ account: LedgerAccount) throws -> Int {
        try Int.fetchOne(
            database.cachedStatement(
                sql: "SELECT COALESCE(SUM(amount), 0) FROM ledger_entries WHERE account = ?"),
            arguments: [account.text]) ?? 0
    }

    /// What is wrong with the ledger as it lies there: transactions whose entries don't sum to nothing, or have none.
    static func broken(_ database: Database) throws -> [Int] {
        try Int.fetchAll(
            database,
            sql: """
                SELECT t.seq FROM ledger_transactions t LEFT JOIN ledger_entries e ON e.transaction_seq = t.seq
                GROUP BY t.seq HAVING COUNT(e.line) < 2 OR SUM(e.amount) <> 0 ORDER BY t.seq
                """)
    }
}
