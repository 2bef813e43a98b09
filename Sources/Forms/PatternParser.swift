/// A set of characters, as a pattern names it.
struct CharacterClass: Sendable {
    enum Member: Sendable {
        case range(ClosedRange<UInt32>)
        case digit, word, space, letter, everything
    }

    var members: [Member]
    var isNegated = false

    func contains(_ scalar: Unicode.Scalar) -> Bool {
        let found = members.contains { member in
            switch member {
            case .range(let range): range.contains(scalar.value)
            case .digit: ("0"..."9").contains(scalar)
            case .word:
                ("0"..."9").contains(scalar) || ("a"..."z").contains(scalar)
                    || ("A"..."Z").contains(scalar) || scalar == "_"
            case .space: scalar.properties.isWhitespace
            case .letter: scalar.properties.isAlphabetic
            case .everything: true
            }
        }
        return found != isNegated
    }
}

indirect enum PatternNode: Sendable {
    case characters(CharacterClass)
    case sequence([PatternNode])
    case choice([PatternNode])
    case repeated(PatternNode, least: Int, most: Int?)
}

/// Reads the subset that `Pattern` describes.
struct PatternParser {
    private let scalars: [Unicode.Scalar]
    private var position = 0
    private var depth = 0

    init(_ source: String) {
        scalars = Array(source.unicodeScalars.prefix(1001))
    }

    mutating func parse() throws(PatternError) -> PatternNode {
        guard scalars.count <= 1000 else { throw PatternError(message: "mẫu dài quá 1000 ký tự") }
        _ = take("^")
        let node = try parseChoice()
        guard position == scalars.count else { throw error("thừa “\(scalars[position])”") }
        return node
    }

    private func error(_ text: String) -> PatternError {
        PatternError(message: "mẫu sai ở cột \(position + 1): \(text)")
    }

    private var current: Unicode.Scalar? {
        position < scalars.count ? scalars[position] : nil
    }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard current == scalar else { return false }
        position += 1
        return true
    }

    private mutating func next() throws(PatternError) -> Unicode.Scalar {
        guard let scalar = current else { throw error("mẫu bị cắt") }
        position += 1
        return scalar
    }

    private mutating func parseChoice() throws(PatternError) -> PatternNode {
        depth += 1
        guard depth <= 32 else { throw error("lồng quá 32 tầng") }
        var choices = [try parseSequence()]
        while take("|") { choices.append(try parseSequence()) }
        depth -= 1
        return choices.count == 1 ? choices[0] : .choice(choices)
    }

    private mutating func parseSequence() throws(PatternError) -> PatternNode {
        var nodes: [PatternNode] = []
        while let scalar = current, scalar != "|", scalar != ")" {
            if scalar == "$", position == scalars.count - 1 {
                position += 1
                break
            }
            nodes.append(try parseRepeated())
        }
        return .sequence(nodes)
    }

    private mutating func parseRepeated() throws(PatternError) -> PatternNode {
        let node = try parseItem()
        let result: PatternNode
        if take("?") {
            result = .repeated(node, least: 0, most: 1)
        } else if take("*") {
            result = .repeated(node, least: 0, most: nil)
        } else if take("+") {
            result = .repeated(node, least: 1, most: nil)
        } else if take("{") {
            let least = try parseCount()
            var most: Int? = least
            if take(",") { most = current == "}" ? nil : try parseCount() }
            guard take("}") else { throw error("thiếu “}”") }
            guard most.map({ $0 >= least }) ?? true else { throw error("khoảng số lần bị ngược") }
            result = .repeated(node, least: least, most: most)
        } else {
            return node
        }
        if let scalar = current, ["?", "*", "+", "{"].contains(scalar) {
            throw error("hai dấu lặp liền nhau")
        }
        return result
    }

    private mutating func parseCount() throws(PatternError) -> Int {
        var count = 0
        let start = position
        while let scalar = current, ("0"..."9").contains(scalar) {
            count = count * 10 + Int(scalar.value - 48)
            position += 1
            guard count <= 255 else { throw error("số lần lặp quá 255") }
        }
        guard position > start else { throw error("thiếu số lần lặp") }
        return count
    }

    private mutating func parseItem() throws(PatternError) -> PatternNode {
        let scalar = try next()
        switch scalar {
        case "(":
            if take("?"), !take(":") { throw error("chỉ dùng được (?: )") }
            let node = try parseChoice()
            guard take(")") else { throw error("thiếu “)”") }
            return node
        case "[": return .characters(try parseClass())
        case ".": return .characters(CharacterClass(members: [.everything]))
        case "\\": return .characters(CharacterClass(members: [try parseEscape()]))
        case "?", "*", "+", "{": throw error("“\(scalar)” không đứng sau gì cả")
        case "^", "$": throw error("“\(scalar)” chỉ đứng ở đầu hoặc cuối mẫu")
        default:
            return .characters(CharacterClass(members: [.range(scalar.value...scalar.value)]))
        }
    }

    private mutating func parseEscape() throws(PatternError) -> CharacterClass.Member {
        let scalar = try next()
        switch scalar {
        case "d": return .digit
        case "w": return .word
        case "s": return .space
        case "p":
            guard take("{"), take("L"), take("}") else { throw error("chỉ biết \\p{L}") }
            return .letter
        case "a"..."z", "A"..."Z", "0"..."9": throw error("không biết \\\(scalar)")
        default: return .range(scalar.value...scalar.value)
        }
    }

    private mutating func parseClass() throws(PatternError) -> CharacterClass {
        var result = CharacterClass(members: [], isNegated: take("^"))
        repeat {
            var scalar = try next()
            if scalar == "\\" {
                let member = try parseEscape()
                guard case .range(let range) = member, let single = Unicode.Scalar(range.lowerBound)
                else {
                    result.members.append(member)
                    continue
                }
                scalar = single
            }
            guard current == "-", position + 1 < scalars.count, scalars[position + 1] != "]" else {
                result.members.append(.range(scalar.value...scalar.value))
                continue
            }
            position += 1
            var last = try next()
            if last == "\\" { last = try next() }
            guard scalar.value <= last.value else { throw error("khoảng ký tự bị ngược") }
            result.members.append(.range(scalar.value...last.value))
        } while !take("]")
        return result
    }
}
