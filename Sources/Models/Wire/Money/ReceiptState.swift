/// How a receipt stands.
public enum ReceiptState: String, Codable, Hashable, Sendable, CaseIterable {
    case valid
    case void
    /// Void, and another stands for it.
    case replaced
}
