/// Works the type of an expression out and notes what can't be meant: a date compared with a number, a sum of texts,
/// a name that no field has.
struct ExpressionTyping {
    /// The fields that can be named where the expression stands.
    let fields: [String: ExpressionType]
    /// The repeating groups, with the types of their fields.
    let groups: [String: [String: ExpressionType]]
    /// Nothing is said of names that aren't here: a part of the form could not be read.
    let isPartial: Bool
    private(set) var faults: [(code: String, message: String)] = []

    init(
        fields: [String: ExpressionType], groups: [String: [String: ExpressionType]], isPartial: Bool = false
    ) {
        self.fields = fields
        self.groups = groups
        self.isPartial = isPartial
    }

    private mutating func fault(_ message: String) {
        faults.append(("type_mismatch", message))
    }

    private mutating func unknown(_ name: String, _ hint: String = "") {
        guard !isPartial else { return }
        faults.append(("unknown_field", "Biểu thức nói đến “\(name)”, không có mục nào tên như vậy\(hint)."))
    }

    mutating func type(_ node: ExpressionNode) -> ExpressionType {
        switch node {
        case .literal(.null), .literal(.list): return .unknown
        case .literal(.bool): return .bool
        case .literal(.int): return .int
        case .literal(.text(let text)): return .literal(text)
        case .field(let name): return field(name)
        case .all(let parts), .any(let parts):
            for part in parts { demand(part, \.isBool, "“and” và “or” nối các điều kiện") }
            return .bool
        case .not(let part):
            demand(part, \.isBool, "“not” đứng trước một điều kiện")
            return .bool
        case .compare(let left, let comparison, let right): return compare(left, comparison, right)
        case .contained(let item, let list): return contained(item, list)
        case .sum(let terms): return sum(terms)
        case .product(let factors):
            for factor in factors { demand(factor, \.isInt, "“*” nhân các số") }
            return .int
        case .empty(let part):
            _ = type(part)
            return .bool
        case .length(let part):
            let found = type(part)
            if !found.isText, found != .list, found != .unknown {
                fault("length() đếm chữ hoặc lựa chọn, không đếm được \(found.words).")
            }
            return .int
        case .age(let part):
            demand(part, \.isDate, "age() cần một ngày")
            return .int
        case .today: return .date
        case .total(let group, let name):
            let found = row(group, name)
            if !found.isInt { fault("sum(\(group).\(name)) cộng các số, mục này là \(found.words).") }
            return .int
        case .extreme(let group, let name, _):
            let found = row(group, name)
            if !found.canOrder(found) { fault("min, max không xếp được \(found.words) (\(group).\(name)).") }
            return found
        case .count(let group):
            if groups[group] == nil { unknown(group, " (count cần một nhóm lặp lại)") }
            return .int
        case .choose(let parts, _): return choose(parts)
        case .end(let part, _): return end(part)
        }
    }

    /// The type of the whole, where something of a type is wanted.
    mutating func demand(
        _ node: ExpressionNode, _ holds: (ExpressionType) -> Bool, _ words: String
    ) {
        let found = type(node)
        if !holds(found) { fault("\(words), gặp \(found.words).") }
    }

    private mutating func field(_ name: String) -> ExpressionType {
        if let type = fields[name] { return type }
        if groups[name] != nil { return .rows }
        let owners = groups.filter { $0.value[name] != nil }.keys.sorted()
        unknown(
            name,
            owners.first.map {
                "; mục này ở trong nhóm lặp lại “\($0)”, ngoài nhóm chỉ dùng sum, min, max, count"
            }
                ?? "")
        return .unknown
    }

    private mutating func row(_ group: String, _ name: String) -> ExpressionType {
        guard let fields = groups[group] else {
            unknown(group, " (sum, min, max cần một nhóm lặp lại)")
            return .unknown
        }
        guard let type = fields[name] else {
            unknown(group + "." + name)
            return .unknown
        }
        return type
    }

    private mutating func compare(
        _ left: ExpressionNode, _ comparison: ExpressionNode.Comparison, _ right: ExpressionNode
    ) -> ExpressionType {
        let (left, right) = (type(left), type(right))
        switch comparison {
        case .equal, .notEqual:
            if !left.canEqual(right) {
                fault("So sánh \(left.words) với \(right.words): không bao giờ bằng nhau.")
            }
        default:
            if !left.canOrder(right) { fault("Không so lớn nhỏ được \(left.words) với \(right.words).") }
        }
        return .bool
    }

    private mutating func contained(_ item: ExpressionNode, _ list: [ExpressionNode]) -> ExpressionType {
        let item = type(item)
        for part in list {
            let candidate = type(part)
            if item == .list || candidate == .list {
                let other = item == .list ? candidate : item
                if !other.isText, other != .unknown, other != .list {
                    fault("“in” tìm một lựa chọn, gặp \(other.words).")
                }
            } else if !item.canEqual(candidate) {
                fault("“in”: \(item.words) không bao giờ là \(candidate.words).")
            }
        }
        return .bool
    }

    private mutating func sum(_ terms: [(isNegative: Bool, term: ExpressionNode)]) -> ExpressionType {
        guard let first = terms.first else { return .unknown }
        var result = type(first.term)
        for (isNegative, term) in terms.dropFirst() {
            let next = type(term)
            if result == .unknown || next == .unknown {
                result = result == .unknown ? .unknown : (next == .unknown ? .unknown : result)
            } else if result == .int, next == .int {
                continue
            } else if result.isDate, next == .int {
                result = .date
            } else if isNegative, result.isDate, next.isDate {
                result = .int
            } else {
                fault("Không \(isNegative ? "trừ" : "cộng") được \(result.words) với \(next.words).")
                return .unknown
            }
        }
        if terms.count == 1 || result == .int || result == .date || result == .unknown { return result }
        return .unknown
    }

    private mutating func choose(_ parts: [ExpressionNode]) -> ExpressionType {
        let types = parts.map { type($0) }
        guard let first = types.first(where: { $0 != .unknown }) else { return .unknown }
        for other in types where !first.canOrder(other) {
            fault("min, max không xếp được \(first.words) với \(other.words).")
            return .unknown
        }
        if first.isInt { return .int }
        return first.isDate ? .date : .time
    }

    private mutating func end(_ part: ExpressionNode) -> ExpressionType {
        switch type(part) {
        case .dateRange: return .date
        case .timeRange: return .time
        case .unknown: return .unknown
        case let found:
            fault("start() và end() cần một khoảng ngày hoặc khoảng giờ, gặp \(found.words).")
            return .unknown
        }
    }
}
