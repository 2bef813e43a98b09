@_spi(_Unicode) import Swift

/// Unicode normal form C, without ICU.
///
/// Everything typed, scanned or received is brought to NFC once, at the edge, so that both sides compare
/// and store one spelling. Swift's own `==` on strings cannot tell the forms apart; compare
/// `unicodeScalars` where the spelling matters.
public enum Normalization {
    /// The text in NFC. Text that is ASCII is returned as it is.
    public static func nfc(_ text: String) -> String {
        guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text._nfc { result.append(scalar) }
        return String(result)
    }

    public static func isNFC(_ text: String) -> Bool {
        text.utf8.allSatisfy { $0 < 0x80 } || text._nfc.elementsEqual(text.unicodeScalars)
    }

    /// The text in NFD: each letter followed by its marks.
    static func nfd(_ text: String) -> [Unicode.Scalar] {
        Array(text._nfd)
    }
}
