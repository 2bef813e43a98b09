import Forms

/// What a plan would do: nothing of it is done.
public struct BindingsPreview: Codable, Hashable, Sendable {
    /// The plan in words, as the list of changes has it.
    public var summary: String
    /// The day on which it begins.
    public var day: LocalDate
    /// How many rows (a unit and a procedure) would change, and how many stay as they are.
    public var changed: Int
    public var unchanged: Int
    public var changedSteps: Int
    /// The first of the rows that would change.
    public var items: [BindingsDifference]
    /// Steps that would be left without anybody: refused where the plan doesn't allow them.
    public var gaps: [BindingGap]
    /// What can't be done, row by row: refused as a whole.
    public var refused: [InputProblem]

    public init(
        summary: String, day: LocalDate, changed: Int, unchanged: Int, changedSteps: Int,
        items: [BindingsDifference], gaps: [BindingGap], refused: [InputProblem]
    ) {
        self.summary = summary
        self.day = day
        self.changed = changed
        self.unchanged = unchanged
        self.changedSteps = changedSteps
        self.items = items
        self.gaps = gaps
        self.refused = refused
    }
}
