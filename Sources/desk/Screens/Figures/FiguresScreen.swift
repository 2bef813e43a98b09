import APIClient
import Forms
import Models
import TUI

/// Asks for a period, and fetches its report and its on-time rates.
struct FiguresScreen: Screen {
    enum Message: Sendable {
        case loaded(Result<Figures, APIError>)
    }

    static let from = "from"
    static let to = "to"
    static let by = "by"

    let desk: Desk
    private(set) var form: FormState

    init(desk: Desk) {
        self.desk = desk
        let today = desk.today
        var answers = Answers()
        answers[Self.from] = .text(today.adding(days: 1 - today.day).iso)
        answers[Self.to] = .text(today.iso)
        answers[Self.by] = .text(PeriodReport.Grouping.procedure.rawValue)
        form = FormState(
            Self.definition, answers: answers, today: today, language: desk.language,
            submitLabel: Strings.Figures.show)
    }

    static let definition = FormDefinition(
        id: "desk-figures", title: Strings.Figures.title,
        fields: [
            Field(
                id: from, label: Strings.Figures.from, kind: .date(DateRule()),
                required: .always, help: Strings.Figures.help),
            Field(
                id: to, label: Strings.Figures.to, kind: .date(DateRule()), required: .always,
                help: Strings.Figures.help),
            Field(
                id: by, label: Strings.Figures.by,
                kind: .dropdown(
                    .fixed(
                        PeriodReport.Grouping.allCases.map {
                            Option(value: $0.rawValue, label: Strings.Figures.grouping($0))
                        }), multiple: false, empty: Strings.Common.empty),
                required: .always, width: 20),
        ], rules: FormRule.period(from, to))

    var title: SafeText { desk.title(Strings.Figures.title) }
    var scopes: [String] { form.scopes + ["figures_form"] }
    var capturesText: Bool { form.capturesText }
    var deadline: Int64? { form.deadline }
    func enabled(_ action: ActionID) -> Bool { form.isEnabled(action) }
    func name(of action: ActionID) -> Phrase? { form.name(of: action) }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .action(.closeFiguresForm) where !form.isPopupOpen: return [.pop()]
        case .message(.loaded(let result)):
            form.working = false
            switch result {
            case .success(let figures): return [.push(FiguresTableScreen(desk: desk, figures: figures))]
            case .failure(let error):
                form.mark(error)
                form.say(error.words, .error)
                return error == .unauthorised ? [.push(LoginScreen.again(desk))] : [.bell]
            }
        case .resumed(let result): return result as? LoginResult == .other ? [.popToRoot] : []
        case .hangup: return []
        case .input, .action:
            guard form.handle(event).submits, let (from, to, by) = Self.asked(form.answers) else { return [] }
            form.working = true
            let desk = desk
            return [
                .run(id: "figures") {
                    .loaded(
                        await desk.ask { client throws(APIError) in
                            try await Figures.load(client, from: from, to: to, by: by)
                        })
                }
            ]
        }
    }

    /// The period that was asked for, and by what it is to be told apart.
    static func asked(_ answers: Answers) -> (LocalDate, LocalDate, PeriodReport.Grouping)? {
        guard let from = answers.text(from).flatMap({ LocalDate(iso: $0) }),
            let to = answers.text(to).flatMap({ LocalDate(iso: $0) }),
            let by = answers.text(by).flatMap(PeriodReport.Grouping.init)
        else { return nil }
        return (from, to, by)
    }

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        FormView.draw(form, into: &canvas, rect: canvas.bounds, context: context)
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        form.messageLine(context.language)
    }
}
