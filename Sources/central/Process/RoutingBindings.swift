import Forms
import Models

/// Who does which step of one process for the dossiers of one unit, by step.
struct RoutingBindings: Hashable, Sendable {
    private let byStep: [String: [ProcessBinding]]

    /// - Parameter bindings: Any; those of other units and processes, and those not in force on the day, are left out.
    init(_ bindings: [ProcessBinding], unit: String, process: String, on day: LocalDate) {
        let own = bindings.filter { binding in
            binding.unit == unit && binding.process == process && binding.from <= day
                && binding.to.map { $0 >= day } ?? true
        }
        byStep = Dictionary(grouping: own, by: \.step)
    }

    func bindings(at step: String) -> [ProcessBinding] { byStep[step] ?? [] }

    /// Whose right lets somebody act at a step.
    enum Right: Hashable, Sendable {
        case own
        case delegated(OfficerRef)
    }

    /// Nil where neither he himself nor one who delegated to him is bound to the step.
    func right(of actor: RoutingActor, at step: ProcessStep) -> Right? {
        let bindings = bindings(at: step.code).filter { $0.role == step.role }
        if isBound(actor.principal, bindings) { return .own }
        let delegator = actor.delegators.first { isBound($0, bindings) }
        return delegator.map { .delegated($0.officer) }
    }

    private func isBound(_ principal: RoutingActor.Principal, _ bindings: [ProcessBinding]) -> Bool {
        bindings.contains { binding in
            switch binding.assignee {
            case .officer(let id):
                id == principal.officer.id && principal.assignments.contains { $0.role == binding.role }
            case .unit(let unit):
                principal.assignments.contains(.init(unit: unit, role: binding.role))
            }
        }
    }

    /// The unit whose officers have a step, the one of `officer` where he is bound by name.
    ///
    /// - Parameter unitOf: Where officers work who are bound by name.
    func holder(of step: String, unitOf: (ID) -> String?) -> String? {
        for binding in bindings(at: step) {
            switch binding.assignee {
            case .unit(let unit): return unit
            case .officer(let id): if let unit = unitOf(id) { return unit }
            }
        }
        return nil
    }
}
