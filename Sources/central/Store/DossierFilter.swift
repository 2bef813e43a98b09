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
    /// Days on which it was handed in.
    var from: LocalDate?
    var to: LocalDate?
    var channel: Int?
    /// As in the search box: a code, a number, or words of a name.
    var text: String?
    var assignee: Assignee?

    func condition(_ scope: Scope) -> SQLCondition {
        var condition = SQLCondition()
        if let status { condition.and("d.status = ?", [status]) }
        if let procedure { condition.and("d.procedure_code = ?", [procedure]) }
        if let from {
            condition.and("d.submitted_at >= ?", [Instant(date: from, hour: 0, minute: 0).seconds])
        }
        if let to {
            let end = Instant(date: to.adding(days: 1), hour: 0, minute: 0)
            condition.and("d.submitted_at < ?", [end.seconds])
        }
        if let channel { condition.and("d.channel = ?", [channel]) }
        if let text { condition.and(DossierList.condition(searching: text, scope: scope)) }
        switch assignee {
        case .none?: condition.and("d.assignee IS NULL")
        case .officer(let id)?: condition.and("d.assignee = ?", [id])
        case nil: break
        }
        return condition
    }
}
