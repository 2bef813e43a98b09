import Forms
import Foundation
import GRDB
import Models

/// Shipments, and all that was said of each. Who sends and who gets them is sealed.
enum ShipmentTable {
    struct Content: Codable, Sendable {
        var sender: PostalParty
        var receiver: PostalParty
        var contents: String
    }

    /// A shipment that was delivered, and whose dossier has to hear of it.
    struct Unconfirmed: Sendable {
        var id: ID
        var dossier: ID
    }

    // MARK: Writing

    /// - Parameter message: The order in the outbox.
    static func insert(_ database: Database, _ shipment: Shipment, message: ID, seal: DataSeal) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO shipments (id, dossier, dossier_code, procedure_name, unit, office, kind,
                    order_number, tracking_number, state, order_message, fee, cod, created_at, officer,
                    changed_at, sealed)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            shipment.id, shipment.dossier, shipment.dossierCode, shipment.procedureName, shipment.unit.code,
            shipment.office.code, shipment.kind.rawValue, shipment.orderNumber, shipment.trackingNumber,
            shipment.state.rawValue, message, shipment.fee, shipment.cod, shipment.createdAt.seconds,
            shipment.createdBy.id, shipment.changedAt.seconds,
            try SealedColumn.seal(
                StrictJSON.encode(
                    Content(
                        sender: shipment.sender, receiver: shipment.receiver, contents: shipment.contents)),
                at: place(shipment.id), seal),
        ])
    }

    /// Adds what was said; false where the post said it before.
    static func append(_ database: Database, _ event: ShipmentEvent, to shipment: ID) throws -> Bool {
        try database.cachedStatement(
            sql: """
                INSERT INTO shipment_events (shipment, seq, at, source, state, code, message, number, officer)
                SELECT ?, COALESCE(MAX(seq), 0) + 1, ?, ?, ?, ?, ?, ?, ? FROM shipment_events
                WHERE shipment = ? ON CONFLICT DO NOTHING
                """
        ).execute(arguments: [
            shipment, event.at.seconds, event.source.rawValue, event.state?.rawValue, event.code,
            event.message, event.number, event.officer?.id, shipment,
        ])
        return database.changesCount == 1
    }

    /// Writes where it is by now.
    static func setState(
        _ database: Database, of id: ID, to state: ShipmentState, said: ShipmentEvent?, at now: Instant
    ) throws {
        try database.cachedStatement(
            sql: """
                UPDATE shipments SET state = ?, post_code = COALESCE(?, post_code),
                    post_message = COALESCE(?, post_message), changed_at = ? WHERE id = ?
                """
        ).execute(arguments: [state.rawValue, said?.code, said?.message, now.seconds, id])
    }

    /// When its dossier is told that the post delivered it; nil once it was told.
    static func setConfirmation(_ database: Database, of id: ID, at moment: Instant?, problem: String?) throws
    {
        try database.cachedStatement(sql: "UPDATE shipments SET confirm_at = ?, problem = ? WHERE id = ?")
            .execute(arguments: [moment?.seconds, problem, id])
    }

    /// Which counter of the post is to get it.
    static func setOffice(_ database: Database, of id: ID, to office: String) throws {
        try database.execute(
            sql: "UPDATE shipments SET office = ? WHERE id = ?", arguments: [office, id])
    }

    static func setPayment(_ database: Database, of id: ID, to payment: ID) throws {
        try database.execute(
            sql: "UPDATE shipments SET cod_payment = ? WHERE id = ?", arguments: [payment, id])
    }

    static func settle(
        _ database: Database, _ shipment: Shipment, _ settlement: CODSettlement, officer: ID, at now: Instant
    ) throws {
        try database.execute(
            sql: """
                INSERT INTO cod_settlements (shipment, unit, amount, reference, officer, at)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                shipment.id, shipment.unit.code, settlement.amount, settlement.reference, officer,
                now.seconds,
            ])
        try database.execute(
            sql: "UPDATE shipments SET cod_settled_at = ? WHERE id = ?",
            arguments: [now.seconds, shipment.id])
    }

    // MARK: Reading

    static func count(_ database: Database, of dossier: ID) throws -> Int {
        try Int.fetchOne(
            database.cachedStatement(sql: "SELECT COUNT(*) FROM shipments WHERE dossier = ?"),
            arguments: [dossier]) ?? 0
    }

    /// That which is on its way for a dossier.
    static func active(_ database: Database, of dossier: ID, kind: ShipmentKind) throws -> ID? {
        try String.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT id FROM shipments WHERE dossier = ? AND kind = ?
                        AND state NOT IN ('delivered', 'returned', 'cancelled')
                    """), arguments: [dossier, kind.rawValue])
    }

    /// The parcel that a dossier's result is in, until it was delivered, came back or was cancelled.
    static func resultParcel(_ database: Database, of dossier: ID) throws -> ResultParcel? {
        let row = try Row.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT s.id, s.tracking_number, s.state, s.cod, m.code AS manifest FROM shipments s
                    LEFT JOIN manifest_items i ON i.shipment = s.id
                    LEFT JOIN manifests m ON m.id = i.manifest AND m.state <> 'open'
                    WHERE s.dossier = ? AND s.kind = 'result'
                        AND s.state NOT IN ('delivered', 'returned', 'cancelled')
                    """), arguments: [dossier])
        guard let row else { return nil }
        guard let state = ShipmentState(rawValue: row["state"]) else {
            throw StoreError.unreadable("shipment")
        }
        return ResultParcel(
            id: row["id"], trackingNumber: row["tracking_number"], state: state, cod: row["cod"],
            signedManifest: row["manifest"])
    }

    /// The parcel at whose door what a dossier owes is to be collected; until it is at its end nobody else takes it.
    static func collecting(_ database: Database, of dossier: ID) throws -> ResultParcel? {
        try resultParcel(database, of: dossier).flatMap { $0.cod > 0 ? $0 : nil }
    }

    /// Where it was by what was said until now, and whether its dossier has to hear of its delivery: of a result, and of
    /// what was collected.
    static func standing(_ database: Database, of id: ID) throws -> (state: ShipmentState, isAwaited: Bool)? {
        let row = try Row.fetchOne(
            database.cachedStatement(sql: "SELECT state, kind, cod FROM shipments WHERE id = ?"),
            arguments: [id])
        guard let row, let state = ShipmentState(rawValue: row["state"]) else { return nil }
        let (kind, cod): (String, Int) = (row["kind"], row["cod"])
        return (state, kind == ShipmentKind.result.rawValue || cod > 0)
    }

    /// Whether the post has said anything of an order: then it has it.
    static func isKnown(_ database: Database, order: String) throws -> Bool {
        try Bool.fetchOne(
            database,
            sql: """
                SELECT EXISTS (SELECT 1 FROM shipments s JOIN shipment_events e ON e.shipment = s.id
                    WHERE s.order_number = ? AND e.number IS NOT NULL)
                """, arguments: [order]) ?? false
    }

    static func isCancelled(_ database: Database, order: String) throws -> Bool {
        try Bool.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT EXISTS (
                        SELECT 1 FROM shipments WHERE order_number = ? AND state = 'cancelled')
                    """), arguments: [order]) ?? false
    }

    /// Whether the post handed over what it collected for a parcel.
    static func isSettled(_ database: Database, tracking number: String) throws -> Bool {
        try Bool.fetchOne(
            database,
            sql: """
                SELECT EXISTS (SELECT 1 FROM shipments
                    WHERE tracking_number = ? AND cod_settled_at IS NOT NULL)
                """, arguments: [number]) ?? false
    }

    static func payment(_ database: Database, of id: ID) throws -> ID? {
        try String.fetchOne(
            database, sql: "SELECT cod_payment FROM shipments WHERE id = ?", arguments: [id])
    }

    static func find(_ database: Database, id: ID, scope: Scope, on day: LocalDate, seal: DataSeal) throws
        -> Shipment?
    {
        var condition = scope.withPost(on: ["s.unit"], where: "1 = 1")
        condition = SQLCondition("s.id = ?", [id]).and(also: condition)
        return try rows(database, condition, order: "s.id", limit: 1, on: day, seal).first
    }

    /// By the post's own names of it: the order's number, or the tracking number.
    static func find(
        _ database: Database, order: String?, tracking: String?, on day: LocalDate, seal: DataSeal
    ) throws -> Shipment? {
        var condition = SQLCondition()
        if let order { condition.and("s.order_number = ?", [order]) }
        if let tracking { condition.and("s.tracking_number = ?", [tracking]) }
        guard order != nil || tracking != nil else { return nil }
        return try rows(database, condition, order: "s.id", limit: 1, on: day, seal).first
    }

    /// Which shipment an order's number names, without opening anything.
    static func id(_ database: Database, order: String) throws -> ID? {
        try String.fetchOne(
            database.cachedStatement(sql: "SELECT id FROM shipments WHERE order_number = ?"),
            arguments: [order])
    }

    /// The parcels that a dossier's code may mean, the latest first.
    static func all(_ database: Database, ofCode code: String, on day: LocalDate, seal: DataSeal) throws
        -> [Shipment]
    {
        try rows(
            database, SQLCondition("s.dossier_code = ?", [code]), order: "s.created_at DESC, s.id DESC",
            limit: 20, on: day, seal)
    }

    static func all(_ database: Database, of dossier: ID, on day: LocalDate, seal: DataSeal) throws
        -> [Shipment]
    {
        try rows(
            database, SQLCondition("s.dossier = ?", [dossier]), order: "s.created_at, s.id", limit: 1_000,
            on: day, seal)
    }

    /// A page, the latest first.
    ///
    /// - Parameter text: A dossier's code or a tracking number.
    static func page(
        _ database: Database, scope: Scope, group: ShipmentGroup?, kind: ShipmentKind?, text: String?,
        after: DossierList.Position?, limit: Int, on day: LocalDate, seal: DataSeal
    ) throws -> [Shipment] {
        var condition = SQLCondition().and(also: scope.withPost(on: ["s.unit"], where: "1 = 1"))
        if let group { condition.and(Self.condition(group)) }
        if let kind { condition.and("s.kind = ?", [kind.rawValue]) }
        if let text { condition.and("s.dossier_code = ? OR s.tracking_number = ?", [text, text]) }
        if let after {
            condition.and(
                "s.created_at < ? OR (s.created_at = ? AND s.id < ?)", [after.key, after.key, after.id])
        }
        return try rows(
            database, condition, order: "s.created_at DESC, s.id DESC", limit: limit, on: day, seal)
    }

    /// How many there are in each group.
    static func counts(_ database: Database, scope: Scope) throws -> [ShipmentGroup: Int] {
        let reach = scope.withPost(on: ["s.unit"], where: "1 = 1")
        var counts: [ShipmentGroup: Int] = [:]
        for group in ShipmentGroup.allCases {
            let condition = SQLCondition().and(also: reach).and(also: Self.condition(group))
            counts[group] = try Int.fetchOne(
                database, sql: "SELECT COUNT(*) FROM shipments s WHERE \(condition.sql)",
                arguments: condition.arguments)
        }
        return counts
    }

    private static func condition(_ group: ShipmentGroup) -> SQLCondition {
        switch group {
        case .toHandOver: SQLCondition("s.kind = 'result' AND s.state = 'created'", [])
        case .onTheWay:
            SQLCondition(
                """
                s.state IN ('accepted', 'in_transit', 'out_for_delivery')
                    OR (s.kind = 'collect' AND s.state = 'created')
                """, [])
        case .codToSettle:
            SQLCondition("s.state = 'delivered' AND s.cod > 0 AND s.cod_settled_at IS NULL", [])
        case .failed, .returned, .delivered, .cancelled: SQLCondition("s.state = ?", [group.rawValue])
        }
    }

    /// Those that were delivered and whose dossier has to hear of it now.
    static func unconfirmed(_ database: Database, at now: Instant, limit: Int) throws -> [Unconfirmed] {
        try Row.fetchAll(
            database,
            sql: "SELECT id, dossier FROM shipments WHERE confirm_at <= ? ORDER BY confirm_at, id LIMIT ?",
            arguments: [now.seconds, limit]
        ).map { Unconfirmed(id: $0["id"], dossier: $0["dossier"]) }
    }

    /// One of them; nil where its dossier has not to hear of it, or not now.
    static func unconfirmed(_ database: Database, of id: ID, at now: Instant) throws -> Unconfirmed? {
        try Row.fetchOne(
            database, sql: "SELECT id, dossier FROM shipments WHERE id = ? AND confirm_at <= ?",
            arguments: [id, now.seconds]
        ).map { Unconfirmed(id: $0["id"], dossier: $0["dossier"]) }
    }

    static func events(_ database: Database, of shipment: ID) throws -> [ShipmentEvent] {
        try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT e.*, o.name AS officer_name, o.position AS officer_position FROM shipment_events e
                    LEFT JOIN officers o ON o.id = e.officer WHERE e.shipment = ? ORDER BY e.seq
                    """), arguments: [shipment]
        ).map { row in
            guard let source = ShipmentEvent.Source(rawValue: row["source"]) else {
                throw StoreError.unreadable("shipment event")
            }
            return ShipmentEvent(
                seq: row["seq"], at: Instant(seconds: row["at"]), source: source,
                state: (row["state"] as String?).flatMap(ShipmentState.init(rawValue:)), code: row["code"],
                message: row["message"], number: row["number"], officer: OfficerRef(row, "officer"))
        }
    }

    // MARK: Rows

    static func place(_ id: ID) -> String { "shipment:" + id }

    private static func rows(
        _ database: Database, _ condition: SQLCondition, order: String, limit: Int, on day: LocalDate,
        _ seal: DataSeal
    ) throws -> [Shipment] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT s.*, o.name AS officer_name, o.position AS officer_position, x.state AS order_state,
                    u.name AS unit_name, p.name AS office_name, m.id AS manifest_id, m.code AS manifest_code,
                    m.state AS manifest_state
                FROM shipments s JOIN outbox x ON x.id = s.order_message
                LEFT JOIN officers o ON o.id = s.officer
                LEFT JOIN units u ON u.code = s.unit
                    AND u.effective_from <= ? AND (u.effective_to IS NULL OR u.effective_to >= ?)
                LEFT JOIN units p ON p.code = s.office
                    AND p.effective_from <= ? AND (p.effective_to IS NULL OR p.effective_to >= ?)
                LEFT JOIN manifest_items i ON i.shipment = s.id
                LEFT JOIN manifests m ON m.id = i.manifest
                WHERE \(condition.sql) ORDER BY \(order) LIMIT ?
                """,
            arguments: [day.iso, day.iso, day.iso, day.iso] + condition.arguments + [limit]
        ).map { try decode($0, seal) }
    }

    private static func decode(_ row: Row, _ seal: DataSeal) throws -> Shipment {
        let (id, unit, office): (ID, String, String) = (row["id"], row["unit"], row["office"])
        let order: Shipment.OrderState =
            switch row["order_state"] as String {
            case "sent": .placed
            case "dead": .dead
            default: .waiting
            }
        guard let kind = ShipmentKind(rawValue: row["kind"]),
            let state = ShipmentState(rawValue: row["state"])
        else { throw StoreError.unreadable("shipment") }
        let content = try LenientJSON.decode(
            Content.self, from: SealedColumn.open(row["sealed"], at: place(id), seal))
        let settled: Int64? = row["cod_settled_at"]
        return Shipment(
            id: id, dossier: row["dossier"], dossierCode: row["dossier_code"],
            procedureName: row["procedure_name"], unit: UnitRef(code: unit, name: row["unit_name"] ?? unit),
            office: UnitRef(code: office, name: row["office_name"] ?? office), kind: kind,
            orderNumber: row["order_number"], trackingNumber: row["tracking_number"], state: state,
            postCode: row["post_code"], postMessage: row["post_message"], order: order,
            sender: content.sender, receiver: content.receiver, contents: content.contents, fee: row["fee"],
            cod: row["cod"], codSettledAt: settled.map { Instant(seconds: $0) },
            createdAt: Instant(seconds: row["created_at"]),
            createdBy: OfficerRef(row, "officer") ?? OfficerRef(id: row["officer"], name: ""),
            changedAt: Instant(seconds: row["changed_at"]), manifest: try ManifestRef(row),
            problem: row["problem"])
    }
}

extension ManifestRef {
    /// Nil where the row has none.
    fileprivate init?(_ row: Row) throws {
        guard let id: String = row["manifest_id"] else { return nil }
        guard let state = ManifestState(rawValue: row["manifest_state"]) else {
            throw StoreError.unreadable("manifest")
        }
        self.init(id: id, code: row["manifest_code"], state: state)
    }
}
