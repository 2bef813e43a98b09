import GRDB
import Models

/// What dossiers' applicants owe, charge by charge. Only added to.
enum ChargeTable {
    static func insert(_ database: Database, _ charge: Charge, unit: String) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO charges (id, dossier, seq, unit, fee_code, name, kind, amount, basis, collect, source,
                    reason, at, officer)
                VALUES (?, ?, (SELECT COALESCE(MAX(seq), 0) + 1 FROM charges WHERE dossier = ?), ?, ?, ?, ?, ?, ?,
                    ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            charge.id, charge.dossier, charge.dossier, unit, charge.feeCode, charge.name,
            charge.kind.rawValue, charge.amount, charge.basis, charge.collect.rawValue,
            charge.source.rawValue, charge.reason, charge.at.seconds, charge.officer?.id,
        ])
    }

    /// In the order in which they were made.
    static func all(_ database: Database, of dossier: ID) throws -> [Charge] {
        try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT c.*, o.name AS officer_name, o.position AS officer_position FROM charges c
                    LEFT JOIN officers o ON o.id = c.officer WHERE c.dossier = ? ORDER BY c.seq
                    """), arguments: [dossier]
        ).map { row in
            guard let kind = FeeKind(rawValue: row["kind"]),
                let collect = FeeCollection(rawValue: row["collect"]),
                let source = ChargeSource(rawValue: row["source"])
            else { throw StoreError.unreadable("charge") }
            return Charge(
                id: row["id"], dossier: row["dossier"], feeCode: row["fee_code"], name: row["name"],
                kind: kind, amount: row["amount"], basis: row["basis"], collect: collect, source: source,
                reason: row["reason"], at: Instant(seconds: row["at"]), officer: OfficerRef(row, "officer"))
        }
    }

    static func count(_ database: Database, of dossier: ID) throws -> Int {
        try Int.fetchOne(
            database.cachedStatement(sql: "SELECT COUNT(*) FROM charges WHERE dossier = ?"),
            arguments: [dossier]) ?? 0
    }

    /// Open dossiers for which nothing is booked: they owe nothing, or came in before there was a ledger.
    static func unbooked(_ database: Database) throws -> [ID] {
        try String.fetchAll(
            database,
            sql: """
                SELECT d.id FROM dossiers d WHERE d.ended_at IS NULL AND d.accepted_at IS NOT NULL
                    AND NOT EXISTS (SELECT 1 FROM charges c WHERE c.dossier = d.id) ORDER BY d.id
                """)
    }

    /// Open dossiers of a scope for which something is owed, the newest first: who was just sent
    /// over from the reception stands at the counter.
    static func owing(
        _ database: Database, scope: Scope, text: String?, after: DossierList.Position?, limit: Int
    ) throws -> [OwingDossier] {
        var condition = scope.dossiers("d")
        condition.and("d.ended_at IS NULL AND c.seq = 1")
        if let text { condition.and("d.code = ?", [text]) }
        if let after {
            condition.and("c.at < ? OR (c.at = ? AND d.id < ?)", [after.key, after.key, after.id])
        }
        return try Row.fetchAll(
            database,
            sql: """
                SELECT * FROM (
                    SELECT d.id, d.code, d.applicant_name, d.procedure_name, d.step_name, c.at AS since,
                        p.id AS payment, p.method,
                        (SELECT s.tracking_number FROM shipments s WHERE s.dossier = d.id
                            AND s.kind = 'result' AND s.cod > 0
                            AND s.state NOT IN ('delivered', 'returned', 'cancelled')) AS parcel,
                        (SELECT COALESCE(SUM(e.amount), 0) FROM ledger_entries e
                            WHERE e.account = 'dossier:' || d.id) AS owed
                    FROM dossiers d JOIN charges c ON c.dossier = d.id
                    LEFT JOIN payments p ON p.dossier = d.id AND p.state IN ('pending', 'unknown')
                    WHERE \(condition.sql)
                ) AS found WHERE owed > 0 ORDER BY since DESC, id DESC LIMIT ?
                """, arguments: condition.arguments + [limit]
        ).map { row in
            OwingDossier(
                dossier: row["id"], code: row["code"], applicantName: row["applicant_name"],
                procedureName: row["procedure_name"], stepName: row["step_name"], owed: row["owed"],
                since: Instant(seconds: row["since"]), pendingPayment: row["payment"],
                pendingMethod: (row["method"] as String?).flatMap(PaymentMethod.init(rawValue:)),
                collectingParcel: row["parcel"])
        }
    }
}

extension OfficerRef {
    /// From a row's columns `NAME`, `NAME_name` and `NAME_position`; nil where nobody stands there.
    init?(_ row: Row, _ column: String) {
        guard let id: String = row[column] else { return nil }
        self.init(id: id, name: row[column + "_name"] ?? "", position: row[column + "_position"])
    }
}
