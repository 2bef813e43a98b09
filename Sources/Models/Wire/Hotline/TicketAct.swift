/// What an act on a ticket says: the answer, the reason to hand it on, a word on taking or ending it.
public struct TicketAct: Codable, Hashable, Sendable {
    /// Needed to hand on and to answer.
    public var note: String?
    /// The unit that it is handed on to.
    public var to: String?

    public init(note: String? = nil, to: String? = nil) {
        self.note = note
        self.to = to
    }
}
