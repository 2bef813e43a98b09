import Forms
import Foundation
import GRDB
import Models

/// Receipts, and what became of them. A receipt's row is never changed.
enum ReceiptTable {
    /// What is shown of a receipt apart from its number.
    private static let columns = """
        SELECT r.*, s.template, s.symbol, s.year, o.name AS officer_name, o.position AS officer_position,
            v.at AS void_at, v.reason AS void_reason, v.officer AS void_officer, w.name AS void_officer_name,
            w.position AS void_officer_position, n.id AS next_id, ns.symbol AS next_symbol,
            n.number AS next_number, b.id AS before_id, bs.symbol AS before_symbol, b.number AS before_number,
            (SELECT COUNT(*) FROM receipt_prints p WHERE p.receipt = r.id) AS prints,
            (SELECT u.name FROM units u WHERE u.code = r.unit AND u.effective_from <= r.day
                ORDER BY u.effective_from DESC LIMIT 1) AS unit_name
        FROM receipts r JOIN receipt_series s ON s.id = r.series
        LEFT JOIN officers o ON o.id = r.officer
        LEFT JOIN receipt_voids v ON v.receipt = r.id
        LEFT JOIN officers w ON w.id = v.officer
        LEFT JOIN receipts n ON n.replaces = r.id
        LEFT JOIN receipt_series ns ON ns.id = n.series
        LEFT JOIN receipts b ON b.id = r.replaces
        LEFT JOIN receipt_series bs ON bs.id = b.series
        """

    static func insert(
        _ database: Database, id: ID, _ link: ReceiptChain.Link, dossier: ID, officer: ID?, previous: Data,
        hash: Data, seal: DataSeal
    ) throws {
        func sum(_ kind: FeeKind) -> Int {
            link.lines.filter { $0.kind == kind }.reduce(0) { $0 + $1.amount }
        }
        try database.cachedStatement(
            sql: """
                INSERT INTO receipts (id, series, number, unit, day, payment, dossier, dossier_code, phi, le_phi,
                    officer, replaces, issued_at, sealed, previous_hash, hash)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            id, link.series, link.number, link.unit, link.issuedAt.date.iso, link.payment, dossier,
            link.dossierCode, sum(.phi), sum(.lePhi), officer, link.replaces, link.issuedAt.seconds,
            try SealedColumn.seal(StrictJSON.encode(link), at: place(id), seal), previous, hash,
        ])
    }

    static func insert(
        _ database: Database, _ void: ReceiptChain.Void, unit: String, previous: Data, hash: Data
    ) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO receipt_voids (receipt, unit, day, at, officer, reason, previous_hash, hash)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            void.receipt, unit, void.at.date.iso, void.at.seconds, void.officer, void.reason, previous, hash,
        ])
    }

    /// Writes down that it was printed, and gives the number of the copy.
    static func recordPrint(_ database: Database, of receipt: ID, by officer: ID, at: Instant) throws -> Int {
        let copy =
            (try Int.fetchOne(
                database, sql: "SELECT MAX(copy_number) FROM receipt_prints WHERE receipt = ?",
                arguments: [receipt]) ?? 0) + 1
        try database.execute(
            sql: "INSERT INTO receipt_prints (receipt, copy_number, officer, at) VALUES (?, ?, ?, ?)",
            arguments: [receipt, copy, officer, at.seconds])
        return copy
    }

    // MARK: Reading

    static func find(_ database: Database, id: ID, scope: Scope, seal: DataSeal) throws -> Receipt? {
        var condition = scope.condition(on: ["r.unit"])
        condition.and("r.id = ?", [id])
        return try Row.fetchOne(
            database.cachedStatement(sql: columns + " WHERE " + condition.sql),
            arguments: condition.arguments
        ).map { try decode($0, seal) }
    }

    /// That which stands for a payment by now: the last that was issued and holds, else the last.
    static func reference(_ database: Database, ofPayment payment: ID) throws -> ReceiptRef? {
        try Row.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT r.id, s.symbol, r.number FROM receipts r JOIN receipt_series s ON s.id = r.series
                    LEFT JOIN receipt_voids v ON v.receipt = r.id
                    WHERE r.payment = ? AND v.receipt IS NULL ORDER BY r.issued_at DESC, r.id DESC LIMIT 1
                    """), arguments: [payment]
        ).map { ReceiptRef(id: $0["id"], symbol: $0["symbol"], number: $0["number"]) }
    }

    static func series(_ database: Database, of receipt: ID) throws -> ID {
        guard
            let series = try String.fetchOne(
                database.cachedStatement(sql: "SELECT series FROM receipts WHERE id = ?"),
                arguments: [receipt])
        else { throw StoreError.unreadable("receipt") }
        return series
    }

    struct Filter: Sendable {
        var day: LocalDate?
        var dossierCode: String?
        var number: Int?
        var officer: ID?
    }

    /// The latest first.
    static func page(
        _ database: Database, scope: Scope, _ filter: Filter, after: DossierList.Position?, limit: Int,
        seal: DataSeal
    ) throws -> [Receipt] {
        var condition = scope.condition(on: ["r.unit"])
        if let day = filter.day { condition.and("r.day = ?", [day.iso]) }
        if let code = filter.dossierCode { condition.and("r.dossier_code = ?", [code]) }
        if let number = filter.number { condition.and("r.number = ?", [number]) }
        if let officer = filter.officer { condition.and("r.officer = ?", [officer]) }
        if let after {
            condition.and(
                "r.issued_at < ? OR (r.issued_at = ? AND r.id < ?)", [after.key, after.key, after.id])
        }
        return try Row.fetchAll(
            database,
            sql: columns + " WHERE \(condition.sql) ORDER BY r.issued_at DESC, r.id DESC LIMIT ?",
            arguments: condition.arguments + [limit]
        ).map { try decode($0, seal) }
    }

    private static func place(_ id: ID) -> String { "receipt:" + id }

    static func link(_ row: Row, _ seal: DataSeal) throws -> ReceiptChain.Link {
        try LenientJSON.decode(
            ReceiptChain.Link.self, from: SealedColumn.open(row["sealed"], at: place(row["id"]), seal))
    }

    private static func reference(_ row: Row, _ column: String) -> ReceiptRef? {
        guard let id: ID = row[column + "_id"] else { return nil }
        return ReceiptRef(id: id, symbol: row[column + "_symbol"], number: row[column + "_number"])
    }

    private static func decode(_ row: Row, _ seal: DataSeal) throws -> Receipt {
        let link = try link(row, seal)
        let (unit, voidAt): (String, Int64?) = (row["unit"], row["void_at"])
        let (hash, previous): (Data, Data) = (row["hash"], row["previous_hash"])
        let total = link.lines.reduce(0) { $0 + $1.amount }
        let next = reference(row, "next")
        return Receipt(
            id: row["id"], unit: UnitRef(code: unit, name: row["unit_name"] ?? unit),
            template: link.template, symbol: link.symbol, year: row["year"], number: link.number,
            state: voidAt == nil ? .valid : next == nil ? .void : .replaced, payment: link.payment,
            dossier: row["dossier"], dossierCode: link.dossierCode, procedureName: link.procedureName,
            payerName: link.payerName, payerAddress: link.payerAddress, method: link.method,
            lines: link.lines, total: total, words: Money(total).words, issuedAt: link.issuedAt,
            officer: OfficerRef(row, "officer"), replaces: reference(row, "before"), replacedBy: next,
            voidedAt: voidAt.map { Instant(seconds: $0) }, voidedBy: OfficerRef(row, "void_officer"),
            voidReason: row["void_reason"], prints: row["prints"], hash: hash.hex,
            previousHash: previous.hex)
    }
}
