import APIClient
import Forms
import Models
import Synchronization
import TUI

/// Keeps what is typed into a form line by line, answer by answer, as the screens do.
final class PlainTyped: Sendable {
    private let plain: PlainDesk
    private let place: TypedForm.Place
    private let title: String
    private let owner: SignedIn?
    private let base: FormDraft
    /// What went wrong last: each thing is said once.
    private let problem = Mutex<StoreError?>(nil)

    init(_ plain: PlainDesk, _ place: TypedForm.Place, title: String, owner: SignedIn?, base: FormDraft) {
        self.plain = plain
        self.place = place
        self.title = title
        self.owner = owner
        self.base = base
    }

    /// Puts back what was typed the last time, and says so.
    func restore(_ form: inout FormState) {
        switch plain.desk.typed(at: place, owner: owner) {
        case .success(let text?):
            _ = form.restore(text)
            plain.say(Strings.Act.restored)
        case .success(nil): break
        case .failure(let error): say(error)
        }
    }

    /// - Returns: Whether something was typed.
    @discardableResult
    func save(_ form: FormState) -> Bool {
        let text = form.draft.changes(since: base)
        let result = plain.desk.keepTyped(
            text, title: title, at: place, owner: owner, edit: plain.desk.nextEdit())
        if case .failure(let error) = result { say(error) } else { problem.withLock { $0 = nil } }
        return text != nil
    }

    private func say(_ error: StoreError) {
        let isNew = problem.withLock { problem in
            defer { problem = error }
            return problem != error
        }
        if isNew { plain.say(error.words) }
    }
}

extension PlainDesk {
    /// Asks a form line by line. What is typed is kept from answer to answer, until its act is done.
    func fill(
        _ form: inout FormState, keeping place: TypedForm.Place, title: String, owner: SignedIn?,
        hooks: LineForm.Hooks = LineForm.Hooks()
    ) async -> LineForm.Ending {
        let typed = PlainTyped(self, place, title: title, owner: owner, base: form.draft)
        typed.restore(&form)
        var keeping = hooks
        keeping.changed = { path, form in
            await hooks.changed(path, &form)
            typed.save(form)
        }
        let ending = await LineForm(console: console, language: language, hooks: keeping).fill(&form)
        if typed.save(form), ending != .finished { say(Strings.Typed.kept) }
        return ending
    }
}
