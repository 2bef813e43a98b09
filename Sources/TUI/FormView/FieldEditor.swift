import Forms

/// What a field is edited with. It holds what was typed or chosen as it is, right or wrong.
enum FieldEditor: Sendable {
    case line(TextLine)
    case box(TextBox)
    case date(DateEntry)
    case time(TimeEntry)
    case number(NumberEntry)
    case spin(SpinBox)
    case slider(Slider)
    case radio(RadioGroup)
    case check(CheckBox)
    case checks(CheckBoxes)
    case pick(Picked)
    case files(FileList)
    /// Words only.
    case none

    /// More options than this become a dropdown (eForm RA-1, CB-1).
    static let mostChoices = 4

    /// No text area is higher than this.
    static let mostRows = 60

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
            // Whatever a definition says, a field is not endless.
            let least = min(max(1, rule.minRows), Self.mostRows)
            let rows = least...min(max(least, rule.maxRows), Self.mostRows)
            self = .box(TextBox(maxLength: rule.maxLength, rows: rows))
        case .date(let rule):
            self = .date(
                DateEntry(
                    first: rule.min?.resolved(today: today), last: rule.max?.resolved(today: today)))
        case .dateRange(let rule):
            self = .date(
                DateEntry(
                    first: rule.min?.resolved(today: today), last: rule.max?.resolved(today: today),
                    isRange: true))
        case .time(let rule): self = .time(TimeEntry(rule: rule))
        case .timeRange(let rule): self = .time(TimeEntry(rule: rule, isRange: true))
        case .number: self = .number(NumberEntry(isGrouped: false))
        case .spinBox(let rule): self = .spin(SpinBox(rule))
        case .slider(let rule): self = .slider(Slider(rule))
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
        case .search: self = .pick(Picked(values: [], isMultiple: false))
        case .files(let rule): self = .files(FileList(rule))
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
        case .time(let entry): entry.line.isEmpty
        case .number(let entry): entry.line.isEmpty
        case .spin(let box): box.line.isEmpty
        case .slider(let slider): slider.value == nil
        case .radio(let group): group.selected == nil
        case .check(let box): !box.isOn
        case .checks(let boxes): boxes.chosen.isEmpty
        case .pick(let picked): picked.values.isEmpty
        case .files(let list): list.files.isEmpty
        case .none: true
        }
    }

    /// What was typed; nil for choices.
    var text: String? {
        switch self {
        case .line(let line): line.text
        case .box(let box): box.text
        case .date(let entry): entry.text
        case .time(let entry): entry.text
        case .number(let entry): entry.text
        case .spin(let box): box.text
        case .slider, .radio, .check, .checks, .pick, .files, .none: nil
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
        case .slider(let slider): slider.value.map(Answer.number)
        case .files(let list): list.answer
        case .line, .box, .date, .time, .number, .spin, .none: nil
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
        case .time(var entry):
            entry.setText(text)
            self = .time(entry)
        case .spin(var box):
            box.setText(text)
            self = .spin(box)
        case .slider, .radio, .check, .checks, .pick, .files, .none: break
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
        case (.date(let entry), .text(let value)):
            let display = entry.isRange ? DateRange(iso: value)?.display : LocalDate(iso: value)?.display
            setText(display ?? value)
        case (.time(let entry), .text(let value)):
            let clock = entry.rule.clock
            let display =
                entry.isRange
                ? TimeRange(iso: value)?.display(clock: clock) : LocalTime(iso: value)?.display(clock: clock)
            setText(display ?? value)
        case (.slider(var slider), .number(let value)):
            slider.set(value)
            self = .slider(slider)
        case (.files(var list), .rows(let rows)):
            list.set(rows.compactMap { FileAnswer($0) })
            self = .files(list)
        case (.spin, .number(let value)): setText(String(value))
        case (.line, .text(let value)), (.box, .text(let value)): setText(value)
        case (.number(let entry), .number(let value)):
            setText(entry.isGrouped ? Money(dong: value).grouped : String(value))
        case (.line, .number(let value)), (.box, .number(let value)): setText(String(value))
        case (.number, .text(let value)), (.spin, .text(let value)): setText(value)
        default: break
        }
    }

    /// Takes everything out.
    mutating func clear() {
        switch self {
        case .line, .box, .date, .time, .number, .spin: setText("")
        case .slider(var slider):
            slider.set(nil)
            self = .slider(slider)
        case .files(var list):
            list.set([])
            self = .files(list)
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
