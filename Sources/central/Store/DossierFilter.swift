import Forms
import GRDB
import Models

/// What a queue is narrowed to. All of it holds at once.
struct DossierFilter: Sendable {
    enum Assignee: Sendable, Hashable {
        case none
        case officer(ID)
    }

    var status: Int?
    var procedure: String?
    /// Days on which it was received, in a queue; on which it was handed in, in a search.
    var from: LocalDate?
    var to: LocalDate?
    var channel: Int?
    /// As in the search box: a code, a number, or words of a name.
    var text: String?
    var assignee: Assignee?
    /// A unit and all under it, as the one that took it in or has it.
    var unit: String?
    /// Its day has passed, and it is not done.
    var isOverdue = false
    /// Something is still to be paid for it.
    var isOwing = false
    /// Its result has lain at the desk since before this moment, and nobody fetched it.
    var unfetchedSince: Instant?

    /// Whether it narrows anything but by text.
    var isNarrowing: Bool {
        status != nil || procedure != nil || from != nil || to != nil || channel != nil || unit != nil
            || isOverdue
    }

    /// What a queue is narrowed to.
    func condition(_ scope: Scope, _ database: Database) throws -> SQLCondition {
        var condition = narrowing(
            timed: [], at: Instant(seconds: 0), day: "COALESCE(d.accepted_at, d.submitted_at)")
        if let text { condition.and(try DossierQuery.condition(text, scope: scope, database)) }
        switch assignee {
        case .none?: condition.and("d.assignee IS NULL")
        case .officer(let id)?: condition.and("d.assignee = ?", [id])
        case nil: break
        }
        if isOwing {
            condition.and(
                "(SELECT COALESCE(SUM(e.amount), 0) FROM ledger_entries e WHERE e.account = 'dossier:' || d.id) > 0"
            )
        }
        if let unfetchedSince {
            condition.and(
                "d.ended_at IS NULL AND d.status = ? AND d.delivery_method = 'desk'", [NationalStatus.ready])
            // Since it became ready the last time: acts within the step change nothing of that.
            condition.and(
                """
                (SELECT MIN(e.at) FROM dossier_events e WHERE e.dossier = d.id AND e.status = d.status
                    AND e.seq > (SELECT COALESCE(MAX(p.seq), 0) FROM dossier_events p
                        WHERE p.dossier = d.id AND p.status <> d.status)) < ?
                """, [unfetchedSince.seconds])
        }
        return condition
    }

    /// All of it but text and assignee.
    ///
    /// - Parameters:
    ///   - timed: The statuses in which a dossier can be overdue.
    ///   - day: The moment whose day is meant. The search is ordered by the one of being handed in.
    func narrowing(timed: [Int], at now: Instant, day: String = "d.submitted_at") -> SQLCondition {
        var condition = SQLCondition()
        if let status { condition.and("d.status = ?", [status]) }
        if let procedure { condition.and("d.procedure_code = ?", [procedure]) }
        if let from {
            condition.and("\(day) >= ?", [Instant(date: from, hour: 0, minute: 0).seconds])
        }
        if let to {
            let end = Instant(date: to.adding(days: 1), hour: 0, minute: 0)
            condition.and("\(day) < ?", [end.seconds])
        }
        if let channel { condition.and("d.channel = ?", [channel]) }
        if let unit { condition.and(Scope(subtrees: [unit]).condition(on: ["d.unit", "d.holder_unit"])) }
        if isOverdue {
            let marks = timed.map { _ in "?" }.joined(separator: ", ")
            condition.and("d.status IN (\(marks))", StatementArguments(timed))
            condition.and("d.ended_at IS NULL AND d.due_at < ?", [now.seconds])
        }
        return condition
    }
}
