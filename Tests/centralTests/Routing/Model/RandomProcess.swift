import Forms
import Models

@testable import central

/// Graphs that nobody would draw: with loops, dead ends, guards and needs wherever chance puts them.
enum RandomProcess {
    private static let roles = ["approval", "cashier", "clerk", "reception", "review"]

    static func make(_ chance: inout SplitMix64) -> ProcessDefinition {
        let count = chance.between(3, 8)
        let steps = steps(count, &chance)
        var transitions: [ProcessTransition] = []
        for index in 0...count {
            var verbs = ProcessAction.allCases.filter {
                !ProcessAction.everywhere.contains($0) && $0 != .amend
            }
            // What a step of its kind waits for; the way on, then ways to anywhere, mostly not to an end.
            let kind = steps[index].kind
            let usual: ProcessAction =
                switch kind {
                case .intake: .receive
                case .sign: .sign
                case .waitCitizen: .supplementIn
                case .waitPayment: .paymentOk
                case .waitExternal: .resume
                case .deliver: .deliver
                default: .forward
                }
            verbs.removeAll { $0 == usual }
            let next = index == count ? "s1" : "s\(index + 1)"
            transitions.append(transition(from: index, usual, to: next, &chance))
            for _ in 0..<chance.between(2, 7) {
                let action = verbs.remove(at: chance.below(verbs.count))
                let to =
                    chance.chance(15) ? chance.pick(["t0", "t1"]) : "s\(chance.below(count + 1))"
                transitions.append(transition(from: index, action, to: to, &chance))
            }
        }
        return ProcessDefinition(
            id: "p", version: 1, procedure: "9.999999", name: "p", state: .active,
            effectiveFrom: LocalDate(epochDay: 0), effectiveTo: nil,
            statutory: ServiceTime(amount: 20, unit: .workingDay), entry: "s0", supplementDays: 30,
            steps: steps, transitions: transitions)
    }

    private static func steps(_ count: Int, _ chance: inout SplitMix64) -> [ProcessStep] {
        var steps = [
            ProcessStep(code: "s0", name: "s0", kind: .intake, status: 1, role: "reception", clock: .stop)
        ]
        for index in 1...count {
            let kind = chance.pick([
                ProcessStep.Kind.review, .review, .sign, .waitCitizen, .waitPayment, .waitExternal, .deliver,
            ])
            let (status, clock): (Int, ProcessStep.Clock) =
                switch kind {
                case .waitCitizen: (5, .pause)
                case .waitPayment: (6, .pause)
                case .deliver: (9, .stop)
                case .waitExternal: chance.chance(50) ? (4, .run) : (8, .pause)
                default: (chance.pick([2, 4]), .run)
                }
            steps.append(
                ProcessStep(
                    code: "s\(index)", name: "s\(index)", kind: kind, status: status,
                    role: chance.pick(roles),
                    time: chance.chance(60) ? ServiceTime(amount: 3, unit: .calendarDay) : nil, clock: clock,
                    resume: chance.chance(30) ? .reset : nil))
        }
        return steps
            + [
                ProcessStep(code: "t0", name: "t0", kind: .terminal, status: 10, role: nil, clock: .stop),
                ProcessStep(code: "t1", name: "t1", kind: .terminal, status: 8, role: nil, clock: .stop),
            ]
    }

    private static func transition(
        from index: Int, _ action: ProcessAction, to: String, _ chance: inout SplitMix64
    ) -> ProcessTransition {
        // The linter lets the system's verbs ask for nothing.
        let asks = !action.isAutomatic
        return ProcessTransition(
            from: "s\(index)", action: action, to: to,
            guards: asks && chance.chance(25) ? [chance.pick(ProcessGuard.allCases)] : nil,
            needs: asks && chance.chance(40) ? [chance.pick(ProcessNeed.allCases)] : nil,
            emits: chance.chance(50) ? [.sync] : nil, undoMinutes: chance.chance(40) ? 10 : nil)
    }
}
