import Forms
import TUITesting
import Testing

@testable import TUI

/// Every component in every state.
@Suite struct ComponentSampleTests {
    private func state(_ look: ComponentSample.Look) -> FormState {
        ComponentSample.state(look, today: FormFixture.today, time: ManualTime())
    }

    private static let fields = ComponentSample.definition.groups.filter { $0.repeats == nil }
        .flatMap(\.fields).filter { $0.kind != .note }

    /// The name of a kind, without its rule.
    private func name(_ kind: FieldKind) -> String {
        String("\(kind)".prefix { $0 != "(" })
    }

    @Test func itHasEveryKind() {
        let kinds = Set(ComponentSample.definition.groups.flatMap(\.fields).map { name($0.kind) })
        #expect(
            kinds == [
                "text", "password", "textArea", "radio", "checkbox", "checkboxes", "dropdown", "date",
                "dateRange", "time", "timeRange", "number", "money", "slider", "spinBox", "search", "files",
                "note",
            ])
    }

    @Test func itsAnswersAreGoodOnes() {
        var state = state(.typed)
        #expect(state.validate() == [])
        let filled = self.state(.filled)
        #expect(
            state.answers.values.filter { $0.key != "rows" }
                == filled.answers.values.filter { $0.key != "rows" })
    }

    /// The rows of a field's own block: from its label to the next one.
    private func drawn(_ state: inout FormState, _ field: Field, focused: Bool = true) -> Canvas {
        state.focus(FieldPath(field.id))
        if !focused {
            // Another field of the same page takes the focus.
            state.press("tab")
        }
        return state.drawn(80, 40)
    }

    @Test(
        "G-2 WC-1 an error and a warning are told at every kind of field by sign and by words",
        arguments: fields)
    func issues(field: Field) {
        var wrong = state(.error)
        let error = drawn(&wrong, field)
        #expect(error.text().contains("! Giá trị này không đúng. Đối chiếu với giấy tờ."))
        var doubtful = state(.warning)
        let warning = drawn(&doubtful, field)
        #expect(warning.text().contains("▲ Nên xem lại giá trị này. Đối chiếu với giấy tờ."))
        #expect(error.roles() != warning.roles())
    }

    @Test(
        "WC-1 the focus is seen at every kind of field without colour, and the real cursor is on it",
        arguments: fields)
    func focus(field: Field) {
        for look in [ComponentSample.Look.empty, .typed, .filled, .error] {
            var state = state(look)
            let here = drawn(&state, field)
            guard let cursor = here.cursor else {
                Issue.record("\(field.id) \(look): no cursor")
                continue
            }
            let attributes = Theme.monochrome.style(here[cursor].role).attributes
            #expect(
                attributes.contains(.reverse) || attributes.contains(.underline), "\(field.id) \(look)")
            state.press("tab")
            #expect(state.drawn(80, 40).roles() != here.roles(), "\(field.id) \(look)")
        }
    }

    @Test("AF-2 what a source filled in carries its sign at every kind of field", arguments: fields)
    func filled(field: Field) {
        var filled = state(.filled)
        let drawn = drawn(&filled, field, focused: false)
        #expect(drawn.text().contains("▪"), "\(field.id)")
        #expect(filled.source(of: field.id) != nil)
    }

    @Test("AF-2 WC-1 a filled-in value of every kind can be changed or taken out by keys", arguments: fields)
    func changed(field: Field) {
        var state = state(.filled)
        state.focus(FieldPath(field.id))
        let before = state.answers[field.id]
        switch field.kind {
        case .checkbox, .radio, .checkboxes: state.press("space")
        case .files, .dropdown, .search, .slider: state.press("delete")
        case .text, .password, .textArea: state.press("end", "backspace")
        default: state.press("ctrl-u")
        }
        #expect(state.answers[field.id] != before, "\(field.id)")
        #expect(state.source(of: field.id) == nil)
        state.press("alt-z")
        #expect(state.answers[field.id] == before, "\(field.id): undo")
    }

    @Test("BT-2 nothing is changed at any kind of field while a request is under way", arguments: fields)
    func working(field: Field) {
        var state = state(.working)
        let before = state.answers
        state.focus(FieldPath(field.id))
        for key in ["space", "delete", "backspace", "right", "left", "up", "ctrl-u", "f4", "alt-g", "+"] {
            state.focus(FieldPath(field.id))
            if key == "+" { state.type("+") } else { state.press(key) }
            #expect(state.answers == before && !state.isPopupOpen, "\(field.id) \(key)")
        }
        state.type("1")
        _ = state.handle(.paste("9"))
        #expect(state.answers == before)
    }

    @Test func lockedFieldsShowTheirValuesAndAreNeverEntered() {
        var state = state(.locked)
        for _ in 0..<4 {
            let shown = state.drawn(100, 40).text()
            let words = ["Nguyễn Thị Ánh", "Lựa chọn 2", "12/03/1985", "don-xin.pdf"]
            #expect(shown.contains(words[state.page]), "page \(state.page)\n\(shown)")
            state.press("pgdn")
        }
        let isEntered = state.focus(FieldPath("slider"))
        #expect(!isEntered)
    }

    @Test(
        "UX-4 a draft brings every kind of field back but a password",
        arguments: ComponentSample.Look.allCases)
    func drafts(look: ComponentSample.Look) {
        let state = state(look)
        var other = self.state(.empty)
        let homeless = other.restore(state.draft)
        #expect(homeless == [])
        var kept = state.answers
        kept["password"] = nil
        #expect(other.answers == kept)
    }

    @Test("WC-1 UX-5 every look at every size, in both languages and in ASCII, with the cursor in view")
    func everywhere() {
        for look in ComponentSample.Look.allCases {
            for language in [Language.vi, .en] {
                var state = ComponentSample.state(look, today: FormFixture.today, language: language)
                for _ in 0..<30 {
                    for size in [(40, 7), (80, 21), (130, 40), (3, 2)] {
                        let drawn = state.drawn(size.0, size.1, ascii: size.0 == 80, language: language)
                        if size.0 >= 40, look != .locked {
                            #expect(drawn.cursor != nil, "\(look) \(state.focus?.field ?? "-") \(size)")
                        }
                    }
                    state.press("tab")
                }
            }
        }
    }

    /// What says something by its looks, and has to be told from plain text by them.
    private static let telling: Set<Role> = [
        .required, .placeholder, .field, .fieldFocused, .filled, .error, .warning, .selection, .button,
        .buttonFocused, .tabSelected, .disabled,
    ]

    @Test(
        "WC-1 every look in every theme and both languages: what a component tells by its role is seen there")
    func themes() {
        for look in ComponentSample.Look.allCases {
            for language in [Language.vi, .en] {
                var state = ComponentSample.state(look, today: FormFixture.today, language: language)
                var roles: Set<Role> = []
                for page in state.visiblePages {
                    state.open(page: page, atEnd: false)
                    let drawn = state.drawn(100, 80, language: language)
                    for row in 0..<80 {
                        for column in 0..<100 { roles.insert(drawn[Point(column, row)].role) }
                    }
                }
                #expect(roles.contains(.error) == [.error, .warning].contains(look), "\(look)")
                #expect(roles.contains(.warning) == (look == .warning), "\(look)")
                #expect(roles.contains(.filled) == (look == .filled), "\(look)")
                for theme in Theme.builtIn {
                    for role in roles where Self.telling.contains(role) {
                        #expect(theme.style(role) != theme.style(.text), "\(theme.name): \(role)")
                    }
                }
            }
        }
    }

    private static let opening = fields.filter {
        switch $0.kind {
        case .dropdown, .search, .date, .dateRange, .time, .timeRange, .files: true
        default: false
        }
    }

    @Test(
        "G-4 G-5 every picker opens by F4 and closes on Escape, on Tab and on a click outside",
        arguments: opening)
    func pickers(field: Field) {
        var state = state(.typed)
        func open() {
            state.focus(FieldPath(field.id))
            state.press("f4")
            #expect(state.isPopupOpen, "\(field.id)")
            _ = state.drawn()
        }
        let before = state.answers
        open()
        state.press("esc")
        #expect(!state.isPopupOpen && state.focus == FieldPath(field.id))
        open()
        state.press("tab")
        #expect(!state.isPopupOpen && state.focus != FieldPath(field.id))
        open()
        state.press("shift-tab")
        #expect(!state.isPopupOpen && state.focus != FieldPath(field.id))
        open()
        _ = state.handle(.mouse(Mouse(.press, at: Point(79, 0))))
        #expect(!state.isPopupOpen)
        #expect(state.answers == before, "closing chooses nothing")
        if case .files = field.kind { return }
        state.focus(FieldPath(field.id))
        state.press("down")
        #expect(state.isPopupOpen, "Down opens, too")
    }

    @Test func theKeysOfAllWidgetsAreInOrder() {
        #expect(ActionTable(FormActions.all + TableActions.all).problems() == [])
    }
}
