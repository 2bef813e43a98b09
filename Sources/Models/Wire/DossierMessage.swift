/// Something that a citizen was told, or is about to be told, about a dossier or a ticket.
public struct DossierMessage: Codable, Hashable, Sendable, Identifiable {
    public enum Channel: String, Codable, Hashable, Sendable {
        case sms, email
        /// To the post and not to the citizen: an order, its cancellation, a hand-over.
        case post
    }

    public enum State: String, Codable, Hashable, Sendable {
        /// It waits for its hour, or for the carrier.
        case waiting
        case sent
        /// The carrier refused it for good, or too often.
        case dead
    }

    public var id: ID
    /// Left out where it tells of a ticket.
    public var dossier: ID?
    public var ticket: ID?
    /// On what occasion: `received`, `supplement`, `late`, `ready` …
    public var occasion: String
    public var channel: Channel
    /// Masked for those who see the dossier masked.
    public var address: String
    /// Left out for those who see the dossier masked.
    public var text: String?
    public var state: State
    public var createdAt: Instant
    public var sentAt: Instant?
    public var attempts: Int
    /// Why the last try failed: a code without personal data.
    public var fault: String?

    public init(
        id: ID, dossier: ID? = nil, ticket: ID? = nil, occasion: String, channel: Channel, address: String,
        text: String? = nil,
        state: State, createdAt: Instant, sentAt: Instant? = nil, attempts: Int,
        fault: String? = nil
    ) {
        self.id = id
        self.dossier = dossier
        self.ticket = ticket
        self.occasion = occasion
        self.channel = channel
        self.address = address
        self.text = text
        self.state = state
        self.createdAt = createdAt
        self.sentAt = sentAt
        self.attempts = attempts
        self.fault = fault
    }
}
