extension FormLint {
    /// A condition: of type bool, naming what can be seen from a field of the repeating group (nil: from outside).
    mutating func condition(_ expression: Expression?, at place: String, in rows: String?) {
        guard let expression else { return }
        let type = type(of: expression, at: place, in: rows)
        if !type.isBool {
            report(place, "type_mismatch", "Phải là một điều kiện đúng/sai, gặp \(type.words).")
        }
    }

    mutating func type(of expression: Expression, at place: String, in rows: String?) -> ExpressionType {
        let own = rows.flatMap { repeating[$0] } ?? [:]
        var typing = ExpressionTyping(
            fields: plain.merging(own) { $1 }, groups: repeating, isPartial: form.isPartial)
        let type = typing.type(expression.root)
        for fault in typing.faults { report(place, fault.code, fault.message) }
        return type
    }

    /// Values that are worked out from themselves: a computed field or a condition of visibility that comes back to
    /// where it began. What is required when reads values but gives none, so it closes no circle; it is only
    /// refused where it looks at its own field.
    mutating func checkCycles() {
        for page in form.pages {
            for group in page.groups {
                let rows = group.group.repeats == nil ? nil : group.group.id
                for item in group.fields {
                    guard case .when(let expression) = item.field.required,
                        names(expression, in: rows).contains(node(item.field, in: rows))
                    else { continue }
                    report(
                        item.place + "/required", "cycle",
                        "Mục “\(item.field.id)” bắt buộc tùy theo chính nó.")
                }
            }
        }
        let (edges, places) = graph()
        for cycle in Self.cycles(edges) {
            let words = (cycle + cycle.prefix(1)).map { "“\($0)”" }.joined(separator: " → ")
            report(places[cycle[0]] ?? "", "cycle", "Các mục phụ thuộc vòng quanh: \(words).")
        }
    }

    private func node(_ field: Field, in rows: String?) -> String {
        rows.map { $0 + "." + field.id } ?? field.id
    }

    /// What each field's value and presence follow from, and where that is said.
    private func graph() -> (edges: [String: [String]], places: [String: String]) {
        var edges: [String: [String]] = [:]
        var places: [String: String] = [:]
        for page in form.pages {
            for group in page.groups {
                let rows = group.group.repeats == nil ? nil : group.group.id
                let around = [page.page.visibleWhen, group.group.visibleWhen].compactMap { $0 }
                if let rows {
                    edges[rows] = around.flatMap { names($0, in: nil) }
                    places[rows] = group.place + "/visible_when"
                }
                for item in group.fields {
                    let field = item.field
                    var targets = rows.map { [$0] } ?? around.flatMap { names($0, in: nil) }
                    for expression in [field.visibleWhen, field.computed].compactMap({ $0 }) {
                        targets += names(expression, in: rows)
                    }
                    edges[node(field, in: rows), default: []] += targets
                    places[node(field, in: rows)] =
                        item.place + (field.computed == nil ? "/visible_when" : "/computed")
                }
            }
        }
        return (edges, places)
    }

    /// How many values follow from one another at most; the number of fields where they go in circles.
    func longestChain() -> Int {
        let edges = graph().edges
        var lengths: [String: Int] = [:]
        for _ in 0...edges.count {
            var isSettled = true
            for (node, targets) in edges {
                let length = targets.reduce(0) { max($0, edges[$1] == nil ? 0 : (lengths[$1] ?? 0) + 1) }
                guard length > lengths[node] ?? 0 else { continue }
                lengths[node] = length
                isSettled = false
            }
            if isSettled { return lengths.values.max() ?? 0 }
        }
        return edges.count
    }

    /// The nodes that an expression looks at.
    private func names(_ expression: Expression, in rows: String?) -> [String] {
        expression.names.sorted().flatMap { name -> [String] in
            if let rows, repeating[rows]?[name] != nil { return [rows + "." + name] }
            return [name]
        }
    }

    /// One circle of every knot of the graph, begun at the first of its nodes in order.
    private static func cycles(_ edges: [String: [String]]) -> [[String]] {
        var done: Set<String> = []
        var found: [[String]] = []
        for start in edges.keys.sorted() where !done.contains(start) {
            // Depth first, without recursion: a chain may be as long as the form.
            var path: [String] = [start]
            var onPath: Set<String> = [start]
            var waiting: [[String]] = [edges[start] ?? []]
            while let targets = waiting.last {
                guard let next = targets.first else {
                    waiting.removeLast()
                    let node = path.removeLast()
                    onPath.remove(node)
                    done.insert(node)
                    continue
                }
                waiting[waiting.count - 1].removeFirst()
                if onPath.contains(next) {
                    if let index = path.firstIndex(of: next) { found.append(Array(path[index...])) }
                } else if !done.contains(next), let further = edges[next] {
                    path.append(next)
                    onPath.insert(next)
                    waiting.append(further)
                }
            }
        }
        return found
    }
}
