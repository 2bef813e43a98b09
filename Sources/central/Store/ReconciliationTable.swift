import Forms
import Foundation
import GRDB
import Models

/// A unit's day as ledger, receipts, drawers, bank and platform each tell it.
enum ReconciliationTable {
    private struct Day {
        var first: Int64
        var end: Int64
        var iso: String

        init(_ day: LocalDate) {
            first = Instant(date: day, hour: 0, minute: 0).seconds
            end = Instant(date: day.adding(days: 1), hour: 0, minute: 0).seconds
            iso = day.iso
        }
    }

    static func day(
        _ database: Database, of unit: UnitRef, on date: LocalDate, today: LocalDate, seal: DataSeal
    ) throws -> Reconciliation {
        let day = Day(date)
        // Of days on which the post collected nothing nothing is said of it.
        let methods = try PaymentMethod.allCases.map { try method($0, database, unit.code, day) }
            .filter { $0.method != .cod || $0.collected + $0.refunded > 0 }
        let net = methods.reduce(0) { $0 + $1.collected - $1.refunded }
        let receipts = try receipts(database, unit.code, day)
        let unreceipted = try unreceipted(database, unit.code, day, seal)
        let sessions = try CashTable.page(
            database, scope: Scope(units: [unit.code]), officer: nil, day: date, isOpen: false, limit: 200,
            on: today
        ).map(\.session)
        var result = Reconciliation(
            date: date, unit: unit, methods: methods, net: net, receiptsIssued: receipts.issued,
            receiptsVoided: receipts.voided, receiptsAmount: receipts.amount,
            withoutReceipt: unreceipted.count, unreceipted: unreceipted, sessions: sessions,
            unmatched: try MoneyMessageTable.page(
                database, scope: Scope(units: [unit.code]), state: .open, after: nil, limit: 200, seal: seal),
            pending: try Int.fetchOne(
                database,
                sql: "SELECT COUNT(*) FROM payments WHERE unit = ? AND state IN ('pending', 'unknown')",
                arguments: [unit.code]) ?? 0, balanced: true, findings: [])
        let ledger = try ledger(database, unit.code, day)
        result.findings =
            findings(result, ledger: ledger) + (try leftOpen(database, unit.code, before: date))
            + (try unbooked(database, unit.code, day))
        result.balanced = result.findings.isEmpty
        return result
    }

    private static func method(
        _ method: PaymentMethod, _ database: Database, _ unit: String, _ day: Day
    ) throws -> ReconciledMethod {
        let paid = try Row.fetchOne(
            database,
            sql: """
                SELECT COUNT(*) AS number, COALESCE(SUM(amount), 0) AS amount FROM payments
                WHERE unit = ? AND method = ? AND state = 'paid' AND paid_at >= ? AND paid_at < ?
                """, arguments: [unit, method.rawValue, day.first, day.end])
        let refunded = try Int.fetchOne(
            database,
            sql: """
                SELECT COALESCE(SUM(amount), 0) FROM refunds WHERE unit = ? AND method = ? AND at >= ? AND at < ?
                """, arguments: [unit, method.rawValue, day.first, day.end])
        var confirmed: Int?
        // What the post says it collected is settled shipment by shipment.
        if method != .cash, method != .cod {
            confirmed = try Int.fetchOne(
                database,
                sql: """
                    SELECT COALESCE(SUM(p.amount), 0) FROM payments p
                    WHERE p.unit = ? AND p.method = ? AND p.state = 'paid' AND p.paid_at >= ? AND p.paid_at < ?
                        AND (EXISTS (SELECT 1 FROM money_messages m
                                WHERE m.payment = p.id AND m.state = 'paid' AND m.amount = p.amount)
                            OR EXISTS (SELECT 1 FROM unmatched_payments u
                                WHERE u.payment = p.id AND u.amount = p.amount))
                    """, arguments: [unit, method.rawValue, day.first, day.end])
        }
        return ReconciledMethod(
            method: method, count: paid?["number"] ?? 0, collected: paid?["amount"] ?? 0,
            refunded: refunded ?? 0, confirmed: confirmed)
    }

    /// - Returns: How many were issued and made void on the day, and what the former say less what the latter said.
    private static func receipts(_ database: Database, _ unit: String, _ day: Day) throws -> (
        issued: Int, voided: Int, amount: Int
    ) {
        let issued = try Row.fetchOne(
            database,
            sql: """
                SELECT COUNT(*) AS number, COALESCE(SUM(phi + le_phi), 0) AS amount FROM receipts
                WHERE unit = ? AND day = ?
                """, arguments: [unit, day.iso])
        let voided = try Row.fetchOne(
            database,
            sql: """
                SELECT COUNT(*) AS number, COALESCE(SUM(r.phi + r.le_phi), 0) AS amount FROM receipt_voids v
                JOIN receipts r ON r.id = v.receipt WHERE v.unit = ? AND v.day = ?
                """, arguments: [unit, day.iso])
        let (more, less): (Int, Int) = (issued?["amount"] ?? 0, voided?["amount"] ?? 0)
        return (issued?["number"] ?? 0, voided?["number"] ?? 0, more - less)
    }

    /// Paid on the day, not given back whole, and no receipt stands for it.
    private static func unreceipted(_ database: Database, _ unit: String, _ day: Day, _ seal: DataSeal) throws
        -> [Payment]
    {
        let condition = SQLCondition(
            """
            p.unit = ? AND p.state = 'paid' AND p.paid_at >= ? AND p.paid_at < ?
                AND p.amount > (SELECT COALESCE(SUM(f.amount), 0) FROM refunds f WHERE f.payment = p.id)
                AND NOT EXISTS (SELECT 1 FROM receipts r LEFT JOIN receipt_voids v ON v.receipt = r.id
                    WHERE r.payment = p.id AND v.receipt IS NULL)
            """, [unit, day.first, day.end])
        return try PaymentTable.rows(database, condition, seal).map(\.payment)
    }

    /// What dossiers were credited with on the day, by the ledger alone.
    private static func ledger(_ database: Database, _ unit: String, _ day: Day) throws -> Int {
        -(try Int.fetchOne(
            database,
            sql: """
                SELECT COALESCE(SUM(e.amount), 0) FROM ledger_transactions t
                JOIN ledger_entries e ON e.transaction_seq = t.seq
                WHERE t.unit = ? AND t.at >= ? AND t.at < ? AND t.kind IN ('payment', 'refund')
                    AND e.account LIKE 'dossier:%'
                """, arguments: [unit, day.first, day.end]) ?? 0)
    }

    /// Drawers of earlier days that were never closed.
    private static func leftOpen(_ database: Database, _ unit: String, before date: LocalDate) throws
        -> [String]
    {
        try CashTable.left(database, unit: unit, before: date, limit: 20).map { stored in
            let session = stored.session
            return "Ngăn tiền ngày \(session.day.display) chưa đóng: "
                + (session.desk.isEmpty ? "" : session.desk + ", ") + session.officer.name + "."
        }
    }

    /// What the bank and the platform said on a day that came in, beside what the ledger has of it on that day, whatever
    /// became of it since: neither is made from the other.
    private static func unbooked(_ database: Database, _ unit: String, _ day: Day) throws -> [String] {
        try [(MoneySource.bank, "Ngân hàng"), (.platform, "Nền tảng thanh toán")].compactMap { source, name in
            let said =
                try Int.fetchOne(
                    database,
                    sql: """
                        SELECT COALESCE(SUM(amount), 0) FROM money_messages
                        WHERE source = ? AND unit = ? AND state = 'paid' AND at >= ? AND at < ?
                        """, arguments: [source.rawValue, unit, day.first, day.end]) ?? 0
            let booked =
                try Int.fetchOne(
                    database,
                    sql: """
                        SELECT COALESCE(SUM(e.amount), 0) FROM ledger_transactions t
                        JOIN ledger_entries e ON e.transaction_seq = t.seq
                        WHERE t.unit = ? AND t.at >= ? AND t.at < ? AND t.kind IN ('payment', 'unmatched')
                            AND e.account = ?
                        """, arguments: [unit, day.first, day.end, "\(source.rawValue):\(unit)"]) ?? 0
            guard said != booked else { return nil }
            return "\(name) báo có \(Money(said).display) trong ngày, sổ cái ghi \(Money(booked).display)."
        }
    }

    private static func findings(_ day: Reconciliation, ledger: Int) -> [String] {
        var found: [String] = []
        func money(_ amount: Int) -> String { Money(amount).display }
        if ledger != day.net {
            found.append("Sổ cái ghi \(money(ledger)), các khoản thu cộng được \(money(day.net)).")
        }
        if day.receiptsAmount != day.net {
            found.append(
                "Biên lai còn hiệu lực cộng được \(money(day.receiptsAmount)), thực thu \(money(day.net)).")
        }
        if !day.unreceipted.isEmpty {
            found.append("\(day.unreceipted.count) khoản đã thu chưa có biên lai.")
        }
        for session in day.sessions {
            let place =
                session.desk.isEmpty ? session.officer.name : "\(session.desk), \(session.officer.name)"
            if session.state != .closed { found.append("Ngăn tiền chưa đóng: \(place).") }
            if let difference = session.difference, difference != 0 {
                found.append(
                    "Ngăn tiền \(difference > 0 ? "thừa" : "thiếu") \(money(abs(difference))): \(place).")
            }
        }
        for method in day.methods {
            guard let confirmed = method.confirmed, confirmed != method.collected else { continue }
            let who = method.method == .transfer ? "Ngân hàng" : "Nền tảng thanh toán"
            found.append("\(who) báo \(money(confirmed)), sổ ghi \(money(method.collected)).")
        }
        if !day.unmatched.isEmpty { found.append("\(day.unmatched.count) khoản tiền chưa khớp.") }
        return found
    }

    // MARK: For the tax authority

    static func summary(_ database: Database, of unit: UnitRef, on day: LocalDate) throws -> ReceiptSummary {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT s.template, s.symbol, MIN(r.number) AS first, MAX(r.number) AS last, COUNT(*) AS issued,
                    COUNT(v.receipt) AS voided,
                    COALESCE(SUM(CASE WHEN v.receipt IS NULL THEN r.phi ELSE 0 END), 0) AS phi,
                    COALESCE(SUM(CASE WHEN v.receipt IS NULL THEN r.le_phi ELSE 0 END), 0) AS le_phi
                FROM receipts r JOIN receipt_series s ON s.id = r.series
                LEFT JOIN receipt_voids v ON v.receipt = r.id AND v.day = r.day
                WHERE r.unit = ? AND r.day = ? GROUP BY s.id, s.template, s.symbol ORDER BY s.template, s.symbol
                """, arguments: [unit.code, day.iso]
        ).map { row in
            let (phi, lePhi): (Int, Int) = (row["phi"], row["le_phi"])
            return ReceiptSummaryRow(
                template: row["template"], symbol: row["symbol"], first: row["first"], last: row["last"],
                issued: row["issued"], voided: row["voided"], phi: phi, lePhi: lePhi, amount: phi + lePhi)
        }
        return ReceiptSummary(
            date: day, unit: unit, rows: rows, issued: rows.reduce(0) { $0 + $1.issued },
            voided: rows.reduce(0) { $0 + $1.voided }, amount: rows.reduce(0) { $0 + $1.amount },
            earlier: try voidedEarlier(database, unit.code, day))
    }

    /// What the day made void of earlier days' receipts, as a refund of yesterday's money does.
    private static func voidedEarlier(_ database: Database, _ unit: String, _ day: LocalDate) throws
        -> VoidedEarlier?
    {
        let row = try Row.fetchOne(
            database,
            sql: """
                SELECT COUNT(*) AS number, COALESCE(SUM(r.phi), 0) AS phi, COALESCE(SUM(r.le_phi), 0) AS le_phi
                FROM receipt_voids v JOIN receipts r ON r.id = v.receipt
                WHERE v.unit = ? AND v.day = ? AND r.day <> v.day
                """, arguments: [unit, day.iso])
        guard let row, let count: Int = row["number"], count > 0 else { return nil }
        return VoidedEarlier(count: count, phi: row["phi"], lePhi: row["le_phi"])
    }

    /// What is wrong with a unit's receipts as they lie there, by the chain of each series; empty where nothing is.
    static func brokenReceipts(_ database: Database, unit: String, seal: DataSeal) throws -> [String] {
        var found: [String] = []
        for series in try Row.fetchAll(
            database, sql: "SELECT * FROM receipt_series WHERE unit = ? ORDER BY year, symbol",
            arguments: [unit])
        {
            let (id, symbol, used): (ID, String, Int) = (series["id"], series["symbol"], series["used"])
            var links: [(previous: Data, hash: Data, isWhole: Bool)] = []
            var next: Int = series["first"]
            for row in try Row.fetchAll(
                database, sql: "SELECT * FROM receipts WHERE series = ? ORDER BY number", arguments: [id])
            {
                let number: Int = row["number"]
                if number != next { found.append("\(symbol) \(next): missing") }
                next = number + 1
                let (previous, hash): (Data, Data) = (row["previous_hash"], row["hash"])
                let link = try ReceiptTable.link(row, seal)
                let isWhole = try ReceiptChain.hash(link, after: previous) == hash
                links.append((previous, hash, isWhole && link.number == number))
            }
            if next != used + 1 { found.append("\(symbol): \(next - 1) instead of \(used)") }
            for row in try Row.fetchAll(
                database,
                sql: """
                    SELECT v.* FROM receipt_voids v JOIN receipts r ON r.id = v.receipt WHERE r.series = ?
                    """, arguments: [id])
            {
                let (previous, hash): (Data, Data) = (row["previous_hash"], row["hash"])
                let void = ReceiptChain.Void(
                    receipt: row["receipt"], at: Instant(seconds: row["at"]), officer: row["officer"],
                    reason: row["reason"])
                links.append((previous, hash, try ReceiptChain.hash(void, after: previous) == hash))
            }
            if links.contains(where: { !$0.isWhole }) { found.append("\(symbol): changed") }
            // Every link follows exactly one other, from the beginning to the head.
            let head: Data = series["hash"]
            var after = Dictionary(links.map { ($0.previous, $0.hash) }, uniquingKeysWith: { $1 })
            var hash = ReceiptChain.genesis
            while let following = after.removeValue(forKey: hash) { hash = following }
            if hash != head || !after.isEmpty || Set(links.map(\.previous)).count != links.count {
                found.append("\(symbol): the chain is broken")
            }
        }
        return found
    }
}
