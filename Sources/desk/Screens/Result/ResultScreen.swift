import APIClient
import Forms
import Models
import TUI

/// What came of an intake: the code, large enough to be read out, and the ways on from here.
struct ResultScreen: Screen {
    enum Message: Sendable {
        case owing(Result<Page<OwingDossier>, APIError>)
    }

    let desk: Desk
    let submitted: Submitted
    /// The next act for the same person, ready to begin.
    let next: Intake
    private let me: Me?
    /// The first line below the box in view.
    private var offset = 0
    /// What it owes is asked for, to be collected at once.
    private var isAsking = false
    private var problem: Phrase?

    init(desk: Desk, submitted: Submitted, next: Intake) {
        self.desk = desk
        self.submitted = submitted
        self.next = next
        me = desk.me
    }

    var dossier: Dossier { submitted.dossier }
    var title: SafeText {
        switch dossier.decision {
        case .receive: desk.title(Strings.Result.title)
        case .requestSupplement: desk.title(Strings.Result.titleSupplement)
        case .refuse: desk.title(Strings.Result.titleRefused)
        }
    }
    var scopes: [String] { ["result"] }
    var wheelIsArrows: Bool { true }
    func enabled(_ action: ActionID) -> Bool {
        switch action {
        case .printSlip, .saveSlip: me != nil && desk.canPrint && dossier.slipForm != nil
        case .collectResult: desk.isCashier && dossier.isTakenIn && dossier.quote.total > 0 && !isAsking
        default: true
        }
    }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .action(.printSlip):
            guard let me else { return [] }
            return [.push(SlipScreen(desk: desk, dossier: dossier, me: me, followsIntake: true))]
        case .action(.saveSlip):
            guard let me else { return [] }
            return [
                .push(SlipScreen(desk: desk, dossier: dossier, me: me, saves: true, followsIntake: true))
            ]
        case .action(.collectResult):
            (isAsking, problem) = (true, nil)
            let (desk, code) = (desk, dossier.code)
            return [
                .run(id: "owing") {
                    .owing(
                        await desk.ask { client throws(APIError) in
                            try await client.owing(code: code, limit: 1)
                        })
                }
            ]
        case .message(.owing(.success(let page))):
            isAsking = false
            guard let item = page.items.first else {
                problem = Strings.Till.nothing(dossier.code)
                return [.bell]
            }
            return [.push(CollectScreen(desk: desk, item: item))]
        case .message(.owing(.failure(let error))):
            isAsking = false
            problem = error.words
            return error == .unauthorised ? [.push(LoginScreen.again(desk))] : [.bell]
        case .action(.nextProcedure): return [.replace(IntakeScreen(desk: desk, next: next))]
        case .action(.newPerson): return [.replace(IntakeScreen(desk: desk))]
        case .action(.openDossier):
            return [.push(DossierScreen(desk: desk, id: dossier.id, code: dossier.code))]
        case .action(.goHome): return [.pop()]
        case .input(.scan(let scan)):
            // The next person has put a card under the scanner.
            if case .identityCard = ScanReading.recognise(scan) {
                return [.replace(IntakeScreen(desk: desk, scan: scan))]
            }
            return DossierScreen.open(scan: scan, desk: desk, context.language)
        case .resumed(let next as NextPerson): return [.replace(IntakeScreen(desk: desk, scan: next.scan))]
        case .resumed(let result): return result as? LoginResult == .other ? [.popToRoot] : []
        case .input(.key(let key)):
            scroll(key, context)
            return []
        case .input, .action, .hangup: return []
        }
    }

    private mutating func scroll(_ key: Key, _ context: ScreenContext) {
        let below = Self.below(context.size)
        let most = max(0, sheet(width: below.columns, context.language).lines.count - below.rows)
        switch key.code {
        case .up: offset -= 1
        case .down: offset += 1
        case .pageUp: offset -= max(1, below.rows - 1)
        case .pageDown: offset += max(1, below.rows - 1)
        case .home: offset = 0
        case .end: offset = most
        default: break
        }
        offset = min(max(0, offset), most)
    }

    /// The box with the code.
    private static func box(_ size: Size) -> Rect {
        let width = min(78, size.columns - 2)
        return Rect(
            column: (size.columns - width) / 2, row: 1, columns: width, rows: min(size.rows - 1, 9))
    }

    /// What has room below it; the last row is for the mark that there is more.
    private static func below(_ size: Size) -> Rect {
        let box = box(size)
        return Rect(
            column: box.column + 1, row: box.endRow + 1, columns: box.columns - 2,
            rows: max(0, size.rows - box.endRow - 2))
    }

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        let language = context.language
        let box = Self.box(canvas.size)
        let (heading, role): (Phrase, Role) =
            switch dossier.decision {
            case .receive: (Strings.Result.received, .success)
            case .requestSupplement: (Strings.Result.supplement, .warning)
            case .refuse: (Strings.Result.refused, .warning)
            }
        canvas.box(box, title: SafeText(heading.text(language)), role: .borderFocused, titleRole: role)
        let inside = box.inside
        let code = Self.spaced(dossier.code, width: inside.columns)
        canvas.put(
            code.padded(to: inside.columns, .centre), at: inside.origin.offset(rows: 1), role: .title)
        var facts: [(Phrase, String, Role)] = [
            (Strings.Dossier.lookupCode, dossier.lookupCode, .text)
        ]
        if let due = dossier.dueAt {
            let day = Strings.Common.weekday(due.date.weekday).text(language)
            facts.append((Strings.Dossier.due, "\(day), \(due.display)", .text))
        }
        if dossier.isTakenIn, dossier.wholeTotal > 0 {
            let words = Strings.Terms.owed(dossier.wholeTotal, isPaid: dossier.owed == 0).text(language)
            facts.append((Strings.Terms.quote, words, dossier.owed == 0 ? .money : .warning))
        }
        facts.append((Strings.Dossier.applicant, dossier.applicant.name, .text))
        for (row, fact) in facts.prefix(max(0, inside.rows - 3)).enumerated() {
            let at = inside.origin.offset(columns: 2, rows: 3 + row)
            canvas.put(SafeText(fact.0.text(language)), at: at, role: .label)
            canvas.put(
                SafeText(fact.1).truncated(to: inside.columns - 20), at: at.offset(columns: 16), role: fact.2)
        }
        let below = Self.below(canvas.size)
        let sheet = sheet(width: below.columns, language)
        let first = sheet.clamped(offset, rows: below.rows)
        sheet.draw(into: &canvas, area: below, offset: first)
        if first + below.rows < sheet.lines.count {
            let mark = SafeText(Strings.Result.more.text(language))
            canvas.put(mark, at: Point(below.endColumn - mark.width, below.endRow), role: .warning)
        }
    }

    /// Each character apart from the next, so that it can be read from a step away, where the width allows.
    static func spaced(_ code: String, width: Int) -> SafeText {
        let spread = SafeText(code.map(String.init).joined(separator: " "))
        return spread.width <= width - 2 ? spread : SafeText(code)
    }

    private func sheet(width: Int, _ language: Language) -> Sheet {
        var sheet = Sheet(width: width)
        if submitted.isOfEarlierContent {
            sheet.text(Strings.Result.changedAfter.text(language), role: .warning)
            sheet.blank()
        }
        if let bundle = dossier.bundle {
            BundleLines.add(bundle, to: &sheet, of: dossier.id, language)
            sheet.blank()
        }
        sheet.pair(SafeText(Strings.Dossier.procedure.text(language)), dossier.procedure.name)
        sheet.pair(SafeText(Strings.Dossier.caseName.text(language)), dossier.caseName)
        sheet.pair(
            SafeText(Strings.Dossier.missing.text(language)), dossier.missing?.joined(separator: "; "),
            role: .warning)
        sheet.pair(SafeText(Strings.Dossier.reason.text(language)), dossier.reason, role: .warning)
        sheet.pair(
            SafeText(Strings.Dossier.why.text(language)),
            dossier.deadline.explanation(in: language).joined(separator: "\n"), role: .dim)
        let others = dossier.duplicates.filter { $0.dossier.id != dossier.id }
        if !others.isEmpty {
            sheet.section(SafeText(Strings.Result.duplicates.text(language)), role: .warning)
            for duplicate in others { DuplicateLines.add(duplicate, to: &sheet, language) }
        }
        return sheet
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        if let problem { return MessageLine(SafeText(problem.text(context.language)), role: .error) }
        let words = me == nil ? Strings.Result.hint : Strings.Result.printHint
        return MessageLine(SafeText(words.text(context.language)))
    }
}
