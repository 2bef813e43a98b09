/// A page of the matrix of bindings of a unit, in the order of the procedures' codes.
public struct BindingMatrix: Codable, Hashable, Sendable {
    public var unit: UnitRef
    public var items: [BindingRow]
    public var nextCursor: String?
    /// How many rows there are with this filter; only with the first page.
    public var total: Int?

    public init(unit: UnitRef, items: [BindingRow], nextCursor: String? = nil, total: Int? = nil) {
        self.unit = unit
        self.items = items
        self.nextCursor = nextCursor
        self.total = total
    }
}
