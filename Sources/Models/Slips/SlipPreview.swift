/// A slip as plain lines of text, to look at before it is printed.
public enum SlipPreview {
    /// Two header blocks stand side by side from this width on, in columns.
    private static let sideBySide = 64

    /// The slip in lines of at most `width` characters (graphemes; every letter of Vietnamese is one
    /// column wide), without blanks at their ends.
    public static func lines(_ slip: SlipDocument, width: Int) -> [String] {
        let content = SlipContent(slip)
        var sheet = TextSheet(width: width)
        for mark in content.marks { sheet.centre("[\(mark)]") }
        if !content.marks.isEmpty { sheet.blank() }
        addHeader(content, to: &sheet)
        sheet.blank()
        for line in TextWrap.balanced(content.title, width: sheet.width) { sheet.centre(line) }
        sheet.centre(content.codeLine)
        let copies = slip.form.copyLabels.filter { !$0.isEmpty }
        if !copies.isEmpty { sheet.centre("(\(copies.joined(separator: "; ")))") }
        sheet.blank()
        for block in content.blocks { add(block, to: &sheet) }
        if !content.notes.isEmpty {
            sheet.blank()
            for note in content.notes { sheet.text("- " + note, hanging: 2) }
        }
        return sheet.lines
    }

    private static func addHeader(_ content: SlipContent, to sheet: inout TextSheet) {
        let isWide = sheet.width >= sideBySide
        let leftWidth = isWide ? (sheet.width - 2) * 44 / 100 : sheet.width
        let rightWidth = isWide ? sheet.width - 2 - leftWidth : sheet.width
        var left = TextWrap.balanced(content.authority, width: leftWidth)
        let desk = TextWrap.balanced(content.desk, width: leftWidth)
        left += desk
        left.append(rule((desk.last?.count ?? 0) / 2))
        var right = TextWrap.lines(SlipContent.nation, width: rightWidth)
        right += TextWrap.lines(SlipContent.motto, width: rightWidth)
        right.append(rule(min(SlipContent.motto.count, rightWidth)))
        let number = TextWrap.lines(content.number, width: leftWidth)
        let date = TextWrap.lines(content.placeAndDate, width: rightWidth)
        guard isWide else {
            for line in left + number + [""] + right + date { sheet.centre(line) }
            return
        }
        let rows = max(left.count, right.count)
        left += Array(repeating: "", count: rows - left.count) + number
        right += Array(repeating: "", count: rows - right.count) + date
        for row in 0..<max(left.count, right.count) {
            let leading = row < left.count ? left[row] : ""
            let trailing = row < right.count ? right[row] : ""
            sheet.line(
                TextWrap.centred(leading, width: leftWidth, padded: true) + "  "
                    + TextWrap.centred(trailing, width: rightWidth))
        }
    }

    private static func add(_ block: SlipBlock, to sheet: inout TextSheet) {
        switch block {
        case .field(let field): sheet.field(field)
        case .pair(let first, let second): sheet.pair(first, second)
        case .paragraph(let text): sheet.text(text, hanging: 0)
        case .list(let label, let items): sheet.list(label, items)
        case .papers(let label, let papers): sheet.list(label, papers.map(describe))
        case .signatures(let signatures):
            sheet.blank()
            sheet.signatures(signatures)
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

    private static func rule(_ width: Int) -> String {
        String(repeating: "─", count: max(width, 0))
    }
}
