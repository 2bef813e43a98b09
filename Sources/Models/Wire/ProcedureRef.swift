/// A procedure in the version that a dossier came in under.
public struct ProcedureRef: Codable, Hashable, Sendable {
    public var code: String
    public var name: String
    public var version: Int

    public init(code: String, name: String, version: Int) {
        self.code = code
        self.name = name
        self.version = version
    }
}
