import Models

/// When a citizen is told something; the set is closed, the words are data.
enum MessageOccasion: String, Codable, Hashable, Sendable, CaseIterable {
    case received, supplement, supplemented, refused, payment, paid, extended, suspended, resumed, stopped
    case late, ready, delivered
    /// A result that lies at the desk and that nobody fetched.
    case uncollected
    /// Of a ticket of the hotline.
    case ticketReceived = "ticket_received"
    case ticketAcknowledged = "ticket_acknowledged"
    case ticketForwarded = "ticket_forwarded"
    case ticketAnswered = "ticket_answered"
    case ticketClosed = "ticket_closed"
    case ticketLate = "ticket_late"

    /// What an act tells, where its transition says that the citizen is told; nil for acts within the office.
    ///
    /// - Parameter status: The national status after the act: what a time that ran out leads to.
    init?(_ action: ProcessAction, status: Int) {
        switch action {
        case .receive: self = .received
        case .requestSupplement: self = .supplement
        case .supplementIn: self = .supplemented
        case .refuse: self = .refused
        case .requestPayment: self = .payment
        case .paymentOk: self = .paid
        case .extend: self = .extended
        case .suspend: self = .suspended
        case .resume: self = .resumed
        case .stop: self = .stopped
        case .expire: self = status == 3 ? .refused : .stopped
        case .finish: self = .ready
        case .deliver: self = .delivered
        case .forward, .approve, .sign:
            guard status == 9 else { return nil }
            self = .ready
        case .recall, .claim, .release, .reassign, .withdraw, .amend, .undo, .sendBack: return nil
        }
    }

    /// What an act on a ticket tells; nil for its making, which is told by who makes it.
    init?(_ verb: TicketVerb) {
        switch verb {
        case .create, .recalculate: return nil
        case .acknowledge: self = .ticketAcknowledged
        case .escalate: self = .ticketForwarded
        case .resolve: self = .ticketAnswered
        case .close: self = .ticketClosed
        }
    }
}
