/// Something that was done with a ticket.
public struct TicketEvent: Codable, Hashable, Sendable {
    /// From 1.
    public var seq: Int
    public var at: Instant
    public var action: TicketVerb
    public var actor: OfficerRef
    /// The unit that holds the ticket from then on.
    public var unit: UnitRef
    public var note: String?

    public init(
        seq: Int, at: Instant, action: TicketVerb, actor: OfficerRef, unit: UnitRef, note: String? = nil
    ) {
        self.seq = seq
        self.at = at
        self.action = action
        self.actor = actor
        self.unit = unit
        self.note = note
    }
}
