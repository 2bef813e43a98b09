/// Who called about a ticket, for the one who has to reach them.
public struct RevealedCaller: Codable, Hashable, Sendable {
    public var id: ID
    public var phone: String?
    public var callerName: String?

    public init(id: ID, phone: String? = nil, callerName: String? = nil) {
        self.id = id
        self.phone = phone
        self.callerName = callerName
    }
}
