import Forms

extension FormState {
    /// Takes what the screen was given, input or action.
    public mutating func handle<Message>(_ event: ScreenEvent<Message>) -> FormOutcome {
        switch event {
        case .input(let input): handle(input)
        case .action(let action): perform(action)
        case .message, .resumed, .hangup: .ignored
        }
    }

    /// Takes an input that ran no action. A scan is left to the screen.
    public mutating func handle(_ input: Input) -> FormOutcome {
        // Time that passes is no act of the officer's: what his last one had to say stays on the message line.
        if case .tick = input {
            events = []
            defer { events = [] }
            return takeTime() ? FormOutcome(isHandled: true, events: events) : .ignored
        }
        // Nor is a pointer that moves.
        if case .mouse(let mouse) = input, mouse.kind == .move {
            return followPointer(to: mouse.position) ? FormOutcome(isHandled: true, events: []) : .ignored
        }
        pointed = nil
        return run(keepsAdvance: true) { state in
            switch input {
            case .key(let key):
                let table = FormActions.table
                let inField = state.capturesText
                if let action = table.action(for: key, scopes: state.scopes, inField: inField) {
                    return state.run(action)
                }
                guard key.editsText || state.popup != nil else { return false }
                return state.feed(input)
            case .text, .paste: return state.feed(input)
            case .mouse(let mouse): return state.point(mouse)
            default: return false
            }
        }
    }

    /// Runs a form action; others are ignored.
    public mutating func perform(_ action: ActionID) -> FormOutcome {
        pointed = nil
        return run { $0.run(action) }
    }

    /// - Parameter keepsAdvance: What the form ignores leaves the automatic step before it as it was: a clock
    ///   that ticks, a window that is resized.
    private mutating func run(
        keepsAdvance: Bool = false, _ body: (inout FormState) -> Bool
    ) -> FormOutcome {
        events = []
        let before = message
        let advanced = hasAdvanced
        message = nil
        guard body(&self) else {
            message = before
            hasAdvanced = advanced && keepsAdvance
            return .ignored
        }
        followTooltip()
        defer { events = [] }
        let speaks = message != nil || focusedEditor?.notice != nil
        return FormOutcome(isHandled: true, events: events, speaks: speaks)
    }

    /// Says why something was not done, and lets the screen ring the bell.
    mutating func refuse(_ text: Phrase?) {
        if let text { message = MessageText(text: text, role: .warning) }
        if !events.contains(.refused) { events.append(.refused) }
    }

    // MARK: - Actions

    private mutating func run(_ action: ActionID) -> Bool {
        let advanced = hasAdvanced
        hasAdvanced = advanced && action == "form.next_error"
        if advanced, popup == nil, action == "form.next" || action == "form.accept" { return true }
        if popup != nil { return runInPopup(action) }
        switch action {
        case "form.next": move(.next)
        case "form.previous": move(.previous)
        case "form.accept": accept()
        case "form.up": move(.previous)
        case "form.down": move(.next)
        case "form.next_page": turn(forward: true)
        case "form.previous_page": turn(forward: false)
        case "form.help": openHelp()
        case "form.next_error": goToNextError()
        case "form.errors": openErrors()
        case "form.report": reportSource()
        case "form.list", "form.open": open()
        default: return edit(action)
        }
        return true
    }

    /// Actions that change something, and so wait while a request is under way.
    private mutating func edit(_ action: ActionID) -> Bool {
        let changes: [ActionID] = [
            "form.repeat_last", "form.submit", "form.add_row", "form.remove_row", "form.undo", "form.redo",
            "text.undo", "text.redo",
        ]
        guard changes.contains(action) || action == "form.reveal" else { return editField(action) }
        if working && action != "form.reveal" {
            refuse(ToolkitStrings.stillWorking)
            return true
        }
        switch action {
        case "form.repeat_last": repeatLast()
        case "form.submit": submit()
        case "form.undo", "text.undo": undo()
        case "form.redo", "text.redo": redo()
        case "form.reveal":
            if let place = focusedPlace { toggleReveal(place) }
        case "form.add_row":
            if let group = rowGroup { addRow(to: group) } else { refuse(ToolkitStrings.noRows) }
        default:
            if let (group, row) = removableRow {
                removeRow(row, from: group)
            } else {
                refuse(
                    rowGroup.map { ToolkitStrings.leastRows(index.groups[$0].repeats?.min ?? 0) }
                        ?? ToolkitStrings.noRows)
            }
        }
        return true
    }

    private mutating func editField(_ action: ActionID) -> Bool {
        guard case .field(let id) = stop, let place = place(of: id) else { return false }
        let moves = Self.movingActions.contains(action)
        if working && !moves {
            guard self[place].editor.scopes.contains(where: { action.rawValue.hasPrefix($0) }) else {
                return false
            }
            refuse(ToolkitStrings.stillWorking)
            return true
        }
        if action == "time.now" {
            writeNow(place)
            return true
        }
        let outcome = edit(place) { $0.perform(action) }
        serveFiles(place)
        if outcome != .ignored { return true }
        switch action {
        case "text.up", "choice.up", "files.up": move(.previous)
        case "text.down", "choice.down", "files.down": move(.next)
        case "text.page_up": turn(forward: false)
        case "text.page_down": turn(forward: true)
        default: return false
        }
        return true
    }

    private static let movingActions: Set<ActionID> = [
        "text.left", "text.right", "text.start", "text.end", "text.word_left", "text.word_right", "text.up",
        "text.down", "text.page_up", "text.page_down", "choice.up", "choice.down", "files.up", "files.down",
    ]

    /// Enter: a button is pressed, a field is done.
    mutating func accept() {
        switch stop {
        case .submit: submit()
        case .field: move(.nextField)
        case .reveal(let id):
            if let place = place(of: id) { toggleReveal(place) }
        case .addRow(let group):
            if working { refuse(ToolkitStrings.stillWorking) } else { addRow(to: group) }
        case .removeRow(let group, let rowID):
            if working {
                refuse(ToolkitStrings.stillWorking)
            } else if let row = groups[group].row(id: rowID) {
                removeRow(row, from: group)
            }
        }
    }

    private mutating func submit() {
        guard !working else { return refuse(ToolkitStrings.stillWorking) }
        if case .field = stop { leave(forward: true) }
        generalErrors = []
        if validate().isEmpty { events.append(.submit) } else { events.append(.refused) }
    }

    private mutating func toggleReveal(_ place: EntryPlace) {
        self[place].editor.toggleReveal()
    }

    // MARK: - Typing

    mutating func feed(_ input: Input) -> Bool {
        if case .text(let text) = input, text.count > 1 { return feedRun(text) }
        let advanced = hasAdvanced
        hasAdvanced = false
        if popup != nil { return feedPopup(input) }
        guard case .field(let id) = stop, let place = place(of: id) else {
            if case .text(" ") = input {
                accept()
                return true
            }
            hasAdvanced = advanced
            return false
        }
        if case .pick = self[place].editor { return feedPick(place, input) }
        // In a text arrows only move; elsewhere they choose.
        if working, self[place].editor.buffer == nil || !Self.isMotion(input) {
            refuse(ToolkitStrings.stillWorking)
            return true
        }
        let notice = self[place].editor.notice
        let outcome = edit(place) { $0.handle(input) }
        serveFiles(place)
        guard case .text(let text) = input else { return outcome != .ignored }
        switch outcome {
        case .ignored:
            if case .radio = self[place].editor {
                refuse(ToolkitStrings.noChoice(text))
            } else {
                refuse(ToolkitStrings.notTyped)
            }
        case .changed:
            if let doubt = self[place].editor.notice,
                doubt != notice || !self[place].editor.accepts(text)
            {
                refuse(nil)
            }
        default: break
        }
        return true
    }

    /// Characters that have come at once are keys in order: each may fill its field and hand the focus on, and
    /// what one field refuses is not lost for the next.
    private mutating func feedRun(_ text: String) -> Bool {
        var rest = Substring(text)
        var isHandled = false
        while let character = rest.first {
            if popup == nil, let editor = focusedEditor, editor.takesRuns, let place = focusedPlace,
                !index.field(place).autoAdvance
            {
                hasAdvanced = false
                guard !working else {
                    refuse(ToolkitStrings.stillWorking)
                    return true
                }
                let outcome = edit(place) { $0.handle(.text(String(rest))) }
                if outcome == .changed, self[place].editor.notice != nil { refuse(nil) }
                return true
            }
            // What stands behind the last field of a form must not be pressed by text meant for a field.
            if isHandled, popup == nil, focusedEditor == nil {
                refuse(ToolkitStrings.notTyped)
                return true
            }
            rest.removeFirst()
            if feed(.text(String(character))) { isHandled = true }
        }
        return isHandled
    }

    /// Whether typing takes the place of what stands in a field: it has the focus, holds a value that the officer
    /// did not type, one that nothing can be added to or one that he was taken to because it is wrong, and he has
    /// not begun to edit it.
    func isSelected(_ place: EntryPlace) -> Bool {
        guard case .field(let id) = stop, id == self.id(of: place), edited != id else { return false }
        return (self[place].origin != .typed || isWhole(place) || mended == id)
            && self[place].editor.isReplaceable
    }

    /// Whether what stands in a field is all that it can hold: whoever comes back to a day or a time, right or
    /// wrong, and types, writes another one.
    private func isWhole(_ place: EntryPlace) -> Bool {
        switch index.field(place).kind {
        case .date, .time: true
        case .dateRange, .timeRange:
            self[place].editor.text?.split(separator: " - ").count == 2
        default: false
        }
    }

    /// What the officer does in a field, which may hold a value that he types over.
    private mutating func edit(
        _ place: EntryPlace, _ body: (inout FieldEditor) -> WidgetOutcome
    ) -> WidgetOutcome {
        let id = id(of: place)
        if isSelected(place) { self[place].editor.select() }
        let outcome = change(place, body)
        if outcome == .changed || outcome == .handled, stop == .field(id) { edited = id }
        return outcome
    }

    private static func isMotion(_ input: Input) -> Bool {
        guard case .key(let key) = input else { return false }
        return key.code == .left || key.code == .right || key.code == .home || key.code == .end
    }

    /// Lets an editor do something, and sees to everything that follows from it.
    @discardableResult
    mutating func change(_ place: EntryPlace, _ body: (inout FieldEditor) -> WidgetOutcome) -> WidgetOutcome {
        let isText = self[place].editor.buffer != nil
        let before = isText ? nil : self[place]
        let steps = self[place].editor.steps
        let height = boxHeight(place)
        let outcome = body(&self[place].editor)
        if outcome == .refused { refuse(nil) }
        guard outcome == .changed else {
            if outcome == .handled, boxHeight(place) != height { relayout() }
            return outcome
        }
        let id = id(of: place)
        let recorded = history.done.count
        if let before {
            history.record(.entry(id, before))
        } else if self[place].editor.steps > steps {
            history.record(.text(id, self[place].origin))
        }
        if self[place].source != nil { relayout() }
        if case .files = self[place].editor { relayout() }
        self[place].origin = .typed
        if boxHeight(place) != height { relayout() }
        touched(place)
        history.join(since: recorded)
        if !self[place].issues.isEmpty { judge(place) }
        advance(from: place)
        return outcome
    }

    private func boxHeight(_ place: EntryPlace) -> Int {
        guard case .box(let box) = self[place].editor, let columns = box.drawn.size?.columns else { return 0 }
        return box.height(columns: columns)
    }

    /// A fixed-length field that has just become full hands the focus on.
    private mutating func advance(from place: EntryPlace) {
        let field = index.field(place)
        guard field.autoAdvance, let buffer = self[place].editor.buffer, buffer.cursor == buffer.count else {
            return
        }
        let isFull: Bool
        switch field.kind {
        case .text(let rule): isFull = buffer.count == rule.fixedLength ?? rule.maxLength
        case .date:
            // Eight characters are a whole date only without its slashes: "31/12/19" may go on to 1990.
            let isWritten =
                buffer.count == 10 || buffer.count == 8 && buffer.characters.allSatisfy(\.isNumber)
            isFull = isWritten && parsed(place) != nil
        default: isFull = false
        }
        guard isFull else { return }
        move(.nextField)
        hasAdvanced = true
    }
}
