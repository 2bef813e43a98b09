import GRDB

extension Scope {
    /// The scope as a condition on columns that hold unit codes: any of them lies in the scope.
    ///
    /// A subtree is a range of codes (`H26.` up to `H26/`, the next byte), so an index serves it.
    func condition(on columns: [String]) -> SQLCondition {
        var alternatives: [String] = []
        var arguments = StatementArguments()
        for column in columns {
            for unit in units.sorted() {
                alternatives.append("\(column) = ?")
                arguments += [unit]
            }
            for root in subtrees.sorted() {
                alternatives.append("\(column) = ? OR (\(column) >= ? AND \(column) < ?)")
                arguments += [root, root + ".", root + "/"]
            }
        }
        var condition = SQLCondition()
        if !isEverything {
            condition.and(alternatives.isEmpty ? "1 = 0" : alternatives.joined(separator: " OR "), arguments)
        }
        return condition
    }

    /// The scope as a condition on the dossiers `alias`.
    func dossiers(_ alias: String = "dossiers") -> SQLCondition {
        var condition = condition(on: [alias + ".unit", alias + ".holder_unit"])
        if isPostOnly { condition.and(alias + ".delivery_method = 'post'") }
        return condition
    }

    /// The same as parts that have no dossier in common, each a range of one index: by the unit that took it in, then
    /// by the unit that holds it. An index gives one range in order, and not several.
    func dossierBranches(_ alias: String) -> [SQLCondition] {
        let ranges =
            units.filter { unit in !subtrees.contains { Self.holds($0, unit) } }.sorted().map {
                Scope(units: [$0])
            }
            + subtrees.filter { tree in !subtrees.contains { $0 != tree && Self.holds($0, tree) } }.sorted()
            .map {
                Scope(subtrees: [$0])
            }
        guard !isEverything, (1...4).contains(ranges.count) else { return [dossiers(alias)] }
        let byUnit = condition(on: [alias + ".unit"])
        var branches = ranges.map { $0.condition(on: [alias + ".unit"]) }
        for range in ranges {
            var branch = range.condition(on: [alias + ".holder_unit"])
            branch.and("NOT \(byUnit.sql)", byUnit.arguments)
            branches.append(branch)
        }
        if isPostOnly {
            for index in branches.indices { branches[index].and(alias + ".delivery_method = 'post'") }
        }
        return branches
    }

    private static func holds(_ root: String, _ unit: String) -> Bool {
        unit == root || unit.hasPrefix(root + ".")
    }
}
