/// An act that only needs its reason.
public struct ReasonRequest: Codable, Hashable, Sendable {
    public var reason: String

    public init(
        reason: String
    ) {
        self.reason = reason
    }
}
