import Forms
import TOMLKit

extension ActionTable {
    /// The table with the keys of a user's keymap file.
    ///
    /// The file names actions and all of their keys: `"intake.submit" = ["f10", "ctrl-s"]`. What it does not
    /// name keeps its keys; an empty list leaves an action without one.
    public func applying(keymap toml: String) throws(KeymapError) -> ActionTable {
        let table: TOMLTable
        do {
            table = try TOMLTable(string: toml)
        } catch {
            let place = (error as? TOMLParseError).map { "\($0.source.begin.line)" } ?? "?"
            throw KeymapError(problems: [RuntimeStrings.keymapSyntax(line: place)])
        }
        var problems: [Phrase] = []
        var changed = actions
        for (name, value) in Self.entries(of: table, under: "") {
            guard let index = changed.firstIndex(where: { $0.id.rawValue == name }) else {
                problems.append(RuntimeStrings.keymapUnknownAction(name))
                continue
            }
            guard let list = value.array else {
                problems.append(RuntimeStrings.keymapNoList(name))
                continue
            }
            changed[index].keys = list.compactMap { element in
                guard let text = element.string, let key = Key(name: text), key.isDeliverable else {
                    problems.append(RuntimeStrings.keymapUnknownKey(element.string ?? "?", name))
                    return nil
                }
                return key
            }
        }
        let result = ActionTable(changed)
        for conflict in result.conflicts() {
            let names = conflict.actions.map(\.rawValue).joined(separator: ", ")
            problems.append(RuntimeStrings.keymapConflict(conflict.key.label, names))
        }
        if !problems.isEmpty { throw KeymapError(problems: problems) }
        return result
    }

    /// `"a.b" = […]` and `a.b = […]` mean the same.
    private static func entries(
        of table: TOMLTable, under prefix: String
    ) -> [(String, any TOMLValueConvertible)] {
        table.flatMap { key, value in
            if let inner = value.table { return entries(of: inner, under: prefix + key + ".") }
            return [(prefix + key, value)]
        }
    }
}
