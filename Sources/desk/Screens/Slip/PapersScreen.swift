import APIClient
import Forms
import Models
import TUI

/// Forms 01 to 06 of a dossier: which can be made now, and why the others can't. Enter opens one.
struct PapersScreen: Screen {
    enum Message: Sendable {
        case events(Result<[DossierEvent], APIError>)
        case prints(Result<[PrintRecord], APIError>)
    }

    let desk: Desk
    let dossier: Dossier
    let me: Me
    private var events: [DossierEvent]
    /// The journal of its papers: which slip is a corrected one, and what an apology promised, follow from it.
    private var prints = Remote<[PrintRecord]>.loading
    private var isLoading: Bool
    /// Chosen before the journal was there: opened when it is.
    private var isOpening = false
    private(set) var choices: [PaperChoice] = []
    private(set) var cursor = 0
    /// Whether the officer has moved the cursor: then it stays where it is.
    private var hasMoved = false
    private var problem: Phrase?

    /// - Parameter events: The whole history; nil where it has to be asked for.
    init(desk: Desk, dossier: Dossier, events: [DossierEvent]? = nil, me: Me) {
        self.desk = desk
        self.dossier = dossier
        self.me = me
        self.events = events ?? []
        isLoading = events == nil
        if events != nil { choose() }
    }

    var title: SafeText { desk.title(Strings.DossierPapers.title) }
    var scopes: [String] { ["paper_choice"] }
    func enabled(_ action: ActionID) -> Bool {
        action == .openPaper ? choices.indices.contains(cursor) && choices[cursor].isPossible : true
    }

    mutating func start(_ context: ScreenContext) -> [Effect<Message>] { load() }

    private func load() -> [Effect<Message>] {
        let (desk, id) = (desk, dossier.id)
        let prints = Effect<Message>.run(id: "prints") {
            .prints(await desk.ask { client throws(APIError) in try await client.prints(dossier: id) })
        }
        guard isLoading else { return [prints] }
        return [
            prints,
            .run(id: "events") {
                .events(await desk.ask { client throws(APIError) in try await client.events(dossier: id) })
            },
        ]
    }

    /// As the server judges it, by the journal too: what follows from something that is over is a reprint or nothing. The
    /// first that can be made is under the cursor: of several the latest, as it follows from the last act.
    private mutating func choose() {
        choices = PaperChoice.all(
            acceptedAt: dossier.acceptedAt, status: dossier.status, dueAt: dossier.dueAt, events: events,
            prints: prints.value, at: desk.now)
        guard !hasMoved else { return }
        let latest = choices.indices.filter { choices[$0].isPossible }
            .max { (choices[$0].event?.seq ?? 0) < (choices[$1].event?.seq ?? 0) }
        cursor = latest.flatMap { choices[$0].event == nil ? nil : $0 } ?? 0
    }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .action(.closePaperChoice): return [.pop()]
        case .action(.openPaper):
            guard choices.indices.contains(cursor), choices[cursor].isPossible else { return [] }
            guard !prints.isLoading else {
                isOpening = true
                return []
            }
            return [open(choices[cursor])]
        case .message(.prints(let result)):
            prints = Remote(result)
            if !isLoading { choose() }
            defer { isOpening = false }
            guard isOpening, choices.indices.contains(cursor), choices[cursor].isPossible else { return [] }
            return [open(choices[cursor])]
        case .message(.events(let result)):
            isLoading = false
            switch result {
            case .success(let events):
                problem = nil
                self.events = events
                choose()
                return []
            case .failure(let error):
                problem = error.words
                return error == .unauthorised ? [.push(LoginScreen.again(desk))] : [.bell]
            }
        case .resumed(let result):
            guard result is LoginResult else { return [] }
            isLoading = true
            prints = .loading
            return load()
        case .input(.key(let key)):
            hasMoved = true
            switch key.code {
            case .up: cursor = max(0, cursor - 1)
            case .down: cursor = min(max(0, choices.count - 1), cursor + 1)
            case .home: cursor = 0
            case .end: cursor = max(0, choices.count - 1)
            default: break
            }
            return []
        case .input, .action, .hangup: return []
        }
    }

    private func open(_ choice: PaperChoice) -> Effect<Message> {
        let slip = SlipDocument(
            choice: choice, dossier: dossier, events: events, prints: prints.value, me: me,
            place: desk.config.place.name, today: desk.today)
        guard let definition = PaperForm.definition(slip) else {
            return .push(SlipScreen(desk: desk, dossier: dossier, slip: slip, me: me))
        }
        return .push(
            PaperDetailScreen(
                desk: desk, dossier: dossier, slip: slip, me: me, isPromising: choice.missed != nil,
                definition: definition))
    }

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        let language = context.language
        canvas.put(SafeText(dossier.code), at: Point(1, 0), role: .title)
        if choices.isEmpty {
            let words = problem ?? Strings.Common.loading
            canvas.put(
                SafeText(words.text(language)), at: Point(1, 2), role: problem == nil ? .dim : .error)
            return
        }
        for (index, choice) in choices.enumerated() {
            let row = 2 + index * 2
            let line = Rect(column: 1, row: row, columns: canvas.size.columns - 2, rows: 1)
            let isLit = index == cursor
            if isLit { canvas.fill(line, role: .selection) }
            let name = SafeText(Strings.Slip.form(choice.form.rawValue).text(language))
            let role: Role = isLit ? .selection : choice.isPossible ? .text : .dim
            canvas.put(name.truncated(to: line.columns - 2), at: Point(2, row), role: role)
            let words = SafeText(Strings.DossierPapers.state(choice).text(language))
            canvas.put(
                words.truncated(to: line.columns - 6), at: Point(6, row + 1),
                role: choice.isPossible ? .success : .dim)
        }
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        problem.map { MessageLine(SafeText($0.text(context.language)), role: .error) }
    }
}
