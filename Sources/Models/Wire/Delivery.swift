/// How the result reaches the citizen.
public struct Delivery: Codable, Hashable, Sendable {
    public var method: DeliveryMethod
    /// For the post.
    public var address: String?
    public var phone: String?
    public var recipient: String?

    public init(
        method: DeliveryMethod, address: String? = nil, phone: String? = nil, recipient: String? = nil
    ) {
        self.method = method
        self.address = address
        self.phone = phone
        self.recipient = recipient
    }
}
