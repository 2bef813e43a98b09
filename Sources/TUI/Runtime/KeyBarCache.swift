import Forms

/// The key bar of the last frame. It is asked for with every key, and seldom changes.
///
/// Which actions stand in it is worked out anew where scopes or language are others. What each of them is called and
/// whether it works now is asked of the screen every time, because any key may change that.
struct KeyBarCache {
    private struct Candidate {
        var priority: Int
        var place: Int
        var name: Phrase
        /// The screen's own name for it, as of the last frame.
        var ownName: Phrase?
        /// What works always is not asked about.
        var isProgramAction: Bool
        var isEnabled = false
        var item: ActionTable.KeyBarItem
    }

    private var scopes: [String] = []
    private var language: Language?
    private var candidates: [Candidate] = []
    private var width = -1
    private var items: [ActionTable.KeyBarItem] = []

    mutating func items(
        of table: ActionTable, scopes: [String], width: Int, language: Language,
        enabled: (ActionID) -> Bool, name: (ActionID) -> Phrase? = { _ in nil }
    ) -> [ActionTable.KeyBarItem] {
        var isStale = width != self.width
        if scopes != self.scopes || language != self.language {
            self.scopes = scopes
            self.language = language
            candidates = Self.candidates(of: table, scopes: scopes, language)
            isStale = true
        }
        for index in candidates.indices {
            let action = candidates[index].item.action
            let ownName = name(action)
            if ownName != candidates[index].ownName {
                candidates[index].ownName = ownName
                candidates[index].item.name = SafeText((ownName ?? candidates[index].name).text(language))
                isStale = true
            }
            let isEnabled = candidates[index].isProgramAction || enabled(action)
            if isEnabled != candidates[index].isEnabled {
                candidates[index].isEnabled = isEnabled
                isStale = true
            }
        }
        if isStale {
            self.width = width
            items = choose()
        }
        return items
    }

    private static func candidates(
        of table: ActionTable, scopes: [String], _ language: Language
    ) -> [Candidate] {
        table.visible(scopes: scopes).compactMap { action in
            guard !action.hidden, let key = action.keys.first else { return nil }
            let item = ActionTable.KeyBarItem(
                action: action.id, key: SafeText(key.label), name: SafeText(action.name.text(language)))
            return Candidate(
                priority: action.priority, place: key.functionNumber ?? 13, name: action.name,
                isProgramAction: ActionTable.isProgramAction(action.id), item: item)
        }
    }

    /// The most important ones that fit: F-keys by their numbers, as they lie on the keyboard, then the others
    /// as they are declared.
    private func choose() -> [ActionTable.KeyBarItem] {
        let ranked = candidates.indices.filter { candidates[$0].isEnabled }
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
