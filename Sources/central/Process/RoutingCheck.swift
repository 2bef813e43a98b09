import Forms
import Models

/// The checks of one act: each finds its own reasons, and all of them are told.
struct RoutingCheck {
    let engine: RoutingEngine
    let act: RoutingAct
    let dossier: RoutingCase
    /// Never before the last event: a clock that was set back turns no history round.
    let at: Instant
    let state: RoutingState
    let events: [RoutingEvent]
    let transition: ProcessTransition?
    private(set) var right: RoutingBindings.Right?
    /// What an undo takes back.
    private(set) var undone: RoutingEvent?
    private(set) var warning: String?
    private var reasons: [RoutingRefusal.Reason] = []

    static let longestNote = 2_000

    init(engine: RoutingEngine, act: RoutingAct, dossier: RoutingCase, now: Instant) {
        self.engine = engine
        self.act = act
        self.dossier = dossier
        at = dossier.events.last.map { max($0.at, now) } ?? now
        state = dossier.state(engine.graph)
        events = RoutingEvent.effective(dossier.events)
        let known = engine.graph.transition(from: state.step, act.request.action)
        if case .paymentOk(let amount) = act, dossier.money.after(events).owed > amount {
            // A part of what is owed is money, but not yet what the step waits for.
            transition = nil
        } else {
            transition = known
        }
    }

    var request: ActionRequest { act.request }
    var step: ProcessStep? { engine.graph.step(state.step) }
    /// Reckoned where it is asked for: most acts don't.
    var due: Instant? { state.due(dossier.term, engine.calendar).dueAt }
    var money: MoneyState { dossier.money.after(events) }

    mutating func refuse(
        _ kind: RoutingRefusal.Kind, _ code: String, _ message: String, hint: String? = nil,
        at pointer: String = "/action"
    ) {
        reasons.append(.init(kind: kind, code: code, message: message, hint: hint, pointer: pointer))
    }

    /// Because of how things stand.
    mutating func refuse(_ code: String, _ message: String, hint: String? = nil) {
        refuse(.state, code, message, hint: hint)
    }

    /// Everything that speaks against the act; nil where nothing does.
    mutating func refusal() -> RoutingRefusal? {
        checkPossible()
        if act.actor != nil { checkOfficer() }
        for condition in transition?.guards ?? [] { check(condition) }
        for need in transition?.needs ?? [] { check(need) }
        checkRequest()
        return RoutingRefusal(reasons, claim: reasons.contains { $0.kind == .claimed } ? dossier.lease : nil)
    }

    /// What speaks against it apart from what would have to be given with it.
    mutating func standing() -> [RoutingRefusal.Reason] {
        checkPossible()
        if act.actor != nil { checkOfficer() }
        for condition in transition?.guards ?? [] { check(condition) }
        return reasons.sorted { $0.kind < $1.kind }
    }

    // MARK: Whether the process knows it

    private mutating func checkPossible() {
        guard let step else {
            return refuse(
                "unknown_step", "Quy trình của hồ sơ không có bước “\(state.step)”.",
                hint: "Báo quản trị kiểm tra quy trình \(engine.graph.process.id).")
        }
        switch (request.action, act.actor) {
        case (.paymentOk, _?):
            return refuse(
                "system_only", "Việc thu tiền do hệ thống ghi nhận, cán bộ không tự xác nhận được.",
                hint: "Thu tiền tại quầy thu ngân hoặc chờ ngân hàng báo có.")
        case (.expire, _?):
            return refuse(
                "system_only", "Hết thời gian chờ do hệ thống tự xử lý, cán bộ không tự làm được.",
                hint: "Hệ thống tự chuyển bước khi hết thời gian chờ.")
        case (.amend, _):
            return refuse(
                "not_here", "Sửa nội dung hồ sơ không phải một bước của quy trình.",
                hint: "Dùng chức năng sửa hồ sơ.")
        default: break
        }
        if request.action == .undo { return checkUndo() }
        guard state.endedAt == nil, step.kind != .terminal else {
            return refuse("ended", "Hồ sơ đã kết thúc ở bước “\(step.name)”.", hint: "Chỉ còn xem được.")
        }
        // What changes no step is possible, and so is taking the dossier back.
        if state.waitsForLead,
            ![.claim, .reassign, .release, .withdraw, .paymentOk].contains(request.action)
        {
            return refuse(
                "awaits_lead", "Hồ sơ còn chờ kết quả của hồ sơ đứng đầu bộ liên thông.",
                hint: "Khi hồ sơ đó xong, đồng hồ của hồ sơ này tự chạy và bước này làm được.")
        }
        switch request.action {
        case .claim, .reassign: break
        case .release:
            if let actor = act.actor, state.assignee != actor.id {
                refuse(
                    "not_assignee", "Hồ sơ không do cán bộ này giữ nên không thôi giữ được.",
                    hint: "Chỉ người đang giữ mới thôi giữ được.")
            }
        case .expire:
            let expiry = state.expiry(engine.graph, engine.calendar)
            if expiry.map({ at <= $0 }) ?? true {
                refuse("not_expired", "Thời gian chờ ở bước “\(step.name)” chưa hết.")
            }
        // Money that comes in elsewhere than where it is waited for is money all the same.
        case .paymentOk: break
        default:
            guard transition == nil else { break }
            let names = engine.graph.transitions(from: step.code).map(\.action).filter { !$0.isAutomatic }
                .map(\.name)
            refuse(
                "no_transition",
                "Ở bước “\(step.name)” quy trình không cho “\(request.action.name)”.",
                hint: names.isEmpty ? nil : "Ở bước này có: \(names.joined(separator: ", ")).")
        }
    }

    private mutating func checkUndo() {
        guard let last = dossier.events.last else {
            return refuse("nothing_to_undo", "Hồ sơ chưa có việc nào để hoàn tác.")
        }
        let done = last.name
        guard last.isTransition, last.verb != .undo, let from = last.from, let verb = last.verb,
            let minutes = engine.graph.transition(from: from, verb)?.undoMinutes, minutes > 0
        else {
            return refuse(
                "not_undoable", "Việc sau cùng (“\(done)”) không hoàn tác được.",
                hint: "Nếu cần, dùng thu hồi hoặc trả lại bước trước.")
        }
        let who = last.officer?.name ?? "hệ thống"
        if last.person == nil || last.person != act.actor?.person {
            refuse(
                "not_yours",
                "Việc “\(done)” do \(who) làm lúc \(last.at.display), chỉ người đó hoàn tác được.")
        }
        if at > last.at.adding(seconds: minutes * 60) {
            refuse(
                "undo_too_late",
                "Chỉ hoàn tác được trong \(minutes) phút; việc “\(done)” làm lúc \(last.at.display).",
                hint: "Nếu cần, dùng thu hồi hoặc trả lại bước trước.")
        }
        undone = last
    }

    // MARK: Whether the officer may

    private mutating func checkOfficer() {
        guard let actor = act.actor, !request.action.isAutomatic, request.action != .amend else { return }
        checkAssignee()
        guard act.needsRight else { return }
        // Taking back is the right of the step where it was done; calling back, of the step that it returns to.
        var place = step
        switch request.action {
        case .undo: place = undone?.from.flatMap(engine.graph.step)
        case .recall:
            let target = transition.flatMap { engine.graph.step($0.to) }
            // An end is nobody's step.
            if let target, target.role != nil { place = target }
        default: break
        }
        if let place, place.role != nil || request.action == .undo {
            right = engine.bindings.right(of: actor, at: place)
            if right == nil {
                refuse(
                    .notBound, "not_bound",
                    "Cán bộ không được phân quyền ở bước “\(place.name)” của quy trình này.",
                    hint: "Đề nghị quản trị phân quyền hoặc ủy quyền nếu đây là việc của mình.")
            }
        }
        if let lease = dossier.lease, lease.until > at, lease.officer.id != actor.id {
            refuse(
                .claimed, "claimed",
                "\(lease.officer.name) đang xử lý hồ sơ này từ \(lease.since.display), giữ đến \(lease.until.clock).",
                hint: "Chờ người đó xong, hoặc thử lại sau \(lease.until.clock).")
        }
    }

    private mutating func checkAssignee() {
        guard request.action != .reassign || request.assignee != nil else {
            return refuse(.input, "required", "Cần chọn cán bộ nhận hồ sơ.", at: "/assignee")
        }
        guard request.assignee != nil else { return }
        guard let assignee = act.assignee, assignee.id == request.assignee else {
            return refuse(
                .input, "unknown_officer", "Không có cán bộ này, hoặc tài khoản đã khóa.", at: "/assignee")
        }
        let target = engine.graph.step(transition?.to ?? state.step)
        guard let target, target.role != nil else { return }
        if engine.bindings.right(of: assignee, at: target) == nil {
            refuse(
                .input, "assignee_not_bound",
                "\(assignee.name) không được phân quyền ở bước “\(target.name)”.",
                hint: "Chọn một trong các cán bộ được phân quyền ở bước đó.", at: "/assignee")
        }
    }

    mutating func warn(_ text: String) { warning = text }
}
