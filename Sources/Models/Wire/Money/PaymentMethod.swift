/// How money comes in.
public enum PaymentMethod: String, Codable, Hashable, Sendable, CaseIterable {
    /// Over the counter.
    case cash
    /// To the unit's account, with a VietQR.
    case transfer
    /// Through the national payment platform.
    case online
}
