import Forms

/// What a field is edited with. It holds what was typed or chosen as it is, right or wrong.
enum FieldEditor: Sendable {
    case line(TextLine)
    case box(TextBox)
    case date(DateEntry)
    case number(NumberEntry)
    case radio(RadioGroup)
    case check(CheckBox)
    case checks(CheckBoxes)
    case pick(Picked)
    /// Words only.
    case none

    /// More options than this become a dropdown (eForm RA-1, CB-1).
    static let mostChoices = 4

    init(_ field: Field, today: LocalDate, language: Language) {
        switch field.kind {
        case .text(let rule):
            let input = TextInput(
                maxLength: min(rule.fixedLength ?? rule.maxLength, 255),
                alphabet: rule.digitsOnly ? .digits : .any, uppercase: rule.uppercase,
                composes: rule.takesWords)
            self = .line(TextLine(input: input))
        case .password: self = .line(TextLine(isSecret: true))
        case .textArea(let rule):
            let rows = max(1, rule.minRows)...max(1, rule.minRows, rule.maxRows)
            self = .box(TextBox(maxLength: rule.maxLength, rows: rows))
        case .date(let rule):
            self = .date(
                DateEntry(
                    first: rule.min?.resolved(today: today), last: rule.max?.resolved(today: today)))
        case .number: self = .number(NumberEntry(isGrouped: false))
        case .money: self = .number(NumberEntry(isGrouped: true))
        case .radio(let options) where options.count > Self.mostChoices:
            self = .pick(Picked(values: [], isMultiple: false))
        case .radio(let options):
            self = .radio(RadioGroup(options.map { Choice($0, language) }))
        case .checkbox:
            self = .check(CheckBox(label: SafeText(field.label.text(language))))
        case .checkboxes(let options) where options.count > Self.mostChoices:
            self = .pick(Picked(values: [], isMultiple: true))
        case .checkboxes(let options):
            self = .checks(CheckBoxes(options.map { Choice($0, language) }))
        case .dropdown(_, let isMultiple, _):
            self = .pick(Picked(values: [], isMultiple: isMultiple))
        case .note: self = .none
        }
    }

    // MARK: - Values

    /// Nothing typed, nothing chosen. An unticked box counts as empty.
    var isEmpty: Bool {
        switch self {
        case .line(let line): line.isEmpty
        case .box(let box): box.isEmpty
        case .date(let entry): entry.line.isEmpty
        case .number(let entry): entry.line.isEmpty
        case .radio(let group): group.selected == nil
        case .check(let box): !box.isOn
        case .checks(let boxes): boxes.chosen.isEmpty
        case .pick(let picked): picked.values.isEmpty
        case .none: true
        }
    }

    /// What was typed; nil for choices.
    var text: String? {
        switch self {
        case .line(let line): line.text
        case .box(let box): box.text
        case .date(let entry): entry.text
        case .number(let entry): entry.text
        case .radio, .check, .checks, .pick, .none: nil
        }
    }

    /// The answer of a field that is chosen, not typed.
    var chosen: Answer? {
        switch self {
        case .radio(let group): group.selected.map(Answer.text)
        case .check(let box): .flag(box.isOn)
        case .checks(let boxes): boxes.chosen.isEmpty ? nil : .choices(boxes.chosen)
        case .pick(let picked) where picked.isMultiple:
            picked.values.isEmpty ? nil : .choices(picked.values)
        case .pick(let picked): picked.values.first.map(Answer.text)
        case .line, .box, .date, .number, .none: nil
        }
    }

    /// Puts raw text in, right or wrong. Choices take none.
    mutating func setText(_ text: String) {
        switch self {
        case .line(var line):
            line.setText(text)
            self = .line(line)
        case .box(var box):
            box.setText(text)
            self = .box(box)
        case .date(var entry):
            entry.setText(text)
            self = .date(entry)
        case .number(var entry):
            entry.setText(text)
            self = .number(entry)
        case .radio, .check, .checks, .pick, .none: break
        }
    }

    /// Shows an answer as it would have been typed or chosen. An answer of another kind changes nothing.
    mutating func set(_ answer: Answer) {
        switch (self, answer) {
        case (.radio(var group), .text(let value)):
            group.select(value)
            self = .radio(group)
        case (.check(var box), .flag(let value)):
            box.isOn = value
            self = .check(box)
        case (.checks(var boxes), .choices(let values)):
            boxes.set(values)
            self = .checks(boxes)
        case (.pick(var picked), .text(let value)):
            picked.values = [value]
            self = .pick(picked)
        case (.pick(var picked), .choices(let values)):
            picked.values = picked.isMultiple ? values : Array(values.prefix(1))
            self = .pick(picked)
        case (.date, .text(let value)): setText(LocalDate(iso: value)?.display ?? value)
        case (.line, .text(let value)), (.box, .text(let value)): setText(value)
        case (.number(let entry), .number(let value)):
            setText(entry.isGrouped ? Money(dong: value).grouped : String(value))
        case (.line, .number(let value)), (.box, .number(let value)): setText(String(value))
        case (.number, .text(let value)): setText(value)
        default: break
        }
    }

    /// Takes everything out.
    mutating func clear() {
        switch self {
        case .line, .box, .date, .number: setText("")
        case .radio(var group):
            group.select(nil)
            self = .radio(group)
        case .check(var box):
            box.isOn = false
            self = .check(box)
        case .checks(var boxes):
            boxes.set([])
            self = .checks(boxes)
        case .pick(var picked):
            picked.values = []
            self = .pick(picked)
        case .none: break
        }
    }
}
