import CPango
import Models

/// A slip as a PDF.
enum SlipPDF {
    /// The bytes of a PDF 1.5 with all fonts embedded and text that can be taken out again. Its metadata
    /// names the form and the program, nobody's data.
    ///
    /// - Parameter contents: What comes after one another, of one kind: a slip, or labels.
    static func make(_ contents: [SlipContent], layout: SheetLayout) throws(PrintFailure) -> [UInt8] {
        let setter = try Typesetter()
        var copies: [SlipPages] = []
        for content in contents {
            let barcode = try Code128(content.code)
            let symbol = try QRSymbol(content.link)
            copies += content.copyLabels.map { label in
                SlipPages(
                    setter: setter, content: content, copyLabel: label, barcode: barcode, symbol: symbol)
            }
        }
        let sheets = sheets(copies.map { copy in (0..<copy.count).map { (copy, $0) } }, layout)
        let width = layout == .a4 ? 2 * PageGeometry.a5.width + Self.a4Rest : PageGeometry.a5.width
        let document = try PDFDocument(
            width: width, height: PageGeometry.a5.height, title: contents.first?.heading ?? "")
        for sheet in sheets {
            try document.page { canvas in
                for (side, page) in sheet.enumerated() {
                    guard let (copy, index) = page else { continue }
                    copy.draw(index, on: canvas, x: Double(side) * width / 2)
                }
                if layout == .a4 { canvas.cut(x: width / 2, height: PageGeometry.a5.height) }
            }
        }
        return try document.finish()
    }

    /// A4 is 297 mm across, one more than two A5 pages.
    private static let a4Rest = PageGeometry.millimetre

    /// What stands on each sheet, from the left. On A4 two copies go side by side, one alone fills left
    /// and right in turn.
    private static func sheets<Page>(_ copies: [[Page]], _ layout: SheetLayout) -> [[Page?]] {
        let all = copies.flatMap { $0 }
        guard layout == .a4 else { return all.map { [$0] } }
        if copies.count == 2 {
            let count = max(copies[0].count, copies[1].count)
            return (0..<count).map { index in
                copies.map { index < $0.count ? $0[index] : nil }
            }
        }
        return stride(from: 0, to: all.count, by: 2).map { index in
            [all[index], index + 1 < all.count ? all[index + 1] : nil]
        }
    }
}
