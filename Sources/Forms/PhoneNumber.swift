/// Phone numbers of Vietnam, as a contact: mobile with ten digits, landline with eleven.
public enum PhoneNumber {
    /// The number with `+84`, `84` or `0084` as `0`, and without blanks, dots, dashes and brackets; nil where
    /// something else stands in it.
    public static func normalize(_ text: String) -> String? {
        var digits = ""
        var isInternational = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case "0"..."9": digits.unicodeScalars.append(scalar)
            case "+" where digits.isEmpty && !isInternational: isInternational = true
            case " ", ".", "-", "(", ")", "\u{A0}", "\t": continue
            default: return nil
            }
        }
        if digits.hasPrefix("0084") {
            digits.removeFirst(2)
            isInternational = true
        }
        guard digits.hasPrefix("84") else { return isInternational ? nil : digits }
        let rest = digits.dropFirst(2)
        return (rest.hasPrefix("0") ? "" : "0") + rest
    }

    /// What is wrong with a number, as far as it can be told from its digits; nil for a good one.
    public static func check(_ text: String) -> FieldIssue? {
        guard let number = normalize(text) else {
            return text.contains("+") && !text.contains("+84") ? Messages.phoneStart : Messages.phoneDigits
        }
        let digits = Array(number.utf8).map { Int($0) - 48 }
        guard digits.first == 0 else { return Messages.phoneStart }
        guard digits.count >= 2 else { return Messages.phoneLength(digits.count, 10, mobile: true) }
        if digits[1] == 2 {
            return digits.count == 11 ? nil : Messages.phoneLength(digits.count, 11, mobile: false)
        }
        let isKnown =
            switch (digits[1], digits.count > 2 ? digits[2] : nil) {
            case (3, nil), (5, nil), (7, nil), (8, nil), (9, nil): true
            case (3, (2...9)?), (8, (1...9)?), (7, 0?), (7, (6...9)?), (9, (0...4)?), (9, (6...9)?): true
            case (5, 2?), (5, 5?), (5, 6?), (5, 8?), (5, 9?): true
            default: false
            }
        guard isKnown else { return Messages.phonePrefix(String(number.prefix(3))) }
        return digits.count == 10 ? nil : Messages.phoneLength(digits.count, 10, mobile: true)
    }

    /// Whether short messages reach it, as it is kept (``normalize(_:)``), masked or not.
    public static func isMobile(_ number: String) -> Bool {
        number.utf8.count == 10 && number.hasPrefix("0") && !number.hasPrefix("02")
    }
}
