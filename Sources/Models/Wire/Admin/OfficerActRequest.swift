/// Why an officer is suspended, taken back or revoked.
public struct OfficerActRequest: Codable, Hashable, Sendable {
    public var reason: String
    /// Whether steps may be left without anybody.
    public var allowGaps: Bool?

    public init(reason: String, allowGaps: Bool? = nil) {
        self.reason = reason
        self.allowGaps = allowGaps
    }
}
