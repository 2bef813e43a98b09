/// A row of form 06: one act of a dossier's history, from whom the dossier came and to whom it went.
public struct SlipTransfer: Codable, Hashable, Sendable {
    /// How an act stood to the appointment that held then.
    public enum Outcome: String, Codable, Sendable {
        /// Before the day of the appointment.
        case before
        /// On that day, until its hour.
        case onTime = "on_time"
        case late
    }

    /// The unit and step that gave it.
    public var from: String
    /// The unit and step that took it.
    public var to: String
    public var at: Instant
    /// Nil where the system acted.
    public var giver: String?
    /// The first who acted on it afterwards; nil where nobody has yet.
    public var taker: String?
    /// Nil where there was no appointment.
    public var outcome: Outcome?
    public var note: String?

    public init(
        from: String, to: String, at: Instant, giver: String? = nil, taker: String? = nil,
        outcome: Outcome? = nil, note: String? = nil
    ) {
        self.from = from
        self.to = to
        self.at = at
        self.giver = giver
        self.taker = taker
        self.outcome = outcome
        self.note = note
    }
}
