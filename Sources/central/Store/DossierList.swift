import Forms
import GRDB
import Models

/// Lists of dossiers: inboxes, and how many each inbox holds.
enum DossierList {
    /// Where a list goes on that is ordered by a moment.
    struct Position: Sendable {
        var key: Int64
        var id: ID
    }

    /// A line, and the inboxes that the dossier lies in.
    struct Placed: Sendable {
        var line: DossierLine
        var inboxes: [InboxKind]
    }

    static let columns = """
        d.id, d.code, d.procedure_name, d.applicant_name, d.status, d.step_name, d.unit, d.holder_unit,
        d.channel, d.submitted_at, d.accepted_at, d.due_at, d.ended_at
        """

    /// A page of a list. Each part of the scope is read along an index in the list's own order and no further than
    /// the page goes, so the first page of a long queue costs what that of a short one does.
    static func page(
        _ database: Database, where condition: SQLCondition, scope: Scope, order: DossierOrder,
        after: DossierOrder.Position?, limit: Int, statuses: [Int: NationalStatus], now: Instant
    ) throws -> [DossierLine] {
        let query = query(
            where: condition, scope: scope, order: order, after: after, limit: limit, on: now)
        return try Row.fetchAll(database, sql: query.sql, arguments: query.arguments)
            .map { line($0, key: order.key($0["list_key"]), statuses: statuses, now: now) }
    }

    /// What a page asks. A test looks at how the database goes about it.
    static func query(
        where condition: SQLCondition, scope: Scope, order: DossierOrder, after: DossierOrder.Position?,
        limit: Int, on now: Instant
    ) -> (sql: String, arguments: StatementArguments) {
        var condition = condition
        if let after { condition.and(order.condition(after: after)) }
        var parts: [String] = []
        var arguments = StatementArguments()
        for (number, branch) in scope.dossierBranches("d").enumerated() {
            var whole = branch
            whole.and(condition)
            parts.append(
                """
                SELECT * FROM (SELECT \(columns), \(order.column) AS list_key FROM dossiers d
                    WHERE \(whole.sql) ORDER BY list_key \(order.direction), d.id \(order.direction) LIMIT ?) AS b\(number)
                """)
            arguments += whole.arguments + [limit]
        }
        let day = now.date.iso
        return (
            """
            SELECT r.*, u.name AS unit_name FROM (\(parts.joined(separator: " UNION ALL "))) AS r
            LEFT JOIN units u ON u.code = r.unit
                AND u.effective_from <= ? AND (u.effective_to IS NULL OR u.effective_to >= ?)
            ORDER BY r.list_key \(order.direction), r.id \(order.direction) LIMIT ?
            """, arguments + [day, day, limit]
        )
    }

    /// A page of a list that is read as ranges, each in the list's own order.
    static func page(
        _ database: Database, ranges: [SQLCondition], order: DossierOrder, after: DossierOrder.Position?,
        limit: Int, statuses: [Int: NationalStatus], now: Instant
    ) throws -> [DossierLine] {
        var merging = DossierRanges(ranges, order: order, after: after, limit: limit)
        let ids = try merging.ids(database, limit: limit)
        guard !ids.isEmpty else { return [] }
        let day = now.date.iso
        return try Row.fetchAll(
            database,
            sql: """
                SELECT \(columns), \(order.column) AS list_key, u.name AS unit_name FROM dossiers d
                LEFT JOIN units u ON u.code = d.unit
                    AND u.effective_from <= ? AND (u.effective_to IS NULL OR u.effective_to >= ?)
                WHERE d.id IN (\(ids.map { _ in "?" }.joined(separator: ", ")))
                ORDER BY list_key \(order.direction), d.id \(order.direction)
                """, arguments: [day, day] + StatementArguments(ids)
        ).map { line($0, key: order.key($0["list_key"]), statuses: statuses, now: now) }
    }

    /// These dossiers as lists show them now, as far as they lie in the scope.
    static func placed(
        _ database: Database, ids: Set<ID>, scope: Scope, statuses: [Int: NationalStatus],
        moment: InboxMoment
    ) throws -> [ID: Placed] {
        guard !ids.isEmpty else { return [:] }
        var arguments = StatementArguments()
        var columns = [Self.columns, "u.name AS unit_name"]
        for inbox in InboxKind.allCases {
            let condition = inbox.condition(moment)
            columns.append("CASE WHEN \(condition.sql) THEN 1 ELSE 0 END AS in_\(inbox.rawValue)")
            arguments += condition.arguments
        }
        let day = moment.now.date.iso
        arguments += [day, day]
        var condition = SQLCondition(
            "d.id IN (\(ids.map { _ in "?" }.joined(separator: ", ")))", StatementArguments(ids.sorted()))
        condition.and(scope.dossiers("d"))
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT \(columns.joined(separator: ", ")) FROM dossiers d LEFT JOIN units u ON u.code = d.unit
                    AND u.effective_from <= ? AND (u.effective_to IS NULL OR u.effective_to >= ?)
                WHERE \(condition.sql)
                """, arguments: arguments + condition.arguments)
        var placed: [ID: Placed] = [:]
        for row in rows {
            placed[row["id"]] = Placed(
                line: line(row, key: .number(0), statuses: statuses, now: moment.now),
                inboxes: InboxKind.allCases.filter { row["in_" + $0.rawValue] == 1 })
        }
        return placed
    }

    static func line(
        _ row: Row, key: DossierOrder.Key, statuses: [Int: NationalStatus], now: Instant
    ) -> DossierLine {
        let (status, due): (Int, Int64?) = (row["status"], row["due_at"])
        let (accepted, ended): (Int64?, Int64?) = (row["accepted_at"], row["ended_at"])
        let isTimed = ended == nil && statuses[status]?.clock.canBeOverdue == true
        return DossierLine(
            item: SearchItem(
                id: row["id"], code: row["code"], procedureName: row["procedure_name"],
                applicantName: row["applicant_name"], status: status,
                statusName: statuses[status]?.name.text(.vi) ?? "", stepName: row["step_name"],
                unitName: row["unit_name"] ?? row["unit"],
                acceptedAt: accepted.map { Instant(seconds: $0) },
                dueAt: due.map { Instant(seconds: $0) },
                overdue: due.map { isTimed && $0 < now.seconds } ?? false),
            unit: row["unit"], holderUnit: row["holder_unit"], channel: row["channel"],
            submittedAt: Instant(seconds: row["submitted_at"]), key: key)
    }
}
