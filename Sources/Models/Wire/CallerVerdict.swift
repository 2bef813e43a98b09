/// Whether what a caller said was right.
public struct CallerVerdict: Codable, Hashable, Sendable {
    public var verified: Bool
    /// Until when the officer counts as having verified the caller; only where he has.
    public var until: Instant?
    /// Tries that are left for this dossier before all have to wait.
    public var triesLeft: Int

    public init(verified: Bool, until: Instant? = nil, triesLeft: Int) {
        self.verified = verified
        self.until = until
        self.triesLeft = triesLeft
    }
}
