import Models

/// A register as a PDF on A4 across.
enum RegisterPDF {
    /// Of the body's text, in points; the table's is smaller.
    private static let size = 11.0

    /// The bytes of a PDF with all fonts embedded and text that can be taken out again. Its metadata names the form
    /// and the program, nobody's data.
    static func make(_ content: RegisterContent) throws(PrintFailure) -> [UInt8] {
        let setter = try Typesetter()
        let geometry = PageGeometry.a4Across
        let text = BodyText(setter: setter, size: size, width: geometry.bodyWidth)
        let frame = PageFrame(
            setter: setter, geometry: geometry, marks: content.marks,
            foot: content.form.map(Words.formNumber) ?? content.period, isTraining: content.isTraining,
            numbersOnlyPage: true)
        let head = frame.runningHead([content.title, content.period].joined(separator: " · "))
        let pages = Paginator.pages(
            rows(content, text), height: geometry.bodyHeight, head: head, foot: nil)
        let document = try PDFDocument(
            width: geometry.width, height: geometry.height, title: content.title)
        for (index, page) in pages.enumerated() {
            try document.page { frame.draw(page, page: index, of: pages.count, on: $0) }
        }
        return try document.finish()
    }

    private static func rows(_ content: RegisterContent, _ text: BodyText) -> [Row] {
        var rows = [
            IssuerBlock(
                setter: text.setter, width: text.width, largest: 12, authority: content.authority,
                desk: content.desk, number: "", placeAndDate: content.placeAndDate
            ).row()
        ]
        rows += centred(content.title, TextStyle(size: 14, isBold: true), text, gap: 12)
        rows += centred(content.period, TextStyle(size: size, isItalic: true), text, gap: 2)
        for index in rows.indices { rows[index].staysWithNext = true }
        var table = TableSetter(text: text).rows(
            DeclarationTable(content.table), numbers: content.numbers, sums: content.sums,
            amounts: content.amounts)
        if !table.isEmpty { table[0].gap = 8 }
        rows += table
        var count = text.rows(content.count, text.plain)
        if !count.isEmpty { count[0].gap = 8 }
        for note in content.notes { count += text.rows(note, TextStyle(size: size - 2, isItalic: true)) }
        // Signatures on a page of their own could be put under anything.
        for index in count.indices { count[index].staysWithNext = true }
        return rows + count + [text.signatures(content.signatures)]
    }

    private static func centred(
        _ words: String, _ style: TextStyle, _ text: BodyText, gap: Double
    ) -> [Row] {
        text.setter.lines(words, style, width: text.width, alignment: .centre).enumerated().map {
            index, line in
            Row(gap: index == 0 ? gap : 0, height: line.height) { canvas, x, y in
                canvas.draw(line, x: x, y: y)
            }
        }
    }
}
