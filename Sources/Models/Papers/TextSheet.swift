/// Lines of text in the making, each at most `width` characters where a word allows it.
struct TextSheet {
    /// Narrower than this nothing is laid out; the lines are then longer than asked for.
    private static let narrowest = 20

    let width: Int
    private(set) var lines: [String] = []

    init(width: Int) {
        self.width = max(width, Self.narrowest)
    }

    /// Without the blanks at its end.
    mutating func line(_ text: String) {
        let end = text.lastIndex { $0 != " " }
        lines.append(end.map { String(text[...$0]) } ?? "")
    }

    mutating func blank() {
        lines.append("")
    }

    mutating func centre(_ text: String) {
        for part in TextWrap.lines(text, width: width) { line(TextWrap.centred(part, width: width)) }
    }

    mutating func right(_ text: String) {
        for part in TextWrap.lines(text, width: width) {
            line(String(repeating: " ", count: max(width - part.count, 0)) + part)
        }
    }

    mutating func text(_ text: String, hanging: Int) {
        for part in TextWrap.lines(text, width: width, hanging: hanging) { line(part) }
    }

    mutating func field(_ field: SlipField) {
        let label = field.label + ": "
        guard let value = field.value else {
            text(label + Self.dots(width - label.count), hanging: 2)
            return
        }
        text(label + value, hanging: 2)
    }

    /// Two short fields on one line, below each other where it has not the room.
    mutating func pair(_ first: SlipField, _ second: SlipField) {
        func text(_ field: SlipField, _ room: Int) -> String {
            let label = field.label + ": "
            return label + (field.value ?? Self.dots(room - label.count))
        }
        let left = text(first, width / 2 - 2)
        let split = max(width / 2, left.count + 3)
        let right = text(second, width - split)
        if split + right.count <= width {
            line(left + String(repeating: " ", count: split - left.count) + right)
        } else {
            field(first)
            field(second)
        }
    }

    mutating func list(_ label: String, _ items: [String]) {
        text(label + ":", hanging: 2)
        if items.isEmpty { line(Self.dots(width)) }
        for (index, item) in items.enumerated() {
            let number = "\(index + 1). "
            text(number + item, hanging: number.count)
        }
    }

    /// Side by side; a single one at the right.
    mutating func signatures(_ signatures: [SlipSignature]) {
        let widest =
            signatures.flatMap { [$0.date ?? "", $0.title, $0.hint, $0.name ?? ""] }
            .map(\.count).max() ?? 0
        // A single one may take more than its half where a line asks for it.
        let room =
            signatures.count == 1
            ? min(max(width / 2, widest + 1), width) : width / max(signatures.count, 1)
        let texts = signatures.map { signature in
            (
                above: [signature.date ?? "", signature.title, signature.hint].filter { !$0.isEmpty }
                    .flatMap { TextWrap.lines($0, width: room - 1) },
                name: TextWrap.lines(signature.name ?? "", width: room - 1)
            )
        }
        let height = (texts.map(\.above.count).max() ?? 0) + 2
        let columns = texts.map { text in
            text.above + Array(repeating: "", count: height - text.above.count) + text.name
        }
        let left = String(repeating: " ", count: columns.count == 1 ? width - room : 0)
        for row in 0..<(columns.map(\.count).max() ?? 0) {
            let cells = columns.map { row < $0.count ? $0[row] : "" }
            line(left + cells.map { TextWrap.centred($0, width: room, padded: true) }.joined())
        }
    }

    static func dots(_ width: Int) -> String {
        String(repeating: ".", count: max(width, 3))
    }
}
