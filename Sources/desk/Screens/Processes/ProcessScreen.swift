import APIClient
import Forms
import Models
import TUI

/// One version of a process, from the server or from a file that is not there yet: looked at before it is put in, and
/// before it is brought into force.
struct ProcessScreen: Screen {
    /// Where what is shown comes from.
    enum Source: Sendable {
        case server(id: ID, version: Int)
        /// The definition as it stands in the file.
        case file(JSONValue)
    }

    enum Message: Sendable {
        case loaded(Result<ShownProcess, APIError>)
        case put(Result<Acted<ProcessOutline>, SubmitFailure>)
    }

    let desk: Desk
    private var source: Source
    private let name: String
    private(set) var shown: ShownProcess?
    private var offset = 0
    private var isActing = false
    private(set) var problem: Phrase?
    /// What the server objects to in a file, each with its place.
    private var refused: [InputProblem] = []
    private let owner: SignedIn?
    /// Of putting the file in: a second press is the same act.
    private let key: ID

    init(desk: Desk, id: ID, version: Int, name: String) {
        self.desk = desk
        source = .server(id: id, version: version)
        self.name = name
        owner = desk.signedIn
        key = desk.newID()
    }

    private init(desk: Desk, definition: JSONValue, outline: ProcessOutline) {
        self.desk = desk
        source = .file(definition)
        name = outline.name
        shown = ShownProcess(process: outline)
        owner = desk.signedIn
        key = desk.newID()
    }

    /// The page of a file; refused where its bytes are no process, with what is wrong.
    static func file(_ bytes: [UInt8], _ desk: Desk) -> FileChoice {
        guard let definition = try? LenientJSON.decode(JSONValue.self, from: bytes) else {
            return .refused(Strings.Processes.noJSON)
        }
        guard let outline = try? LenientJSON.decode(ProcessOutline.self, from: bytes) else {
            return .refused(Strings.Processes.noProcess)
        }
        return .opens(ProcessScreen(desk: desk, definition: definition, outline: outline))
    }

    var title: SafeText { desk.title(Strings.Processes.one) }
    var scopes: [String] { ["process"] }
    var wheelIsArrows: Bool { true }
    private var isFile: Bool { if case .file = source { true } else { false } }

    func enabled(_ action: ActionID) -> Bool {
        switch action {
        case .savePutProcess: desk.isMinistryAdministrator && isFile && !isActing
        case .activateProcess:
            desk.isMinistryAdministrator && shown?.process.state == "draft"
                && shown?.findings?.isEmpty == true
        default: true
        }
    }

    mutating func start(_ context: ScreenContext) -> [Effect<Message>] { [load()] }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .action(.closeProcess): return [.pop()]
        case .action(.refreshProcess): return [load()]
        case .action(.savePutProcess): return put()
        case .action(.activateProcess):
            guard enabled(.activateProcess), let shown, let revision = shown.revision else { return [.bell] }
            let task = ProcessActivationTask(process: shown.process, revision: revision)
            return [.push(TaskScreen(desk: desk, task: task))]
        case .input(.key(let key)):
            let rows = context.size.rows - 1
            offset = sheet(context)?.scrolled(offset, by: key, rows: rows) ?? 0
            return []
        case .message(.loaded(.success(let shown))):
            problem = nil
            self.shown = shown
            return []
        case .message(.loaded(.failure(let error))):
            problem = error.words
            return error == .unauthorised ? [.push(LoginScreen.again(desk))] : [.bell]
        case .message(.put(.success(let acted))):
            isActing = false
            refused = []
            source = .server(id: acted.value.id, version: acted.value.version)
            let words = Strings.Processes.drafted(acted.value).text(context.language)
            return [.toast(SafeText(words), .success), load()]
        case .message(.put(.failure(let failure))):
            isActing = false
            problem = failure.words(unknown: Strings.MoneyTasks.unknown)
            if case .refused(let refusal) = failure { refused = refusal.errors ?? [] }
            if case .expired = failure { return [.push(LoginScreen.again(desk))] }
            return [.bell]
        case .resumed(let result): return result as? LoginResult == .other ? [.popToRoot] : [load()]
        case .input, .action, .hangup: return []
        }
    }

    /// The version, the one in force beside it, and of a draft what stops it.
    private func load() -> Effect<Message> {
        let (desk, source, outline, today) = (desk, source, shown?.process, desk.today)
        return .run(id: "load") {
            .loaded(
                await desk.ask { client throws(APIError) in
                    var shown: ShownProcess
                    switch source {
                    case .server(let id, let version):
                        let found = try await client.processOutline(id, version: version)
                        shown = ShownProcess(process: found.value, revision: found.revision)
                    case .file:
                        guard let outline else { throw APIError.garbage(.empty) }
                        shown = ShownProcess(process: outline)
                    }
                    let process = shown.process
                    let active = try await client.processes(
                        procedure: process.procedure, state: "active", limit: 200
                    ).items.filter {
                        $0.id == process.id && $0.state == "active" && $0.effectiveFrom <= today
                    }.max { $0.version < $1.version }
                    if let active, shown.revision == nil || active.version != process.version {
                        shown.current = try await client.processOutline(active.id, version: active.version)
                            .value
                    }
                    if process.state == "draft", shown.revision != nil {
                        shown.findings = try await client.lintProcess(process.id, version: process.version)
                    }
                    return shown
                })
        }
    }

    private mutating func put() -> [Effect<Message>] {
        guard enabled(.savePutProcess), case .file(let definition) = source else { return [.bell] }
        isActing = true
        problem = nil
        let (desk, owner, key, name) = (desk, owner, key, name)
        let title = Strings.Officers.actTitle(Strings.Processes.put.vi, name)
        return [
            .run(id: "put") {
                .put(
                    await desk.carryOut(.draft(process: definition), key: key, title: title, owner: owner))
            }
        ]
    }

    // MARK: - Drawing

    private func sheet(_ context: ScreenContext) -> Sheet? {
        guard var shown else { return nil }
        if isFile, !refused.isEmpty { shown.findings = refused }
        return ProcessPage.make(
            shown, width: context.size.columns - 3, ascii: context.ascii, context.language)
    }

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        let language = context.language
        let version = shown?.process.version
        let head = version.map { Strings.Processes.version(name, $0) } ?? Phrase(vi: name)
        let (line, rest) = canvas.bounds.splitTop(1)
        canvas.put(
            SafeText((isFile ? Phrase(vi: name) : head).text(language)).truncated(
                to: canvas.size.columns - 2),
            at: Point(1, line.row), role: .title)
        guard let sheet = sheet(context) else {
            return ColumnList.say(
                problem ?? Strings.Common.loading, role: problem == nil ? .dim : .error, into: &canvas,
                area: rest, language)
        }
        sheet.draw(into: &canvas, area: rest.inset(columns: 1, rows: 0), offset: offset)
        ScrollBar.draw(
            into: &canvas, area: Rect(column: rest.endColumn - 1, row: rest.row, columns: 1, rows: rest.rows),
            total: sheet.lines.count, first: sheet.clamped(offset, rows: rest.rows), role: .border,
            glyphs: Glyphs.of(context))
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        if let problem, shown != nil {
            return MessageLine(SafeText(problem.text(context.language)), role: .error)
        }
        return isFile
            ? MessageLine(SafeText(Strings.Processes.fileHint.text(context.language)), waits: true) : nil
    }
}
