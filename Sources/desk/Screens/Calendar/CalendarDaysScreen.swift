import APIClient
import Forms
import Models
import TUI

/// The days off and make-up days of a calendar's year, to be changed. What that does to open dossiers is shown first
/// (``CalendarReviewScreen``).
struct CalendarDaysScreen: KeepingScreen {
    enum Message: Sendable {
        case previewed(CalendarPut, Result<CalendarChange, APIError>)
        case typed(TypedKeeper.Event)
    }

    let desk: Desk
    let unit: UnitRef
    let year: Int
    private let revision: String
    private(set) var form: FormState
    var problem: Phrase?
    var keeper: TypedKeeper
    var typedForm: FormState? {
        get { form }
        set { if let newValue { form = newValue } }
    }

    init(
        desk: Desk, unit: UnitRef, year: Int, calendar: WorkCalendar, revision: String, _ language: Language
    ) {
        self.desk = desk
        self.unit = unit
        self.year = year
        self.revision = revision
        keeper = TypedKeeper(
            desk: desk, place: TypedForm.Place("calendar", "\(unit.code) \(year)"),
            title: Strings.Calendar.days(unit.name, year).text(.vi))
        form = FormState(
            CalendarForm.days(Strings.Calendar.days(unit.name, year), year: year),
            answers: CalendarForm.answers(calendar, year: year), today: desk.today, language: language,
            submitLabel: Strings.Calendar.preview)
        form.time = desk.time
        form.submitHelp = Strings.Buttons.calendar
    }

    var title: SafeText { desk.title(Strings.Calendar.title) }
    var scopes: [String] { form.scopes + ["work_calendar"] }
    var helpScopes: [String] { form.helpScopes + ["work_calendar"] }
    var capturesText: Bool { form.capturesText }
    var deadline: Int64? { form.deadline }
    func enabled(_ action: ActionID) -> Bool { form.isEnabled(action) }
    func name(of action: ActionID) -> Phrase? { form.name(of: action) }

    static func typed(_ event: TypedKeeper.Event) -> Message { .typed(event) }

    mutating func answer(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .message(.typed(let event)): return take(event, context)
        case .action(.closeCalendar) where !form.isPopupOpen: return [.pop()]
        case .message(.previewed(_, .failure(let error))):
            form.working = false
            return failed(error)
        case .message(.previewed(let put, .success(let change))):
            form.working = false
            return [
                .push(
                    CalendarReviewScreen(
                        desk: desk, unit: unit, year: year, put: put, revision: revision, preview: change))
            ]
        case .resumed(let change as CalendarChange):
            keeper.finish()
            return [.pop(result: change)]
        case .resumed(let result): return result as? LoginResult == .other ? [.popToRoot] : []
        case .hangup: return []
        case .input, .action:
            guard form.handle(event).submits else { return [] }
            return [preview()]
        }
    }

    private mutating func failed(_ error: APIError) -> [Effect<Message>] {
        problem = error.words
        if error == .unauthorised { return [.push(LoginScreen.again(desk))] }
        let errors = CalendarForm.errors(error)
        if !errors.isEmpty { form.apply(serverErrors: errors) }
        return [.bell]
    }

    private mutating func preview() -> Effect<Message> {
        problem = nil
        form.working = true
        let (desk, unit, year, revision) = (desk, unit.code, year, revision)
        let (put, key) = (CalendarForm.request(form.answers), desk.newID())
        return .run(id: "preview") {
            .previewed(
                put,
                await desk.ask { client throws(APIError) in
                    try await client.putCalendar(
                        unit: unit, year: year, put, isDry: true, revision: revision, key: key,
                        limit: CalendarReviewScreen.page)
                })
        }
    }

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        let title = Strings.Calendar.days(unit.name, year).text(context.language)
        canvas.put(SafeText(title).truncated(to: canvas.size.columns - 2), at: Point(1, 0), role: .title)
        FormView.draw(form, into: &canvas, rect: canvas.bounds.splitTop(1).rest, context: context)
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        if let problem { return MessageLine(SafeText(problem.text(context.language)), role: .error) }
        return form.messageLine(context.language)
    }
}
