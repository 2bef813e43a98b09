import APIClient
import Forms
import Models
import TUI

/// One act on many dossiers: seen beforehand which are possible, done with one F10, and the result of each shown.
struct BulkScreen: Screen {
    enum Message: Sendable {
        case checked([(ID, Result<ActionOptions, APIError>)])
        case done(Result<Acted<BulkActionResult>, SubmitFailure>)
    }

    let desk: Desk
    private(set) var act: BulkAct
    private(set) var form: FormState?
    private(set) var isFinished = false
    private(set) var problem: Phrase?
    private(set) var offset = 0
    private let key: ID
    private let owner: SignedIn?
    private let hold: APIClient.Claim?

    init(desk: Desk, verb: ProcessAction, items: [SearchItem]) {
        self.init(desk: desk, act: BulkAct(verb, items: items))
    }

    private init(desk: Desk, act: BulkAct) {
        self.desk = desk
        self.act = act
        key = desk.newID()
        owner = desk.signedIn
        hold = owner?.store?.claim(key)
    }

    private var verb: ProcessAction { act.verb }
    var rows: [BulkRow] { act.rows }

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

    mutating func start(_ context: ScreenContext) -> [Effect<Message>] { [check()] }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
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
            finish(acted)
            return []
        case .message(.done(.failure(let failure))): return failed(failure)
        case .resumed(let result):
            if result as? LoginResult == .other { return [.popToRoot] }
            return result is LoginResult && form == nil && !isFinished ? [check()] : []
        case .hangup: return []
        case .input(.key(let key)) where form == nil || pages(key):
            scroll(key, context)
            return []
        case .input, .action:
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
            act.definition, today: desk.today, language: language, submitLabel: Strings.Act.submit)
        form.time = desk.time
        self.form = form
        return []
    }

    private mutating func finish(_ acted: Acted<BulkActionResult>) {
        form = nil
        isFinished = true
        problem = acted.isOfEarlierContent ? Strings.Act.earlierContent : nil
        act.finish(acted.value)
        offset = 0
    }

    private mutating func failed(_ failure: SubmitFailure) -> [Effect<Message>] {
        form?.working = false
        switch failure {
        case .expired: return [.push(LoginScreen.again(desk))]
        case .notRecorded(let error): problem = error.words
        case .doneBefore: problem = Strings.Act.doneBefore
        case .refused(let refusal): problem = APIError.problem(refusal).words
        case .unknown(let error):
            problem = Phrase(
                error.words.text(.vi) + " " + Strings.Bulk.unknown.text(.vi),
                en: error.words.text(.en) + " " + Strings.Bulk.unknown.text(.en))
        }
        return [.bell]
    }

    /// Whether a key turns the list below the form, which has one page.
    private func pages(_ key: Key) -> Bool {
        [.pageUp, .pageDown].contains(key.code) && form?.isPopupOpen == false
    }

    private mutating func scroll(_ key: Key, _ context: ScreenContext) {
        let lines = lines(width: context.size.columns, context.language).count
        let page = max(1, listRows(lines, of: context.size.rows - 2))
        switch key.code {
        case .up: offset -= 1
        case .down: offset += 1
        case .pageUp: offset -= page
        case .pageDown: offset += page
        case .home: offset = 0
        case .end: offset = lines
        default: break
        }
        offset = max(0, min(offset, lines - page))
    }

    /// Rows that the list has of those below the head.
    private func listRows(_ lines: Int, of rows: Int) -> Int {
        form == nil ? rows : min(lines + 1, rows / 2)
    }

    /// A line of the list: a dossier, or a further line of what is said of it.
    private struct Line {
        var row: BulkRow
        var words: SafeText
        var isFirst: Bool
    }

    private func lines(width: Int, _ language: Language) -> [Line] {
        var lines: [Line] = []
        for row in rows {
            let parts = row.parts(width: width, language)
            lines.append(Line(row: row, words: parts.beside, isFirst: true))
            for part in parts.below { lines.append(Line(row: row, words: part, isFirst: false)) }
        }
        return lines
    }

    // MARK: - The server

    private func check() -> Effect<Message> {
        let (desk, ids) = (desk, rows.map(\.id))
        return .run(id: "check") { .checked(await BulkAct.ask(desk, ids)) }
    }

    private mutating func send() -> Effect<Message> {
        form?.working = true
        problem = nil
        let request = act.request(form?.answers ?? Answers())
        let title = Strings.Bulk.title(Strings.Act.name(verb), request.items.count).text(.vi)
        let (desk, key, owner) = (desk, key, owner)
        return .run(id: "bulk") {
            .done(await desk.act(onMany: request, key: key, title: title, owner: owner))
        }
    }

    // MARK: - Drawing

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        let language = context.language
        let title = Strings.Bulk.title(Strings.Act.name(verb), rows.count)
        canvas.put(SafeText(title.text(language)), at: Point(1, 0), role: .title)
        canvas.put(SafeText(summary.text(language)), at: Point(1, 1), role: isFinished ? .success : .dim)
        var area = canvas.bounds.splitTop(2).rest
        let lines = lines(width: area.columns, language)
        if let form {
            let parts = area.splitBottom(listRows(lines.count, of: area.rows))
            FormView.draw(form, into: &canvas, rect: parts.rest, context: context, popupArea: area)
            if form.isPopupOpen { return }
            area = parts.bottom
        }
        let glyphs = Glyphs.of(context)
        let first = max(0, min(offset, lines.count - area.rows))
        for (index, line) in lines.dropFirst(first).prefix(area.rows).enumerated() {
            let (sign, role): (SafeText, Role) =
                switch line.row.state {
                case .checking: ("-", .dim)
                case .possible: (glyphs.next, .text)
                case .done: (glyphs.success, .success)
                case .undone: (glyphs.success, .dim)
                case .impossible: (glyphs.warning, .warning)
                case .refused: (glyphs.error, .error)
                }
            let at = area.origin.offset(columns: 1, rows: index)
            guard line.isFirst else {
                canvas.put(line.words, at: at.offset(columns: 4), role: role)
                continue
            }
            canvas.put(sign, at: at, role: role)
            canvas.put(SafeText(line.row.code).truncated(to: 24), at: at.offset(columns: 2), role: .link)
            canvas.put(SafeText(line.row.name).truncated(to: 18), at: at.offset(columns: 27))
            canvas.put(line.words, at: at.offset(columns: BulkRow.wordsColumn), role: role)
        }
        ScrollBar.draw(
            into: &canvas, area: area.splitRight(1).right, total: lines.count, first: first, role: .border,
            glyphs: glyphs)
    }

    private var summary: Phrase {
        let refused = rows.count(where: \.isRefused)
        if isFinished { return Strings.Bulk.result(rows.count(where: \.isDone), refused) }
        let possible = rows.count { $0.revision != nil }
        return possible + refused == 0
            ? Strings.Bulk.checking(rows.count) : Strings.Bulk.possible(possible, refused)
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        if let problem { return MessageLine(SafeText(problem.text(context.language)), role: .error) }
        if isFinished {
            let words = canUndo ? Strings.Bulk.waitsUndo : Strings.Bulk.waits
            return MessageLine(SafeText(words.text(context.language)))
        }
        return form?.messageLine(context.language)
    }
}
