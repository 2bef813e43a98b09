import Forms

/// A row of the matrix of bindings: a procedure's steps and who does them in a unit.
public struct BindingRow: Codable, Hashable, Sendable {
    public struct Cell: Codable, Hashable, Sendable {
        public var step: String
        public var name: String
        public var role: String
        public var roleName: String
        /// Those who are bound today or later.
        public var holders: [BindingHolder]
        /// Who would get a dossier today; nobody where the step is a gap.
        public var today: BindingArrival

        public init(
            step: String, name: String, role: String, roleName: String, holders: [BindingHolder],
            today: BindingArrival
        ) {
            self.step = step
            self.name = name
            self.role = role
            self.roleName = roleName
            self.holders = holders
            self.today = today
        }
    }

    public var procedure: CodeName
    public var field: CodeName
    public var process: ID
    public var cells: [Cell]

    public init(procedure: CodeName, field: CodeName, process: ID, cells: [Cell]) {
        self.procedure = procedure
        self.field = field
        self.process = process
        self.cells = cells
    }
}
