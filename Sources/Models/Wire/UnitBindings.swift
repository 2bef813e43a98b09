/// All bindings of a unit and a process that hold today or later.
public struct UnitBindings: Codable, Hashable, Sendable {
    public var unit: UnitRef
    /// The id of the process.
    public var process: ID
    public var items: [StepBinding]
    /// The steps at which nobody is able to act today.
    public var gaps: [BindingGap]

    public init(unit: UnitRef, process: ID, items: [StepBinding], gaps: [BindingGap] = []) {
        self.unit = unit
        self.process = process
        self.items = items
        self.gaps = gaps
    }
}
