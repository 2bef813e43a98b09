import Forms
import Models
import TUI

/// How a ticket stands, in the few words of a line.
enum TicketLine {
    /// Whether its time has run out by now: it may have been loaded before it did.
    static func isOverdue(_ ticket: Ticket, now: Instant) -> Bool {
        ticket.state.isOpen && ticket.dueAt < now
    }

    /// "chờ nhận", "đang xử lý · 25/11", "QUÁ HẠN 25/11": no colour alone tells of it.
    static func state(_ ticket: Ticket, now: Instant, _ language: Language) -> String {
        guard ticket.state.isOpen else { return Strings.Ticket.name(ticket.state).text(language) }
        let day = String(ticket.dueAt.date.display.prefix(5))
        if isOverdue(ticket, now: now) { return Strings.Ticket.overdue.text(language) + " " + day }
        return Strings.Ticket.name(ticket.state).text(language) + " · " + day
    }

    static func role(_ ticket: Ticket, now: Instant) -> Role {
        guard ticket.state.isOpen else { return .dim }
        if isOverdue(ticket, now: now) { return .overdue }
        return now.date.days(to: ticket.dueAt.date) <= 1 ? .dueSoon : .text
    }
}
