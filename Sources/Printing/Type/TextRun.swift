/// Text of one style within a paragraph.
struct TextRun {
    var text: String
    var style: TextStyle

    init(_ text: String, _ style: TextStyle) {
        self.text = text
        self.style = style
    }
}

extension [TextRun] {
    /// The first characters, about as many as have so many bytes, at least one, and what follows them.
    func split(after bytes: Int) -> (head: [TextRun], tail: [TextRun]) {
        var head: [TextRun] = []
        var room = bytes
        for (index, run) in enumerated() {
            guard run.text.utf8.count > room else {
                head.append(run)
                room -= run.text.utf8.count
                continue
            }
            var end = run.text.startIndex
            while end < run.text.endIndex, room > 0 || head.isEmpty && end == run.text.startIndex {
                room -= run.text[end].utf8.count
                end = run.text.index(after: end)
            }
            if end > run.text.startIndex { head.append(TextRun(String(run.text[..<end]), run.style)) }
            let tail = end < run.text.endIndex ? [TextRun(String(run.text[end...]), run.style)] : []
            return (head, tail + self[(index + 1)...])
        }
        return (head, [])
    }

    /// Without so many bytes at the beginning, as they are set: a no-break space is then one byte.
    func dropping(bytes: Int) -> [TextRun] {
        var rest = bytes
        var result: [TextRun] = []
        for run in self {
            let scalars = run.text.unicodeScalars
            var start = scalars.startIndex
            while start < scalars.endIndex, rest > 0 {
                rest -= scalars[start] == "\u{A0}" ? 1 : String(scalars[start]).utf8.count
                start = scalars.index(after: start)
            }
            if start < scalars.endIndex { result.append(TextRun(String(scalars[start...]), run.style)) }
        }
        return result
    }
}
