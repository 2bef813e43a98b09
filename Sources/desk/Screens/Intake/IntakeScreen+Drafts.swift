import APIClient
import Forms
import Models
import TUI

/// Keeps what is typed on the disk.
extension IntakeScreen {
    /// The longest that something typed is in memory only, in seconds; the disk's own time comes on top.
    static let autosaveDelay = 1.5
    /// How long to wait before a save that failed is tried again, in seconds.
    static let retryDelay = 5.0

    /// Arms the timer of the draft where it is not armed yet. Further keys don't put it off: what the first of
    /// them typed is on the disk two seconds later, however steadily the officer types on.
    mutating func afterChange() -> [Effect<Message>] {
        // A file that was looked at is not kept longer than it is seen.
        if intake.declaration?.isPreviewOpen != true { viewed = nil }
        guard !isDone, !isAutosaveArmed, !intake.isUntouched, owner?.store != nil else { return [] }
        isAutosaveArmed = true
        return [.after(id: "autosave", seconds: Self.autosaveDelay, .autosave)]
    }

    /// Saves where something has changed. One save at a time, so that an older text never lands on a newer one.
    mutating func save() -> [Effect<Message>] {
        isAutosaveArmed = false
        guard !isDone, submission != .sending, !intake.isUntouched, let store = owner?.store else {
            return []
        }
        guard !isSaving else { return afterChange() }
        isSaving = true
        let (intake, before, sync, edit) = (intake, savedDraft, owner?.sync, desk.nextEdit())
        return [
            .run(id: "save") {
                let draft = IntakeDraft(intake)
                guard draft != before else { return .saved(draft, nil) }
                guard let put = draft.put(title: intake.title) else {
                    return .saved(draft, .failure(.unencodable))
                }
                do throws(StoreError) {
                    let saved = try store.saveDraft(put, change: edit)
                    await sync?.draftChanged()
                    return .saved(draft, .success(saved))
                } catch {
                    return .saved(draft, .failure(error))
                }
            }
        ]
    }

    /// - Parameter result: nil where nothing had changed since the last save.
    mutating func saved(
        _ draft: IntakeDraft, _ result: Result<Draft, StoreError>?, _ context: ScreenContext
    ) -> [Effect<Message>] {
        isSaving = false
        let effects = savedAway(draft, result, context)
        // F10 waited for this save: the act must not overtake its own draft.
        return submission == .sending ? effects + [submit()] : effects
    }

    private mutating func savedAway(
        _ draft: IntakeDraft, _ result: Result<Draft, StoreError>?, _ context: ScreenContext
    ) -> [Effect<Message>] {
        switch result {
        case nil:
            saveProblem = nil
            return []
        case .success(let stored)?:
            let wasFailing = saveProblem != nil
            note(draft, stored)
            guard wasFailing else { return [] }
            return [.toast(SafeText(Strings.Intake.savedAgain.text(context.language)), .success)]
        case .failure(let error)?:
            let isNew = saveProblem != error
            saveProblem = error
            isAutosaveArmed = true
            let again = Effect<Message>.after(id: "autosave", seconds: Self.retryDelay, .autosave)
            guard isNew else { return [again] }
            return [again, .toast(SafeText(error.words.text(context.language)), .error), .bell]
        }
    }

    private mutating func note(_ draft: IntakeDraft, _ stored: Draft) {
        savedDraft = draft
        savedAt = stored.updatedAt
        saveProblem = nil
    }

    /// Saves before this returns: on the way out there is no later.
    mutating func saveNow() {
        guard !isDone, !intake.isUntouched, let store = owner?.store else { return }
        let draft = IntakeDraft(intake)
        guard draft != savedDraft || saveProblem != nil else { return }
        guard let put = draft.put(title: intake.title) else {
            saveProblem = .unencodable
            return
        }
        do throws(StoreError) {
            note(draft, try store.saveDraft(put, change: desk.nextEdit()))
            let sync = owner?.sync
            Task(executorPreference: EffectPool.shared) { await sync?.draftChanged() }
        } catch {
            saveProblem = error
        }
    }
}
