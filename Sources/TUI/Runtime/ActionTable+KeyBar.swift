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

    /// What the key bar shows: the actions that work now, the most important where not all fit. F-keys
    /// come first, in the order of their numbers.
    public func keyBar(
        scopes: [String], width: Int, language: Language, enabled: (ActionID) -> Bool
    ) -> [KeyBarItem] {
        var cache = KeyBarCache()
        return cache.items(of: self, scopes: scopes, width: width, language: language, enabled: enabled)
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
