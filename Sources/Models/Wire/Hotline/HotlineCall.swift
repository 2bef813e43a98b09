/// A call to the hotline, as its card was saved: it is never changed.
public struct HotlineCall: Codable, Hashable, Sendable, Identifiable {
    public var id: ID
    public var startedAt: Instant
    /// When the card was saved.
    public var endedAt: Instant
    /// Masked for all but who took the call.
    public var phone: String?
    /// Masked as the telephone is.
    public var callerName: String?
    /// Whether the caller showed that the dossier is his.
    public var verified: Bool
    public var dossier: CallDossier?
    /// The procedure that was asked about.
    public var procedure: CodeName?
    public var topic: CallTopic
    public var result: CallResult
    /// Left out for all but who took the call.
    public var note: String?
    public var ticket: TicketRef?
    public var officer: OfficerRef
    public var unit: UnitRef
    public var masked: Bool

    public init(
        id: ID, startedAt: Instant, endedAt: Instant, phone: String? = nil, callerName: String? = nil,
        verified: Bool, dossier: CallDossier? = nil, procedure: CodeName? = nil, topic: CallTopic,
        result: CallResult, note: String? = nil, ticket: TicketRef? = nil, officer: OfficerRef, unit: UnitRef,
        masked: Bool
    ) {
        self.id = id
        self.startedAt = startedAt
        self.endedAt = endedAt
        self.phone = phone
        self.callerName = callerName
        self.verified = verified
        self.dossier = dossier
        self.procedure = procedure
        self.topic = topic
        self.result = result
        self.note = note
        self.ticket = ticket
        self.officer = officer
        self.unit = unit
        self.masked = masked
    }

    /// In seconds, from its first ring on the desk to the saved card.
    public var seconds: Int { Int(max(0, endedAt.seconds - startedAt.seconds)) }
}
