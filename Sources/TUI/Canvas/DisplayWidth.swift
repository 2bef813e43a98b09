import CNcurses

/// How many columns text takes on the terminal.
///
/// The numbers are those of libc's `wcwidth`, which ncurses uses too: two opinions about one glyph are what
/// leaves ghosts on the screen.
public enum DisplayWidth {
    /// 0 for a combining mark, 1 or 2 for what is shown, -1 for controls and unassigned scalars.
    public static func of(_ scalar: Unicode.Scalar) -> Int {
        let value = scalar.value
        if value < 0x7F { return value < 0x20 ? -1 : 1 }
        if isSimple(value) { return 1 }
        return libc(scalar)
    }

    static func libc(_ scalar: Unicode.Scalar) -> Int {
        Int(cn_width(scalar.value))
    }

    /// Columns of `text` as a canvas shows it: marks that stand for controls count one.
    public static func of(_ text: String) -> Int {
        SafeText(text).width
    }

    /// Blocks in which every scalar is one column wide; a test compares them with libc.
    static func isSimple(_ value: UInt32) -> Bool {
        switch value {
        case 0xA1...0xAC, 0xAE...0x2FF, 0x1E00...0x1EFF, 0x2500...0x257F: true
        default: false
        }
    }
}
