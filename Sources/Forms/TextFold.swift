/// Search that does not ask for accents: "nguyen" finds "Nguyễn", "duong" finds "Đường".
public enum TextFold {
    /// Lower case, without marks, `đ` as `d`.
    public static func fold(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
        var result = String.UnicodeScalarView()
        for scalar in Normalization.nfd(text.lowercased()) {
            switch scalar {
            case "đ": result.append("d")
            case _ where scalar.properties.generalCategory == .nonspacingMark: continue
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    /// The words of the folded text: runs of letters and digits.
    public static func words(_ text: String) -> [Substring] {
        fold(text).split(whereSeparator: { !$0.isLetter && !$0.isNumber })
    }

    /// Whether every word of the query stands somewhere inside a word of the text. An empty query matches.
    public static func matches(_ query: String, _ text: String) -> Bool {
        let folded = fold(text)
        return fold(query).split(whereSeparator: { !$0.isLetter && !$0.isNumber })
            .allSatisfy { contains(folded.utf8, $0.utf8) }
    }

    private static func contains(_ text: some Collection<UInt8>, _ part: some Collection<UInt8>) -> Bool {
        guard let first = part.first else { return true }
        var start = text.startIndex
        while let found = text[start...].firstIndex(of: first) {
            if text[found...].starts(with: part) { return true }
            start = text.index(after: found)
        }
        return false
    }
}
