/// The numbers of TOML, stricter than Swift's: no leading zeros, underscores only between digits.
enum TOMLNumber {
    static func read(_ word: String) -> TOMLValue? {
        var digits = word[...]
        let sign = digits.first == "-" || digits.first == "+" ? digits.removeFirst() : nil
        switch digits {
        case "inf": return .number(sign == "-" ? -.infinity : .infinity)
        case "nan": return .number(.nan)
        default: break
        }
        for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] where digits.hasPrefix(prefix) {
            let digits = digits.dropFirst(2)
            guard sign == nil, let plain = plain(digits, radix: radix) else { return nil }
            return Int64(plain, radix: radix).map { .integer($0) }
        }
        let minus = sign == "-" ? "-" : ""
        if let plain = plain(digits, radix: 10) {
            guard plain == "0" || !plain.hasPrefix("0") else { return nil }
            return Int64(minus + plain).map { .integer($0) }
        }
        return decimal(digits).flatMap { Double(minus + $0) }.map { .number($0) }
    }

    /// Digits without their underscores; nil where there is anything else.
    private static func plain(_ digits: Substring, radix: Int) -> String? {
        var plain = ""
        var mayBeUnderscore = false
        for character in digits {
            if character == "_" {
                guard mayBeUnderscore else { return nil }
                mayBeUnderscore = false
                continue
            }
            guard character.isASCII, let digit = character.hexDigitValue, digit < radix else { return nil }
            plain.append(character)
            mayBeUnderscore = true
        }
        return mayBeUnderscore ? plain : nil
    }

    /// `1.5`, `1e6`, `1.5e-6` in the form that Swift reads.
    private static func decimal(_ digits: Substring) -> String? {
        let parts = digits.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "e" || $0 == "E" }
        let mantissa = parts[0].split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = plain(mantissa[0], radix: 10), whole == "0" || !whole.hasPrefix("0") else {
            return nil
        }
        var text = whole
        if mantissa.count == 2 {
            guard let fraction = plain(mantissa[1], radix: 10) else { return nil }
            text += "." + fraction
        }
        guard parts.count == 2 else { return mantissa.count == 2 ? text : nil }
        var exponent = parts[1]
        let sign = exponent.first == "-" || exponent.first == "+" ? String(exponent.removeFirst()) : ""
        guard let power = plain(exponent, radix: 10) else { return nil }
        return text + "e" + sign + power
    }
}
