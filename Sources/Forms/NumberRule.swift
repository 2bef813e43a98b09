/// The range of a whole number or an amount. Both ends belong to it.
public struct NumberRule: Hashable, Sendable {
    public var min: Int?
    public var max: Int?
    /// What one press of Up adds; not a check.
    public var step: Int?

    public init(min: Int? = nil, max: Int? = nil, step: Int? = nil) {
        self.min = min
        self.max = max
        self.step = step
    }
}
