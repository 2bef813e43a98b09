/// What an event of a dossier's history says beyond its step: what was asked for, what came, who has it now.
///
/// Part of the history for good, so that the current state of a dossier follows from its events alone.
public struct DossierEventDetail: Codable, Hashable, Sendable {
    /// The papers that came with a supplement, or the results, by their name.
    public var documents: [SubmittedDocument]?
    /// What was missing, a line each, as form 02 lists it.
    public var missing: [String]?
    /// The due date before and the new one, where it was extended.
    public var previousDueAt: Instant?
    public var dueAt: Instant?
    /// For a delivery.
    public var handover: HandoverProof?
    /// What was asked to be paid, or was paid, in đồng.
    public var amount: Int?
    /// Who has the dossier from then on.
    public var assignee: OfficerRef?
    /// The code of the unit whose officers have the step from then on.
    public var unit: String?
    /// The `seq` of the event that was taken back.
    public var undoes: Int?
    /// With what a decision was signed, at which revision.
    public var signature: FormSignature?
    public var revision: Int?
    /// When it was taken in, where that was corrected.
    public var acceptedAt: Instant?
    /// What an amendment changed, before and after.
    public var changes: [AmendedField]?
    /// The time that the law gives, where the amendment changed it.
    public var term: ServiceTime?
    /// The appointment that the amendment set within that time.
    public var appointment: Instant?
    /// What the declaration lacked when the supplement was recorded, as its form calls it, and why the dossier went on all
    /// the same.
    public var lacking: [String]?
    public var incompleteReason: String?

    public init(
        documents: [SubmittedDocument]? = nil, missing: [String]? = nil, previousDueAt: Instant? = nil,
        dueAt: Instant? = nil, handover: HandoverProof? = nil, amount: Int? = nil,
        assignee: OfficerRef? = nil, unit: String? = nil, undoes: Int? = nil,
        signature: FormSignature? = nil, revision: Int? = nil, acceptedAt: Instant? = nil,
        changes: [AmendedField]? = nil, term: ServiceTime? = nil, appointment: Instant? = nil,
        lacking: [String]? = nil, incompleteReason: String? = nil
    ) {
        self.documents = documents
        self.missing = missing
        self.previousDueAt = previousDueAt
        self.dueAt = dueAt
        self.handover = handover
        self.amount = amount
        self.assignee = assignee
        self.unit = unit
        self.undoes = undoes
        self.signature = signature
        self.revision = revision
        self.acceptedAt = acceptedAt
        self.changes = changes
        self.term = term
        self.appointment = appointment
        self.lacking = lacking
        self.incompleteReason = incompleteReason
    }
}
