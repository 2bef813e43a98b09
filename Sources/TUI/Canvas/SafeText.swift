/// Text that can do a terminal no harm: the only kind that a canvas, a title, a toast, a log or a message
/// after exit accepts.
///
/// Citizens, partner systems and file names supply text, and a terminal obeys what it is sent (CWE-150:
/// CVE-2021-25743, CVE-2003-0063). Making a `SafeText` turns controls, bidirectional overrides, zero-width,
/// tag, private and unassigned characters into visible marks, cuts a fifth combining mark, and shows an emoji
/// sequence as its base. Cleaning happens here and nowhere else, so that no field can be forgotten.
public struct SafeText: Sendable, Hashable {
    /// The cleaned text, one line.
    public let string: String
    /// Columns on the screen.
    public let width: Int

    /// Cleans `untrusted`. Line breaks become marks; see ``lines(_:)`` for text of several lines.
    public init(_ untrusted: String) {
        if let width = Self.plainWidth(untrusted) {
            string = untrusted
            self.width = width
        } else {
            var cleaner = TextCleaner()
            for scalar in untrusted.unicodeScalars { cleaner.take(scalar) }
            string = String(cleaner.scalars)
            width = cleaner.width
        }
    }

    private init(trusted: String, width: Int) {
        string = trusted
        self.width = width
    }

    public static let empty = SafeText(trusted: "", width: 0)

    public var isEmpty: Bool { string.isEmpty }

    /// A text of `count` blanks.
    public static func blank(_ count: Int) -> SafeText {
        SafeText(trusted: String(repeating: " ", count: max(0, count)), width: max(0, count))
    }

    public static func + (a: SafeText, b: SafeText) -> SafeText {
        SafeText(trusted: a.string + b.string, width: a.width + b.width)
    }

    public static func += (a: inout SafeText, b: SafeText) {
        a = a + b
    }

    /// Splits at line breaks, and cleans each line; tabs become blanks.
    public static func lines(_ untrusted: String) -> [SafeText] {
        // One line without any of what is looked for below, in all of its forms: most text.
        if untrusted.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0xC2 && $0 != 0xE2 }) {
            return [SafeText(untrusted)]
        }
        var lines: [SafeText] = []
        var line = String.UnicodeScalarView()
        var previous: Unicode.Scalar = " "
        for scalar in untrusted.unicodeScalars {
            defer { previous = scalar }
            switch scalar {
            case "\n" where previous == "\r": break
            case "\n", "\r", "\u{2028}", "\u{2029}", "\u{85}":
                lines.append(SafeText(String(line)))
                line = String.UnicodeScalarView()
            case "\t": line.append(" ")
            default: line.append(scalar)
            }
        }
        lines.append(SafeText(String(line)))
        return lines
    }

    /// The width where nothing has to be cleaned, else nil. Most text takes this way.
    private static func plainWidth(_ text: String) -> Int? {
        var text = text
        let ascii: Bool? = text.withUTF8 { bytes in
            bytes.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
        }
        if ascii == true { return text.utf8.count }
        var width = 0
        for scalar in text.unicodeScalars {
            let value = scalar.value
            guard value >= 0x20, value < 0x7F || DisplayWidth.isSimple(value) else { return nil }
            width += 1
        }
        return width
    }

    /// At most `columns` wide; what is longer ends in "…".
    public func truncated(to columns: Int) -> SafeText {
        if width <= columns { return self }
        if columns <= 0 { return .empty }
        return prefix(columns - 1) + SafeText(trusted: "…", width: 1)
    }

    /// The longest beginning of at most `columns`, cut without a sign.
    public func prefix(_ columns: Int) -> SafeText {
        if width <= columns { return self }
        return slice(from: 0, columns: columns)
    }

    /// What stands from column `start` on, at most `columns` wide. Of a wide glyph that is cut in half at the start a
    /// blank is left, so that all else keeps its column; at the end it is left out.
    public func slice(from start: Int, columns: Int) -> SafeText {
        var scalars = String.UnicodeScalarView()
        var at = 0
        var taken = 0
        var isTaking = false
        for scalar in string.unicodeScalars {
            let width = DisplayWidth.of(scalar)
            if width > 0 {
                isTaking = at >= start
                if isTaking {
                    if taken + width > columns { break }
                    taken += width
                } else if at + width > start, taken < columns {
                    scalars.append(" ")
                    taken += 1
                }
                at += width
            }
            if isTaking { scalars.append(scalar) }
        }
        return SafeText(trusted: String(scalars), width: taken)
    }

    /// Where the blanks of ``padded(to:_:)`` go.
    public enum Alignment: Sendable { case left, right, centre }

    /// Exactly `columns` wide: filled with blanks, or truncated.
    public func padded(to columns: Int, _ alignment: Alignment = .left) -> SafeText {
        if width >= columns { return truncated(to: columns) }
        let missing = columns - width
        switch alignment {
        case .left: return self + .blank(missing)
        case .right: return .blank(missing) + self
        case .centre: return .blank(missing / 2) + self + .blank(missing - missing / 2)
        }
    }
}

extension SafeText: ExpressibleByStringInterpolation {
    public init(stringLiteral value: String) {
        self.init(value)
    }

    public init(stringInterpolation: DefaultStringInterpolation) {
        self.init(String(stringInterpolation: stringInterpolation))
    }
}

extension SafeText: CustomStringConvertible {
    public var description: String { string }
}
