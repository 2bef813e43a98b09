import APIClient
import Forms
import Models
import TUITesting
import Testing

@testable import TUI
@testable import desk

/// The rows of the eForm list on the forms of desk's own screens: each is drawn and asked as an officer has it, with each
/// of its choices made, so that no field is left out that stands there at times only.
@Suite("eForm on built-in forms")
struct BuiltInConformanceTests {
    @Test(
        "G-1, UX-1 built-in forms: a red star behind the label of what is required and of nothing else, in a box with a name",
        arguments: BuiltInForms.shown)
    func stars(form: FormDefinition) {
        for state in BuiltInForms.states(form) {
            let drawn = DrawnForm(state)
            for entry in drawn.entries {
                let isAsked = entry.isRequired && entry.isOpen
                let label = entry.field.label.vi + (isAsked ? " *" : "")
                #expect(entry.label.contains(label), "\(form.id) \(entry.path.pointer): \(entry.label)")
                #expect(entry.hasStar == isAsked, "\(form.id) \(entry.path.pointer)")
            }
            #expect(!drawn.titles.isEmpty && drawn.titles.allSatisfy { !$0.isEmpty }, "\(form.id)")
        }
        for theme in Theme.builtIn {
            #expect(theme.style(.required).attributes.contains(.bold), "\(theme.name)")
        }
    }

    /// Complex, or of a format that the officer has to know. A person's name is written as on the card.
    private func needsWords(_ field: Field) -> Bool {
        switch field.kind {
        case .text(let rule):
            rule.pattern != nil || rule.digitsOnly || rule.fixedLength != nil
                || rule.format != nil && rule.format != .personName
        case .number(let rule), .money(let rule), .spinBox(let rule): rule.min != nil || rule.max != nil
        case .dropdown(_, let isMultiple, _): isMultiple
        case .date, .dateRange, .time, .timeRange, .files, .slider, .search, .textArea, .checkboxes: true
        case .password, .radio, .checkbox, .note: false
        }
    }

    @Test(
        "G-3 built-in forms: complex fields and those of a format have their instruction under them at all times",
        arguments: BuiltInForms.shown)
    func instructions(form: FormDefinition) throws {
        for state in BuiltInForms.states(form) {
            for entry in DrawnForm(state).entries where entry.isOpen && needsWords(entry.field) {
                let words = try #require(
                    FieldHint.text(entry.field)?.vi, "\(form.id) \(entry.path.pointer) has none")
                #expect(
                    entry.below.contains(DrawnForm.squeezed(words)),
                    "\(form.id) \(entry.path.pointer): \(entry.below)")
            }
        }
    }

    @Test(
        "UX-2 built-in forms: what helps at a field is said on focus, in the one line for it",
        arguments: BuiltInForms.shown)
    func guidance(form: FormDefinition) {
        for var state in BuiltInForms.states(form) {
            for entry in DrawnForm(state).entries where entry.isOpen {
                guard let words = FieldHint.text(entry.field)?.vi else { continue }
                state.focus(entry.path)
                #expect(
                    state.messageLine(.vi).text.string.contains(words), "\(form.id) \(entry.path.pointer)")
            }
        }
    }

    @Test(
        "G-2, VA-4 built-in forms: each field left out says so at itself, by mark, words, red and bold; the focus goes to the first",
        arguments: BuiltInForms.shown)
    func errors(form: FormDefinition) {
        for var state in BuiltInForms.states(form) {
            let missing = DrawnForm(state).entries.filter { $0.isRequired && $0.isOpen && $0.isEmpty }
            guard let first = missing.first else { continue }
            let outcome = state.perform("form.submit")
            #expect(!outcome.submits, "\(form.id)")
            let drawn = DrawnForm(state)
            for place in missing {
                let entry = drawn.entries.first { $0.path == place.path }
                let words = entry?.below ?? ""
                #expect(
                    words.contains("! Chưa ")
                        && words.contains("“\(place.field.label.vi)”, mục này bắt buộc."),
                    "\(form.id) \(place.path.pointer): \(words)")
                #expect(entry?.roles.contains(.error) == true, "\(form.id) \(place.path.pointer)")
                if needsWords(place.field), let hint = FieldHint.text(place.field)?.vi {
                    #expect(words.contains(DrawnForm.squeezed(hint)), "\(form.id) \(place.path.pointer)")
                }
            }
            // Something else may be wrong before it: then the focus is there.
            let wrong = drawn.entries.first { $0.roles.contains(.error) }
            #expect(state.focus == wrong?.path, "\(form.id): \(state.focus?.pointer ?? "-")")
            #expect(wrong.map { $0.path == first.path || !$0.isEmpty } == true, "\(form.id)")
            #expect(state.messageLine(.vi).role == .error, "\(form.id)")
            #expect(drawn.text.contains("! \(state.errors.count) lỗi: "), "\(form.id)")
        }
        for theme in Theme.builtIn {
            #expect(theme.style(.error).attributes.contains(.bold), "\(theme.name)")
        }
    }

    @Test(
        "DD-1 built-in forms: an empty dropdown reads Tất cả where it filters and Không where it answers; one that must be chosen says so",
        arguments: BuiltInForms.shown)
    func emptyDropdowns(form: FormDefinition) {
        let filters = form.id.hasSuffix("filter")
        for state in BuiltInForms.states(form) {
            for entry in DrawnForm(state).entries where entry.isOpen {
                guard case .dropdown(_, _, let empty) = entry.field.kind else { continue }
                if form.id != ComponentSample.definition.id {
                    // What a list is ordered by filters nothing; which steps of a procedure are meant does.
                    let isAll =
                        filters
                        ? entry.path.field != FilterForm.ID.sort
                        : form.id == "desk-bindings" && entry.path.field == BindingTask.ID.roles
                    #expect(empty.vi == (isAll ? "Tất cả" : "Không"), "\(form.id) \(entry.path.pointer)")
                    #expect(empty.en == (isAll ? "All" : "None"), "\(form.id) \(entry.path.pointer)")
                }
                guard entry.isEmpty else { continue }
                let words = entry.isRequired ? "Chọn…" : empty.vi
                #expect(
                    entry.rows.first?.hasPrefix(words) == true,
                    "\(form.id) \(entry.path.pointer): \(entry.rows)")
            }
        }
    }

    @Test(
        "TF-2, TA-1, SB-1 built-in forms: 255 characters at most, a counter, a value that is there from the beginning",
        arguments: BuiltInForms.shown)
    func kinds(form: FormDefinition) {
        for state in BuiltInForms.states(form) {
            for entry in DrawnForm(state).entries {
                switch entry.field.kind {
                case .text(let rule):
                    #expect(rule.maxLength <= 255, "\(form.id) \(entry.path.pointer)")
                case .textArea where entry.isOpen:
                    let counter = state.drawnCounter(entry.path)
                    #expect(counter?.contains(" ký tự, 0 từ") == true, "\(form.id) \(entry.path.pointer)")
                case .spinBox:
                    #expect(entry.field.initial != nil, "\(form.id) \(entry.path.pointer)")
                    #expect(!entry.isEmpty, "\(form.id) \(entry.path.pointer)")
                default: break
                }
            }
        }
    }

    @Test(
        "RA-1, CB-1 built-in forms: two to four options, each behind its button, the boxes in one column",
        arguments: BuiltInForms.shown)
    func options(form: FormDefinition) {
        for state in BuiltInForms.states(form) {
            for entry in DrawnForm(state).entries where entry.isOpen {
                let rows = entry.rows.joined(separator: "\n")
                switch entry.field.kind {
                case .radio(let options):
                    #expect((2...4).contains(options.count), "\(form.id) \(entry.path.pointer)")
                    for option in options {
                        #expect(rows.contains(") " + option.label.vi), "\(form.id) \(option.value): \(rows)")
                    }
                case .checkboxes(let options):
                    #expect((2...4).contains(options.count), "\(form.id) \(entry.path.pointer)")
                    let columns = options.map { option in
                        entry.rows.compactMap { row in
                            row.firstRange(of: "] " + option.label.vi).map {
                                row.distance(from: row.startIndex, to: $0.lowerBound)
                            }
                        }
                    }
                    #expect(columns.allSatisfy { $0.count == 1 }, "\(form.id): \(rows)")
                    #expect(Set(columns.flatMap(\.self)).count == 1, "\(form.id): \(rows)")
                default: break
                }
            }
        }
    }

    @Test(
        "BT-2 built-in forms: what is typed while a request is under way is not taken",
        arguments: BuiltInForms.shown)
    func working(form: FormDefinition) {
        for var state in BuiltInForms.states(form) {
            state.working = true
            let before = state.answers
            _ = state.handle(.text("x"))
            #expect(state.answers == before && !state.perform("form.submit").submits, "\(form.id)")
        }
    }
}

extension FormState {
    /// The counter of a text area, as it is drawn.
    fileprivate func drawnCounter(_ path: FieldPath) -> String? {
        guard let place = place(of: path), case .box(let box) = self[place].editor else { return nil }
        let words = box.counter.text(.vi)
        var state = self
        state.focus(path)
        return DrawnForm(state).text.contains(words) ? words : nil
    }
}
