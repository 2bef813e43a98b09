/// Money that was put into a drawer or taken out of it, other than by payments.
public struct CashMovement: Codable, Hashable, Sendable, Identifiable {
    public var id: ID
    public var kind: CashMovementKind
    public var amount: Int
    public var reason: String
    public var at: Instant
    public var officer: OfficerRef

    public init(
        id: ID, kind: CashMovementKind, amount: Int, reason: String, at: Instant, officer: OfficerRef
    ) {
        self.id = id
        self.kind = kind
        self.amount = amount
        self.reason = reason
        self.at = at
        self.officer = officer
    }
}
