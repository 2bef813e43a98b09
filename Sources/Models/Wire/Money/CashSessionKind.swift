/// Why a drawer is kept.
public enum CashSessionKind: String, Codable, Hashable, Sendable, CaseIterable {
    /// Opened by its officer, with what was in it.
    case regular
    /// Opened by itself for cash that came while no drawer was open.
    case rescue
}
