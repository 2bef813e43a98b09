/// The range of a date field (eForm DP-3). Both ends belong to it.
public struct DateRule: Hashable, Sendable {
    public var min: DateBound?
    public var max: DateBound?

    public init(min: DateBound? = nil, max: DateBound? = nil) {
        self.min = min
        self.max = max
    }
}
