/// One character cell: what it shows and what that means.
///
/// Flat and small, because every frame writes thousands of them.
public struct Cell: Sendable {
    var base: UInt32 = 0x20
    /// Combining marks in order; 0 = none.
    var marks: (UInt32, UInt32, UInt32, UInt32) = (0, 0, 0, 0)
    public var role: Role
    /// Columns of the glyph; 0 for the right half of a wide one.
    var width: UInt8 = 1
    /// Explicit, so that rows can be compared as memory.
    private var padding: UInt16 = 0

    /// A blank.
    init(role: Role = .text) {
        self.role = role
    }

    init(_ scalar: Unicode.Scalar, width: Int = 1, role: Role) {
        base = scalar.value
        self.role = role
        self.width = UInt8(truncatingIfNeeded: width)
    }

    public static let blank = Cell()

    static func rightHalf(role: Role) -> Cell {
        var cell = Cell(role: role)
        cell.width = 0
        return cell
    }

    /// The right half of a wide glyph; it shows nothing itself.
    public var isContinuation: Bool { width == 0 }

    /// Adds a combining mark; a fifth one is cut.
    mutating func add(_ mark: Unicode.Scalar) {
        if marks.0 == 0 {
            marks.0 = mark.value
        } else if marks.1 == 0 {
            marks.1 = mark.value
        } else if marks.2 == 0 {
            marks.2 = mark.value
        } else if marks.3 == 0 {
            marks.3 = mark.value
        }
    }

    /// The cell's text; empty for the right half of a wide glyph.
    public var text: String {
        if isContinuation { return "" }
        var scalars = String.UnicodeScalarView()
        append(to: &scalars)
        return String(scalars)
    }

    func append(to scalars: inout String.UnicodeScalarView) {
        for value in [base, marks.0, marks.1, marks.2, marks.3] where value != 0 {
            if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
        }
    }
}

extension Cell: Hashable {
    public static func == (a: Cell, b: Cell) -> Bool {
        a.base == b.base && a.marks == b.marks && a.role == b.role && a.width == b.width
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(base)
        hasher.combine(role)
    }
}
