/// Breaks text into lines by its characters, as a person counts them.
enum TextWrap {
    /// Lines of at most `width` characters, broken at blanks; a word longer than a line is cut. All lines
    /// but the first are set in by `hanging` blanks. Empty text is one empty line. No-break spaces hold their
    /// words together where a line has the room, and come out as plain blanks.
    static func lines(_ text: String, width: Int, hanging: Int = 0) -> [String] {
        let indent = String(repeating: " ", count: min(hanging, max(width - 1, 0)))
        var lines: [String] = []
        var line = ""
        var length = 0
        func close() {
            lines.append(line)
            line = indent
            length = indent.count
        }
        var isFresh = true
        let words = text.split(separator: " ").flatMap { word in
            word.count <= width - indent.count ? [word] : word.split(separator: "\u{A0}")
        }
        for word in words {
            var rest = word
            var wordLength = rest.count
            if !isFresh {
                if length + 1 + wordLength <= width {
                    line += " "
                    length += 1
                } else {
                    close()
                }
            }
            while length + wordLength > width, width > length {
                let room = width - length
                line += rest.prefix(room)
                rest = rest.dropFirst(room)
                wordLength -= room
                close()
            }
            line += rest
            length += wordLength
            isFresh = false
        }
        lines.append(line)
        return lines.map { line in String(line.map { $0 == "\u{A0}" ? " " : $0 }) }
    }

    /// As few lines as the width allows, about equally long.
    static func balanced(_ text: String, width: Int) -> [String] {
        let widest = lines(text, width: width)
        var best = widest
        var narrower = width - 1
        while widest.count > 1, narrower > width / 2 {
            let lines = lines(text, width: narrower)
            if lines.count > widest.count { break }
            best = lines
            narrower -= 1
        }
        return best
    }

    /// The text with blanks before it so that it stands in the middle; with blanks after it too where it is
    /// to be padded to the width.
    static func centred(_ text: String, width: Int, padded: Bool = false) -> String {
        let spare = max(width - text.count, 0)
        let before = String(repeating: " ", count: spare / 2)
        return before + text + (padded ? String(repeating: " ", count: spare - spare / 2) : "")
    }
}
