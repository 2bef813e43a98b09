import APIClient
import Forms
import Models
import TUI

/// One act on many dossiers: seen beforehand which are possible, done with one F10, and the result of each shown.
struct BulkScreen: KeepingScreen {
    enum Message: Sendable {
        case checked([(ID, Result<ActionOptions, APIError>)])
        case done(Result<Acted<BulkActionResult>, SubmitFailure>)
        case unsigned(ActSigning.Failure)
        case typed(TypedKeeper.Event)
    }

    let desk: Desk
    private(set) var act: BulkAct
    private(set) var form: FormState?
    private(set) var isFinished = false
    var problem: Phrase?
    private let key: ID
    private let owner: SignedIn?
    private let hold: APIClient.Claim?
    var keeper: TypedKeeper
    var typedForm: FormState? {
        get { form }
        set { form = newValue }
    }

    init(desk: Desk, verb: ProcessAction, items: [SearchItem]) {
        self.init(desk: desk, act: BulkAct(verb, items: items))
    }

    private init(desk: Desk, act: BulkAct) {
        self.desk = desk
        self.act = act
        key = desk.newID()
        owner = desk.signedIn
        keeper = TypedKeeper(
            desk: desk, place: .bulk(act.verb, act.rows.map(\.id)),
            title: Strings.Bulk.title(Strings.Act.name(act.verb), act.rows.count).text(.vi))
        hold = owner?.store?.claim(key)
    }

    private var verb: ProcessAction { act.verb }
    var rows: [OutcomeRow] { act.rows }

    var title: SafeText { desk.title(Strings.Act.name(verb)) }
    var scopes: [String] { (form?.scopes ?? []) + ["bulk"] + (canUndo ? ["bulk_done"] : []) }
    /// Whether something was done here that may be taken back.
    private var canUndo: Bool { isFinished && act.canUndo }
    var helpScopes: [String] { (form?.helpScopes ?? []) + ["bulk"] }
    var capturesText: Bool { form?.capturesText ?? false }
    var deadline: Int64? { form?.deadline }
    func enabled(_ action: ActionID) -> Bool { form?.isEnabled(action) ?? true }
    func name(of action: ActionID) -> Phrase? { form?.name(of: action) }

    // MARK: - Events

    mutating func start(_ context: ScreenContext) -> [Effect<Message>] { [check(), lookForTyped()] }

    static func typed(_ event: TypedKeeper.Event) -> Message { .typed(event) }

    mutating func answer(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .message(.typed(let event)): return take(event, context)
        case .action(.closeBulk) where form?.isPopupOpen != true:
            let done = rows.filter { $0.isDone || $0.isUndone }
            return [.pop(result: BulkOutcome(done: Set(done.map(\.id))))]
        case .action(.undoBulk):
            return [.push(BulkScreen(desk: desk, act: act.undoing))]
        case .resumed(let outcome as BulkOutcome):
            act.noteUndone(outcome.done)
            return []
        case .message(.checked(let answers)): return checked(answers, context.language)
        case .message(.done(.success(let acted))):
            keeper.finish()
            finish(acted)
            return []
        case .message(.done(.failure(let failure))): return failed(failure)
        case .message(.unsigned(let failure)):
            form?.working = false
            problem = failure.words
            return [.bell]
        case .resumed(let result):
            if result as? LoginResult == .other { return [.popToRoot] }
            return result is LoginResult && form == nil && !isFinished ? [check()] : []
        case .hangup: return []
        case .input, .action:
            if let key = listKey(event) {
                let rows = listRows(
                    of: context.size.rows - headRows, width: context.size.columns, context.language)
                _ = act.scroll(key, rows: rows, width: context.size.columns, context.language)
                return []
            }
            guard let outcome = form.update({ $0.handle(event) }), outcome.submits else { return [] }
            return [send()]
        }
    }

    private mutating func checked(
        _ answers: [(ID, Result<ActionOptions, APIError>)], _ language: Language
    ) -> [Effect<Message>] {
        guard act.take(answers) else { return [.push(LoginScreen.again(desk))] }
        guard act.isPossible else {
            problem = Strings.Bulk.none
            return [.bell]
        }
        var form = FormState(
            act.definition, today: desk.today, language: language, submitLabel: Strings.Act.name(verb))
        form.time = desk.time
        form.submitHelp = Strings.Buttons.bulk
        self.form = form
        return []
    }

    private mutating func finish(_ acted: Acted<BulkActionResult>) {
        form = nil
        isFinished = true
        problem = acted.isOfEarlierContent ? Strings.Act.earlierContent : nil
        act.finish(acted.value)
    }

    private mutating func failed(_ failure: SubmitFailure) -> [Effect<Message>] {
        form?.working = false
        if case .refused(let refusal) = failure {
            let groups = form?.definition.groups.map(\.id) ?? []
            form?.mark(refusal) { ActForm.path(of: $0, in: groups) }
        }
        problem = failure.words(unknown: Strings.Bulk.unknown)
        return problem == nil ? [.push(LoginScreen.again(desk))] : [.bell]
    }

    /// What scrolls the list: every key where it stands alone, PgUp and PgDn below the form, which has one page.
    private func listKey(_ event: ScreenEvent<Message>) -> Key? {
        if form == nil, case .input(.key(let key)) = event { return key }
        guard let step = event.pageStep, form?.isPopupOpen != true else { return nil }
        return Key(step > 0 ? .pageDown : .pageUp)
    }

    /// That it can't be taken back, as long as it is not done.
    private var final: Phrase? { isFinished ? nil : act.finalWords }
    private var headRows: Int { final == nil ? 2 : 3 }

    /// Rows that the list has of those below the head.
    private func listRows(of rows: Int, width: Int, _ language: Language) -> Int {
        form == nil ? rows : min(act.list.lineCount(width: width, language) + 1, rows / 2)
    }

    // MARK: - The server

    private func check() -> Effect<Message> {
        let (desk, verb, ids) = (desk, verb, rows.map(\.id))
        return .run(id: "check") { .checked(await BulkAct.ask(desk, ids, about: verb)) }
    }

    private mutating func send() -> Effect<Message> {
        form?.working = true
        problem = nil
        let answers = form?.answers ?? Answers()
        let title = Strings.Bulk.title(Strings.Act.name(verb), rows.count(where: \.isPossible)).text(.vi)
        let (desk, act, key, owner, place) = (desk, act, key, owner, keeper.place.id)
        return .run(id: "bulk") {
            switch act.signed(answers, desk) {
            case .success(let request):
                .done(await desk.act(onMany: request, key: key, title: title, draft: place, owner: owner))
            case .failure(let failure): .unsigned(failure)
            }
        }
    }

    // MARK: - Drawing

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        let language = context.language
        let title = Strings.Bulk.title(Strings.Act.name(verb), rows.count)
        canvas.put(SafeText(title.text(language)), at: Point(1, 0), role: .title)
        canvas.put(SafeText(summary.text(language)), at: Point(1, 1), role: isFinished ? .success : .dim)
        if let final {
            let words = Glyphs.of(context).warning + " " + SafeText(final.text(language))
            canvas.put(words, at: Point(1, 2), role: .warning)
        }
        var area = canvas.bounds.splitTop(headRows).rest
        if let form {
            let parts = area.splitBottom(listRows(of: area.rows, width: area.columns, language))
            FormView.draw(form, into: &canvas, rect: parts.rest, context: context, popupArea: area)
            if form.isPopupOpen { return }
            area = parts.bottom
        }
        act.list.draw(into: &canvas, area: area, context)
    }

    private var summary: Phrase {
        let refused = rows.count(where: \.isRefused)
        if isFinished { return Strings.Bulk.result(rows.count(where: \.isDone), refused) }
        let possible = rows.count(where: \.isPossible)
        if possible + refused == 0 { return Strings.Bulk.checking(rows.count) }
        let words = Strings.Bulk.possible(possible, refused)
        return act.signatures > 0 ? Strings.Bulk.signed(words, act.signatures) : words
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        if let problem { return MessageLine(SafeText(problem.text(context.language)), role: .error) }
        if isFinished {
            let words =
                act.undoTime.map(Strings.Bulk.waitsUndo)
                ?? (act.isFinal ? Strings.Bulk.waitsFinal : Strings.Bulk.waits)
            return MessageLine(SafeText(words.text(context.language)))
        }
        if let form, form.messageLine(context.language).text.isEmpty {
            let rows = listRows(
                of: context.size.rows - headRows, width: context.size.columns, context.language)
            if act.list.lineCount(width: context.size.columns, context.language) > rows {
                return MessageLine(SafeText(Strings.Bulk.pages.text(context.language)))
            }
        }
        return form?.messageLine(context.language)
    }
}
