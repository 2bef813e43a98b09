import Forms

extension FormState {
    /// The answer that stands in a field; nil where it is empty or wrong.
    func parsed(_ place: EntryPlace) -> Answer? {
        let entry = self[place]
        guard let text = entry.editor.text else { return entry.editor.chosen }
        return try? FieldParser.parse(text, as: index.field(place), today: today).get()
    }

    func store(_ answer: Answer?, at place: EntryPlace, in answers: inout Answers) {
        let group = index.groups[place.group]
        let field = group.definition.fields[place.field].id
        guard group.repeats != nil else {
            answers[field] = answer
            return
        }
        var rows = answers.rows(group.definition.id)
        while rows.count < groups[place.group].rows.count { rows.append(Answers()) }
        rows[place.row][field] = answer
        answers[group.definition.id] = .rows(rows)
    }

    /// Works the answer of a field out anew.
    ///
    /// - Returns: Whether it is another one now.
    @discardableResult
    mutating func refresh(_ place: EntryPlace) -> Bool {
        guard index.field(place).computed == nil else { return false }
        let answer = parsed(place)
        guard answer != stored(place, in: given) else { return false }
        store(answer, at: place, in: &given)
        if isShown(place) { store(answer, at: place, in: &settled) }
        return true
    }

    /// Works all answers out anew. A row with nothing in it is a row.
    mutating func collect() {
        stale = nil
        given = Answers()
        for (id, group) in index.repeating {
            given[id] = .rows(groups[group].rows.map { _ in Answers() })
        }
        for place in allPlaces { refresh(place) }
        settle()
    }

    func stored(_ place: EntryPlace, in answers: Answers) -> Answer? {
        let group = index.groups[place.group]
        let field = group.definition.fields[place.field].id
        guard group.repeats != nil else { return answers[field] }
        let rows = answers.rows(group.definition.id)
        return rows.indices.contains(place.row) ? rows[place.row][field] : nil
    }

    /// A value was changed by the officer or the system. What depends on it follows.
    ///
    /// The answer of a field that nothing depends on is worked out only when someone asks for it, so that a
    /// key in a long text costs no parsing of it.
    mutating func touched(_ place: EntryPlace) {
        revision += 1
        let id = id(of: place)
        if let stale, stale != id { flush() }
        if isDecisive(place) || !self[place].issues.isEmpty {
            stale = nil
            if refresh(place), isDecisive(place) { settle() }
        } else {
            stale = id
        }
        if !isReverting { forgetChildren(of: place) }
        events.append(.changed(path(of: place)))
    }

    /// Works out the answer of the field that was being typed in.
    mutating func flush() {
        guard let id = stale else { return }
        stale = nil
        if let place = place(of: id) { refresh(place) }
    }

    private func isDecisive(_ place: EntryPlace) -> Bool {
        guard !index.decisive.isEmpty else { return false }
        let group = index.groups[place.group].definition
        return index.decisive.contains(group.fields[place.field].id)
            || group.repeats != nil && index.decisive.contains(group.id)
    }

    /// The options of a dropdown that depends on this field are others now: a choice among the old ones
    /// means nothing any more.
    private mutating func forgetChildren(of place: EntryPlace) {
        let group = index.groups[place.group]
        for child in index.dependents[group.definition.fields[place.field].id] ?? [] {
            let childPlace: EntryPlace
            if let field = group.fields[child] {
                childPlace = EntryPlace(group: place.group, row: place.row, field: field)
            } else if group.repeats == nil, let found = index.find(FieldPath(child)) {
                childPlace = EntryPlace(group: found.group, row: 0, field: found.field)
            } else {
                continue
            }
            guard !self[childPlace].editor.isEmpty else { continue }
            history.record(.entry(id(of: childPlace), self[childPlace]))
            self[childPlace].editor.clear()
            self[childPlace].origin = .initial
            setIssues([], at: childPlace)
            touched(childPlace)
        }
    }
}
