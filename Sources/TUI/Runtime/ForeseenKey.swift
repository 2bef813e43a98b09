/// What the next key changes first, worked out while no key was there yet: one cell at the end of a line.
///
/// A key's way through parser, actions, form and drawing is some 50,000 instructions, most of them cold after a pause:
/// longer than the whole of it in a program that does nothing but edit lines. So the cell is shown at once, and the
/// frame that follows, which is drawn as ever, finds it there; where it should not be, it is mended by that frame.
struct ForeseenKey: Equatable {
    let line: LineEnd
    /// Where the cursor stands on the grid.
    let cursor: Point
    let role: Role
    /// A character at the cursor leaves room for the cursor after it.
    let hasRoom: Bool
    /// The cell before the cursor is one that Backspace blanks.
    let hasCellBefore: Bool

    /// - Parameter canvas: the frame that is shown.
    init?(_ line: LineEnd, on canvas: Canvas) {
        guard let cursor = canvas.cursor else { return nil }
        let here = canvas[cursor]
        let next = cursor.offset(columns: 1)
        let before = cursor.offset(columns: -1)
        guard here == Cell(role: here.role) else { return nil }
        self.line = line
        self.cursor = cursor
        role = here.role
        // A line that is moved keeps its last column for the sign that there is more.
        hasRoom =
            canvas.bounds.contains(next.offset(columns: 1)) && canvas[next] == here
            && canvas[next.offset(columns: 1)] == here
        hasCellBefore =
            canvas.bounds.contains(before) && canvas[before].isSingle && canvas[before].role == here.role
            && !Self.isMoved(canvas, before: cursor, role: here.role)
    }

    /// The line begins with the sign that there is more of it: erased to its left end, it is drawn from elsewhere on.
    private static func isMoved(_ canvas: Canvas, before cursor: Point, role: Role) -> Bool {
        var first = cursor
        while first.column > 0, canvas[first.offset(columns: -1)].role == role { first.column -= 1 }
        let sign = canvas[first].text
        return [Glyphs.unicode, Glyphs.ascii].contains { $0.more.left.string == sign }
    }

    /// What a byte that came alone shows: the ASCII character, where, and where the cursor then stands; nil where that
    /// is not sure.
    func shown(for byte: UInt8) -> (character: UInt8, place: Point, cursor: Point)? {
        if byte == 0x7F {
            guard line.erases, hasCellBefore else { return nil }
            let place = cursor.offset(columns: -1)
            return (0x20, place, place)
        }
        guard let alphabet = line.alphabet, hasRoom, (0x20..<0x7F).contains(byte) else { return nil }
        let isSmall = (0x61...0x7A).contains(byte)
        let character = line.uppercase && isSmall ? byte - 0x20 : byte
        guard alphabet == .any || alphabet.accepts(Character(Unicode.Scalar(character))) else { return nil }
        return (character, cursor, cursor.offset(columns: 1))
    }
}
