import APIClient
import Forms
import Models
import TUI

/// A slip as it will be printed, in text; one key prints it, one saves it.
struct SlipScreen: Screen {
    enum Message: Sendable {
        case done(Result<SlipPrinter.Outcome, SlipPrinter.Failure>, journalled: Bool, copy: Int)
    }

    let desk: Desk
    let dossier: Dossier
    let me: Me
    private var slip: SlipDocument
    private var offset = 0
    private var isWorking = false
    /// The journal's key of the print under way: a second try of the same print is the same entry.
    private var journalKey: ID

    /// - Parameter isReprint: The slip was handed out before; the journal says how often.
    init(desk: Desk, dossier: Dossier, me: Me, isReprint: Bool = false) {
        self.desk = desk
        self.dossier = dossier
        self.me = me
        journalKey = desk.newID()
        slip = SlipDocument(
            dossier: dossier, me: me, place: desk.config.place.name, today: desk.today,
            reprint: isReprint ? 1 : 0)
    }

    var title: SafeText { desk.title(Strings.Slip.title) }
    var scopes: [String] { ["slip"] }
    func enabled(_ action: ActionID) -> Bool { action == .closeSlip || !isWorking }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .action(.closeSlip): return [.pop()]
        case .action(.printOut): return [produce(printing: true)]
        case .action(.savePDF): return [produce(printing: false)]
        case .message(.done(let result, let journalled, let copy)):
            isWorking = false
            return done(result, journalled: journalled, copy: copy, context.language)
        case .input(.key(let key)):
            scroll(key, context)
            return []
        case .input, .action, .resumed, .hangup: return []
        }
    }

    private mutating func produce(printing: Bool) -> Effect<Message> {
        isWorking = true
        let (desk, slip, dossier, key) = (desk, slip, dossier, journalKey)
        let printer = desk.printer
        return .run(id: "print") {
            let request = PrintRequest(form: slip.form.rawValue, copies: slip.form.copyLabels.count)
            let journal = await desk.recordPrint(dossier, request, key: key)
            var slip = slip
            var isJournalled = false
            if let journal {
                slip.reprint = max(0, journal.copyNumber - 1)
                isJournalled = true
            }
            let result = printing ? await printer.print(slip) : await printer.save(slip)
            return .done(result, journalled: isJournalled, copy: slip.reprint)
        }
    }

    private mutating func done(
        _ result: Result<SlipPrinter.Outcome, SlipPrinter.Failure>, journalled: Bool, copy: Int,
        _ language: Language
    ) -> [Effect<Message>] {
        switch result {
        case .failure(let failure): return [.toast(SafeText(failure.words.text(language)), .error), .bell]
        case .success(let outcome):
            // The next print of the same slip is another entry in the journal.
            if journalled { journalKey = desk.newID() }
            slip.reprint = copy
            var effects: [Effect<Message>] = []
            switch outcome {
            case .saved(let path):
                effects.append(.toast(SafeText(Strings.Slip.saved(path).text(language)), .success))
            case .printed(let printer, _):
                effects.append(.toast(SafeText(Strings.Slip.printed(printer).text(language)), .success))
            }
            if !journalled {
                effects.append(.toast(SafeText(Strings.Slip.journalFailed.text(language)), .warning))
            }
            return effects
        }
    }

    // MARK: - Drawing

    private func lines(width: Int) -> [String] { SlipPreview.lines(slip, width: min(76, max(20, width - 4))) }

    private mutating func scroll(_ key: Key, _ context: ScreenContext) {
        let rows = max(1, context.size.rows - 2)
        let most = max(0, lines(width: context.size.columns).count - rows)
        switch key.code {
        case .up: offset -= 1
        case .down: offset += 1
        case .pageUp: offset -= rows - 1
        case .pageDown, .character(" "): offset += rows - 1
        case .home: offset = 0
        case .end: offset = most
        default: break
        }
        offset = min(max(0, offset), most)
    }

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        let lines = lines(width: canvas.size.columns)
        let width = min(canvas.size.columns, 80)
        let area = Rect(
            column: (canvas.size.columns - width) / 2, row: 0, columns: width, rows: canvas.size.rows)
        canvas.box(
            area, title: SafeText(Strings.Slip.form(slip.form.rawValue).text(context.language)),
            role: .border,
            titleRole: .title)
        let inside = area.inside
        let first = min(offset, max(0, lines.count - inside.rows))
        for (row, line) in lines.dropFirst(first).prefix(inside.rows).enumerated() {
            canvas.put(SafeText(line), at: Point(inside.column + 1, inside.row + row))
        }
        let bar = Rect(column: area.endColumn - 1, row: inside.row, columns: 1, rows: inside.rows)
        ScrollBar.draw(
            into: &canvas, area: bar, total: lines.count, first: first, role: .border,
            glyphs: Glyphs.of(context))
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        let language = context.language
        if isWorking { return MessageLine(SafeText(Strings.Slip.saving.text(language))) }
        if desk.printer.printer == nil { return MessageLine(SafeText(Strings.Slip.noPrinter.text(language))) }
        return nil
    }
}
