import APIClient
import Forms
import Models
import TUI

/// Asks for a period, and fetches the unit's register of dossiers of it (form 07).
struct RegisterScreen: Screen {
    enum Message: Sendable {
        case loaded(Result<[RegisterEntry], APIError>)
    }

    static let from = "from"
    static let to = "to"

    let desk: Desk
    let me: Me
    private(set) var form: FormState

    init(desk: Desk, me: Me) {
        self.desk = desk
        self.me = me
        let today = desk.today
        var answers = Answers()
        answers[Self.from] = .text(today.adding(days: 1 - today.day).iso)
        answers[Self.to] = .text(today.iso)
        form = FormState(
            Self.definition, answers: answers, today: today, language: desk.language,
            submitLabel: Strings.Register.show)
    }

    static let definition = FormDefinition(
        id: "desk-register", version: 1, title: Strings.Register.title,
        pages: [
            FormPage(
                id: "register", title: Strings.Register.title,
                groups: [
                    FormGroup(
                        id: "register", title: Strings.Register.title,
                        fields: [
                            Field(
                                id: from, label: Strings.Register.from, kind: .date(DateRule()),
                                required: .always, help: Strings.Register.help),
                            Field(
                                id: to, label: Strings.Register.to, kind: .date(DateRule()),
                                required: .always, help: Strings.Register.help),
                        ])
                ])
        ], rules: FormRule.period(from, to))

    var title: SafeText { desk.title(Strings.Register.title) }
    var scopes: [String] { form.scopes + ["register"] }
    var capturesText: Bool { form.capturesText }
    var deadline: Int64? { form.deadline }
    func enabled(_ action: ActionID) -> Bool { form.isEnabled(action) }
    func name(of action: ActionID) -> Phrase? { form.name(of: action) }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .action(.closeRegister) where !form.isPopupOpen: return [.pop()]
        case .message(.loaded(let result)):
            form.working = false
            switch result {
            case .success(let entries):
                guard entries.count <= RegisterDocument.Limit.entries else {
                    form.say(Strings.Register.tooMany(RegisterDocument.Limit.entries), .error)
                    return [.bell]
                }
                guard let (from, to) = Self.period(form.answers) else { return [] }
                let register = Self.document(entries, from, to, me, desk)
                return [.push(RegisterPaperScreen(desk: desk, register: register, me: me))]
            case .failure(let error):
                form.mark(error)
                form.say(error.words, .error)
                return error == .unauthorised ? [.push(LoginScreen.again(desk))] : [.bell]
            }
        case .resumed(let result): return result as? LoginResult == .other ? [.popToRoot] : []
        case .hangup: return []
        case .input, .action:
            guard form.handle(event).submits, let (from, to) = Self.period(form.answers) else { return [] }
            form.working = true
            return [load(from, to)]
        }
    }

    /// The period that was asked for.
    static func period(_ answers: Answers) -> (from: LocalDate, to: LocalDate)? {
        guard let from = answers.text(from).flatMap({ LocalDate(iso: $0) }),
            let to = answers.text(to).flatMap({ LocalDate(iso: $0) })
        else { return nil }
        return (from, to)
    }

    /// The register as it is printed for the officer's unit.
    static func document(
        _ entries: [RegisterEntry], _ from: LocalDate, _ to: LocalDate, _ me: Me, _ desk: Desk
    ) -> RegisterDocument {
        RegisterDocument(
            authority: me.unit.name, desk: Strings.Slip.desk.text(.vi),
            place: desk.config.place.name ?? UnitName.place(me.unit.name), date: desk.today, from: from,
            to: to,
            entries: entries, training: me.training)
    }

    private func load(_ from: LocalDate, _ to: LocalDate) -> Effect<Message> {
        let (desk, unit) = (desk, me.unit.code)
        return .run(id: "register") { .loaded(await desk.register(of: unit, from: from, to: to)) }
    }

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        FormView.draw(form, into: &canvas, rect: canvas.bounds, context: context)
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        form.messageLine(context.language)
    }
}
