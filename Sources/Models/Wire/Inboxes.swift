/// The queues of the officer.
public struct Inboxes: Codable, Hashable, Sendable {
    public var items: [Inbox]

    public init(items: [Inbox]) {
        self.items = items
    }
}
