import APIClient
import Forms
import Models
import TUI

/// Keeps a card on the disk while somebody speaks, and saves it once at the end.
extension CallScreen {
    // MARK: - Keeping what was typed

    /// Arms the timer of the draft where it is not armed yet: further keys don't put it off.
    mutating func arm() -> [Effect<Message>] {
        guard !isDone, !isArmed, !isInUse, !card.isUntouched, owner?.store != nil else { return [] }
        isArmed = true
        return [.after(id: "autosave", seconds: Self.autosaveDelay, .autosave)]
    }

    /// One save at a time, so that an older state never lands on a newer one.
    mutating func save() -> [Effect<Message>] {
        isArmed = false
        guard !isDone, !isSending, let store = owner?.store else { return [] }
        guard !isSaving else { return arm() }
        let draft = card.draft
        guard draft != savedDraft, let put = draft.put else { return [] }
        isSaving = true
        savedDraft = draft
        let (sync, edit) = (owner?.sync, desk.nextEdit())
        return [
            .run(id: "save") {
                do throws(StoreError) {
                    try store.saveDraft(put, change: edit)
                    await sync?.draftChanged()
                    return .draft(.success(()))
                } catch {
                    return .draft(.failure(error))
                }
            }
        ]
    }

    /// Saves before this returns: on the way out there is no later.
    mutating func saveNow() {
        guard !isDone, !isInUse, !card.isUntouched, let store = owner?.store else { return }
        let draft = card.draft
        guard draft != savedDraft, let put = draft.put else { return }
        do throws(StoreError) {
            try store.saveDraft(put, change: desk.nextEdit())
            savedDraft = draft
            let sync = owner?.sync
            Task(executorPreference: EffectPool.shared) { await sync?.draftChanged() }
        } catch {
            problem = error.words
        }
    }

    mutating func willClose(_ context: ScreenContext) -> CloseDecision<Message> {
        saveNow()
        return .close
    }

    /// Escape closes what lies open, one thing at a time; then the card, which is kept.
    mutating func leave(_ context: ScreenContext) -> [Effect<Message>] {
        if focus == .verification {
            closeVerification()
            return []
        }
        if focus == .card {
            focus = .search
            return []
        }
        if shown != nil {
            shown = nil
            return []
        }
        saveNow()
        let words: Phrase? = isSending ? Strings.Call.maybeSaved : card.isUntouched ? nil : Strings.Call.kept
        let told: [Effect<Message>] = words.map { [.toast(SafeText($0.text(context.language)))] } ?? []
        let next = desk.openCalls.next.map { number -> Effect<Message> in
            .toast(SafeText(Strings.Call.rings(number).text(context.language)), .warning)
        }
        return told + [.pop(result: CallClosed())] + (next.map { [$0] } ?? [])
    }

    mutating func closeVerification() {
        verification = nil
        verifying = nil
        focus = .search
        problem = nil
    }

    // MARK: - Saving the card

    mutating func submit() -> [Effect<Message>] {
        guard !isInUse, !isSending else { return [.bell] }
        guard card.form.validate().isEmpty else {
            focus = .card
            return [.bell]
        }
        // A card says "ticket" where there is one, and only there.
        let isTicket = card.form.answers.text(CallForm.ID.result) == CallResult.ticket.rawValue
        if isTicket, card.ticket == nil {
            return [.push(TicketRequestScreen(desk: desk, card: card, subject: asked))]
        }
        if !isTicket { (card.ticket, card.ticketTo) = (nil, nil) }
        problem = nil
        saveNow()
        card.form.working = true
        let (desk, key, owner, request) = (desk, card.key, owner, card.request)
        let title = Strings.Call.draftTitle(request.phone)
        return [
            .run(id: "submit") {
                .done(await desk.recordCall(request, key: key, title: title, owner: owner))
            }
        ]
    }

    mutating func done(
        _ result: Result<Acted<HotlineCall>, SubmitFailure>, _ context: ScreenContext
    ) -> [Effect<Message>] {
        card.form.working = false
        switch result {
        case .success(let acted):
            isDone = true
            let call = acted.value
            let words =
                call.ticket.map { Strings.Call.savedTicket($0.code) }
                ?? Strings.Call.saved(Strings.Call.length(call.seconds))
            // Who rang meanwhile is not forgotten with this card.
            let next = desk.openCalls.next.map { number -> Effect<Message> in
                .toast(SafeText(Strings.Call.rings(number).text(context.language)), .warning)
            }
            return [
                .toast(SafeText(words.text(context.language)), .success),
                .pop(result: CallClosed(saved: call)),
            ] + (next.map { [$0] } ?? [])
        case .failure(.expired): return [.push(LoginScreen.again(desk))]
        case .failure(.notRecorded(let error)): problem = error.words
        case .failure(.doneBefore): problem = Strings.Act.doneBefore
        case .failure(.unknown(let error)):
            problem = Phrase(
                error.words.text(.vi) + " " + Strings.Call.maybeSaved.text(.vi),
                en: error.words.text(.en) + " " + Strings.Call.maybeSaved.text(.en))
        case .failure(.refused(let refusal)):
            problem = APIError.problem(refusal).words
            let errors = (refusal.errors ?? []).compactMap { error in
                CallForm.path(of: error.pointer).map { path in
                    FieldError(
                        path: path,
                        issue: FieldIssue(
                            code: error.code, message: Phrase(vi: error.message),
                            hint: error.hint.map { Phrase(vi: $0) }))
                }
            }
            if !errors.isEmpty {
                card.form.apply(serverErrors: errors)
                focus = .card
            }
        }
        return [.bell]
    }
}
