import GRDB
import Models

/// When an inbox is looked at, and by whom.
struct InboxMoment: Sendable {
    var now: Instant
    /// Until when a dossier that falls due counts as due soon.
    var soon: Instant
    var officer: ID
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

    /// The statuses in which the clock runs (domain.md §1.1).
    static let runningStatuses = [2, 4]
    /// The statuses of dossiers that are not done with.
    static let openStatuses = [1, 2, 4, 5, 6, 9]

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

    func condition(_ moment: InboxMoment) -> SQLCondition {
        let now = moment.now.seconds
        return switch self {
        case .new: SQLCondition("d.status = 1", [])
        case .dueSoon:
            SQLCondition(
                "d.status IN (2, 4) AND d.due_at >= ? AND d.due_at <= ?", [now, moment.soon.seconds])
        case .overdue: SQLCondition("d.status IN (2, 4) AND d.due_at < ?", [now])
        case .waitingSupplement: SQLCondition("d.status = 5", [])
        case .waitingPayment: SQLCondition("d.status = 6", [])
        case .waitingDelivery: SQLCondition("d.status = 9", [])
        case .mine:
            SQLCondition(
                "d.status IN (1, 2, 4, 5, 6, 9) AND (d.received_by = ? OR d.assignee = ?)",
                [moment.officer, moment.officer])
        case .open: SQLCondition("d.status IN (1, 2, 4, 5, 6, 9)", [])
        }
    }
}
