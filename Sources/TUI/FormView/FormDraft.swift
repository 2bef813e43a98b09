import Forms

/// A form as it stands, wrong and half-typed texts too, to be stored and taken up again (eForm UX-4).
public struct FormDraft: Codable, Hashable, Sendable {
    /// One field that holds something.
    public struct Entry: Codable, Hashable, Sendable {
        /// ``FieldPath/pointer``
        public var pointer: String
        /// What was typed.
        public var text: String?
        /// What was chosen.
        public var chosen: [String]?
        /// A number on a scale, or the files that were uploaded; nil for all else.
        public var answer: Answer?
        /// Why each file of ``chosen`` did not get to the server; nil for all else.
        public var refusals: [Phrase]?
        /// What it was filled in from; nil where it was typed.
        public var source: Phrase?
        /// The officer typed or chose it.
        public var typed: Bool
    }

    public var formId: String
    public var version: Int
    public var entries: [Entry]
    /// The rows of each repeating group.
    public var rows: [String: Int]
    public var page: Int
    /// The pointer of the field in focus.
    public var focus: String?
}

extension FormState {
    /// Everything that would have to be typed again, were it lost; no password, which is kept nowhere.
    public var draft: FormDraft {
        var entries: [FormDraft.Entry] = []
        var rows: [String: Int] = [:]
        for (id, group) in index.repeating { rows[id] = groups[group].rows.count }
        for place in allPlaces where index.field(place).isKept {
            let entry = self[place]
            // An emptied field is kept too: its initial value must not come back.
            guard !entry.editor.isEmpty || index.field(place).initial != nil else { continue }
            entries.append(
                FormDraft.Entry(
                    pointer: path(of: place).pointer, text: entry.editor.text, chosen: entry.editor.values,
                    answer: entry.editor.kept, refusals: entry.editor.refusals, source: entry.source,
                    typed: entry.origin == .typed))
        }
        return FormDraft(
            formId: definition.id, version: definition.version, entries: entries, rows: rows, page: page,
            focus: focus?.pointer)
    }

    /// Takes a draft up again. Works with a draft of another version too: what still has its field is put
    /// there.
    ///
    /// - Returns: What has no field any more, to be shown and not lost.
    public mutating func restore(_ draft: FormDraft) -> [FormDraft.Entry] {
        popup = nil
        edited = nil
        history = FormHistory()
        for (id, count) in draft.rows {
            guard let group = index.repeating[id], let repeats = index.groups[group].repeats else { continue }
            let wanted = min(max(count, repeats.min), max(repeats.max, repeats.min))
            let rows = (0..<wanted).map { makeRow(group, id: $0, Answers()) }
            groups[group] = FormGroupState(rows: rows, nextRowID: wanted)
        }
        var homeless: [FormDraft.Entry] = []
        for entry in draft.entries {
            guard let path = FieldPath(pointer: entry.pointer), let place = place(of: path),
                self[place].editor.put(entry)
            else {
                homeless.append(entry)
                continue
            }
            self[place].origin =
                entry.source.map(FormEntry.Origin.filled) ?? (entry.typed ? .typed : .initial)
            self[place].sourceValue = entry.source.flatMap { source in
                parsed(place).map { SourceValue(source: source, given: $0) }
            }
        }
        collect()
        mark()
        if let focus = draft.focus.flatMap(FieldPath.init(pointer:)), self.focus(focus) {
            return homeless
        }
        page = pageIsVisible.indices.contains(draft.page) && pageIsVisible[draft.page] ? draft.page : page
        stop = firstStop(ofPage: page) ?? .submit
        return homeless
    }

    private mutating func mark() {
        message = nil
        clearErrors()
    }
}

extension Field {
    /// What is worked out comes back by itself; a secret must not.
    fileprivate var isKept: Bool {
        if case .password = kind { false } else { computed == nil }
    }
}

extension FieldEditor {
    /// The values chosen, as a draft keeps them; nil for texts.
    var values: [String]? {
        switch self {
        case .radio(let group): group.selected.map { [$0] } ?? []
        case .check(let box): box.isOn ? ["x"] : []
        case .checks(let boxes): boxes.chosen
        case .pick(let picked): picked.values
        case .files(let list): list.files.filter { $0.answer == nil }.map { $0.path ?? $0.name }
        case .line, .box, .date, .time, .number, .spin, .slider, .none: nil
        }
    }

    /// Of each file in ``values`` what stands against it.
    var refusals: [Phrase]? {
        guard case .files(let list) = self else { return nil }
        return list.files.filter { $0.answer == nil }.map { file in
            if case .failed(let reason) = file.state { reason } else { ToolkitStrings.fileInterrupted }
        }
    }

    /// What a draft keeps as an answer.
    var kept: Answer? {
        switch self {
        case .slider, .files: chosen
        default: nil
        }
    }

    /// Puts back what a draft kept.
    ///
    /// - Returns: Whether the field can hold it.
    mutating func put(_ entry: FormDraft.Entry) -> Bool {
        let (text, chosen) = (entry.text, entry.chosen)
        switch self {
        case .slider(let slider):
            guard case .number(let value)? = entry.answer, slider.rule.holds(value) else { return false }
            set(.number(value))
        case .files(var list):
            guard entry.answer != nil || chosen != nil else { return false }
            if case .rows(let rows)? = entry.answer { list.set(rows.compactMap { FileAnswer($0) }) }
            // What had not arrived has to be chosen again; it says so in its place.
            list.restoreUnfinished(chosen ?? [], entry.refusals ?? [])
            self = .files(list)
        case .line, .box, .date, .time, .number, .spin:
            guard let text = text ?? chosen?.joined(separator: ", ") else { return false }
            setText(text)
        case .radio(let group):
            guard let chosen, chosen.allSatisfy({ value in group.choices.contains { $0.value == value } })
            else {
                return false
            }
            if let value = chosen.first { set(.text(value)) } else { clear() }
        case .check:
            guard let chosen else { return false }
            set(.flag(!chosen.isEmpty))
        case .checks(let boxes):
            guard let chosen, chosen.allSatisfy({ value in boxes.choices.contains { $0.value == value } })
            else {
                return false
            }
            set(.choices(chosen))
        case .pick:
            guard let chosen else { return false }
            if chosen.isEmpty { clear() } else { set(.choices(chosen)) }
        case .none: return false
        }
        return true
    }
}
