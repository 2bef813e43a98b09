import Forms

extension FormState {
    subscript(place: EntryPlace) -> FormEntry {
        get { groups[place.group].rows[place.row].entries[place.field] }
        _modify { yield &groups[place.group].rows[place.row].entries[place.field] }
    }

    func makeGroup(_ group: Int, _ answers: Answers) -> FormGroupState {
        let info = index.groups[group]
        guard let repeats = info.repeats else {
            return FormGroupState(rows: [makeRow(group, id: 0, answers)], nextRowID: 1)
        }
        let given = answers.rows(info.definition.id)
        let count = max(repeats.min, given.count)
        let rows = (0..<count).map { row in
            makeRow(group, id: row, given.indices.contains(row) ? given[row] : Answers())
        }
        return FormGroupState(rows: rows, nextRowID: count)
    }

    func makeRow(_ group: Int, id: Int, _ answers: Answers) -> FormRow {
        FormRow(
            id: id,
            entries: index.groups[group].definition.fields.map { field in
                var entry = FormEntry(editor: FieldEditor(field, today: today, language: language))
                if let answer = answers[field.id] ?? field.initial { entry.editor.set(answer) }
                entry.isRequired = field.required == .always
                return entry
            })
    }

    /// Works out anew what "today" in the bounds of date fields means.
    mutating func setDateBounds() {
        for place in allPlaces {
            let rule: DateRule
            switch index.field(place).kind {
            case .date(let bounds), .dateRange(let bounds): rule = bounds
            default: continue
            }
            guard case .date(var entry) = self[place].editor else { continue }
            entry.first = rule.min?.resolved(today: today)
            entry.last = rule.max?.resolved(today: today)
            self[place].editor = .date(entry)
        }
    }

    /// Every field there is, in the order of the form, hidden ones too.
    var allPlaces: [EntryPlace] {
        groups.indices.flatMap { group in
            groups[group].rows.indices.flatMap { row in
                groups[group].rows[row].entries.indices.map { EntryPlace(group: group, row: row, field: $0) }
            }
        }
    }

    func place(of id: EntryID) -> EntryPlace? {
        guard let row = groups[id.group].row(id: id.rowID) else { return nil }
        return EntryPlace(group: id.group, row: row, field: id.field)
    }

    func id(of place: EntryPlace) -> EntryID {
        EntryID(group: place.group, rowID: groups[place.group].rows[place.row].id, field: place.field)
    }

    func place(of path: FieldPath) -> EntryPlace? {
        guard let found = index.find(path) else { return nil }
        let row = path.row ?? 0
        guard groups[found.group].rows.indices.contains(row) else { return nil }
        return EntryPlace(group: found.group, row: row, field: found.field)
    }

    func path(of place: EntryPlace) -> FieldPath {
        let group = index.groups[place.group]
        let field = group.definition.fields[place.field].id
        guard group.repeats != nil else { return FieldPath(field) }
        return FieldPath(field, group: group.definition.id, row: place.row)
    }

    func path(of id: EntryID) -> FieldPath? {
        place(of: id).map(path(of:))
    }

    /// Whether a field stands on the form now.
    func isShown(_ place: EntryPlace) -> Bool {
        pageIsVisible[index.groups[place.group].page] && groups[place.group].isVisible
            && self[place].isVisible
    }

    /// Whether a field can be filled in.
    func isOpen(_ place: EntryPlace) -> Bool {
        let field = index.field(place)
        return !field.locked && field.computed == nil && field.kind != .note
    }

    var focusedPlace: EntryPlace? {
        switch stop {
        case .field(let id), .reveal(let id): place(of: id)
        case .removeRow, .addRow, .submit: nil
        }
    }

    var focusedEditor: FieldEditor? {
        guard case .field(let id) = stop, let place = place(of: id) else { return nil }
        return self[place].editor
    }

    /// The layout of the page is another one from now on.
    mutating func relayout() {
        layoutVersion = geometry.nextVersion()
    }
}
