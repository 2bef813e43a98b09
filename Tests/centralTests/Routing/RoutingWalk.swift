import Forms
import Models

@testable import central

/// One dossier on one made-up process: random acts, each held against rules that are written down here anew.
struct RoutingWalk {
    let graph: ProcessGraph
    let engine: RoutingEngine
    private(set) var dossier: RoutingCase
    private(set) var faults: [String] = []
    private var now = RoutingFixture.now
    private let officers: [RoutingActor]
    private let term: ServiceTime

    private static let roles = ["reception", "review", "approval"]

    init(_ chance: inout SplitMix64) {
        let process = Self.process(&chance)
        graph = ProcessGraph(process)
        let bindings = process.steps.compactMap { step in
            step.role.map {
                ProcessBinding(
                    unit: RoutingFixture.unit, process: process.id, step: step.code, role: $0,
                    assignee: .unit(RoutingFixture.unit), from: LocalDate(epochDay: 0), to: nil,
                    subDeadline: nil)
            }
        }
        let valid = chance.chance(90)
        engine = RoutingEngine(
            graph: graph,
            bindings: RoutingBindings(
                bindings, unit: RoutingFixture.unit, process: process.id, on: RoutingFixture.day),
            calendar: RoutingFixture.calendar, isSigned: { _, _, _ in valid })
        // Two of a kind, two accounts of one person, one from elsewhere.
        officers =
            Self.roles.flatMap { role in
                [1, 2].map { RoutingFixture.actor("\(role)\($0)", role) }
            } + [
                RoutingFixture.actor("kép", "approval", person: "person:review1"),
                RoutingFixture.actor("lạ", "review", unit: "H29.1.1"),
            ]
        term = ServiceTime(
            amount: chance.between(1, 20), unit: chance.pick(AmountUnit.allCases))
        dossier = RoutingFixture.dossier(
            total: chance.chance(50) ? 0 : 8_000, before: chance.chance(50) ? 0 : 8_000,
            papers: chance.chance(85))
        dossier.term = term
    }

    // MARK: A process

    private static func process(_ chance: inout SplitMix64) -> ProcessDefinition {
        let count = chance.between(2, 6)
        var steps: [ProcessStep] = [
            ProcessStep(code: "s0", name: "s0", kind: .intake, status: 1, role: "reception", clock: .stop)
        ]
        for index in 1...count {
            let kind = chance.pick([
                ProcessStep.Kind.review, .review, .sign, .waitCitizen, .waitPayment, .waitExternal, .deliver,
            ])
            let clock: ProcessStep.Clock =
                switch kind {
                case .waitCitizen, .waitPayment: .pause
                case .deliver: .stop
                case .waitExternal: chance.chance(50) ? .run : .pause
                default: .run
                }
            steps.append(
                ProcessStep(
                    code: "s\(index)", name: "s\(index)", kind: kind, status: 4, role: chance.pick(roles),
                    time: chance.chance(60) ? ServiceTime(amount: 3, unit: .calendarDay) : nil, clock: clock,
                    resume: chance.chance(30) ? .reset : nil))
        }
        for code in ["t0", "t1"] {
            steps.append(
                ProcessStep(code: code, name: code, kind: .terminal, status: 10, role: nil, clock: .stop))
        }
        var transitions: [ProcessTransition] = []
        for index in 0...count {
            var verbs = ProcessAction.allCases.filter {
                !ProcessAction.everywhere.contains($0) && $0 != .amend
            }
            for number in 0..<chance.between(1, 6) {
                let action = verbs.remove(at: chance.below(verbs.count))
                let to = number == 0 ? "s\(index + 1)" : chance.pick(steps).code
                transitions.append(
                    ProcessTransition(
                        from: "s\(index)", action: action, to: number == 0 && index == count ? "t0" : to,
                        guards: chance.chance(40) ? [chance.pick(ProcessGuard.allCases)] : nil,
                        needs: chance.chance(40) ? [chance.pick(ProcessNeed.allCases)] : nil,
                        undoMinutes: chance.chance(40) ? 10 : nil))
            }
        }
        return ProcessDefinition(
            id: "p", version: 1, procedure: "9.999999", name: "p", state: .active,
            effectiveFrom: LocalDate(epochDay: 0), effectiveTo: nil,
            statutory: ServiceTime(amount: 20, unit: .workingDay), entry: "s0", supplementDays: 30,
            steps: steps,
            transitions: transitions)
    }

    // MARK: An act

    /// Whether it was done.
    mutating func step(_ chance: inout SplitMix64) -> Bool {
        // Minutes, hours, days; now and then a clock that is wrong by a day.
        now = now.adding(
            seconds: chance.pick([60, 300, 3_600, 5 * 3_600, 86_400, 4 * 86_400, -86_400]))
        let act = act(&chance)
        switch engine.decide(act, on: dossier, at: now) {
        case .failure(let refusal):
            hold(!refusal.reasons.isEmpty, "a refusal without a reason")
            hold(
                refusal.reasons.allSatisfy { !$0.code.isEmpty && !$0.message.isEmpty },
                "a reason without words")
            return false
        case .success(let outcome):
            check(outcome, act)
            dossier = RoutingFixture.follow(dossier, outcome)
            return true
        }
    }

    private func act(_ chance: inout SplitMix64) -> RoutingAct {
        switch chance.below(12) {
        case 0: return .paymentOk(amount: chance.pick([1_000, 8_000]))
        case 1: return .expire
        default: break
        }
        let known = graph.transitions(from: dossier.state(graph).step).map(\.action)
        let action =
            chance.chance(75) && !known.isEmpty
            ? chance.pick(known) : chance.pick(ProcessAction.allCases)
        var request = RoutingFixture.request(action)
        request.documents = [SubmittedDocument(code: "to_khai", name: "Giấy", originals: 1, copies: 0)]
        (request.missing, request.amount) = (["Tờ khai"], 8_000)
        request.handover = HandoverProof(recipient: "Nguyễn Thị Ánh", slipReturned: true)
        request.signature = FormSignature(algorithm: "p256-sha256", keyId: "k", signature: "AA==")
        request.dueAt = now.adding(seconds: chance.between(1, 60) * 86_400)
        if chance.chance(10) { request.note = nil }
        let assignee = chance.chance(20) || action == .reassign ? chance.pick(officers) : nil
        request.assignee = assignee?.id
        return .officer(chance.pick(officers), request, assignee: assignee)
    }

    // MARK: What has to hold

    private mutating func hold(_ condition: Bool, _ fault: String) {
        if !condition { faults.append(fault) }
    }

    private mutating func check(_ outcome: RoutingOutcome, _ act: RoutingAct) {
        let (event, before) = (outcome.event, dossier.state(graph))
        let history = dossier.events + [event]
        hold(event.seq == dossier.events.count + 1, "a gap in the history")
        hold(dossier.events.last.map { $0.at <= event.at } ?? true, "an event before the last one")
        hold(graph.step(outcome.state.step) != nil, "a step that is none")
        if before.endedAt != nil { hold(event.verb == .undo, "an act after the end") }
        checkEvent(event, before)
        if let actor = act.actor { checkRight(actor, event, before) }
        if event.officer == nil {
            hold(event.verb == .paymentOk || event.verb == .expire, "an act of nobody")
        } else {
            hold(event.verb?.isAutomatic == false, "the system's act by an officer")
        }
        hold(
            RoutingState.replay(history, graph, submittedAt: dossier.submittedAt) == outcome.state,
            "the events don't give the row after \(event.action)")
        hold(Self.due(history, graph, term) == outcome.due.dueAt, "another due date after \(event.action)")
        let extensions = RoutingEvent.effective(history).filter { $0.verb == .extend }.count
        hold(outcome.state.extensions.count == extensions, "an extension is lost")
        hold(outcome.state.pauses.dropLast().allSatisfy { $0.to != nil }, "two open pauses")
    }

    /// No event without a transition, but for the verbs of every step and for money.
    private mutating func checkEvent(_ event: RoutingEvent, _ before: RoutingState) {
        switch event.verb {
        case .claim, .release, .reassign: hold(!event.isTransition, "\(event.action) moves")
        case .undo:
            let last = dossier.events.last
            hold(last?.isTransition == true && last?.verb != .undo, "something else was undone")
            hold(event.from == last?.to && event.to == last?.from, "undone to another step")
            hold(last?.person == event.person, "undone by another")
            hold(last.map { event.at <= $0.at.adding(seconds: 600) } ?? false, "undone too late")
        case .paymentOk where !event.isTransition: break
        case let verb?:
            let transition = graph.transition(from: before.step, verb)
            hold(event.isTransition && transition != nil, "\(event.action) without a transition")
            hold(event.from == before.step && event.to == transition?.to, "\(event.action) leads elsewhere")
        case nil: hold(false, "no verb")
        }
    }

    private mutating func checkRight(_ actor: RoutingActor, _ event: RoutingEvent, _ before: RoutingState) {
        let place =
            event.verb == .undo || event.verb == .recall
            ? graph.step(event.to ?? "") : graph.step(before.step)
        let isBound = actor.principal.assignments.contains {
            $0.unit == RoutingFixture.unit && $0.role == place?.role
        }
        hold(isBound || place?.role == nil, "\(event.action) by one who is not bound")
    }

    /// The due date, worked out from the events in another way than the engine does.
    private static func due(_ history: [RoutingEvent], _ graph: ProcessGraph, _ term: ServiceTime) -> Instant?
    {
        let undone = Set(history.compactMap(\.detail.undoes))
        let moves = history.filter { $0.isTransition && $0.verb != .undo && !undone.contains($0.seq) }
        func clock(_ event: RoutingEvent) -> ProcessStep.Clock? { graph.step(event.to ?? "")?.clock }
        guard let accepted = moves.firstIndex(where: { clock($0) == .run }) else { return nil }
        var pauses: [Pause] = []
        for (index, event) in moves.enumerated() where index > accepted && clock(event) == .pause {
            let next = moves[(index + 1)...].first { $0.from != $0.to }
            if event.from == event.to { continue }
            pauses.append(
                Pause(from: event.at, to: next?.at, resume: graph.step(event.to ?? "")?.resume ?? .continue))
        }
        let extensions = moves.compactMap { event in
            event.verb == .extend
                ? event.detail.dueAt.map { DeadlineExtension(at: event.at, dueAt: $0) } : nil
        }
        return Deadline.due(
            calendar: RoutingFixture.calendar, acceptedAt: moves[accepted].at, amount: term.amount,
            unit: term.unit, pauses: pauses, extensions: extensions
        ).dueAt
    }
}
