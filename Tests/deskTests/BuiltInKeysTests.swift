import APIClient
import Forms
import FoundationEssentials
import Models
import TUITesting
import Testing

@testable import TUI
@testable import desk

/// The rows of the eForm list that are about keys, pickers and sizes, on the forms of desk's own screens.
@Suite("eForm keys on built-in forms")
struct BuiltInKeysTests {
    private func press(_ state: inout FormState, _ name: String) {
        guard let key = Key(name: name) else { preconditionFailure("no key \(name)") }
        _ = state.handle(name == "space" ? .text(" ") : .key(key))
    }

    /// The form as it is drawn in a window of this size.
    @discardableResult
    private func draw(_ state: FormState, _ columns: Int = 80, _ rows: Int = 21) -> Canvas {
        var canvas = Canvas(size: Size(columns: columns, rows: rows))
        FormView.draw(
            state, into: &canvas, rect: canvas.bounds,
            context: ScreenContext(size: canvas.size, language: .vi))
        return canvas
    }

    /// The fields that open something, each of a form once.
    private func pickers(_ form: FormDefinition) -> [(state: FormState, entry: DrawnForm.Entry)] {
        var seen: Set<String> = []
        var found: [(FormState, DrawnForm.Entry)] = []
        for state in BuiltInForms.states(form) {
            for entry in DrawnForm(state).entries where entry.isOpen {
                switch entry.field.kind {
                case .dropdown, .date, .dateRange, .time, .timeRange, .search: break
                default: continue
                }
                if seen.insert(entry.path.field).inserted { found.append((state, entry)) }
            }
        }
        return found
    }

    @Test(
        "G-4 built-in forms: Tab goes through all fields as they stand, and Shift-Tab back; nothing is passed over",
        arguments: BuiltInForms.shown)
    func order(form: FormDefinition) {
        for var state in BuiltInForms.states(form) {
            let visual = DrawnForm(state).entries.filter(\.isOpen).map(\.path)
            guard let first = visual.first else { continue }
            state.focus(first)
            let stops = state.visiblePages.flatMap { state.stops(ofPage: $0) }.count
            var seen: [FieldPath] = []
            for _ in 0..<stops {
                if let path = state.focus, seen.last != path { seen.append(path) }
                press(&state, "tab")
            }
            #expect(seen == visual, "\(form.id)")
            #expect(state.focus == first, "\(form.id): round again")
            var back: [FieldPath] = []
            for _ in 0..<stops {
                press(&state, "backtab")
                if let path = state.focus, back.last != path { back.append(path) }
            }
            #expect(back == visual.reversed(), "\(form.id)")
        }
    }

    @Test(
        "G-4 built-in forms: Space and Enter press the buttons that add and remove rows",
        arguments: BuiltInForms.shown.filter { $0.groups.contains { $0.repeats != nil } })
    func buttons(form: FormDefinition) {
        for key in ["space", "enter"] {
            for group in form.groups {
                guard let repeats = group.repeats, let first = group.fields.first else { continue }
                var state = BuiltInForms.states(form)[0]
                let count = state.rowCount(group.id)
                guard count > 0, count < repeats.max, count > repeats.min || repeats.min > 0 else { continue }
                state.focus(FieldPath(first.id, group: group.id, row: count - 1))
                let index = state.index.groups.firstIndex { $0.definition.id == group.id } ?? 0
                while state.stop != .addRow(group: index) { press(&state, "tab") }
                press(&state, key)
                #expect(state.rowCount(group.id) == count + 1, "\(form.id) \(group.id) \(key)")
                let rows = state.groups[index].rows
                while state.stop != .removeRow(group: index, rowID: rows[count].id) { press(&state, "tab") }
                press(&state, key)
                #expect(state.rowCount(group.id) == count, "\(form.id) \(group.id) \(key)")
            }
        }
    }

    @Test(
        "G-4, G-5 built-in forms: Down opens what can be opened; choice, Escape, Tab and a click outside close it",
        arguments: BuiltInForms.shown)
    func opening(form: FormDefinition) {
        for (start, entry) in pickers(form) {
            let name = "\(form.id) \(entry.path.pointer)"
            func opened() -> FormState {
                var state = start
                state.focus(entry.path)
                press(&state, "down")
                #expect(state.isPopupOpen, "\(name): Down")
                draw(state)
                return state
            }
            var state = opened()
            press(&state, "esc")
            #expect(!state.isPopupOpen && state.focus == entry.path, "\(name): Escape")
            state = opened()
            press(&state, "tab")
            #expect(!state.isPopupOpen, "\(name): Tab")
            #expect(state.focus != entry.path || DrawnForm(start).entries.filter(\.isOpen).count == 1)
            state = opened()
            _ = state.handle(.mouse(Mouse(.press, at: Point(0, 0))))
            #expect(!state.isPopupOpen, "\(name): a click")
            // A list that is fetched has nothing to choose here, and in one of many choices one goes on choosing.
            switch entry.field.kind {
            case .search(.reference, _), .dropdown(.reference, _, _), .dropdown(_, multiple: true, _):
                continue
            default: break
            }
            state = opened()
            press(&state, "enter")
            // Of two days or times the second is asked for now.
            if state.isPopupOpen { press(&state, "enter") }
            #expect(!state.isPopupOpen, "\(name): Enter")
        }
    }

    @Test(
        "DP-1, DP-2, DP-3 built-in forms: dates as DD/MM/YYYY, typed or from the calendar, never beyond the bounds",
        arguments: BuiltInForms.shown)
    func dates(form: FormDefinition) throws {
        for (start, entry) in pickers(form) {
            guard case .date(let rule) = entry.field.kind else { continue }
            let name = "\(form.id) \(entry.path.pointer)"
            let first = rule.min?.resolved(today: start.today)
            let last = rule.max?.resolved(today: start.today)
            var state = start
            state.set(entry.path, to: nil)
            #expect(DrawnForm(state).text.contains("DD/MM/YYYY"), "\(name)")
            let day = last ?? first ?? start.today
            state.focus(entry.path)
            for letter in "\(day.day)/\(day.month)/\(day.year)" { _ = state.handle(.text(String(letter))) }
            press(&state, "tab")
            #expect(state.rawText(entry.path) == day.display, "\(name)")
            #expect(state.rawText(entry.path)?.count == 10, "\(name)")
            // A month and a year on and back are where they were.
            state.focus(entry.path)
            for key in ["down", "pgup", "alt-pgup", "enter"] { press(&state, key) }
            let back = state.rawText(entry.path).flatMap { LocalDate(typed: $0, reference: start.today) }
            let earlier = try #require(back, "\(name)")
            #expect(earlier < day || day == first, "\(name): \(earlier.iso)")
            #expect(first.map { earlier >= $0 } ?? true, "\(name)")
            // The calendar goes on, and stops at the last day there is.
            state.focus(entry.path)
            press(&state, "down")
            for _ in 0..<300 { press(&state, "alt-pgdn") }
            press(&state, "enter")
            let late = try #require(
                state.rawText(entry.path).flatMap { LocalDate(typed: $0, reference: start.today) }, "\(name)")
            #expect(last.map { late <= $0 } ?? (late > day), "\(name): \(late.iso)")
            guard let last else { continue }
            state.focus(entry.path)
            press(&state, "ctrl-u")
            let beyond = last.adding(days: 1)
            for letter in beyond.display { _ = state.handle(.text(String(letter))) }
            press(&state, "tab")
            #expect(state.errors.contains { $0.path == entry.path }, "\(name): typed beyond")
        }
    }

    @Test(
        "DP-1 the day is Vietnam's: at 23:30 in London it is the next one there, whatever the machine's zone is"
    )
    func zone() throws {
        let london = try #require(Instant(rfc3339: "2026-11-23T23:30:00Z"))
        let time = ManualTime(now: london.seconds)
        let today = Instant(seconds: time.now).date
        #expect(today.display == "24/11/2026")
        let field = Field(id: "a", label: "Ngày", kind: .date(DateRule(max: .today(offsetDays: 0))))
        var state = FormState(
            FormDefinition(id: "desk-x", title: "X", fields: [field]), today: today, submitLabel: nil)
        state.time = time
        press(&state, "down")
        press(&state, "enter")
        #expect(state.rawText("a") == "24/11/2026", "today is what the calendar begins with")
        // Nothing on the desk's side asks the machine where it stands.
        for folder in ["desk", "TUI", "Forms", "Models", "APIClient"] {
            for file in Sources.files("Sources/\(folder)") {
                let text = try String(decoding: Data(contentsOf: URL(filePath: file)), as: UTF8.self)
                for word in ["localtime", "TimeZone", "tzset", "timezone", "mktime"] {
                    #expect(!text.contains(word), "\(file): \(word)")
                }
            }
        }
    }

    @Test(
        "TP-1, TP-2 built-in forms: times in 24 hours, typed, from the list with its scroll bar, or now",
        arguments: BuiltInForms.shown)
    func times(form: FormDefinition) {
        for (start, entry) in pickers(form) {
            guard case .time(let rule) = entry.field.kind, rule.clock == .h24 else { continue }
            let name = "\(form.id) \(entry.path.pointer)"
            var state = start
            state.set(entry.path, to: nil)
            state.focus(entry.path)
            for letter in "8h30" { _ = state.handle(.text(String(letter))) }
            press(&state, "tab")
            #expect(state.rawText(entry.path) == "08:30", "\(name)")
            state.focus(entry.path)
            press(&state, "down")
            #expect(draw(state).text().contains("█"), "\(name): a scroll bar")
            press(&state, "esc")
            state.time = ManualTime()
            press(&state, "alt-g")
            #expect(state.rawText(entry.path) == "09:41", "\(name)")
        }
    }

    @Test(
        "UX-5 built-in forms: at 40×10 and 80×24 Tab reaches everything, with the cursor in view",
        arguments: BuiltInForms.shown, [(40, 7), (80, 21)])
    func sizes(form: FormDefinition, size: (Int, Int)) {
        for var state in BuiltInForms.states(form) {
            let all = Set(DrawnForm(state).entries.filter(\.isOpen).map(\.path))
            var seen: Set<FieldPath> = []
            for _ in state.visiblePages.flatMap({ state.stops(ofPage: $0) }) {
                let canvas = draw(state, size.0, size.1)
                #expect(canvas.cursor != nil, "\(form.id) \(state.focus?.pointer ?? "a button")")
                if let path = state.focus { seen.insert(path) }
                press(&state, "tab")
            }
            #expect(seen == all, "\(form.id)")
        }
    }

    @Test(
        "AF-2 built-in forms: what a source gives is marked by sign and colour, and can be changed",
        arguments: BuiltInForms.shown.filter { $0.groups.flatMap(\.fields).contains { !$0.sources.isEmpty } })
    func filled(form: FormDefinition) {
        for start in BuiltInForms.states(form) {
            for entry in DrawnForm(start).entries where !entry.field.sources.isEmpty && entry.isOpen {
                let value: Answer
                switch entry.field.kind {
                case .text(let rule): value = .text(rule.maxLength < 13 ? "001185000123" : "0912345678")
                case .date: value = .text("1985-03-12")
                case .number: value = .number(2)
                case .radio(let options): value = .text(options[0].value)
                default: continue
                }
                var state = start
                state.set(entry.path, to: nil)
                guard state.fill(entry.path, value: value, source: "thẻ") else { continue }
                let drawn = DrawnForm(state)
                #expect(drawn.text.contains("▪"), "\(form.id) \(entry.path.pointer)")
                let after = drawn.entries.first { $0.path == entry.path }
                #expect(after?.isFilled == true, "\(form.id) \(entry.path.pointer)")
                state.focus(entry.path)
                #expect(
                    state.messageLine(.vi).text.string.hasPrefix("Lấy từ thẻ, sửa được."),
                    "\(form.id) \(entry.path.pointer)")
                guard case .text = entry.field.kind else { continue }
                press(&state, "end")
                press(&state, "backspace")
                #expect(state.isTyped(entry.path), "\(form.id) \(entry.path.pointer)")
                #expect(!DrawnForm(state).text.contains("▪"), "\(form.id) \(entry.path.pointer)")
            }
        }
    }

    @Test(
        "VA-1, TF-3 built-in forms: a wrong format is told as the field is left, and the text stays to be mended",
        arguments: BuiltInForms.shown)
    func formats(form: FormDefinition) {
        for start in BuiltInForms.states(form) {
            for entry in DrawnForm(start).entries where entry.isOpen {
                let wrong: String
                switch entry.field.kind {
                case .text(let rule) where rule.format == .identityNumber: wrong = "00118500012"
                case .text(let rule) where rule.format == .phone: wrong = "0912"
                case .text(let rule) where rule.format == .email: wrong = "a@"
                case .text(let rule) where rule.format == .taxCode: wrong = "0100109107"
                case .text(let rule) where rule.pattern != nil: wrong = "-"
                case .date: wrong = "31/02/2026"
                case .time: wrong = "25:00"
                case .number(let rule) where rule.max != nil, .money(let rule) where rule.max != nil:
                    wrong = "\((rule.max ?? 0) + 1)"
                default: continue
                }
                var state = start
                state.set(entry.path, to: nil)
                state.focus(entry.path)
                for letter in wrong { _ = state.handle(.text(String(letter))) }
                press(&state, "tab")
                let issues = state.errors.filter { $0.path == entry.path }
                #expect(issues.count == 1, "\(form.id) \(entry.path.pointer): \(wrong)")
                #expect(state.rawText(entry.path)?.isEmpty == false, "\(form.id) \(entry.path.pointer)")
            }
        }
    }
}

/// What is known of procedures and persons while an intake is typed.
@Suite("eForm filling in at the intake")
struct IntakeConformanceTests {
    @Test("AF-4 the second page of an intake, and the plain one, begin with the procedures used most here")
    func mostUsedFirst() async throws {
        let fixture = Fixture()
        var summaries = FixtureData.summaries
        summaries.reverse()
        fixture.answer(.get, "/v1/procedures", Page(items: summaries, nextCursor: nil))
        await fixture.logIn()
        let driver = await fixture.driver(IntakeScreen(desk: fixture.desk)).waitIdle()
        await driver.press("alt-2").waitIdle()
        let screen = try #require(driver.screen(as: IntakeScreen.self))
        #expect(screen.intake.picker.items.map(\.code) == summaries.map(\.code))
        #expect(screen.intake.picker.highlighted?.code == summaries[0].code)
        let text = driver.screenText
        let places = summaries.compactMap { text.firstRange(of: $0.name)?.lowerBound }
        #expect(places.count == 3 && places == places.sorted(), "\(text)")
    }

    @Test("AF-1 while the register is being asked, typing goes on, and its answer takes nothing of it")
    func registerWhileTyping() async throws {
        let fixture = Fixture()
        fixture.transport.forget(.post, "/v1/persons:lookup")
        fixture.transport.on(
            .post, "/v1/persons:lookup",
            .held("register", .answer(json: FixtureData.json(FixtureData.person))))
        await fixture.logIn()
        let driver = await fixture.driver(IntakeScreen(desk: fixture.desk)).waitIdle()
        let before = fixture.transport.requests.count
        driver.type("001185000123")
        await fixture.transport.waitForRequests(before + 1)
        #expect(fixture.transport.requests.contains { $0.target == "/v1/persons:lookup" })
        driver.expectNoText("Nguyễn Thị Ánh").type("Nguyễn Thị Anh").expectText("Nguyễn Thị Anh")
        let form = { driver.screen(as: IntakeScreen.self)?.intake.applicant }
        #expect(form()?.focus == FieldPath(ApplicantForm.ID.name))
        fixture.transport.release("register")
        await driver.waitIdle()
        #expect(form()?.rawText(ApplicantForm.ID.name) == "Nguyễn Thị Anh", "what was typed stays")
        #expect(form()?.focus == FieldPath(ApplicantForm.ID.name), "and the focus stays where one types")
    }
}
