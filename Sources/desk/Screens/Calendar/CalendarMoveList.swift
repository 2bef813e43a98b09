import Forms
import Models
import TUI

/// Dossiers and tickets whose due date moves or has moved, with both dates; the step where there is room for it.
enum CalendarMoveList {
    private static let (codeColumns, dateColumns) = (24, 17)
    /// From so many columns on there is room for the step.
    private static let wide = 110

    static func draw(
        _ items: [CalendarChange.Item], into canvas: inout Canvas, area: Rect, place: ListPlace,
        _ context: ScreenContext
    ) {
        let names = max(8, area.columns - 6 - codeColumns - 2 * dateColumns)
        let step = area.columns >= wide ? min(30, names / 3) : 0
        var list = ColumnList(
            titles: [Strings.Calendar.dossier, Strings.Calendar.procedure],
            widths: [codeColumns, names - (step > 0 ? step + 1 : 0)])
        if step > 0 {
            list.titles.append(Strings.Calendar.step)
            list.widths.append(step)
        }
        list.titles += [Strings.Calendar.before, Strings.Calendar.after]
        list.widths += [dateColumns, dateColumns]
        list.draw(into: &canvas, area: area, count: items.count, place: place, context) { index in
            let item = items[index]
            return ColumnList.Row(
                texts: [item.code, item.subject.text(context.language)] + (step > 0 ? [item.stepName] : [])
                    + [item.before?.display ?? "", item.after?.display ?? ""])
        }
    }
}

extension CalendarChange.Item {
    /// What it is: the procedure of a dossier, the kind of a ticket.
    var subject: Phrase {
        isTicket == true ? Strings.Calendar.ticket(procedureName) : Phrase(vi: procedureName)
    }
}
