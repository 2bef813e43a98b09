import APIClient
import Forms
import Models
import TUI

/// Whose calendar is to be changed, and of which year: for administrators, of the units under theirs.
struct CalendarScreen: Screen {
    enum Message: Sendable {
        case units(Result<[Colleague], APIError>)
        case loaded(unit: String, year: Int, Result<Revised<WorkCalendar>, APIError>)
    }

    let desk: Desk
    private var units: [UnitRef] = []
    private(set) var form: FormState?
    private var problem: Phrase?

    init(desk: Desk) {
        self.desk = desk
    }

    var title: SafeText { desk.title(Strings.Calendar.title) }
    var scopes: [String] { (form?.scopes ?? []) + ["work_calendar", "work_calendar_choice"] }
    var helpScopes: [String] { (form?.helpScopes ?? []) + ["work_calendar", "work_calendar_choice"] }
    var capturesText: Bool { form?.capturesText ?? false }
    var deadline: Int64? { form?.deadline }
    func enabled(_ action: ActionID) -> Bool {
        action == .calendarMoves ? form != nil : form?.isEnabled(action) ?? true
    }
    func name(of action: ActionID) -> Phrase? { form?.name(of: action) }

    mutating func start(_ context: ScreenContext) -> [Effect<Message>] { [loadUnits()] }

    /// Where people work who handle dossiers: other units have no clocks to reckon.
    private func loadUnits() -> Effect<Message> {
        let desk = desk
        return .run(id: "units") {
            .units(await desk.ask { client throws(APIError) in try await client.colleagues(handling: true) })
        }
    }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .action(.closeCalendar) where form?.isPopupOpen != true: return [.pop()]
        case .action(.calendarMoves) where form?.isPopupOpen != true:
            guard let (unit, year) = form.flatMap({ Self.chosen($0.answers) }), !unit.isEmpty else {
                return [.bell]
            }
            return [.push(CalendarMovesScreen(desk: desk, unit: named(unit), year: year))]
        case .message(.units(.success(let people))):
            begin(people, context.language)
            return []
        case .message(.units(.failure(let error))), .message(.loaded(_, _, .failure(let error))):
            form?.working = false
            problem = error.words
            return error == .unauthorised ? [.push(LoginScreen.again(desk))] : [.bell]
        case .message(.loaded(let unit, let year, .success(let found))):
            form?.working = false
            guard let revision = found.revision else {
                problem = Strings.Calendar.noRevision
                return [.bell]
            }
            return [
                .push(
                    CalendarDaysScreen(
                        desk: desk, unit: named(unit), year: year,
                        calendar: found.value, revision: revision, context.language))
            ]
        // It was changed: what is left to do begins anew.
        case .resumed(is CalendarChange): return [.pop()]
        case .resumed(let result):
            if result as? LoginResult == .other { return [.popToRoot] }
            return form == nil ? [loadUnits()] : []
        case .hangup: return []
        case .input, .action:
            guard let outcome = form.update({ $0.handle(event) }), outcome.submits else { return [] }
            return load()
        }
    }

    private mutating func begin(_ people: [Colleague], _ language: Language) {
        problem = nil
        units = Self.units(own: desk.me?.unit, people)
        form = Self.choice(units, desk, language)
    }

    private func named(_ code: String) -> UnitRef {
        units.first { $0.code == code } ?? UnitRef(code: code, name: code)
    }

    /// Where those people work, the officer's own unit first.
    static func units(own: UnitRef?, _ people: [Colleague]) -> [UnitRef] {
        let own = own.map { [$0] } ?? []
        let others = Set(people.compactMap(\.unit)).subtracting(own)
        return own + others.sorted { ($0.name, $0.code) < ($1.name, $1.code) }
    }

    /// The question whose calendar, with what is most probably meant.
    static func choice(_ units: [UnitRef], _ desk: Desk, _ language: Language) -> FormState {
        var form = FormState(
            CalendarForm.choice(units, year: desk.today.year), today: desk.today, language: language,
            submitLabel: Strings.Calendar.load)
        form.time = desk.time
        form.submitHelp = Strings.Buttons.calendarChoice
        if let first = units.first { form.set(CalendarForm.ID.unit, to: .text(first.code)) }
        form.set(CalendarForm.ID.year, to: .number(desk.today.year))
        return form
    }

    static func chosen(_ answers: Answers) -> (unit: String, year: Int)? {
        guard let chosen = answers.text(CalendarForm.ID.unit),
            case .number(let year)? = answers[CalendarForm.ID.year]
        else { return nil }
        let isOther = chosen == CalendarForm.other
        return (isOther ? (answers.text(CalendarForm.ID.code) ?? "").trimmed : chosen, year)
    }

    private mutating func load() -> [Effect<Message>] {
        guard let (unit, year) = form.flatMap({ Self.chosen($0.answers) }) else { return [] }
        problem = nil
        form?.working = true
        let desk = desk
        return [
            .run(id: "load") {
                .loaded(
                    unit: unit, year: year,
                    await desk.ask { client throws(APIError) in
                        try await client.calendarToChange(unit: unit, year: year)
                    })
            }
        ]
    }

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        guard let form else {
            return ColumnList.say(
                problem ?? Strings.Common.loading, role: problem == nil ? .dim : .error, into: &canvas,
                area: canvas.bounds, context.language)
        }
        FormView.draw(form, into: &canvas, rect: canvas.bounds, context: context)
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        if let problem, form != nil {
            return MessageLine(SafeText(problem.text(context.language)), role: .error)
        }
        return form?.messageLine(context.language)
    }
}
