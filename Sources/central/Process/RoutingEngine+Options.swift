import Models

extension RoutingEngine {
    /// What the process knows at a dossier's step, in its order, then the verbs that exist everywhere: whether the
    /// officer may do each now, and if not, why.
    ///
    /// The system's own acts are none of them. What an act needs is no reason against it.
    ///
    /// - Parameter asked: One that is there in any case, with the reasons why it is not to be had.
    func options(
        for actor: RoutingActor, on dossier: RoutingCase, at now: Instant, asked: ProcessAction? = nil
    ) -> [ActionOption] {
        let step = dossier.state(graph).step
        let known = graph.transitions(from: step).map(\.action).filter { !$0.isAutomatic }
        let offered = (known + ProcessAction.everywhere).compactMap { action in
            option(action, for: actor, on: dossier, at: now)
        }
        guard let asked, !offered.contains(where: { $0.action == asked }) else { return offered }
        return offered + [option(asked, for: actor, on: dossier, at: now, isAsked: true)].compactMap(\.self)
    }

    private func option(
        _ action: ProcessAction, for actor: RoutingActor, on dossier: RoutingCase, at now: Instant,
        isAsked: Bool = false
    ) -> ActionOption? {
        var check = RoutingCheck(
            engine: self, act: .officer(actor, ActionRequest(action: action), assignee: nil),
            dossier: dossier,
            now: now)
        var standing = check.standing().filter { $0.kind != .input && $0.code != "result_attached" }
        if action == .claim, check.state.assignee == actor.id {
            // No refusal: to take what one has keeps it up. But there is nothing to offer.
            standing.append(
                .init(
                    kind: .state, code: "already_yours", message: "Cán bộ đang giữ hồ sơ này.",
                    hint: "Dùng “\(ProcessAction.release.name)” để người khác nhận."))
        }
        let transition = check.transition
        var to = transition?.to
        if action == .undo {
            // Where nothing can be taken back, nobody is offered it.
            guard check.undone != nil || isAsked else { return nil }
            to = check.undone?.from
        }
        var needs = transition?.needs ?? []
        if check.warning != nil, !needs.contains(.note) { needs.append(.note) }
        var forms = (transition?.emits ?? []).compactMap(\.form)
        // With the supplement a dossier is received that was not when it came in.
        if action == .supplementIn, check.state.acceptedAt == nil {
            forms.append(SlipForm.appointment.rawValue)
        }
        return ActionOption(
            action: action, name: action.name, to: to == check.state.step ? nil : to,
            toName: to.flatMap { $0 == check.state.step ? nil : graph.step($0)?.name },
            allowed: standing.isEmpty, reasons: standing.map(\.shown), needs: needs,
            forms: forms, undoMinutes: transition?.undoMinutes,
            warning: check.warning,
            asked: action == .supplementIn && standing.isEmpty ? check.asked : nil,
            results: standing.isEmpty ? check.results : nil,
            lacking: action == .supplementIn && standing.isEmpty && !dossier.lacking.isEmpty
                ? dossier.lacking : nil)
    }
}
