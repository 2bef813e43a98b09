import Forms
import TUI

/// Asks what the audit is to be narrowed to.
struct AuditFilterScreen: Screen {
    enum Message: Sendable {}

    let desk: Desk
    private var filter: AuditFilter
    private(set) var form: FormState

    init(desk: Desk, filter: AuditFilter) {
        self.desk = desk
        self.filter = filter
        form = filter.form(today: desk.today, desk.language)
    }

    var title: SafeText { desk.title(Strings.Audit.filter) }
    var scopes: [String] { form.scopes + ["audit_filter"] }
    var helpScopes: [String] { form.helpScopes + ["audit_filter"] }
    var capturesText: Bool { form.capturesText }
    var deadline: Int64? { form.deadline }
    func enabled(_ action: ActionID) -> Bool { form.isEnabled(action) }
    func name(of action: ActionID) -> Phrase? { form.name(of: action) }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .action(.closeAuditFilter) where !form.isPopupOpen: return [.pop()]
        case .input, .action:
            guard form.handle(event).submits else { return [] }
            filter.take(form.answers)
            return [.pop(result: filter)]
        case .message, .resumed, .hangup: return []
        }
    }

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        FormView.draw(form, into: &canvas, rect: canvas.bounds, context: context)
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? { form.messageLine(context.language) }
}
