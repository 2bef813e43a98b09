import APIClient
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

/// The rows of the eForm list on the forms of desk's own screens: each is drawn and asked as an officer has it.
@Suite("eForm on built-in forms")
struct BuiltInConformanceTests {
    /// All that is visible at first, on a screen that is high enough for it.
    private func drawn(_ state: FormState) -> String {
        var canvas = Canvas(size: Size(columns: 120, rows: 300))
        FormView.draw(
            state, into: &canvas, rect: canvas.bounds,
            context: ScreenContext(size: canvas.size, language: .vi))
        return canvas.text()
    }

    private func state(_ form: FormDefinition) -> FormState {
        FormState(form, today: Fixture().desk.today, language: .vi, submitLabel: Strings.Login.enter)
    }

    private func fields(_ form: FormDefinition) -> [Field] {
        form.pages[0].groups.filter { $0.visibleWhen == nil && $0.repeats == nil }.flatMap(\.fields).filter {
            $0.visibleWhen == nil
        }
    }

    @Test(
        "G-1, UX-1 built-in forms: the star of what is required, in a box with a name",
        arguments: BuiltInForms.shown)
    func stars(form: FormDefinition) {
        let text = drawn(state(form))
        for field in fields(form) where field.required == .always {
            #expect(text.contains(field.label.vi + " *"), "\(form.id) \(field.id)\n\(text)")
        }
        for group in form.pages[0].groups where group.visibleWhen == nil {
            #expect(!group.title.vi.isEmpty && text.contains(group.title.vi), "\(form.id) \(group.id)")
        }
    }

    @Test(
        "G-3, UX-2 built-in forms: what format is asked stands under the field", arguments: BuiltInForms.shown
    )
    func instructions(form: FormDefinition) {
        let text = drawn(state(form))
        func shows(_ phrase: Phrase?) -> Bool {
            guard let words = phrase?.vi.prefix(16) else { return false }
            return text.contains(words)
        }
        for field in fields(form) where !field.locked {
            switch field.kind {
            case .text(let rule) where rule.pattern != nil:
                #expect(shows(field.help ?? rule.patternMessage), "\(form.id) \(field.id)\n\(text)")
            case .date:
                #expect(shows(field.help) || text.contains("Ngày/tháng/năm"), "\(form.id) \(field.id)")
            case .textArea, .files, .checkboxes, .dropdown(_, multiple: true, _):
                if field.help != nil { #expect(shows(field.help), "\(form.id) \(field.id)") }
            default: break
            }
        }
    }

    @Test(
        "G-2, VA-4 built-in forms: what is left out is told at its field, and the focus goes there",
        arguments: BuiltInForms.shown)
    func errors(form: FormDefinition) {
        var state = state(form)
        // The rows that are there from the beginning are asked as well.
        let missing = form.pages.flatMap(\.groups).flatMap(\.fields).filter {
            $0.required != .never && $0.initial == nil && !$0.locked
        }
        guard fields(form).contains(where: { missing.contains($0) && $0.required == .always }) else { return }
        let outcome = state.perform("form.submit")
        #expect(!outcome.submits, "\(form.id)")
        #expect(missing.contains { $0.id == state.focus?.field }, "\(form.id): \(state.focus?.field ?? "")")
        let text = drawn(state)
        #expect(text.contains("! "), "\(form.id)\n\(text)")
        #expect(state.messageLine(.vi).role == .error, "\(form.id)")
    }

    @Test(
        "TF-2, TA-1, DD-1, SB-1 built-in forms keep the limits and signs of each kind",
        arguments: BuiltInForms.shown)
    func kinds(form: FormDefinition) {
        let text = drawn(state(form))
        for field in form.pages.flatMap(\.groups).flatMap(\.fields) {
            switch field.kind {
            case .text(let rule): #expect(rule.maxLength <= 255, "\(form.id) \(field.id)")
            case .dropdown(_, _, let empty): #expect(!empty.vi.isEmpty, "\(form.id) \(field.id)")
            case .spinBox: #expect(field.initial != nil, "\(form.id) \(field.id)")
            case .radio(let options): #expect(options.count >= 2, "\(form.id) \(field.id)")
            default: break
            }
        }
        for field in fields(form) {
            guard case .textArea = field.kind, !field.locked else { continue }
            #expect(text.contains("ký tự"), "\(form.id) \(field.id)")
        }
    }

    @Test(
        "BT-2 the forms of all screens stop what is typed while a request is under way",
        arguments: BuiltInForms.shown)
    func working(form: FormDefinition) {
        var state = state(form)
        state.working = true
        let before = state.answers
        _ = state.handle(.text("x"))
        #expect(state.answers == before && !state.perform("form.submit").submits, "\(form.id)")
    }
}
