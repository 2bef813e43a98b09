import Forms
import GRDB
import Models

/// A ticket whose days a changed calendar moves: its due date, or only the day on which it is to be taken up.
struct TicketMove: Sendable {
    let before: Ticket
    let dueAt: Instant
    private let acknowledgeBy: Instant
    private let term: DeadlineResult

    var movesDue: Bool { dueAt != before.dueAt }

    /// Nil where it is done, or both of its days stay. Who has taken it up has no first day to keep any more.
    ///
    /// - Parameter calendar: That of the unit that was to answer at first.
    init?(
        _ database: Database, _ id: ID, _ calendar: WorkCalendar, at now: Instant, seal: DataSeal
    ) throws {
        let found = try TicketTable.find(database, id: id, scope: .everything, at: now, seal: seal)
        guard let ticket = found, ticket.state.isOpen else { return nil }
        func due(_ days: Int) -> DeadlineResult {
            Deadline.due(
                calendar: calendar, acceptedAt: ticket.createdAt, amount: days, unit: .workingDay)
        }
        term = due(ticket.days)
        guard let dueAt = term.dueAt else { return nil }
        // By the terms of its kind as they were when it was made.
        let terms = try CatalogueTable.ticketTerms(
            database, kind: ticket.kind.code, on: ticket.createdAt.date)
        let acknowledge = terms.flatMap { due(min($0.acknowledgeDays, ticket.days)).dueAt }
        (before, self.dueAt, acknowledgeBy) = (ticket, dueAt, acknowledge ?? ticket.acknowledgeBy)
        guard movesDue || ticket.state == .received && acknowledgeBy != ticket.acknowledgeBy else {
            return nil
        }
    }

    /// Gives it its new due date, with the event that says why.
    func record(_ database: Database, by officer: Officer, reason: String, at now: Instant, seal: DataSeal)
        throws
    {
        var after = before
        after.revision += 1
        (after.dueAt, after.acknowledgeBy) = (dueAt, acknowledgeBy)
        (after.explanation, after.explanationEn) = (term.words(.vi), term.words(.en))
        try TicketTable.update(database, after, seal: seal)
        let events = try TicketTable.events(database, of: before.id, on: now.date, seal: seal)
        let last = events.last
        try TicketTable.append(
            database,
            TicketEvent(
                seq: (last?.seq ?? 0) + 1, at: max(last?.at ?? now, now), action: .recalculate,
                actor: officer.reference, unit: before.to,
                note: "\(what). \(reason)"),
            to: before.id, seal: seal)
    }

    private var what: String {
        movesDue
            ? "Hạn trả lời đổi từ \(before.dueAt.display) sang \(dueAt.display)"
            : "Hạn tiếp nhận phiếu đổi từ \(before.acknowledgeBy.display) sang \(acknowledgeBy.display)"
    }
}
