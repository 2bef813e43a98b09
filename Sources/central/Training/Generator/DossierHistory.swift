import Forms
import Models

/// What has happened to a dossier so far, from its plan: the acts with their times and officers, the pauses
/// of the clock, and what follows from them.
struct DossierHistory {
    let step: ProcessStep
    let status: Int
    let decision: IntakeDecision
    let submittedAt: Instant
    let acceptedAt: Instant?
    let due: DeadlineResult
    let receivedBy: OfficerRef
    let events: [DossierEvent]
    let pauses: [Pause]
    let assignee: ID?
    let endedAt: Instant?
    /// Why it was refused or sent back at the desk.
    let reason: String?
    /// The papers that were asked for.
    let missing: [DocumentRequirement]

    init(
        plan: DossierPlan, selected: ProcedureCase, process: ProcessDefinition, delivery: DeliveryMethod,
        isFree: Bool, time: UnitTime, staff: Staff, reasons: DossierVocabulary.Reasons,
        _ chance: inout SplitMix64
    ) {
        let path = Self.path(plan, process, isFree: isFree, &chance)
        let positions = Self.positions(plan, path, time, &chance)
        let fallback = ProcessStep(code: path.step, name: path.step, kind: .terminal, status: 4, clock: .stop)
        step = process.step(path.step) ?? fallback
        status = step.status

        var cast: [String: OfficerAccount] = [:]
        func officer(at step: String, _ chance: inout SplitMix64) -> OfficerAccount? {
            let role = process.step(step)?.role ?? ""
            if let known = cast[role] { return known }
            let able = staff.officers(unit: plan.unit, process: process.id, step: step)
            guard !able.isEmpty else { return nil }
            let chosen = able.count > 1 && !chance.chance(60) ? chance.pick(able) : able[0]
            cast[role] = chosen
            return chosen
        }
        let receiver = officer(at: process.entry, &chance)
        receivedBy =
            path.legs.isEmpty ? DossierGenerator.portal : receiver?.reference ?? DossierGenerator.portal

        let required = selected.documents.filter(\.required)
        let isAsked = path.legs.last?.action == .requestSupplement
        missing = isAsked && !required.isEmpty ? [chance.pick(required)] : []
        var texts: [ProcessAction: String] = [:]
        for (action, list) in [
            (ProcessAction.requestSupplement, reasons.supplement), (.refuse, reasons.refuse),
            (.withdraw, reasons.withdraw), (.stop, reasons.stop), (.suspend, reasons.suspend),
        ] {
            texts[action] = list.isEmpty ? nil : chance.pick(list)
        }
        texts[.deliver] = Self.handover(plan, delivery)
        var events: [DossierEvent] = []
        var pauses: [Pause] = []
        var open: Instant?
        for (index, leg) in path.legs.enumerated() {
            let at = time.line.instant(at: positions[index])
            let actor = leg.action.isAutomatic ? nil : officer(at: leg.from, &chance)?.reference
            events.append(
                DossierEvent(
                    seq: index + 1, at: at, action: leg.action.rawValue, actor: actor, fromStep: leg.from,
                    toStep: leg.to, status: process.step(leg.to)?.status ?? 0, note: texts[leg.action]))
            if let start = open {
                pauses.append(Pause(from: start, to: at))
                open = nil
            }
            if process.step(leg.to)?.clock == .pause, path.legs.first?.action == .receive { open = at }
        }
        if let open { pauses.append(Pause(from: open)) }
        self.events = events
        self.pauses = pauses

        let first = path.legs.first
        switch first?.action {
        case .requestSupplement?: decision = .requestSupplement
        case .refuse?: decision = .refuse
        default: decision = .receive
        }
        reason = decision == .receive ? nil : first.flatMap { texts[$0.action] }
        let takenIn = time.line.instant(at: plan.position)
        acceptedAt = first?.action == .receive ? takenIn : nil
        if first?.action == .receive {
            due = Deadline.due(
                calendar: time.calendar, acceptedAt: takenIn, amount: selected.time.amount,
                unit: selected.time.unit, pauses: pauses)
        } else {
            due = DeadlineResult(dueAt: nil, explanation: [])
        }
        let wait = plan.channel == 2 && first != nil ? chance.between(600, 6 * PlanMaker.hour) : 0
        submittedAt = time.line.instant(at: max(plan.position - wait, 0))
        endedAt = step.kind == .terminal ? events.last?.at : nil
        let isHeld = [.review, .sign, .waitExternal].contains(step.kind) && chance.chance(45)
        assignee = isHeld ? officer(at: step.code, &chance)?.id : nil
    }

    /// Who took the result, or what the post said of it.
    private static func handover(_ plan: DossierPlan, _ delivery: DeliveryMethod) -> String {
        switch delivery {
        case .desk: "Trả tại quầy cho \(plan.applicant.representative ?? plan.applicant.name)."
        case .post: "Bưu chính báo phát thành công."
        case .online: "Trả bản điện tử trên Cổng Dịch vụ công quốc gia."
        }
    }

    // MARK: The way

    private static func path(
        _ plan: DossierPlan, _ process: ProcessDefinition, isFree: Bool, _ chance: inout SplitMix64
    ) -> DossierPath {
        var path = DossierPath(process)
        switch plan.fate {
        case .new: return path
        case .refused: path.take(.refuse)
        case .supplement(atDesk: true): path.take(.requestSupplement)
        case .received: path.take(.receive)
        case .withdrawn:
            path.take(.receive)
            if chance.chance(50) { path.take(.forward) }
            path.take(.withdraw)
        case .supplement(atDesk: false), .suspended, .stopped, .overdue, .payment:
            path.take(.receive)
            path.take(.forward)
            switch plan.fate {
            case .supplement: path.take(.requestSupplement)
            case .suspended: path.take(.suspend)
            case .stopped: path.take(.stop)
            case .payment: path.take(.requestPayment)
            default: if chance.chance(30) { path.advance(isFree: isFree) }
            }
        case .running(let progress):
            path.take(.receive)
            path.take(.forward)
            if progress > 0.45 { path.advance(isFree: isFree) }
            if progress > 0.7 { path.advance(to: [.sign, .waitPayment], isFree: isFree) }
            if progress > 0.88 {
                path.advance(to: [.sign], isFree: isFree)
                path.take(.sign)
            }
        case .ready, .delivered:
            path.take(.receive)
            path.take(.forward)
            if plan.id == nil, plan.procedure.cases[0].time.unit != .sameDay, chance.chance(9) {
                path.take(.requestSupplement)
                path.take(.supplementIn)
            }
            path.advance(to: [.deliver], isFree: isFree)
            if plan.fate == .delivered { path.take(.deliver) }
        }
        return path
    }

    // MARK: The times

    /// A working position for each act: the first when it was taken in, none in the future.
    private static func positions(
        _ plan: DossierPlan, _ path: DossierPath, _ time: UnitTime, _ chance: inout SplitMix64
    ) -> [Int] {
        let count = path.legs.count
        guard count > 1 else { return Array(repeating: plan.position, count: count) }
        let begin = plan.position
        let due = plan.due
        let span = max(due - begin, 1800)
        var end: Int
        var handedOver: Int?
        switch plan.fate {
        case .ready, .delivered:
            let isLate = due < time.present && chance.chance(7)
            end =
                isLate
                ? due + chance.between(1800, 10 * PlanMaker.hour)
                : begin + span * chance.between(35, 96) / 100
            // What is given out was ready some time before.
            let room = plan.fate == .delivered ? 2 : 1
            end = min(end, time.present - room)
            if plan.fate == .delivered {
                handedOver = min(end + chance.between(300, 14 * PlanMaker.hour), time.present)
            }
        default:
            end = min(begin + span * chance.between(20, 90) / 100, time.present)
        }
        end = max(end, begin)
        let between = handedOver == nil ? count - 1 : count - 2
        var positions = [begin]
        let cuts = (0..<max(between - 1, 0)).map { _ in begin + Int(chance.fraction() * Double(end - begin)) }
        positions += cuts.sorted()
        if between > 0 { positions.append(end) }
        if let handedOver { positions.append(max(handedOver, end)) }
        return positions
    }
}

extension OfficerAccount {
    var reference: OfficerRef {
        OfficerRef(id: id, name: name, position: position)
    }
}
