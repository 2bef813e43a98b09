import Forms
import Models

/// The way that a procedure's dossiers go, as the ministry publishes it: a graph of steps. Immutable once
/// active; a dossier ends on the version that it began under.
struct ProcessDefinition: Codable, Hashable, Sendable {
    enum State: String, Codable, Sendable {
        case draft, active, retired
    }

    var id: String
    var version: Int
    /// The code of the procedure.
    var procedure: String
    var name: String
    var state: State
    var effectiveFrom: LocalDate
    var effectiveTo: LocalDate?
    /// The longest time that a case of the procedure allows.
    var statutory: ServiceTime
    /// The step in which every dossier begins. An intake at the desk is the first act from here.
    var entry: String
    /// How long a citizen has for a supplement, in calendar days.
    var supplementDays: Int
    var steps: [ProcessStep]
    var transitions: [ProcessTransition]

    func step(_ code: String) -> ProcessStep? {
        steps.first { $0.code == code }
    }

    func transition(from step: String, _ action: ProcessAction) -> ProcessTransition? {
        transitions.first { $0.from == step && $0.action == action }
    }
}
