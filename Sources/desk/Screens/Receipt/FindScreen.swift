import Forms
import Models
import TUI

/// One line that is looked for in the list below.
struct FindScreen: Screen {
    typealias Message = Never

    /// For the screen below; empty for all.
    struct Sought: Sendable {
        var text: String
    }

    private static let field = "text"

    let desk: Desk
    private let words: Phrase
    private(set) var form: FormState

    init(desk: Desk, title: Phrase, help: Phrase, text: String) {
        self.desk = desk
        words = title
        form = FormState(
            Self.definition(title: title, help: help), answers: Answers([Self.field: .text(text)]),
            today: desk.today, language: desk.language, submitLabel: Strings.Keys.findReceipt.name)
        form.time = desk.time
    }

    static func definition(title: Phrase, help: Phrase) -> FormDefinition {
        let field = Field(
            id: field, label: title, kind: .text(TextRule(maxLength: 60)), help: help, width: 30)
        return FormDefinition(id: "desk-find", title: title, fields: [field])
    }

    var title: SafeText { desk.title(words) }
    var scopes: [String] { form.scopes + ["money_form"] }
    var helpScopes: [String] { form.helpScopes + ["money_form"] }
    var capturesText: Bool { form.capturesText }
    var deadline: Int64? { form.deadline }
    func enabled(_ action: ActionID) -> Bool { form.isEnabled(action) }
    func name(of action: ActionID) -> Phrase? { form.name(of: action) }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .action(.closeMoneyForm) where !form.isPopupOpen: return [.pop()]
        case .input(.scan(let scan)):
            return [.pop(result: Sought(text: ScanReading.searchText(of: scan)))]
        // One field: Enter is meant for all of it.
        case .action("form.accept"): return found()
        case .input, .action: return form.handle(event).submits ? found() : []
        case .resumed, .hangup: return []
        }
    }

    private func found() -> [Effect<Message>] {
        [.pop(result: Sought(text: (form.rawText(Self.field) ?? "").trimmed))]
    }

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        FormView.draw(form, into: &canvas, rect: canvas.bounds, context: context)
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? { form.messageLine(context.language) }
}
