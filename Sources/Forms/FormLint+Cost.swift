extension FormLint {
    /// Refuses a form whose answers would take too long to work out: conditions and values are worked out round by
    /// round, as many rounds as values follow from one another, and sums go over every row. Then come the rules between
    /// fields, once each, or once for every row that they speak of.
    ///
    /// What may be published can be checked within a fraction of a second, whatever the answers.
    mutating func checkCost() {
        var cost = 0
        for page in form.pages {
            cost = add(cost, weight(page.page.visibleWhen))
            for group in page.groups {
                cost = add(cost, weight(group.group.visibleWhen))
                let rows = group.group.repeats?.max ?? 1
                for item in group.fields {
                    var own = add(weight(item.field.visibleWhen), weight(item.field.computed))
                    if case .when(let expression) = item.field.required { own = add(own, weight(expression)) }
                    cost = add(cost, own.multipliedReportingOverflow(by: rows).partialValue)
                }
            }
        }
        let (rounds, overflow) = cost.multipliedReportingOverflow(by: longestChain() + 1)
        let total = form.rules.reduce(overflow ? .max / 2 : rounds) { total, item in
            let rows = form.groups.first { group in
                group.group.repeats != nil && group.fields.contains { $0.field.id == item.rule.field }
            }?.group.repeats?.max
            return add(total, weight(item.rule.holds).multipliedReportingOverflow(by: rows ?? 1).partialValue)
        }
        if total > FormLimits.cost {
            report(
                "/pages", "too_costly",
                "Các biểu thức và quy tắc tính quá lâu: bớt mục được tính nối tiếp nhau, bớt sum, min, max của nhóm nhiều dòng."
            )
        }
        let states = form.groups.flatMap(\.fields).reduce(0) { $0 + Self.states($1.field) }
        if states > FormLimits.patternStates {
            report("/pages", "too_costly", "Các mẫu (pattern) của biểu mẫu cộng lại quá phức tạp.")
        }
    }

    private func add(_ left: Int, _ right: Int) -> Int {
        let (sum, overflow) = left.addingReportingOverflow(right)
        return overflow ? .max / 2 : sum
    }

    private static func states(_ field: Field) -> Int {
        guard case .text(let rule) = field.kind, let source = rule.pattern else { return 0 }
        return (try? Pattern(source))?.stateCount ?? 0
    }

    private func weight(_ expression: Expression?) -> Int {
        guard let expression else { return 0 }
        return expression.root.weight { name in
            form.groups.first { $0.group.id == name }?.group.repeats?.max ?? 1
        }
    }
}

extension ExpressionNode {
    /// How many values are looked at to work it out once.
    func weight(rows: (String) -> Int) -> Int {
        switch self {
        case .literal, .field, .today, .count: 1
        case .total(let group, _), .extreme(let group, _, _): 1 + rows(group)
        case .all(let parts), .any(let parts), .product(let parts), .choose(let parts, _):
            parts.reduce(1) { $0 + $1.weight(rows: rows) }
        case .not(let part), .empty(let part), .length(let part), .age(let part), .end(let part, _):
            1 + part.weight(rows: rows)
        case .compare(let left, _, let right): 1 + left.weight(rows: rows) + right.weight(rows: rows)
        case .contained(let item, let list):
            list.reduce(1 + item.weight(rows: rows)) { $0 + $1.weight(rows: rows) }
        case .sum(let terms): terms.reduce(1) { $0 + $1.term.weight(rows: rows) }
        }
    }
}
