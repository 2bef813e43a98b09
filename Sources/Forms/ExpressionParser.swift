/// Reads the language of `Expression`, by recursive descent with a bound on its depth.
struct ExpressionParser {
    private enum Token: Hashable {
        case name(String)
        case number(Int)
        case text(String)
        case symbol(String)
        case end

        var words: String {
            switch self {
            case .name(let text), .symbol(let text): "“\(text)”"
            case .number(let number): "“\(number)”"
            case .text(let text): "'\(text)'"
            case .end: "chỗ hết biểu thức"
            }
        }
    }

    private let scalars: [Unicode.Scalar]
    private var position = 0
    private var token = Token.end
    private var column = 1
    private var depth = 0

    init(_ source: String) {
        scalars = Array(source.unicodeScalars)
    }

    mutating func parse() throws(ExpressionError) -> ExpressionNode {
        try advance()
        let node = try parseAny()
        guard token == .end else { throw unexpected("hết biểu thức") }
        return node
    }

    private func unexpected(_ expected: String) -> ExpressionError {
        ExpressionError(column: column, message: "cần \(expected), gặp \(token.words)")
    }

    private mutating func advance() throws(ExpressionError) {
        while position < scalars.count, scalars[position].properties.isWhitespace { position += 1 }
        column = position + 1
        guard position < scalars.count else {
            token = .end
            return
        }
        let start = scalars[position]
        switch start {
        case "a"..."z", "A"..."Z", "_": token = .name(takeName())
        case "0"..."9": token = .number(try takeNumber())
        case "'", "\"": token = .text(try takeText(until: start))
        default: token = .symbol(try takeSymbol())
        }
    }

    private mutating func take(while condition: (Unicode.Scalar) -> Bool) -> String {
        var view = String.UnicodeScalarView()
        while position < scalars.count, condition(scalars[position]) {
            view.append(scalars[position])
            position += 1
        }
        return String(view)
    }

    private mutating func takeName() -> String {
        take { scalar in
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", "_", ".": true
            default: false
            }
        }
    }

    private mutating func takeNumber() throws(ExpressionError) -> Int {
        let text = take { ("0"..."9").contains($0) }
        guard let number = Int(text) else {
            throw ExpressionError(column: column, message: "số \(text) quá lớn")
        }
        return number
    }

    private mutating func takeText(until quote: Unicode.Scalar) throws(ExpressionError) -> String {
        position += 1
        var view = String.UnicodeScalarView()
        while position < scalars.count {
            var scalar = scalars[position]
            position += 1
            if scalar == quote { return Normalization.nfc(String(view)) }
            if scalar == "\\", position < scalars.count {
                scalar = scalars[position]
                position += 1
            }
            view.append(scalar)
        }
        throw ExpressionError(column: column, message: "chuỗi thiếu dấu nháy đóng")
    }

    private mutating func takeSymbol() throws(ExpressionError) -> String {
        let first = scalars[position]
        position += 1
        if position < scalars.count, scalars[position] == "=" {
            switch first {
            case "=", "!", "<", ">":
                position += 1
                return String(first) + "="
            default: break
            }
        }
        switch first {
        case "<", ">", "+", "-", "*", "(", ")", "[", "]", ",": return String(first)
        case "=": throw ExpressionError(column: column, message: "so sánh bằng viết “==”")
        default: throw ExpressionError(column: column, message: "không hiểu ký tự “\(first)”")
        }
    }

    private mutating func accept(_ other: Token) throws(ExpressionError) -> Bool {
        guard token == other else { return false }
        try advance()
        return true
    }

    private mutating func expect(_ symbol: String) throws(ExpressionError) {
        guard try accept(.symbol(symbol)) else { throw unexpected("“\(symbol)”") }
    }

    private mutating func enter() throws(ExpressionError) {
        depth += 1
        guard depth <= Expression.maximumDepth else {
            throw ExpressionError(
                column: column, message: "biểu thức lồng quá \(Expression.maximumDepth) tầng")
        }
    }

    private mutating func parseAny() throws(ExpressionError) -> ExpressionNode {
        try enter()
        var parts = [try parseAll()]
        while try accept(.name("or")) { parts.append(try parseAll()) }
        depth -= 1
        return parts.count == 1 ? parts[0] : .any(parts)
    }

    private mutating func parseAll() throws(ExpressionError) -> ExpressionNode {
        var parts = [try parseNot()]
        while try accept(.name("and")) { parts.append(try parseNot()) }
        return parts.count == 1 ? parts[0] : .all(parts)
    }

    private mutating func parseNot() throws(ExpressionError) -> ExpressionNode {
        guard try accept(.name("not")) else { return try parseComparison() }
        try enter()
        let node = ExpressionNode.not(try parseNot())
        depth -= 1
        return node
    }

    private mutating func parseComparison() throws(ExpressionError) -> ExpressionNode {
        let left = try parseSum()
        switch token {
        case .name("in"):
            try advance()
            return .contained(left, in: try parseList())
        case .name("not"):
            try advance()
            guard try accept(.name("in")) else { throw unexpected("“in”") }
            return .not(.contained(left, in: try parseList()))
        case .symbol(let symbol):
            let comparison: ExpressionNode.Comparison
            switch symbol {
            case "==": comparison = .equal
            case "!=": comparison = .notEqual
            case "<": comparison = .less
            case "<=": comparison = .lessOrEqual
            case ">": comparison = .greater
            case ">=": comparison = .greaterOrEqual
            default: return left
            }
            try advance()
            return .compare(left, comparison, try parseSum())
        default: return left
        }
    }

    private mutating func parseList() throws(ExpressionError) -> [ExpressionNode] {
        if case .name = token { return [try parseFactor()] }
        try expect("[")
        var items: [ExpressionNode] = []
        if try accept(.symbol("]")) { return items }
        repeat {
            items.append(try parseSum())
        } while try accept(.symbol(","))
        try expect("]")
        return items
    }

    private mutating func parseSum() throws(ExpressionError) -> ExpressionNode {
        var terms = [(isNegative: false, term: try parseProduct())]
        while true {
            if try accept(.symbol("+")) {
                terms.append((false, try parseProduct()))
            } else if try accept(.symbol("-")) {
                terms.append((true, try parseProduct()))
            } else {
                return terms.count == 1 ? terms[0].term : .sum(terms)
            }
        }
    }

    private mutating func parseProduct() throws(ExpressionError) -> ExpressionNode {
        var factors = [try parseFactor()]
        while try accept(.symbol("*")) { factors.append(try parseFactor()) }
        return factors.count == 1 ? factors[0] : .product(factors)
    }

    private mutating func parseFactor() throws(ExpressionError) -> ExpressionNode {
        switch token {
        case .number(let number):
            try advance()
            return .literal(.int(number))
        case .text(let text):
            try advance()
            return .literal(.text(text))
        case .symbol("-"):
            try advance()
            try enter()
            let node = ExpressionNode.sum([(false, .literal(.int(0))), (true, try parseFactor())])
            depth -= 1
            return node
        case .symbol("("):
            try advance()
            let node = try parseAny()
            try expect(")")
            return node
        case .name(let name):
            let start = column
            try advance()
            return try parseName(name, at: start)
        default: throw unexpected("một giá trị")
        }
    }

    private mutating func parseName(
        _ name: String, at start: Int
    ) throws(ExpressionError) -> ExpressionNode {
        switch name {
        case "true": return .literal(.bool(true))
        case "false": return .literal(.bool(false))
        case "null": return .literal(.null)
        case "and", "or", "in", "not":
            throw ExpressionError(column: start, message: "cần một giá trị, gặp “\(name)”")
        default: break
        }
        guard try accept(.symbol("(")) else {
            guard !name.contains(".") else {
                throw ExpressionError(
                    column: start, message: "“\(name)” chỉ dùng được trong sum, min, max của một nhóm")
            }
            return .field(name)
        }
        if name == "today" {
            try expect(")")
            return .today
        }
        guard Self.functions.contains(name) else {
            throw ExpressionError(column: start, message: "không có hàm “\(name)”")
        }
        if ["sum", "count", "min", "max"].contains(name), let node = try parseRows(name, at: start) {
            return node
        }
        if name == "min" || name == "max" {
            var values: [ExpressionNode] = []
            repeat { values.append(try parseAny()) } while try accept(.symbol(","))
            try expect(")")
            return .choose(values, isGreatest: name == "max")
        }
        let argument = try parseAny()
        try expect(")")
        switch name {
        case "empty": return .empty(argument)
        case "length": return .length(argument)
        case "start": return .end(argument, isLast: false)
        case "end": return .end(argument, isLast: true)
        default: return .age(argument)
        }
    }

    private static let functions: Set<String> = [
        "empty", "length", "age", "sum", "count", "min", "max", "start", "end",
    ]

    /// What a function says of a repeating group; nil for `min` and `max` of values.
    private mutating func parseRows(
        _ name: String, at start: Int
    ) throws(ExpressionError) -> ExpressionNode? {
        let isOptional = name == "min" || name == "max"
        guard case .name(let target) = token else {
            if isOptional { return nil }
            throw unexpected("tên nhóm")
        }
        let parts = target.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        if isOptional, parts.count == 1 { return nil }
        try advance()
        try expect(")")
        if name == "count", parts.count == 1 { return .count(group: target) }
        if name != "count", parts.count == 2, !parts.contains("") {
            return name == "sum"
                ? .total(group: parts[0], field: parts[1])
                : .extreme(ofRows: parts[0], field: parts[1], isGreatest: name == "max")
        }
        throw ExpressionError(
            column: start,
            message:
                "viết \(name == "count" ? "count(nhóm)" : name + "(nhóm.trường)"), gặp \(name)(\(target))")
    }
}
