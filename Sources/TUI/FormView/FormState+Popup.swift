import Forms

extension FormState {
    // MARK: - Opening

    /// F4, Down: the list or the calendar of the field in focus.
    mutating func open(query: String = "") {
        guard case .field(let id) = stop, let place = place(of: id) else {
            return refuse(ToolkitStrings.noList)
        }
        guard !working else { return refuse(ToolkitStrings.stillWorking) }
        switch self[place].editor {
        case .date(let entry): popup = .calendar(entry.calendar(today: today), id)
        case .time(let entry):
            popup = .times(entry.list(now: now, language: language), id, from: nil)
        case .files(let list): openBrowser(list, id)
        case .pick(let picked) where isSearch(place): openSearch(place, id, picked, query)
        case .pick(let picked): openList(place, id, picked, query)
        default: refuse(ToolkitStrings.noList)
        }
    }

    private mutating func openList(_ place: EntryPlace, _ id: EntryID, _ picked: Picked, _ query: String) {
        let items = items(at: place)
        if items == nil { request(place) }
        let field = index.field(place)
        var empty: SafeText?
        if !picked.isMultiple, field.required == .never, case .dropdown(_, _, let words) = field.kind {
            empty = SafeText(words.text(language))
        }
        popup = .list(
            PickList(
                items ?? PickItems([]), chosen: picked.values, isMultiple: picked.isMultiple,
                emptyLabel: empty, query: query, isLoading: items == nil), id)
        if case .list(let list, _) = popup, list.wantsMore { request(place) }
    }

    mutating func openHelp() {
        var paragraphs: [Pager.Paragraph] = []
        let title: Phrase
        var entersOn = true
        if case .field(let id) = stop, let place = place(of: id) {
            let field = index.field(place)
            title = field.label
            if let hint = FieldHint.text(field) { paragraphs.append(.init(hint)) }
            if let source = self[place].source {
                paragraphs.append(.init(ToolkitStrings.filledFrom(source), role: .filled))
            }
            for issue in self[place].issues {
                let role: Role = issue.severity == .error ? .error : .warning
                paragraphs += [issue.message, issue.hint].compactMap { $0 }.map { .init($0, role: role) }
            }
            let group = index.groups[place.group].definition
            if let help = group.help { paragraphs.append(.init(help)) }
            paragraphs.append(.init(ToolkitStrings.keys(of: field), role: .dim))
            switch field.kind {
            case .textArea, .files: entersOn = false
            default: break
            }
        } else {
            title = definition.title
        }
        let keys = ToolkitStrings.formKeys(entersOn: entersOn, submit: submitLabel ?? submitName)
        paragraphs.append(.init(keys, role: .dim))
        popup = .help(HelpPanel(title: title, paragraphs))
    }

    /// All errors and warnings as a list; Enter goes to the field.
    mutating func openErrors() {
        let issues = errors + warnings
        guard !issues.isEmpty else {
            message = MessageText(text: ToolkitStrings.noErrors, role: .success)
            return
        }
        var stops: [FormStop?] = []
        let items = issues.enumerated().map { number, error in
            let place = self.place(of: error.path)
            stops.append(place.flatMap { isShown($0) && isOpen($0) ? .field(id(of: $0)) : nil })
            let label = place.map { index.field($0).label.text(language) } ?? ""
            let words = error.issue.message.text(language)
            let row = rowName(error.path)
            // Where the message names the field, it is not named twice.
            let name = place == nil || row.isEmpty && words.contains(label) ? "" : label + row + ": "
            let mark = error.issue.severity == .error ? "! " : "▲ "
            return PickItems.Item(value: String(number), label: SafeText(mark + name + words))
        }
        popup = .errors(PickList(PickItems(items)), stops)
    }

    private func rowName(_ path: FieldPath) -> String {
        path.row.map { " (\(ToolkitStrings.row.text(language)) \($0 + 1))" } ?? ""
    }

    // MARK: - In an open popup

    mutating func runInPopup(_ action: ActionID) -> Bool {
        if action == "form.help", case .help = popup { return false }
        return answer(action) { popup in
            switch popup {
            case .list(var list, let id):
                let outcome = list.perform(action)
                popup = .list(list, id)
                return outcome
            case .errors(var list, let stops):
                let outcome = list.perform(action)
                popup = .errors(list, stops)
                return outcome
            case .calendar(var calendar, let id):
                let outcome = calendar.perform(action)
                popup = .calendar(calendar, id)
                return outcome
            case .times(var list, let id, let from):
                let outcome = list.perform(action)
                popup = .times(list, id, from: from)
                return outcome
            case .browser(var browser, let id):
                let outcome = browser.perform(action)
                popup = .browser(browser, id)
                return outcome
            case .preview(var panel):
                let outcome = panel.perform(action)
                popup = .preview(panel)
                return outcome
            case .help(var panel):
                let outcome = panel.perform(action)
                popup = .help(panel)
                return outcome
            }
        }
    }

    mutating func feedPopup(_ input: Input) -> Bool {
        // A time that is typed goes into the field itself.
        if case .times = popup, Self.isTyped(input) {
            popup = nil
            return feed(input)
        }
        return answer(nil) { popup in
            switch popup {
            case .list(var list, let id):
                let outcome = list.handle(input)
                popup = .list(list, id)
                return outcome
            case .errors(var list, let stops):
                let outcome = list.handle(input)
                popup = .errors(list, stops)
                return outcome
            case .calendar(var calendar, let id):
                let outcome = calendar.handle(input)
                popup = .calendar(calendar, id)
                return outcome
            case .times(var list, let id, let from):
                let outcome = list.handle(input)
                popup = .times(list, id, from: from)
                return outcome
            case .browser(var browser, let id):
                let outcome = browser.handle(input)
                popup = .browser(browser, id)
                return outcome
            case .preview(var panel):
                let outcome = panel.handle(input)
                popup = .preview(panel)
                return outcome
            case .help(var panel):
                let outcome = panel.handle(input)
                popup = .help(panel)
                return outcome
            }
        }
    }

    /// Closes on choice, on Escape and on Tab (eForm G-5); Tab also goes on, and so does Enter that takes from a list.
    mutating func answer(_ action: ActionID?, _ body: (inout FormPopup) -> WidgetOutcome) -> Bool {
        guard var open = popup else { return false }
        let query = open.query
        let outcome = body(&open)
        popup = open
        if let typed = open.query, typed != query { scheduleSearch() }
        serveBrowser()
        if case .preview(var panel) = popup, let page = panel.takeWanted() {
            popup = .preview(panel)
            events.append(.previewPage(page))
        }
        switch outcome {
        case .ignored: return action == nil
        case .accepted:
            popup = nil
            take(open)
            // As in every other field Enter is the end of it: what is typed next belongs to the next field. The Tab
            // of who is used to one is spent.
            if action == "list.accept", case .list = open {
                flush()
                move(.nextField)
                hasAdvanced = true
            }
        case .cancelled:
            popup = nil
            // Enter where nothing matched: what stood there stays, and that is said.
            if action == "list.accept", case .list(let list, _) = open {
                refuse(ToolkitStrings.nothingChosen(list.query.text))
            }
        case .refused: events.append(.refused)
        case .handled, .changed: break
        }
        let goesOn = action?.rawValue.hasSuffix(".next_field") ?? false
        // Tab closes also where the first of two times was just taken.
        if goesOn { popup = nil }
        if popup == nil {
            if searchDue != nil { searchDue = nil }
            if goesOn { move(.next) }
            if action?.rawValue.hasSuffix(".previous_field") == true { move(.previous) }
        } else if case .list(let list, let id) = open, list.wantsMore, let place = place(of: id) {
            request(place)
        }
        return true
    }

    private mutating func take(_ popup: FormPopup) {
        switch popup {
        case .list(let list, let id):
            guard let place = place(of: id), case .pick(var picked) = self[place].editor,
                picked.values != list.chosen
            else { return }
            picked.values = list.chosen
            if list.isSearch, let item = list.highlightedItem { rememberName(item, at: place) }
            change(place) {
                $0 = .pick(picked)
                return .changed
            }
        case .calendar(let calendar, let id):
            guard let place = place(of: id) else { return }
            let text = calendar.isRange ? calendar.range?.display : calendar.day.display
            guard let text else { return }
            change(place) {
                guard $0.text != text else { return .handled }
                $0.setText(text)
                return .changed
            }
        case .errors(let list, let stops):
            guard let value = list.chosen.first, let number = Int(value), stops.indices.contains(number),
                let stop = stops[number]
            else { return }
            leave(forward: false)
            focus(stop, fromBelow: false)
        case .times(let list, let id, let from): takeTime(list, id, from)
        case .browser(let browser, let id):
            guard let path = path(of: id) else { return }
            events.append(.file(path, .add(browser.chosen)))
        case .help, .preview: break
        }
    }

    /// Keys on a closed dropdown: letters open it with what they filter, Backspace and Delete empty it.
    mutating func feedPick(_ place: EntryPlace, _ input: Input) -> Bool {
        switch input {
        case .text(" "): open()
        case .text(let text): open(query: text)
        case .paste(let text):
            open(query: String(text.prefix { !$0.isNewline }.prefix(100)))
        case .key(Key(.backspace)), .key(Key(.delete)):
            guard !working else {
                refuse(ToolkitStrings.stillWorking)
                return true
            }
            change(place) {
                guard !$0.isEmpty else { return .handled }
                $0.clear()
                return .changed
            }
        default: return false
        }
        return true
    }
}
