/// Who hands a dossier in for another.
public struct Submitter: Codable, Hashable, Sendable {
    public var name: String
    public var identityNumber: String
    public var phone: String?
    /// "ủy quyền", "cha mẹ" …
    public var relation: String

    public init(name: String, identityNumber: String, phone: String? = nil, relation: String) {
        self.name = name
        self.identityNumber = identityNumber
        self.phone = phone
        self.relation = relation
    }
}
