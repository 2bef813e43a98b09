/// What `POST /v1/calls` takes: the card of a call, and the ticket that came of it.
public struct HotlineCallRequest: Codable, Hashable, Sendable {
    public var startedAt: Instant
    public var phone: String?
    public var callerName: String?
    /// The id of the dossier that it was about.
    public var dossier: ID?
    /// The code of the procedure that it was about.
    public var procedure: String?
    public var topic: CallTopic
    public var result: CallResult
    public var note: String?
    /// Made together with the call or not at all; there where the result is `ticket`, and only there.
    public var ticket: TicketRequest?

    public init(
        startedAt: Instant, phone: String? = nil, callerName: String? = nil, dossier: ID? = nil,
        procedure: String? = nil, topic: CallTopic, result: CallResult,
        note: String? = nil, ticket: TicketRequest? = nil
    ) {
        self.startedAt = startedAt
        self.phone = phone
        self.callerName = callerName
        self.dossier = dossier
        self.procedure = procedure
        self.topic = topic
        self.result = result
        self.note = note
        self.ticket = ticket
    }
}
