import APIClient
import Forms
import Models
import TUI

/// Chooses a bank's file of what came in, and hands it to the central system as it is. What was in an earlier file is
/// booked no second time, so a file whose answer was lost is simply chosen again.
struct BankFileScreen: Screen {
    enum Message: Sendable {
        case folder(String, Result<Folder, FolderError>)
        case taken(String, BankFileOutcome)
    }

    private static let field = "file"

    let desk: Desk
    private(set) var form: FormState
    private var lastFolder: String?
    private var problem: Phrase?

    init(desk: Desk) {
        self.desk = desk
        form = FormState(Self.definition, today: desk.today, language: desk.language)
        form.time = desk.time
    }

    static let definition = FormDefinition(
        id: "desk-bank-file", title: Strings.Reconciling.bankFile,
        fields: [
            Field(
                id: field, label: Strings.Reconciling.file,
                kind: .files(FileRule(types: [.text], maxBytes: FileRule.largestBytes)),
                help: Strings.Reconciling.fileHelp)
        ])

    var title: SafeText { desk.title(Strings.Reconciling.bankFile) }
    var scopes: [String] { form.scopes + ["money_form"] }
    var helpScopes: [String] { form.helpScopes + ["money_form"] }
    var capturesText: Bool { form.capturesText }
    var deadline: Int64? { form.deadline }
    func enabled(_ action: ActionID) -> Bool { form.isEnabled(action) }
    func name(of action: ActionID) -> Phrase? { form.name(of: action) }

    /// The browser is what it is about: it stands open from the first.
    mutating func start(_ context: ScreenContext) -> [Effect<Message>] {
        react(to: form.handle(ScreenEvent<Message>.action("files.accept")))
    }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .action(.closeMoneyForm) where !form.isPopupOpen: return [.pop()]
        case .message(.folder(let wanted, .success(let folder))):
            lastFolder = folder.path.reversible
            form.provide(folder.listing, for: wanted)
            return []
        case .message(.folder(let wanted, .failure(.notAFolder))):
            guard form.chooseFile(wanted) != nil else { return [] }
            return take([desk.paths.expanding(wanted)])
        case .message(.folder(let wanted, .failure(.vanished))):
            form.folderFailed(wanted, Strings.Files.noSuchPath)
            return []
        case .message(.folder(let wanted, .failure(let error))):
            form.folderFailed(wanted, error.words)
            return []
        case .message(.taken(let name, .taken(let result))):
            return [.replace(BankImportScreen(desk: desk, name: name, result: result))]
        case .message(.taken(_, let outcome)):
            form.working = false
            problem = outcome.problem
            return outcome.isExpired ? [.push(LoginScreen.again(desk))] : [.bell]
        case .resumed(let result): return result as? LoginResult == .other ? [.popToRoot] : []
        case .hangup: return []
        case .input, .action: return react(to: form.handle(event))
        }
    }

    private mutating func react(to outcome: FormOutcome) -> [Effect<Message>] {
        outcome.events.flatMap { event -> [Effect<Message>] in
            switch event {
            case .needsFolder(let wanted): [read(wanted)]
            case .file(_, .add(let paths)): take(paths)
            case .refused: [.bell]
            default: []
            }
        }
    }

    private func read(_ wanted: String) -> Effect<Message> {
        let places =
            wanted.isEmpty
            ? [lastFolder, desk.paths.home].compactMap(\.self) : [desk.paths.expanding(wanted)]
        return .run(id: "folder") { .folder(wanted, Folder.find(places)) }
    }

    private mutating func take(_ paths: [String]) -> [Effect<Message>] {
        guard let path = paths.first, let raw = RawPath(reversible: path) else { return [.bell] }
        form.working = true
        problem = nil
        let (desk, key) = (desk, desk.newID())
        let name = SafeText(String(decoding: raw.name, as: UTF8.self)).string
        return [.run(id: "bank") { .taken(name, await desk.takeBankFile(raw, key: key)) }]
    }

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        let columns = canvas.size.columns - 2
        var row = 0
        for part in SafeText.wrapped(Strings.Reconciling.fileColumns.text(context.language), to: columns) {
            canvas.put(part, at: Point(1, row), role: .text)
            row += 1
        }
        FormView.draw(form, into: &canvas, rect: canvas.bounds.splitTop(row).rest, context: context)
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        if let problem { return MessageLine(SafeText(problem.text(context.language)), role: .error) }
        if form.working { return MessageLine(SafeText(Strings.Reconciling.sending.text(context.language))) }
        return form.messageLine(context.language)
    }
}
