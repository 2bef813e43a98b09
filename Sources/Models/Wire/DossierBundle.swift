/// The bundle that a dossier was taken in with.
public struct DossierBundle: Codable, Hashable, Sendable {
    public var id: ID
    /// The bundle's own code, name and version.
    public var procedure: ProcedureRef
    /// From 1; the first dossier leads.
    public var position: Int
    /// How many dossiers there are in it, whoever may see them.
    public var count: Int
    /// Those of them that the reader may see, in their order; empty where only the dossier itself was asked for.
    public var dossiers: [LinkedDossier]

    public init(
        id: ID, procedure: ProcedureRef, position: Int, count: Int, dossiers: [LinkedDossier] = []
    ) {
        self.id = id
        self.procedure = procedure
        self.position = position
        self.count = count
        self.dossiers = dossiers
    }

    private enum CodingKeys: String, CodingKey {
        case id, procedure, position, count, dossiers
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        id = try container.decode(ID.self, forKey: .id)
        procedure = try container.decode(ProcedureRef.self, forKey: .procedure)
        position = try container.decode(Int.self, forKey: .position)
        count = try container.decode(Int.self, forKey: .count)
        dossiers = try container.decodeIfPresent([LinkedDossier].self, forKey: .dossiers) ?? []
    }
}
