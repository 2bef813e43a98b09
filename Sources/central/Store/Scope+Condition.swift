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

    /// Wherever dossiers of the scope may be: wider than the scope where only some of a unit's lie in it, so only
    /// beside a condition on the dossiers themselves.
    func reach(on columns: [String]) -> SQLCondition {
        var wide = self
        wide.subtrees.formUnion(postSubtrees)
        return wide.condition(on: columns)
    }

    /// The scope as a condition on the dossiers `alias`.
    func dossiers(_ alias: String = "dossiers") -> SQLCondition {
        let reached = withPost(
            on: [alias + ".unit", alias + ".holder_unit"], where: alias + ".delivery_method = 'post'")
        guard !opened.isEmpty, !isEverything else { return reached }
        let marks = opened.map { _ in "?" }.joined(separator: ", ")
        return SQLCondition(
            "(\(reached.sql)) OR \(alias).id IN (\(marks))",
            reached.arguments + StatementArguments(opened.sorted()))
    }

    /// What lies in the scope whole, or goes by post in it.
    ///
    /// - Parameter isPost: What holds for a row that goes by post.
    func withPost(on columns: [String], where isPost: String) -> SQLCondition {
        let whole = condition(on: columns)
        guard !postSubtrees.isEmpty, !isEverything else { return whole }
        var post = Scope(subtrees: postSubtrees).condition(on: columns)
        post.and(isPost)
        guard !isPostOnly else { return post }
        return SQLCondition("(\(whole.sql)) OR (\(post.sql))", whole.arguments + post.arguments)
    }

    /// The same as parts that have no dossier in common, each a range of one index: by the unit that took it in, then
    /// by the unit that holds it. An index gives one range in order, and not several.
    func dossierBranches(_ alias: String) -> [SQLCondition] {
        guard !isPostOnly else {
            return Scope(subtrees: postSubtrees).dossierBranches(alias).map { branch in
                var branch = branch
                branch.and(alias + ".delivery_method = 'post'")
                return branch
            }
        }
        let ranges =
            units.filter { unit in !subtrees.contains { Self.holds($0, unit) } }.sorted().map {
                Scope(units: [$0])
            }
            + subtrees.filter { tree in !subtrees.contains { $0 != tree && Self.holds($0, tree) } }.sorted()
            .map {
                Scope(subtrees: [$0])
            }
        guard !isEverything, postSubtrees.isEmpty, opened.isEmpty, (1...4).contains(ranges.count) else {
            return [dossiers(alias)]
        }
        let byUnit = condition(on: [alias + ".unit"])
        var branches = ranges.map { $0.condition(on: [alias + ".unit"]) }
        for range in ranges {
            var branch = range.condition(on: [alias + ".holder_unit"])
            branch.and("NOT \(byUnit.sql)", byUnit.arguments)
            // Follows from the two, and is what the index of this part is limited to.
            branch.and("\(alias).unit <> \(alias).holder_unit")
            branches.append(branch)
        }
        return branches
    }
}
