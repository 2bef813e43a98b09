/// A list that is never paged, in the shape of one that is.
struct Items<Item: Encodable & Sendable>: Encodable, Sendable {
    var items: [Item]

    init(_ items: [Item]) {
        self.items = items
    }
}
