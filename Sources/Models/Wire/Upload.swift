/// A file on its way to the server. It is gone when it expires.
public struct Upload: Codable, Hashable, Sendable, Identifiable {
    public var id: ID
    public var sha256: String
    public var size: Int
    /// Bytes that the server has; the next part begins there.
    public var offset: Int
    /// Whether all of it arrived and its hash and type were found right.
    public var complete: Bool
    /// The media type of the content; nil until it is complete.
    public var type: String?
    public var expiresAt: Instant

    public init(
        id: ID, sha256: String, size: Int, offset: Int, complete: Bool, type: String? = nil,
        expiresAt: Instant
    ) {
        self.id = id
        self.sha256 = sha256
        self.size = size
        self.offset = offset
        self.complete = complete
        self.type = type
        self.expiresAt = expiresAt
    }
}
