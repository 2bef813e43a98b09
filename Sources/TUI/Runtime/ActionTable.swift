import Forms

/// All actions of a program, and the only place where a key has a meaning.
public struct ActionTable: Sendable {
    public private(set) var actions: [Action]
    private var byScope: [String: [Key: Int]]
    private var byID: [ActionID: Int]

    public init(_ actions: [Action]) {
        self.actions = actions
        byScope = [:]
        byID = [:]
        for (index, action) in actions.enumerated() {
            if byID[action.id] == nil { byID[action.id] = index }
            for key in action.keys where byScope[action.scope]?[key] == nil {
                byScope[action.scope, default: [:]][key] = index
            }
        }
    }

    public subscript(id: ActionID) -> Action? {
        byID[id].map { actions[$0] }
    }

    /// The action that `key` runs in the innermost of `scopes` that knows it.
    ///
    /// - Parameter inField: a text field has the focus; keys that edit text then run nothing.
    public func action(for key: Key, scopes: [String], inField: Bool) -> ActionID? {
        candidates(for: key, scopes: scopes, inField: inField).first
    }

    /// All that `key` could run, innermost scope first; the first one that is enabled does.
    func candidates(for key: Key, scopes: [String], inField: Bool) -> [ActionID] {
        if inField && key.editsText { return [] }
        return scopes.compactMap { scope in
            byScope[scope]?[key].map { actions[$0].id }
        }
    }

    /// Two actions of one scope on one key.
    public struct Conflict: Hashable, Sendable {
        public var scope: String
        public var key: Key
        public var actions: [ActionID]
    }

    /// Every pair of actions that claims one key in one scope; empty in a table that is right.
    public func conflicts() -> [Conflict] {
        var claims: [String: [Key: [ActionID]]] = [:]
        for action in actions {
            for key in action.keys { claims[action.scope, default: [:]][key, default: []].append(action.id) }
        }
        return claims.flatMap { scope, keys in
            keys.filter { $0.value.count > 1 }.map { Conflict(scope: scope, key: $0.key, actions: $0.value) }
        }.sorted { ($0.scope, $0.key.label) < ($1.scope, $1.key.label) }
    }
}
