/// Who is logged in, where and as what.
public struct Me: Codable, Hashable, Sendable {
    public var officer: OfficerRef
    public var unit: UnitRef
    public var roles: [String]
    public var training: Bool
    /// On which citizens reach the officer: the unit's telephone.
    public var phone: String?

    public init(
        officer: OfficerRef, unit: UnitRef, roles: [String], training: Bool, phone: String? = nil
    ) {
        self.officer = officer
        self.unit = unit
        self.roles = roles
        self.training = training
        self.phone = phone
    }
}
