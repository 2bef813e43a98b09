/// How it stands with a ticket. That it is overdue is no state of its own: it follows from the clock.
public enum TicketState: String, Codable, Hashable, Sendable, CaseIterable {
    /// Handed to a unit, where nobody has taken it yet.
    case received
    /// The unit works on it.
    case acknowledged
    /// Answered, and the caller told.
    case answered
    /// The hotline has ended it.
    case closed

    /// Whether its clock runs.
    public var isOpen: Bool { self == .received || self == .acknowledged }
}
