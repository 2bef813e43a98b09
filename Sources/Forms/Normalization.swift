@_spi(_Unicode) import Swift

/// Unicode normal form C, without ICU.
///
/// Everything typed, scanned or received is brought to NFC once, at the edge, so that both sides compare
/// and store one spelling. Swift's own `==` on strings cannot tell the forms apart; compare
/// `unicodeScalars` where the spelling matters.
public enum Normalization {
    /// The text in NFC. Ordinary Vietnamese text is recognised at a glance and returned as it is.
    public static func nfc(_ text: String) -> String {
        if text.unicodeScalars.allSatisfy(isStable) { return text }
        var result = String.UnicodeScalarView()
        for scalar in text._nfc { result.append(scalar) }
        return String(result)
    }

    public static func isNFC(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy(isStable) || text._nfc.elementsEqual(text.unicodeScalars)
    }

    /// Starters that no composition changes: Latin below the combining marks, the precomposed letters of
    /// Vietnamese, common punctuation, the đồng sign. Text of these alone is in NFC.
    static func isStable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x300, 0x1E00..<0x1F00, 0x2010..<0x2028, 0x2030..<0x203C, 0x20AB: true
        default: false
        }
    }

    /// The text in NFD: each letter followed by its marks.
    static func nfd(_ text: String) -> [Unicode.Scalar] {
        Array(text._nfd)
    }
}
