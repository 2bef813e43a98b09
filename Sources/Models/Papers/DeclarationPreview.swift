/// A declaration as plain lines of text: to look at before it is printed, to read aloud, to keep as a file.
///
/// It says all that the paper says, in its order. Boxes are `[x]` and `[ ]`, a table is a numbered list with
/// the columns' titles before the answers, so that a screen reader gives them sense.
public enum DeclarationPreview {
    /// The paper in lines of at most `width` characters (graphemes; every letter of Vietnamese is one column
    /// wide), without blanks at their ends.
    public static func lines(_ paper: DeclarationDocument, width: Int) -> [String] {
        let content = DeclarationContent(paper)
        var sheet = TextSheet(width: width)
        for mark in content.marks { sheet.centre("[\(mark.uppercased())]") }
        if let number = content.number { sheet.right(number) }
        if !sheet.lines.isEmpty { sheet.blank() }
        sheet.centre(SlipContent.nation)
        sheet.centre(SlipContent.motto)
        sheet.blank()
        for line in TextWrap.balanced(content.title, width: sheet.width) { sheet.centre(line) }
        if let code = content.codeLine { sheet.centre(code) }
        sheet.blank()
        if let addressee = content.addressee {
            let text = DeclarationContent.addressing + addressee.text
            let room = max(sheet.width - text.count - 1, 12)
            sheet.text(text + (addressee.isOpen ? " " + TextSheet.dots(room) : ""), hanging: 2)
            sheet.blank()
        }
        if let opening = content.opening { sheet.text(opening, hanging: 0) }
        add(content.blocks, to: &sheet)
        if let pledge = content.pledge {
            sheet.blank()
            sheet.text(pledge, hanging: 0)
        }
        sheet.blank()
        sheet.signatures(content.signatures)
        if !content.notes.isEmpty {
            sheet.blank()
            for note in content.notes { sheet.text("- " + note, hanging: 2) }
        }
        return sheet.lines
    }

    private static func add(_ blocks: [DeclarationBlock], to sheet: inout TextSheet) {
        for block in blocks {
            switch block {
            case .heading(let text):
                if sheet.lines.last != "" { sheet.blank() }
                sheet.text(text, hanging: 0)
            case .note(let text): sheet.text("(\(text))", hanging: 1)
            case .field(let field): add(field, to: &sheet)
            case .table(let table): add(table, to: &sheet)
            }
        }
    }

    private static func add(_ field: DeclarationField, to sheet: inout TextSheet) {
        let boxes = field.options.map { ($0.isTicked ? "[x] " : "[ ] ") + $0.label }
        let paragraphs = marked(field).map { $0.split(separator: "\n").map(String.init) } ?? []
        if boxes.isEmpty, paragraphs.isEmpty {
            sheet.field(SlipField(field.label, nil))
            for _ in 1..<max(field.blankLines, 1) { sheet.line(TextSheet.dots(sheet.width)) }
            return
        }
        let label = field.label.isEmpty ? "" : field.label + ": "
        let first = boxes + paragraphs.prefix(1)
        sheet.text(label + first.joined(separator: "   "), hanging: 2)
        for paragraph in paragraphs.dropFirst() {
            for line in TextWrap.lines(paragraph, width: sheet.width - 2) { sheet.line("  " + line) }
        }
    }

    private static func marked(_ field: DeclarationField) -> String? {
        field.value.map { $0 + (field.isWrong ? DeclarationContent.wrongMark : "") }
    }

    private static func add(_ table: DeclarationTable, to sheet: inout TextSheet) {
        for (index, row) in table.rows.enumerated() {
            let parts = zip(table.columns, row).map { column, cell in
                let mark = cell.isWrong ? DeclarationContent.wrongMark : ""
                return column.title + ": " + (cell.text.isEmpty ? "....." : cell.text + mark)
            }
            let number = "\(index + 1). "
            sheet.text(number + parts.joined(separator: "; "), hanging: number.count)
        }
    }
}
