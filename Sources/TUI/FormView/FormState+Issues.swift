import Forms

extension FormState {
    /// All that is wrong and shown, in the order of the form.
    public var errors: [FieldError] { shown(.error) }
    /// What asks for a second look and holds nothing up.
    public var warnings: [FieldError] { shown(.warning) }

    private func shown(_ severity: Severity) -> [FieldError] {
        var errors: [FieldError] = []
        for (group, state) in groups.enumerated() {
            for row in state.rows.indices {
                for field in state.rows[row].entries.indices {
                    let entry = state.rows[row].entries[field]
                    guard !entry.issues.isEmpty else { continue }
                    let path = path(of: EntryPlace(group: group, row: row, field: field))
                    errors += entry.issues.map { FieldError(path: path, issue: $0) }
                }
            }
            let path = FieldPath(index.groups[group].definition.id)
            errors += state.issues.map { FieldError(path: path, issue: $0) }
        }
        errors += generalErrors.map { FieldError(path: FieldPath(""), issue: $0) }
        return errors.filter { $0.issue.severity == severity }
    }

    var hasIssues: Bool { issueSummary.hasIssues }

    /// What the key bar and the line above the form say of all issues. Kept until the next change of one (each
    /// makes a new layout), because both ask for it at every frame and a form may be long.
    var issueSummary: FormGeometry.IssueSummary {
        geometry.issueSummary(version: layoutVersion, language: language) {
            FormGeometry.IssueSummary(
                hasIssues: !errors.isEmpty || !warnings.isEmpty, line: isSummarised ? summaryLine : nil)
        }
    }

    /// "! 3 lỗi: Họ và tên, Ngày sinh, …"
    private var summaryLine: SafeText? {
        let errors = errors
        guard !errors.isEmpty else { return nil }
        let names = errors.prefix(12).map { error in
            place(of: error.path).map { index.field($0).label.text(language) }
                ?? error.issue.message.text(language)
        }
        let count = ToolkitStrings.errorCount(errors.count).text(language)
        return SafeText("! " + count + ": " + names.joined(separator: ", "))
    }

    /// Whether a page has an error, for its tab.
    func hasError(onPage page: Int) -> Bool {
        groups.indices.contains { group in
            index.groups[group].page == page
                && (groups[group].issues.contains { $0.severity == .error }
                    || groups[group].rows.contains { $0.entries.contains(where: \.hasError) })
        }
    }

    var validator: FormValidator { FormValidator(definition, today: today) }

    mutating func setIssues(_ issues: [FieldIssue], at place: EntryPlace) {
        guard self[place].issues != issues else { return }
        self[place].issues = issues
        relayout()
    }

    /// Judges one field: what its text says, then whether it is required, then the rules that stand at it.
    mutating func judge(_ place: EntryPlace) {
        guard isShown(place), isOpen(place) else { return setIssues([], at: place) }
        setIssues(issues(at: place), at: place)
    }

    private func issues(at place: EntryPlace) -> [FieldIssue] {
        if let issue = parseIssue(place) { return [issue] }
        return validator.check(path(of: place), settled: settled)
    }

    /// What the raw text itself has wrong, of which the validator can't know.
    private func parseIssue(_ place: EntryPlace) -> FieldIssue? {
        if case .files(let list) = self[place].editor, !list.isSettled {
            return list.hasFailed
                ? FieldIssue(
                    code: "files_refused", message: ToolkitStrings.filesRefused,
                    hint: ToolkitStrings.filesRefusedHint)
                : FieldIssue(
                    code: "files_pending", message: ToolkitStrings.filesUnsettled,
                    hint: ToolkitStrings.filesUnsettledHint)
        }
        guard let text = self[place].editor.text,
            case .failure(let issue) = FieldParser.parse(text, as: index.field(place), today: today)
        else { return nil }
        return issue
    }

    /// The rules that look at this field and stand at another: they are judged where that one was filled in.
    mutating func judgeNeighbours(of place: EntryPlace) {
        let group = index.groups[place.group]
        let field = group.definition.fields[place.field].id
        for rule in index.rules[field] ?? [] where rule.field != field {
            let other: EntryPlace
            if let rows = index.repeating[rule.field] {
                judgeRows(of: rows)
                continue
            }
            if let there = group.fields[rule.field] {
                other = EntryPlace(group: place.group, row: place.row, field: there)
            } else if let found = index.find(FieldPath(rule.field)) {
                other = EntryPlace(group: found.group, row: 0, field: found.field)
            } else {
                continue
            }
            if !self[other].editor.isEmpty || !self[other].issues.isEmpty { judge(other) }
        }
    }

    /// Judges a repeating group as a whole again, where something stood against it.
    private mutating func judgeRows(of group: Int) {
        guard !groups[group].issues.isEmpty else { return }
        let path = FieldPath(index.groups[group].definition.id)
        groups[group].issues = validator.check(path, settled: settled)
        relayout()
    }

    /// Judges the whole form, marks every field that is wrong, and moves the focus to the first error.
    ///
    /// - Returns: All errors; warnings are shown and not returned, because they hold nothing up.
    @discardableResult
    public mutating func validate() -> [FieldError] {
        flush()
        if case .field(let id) = stop, let place = place(of: id) {
            self[place].editor.leave(today: today)
            refresh(place)
        }
        settle()
        var issues: [FieldPath: [FieldIssue]] = [:]
        for error in validator.check(settled) { issues[error.path, default: []].append(error.issue) }
        for place in allPlaces where isShown(place) && isOpen(place) {
            if let issue = parseIssue(place) { issues[path(of: place)] = [issue] }
        }
        mark(issues)
        let errors = errors
        if !errors.isEmpty { goToFirstError() }
        return errors
    }

    /// Shows the errors that a server found, in place of those shown now, and goes to the first.
    ///
    /// What stands at no field of this form is kept in `generalErrors` and shown above it.
    public mutating func apply(serverErrors: [FieldError]) {
        var issues: [FieldPath: [FieldIssue]] = [:]
        for error in serverErrors { issues[error.path, default: []].append(error.issue) }
        mark(issues)
        goToFirstError()
    }

    /// Takes all marks away.
    public mutating func clearErrors() {
        mark([:])
        message = nil
    }

    private mutating func mark(_ issues: [FieldPath: [FieldIssue]]) {
        var rest = issues
        for place in allPlaces {
            let path = path(of: place)
            let isHere = isShown(place) && index.field(place).kind != .note
            setIssues(isHere ? rest[path] ?? [] : [], at: place)
            if isHere { rest[path] = nil }
        }
        for group in groups.indices {
            let path = FieldPath(index.groups[group].definition.id)
            groups[group].issues = groups[group].isVisible ? rest[path] ?? [] : []
            if groups[group].isVisible { rest[path] = nil }
        }
        isSummarised = !issues.isEmpty
        generalErrors = rest.sorted { $0.key.pointer < $1.key.pointer }.flatMap(\.value)
        relayout()
    }

    private mutating func goToFirstError() {
        let targets = errorStops(.error)
        if let first = targets.first { mend(first) }
        let count = errors.count
        if count > 0 { message = MessageText(text: ToolkitStrings.errors(count), role: .error) }
        if let first = targets.first { sayWhatFollows(from: first) }
    }

    /// The places of all issues of a kind that the focus can go to.
    func errorStops(_ severity: Severity) -> [FormStop] {
        var stops: [FormStop] = []
        for (group, state) in groups.enumerated() where state.isVisible {
            for row in state.rows.indices {
                for field in state.rows[row].entries.indices {
                    let place = EntryPlace(group: group, row: row, field: field)
                    guard state.rows[row].entries[field].issues.contains(where: { $0.severity == severity }),
                        isShown(place), let target = isOpen(place) ? place : cause(of: place)
                    else { continue }
                    stops.append(.field(id(of: target)))
                }
            }
            if state.issues.contains(where: { $0.severity == severity }),
                let stop = self.stops(ofPage: index.groups[group].page).last(where: {
                    self.group(of: $0) == group
                })
            {
                stops.append(stop)
            }
        }
        return stops.sorted { order($1) > order($0) }
    }

    /// F8: the next error after the focus, from the start again after the last; warnings where no error is left. Where
    /// the focus has just gone on by itself, the field that it came to is not passed over.
    mutating func goToNextError() {
        let arrived = hasAdvanced
        hasAdvanced = false
        leave(forward: true)
        let wrong = errorStops(.error)
        let targets = wrong.isEmpty ? errorStops(.warning) : wrong
        guard !targets.isEmpty else {
            message = MessageText(text: ToolkitStrings.noErrors, role: .success)
            return
        }
        let here = order(stop)
        let next = targets.first { order($0) > here || arrived && $0 == stop } ?? targets[0]
        // What asks for a second look only is more often right than wrong.
        if wrong.isEmpty { focus(next, fromBelow: false) } else { mend(next) }
        sayWhatFollows(from: next)
    }

    /// Goes to the next error after the focus and never back to the first, for forms that are pages of one act.
    ///
    /// - Returns: False where none stands after it: the focus stays.
    public mutating func goToLaterError() -> Bool {
        let arrived = hasAdvanced
        hasAdvanced = false
        leave(forward: true)
        let here = order(stop)
        let next = errorStops(.error).first { order($0) > here || arrived && $0 == stop }
        guard let next else { return false }
        mend(next)
        sayWhatFollows(from: next)
        return true
    }

    /// A stop's place in the whole form, for comparing.
    private func order(_ stop: FormStop) -> [Int] {
        switch stop {
        case .field(let id), .reveal(let id):
            [id.group, groups[id.group].row(id: id.rowID) ?? 0, id.field]
        case .removeRow(let group, let rowID):
            [group, groups[group].row(id: rowID) ?? 0, Int.max]
        case .addRow(let group): [group, Int.max, Int.max]
        case .submit: [Int.max, Int.max, Int.max]
        }
    }
}

private func > (a: [Int], b: [Int]) -> Bool {
    b.lexicographicallyPrecedes(a)
}
