import Forms
import GRDB
import Models

/// How units send by post, the tracking numbers that they were given, and how far the post's feed has been read.
enum PostalTable {
    struct Settings: Codable, Sendable {
        /// The code of the post's counter.
        var office: String
        var customerCode: String
        var sender: PostalParty
        var collectFee: Int
        var resultFee: Int

        func fee(of kind: ShipmentKind) -> Int { kind == .collect ? collectFee : resultFee }
    }

    /// Nil where the unit does not send by post.
    static func settings(_ database: Database, unit: String) throws -> (revision: Int, settings: Settings?) {
        let row = try Row.fetchOne(
            database.cachedStatement(sql: "SELECT revision, document FROM postal_settings WHERE unit = ?"),
            arguments: [unit])
        guard let row else { return (0, nil) }
        let document: String = row["document"]
        return (row["revision"], try LenientJSON.decode(Settings.self, from: Array(document.utf8)))
    }

    static func put(_ database: Database, _ settings: Settings, unit: String, revision: Int) throws {
        let document = String(decoding: try StrictJSON.encode(settings), as: UTF8.self)
        try database.execute(
            sql: """
                INSERT INTO postal_settings (unit, revision, document) VALUES (?, ?, ?)
                ON CONFLICT (unit) DO UPDATE SET revision = excluded.revision, document = excluded.document
                """, arguments: [unit, revision, document])
    }

    // MARK: Numbers

    static func ranges(_ database: Database, unit: String) throws -> [TrackingRange] {
        try Row.fetchAll(
            database, sql: "SELECT * FROM tracking_ranges WHERE unit = ? ORDER BY service, first",
            arguments: [unit]
        ).map {
            TrackingRange(service: $0["service"], first: $0["first"], last: $0["last"], used: $0["used"])
        }
    }

    static func insert(_ database: Database, _ range: TrackingRangePut, unit: String) throws {
        try database.execute(
            sql: "INSERT INTO tracking_ranges (unit, service, first, last, used) VALUES (?, ?, ?, ?, ?)",
            arguments: [unit, range.service, range.first, range.last, range.first - 1])
    }

    static func setLast(_ database: Database, _ last: Int, of range: TrackingRange, unit: String) throws {
        try database.execute(
            sql: "UPDATE tracking_ranges SET last = ? WHERE unit = ? AND service = ? AND first = ?",
            arguments: [last, unit, range.service, range.first])
    }

    static func delete(_ database: Database, _ range: TrackingRange, unit: String) throws {
        try database.execute(
            sql: "DELETE FROM tracking_ranges WHERE unit = ? AND service = ? AND first = ?",
            arguments: [unit, range.service, range.first])
    }

    /// Whether numbers of a range belong to another unit too.
    static func isTaken(_ database: Database, _ range: TrackingRangePut, besides unit: String) throws -> Bool
    {
        try Bool.fetchOne(
            database,
            sql: """
                SELECT EXISTS (SELECT 1 FROM tracking_ranges
                    WHERE unit <> ? AND service = ? AND first <= ? AND last >= ?)
                """, arguments: [unit, range.service, range.last, range.first]) ?? false
    }

    /// The unit's next number; nil where none is left.
    static func takeNumber(_ database: Database, unit: String) throws -> String? {
        let row = try Row.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT service, first, used FROM tracking_ranges WHERE unit = ? AND used < last
                    ORDER BY service, first LIMIT 1
                    """), arguments: [unit])
        guard let row else { return nil }
        let (service, first, used): (String, Int, Int) = (row["service"], row["first"], row["used"])
        guard let number = S10.make(service: service, serial: used + 1) else {
            throw StoreError.unreadable("tracking range")
        }
        try database.cachedStatement(
            sql: "UPDATE tracking_ranges SET used = used + 1 WHERE unit = ? AND service = ? AND first = ?"
        ).execute(arguments: [unit, service, first])
        return number
    }

    // MARK: The feed

    /// Where the feed of a carrier begins.
    static let firstCursor = String(repeating: "0", count: 24)

    static func cursor(_ database: Database, carrier: String) throws -> String {
        try String.fetchOne(
            database, sql: "SELECT last FROM post_cursors WHERE carrier = ?", arguments: [carrier])
            ?? firstCursor
    }

    static func setCursor(_ database: Database, carrier: String, to last: String) throws {
        try database.execute(
            sql: """
                INSERT INTO post_cursors (carrier, last) VALUES (?, ?)
                ON CONFLICT (carrier) DO UPDATE SET last = excluded.last
                """, arguments: [carrier, last])
    }
}
