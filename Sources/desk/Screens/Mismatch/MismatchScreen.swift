import APIClient
import Forms
import Models
import TUI

/// One report of a wrong source value: all of it, and what was done about it, said once.
struct MismatchScreen: KeepingScreen {
    enum Message: Sendable {
        case sent(Result<Mismatch, APIError>)
        case typed(TypedKeeper.Event)
    }

    enum FieldName {
        static let note = "done"
    }

    let desk: Desk
    let mismatch: Mismatch
    /// What was done about it is asked; nil once that was said.
    private(set) var form: FormState?
    /// A second try is the same act.
    private let key: ID
    var problem: Phrase?
    /// The first line of the report in view.
    private var offset = 0
    var keeper: TypedKeeper
    var typedForm: FormState? {
        get { form }
        set { form = newValue }
    }

    init(desk: Desk, mismatch: Mismatch) {
        self.desk = desk
        self.mismatch = mismatch
        key = desk.newID()
        keeper = TypedKeeper(
            desk: desk, place: Self.place(mismatch), title: Strings.Mismatch.handle.text(.vi))
        guard mismatch.resolution == nil else { return }
        form = Self.form(today: desk.today, desk.language, submitLabel: Strings.Mismatch.send)
        form?.submitHelp = Strings.Buttons.mismatch
        form?.time = desk.time
    }

    static func place(_ mismatch: Mismatch) -> TypedForm.Place {
        TypedForm.Place("mismatch", mismatch.id)
    }

    static let definition = FormDefinition(
        id: "desk-mismatch", title: Strings.Mismatch.handle, fields: [note])

    static func form(today: LocalDate, _ language: Language, submitLabel: Phrase?) -> FormState {
        FormState(definition, today: today, language: language, submitLabel: submitLabel)
    }

    /// What was done about it.
    static let note = Field(
        id: FieldName.note, label: Strings.Mismatch.done,
        kind: .textArea(TextAreaRule(minRows: 2, maxRows: 4, maxLength: 2000)), required: .always,
        help: Strings.Mismatch.doneHelp)

    /// What was reported and by whom, for the screen and for plain mode.
    static func facts(_ mismatch: Mismatch) -> [(label: Phrase, value: Phrase)] {
        func plain(_ text: String?) -> Phrase? { text.map { Phrase(vi: $0) } }
        let form = mismatch.formId.map { id in
            Strings.Mismatch.form(id, mismatch.formVersion.map(String.init) ?? "?", mismatch.path ?? "")
        }
        let reporter = mismatch.reportedBy.name + ", " + mismatch.unit.name + ", " + mismatch.at.display
        let facts: [(Phrase, Phrase?)] = [
            (Strings.Mismatch.person, plain(mismatch.identityNumber)),
            (Strings.Report.field, plain(mismatch.field)),
            (Strings.Report.source, plain(mismatch.source)),
            (Strings.Mismatch.form, form),
            (Strings.Report.given, plain(mismatch.sourceValue)),
            (Strings.Report.correct, plain(mismatch.correctValue)),
            (Strings.Mismatch.note, plain(mismatch.note)),
            (Strings.Mismatch.by, plain(reporter)),
            (
                Strings.Mismatch.doneBy,
                plain(mismatch.resolution.map { $0.by.name + ", " + $0.at.display })
            ),
            (Strings.Mismatch.done, plain(mismatch.resolution?.note)),
        ]
        return facts.compactMap { label, value in value.map { (label, $0) } }
    }

    var title: SafeText { desk.title(Strings.Mismatch.handle) }
    var scopes: [String] { (form?.scopes ?? []) + ["mismatch"] }
    var helpScopes: [String] { (form?.helpScopes ?? []) + ["mismatch"] }
    var capturesText: Bool { form?.capturesText ?? false }
    var deadline: Int64? { form?.deadline }
    var wheelIsArrows: Bool { true }
    func enabled(_ action: ActionID) -> Bool { form?.isEnabled(action) ?? true }
    func name(of action: ActionID) -> Phrase? { form?.name(of: action) }

    static func typed(_ event: TypedKeeper.Event) -> Message { .typed(event) }

    mutating func answer(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .message(.typed(let event)): return take(event, context)
        case .action(.closeMismatch) where form?.isPopupOpen != true: return [.pop()]
        case .message(.sent(.success)):
            form?.working = false
            keeper.finish()
            let words = Strings.Mismatch.sent.text(context.language)
            return [.toast(SafeText(words), .success), .pop()]
        case .message(.sent(.failure(let error))):
            form?.working = false
            form?.mark(error) { $0 == "/note" ? FieldPath(FieldName.note) : nil }
            if case .problem(let refusal) = error, refusal.isStale, let name = refusal.changedBy {
                problem = Strings.Mismatch.earlier(name)
            } else {
                problem = error.words
            }
            return error == .unauthorised ? [.push(LoginScreen.again(desk))] : [.bell]
        case .resumed(let result):
            return result as? LoginResult == .other ? [.popToRoot] : []
        case .hangup: return []
        case .input, .action:
            if let lines = lines(event, context), form?.isPopupOpen != true {
                scroll(by: lines, context)
                return []
            }
            guard let outcome = form.update({ $0.handle(event) }), outcome.submits else { return [] }
            return [send()]
        }
    }

    private mutating func send() -> Effect<Message> {
        form?.working = true
        problem = nil
        let (desk, key, id) = (desk, key, mismatch.id)
        let note = form?.answers.text(FieldName.note) ?? ""
        return .run(id: "resolve") {
            .sent(
                await desk.ask { client throws(APIError) in
                    try await client.resolveMismatch(id, note: note, key: key)
                })
        }
    }

    // MARK: - Drawing

    /// The report above, what is asked below it.
    private func areas(_ bounds: Rect) -> (report: Rect, form: Rect) {
        let wanted = form.map { FormView.rows(of: $0, columns: bounds.columns) } ?? 0
        let parts = bounds.splitBottom(min(wanted, bounds.rows * 2 / 3))
        return (parts.rest, parts.bottom)
    }

    private func sheet(columns: Int, _ language: Language) -> Sheet {
        var sheet = Sheet(width: columns - 3)
        for fact in Self.facts(mismatch) {
            sheet.pair(SafeText(fact.label.text(language)), fact.value.text(language))
        }
        return sheet
    }

    private func reportRows(_ context: ScreenContext) -> Int {
        max(1, areas(Rect(context.size)).report.rows)
    }

    /// How far a key scrolls the report; nil where it means something else.
    private func lines(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> Int? {
        if let step = event.pageStep { return step * max(1, reportRows(context) - 1) }
        guard form == nil, case .input(.key(let key)) = event else { return nil }
        return key.code == .up ? -1 : key.code == .down ? 1 : nil
    }

    private mutating func scroll(by lines: Int, _ context: ScreenContext) {
        let rows = reportRows(context)
        let sheet = sheet(columns: context.size.columns, context.language)
        offset = sheet.clamped(sheet.clamped(offset, rows: rows) + lines, rows: rows)
    }

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        let (report, below) = areas(canvas.bounds)
        let sheet = sheet(columns: report.columns, context.language)
        let first = sheet.clamped(offset, rows: report.rows)
        sheet.draw(
            into: &canvas,
            area: Rect(
                column: report.column + 1, row: report.row, columns: report.columns - 2, rows: report.rows),
            offset: first)
        ScrollBar.draw(
            into: &canvas,
            area: Rect(column: report.endColumn - 1, row: report.row, columns: 1, rows: report.rows),
            total: sheet.lines.count, first: first, role: .border, glyphs: Glyphs.of(context))
        if let form {
            FormView.draw(form, into: &canvas, rect: below, context: context, popupArea: canvas.bounds)
        }
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        if let problem { return MessageLine(SafeText(problem.text(context.language)), role: .error) }
        return form?.messageLine(context.language)
    }
}
