/// What a caller says to show that a dossier is his (`POST /v1/dossiers/{id}:verify`): exactly one of these.
public struct CallerCheck: Codable, Hashable, Sendable {
    /// The four characters on the slip.
    public var lookupCode: String?
    /// At least the last four digits of the identity number of the applicant or of who handed it in.
    public var identityDigits: String?
    /// At least the last four digits of the telephone of one of them.
    public var phoneDigits: String?

    public init(lookupCode: String? = nil, identityDigits: String? = nil, phoneDigits: String? = nil) {
        self.lookupCode = lookupCode
        self.identityDigits = identityDigits
        self.phoneDigits = phoneDigits
    }
}
