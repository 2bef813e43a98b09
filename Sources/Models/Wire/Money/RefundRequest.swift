/// Gives money back.
public struct RefundRequest: Codable, Hashable, Sendable {
    /// In đồng; all that is left where absent.
    public var amount: Int?
    public var reason: String
    /// Whose drawer gives it; the officer's that was opened last where absent.
    public var desk: String?

    public init(
        amount: Int? = nil, reason: String, desk: String? = nil
    ) {
        self.amount = amount
        self.reason = reason
        self.desk = desk
    }
}
