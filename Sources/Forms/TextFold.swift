/// Search that does not ask for accents: "nguyen" finds "Nguyễn", "duong" finds "Đường".
public enum TextFold {
    /// Lower case, without marks, `đ` as `d`.
    public static func fold(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x41...0x5A: bytes.append(UInt8(scalar.value) | 0x20)
            case 0..<0x80: bytes.append(UInt8(scalar.value))
            case 0xC0..<0x250: bytes.append(contentsOf: latin[Int(scalar.value) - 0xC0])
            case 0x300..<0x370: continue
            case 0x1E00..<0x1F00: bytes.append(contentsOf: additional[Int(scalar.value) - 0x1E00])
            default: bytes.append(contentsOf: folded(scalar))
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let latin = (0xC0..<0x250).map { Unicode.Scalar($0).map(folded) ?? [] }
    private static let additional = (0x1E00..<0x1F00).map { Unicode.Scalar($0).map(folded) ?? [] }

    private static func folded(_ scalar: Unicode.Scalar) -> [UInt8] {
        var result = String.UnicodeScalarView()
        for part in Normalization.nfd(scalar.properties.lowercaseMapping) {
            switch part {
            case "đ": result.append("d")
            case _ where part.properties.generalCategory == .nonspacingMark: continue
            default: result.append(part)
            }
        }
        return Array(String(result).utf8)
    }

    /// The text without marks, `đ` as `d`, its case kept: for short messages and bank texts, which know no Vietnamese.
    public static func withoutMarks(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for part in Normalization.nfd(text) {
            switch part {
            case "đ": result.append("d")
            case "Đ": result.append("D")
            case _ where part.properties.generalCategory == .nonspacingMark: continue
            default: result.append(part)
            }
        }
        return String(result)
    }

    /// The words of the folded text: runs of letters and digits.
    public static func words(_ text: String) -> [Substring] {
        fold(text).split(whereSeparator: isSeparator)
    }

    /// Whether every word of the query stands somewhere inside a word of the text. An empty query matches.
    public static func matches(_ query: String, _ text: String) -> Bool {
        matches(folded: fold(query), in: fold(text))
    }

    /// The same for texts folded before: long lists fold each item once, not at every key.
    public static func matches(folded query: String, in text: String) -> Bool {
        query.split(whereSeparator: isSeparator).allSatisfy { contains(text.utf8, $0.utf8) }
    }

    private static func isSeparator(_ character: Character) -> Bool {
        !character.isLetter && !character.isNumber
    }

    private static func contains(_ text: String.UTF8View, _ part: Substring.UTF8View) -> Bool {
        text.withContiguousStorageIfAvailable { text in
            part.withContiguousStorageIfAvailable { part in
                guard let first = part.first, text.count >= part.count else { return part.isEmpty }
                for start in 0...(text.count - part.count) where text[start] == first {
                    if text[start..<start + part.count].elementsEqual(part) { return true }
                }
                return false
            } ?? false
        } ?? false
    }
}
