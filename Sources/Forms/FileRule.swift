/// What a file field takes (eForm UP-1).
public struct FileRule: Hashable, Sendable {
    /// No file on any form may be larger: 20 MiB.
    public static let largestBytes = 20 << 20
    /// No field takes more files than this.
    public static let largestCount = 50

    public var many: Bool
    public var types: [FileType]
    /// Of each file, in bytes; at most 20 MiB.
    public var maxBytes: Int
    /// Of the field; 1 where it does not take many.
    public var maxCount: Int

    public init(
        many: Bool = false, types: [FileType] = [.pdf, .jpeg, .png], maxBytes: Int = FileRule.largestBytes,
        maxCount: Int? = nil
    ) {
        self.many = many
        self.types = types
        self.maxBytes = maxBytes
        self.maxCount = maxCount ?? (many ? 10 : 1)
    }
}
