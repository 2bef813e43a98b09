import Forms
import Models

extension ProcessLint {
    /// Every transition leads from a step to a step that the national statuses allow after it, once for each verb,
    /// and every verb stands only where it means something.
    mutating func checkTransitions() {
        var seen: Set<String> = []
        for (index, transition) in process.transitions.enumerated() {
            let place = "/transitions/\(index)"
            let (from, to) = (steps[transition.from], steps[transition.to])
            if from == nil { fault(place + "/from", "unknown_step", "Không có bước “\(transition.from)”.") }
            if to == nil { fault(place + "/to", "unknown_step", "Không có bước “\(transition.to)”.") }
            if !seen.insert(transition.from + " " + transition.action.rawValue).inserted {
                fault(
                    place + "/action", "duplicate_action",
                    "Bước “\(transition.from)” có hai đường cho cùng một thao tác.")
            }
            guard let from, let to else { continue }
            if from.kind == .terminal { fault(place + "/from", "after_end", "Không đi tiếp từ bước cuối.") }
            if from.status != to.status, let status = surroundings.statuses[from.status],
                surroundings.statuses[to.status] != nil, !status.next.contains(to.status)
            {
                fault(
                    place + "/to", "forbidden_status",
                    "Trạng thái quốc gia \(from.status) không được chuyển sang \(to.status).")
            }
            checkVerb(transition, from, to, at: place)
            checkLaw(transition, from, at: place)
            checkUndo(transition, to, at: place)
        }
        checkSeparation()
        checkExits()
    }

    /// Whoever reviewed a dossier does not let it pass the signature either: what advances from a step of signing asks for
    /// another officer, under whatever verb. Without that, one gets from there only to where one is without a signature
    /// too, to a step from which no result is reached but by another signature, or to an end without a result.
    private mutating func checkSeparation() {
        let edges = process.transitions.filter { transition in
            steps[transition.to] != nil && steps[transition.from].map { $0.kind != .sign } ?? false
        }
        let results = steps.values.filter { $0.kind == .deliver || $0.kind == .terminal && $0.status == 10 }
        let unsigned = closure([process.entry], edges.map { ($0.from, $0.to) })
        let leading = closure(Set(results.map(\.code)), edges.map { ($0.to, $0.from) })
        for (index, transition) in process.transitions.enumerated()
        where steps[transition.from]?.kind == .sign && steps[transition.to] != nil {
            // `sign` has its own line in the law.
            guard transition.action != .sign, !transition.action.isAutomatic,
                !(transition.guards ?? []).contains(.differentOfficer)
            else { continue }
            let advances = [.forward, .approve, .finish].contains(transition.action)
            let passesBy = leading.contains(transition.to) && !unsigned.contains(transition.to)
            guard advances || passesBy else { continue }
            fault(
                "/transitions/\(index)/guards", "missing_guard",
                "Phải có điều kiện “different_officer”: người thẩm định không tự cho hồ sơ qua bước ký.")
        }
    }

    /// The verbs that say what kind of step they leave or lead to.
    private mutating func checkVerb(
        _ transition: ProcessTransition, _ from: ProcessStep, _ to: ProcessStep, at place: String
    ) {
        var (leaves, leads): (Set<ProcessStep.Kind>?, Set<ProcessStep.Kind>?)
        switch transition.action {
        case .receive: (leaves, leads) = ([.intake], [.intake, .review])
        case .refuse: (leaves, leads) = ([.intake, .review], [.terminal])
        case .requestSupplement: leads = [.waitCitizen]
        case .supplementIn: leaves = [.waitCitizen]
        case .requestPayment: leads = [.waitPayment]
        case .paymentOk: leaves = [.waitPayment]
        case .expire: leaves = [.waitCitizen, .waitPayment, .waitExternal]
        case .suspend: leads = [.waitExternal]
        case .resume: leaves = [.waitExternal]
        case .sign: leaves = [.sign]
        case .finish: leads = [.deliver]
        case .deliver: (leaves, leads) = ([.deliver], [.terminal])
        case .withdraw, .stop: leads = [.terminal]
        case .extend:
            if transition.from != transition.to {
                fault(place + "/to", "wrong_verb", "Gia hạn thì hồ sơ ở lại bước đang xử lý.")
            }
        case .claim, .release, .reassign, .amend, .undo:
            fault(
                place + "/action", "wrong_verb",
                "Thao tác “\(transition.action.rawValue)” có ở mọi bước, không vẽ trong quy trình.")
        case .recall, .sendBack:
            if to.kind == .terminal {
                fault(
                    place + "/to", "wrong_verb",
                    "Thao tác “\(transition.action.rawValue)” đưa hồ sơ về một bước còn làm, không tới bước cuối."
                )
            }
        case .forward, .approve: break
        }
        if let leaves, !leaves.contains(from.kind) {
            fault(
                place + "/action", "wrong_verb",
                "Thao tác “\(transition.action.rawValue)” không dùng ở bước loại \(from.kind.rawValue).")
        }
        if let leads, !leads.contains(to.kind) {
            fault(
                place + "/to", "wrong_verb",
                "Thao tác “\(transition.action.rawValue)” không dẫn tới bước loại \(to.kind.rawValue).")
        }
        if transition.action.isAutomatic, !(transition.needs ?? []).isEmpty {
            fault(place + "/needs", "wrong_verb", "Hệ thống tự làm thì không ai nhập gì.")
        }
        // Refused, money that is booked already would be taken out of the books again.
        if transition.action.isAutomatic, !(transition.guards ?? []).isEmpty {
            fault(place + "/guards", "wrong_verb", "Việc hệ thống tự làm thì không đặt điều kiện.")
        }
        let papers: Set<ProcessEffect> =
            switch transition.action {
            case .receive: [.form01]
            case .requestSupplement: [.form02]
            case .refuse: [.form03]
            case .extend: [.form04]
            case .suspend, .stop: [.form05]
            case .expire: [.form03, .form05]
            default: []
            }
        for (position, effect) in (transition.emits ?? []).enumerated()
        where effect != .notify && effect != .sync && !papers.contains(effect) {
            fault(
                place + "/emits/\(position)", "wrong_paper",
                "Thao tác “\(transition.action.rawValue)” không lập giấy này.")
        }
    }

    /// What the law asks of an act, so that no process leaves it out: an extension once and before the time is up, a
    /// reason for another supplement request, another person's signature, the proof of a handover.
    private mutating func checkLaw(_ transition: ProcessTransition, _ from: ProcessStep, at place: String) {
        var (guards, needs): ([ProcessGuard], [ProcessNeed]) = ([], [])
        switch transition.action {
        case .extend: (guards, needs) = ([.beforeDue, .notExtended], [.note, .newDueDate])
        case .requestSupplement:
            (guards, needs) = (
                transition.from == process.entry ? [] : [.firstSupplementOrReason], [.note, .missing]
            )
        case .sign: (guards, needs) = ([.differentOfficer], [.signature])
        case .deliver: needs = [.handoverProof]
        case .refuse, .stop, .suspend, .withdraw, .sendBack, .recall: needs = [.note]
        case .requestPayment: needs = [.payment]
        case .finish: (guards, needs) = ([.resultAttached], [.result])
        default: break
        }
        for one in guards where !(transition.guards ?? []).contains(one) {
            fault(place + "/guards", "missing_guard", "Phải có điều kiện “\(one.rawValue)”.")
        }
        for one in needs where !(transition.needs ?? []).contains(one) {
            fault(place + "/needs", "missing_need", "Phải đòi “\(one.rawValue)”.")
        }
    }

    /// What the citizen was told, a paper that left the house and an end can't be undone.
    private mutating func checkUndo(_ transition: ProcessTransition, _ to: ProcessStep, at place: String) {
        guard let minutes = transition.undoMinutes else { return }
        let pointer = place + "/undo_minutes"
        if !(1...120).contains(minutes) {
            fault(pointer, "out_of_range", "Thời gian hoàn tác phải từ 1 đến 120 phút.")
        }
        let isTold = (transition.emits ?? []).contains { $0 != .sync }
        if isTold || to.kind == .terminal || transition.action.isAutomatic || transition.action == .sign {
            fault(
                pointer, "not_undoable",
                "Việc đã báo cho công dân, đã lập giấy, đã ký, đã kết thúc hoặc do hệ thống làm thì không hoàn tác."
            )
        }
    }

    /// A wait ends by what is waited for, and by its time.
    private mutating func checkExits() {
        let exits = Dictionary(grouping: process.transitions, by: \.from).mapValues { Set($0.map(\.action)) }
        for (index, step) in process.steps.enumerated() {
            let wanted: [ProcessAction] =
                switch step.kind {
                case .waitCitizen: [.supplementIn, .expire]
                case .waitPayment: [.paymentOk, .expire]
                case .sign: [.sign]
                case .deliver: [.deliver]
                default: []
                }
            for action in wanted where !(exits[step.code]?.contains(action) ?? false) {
                fault(
                    "/steps/\(index)", "missing_action",
                    "Bước loại \(step.kind.rawValue) phải có thao tác “\(action.rawValue)”.")
            }
        }
    }
}
