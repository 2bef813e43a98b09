import Forms

/// The key bar of the last frame. It is asked for with every key, and seldom changes.
struct KeyBarCache {
    private struct Candidate {
        var priority: Int
        var place: Int
        var name: Phrase
        var item: ActionTable.KeyBarItem
    }

    private var scopes: [String] = []
    private var language: Language?
    private var candidates: [Candidate] = []
    private var width = -1
    private var enabled: [Bool] = []
    private var names: [Phrase?] = []
    private var items: [ActionTable.KeyBarItem] = []

    mutating func items(
        of table: ActionTable, scopes: [String], width: Int, language: Language,
        enabled: (ActionID) -> Bool, name: (ActionID) -> Phrase? = { _ in nil }
    ) -> [ActionTable.KeyBarItem] {
        if scopes != self.scopes || language != self.language {
            self.scopes = scopes
            self.language = language
            self.width = -1
            candidates = table.visible(scopes: scopes).compactMap { action in
                guard !action.hidden, let key = action.keys.first else { return nil }
                let item = ActionTable.KeyBarItem(
                    action: action.id, key: SafeText(key.label), name: SafeText(action.name.text(language)))
                return Candidate(
                    priority: action.priority, place: key.functionNumber ?? 13, name: action.name, item: item)
            }
            names = []
        }
        let nowNames = candidates.map { name($0.item.action) }
        if nowNames != names {
            names = nowNames
            self.width = -1
            for index in candidates.indices {
                candidates[index].item.name = SafeText(
                    (names[index] ?? candidates[index].name).text(language))
            }
        }
        let nowEnabled = candidates.map { enabled($0.item.action) }
        if width != self.width || nowEnabled != self.enabled {
            self.width = width
            self.enabled = nowEnabled
            items = choose()
        }
        return items
    }

    /// The most important ones that fit: F-keys by their numbers, as they lie on the keyboard, then the others
    /// as they are declared.
    private func choose() -> [ActionTable.KeyBarItem] {
        let ranked = candidates.indices.filter { enabled[$0] }
            .sorted { (candidates[$1].priority, $0) < (candidates[$0].priority, $1) }
        var used = 1
        var chosen: [Int] = []
        for index in ranked where used + candidates[index].item.width - 2 <= width {
            used += candidates[index].item.width
            chosen.append(index)
        }
        return chosen.sorted { (candidates[$0].place, $0) < (candidates[$1].place, $1) }
            .map { candidates[$0].item }
    }
}
