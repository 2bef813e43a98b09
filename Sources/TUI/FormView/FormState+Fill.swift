import Forms

extension FormState {
    /// Fills a field in from a source, marked as such (eForm AF-2), and as a step of undo.
    ///
    /// What the officer typed is never replaced unless `overwrite` says so; what was filled in before, or is
    /// the form's own first value, is.
    ///
    /// - Parameters:
    ///   - source: Stands after the mark: "thẻ", "hồ sơ trước".
    /// - Returns: Whether the field now holds the value.
    @discardableResult
    public mutating func fill(
        _ path: FieldPath, value: Answer, source: Phrase, overwrite: Bool = false
    ) -> Bool {
        guard let place = place(of: path), index.field(place).computed == nil else { return false }
        flush()
        let entry = self[place]
        let counted = ToolkitStrings.errors(errors.count)
        if stored(place, in: given) == value, !entry.editor.isEmpty { return true }
        if entry.origin == .typed, !entry.editor.isEmpty, !overwrite { return false }
        history.record(.entry(id(of: place), entry))
        self[place].editor.clear()
        self[place].editor.set(value)
        self[place].origin = .filled(source)
        self[place].sourceValue = SourceValue(source: source, given: value)
        forgetEditing(place)
        relayout()
        touched(place)
        flush()
        if self[place].hasError { judge(place) }
        // The count that was said holds no longer.
        if message?.text == counted {
            let count = errors.count
            message = count == 0 ? nil : MessageText(text: ToolkitStrings.errors(count), role: .error)
        }
        return true
    }

    /// Fills a field that stands outside of repeating groups.
    @discardableResult
    public mutating func fill(
        _ field: String, value: Answer, source: Phrase, overwrite: Bool = false
    ) -> Bool {
        fill(FieldPath(field), value: value, source: source, overwrite: overwrite)
    }

    /// Fills many fields, as one step of undo.
    ///
    /// - Returns: The fields that hold something else that was typed, and were left alone: offer them.
    @discardableResult
    public mutating func fill(
        _ values: [(path: FieldPath, value: Answer)], source: Phrase, overwrite: Bool = false
    ) -> [FieldPath] {
        let count = history.done.count
        let refused = values.filter {
            !fill($0.path, value: $0.value, source: source, overwrite: overwrite)
        }
        history.join(since: count)
        return refused.map(\.path)
    }

    /// Puts a value in as if it were the form's own, without mark and without undo: what a screen works out.
    public mutating func set(_ path: FieldPath, to value: Answer?) {
        guard let place = place(of: path) else { return }
        flush()
        self[place].editor.clear()
        if let value { self[place].editor.set(value) }
        self[place].origin = .initial
        forgetEditing(place)
        relayout()
        refresh(place)
        settle()
    }

    /// Puts a text in as if the officer had typed it, as a step of undo: what was asked for about what stands
    /// there. Fields that are chosen from stay as they are.
    public mutating func retype(_ path: FieldPath, text: String) {
        guard let place = place(of: path), !working, self[place].editor.text != nil else { return }
        flush()
        history.record(.entry(id(of: place), self[place]))
        self[place].editor.setText(text)
        self[place].origin = .typed
        forgetEditing(place)
        relayout()
        touched(place)
        flush()
        if self[place].hasError { judge(place) }
    }

    /// A new value is typed over again, should the field have the focus.
    private mutating func forgetEditing(_ place: EntryPlace) {
        if edited == id(of: place) { edited = nil }
    }

    /// The source that a field was filled in from; nil for what was typed.
    public func source(of path: FieldPath) -> Phrase? {
        place(of: path).flatMap { self[$0].source }
    }

    /// Whether the officer typed or chose what stands in a field.
    public func isTyped(_ path: FieldPath) -> Bool {
        place(of: path).map { self[$0].origin == .typed && !self[$0].editor.isEmpty } ?? false
    }

    /// The raw text of a field as it stands there, right or wrong; nil for fields that are chosen from.
    public func rawText(_ path: FieldPath) -> String? {
        place(of: path).flatMap { self[$0].editor.text }
    }

    // For fields that stand outside of repeating groups, by their id alone.

    public mutating func set(_ field: String, to value: Answer?) { set(FieldPath(field), to: value) }
    public func source(of field: String) -> Phrase? { source(of: FieldPath(field)) }
    public func isTyped(_ field: String) -> Bool { isTyped(FieldPath(field)) }
    public func rawText(_ field: String) -> String? { rawText(FieldPath(field)) }

    /// What F9 would put into the field in focus.
    var repeatedAnswer: Answer? {
        guard case .field(let id) = stop, let place = place(of: id) else { return nil }
        let field = index.field(place)
        guard field.repeatable, !field.sensitive else { return nil }
        let group = index.groups[place.group]
        guard group.repeats != nil else { return lastAnswers[field.id] }
        let rows = lastAnswers.rows(group.definition.id)
        return rows.indices.contains(place.row) ? rows[place.row][field.id] : nil
    }

    /// What the field in focus was filled in with, where that can be reported; nil also while the screen does not
    /// take reports.
    public var reportable: SourceValue? {
        guard takesReports, case .field(let id) = stop, let place = place(of: id) else { return nil }
        return self[place].sourceValue
    }

    /// Alt-R: hands the wrong value of a source on to the screen (eForm AF-3).
    mutating func reportSource() {
        guard let value = reportable, case .field(let id) = stop, let path = path(of: id) else {
            return refuse(ToolkitStrings.nothingToReport)
        }
        flush()
        events.append(.reportSource(path, value))
    }

    /// F9: the value of the dossier before. It is asked for, so it replaces what stands there; undo brings
    /// that back.
    mutating func repeatLast() {
        guard case .field(let id) = stop, let answer = repeatedAnswer, let path = path(of: id) else {
            return refuse(ToolkitStrings.nothingToRepeat)
        }
        fill(path, value: answer, source: ToolkitStrings.lastDossier, overwrite: true)
        move(.nextField)
    }
}
