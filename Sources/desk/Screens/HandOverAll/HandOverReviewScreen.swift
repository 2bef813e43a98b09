import APIClient
import Forms
import Models
import TUI

/// What a hand-over comes to: which dossiers go, which stay and why. F10 does it, and then each says what became of it.
struct HandOverReviewScreen: Screen {
    enum Message: Sendable {
        case done(Result<Acted<DossierHandOverResult>, SubmitFailure>)
    }

    let desk: Desk
    let request: DossierHandOver
    private let from: String
    private(set) var result: DossierHandOverResult
    private(set) var list: OutcomeList
    private(set) var isFinished = false
    private var isWorking = false
    private var problem: Phrase?
    private let key: ID
    private let owner: SignedIn?
    private let hold: APIClient.Claim?

    /// - Parameter from: The name of who gives.
    init(desk: Desk, request: DossierHandOver, from: String, preview: DossierHandOverResult) {
        self.desk = desk
        self.request = request
        self.from = from
        result = preview
        list = OutcomeList((preview.items ?? []).map(Self.row))
        key = desk.newID()
        owner = desk.signedIn
        hold = owner?.store?.claim(key)
    }

    private static func row(_ item: DossierHandOverResult.Item) -> OutcomeRow {
        OutcomeRow(
            id: item.id, code: item.code, name: item.applicantName,
            state: item.reason.map { .impossible(OutcomeRow.words(of: $0)) } ?? .possible,
            note: Phrase(
                item.stepName + ", "
                    + (item.isTaken ? Strings.HandOverAll.taken : Strings.HandOverAll.alone).text(.vi),
                en: item.stepName + ", "
                    + (item.isTaken ? Strings.HandOverAll.taken : Strings.HandOverAll.alone).text(.en)))
    }

    var title: SafeText { desk.title(Strings.HandOverAll.title) }
    var scopes: [String] { ["hand_over_review"] }
    var wheelIsArrows: Bool { true }
    func enabled(_ action: ActionID) -> Bool {
        action == .handOverNow ? !isFinished && !isWorking && result.count > 0 : true
    }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .action(.closeHandOverReview):
            guard isFinished else { return [.pop()] }
            return [.pop(result: BulkOutcome(done: Set(list.rows.filter(\.isDone).map(\.id))))]
        case .action(.handOverNow): return enabled(.handOverNow) ? [send()] : [.bell]
        case .message(.done(.success(let acted))):
            finish(acted)
            return []
        case .message(.done(.failure(let failure))):
            isWorking = false
            problem = failure.words(unknown: Strings.HandOverAll.unknown)
            return problem == nil ? [.push(LoginScreen.again(desk))] : [.bell]
        case .resumed(let result): return result as? LoginResult == .other ? [.popToRoot] : []
        case .input(.key(let key)):
            _ = list.scroll(
                key, rows: context.size.rows - headRows(context), width: context.size.columns,
                context.language)
            return []
        case .input, .action, .hangup: return []
        }
    }

    private mutating func finish(_ acted: Acted<DossierHandOverResult>) {
        isWorking = false
        isFinished = true
        problem = acted.isOfEarlierContent ? Strings.Act.earlierContent : nil
        result = acted.value
        list = Self.outcomes(result)
    }

    /// What became of each, for the screen and for plain mode.
    static func outcomes(_ result: DossierHandOverResult) -> OutcomeList {
        OutcomeList(
            (result.items ?? []).map { item in
                var row = row(item)
                row.state =
                    item.reason.map { .refused(OutcomeRow.words(of: $0)) } ?? .done("→ " + result.to.name)
                return row
            })
    }

    private mutating func send() -> Effect<Message> {
        isWorking = true
        problem = nil
        let title = Strings.HandOverAll.actTitle(from, result.to.name)
        let (desk, request, key, owner) = (desk, request, key, owner)
        return .run(id: "hand-over") {
            .done(await desk.handOver(request, key: key, title: title, owner: owner))
        }
    }

    // MARK: - Drawing

    /// Who to whom, how many, what is beside them: all of it on narrow screens too.
    private func headRows(_ context: ScreenContext) -> Int { 2 + noteLines(context).count }

    private func noteLines(_ context: ScreenContext) -> [SafeText] {
        notes.flatMap { SafeText($0.text(context.language)).wrapped(to: context.size.columns - 2) }
    }

    var notes: [Phrase] {
        [
            result.shared.flatMap { $0 > 0 ? Strings.HandOverAll.shared($0) : nil },
            result.hasMore == true ? Strings.HandOverAll.hasMore : nil,
        ].compactMap(\.self)
    }

    var summary: Phrase {
        let left = result.left ?? 0
        if isFinished { return Strings.HandOverAll.went(result.count, left: left) }
        if result.count + left == 0 { return Strings.HandOverAll.empty }
        return result.count == 0
            ? Strings.HandOverAll.noneGoes : Strings.HandOverAll.goes(result.count, left: left)
    }

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        let language = context.language
        let head = Strings.HandOverAll.head(from, result.to.name).text(language)
        canvas.put(SafeText(head).truncated(to: canvas.size.columns - 2), at: Point(1, 0), role: .title)
        canvas.put(
            SafeText(summary.text(language)).truncated(to: canvas.size.columns - 2), at: Point(1, 1),
            role: isFinished ? .success : .text)
        for (row, words) in noteLines(context).enumerated() {
            canvas.put(words, at: Point(1, 2 + row), role: .dim)
        }
        list.draw(into: &canvas, area: canvas.bounds.splitTop(headRows(context)).rest, context)
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        let language = context.language
        if isWorking { return MessageLine(SafeText(Strings.HandOverAll.working.text(language))) }
        if let problem { return MessageLine(SafeText(problem.text(language)), role: .error) }
        let words = isFinished || result.count == 0 ? Strings.HandOverAll.waits : Strings.HandOverAll.confirm
        return MessageLine(SafeText(words.text(language)))
    }
}
