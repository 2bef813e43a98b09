/// A slip as plain lines of text, to look at before it is printed.
public enum SlipPreview {
    /// Two header blocks stand side by side from this width on, in columns.
    private static let sideBySide = 64
    /// Narrower than this nothing is laid out; the lines are then longer than asked for.
    private static let narrowest = 20

    /// The slip in lines of at most `width` characters (graphemes; every letter of Vietnamese is one
    /// column wide), without blanks at their ends.
    public static func lines(_ slip: SlipDocument, width: Int) -> [String] {
        let content = SlipContent(slip)
        var sheet = Sheet(width: max(width, narrowest))
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

    private static func addHeader(_ content: SlipContent, to sheet: inout Sheet) {
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

    private static func add(_ block: SlipBlock, to sheet: inout Sheet) {
        switch block {
        case .field(let field): sheet.field(field)
        case .pair(let first, let second): addPair(first, second, to: &sheet)
        case .paragraph(let text): sheet.text(text, hanging: 0)
        case .list(let label, let items): sheet.list(label, items)
        case .papers(let label, let papers): sheet.list(label, papers.map(describe))
        case .signatures(let signatures):
            sheet.blank()
            addSignatures(signatures, to: &sheet)
        }
    }

    private static func addPair(_ first: SlipField, _ second: SlipField, to sheet: inout Sheet) {
        func text(_ field: SlipField, _ room: Int) -> String {
            let label = field.label + ": "
            return label + (field.value ?? dots(room - label.count))
        }
        let half = sheet.width / 2
        let left = text(first, half - 2)
        let split = max(half, left.count + 3)
        let right = text(second, sheet.width - split)
        if split + right.count <= sheet.width {
            sheet.line(left + String(repeating: " ", count: split - left.count) + right)
        } else {
            sheet.field(first)
            sheet.field(second)
        }
    }

    private static func addSignatures(_ signatures: [SlipSignature], to sheet: inout Sheet) {
        let half = sheet.width / 2
        let columns = signatures.map { signature in
            [signature.title, signature.hint, "", ""].flatMap { TextWrap.lines($0, width: half - 1) }
                + TextWrap.lines(signature.name ?? "", width: half - 1)
        }
        for row in 0..<(columns.map(\.count).max() ?? 0) {
            let cells = columns.map { row < $0.count ? $0[row] : "" }
            let left = cells.count > 1 ? cells[0] : ""
            sheet.line(
                TextWrap.centred(left, width: half, padded: true)
                    + TextWrap.centred(cells.last ?? "", width: sheet.width - half))
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

    private static func dots(_ width: Int) -> String {
        String(repeating: ".", count: max(width, 3))
    }

    private struct Sheet {
        let width: Int
        var lines: [String] = []

        init(width: Int) {
            self.width = width
        }

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

        mutating func text(_ text: String, hanging: Int) {
            for part in TextWrap.lines(text, width: width, hanging: hanging) { line(part) }
        }

        mutating func field(_ field: SlipField) {
            let label = field.label + ": "
            guard let value = field.value else {
                line(label + SlipPreview.dots(width - label.count))
                return
            }
            text(label + value, hanging: 2)
        }

        mutating func list(_ label: String, _ items: [String]) {
            text(label + ":", hanging: 2)
            if items.isEmpty { line(SlipPreview.dots(width)) }
            for (index, item) in items.enumerated() {
                let number = "\(index + 1). "
                text(number + item, hanging: number.count)
            }
        }
    }
}
