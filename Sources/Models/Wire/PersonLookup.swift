/// What the system knows of a person.
public struct PersonLookup: Codable, Hashable, Sendable {
    public var person: Person?
    public var dossiers: [DossierBrief]

    public init(person: Person? = nil, dossiers: [DossierBrief]) {
        self.person = person
        self.dossiers = dossiers
    }
}
