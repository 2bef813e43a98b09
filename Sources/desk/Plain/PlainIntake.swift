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
    private var language: Language { plain.language }
    private var desk: Desk { plain.desk }

    init(plain: PlainDesk, screen: IntakeScreen) {
        self.plain = plain
        self.screen = screen
        self.screen.intake.setLanguage(plain.language)
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
        if screen.intake.resuming != nil { await resume() }
        plain.say(Words.intro)
        var page: IntakePage = .applicant
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
    private mutating func save() {
        screen.saveNow()
        if let problem = screen.saveProblem { plain.say(problem.words) }
    }

    // MARK: - Forms

    /// Goes through a page's form; what is answered is saved line by line.
    private mutating func fill(
        _ page: IntakePage, looksUp: Bool = false
    ) async -> Step {
        screen.intake.page = page
        guard var form = screen.intake.form else { return .next }
        let work = PlainWork(self)
        let hooks = LineForm.Hooks(
            options: { request in await work.options(request) },
            take: { line, form in await work.take(line, &form) },
            changed: { path, form in await work.changed(path, &form, looksUp: looksUp) },
            attach: { path, rule in await work.attach(path, rule) })
        let ending = await LineForm(console: plain.console, language: language, hooks: hooks).fill(&form)
        screen = await work.intake.screen
        screen.intake.page = page
        screen.intake.form = form
        return ending == .finished ? .next : .stopped
    }

    private mutating func askApplicant() async -> Step {
        if let number = screen.intake.identityNumber, screen.intake.known?.number != number {
            var form = screen.intake.applicant
            await lookUp(number, &form)
            screen.intake.applicant = form
        }
        let step = await fill(.applicant, looksUp: true)
        for words in screen.intake.mismatches {
            plain.console.say(SafeText("▲ " + words.text(language)))
        }
        return step
    }

    /// Asks the server who has this number, says what it knows, and fills it in where that is wanted.
    mutating func lookUp(_ number: String, _ form: inout FormState) async {
        let answer = await desk.ask { client throws(APIError) in
            try await client.lookupPerson(identityNumber: number, purpose: "intake")
        }
        switch answer {
        case .failure(let error): plain.say(Strings.Applicant.lookupFailed(error.words.text(language)))
        case .success(let found):
            let known = KnownPerson(number: number, lookup: found)
            screen.intake.known = known
            screen.intake.applicant = form
            let closed = known.dossiers.filter { !$0.open }
            if let latest = closed.first {
                plain.say(
                    Strings.Applicant.earlier(
                        closed.count, latest.day?.display, latest.procedureName, latest.statusName))
            }
            for open in known.open.prefix(3) {
                plain.say(Strings.Applicant.open(known.open.count, open.code, open.procedureName))
            }
            let offers = screen.intake.offers
            guard !offers.isEmpty else { return }
            let labels = offers.compactMap { offer in
                ApplicantForm.definition.field(offer.field)?.label.text(language)
            }
            guard await plain.asksYes(Words.fillKnown(labels.joined(separator: ", ")), meant: true) == true
            else { return }
            if screen.intake.fillKnown() { form = screen.intake.applicant }
        }
    }

    /// Takes a scanned card in, or says what is wrong with it.
    mutating func tell(scan: String) {
        guard case .identityCard(let raw) = ScanReading.recognise(scan) else { return }
        do {
            let card = try IdentityCard.parse(raw)
            switch screen.intake.take(card) {
            case .filled(let name): plain.say(Strings.Applicant.scanned(name))
            case .placed(let name, let group):
                screen.intake.otherCard = nil
                plain.say(Strings.Applicant.placed(name, group.text(language)))
            case .differs(let name):
                screen.intake.otherCard = nil
                plain.say(Words.otherCard(name))
            }
        } catch {
            plain.console.say(SafeText("\(error.message.text(language)) \(error.hint.text(language))"))
        }
    }

    // MARK: - Procedure and papers

    private mutating func askProcedure() async -> Step {
        if screen.intake.picker.items.isEmpty {
            if let catalogue = desk.catalogue {
                screen.intake.picker.load(catalogue)
            } else if let page = await plain.ask({ client throws(APIError) in
                try await client.procedures(limit: 200)
            }) {
                desk.setCatalogue(page)
                screen.intake.picker.load(page.items)
            }
        }
        if let procedure = screen.intake.picker.procedure, let chosen = screen.intake.picker.chosenCase {
            let words = Words.keepProcedure("\(procedure.name), \(chosen.name)")
            guard let keeps = await plain.asksYes(words, meant: true) else { return .stopped }
            if keeps { return .next }
        }
        plain.say(Strings.Procedure.placeholder)
        let items = screen.intake.picker.items.map {
            PickItems.Item(value: $0.code, label: SafeText("\($0.name) (\($0.code))"))
        }
        let choice = LineChoice(console: plain.console, language: language)
        let prompt = SafeText(Strings.Procedure.find.text(language))
        while true {
            switch await choice.pick(prompt, among: PickItems(items), takesOther: desk.catalogueIsPartial) {
            case .back: return .back
            case .stopped, .ended: return .stopped
            case .other(let text):
                guard
                    let page = await plain.ask({ client throws(APIError) in
                        try await client.procedures(text, limit: 12)
                    })
                else { continue }
                screen.intake.picker.add(page.items)
                let found = page.items.map {
                    PickItems.Item(value: $0.code, label: SafeText("\($0.name) (\($0.code))"))
                }
                guard !found.isEmpty else {
                    plain.say(Strings.Procedure.nothing)
                    continue
                }
                if case .chosen(let code) = await choice.pick(prompt, among: PickItems(found)) {
                    return await take(procedure: code, choice)
                }
            case .chosen(let code): return await take(procedure: code, choice)
            }
        }
    }

    private mutating func take(procedure code: String, _ choice: LineChoice) async -> Step {
        guard
            let procedure = await plain.ask({ client throws(APIError) in try await client.procedure(code) })
        else { return .back }
        screen.intake.picker.take(procedure)
        if screen.intake.picker.chosenCase == nil {
            plain.say(Strings.Procedure.cases)
            let cases = procedure.cases.map {
                PickItems.Item(
                    value: $0.code, label: SafeText("\($0.name), \($0.time.words.text(language))"))
            }
            let prompt = SafeText(Strings.Plain.choose.text(language))
            switch await choice.pick(prompt, among: PickItems(cases)) {
            case .chosen(let chosen): screen.intake.picker.take(procedure, case: chosen)
            case .stopped, .ended: return .stopped
            case .back, .other: return .back
            }
        }
        if screen.intake.needsRebuild {
            screen.intake.caseChanged()
            screen.quote = .none
            screen.due = .none
            screen.duplicates = .none
        }
        return .next
    }

    private mutating func askPapers() async -> Step {
        guard !screen.intake.papers.isEmpty else {
            plain.say(Strings.Papers.none)
            return .next
        }
        plain.say(Words.papersHelp)
        var index = 0
        while screen.intake.papers.rows.indices.contains(index) {
            let row = screen.intake.papers.rows[index]
            let prompt = Words.paper(
                index + 1, screen.intake.papers.rows.count, row.requirement.name,
                isRequired: row.requirement.required,
                needs: (row.requirement.originals, row.requirement.copies),
                has: (row.originals, row.copies))
            guard let line = await plain.console.ask(SafeText(prompt.text(language) + ": ")) else {
                return .stopped
            }
            let before = screen.intake.papers.submitted.filter { $0.code != row.requirement.code }
            func put(_ originals: Int, _ copies: Int) {
                var papers = PaperList(screen.intake.papers.rows.map(\.requirement))
                var documents = before
                if originals + copies > 0 {
                    documents.append(
                        SubmittedDocument(
                            code: row.requirement.code, name: row.requirement.name, originals: originals,
                            copies: copies, digitised: row.digitised))
                }
                papers.restore(documents)
                screen.intake.papers = papers
                screen.intake.suggestDecision()
            }
            switch line.trimmed {
            case "!": return .stopped
            case "<":
                guard index > 0 else { return .back }
                index -= 1
                continue
            case "?":
                plain.say(Words.papersHelp)
                continue
            case "" where row.requirement.required:
                put(max(row.originals, row.requirement.originals), max(row.copies, row.requirement.copies))
            case "": break
            case let text:
                let numbers = text.split(separator: " ").map { Int($0) }
                guard (1...2).contains(numbers.count), let originals = numbers[0],
                    let copies = numbers.count == 2 ? numbers[1] : 0,
                    (0...PaperList.most).contains(originals), (0...PaperList.most).contains(copies)
                else {
                    plain.say(Words.papersHelp)
                    continue
                }
                put(originals, copies)
            }
            save()
            index += 1
        }
        let missing = screen.intake.papers.missing
        if missing.isEmpty {
            plain.say(Strings.Papers.complete(screen.intake.papers.required.count))
        } else {
            plain.say(Strings.Papers.missing(missing.count))
            for paper in missing { plain.console.say(SafeText("▲ " + paper.name)) }
        }
        return .next
    }

    // MARK: - Declaration and terms

    private mutating func askDeclaration() async -> Step {
        guard let procedure = screen.intake.picker.procedure, let chosen = screen.intake.picker.chosenCase
        else {
            plain.say(Strings.Procedure.notChosen)
            return .back
        }
        if screen.intake.declaration?.definition.id != chosen.formId {
            guard
                let form = await plain.ask({ client throws(APIError) in
                    try await client.form(procedure: procedure.code, case: chosen.code)
                })
            else { return .stopped }
            for entry in screen.intake.take(form) where entry.typed {
                plain.say(Strings.Intake.leftover(entry.text ?? entry.chosen?.joined(separator: ", ") ?? ""))
            }
            if let number = screen.intake.identityNumber {
                let request = AutofillRequest(
                    identityNumber: number, procedure: procedure.code, caseCode: chosen.code)
                let answer = await desk.ask { client throws(APIError) in try await client.autofill(request) }
                if case .success(let autofill) = answer { _ = screen.intake.take(autofill) }
            }
        }
        screen.intake.fillDeclaration()
        return await fill(.declaration)
    }

    private mutating func askTerms() async -> Step {
        screen.intake.fillQuantities()
        let step = await fill(.terms)
        screen.intake.fillDelivery()
        guard step == .next else { return step }
        if screen.intake.wireDelivery.method == .post, !screen.intake.terms.validate().isEmpty {
            return await fill(.terms)
        }
        return .next
    }

    // MARK: - Taking up a draft

    private mutating func resume() async {
        guard let code = screen.intake.resuming?.procedure else { return }
        guard
            let procedure = await plain.ask({ client throws(APIError) in try await client.procedure(code) })
        else {
            screen.intake.resumeWithoutProcedure()
            return plain.say(Strings.Intake.procedureGone)
        }
        let leftover = screen.intake.resume(with: procedure)
        plain.say(Strings.Intake.resumed)
        if !leftover.isEmpty {
            plain.say(Strings.Intake.leftover(leftover.map { $0.name ?? $0.code }.joined(separator: "; ")))
        }
    }
}

/// The intake while one of its forms is being asked: what scans and answers do to it.
actor PlainWork {
    var intake: PlainIntake

    init(_ intake: PlainIntake) {
        self.intake = intake
    }

    func options(_ request: OptionRequest) async -> [Option]? {
        let page = await intake.plain.ask { client throws(APIError) in
            try await client.reference(request.set, parent: request.parent, limit: 200)
        }
        return page?.items.map { Option(value: $0.code, label: Phrase(vi: $0.name)) }
    }

    /// A card may be scanned at any question.
    func take(_ line: String, _ form: inout FormState) async -> Bool {
        guard case .identityCard = ScanReading.recognise(line) else { return false }
        intake.screen.intake.form = form
        intake.tell(scan: line)
        if let changed = intake.screen.intake.form { form = changed }
        if intake.screen.intake.page == .applicant, let number = intake.screen.intake.identityNumber {
            await lookUp(number, &form)
        }
        return true
    }

    func changed(_ path: FieldPath, _ form: inout FormState, looksUp: Bool) async {
        intake.screen.intake.form = form
        if looksUp, path.field == ApplicantForm.ID.number, let number = intake.screen.intake.identityNumber,
            IdentityNumber.check(number) == nil
        {
            await lookUp(number, &form)
        }
        if path.field == TermsForm.ID.delivery, intake.screen.intake.page == .terms {
            intake.screen.intake.fillDelivery()
            form = intake.screen.intake.terms
        }
        intake.screen.saveNow()
        if let problem = intake.screen.saveProblem { intake.plain.say(problem.words) }
    }

    private func lookUp(_ number: String, _ form: inout FormState) async {
        var copy = intake
        await copy.lookUp(number, &form)
        intake = copy
        intake.screen.intake.form = form
    }
}
