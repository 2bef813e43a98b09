/// The dossier that a call or a ticket is about.
public struct CallDossier: Codable, Hashable, Sendable {
    public var id: ID
    public var code: String

    public init(id: ID, code: String) {
        self.id = id
        self.code = code
    }
}
