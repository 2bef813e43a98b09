import Forms
import Models

@testable import central

/// What speaks against an act, by the book alone: pointers and codes, as the contract names them.
struct BookRules {
    let book: DossierBook
    let graph: ProcessGraph
    let staff: WalkStaff
    /// The appointment, by the book.
    let due: Instant?
    /// What the book was before the last act, where that act moved the dossier.
    let last: RoutingWalk.Page?
    let hasHistory: Bool
    let lease: DossierClaim?
    let delivery: DeliveryMethod
    let money: MoneyState
    /// The moment that counts, and the day on which the officer looks at his clock.
    let at: Instant
    let day: LocalDate

    func reasons(against act: RoutingAct) -> Set<String> {
        let request = act.request
        let transition = transition(act)
        var found: Set<String> = []
        if let reason = impossible(act, transition) { found.formUnion(reason) }
        if let actor = act.actor, !request.action.isAutomatic, request.action != .amend {
            found.formUnion(rights(act, actor, transition))
        }
        for one in transition?.guards ?? [] {
            if let reason = reason(one, act) { found.insert(reason) }
        }
        for one in transition?.needs ?? [] {
            if let reason = reason(one, request) { found.insert(reason) }
            if one == .result { found.formUnion(nameless(request.documents ?? [])) }
        }
        if let to = request.to, let transition, to != transition.to { found.insert("/to other_step") }
        if request.note.map({ $0.length > 2_000 }) ?? false { found.insert("/note too_long") }
        if request.action == .supplementIn, transition != nil, let brought = request.documents,
            !brought.isEmpty,
            !book.papers.contains(Self.paper), !brought.contains(where: { $0.code == Self.paper })
        {
            found.insert("/documents still_missing")
        }
        return found
    }

    /// The one paper that the case requires.
    static let paper = RoutingFixture.requirement.code

    /// A part of what is owed moves nothing.
    func transition(_ act: RoutingAct) -> ProcessTransition? {
        if case .paymentOk(let amount) = act, amount < book.owed { return nil }
        return graph.transition(from: book.step, act.request.action)
    }

    private func step(_ code: String) -> ProcessStep? { graph.step(code) }

    private func impossible(_ act: RoutingAct, _ transition: ProcessTransition?) -> Set<String>? {
        let action = act.request.action
        if action.isAutomatic, act.actor != nil { return ["/action system_only"] }
        if action == .amend { return ["/action not_here"] }
        if action == .undo { return undoing(act) }
        if book.ended != nil { return ["/action ended"] }
        let always: Set<ProcessAction> = [.claim, .reassign, .release, .withdraw, .paymentOk]
        if book.awaitsLead, !always.contains(action) { return ["/action awaits_lead"] }
        switch action {
        case .claim, .reassign, .paymentOk: return nil
        case .release: return book.keeper == act.actor?.id ? nil : ["/action not_assignee"]
        case .expire: return isExpired ? nil : ["/action not_expired"]
        default: return transition == nil ? ["/action no_transition"] : nil
        }
    }

    private var isExpired: Bool {
        guard graph.transition(from: book.step, .expire) != nil, let step = step(book.step) else {
            return false
        }
        let wait =
            step.time
            ?? (step.kind == .waitCitizen
                ? ServiceTime(amount: graph.process.supplementDays, unit: .calendarDay) : nil)
        guard let wait else { return false }
        let end = Deadline.due(
            calendar: RoutingFixture.calendar, acceptedAt: book.entered, amount: wait.amount, unit: wait.unit
        ).dueAt
        return end.map { at > $0 } ?? false
    }

    private func undoing(_ act: RoutingAct) -> Set<String> {
        guard hasHistory else { return ["/action nothing_to_undo"] }
        guard let last, let minutes = last.transition.undoMinutes else { return ["/action not_undoable"] }
        var found: Set<String> = []
        if last.person == nil || last.person != act.actor?.person { found.insert("/action not_yours") }
        if at.seconds - last.at.seconds > Int64(minutes) * 60 { found.insert("/action undo_too_late") }
        return found
    }

    /// The step whose officers may do it; nil where nothing is asked.
    func place(_ action: ProcessAction) -> String? {
        let here = step(book.step)?.role == nil ? nil : book.step
        switch action {
        case .undo: return last.flatMap { $0.transition.undoMinutes == nil ? nil : $0.transition.from }
        case .recall:
            let to = graph.transition(from: book.step, .recall)?.to
            return to.flatMap { step($0)?.role == nil ? nil : $0 } ?? here
        default: return here
        }
    }

    private func rights(_ act: RoutingAct, _ actor: RoutingActor, _ transition: ProcessTransition?)
        -> Set<String>
    {
        let request = act.request
        var found: Set<String> = []
        if request.action == .reassign, request.assignee == nil { found.insert("/assignee required") }
        if request.assignee != nil {
            let target = transition?.to ?? book.step
            if let next = act.assignee {
                if step(target)?.role != nil, staff.right(next.id, at: target, on: day) == nil {
                    found.insert("/assignee assignee_not_bound")
                }
            } else {
                found.insert("/assignee unknown_officer")
            }
        }
        if case .handOver = act { return found }
        if let place = place(request.action), staff.right(actor.id, at: place, on: day) == nil {
            found.insert("/action not_bound")
        }
        if let lease, lease.until > at, lease.officer.id != actor.id { found.insert("/action claimed") }
        return found
    }

    // MARK: Guards and needs

    private func reason(_ condition: ProcessGuard, _ act: RoutingAct) -> String? {
        let speaks: Bool =
            switch condition {
            case .documentsComplete: !book.papers.contains(Self.paper)
            case .feesPaid: book.paid < money.before
            case .feesSettled: book.owed > 0
            case .feeExempt: !money.isFree
            case .firstSupplementOrReason: book.supplements > 0 && isBlank(act.request.note)
            case .beforeDue: due.map { at > $0 } ?? true
            case .notExtended: !book.extensions.isEmpty
            case .noResult: book.isDecided
            case .resultAttached: act.request.documents?.isEmpty != false && !book.hasResult
            case .differentOfficer: act.actor.map { hasReviewed($0.person) } ?? false
            }
        guard speaks else { return nil }
        return (condition == .firstSupplementOrReason ? "/note " : "/action ") + condition.rawValue
    }

    /// Whoever reviewed it, or handed it on to here, has had his part.
    private func hasReviewed(_ person: String) -> Bool {
        book.reviewers.contains(person)
            || [.forward, .approve].contains(book.handing?.verb) && book.handing?.person == person
    }

    private func isBlank(_ text: String?) -> Bool {
        text?.allSatisfy(\.isWhitespace) ?? true
    }

    private func reason(_ need: ProcessNeed, _ request: ActionRequest) -> String? {
        switch need {
        case .note: isBlank(request.note) ? "/note required" : nil
        case .missing: request.missing == nil ? "/missing required" : nil
        case .documents, .result: request.documents?.isEmpty != false ? "/documents required" : nil
        case .payment: request.amount == nil ? "/amount required" : nil
        case .newDueDate: reason(newDue: request.dueAt)
        case .signature:
            request.signature.map { $0.keyId == "k" ? nil : "/signature bad_signature" }
                ?? "/signature required"
        case .handoverProof:
            if let proof = request.handover {
                switch delivery {
                case _ where proof.trackingNumber != nil: "/handover/tracking_number post_confirms"
                case .desk, .post: proof.slipReturned == true ? nil : "/handover/identity_number required"
                default: nil
                }
            } else {
                "/handover required"
            }
        }
    }

    /// What is issued without a number needs that and its day.
    private func nameless(_ results: [SubmittedDocument]) -> [String] {
        results.indices.filter { results[$0].number == nil }.flatMap {
            ["/documents/\($0)/number required", "/documents/\($0)/issued_on required"]
        }
    }

    /// Later than what was promised, on a working day from 8 to 12 or from 13 to 17.
    private func reason(newDue: Instant?) -> String? {
        guard let newDue else { return "/due_at required" }
        let promised = due ?? at
        if newDue <= max(promised, at) { return "/due_at not_later" }
        if [6, 7].contains(newDue.date.weekday) { return "/due_at day_off" }
        let hour = Double(newDue.secondOfDay) / 3600
        return (8...12).contains(hour) || (13...17).contains(hour) ? nil : "/due_at outside_hours"
    }
}
