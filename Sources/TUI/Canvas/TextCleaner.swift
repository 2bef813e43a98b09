import Forms

/// The rules behind ``SafeText``, one scalar at a time.
struct TextCleaner {
    private(set) var scalars = String.UnicodeScalarView()
    private(set) var width = 0
    private var marks = 0
    private var baseWidth = 0
    private var joined = false

    /// Stands for what must not reach the terminal and has no picture of its own.
    static let mark: Unicode.Scalar = "\u{FFFD}"
    /// Carries a combining mark that has no base.
    static let dottedCircle: Unicode.Scalar = "\u{25CC}"

    mutating func take(_ scalar: Unicode.Scalar) {
        let value = scalar.value
        if value < 0x20 { return put(Unicode.Scalar(0x2400 + value) ?? Self.mark, 1) }
        if value < 0x7F { return put(scalar, 1) }
        if value == 0x7F { return put("\u{2421}", 1) }
        if HiddenCharacter.isVariationSelector(scalar) { return }
        if value == 0x200D && baseWidth == 2 {
            joined = true
            return
        }
        // The rest of an emoji sequence: cchar_t cannot hold it, so the base stands for the whole.
        if baseWidth == 2 && (joined && isPictographic(value) || (0x1F3FB...0x1F3FF).contains(value)) {
            joined = false
            return
        }
        joined = false
        if HiddenCharacter.contains(scalar) { return put(Self.mark, 1) }
        let columns = DisplayWidth.of(scalar)
        if columns < 0 { return put(Self.mark, 1) }
        if columns > 0 { return put(scalar, columns) }
        if baseWidth == 0 { put(Self.dottedCircle, 1) }
        if marks < 4 {
            marks += 1
            scalars.append(scalar)
        }
    }

    private mutating func put(_ scalar: Unicode.Scalar, _ columns: Int) {
        scalars.append(scalar)
        width += columns
        baseWidth = columns
        marks = 0
        joined = false
    }

    private func isPictographic(_ value: UInt32) -> Bool {
        (0x2190...0x2BFF).contains(value) || (0x1F000...0x1FAFF).contains(value)
    }
}
