/// Where an officer goes, and what he does there. What he held in his former unit ends the day before.
public struct OfficerTransfer: Codable, Hashable, Sendable {
    /// The code of the unit.
    public var unit: String
    public var position: String?
    /// Roles in the new unit.
    public var roles: [String]
    public var reason: String
    /// Whether steps of the former unit may be left without anybody.
    public var allowGaps: Bool?

    public init(
        unit: String, position: String? = nil, roles: [String] = [], reason: String, allowGaps: Bool? = nil
    ) {
        self.unit = unit
        self.position = position
        self.roles = roles
        self.reason = reason
        self.allowGaps = allowGaps
    }
}
