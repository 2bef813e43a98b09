/// An officer as others see them.
public struct OfficerRef: Codable, Hashable, Sendable, Identifiable {
    public var id: ID
    public var name: String
    public var position: String?

    public init(id: ID, name: String, position: String? = nil) {
        self.id = id
        self.name = name
        self.position = position
    }
}
