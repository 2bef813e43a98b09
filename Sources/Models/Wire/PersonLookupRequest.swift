/// Whom to look up, and why: every lookup is audited with its purpose.
public struct PersonLookupRequest: Codable, Hashable, Sendable {
    public var identityNumber: String
    public var purpose: String

    public init(identityNumber: String, purpose: String) {
        self.identityNumber = identityNumber
        self.purpose = purpose
    }
}
