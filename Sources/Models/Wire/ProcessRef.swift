/// A process in one published version.
public struct ProcessRef: Codable, Hashable, Sendable, Identifiable {
    public var id: ID
    public var version: Int

    public init(id: ID, version: Int) {
        self.id = id
        self.version = version
    }
}
