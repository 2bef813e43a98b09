import Foundation
import GRDB
import Models

/// The acts that had an effect, by the key that was made when the officer started them. Kept for good: a desk
/// may come back after a long holiday and ask again.
enum IdempotencyTable {
    struct Act: Sendable {
        var route: String
        var requestHash: Data
        var status: Int
        var headers: [String: String]
        var body: [UInt8]
    }

    static func find(_ database: Database, person: String, key: String, seal: DataSeal) throws -> Act? {
        let row = try Row.fetchOne(
            database, sql: "SELECT * FROM idempotency WHERE person = ? AND idempotency_key = ?",
            arguments: [person, key])
        guard let row else { return nil }
        let headers: String = row["headers"]
        let body = try SealedColumn.open(row["body"], at: place(person, key), seal)
        guard let fields = StoredMap.decode(headers) else { throw StoreError.unreadable("idempotency") }
        return Act(
            route: row["route"], requestHash: row["request_hash"], status: row["status"],
            headers: fields,
            body: body)
    }

    /// Where an answer is sealed for.
    static func place(_ person: String, _ key: String) -> String { "act:" + person + ":" + key }

    static func insert(
        _ database: Database, person: String, key: String, act: Act, at: Instant, seal: DataSeal
    ) throws {
        let headers = try StoredMap.encode(act.headers)
        try database.execute(
            sql: """
                INSERT INTO idempotency (person, idempotency_key, route, request_hash, status, headers, body, at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                person, key, act.route, act.requestHash, act.status,
                String(decoding: headers, as: UTF8.self),
                try SealedColumn.seal(act.body, at: place(person, key), seal), at.seconds,
            ])
    }
}
