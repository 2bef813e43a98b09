import Forms

extension FormState {
    /// Takes the last change of the form back, whichever field it was in, and goes there.
    mutating func undo() {
        guard let step = history.popUndo() else { return refuse(ToolkitStrings.nothingToUndo) }
        isReverting = true
        let inverse = revert(step, isUndo: true)
        isReverting = false
        guard let inverse else { return undo() }
        history.pushRedo(inverse)
    }

    mutating func redo() {
        guard let step = history.popRedo() else { return refuse(ToolkitStrings.nothingToRedo) }
        isReverting = true
        let inverse = revert(step, isUndo: false)
        isReverting = false
        guard let inverse else { return redo() }
        history.pushUndo(inverse)
    }

    /// Undoes or redoes one step.
    ///
    /// - Returns: The step that takes it back, nil where there was nothing to do: the row is gone, or what was
    ///   typed had been erased again.
    private mutating func revert(_ step: FormHistory.Step, isUndo: Bool) -> FormHistory.Step? {
        switch step {
        case .text(let id, let origin):
            guard let place = place(of: id),
                self[place].editor.perform(isUndo ? "text.undo" : "text.redo") == .changed
            else { return nil }
            let before = self[place].origin
            self[place].origin = origin
            edited = id
            relayout()
            restored(place)
            return .text(id, before)
        case .entry(let id, let entry):
            guard let place = place(of: id) else { return nil }
            let before = self[place]
            self[place].editor = entry.editor
            if case .files(var list) = entry.editor, case .files(let now) = before.editor {
                list.follow(now)
                self[place].editor = .files(list)
            }
            self[place].origin = entry.origin
            relayout()
            restored(place)
            return .entry(id, before)
        case .insertedRow(let group, let position, _):
            let row = takeRow(position, from: group)
            settleFocus()
            return .removedRow(group: group, at: position, row)
        case .removedRow(let group, let position, let row):
            insert(row, into: group, at: position)
            if let first = firstStop(of: group, row: position) { focus(first, fromBelow: false) }
            return .insertedRow(group: group, at: position, row)
        case .batch(let steps):
            let inverses = steps.reversed().compactMap { revert($0, isUndo: isUndo) }
            return inverses.isEmpty ? nil : .batch(inverses)
        }
    }

    private mutating func restored(_ place: EntryPlace) {
        touched(place)
        flush()
        if !self[place].issues.isEmpty { judge(place) }
        if isShown(place), isOpen(place) { focus(.field(id(of: place)), fromBelow: false) }
    }

    private func firstStop(of group: Int, row: Int) -> FormStop? {
        stops(ofPage: index.groups[group].page).first { stop in
            guard case .field(let id) = stop, id.group == group else { return false }
            return groups[group].row(id: id.rowID) == row
        }
    }
}
