/// The four ways of TOML to write a text. The opening quotes are taken.
extension TOMLParser {
    /// Between `"` and `"`, or `"""` and `"""`: with escapes.
    mutating func basicText(ofLines: Bool = false) throws(TOMLError) -> String {
        var text: [UInt8] = []
        if ofLines { _ = takeBreak() }
        while true {
            if try ends(with: UInt8(ascii: "\""), ofLines, &text) {
                return String(decoding: text, as: UTF8.self)
            }
            guard take("\\") else {
                text.append(bytes[at])
                at += 1
                continue
            }
            if ofLines, try skipsBreak() { continue }
            text.append(contentsOf: try escape().utf8)
        }
    }

    /// Between `'` and `'`, or `'''` and `'''`: as it stands.
    mutating func literalText(ofLines: Bool = false) throws(TOMLError) -> String {
        var text: [UInt8] = []
        if ofLines { _ = takeBreak() }
        while try !ends(with: UInt8(ascii: "'"), ofLines, &text) {
            text.append(bytes[at])
            at += 1
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Takes the closing quotes where they are next. Of five in a row the first two belong to a text of lines.
    private mutating func ends(with quote: UInt8, _ ofLines: Bool, _ text: inout [UInt8]) throws(TOMLError)
        -> Bool
    {
        guard let byte = next else { throw failure("a text without its closing quote") }
        if byte == quote {
            guard ofLines else {
                at += 1
                return true
            }
            var count = 0
            while count < 5, at + count < bytes.count, bytes[at + count] == quote { count += 1 }
            guard count >= 3 else { return false }
            at += count
            text.append(contentsOf: repeatElement(quote, count: count - 3))
            return true
        }
        if byte == 0x0A || byte == 0x0D {
            let isBreak = byte == 0x0A || at + 1 < bytes.count && bytes[at + 1] == 0x0A
            guard ofLines, isBreak else { throw failure("a text without its closing quote") }
            return false
        }
        guard byte >= 0x20 && byte != 0x7F || byte == 0x09 else {
            throw failure("a control character in a text")
        }
        return false
    }

    /// A backslash at a line's end takes the break and the blanks after it away.
    private mutating func skipsBreak() throws(TOMLError) -> Bool {
        let start = at
        skipBlanks()
        guard takeBreak() else {
            at = start
            return false
        }
        repeat { skipBlanks() } while takeBreak()
        return true
    }

    private mutating func escape() throws(TOMLError) -> String {
        let place = at - 1
        guard let byte = next else { throw failure("a text without its closing quote") }
        at += 1
        switch byte {
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "u"), UInt8(ascii: "U"):
            let count = byte == UInt8(ascii: "u") ? 4 : 8
            let digits = String(decoding: bytes[at..<min(at + count, bytes.count)], as: UTF8.self)
            guard digits.utf8.count == count, digits.allSatisfy({ $0.isASCII && $0.isHexDigit }),
                let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value)
            else { throw failure("an escape that is no character", at: place) }
            at += count
            return String(Character(scalar))
        default: throw failure("an unknown escape", at: place)
        }
    }
}
