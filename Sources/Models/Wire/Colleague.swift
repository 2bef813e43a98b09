/// Somebody who works on dossiers in the units that an officer reaches.
public struct Colleague: Codable, Hashable, Sendable, Identifiable {
    public var id: ID
    /// What is typed at the login: it tells two of one name apart. Nil from a server of before.
    public var account: String?
    public var name: String
    public var position: String?
    /// Where he works; nil from a server of before.
    public var unit: UnitRef?
    /// He may not log in any more, or works on no dossiers now, and still has some: nothing can go to him.
    public var isAway: Bool?

    public init(
        id: ID, account: String? = nil, name: String, position: String? = nil, unit: UnitRef? = nil,
        isAway: Bool? = nil
    ) {
        self.id = id
        self.account = account
        self.name = name
        self.position = position
        self.unit = unit
        self.isAway = isAway
    }

    public init(_ officer: OfficerRef) {
        self.init(id: officer.id, name: officer.name, position: officer.position)
    }

    public var reference: OfficerRef { OfficerRef(id: id, name: name, position: position) }
}
