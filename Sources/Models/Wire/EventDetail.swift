import Forms

/// What an act came with beside its note: what the papers, the notices and the register quote of it later.
///
/// Everything is as it was at the act, whatever became of the dossier since; what the act has nothing to do with is nil.
public struct EventDetail: Codable, Hashable, Sendable {
    /// `request_supplement`: what was asked for, a line each.
    public var missing: [String]?
    /// `supplement_in`: what came. `finish`: the results.
    public var documents: [SubmittedDocument]?
    /// `deliver`: to whom, or by the post's word.
    public var handover: HandoverProof?
    /// The appointment before the act, where the act changed it.
    public var oldDueAt: Instant?
    /// The appointment after the act, where the act changed it.
    public var dueAt: Instant?
    /// `request_payment`: how much, in đồng.
    public var amount: Int?
    /// The unit whose officers have the dossier after the act, where they are another's than before it (before the
    /// first act it is the unit that took the dossier in): form 06 lists the hand-overs between units.
    public var holder: UnitRef?

    public init(
        missing: [String]? = nil, documents: [SubmittedDocument]? = nil, handover: HandoverProof? = nil,
        oldDueAt: Instant? = nil, dueAt: Instant? = nil, amount: Int? = nil, holder: UnitRef? = nil
    ) {
        self.missing = missing
        self.documents = documents
        self.handover = handover
        self.oldDueAt = oldDueAt
        self.dueAt = dueAt
        self.amount = amount
        self.holder = holder
    }

    /// Whether nothing stands in it.
    public var isEmpty: Bool { self == EventDetail() }
}
