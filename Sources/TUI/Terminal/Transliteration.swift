import Forms

/// What stands for a glyph on a terminal that shows only ASCII.
///
/// Lines become `+`, `-` and `|`, letters lose their accents, and what has no likeness becomes `?`. Only what
/// is shown changes; values stay as they are.
enum Transliteration {
    static func ascii(_ value: UInt32) -> UInt8 {
        if value < 0x7F { return UInt8(value) }
        guard let scalar = Unicode.Scalar(value) else { return UInt8(ascii: "?") }
        if let sign = signs[scalar] { return sign.value < 0x7F ? UInt8(sign.value) : 0x3F }
        switch value {
        case 0x2500, 0x2501, 0x2504, 0x2505, 0x2508, 0x2509, 0x254C, 0x254D: return UInt8(ascii: "-")
        case 0x2550: return UInt8(ascii: "=")
        case 0x2502, 0x2503, 0x2506, 0x2507, 0x250A, 0x250B, 0x2551: return UInt8(ascii: "|")
        case 0x250C...0x254B, 0x2552...0x257F: return UInt8(ascii: "+")
        case 0x2580...0x2588: return UInt8(ascii: "#")
        case 0x2589...0x259F: return UInt8(ascii: "#")
        case 0x2400...0x2421, 0xFFFD: return UInt8(ascii: "?")
        default: break
        }
        let folded = TextFold.fold(String(Character(scalar)))
        guard let first = folded.unicodeScalars.first, first.value < 0x7F, first.value >= 0x20 else {
            return UInt8(ascii: "?")
        }
        if scalar.properties.isUppercase, first.properties.isLowercase { return UInt8(first.value) - 0x20 }
        return UInt8(first.value)
    }

    private static let signs: [Unicode.Scalar: Unicode.Scalar] = [
        "…": "~", "–": "-", "—": "-", "‘": "'", "’": "'", "“": "\"", "”": "\"", "•": "*", "·": ".",
        "●": "*", "○": "o", "◐": "*", "✓": "x", "✗": "x", "▸": ">", "▾": "v", "▴": "^", "▲": "^",
        "▼": "v", "►": ">", "◄": "<", "◂": "<", "‹": "<", "›": ">", "→": ">", "←": "<", "↑": "^", "↓": "v",
        "▪": "*", "■": "#",
        "□": "o", "☐": "o", "☑": "x", "₫": "d", "×": "x", "\u{A0}": " ", "░": ".", "▒": ":", "▁": "_",
        "◌": "?", "≤": "<", "≥": ">", "§": "S", "№": "N",
    ]
}
