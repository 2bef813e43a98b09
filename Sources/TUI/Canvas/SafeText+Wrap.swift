extension SafeText {
    /// Lines of at most `columns`, broken at blanks, and inside a word only where it is longer than a line.
    /// Always at least one line; a width below 1 counts as 1.
    public func wrapped(to columns: Int) -> [SafeText] {
        let columns = max(1, columns)
        if width <= columns { return [self] }
        var lines: [SafeText] = []
        var line = SafeText.empty
        var gap = 0
        for word in string.unicodeScalars.split(separator: " ", omittingEmptySubsequences: false) {
            var word = SafeText(String(Substring(word)))
            if word.isEmpty {
                gap += 1
                continue
            }
            if line.isEmpty {
                // Blanks before the first word are an indent; after a break they are dropped.
                line = lines.isEmpty ? .blank(min(gap, columns / 2)) : .empty
            } else if line.width + gap + word.width <= columns {
                line += .blank(gap)
            } else {
                lines.append(line)
                line = .empty
            }
            while line.width + word.width > columns {
                let room = columns - line.width
                let head = word.prefix(room)
                if head.isEmpty && line.isEmpty {
                    // A wide glyph in a column of one: nothing of it can be shown.
                    word = word.slice(from: 2, columns: word.width)
                    continue
                }
                lines.append(line + head)
                word = word.slice(from: head.width, columns: word.width)
                line = .empty
            }
            line += word
            gap = 1
        }
        if !line.isEmpty || lines.isEmpty { lines.append(line) }
        return lines
    }

    /// Cleans text of several lines and wraps each.
    public static func wrapped(_ untrusted: String, to columns: Int) -> [SafeText] {
        lines(untrusted).flatMap { $0.wrapped(to: columns) }
    }
}
