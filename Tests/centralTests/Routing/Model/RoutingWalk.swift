import Forms
import Models

@testable import central

/// One dossier on one process: random acts of random people under a random clock, each first judged by a book that is kept by
/// hand (`DossierBook`, `BookRules`), then by the engine. Whatever the two see differently is a fault.
struct RoutingWalk {
    /// The book as it lay before the last act, where that act moved the dossier and may be taken back.
    struct Page {
        private let held: [DossierBook]
        let transition: ProcessTransition
        let seq: Int
        let at: Instant
        let person: String?

        init(
            before: DossierBook, _ transition: ProcessTransition, seq: Int, at: Instant, person: String?
        ) {
            held = [before]
            (self.transition, self.seq, self.at, self.person) = (transition, seq, at, person)
        }

        var before: DossierBook { held[0] }
    }

    let process: ProcessDefinition
    let graph: ProcessGraph
    let staff: WalkStaff
    private let term: ServiceTime
    private(set) var dossier: RoutingCase
    /// The row as it is stored: what the engine said last.
    private var row: RoutingState
    private var book: DossierBook
    private var last: Page?
    /// The appointment by the book, after its last change.
    private var due: Instant?
    private var tries = 0
    private var now = RoutingFixture.now
    private var engine: RoutingEngine
    private var day: LocalDate

    private(set) var faults: [String] = []
    private(set) var done: [ProcessAction] = []
    /// Every reason for which something was refused.
    private(set) var refused: [String] = []
    var hasEnded: Bool { book.ended != nil }

    init(_ process: ProcessDefinition, _ chance: inout SplitMix64) {
        self.process = process
        graph = ProcessGraph(process)
        day = now.date
        staff = WalkStaff(process, from: day, &chance)
        engine = Self.engine(graph, staff, on: day)
        term = ServiceTime(amount: chance.between(1, 20), unit: chance.pick(AmountUnit.allCases))
        let (total, papers) = (chance.chance(50) ? 0 : 8_000, chance.chance(85))
        dossier = RoutingFixture.dossier(
            total: total, before: total > 0 && chance.chance(50) ? 8_000 : 0, papers: papers,
            delivery: chance.chance(70) ? .desk : .post)
        dossier.term = term
        book = DossierBook(
            entry: process.entry, at: RoutingFixture.now, demand: total,
            papers: papers ? [BookRules.paper] : [])
        row = RoutingState(graph, submittedAt: RoutingFixture.now)
        if chance.chance(8) { waitForLead() }
    }

    private static func engine(_ graph: ProcessGraph, _ staff: WalkStaff, on day: LocalDate) -> RoutingEngine
    {
        RoutingEngine(
            graph: graph,
            bindings: RoutingBindings(
                staff.bindings, unit: RoutingFixture.unit, process: graph.process.id, on: day),
            calendar: RoutingFixture.calendar, units: staff.units,
            isSigned: { signature, _, _ in signature.keyId == "k" })
    }

    private mutating func hold(_ condition: Bool, _ fault: @autoclosure () -> String) {
        if !condition { faults.append(fault() + " at \(book.step), act \(dossier.events.count + 1)") }
    }

    // MARK: One act

    mutating func step(_ chance: inout SplitMix64) {
        tries += 1
        // Minutes, hours, days; now and then a clock that is wrong by a day, or one after a long wait.
        now = now.adding(
            seconds: chance.pick([
                60, 60, 60, 300, 300, 3_600, 3_600, 5 * 3_600, 86_400, 4 * 86_400, -86_400,
            ]))
        if book.awaitsLead, chance.chance(15) { return leadIsDone() }
        let act = act(&chance)
        if case .expire = act, chance.chance(75) { now = now.adding(seconds: 40 * 86_400) }
        if day != now.date {
            day = now.date
            engine = Self.engine(graph, staff, on: day)
        }
        if chance.chance(5) {
            let other = chance.pick(staff.officers).principal.officer
            dossier.lease = DossierClaim(
                officer: other, since: now, until: now.adding(seconds: chance.pick([-60, 300])))
        }
        let rules = rules
        let expected = rules.reasons(against: act)
        switch engine.decide(act, on: dossier, at: now) {
        case .failure(let refusal):
            let found = Set(refusal.reasons.map { $0.pointer + " " + $0.code })
            hold(found == expected, "\(act.request.action) refused for \(found), not for \(expected)")
            hold(refusal.reasons.allSatisfy { !$0.message.isEmpty }, "a reason without words")
            hold(isUnchanged, "the refused \(act.request.action) changed something")
            refused += found
        case .success(let outcome):
            hold(expected.isEmpty, "\(act.request.action) done against \(expected)")
            guard expected.isEmpty else { return }
            let before = book
            let place = rules.place(act.request.action)
            enter(act, rules.transition(act), at: rules.at, before)
            check(outcome, act, before, place)
            dossier = RoutingFixture.follow(dossier, outcome)
            row = outcome.state
            done.append(act.request.action)
        }
    }

    private var rules: BookRules {
        BookRules(
            book: book, graph: graph, staff: staff, due: due, last: last,
            hasHistory: !dossier.events.isEmpty, lease: dossier.lease, delivery: dossier.delivery,
            money: dossier.money, at: dossier.events.last.map { max($0.at, now) } ?? now, day: day)
    }

    /// The stored row is what the events say, and both are what the book says.
    private var isUnchanged: Bool {
        let replayed = RoutingState.replay(dossier.events, graph, submittedAt: dossier.submittedAt)
        return replayed == row
            && row == book.row(graph, submittedAt: dossier.submittedAt, acts: dossier.events.count)
    }

    // MARK: The book

    private mutating func enter(
        _ act: RoutingAct, _ transition: ProcessTransition?, at moment: Instant, _ before: DossierBook
    ) {
        let request = act.request
        let seq = dossier.events.count + 1
        let undone = last
        last = nil
        switch request.action {
        case .undo:
            guard let undone else { return hold(false, "nothing was there to undo") }
            let papers = book.papers
            book = undone.before
            book.papers = papers
            return
        case .claim: book.keeper = act.actor?.id
        case .release: book.keeper = nil
        case .reassign: book.keeper = act.assignee?.id
        case .paymentOk: book.paid += request.amount ?? 0
        case .requestPayment:
            if let amount = request.amount { book.demand = max(book.demand, book.paid + amount) }
        case .extend:
            if let due = request.dueAt {
                book.extensions.append(DeadlineExtension(at: moment, dueAt: due))
            }
        case .finish: book.hasResult = request.documents?.isEmpty == false
        case .supplementIn: book.papers.formUnion((request.documents ?? []).map(\.code))
        default: break
        }
        guard let transition, let from = graph.step(transition.from), let to = graph.step(transition.to)
        else { return }
        book.move(
            transition, to: to, from: from, at: moment, by: act.actor?.person, next: act.assignee?.id,
            holder: staff.holder(of: to.code, on: day))
        last = Page(before: before, transition, seq: seq, at: moment, person: act.actor?.person)
    }

    // MARK: What the system writes besides acts: a dossier of a bundle that waits for the first one

    private mutating func waitForLead() {
        write(RoutingEvent.awaitLead)
        book.awaitsLead = true
        book.pauses.append(Pause(from: now, resume: .reset))
        row = book.row(graph, submittedAt: dossier.submittedAt, acts: 1)
    }

    private mutating func leadIsDone() {
        let moment = dossier.events.last.map { max($0.at, now) } ?? now
        write(RoutingEvent.leadDone)
        book.awaitsLead = false
        book.endPause(at: moment)
        due = book.due(term, RoutingFixture.calendar)
        row = RoutingState.replay(dossier.events, graph, submittedAt: dossier.submittedAt)
        hold(isUnchanged, "the end of the waiting is another in the row")
    }

    private mutating func write(_ action: String) {
        dossier.events.append(
            RoutingEvent(
                seq: dossier.events.count + 1, at: dossier.events.last.map { max($0.at, now) } ?? now,
                action: action, officer: nil, person: nil, from: nil, to: nil,
                status: graph.step(book.step)?.status ?? 0, note: nil))
        dossier.revision += 1
        last = nil
    }

    // MARK: What has to hold of an act that was done

    private mutating func check(
        _ outcome: RoutingOutcome, _ act: RoutingAct, _ before: DossierBook, _ place: String?
    ) {
        let (event, action) = (outcome.event, act.request.action)
        let seq = dossier.events.count + 1
        hold(event.seq == seq, "a gap in the history")
        hold(dossier.events.last.map { $0.at <= event.at } ?? true, "an event before the last one")
        hold(event.verb == action && event.officer?.id == act.actor?.id, "another act or officer is kept")
        hold(event.officer != nil || action.isAutomatic, "an act of nobody")
        hold(event.person == act.actor?.person, "another person is kept")
        checkWay(event, before)
        checkDuties(event, act, before, place)
        let expected = book.row(graph, submittedAt: dossier.submittedAt, acts: seq)
        hold(outcome.state == expected, "\(action): the row is \(outcome.state), not \(expected)")
        let replayed = RoutingState.replay(
            dossier.events + [event], graph, submittedAt: dossier.submittedAt)
        hold(replayed == outcome.state, "the events don't give the row after \(action)")
        let (found, counted) = (outcome.due.dueAt, book.due(term, RoutingFixture.calendar))
        due = counted
        hold(found == counted, "due \(found?.rfc3339 ?? "never"), not \(counted?.rfc3339 ?? "never")")
        hold(book.pauses.dropLast().allSatisfy { $0.to != nil }, "two open pauses")
        hold(outcome.money.paid == book.paid && outcome.money.owed == book.owed, "\(action): other money")
        hold(event.status == graph.step(book.step)?.status, "another national status after \(action)")
        let there = Set(outcome.documents.filter(\.isThere).map(\.code))
        hold(there == book.papers, "\(action): other papers")
    }

    /// No event moves a dossier but along one line of the graph, from the step where it is, to where that line leads; only
    /// an undo goes back along the last one.
    private mutating func checkWay(_ event: RoutingEvent, _ before: DossierBook) {
        hold(graph.step(book.step) != nil, "a step that is none")
        if event.verb == .undo {
            hold(event.from == before.step && event.to == book.step, "undone to another step")
            hold(event.detail.undoes == event.seq - 1, "something else was undone")
            return
        }
        hold(before.ended == nil, "an act after the end")
        let lines = graph.transitions(from: before.step).filter { $0.action == event.verb }
        if event.from == nil, event.to == nil {
            hold(
                ProcessAction.everywhere.contains(event.verb ?? .amend) || event.verb == .paymentOk,
                "\(event.action) moves nothing")
            hold(book.step == before.step, "\(event.action) moved without a line")
        } else {
            hold(
                lines.count == 1 && event.from == before.step && event.to == lines.first?.to,
                "\(event.action) without a line of the graph")
            hold(book.step == lines.first?.to, "\(event.action) leads elsewhere")
        }
    }

    /// Nobody does what he is not bound to, and nobody signs what he has reviewed.
    private mutating func checkDuties(
        _ event: RoutingEvent, _ act: RoutingAct, _ before: DossierBook, _ place: String?
    ) {
        guard case .officer(let actor, let request, _) = act else { return }
        if let place {
            let right = staff.right(actor.id, at: place, on: day)
            hold(right != nil, "\(request.action) by one who is not bound")
            hold(event.onBehalfOf?.id == right ?? nil, "\(request.action) in another's name")
        }
        guard let line = graph.transition(from: before.step, request.action), request.action != .undo,
            line.guards?.contains(.differentOfficer) == true
        else { return }
        hold(!before.reviewers.contains(actor.person), "signed by who reviewed it")
    }

    // MARK: Who tries what

    private func act(_ chance: inout SplitMix64) -> RoutingAct {
        let lines = graph.transitions(from: book.step)
        // The system tries what it may at a step, and seldom what it may not.
        let automatic = lines.map(\.action).filter(\.isAutomatic)
        if chance.chance(automatic.isEmpty ? 5 : 25) {
            let amount = book.owed > 0 && chance.chance(80) ? book.owed : chance.pick([1_000, 8_000])
            let tried = chance.chance(90) ? automatic : [.paymentOk, .expire]
            return tried.randomElement(using: &chance) == .expire ? .expire : .paymentOk(amount: amount)
        }
        let request = request(action(lines, &chance), &chance)
        if request.action == .reassign, chance.chance(25) {
            let receiver = chance.pick(staff.officers)
            return .handOver(by: chance.pick(staff.officers), to: receiver, note: request.note)
        }
        let assignee = request.assignee.flatMap { id in staff.officers.first { $0.id == id } }
        return .officer(officer(for: request.action, &chance), request, assignee: assignee)
    }

    private func action(_ lines: [ProcessTransition], _ chance: inout SplitMix64) -> ProcessAction {
        let own = lines.filter { !$0.action.isAutomatic }
        // A walk that has just begun seldom goes to an end.
        let on = own.filter { graph.step($0.to)?.kind != .terminal }
        let early = tries < 28 && chance.chance(97)
        let canUndo = last?.transition.undoMinutes != nil
        switch chance.below(20) {
        case 0..<2 where canUndo || chance.chance(30): return .undo
        case 0..<16:
            return (early && !on.isEmpty ? on : own).randomElement(using: &chance)?.action ?? .claim
        case 16..<18: return chance.pick([.claim, .release, .reassign])
        default: return chance.pick(ProcessAction.allCases)
        }
    }

    /// One who is bound to it with 80 %, else anybody.
    private func officer(for action: ProcessAction, _ chance: inout SplitMix64) -> RoutingActor {
        guard chance.chance(80) else { return chance.pick(staff.officers) }
        if action == .undo, let person = last?.person {
            return staff.officers.first { $0.person == person } ?? chance.pick(staff.officers)
        }
        if action == .release, let keeper = staff.officers.first(where: { $0.id == book.keeper }) {
            return keeper
        }
        let bound = rules.place(action).map { staff.bound(at: $0, on: day) } ?? []
        return bound.randomElement(using: &chance) ?? chance.pick(staff.officers)
    }

    /// All that an act may need; now and then without one of the things, or with one that is wrong.
    private func request(_ action: ProcessAction, _ chance: inout SplitMix64) -> ActionRequest {
        let line = graph.transition(from: book.step, action)
        var request = RoutingFixture.request(action)
        let brought = action == .supplementIn && chance.chance(20) ? "khac" : BookRules.paper
        let isNumbered = line?.needs?.contains(.result) == true && !chance.chance(5)
        request.documents = [
            SubmittedDocument(
                code: brought, name: "Giấy", originals: 1, copies: 0,
                number: isNumbered ? "125/2026/KS" : nil,
                issuedOn: isNumbered ? LocalDate(year: 2020, month: 1, day: 2) : nil)
        ]
        (request.missing, request.amount) = (["Tờ khai"], 8_000)
        request.handover = HandoverProof(recipient: "Nguyễn Thị Ánh", slipReturned: true)
        request.signature = FormSignature(algorithm: "p256-sha256", keyId: "k", signature: "AA==")
        let promised = due ?? now
        request.dueAt = Instant(
            date: max(promised, now).date.adding(days: chance.between(1, 20)), hour: 10, minute: 0)
        if action == .reassign || chance.chance(15) {
            let to = line?.to ?? book.step
            let bound = chance.chance(80) ? staff.bound(at: to, on: day) : staff.officers
            request.assignee = bound.randomElement(using: &chance)?.id ?? "khong-co"
        }
        if chance.chance(15) { spoil(&request, for: line, &chance) }
        return request
    }

    /// Takes away what the act needs, or gives what is wrong.
    private func spoil(
        _ request: inout ActionRequest, for line: ProcessTransition?, _ chance: inout SplitMix64
    ) {
        let day = 86_400
        switch line?.needs?.randomElement(using: &chance) ?? chance.pick(ProcessNeed.allCases) {
        case .note: request.note = chance.pick([nil, " ", String(repeating: "a", count: 2_001)])
        case .missing: request.missing = nil
        case .documents, .result: request.documents = nil
        case .payment: request.amount = nil
        case .newDueDate:
            request.dueAt = chance.pick([nil, now, now.adding(seconds: day * chance.between(1, 60))])
        case .handoverProof:
            request.handover = chance.pick([
                nil, HandoverProof(recipient: "Nguyễn Thị Ánh"),
                HandoverProof(
                    recipient: "Nguyễn Thị Ánh", slipReturned: true, trackingNumber: "RR473124829VN"),
            ])
        case .signature:
            if chance.chance(50) { request.signature = nil } else { request.signature?.keyId = "x" }
        }
        switch chance.below(6) {
        case 0: request.to = "dau-do"
        case 1: request.assignee = chance.pick([nil, "khong-co"])
        case 2: request.note = nil
        default: break
        }
    }
}
