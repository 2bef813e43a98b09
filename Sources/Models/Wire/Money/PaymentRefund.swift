/// Money that went back, by a second officer.
public struct PaymentRefund: Codable, Hashable, Sendable, Identifiable {
    public var id: ID
    public var amount: Int
    public var reason: String
    public var officer: OfficerRef
    public var at: Instant
    /// The drawer that it came from.
    public var session: ID?

    public init(
        id: ID, amount: Int, reason: String, officer: OfficerRef, at: Instant, session: ID? = nil
    ) {
        self.id = id
        self.amount = amount
        self.reason = reason
        self.officer = officer
        self.at = at
        self.session = session
    }
}
