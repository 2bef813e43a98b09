/// Reads TOML 1.0, byte by byte; see ``TOMLValue/table(reading:)``.
struct TOMLParser {
    var bytes: [UInt8]
    var at = 0
    /// Lists and tables in one another; a file could name ever more and end the stack.
    var depth = 0
    static let deepest = 64

    init(_ text: String) {
        bytes = Array(text.utf8)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    }

    var next: UInt8? { at < bytes.count ? bytes[at] : nil }

    func failure(_ reason: String, at place: Int? = nil) -> TOMLError {
        let before = bytes[..<min(place ?? at, bytes.count)]
        let start = (before.lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
        return TOMLError(
            line: before.count { $0 == UInt8(ascii: "\n") } + 1,
            column: before[start...].count { $0 & 0xC0 != 0x80 } + 1, reason: reason)
    }

    mutating func document() throws(TOMLError) -> [String: TOMLValue] {
        var tree = TOMLTree()
        var section: [String] = []
        while true {
            try skipLines()
            guard let byte = next else { return tree.table }
            let place = at
            if byte == UInt8(ascii: "[") {
                at += 1
                let isElement = take("[")
                section = try key()
                guard take("]"), !isElement || take("]") else { throw failure("expected ']'") }
                guard tree.open(section[...], isElement: isElement) else {
                    throw failure("table '\(section.joined(separator: "."))' is defined twice", at: place)
                }
            } else {
                let key = try key()
                guard take("=") else { throw failure("expected '=' after a key") }
                skipBlanks()
                let value = try value()
                guard tree.set(key[...], in: section[...], to: value) else {
                    throw failure("key '\(key.joined(separator: "."))' is defined twice", at: place)
                }
            }
            try endLine()
        }
    }

    // MARK: - Between values

    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: scalar) else { return false }
        at += 1
        return true
    }

    mutating func take(text: StaticString) -> Bool {
        let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        guard bytes[at...].starts(with: wanted) else { return false }
        at += wanted.count
        return true
    }

    mutating func skipBlanks() {
        while let byte = next, byte == 0x20 || byte == 0x09 { at += 1 }
    }

    /// Takes one end of a line; false where there is none.
    mutating func takeBreak() -> Bool { take("\n") || take(text: "\r\n") }

    mutating func skipComment() throws(TOMLError) {
        guard next == UInt8(ascii: "#") else { return }
        while let byte = next, byte != 0x0A {
            if byte == 0x0D, at + 1 < bytes.count, bytes[at + 1] == 0x0A { return }
            guard byte >= 0x20 && byte != 0x7F || byte == 0x09 else {
                throw failure("a control character in a comment")
            }
            at += 1
        }
    }

    /// Blanks, comments and ends of lines.
    mutating func skipLines() throws(TOMLError) {
        repeat {
            skipBlanks()
            try skipComment()
        } while takeBreak()
    }

    private mutating func endLine() throws(TOMLError) {
        skipBlanks()
        try skipComment()
        guard next == nil || takeBreak() else { throw failure("expected the end of the line") }
    }

    // MARK: - Keys

    /// `a."b c".d`, with the blanks around it.
    mutating func key() throws(TOMLError) -> [String] {
        var parts: [String] = []
        repeat {
            skipBlanks()
            parts.append(try keyPart())
            skipBlanks()
        } while take(".")
        return parts
    }

    private mutating func keyPart() throws(TOMLError) -> String {
        if take("\"") { return try basicText() }
        if take("'") { return try literalText() }
        let start = at
        while let byte = next, Self.isBare(byte) { at += 1 }
        guard at > start else { throw failure("expected a key") }
        return String(decoding: bytes[start..<at], as: UTF8.self)
    }

    private static func isBare(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }

    // MARK: - Values

    mutating func value() throws(TOMLError) -> TOMLValue {
        guard depth < Self.deepest else { throw failure("too many lists in one another") }
        depth += 1
        defer { depth -= 1 }
        if take(text: "\"\"\"") { return .text(try basicText(ofLines: true)) }
        if take("\"") { return .text(try basicText()) }
        if take(text: "'''") { return .text(try literalText(ofLines: true)) }
        if take("'") { return .text(try literalText()) }
        if take("[") { return .list(try list()) }
        if take("{") { return try inlineTable() }
        return try word()
    }

    private mutating func list() throws(TOMLError) -> [TOMLValue] {
        var values: [TOMLValue] = []
        while true {
            try skipLines()
            if take("]") { return values }
            values.append(try value())
            try skipLines()
            if take("]") { return values }
            guard take(",") else { throw failure("expected ',' or ']' in a list") }
        }
    }

    private mutating func inlineTable() throws(TOMLError) -> TOMLValue {
        var tree = TOMLTree()
        skipBlanks()
        if take("}") { return tree.value }
        while true {
            skipBlanks()
            let place = at
            let key = try key()
            guard take("=") else { throw failure("expected '=' after a key") }
            skipBlanks()
            let value = try value()
            guard tree.set(key[...], to: value) else {
                throw failure("key '\(key.joined(separator: "."))' is defined twice", at: place)
            }
            skipBlanks()
            if take("}") { return tree.value }
            guard take(",") else { throw failure("expected ',' or '}' in a table") }
        }
    }

    /// A value without quotes: true, false or a number.
    private mutating func word() throws(TOMLError) -> TOMLValue {
        let start = at
        while let byte = next,
            Self.isBare(byte) || [UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: ":")].contains(byte)
        {
            at += 1
        }
        let word = String(decoding: bytes[start..<at], as: UTF8.self)
        switch word {
        case "": throw failure("expected a value")
        case "true": return .truth(true)
        case "false": return .truth(false)
        default:
            guard let number = TOMLNumber.read(word) else {
                throw failure("'\(word)' is no value that is read here", at: start)
            }
            return number
        }
    }
}
