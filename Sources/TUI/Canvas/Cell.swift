/// One character cell: what it shows and what that means.
///
/// Eight bytes, because every frame writes, copies and compares thousands of them.
public struct Cell: Sendable, Hashable {
    /// A scalar, or the number of a cluster.
    var content: UInt32 = 0x20
    public var role: Role
    /// Columns of the glyph; 0 for the right half of a wide one.
    var width: UInt8 = 1
    /// The two palette colours of a pixel cell, the glyph's in the high byte and the ground's in the low one; 0 for
    /// all else, whose looks are the role's. Explicit, also so that rows can be compared as memory.
    private(set) var ink: UInt16 = 0

    /// A blank.
    init(role: Role = .text) {
        self.role = role
    }

    init(_ scalar: Unicode.Scalar, width: Int = 1, role: Role) {
        content = scalar.value
        self.role = role
        self.width = UInt8(truncatingIfNeeded: width)
    }

    /// Two pixels, one above the other, in colours of the palette from 16 on.
    init(pixel: UInt8, below: UInt8) {
        content = 0x2580
        role = .text
        ink = UInt16(pixel) << 8 | UInt16(below)
    }

    /// The colours of the upper and the lower pixel; nil for a cell of text.
    public var pixels: (above: UInt8, below: UInt8)? {
        ink == 0 ? nil : (UInt8(ink >> 8), UInt8(ink & 0xFF))
    }

    public static let blank = Cell()

    static func rightHalf(role: Role) -> Cell {
        var cell = Cell(role: role)
        cell.width = 0
        return cell
    }

    /// The right half of a wide glyph; it shows nothing itself.
    public var isContinuation: Bool { width == 0 }

    /// One column of text that is a whole glyph.
    var isSingle: Bool { width == 1 && ink == 0 }

    /// Adds a combining mark; a fifth one is cut.
    mutating func add(_ mark: Unicode.Scalar) {
        content = Clusters.adding(mark.value, to: content)
    }

    /// The cell's text; empty for the right half of a wide glyph.
    public var text: String {
        if isContinuation { return "" }
        var scalars = String.UnicodeScalarView()
        let cluster = Clusters.cluster(content)
        let marks = cluster.marks
        for value in [cluster.base, marks.0, marks.1, marks.2, marks.3] where value != 0 {
            if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
        }
        return String(scalars)
    }
}
