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
        // As wide as the form, which keeps its last column for a scroll bar.
        let half = area.splitLeft(area.columns - 1).left.columns([1, 1], gap: 1)
        let money = quoteLines(width: half[0].columns - 4, language)
        let date = dueLines(width: half[1].columns - 4, language)
        // The amount and the date stay in view whatever the form needs.
        let wanted = FormView.rows(of: intake.terms, columns: area.columns)
        let whole = max(money.count, date.count) + 2
        let boxRows = min(whole, max(6, area.rows - wanted))
        let (top, bottom) = area.splitTop(min(wanted, max(3, area.rows - boxRows)))
        let boxes = bottom.splitTop(boxRows).top.splitLeft(area.columns - 1).left.columns([1, 1], gap: 1)
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
        // The sum and the date stand in the titles: they never scroll away.
        let sum = quote.value.map { $0.lines.isEmpty ? "" : " " + Money(dong: $0.total).display } ?? ""
        let offset = min(boxOffset, plan.scroll)
        drawScrolled(
            Strings.Terms.quote.text(language) + sum, plan.moneyLines, offset: offset, into: &canvas,
            area: plan.money, language)
        drawScrolled(
            appointment(language), plan.dateLines, offset: offset, into: &canvas, area: plan.date, language)
        FormView.draw(intake.terms, into: &canvas, rect: plan.form, context: context, popupArea: area)
    }

    /// A box whose lines can be scrolled, and which says so at its lower edge.
    func drawScrolled(
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
        // Both marks at the lower edge: the title has what must stay in view.
        var marks: [String] = []
        if first > 0 { marks.append(Strings.Terms.moreAbove(DeskActions.keyLabel(.scrollUp)).text(language)) }
        if first + inside.rows < lines.count {
            marks.append(Strings.Terms.more(DeskActions.keyLabel(.scrollDown)).text(language))
        }
        guard !marks.isEmpty else { return }
        let text = SafeText(" \(marks.joined(separator: "  ")) ").truncated(to: area.columns - 4)
        canvas.put(text, at: Point(area.endColumn - 2 - text.width, area.endRow - 1), role: .warning)
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

    private func appointment(_ language: Language) -> String {
        guard let at = due.value?.dueAt else { return Strings.Terms.appointmentIfNow.text(language) }
        let day = Strings.Common.weekday(at.date.weekday).text(language)
        return Strings.Terms.appointmentAt("\(day), \(at.display)").text(language)
    }

    func dueLines(width: Int, _ language: Language) -> [[Sheet.Run]] {
        var sheet = Sheet(width: width)
        switch due {
        case .none: sheet.text(Strings.Procedure.notChosen.text(language), role: .dim)
        case .loading: sheet.text(Strings.Terms.quoting.text(language), role: .dim)
        case .failed(let words):
            sheet.text(Strings.Terms.appointmentFailed(words.text(language)).text(language), role: .error)
        case .ready(let preview):
            if preview.dueAt == nil { sheet.text(Strings.Dossier.noDue.text(language), role: .dim) }
            for line in preview.explanation(in: language) { sheet.text(line, role: .dim) }
        }
        return sheet.lines
    }
}
