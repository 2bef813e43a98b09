import APIClient
import Forms
import Models
import TUI

/// Forms 01 to 06 of a dossier: which can be made now, and why the others can't. Enter opens one.
struct PapersScreen: Screen {
    enum Message: Sendable {
        case events(Result<[DossierEvent], APIError>)
    }

    let desk: Desk
    let dossier: Dossier
    let me: Me
    private var events: [DossierEvent]
    private var isLoading: Bool
    private(set) var choices: [PaperChoice] = []
    private(set) var cursor = 0
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

    mutating func start(_ context: ScreenContext) -> [Effect<Message>] { isLoading ? [load()] : [] }

    private func load() -> Effect<Message> {
        let (desk, id) = (desk, dossier.id)
        return .run(id: "events") {
            .events(await desk.ask { client throws(APIError) in try await client.events(dossier: id) })
        }
    }

    /// The first that can be made is under the cursor: of several the latest, as it follows from the last act.
    private mutating func choose() {
        choices = PaperChoice.all(
            acceptedAt: dossier.acceptedAt, status: dossier.status, events: events)
        let latest = choices.indices.filter { choices[$0].isPossible }
            .max { (choices[$0].event?.seq ?? 0) < (choices[$1].event?.seq ?? 0) }
        cursor = latest.flatMap { choices[$0].event == nil ? nil : $0 } ?? 0
    }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .action(.closePaperChoice): return [.pop()]
        case .action(.openPaper):
            guard choices.indices.contains(cursor), choices[cursor].isPossible else { return [] }
            let slip = SlipDocument(
                choice: choices[cursor], dossier: dossier, events: events, me: me,
                place: desk.config.place.name, today: desk.today)
            if let definition = PaperForm.definition(slip) {
                return [
                    .push(
                        PaperDetailScreen(
                            desk: desk, dossier: dossier, slip: slip, me: me, definition: definition))
                ]
            }
            return [.push(SlipScreen(desk: desk, dossier: dossier, slip: slip, me: me))]
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
            return [load()]
        case .input(.key(let key)):
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
