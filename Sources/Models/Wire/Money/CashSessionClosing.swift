/// Closes a drawer that was counted.
public struct CashSessionClosing: Codable, Hashable, Sendable {
    /// Needed where what was counted is not what should be there.
    public var reason: String?
    /// What the one who closes has seen counted: where it was counted again since, nothing is closed. Nil: whatever it is.
    public var counted: Int?
    /// That payments which are on their way are left to come later.
    public var leavePending: Bool?

    public init(
        reason: String? = nil, counted: Int? = nil, leavePending: Bool? = nil
    ) {
        self.reason = reason
        self.counted = counted
        self.leavePending = leavePending
    }
}
