/// The shape of dossier codes, `{unit}-{YYMMDD or YYYYMMDD}-{4 to 7 digits}`, as TT 03/2025/TT-VPCP
/// keeps it from TT 01/2018/TT-VPCP.
///
/// The unit is written from the left (`H26.1.5`) or, in the older way, from the right (`000.00.01.H29`).
public enum DossierCodeFormat {
    public struct Parts: Hashable, Sendable {
        public var unit: String
        public var date: LocalDate
        /// As printed, with its leading zeros.
        public var number: String
    }

    /// Reads a code as it is printed; nil for anything else, also for a date that does not exist.
    public static func parse(_ text: String) -> Parts? {
        guard text.utf8.count <= 40 else { return nil }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, isUnit(parts[0]), let date = date(parts[1]), isDigits(parts[2]),
            (4...7).contains(parts[2].utf8.count)
        else { return nil }
        return Parts(unit: String(parts[0]), date: date, number: String(parts[2]))
    }

    public static func check(_ text: String) -> FieldIssue? {
        parse(text) == nil ? Messages.dossierCode : nil
    }

    /// The code that somebody reads out or types in a hurry: lower case, blanks, "chấm" and "gạch" in words,
    /// missing dashes. Nil where no code can be made of it.
    public static func spoken(_ text: String) -> String? {
        guard text.utf8.count <= 200 else { return nil }
        var words: [String] = []
        var current = ""
        for word in TextFold.fold(text).split(whereSeparator: \.isWhitespace) {
            switch word {
            case "cham": words.append(".")
            case "gach", "tru": words.append("-")
            case "ngang", "ma", "ho", "so": continue
            default: words.append(String(word))
            }
        }
        current = words.joined(separator: " ").uppercased()
        for sign in ["–", "—", "−", "_", "/"] {
            current = current.split(separator: sign).joined(separator: "-")
        }
        var tokens: [String] = []
        for token in current.split(whereSeparator: { $0 == " " || $0 == "-" || $0 == "," }) {
            // "H26 . 1 . 5": a dot joins what stands on both its sides.
            if let last = tokens.last, last.hasSuffix(".") || token.hasPrefix(".") {
                tokens[tokens.count - 1] = last + token
            } else {
                tokens.append(String(token))
            }
        }
        return candidates(tokens).first { parse($0) != nil }
    }

    private static func candidates(_ tokens: [String]) -> [String] {
        guard let last = tokens.last else { return [] }
        switch tokens.count {
        case 1: return unglued(last)
        case 2:
            let glued = [6, 8].map { length in
                tokens[0] + "-" + last.prefix(length) + "-" + last.dropFirst(length)
            }
            return glued
                + [6, 8].map { length in
                    tokens[0].dropLast(length) + "-" + tokens[0].suffix(length) + "-" + last
                }
        default:
            let head = tokens.dropLast(2).joined(separator: ".")
            return [head + "-" + tokens[tokens.count - 2] + "-" + last]
                + [6, 8].map { length in
                    tokens.dropLast().joined(separator: ".") + "-" + last.prefix(length) + "-"
                        + last.dropFirst(length)
                }
        }
    }

    /// All in one: the commonest lengths are tried first.
    private static func unglued(_ text: String) -> [String] {
        [(6, 4), (8, 7), (6, 6), (6, 7), (8, 4), (6, 5), (8, 5), (8, 6)].compactMap { date, number in
            guard text.count > date + number else { return nil }
            let head = text.dropLast(date + number)
            return head + "-" + text.dropLast(number).suffix(date) + "-" + text.suffix(number)
        }
    }

    private static func isDigits(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) }
    }

    private static func isAgency(_ text: Substring) -> Bool {
        text.utf8.count == 3 && (text.first == "G" || text.first == "H") && isDigits(text.dropFirst())
    }

    private static func isUnit(_ text: Substring) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard let first = parts.first, let last = parts.last, parts.count <= 4,
            isAgency(first) || isAgency(last)
        else { return false }
        let numbers = isAgency(first) ? parts.dropFirst() : isAgency(last) ? parts.dropLast() : []
        return numbers.count == parts.count - 1
            && numbers.allSatisfy { isDigits($0) && $0.utf8.count <= 3 }
    }

    private static func date(_ text: Substring) -> LocalDate? {
        guard isDigits(text), let number = Int(text) else { return nil }
        switch text.utf8.count {
        case 6: return LocalDate(year: 2000 + number / 10_000, month: number / 100 % 100, day: number % 100)
        case 8: return LocalDate(year: number / 10_000, month: number / 100 % 100, day: number % 100)
        default: return nil
        }
    }
}
