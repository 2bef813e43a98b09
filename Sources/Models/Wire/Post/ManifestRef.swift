/// A manifest, where it is named.
public struct ManifestRef: Codable, Hashable, Sendable {
    public var id: ID
    public var code: String
    public var state: ManifestState

    public init(id: ID, code: String, state: ManifestState) {
        self.id = id
        self.code = code
        self.state = state
    }
}
