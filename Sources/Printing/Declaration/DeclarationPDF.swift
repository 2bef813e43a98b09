import Models

/// A declaration as a PDF on A4.
enum DeclarationPDF {
    /// Of the body's text, in points: NĐ 30/2020/NĐ-CP, Phụ lục I asks for 13 to 14; the smaller ones are tried
    /// in turn where they spare a page.
    private static let sizes = [13, 12.5, 12]
    /// A paper of more pages is not worth setting again.
    private static let mostTried = 4
    /// Of a title repeated on every page, in characters.
    private static let runningTitle = 120

    /// The bytes of a PDF with all fonts embedded and text that can be taken out again. Its metadata names
    /// the form and the program, nobody's data.
    static func make(_ content: DeclarationContent) throws(PrintFailure) -> [UInt8] {
        let setter = try Typesetter()
        let geometry = PageGeometry.a4
        let frame = PageFrame(
            setter: setter, geometry: geometry, marks: content.marks, foot: content.number ?? "",
            isTraining: content.isTraining, numbersOnlyPage: true)
        let symbol = try content.link.map { link throws(PrintFailure) in try QRSymbol(link) }
        let head = frame.runningHead(
            [String(content.title.prefix(runningTitle)), content.codeLine ?? ""].filter { !$0.isEmpty }
                .joined(separator: " · "))
        func pages(_ size: Double) -> [[Paginator.Placed]] {
            let text = BodyText(setter: setter, size: size, width: geometry.bodyWidth)
            return Paginator.pages(
                DeclarationHeader(text: text, content: content, symbol: symbol).rows()
                    + DeclarationBody(text: text).rows(content),
                height: geometry.bodyHeight, head: head, foot: nil)
        }
        let natural = pages(sizes[0])
        let smaller = (2...mostTried).contains(natural.count) ? sizes.dropFirst() : []
        let best = smaller.lazy.map(pages).first { $0.count < natural.count } ?? natural
        let document = try PDFDocument(
            width: geometry.width, height: geometry.height, title: content.title)
        for (index, page) in best.enumerated() {
            try document.page { frame.draw(page, page: index, of: best.count, on: $0) }
        }
        return try document.finish()
    }
}
