import Forms

/// A caller's number as a telephone system says it.
enum CallNumber {
    /// Its digits, `+84` as `0`; nil for what is no number. One that is none of Vietnam's is taken too: it rang.
    static func read(_ text: String) -> String? {
        let text = text.trimmed
        guard (3...32).contains(text.count) else { return nil }
        if let number = PhoneNumber.normalize(text), number.count >= 3 { return number }
        let digits = text.filter { $0.isASCII && $0.isNumber }
        let others = text.filter { !($0.isASCII && $0.isNumber) && !"+-. ()".contains($0) }
        return others.isEmpty && digits.count >= 3 ? digits : nil
    }
}
