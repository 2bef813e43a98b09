import Forms

/// What `PATCH /v1/officers/{id}` changes: only what is there.
public struct OfficerPatch: Codable, Hashable, Sendable {
    public var name: String?
    public var position: String?
    public var account: String?
    public var identityNumber: String?
    /// Empty to take it out.
    public var vneid: String?
    public var effectiveFrom: LocalDate?
    public var effectiveTo: LocalDate?
    /// Takes the last day out.
    public var withoutEnd: Bool?
    public var reason: String?
    /// Whether steps may be left without anybody.
    public var allowGaps: Bool?

    public init(
        name: String? = nil, position: String? = nil, account: String? = nil, identityNumber: String? = nil,
        vneid: String? = nil, effectiveFrom: LocalDate? = nil, effectiveTo: LocalDate? = nil,
        withoutEnd: Bool? = nil, reason: String? = nil, allowGaps: Bool? = nil
    ) {
        self.name = name
        self.position = position
        self.account = account
        self.identityNumber = identityNumber
        self.vneid = vneid
        self.effectiveFrom = effectiveFrom
        self.effectiveTo = effectiveTo
        self.withoutEnd = withoutEnd
        self.reason = reason
        self.allowGaps = allowGaps
    }
}
