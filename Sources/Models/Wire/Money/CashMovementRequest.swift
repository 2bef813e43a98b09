/// Moves money between drawer and safe.
public struct CashMovementRequest: Codable, Hashable, Sendable {
    public var kind: CashMovementKind
    public var amount: Int
    public var reason: String

    public init(
        kind: CashMovementKind, amount: Int, reason: String
    ) {
        self.kind = kind
        self.amount = amount
        self.reason = reason
    }
}
