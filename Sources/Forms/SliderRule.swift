/// The scale of a slider (eForm SL-1). Both ends belong to it; values lie `step` apart, counted from `min`.
public struct SliderRule: Hashable, Sendable {
    public var min: Int
    public var max: Int
    /// At least 1.
    public var step: Int
    public var ticks: Bool
    public var vertical: Bool
    /// What the number counts, shown behind it: “tháng”.
    public var unit: Phrase?

    public init(
        min: Int, max: Int, step: Int = 1, ticks: Bool = false, vertical: Bool = false, unit: Phrase? = nil
    ) {
        self.min = min
        self.max = max
        self.step = step
        self.ticks = ticks
        self.vertical = vertical
        self.unit = unit
    }

    /// Whether a value lies on the scale.
    public func holds(_ value: Int) -> Bool {
        guard value >= min, value <= max else { return false }
        let (distance, overflow) = value.subtractingReportingOverflow(min)
        return !overflow && distance % Swift.max(step, 1) == 0
    }
}
