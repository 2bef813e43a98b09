/// A statutory time.
public struct ServiceTime: Codable, Hashable, Sendable {
    public var amount: Int
    public var unit: AmountUnit

    public init(amount: Int, unit: AmountUnit) {
        self.amount = amount
        self.unit = unit
    }
}
