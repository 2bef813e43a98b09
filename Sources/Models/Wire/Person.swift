import Forms

/// A person as the system knows them.
public struct Person: Codable, Hashable, Sendable, Identifiable {
    public var id: ID
    public var identityNumber: String
    public var name: String
    public var birthDate: LocalDate?
    public var sex: Sex?
    public var address: String?
    public var phone: String?
    public var email: String?
    /// `so_dang_ky` (the system's own register) or `ho_so_truoc` (an earlier dossier).
    public var source: String
    public var fetchedAt: Instant

    public init(
        id: ID, identityNumber: String, name: String, birthDate: LocalDate? = nil, sex: Sex? = nil,
        address: String? = nil, phone: String? = nil, email: String? = nil, source: String, fetchedAt: Instant
    ) {
        self.id = id
        self.identityNumber = identityNumber
        self.name = name
        self.birthDate = birthDate
        self.sex = sex
        self.address = address
        self.phone = phone
        self.email = email
        self.source = source
        self.fetchedAt = fetchedAt
    }
}
