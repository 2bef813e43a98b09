/// Closes a drawer that was counted.
public struct CashSessionClosing: Codable, Hashable, Sendable {
    /// Needed where what was counted is not what should be there.
    public var reason: String?
    /// That payments which are on their way are left to come later.
    public var leavePending: Bool?

    public init(
        reason: String? = nil, leavePending: Bool? = nil
    ) {
        self.reason = reason
        self.leavePending = leavePending
    }
}
