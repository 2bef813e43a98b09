import Foundation
import GRDB
import Models

/// The numbers that units may give receipts, by year, and how far each series was used. The number is taken in the
/// transaction of the receipt, so one that was taken and not used doesn't exist.
enum ReceiptSeriesTable {
    struct Taken: Sendable {
        var series: ID
        var template: String
        var symbol: String
        var number: Int
        /// Of the receipt before it in the series.
        var hash: Data
    }

    /// The next number of a unit in a year; nil where no series has one left.
    static func take(_ database: Database, unit: String, year: Int) throws -> Taken? {
        let row = try Row.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT * FROM receipt_series WHERE unit = ? AND year = ? AND used < last
                    ORDER BY template, symbol LIMIT 1
                    """), arguments: [unit, year])
        guard let row else { return nil }
        let (id, used): (ID, Int) = (row["id"], row["used"])
        try database.cachedStatement(sql: "UPDATE receipt_series SET used = ? WHERE id = ?")
            .execute(arguments: [used + 1, id])
        return Taken(
            series: id, template: row["template"], symbol: row["symbol"], number: used + 1,
            hash: row["hash"])
    }

    static func setHash(_ database: Database, of series: ID, to hash: Data) throws {
        try database.cachedStatement(sql: "UPDATE receipt_series SET hash = ? WHERE id = ?")
            .execute(arguments: [hash, series])
    }

    static func hash(_ database: Database, of series: ID) throws -> Data {
        guard
            let hash = try Data.fetchOne(
                database.cachedStatement(sql: "SELECT hash FROM receipt_series WHERE id = ?"),
                arguments: [series])
        else { throw StoreError.unreadable("receipt series") }
        return hash
    }

    static func all(_ database: Database, unit: String) throws -> [ReceiptSeries] {
        try Row.fetchAll(
            database,
            sql: "SELECT * FROM receipt_series WHERE unit = ? ORDER BY year, template, symbol",
            arguments: [unit]
        ).map {
            ReceiptSeries(
                year: $0["year"], template: $0["template"], symbol: $0["symbol"], first: $0["first"],
                last: $0["last"], used: $0["used"])
        }
    }

    static func insert(_ database: Database, _ series: ReceiptSeriesPut, unit: String) throws {
        try database.execute(
            sql: """
                INSERT INTO receipt_series (id, unit, year, template, symbol, first, last, used, hash)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                UUIDv7.make(), unit, series.year, series.template, series.symbol, series.first, series.last,
                series.first - 1, ReceiptChain.genesis,
            ])
    }

    /// What was begun may only end elsewhere, and nowhere before what was used.
    static func setLast(_ database: Database, _ last: Int, of series: ReceiptSeries, unit: String) throws {
        try database.execute(
            sql: "UPDATE receipt_series SET last = ? WHERE unit = ? AND year = ? AND symbol = ?",
            arguments: [last, unit, series.year, series.symbol])
    }

    /// One that was never used.
    static func delete(_ database: Database, _ series: ReceiptSeries, unit: String) throws {
        try database.execute(
            sql: "DELETE FROM receipt_series WHERE unit = ? AND year = ? AND symbol = ? AND used < first",
            arguments: [unit, series.year, series.symbol])
    }
}
