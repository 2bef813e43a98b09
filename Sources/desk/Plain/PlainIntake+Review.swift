import APIClient
import Forms
import Models
import TUI

extension PlainIntake {
    /// What came of the last page.
    enum Verdict: Sendable {
        /// It is in; the next act for the same person, where that is wanted.
        case sent(next: IntakeScreen?)
        case mend(IntakePage)
        case stopped
    }

    /// Reads everything back, asks for the decision, and sends.
    mutating func askReview() async -> Verdict {
        await askServer()
        screen.issues = screen.intake.check()
        screen.intake.page = .review
        plain.say(screen.reviewSheet(width: PlainLookup.width, plain.language, isSpoken: true))
        if let first = screen.issues.first(where: { $0.target.page != .review }) {
            return .mend(first.target.page)
        }
        switch await decide() {
        case .next: break
        case .back: return .mend(.terms)
        case .stopped: return .stopped
        }
        screen.issues = screen.intake.check()
        if let first = screen.issues.first(where: { $0 != screen.intake.signatureIssue }) {
            return .mend(first.target.page)
        }
        if screen.intake.decision == .receive, !screen.intake.papers.missing.isEmpty {
            return await askMissing()
        }
        guard await sign() else { return .stopped }
        let question: Phrase =
            switch screen.intake.decision {
            case .receive: Strings.Plain.send(Strings.Review.receive.text(plain.language))
            case .requestSupplement: Strings.Plain.send(Strings.Review.supplement.text(plain.language))
            case .refuse: Strings.Plain.send(Strings.Review.refuse.text(plain.language))
            }
        guard await plain.asksYes(question) == true else { return .stopped }
        return await send()
    }

    /// With a required paper missing nothing can be received: which slip it is to be, or back to the papers.
    private mutating func askMissing() async -> Verdict {
        let missing = screen.intake.papers.missing.map(\.name).joined(separator: "; ")
        plain.say(Strings.Review.missingTitle)
        let choices = PickItems(
            [
                Option(value: Self.toPapers, label: Strings.Review.backToPapers),
                Option(value: IntakeDecision.requestSupplement.rawValue, label: Strings.Review.supplement),
                Option(value: IntakeDecision.refuse.rawValue, label: Strings.Review.refuse),
            ], language: plain.language)
        let choice = LineChoice(console: plain.console, language: plain.language)
        let prompt = SafeText(Strings.Review.missingText(missing).text(plain.language))
        switch await choice.pick(prompt, among: choices) {
        case .back, .chosen(Self.toPapers): return .mend(.papers)
        case .chosen(let value):
            guard let decision = IntakeDecision(rawValue: value) else { return .stopped }
            screen.intake.isDecided = true
            screen.intake.decide(decision)
            return .mend(.review)
        case .stopped, .ended, .other: return .stopped
        }
    }

    private static let toPapers = "papers"

    /// Asks for the signature where the form needs one. False where there is none: nothing is sent then.
    private mutating func sign() async -> Bool {
        guard let missing = screen.intake.signatureIssue else { return true }
        plain.say(missing.text)
        guard let signer = plain.desk.signer, await plain.asksYes(Strings.Review.askSign) == true else {
            return false
        }
        do {
            try screen.intake.sign(with: signer)
        } catch {
            plain.say(Strings.Act.signFailed("\(error)"))
            return false
        }
        plain.say(Strings.Review.signed)
        return true
    }

    private mutating func decide() async -> Step {
        var form = screen.intake.review
        let ending = await LineForm(console: plain.console, language: plain.language).fill(&form)
        screen.intake.review = form
        if form.isTyped(ReviewForm.ID.decision) { screen.intake.isDecided = true }
        return ending == .finished ? .next : .stopped
    }

    /// Fee, date and possible duplicates, as the server sees them now.
    private mutating func askServer() async {
        let desk = plain.desk
        screen.intake.listMissing()
        screen.intake.fillQuantities()
        await askQuote()
        let person = screen.intake.wireApplicant
        if let code = screen.intake.picker.procedure?.code, let caseCode = screen.intake.picker.caseCode,
            person.identityNumber != nil || person.taxCode != nil
        {
            let request = DuplicateCheckRequest(
                procedure: code, caseCode: caseCode, identityNumber: person.identityNumber,
                taxCode: person.taxCode, answers: screen.intake.declaration?.answers)
            screen.duplicates = Remote(
                await desk.ask { client throws(APIError) in try await client.checkDuplicates(request) })
        }
    }

    /// Fee and date, as they are with what was answered so far.
    mutating func askQuote() async {
        let desk = plain.desk
        if let field = screen.intake.uncountable.first {
            screen.quote = .failed(Strings.Terms.quantityWrong(field.label))
        } else if let request = screen.intake.quoteRequest {
            screen.quote = Remote(
                await desk.ask { client throws(APIError) in try await client.quoteFees(request) })
        } else {
            screen.quote = .ready(FeeQuote(lines: [], total: 0))
        }
        if let chosen = screen.intake.picker.chosenCase, let unit = desk.me?.unit.code {
            let request = DeadlinePreviewRequest(
                unit: unit, acceptedAt: desk.now, amount: chosen.time.amount, amountUnit: chosen.time.unit,
                pauses: [])
            let appointment = Appointment(procedure: screen.intake.picker.procedure, request: request)
            screen.due = Remote(
                await desk.ask { client throws(APIError) in try await appointment.ask(client) })
        }
    }

    private mutating func send() async -> Verdict {
        let (desk, owner) = (plain.desk, screen.owner)
        while let request = screen.intake.request {
            screen.saveNow()
            plain.say(Strings.Review.sending)
            let result = await desk.submit(
                request, key: screen.intake.key, title: screen.intake.title, owner: owner)
            switch result {
            case .success(let done):
                desk.attempt(.leftovers) { () throws(StoreError) in
                    try owner?.store?.removeDraft(screen.intake.key)
                }
                await owner?.sync?.draftChanged()
                screen.isDone = true
                return .sent(next: await received(done))
            case .failure(.expired):
                guard await plain.logIn(again: owner) else { return .stopped }
                continue
            case .failure(.notRecorded(let error)):
                plain.say(error == .full ? Strings.Errors.notSent : Strings.Errors.notSent(error.words))
            case .failure(.refused(let problem)):
                screen.issues = screen.intake.apply(problem.errors ?? [])
                guard let first = screen.issues.first else {
                    plain.say(APIError.problem(problem).words)
                    break
                }
                for issue in screen.issues {
                    plain.console.say(SafeText("! " + issue.text.text(plain.language)))
                }
                return .mend(first.target.page)
            case .failure(.doneBefore): plain.say(Strings.Review.doneBefore)
            case .failure(.unknown(let error)):
                plain.say(Strings.Review.retryHint(error.words.text(plain.language)))
            }
            guard await plain.asksYes(Strings.Plain.again) == true else { return .stopped }
        }
        return .stopped
    }

    /// Reads out what came of it, and offers the slip and the next procedure.
    private mutating func received(_ done: Submitted) async -> IntakeScreen? {
        let language = plain.language
        let dossier = done.dossier
        let heading: Phrase =
            switch dossier.decision {
            case .receive: Strings.Result.received
            case .requestSupplement: Strings.Result.supplement
            case .refuse: Strings.Result.refused
            }
        plain.say(heading)
        plain.console.say(SafeText("\(Strings.Result.code.text(language)): \(dossier.code)"))
        plain.console.say(SafeText("\(Strings.Dossier.lookupCode.text(language)): \(dossier.lookupCode)"))
        if let due = dossier.dueAt {
            let day = Strings.Common.weekday(due.date.weekday).text(language)
            plain.console.say(SafeText("\(Strings.Dossier.due.text(language)): \(day), \(due.display)"))
        }
        if dossier.isTakenIn, dossier.wholeTotal > 0 {
            let words = Strings.Terms.owed(dossier.wholeTotal, isPaid: dossier.owed == 0).text(language)
            plain.console.say(SafeText("\(Strings.Terms.quote.text(language)): \(words)"))
        }
        if done.isOfEarlierContent { plain.say(Strings.Result.changedAfter) }
        await PlainSlip(plain: plain, dossier: dossier).offer()
        if plain.desk.isCashier, dossier.isTakenIn, dossier.quote.total > 0,
            await plain.asksYes(Strings.Till.collectsNow, meant: true) == true
        {
            await PlainTill(plain: plain).collect(code: dossier.code)
        }
        guard await plain.asksYes(Strings.Plain.nextProcedure(dossier.applicant.name), meant: false) == true
        else {
            return nil
        }
        let next = screen.intake.next(key: plain.desk.newID(), now: plain.desk.now, previous: dossier.id)
        return IntakeScreen(desk: plain.desk, next: next)
    }
}
