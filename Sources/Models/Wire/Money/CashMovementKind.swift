/// Which way money moved between a drawer and the safe.
public enum CashMovementKind: String, Codable, Hashable, Sendable, CaseIterable {
    case deposit = "in"
    case withdrawal = "out"
}
