/// Where the lines of a text under edit lie when it is wrapped to a width.
///
/// Every position of the cursor is in exactly one line, so that moving and drawing agree. Blanks at the end
/// of a wrapped line stay with it and may stand beyond the edge.
struct TextWrap {
    /// In characters; a line end belongs to no line.
    private(set) var lines: [Range<Int>] = []

    init(_ characters: [Character], columns: Int) {
        let columns = max(1, columns)
        var start = 0
        var width = 0
        var wordStart = 0
        var wordWidth = 0
        for (index, character) in characters.enumerated() {
            if character.isNewline {
                lines.append(start..<index)
                start = index + 1
                wordStart = start
                width = 0
                wordWidth = 0
                continue
            }
            let columnsHere = Self.width(of: character)
            if character == " " {
                width += 1
                wordStart = index + 1
                wordWidth = 0
                continue
            }
            if width + columnsHere > columns {
                if wordStart > start {
                    lines.append(start..<wordStart)
                    start = wordStart
                    width = wordWidth
                } else {
                    lines.append(start..<index)
                    start = index
                    wordStart = index
                    width = 0
                    wordWidth = 0
                }
                if width + columnsHere > columns && index > start {
                    lines.append(start..<index)
                    start = index
                    wordStart = index
                    width = 0
                    wordWidth = 0
                }
            }
            width += columnsHere
            wordWidth += columnsHere
        }
        lines.append(start..<characters.count)
    }

    /// The line that a cursor stands in. At the seam of two wrapped lines it is the later one.
    func line(of position: Int) -> Int {
        var low = 0
        var high = lines.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if lines[middle].lowerBound <= position { low = middle } else { high = middle - 1 }
        }
        return low
    }

    /// Columns of a character as a canvas shows it.
    static func width(of character: Character) -> Int {
        if character.utf8.count == 1 || character.isNewline { return 1 }
        return SafeText(String(character)).width
    }
}
