/// How money comes in.
public enum PaymentMethod: String, Codable, Hashable, Sendable, CaseIterable {
    /// Over the counter.
    case cash
    /// To the unit's account, with a VietQR.
    case transfer
    /// Through the national payment platform.
    case online
    /// The post collected it at the door; nobody asks for it at a desk.
    case cod

    /// What a cashier may choose.
    public static let atDesk: [PaymentMethod] = [.cash, .transfer, .online]
}
