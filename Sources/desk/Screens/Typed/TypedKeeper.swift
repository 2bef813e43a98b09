import APIClient
import Forms
import Models
import TUI

/// Keeps what is typed into a form of desk's own, sealed on the disk, until the act is done (eForm UX-4).
///
/// What differs from how the form began lies there two seconds after the first key, and stands in the form when it is
/// opened the next time, in this session or a later one. One save at a time, and the newest state is never written
/// over by an older one. Where the store takes nothing, that is said once; memory keeps it, and the disk is tried again.
struct TypedKeeper: Sendable {
    enum Event: Sendable {
        case due
        case saved(FormDraft?, Result<Void, StoreError>)
        /// Also whether the disk has it, or memory alone.
        case loaded(Result<FormDraft?, StoreError>, isOnDisk: Bool)
        case look
    }

    /// What is to be kept from now on; without a text nothing is.
    private struct Change {
        var text: FormDraft?
    }

    /// The longest that something typed is in memory only, in seconds; the disk's own time comes on top.
    static let delay = 1.5
    /// How long to wait before a save or a look that failed is tried again, in seconds.
    static let retryDelay = 5.0

    let desk: Desk
    /// Whose text it is: it is kept in this officer's store, whoever is at the desk meanwhile.
    let owner: SignedIn?
    let place: TypedForm.Place
    private let title: String
    /// The form as it began; nil while it is not there.
    private var base: FormDraft?
    /// What was found before the form was there.
    private var found: FormDraft?
    private var isFoundOnDisk = true
    /// What is kept is known: before that nothing is written over it.
    private var isLoaded = false
    /// What has no field this time; kept for the next.
    private var homeless: [FormDraft.Entry] = []
    /// What lies on the disk.
    private var saved: FormDraft?
    private var seenRevision = 0
    private var isArmed = false
    private var isSaving = false
    /// Done: nothing is kept any more.
    private(set) var isOver = false
    private var hasWarned = false
    /// Whether leaving says that the text is kept; not where it goes on with the screen below.
    private var isQuiet = false
    private(set) var problem: StoreError?

    init(desk: Desk, place: TypedForm.Place, title: String) {
        self.desk = desk
        self.place = place
        self.title = title
        owner = desk.signedIn
    }

    var hasBegun: Bool { base != nil }

    /// Whether leaving says where the text is: to whom it belongs, and nobody after him.
    var saysKept: Bool { !isQuiet && owner != nil && desk.isAtDesk(owner) }

    /// What was typed goes on with the screen below: nothing is to be said of it.
    mutating func beQuiet() { isQuiet = true }

    /// Something is kept, on the disk or in memory.
    var holdsText: Bool { saved != nil || desk.unkept(place, of: owner) != nil }

    /// Notes how the form begins.
    mutating func begin(with form: FormState) {
        base = form.draft
        seenRevision = form.revision
    }

    // MARK: - Taking up

    /// Looks for what was kept; call it from an effect.
    func load() -> Event {
        let isOnDisk = desk.unkept(place, of: owner) == nil
        return .loaded(desk.typed(at: place, owner: owner), isOnDisk: isOnDisk)
    }

    /// - Returns: Whether something was put back.
    mutating func take(_ text: FormDraft?, isOnDisk: Bool, into form: inout FormState?) -> Bool {
        // A save that could not wait has looked already.
        guard !isLoaded else { return false }
        isLoaded = true
        problem = nil
        found = text
        isFoundOnDisk = isOnDisk
        return takeUp(into: &form)
    }

    /// Puts back what was found, as soon as the form is there. What has been typed meanwhile stays.
    mutating func takeUp(into form: inout FormState?) -> Bool {
        guard let found, let base, var taken = form else { return false }
        self.found = nil
        if isFoundOnDisk { saved = found } else { seenRevision = -1 }
        let mine = taken.draft.changes(since: base)
        let merged = mine.map { found.joined(to: $0, in: taken.definition) } ?? found
        homeless = taken.restore(merged)
        form = taken
        return true
    }

    /// The look failed: it is tried again.
    mutating func failed(_ error: StoreError) -> Bool {
        defer { problem = error }
        return problem != error
    }

    // MARK: - Keeping

    /// Whether the timer is to be armed: it runs from the first key on and is not put off by further ones.
    mutating func arms(_ form: FormState?) -> Bool {
        guard let form, !isOver, !isArmed, form.revision != seenRevision else { return false }
        isArmed = true
        return true
    }

    mutating func rearm() { isArmed = true }

    /// The form is being sent: it was saved before.
    mutating func disarm() { isArmed = false }

    /// What was typed would be lost with the program. True once: whoever goes all the same, goes.
    mutating func warnsOfLoss() -> Bool {
        guard !isOver, !hasWarned, desk.unkept(place, of: owner) != nil else { return false }
        hasWarned = true
        return true
    }

    /// What is to be written now; nil where there is nothing new, or a save is under way.
    mutating func due(_ form: FormState?) -> (@Sendable () -> Event)? {
        isArmed = false
        guard let form, !isOver, isLoaded, !isSaving else { return nil }
        guard let change = change(in: form) else { return nil }
        isSaving = true
        let (keeper, edit) = (self, desk.nextEdit())
        return { .saved(change.text, keeper.write(change.text, edit)) }
    }

    /// - Returns: What there is to say: the failure where it is a new one, or that the disk takes it again.
    mutating func wrote(_ text: FormDraft?, _ result: Result<Void, StoreError>) -> Phrase? {
        isSaving = false
        let before = problem
        note(text, result)
        if let problem { return problem == before ? nil : problem.words }
        return before == nil ? nil : Strings.Intake.savedAgain
    }

    /// Saves before this returns: at F10, at Esc and on the way out there is no later.
    mutating func saveNow(_ form: inout FormState?) {
        guard !isOver, form != nil, hasBegun else { return }
        if !isLoaded {
            guard case .loaded(.success(let text), let isOnDisk) = load() else {
                // What is kept can't be read; it is not written over.
                if let form, let change = change(in: form) {
                    desk.keepInMemory(change.text, at: place, of: owner, edit: desk.nextEdit())
                }
                return
            }
            _ = take(text, isOnDisk: isOnDisk, into: &form)
        }
        guard let form, let change = change(in: form) else { return }
        note(change.text, write(change.text, desk.nextEdit()))
    }

    /// Drops what is kept: it is done. Where the disk does not let it, it stands there the next time, to be seen.
    mutating func finish() {
        isOver = true
        desk.forgetTyped(at: place, owner: owner)
    }

    /// Drops what is kept, and begins anew from how the form stands.
    mutating func finish(at form: FormState) {
        finish()
        isOver = false
        (saved, homeless) = (nil, [])
        begin(with: form)
    }

    /// What differs from how the form began, where that is not what is kept.
    private mutating func change(in form: FormState) -> Change? {
        guard let base else { return nil }
        seenRevision = form.revision
        var text = form.draft.changes(since: base)
        if !homeless.isEmpty {
            let lost = homeless.filter { entry in
                text?.entries.contains { $0.pointer == entry.pointer } != true
            }
            if text == nil, let saved {
                text = saved
                text?.entries = []
                text?.rows = [:]
            }
            text?.entries += lost
        }
        let isSame =
            switch (text, saved) {
            case (nil, nil): true
            case (let text?, let saved?): text.holdsSame(as: saved)
            default: false
            }
        return isSame && problem == nil ? nil : Change(text: text)
    }

    private func write(_ text: FormDraft?, _ edit: Int) -> Result<Void, StoreError> {
        desk.keepTyped(text, title: title, at: place, owner: owner, edit: edit)
    }

    private mutating func note(_ text: FormDraft?, _ result: Result<Void, StoreError>) {
        switch result {
        case .success:
            saved = text
            problem = nil
        case .failure(let error): problem = error
        }
    }
}

extension FormDraft {
    /// With what was typed while this was looked for. A long text stands below the earlier one: neither is lost.
    fileprivate func joined(to newer: FormDraft, in definition: FormDefinition) -> FormDraft {
        var merged = overlaid(by: newer)
        for (index, entry) in merged.entries.enumerated() {
            guard let path = FieldPath(pointer: entry.pointer), path.group == nil,
                case .textArea? = definition.field(path.field)?.kind,
                let before = entries.first(where: { $0.pointer == entry.pointer })?.text, !before.isEmpty,
                let text = entry.text, text != before
            else { continue }
            merged.entries[index].text = text.isEmpty ? before : before + "\n" + text
        }
        return merged
    }
}
