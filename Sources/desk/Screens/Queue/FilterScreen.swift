import APIClient
import Forms
import Models
import TUI

/// Asks what of a queue is to be shown, and in which order; closes with a ``QueueFilter``.
struct FilterScreen: Screen {
    enum Message: Sendable {
        case choices(procedures: [ProcedureSummary], officers: [OfficerRef])
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

    mutating func start(_ context: ScreenContext) -> [Effect<Message>] {
        let desk = desk
        return [
            .run(id: "choices") {
                var procedures = desk.catalogue ?? []
                if procedures.isEmpty {
                    let page = await desk.ask { client throws(APIError) in
                        try await client.procedures(limit: 200)
                    }
                    procedures = (try? page.get())?.items ?? []
                }
                // Where they can't be had the filter goes without them; the list below says what is wrong.
                let officers = await desk.ask { client throws(APIError) in try await client.colleagues() }
                return .choices(procedures: procedures, officers: (try? officers.get()) ?? [])
            }
        ]
    }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .action(.closeFilter) where form?.isPopupOpen != true: return [.pop()]
        case .message(.choices(let procedures, let officers)):
            choices.procedures = procedures.map {
                Option(value: $0.code, label: Phrase(vi: "\($0.name) (\($0.code))"))
            }
            let me = desk.me.map { [$0.officer] } ?? []
            choices.officers = (me + officers.filter { $0.id != desk.me?.officer.id }).map {
                Option(value: $0.id, label: Phrase(vi: $0.name))
            }
            form = FormState(
                FilterForm.definition(choices), answers: FilterForm.answers(current.asked), today: desk.today,
                language: context.language, submitLabel: Strings.Filter.apply)
            return []
        case .resumed, .hangup: return []
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
