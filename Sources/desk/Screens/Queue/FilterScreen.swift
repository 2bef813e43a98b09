import APIClient
import Forms
import Models
import TUI

/// Asks what of a queue is to be shown, and in which order; closes with a ``QueueFilter``.
struct FilterScreen: Screen {
    enum Message: Sendable {
        case choices(FilterForm.Choices, [APIError])
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
        choices = FilterForm.Choices(
            statuses: statuses, ownOrder: Strings.Filter.ownOrder(inbox), sorts: desk.sorts)
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
        let (desk, choices) = (desk, choices)
        return .run(id: "choices") {
            let (all, failures) = await choices.loaded(desk)
            return .choices(all, failures)
        }
    }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .action(.closeFilter) where form?.isPopupOpen != true: return [.pop()]
        case .message(.choices(let choices, let failures)):
            // After the login it is asked again.
            if failures.contains(.unauthorised) { return [.push(LoginScreen.again(desk))] }
            self.choices = choices
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
