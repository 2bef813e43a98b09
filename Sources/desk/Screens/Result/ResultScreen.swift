import Forms
import Models
import TUI

/// What came of an intake: the code, large enough to be read out, and the ways on from here.
struct ResultScreen: Screen {
    typealias Message = Never

    let desk: Desk
    let submitted: Submitted
    /// The next act for the same person, ready to begin.
    let next: Intake
    private let me: Me?

    init(desk: Desk, submitted: Submitted, next: Intake) {
        self.desk = desk
        self.submitted = submitted
        self.next = next
        me = desk.me
    }

    var dossier: Dossier { submitted.dossier }
    var title: SafeText { desk.title(Strings.Result.title) }
    var scopes: [String] { ["result"] }
    func enabled(_ action: ActionID) -> Bool { action == .printSlip ? me != nil : true }

    mutating func handle(_ event: ScreenEvent<Never>, _ context: ScreenContext) -> [Effect<Never>] {
        switch event {
        case .action(.printSlip):
            guard let me else { return [] }
            return [.push(SlipScreen(desk: desk, dossier: dossier, me: me))]
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
        case .resumed(let result): return result as? LoginResult == .other ? [.popToRoot] : []
        case .input, .action, .hangup: return []
        }
    }

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        let language = context.language
        let width = min(78, canvas.size.columns - 2)
        let box = Rect(
            column: (canvas.size.columns - width) / 2, row: 1, columns: width,
            rows: min(canvas.size.rows - 1, 8))
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
        if dossier.quote.total > 0 {
            facts.append((Strings.Terms.quote, Money(dong: dossier.quote.total).display, .money))
        }
        facts.append((Strings.Dossier.applicant, dossier.applicant.name, .text))
        for (row, fact) in facts.prefix(max(0, inside.rows - 3)).enumerated() {
            let at = inside.origin.offset(columns: 2, rows: 3 + row)
            canvas.put(SafeText(fact.0.text(language)), at: at, role: .label)
            canvas.put(
                SafeText(fact.1).truncated(to: inside.columns - 20), at: at.offset(columns: 16), role: fact.2)
        }
        let below = Rect(
            column: box.column, row: box.endRow + 1, columns: width,
            rows: max(0, canvas.size.rows - box.endRow - 1))
        sheet(width: width - 2, language).draw(
            into: &canvas,
            area: Rect(column: below.column + 1, row: below.row, columns: width - 2, rows: below.rows),
            offset: 0)
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
        sheet.pair(SafeText(Strings.Dossier.procedure.text(language)), dossier.procedure.name)
        sheet.pair(SafeText(Strings.Dossier.caseName.text(language)), dossier.caseName)
        sheet.pair(
            SafeText(Strings.Dossier.missing.text(language)), dossier.missing?.joined(separator: "; "),
            role: .warning)
        sheet.pair(SafeText(Strings.Dossier.reason.text(language)), dossier.reason, role: .warning)
        if let why = dossier.deadline.explanation.last {
            sheet.pair(SafeText(Strings.Dossier.why.text(language)), why, role: .dim)
        }
        if !dossier.duplicates.isEmpty {
            sheet.section(SafeText(Strings.Result.duplicates.text(language)), role: .warning)
            for duplicate in dossier.duplicates { DuplicateLines.add(duplicate, to: &sheet, language) }
        }
        return sheet
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        MessageLine(SafeText(Strings.Result.printHint.text(context.language)))
    }
}
