/// What a time field accepts and how it shows it (eForm TP-1). Both ends belong to the range.
public struct TimeRule: Hashable, Sendable {
    public var min: LocalTime?
    public var max: LocalTime?
    /// Minutes between the times that are suggested, 1 … 720; not a check.
    public var step: Int
    public var clock: TimeClock

    public init(
        min: LocalTime? = nil, max: LocalTime? = nil, step: Int = 30, clock: TimeClock = .h24
    ) {
        self.min = min
        self.max = max
        self.step = step
        self.clock = clock
    }
}
