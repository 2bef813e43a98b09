import APIClient
import Forms
import Models
import TUI

/// The way of the act to the server and back.
extension IntakeScreen {
    /// F10: to the review first; there it sends, or goes to the first thing to mend.
    mutating func submitPressed(_ context: ScreenContext) -> [Effect<Message>] {
        guard submission != .sending else { return [.bell] }
        let wasOnReview = intake.page == .review
        // What went out before was meant: sending it again is no surprise.
        let isLookedOver = !isUnseen || submission != .open
        isUnseen = false
        let effects = open(.review, context)
        guard wasOnReview else { return effects }
        guard isLookedOver || !issues.isEmpty else {
            let words = Strings.Review.lookedOver.text(context.language)
            return effects + [.clearToasts(), .toast(SafeText(words), .warning)]
        }
        if unsentFiles > 0 {
            return [
                .toast(SafeText(Strings.Files.pending(unsentFiles).text(context.language)), .warning), .bell,
            ]
        }
        if let first = issues.first {
            return show(first, of: issues.count, context) + [.bell]
        }
        switch intake.decision {
        case .receive where !intake.papers.missing.isEmpty:
            ask(.missingPapers, context)
            return [.bell]
        case .refuse:
            ask(.refusal, context)
            return [.bell]
        // Missing papers have suggested it; an act of that weight is the officer's.
        case .requestSupplement where intake.isDecisionSuggested:
            ask(.supplement, context)
            return [.bell]
        case .receive, .requestSupplement: return send()
        }
    }

    /// Nothing more is typed from here on until the answer is there.
    mutating func send() -> [Effect<Message>] {
        guard intake.request != nil else { return [] }
        submission = .sending
        sentAt = desk.now
        intake.setWorking(true)
        return isSaving ? [] : [submit()]
    }

    /// The draft first, so that a desk that dies finds all of it, then the act.
    func submit() -> Effect<Message> {
        let (desk, intake, before, owner) = (desk, intake, savedDraft, owner)
        let (store, edit) = (owner?.store, desk.nextEdit())
        return .run(id: "submit") {
            guard let request = intake.request else { return .submitted(.failure(.unknown(.cancelled))) }
            let draft = IntakeDraft(intake)
            if let store, draft != before, let put = draft.put(title: intake.title) {
                // A disk that takes no draft takes no act either: nothing is sent, and why is said.
                do throws(StoreError) {
                    try store.saveDraft(put, change: edit)
                } catch {
                    return .submitted(.failure(.notRecorded(error)))
                }
            }
            let result = await desk.submit(
                request, key: intake.key, title: intake.title, owner: owner)
            if case .success(let done) = result {
                // F3 names it while the citizen still stands there.
                let dossier = done.dossier
                let find = RecentFinds.Find.dossier(
                    id: dossier.id, code: dossier.code, procedure: dossier.procedure.name)
                desk.note(find, owner: owner)
                desk.attempt(.leftovers) { () throws(StoreError) in try store?.removeDraft(intake.key) }
                // At the server too, and not only with the next draft: other desks would offer it still.
                await owner?.sync?.draftChanged()
            }
            return .submitted(result)
        }
    }

    mutating func stopSending() {
        submission = .open
        intake.setWorking(false)
    }

    mutating func submitted(
        _ result: Result<Submitted, SubmitFailure>, _ context: ScreenContext
    ) -> [Effect<Message>] {
        let language = context.language
        stopSending()
        switch result {
        case .success(let done):
            isDone = true
            let next = intake.next(key: desk.newID(), now: desk.now, previous: done.dossier.id)
            return [
                .cancel(id: "autosave"), .replace(ResultScreen(desk: desk, submitted: done, next: next)),
            ]
        case .failure(.expired):
            let isAsked = waiting != .nothing
            waiting = .submit
            return isAsked ? [] : [.push(LoginScreen.again(desk))]
        case .failure(.notRecorded(let error)):
            let words = error == .full ? Strings.Errors.notSent : Strings.Errors.notSent(error.words)
            submission = .unknown(words)
            return [.bell]
        case .failure(.refused(let problem)):
            issues = intake.apply(problem.errors ?? [])
            if let first = issues.first {
                _ = show(first, of: issues.count, context)
                return [.toast(SafeText(Strings.Review.serverErrors.text(language)), .error), .bell]
            }
            submission = .unknown(APIError.problem(problem).words)
            return [.bell]
        case .failure(.doneBefore):
            submission = .unknown(Strings.Review.doneBefore)
            return [.bell]
        case .failure(.unknown(let error)):
            submission = .unknown(
                Strings.Review.retryHint(error.words.text(language)),
                whenBack: desk.link.isConnected ? nil : Strings.Review.sendAgain)
            return [.bell]
        }
    }
}
