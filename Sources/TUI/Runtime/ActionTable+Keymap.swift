import Forms

extension ActionTable {
    /// The table with the keys of a user's keymap file.
    ///
    /// The file names actions and all of their keys: `"intake.submit" = ["f10", "ctrl-s"]`. What it does not
    /// name keeps its keys; an empty list leaves an action without one.
    public func applying(keymap toml: String) throws(KeymapError) -> ActionTable {
        let table: [String: TOMLValue]
        do {
            table = try TOMLValue.table(reading: toml)
        } catch {
            throw KeymapError(problems: [RuntimeStrings.keymapSyntax(line: "\(error.line)")])
        }
        var problems: [Phrase] = []
        var changed = actions
        for (name, value) in Self.entries(of: table, under: "") {
            guard let index = changed.firstIndex(where: { $0.id.rawValue == name }) else {
                problems.append(RuntimeStrings.keymapUnknownAction(name, Self.line(of: name, in: toml)))
                continue
            }
            guard let list = value.list else {
                problems.append(RuntimeStrings.keymapNoList(name, Self.line(of: name, in: toml)))
                continue
            }
            changed[index].keys = list.compactMap { element in
                guard let text = element.text, let key = Key(name: text), key.isDeliverable else {
                    let line = Self.line(of: name, in: toml)
                    problems.append(RuntimeStrings.keymapUnknownKey(element.text ?? "?", name, line))
                    return nil
                }
                return key
            }
        }
        let result = ActionTable(changed)
        for conflict in result.conflicts() {
            let names = conflict.actions.map(\.rawValue).joined(separator: ", ")
            let line = conflict.actions.lazy.compactMap { Self.line(of: $0.rawValue, in: toml) }.first
            problems.append(RuntimeStrings.keymapConflict(conflict.key.label, names, line))
        }
        if !problems.isEmpty { throw KeymapError(problems: problems) }
        return result
    }

    /// Where the file speaks of an action, as `"a.b" = …`, or as `b = …` in the table `[a]`; nil where it is
    /// written in another way still.
    private static func line(of name: String, in toml: String) -> Int? {
        let last = name.split(separator: ".").last.map(String.init) ?? name
        var inner: Int?
        for (index, line) in toml.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard let sign = line.firstIndex(of: "=") else { continue }
            let key = line[..<sign].filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
            if key == name { return index + 1 }
            if key == last, inner == nil { inner = index + 1 }
        }
        return inner
    }

    /// `"a.b" = […]` and `a.b = […]` mean the same.
    private static func entries(
        of table: [String: TOMLValue], under prefix: String
    ) -> [(String, TOMLValue)] {
        table.sorted { $0.key < $1.key }.flatMap { key, value in
            if let inner = value.table { return entries(of: inner, under: prefix + key + ".") }
            return [(prefix + key, value)]
        }
    }
}
