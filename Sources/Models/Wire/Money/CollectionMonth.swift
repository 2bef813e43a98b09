/// What a unit collected in a month, day by day: the sums of a chart.
public struct CollectionMonth: Codable, Hashable, Sendable {
    /// "2026-11"
    public var month: String
    public var unit: UnitRef
    /// Every day of the month in its order, those without anything too.
    public var days: [CollectionDay]

    public init(month: String, unit: UnitRef, days: [CollectionDay]) {
        self.month = month
        self.unit = unit
        self.days = days
    }
}
