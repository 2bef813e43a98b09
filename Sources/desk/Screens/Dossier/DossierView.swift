import Forms
import Models
import TUI

/// Draws a dossier's page: head, clock, what was done last, the sheet, and the acts beside or below it.
extension DossierScreen {
    /// Where the parts of the page stand.
    struct Layout {
        var head: Rect
        var sheet: Rect
        var panel: Rect
    }

    /// From so many columns on the acts stand beside the sheet.
    private static let wide = 120
    private static let panelColumns = 36

    func layout(_ size: Size) -> Layout {
        let all = Rect(column: 1, row: 0, columns: size.columns - 2, rows: size.rows)
        let headRows = min(size.rows / 2, 4 + doneLines(all.columns).count)
        let (head, rest) = all.splitTop(headRows)
        let panel = ActPanel(options: options, isForReading: isForReading)
        if size.columns >= Self.wide {
            let (sheet, right) = rest.splitRight(Self.panelColumns, gap: 2)
            return Layout(head: head, sheet: sheet, panel: right)
        }
        // The sheet has at least half of the room: the acts that don't fit are few, and dim.
        let rows = min(panel.rows(columns: rest.columns, desk.language), rest.rows / 2)
        let (sheet, bottom) = rest.splitBottom(rows)
        return Layout(head: head, sheet: sheet, panel: bottom)
    }

    /// What was done, with the key that prints its paper, in as many rows as it takes.
    private func doneLines(_ columns: Int) -> [SafeText] {
        guard let standing else { return [] }
        let language = desk.language
        var words = standing.words.text(language)
        if !standing.forms.isEmpty {
            words += " " + Strings.Act.printHint(standing.forms.joined(separator: ", ")).text(language) + "."
        }
        return SafeText.wrapped(words, to: columns - 2)
    }

    func sheet(_ context: ScreenContext) -> Sheet? {
        guard let dossier else { return nil }
        // The form may have gone on to another version; labels of fields that are the same still hold.
        return DossierSheet(
            dossier: dossier, events: events, form: form, names: names, clock: clock,
            limit: limit, now: Instant(seconds: context.now), language: context.language
        ).sheet(width: min(layout(context.size).sheet.columns - 1, 110), isPage: true)
    }

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        guard let dossier, let sheet = sheet(context) else {
            let words =
                problem ?? SlowServer.words(since: openedAt, now: context.now) ?? Strings.Common.loading
            canvas.put(SafeText(code), at: Point(1, 0), role: .title)
            for (row, line) in SafeText.wrapped(words.text(context.language), to: canvas.size.columns - 4)
                .enumerated()
            {
                canvas.put(line, at: Point(2, 2 + row), role: problem == nil ? .dim : .error)
            }
            return
        }
        let layout = layout(context.size)
        canvas.clip(to: layout.head) { drawHead(dossier, into: &$0, area: layout.head, context) }
        let area = layout.sheet
        let first = sheet.clamped(offset, rows: area.rows)
        sheet.draw(into: &canvas, area: area, offset: first)
        let bar = Rect(column: area.endColumn, row: area.row, columns: 1, rows: area.rows)
        ScrollBar.draw(
            into: &canvas, area: bar, total: sheet.lines.count, first: first, role: .border,
            glyphs: Glyphs.of(context))
        canvas.clip(to: layout.panel) {
            ActPanel(options: options, isForReading: isForReading).draw(
                into: &$0, area: layout.panel, context)
        }
        dialog?.draw(into: &canvas, bounds: canvas.bounds, context: context)
    }

    private func drawHead(
        _ dossier: Dossier, into canvas: inout Canvas, area: Rect, _ context: ScreenContext
    ) {
        let language = context.language
        func put(_ text: SafeText, _ row: Int, _ role: Role = .text) {
            canvas.put(text.truncated(to: area.columns), at: area.origin.offset(rows: row), role: role)
        }
        var room = area.columns
        if let trail {
            let place = SafeText(
                Strings.Act.ofQueue(trail.index + 1, trail.stops.count).text(language))
            room -= place.width + 2
            canvas.put(place, at: Point(area.endColumn - place.width, area.row), role: .dim)
        }
        var column = area.column
        let step = dossier.stepName == dossier.statusName ? "" : dossier.stepName
        for (text, role) in [
            (dossier.code, Role.title), (dossier.statusTitle.text(language), dossier.statusRole),
            (step, .dim),
        ] {
            let text = SafeText(text).truncated(to: max(0, area.column + room - column))
            column += canvas.put(text, at: Point(column, area.row), role: role) + 2
        }
        put(SafeText(dossier.applicant.name + " · " + dossier.procedure.name), 1)
        put(SafeText(place(dossier, at: Instant(seconds: context.now)).text(language)), 2, .dim)
        let clock = ClockBar(
            dossier: dossier, clock: clock, limit: limit, completedAt: events.value?.completedAt,
            now: Instant(seconds: context.now))
        clock.draw(into: &canvas, row: area.line(3), context)
        for (row, line) in doneLines(area.columns).prefix(max(0, area.rows - 4)).enumerated() {
            put((row == 0 ? Glyphs.of(context).success + " " : SafeText("  ")) + line, 4 + row, .success)
        }
    }

    /// Which unit has it, and who there.
    private func place(_ dossier: Dossier, at now: Instant) -> Phrase {
        let name = (dossier.holder ?? dossier.unit).name
        let isOver = ClockBar(dossier: dossier, clock: clock, now: now).state == .ended
        if isOver, dossier.status != Dossier.finished { return Strings.Act.endedAt(name) }
        let unit = Strings.Act.place(name)
        let who: Phrase
        if let claim = options.value?.claim, claim.until > now {
            who =
                claim.officer.id == desk.me?.officer.id
                ? Strings.Act.claimedByMe(claim.until.clock)
                : Strings.Act.claimedBy(claim.officer.name, claim.until.clock)
        } else if let assignee = options.value?.assignee {
            who =
                assignee.id == desk.me?.officer.id
                ? Strings.Act.assignedToMe : Strings.Act.assignedTo(assignee.name)
        } else if options.value != nil {
            who = isOver ? Strings.Act.waitsForDelivery : Strings.Act.unclaimed
        } else {
            return unit
        }
        return Phrase(unit.text(.vi) + " · " + who.text(.vi), en: unit.text(.en) + " · " + who.text(.en))
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        guard dossier != nil else { return nil }
        if let problem { return MessageLine(SafeText(problem.text(context.language)), role: .error) }
        if let end = dossier?.openUntil(desk.me?.officer.id, at: Instant(seconds: context.now)) {
            return MessageLine(SafeText(Strings.BreakGlass.until(end).text(context.language)), waits: true)
        }
        if desk.canPrint, dossier?.slipForm == nil {
            return MessageLine(SafeText(Strings.Slip.noneYet.text(context.language)))
        }
        guard let sheet = sheet(context), sheet.lines.count > layout(context.size).sheet.rows else {
            return nil
        }
        return MessageLine(SafeText(Strings.Dossier.scrollHint.text(context.language)))
    }
}
