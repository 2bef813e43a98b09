import Models

/// A process made ready for the engine: its steps by code, its transitions by step and act.
struct ProcessGraph: Sendable {
    private struct Key: Hashable {
        var step: String
        var action: ProcessAction
    }

    let process: ProcessDefinition
    private let steps: [String: ProcessStep]
    private let transitions: [Key: ProcessTransition]
    private let byStep: [String: [ProcessTransition]]

    init(_ process: ProcessDefinition) {
        self.process = process
        steps = Dictionary(process.steps.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        transitions = Dictionary(
            process.transitions.map { (Key(step: $0.from, action: $0.action), $0) },
            uniquingKeysWith: { first, _ in first })
        byStep = Dictionary(grouping: process.transitions, by: \.from)
    }

    func step(_ code: String) -> ProcessStep? { steps[code] }

    func transition(from step: String, _ action: ProcessAction) -> ProcessTransition? {
        transitions[Key(step: step, action: action)]
    }

    /// In the order in which the process names them.
    func transitions(from step: String) -> [ProcessTransition] { byStep[step] ?? [] }

    /// How long is waited at a step before the system ends it; nil where it waits for nobody, or for ever.
    func waiting(at code: String) -> ServiceTime? {
        guard transition(from: code, .expire) != nil, let step = steps[code] else { return nil }
        if let time = step.time { return time }
        return step.kind == .waitCitizen
            ? ServiceTime(amount: process.supplementDays, unit: .calendarDay) : nil
    }
}
