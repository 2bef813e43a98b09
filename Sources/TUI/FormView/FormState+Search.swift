import Forms

/// A value chosen by a search, at a field.
struct FoundName: Hashable, Sendable {
    var group: Int
    var field: Int
    var value: String
}

extension FormState {
    /// A query is run so many milliseconds after its last key (eForm SE-2: 300 to 500).
    static let searchDelay: Int64 = 400

    func isSearch(_ place: EntryPlace) -> Bool {
        if case .search = index.field(place).kind { true } else { false }
    }

    /// The popular choices, offered while nothing is typed (eForm SE-1), and what was chosen.
    func found(_ popular: [Option], at place: EntryPlace) -> PickItems {
        var items = popular.map {
            PickItems.Item(value: $0.value, label: SafeText($0.label.text(language)))
        }
        if case .pick(let picked) = self[place].editor {
            for value in picked.values where !items.contains(where: { $0.value == value }) {
                let key = FoundName(group: place.group, field: place.field, value: value)
                guard let name = foundNames[key] ?? fixedName(value, at: place) else { continue }
                items.insert(PickItems.Item(value: value, label: name), at: 0)
            }
        }
        return PickItems(items)
    }

    private func fixedName(_ value: String, at place: EntryPlace) -> SafeText? {
        guard case .search(.fixed(let options), _) = index.field(place).kind else { return nil }
        return options.first { $0.value == value }.map { SafeText($0.label.text(language)) }
    }

    mutating func openSearch(_ place: EntryPlace, _ id: EntryID, _ picked: Picked, _ query: String) {
        guard let items = items(at: place) else { return }
        popup = .list(PickList(items, chosen: picked.values, query: query, isSearch: true), id)
        if !query.isEmpty { scheduleSearch() }
    }

    /// A key was typed into a query: it is run once no key has come for a while.
    mutating func scheduleSearch() {
        guard case .list(let list, _) = popup, list.isSearch else { return }
        searchDue = time.milliseconds + Self.searchDelay
    }

    /// What the open search of a field is asked with; nil where nothing is typed.
    func searchRequest(at place: EntryPlace) -> OptionRequest? {
        guard case .search(.reference(let set, let parentField), _) = index.field(place).kind,
            case .list(let list, let id) = popup, list.isSearch, self.place(of: id) == place
        else { return nil }
        let query = Self.query(list)
        guard !query.isEmpty else { return nil }
        return OptionRequest(
            set: set, parent: parentField.flatMap { parentText($0, of: place) }, query: query)
    }

    /// The query without blanks at its ends.
    private static func query(_ list: PickList) -> String {
        var text = list.query.text[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }

    /// Runs the query of the open search.
    mutating func runSearch() {
        guard case .list(var list, let id) = popup, list.isSearch, let place = place(of: id),
            case .search(let source, let popular) = index.field(place).kind
        else { return }
        let query = Self.query(list)
        var result: PickItems?
        if query.isEmpty {
            result = found(popular, at: place)
        } else {
            switch source {
            case .fixed(let options): result = matching(options, query)
            case .reference:
                guard let request = searchRequest(at: place) else { return }
                result = lists[request] ?? options(request).map { matching($0, query) }
                if result == nil { return self.request(place) }
            }
        }
        if let result { list.replace(result) }
        popup = .list(list, id)
    }

    private func matching(_ options: [Option], _ query: String) -> PickItems {
        let all = PickItems(options, language: language)
        return PickItems(all.matches(query).map { all.items[$0] })
    }

    // MARK: - Names

    mutating func rememberName(_ item: PickItems.Item, at place: EntryPlace) {
        foundNames[FoundName(group: place.group, field: place.field, value: item.value)] = item.label
    }

    /// Names that were found for values which stand on the form already.
    mutating func rememberNames(_ items: [PickItems.Item], of set: String) {
        for place in allPlaces {
            guard case .search(.reference(set, _), _) = index.field(place).kind,
                case .pick(let picked) = self[place].editor
            else { continue }
            for item in items where picked.values.contains(item.value) { rememberName(item, at: place) }
        }
    }
}

extension FormPopup {
    /// What is typed into an open search; nil where none is open.
    var query: String? {
        if case .list(let list, _) = self, list.isSearch { list.query.text } else { nil }
    }
}
