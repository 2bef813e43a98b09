import Forms
import Models

/// The words of what is typed into the search box: those of a name, without accents, and the parts of a code.
enum DossierWords {
    /// The words of a text or a query, folded; the dots of a unit's code stay.
    static func split(_ text: String) -> [String] {
        TextFold.fold(text).split { !($0.isLetter || $0.isNumber || $0 == ".") }
            .map { String($0.drop { $0 == "." }) }.filter { !$0.isEmpty }
    }

    /// The day and the number of a code without its unit: "261127-0003", "261127 3", "261127.00", "2611270003". Nil for
    /// anything else, as for ten digits that begin with no day of this century.
    static func shortCode(_ text: String) -> [String]? {
        let parts = text.split { $0.isWhitespace || $0 == "-" || $0 == "." || $0 == "/" }.map(String.init)
        let digits = parts.joined()
        guard let first = parts.first, digits.utf8.allSatisfy({ (48...57).contains($0) }),
            first.utf8.count == 6 && parts.count == 2 && parts[1].utf8.count < 8
                || parts.count == 1 && first.utf8.count == 10
        else { return nil }
        let (day, number) = (String(digits.prefix(6)), String(digits.dropFirst(6)))
        let (month, date) = (day.dropFirst(2).prefix(2), day.suffix(2))
        guard LocalDate(iso: "20\(day.prefix(2))-\(month)-\(date)") != nil else { return nil }
        return [day, number]
    }
}
