import GRDB
import Models

/// When an inbox is looked at, and by whom.
struct InboxMoment: Sendable {
    var now: Instant
    /// Until when a dossier that falls due counts as due soon.
    var soon: Instant
    var officer: ID
    /// Those in force.
    var statuses: [NationalStatus]

    /// Whether a dossier is at one of the statuses that do this to the clock.
    func statuses(_ clock: NationalStatus.Clock) -> SQLCondition {
        let codes = statuses.filter { $0.clock == clock }.map(\.code).sorted()
        guard !codes.isEmpty else { return SQLCondition("1 = 0", []) }
        let marks = codes.map { _ in "?" }.joined(separator: ", ")
        return SQLCondition("d.status IN (\(marks))", StatementArguments(codes))
    }
}

/// The queues of work. The raw value is the slug of the API.
enum InboxKind: String, Sendable, CaseIterable {
    case new
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

    /// Vietnamese, for people.
    var name: String {
        switch self {
        case .new: "Mới đăng ký, chờ tiếp nhận"
        case .dueSoon: "Sắp đến hạn"
        case .overdue: "Quá hạn"
        case .waitingSupplement: "Chờ bổ sung giấy tờ"
        case .waitingPayment: "Chờ nộp phí, lệ phí"
        case .waitingDelivery: "Chờ trả kết quả"
        case .mine: "Do tôi tiếp nhận hoặc đang giữ"
        case .open: "Tất cả đang giải quyết"
        }
    }

    var order: DossierList.Order {
        switch self {
        case .new, .waitingSupplement, .waitingPayment, .waitingDelivery: .oldestFirst
        case .dueSoon, .overdue, .open: .dueFirst
        case .mine: .newestFirst
        }
    }

    /// The condition on the dossiers `d`. Which statuses run, wait or are done with is told by the statuses
    /// themselves; a dossier that ended is in no queue.
    func condition(_ moment: InboxMoment) -> SQLCondition {
        let now = moment.now.seconds
        var condition = SQLCondition("d.ended_at IS NULL", [])
        switch self {
        case .new: condition.and(moment.statuses(.notStarted))
        case .dueSoon:
            condition.and(moment.statuses(.run))
            condition.and("d.due_at >= ? AND d.due_at <= ?", [now, moment.soon.seconds])
        case .overdue:
            condition.and(moment.statuses(.run))
            condition.and("d.due_at < ?", [now])
        case .waitingSupplement: condition.and("d.status = ?", [Self.supplement])
        case .waitingPayment: condition.and("d.status = ?", [Self.payment])
        case .waitingDelivery: condition.and(moment.statuses(.stop))
        case .mine: condition.and("d.received_by = ? OR d.assignee = ?", [moment.officer, moment.officer])
        case .open: break
        }
        return condition
    }
}
