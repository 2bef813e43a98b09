import Forms

extension ActionTable {
    /// One entry of the key bar.
    public struct KeyBarItem: Hashable, Sendable {
        public var action: ActionID
        public var key: SafeText
        public var name: SafeText

        /// Columns with the blank between key and name and the two after it.
        var width: Int { key.width + 1 + name.width + 2 }
    }

    /// What the key bar shows: the actions that work now, the most important where not all fit, in the order
    /// in which they are declared.
    public func keyBar(
        scopes: [String], width: Int, language: Language, enabled: (ActionID) -> Bool
    ) -> [KeyBarItem] {
        let candidates = visible(scopes: scopes).filter { !$0.hidden && enabled($0.id) }
        let ranked = candidates.enumerated().sorted {
            ($1.element.priority, $0.offset) < ($0.element.priority, $1.offset)
        }
        var used = 1
        var chosen: [(offset: Int, item: KeyBarItem)] = []
        for (offset, action) in ranked {
            guard let key = action.keys.first else { continue }
            let item = KeyBarItem(
                action: action.id, key: SafeText(key.label), name: SafeText(action.name.text(language)))
            if used + item.width - 2 > width { continue }
            used += item.width
            chosen.append((offset, item))
        }
        return chosen.sorted { $0.offset < $1.offset }.map(\.item)
    }

    /// The actions of `scopes`, innermost first, without those whose keys an inner scope has taken.
    public func visible(scopes: [String]) -> [Action] {
        var taken: Set<Key> = []
        var result: [Action] = []
        for scope in scopes {
            let own = actions.filter { $0.scope == scope }
            for var action in own {
                action.keys.removeAll { taken.contains($0) }
                if !action.keys.isEmpty { result.append(action) }
            }
            for action in own { taken.formUnion(action.keys) }
        }
        return result
    }
}
