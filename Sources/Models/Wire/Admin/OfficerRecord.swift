import Forms

/// An officer as administrators keep him: who he is, where he works, what he holds, how his account stands.
///
/// An officer is not an account: the account is only what he logs in with, and may be given another name.
public struct OfficerRecord: Codable, Hashable, Sendable, Identifiable {
    public var id: ID
    public var revision: Int
    public var account: String
    public var name: String
    public var position: String
    public var unit: UnitRef
    public var state: OfficerState
    /// Masked, but in the answer to a reveal; nil where none is known.
    public var identityNumber: String?
    /// The subject under which VNeID knows him.
    public var vneid: String?
    public var effectiveFrom: LocalDate?
    /// His last day; nil where none is set.
    public var effectiveTo: LocalDate?
    /// Those that hold today or begin later.
    public var assignments: [OfficerAssignment]
    public var lastLoginAt: Instant?
    /// When his rights were last looked at in a review.
    public var reviewedAt: Instant?
    public var stateReason: String?
    public var changedBy: String?
    public var changedAt: Instant?
    /// Open dossiers that he has. On his page only.
    public var openDossiers: Int?
    /// Changes that wait for a second administrator. On his page, and in the answer to an act.
    public var pending: [OfficerChange]?

    public init(
        id: ID, revision: Int, account: String, name: String, position: String, unit: UnitRef,
        state: OfficerState, identityNumber: String? = nil, vneid: String? = nil,
        effectiveFrom: LocalDate? = nil, effectiveTo: LocalDate? = nil,
        assignments: [OfficerAssignment] = [], lastLoginAt: Instant? = nil, reviewedAt: Instant? = nil,
        stateReason: String? = nil, changedBy: String? = nil, changedAt: Instant? = nil,
        openDossiers: Int? = nil, pending: [OfficerChange]? = nil
    ) {
        self.id = id
        self.revision = revision
        self.account = account
        self.name = name
        self.position = position
        self.unit = unit
        self.state = state
        self.identityNumber = identityNumber
        self.vneid = vneid
        self.effectiveFrom = effectiveFrom
        self.effectiveTo = effectiveTo
        self.assignments = assignments
        self.lastLoginAt = lastLoginAt
        self.reviewedAt = reviewedAt
        self.stateReason = stateReason
        self.changedBy = changedBy
        self.changedAt = changedAt
        self.openDossiers = openDossiers
        self.pending = pending
    }

    public var reference: OfficerRef { OfficerRef(id: id, name: name, position: position) }
}
