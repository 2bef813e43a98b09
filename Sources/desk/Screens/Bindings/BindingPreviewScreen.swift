import APIClient
import Forms
import Models
import TUI

/// What a plan would change, row by row, and who would get a dossier then; F10 saves it, once, on what is shown.
struct BindingPreviewScreen: Screen {
    enum Message: Sendable {
        case saved(Result<Acted<BindingsChange>, SubmitFailure>)
    }

    let desk: Desk
    private let looked: BindingsLooked
    private let key: Models.ID
    private let owner: SignedIn?
    private var offset = 0
    private(set) var isSaving = false
    private var problem: Phrase?
    /// What the server said of single rows when it refused.
    private var faults: [String] = []

    init(desk: Desk, looked: BindingsLooked) {
        self.desk = desk
        self.looked = looked
        key = desk.newID()
        owner = desk.signedIn
    }

    private var plan: BindingsPlan { looked.plan }
    private var preview: BindingsPreview { looked.preview }
    var title: SafeText { desk.title(Strings.Bindings.preview) }
    var scopes: [String] { ["binding_preview"] }
    var wheelIsArrows: Bool { true }
    /// A gap that is not meant, or a row that can't be done, is refused as a whole.
    private var canSave: Bool {
        preview.changed > 0 && preview.refused.isEmpty
            && (preview.gaps.isEmpty || plan.allowGaps ?? false)
    }

    func enabled(_ action: ActionID) -> Bool {
        action == .saveBindings ? canSave && !isSaving && faults.isEmpty : true
    }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .action(.saveBindings): return enabled(.saveBindings) ? [save()] : [.bell]
        case .action(.closeBindingPreview): return [.pop()]
        case .message(.saved(.success(let acted))):
            isSaving = false
            let words = Strings.Bindings.saved(acted.value).text(context.language)
            return [.toast(SafeText(words), .success), .pop(result: acted.value)]
        case .message(.saved(.failure(let failure))):
            isSaving = false
            problem = failure.words(unknown: Strings.MoneyTasks.unknown)
            switch failure {
            case .expired: return [.push(LoginScreen.again(desk))]
            case .refused(let refusal): faults = (refusal.errors ?? []).map(\.message)
            default: break
            }
            offset = 0
            return [.bell]
        case .resumed(let result): return result as? LoginResult == .other ? [.popToRoot] : []
        case .input(.key(let key)):
            offset = sheet(context).scrolled(offset, by: key, rows: context.size.rows)
            return []
        case .input, .action, .hangup: return []
        }
    }

    private mutating func save() -> Effect<Message> {
        isSaving = true
        problem = nil
        let (desk, looked, key, owner) = (desk, looked, key, owner)
        let title = Strings.Bindings.actTitle(plan.processes.count, preview.summary)
        return .run(id: "save") {
            .saved(
                await desk.carryOut(
                    .change(bindings: looked.plan, basis: looked.basis), key: key, title: title,
                    draft: looked.draft, owner: owner))
        }
    }

    // MARK: - Drawing

    private func sheet(_ context: ScreenContext) -> Sheet {
        BindingPreviewPage.make(
            preview, allowsGaps: plan.allowGaps ?? false, faults: faults, today: desk.today,
            width: context.size.columns - 3, glyphs: Glyphs.of(context), context.language)
    }

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        let sheet = sheet(context)
        let area = canvas.bounds
        sheet.draw(into: &canvas, area: area.inset(columns: 1, rows: 0), offset: offset)
        ScrollBar.draw(
            into: &canvas, area: Rect(column: area.endColumn - 1, row: area.row, columns: 1, rows: area.rows),
            total: sheet.lines.count, first: sheet.clamped(offset, rows: area.rows), role: .border,
            glyphs: Glyphs.of(context))
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        let language = context.language
        if isSaving { return MessageLine(SafeText(Strings.Bindings.saving.text(language))) }
        if let problem { return MessageLine(SafeText(problem.text(language)), role: .error) }
        let words = canSave ? Strings.Bindings.confirm : Strings.Bindings.cannotSave
        return MessageLine(SafeText(words.text(language)), role: canSave ? .dim : .error)
    }
}
