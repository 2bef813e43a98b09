import Forms
import Models
import TUI

/// Draws a day's books: each way of paying on a line, what does not agree, and the work.
enum ReconciliationView {
    typealias Words = Strings.Reconciling

    /// Method, times, collected, refunded, what is left, and what the other side says.
    private static func widths(_ columns: Int) -> [Int] {
        columns < 110 ? [21, 5, 13, 12, 13, 14] : [24, 7, 20, 20, 20, 20]
    }
    /// The title of the work, the titles of its columns, and as many rows as are always seen.
    private static let leastList = 5

    static func draw(_ screen: ReconciliationScreen, into canvas: inout Canvas, _ context: ScreenContext) {
        let language = context.language
        let state: Phrase =
            screen.books.map { $0.balanced ? Words.balanced : Words.unbalanced }
            ?? (screen.isLoading ? Strings.Common.loading : Words.unknown)
        let head = ColumnList.head(into: &canvas, Words.day(screen.day.display), count: state, context)
        guard let books = screen.books else {
            let words = screen.problem ?? Strings.Common.loading
            return ColumnList.say(
                words, role: screen.problem == nil ? .dim : .error, into: &canvas, area: head, language)
        }
        let sheet = sheet(books, width: canvas.size.columns - 2, isSpoken: false, language)
        let listRows = listArea(screen, canvas.size)
        let (above, below) = head.splitTop(max(0, head.rows - listRows))
        let room = above.rows
        sheet.draw(into: &canvas, area: above.inset(columns: 1, rows: 0), offset: 0)
        if sheet.lines.count > room, room > 0 {
            // The last line says that there is more: a wider or higher window shows it, and so does plain mode.
            let more = Words.more(sheet.lines.count - room + 1).text(language)
            canvas.put(
                SafeText(more).padded(to: above.columns - 2), at: Point(1, above.row + room - 1),
                role: .warning)
        }
        drawWork(screen, into: &canvas, area: below, context)
    }

    private static func drawWork(
        _ screen: ReconciliationScreen, into canvas: inout Canvas, area: Rect, _ context: ScreenContext
    ) {
        let language = context.language
        let left = screen.work.count { !screen.drift.gone.contains($0.id) }
        let title = SafeText(Words.work(left).text(language))
        canvas.put(title, at: Point(1, area.row), role: left == 0 ? .success : .title)
        if let sign = screen.drift.sign {
            canvas.put(SafeText(sign.text(language)), at: Point(title.width + 3, area.row), role: .warning)
        }
        guard !screen.work.isEmpty else { return }
        let columns = area.columns - 2
        let fixed = [16, 19, 12]
        let list = ColumnList(
            titles: [Words.at, Words.what, Strings.Till.amount, Words.says],
            widths: fixed + [max(10, columns - fixed.reduce(0, +) - 3)])
        list.draw(
            into: &canvas, area: area.splitTop(1).rest, count: screen.work.count, place: screen.place, context
        ) { index in
            let work = screen.work[index]
            var texts = work.columns(language)
            texts[2] = SafeText(texts[2]).padded(to: 11, .right).string
            let isGone = screen.drift.gone.contains(work.id)
            if isGone { texts[1] = Words.settled.text(language) }
            return ColumnList.Row(texts: texts, role: isGone ? .dim : .text)
        }
    }

    /// The rows of the work with its titles.
    private static func listArea(_ screen: ReconciliationScreen, _ size: Size) -> Int {
        guard !screen.work.isEmpty else { return 1 }
        return min(max(leastList, size.rows / 2), screen.work.count + 2)
    }

    /// The rows that the bar can stand on.
    static func listRows(_ screen: ReconciliationScreen, _ size: Size) -> Int {
        max(1, listArea(screen, size) - 2)
    }

    // MARK: - The books, for the screen and for plain mode

    static func sheet(_ books: Reconciliation, width: Int, isSpoken: Bool, _ language: Language) -> Sheet {
        var sheet = Sheet(width: width, isSpoken: isSpoken)
        if isSpoken {
            for method in books.methods { sheet.text(Words.spoken(method).text(language)) }
        } else {
            table(books, &sheet, language)
        }
        if isSpoken { sheet.text(Words.net(Money(books.net).display).text(language), role: .money) }
        sheet.text(Words.receipts(books).text(language))
        if books.pending > 0 { sheet.text(Words.pending(books.pending).text(language), role: .warning) }
        for finding in books.findings { sheet.text("! " + finding, role: .warning) }
        if books.balanced { sheet.text(Words.agrees.text(language), role: .success) }
        return sheet
    }

    private static func table(_ books: Reconciliation, _ sheet: inout Sheet, _ language: Language) {
        let widths = widths(sheet.width)
        func line(_ cells: [String], _ roles: [Role]) {
            let runs = zip(zip(cells, widths), roles).enumerated().map { index, cell in
                let text = SafeText(cell.0.0).truncated(to: cell.0.1 - 1)
                return Sheet.Run(text.padded(to: cell.0.1, index == 0 ? .left : .right), cell.1)
            }
            sheet.add(runs)
        }
        line(
            [
                Strings.Till.method, Words.count, Words.collected, Words.refunded, Words.netColumn,
                Words.confirmed,
            ].map { $0.text(language) }, Array(repeating: .label, count: widths.count))
        for method in books.methods {
            let isOff = method.confirmed.map { $0 != method.collected } ?? false
            line(
                [
                    Strings.Till.name(method.method).text(language), "\(method.count)",
                    Money(method.collected).grouped, Money(method.refunded).grouped,
                    Money(method.net).grouped,
                    method.confirmed.map { (isOff ? "! " : "") + Money($0).grouped } ?? "–",
                ], [.text, .text, .text, .text, .money, isOff ? .warning : .text])
        }
        // The columns add up, and lines too: what was collected less what went back is what is left.
        line(
            [
                Words.all.text(language), "\(books.methods.reduce(0) { $0 + $1.count })",
                Money(books.methods.reduce(0) { $0 + $1.collected }).grouped,
                Money(books.methods.reduce(0) { $0 + $1.refunded }).grouped, Money(books.net).grouped, "",
            ], [.label, .label, .label, .label, .money, .label])
    }
}
