import Forms
import Models

extension DataCheck {
    /// What the linter of publishing finds, before anybody is bound: bindings have a file and faults of their own.
    mutating func check(_ process: ProcessDefinition) {
        let file = "processes/\(process.id).json"
        let procedure = set.procedure(process.procedure)
        if procedure == nil {
            fault(file, "/item/procedure", "không có thủ tục \(process.procedure)")
        }
        let surroundings = ProcessSurroundings(
            statuses: Dictionary(set.statuses.map { ($0.code, $0) }, uniquingKeysWith: { $1 }),
            roles: Set(set.roles.map(\.code)), procedure: procedure, units: nil,
            bindings: set.bindings.filter { $0.process == process.id })
        for finding in ProcessLint.check(process, surroundings) {
            fault(file, "/item" + finding.pointer, finding.message)
        }
    }
}
