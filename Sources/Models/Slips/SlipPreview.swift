/// A slip as plain lines of text, to look at before it is printed.
public enum SlipPreview {
    /// The slip in lines of at most `width` characters (graphemes; every letter of Vietnamese is one
    /// column wide), without blanks at their ends.
    public static func lines(_ slip: SlipDocument, width: Int) -> [String] {
        lines(SlipContent(slip), width: width)
    }

    /// The same for anything in a slip's frame.
    public static func lines(_ content: SlipContent, width: Int) -> [String] {
        var sheet = TextSheet(width: width)
        for mark in content.marks { sheet.centre("[\(mark)]") }
        if !content.marks.isEmpty { sheet.blank() }
        sheet.issuer(
            authority: content.authority, desk: content.desk, number: content.number,
            placeAndDate: content.placeAndDate)
        sheet.blank()
        for line in TextWrap.balanced(content.title, width: sheet.width) { sheet.centre(line) }
        sheet.centre(content.codeLine)
        let copies = content.copyLabels.filter { !$0.isEmpty }
        if !copies.isEmpty { sheet.centre("(\(copies.joined(separator: "; ")))") }
        sheet.blank()
        for block in content.blocks { add(block, to: &sheet) }
        if !content.notes.isEmpty {
            sheet.blank()
            for note in content.notes { sheet.text("- " + note, hanging: 2) }
        }
        return sheet.lines
    }

    private static func add(_ block: SlipBlock, to sheet: inout TextSheet) {
        switch block {
        case .field(let field): sheet.field(field)
        case .pair(let first, let second): sheet.pair(first, second)
        case .paragraph(let text): sheet.text(text, hanging: 0)
        case .list(let label, let items): sheet.list(label, items)
        case .papers(let label, let papers): sheet.list(label, papers.map(describe))
        case .table(let table): add(table, to: &sheet)
        case .signatures(let signatures):
            sheet.blank()
            sheet.signatures(signatures)
        }
    }

    /// A numbered list, with the columns' titles before the entries, so that a screen reader gives them sense.
    private static func add(_ table: SlipTable, to sheet: inout TextSheet) {
        for (index, row) in table.rows.enumerated() {
            sheet.blank()
            sheet.line("\(index + 1).")
            for (title, cell) in zip(table.titles, row) {
                let lines = cell.split(separator: "\n").map(String.init)
                sheet.text("\(title): \(lines.first ?? ".....")", hanging: 2)
                for part in lines.dropFirst() {
                    for line in TextWrap.lines(part, width: sheet.width - 2) { sheet.line("  " + line) }
                }
            }
        }
    }

    private static func describe(_ paper: SlipPaper) -> String {
        var parts: [String] = []
        if paper.originals > 0 { parts.append("\(paper.originals) bản chính") }
        if paper.copies > 0 { parts.append("\(paper.copies) bản sao") }
        var detail = parts.joined(separator: ", ")
        if let note = paper.note { detail += (detail.isEmpty ? "" : "; ") + note }
        return detail.isEmpty ? paper.name : "\(paper.name) (\(detail))"
    }
}
