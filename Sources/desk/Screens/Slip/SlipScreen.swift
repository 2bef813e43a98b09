import APIClient
import Forms
import Models
import TUI

/// A slip as it will be printed, in text; one key prints it, one saves it.
struct SlipScreen: Screen {
    enum Message: Sendable {
        case done(Result<SlipPrinter.Outcome, SlipPrinter.Failure>, warning: Phrase?, copy: Int)
    }

    let desk: Desk
    let dossier: Dossier
    let me: Me
    /// Who prints.
    private let owner: SignedIn?
    private var slip: SlipDocument
    private var offset = 0
    private var isWorking = false
    /// The paper came out, or its PDF.
    private var hasCome = false
    /// The journal's key of the next paper: a second try of one that failed is the same entry, and so is a PDF that
    /// was saved with the paper printed of it; the paper after one that came out is another.
    private(set) var nextKey: ID
    /// Which print the next one is where the journal can't say, 0 the first.
    private(set) var nextCopy = 0
    /// It lies over the result of an intake: from here the next one can begin.
    private let followsIntake: Bool
    /// The new appointment of an apology that no extension says.
    private let promised: Instant?
    /// Save at once, without a key: the officer asked for it before the slip was open.
    private let savesAtOnce: Bool

    /// The slip of what was decided at intake.
    ///
    /// - Parameters:
    ///   - saves: Saves the PDF at once.
    ///   - followsIntake: The screen below is the result of the intake, and takes a ``NextPerson``.
    init(desk: Desk, dossier: Dossier, me: Me, saves: Bool = false, followsIntake: Bool = false) {
        // Which print it is only the journal knows; it says so when there is one.
        let slip = SlipDocument(dossier: dossier, me: me, place: desk.config.place.name, today: desk.today)
        self.init(
            desk: desk, dossier: dossier, slip: slip, me: me, saves: saves, followsIntake: followsIntake)
    }

    /// Any paper of the dossier.
    init(
        desk: Desk, dossier: Dossier, slip: SlipDocument, me: Me, promised: Instant? = nil,
        saves: Bool = false, followsIntake: Bool = false
    ) {
        self.desk = desk
        self.dossier = dossier
        self.me = me
        owner = desk.signedIn
        savesAtOnce = saves
        self.promised = promised
        self.followsIntake = followsIntake
        nextKey = desk.newID()
        self.slip = slip
    }

    var title: SafeText { desk.title(Strings.Slip.title) }
    var scopes: [String] { followsIntake ? ["slip", "slip_intake"] : ["slip"] }
    var wheelIsArrows: Bool { true }
    func enabled(_ action: ActionID) -> Bool { action == .closeSlip || !isWorking }

    mutating func start(_ context: ScreenContext) -> [Effect<Message>] {
        savesAtOnce ? [produce(printing: false)] : []
    }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .action(.closeSlip): return [.pop(result: hasCome ? PaperMade() : nil)]
        case .action(.nextPerson): return [.pop(result: NextPerson(scan: nil))]
        case .input(.scan(let scan)):
            // Paper and journal are waited for; they are this dossier's.
            guard !isWorking else { return [.bell] }
            if followsIntake, case .identityCard = ScanReading.recognise(scan) {
                return [.pop(result: NextPerson(scan: scan))]
            }
            return DossierScreen.open(scan: scan, desk: desk, context.language)
        case .action(.printOut): return [produce(printing: true)]
        case .action(.savePDF): return [produce(printing: false)]
        case .message(.done(let result, let warning, let copy)):
            isWorking = false
            return done(result, warning: warning, copy: copy, context.language)
        case .input(.key(let key)):
            scroll(key, context)
            return []
        case .input, .action, .resumed, .hangup: return []
        }
    }

    private mutating func produce(printing: Bool) -> Effect<Message> {
        isWorking = true
        let (desk, slip, dossier, key, owner) = (desk, slip, dossier, nextKey, owner)
        let (printer, nextCopy, promised) = (desk.printer, nextCopy, promised)
        return .run(id: "print") {
            let request = PrintRequest(
                form: slip.form.rawValue, copies: slip.form.copyLabels.count, dueAt: promised)
            let journal = await desk.recordPrint(dossier, request, key: key, owner: owner)
            if case .refused = journal, let words = journal.warning {
                return .done(.failure(SlipPrinter.Failure(words: words)), warning: nil, copy: nextCopy)
            }
            var slip = slip
            // Without the journal at least what came out here is known.
            slip.reprint = journal.record.map { max(0, $0.copyNumber - 1) } ?? nextCopy
            if let record = journal.record, slip.form == .appointment { slip.amendment = record.amendment }
            let result = printing ? await printer.print(slip) : await printer.save(slip)
            return .done(result, warning: journal.warning, copy: slip.reprint)
        }
    }

    private mutating func done(
        _ result: Result<SlipPrinter.Outcome, SlipPrinter.Failure>, warning: Phrase?, copy: Int,
        _ language: Language
    ) -> [Effect<Message>] {
        switch result {
        case .failure(let failure): return [.toast(SafeText(failure.words.text(language)), .error), .bell]
        case .success(let outcome):
            slip.reprint = copy
            hasCome = true
            var effects: [Effect<Message>] = []
            switch outcome {
            case .saved:
                // No paper came out: what is printed of it next is this copy, under the same entry of the journal.
                nextCopy = max(nextCopy, copy)
            case .printed:
                // The paper is out, whether the journal has heard of it or will later: the next is another entry.
                nextKey = desk.newID()
                nextCopy = max(nextCopy, copy) + 1
            }
            effects.append(
                .toast(SafeText(outcome.words.text(language)), outcome.isHeld ? .warning : .success))
            if let warning { effects.append(.toast(SafeText(warning.text(language)), .warning)) }
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
