/// What an officer may do, and by what: the answer to `GET /v1/me/permissions`.
public struct Permissions: Codable, Hashable, Sendable {
    /// A role that is held in a unit.
    public struct Assignment: Codable, Hashable, Sendable {
        public var unit: String
        public var role: String

        public init(unit: String, role: String) {
            self.unit = unit
            self.role = role
        }
    }

    public var assignments: [Assignment]
    /// What colleagues lent, in force today.
    public var delegations: [Delegation]
    /// The units for whose dossiers the officer does any step.
    public var serves: [String]
    /// Where `?explain=` was asked.
    public var explanation: PermissionExplanation?

    public init(
        assignments: [Assignment], delegations: [Delegation], serves: [String],
        explanation: PermissionExplanation? = nil
    ) {
        self.assignments = assignments
        self.delegations = delegations
        self.serves = serves
        self.explanation = explanation
    }
}
