/// Reads one JSON text (RFC 8259) into a `JSONValue`, in time linear in its length.
///
/// Stricter than most: duplicate keys, lone surrogates, bad UTF-8, a byte order mark, anything after the
/// value and nesting deeper than 64 are errors. Strings come out in NFC, so that both sides store one
/// spelling whatever the other end sent.
struct JSONParser {
    static let maximumDepth = 64

    private let bytes: [UInt8]
    /// Where it is; after an error, where the mistake is.
    private(set) var position = 0
    private var path: [JSONKey] = []
    private let recordsPlaces: Bool
    /// The byte at which every value begins, by its JSON pointer.
    private(set) var places: [String: Int] = [:]

    init(_ bytes: [UInt8], recordsPlaces: Bool = false) {
        self.bytes = bytes
        self.recordsPlaces = recordsPlaces
    }

    mutating func parse() throws(StrictJSONError) -> JSONValue {
        let value = try parseValue()
        skipBlanks()
        guard position == bytes.count else { throw syntax("có chữ thừa sau giá trị") }
        return value
    }

    private func syntax(_ text: String) -> StrictJSONError {
        StrictJSONError(
            pointer: JSONPath.pointer(path), code: "syntax",
            message: "JSON sai ở byte \(position + 1): \(text).")
    }

    private var current: UInt8? {
        position < bytes.count ? bytes[position] : nil
    }

    private mutating func skipBlanks() {
        while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
            position += 1
        }
    }

    private mutating func take(_ byte: Unicode.Scalar) -> Bool {
        guard let current, UInt32(current) == byte.value else { return false }
        position += 1
        return true
    }

    private mutating func parseValue() throws(StrictJSONError) -> JSONValue {
        skipBlanks()
        guard let byte = current else { throw syntax("thiếu giá trị") }
        if recordsPlaces { places[JSONPath.pointer(path)] = position }
        switch byte {
        case UInt8(ascii: "{"): return try parseObject()
        case UInt8(ascii: "["): return try parseArray()
        case UInt8(ascii: "\""): return .string(try parseString())
        case UInt8(ascii: "t"): return try parseWord("true", .bool(true))
        case UInt8(ascii: "f"): return try parseWord("false", .bool(false))
        case UInt8(ascii: "n"): return try parseWord("null", .null)
        default: return try parseNumber()
        }
    }

    private mutating func parseWord(
        _ word: StaticString, _ value: JSONValue
    ) throws(StrictJSONError) -> JSONValue {
        let end = position + word.utf8CodeUnitCount
        guard end <= bytes.count,
            word.withUTF8Buffer({ $0.elementsEqual(bytes[position..<end]) })
        else { throw syntax("giá trị không hợp lệ") }
        position = end
        return value
    }

    private mutating func parseObject() throws(StrictJSONError) -> JSONValue {
        guard path.count < Self.maximumDepth else { throw syntax("lồng quá \(Self.maximumDepth) tầng") }
        position += 1
        var members: [String: JSONValue] = [:]
        skipBlanks()
        if take("}") { return .object(members) }
        while true {
            skipBlanks()
            guard current == UInt8(ascii: "\"") else { throw syntax("thiếu tên mục trong ngoặc kép") }
            let key = try parseString()
            skipBlanks()
            guard take(":") else { throw syntax("thiếu dấu hai chấm") }
            path.append(JSONKey(key))
            let value = try parseValue()
            guard members.updateValue(value, forKey: key) == nil else {
                throw StrictJSONError(
                    pointer: JSONPath.pointer(path), code: "duplicate_key",
                    message: "Mục “\(key)” có hai lần.")
            }
            path.removeLast()
            skipBlanks()
            if take(",") { continue }
            guard take("}") else { throw syntax("thiếu dấu phẩy hoặc dấu }") }
            return .object(members)
        }
    }

    private mutating func parseArray() throws(StrictJSONError) -> JSONValue {
        guard path.count < Self.maximumDepth else { throw syntax("lồng quá \(Self.maximumDepth) tầng") }
        position += 1
        var items: [JSONValue] = []
        skipBlanks()
        if take("]") { return .array(items) }
        while true {
            path.append(JSONKey(items.count))
            items.append(try parseValue())
            path.removeLast()
            skipBlanks()
            if take(",") { continue }
            guard take("]") else { throw syntax("thiếu dấu phẩy hoặc dấu ]") }
            return .array(items)
        }
    }

    private mutating func parseString() throws(StrictJSONError) -> String {
        position += 1
        let start = position
        while let byte = current, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 {
            position += 1
        }
        if current == UInt8(ascii: "\"") {
            let text = try string(bytes[start..<position])
            position += 1
            return text
        }
        var unescaped = Array(bytes[start..<position])
        while let byte = current {
            switch byte {
            case UInt8(ascii: "\""):
                let text = try string(unescaped[...])
                position += 1
                return text
            case UInt8(ascii: "\\"):
                try parseEscape(into: &unescaped)
            case 0..<0x20: throw syntax("ký tự điều khiển trong chuỗi phải viết dạng \\u")
            default:
                unescaped.append(byte)
                position += 1
            }
        }
        throw syntax("chuỗi không có dấu ngoặc kép đóng")
    }

    private func string(_ slice: ArraySlice<UInt8>) throws(StrictJSONError) -> String {
        guard let text = String(validating: slice, as: UTF8.self) else { throw syntax("không phải UTF-8") }
        return Normalization.nfc(text)
    }

    private mutating func parseEscape(into text: inout [UInt8]) throws(StrictJSONError) {
        position += 1
        guard let byte = current else { throw syntax("chuỗi bị cắt") }
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"):
            var code = try parseHex()
            if (0xD800..<0xDC00).contains(code), take("\\"), take("u") {
                let low = try parseHex()
                guard (0xDC00..<0xE000).contains(low) else { throw syntax("cặp \\u không hợp lệ") }
                code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
            }
            guard let scalar = Unicode.Scalar(code) else { throw syntax("cặp \\u không hợp lệ") }
            text.append(contentsOf: UTF8.encode(scalar) ?? .init())
        default: throw syntax("dấu \\ không hợp lệ")
        }
    }

    private mutating func parseHex() throws(StrictJSONError) -> UInt32 {
        var code: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = current, let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80
            else { throw syntax("\\u phải có bốn chữ số hệ 16") }
            code = code << 4 | UInt32(digit)
            position += 1
        }
        return code
    }

    private mutating func parseNumber() throws(StrictJSONError) -> JSONValue {
        let start = position
        _ = take("-")
        let leading = current
        let digits = skipDigits()
        guard digits > 0 else { throw syntax("giá trị không hợp lệ") }
        guard digits == 1 || leading != UInt8(ascii: "0") else { throw syntax("số thừa chữ số 0 ở đầu") }
        var isWhole = true
        if take(".") {
            isWhole = false
            guard skipDigits() > 0 else { throw syntax("số thiếu phần thập phân") }
        }
        if take("e") || take("E") {
            isWhole = false
            if !take("+") { _ = take("-") }
            guard skipDigits() > 0 else { throw syntax("số thiếu số mũ") }
        }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        if isWhole, let number = Int(text) { return .int(number) }
        guard let number = Double(text), number.isFinite else { throw syntax("số quá lớn") }
        return .double(number)
    }

    private mutating func skipDigits() -> Int {
        let start = position
        while let byte = current, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
        return position - start
    }
}
