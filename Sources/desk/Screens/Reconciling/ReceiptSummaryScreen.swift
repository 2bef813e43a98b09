import APIClient
import Forms
import Models
import TUI

/// A day's receipts as the tax authority has them the same day (form 01/TH-BLĐT): looked at, saved as XML or as a table,
/// and printed.
struct ReceiptSummaryScreen: Screen {
    enum Message: Sendable {
        case loaded(Result<ReceiptSummary, APIError>)
        case saved(TableFile.Outcome)
        case printed(Result<SlipPrinter.Outcome, SlipPrinter.Failure>)
    }

    let desk: Desk
    let day: LocalDate
    private(set) var summary: ReceiptSummary?
    private var problem: Phrase?
    private var isWorking = false
    private var offset = 0

    init(desk: Desk, day: LocalDate) {
        self.desk = desk
        self.day = day
    }

    var title: SafeText { desk.title(Strings.Reconciling.summaryTitle) }
    var scopes: [String] { ["receipt_summary"] }
    var wheelIsArrows: Bool { true }
    func enabled(_ action: ActionID) -> Bool {
        switch action {
        case .saveSummaryXML, .saveSummaryTable, .printSummary: summary != nil && !isWorking
        default: true
        }
    }

    mutating func start(_ context: ScreenContext) -> [Effect<Message>] { [load()] }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .action(.saveSummaryXML): return [save("xml")]
        case .action(.saveSummaryTable): return [save("csv")]
        case .action(.printSummary):
            guard let summary, let me = desk.me else { return [] }
            isWorking = true
            let (printer, paper) = (desk.printer, ReceiptSummaryDocument(summary, desk, me))
            return [.run(id: "print") { .printed(await printer.print(paper)) }]
        case .action(.refreshSummary): return [load()]
        case .action(.closeSummary): return [.pop()]
        case .message(.loaded(.success(let summary))):
            (self.summary, problem) = (summary, nil)
            return []
        case .message(.loaded(.failure(let error))):
            problem = error.words
            return error == .unauthorised ? [.push(LoginScreen.again(desk))] : [.bell]
        case .message(.saved(let outcome)):
            isWorking = false
            return Effect.told(outcome, desk, context.language)
        case .message(.printed(let result)):
            isWorking = false
            return Effect.told(result, context.language)
        case .input(.key(let key)):
            let rows = max(1, context.size.rows - 1)
            offset = sheet(context).scrolled(offset, by: key, rows: rows)
            return []
        case .resumed(let result):
            return result as? LoginResult == .other ? [.popToRoot] : [load()]
        case .input, .action, .hangup: return []
        }
    }

    private func load() -> Effect<Message> {
        let (desk, day) = (desk, day)
        return .run(id: "load") {
            .loaded(
                await desk.ask { client throws(APIError) in try await client.receiptSummary(day: day) })
        }
    }

    private mutating func save(_ format: String) -> Effect<Message> {
        isWorking = true
        let (desk, day) = (desk, day)
        return .run(id: "save") { .saved(await desk.saveReceiptSummary(of: day, as: format)) }
    }

    // MARK: - Drawing

    private func sheet(_ context: ScreenContext) -> Sheet {
        guard let summary else { return Sheet(width: context.size.columns - 3) }
        return Self.sheet(summary, width: context.size.columns - 3, isSpoken: false, context.language)
    }

    static func sheet(_ summary: ReceiptSummary, width: Int, isSpoken: Bool, _ language: Language) -> Sheet {
        var sheet = Sheet(width: width, isSpoken: isSpoken)
        func label(_ phrase: Phrase) -> SafeText { SafeText(phrase.text(language)) }
        typealias Words = Strings.Reconciling
        sheet.pair(label(Words.unit), summary.unit.name)
        for row in summary.rows {
            sheet.section(SafeText(row.template + ", " + row.symbol))
            let numbers = SlipContent.receiptNumber(row.first) + " – " + SlipContent.receiptNumber(row.last)
            sheet.pair(label(Words.numbers), numbers)
            sheet.pair(label(Words.issued), "\(row.issued)")
            sheet.pair(label(Words.voided), "\(row.voided)", role: row.voided == 0 ? .text : .warning)
            sheet.pair(label(Words.phi), Money(row.phi).display, role: .money)
            sheet.pair(label(Words.lePhi), Money(row.lePhi).display, role: .money)
            sheet.pair(label(Words.sum), Money(row.amount).display, role: .money)
        }
        func tellEarlier() {
            guard let earlier = summary.earlier else { return }
            sheet.pair(
                label(Words.voidedEarlier),
                Words.earlier(earlier.count, Money(-earlier.amount).display).text(language), role: .warning)
            sheet.pair(label(Words.left), Money(summary.net).display, role: .money)
        }
        guard !summary.rows.isEmpty else {
            sheet.blank()
            sheet.text(Words.noReceipts.text(language), role: .dim)
            tellEarlier()
            return sheet
        }
        sheet.section(label(Words.all))
        sheet.pair(label(Words.issued), "\(summary.issued)")
        sheet.pair(label(Words.voided), "\(summary.voided)")
        sheet.pair(label(Words.sum), Money(summary.amount).display, role: .money)
        tellEarlier()
        sheet.text(Words.unsigned.text(language), role: .dim)
        return sheet
    }

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        let area = ColumnList.head(
            into: &canvas, Strings.Reconciling.summary(day.display),
            count: summary == nil ? Strings.Common.loading : Strings.Reconciling.form, context)
        guard summary != nil else {
            let words = problem ?? Strings.Common.loading
            return ColumnList.say(
                words, role: problem == nil ? .dim : .error, into: &canvas, area: area, context.language)
        }
        let sheet = sheet(context)
        sheet.draw(into: &canvas, area: area.inset(columns: 1, rows: 0), offset: offset)
        ScrollBar.draw(
            into: &canvas, area: Rect(column: area.endColumn - 1, row: area.row, columns: 1, rows: area.rows),
            total: sheet.lines.count, first: sheet.clamped(offset, rows: area.rows), role: .border,
            glyphs: Glyphs.of(context))
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        if let problem { return MessageLine(SafeText(problem.text(context.language)), role: .error) }
        let words = isWorking ? Strings.Figures.saving : Strings.Reconciling.sameDay
        return MessageLine(SafeText(words.text(context.language)))
    }
}
