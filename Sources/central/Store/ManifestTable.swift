import Forms
import GRDB
import Models

/// Manifests: what a desk hands over to the post at once, and what of it came.
enum ManifestTable {
    // MARK: Writing

    static func insert(_ database: Database, _ manifest: Manifest) throws {
        try database.execute(
            sql: """
                INSERT INTO manifests (id, code, unit, office, state, opened_at, opened_by)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                manifest.id, manifest.code, manifest.unit.code, manifest.office.code,
                manifest.state.rawValue, manifest.openedAt.seconds, manifest.openedBy.id,
            ])
    }

    /// Puts a parcel on a manifest; false where it stands on one already, whichever it is.
    static func add(
        _ database: Database, _ shipment: ID, to manifest: ID, officer: ID, at now: Instant
    ) throws -> Bool {
        try database.cachedStatement(
            sql: """
                INSERT INTO manifest_items (shipment, manifest, seq, at, officer)
                SELECT ?, ?, COALESCE(MAX(seq), 0) + 1, ?, ? FROM manifest_items WHERE manifest = ?
                ON CONFLICT (shipment) DO NOTHING
                """
        ).execute(arguments: [shipment, manifest, now.seconds, officer, manifest])
        return database.changesCount == 1
    }

    static func remove(_ database: Database, _ shipment: ID, from manifest: ID) throws -> Bool {
        try database.execute(
            sql: "DELETE FROM manifest_items WHERE shipment = ? AND manifest = ?",
            arguments: [shipment, manifest])
        return database.changesCount == 1
    }

    /// The post's counter has a parcel; false where it had it before.
    static func accept(_ database: Database, _ shipment: ID, officer: ID, at now: Instant) throws -> Bool {
        try database.cachedStatement(
            sql: """
                UPDATE manifest_items SET accepted_at = ?, accepted_by = ?
                WHERE shipment = ? AND accepted_at IS NULL
                """
        ).execute(arguments: [now.seconds, officer, shipment])
        return database.changesCount == 1
    }

    static func close(_ database: Database, _ id: ID, officer: ID, at now: Instant) throws {
        try database.execute(
            sql: "UPDATE manifests SET state = 'closed', closed_at = ?, closed_by = ? WHERE id = ?",
            arguments: [now.seconds, officer, id])
    }

    /// The desk's signature is taken back.
    static func reopen(_ database: Database, _ id: ID) throws {
        try database.execute(
            sql: "UPDATE manifests SET state = 'open', closed_at = NULL, closed_by = NULL WHERE id = ?",
            arguments: [id])
    }

    /// The post signs: what it did not get waits at the desk again.
    static func accept(_ database: Database, _ id: ID, officer: ID, note: String?, at now: Instant) throws {
        try database.execute(
            sql: """
                INSERT INTO manifest_missing (manifest, shipment, seq, at)
                SELECT manifest, shipment, seq, at FROM manifest_items WHERE manifest = ? AND accepted_at IS NULL
                """, arguments: [id])
        try database.execute(
            sql: "DELETE FROM manifest_items WHERE manifest = ? AND accepted_at IS NULL", arguments: [id])
        try database.execute(
            sql: """
                UPDATE manifests SET state = 'accepted', accepted_at = ?, accepted_by = ?, note = ? WHERE id = ?
                """, arguments: [now.seconds, officer, note, id])
    }

    // MARK: Reading

    /// Without its parcels: what a scan has to know, however many there are.
    static func head(_ database: Database, id: ID, scope: Scope, on day: LocalDate) throws -> Manifest? {
        var condition = SQLCondition("m.id = ?", [id])
        condition.and(scope.withPost(on: ["m.unit"], where: "m.state <> 'open'"))
        return try rows(database, condition, limit: 1, on: day).first
    }

    static func find(_ database: Database, id: ID, scope: Scope, on day: LocalDate, seal: DataSeal) throws
        -> Manifest?
    {
        guard var manifest = try head(database, id: id, scope: scope, on: day) else { return nil }
        manifest.items = try items(database, "manifest_items", of: id, seal)
        let missing = try items(database, "manifest_missing", of: id, seal)
        manifest.missing = missing.isEmpty ? nil : missing
        return manifest
    }

    /// A page, the latest first; the post sees what is signed.
    static func page(
        _ database: Database, scope: Scope, state: ManifestState?, after: DossierList.Position?, limit: Int,
        on day: LocalDate
    ) throws -> [Manifest] {
        var condition = SQLCondition()
        condition.and(scope.withPost(on: ["m.unit"], where: "m.state <> 'open'"))
        if let state { condition.and("m.state = ?", [state.rawValue]) }
        if let after {
            condition.and(
                "m.opened_at < ? OR (m.opened_at = ? AND m.id < ?)", [after.key, after.key, after.id])
        }
        return try rows(database, condition, limit: limit, on: day)
    }

    /// Parcels of a manifest whose dossiers no longer wait to be given out.
    static func moved(_ database: Database, on manifest: ID) throws -> [(number: String, code: String)] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT s.tracking_number, s.dossier_code FROM manifest_items i
                JOIN shipments s ON s.id = i.shipment JOIN dossiers d ON d.id = s.dossier
                WHERE i.manifest = ? AND d.status <> ? ORDER BY i.seq
                """, arguments: [manifest, NationalStatus.ready]
        ).map { ($0["tracking_number"], $0["dossier_code"]) }
    }

    /// Which manifest a parcel stands on.
    static func of(_ database: Database, shipment: ID, on day: LocalDate) throws -> Manifest? {
        let id = try String.fetchOne(
            database.cachedStatement(sql: "SELECT manifest FROM manifest_items WHERE shipment = ?"),
            arguments: [shipment])
        return try id.flatMap { try rows(database, SQLCondition("m.id = ?", [$0]), limit: 1, on: day).first }
    }

    static func item(_ database: Database, shipment: ID, seal: DataSeal) throws -> ManifestItem? {
        try items(database, "manifest_items", where: "i.shipment = ?", shipment, seal).first
    }

    private static func items(_ database: Database, _ table: String, of manifest: ID, _ seal: DataSeal) throws
        -> [ManifestItem]
    {
        try items(database, table, where: "i.manifest = ?", manifest, seal)
    }

    private static func items(
        _ database: Database, _ table: String, where condition: String, _ id: ID, _ seal: DataSeal
    ) throws -> [ManifestItem] {
        let accepted = table == "manifest_items" ? "i.accepted_at" : "NULL"
        return try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT i.seq, i.shipment, i.at, \(accepted) AS accepted_at, s.tracking_number,
                        s.dossier_code, s.cod, s.sealed
                    FROM \(table) i JOIN shipments s ON s.id = i.shipment WHERE \(condition) ORDER BY i.seq
                    """), arguments: [id]
        ).map { row in
            let shipment: ID = row["shipment"]
            let content = try LenientJSON.decode(
                ShipmentTable.Content.self,
                from: SealedColumn.open(row["sealed"], at: ShipmentTable.place(shipment), seal))
            let at: Int64? = row["accepted_at"]
            let address = content.receiver.address
            return ManifestItem(
                seq: row["seq"], shipment: shipment, trackingNumber: row["tracking_number"],
                dossierCode: row["dossier_code"], receiverName: content.receiver.name,
                destination: address.commune.name + ", " + address.province.name, cod: row["cod"],
                scannedAt: Instant(seconds: row["at"]), acceptedAt: at.map { Instant(seconds: $0) })
        }
    }

    private static func rows(
        _ database: Database, _ condition: SQLCondition, limit: Int, on day: LocalDate
    ) throws -> [Manifest] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT m.*, u.name AS unit_name, p.name AS office_name,
                    a.name AS opened_by_name, a.position AS opened_by_position,
                    b.name AS closed_by_name, b.position AS closed_by_position,
                    c.name AS accepted_by_name, c.position AS accepted_by_position,
                    (SELECT COUNT(*) FROM manifest_items i WHERE i.manifest = m.id) AS items,
                    (SELECT COUNT(*) FROM manifest_items i WHERE i.manifest = m.id
                        AND i.accepted_at IS NOT NULL) AS taken,
                    (SELECT COALESCE(SUM(s.cod), 0) FROM manifest_items i JOIN shipments s ON s.id = i.shipment
                        WHERE i.manifest = m.id) AS cod
                FROM manifests m
                LEFT JOIN officers a ON a.id = m.opened_by
                LEFT JOIN officers b ON b.id = m.closed_by
                LEFT JOIN officers c ON c.id = m.accepted_by
                LEFT JOIN units u ON u.code = m.unit
                    AND u.effective_from <= ? AND (u.effective_to IS NULL OR u.effective_to >= ?)
                LEFT JOIN units p ON p.code = m.office
                    AND p.effective_from <= ? AND (p.effective_to IS NULL OR p.effective_to >= ?)
                WHERE \(condition.sql) ORDER BY m.opened_at DESC, m.id DESC LIMIT ?
                """, arguments: [day.iso, day.iso, day.iso, day.iso] + condition.arguments + [limit]
        ).map { row in
            guard let state = ManifestState(rawValue: row["state"]) else {
                throw StoreError.unreadable("manifest")
            }
            let (unit, office): (String, String) = (row["unit"], row["office"])
            let (closed, accepted): (Int64?, Int64?) = (row["closed_at"], row["accepted_at"])
            return Manifest(
                id: row["id"], code: row["code"], unit: UnitRef(code: unit, name: row["unit_name"] ?? unit),
                office: UnitRef(code: office, name: row["office_name"] ?? office), state: state,
                openedAt: Instant(seconds: row["opened_at"]),
                openedBy: OfficerRef(row, "opened_by") ?? OfficerRef(id: row["opened_by"], name: ""),
                closedAt: closed.map { Instant(seconds: $0) }, closedBy: OfficerRef(row, "closed_by"),
                acceptedAt: accepted.map { Instant(seconds: $0) }, acceptedBy: OfficerRef(row, "accepted_by"),
                note: row["note"], count: row["items"], accepted: row["taken"], cod: row["cod"])
        }
    }
}
