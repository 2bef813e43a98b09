/// A change of an administrator's account or rights: proposed by one administrator, done when another confirms it.
public struct OfficerChange: Codable, Hashable, Sendable, Identifiable {
    public enum State: String, Codable, Hashable, Sendable, CaseIterable {
        case open, confirmed, rejected, expired
    }

    public var id: ID
    public var act: OfficerVerb
    public var officer: OfficerRef
    public var unit: UnitRef
    /// What would be done, Vietnamese, for people.
    public var summary: String
    public var reason: String?
    public var proposedBy: OfficerRef
    public var proposedAt: Instant
    /// From then on it can't be confirmed.
    public var expiresAt: Instant
    public var state: State
    public var decidedBy: OfficerRef?
    public var decidedAt: Instant?

    public init(
        id: ID, act: OfficerVerb, officer: OfficerRef, unit: UnitRef, summary: String, reason: String? = nil,
        proposedBy: OfficerRef, proposedAt: Instant, expiresAt: Instant, state: State,
        decidedBy: OfficerRef? = nil, decidedAt: Instant? = nil
    ) {
        self.id = id
        self.act = act
        self.officer = officer
        self.unit = unit
        self.summary = summary
        self.reason = reason
        self.proposedBy = proposedBy
        self.proposedAt = proposedAt
        self.expiresAt = expiresAt
        self.state = state
        self.decidedBy = decidedBy
        self.decidedAt = decidedAt
    }
}
