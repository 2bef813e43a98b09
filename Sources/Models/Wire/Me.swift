/// Who is logged in, where and as what.
public struct Me: Codable, Hashable, Sendable {
    public var officer: OfficerRef
    public var unit: UnitRef
    public var roles: [String]
    public var training: Bool

    public init(officer: OfficerRef, unit: UnitRef, roles: [String], training: Bool) {
        self.officer = officer
        self.unit = unit
        self.roles = roles
        self.training = training
    }
}
