/// What a check for duplicates found.
public struct PossibleDuplicates: Codable, Hashable, Sendable {
    public var items: [PossibleDuplicate]

    public init(items: [PossibleDuplicate]) {
        self.items = items
    }
}
