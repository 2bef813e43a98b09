/// A ticket, named by another thing.
public struct TicketRef: Codable, Hashable, Sendable {
    public var id: ID
    public var code: String

    public init(id: ID, code: String) {
        self.id = id
        self.code = code
    }
}
