/// Who sends or gets a shipment, as the post asks for it.
public struct PostalParty: Codable, Hashable, Sendable {
    public var name: String
    public var phone: String
    public var address: PostalAddress

    public init(name: String, phone: String, address: PostalAddress) {
        self.name = name
        self.phone = phone
        self.address = address
    }
}
