/// One character cell: what it shows and what that means.
public struct Cell: Hashable, Sendable {
    public var glyph: Glyph
    public var role: Role
    /// The right half of a wide glyph; it shows nothing itself.
    public var isContinuation: Bool

    public init(_ glyph: Glyph = Glyph(" "), role: Role = .text, isContinuation: Bool = false) {
        self.glyph = glyph
        self.role = role
        self.isContinuation = isContinuation
    }

    public static let blank = Cell()

    /// The cell's text; empty for the right half of a wide glyph.
    public var text: String {
        if isContinuation { return "" }
        var scalars = String.UnicodeScalarView()
        glyph.append(to: &scalars)
        return String(scalars)
    }
}
