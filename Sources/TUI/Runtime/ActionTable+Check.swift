extension ActionTable {
    /// What is wrong with the table, each in one sentence for developers; a program's tests expect none.
    ///
    /// Two actions of one scope on one key or of one id, names that are no key, keys that no terminal can
    /// tell, and F-keys without a twin: desktops and terminals take some F-keys for themselves.
    public func problems() -> [String] {
        var problems = conflicts().map { conflict in
            let names = conflict.actions.map(\.rawValue).joined(separator: ", ")
            return "\(conflict.scope): \(conflict.key.label) runs \(names)"
        }
        var seen: Set<ActionID> = []
        for action in actions {
            let id = action.id.rawValue
            if !seen.insert(action.id).inserted { problems.append("\(id) stands in the table twice") }
            for name in action.misspelt { problems.append("\(id): there is no key \"\(name)\"") }
            for key in action.keys where !key.isDeliverable {
                problems.append("\(id): no terminal can tell \(key.label)")
            }
            let functions = action.keys.filter(\.isFunction)
            let twins = action.keys.filter { !$0.modifiers.isDisjoint(with: [.control, .alt]) }
            if !functions.isEmpty && twins.allSatisfy(\.isFunction) {
                problems.append("\(id): \(functions[0].label) has no twin with Ctrl or Alt")
            }
        }
        return problems
    }
}

extension Key {
    var isFunction: Bool { functionNumber != nil }

    /// 1…12 for an F-key, whatever is held with it.
    var functionNumber: Int? {
        if case .function(let number) = code { return number }
        return nil
    }

    /// False for what arrives as something else on common terminals: Ctrl-I is Tab, Ctrl-1 is 1.
    var isDeliverable: Bool {
        switch code {
        case .function(let number): (1...12).contains(number)
        case .character(let character) where modifiers.contains(.control):
            !modifiers.contains(.shift) && character.isASCII
                && (character.isLetter && !"hijm".contains(character) || " \\]^_".contains(character))
        case .tab, .backTab, .enter, .escape, .backspace: modifiers.isSubset(of: .alt)
        default: true
        }
    }
}
