import Forms
import GRDB
import Models

/// The queues of work. The raw value is the slug of the API.
enum InboxKind: String, Sendable, CaseIterable {
    /// What waits for the officer: at a step that he is bound to, or stands in for.
    case todo
    case new
    /// From the national portal, to be accepted, refused or sent back within 8 working hours.
    case online
    case dueSoon = "due_soon"
    case overdue
    case waitingSupplement = "waiting_supplement"
    case waitingPayment = "waiting_payment"
    case waitingDelivery = "waiting_delivery"
    case mine
    case open

    /// "Yêu cầu bổ sung giấy tờ" and "Yêu cầu thực hiện nghĩa vụ tài chính": both pause the clock, and only their
    /// national numbers tell them apart.
    private static let (supplement, payment) = (5, 6)
    /// How an online dossier comes in.
    static let (registered, onlineChannel) = (1, 2)
    /// Working hours in which an online dossier is accepted, refused or sent back.
    static let onlineHours = 8

    /// Vietnamese, for people.
    var name: String {
        switch self {
        case .todo: "Việc chờ tôi làm"
        case .new: "Mới đăng ký, chờ tiếp nhận"
        case .online: "Nộp trực tuyến, chờ tiếp nhận"
        case .dueSoon: "Sắp đến hạn"
        case .overdue: "Quá hạn"
        case .waitingSupplement: "Chờ bổ sung giấy tờ"
        case .waitingPayment: "Chờ nộp phí, lệ phí"
        case .waitingDelivery: "Chờ trả kết quả"
        case .mine: "Do tôi tiếp nhận hoặc đang giữ"
        case .open: "Tất cả đang giải quyết"
        }
    }

    var order: DossierOrder {
        switch self {
        case .new, .online, .waitingSupplement, .waitingPayment, .waitingDelivery: .oldestFirst
        case .todo, .dueSoon, .overdue, .open: .dueFirst
        case .mine: .newestFirst
        }
    }

    /// As the index of the order by due date has it, so that the range is found there.
    private static let due = DossierOrder.Sort.due.column("d.")

    /// The condition on the dossiers `d`. Which statuses run, wait or are done with is told by the statuses
    /// themselves; a dossier that ended is in no queue.
    ///
    /// - Parameter isOpenKnown: Whether the query itself asks for open dossiers.
    func condition(_ moment: InboxMoment, isOpenKnown: Bool = false) -> SQLCondition {
        let now = moment.now.seconds
        var condition = isOpenKnown ? SQLCondition() : SQLCondition("d.ended_at IS NULL", [])
        switch self {
        case .todo: condition.and(Self.waitingFor(moment))
        case .new: condition.and(moment.statuses(.notStarted))
        case .online:
            condition.and("d.status = ? AND d.channel = ?", [Self.registered, Self.onlineChannel])
        case .dueSoon:
            condition.and(moment.statuses(.run))
            condition.and("\(Self.due) >= ? AND \(Self.due) <= ?", [now, moment.soon.seconds])
        // What was late before it began to wait stays late: what waits otherwise has no due date.
        case .overdue:
            condition.and(moment.timed)
            condition.and("\(Self.due) < ?", [now])
        case .waitingSupplement: condition.and("d.status = ?", [Self.supplement])
        case .waitingPayment: condition.and("d.status = ?", [Self.payment])
        case .waitingDelivery: condition.and(moment.statuses(.stop))
        case .mine: condition.and("d.received_by = ? OR d.assignee = ?", [moment.officer, moment.officer])
        case .open: break
        }
        return condition
    }

    /// At a step that somebody has to do something about, which is bound to the officer or to one for whom he stands in,
    /// and that no colleague has been given.
    private static func waitingFor(_ moment: InboxMoment) -> SQLCondition {
        guard moment.isHandling else { return SQLCondition("1 = 0", []) }
        let pausing = moment.statuses(.pause)
        var condition = SQLCondition("NOT (\(pausing.sql))", pausing.arguments)
        condition.and("d.assignee IS NULL OR d.assignee = ?", [moment.officer])
        // Asked once for a query, not once for a dossier.
        let places = BindingTable.places(of: moment.officer, on: moment.now.date)
        condition.and("(d.unit, d.process, d.step) IN (\(places.sql))", places.arguments)
        return condition
    }

    // MARK: Ranges

    /// The queue as ranges of indexes that have no dossier in common, each in the list's order. Nil where it is read along
    /// the order of all dossiers of the scope instead: what is in the queue lies close together there, or can't be read
    /// otherwise.
    ///
    /// A queue of few among very many would be passed over whole to fill one page.
    func ranges(
        _ database: Database, _ moment: InboxMoment, scope: Scope, order: DossierOrder
    ) throws -> [SQLCondition]? {
        let officer = moment.officer
        switch (self, order.sort) {
        case (.mine, .submitted):
            var assigned = SQLCondition("d.assignee = ?", [officer])
            assigned.and("d.received_by IS NULL OR d.received_by <> ?", [officer])
            return [SQLCondition("d.received_by = ?", [officer]), assigned].map { range in
                var range = range
                range.and("d.ended_at IS NULL")
                range.and(scope.dossiers("d"))
                return range
            }
        case (.todo, .due):
            guard moment.isHandling else { return [] }
            let pausing = moment.statuses(.pause)
            let places = BindingTable.places(of: officer, on: moment.now.date)
            let rows = try Row.fetchAll(
                database, sql: places.sql, arguments: places.arguments)
            return rows.flatMap { row in
                let unit: String = row["unit"]
                return [SQLCondition("d.assignee IS NULL", []), SQLCondition("d.assignee = ?", [officer])]
                    .map { assigned in
                        var range = SQLCondition(
                            "d.unit = ? AND d.process = ? AND d.step = ?",
                            [unit, row["process"] as String, row["step"] as String])
                        range.and(assigned)
                        range.and("d.ended_at IS NULL")
                        range.and("NOT (\(pausing.sql))", pausing.arguments)
                        if !scope.contains(unit) { range.and(scope.dossiers("d")) }
                        return range
                    }
            }
        default: return nil
        }
    }
}
