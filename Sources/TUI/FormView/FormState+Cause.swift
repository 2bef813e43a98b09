import Forms

/// What stands wrong at a value that is worked out is put right where it comes from.
extension FormState {
    /// The first field that can be changed and that this one's value comes from; nil for one that is open itself, or
    /// whose value comes from nowhere on the form.
    func cause(of place: EntryPlace) -> EntryPlace? {
        guard !isOpen(place) else { return nil }
        var (waiting, seen) = ([place], Set([place]))
        while let next = waiting.first {
            waiting.removeFirst()
            if next != place, isShown(next), isOpen(next) { return next }
            for source in sources(of: next) where seen.insert(source).inserted { waiting.append(source) }
        }
        return nil
    }

    /// What a worked out value is worked out from, in the order of the form.
    private func sources(of place: EntryPlace) -> [EntryPlace] {
        let names = index.field(place).computed?.names ?? []
        return names.compactMap { name in
            let parts = name.split(separator: ".").map(String.init)
            if let group = parts.first.flatMap({ index.repeating[$0] }) {
                let field = parts.dropFirst().first.flatMap { index.groups[group].fields[$0] } ?? 0
                return groups[group].rows.isEmpty ? nil : EntryPlace(group: group, row: 0, field: field)
            }
            if let field = index.groups[place.group].fields[name] {
                return EntryPlace(group: place.group, row: place.row, field: field)
            }
            return index.find(FieldPath(name)).map { EntryPlace(group: $0.group, row: 0, field: $0.field) }
        }.sorted { ($0.group, $0.row, $0.field) < ($1.group, $1.row, $1.field) }
    }

    /// Where the focus came to a field because of what stands at a value worked out from it: says that.
    mutating func sayWhatFollows(from stop: FormStop) {
        guard case .field(let id) = stop, let here = place(of: id), self[here].issues.isEmpty else { return }
        let place = allPlaces.first { place in
            isShown(place) && !self[place].issues.isEmpty && cause(of: place) == here
        }
        guard let place, let issue = self[place].issues.first else { return }
        let label = index.field(place).label
        message = MessageText(
            text: Phrase(
                "\(label.vi): \(issue.message.vi)", en: "\(label.text(.en)): \(issue.message.text(.en))"),
            role: issue.severity == .error ? .error : .warning)
    }
}
