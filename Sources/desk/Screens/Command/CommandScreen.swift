import APIClient
import Forms
import Models
import TUI

/// The command line: a few letters of a command, a queue, a procedure, or a dossier's code, from anywhere.
struct CommandScreen: Screen {
    enum Message: Sendable {
        case inboxes(Result<[Inbox], APIError>)
    }

    /// Where a line leads.
    enum Target: Sendable, Equatable {
        case home
        case intake
        case lookup
        case register
        case figures
        case queue(Inbox)
        case procedure(String)
        case dossier(String)
        case search(String)
        case mismatches
        case call
        case tickets
        case till
        case post
        case drawers
        case receipts
        case reconciling
        case receiptSummary
        case unsent
        case handOverAll
        case calendar
        case officers
        case units, processes
        case audit
        case delegations
        case deadLetters
        case explain(String)
        case language
        case theme
        case logout
        case quit
    }

    struct Entry: Sendable, Equatable {
        var words: Phrase
        var detail: String
        var target: Target
    }

    let desk: Desk
    private(set) var query = TextLine()
    private(set) var entries: [Entry] = []
    private(set) var cursor = 0
    private let drawn = DrawnList()
    private var inboxes: [Inbox] = []
    /// Why there are no queues to go to; nil where there are, or where they are still to come.
    private var queuesProblem: Phrase?
    private var language = Language.vi

    init(desk: Desk) {
        self.desk = desk
    }

    var title: SafeText { desk.title(Strings.Command.title) }
    var scopes: [String] { ["command"] + query.scopes }
    var capturesText: Bool { true }
    var wheelIsArrows: Bool { true }
    func enabled(_ action: ActionID) -> Bool {
        switch action {
        case .runCommand: entries.indices.contains(cursor)
        case .command, .lookup: false
        default: true
        }
    }

    mutating func start(_ context: ScreenContext) -> [Effect<Message>] {
        language = context.language
        refresh()
        return desk.signedIn == nil ? [] : [loadQueues()]
    }

    private func loadQueues() -> Effect<Message> {
        let desk = desk
        return .run(id: "inboxes") {
            .inboxes(await desk.ask { client throws(APIError) in try await client.inboxes() })
        }
    }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .action(.closeCommand): return [.pop()]
        case .action(.runCommand):
            return entries.indices.contains(cursor) ? run(entries[cursor], context) : []
        case .message(.inboxes(.success(let inboxes))):
            self.inboxes = inboxes
            refresh()
            return []
        case .message(.inboxes(.failure(let error))):
            if error == .unauthorised { return [.push(LoginScreen.again(desk))] }
            queuesProblem = Strings.Command.noQueues(error.words)
            return []
        case .resumed(let result):
            if result as? LoginResult == .other { return [.popToRoot] }
            return result is LoginResult ? [loadQueues()] : []
        case .input(.scan(let scan)):
            return [.pop()] + DossierScreen.open(scan: scan, desk: desk, context.language)
        case .input(.key(let key)) where moves(key): return []
        case .input(.mouse(let mouse)):
            switch drawn.click(mouse, bar: cursor, count: entries.count) {
            case .open: return handle(.action(.runCommand), context)
            case .row(let row): cursor = row
            case nil: break
            }
            return []
        case .input(let input): return edited(query.handle(input))
        case .action(let action): return edited(query.perform(action))
        case .hangup: return []
        }
    }

    /// What the entry did not take, in whole or in part, is heard and said (eForm TF-2).
    private mutating func edited(_ outcome: WidgetOutcome) -> [Effect<Message>] {
        if outcome == .changed { refresh() }
        return query.notice == nil ? [] : [.bell]
    }

    private mutating func moves(_ key: Key) -> Bool {
        switch key.code {
        case .up: cursor = max(0, cursor - 1)
        case .down: cursor = min(max(0, entries.count - 1), cursor + 1)
        case .pageUp: cursor = max(0, cursor - 10)
        case .pageDown: cursor = min(max(0, entries.count - 1), cursor + 10)
        default: return false
        }
        return true
    }

    // MARK: - What can be meant

    private mutating func refresh() {
        cursor = 0
        let text = query.text.trimmed
        var found: [Entry] = []
        if let code = LookupQuery.code(text, unit: desk.dossierUnit) {
            found.append(Entry(words: Strings.Command.openDossier(code), detail: "", target: .dossier(code)))
            if desk.signedIn != nil {
                found.append(Entry(words: Strings.Explain.of(code), detail: "", target: .explain(code)))
            }
        }
        found += all.filter {
            text.isEmpty || TextFold.matches(text, $0.words.text(language) + " " + $0.detail)
        }
        if text.count >= LookupScreen.shortest {
            found.append(Entry(words: Strings.Command.search(text), detail: "", target: .search(text)))
        }
        entries = found
    }

    private var all: [Entry] {
        var all: [Entry] = []
        let canTakeIn = desk.me?.roles.contains("reception") ?? false
        if canTakeIn { all.append(Entry(words: Strings.Command.newIntake, detail: "N", target: .intake)) }
        if desk.isHotline { all.append(Entry(words: Strings.Call.command, detail: "F11", target: .call)) }
        if desk.isHotline || desk.canAnswerTickets {
            all.append(Entry(words: Strings.Ticket.command, detail: "", target: .tickets))
        }
        if desk.isCashier {
            all.append(Entry(words: Strings.Till.command, detail: "P", target: .till))
        }
        if desk.handlesPost {
            all.append(Entry(words: Strings.Post.command, detail: "B", target: .post))
        }
        if desk.overseesMoney {
            all.append(Entry(words: Strings.Drawer.command, detail: "", target: .drawers))
            all.append(Entry(words: Strings.Receipts.command, detail: "", target: .receipts))
            all.append(Entry(words: Strings.Reconciling.command, detail: "", target: .reconciling))
            all.append(Entry(words: Strings.Reconciling.summaryCommand, detail: "", target: .receiptSummary))
        }
        all.append(Entry(words: Strings.Command.lookup, detail: "F3", target: .lookup))
        all.append(Entry(words: Strings.Command.home, detail: "", target: .home))
        if desk.canSeeMismatches {
            all.append(Entry(words: Strings.Mismatch.command, detail: "", target: .mismatches))
        }
        if desk.isAdministrator {
            all.append(Entry(words: Strings.Officers.command, detail: "U", target: .officers))
            all.append(Entry(words: Strings.Bindings.command, detail: "V", target: .units))
            all.append(Entry(words: Strings.Calendar.command, detail: "", target: .calendar))
            all.append(Entry(words: Strings.Processes.command, detail: "", target: .processes))
            all.append(Entry(words: Strings.DeadLetters.command, detail: "", target: .deadLetters))
        }
        all += inboxes.map {
            Entry(words: Strings.Command.queue($0.title), detail: "\($0.count)", target: .queue($0))
        }
        if desk.canPrint {
            all.append(Entry(words: Strings.Command.register, detail: "", target: .register))
        }
        if desk.canSeeFigures {
            all.append(Entry(words: Strings.Figures.command, detail: "", target: .figures))
        }
        if desk.signedIn != nil {
            if desk.canSeeFigures {
                all.append(Entry(words: Strings.Delegations.command, detail: "", target: .delegations))
            }
            all.append(Entry(words: Strings.Audit.command, detail: "", target: .audit))
            if desk.waitingToSend > 0 || desk.waitingProblem != nil {
                all.append(Entry(words: Strings.Unsent.command, detail: "", target: .unsent))
            }
            if desk.canSeeFigures {
                all.append(Entry(words: Strings.HandOverAll.command, detail: "", target: .handOverAll))
            }
            all.append(Entry(words: Strings.Explain.command, detail: "", target: .explain("")))
        }
        all.append(Entry(words: Strings.Command.language, detail: "", target: .language))
        all.append(Entry(words: Strings.Command.theme, detail: "", target: .theme))
        all.append(Entry(words: Strings.Command.logout, detail: "", target: .logout))
        all.append(Entry(words: Strings.Command.quit, detail: "Ctrl-Q", target: .quit))
        if canTakeIn, !query.isEmpty {
            all += (desk.catalogue ?? []).map {
                Entry(words: Strings.Command.intake($0.name), detail: $0.code, target: .procedure($0.code))
            }
        }
        return all
    }

    private func run(_ entry: Entry, _ context: ScreenContext) -> [Effect<Message>] {
        switch entry.target {
        case .home: return [.popToRoot]
        case .intake: return [.replace(IntakeScreen(desk: desk))]
        case .lookup: return [.replace(LookupScreen(desk: desk))]
        case .register: return desk.me.map { [.replace(RegisterScreen(desk: desk, me: $0))] } ?? []
        case .figures: return [.replace(FiguresScreen(desk: desk))]
        case .queue(let inbox): return [.replace(QueueScreen(desk: desk, inbox: inbox))]
        case .procedure(let code): return [.replace(IntakeScreen(desk: desk, procedure: code))]
        case .dossier(let code): return [.replace(DossierScreen(desk: desk, code: code))]
        case .search(let text): return [.replace(LookupScreen(desk: desk, query: text))]
        case .call: return [.replace(CallScreen(desk: desk))]
        case .till: return [.replace(TillScreen(desk: desk))]
        case .post: return [.replace(PostScreen(desk: desk))]
        case .drawers: return [.replace(DrawerScreen(desk: desk))]
        case .receipts: return [.replace(ReceiptListScreen(desk: desk))]
        case .reconciling: return [.replace(ReconciliationScreen(desk: desk))]
        case .receiptSummary: return [.replace(ReceiptSummaryScreen(desk: desk, day: desk.today))]
        case .tickets: return [.replace(TicketListScreen(desk: desk))]
        case .mismatches: return [.replace(MismatchListScreen(desk: desk))]
        case .unsent: return [.replace(UnsentScreen(desk: desk))]
        case .handOverAll: return [.replace(HandOverAllScreen(desk: desk))]
        case .calendar: return [.replace(CalendarScreen(desk: desk))]
        case .deadLetters: return [.replace(DeadLettersScreen(desk: desk))]
        case .delegations: return [.replace(DelegationListScreen(desk: desk))]
        case .audit: return [.replace(AuditScreen(desk: desk))]
        case .officers: return [.replace(OfficerListScreen(desk: desk))]
        case .units: return [.replace(UnitListScreen(desk: desk))]
        case .processes: return [.replace(ProcessListScreen(desk: desk))]
        case .explain(let code): return [.replace(ExplainScreen(desk: desk, code: code))]
        case .language:
            let next: Language = context.language == .vi ? .en : .vi
            desk.language = next
            return [.setLanguage(next), .pop()]
        case .theme: return [.setTheme(HomeScreen.theme(after: context.theme)), .pop()]
        case .logout:
            // Every screen saves under its officer's name first; one that can't keeps the officer here.
            return [.post(DeskNotice.logOut), .popToRoot, .post(DeskNotice.closingEnded)]
        case .quit: return [.quit()]
        }
    }

    // MARK: - Drawing

    private func firstShown(rows: Int) -> Int { max(0, cursor - rows + 1) }

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        let width = min(76, canvas.size.columns - 2)
        let rows = min(canvas.size.rows, max(5, min(entries.count, 15) + 4))
        let box = Rect(column: (canvas.size.columns - width) / 2, row: 0, columns: width, rows: rows)
        canvas.box(
            box, title: SafeText(Strings.Command.title.text(context.language)), role: .borderFocused,
            titleRole: .title)
        let inside = box.inside
        canvas.put(":", at: inside.origin.offset(columns: 1), role: .key)
        query.draw(
            into: &canvas,
            area: Rect(column: inside.column + 3, row: inside.row, columns: inside.columns - 4, rows: 1),
            isFocused: true, placeholder: SafeText(Strings.Command.placeholder.text(context.language)),
            glyphs: Glyphs.of(context))
        let cursorPlace = canvas.cursor
        let list = inside.splitTop(2).rest
        let first = firstShown(rows: list.rows)
        drawn.record(list, first: first)
        for (row, entry) in entries.dropFirst(first).prefix(list.rows).enumerated() {
            let isLit = first + row == cursor
            let line = list.line(row)
            if isLit { canvas.fill(line, role: .selection) }
            let detail = SafeText(entry.detail)
            canvas.put(
                SafeText(entry.words.text(context.language)).truncated(to: line.columns - detail.width - 4),
                at: line.origin.offset(columns: 1), role: isLit ? .selection : .text)
            canvas.put(
                detail, at: Point(line.endColumn - detail.width - 1, line.row),
                role: isLit ? .selection : .dim)
        }
        canvas.cursor = cursorPlace
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        if let notice = query.notice {
            return MessageLine(SafeText(notice.text(context.language)), role: .warning)
        }
        if let queuesProblem {
            return MessageLine(SafeText(queuesProblem.text(context.language)), role: .warning)
        }
        return MessageLine(SafeText(Strings.Command.help.text(context.language)))
    }
}
