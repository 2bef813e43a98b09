/// A register as plain lines of text: a numbered list, with the columns' titles before what stands in them.
public enum RegisterPreview {
    /// The register in lines of at most `width` characters, without blanks at their ends.
    public static func lines(_ register: RegisterDocument, width: Int) -> [String] {
        lines(RegisterContent(register), width: width)
    }

    /// The same for anything in a register's frame.
    public static func lines(_ content: RegisterContent, width: Int) -> [String] {
        var sheet = TextSheet(width: width)
        for mark in content.marks { sheet.centre("[\(mark)]") }
        if !content.marks.isEmpty { sheet.blank() }
        sheet.issuer(
            authority: content.authority, desk: content.desk, number: "", placeAndDate: content.placeAndDate)
        sheet.blank()
        sheet.centre(content.title)
        sheet.centre(content.period)
        sheet.blank()
        for (index, row) in content.table.rows.enumerated() {
            let parts = zip(content.table.titles, row).filter { !$0.1.isEmpty }.map { title, cell in
                title + ": " + cell.split(separator: "\n").joined(separator: ", ")
            }
            let isSum = index >= content.table.rows.count - content.sums
            let number = isSum ? "" : "\(content.numbers?[index] ?? index + 1). "
            sheet.text(number + parts.joined(separator: "; "), hanging: number.count)
        }
        if !content.table.rows.isEmpty { sheet.blank() }
        sheet.text(content.count, hanging: 0)
        for note in content.notes { sheet.text(note, hanging: 0) }
        sheet.blank()
        sheet.signatures(content.signatures)
        return sheet.lines
    }
}
