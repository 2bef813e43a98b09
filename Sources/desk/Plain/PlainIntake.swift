import APIClient
import Forms
import Models
import TUI

/// Takes one dossier in, line by line, for `desk --plain`.
///
/// The act is the same ``Intake`` that the screen works on, with its draft, its key and its claim; only the asking
/// is done here. What is answered is on the disk before the next question.
struct PlainIntake: Sendable {
    let plain: PlainDesk
    /// Holds the act, its draft and what the server said about it; nothing of it is drawn.
    var screen: IntakeScreen

    private typealias Words = Strings.Plain
    var language: Language { plain.language }
    var desk: Desk { plain.desk }

    init(plain: PlainDesk, screen: IntakeScreen) {
        self.plain = plain
        self.screen = screen
        self.screen.intake.setLanguage(plain.language)
        self.screen.intake.canSign = plain.desk.signer != nil
    }

    enum Step: Sendable {
        case next, back, stopped
    }

    /// Asks all that an intake needs, and sends it.
    ///
    /// - Parameter scan: A card that was scanned before.
    /// - Returns: The next act for the same person, where that is wanted.
    mutating func run(scan: String? = nil) async -> IntakeScreen? {
        if let words = screen.refusal {
            plain.say(words)
            return nil
        }
        if let scan { tell(scan: scan) }
        let isDraft = screen.savedDraft != nil
        if screen.intake.resuming != nil { await resume() }
        plain.say(Words.intro)
        // A draft goes on where it was left.
        var page: IntakePage = isDraft ? screen.intake.page : .applicant
        if page != .applicant { plain.say(Words.goesOnAt(page.rawValue, page.name.text(language))) }
        while true {
            plain.console.say(
                SafeText("=== \(page.rawValue)/6 \(page.name.text(language))"))
            screen.intake.page = page
            let step: Step
            switch page {
            case .applicant: step = await askApplicant()
            case .procedure: step = await askProcedure()
            case .papers: step = await askPapers()
            case .declaration: step = await askDeclaration()
            case .terms: step = await askTerms()
            case .review:
                switch await askReview() {
                case .sent(let next): return next
                case .mend(let target): page = target
                case .stopped:
                    stop()
                    return nil
                }
                continue
            }
            save()
            switch step {
            case .next: page = page.next ?? .review
            case .back: page = page.previous ?? .applicant
            case .stopped:
                stop()
                return nil
            }
        }
    }

    /// Leaves the act as a draft.
    private mutating func stop() {
        save()
        if screen.saveProblem == nil, !screen.intake.isUntouched { plain.say(Words.draftKept) }
    }

    /// Saves at once: a line is a whole answer, and the next may be long in coming.
    mutating func save() {
        screen.saveNow()
        if let problem = screen.saveProblem { plain.say(problem.words) }
    }

    // MARK: - Forms

    /// Goes through a page's form; what is answered is saved line by line.
    mutating func fill(
        _ page: IntakePage, looksUp: Bool = false
    ) async -> Step {
        screen.intake.page = page
        guard var form = screen.intake.form else { return .next }
        let work = PlainWork(self)
        let hooks = LineForm.Hooks(
            options: { request in await work.options(request) },
            take: { line, form in await work.take(line, &form) },
            changed: { path, form in await work.changed(path, &form, looksUp: looksUp) },
            attach: { path, rule in await work.attach(path, rule) },
            commands: { PlainCommand.help(at: $0) })
        let ending = await LineForm(console: plain.console, language: language, hooks: hooks).fill(&form)
        screen = await work.intake.screen
        screen.intake.page = page
        screen.intake.form = form
        return ending == .finished ? .next : .stopped
    }
}
