import APIClient
import Forms
import Models
import TUI

/// Asks what of a queue is to be shown, and in which order; closes with a ``QueueFilter``.
struct FilterScreen: Screen {
    enum Message: Sendable {
        case choices(
            procedures: Result<[ProcedureSummary], APIError>, officers: Result<[OfficerRef], APIError>)
    }

    let desk: Desk
    private let current: QueueFilter
    private var choices: FilterForm.Choices
    private(set) var form: FormState?

    /// - Parameters:
    ///   - statuses: Those that the queue shows, with their names: statuses are the server's data.
    ///   - inbox: The queue, which has an order of its own.
    init(desk: Desk, filter: QueueFilter, statuses: [Option], inbox: String = "") {
        self.desk = desk
        current = filter
        choices = FilterForm.Choices(statuses: statuses, ownOrder: Strings.Filter.ownOrder(inbox))
    }

    var title: SafeText { desk.title(Strings.Filter.title) }
    var scopes: [String] { (form?.scopes ?? []) + ["filter"] }
    var helpScopes: [String] { (form?.helpScopes ?? []) + ["filter"] }
    var capturesText: Bool { form?.capturesText ?? false }
    var deadline: Int64? { form?.deadline }
    func enabled(_ action: ActionID) -> Bool { form?.isEnabled(action) ?? true }
    func name(of action: ActionID) -> Phrase? { form?.name(of: action) }

    mutating func start(_ context: ScreenContext) -> [Effect<Message>] { [load()] }

    private func load() -> Effect<Message> {
        let desk = desk
        return .run(id: "choices") {
            var procedures = Result<[ProcedureSummary], APIError>.success(desk.catalogue ?? [])
            if desk.catalogue?.isEmpty ?? true {
                procedures = await desk.ask { client throws(APIError) in
                    try await client.procedures(limit: 200).items
                }
            }
            // Only those who handle dossiers are told who else does.
            guard desk.canPrint else { return .choices(procedures: procedures, officers: .success([])) }
            let officers = await desk.ask { client throws(APIError) in
                try await client.colleagues(handling: true)
            }
            return .choices(procedures: procedures, officers: officers)
        }
    }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .action(.closeFilter) where form?.isPopupOpen != true: return [.pop()]
        case .message(.choices(let procedures, let officers)):
            // What can't be had is not asked for; what is the matter is said.
            var failures: [APIError] = []
            func had<Value>(_ result: Result<[Value], APIError>) -> [Value] {
                switch result {
                case .success(let values): return values
                case .failure(let error):
                    failures.append(error)
                    return []
                }
            }
            choices.procedures = had(procedures).map {
                Option(value: $0.code, label: Phrase(vi: "\($0.name) (\($0.code))"))
            }
            let me = desk.me.map { [$0.officer] } ?? []
            choices.officers = (me + had(officers).filter { $0.id != desk.me?.officer.id }).map {
                Option(value: $0.id, label: Phrase(vi: $0.name))
            }
            // After the login it is asked again.
            if failures.contains(.unauthorised) { return [.push(LoginScreen.again(desk))] }
            form = FormState(
                FilterForm.definition(choices), answers: FilterForm.answers(current.asked), today: desk.today,
                language: context.language, submitLabel: Strings.Filter.apply)
            return failures.prefix(1).map { .toast(SafeText($0.words.text(context.language)), .warning) }
        case .resumed(let result):
            if result as? LoginResult == .other { return [.popToRoot] }
            return form == nil ? [load()] : []
        case .hangup: return []
        case .input, .action:
            guard let outcome = form.update({ $0.handle(event) }), outcome.submits, let form else {
                return []
            }
            return [.pop(result: FilterForm.filter(form.answers, choices, context.language))]
        }
    }

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        guard let form else {
            canvas.put(
                SafeText(Strings.Common.loading.text(context.language)), at: Point(1, 0), role: .dim)
            return
        }
        FormView.draw(form, into: &canvas, rect: canvas.bounds, context: context)
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? { form?.messageLine(context.language) }
}
