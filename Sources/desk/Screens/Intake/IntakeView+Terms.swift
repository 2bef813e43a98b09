import Forms
import Models
import TUI

/// Draws page 5: the form, and below it what is to be collected and when the result is there.
extension IntakeScreen {
    /// Where things stand on page 5, and all that the two boxes have to say.
    private struct TermsPlan {
        var form: Rect
        var money: Rect
        var date: Rect
        var moneyLines: [[Sheet.Run]]
        var dateLines: [[Sheet.Run]]

        /// The rows of the longer box that have no room in it.
        var scroll: Int { max(0, max(moneyLines.count, dateLines.count) - max(0, money.rows - 2)) }
    }

    private func termsPlan(area: Rect, _ language: Language) -> TermsPlan {
        let half = area.columns([1, 1])
        let money = quoteLines(width: half[0].columns - 4, language)
        let date = dueLines(width: half[1].columns - 4, language)
        // The amount and the date stay in view whatever the form needs.
        let wanted = FormView.rows(of: intake.terms, columns: area.columns)
        let whole = max(money.count, date.count) + 2
        let boxRows = min(whole, max(6, area.rows - wanted))
        let (top, bottom) = area.splitTop(min(wanted, max(3, area.rows - boxRows)))
        let boxes = bottom.splitTop(boxRows).top.columns([1, 1])
        return TermsPlan(form: top, money: boxes[0], date: boxes[1], moneyLines: money, dateLines: date)
    }

    /// How far page 5 can be scrolled.
    func termsScroll(_ context: ScreenContext) -> Int {
        let area = Rect(origin: Point(0, 0), size: context.size).splitTop(2).rest
        return termsPlan(area: area, context.language).scroll
    }

    func drawTerms(into canvas: inout Canvas, area: Rect, _ context: ScreenContext) {
        let language = context.language
        let plan = termsPlan(area: area, language)
        // The sum stands in the title: it never scrolls away.
        let sum = quote.value.map { $0.lines.isEmpty ? "" : " " + Money(dong: $0.total).display } ?? ""
        let offset = min(termsOffset, plan.scroll)
        drawScrolled(
            Strings.Terms.quote.text(language) + sum, plan.moneyLines, offset: offset, into: &canvas,
            area: plan.money, language)
        drawScrolled(
            Strings.Terms.appointmentIfNow.text(language), plan.dateLines, offset: offset, into: &canvas,
            area: plan.date, language)
        FormView.draw(intake.terms, into: &canvas, rect: plan.form, context: context, popupArea: area)
    }

    /// A box whose lines can be scrolled, and which says so at its lower edge.
    private func drawScrolled(
        _ title: String, _ lines: [[Sheet.Run]], offset: Int, into canvas: inout Canvas, area: Rect,
        _ language: Language
    ) {
        guard area.rows >= 3 else { return }
        let inside = area.inside
        let first = max(0, min(offset, lines.count - inside.rows))
        canvas.box(area, title: SafeText(title), role: .border, titleRole: .title)
        canvas.clip(to: inside) { canvas in
            for (row, line) in lines.dropFirst(first).prefix(inside.rows).enumerated() {
                var column = inside.column + 1
                for run in line {
                    column += canvas.put(run.text, at: Point(column, inside.row + row), role: run.role)
                }
            }
        }
        func mark(_ words: Phrase, row: Int) {
            let text = SafeText(" \(words.text(language)) ")
            canvas.put(text, at: Point(area.endColumn - 2 - text.width, row), role: .warning)
        }
        if first + inside.rows < lines.count {
            mark(Strings.Terms.more(DeskActions.keyLabel(.scrollDown)), row: area.endRow - 1)
        }
        if first > 0 { mark(Strings.Terms.moreAbove(DeskActions.keyLabel(.scrollUp)), row: area.row) }
    }

    func quoteLines(width: Int, _ language: Language) -> [[Sheet.Run]] {
        var sheet = Sheet(width: width)
        switch quote {
        case .none: sheet.text(Strings.Procedure.notChosen.text(language), role: .dim)
        case .loading: sheet.text(Strings.Terms.quoting.text(language), role: .dim)
        case .failed(let words):
            sheet.text(Strings.Terms.quoteFailed(words.text(language)).text(language), role: .error)
        case .ready(let quote): QuoteLines.add(quote, to: &sheet, language)
        }
        return contradictionLines(width: width, language) + sheet.lines
    }

    private func contradictionLines(width: Int, _ language: Language) -> [[Sheet.Run]] {
        var sheet = Sheet(width: width)
        for (fee, declared) in intake.quantityContradictions {
            let field = intake.terms.definition.field(TermsForm.ID.quantity(fee.code))
            let words = Strings.Terms.declaredOther(field?.label.text(language) ?? fee.name, declared)
            sheet.text("▲ " + words.text(language), role: .warning)
        }
        return sheet.lines
    }

    func dueLines(width: Int, _ language: Language) -> [[Sheet.Run]] {
        var sheet = Sheet(width: width)
        switch due {
        case .none: sheet.text(Strings.Procedure.notChosen.text(language), role: .dim)
        case .loading: sheet.text(Strings.Terms.quoting.text(language), role: .dim)
        case .failed(let words):
            sheet.text(Strings.Terms.appointmentFailed(words.text(language)).text(language), role: .error)
        case .ready(let preview):
            if let at = preview.dueAt {
                let day = Strings.Common.weekday(at.date.weekday).text(language)
                sheet.line(.init(SafeText("\(day), \(at.display)"), .title))
            } else {
                sheet.text(Strings.Dossier.noDue.text(language), role: .dim)
            }
            for line in preview.explanation { sheet.text(line, role: .dim) }
        }
        return sheet.lines
    }
}
