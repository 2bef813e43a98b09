import Forms

/// What kind of ticket the hotline hands on, and how long it takes at most.
struct TicketKind: Codable, Hashable, Sendable {
    /// The reference set that holds them.
    static let set = "ticket_kinds"

    var code: String
    var name: String
    /// Working days until the answer: 2, 5 or 15.
    var days: Int
    /// Working days until the unit says that it works on it.
    var acknowledgeDays: Int
    /// For what it is.
    var note: String
}
