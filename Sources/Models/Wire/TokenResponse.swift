/// An access token (RFC 6749 §5.1).
public struct TokenResponse: Codable, Hashable, Sendable {
    public var accessToken: String
    public var tokenType: String
    /// In seconds.
    public var expiresIn: Int
    public var refreshToken: String?
    /// 32 bytes as base64url: seals this officer's files at the desk.
    public var storeKey: String

    public init(
        accessToken: String, tokenType: String, expiresIn: Int, refreshToken: String? = nil, storeKey: String
    ) {
        self.accessToken = accessToken
        self.tokenType = tokenType
        self.expiresIn = expiresIn
        self.refreshToken = refreshToken
        self.storeKey = storeKey
    }
}
