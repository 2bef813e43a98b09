/// How the tickets stand that an officer's units have to answer, or that his hotline waits for.
public struct TicketFigures: Codable, Hashable, Sendable {
    /// Handed over, not yet acknowledged.
    public var received: Int
    public var acknowledged: Int
    /// Of both, those whose time has passed.
    public var overdue: Int
    /// Answered, not yet closed.
    public var answered: Int

    public init(received: Int, acknowledged: Int, overdue: Int, answered: Int) {
        self.received = received
        self.acknowledged = acknowledged
        self.overdue = overdue
        self.answered = answered
    }

    public var open: Int { received + acknowledged }
}
