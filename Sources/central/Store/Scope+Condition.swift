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
}
