import Forms
import GRDB
import Models

extension ReconciliationTable {
    /// What a unit collected on each day of a month.
    ///
    /// - Parameter first: The first day of the month.
    static func month(_ database: Database, of unit: UnitRef, from first: LocalDate) throws -> CollectionMonth
    {
        var next = first
        var days: [CollectionDay] = []
        while next.month == first.month {
            days.append(CollectionDay(date: next))
            next = next.adding(days: 1)
        }
        let bounds = [first, next].map { Instant(date: $0, hour: 0, minute: 0).seconds }
        /// - Parameter day: The day's number in the month, from 0.
        func add(_ rows: [Row], _ change: (inout CollectionDay, Int, String?) -> Void) {
            for row in rows {
                let (day, amount, method): (Int64, Int, String?) = (row["day"], row["amount"], row["method"])
                let index = Int(day)
                guard days.indices.contains(index) else { continue }
                change(&days[index], amount, method)
            }
        }
        add(
            try Row.fetchAll(
                database,
                sql: """
                    SELECT (paid_at - ?) / 86400 AS day, method, SUM(amount) AS amount FROM payments
                    WHERE unit = ? AND state = 'paid' AND paid_at >= ? AND paid_at < ?
                    GROUP BY (paid_at - ?) / 86400, method
                    """, arguments: [bounds[0], unit.code, bounds[0], bounds[1], bounds[0]])
        ) { day, amount, method in
            switch method.flatMap(PaymentMethod.init(rawValue:)) {
            case .cash: day.cash += amount
            case .transfer: day.transfer += amount
            case .online: day.online += amount
            case .cod: day.cod += amount
            case nil: break
            }
        }
        add(
            try Row.fetchAll(
                database,
                sql: """
                    SELECT (at - ?) / 86400 AS day, NULL AS method, SUM(amount) AS amount FROM refunds
                    WHERE unit = ? AND at >= ? AND at < ? GROUP BY (at - ?) / 86400
                    """, arguments: [bounds[0], unit.code, bounds[0], bounds[1], bounds[0]])
        ) { day, amount, _ in day.refunded += amount }
        add(
            try Row.fetchAll(
                database,
                sql: """
                    SELECT (issued_at - ?) / 86400 AS day, NULL AS method, COUNT(*) AS amount FROM receipts
                    WHERE unit = ? AND day >= ? AND day < ? GROUP BY (issued_at - ?) / 86400
                    """, arguments: [bounds[0], unit.code, first.iso, next.iso, bounds[0]])
        ) { day, amount, _ in day.receipts += amount }
        return CollectionMonth(month: String(first.iso.prefix(7)), unit: unit, days: days)
    }
}
