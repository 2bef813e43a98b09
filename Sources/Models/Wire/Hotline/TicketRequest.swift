/// What a ticket is made of: `POST /v1/tickets`, or with a call's card.
public struct TicketRequest: Codable, Hashable, Sendable {
    /// A code of the reference set `ticket_kinds`.
    public var kind: String
    /// The code of the unit, of the hotline's own province, or of a ministry.
    public var to: String
    public var subject: String
    public var content: String
    /// Whom the answer goes to. With a call's card it is that of the card where it is left out here.
    public var phone: String?
    public var callerName: String?
    public var dossier: ID?
    public var procedure: String?

    public init(
        kind: String, to: String, subject: String, content: String, phone: String? = nil,
        callerName: String? = nil, dossier: ID? = nil, procedure: String? = nil
    ) {
        self.kind = kind
        self.to = to
        self.subject = subject
        self.content = content
        self.phone = phone
        self.callerName = callerName
        self.dossier = dossier
        self.procedure = procedure
    }
}
