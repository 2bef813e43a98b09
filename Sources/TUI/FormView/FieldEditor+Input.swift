import Forms

extension FieldEditor {
    /// The action scopes of the editor, innermost first.
    var scopes: [String] {
        switch self {
        case .line(let line): line.scopes
        case .box(let box): box.scopes
        case .date(let entry): ["picker"] + entry.scopes
        case .number(let entry): entry.scopes
        case .radio(let group): group.scopes
        case .check(let box): box.scopes
        case .checks(let boxes): boxes.scopes
        case .pick: ["picker"]
        case .none: []
        }
    }

    /// A given value that is typed over when one comes to it: one line, and no secret.
    var isReplaceable: Bool {
        switch self {
        case .line(let line): !line.isSecret && !line.isEmpty
        case .date, .number: !isEmpty
        case .box, .radio, .check, .checks, .pick, .none: false
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
        case .box, .radio, .check, .checks, .pick, .none: break
        }
    }

    /// Whether every character can stand in the field.
    func accepts(_ text: String) -> Bool {
        let alphabet: TextInput.Alphabet
        switch self {
        case .line(let line): alphabet = line.input.alphabet
        case .date(let entry): alphabet = entry.line.input.alphabet
        case .number(let entry): alphabet = entry.line.input.alphabet
        case .box, .radio, .check, .checks, .pick, .none: return true
        }
        return text.allSatisfy(alphabet.accepts)
    }

    /// Characters that come at once can be taken at once: none of them is refused or hands the focus on.
    var takesRuns: Bool {
        switch self {
        case .line(let line): line.input.alphabet == .any
        case .box: true
        case .date, .number, .radio, .check, .checks, .pick, .none: false
        }
    }

    /// Opens a list or a calendar.
    var opens: Bool {
        switch self {
        case .date, .pick: true
        default: false
        }
    }

    /// Why the last input was refused.
    var notice: Phrase? {
        switch self {
        case .line(let line): line.notice
        case .box(let box): box.notice
        case .date(let entry): entry.notice
        case .number(let entry): entry.notice
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
        case .number(let entry): entry.line.buffer
        case .radio, .check, .checks, .pick, .none: nil
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
        case .check, .checks, .pick, .none: break
        }
    }

    /// The focus comes, from above or from below.
    mutating func enter(fromBelow: Bool) {
        if case .checks(var boxes) = self {
            boxes.enter(fromBelow: fromBelow)
            self = .checks(boxes)
        }
    }

    mutating func toggleReveal() {
        guard case .line(var line) = self else { return }
        line.isRevealed.toggle()
        self = .line(line)
    }
}
