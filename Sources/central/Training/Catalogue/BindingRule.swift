import Forms
import Models

/// One row of `bindings.json`: who does some steps of some processes for the dossiers of one unit.
struct BindingRule: Codable, Hashable, Sendable {
    /// The unit whose dossiers these are.
    var unit: String
    var processes: [String]
    var steps: [String]
    var role: String
    /// The account of the one officer who does it.
    var officer: String?
    /// The unit whose officers of that role all may do it. Either this or `officer` is given.
    var assigneeUnit: String?
    var from: LocalDate
    var to: LocalDate?
    /// A time for the step within the unit, shorter than the process gives.
    var subDeadline: ServiceTime?
}
