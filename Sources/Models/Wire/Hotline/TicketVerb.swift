/// What is done with a ticket; the set is closed.
public enum TicketVerb: String, Codable, Hashable, Sendable, CaseIterable {
    case create
    /// The unit says that it works on it.
    case acknowledge
    /// Handed on to another unit; the clock goes on.
    case escalate
    /// Answered: the caller is told by short message.
    case resolve
    /// Ended by the hotline.
    case close
    /// Nobody's act on the ticket: a calendar was changed, and the due date with it.
    case recalculate
}
