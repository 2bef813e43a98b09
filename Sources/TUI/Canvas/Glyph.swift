/// What one cell can show: a base scalar and at most four combining marks, the limit of ncurses' `cchar_t`.
public struct Glyph: Hashable, Sendable {
    public var base: Unicode.Scalar
    /// Combining marks in order; 0 = none.
    var marks: (UInt32, UInt32, UInt32, UInt32) = (0, 0, 0, 0)
    /// Columns: 1 or 2.
    public var width: Int

    public init(_ base: Unicode.Scalar, width: Int = 1) {
        self.base = base
        self.width = width
    }

    /// Adds a combining mark; false where the cell is full, and the mark is then cut.
    @discardableResult
    mutating func add(_ mark: Unicode.Scalar) -> Bool {
        if marks.0 == 0 {
            marks.0 = mark.value
        } else if marks.1 == 0 {
            marks.1 = mark.value
        } else if marks.2 == 0 {
            marks.2 = mark.value
        } else if marks.3 == 0 {
            marks.3 = mark.value
        } else {
            return false
        }
        return true
    }

    public static func == (a: Glyph, b: Glyph) -> Bool {
        a.base == b.base && a.width == b.width && a.marks == b.marks
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(base)
        hasher.combine(marks.0)
        hasher.combine(marks.1)
    }

    func append(to scalars: inout String.UnicodeScalarView) {
        scalars.append(base)
        for mark in [marks.0, marks.1, marks.2, marks.3] where mark != 0 {
            if let scalar = Unicode.Scalar(mark) { scalars.append(scalar) }
        }
    }
}
