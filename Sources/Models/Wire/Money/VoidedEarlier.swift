/// Receipts of earlier days that were made void on a day: what the day's own come to less these is what the day's ledger has.
public struct VoidedEarlier: Codable, Hashable, Sendable {
    public var count: Int
    public var phi: Int
    public var lePhi: Int
    public var amount: Int

    public init(count: Int, phi: Int, lePhi: Int) {
        self.count = count
        self.phi = phi
        self.lePhi = lePhi
        amount = phi + lePhi
    }
}
