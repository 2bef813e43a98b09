import Models

/// What the linter holds a process against: the national statuses, the roles, its procedure, and who is bound
/// to its steps. What isn't known is nil, and not checked.
struct ProcessSurroundings: Sendable {
    /// A step for the dossiers of one unit.
    struct Place: Hashable, Sendable {
        var unit: String
        var step: String
    }

    /// By their numbers.
    var statuses: [Int: NationalStatus]
    var roles: Set<String>
    /// Nil where it isn't published yet.
    var procedure: Procedure?
    /// The units that take the procedure in or have open dossiers of it.
    var units: [String]?
    /// Where somebody is able to act.
    var staffed: Set<Place> = []
    /// Those in force for the process.
    var bindings: [ProcessBinding] = []
}
