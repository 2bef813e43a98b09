import Forms

/// What a unit collected on a day, in đồng, by the way it came; and what it gave back.
public struct CollectionDay: Codable, Hashable, Sendable {
    public var date: LocalDate
    public var cash: Int
    public var transfer: Int
    public var online: Int
    /// What the post collected at the door and has settled.
    public var cod: Int
    public var refunded: Int
    /// How many receipts were issued.
    public var receipts: Int

    public init(
        date: LocalDate, cash: Int = 0, transfer: Int = 0, online: Int = 0, cod: Int = 0,
        refunded: Int = 0, receipts: Int = 0
    ) {
        self.date = date
        self.cash = cash
        self.transfer = transfer
        self.online = online
        self.cod = cod
        self.refunded = refunded
        self.receipts = receipts
    }

    /// What came in, by all ways.
    public var collected: Int { cash + transfer + online + cod }
    /// What is left of it.
    public var net: Int { collected - refunded }
}
