import Forms

/// One thing that a form asks, for programs that ask line by line.
public struct FormQuestion: Sendable {
    /// How it is answered.
    public enum Kind: Hashable, Sendable {
        case text(isSecret: Bool, isMultiline: Bool)
        case yesNo
        case choice(isMultiple: Bool)
        /// A number on a scale.
        case scale
        /// A choice among what matches the line.
        case search
        /// Files, by their paths.
        case files
    }

    public var path: FieldPath
    public var field: Field
    public var kind: Kind
    /// The heading over it.
    public var group: FormGroup
    public var isRequired: Bool
    /// What stands there, as it would be read on a screen; empty where nothing does. Secrets are not told.
    public var value: SafeText
    /// What it was filled in from; nil where it was typed.
    public var source: Phrase?
}

/// Where a form stands when it is gone through line by line.
public enum FormPlace: Hashable, Sendable {
    case field(FieldPath)
    /// After the rows of a repeating group, where another one can be added.
    case addRow(group: String)
}

extension FormState {
    /// All that can be answered now, in the order of the form (eForm G-4).
    public var places: [FormPlace] {
        var places: [FormPlace] = []
        for group in groups.indices where pageIsVisible[index.groups[group].page] && groups[group].isVisible {
            for row in groups[group].rows.indices {
                for field in groups[group].rows[row].entries.indices {
                    let place = EntryPlace(group: group, row: row, field: field)
                    if self[place].isVisible, isOpen(place) { places.append(.field(path(of: place))) }
                }
            }
            if canAddRow(group) { places.append(.addRow(group: index.groups[group].definition.id)) }
        }
        return places
    }

    /// The place after this one; nil at the end. The place itself may have gone meanwhile.
    public func place(after place: FormPlace) -> FormPlace? {
        let here = order(of: place)
        return places.first { here.lexicographicallyPrecedes(order(of: $0)) }
    }

    /// The place before this one; nil at the start.
    public func place(before place: FormPlace) -> FormPlace? {
        let here = order(of: place)
        return places.last { order(of: $0).lexicographicallyPrecedes(here) }
    }

    private func order(of place: FormPlace) -> [Int] {
        switch place {
        case .field(let path):
            guard let found = index.find(path) else { return [Int.max] }
            return [found.group, path.row ?? 0, found.field]
        case .addRow(let group): return [index.repeating[group] ?? Int.max, Int.max, 0]
        }
    }

    /// The question at a field; nil where the field is not there or can't be answered.
    public func question(at path: FieldPath) -> FormQuestion? {
        guard let place = place(of: path), isShown(place), isOpen(place) else { return nil }
        let entry = self[place]
        let field = index.field(place)
        let kind: FormQuestion.Kind
        var value: SafeText
        switch entry.editor {
        case .none: return nil
        case .check(let box):
            kind = .yesNo
            value = SafeText((box.isOn ? ToolkitStrings.yes : ToolkitStrings.no).text(language))
        case .radio, .checks, .pick:
            let values = entry.editor.values ?? []
            if case .search = field.kind {
                kind = .search
            } else if case .pick(let picked) = entry.editor {
                kind = .choice(isMultiple: picked.isMultiple)
            } else if case .checks = entry.editor {
                kind = .choice(isMultiple: true)
            } else {
                kind = .choice(isMultiple: false)
            }
            value = names(of: values, at: place)
        case .slider(let slider):
            kind = .scale
            value = slider.value.map { SafeText("\($0)") } ?? .empty
        case .files(let list):
            kind = .files
            let names = list.files.map { SafeText($0.name) }
            value = names.dropFirst().reduce(names.first ?? .empty) { $0 + ", " + $1 }
        case .line, .box, .date, .time, .number, .spin:
            let isSecret = field.kind == .password
            var isMultiline = false
            if case .textArea = field.kind { isMultiline = true }
            kind = .text(isSecret: isSecret, isMultiline: isMultiline)
            let lines = SafeText.lines(isSecret ? "" : entry.editor.text ?? "")
            value = lines.dropFirst().reduce(lines.first ?? .empty) { $0 + " / " + $1 }
        }
        return FormQuestion(
            path: path, field: field, kind: kind, group: index.groups[place.group].definition,
            isRequired: entry.isRequired, value: value, source: entry.source)
    }

    private func names(of values: [String], at place: EntryPlace) -> SafeText {
        let names = values.map { name(of: $0, at: place) ?? SafeText($0) }
        return names.dropFirst().reduce(names.first ?? .empty) { $0 + ", " + $1 }
    }

    /// What can be chosen at a field; nil where that has to be fetched first, or where nothing is chosen.
    public func choices(at path: FieldPath) -> PickItems? {
        place(of: path).flatMap { items(at: $0) }
    }

    /// What the options of a field are fetched with; nil where they need nothing, or what they depend on has no
    /// answer yet.
    public func optionRequest(at path: FieldPath) -> OptionRequest? {
        place(of: path).flatMap { optionRequest(at: $0) }
    }

    // MARK: - Answers

    /// Takes a typed line as the answer of a field, right or wrong, as if it had been typed on the screen.
    ///
    /// - Returns: What is wrong with it, warnings too.
    public mutating func answer(_ path: FieldPath, text: String) -> [FieldIssue] {
        change(path) { $0.setText(text) }
    }

    /// Takes choices as the answer of a field; `["x"]` ticks a single box.
    ///
    /// - Returns: What is wrong with them, warnings too.
    public mutating func answer(_ path: FieldPath, chosen values: [String]) -> [FieldIssue] {
        change(path) { editor in
            editor.clear()
            switch editor {
            case .radio, .pick:
                if let value = values.first, values.count == 1 {
                    editor.set(.text(value))
                } else {
                    editor.set(.choices(values))
                }
            case .check: editor.set(.flag(!values.isEmpty))
            default: editor.set(.choices(values))
            }
        }
    }

    /// Takes an answer as it is: a number on a scale, files.
    ///
    /// - Returns: What is wrong with it, warnings too.
    public mutating func answer(_ path: FieldPath, _ answer: Answer) -> [FieldIssue] {
        change(path) { $0.set(answer) }
    }

    /// Judges a field as leaving it would.
    public mutating func judged(_ path: FieldPath) -> [FieldIssue] {
        guard let place = place(of: path) else { return [] }
        flush()
        judge(place)
        return self[place].issues
    }

    private mutating func change(_ path: FieldPath, _ edit: (inout FieldEditor) -> Void) -> [FieldIssue] {
        guard let place = place(of: path), isOpen(place) else { return [] }
        history.record(.entry(id(of: place), self[place]))
        edit(&self[place].editor)
        self[place].origin = .typed
        relayout()
        touched(place)
        return judged(path)
    }

    // MARK: - Rows

    /// Adds a row to a repeating group.
    ///
    /// - Returns: The first field of the new row; nil where there is no room for another.
    public mutating func addRow(to group: String) -> FieldPath? {
        guard let number = index.repeating[group], canAddRow(number) else { return nil }
        let row = makeRow(number, id: groups[number].nextRowID, Answers())
        groups[number].nextRowID += 1
        let position = groups[number].rows.count
        insert(row, into: number, at: position)
        history.record(.insertedRow(group: number, at: position, row))
        return firstField(of: number, row: position)
    }

    /// Takes the row that a field stands in out; false where the group needs it.
    public mutating func removeRow(of path: FieldPath) -> Bool {
        guard let group = path.group, let number = index.repeating[group], let row = path.row,
            canRemoveRow(number), groups[number].rows.indices.contains(row)
        else { return false }
        flush()
        history.record(.removedRow(group: number, at: row, takeRow(row, from: number)))
        return true
    }

    private func firstField(of group: Int, row: Int) -> FieldPath? {
        for field in groups[group].rows[row].entries.indices {
            let place = EntryPlace(group: group, row: row, field: field)
            if self[place].isVisible, isOpen(place) { return path(of: place) }
        }
        return nil
    }
}
