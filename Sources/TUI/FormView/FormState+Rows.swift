import Forms

extension FormState {
    func canAddRow(_ group: Int) -> Bool {
        guard let repeats = index.groups[group].repeats else { return false }
        return groups[group].rows.count < repeats.max
    }

    func canRemoveRow(_ group: Int) -> Bool {
        guard let repeats = index.groups[group].repeats else { return false }
        return groups[group].rows.count > repeats.min
    }

    /// The repeating group that the focus is in.
    var rowGroup: Int? {
        guard let group = group(of: stop), index.groups[group].repeats != nil else { return nil }
        return group
    }

    /// The row that the focus is in, where it may go.
    var removableRow: (group: Int, row: Int)? {
        guard let group = rowGroup, canRemoveRow(group) else { return nil }
        let row: Int?
        switch stop {
        case .field(let id), .reveal(let id): row = groups[group].row(id: id.rowID)
        case .removeRow(_, let rowID): row = groups[group].row(id: rowID)
        case .addRow, .submit: row = nil
        }
        return row.map { (group, $0) }
    }

    /// "Thêm dòng" (eForm DY-1): a row after the one in focus, or at the end, and the focus on its first field.
    mutating func addRow(to group: Int) {
        guard canAddRow(group) else {
            return refuse(ToolkitStrings.mostRows(index.groups[group].repeats?.max ?? 0))
        }
        leave(forward: true)
        let position = removableRow.map { $0.row + 1 } ?? groups[group].rows.count
        let row = makeRow(group, id: groups[group].nextRowID, Answers())
        groups[group].nextRowID += 1
        insert(row, into: group, at: position)
        history.record(.insertedRow(group: group, at: position, row))
        focusRow(group, position)
    }

    /// "Xóa dòng": takes a row out. Other fields keep what they hold, and undo brings the row back whole.
    mutating func removeRow(_ position: Int, from group: Int) {
        guard canRemoveRow(group) else {
            return refuse(ToolkitStrings.leastRows(index.groups[group].repeats?.min ?? 0))
        }
        flush()
        let row = takeRow(position, from: group)
        history.record(.removedRow(group: group, at: position, row))
        let isEmpty = row.entries.allSatisfy { $0.editor.isEmpty || $0.origin == .initial }
        message = isEmpty ? nil : MessageText(text: ToolkitStrings.rowRemoved, role: .dim)
        focusRow(group, position)
    }

    mutating func insert(_ row: FormRow, into group: Int, at position: Int) {
        flush()
        groups[group].rows.insert(row, at: min(position, groups[group].rows.count))
        rowsChanged(group)
    }

    mutating func takeRow(_ position: Int, from group: Int) -> FormRow {
        let row = groups[group].rows.remove(at: position)
        rowsChanged(group)
        return row
    }

    private mutating func rowsChanged(_ group: Int) {
        let id = index.groups[group].definition.id
        groups[group].issues = []
        given[id] = .rows(groups[group].rows.map { _ in Answers() })
        for row in groups[group].rows.indices {
            for field in groups[group].rows[row].entries.indices {
                let place = EntryPlace(group: group, row: row, field: field)
                if index.field(place).computed == nil { store(parsed(place), at: place, in: &given) }
            }
        }
        revision += 1
        relayout()
        settle()
        events.append(.rowsChanged(id))
    }

    /// The focus goes to the first field of a row, or of the row before where there is none, or to the button.
    private mutating func focusRow(_ group: Int, _ position: Int) {
        let row = min(position, groups[group].rows.count - 1)
        let list = stops(ofPage: index.groups[group].page)
        let target = list.first { stop in
            guard case .field(let id) = stop, id.group == group, row >= 0 else { return false }
            return id.rowID == groups[group].rows[row].id
        }
        if let target = target ?? list.first(where: { $0 == .addRow(group: group) }) {
            focus(target, fromBelow: false)
        }
    }

    /// How many rows a repeating group has now.
    public func rowCount(_ group: String) -> Int {
        index.repeating[group].map { groups[$0].rows.count } ?? 0
    }
}
