import Forms

extension FieldEditor {
    /// The action scopes of the editor, innermost first.
    var scopes: [String] {
        switch self {
        case .line(let line): line.scopes
        case .box(let box): box.scopes
        case .date(let entry): ["picker"] + entry.scopes
        case .time(let entry): ["picker"] + entry.scopes
        case .number(let entry): entry.scopes
        case .spin(let box): box.scopes
        case .slider(let slider): slider.scopes
        case .radio(let group): group.scopes
        case .check(let box): box.scopes
        case .checks(let boxes): boxes.scopes
        case .pick: ["picker"]
        case .files(let list): list.scopes
        case .none: []
        }
    }

    /// A given value that is typed over when one comes to it: one line, and no secret.
    var isReplaceable: Bool {
        switch self {
        case .line(let line): !line.isSecret && !line.isEmpty
        case .date, .time, .number, .spin: !isEmpty
        case .box, .slider, .radio, .check, .checks, .pick, .files, .none: false
        }
    }

    /// Selects all of the text.
    mutating func select() {
        switch self {
        case .line(var line):
            _ = line.perform("text.end")
            line.isSelected = true
            self = .line(line)
        case .date(var entry):
            _ = entry.perform("text.end")
            entry.isSelected = true
            self = .date(entry)
        case .number(var entry):
            _ = entry.perform("text.end")
            entry.isSelected = true
            self = .number(entry)
        case .time(var entry):
            _ = entry.perform("text.end")
            entry.isSelected = true
            self = .time(entry)
        case .spin(var box):
            _ = box.perform("text.end")
            box.isSelected = true
            self = .spin(box)
        case .box, .slider, .radio, .check, .checks, .pick, .files, .none: break
        }
    }

    /// Whether every character can stand in the field.
    func accepts(_ text: String) -> Bool {
        let alphabet: TextInput.Alphabet
        switch self {
        case .line(let line): alphabet = line.input.alphabet
        case .date(let entry): alphabet = entry.line.input.alphabet
        case .time(let entry): alphabet = entry.line.input.alphabet
        case .number(let entry): alphabet = entry.line.input.alphabet
        case .spin(let box): alphabet = box.line.input.alphabet
        case .box, .slider, .radio, .check, .checks, .pick, .files, .none: return true
        }
        return text.allSatisfy(alphabet.accepts)
    }

    /// Characters that come at once can be taken at once: none of them is refused or hands the focus on.
    var takesRuns: Bool {
        switch self {
        case .line(let line): line.input.alphabet == .any
        case .box: true
        case .date, .time, .number, .spin, .slider, .radio, .check, .checks, .pick, .files, .none: false
        }
    }

    /// The row of the entry that the cursor stands in when the field has the focus.
    func cursorRow(in size: Size) -> Int {
        switch self {
        case .box(let box): box.cursorRow(columns: size.columns - 1, rows: size.rows)
        case .slider(let slider): slider.cursorRow(rows: size.rows)
        case .files(let list): list.cursor
        case .checks(let boxes): boxes.cursorRow(columns: size.columns)
        case .line, .date, .time, .number, .spin, .radio, .check, .pick, .none: 0
        }
    }

    /// Opens a list, a calendar or the browser of files.
    var opens: Bool {
        switch self {
        case .date, .time, .pick: true
        case .files(let list): list.canAdd
        default: false
        }
    }

    /// Why the last input was refused.
    var notice: Phrase? {
        switch self {
        case .line(let line): line.notice
        case .box(let box): box.notice
        case .date(let entry): entry.notice
        case .time(let entry): entry.notice
        case .number(let entry): entry.notice
        case .spin(let box): box.notice
        case .slider(let slider): slider.notice
        case .files(let list): list.notice
        case .radio, .check, .checks, .pick, .none: nil
        }
    }

    /// Steps of undo begun so far; grows by one with each.
    var steps: Int {
        buffer?.history.steps ?? 0
    }

    var buffer: TextBuffer? {
        switch self {
        case .line(let line): line.buffer
        case .box(let box): box.buffer
        case .date(let entry): entry.line.buffer
        case .time(let entry): entry.line.buffer
        case .number(let entry): entry.line.buffer
        case .spin(let box): box.line.buffer
        case .slider, .radio, .check, .checks, .pick, .files, .none: nil
        }
    }

    mutating func handle(_ input: Input) -> WidgetOutcome { take(.input(input)) }
    mutating func perform(_ action: ActionID) -> WidgetOutcome { take(.action(action)) }

    private mutating func take(_ event: ScreenEvent<Never>) -> WidgetOutcome {
        let outcome: WidgetOutcome
        switch self {
        case .line(var line):
            // Let go of the value first, so that its text is changed in place and not copied.
            self = .none
            outcome = line.handle(event)
            self = .line(line)
        case .box(var box):
            self = .none
            outcome = box.handle(event)
            self = .box(box)
        case .date(var entry):
            self = .none
            outcome = entry.handle(event)
            self = .date(entry)
        case .number(var entry):
            self = .none
            outcome = entry.handle(event)
            self = .number(entry)
        case .time(var entry):
            self = .none
            outcome = entry.handle(event)
            self = .time(entry)
        case .spin(var box):
            self = .none
            outcome = box.handle(event)
            self = .spin(box)
        case .slider(var slider):
            outcome = slider.handle(event)
            self = .slider(slider)
        case .files(var list):
            outcome = list.handle(event)
            self = .files(list)
        case .radio(var group):
            outcome = group.handle(event)
            self = .radio(group)
        case .check(var box):
            outcome = box.handle(event)
            self = .check(box)
        case .checks(var boxes):
            outcome = boxes.handle(event)
            self = .checks(boxes)
        case .pick, .none: return .ignored
        }
        return outcome
    }

    /// The focus goes: what was typed is written in its usual shape, the step of undo ends.
    mutating func leave(today: LocalDate) {
        switch self {
        case .line(var line):
            line.leave()
            self = .line(line)
        case .box(var box):
            box.leave()
            self = .box(box)
        case .date(var entry):
            entry.leave(today: today)
            self = .date(entry)
        case .number(var entry):
            entry.leave()
            self = .number(entry)
        case .radio(var group):
            group.leave()
            self = .radio(group)
        case .time(var entry):
            entry.leave()
            self = .time(entry)
        case .spin(var box):
            box.leave()
            self = .spin(box)
        case .slider(var slider):
            slider.leave()
            self = .slider(slider)
        case .files(var list):
            list.leave()
            self = .files(list)
        case .check, .checks, .pick, .none: break
        }
    }

    /// The focus comes, from above or from below.
    mutating func enter(fromBelow: Bool) {
        if case .checks(var boxes) = self {
            boxes.enter(fromBelow: fromBelow)
            self = .checks(boxes)
        }
        if case .files(var list) = self {
            list.enter(fromBelow: fromBelow)
            self = .files(list)
        }
    }

    mutating func toggleReveal() {
        guard case .line(var line) = self else { return }
        line.isRevealed.toggle()
        self = .line(line)
    }
}
