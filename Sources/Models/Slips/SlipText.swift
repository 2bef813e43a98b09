import Forms

/// Text made fit for paper: what a citizen, a scanner or another system sent may hold anything.
public enum SlipText {
    /// Stands where a character was that must not be printed, so that its absence shows.
    static let mark: Unicode.Scalar = "□"

    /// More marks than this on one letter would be drawn across the lines above and below.
    private static let marksPerLetter = 4

    /// One line of text in NFC that can be printed as it stands.
    ///
    /// Runs of white space, line ends among them, become one blank; soft hyphens and variation selectors go.
    /// Control, bidi, zero-width, tag, private and unassigned characters become `□`, one for a run, and so
    /// do combining marks that stand on nothing or are more than four on one letter.
    public static func clean(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var pendingBlank = false
        var marks = 0
        func append(_ scalar: Unicode.Scalar) {
            if pendingBlank, !result.isEmpty { result.append(" ") }
            pendingBlank = false
            if scalar == mark, result.last == mark { return }
            result.append(scalar)
        }
        for scalar in text.unicodeScalars {
            switch Kind(scalar) {
            case .blank:
                pendingBlank = true
                marks = marksPerLetter
            case .dropped: break
            case .refused:
                append(mark)
                marks = marksPerLetter
            case .combining:
                if result.isEmpty || pendingBlank || marks >= marksPerLetter {
                    append(mark)
                    marks = marksPerLetter
                } else {
                    marks += 1
                    result.append(scalar)
                }
            case .printable:
                append(scalar)
                marks = 0
            }
        }
        return Normalization.nfc(String(result))
    }

    /// The cleaned text, or nil where nothing is left of it.
    public static func cleaned(_ text: String?) -> String? {
        guard let text else { return nil }
        let clean = clean(text)
        return clean.isEmpty ? nil : clean
    }

    /// The text's lines, each cleaned, without the empty ones.
    static func paragraphs(_ text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).compactMap { cleaned(String($0)) }
    }

    private enum Kind {
        case printable, combining, blank, dropped, refused

        init(_ scalar: Unicode.Scalar) {
            switch scalar.value {
            case 0x21...0x7E: self = .printable
            case 0x20, 0x09...0x0D, 0x85: self = .blank
            case 0xAD, 0xFE00...0xFE0F, 0xE0100...0xE01EF: self = .dropped
            // Letters by their category, but nothing is seen of them: fillers, the joiner, empty Braille.
            case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0: self = .refused
            default:
                switch scalar.properties.generalCategory {
                case .spaceSeparator, .lineSeparator, .paragraphSeparator: self = .blank
                case .control, .format, .surrogate, .privateUse, .unassigned: self = .refused
                case .nonspacingMark, .enclosingMark, .spacingMark: self = .combining
                default: self = .printable
                }
            }
        }
    }
}
