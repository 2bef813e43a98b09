/// What was beyond the hotline's competence ("phản ánh, kiến nghị"), handed to a unit, a province or a ministry, with
/// a clock.
public struct Ticket: Codable, Hashable, Sendable, Identifiable {
    public var id: ID
    public var code: String
    public var revision: Int
    /// One of the reference set `ticket_kinds`, as it was called when the ticket was made.
    public var kind: CodeName
    /// Working days from the making to the answer.
    public var days: Int
    public var subject: String
    /// Left out in lists.
    public var content: String?
    /// The hotline that made it.
    public var from: UnitRef
    /// Who has to answer.
    public var to: UnitRef
    public var createdBy: OfficerRef
    public var createdAt: Instant
    /// Until when the unit says that it works on it.
    public var acknowledgeBy: Instant
    public var dueAt: Instant
    /// The reckoning of `dueAt`, in sentences; left out in lists.
    public var explanation: [String]?
    /// The same in English.
    public var explanationEn: [String]?
    public var state: TicketState
    /// Its clock runs, and its time has passed.
    public var overdue: Bool
    /// Masked for all but who made it.
    public var callerName: String?
    /// Masked for all but who made it; shown by `:reveal`.
    public var phone: String?
    public var dossier: CallDossier?
    public var procedure: CodeName?
    public var answer: String?
    /// What the caller may do with it now.
    public var actions: [TicketVerb]?
    /// Its history; left out in lists.
    public var events: [TicketEvent]?
    public var masked: Bool

    public init(
        id: ID, code: String, revision: Int, kind: CodeName, days: Int, subject: String,
        content: String? = nil, from: UnitRef, to: UnitRef, createdBy: OfficerRef, createdAt: Instant,
        acknowledgeBy: Instant, dueAt: Instant, explanation: [String]? = nil, explanationEn: [String]? = nil,
        state: TicketState, overdue: Bool, callerName: String? = nil, phone: String? = nil,
        dossier: CallDossier? = nil, procedure: CodeName? = nil, answer: String? = nil,
        actions: [TicketVerb]? = nil, events: [TicketEvent]? = nil, masked: Bool
    ) {
        self.id = id
        self.code = code
        self.revision = revision
        self.kind = kind
        self.days = days
        self.subject = subject
        self.content = content
        self.from = from
        self.to = to
        self.createdBy = createdBy
        self.createdAt = createdAt
        self.acknowledgeBy = acknowledgeBy
        self.dueAt = dueAt
        self.explanation = explanation
        self.explanationEn = explanationEn
        self.state = state
        self.overdue = overdue
        self.callerName = callerName
        self.phone = phone
        self.dossier = dossier
        self.procedure = procedure
        self.answer = answer
        self.actions = actions
        self.events = events
        self.masked = masked
    }
}
