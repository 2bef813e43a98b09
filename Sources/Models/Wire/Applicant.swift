import Forms

/// Whose dossier it is ("chủ hồ sơ").
public struct Applicant: Codable, Hashable, Sendable {
    public var kind: ApplicantKind
    public var name: String
    public var identityNumber: String?
    public var birthDate: LocalDate?
    public var sex: Sex?
    public var address: String?
    public var taxCode: String?
    public var phone: String?
    public var email: String?
    /// Who stands for an organisation.
    public var representative: String?

    public init(
        kind: ApplicantKind, name: String, identityNumber: String? = nil, birthDate: LocalDate? = nil,
        sex: Sex? = nil, address: String? = nil, taxCode: String? = nil, phone: String? = nil,
        email: String? = nil, representative: String? = nil
    ) {
        self.kind = kind
        self.name = name
        self.identityNumber = identityNumber
        self.birthDate = birthDate
        self.sex = sex
        self.address = address
        self.taxCode = taxCode
        self.phone = phone
        self.email = email
        self.representative = representative
    }
}
