import Forms
import GRDB
import Models

/// Payments: what was taken, and what was asked for and may still come.
enum PaymentTable {
    /// What names people, and what only one kind of payment has: sealed.
    struct Content: Codable, Sendable {
        var payerName: String
        var payerAddress: String?
        var procedureCode: String
        var procedureName: String
        var vietqr: String?
        var beneficiary: Beneficiary?
    }

    struct Stored: Sendable {
        var payment: Payment
        /// The real person who took it.
        var person: String?
        var content: Content
    }

    static func insert(_ database: Database, _ stored: Stored, seal: DataSeal) throws {
        let payment = stored.payment
        try database.cachedStatement(
            sql: """
                INSERT INTO payments (id, dossier, dossier_code, unit, method, state, amount, tendered, officer,
                    person, session, lookup_code, reference, created_at, paid_at, note, sealed)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            payment.id, payment.dossier, payment.dossierCode, payment.unit.code, payment.method.rawValue,
            payment.state.rawValue, payment.amount, payment.tendered, payment.officer?.id, stored.person,
            payment.session, payment.lookupCode, payment.reference, payment.createdAt.seconds,
            payment.paidAt?.seconds, payment.note,
            try SealedColumn.seal(StrictJSON.encode(stored.content), at: place(payment.id), seal),
        ])
    }

    static func setState(_ database: Database, of id: ID, to state: PaymentState, note: String?) throws {
        try database.cachedStatement(sql: "UPDATE payments SET state = ?, note = ? WHERE id = ?")
            .execute(arguments: [state.rawValue, note, id])
    }

    /// It came.
    static func setPaid(_ database: Database, _ id: ID, at: Instant, reference: String?) throws {
        try database.cachedStatement(
            sql: "UPDATE payments SET state = 'paid', paid_at = ?, reference = ?, note = NULL WHERE id = ?"
        ).execute(arguments: [at.seconds, reference, id])
    }

    static func insert(_ database: Database, _ lines: [PaymentLine], of payment: ID, dossier: ID) throws {
        for (number, line) in lines.enumerated() {
            try database.cachedStatement(
                sql: """
                    INSERT INTO payment_lines (payment, line, dossier, fee_code, name, kind, amount, basis)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """
            ).execute(arguments: [
                payment, number, dossier, line.feeCode, line.name, line.kind.rawValue, line.amount,
                line.basis,
            ])
        }
    }

    static func insert(_ database: Database, _ refund: PaymentRefund, of payment: Payment) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO refunds (id, payment, unit, method, amount, reason, officer, session, at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            refund.id, payment.id, payment.unit.code, payment.method.rawValue, refund.amount, refund.reason,
            refund.officer.id, refund.session, refund.at.seconds,
        ])
    }

    // MARK: Reading

    static func find(_ database: Database, id: ID, scope: Scope, seal: DataSeal) throws -> Stored? {
        var condition = scope.condition(on: ["p.unit"])
        condition.and("p.id = ?", [id])
        return try rows(database, condition, seal).first
    }

    /// By the platform's code of it.
    static func find(_ database: Database, lookupCode: String, seal: DataSeal) throws -> Stored? {
        try rows(database, SQLCondition("p.lookup_code = ?", [lookupCode]), seal).first
    }

    /// In the order in which they were made.
    static func all(_ database: Database, of dossier: ID, seal: DataSeal) throws -> [Stored] {
        try rows(database, SQLCondition("p.dossier = ?", [dossier]), seal)
    }

    /// That which is on its way for a dossier.
    static func pending(_ database: Database, of dossier: ID, seal: DataSeal) throws -> Stored? {
        try rows(
            database, SQLCondition("p.dossier = ? AND p.state IN ('pending', 'unknown')", [dossier]), seal
        ).first
    }

    static func pendingID(_ database: Database, of dossier: ID) throws -> ID? {
        try String.fetchOne(
            database.cachedStatement(
                sql: "SELECT id FROM payments WHERE dossier = ? AND state IN ('pending', 'unknown')"),
            arguments: [dossier])
    }

    /// What is waited for of one kind in a scope, for a bank's file to be held against.
    static func awaited(_ database: Database, method: PaymentMethod, scope: Scope, seal: DataSeal) throws
        -> [Stored]
    {
        var condition = scope.condition(on: ["p.unit"])
        condition.and("p.method = ? AND p.state IN ('pending', 'unknown')", [method.rawValue])
        return try rows(database, condition, seal)
    }

    /// The latest payment of a unit, however it ended, whose dossier a bank's line names by its code as it is written.
    static func named(_ database: Database, by line: BankFile.Line, unit: String, seal: DataSeal) throws
        -> Stored?
    {
        let words = line.text.split { !$0.isLetter && !$0.isNumber && $0 != "." && $0 != "-" }
        for word in words.prefix(20) where word.utf8.count >= 12 {
            let condition = SQLCondition("p.unit = ? AND p.dossier_code = ?", [unit, word.uppercased()])
            if let found = try rows(database, condition, seal).last { return found }
        }
        return nil
    }

    struct Pending: Sendable {
        var code: String
        var method: PaymentMethod
        var amount: Int
        var at: Instant
    }

    /// What an officer asked for and that is still on its way, the oldest first.
    static func pending(_ database: Database, officer: ID, unit: String) throws -> [Pending] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT dossier_code, method, amount, created_at FROM payments
                WHERE officer = ? AND unit = ? AND state IN ('pending', 'unknown') ORDER BY created_at, id
                """, arguments: [officer, unit]
        ).map { row in
            guard let method = PaymentMethod(rawValue: row["method"]) else {
                throw StoreError.unreadable("payment")
            }
            return Pending(
                code: row["dossier_code"], method: method, amount: row["amount"],
                at: Instant(seconds: row["created_at"]))
        }
    }

    /// What was paid of each fee of a dossier and not given back.
    static func keptByFee(_ database: Database, of dossier: ID) throws -> [String: Int] {
        var kept = try paidByFee(database, of: dossier)
        for charge in try ChargeTable.all(database, of: dossier) where charge.source == .refund {
            kept[charge.feeCode, default: 0] += charge.amount
        }
        return kept
    }

    /// What was paid of each fee of a dossier, also what was given back later.
    static func paidByFee(_ database: Database, of dossier: ID) throws -> [String: Int] {
        let rows = try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT fee_code, SUM(amount) AS amount FROM payment_lines WHERE dossier = ?
                    GROUP BY fee_code
                    """), arguments: [dossier])
        return Dictionary(uniqueKeysWithValues: rows.map { ($0["fee_code"], $0["amount"]) })
    }

    static func lines(_ database: Database, of payment: ID) throws -> [PaymentLine] {
        try Row.fetchAll(
            database.cachedStatement(sql: "SELECT * FROM payment_lines WHERE payment = ? ORDER BY line"),
            arguments: [payment]
        ).map { row in
            guard let kind = FeeKind(rawValue: row["kind"]) else {
                throw StoreError.unreadable("payment line")
            }
            return PaymentLine(
                feeCode: row["fee_code"], name: row["name"], kind: kind, amount: row["amount"],
                basis: row["basis"])
        }
    }

    static func refunds(_ database: Database, of payment: ID) throws -> [PaymentRefund] {
        try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT r.*, o.name AS officer_name, o.position AS officer_position FROM refunds r
                    JOIN officers o ON o.id = r.officer WHERE r.payment = ? ORDER BY r.at, r.id
                    """), arguments: [payment]
        ).map { row in
            PaymentRefund(
                id: row["id"], amount: row["amount"], reason: row["reason"],
                officer: OfficerRef(row, "officer") ?? OfficerRef(id: row["officer"], name: ""),
                at: Instant(seconds: row["at"]), session: row["session"])
        }
    }

    static func refunded(_ database: Database, of payment: ID) throws -> Int {
        try Int.fetchOne(
            database.cachedStatement(
                sql: "SELECT COALESCE(SUM(amount), 0) FROM refunds WHERE payment = ?"), arguments: [payment])
            ?? 0
    }

    private static func place(_ id: ID) -> String { "payment:" + id }

    static func rows(_ database: Database, _ condition: SQLCondition, _ seal: DataSeal) throws
        -> [Stored]
    {
        try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT p.*, o.name AS officer_name, o.position AS officer_position
                    FROM payments p LEFT JOIN officers o ON o.id = p.officer
                    WHERE \(condition.sql) ORDER BY p.created_at, p.id
                    """), arguments: condition.arguments
        ).map { try decode($0, database, seal) }
    }

    private static func decode(_ row: Row, _ database: Database, _ seal: DataSeal) throws -> Stored {
        let id: ID = row["id"]
        guard let method = PaymentMethod(rawValue: row["method"]),
            let state = PaymentState(rawValue: row["state"])
        else { throw StoreError.unreadable("payment") }
        let content = try LenientJSON.decode(
            Content.self, from: SealedColumn.open(row["sealed"], at: place(id), seal))
        let (amount, tendered, paidAt): (Int, Int?, Int64?) = (
            row["amount"], row["tendered"], row["paid_at"]
        )
        let refunds = state == .paid ? try refunds(database, of: id) : []
        let (unit, created): (String, Instant) = (row["unit"], Instant(seconds: row["created_at"]))
        let unitName = try OfficerTable.unitName(database, code: unit, on: created.date)
        return Stored(
            payment: Payment(
                id: id, dossier: row["dossier"], dossierCode: row["dossier_code"],
                unit: UnitRef(code: unit, name: unitName ?? unit), method: method, state: state,
                amount: amount, refunded: refunds.reduce(0) { $0 + $1.amount },
                lines: state == .paid ? try lines(database, of: id) : [], officer: OfficerRef(row, "officer"),
                session: row["session"], createdAt: created,
                paidAt: paidAt.map { Instant(seconds: $0) }, tendered: tendered,
                change: tendered.map { $0 - amount }, vietqr: content.vietqr,
                beneficiary: content.beneficiary, lookupCode: row["lookup_code"],
                reference: row["reference"],
                receipt: state == .paid ? try ReceiptTable.reference(database, ofPayment: id) : nil,
                refunds: refunds, note: row["note"]), person: row["person"], content: content)
    }
}
