import Forms

/// What a plan would change in one unit's bindings to one procedure, and who would get a dossier then.
public struct BindingsDifference: Codable, Hashable, Sendable {
    public struct Step: Codable, Hashable, Sendable {
        public var step: String
        public var name: String
        public var roleName: String
        public var isChanged: Bool
        public var before: [BindingHolder]
        public var after: [BindingHolder]
        /// Who would get a dossier on the plan's first day.
        public var arrival: BindingArrival

        public init(
            step: String, name: String, roleName: String, isChanged: Bool, before: [BindingHolder],
            after: [BindingHolder], arrival: BindingArrival
        ) {
            self.step = step
            self.name = name
            self.roleName = roleName
            self.isChanged = isChanged
            self.before = before
            self.after = after
            self.arrival = arrival
        }
    }

    public var unit: UnitRef
    public var procedure: CodeName
    public var process: ID
    /// Every step at which somebody acts, in the process's order.
    public var steps: [Step]

    public init(unit: UnitRef, procedure: CodeName, process: ID, steps: [Step]) {
        self.unit = unit
        self.procedure = procedure
        self.process = process
        self.steps = steps
    }
}
