/// What an expression is worked out against.
struct ExpressionScope {
    typealias Value = Expression.Value

    let answers: Answers
    let row: Answers?
    let today: LocalDate

    private func answer(_ name: String) -> Answer? {
        row?[name] ?? answers[name]
    }

    func value(_ node: ExpressionNode) -> Value {
        switch node {
        case .literal(let value): value
        case .field(let name): Value(answer(name))
        case .all(let parts): junction(parts, decidedBy: false)
        case .any(let parts): junction(parts, decidedBy: true)
        case .not(let part):
            if case .bool(let flag) = value(part) { .bool(!flag) } else { .null }
        case .compare(let left, let comparison, let right):
            compare(value(left), comparison, value(right))
        case .contained(let item, let list): contained(value(item), list)
        case .sum(let terms): sum(terms)
        case .product(let factors): product(factors)
        case .empty(let part): .bool(isEmpty(part))
        case .length(let part): length(value(part))
        case .age(let part): value(part).date.map { .int($0.age(on: today)) } ?? .null
        case .today: .text(today.iso)
        case .total(let group, let field): total(group, field)
        case .count(let group): .int(answers.rows(group).count)
        case .extreme(let group, let field, let isGreatest):
            extreme(answers.rows(group).map { Value($0[field]) }.filter { $0 != .null }, isGreatest)
        case .choose(let parts, let isGreatest): extreme(parts.map(value), isGreatest)
        case .end(let part, let isLast): end(of: value(part), isLast: isLast)
        }
    }

    private func junction(_ parts: [ExpressionNode], decidedBy deciding: Bool) -> Value {
        var isKnown = true
        for part in parts {
            switch value(part) {
            case .bool(deciding): return .bool(deciding)
            case .bool: continue
            default: isKnown = false
            }
        }
        return isKnown ? .bool(!deciding) : .null
    }

    private func compare(
        _ left: Value, _ comparison: ExpressionNode.Comparison, _ right: Value
    ) -> Value {
        func ordered<T: Comparable>(_ left: T, _ right: T) -> Value {
            switch comparison {
            case .equal: .bool(left == right)
            case .notEqual: .bool(left != right)
            case .less: .bool(left < right)
            case .lessOrEqual: .bool(left <= right)
            case .greater: .bool(left > right)
            case .greaterOrEqual: .bool(left >= right)
            }
        }
        if case .int(let left) = left, case .int(let right) = right { return ordered(left, right) }
        if let left = left.date, let right = right.date { return ordered(left, right) }
        if let left = left.time, let right = right.time { return ordered(left, right) }
        switch comparison {
        case .equal: return .bool(left == right)
        case .notEqual: return .bool(left != right)
        default: return .null
        }
    }

    /// `null` where one is `null`, or they are not of one kind that has an order.
    private func extreme(_ values: [Value], _ isGreatest: Bool) -> Value {
        guard var result = values.first else { return .null }
        for value in values {
            switch compare(value, isGreatest ? .greaterOrEqual : .lessOrEqual, result) {
            case .bool(true): result = value
            case .bool(false): continue
            default: return .null
            }
        }
        return result
    }

    private func end(of value: Value, isLast: Bool) -> Value {
        guard case .text(let text) = value else { return .null }
        if let range = DateRange(iso: text) { return .text((isLast ? range.to : range.from).iso) }
        if let range = TimeRange(iso: text) { return .text((isLast ? range.to : range.from).iso) }
        return .null
    }

    private func contained(_ item: Value, _ list: [ExpressionNode]) -> Value {
        for part in list {
            let candidate = value(part)
            if case .list(let members) = candidate, case .text(let text) = item, members.contains(text) {
                return .bool(true)
            }
            if case .list(let members) = item, case .text(let text) = candidate, members.contains(text) {
                return .bool(true)
            }
            if candidate == item, item != .null { return .bool(true) }
        }
        return .bool(false)
    }

    private func sum(_ terms: [(isNegative: Bool, term: ExpressionNode)]) -> Value {
        guard let first = terms.first else { return .null }
        var result = value(first.term)
        for (isNegative, term) in terms.dropFirst() {
            switch (result, value(term)) {
            case (.int(let left), .int(let right)):
                let (sum, overflow) =
                    isNegative
                    ? left.subtractingReportingOverflow(right) : left.addingReportingOverflow(right)
                result = overflow ? .null : .int(sum)
            case (.text, .int(let days)):
                guard let date = result.date, days.magnitude < 4_000_000 else { return .null }
                result = .text(date.adding(days: isNegative ? -days : days).iso)
            case (.text, let other):
                guard isNegative, let left = result.date, let right = other.date else { return .null }
                result = .int(right.days(to: left))
            default: return .null
            }
        }
        return result
    }

    private func product(_ factors: [ExpressionNode]) -> Value {
        var result = 1
        for factor in factors {
            guard case .int(let number) = value(factor) else { return .null }
            let (product, overflow) = result.multipliedReportingOverflow(by: number)
            guard !overflow else { return .null }
            result = product
        }
        return .int(result)
    }

    private func isEmpty(_ node: ExpressionNode) -> Bool {
        if case .field(let name) = node { return answer(name)?.isEmpty ?? true }
        switch value(node) {
        case .null: return true
        case .text(let text): return text.isEmpty
        case .list(let values): return values.isEmpty
        case .bool, .int: return false
        }
    }

    private func length(_ value: Value) -> Value {
        switch value {
        case .null: .int(0)
        case .text(let text): .int(text.count)
        case .list(let values): .int(values.count)
        case .bool, .int: .null
        }
    }

    private func total(_ group: String, _ field: String) -> Value {
        var result = 0
        for row in answers.rows(group) {
            guard case .number(let number)? = row[field] else { continue }
            let (sum, overflow) = result.addingReportingOverflow(number)
            guard !overflow else { return .null }
            result = sum
        }
        return .int(result)
    }
}
