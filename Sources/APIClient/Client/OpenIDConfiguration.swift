/// What the server says about its logins (OpenID Connect Discovery 1.0, what desk uses of it).
public struct OpenIDConfiguration: Codable, Hashable, Sendable {
    public var issuer: String
    public var tokenEndpoint: String
    public var revocationEndpoint: String?
    public var deviceAuthorizationEndpoint: String?
    public var grantTypesSupported: [String]?

    public init(
        issuer: String, tokenEndpoint: String, revocationEndpoint: String? = nil,
        deviceAuthorizationEndpoint: String? = nil, grantTypesSupported: [String]? = nil
    ) {
        self.issuer = issuer
        self.tokenEndpoint = tokenEndpoint
        self.revocationEndpoint = revocationEndpoint
        self.deviceAuthorizationEndpoint = deviceAuthorizationEndpoint
        self.grantTypesSupported = grantTypesSupported
    }
}
