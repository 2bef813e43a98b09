import Forms

/// The text of a card's QR and what happens to it on the way through a scanner.
enum CardText {
    static func isDigits(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) }
    }

    /// At most 20 visible characters, for a message.
    static func short(_ text: String) -> String {
        text.unicodeScalars.count <= 20
            ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(20))) + "…"
    }

    /// The place of the first character that no text may hold, from 1.
    static func hiddenCharacter(_ text: String) -> Int? {
        guard TextCheck.check(text) != nil else { return nil }
        let place = text.unicodeScalars.enumerated().first { TextCheck.isRefused($0.element) }
        return place.map { $0.offset + 1 } ?? text.unicodeScalars.count
    }

    /// An address without what cards leave in it: ", -" for a level that is missing, ",," for an empty one.
    static func address(_ text: String) -> String {
        var result = ""
        var pending = ""
        // A run of commas, blanks and dashes between two names is junk where it has more than one comma, or a
        // comma and then a dash.
        for character in text {
            if character == "," || character == " " || character == "\u{A0}" || character == "-" {
                pending.append(character == "\u{A0}" ? " " : character)
            } else {
                if !result.isEmpty { result += joint(pending) }
                pending = ""
                result.append(character)
            }
        }
        return result
    }

    private static func joint(_ run: String) -> String {
        guard let comma = run.firstIndex(of: ",") else {
            let dashes = run.count { $0 == "-" }
            guard run.contains(" ") else { return run }
            return dashes == 0 ? " " : " - "
        }
        if run[comma...].contains("-") { return " " }
        return run.contains(" ") ? ", " : ","
    }

    /// Letters that only a wrong character set makes: `Nguyá»…n`, `Tr?n`, `Nguy�n`.
    static func looksGarbled(_ text: String) -> Bool {
        var previous: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\u{FFFD}", "?", "»", "¿", "¼", "½", "¾", "¤", "¦", "¨", "¯", "Æ", "æ", "‘", "†", "‡", "™":
                return true
            case "º", "¡", "°", "±", "©", "£", "¢", "ª", "³", "µ", "´", "¹",
                "\u{90}"
            where previous == "á" || previous == "Ã" || previous == "Ä" || previous == "Æ":
                return true
            default: previous = scalar
            }
        }
        return false
    }

    /// Whether words stand there as Telex is typed: `Nguyeenx Vawn`, `DDuwowngf`.
    ///
    /// No Vietnamese syllable doubles these letters or ends in s, f, r, x, j. Names of the peoples do ("Ksor
    /// H'Bler"), so endings alone count only in numbers.
    static func isTelex(_ text: String) -> Bool {
        var doubled = 0
        var toned = 0
        for word in text.split(whereSeparator: { !$0.isLetter }) {
            guard word.utf8.allSatisfy({ $0 < 0x80 }), word.utf8.count >= 3 else { continue }
            let letters = Array(word.lowercased())
            if zip(letters, letters.dropFirst()).contains(where: { doubles.contains(String([$0, $1])) }) {
                doubled += 1
            } else if let last = letters.last, "sfrxj".contains(last) {
                toned += 1
            }
        }
        return doubled > 0 && doubled + toned >= 2 || toned >= 4
    }

    private static let doubles: Set<String> = ["aa", "ee", "dd", "uw", "ow", "aw"]
}
