import Models

/// Sets the blocks of a declaration, its pledge and its signatures as rows.
struct DeclarationBody {
    let text: BodyText

    /// In characters.
    private static let keptLabel = 40
    private var gap: Double { text.size * 0.2 }
    /// Above a dotted line, which is written on by hand.
    private var room: Double { text.size * 0.35 }

    func rows(_ content: DeclarationContent) -> [Row] {
        var rows: [Row] = []
        var rest = content.blocks[...]
        while let block = rest.popFirst() {
            if case .field(let first) = block, case .field(let second)? = rest.first,
                let row = pair(first, second)
            {
                rest.removeFirst()
                add([row], gap: isOpen(first) || isOpen(second) ? room : gap, to: &rows)
                continue
            }
            switch block {
            case .heading(let words): add(text.heading(words, text.strong), gap: text.size * 0.45, to: &rows)
            case .note(let words): add(text.rows(words, text.hint), gap: gap, to: &rows)
            case .field(let field): add(self.rows(field), gap: isOpen(field) ? room : gap, to: &rows)
            case .table(let table): add(TableSetter(text: text).rows(table), gap: room, to: &rows)
            }
        }
        if let pledge = content.pledge {
            add(text.rows(pledge, text.plain, alignment: .justified), gap: room, to: &rows)
        }
        if !content.signatures.isEmpty {
            // Signatures on a page of their own could be put under anything.
            if let last = rows.indices.last { rows[last].staysWithNext = true }
            add([text.signatures(content.signatures)], gap: room * 2, to: &rows)
        }
        for note in content.notes {
            add(text.rows(note, TextStyle(size: 9, isItalic: true)), gap: room, to: &rows)
        }
        return rows
    }

    private func isOpen(_ field: DeclarationField) -> Bool {
        field.value == nil && field.options.isEmpty
    }

    private func add(_ added: [Row], gap: Double, to rows: inout [Row]) {
        var added = added
        if !added.isEmpty { added[0].gap = gap }
        rows += added
    }

    /// Two short fields on one line; nil where they are not short, or the line has not the room.
    private func pair(_ first: DeclarationField, _ second: DeclarationField) -> Row? {
        guard first.isShort, second.isShort else { return nil }
        return text.sideBySide(SlipField(first.label, value(first)), SlipField(second.label, value(second)))
    }

    private func rows(_ field: DeclarationField) -> [Row] {
        let paragraphs = (value(field) ?? "").split(separator: "\n").map(String.init)
        guard let first = paragraphs.first else {
            return text.rows(SlipField(field.label, nil), blankLines: field.blankLines)
        }
        return text.rows(SlipField(field.label, first))
            + paragraphs.dropFirst().flatMap { text.rows($0, text.plain) }
    }

    /// Boxes and what was answered; nil where neither is there.
    private func value(_ field: DeclarationField) -> String? {
        var parts = field.options.map { option in
            // A short label stays on one line with its box.
            let words = option.label.split(separator: " ")
            let label = words.joined(separator: option.label.count <= Self.keptLabel ? "\u{A0}" : " ")
            return (option.isTicked ? text.setter.tickedBox : text.setter.emptyBox) + "\u{A0}" + label
        }
        if let value = field.value {
            parts.append(value + (field.isWrong ? DeclarationContent.wrongMark : ""))
        }
        return parts.isEmpty ? nil : parts.joined(separator: "    ")
    }
}
