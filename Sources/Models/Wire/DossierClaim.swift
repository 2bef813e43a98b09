/// A lease: one officer works on a dossier for a while, kept up by a heartbeat.
public struct DossierClaim: Codable, Hashable, Sendable {
    public var officer: OfficerRef
    public var since: Instant
    public var until: Instant

    public init(officer: OfficerRef, since: Instant, until: Instant) {
        self.officer = officer
        self.since = since
        self.until = until
    }
}
