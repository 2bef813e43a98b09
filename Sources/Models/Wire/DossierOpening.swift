/// That an administrator, who sees no dossiers, opened one with a reason: to be read, for a while.
public struct DossierOpening: Codable, Hashable, Sendable {
    public var officer: OfficerRef
    public var at: Instant
    /// He reads it no longer from then on.
    public var until: Instant
    public var reason: String

    public init(officer: OfficerRef, at: Instant, until: Instant, reason: String) {
        self.officer = officer
        self.at = at
        self.until = until
        self.reason = reason
    }
}

/// The reason that a dossier is opened for.
public struct BreakGlassRequest: Codable, Hashable, Sendable {
    public var reason: String

    public init(reason: String) { self.reason = reason }
}

/// The answer to opening a dossier.
public struct BreakGlassGrant: Codable, Hashable, Sendable {
    public var dossier: ID
    public var code: String
    public var opening: DossierOpening
    /// How many more the officer may open today.
    public var leftToday: Int

    public init(dossier: ID, code: String, opening: DossierOpening, leftToday: Int) {
        self.dossier = dossier
        self.code = code
        self.opening = opening
        self.leftToday = leftToday
    }
}
