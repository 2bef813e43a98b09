import Forms

/// Asks a form line by line: the same definition, the same engine and the same checks as on the screen.
///
/// Every field is one question. Enter keeps what stands there; wrong answers stay as they were typed and are
/// asked again with what is wrong; at the end the whole form is judged, and the first mistake asked again.
public struct LineForm: Sendable {
    /// How the questions ended.
    public enum Ending: Hashable, Sendable {
        /// All is answered and right.
        case finished
        /// Asked to stop.
        case stopped
        /// The input has ended.
        case ended
    }

    /// What a program does beside.
    public struct Hooks: Sendable {
        /// Fetches options; nil where that failed.
        public var options: @Sendable (OptionRequest) async -> [Option]?
        /// Whether a line is something else than an answer, as a scanned card; it may change the form.
        public var take: @Sendable (String, inout FormState) async -> Bool
        /// A field has a new answer: look something up, save the draft.
        public var changed: @Sendable (FieldPath, inout FormState) async -> Void
        /// Sends a file, named by its path, and says what the answer is to hold of it; or why that failed. nil
        /// where the program takes no files.
        public var attach: (@Sendable (String, FileRule) async -> Result<FileAnswer, WordedFailure>)?
        /// What else can be typed at a question, for its help: the lines that ``take`` knows.
        public var commands: @Sendable (FormQuestion) -> [Phrase]

        public init(
            options: @escaping @Sendable (OptionRequest) async -> [Option]? = { _ in nil },
            take: @escaping @Sendable (String, inout FormState) async -> Bool = { _, _ in false },
            changed: @escaping @Sendable (FieldPath, inout FormState) async -> Void = { _, _ in },
            attach: (@Sendable (String, FileRule) async -> Result<FileAnswer, WordedFailure>)? = nil,
            commands: @escaping @Sendable (FormQuestion) -> [Phrase] = { _ in [] }
        ) {
            self.options = options
            self.take = take
            self.changed = changed
            self.attach = attach
            self.commands = commands
        }
    }

    let console: any LineConsole
    let language: Language
    let hooks: Hooks

    public init(console: any LineConsole, language: Language, hooks: Hooks = Hooks()) {
        self.console = console
        self.language = language
        self.hooks = hooks
    }

    /// Goes through the form.
    ///
    /// - Parameter start: Where to begin; nil at its start.
    public func fill(_ form: inout FormState, from start: FieldPath? = nil) async -> Ending {
        var place = start.map(FormPlace.field) ?? form.places.first
        var heading: String?
        // After the first round only what is wrong is asked.
        var isMending = false
        // What was just asked: its choices are not read out a second time.
        var asked: FormPlace?
        while true {
            while let here = place {
                announce(here, form, &heading)
                let isAgain = asked == here
                asked = here
                switch await ask(here, &form, isAgain: isAgain) {
                case .next: place = isMending ? nil : form.place(after: here)
                case .goTo(let other): place = other
                case .back:
                    if let before = form.place(before: here) {
                        place = before
                    } else {
                        say(ToolkitStrings.Lines.start)
                    }
                case .again: break
                case .stop: return .stopped
                case .end: return .ended
                }
            }
            let errors = form.validate().filter { $0.issue.severity == .error }
            guard let first = errors.first else { return .finished }
            isMending = true
            say(ToolkitStrings.Lines.errorsLeft(errors.count))
            place = form.question(at: first.path).map { .field($0.path) }
            if place == nil {
                // A group as a whole has too few rows.
                tell([first.issue])
                place = form.places.first { $0 == .addRow(group: first.path.field) } ?? form.places.first
            } else {
                tell([first.issue])
            }
        }
    }

    private enum Step {
        case next, back, again, stop, end
        case goTo(FormPlace?)
    }

    // MARK: - Saying

    private func say(_ phrase: Phrase) { console.say(SafeText(phrase.text(language))) }

    /// Says what is wrong, and how to mend it.
    public func tell(_ issues: [FieldIssue]) {
        for issue in issues {
            let kind = issue.severity == .error ? ToolkitStrings.Lines.error : ToolkitStrings.Lines.warning
            let parts = [issue.message, issue.hint].compactMap { $0?.text(language) }
            console.say(SafeText(kind.text(language) + ": " + parts.joined(separator: " ")))
        }
    }

    /// The heading of a group, once, and of each row of one that repeats.
    private func announce(_ place: FormPlace, _ form: FormState, _ heading: inout String?) {
        guard case .field(let path) = place, let question = form.question(at: path) else { return }
        var words = question.group.title.text(language)
        if let row = path.row {
            let count = form.rowCount(question.group.id)
            words += ", " + ToolkitStrings.Lines.row(row + 1, count).text(language)
        }
        guard words != heading else { return }
        heading = words
        console.say(SafeText("== " + words))
        if path.row == nil || path.row == 0, let help = question.group.help {
            console.say(SafeText(help.text(language)))
        }
    }

    private func prompt(_ question: FormQuestion) -> SafeText {
        var notes: [String] = []
        if question.isRequired { notes.append(ToolkitStrings.Lines.required.text(language)) }
        switch question.kind {
        case .yesNo: notes.append(ToolkitStrings.Lines.yesNo.text(language))
        case .choice(let isMultiple):
            let one =
                question.value.isEmpty ? ToolkitStrings.Lines.chooseOne : ToolkitStrings.Lines.chooseAgain
            let words = isMultiple ? ToolkitStrings.Lines.chooseMany : one
            notes.append(words.text(language))
        case .search: notes.append(ToolkitStrings.Lines.searchHint.text(language))
        case .files: notes.append(ToolkitStrings.Lines.pathHint.text(language))
        case .scale:
            if case .slider(let rule) = question.field.kind { notes.append("\(rule.min)–\(rule.max)") }
        case .text(_, isMultiline: true): notes.append(ToolkitStrings.Lines.multiline.text(language))
        case .text: if case .date = question.field.kind { notes.append("DD/MM/YYYY") }
        }
        var prompt = SafeText(question.field.label.text(language))
        if !notes.isEmpty { prompt += SafeText(" (" + notes.joined(separator: ", ") + ")") }
        if !question.value.isEmpty {
            prompt += " [" + question.value
            if let source = question.source {
                prompt += SafeText(", " + ToolkitStrings.Lines.from(source).text(language))
            }
            prompt += "]"
        }
        return prompt + ": "
    }

    private func help(_ question: FormQuestion, _ form: FormState) {
        // How a text area is left by keys is nothing to a line.
        let isText = if case .text(_, isMultiline: true) = question.kind { true } else { false }
        let hint = isText ? question.field.help : FieldHint.text(question.field)
        for text in [hint, question.field.placeholder] {
            if let text { say(text) }
        }
        if case .choice = question.kind, let items = form.choices(at: question.path) { choice.read(items) }
        say(ToolkitStrings.Lines.intro)
        if question.path.row != nil { say(ToolkitStrings.Lines.rowCommand) }
        for command in hooks.commands(question) { say(command) }
        say(ToolkitStrings.Lines.literal)
    }

    // MARK: - Asking

    private func ask(_ place: FormPlace, _ form: inout FormState, isAgain: Bool) async -> Step {
        switch place {
        case .addRow(let group): return await askForRow(group, &form)
        case .field(let path):
            guard let question = form.question(at: path) else { return .next }
            if case .files(let rule) = question.field.kind { say(ToolkitStrings.files(rule)) }
            if case .choice = question.kind {
                // Where there is nothing to choose from, a line is asked for all the same: it may be a command, and
                // no round ends without one.
                await prepare(question, &form, isAgain: isAgain)
            }
            guard let line = await console.ask(prompt(question), isSecret: question.field.kind == .password)
            else {
                say(ToolkitStrings.Lines.end)
                return .end
            }
            return await take(line, for: question, &form)
        }
    }

    private func askForRow(_ group: String, _ form: inout FormState) async -> Step {
        guard let definition = form.definition.groups.first(where: { $0.id == group }),
            let repeats = definition.repeats
        else { return .next }
        let words = ToolkitStrings.Lines.anotherRow(
            repeats.addLabel.text(language) + ", " + definition.title.text(language), form.rowCount(group))
        guard let line = await console.ask(SafeText(words.text(language) + ": ")) else {
            say(ToolkitStrings.Lines.end)
            return .end
        }
        switch line.trimmed {
        case "<": return .back
        case "!": return .stop
        case "": return .next
        case let word:
            guard let isYes = Self.yesNo(word) else {
                say(ToolkitStrings.Lines.answerYesNo)
                return .again
            }
            guard isYes, let first = form.addRow(to: group) else { return .next }
            return .goTo(.field(first))
        }
    }

    private func take(_ line: String, for question: FormQuestion, _ form: inout FormState) async -> Step {
        let path = question.path
        switch line.trimmed {
        case "":
            // Going on marks the mistake and goes on; the end comes back to it.
            let issues = form.judged(path)
            tell(issues)
            if issues.contains(where: { $0.severity == .error }) { say(ToolkitStrings.Lines.passedOver) }
            return .next
        case "?":
            help(question, form)
            return .again
        case "<": return .back
        case "!": return .stop
        case "--" where path.row != nil:
            let next = form.place(before: .field(FieldPath(path.field, group: path.group, row: path.row)))
            guard form.removeRow(of: path) else {
                say(ToolkitStrings.Lines.cantRemove)
                return .again
            }
            say(ToolkitStrings.Lines.removed)
            return .goTo(next.flatMap { form.place(after: $0) } ?? form.places.first)
        case "-":
            let issues: [FieldIssue]
            issues =
                switch question.kind {
                case .text: form.answer(path, text: "")
                case .files: form.answer(path, .rows([]))
                case .yesNo, .choice, .scale, .search: form.answer(path, chosen: [])
                }
            await hooks.changed(path, &form)
            tell(issues)
            say(ToolkitStrings.Lines.emptied)
            return issues.contains { $0.severity == .error } ? .again : .next
        default: break
        }
        // A scan is about the person that is being asked for.
        form.focus(path)
        let before = form
        if await hooks.take(line, &form) { return afterScan(path, before, form) }
        let literal = line.hasPrefix("\\") ? String(line.dropFirst()) : line
        guard let issues = await answer(question, literal, &form) else { return .again }
        await hooks.changed(path, &form)
        tell(issues)
        return issues.contains { $0.severity == .error } ? .again : .next
    }

    /// Reads back what a scan has filled in, and goes on at the first field after it that is still empty.
    private func afterScan(_ path: FieldPath, _ before: FormState, _ form: FormState) -> Step {
        var isFilled = false
        for case .field(let place) in form.places {
            guard let question = form.question(at: place), !question.value.isEmpty,
                question.value != before.question(at: place)?.value
            else { continue }
            isFilled = true
            console.say(SafeText(question.field.label.text(language) + ": ") + question.value)
        }
        guard isFilled, let here = form.places.firstIndex(of: .field(path)) else { return .again }
        let empty = form.places[here...].first { place in
            guard case .field(let path) = place else { return true }
            return form.question(at: path)?.value.isEmpty ?? false
        }
        return empty.map { .goTo($0) } ?? .again
    }

    /// - Returns: What is wrong with the answer; nil where the line was none, which has been said.
    private func answer(
        _ question: FormQuestion, _ line: String, _ form: inout FormState
    ) async -> [FieldIssue]? {
        let path = question.path
        switch question.kind {
        case .yesNo:
            guard let isYes = Self.yesNo(line.trimmed) else {
                say(ToolkitStrings.Lines.answerYesNo)
                return nil
            }
            return form.answer(path, chosen: isYes ? ["x"] : [])
        case .scale:
            guard let number = Int(line.trimmed) else {
                say(ToolkitStrings.Lines.answerNumber)
                return nil
            }
            return form.answer(path, .number(number))
        case .search: return await search(question, line.trimmed, &form)
        case .files: return await attach(question, line.trimmed, &form)
        case .text(_, let isMultiline):
            var text = line
            while isMultiline, let more = await console.ask("  "), !more.trimmed.isEmpty {
                text += "\n" + more
            }
            return form.answer(path, text: text)
        case .choice(let isMultiple):
            guard let items = form.choices(at: path) else { return nil }
            let parts =
                isMultiple
                ? line.split(separator: ",").map { String($0).trimmed } : [line.trimmed]
            var values: [String] = []
            for part in parts where !part.isEmpty {
                guard let value = choice.value(part, among: items) else { return nil }
                values.append(value)
            }
            return form.answer(path, chosen: values)
        }
    }

    // MARK: - Searches and files

    private func search(
        _ question: FormQuestion, _ query: String, _ form: inout FormState
    ) async -> [FieldIssue]? {
        guard var request = form.optionRequest(at: question.path) else {
            guard let items = form.choices(at: question.path), let value = choice.value(query, among: items)
            else { return nil }
            return form.answer(question.path, chosen: [value])
        }
        request.query = query
        guard let options = await hooks.options(request) else {
            form.optionsFailed(request)
            say(ToolkitStrings.Lines.noOptions)
            return nil
        }
        guard !options.isEmpty else {
            say(ToolkitStrings.Lines.nothing(query))
            return nil
        }
        form.provide(options, for: request)
        if options.count == 1 { return form.answer(question.path, chosen: [options[0].value]) }
        let label = SafeText(question.field.label.text(language))
        guard
            case .chosen(let value) = await choice.pick(label, among: PickItems(options, language: language))
        else { return nil }
        return form.answer(question.path, chosen: [value])
    }

    private func attach(
        _ question: FormQuestion, _ path: String, _ form: inout FormState
    ) async -> [FieldIssue]? {
        guard let attach = hooks.attach, case .files(let rule) = question.field.kind else {
            say(ToolkitStrings.Lines.noFiles)
            return nil
        }
        switch await attach(path, rule) {
        case .failure(let failure):
            say(failure.reason)
            return nil
        case .success(let file):
            var rows = rule.many ? form.files(at: question.path).compactMap { $0.answer?.row } : []
            rows.append(file.row)
            return form.answer(question.path, .rows(rows))
        }
    }

    // MARK: - Choosing

    /// Reads out what can be chosen, or why there is nothing to choose from.
    private func prepare(_ question: FormQuestion, _ form: inout FormState, isAgain: Bool) async {
        if form.choices(at: question.path) == nil {
            guard let request = form.optionRequest(at: question.path) else {
                return say(ToolkitStrings.Lines.parentFirst)
            }
            guard let options = await hooks.options(request) else {
                form.optionsFailed(request)
                return say(ToolkitStrings.Lines.noOptions)
            }
            form.provide(options, for: request)
        }
        // What stands there is kept by Enter: the list is read out when it is asked for.
        if let items = form.choices(at: question.path), question.value.isEmpty, !isAgain {
            choice.read(items)
        }
    }

    private var choice: LineChoice { LineChoice(console: console, language: language) }

    /// "c", "có", "y", "yes" and "k", "không", "n", "no".
    public static func yesNo(_ word: String) -> Bool? {
        switch TextFold.fold(word) {
        case "c", "co", "y", "yes": true
        case "k", "khong", "n", "no": false
        default: nil
        }
    }
}
