import Forms
import Models

/// Who does one step of one process for the dossiers of one unit.
struct ProcessBinding: Codable, Hashable, Sendable {
    enum Assignee: Codable, Hashable, Sendable {
        case officer(ID)
        /// All officers of a unit who hold the role.
        case unit(String)
    }

    var unit: String
    var process: String
    var step: String
    var role: String
    var assignee: Assignee
    var from: LocalDate
    var to: LocalDate?
    var subDeadline: ServiceTime?
}
