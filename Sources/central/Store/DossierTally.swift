import GRDB
import Models

/// How many dossiers lie in each queue, from the numbers that the database keeps of open dossiers by kind. What depends on
/// the time alone is counted, along the index by due date and no further than what falls due.
enum DossierTally {
    /// What tells kinds of open dossiers apart; named as in `dossiers`, so that conditions on the one hold for the other.
    static let kind = [
        "unit", "holder_unit", "process", "step", "status", "channel", "received_by", "assignee",
        "delivery_method",
    ]

    /// The kind as expressions that are never NULL: two of them would not be the same to a unique index.
    static func key(_ prefix: String) -> String {
        kind.map {
            ["process", "received_by", "assignee"].contains($0) ? "COALESCE(\(prefix)\($0), '')" : prefix + $0
        }
        .joined(separator: ", ")
    }

    /// Counts all open dossiers, into an empty table.
    static var filling: String {
        let columns = kind.joined(separator: ", ")
        return """
            INSERT INTO dossier_tallies (\(columns), n)
                SELECT \(columns), COUNT(*) FROM dossiers WHERE ended_at IS NULL GROUP BY \(columns)
            """
    }

    private static let (counted, table) = ("ended_at IS NULL", "dossier_tallies")

    /// Has the database keep the numbers, whatever writes a dossier.
    static func keep(_ database: Database) throws {
        try StoreDialect.tally("dossiers", where: counted, into: table, by: kind, key: key, in: database)
    }

    /// Has it leave new dossiers out until `restore`: with the trigger every row of a load keeps a copy of each page that it
    /// touches, in case the trigger fails, which took two thirds of the writer's time.
    static func putOff(_ database: Database) throws {
        try database.execute(sql: "DROP TRIGGER IF EXISTS \(table)_insert")
    }

    static func restore(_ database: Database) throws {
        try database.execute(sql: "DELETE FROM \(table); \(filling);")
        let triggers = StoreDialect.tallyTriggers("dossiers", where: counted, into: table, by: kind, key: key)
        for case ("INSERT", let sql) in triggers {
            try database.execute(sql: "CREATE TRIGGER IF NOT EXISTS " + sql)
        }
    }

    /// How many dossiers of the scope each inbox holds.
    static func counts(_ database: Database, scope: Scope, at moment: InboxMoment) throws -> [InboxKind: Int]
    {
        var counts: [InboxKind: Int] = [:]
        for query in countQueries(scope: scope, at: moment) {
            let row = try Row.fetchOne(database, sql: query.sql, arguments: query.arguments)
            for inbox in query.inboxes { counts[inbox, default: 0] += row?[inbox.rawValue] ?? 0 }
        }
        return counts
    }

    /// How many results of the scope have lain at the desk since before a moment, and nobody fetched them.
    static func uncollected(_ database: Database, scope: Scope, since moment: Instant) throws -> Int {
        var filter = DossierFilter()
        filter.unfetchedSince = moment
        let lying = try filter.condition(scope, database)
        return try scope.dossierBranches("d").reduce(0) { sum, branch in
            var condition = branch
            condition.and(lying)
            let count = try Int.fetchOne(
                database, sql: "SELECT COUNT(*) FROM dossiers d WHERE \(condition.sql)",
                arguments: condition.arguments)
            return sum + (count ?? 0)
        }
    }

    /// What is asked for the counts. A test looks at how the database goes about it.
    static func countQueries(scope: Scope, at moment: InboxMoment)
        -> [(inboxes: [InboxKind], sql: String, arguments: StatementArguments)]
    {
        let timed: [InboxKind] = [.dueSoon, .overdue]
        let kinds = InboxKind.allCases.filter { !timed.contains($0) }
        let (sums, arguments) = columns(kinds, moment, sum: "d.n")
        // Tallies know kinds, and no single dossier: those that were opened with a reason are counted one by one.
        var tallied = scope
        tallied.opened = []
        let reach = tallied.dossiers("d")
        var queries = [
            (kinds, "SELECT \(sums) FROM dossier_tallies d WHERE \(reach.sql)", arguments + reach.arguments)
        ]
        if !scope.opened.isEmpty {
            let (sums, arguments) = columns(kinds, moment, sum: "1")
            var open = scope.dossiers("d")
            open.and("d.ended_at IS NULL AND NOT (\(reach.sql))", reach.arguments)
            queries.append(
                (kinds, "SELECT \(sums) FROM dossiers d WHERE \(open.sql)", arguments + open.arguments))
        }
        let (cases, selected) = columns(timed, moment, sum: "1")
        return queries
            + due(scope, moment, before: moment.soon.seconds + 1).map { condition in
                (
                    timed, "SELECT \(cases) FROM dossiers d WHERE \(condition.sql)",
                    selected + condition.arguments
                )
            }
    }

    /// How many of each inbox are overdue: their time has passed, or that in which an online dossier is to be answered.
    ///
    /// - Parameter answerFrom: What came in online before this moment should have been answered by now.
    static func overdue(
        _ database: Database, scope: Scope, at moment: InboxMoment, answerFrom: Instant
    ) throws -> [InboxKind: Int] {
        var late: [InboxKind: Int] = [:]
        let (sums, selected) = columns(InboxKind.allCases, moment, sum: "1")
        for condition in due(scope, moment, before: moment.now.seconds) {
            let row = try Row.fetchOne(
                database, sql: "SELECT \(sums) FROM dossiers d WHERE \(condition.sql)",
                arguments: selected + condition.arguments)
            for inbox in InboxKind.allCases { late[inbox, default: 0] += row?[inbox.rawValue] ?? 0 }
        }
        // They have no day yet, so none of them was counted above.
        for branch in scope.dossierBranches("d") {
            var condition = branch
            condition.and("d.ended_at IS NULL")
            condition.and(
                "d.status = ? AND d.channel = ? AND d.submitted_at < ?",
                [InboxKind.registered, InboxKind.onlineChannel, answerFrom.seconds])
            var due = moment.timed
            due.and("d.due_at < ?", [moment.now.seconds])
            condition.and("NOT (d.due_at IS NOT NULL AND \(due.sql))", due.arguments)
            let count = try Int.fetchOne(
                database, sql: "SELECT COUNT(*) FROM dossiers d WHERE \(condition.sql)",
                arguments: condition.arguments)
            for inbox in [InboxKind.online, .new] { late[inbox, default: 0] += count ?? 0 }
        }
        return late
    }

    private static func columns(_ inboxes: [InboxKind], _ moment: InboxMoment, sum: String) -> (
        sql: String, arguments: StatementArguments
    ) {
        var columns: [String] = []
        var arguments = StatementArguments()
        for inbox in inboxes {
            let condition = inbox.condition(moment, isOpenKnown: true)
            columns.append("SUM(CASE WHEN \(condition.sql) THEN \(sum) ELSE 0 END) AS \(inbox.rawValue)")
            arguments += condition.arguments
        }
        return (columns.joined(separator: ", "), arguments)
    }

    /// Those that can be overdue and fall due before a moment, a condition for each part of the scope.
    private static func due(_ scope: Scope, _ moment: InboxMoment, before end: Int64) -> [SQLCondition] {
        scope.dossierBranches("d").map { branch in
            var condition = branch
            condition.and("d.ended_at IS NULL")
            condition.and("\(DossierOrder.Sort.due.column("d.")) < ?", [end])
            condition.and(moment.timed)
            return condition
        }
    }
}
