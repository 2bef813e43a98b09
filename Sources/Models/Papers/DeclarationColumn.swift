/// A column of a declaration's table.
public struct DeclarationColumn: Codable, Hashable, Sendable {
    public var title: String
    /// How many characters an entry of it commonly has, 1 … 200: what an empty table leaves room for.
    public var characters: Int

    public init(title: String, characters: Int) {
        self.title = title
        self.characters = characters
    }
}
