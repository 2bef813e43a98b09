import Forms

extension FormState {
    /// Works out what stands on the form: which fields are visible, which required, what computed ones say.
    ///
    /// It follows ``FormValidator/settled(_:)`` round by round, so that both agree, but looks only at what has
    /// a condition.
    mutating func settle() {
        var current = given
        var visible = Conditions(self)
        for _ in 0...index.groups.reduce(1, { $0 + $1.conditional.count + 1 }) {
            var next = current
            visible = Conditions(self)
            for (page, definition) in definition.pages.enumerated() {
                visible.pages[page] = holds(definition.visibleWhen, current, row: nil)
            }
            for group in index.groups.indices { settle(group, current, &next, &visible) }
            if next == current { break }
            current = next
        }
        settled = current
        adopt(visible)
    }

    private struct Conditions {
        var pages: [Bool]
        var groups: [Bool]
        /// Of fields with a condition: hidden ones.
        var hidden: Set<EntryPlace> = []

        init(_ state: FormState) {
            pages = state.pageIsVisible.map { _ in true }
            groups = state.groups.map { _ in true }
        }
    }

    private func settle(
        _ group: Int, _ current: Answers, _ next: inout Answers, _ visible: inout Conditions
    ) {
        let info = index.groups[group]
        let isVisible =
            visible.pages[info.page] && holds(info.definition.visibleWhen, current, row: nil)
        visible.groups[group] = isVisible
        guard isVisible else {
            if info.repeats != nil {
                next[info.definition.id] = nil
            } else {
                for field in info.definition.fields { next[field.id] = nil }
            }
            return
        }
        guard !info.conditional.isEmpty else { return }
        let rows = info.repeats == nil ? [] : current.rows(info.definition.id)
        for row in groups[group].rows.indices {
            let rowAnswers: Answers? =
                info.repeats == nil ? nil : rows.indices.contains(row) ? rows[row] : Answers()
            for field in info.conditional {
                let definition = info.definition.fields[field]
                let place = EntryPlace(group: group, row: row, field: field)
                if !holds(definition.visibleWhen, current, row: rowAnswers) {
                    visible.hidden.insert(place)
                    if stored(place, in: next) != nil { store(nil, at: place, in: &next) }
                } else if let computed = definition.computed {
                    geometry.count(conditions: 1)
                    let answer = computed.evaluate(current, row: rowAnswers, today: today).answer
                    if stored(place, in: next) != answer { store(answer, at: place, in: &next) }
                }
            }
        }
    }

    private func holds(_ condition: Expression?, _ answers: Answers, row: Answers?) -> Bool {
        guard let condition else { return true }
        geometry.count(conditions: 1)
        return condition.isTrue(answers, row: row, today: today)
    }

    /// Takes over what was worked out; a new layout only where something has changed.
    private mutating func adopt(_ visible: Conditions) {
        var isNew = visible.pages != pageIsVisible
        pageIsVisible = visible.pages
        for group in index.groups.indices {
            if groups[group].isVisible != visible.groups[group] {
                groups[group].isVisible = visible.groups[group]
                isNew = true
            }
            for row in groups[group].rows.indices where !index.groups[group].conditional.isEmpty {
                for field in index.groups[group].conditional {
                    let place = EntryPlace(group: group, row: row, field: field)
                    if adopt(place, isVisible: !visible.hidden.contains(place)) { isNew = true }
                }
            }
        }
        if isNew { relayout() }
        settleFocus()
    }

    private mutating func adopt(_ place: EntryPlace, isVisible: Bool) -> Bool {
        let field = index.field(place)
        var isNew = false
        if self[place].isVisible != isVisible {
            self[place].isVisible = isVisible
            if !isVisible { setIssues([], at: place) }
            isNew = true
        }
        let row = index.groups[place.group].repeats == nil ? nil : rowAnswers(place)
        let isRequired = field.required.holds(settled, row: row, today: today)
        if self[place].isRequired != isRequired {
            self[place].isRequired = isRequired
            isNew = true
        }
        if field.computed != nil {
            let before = self[place].editor.text
            if let answer = stored(place, in: settled) {
                self[place].editor.set(answer)
            } else {
                self[place].editor.clear()
            }
            if self[place].editor.text != before { isNew = true }
        }
        return isNew
    }

    func rowAnswers(_ place: EntryPlace) -> Answers {
        let rows = settled.rows(index.groups[place.group].definition.id)
        return rows.indices.contains(place.row) ? rows[place.row] : Answers()
    }

    /// Puts the focus on a field that is there, if the one that had it has gone.
    mutating func settleFocus() {
        if !pageIsVisible.indices.contains(page) || !pageIsVisible[page] {
            page = pageIsVisible.firstIndex(of: true) ?? 0
        }
        guard !stops(ofPage: page).contains(stop) else { return }
        let list = stops(ofPage: page)
        guard case .field(let id) = stop, let place = place(of: id) else {
            stop = list.first ?? .submit
            return
        }
        // The nearest field after the one that has gone, else the last one before it.
        let next = list.first { other in
            guard case .field(let candidate) = other, let there = self.place(of: candidate) else {
                return true
            }
            return (there.group, there.row, there.field) > (place.group, place.row, place.field)
        }
        stop = next ?? list.last ?? .submit
    }
}
