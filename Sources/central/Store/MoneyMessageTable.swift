import Forms
import GRDB
import Models

/// What banks and the platform said came in: each word of theirs is kept once, and what belongs to no payment is
/// somebody's work.
enum MoneyMessageTable {
    /// - Returns: Whether it is new: what was said before is never booked again.
    static func record(
        _ database: Database, _ source: MoneySource, reference: String, state: String, unit: String?,
        amount: Int, day: LocalDate, at: Instant, payment: ID?
    ) throws -> Bool {
        try database.cachedStatement(
            sql: """
                INSERT INTO money_messages (source, reference, state, unit, amount, day, at, payment)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """
        ).execute(arguments: [
            source.rawValue, reference, state, unit, amount, day.iso, at.seconds, payment,
        ])
        return database.changesCount > 0
    }

    /// Money that was said to have come.
    struct Known: Hashable, Sendable {
        var amount: Int
        var day: String
        var payment: ID?
    }

    /// What was said to have come under a reference.
    static func known(_ database: Database, _ source: MoneySource, reference: String) throws -> Known? {
        try Row.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT amount, day, payment FROM money_messages
                    WHERE source = ? AND reference = ? AND state = 'paid'
                    """), arguments: [source.rawValue, reference]
        ).map { Known(amount: $0["amount"], day: $0["day"], payment: $0["payment"]) }
    }

    /// What was answered to a word of the platform that is said again.
    static func problem(_ database: Database, _ source: MoneySource, reference: String) throws -> ProblemKind?
    {
        let reason = try String.fetchOne(
            database.cachedStatement(
                sql: "SELECT reason FROM unmatched_payments WHERE source = ? AND reference = ?"),
            arguments: [source.rawValue, reference])
        switch reason.flatMap(UnmatchedReason.init(rawValue:)) {
        case .amountMismatch: return .amountMismatch
        case .nothingOwed: return .nothingOwed
        case .unknownPayment, .unknownCode: return .notFound
        case nil: return nil
        }
    }

    // MARK: What belongs to nothing

    static func insert(_ database: Database, _ item: UnmatchedPayment, seal: DataSeal) throws {
        try database.execute(
            sql: """
                INSERT INTO unmatched_payments (id, unit, source, reference, amount, reason, dossier, dossier_code,
                    at, state, sealed)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                item.id, item.unit?.code, item.source.rawValue, item.reference, item.amount,
                item.reason.rawValue, item.dossier, item.dossierCode, item.at.seconds, item.state.rawValue,
                try SealedColumn.seal(Array(item.text.utf8), at: place(item.id), seal),
            ])
    }

    static func resolve(
        _ database: Database, _ id: ID, to state: UnmatchedState, payment: ID?, note: String, by officer: ID,
        at: Instant
    ) throws {
        try database.execute(
            sql: """
                UPDATE unmatched_payments SET state = ?, payment = ?, note = ?, resolved_by = ?, resolved_at = ?
                WHERE id = ?
                """, arguments: [state.rawValue, payment, note, officer, at.seconds, id])
    }

    /// Whether what came under a reference was nobody's and went back.
    static func isReturned(_ database: Database, _ source: MoneySource, reference: String) throws -> Bool {
        try Bool.fetchOne(
            database,
            sql: """
                SELECT EXISTS (SELECT 1 FROM unmatched_payments
                    WHERE source = ? AND reference = ? AND state = 'returned')
                """, arguments: [source.rawValue, reference]) ?? false
    }

    static func find(_ database: Database, id: ID, scope: Scope, seal: DataSeal) throws -> UnmatchedPayment? {
        var condition = scope.condition(on: ["m.unit"])
        condition.and("m.id = ?", [id])
        return try rows(database, condition, limit: 1, seal).first
    }

    /// The oldest first.
    static func page(
        _ database: Database, scope: Scope, state: UnmatchedState?, after: DossierList.Position?, limit: Int,
        seal: DataSeal
    ) throws -> [UnmatchedPayment] {
        var condition = scope.condition(on: ["m.unit"])
        if let state { condition.and("m.state = ?", [state.rawValue]) }
        if let after {
            condition.and("m.at > ? OR (m.at = ? AND m.id > ?)", [after.key, after.key, after.id])
        }
        return try rows(database, condition, limit: limit, seal)
    }

    private static func place(_ id: ID) -> String { "unmatched:" + id }

    private static func rows(
        _ database: Database, _ condition: SQLCondition, limit: Int, _ seal: DataSeal
    ) throws -> [UnmatchedPayment] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT m.*, o.name AS resolved_by_name, o.position AS resolved_by_position
                FROM unmatched_payments m LEFT JOIN officers o ON o.id = m.resolved_by
                WHERE \(condition.sql) ORDER BY m.at, m.id LIMIT ?
                """, arguments: condition.arguments + [limit]
        ).map { row in
            let id: ID = row["id"]
            let unit: String? = row["unit"]
            let resolved: Int64? = row["resolved_at"]
            guard let source = MoneySource(rawValue: row["source"]),
                let reason = UnmatchedReason(rawValue: row["reason"]),
                let state = UnmatchedState(rawValue: row["state"])
            else { throw StoreError.unreadable("unmatched payment") }
            let text = try SealedColumn.open(row["sealed"], at: place(id), seal)
            let at = Instant(seconds: row["at"])
            let name = try unit.flatMap { try OfficerTable.unitName(database, code: $0, on: at.date) }
            return UnmatchedPayment(
                id: id, unit: unit.map { UnitRef(code: $0, name: name ?? $0) }, source: source,
                reference: row["reference"], amount: row["amount"],
                text: String(decoding: text, as: UTF8.self), reason: reason, dossier: row["dossier"],
                dossierCode: row["dossier_code"], at: at, state: state,
                payment: row["payment"], note: row["note"], resolvedBy: OfficerRef(row, "resolved_by"),
                resolvedAt: resolved.map { Instant(seconds: $0) })
        }
    }
}
