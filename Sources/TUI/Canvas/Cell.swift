/// One character cell: what it shows and what that means.
///
/// Eight bytes, because every frame writes, copies and compares thousands of them.
public struct Cell: Sendable, Hashable {
    /// A scalar, or the number of a cluster.
    var content: UInt32 = 0x20
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
        content = scalar.value
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
