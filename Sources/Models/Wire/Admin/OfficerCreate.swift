import Forms

/// What `POST /v1/officers` takes.
public struct OfficerCreate: Codable, Hashable, Sendable {
    public var name: String
    public var position: String
    /// The code of his unit.
    public var unit: String
    /// What he logs in with; made of his name where it is left out.
    public var account: String?
    public var identityNumber: String
    public var vneid: String?
    /// His first day; today where it is left out.
    public var effectiveFrom: LocalDate?
    public var effectiveTo: LocalDate?
    /// Roles that he holds in his unit from his first day. An administrator's is given afterwards, by two.
    public var roles: [String]

    public init(
        name: String, position: String, unit: String, account: String? = nil, identityNumber: String,
        vneid: String? = nil, effectiveFrom: LocalDate? = nil, effectiveTo: LocalDate? = nil,
        roles: [String] = []
    ) {
        self.name = name
        self.position = position
        self.unit = unit
        self.account = account
        self.identityNumber = identityNumber
        self.vneid = vneid
        self.effectiveFrom = effectiveFrom
        self.effectiveTo = effectiveTo
        self.roles = roles
    }
}
