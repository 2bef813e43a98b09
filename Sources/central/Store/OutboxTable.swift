import Forms
import GRDB
import Models

/// Messages to citizens: those that wait, those that went out, and those that no carrier took.
///
/// A row is written in the transaction of what it tells of, once for each cause and channel, so that a dossier's act
/// that happened is told once, and one that did not happen never.
enum OutboxTable {
    struct Content: Codable, Hashable, Sendable {
        /// A telephone number or an e-mail address.
        var address: String
        var subject: String
        var text: String
    }

    /// What a message tells of.
    enum Subject: Hashable, Sendable {
        case dossier(ID)
        case ticket(ID)
    }

    struct Row: Sendable {
        var id: ID
        /// Nil where it tells of a ticket.
        var dossier: ID?
        var ticket: ID?
        var unit: String
        var occasion: String
        var channel: DossierMessage.Channel
        var content: Content
        var state: DossierMessage.State
        var attempts: Int
        var createdAt: Instant
        var sentAt: Instant?
        var position: Int64
        /// Why the last try failed.
        var fault: String?
    }

    // MARK: Writing

    /// Nothing where it is there already.
    static func insert(
        _ database: Database, about subject: Subject, unit: String, occasion: String, cause: String,
        channel: DossierMessage.Channel, content: Content, createdAt: Instant, dueAt: Instant, seal: DataSeal,
        id: ID = UUIDv7.make()
    ) throws {
        let (column, subjectID) =
            switch subject {
            case .dossier(let id): ("dossier", id)
            case .ticket(let id): ("ticket", id)
            }
        try database.cachedStatement(
            sql: """
                INSERT INTO outbox (id, position, \(column), unit, occasion, cause, channel, sealed, state, attempts,
                    created_at, due_at)
                SELECT ?, COALESCE(MAX(position), 0) + 1, ?, ?, ?, ?, ?, ?, 'waiting', 0, ?, ? FROM outbox WHERE 1 = 1
                ON CONFLICT (\(column), cause, channel) DO NOTHING
                """
        ).execute(arguments: [
            id, subjectID, unit, occasion, cause, channel.rawValue,
            try SealedColumn.seal(StrictJSON.encode(content), at: place(id), seal), createdAt.seconds,
            dueAt.seconds,
        ])
    }

    static func markSent(_ database: Database, id: ID, at now: Instant) throws {
        try database.execute(
            sql: """
                UPDATE outbox SET state = 'sent', sent_at = ?, attempts = attempts + 1, fault = NULL WHERE id = ?
                """,
            arguments: [now.seconds, id])
    }

    /// - Parameter dueAt: When it is tried again; nil gives it up.
    static func markFailed(_ database: Database, id: ID, fault: String, dueAt: Instant?) throws {
        try database.execute(
            sql: """
                UPDATE outbox SET state = ?, due_at = COALESCE(?, due_at), attempts = attempts + 1, fault = ?
                WHERE id = ?
                """,
            arguments: [dueAt == nil ? "dead" : "waiting", dueAt?.seconds, fault, id])
    }

    /// Gives a dead message another chance; false where it is none.
    static func revive(_ database: Database, id: ID, dueAt: Instant) throws -> Bool {
        try database.execute(
            sql:
                "UPDATE outbox SET state = 'waiting', attempts = 0, fault = NULL, due_at = ? WHERE id = ? AND state = 'dead'",
            arguments: [dueAt.seconds, id])
        return database.changesCount == 1
    }

    // MARK: Reading

    /// Those whose time has come, in order: of each dossier or ticket the first that waits, so that none overtakes
    /// another.
    ///
    /// - Parameter channels: Those that somebody carries: what waits for a carrier that is not there holds nothing up.
    static func due(
        _ database: Database, channels: Set<DossierMessage.Channel>, at now: Instant, limit: Int,
        seal: DataSeal
    ) throws -> [Row] {
        guard !channels.isEmpty else { return [] }
        let names = channels.map(\.rawValue).sorted()
        let marks = names.map { _ in "?" }.joined(separator: ", ")
        return try GRDB.Row.fetchAll(
            database,
            sql: """
                SELECT * FROM outbox o WHERE state = 'waiting' AND due_at <= ? AND channel IN (\(marks))
                    AND NOT EXISTS (
                    SELECT 1 FROM outbox e WHERE (e.dossier = o.dossier OR e.ticket = o.ticket)
                        AND e.state = 'waiting' AND e.channel = o.channel AND e.position < o.position)
                ORDER BY position LIMIT ?
                """,
            arguments: [now.seconds] + StatementArguments(names) + [limit]
        ).map { try row($0, seal) }
    }

    static func of(_ database: Database, dossier: ID, seal: DataSeal) throws -> [Row] {
        try GRDB.Row.fetchAll(
            database, sql: "SELECT * FROM outbox WHERE dossier = ? ORDER BY position", arguments: [dossier]
        ).map { try row($0, seal) }
    }

    static func of(_ database: Database, ticket: ID, seal: DataSeal) throws -> [Row] {
        try GRDB.Row.fetchAll(
            database, sql: "SELECT * FROM outbox WHERE ticket = ? ORDER BY position", arguments: [ticket]
        ).map { try row($0, seal) }
    }

    static func hasTold(_ database: Database, _ occasion: MessageOccasion, dossier: ID) throws -> Bool {
        try Bool.fetchOne(
            database,
            sql: "SELECT EXISTS (SELECT 1 FROM outbox WHERE dossier = ? AND occasion = ?)",
            arguments: [dossier, occasion.rawValue]) ?? false
    }

    /// A page for administrators, the newest first.
    static func page(
        _ database: Database, state: DossierMessage.State?, scope: Scope, before: Int64?, limit: Int,
        seal: DataSeal
    ) throws -> [Row] {
        var condition = scope.condition(on: ["unit"])
        if let state { condition.and("state = ?", [state.rawValue]) }
        if let before { condition.and("position < ?", [before]) }
        return try GRDB.Row.fetchAll(
            database, sql: "SELECT * FROM outbox WHERE \(condition.sql) ORDER BY position DESC LIMIT ?",
            arguments: condition.arguments + [limit]
        ).map { try row($0, seal) }
    }

    static func find(_ database: Database, id: ID, scope: Scope, seal: DataSeal) throws -> Row? {
        var condition = SQLCondition("id = ?", [id])
        condition.and(scope.condition(on: ["unit"]))
        return try GRDB.Row.fetchOne(
            database, sql: "SELECT * FROM outbox WHERE \(condition.sql)", arguments: condition.arguments
        ).map { try row($0, seal) }
    }

    /// The order of a shipment.
    static func order(_ database: Database, of shipment: ID, seal: DataSeal) throws -> Row? {
        try GRDB.Row.fetchOne(
            database,
            sql: "SELECT o.* FROM outbox o JOIN shipments s ON s.order_message = o.id WHERE s.id = ?",
            arguments: [shipment]
        ).map { try row($0, seal) }
    }

    /// Orders that a post has and that are still under way, for one that forgets them when it ends: the simulator.
    static func placedOrders(_ database: Database, seal: DataSeal) throws -> [(
        number: String, text: String, isHandedOver: Bool
    )] {
        try GRDB.Row.fetchAll(
            database,
            sql: """
                SELECT o.*, s.state AS shipment_state FROM outbox o JOIN shipments s ON s.order_message = o.id
                WHERE o.state = 'sent' AND s.state NOT IN ('delivered', 'returned', 'cancelled')
                ORDER BY o.position
                """
        ).map { row in
            let content = try Self.row(row, seal).content
            let state: String = row["shipment_state"]
            return (content.subject, content.text, state != ShipmentState.created.rawValue)
        }
    }

    static func counts(_ database: Database) throws -> [String: Int] {
        let rows = try GRDB.Row.fetchAll(
            database,
            sql: "SELECT state, COUNT(*) AS number FROM outbox WHERE state <> 'sent' GROUP BY state")
        return Dictionary(rows.map { ($0["state"], $0["number"]) }, uniquingKeysWith: { $1 })
    }

    /// How far the due dates have been looked at: up to a dossier among those that were due in one second, so that any
    /// number of them is passed.
    struct Place: Hashable, Sendable {
        var dueAt: Instant
        /// Empty before the first of the second.
        var id: ID

        init(dueAt: Instant, id: ID = "") {
            self.dueAt = dueAt
            self.id = id
        }

        /// From a setting; nil where it is none.
        init?(_ text: String) {
            let parts = text.split(separator: " ", maxSplits: 1)
            guard let seconds = parts.first.flatMap({ Int64($0) }) else { return nil }
            self.init(dueAt: Instant(seconds: seconds), id: parts.count > 1 ? String(parts[1]) : "")
        }

        var text: String { id.isEmpty ? String(dueAt.seconds) : "\(dueAt.seconds) \(id)" }
    }

    /// Open dossiers whose clock runs and whose time has passed since a place, of which nobody was told yet, in order.
    static func late(
        _ database: Database, statuses: [Int], after place: Place, at now: Instant, limit: Int
    ) throws -> [Place] {
        guard !statuses.isEmpty else { return [] }
        let marks = statuses.map { _ in "?" }.joined(separator: ", ")
        return try GRDB.Row.fetchAll(
            database,
            sql: """
                SELECT d.id, d.due_at FROM dossiers d WHERE d.ended_at IS NULL AND d.due_at >= ? AND d.due_at < ?
                    AND (d.due_at > ? OR d.id > ?) AND d.status IN (\(marks)) AND NOT EXISTS (
                        SELECT 1 FROM outbox o WHERE o.dossier = d.id AND o.cause = 'late:' || d.due_at)
                ORDER BY d.due_at, d.id LIMIT ?
                """,
            arguments: [place.dueAt.seconds, now.seconds, place.dueAt.seconds, place.id]
                + StatementArguments(statuses) + [limit]
        ).map { Place(dueAt: Instant(seconds: $0["due_at"]), id: $0["id"]) }
    }

    /// A result of which the citizen was told that it lies at the desk.
    struct ToldResult: Sendable {
        var dossier: ID
        /// Of the message that told it.
        var cause: String
        var place: Place
    }

    /// Results that lie at the desk, told between a place and a moment, in order.
    static func unfetched(
        _ database: Database, after place: Place, before moment: Instant, limit: Int
    ) throws -> [ToldResult] {
        try GRDB.Row.fetchAll(
            database,
            sql: """
                SELECT o.id, o.dossier, o.cause, o.created_at FROM outbox o JOIN dossiers d ON d.id = o.dossier
                WHERE o.occasion = 'ready' AND o.created_at >= ? AND o.created_at < ?
                    AND (o.created_at > ? OR o.id > ?)
                    AND d.ended_at IS NULL AND d.status = ? AND d.delivery_method = 'desk'
                ORDER BY o.created_at, o.id LIMIT ?
                """,
            arguments: [
                place.dueAt.seconds, moment.seconds, place.dueAt.seconds, place.id, NationalStatus.ready,
                limit,
            ]
        ).map {
            ToldResult(
                dossier: $0["dossier"], cause: $0["cause"],
                place: Place(dueAt: Instant(seconds: $0["created_at"]), id: $0["id"]))
        }
    }

    /// Whether that is still so: it lies there, nothing newer was told of it, and nobody was reminded yet. A telephone and
    /// an e-mail are one reminder.
    static func isUnfetched(_ database: Database, _ result: ToldResult) throws -> Bool {
        try Bool.fetchOne(
            database,
            sql: """
                SELECT EXISTS (SELECT 1 FROM dossiers d WHERE d.id = ? AND d.ended_at IS NULL AND d.status = ?
                    AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.dossier = d.id AND (o.cause = ?
                        OR (o.occasion = 'ready' AND o.created_at > ?))))
                """,
            arguments: [
                result.dossier, NationalStatus.ready, "uncollected:" + result.cause,
                result.place.dueAt.seconds,
            ]) ?? false
    }

    private static func place(_ id: ID) -> String { "outbox:" + id }

    private static func row(_ row: GRDB.Row, _ seal: DataSeal) throws -> Row {
        let id: String = row["id"]
        let (channel, state): (String, String) = (row["channel"], row["state"])
        let sent: Int64? = row["sent_at"]
        guard let channel = DossierMessage.Channel(rawValue: channel),
            let state = DossierMessage.State(rawValue: state)
        else { throw StoreError.unreadable("outbox") }
        return Row(
            id: id, dossier: row["dossier"], ticket: row["ticket"], unit: row["unit"],
            occasion: row["occasion"], channel: channel,
            content: try LenientJSON.decode(
                Content.self, from: SealedColumn.open(row["sealed"], at: place(id), seal)),
            state: state, attempts: row["attempts"], createdAt: Instant(seconds: row["created_at"]),
            sentAt: sent.map { Instant(seconds: $0) }, position: row["position"],
            fault: row["fault"])
    }
}
