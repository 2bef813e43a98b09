import Forms

extension FormState {
    /// The options of a dropdown; nil while they are not there.
    func items(at place: EntryPlace) -> PickItems? {
        let field = index.field(place)
        switch field.kind {
        case .radio(let options), .checkboxes(let options), .dropdown(.fixed(let options), _, _):
            let key = FormGeometry.ListKey.field(group: place.group, field: place.field, language)
            return geometry.items(key) { options }
        case .dropdown(.reference, _, _):
            guard let request = optionRequest(at: place) else { return PickItems([]) }
            if let list = lists[request] { return list }
            return geometry.items(.set(request, language)) { options(request) }
        case .search(_, let popular): return found(popular, at: place)
        default: return nil
        }
    }

    /// What a dropdown's options are asked for with; nil where the field that it depends on is empty.
    func optionRequest(at place: EntryPlace) -> OptionRequest? {
        let set: String
        let parentField: String?
        switch index.field(place).kind {
        case .dropdown(.reference(let name, let parent), _, _): (set, parentField) = (name, parent)
        case .search(.reference, _): return searchRequest(at: place)
        default: return nil
        }
        guard let parentField else { return OptionRequest(set: set) }
        guard let parent = parentText(parentField, of: place) else { return nil }
        return OptionRequest(set: set, parent: parent)
    }

    func parentText(_ field: String, of place: EntryPlace) -> String? {
        let group = index.groups[place.group]
        let answer: Answer?
        if let there = group.fields[field] {
            answer = parsed(EntryPlace(group: place.group, row: place.row, field: there))
        } else if let there = index.find(FieldPath(field)) {
            answer = parsed(EntryPlace(group: there.group, row: 0, field: there.field))
        } else {
            answer = nil
        }
        if case .text(let text)? = answer { return text }
        return nil
    }

    /// Asks the screen for options, once.
    mutating func request(_ place: EntryPlace) {
        if let request = newRequest(place) { events.append(.needsOptions(request)) }
    }

    /// What is still to be asked for, and is taken for asked from now on; nil where nothing is.
    private mutating func newRequest(_ place: EntryPlace) -> OptionRequest? {
        guard var request = optionRequest(at: place) else { return nil }
        if let list = lists[request] {
            guard !list.isComplete else { return nil }
            request.offset = list.items.count
        }
        // A query takes the place of the one before, whose answer may never come.
        if request.query != nil { requested = requested.filter { $0.query == nil || $0.set != request.set } }
        guard requested.insert(request).inserted else { return nil }
        if case .list(var list, let id) = popup {
            list.isLoading = true
            popup = .list(list, id)
        }
        return request
    }

    /// The options arrive.
    ///
    /// - Parameters:
    ///   - options: Those after `request.offset`.
    ///   - isComplete: Whether these are the last ones.
    /// - Returns: What the open list needs next: a filter is held against the whole of a list, not against what
    ///   happens to be there.
    @discardableResult
    public mutating func provide(
        _ options: [Option], for request: OptionRequest, isComplete: Bool = true
    ) -> OptionRequest? {
        var key = request
        key.offset = 0
        let earlier = request.offset > 0 ? lists[key]?.items ?? [] : []
        let added = options.map {
            PickItems.Item(value: $0.value, label: SafeText($0.label.text(language)))
        }
        let list = PickItems(earlier + added, isComplete: isComplete)
        lists[key] = list
        if request.query != nil || request.code != nil { rememberNames(added, of: request.set) }
        requested.remove(request)
        relayout()
        guard case .list(var open, let id) = popup, let place = place(of: id),
            optionRequest(at: place) == key
        else { return nil }
        open.replace(list)
        popup = .list(open, id)
        return open.wantsMore ? newRequest(place) : nil
    }

    /// The options could not be fetched; the next opening asks again.
    public mutating func optionsFailed(_ request: OptionRequest) {
        requested.remove(request)
        if case .list(var open, let id) = popup {
            open.fail()
            popup = .list(open, id)
            if open.isSearch { refuse(ToolkitStrings.searchFailed) }
        }
    }

    /// The reference sets whose names are needed to show the values that stand on the form, and are not there
    /// yet. Ask for them after the form is made, filled in or taken up again.
    public mutating func missingOptions() -> [OptionRequest] {
        var requests: [OptionRequest] = []
        for place in allPlaces where !self[place].editor.isEmpty {
            var wanted = unnamedRequests(at: place)
            if !isSearch(place), items(at: place) == nil, let request = optionRequest(at: place) {
                wanted = [request]
            }
            requests += wanted.filter { requested.insert($0).inserted }
        }
        return requests
    }

    /// What the names are asked with of values that stand at a field and on no list that is there: a search finds
    /// names, not codes, and of a long list only the first part may have come.
    private func unnamedRequests(at place: EntryPlace) -> [OptionRequest] {
        guard case .pick(let picked) = self[place].editor else { return [] }
        return picked.values.compactMap { value in
            guard name(of: value, at: place) == nil else { return nil }
            return codeRequest(value, at: place).flatMap { lists[$0] == nil ? $0 : nil }
        }
    }

    private func codeRequest(_ value: String, at place: EntryPlace) -> OptionRequest? {
        switch index.field(place).kind {
        case .dropdown(.reference(let set, let parentField), _, _),
            .search(.reference(let set, let parentField), _):
            OptionRequest(set: set, parent: parentField.flatMap { parentText($0, of: place) }, code: value)
        default: nil
        }
    }

    /// The name of a value that stands at a field; nil while it is not known.
    func name(of value: String, at place: EntryPlace) -> SafeText? {
        if let list = items(at: place), let index = list.index(of: value) { return list.items[index].label }
        let named = codeRequest(value, at: place).flatMap { lists[$0] }
        return named.flatMap { list in list.index(of: value).map { list.items[$0].label } }
    }

    /// What a closed dropdown reads: the names of what is chosen, or the words for nothing (eForm DD-1). Where
    /// something has to be chosen, "Không" would read like a choice that was made.
    func pickedText(_ place: EntryPlace, _ picked: Picked) -> (text: SafeText, isEmpty: Bool) {
        guard !picked.values.isEmpty else {
            if self[place].isRequired, isOpen(place), !isSearch(place) {
                return (SafeText(ToolkitStrings.chooseOne.text(language)), true)
            }
            if case .dropdown(_, _, let words) = index.field(place).kind {
                return (SafeText(words.text(language)), true)
            }
            if isSearch(place) {
                let words = index.field(place).placeholder ?? ToolkitStrings.searchHint
                return (SafeText(words.text(language)), true)
            }
            return (SafeText(ToolkitStrings.nothingChosen.text(language)), true)
        }
        let items = items(at: place)
        let names = picked.values.map { name(of: $0, at: place) ?? SafeText($0) }
        if picked.isMultiple, names.count > 1, names.count == items?.items.count, items?.isComplete == true {
            return (SafeText(ToolkitStrings.allChosen(names.count).text(language)), false)
        }
        return (names.dropFirst().reduce(names[0]) { $0 + SafeText(", ") + $1 }, false)
    }
}
