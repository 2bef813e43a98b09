import APIClient
import Forms
import Models
import TUI

/// One dossier, to be read: data, papers, deadline, fees, history; its slip can be printed again.
struct DossierScreen: Screen {
    enum Message: Sendable {
        case found(Result<Page<SearchItem>, APIError>)
        case loaded(Result<Dossier, APIError>)
        case events(Result<[DossierEvent], APIError>)
        case form(Result<FormDefinition, APIError>)
        case names([AnswerLines.Code: String])
        /// What the papers of the case are called, by their codes.
        case paperNames([String: String])
    }

    let desk: Desk
    /// nil while only the code is known.
    private var id: ID?
    private let code: String
    private var dossier: Dossier?
    private var events = Remote<[DossierEvent]>.loading
    private var form = Remote<FormDefinition>.loading
    private var names: [AnswerLines.Code: String] = [:]
    private var problem: Phrase?
    private var offset = 0
    private let openedAt: Instant

    init(desk: Desk, id: ID, code: String) {
        self.desk = desk
        openedAt = desk.now
        self.id = id
        self.code = code
    }

    /// By its code alone, as read from paper or spoken.
    init(desk: Desk, code: String) {
        self.desk = desk
        openedAt = desk.now
        self.code = LookupQuery.code(code, unit: desk.me?.unit.code) ?? code
    }

    /// What a scan means on a screen that has no use of its own for it: a dossier's code opens the dossier.
    static func open<M: Sendable>(scan: String, desk: Desk, _ language: Language) -> [Effect<M>] {
        switch ScanReading.recognise(scan) {
        case .dossierCode(let code): [.push(DossierScreen(desk: desk, code: code))]
        case .identityCard(let raw):
            [.push(LookupScreen(desk: desk, query: String(raw.prefix { $0 != "|" })))]
        case .trackingNumber(let number): [.push(LookupScreen(desk: desk, query: number))]
        case nil: []
        }
    }

    var title: SafeText { desk.title(Strings.Dossier.title) }
    var scopes: [String] { ["dossier"] }
    func enabled(_ action: ActionID) -> Bool {
        action == .printAgain ? desk.canPrint && dossier?.slipForm != nil : true
    }

    mutating func start(_ context: ScreenContext) -> [Effect<Message>] { load() }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .action(.backFromDossier): return [.pop()]
        case .action(.refreshDossier): return load()
        case .action(.printAgain):
            guard let dossier, dossier.slipForm != nil, desk.canPrint, let me = desk.me else { return [] }
            return [.push(SlipScreen(desk: desk, dossier: dossier, me: me))]
        case .input(.key(let key)):
            scroll(key, context)
            return []
        case .input(.scan(let scan)): return Self.open(scan: scan, desk: desk, context.language)
        case .message(.found(let result)):
            switch result {
            case .success(let page):
                guard let item = page.items.first(where: { $0.code == code }) else {
                    problem = Strings.Dossier.notFound(code)
                    return []
                }
                id = item.id
                return load()
            case .failure(let error): return failed(error)
            }
        case .message(.loaded(let result)):
            switch result {
            case .success(let dossier):
                self.dossier = dossier
                problem = nil
                return [loadForm(dossier)] + loadPaperNames(dossier)
            case .failure(let error): return failed(error)
            }
        case .message(.events(let result)):
            events = Remote(result)
            return expired(result)
        case .message(.form(let result)):
            form = Remote(result)
            return expired(result) + loadNames()
        case .message(.names(let names)):
            self.names = names
            return []
        case .message(.paperNames(let names)):
            guard var dossier else { return [] }
            for (index, paper) in dossier.documents.enumerated() where paper.name == nil {
                dossier.documents[index].name = names[paper.code]
            }
            self.dossier = dossier
            return []
        case .resumed(let result): return result is LoginResult ? load() : []
        case .input, .action, .hangup: return []
        }
    }

    private mutating func scroll(_ key: Key, _ context: ScreenContext) {
        guard let sheet = sheet(context) else { return }
        let rows = context.size.rows
        offset = sheet.clamped(offset, rows: rows)
        switch key.code {
        case .up: offset -= 1
        case .down: offset += 1
        case .pageUp: offset -= rows - 1
        case .pageDown, .character(" "): offset += rows - 1
        case .home: offset = 0
        case .end: offset = sheet.lines.count
        default: break
        }
        offset = sheet.clamped(offset, rows: rows)
    }

    private mutating func failed(_ error: APIError) -> [Effect<Message>] {
        if case .problem(let problem) = error, problem.status == 404 || problem.status == 403 {
            self.problem = Strings.Dossier.notFound(code)
            return []
        }
        problem = error.words
        return error == .unauthorised ? [.push(LoginScreen.again(desk))] : []
    }

    /// A part that could not be loaded is said in its place; only a lost session asks for more.
    private func expired<Value>(_ result: Result<Value, APIError>) -> [Effect<Message>] {
        // The dossier itself is asked for at the same time, and opens the login where it comes first.
        guard case .failure(.unauthorised) = result, dossier != nil, problem == nil else { return [] }
        return [.push(LoginScreen.again(desk))]
    }

    private func load() -> [Effect<Message>] {
        let desk = desk
        guard let id else {
            let code = code
            return [
                .run(id: "find") {
                    .found(
                        await desk.ask { client throws(APIError) in try await client.search(code, limit: 5) })
                }
            ]
        }
        return [
            .run(id: "load") {
                .loaded(await desk.ask { client throws(APIError) in try await client.dossier(id) })
            },
            .run(id: "events") {
                .events(
                    await desk.ask { client throws(APIError) in try await client.events(dossier: id) })
            },
        ]
    }

    private func loadForm(_ dossier: Dossier) -> Effect<Message> {
        let desk = desk
        return .run(id: "form") {
            .form(
                await desk.ask { client throws(APIError) in
                    try await client.form(procedure: dossier.procedure.code, case: dossier.caseCode)
                })
        }
    }

    private func loadNames() -> [Effect<Message>] {
        guard let dossier else { return [] }
        let codes = AnswerLines(form: form.value, language: .vi).codes(dossier.answers)
        guard !codes.isEmpty else { return [] }
        let desk = desk
        return [.run(id: "names") { .names(await desk.names(of: codes)) }]
    }

    /// Some dossiers have the codes of papers only; the procedure knows their names.
    private func loadPaperNames(_ dossier: Dossier) -> [Effect<Message>] {
        guard dossier.documents.contains(where: { $0.name == nil }) else { return [] }
        let desk = desk
        return [
            .run(id: "papers") {
                let found = await desk.ask { client throws(APIError) in
                    try await client.procedure(dossier.procedure.code)
                }
                // Where it can't be had the codes stay: they name the papers too.
                let cases = (try? found.get())?.cases ?? []
                let papers = cases.filter { $0.code == dossier.caseCode }.flatMap(\.documents)
                return .paperNames(Dictionary(papers.map { ($0.code, $0.name) }) { first, _ in first })
            }
        ]
    }

    private func sheet(_ context: ScreenContext) -> Sheet? {
        guard let dossier else { return nil }
        // The form may have gone on to another version; labels of fields that are the same still hold.
        return DossierSheet(
            dossier: dossier, events: events, form: form, names: names,
            now: Instant(seconds: context.now), language: context.language
        ).sheet(width: min(context.size.columns - 3, 110))
    }

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        guard let sheet = sheet(context) else {
            let words =
                problem ?? SlowServer.words(since: openedAt, now: context.now) ?? Strings.Common.loading
            canvas.put(SafeText(code), at: Point(1, 0), role: .title)
            for (row, line) in SafeText.wrapped(words.text(context.language), to: canvas.size.columns - 4)
                .enumerated()
            {
                canvas.put(line, at: Point(2, 2 + row), role: problem == nil ? .dim : .error)
            }
            return
        }
        let area = Rect(column: 1, row: 0, columns: canvas.size.columns - 2, rows: canvas.size.rows)
        let first = sheet.clamped(offset, rows: area.rows)
        sheet.draw(into: &canvas, area: area, offset: first)
        let bar = Rect(column: canvas.size.columns - 1, row: 0, columns: 1, rows: area.rows)
        ScrollBar.draw(
            into: &canvas, area: bar, total: sheet.lines.count, first: first, role: .border,
            glyphs: Glyphs.of(context))
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        guard dossier != nil else { return nil }
        if let problem { return MessageLine(SafeText(problem.text(context.language)), role: .error) }
        if desk.canPrint, dossier?.slipForm == nil {
            return MessageLine(SafeText(Strings.Slip.noneYet.text(context.language)))
        }
        guard let sheet = sheet(context), sheet.lines.count > context.size.rows else { return nil }
        return MessageLine(SafeText(Strings.Dossier.scrollHint.text(context.language)))
    }
}
