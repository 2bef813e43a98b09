import APIClient
import Forms
import Models
import TUI

/// What the intake asks of server and store, and what it makes of the answers.
extension IntakeScreen {
    private func ask<Value: Sendable>(
        _ id: String, _ wrap: @escaping @Sendable (Result<Value, APIError>) -> Message,
        _ question: @escaping @Sendable (Client) async throws(APIError) -> Value
    ) -> Effect<Message> {
        let desk = desk
        return .run(id: id) { wrap(await desk.ask(question)) }
    }

    // MARK: - Asking

    func loadCatalogue() -> Effect<Message> {
        ask("catalogue", Message.catalogue) { client throws(APIError) in
            try await client.procedures(limit: 200)
        }
    }

    func loadProcedure(_ code: String) -> Effect<Message> {
        ask("procedure", Message.procedure) { client throws(APIError) in try await client.procedure(code) }
    }

    /// Asks who has this number, once it is whole and was not asked before.
    mutating func lookUpIfNew() -> [Effect<Message>] {
        guard let number = intake.identityNumber, IdentityNumber.check(number) == nil else {
            intake.known = nil
            lookup = .none
            return [.cancel(id: "lookup")]
        }
        guard intake.known?.number != number else { return [] }
        intake.known = nil
        lookup = .loading
        return [
            ask("lookup", { .lookedUp(number, $0) }) { client throws(APIError) in
                try await client.lookupPerson(identityNumber: number, purpose: "intake")
            }
        ]
    }

    mutating func loadForm() -> [Effect<Message>] {
        guard let code = intake.picker.procedure?.code, let chosen = intake.picker.chosenCase else {
            return []
        }
        guard intake.declaration?.definition.id != chosen.formId else { return [] }
        formLoad = .loading
        let caseCode = chosen.code
        return [
            ask("form", Message.form) { client throws(APIError) in
                try await client.form(procedure: code, case: caseCode)
            }
        ]
    }

    private func loadAutofill() -> [Effect<Message>] {
        guard let number = intake.identityNumber, IdentityNumber.check(number) == nil,
            let code = intake.picker.procedure?.code, let caseCode = intake.picker.caseCode
        else { return [] }
        let request = AutofillRequest(identityNumber: number, procedure: code, caseCode: caseCode)
        return [
            ask("autofill", Message.autofill) { client throws(APIError) in try await client.autofill(request)
            }
        ]
    }

    /// Fees and date, as they are with what stands on the pages now.
    mutating func refreshTerms() -> [Effect<Message>] {
        askQuote() + askDue()
    }

    mutating func askQuote() -> [Effect<Message>] {
        guard let request = intake.quoteRequest else {
            quote = intake.picker.chosenCase == nil ? .none : .ready(FeeQuote(lines: [], total: 0))
            return []
        }
        if quote.value == nil { quote = .loading }
        return [
            ask("quote", Message.quoted) { client throws(APIError) in try await client.quoteFees(request) }
        ]
    }

    private mutating func askDue() -> [Effect<Message>] {
        guard let chosen = intake.picker.chosenCase, let unit = desk.me?.unit.code else { return [] }
        if due.value == nil { due = .loading }
        let request = DeadlinePreviewRequest(
            unit: unit, acceptedAt: desk.now, amount: chosen.time.amount, amountUnit: chosen.time.unit,
            pauses: [])
        return [
            ask("due", Message.due) { client throws(APIError) in try await client.previewDeadline(request) }
        ]
    }

    func checkDuplicates() -> [Effect<Message>] {
        guard let code = intake.picker.procedure?.code, let caseCode = intake.picker.caseCode else {
            return []
        }
        let person = intake.wireApplicant
        guard person.identityNumber != nil || person.taxCode != nil else { return [] }
        let request = DuplicateCheckRequest(
            procedure: code, caseCode: caseCode, identityNumber: person.identityNumber,
            taxCode: person.taxCode, answers: intake.declaration?.answers)
        return [
            ask("duplicates", Message.duplicates) { client throws(APIError) in
                try await client.checkDuplicates(request)
            }
        ]
    }

    func loadOptions(_ request: OptionRequest) -> Effect<Message> {
        ask("options-\(request.set)-\(request.parent ?? "")", { .options(request, $0) }) {
            client throws(APIError) in
            // All of a set: the longest one, the communes of a province, has 168 entries.
            try await client.reference(request.set, parent: request.parent, limit: 200)
        }
    }

    mutating func reload() -> [Effect<Message>] {
        var effects: [Effect<Message>] = []
        if intake.picker.items.isEmpty { effects.append(loadCatalogue()) }
        if let waiting = intake.resuming?.procedure {
            procedureLoad = .loading
            effects.append(loadProcedure(waiting))
        }
        if intake.declaration == nil { effects += loadForm() }
        if lookup.failure != nil { effects += lookUpIfNew() }
        return effects + refreshTerms()
    }

    mutating func resume(_ context: ScreenContext) -> [Effect<Message>] {
        var effects: [Effect<Message>] = []
        let isUnsent = (try? owner?.store?.intent(intake.key))??.isPending == true
        let words = isUnsent ? Strings.Intake.resumedUnsent : Strings.Intake.resumed
        if isUnsent { submission = .unknown(Strings.Intake.resumedUnsent) }
        effects.append(.toast(SafeText(words.text(context.language)), isUnsent ? .warning : .success))
        if let code = intake.resuming?.procedure {
            procedureLoad = .loading
            effects.append(loadProcedure(code))
        }
        return effects
    }

    // MARK: - Answers

    mutating func handle(_ message: Message, _ context: ScreenContext) -> [Effect<Message>] {
        switch message {
        case .lookedUp(let number, let result):
            guard number == intake.identityNumber else { return [] }
            lookup = Remote(result)
            if case .success(let found) = result { intake.known = KnownPerson(number: number, lookup: found) }
            return expired(result)
        case .catalogue(let result):
            if case .success(let page) = result {
                intake.picker.load(page.items)
                desk.setCatalogue(page)
            }
            return expired(result)
        case .searchPause(let text):
            guard text == intake.picker.query.text, !text.isEmpty else { return [] }
            return [
                ask("search", Message.searched) { client throws(APIError) in
                    try await client.procedures(text, limit: 50)
                }
            ]
        case .searched(let result):
            if case .success(let page) = result { intake.picker.add(page.items) }
            return []
        case .procedure(let result): return procedureLoaded(result, context)
        case .form(let result): return formLoaded(result, context)
        case .autofill(let result):
            guard case .success(let autofill) = result, intake.take(autofill) else { return [] }
            return optionNames() + afterChange()
        case .quotePause: return askQuote()
        case .quoted(let result):
            quote = Remote(result)
            return expired(result)
        case .due(let result):
            due = Remote(result)
            return expired(result)
        case .duplicates(let result):
            if case .success(let found) = result { intake.duplicates = found }
            return []
        case .options(let request, let result):
            optionsLoaded(request, result)
            return []
        case .autosave: return save()
        case .saved(let draft, let result):
            saved(draft, result)
            return []
        case .submitted(let result): return submitted(result, context)
        }
    }

    /// A session that ended opens the login over the form; what was asked is asked again afterwards.
    private mutating func expired<Value>(_ result: Result<Value, APIError>) -> [Effect<Message>] {
        guard case .failure(.unauthorised) = result, waiting == .nothing else { return [] }
        waiting = .reload
        return [.push(LoginScreen.again(desk))]
    }

    private mutating func procedureLoaded(
        _ result: Result<Procedure, APIError>, _ context: ScreenContext
    ) -> [Effect<Message>] {
        procedureLoad = Remote(result)
        switch result {
        case .success(let procedure):
            if intake.resuming != nil {
                let leftover = intake.resume(with: procedure)
                var effects = intake.picker.chosenCase == nil ? [] : loadForm() + refreshTerms()
                if !leftover.isEmpty {
                    let list = leftover.map { $0.name ?? $0.code }.joined(separator: "; ")
                    effects.append(
                        .toast(SafeText(Strings.Intake.leftover(list).text(context.language)), .warning))
                }
                return effects
            }
            intake.picker.take(procedure)
            return intake.picker.chosenCase == nil ? [] : caseTaken() + afterChange()
        case .failure(let error):
            if case .problem(let problem) = error, problem.status == 404, intake.resuming != nil {
                intake.resumeWithoutProcedure()
                let words = Strings.Intake.procedureGone.text(context.language)
                return [.toast(SafeText(words), .error)]
            }
            return expired(result) + [.bell]
        }
    }

    private mutating func formLoaded(
        _ result: Result<FormDefinition, APIError>, _ context: ScreenContext
    ) -> [Effect<Message>] {
        formLoad = Remote(result)
        guard case .success(let definition) = result else { return expired(result) }
        let before = intake.laidAside[definition.id]
        let leftover = intake.take(definition)
        intake.declaration?.lastAnswers = desk.lastAnswers(of: definition.id)
        var effects = optionNames() + loadAutofill()
        if let before, before.version != definition.version {
            let words = Strings.Intake.formChanged(before.version, definition.version)
            effects.append(.toast(SafeText(words.text(context.language)), .warning))
        }
        let kept = leftover.filter { $0.typed && ($0.text ?? $0.chosen?.joined(separator: ", ")) != nil }
        if !kept.isEmpty {
            // What has no field any more goes into the note, where it can be read and used.
            let list = kept.map { $0.text ?? $0.chosen?.joined(separator: ", ") ?? "" }.joined(
                separator: "; ")
            effects.append(.toast(SafeText(Strings.Intake.leftover(list).text(context.language)), .warning))
            let note = [intake.terms.text(TermsForm.ID.note), list].compactMap(\.self).joined(separator: "; ")
            intake.terms.set(TermsForm.ID.note, to: .text(note))
        }
        return effects + afterChange()
    }

    /// The names behind codes that were filled in.
    private mutating func optionNames() -> [Effect<Message>] {
        (intake.declaration?.missingOptions() ?? []).map(loadOptions)
    }

    private mutating func optionsLoaded(
        _ request: OptionRequest, _ result: Result<Page<ReferenceItem>, APIError>
    ) {
        switch result {
        case .success(let page):
            let options = page.items.map { Option(value: $0.code, label: Phrase(vi: $0.name)) }
            intake.declaration?.provide(options, for: request)
        case .failure: intake.declaration?.optionsFailed(request)
        }
    }

    // MARK: - Drafts

    /// Two seconds after the last key at most, what was typed is on the disk.
    func afterChange() -> [Effect<Message>] {
        isDone || intake.isUntouched ? [] : [.after(id: "autosave", seconds: 1.5, .autosave)]
    }

    private mutating func save() -> [Effect<Message>] {
        guard !isDone, submission != .sending, !intake.isUntouched, let store = owner?.store else {
            return []
        }
        let draft = IntakeDraft(intake)
        guard draft != savedDraft, let put = draft.put(title: intake.title) else { return [] }
        let sync = owner?.sync
        return [
            .run(id: "save") {
                do throws(StoreError) {
                    let saved = try store.saveDraft(put)
                    await sync?.draftChanged()
                    return .saved(draft, .success(saved))
                } catch {
                    return .saved(draft, .failure(error))
                }
            }
        ]
    }

    private mutating func saved(_ draft: IntakeDraft, _ result: Result<Draft, StoreError>) {
        switch result {
        case .success(let stored):
            savedDraft = draft
            savedAt = stored.updatedAt
            saveProblem = nil
        case .failure(let error): saveProblem = error
        }
    }

    /// Saves before this returns: on the way out there is no later.
    mutating func saveNow() {
        guard !isDone, !intake.isUntouched, let store = owner?.store else { return }
        let draft = IntakeDraft(intake)
        guard draft != savedDraft || saveProblem != nil, let put = draft.put(title: intake.title) else {
            return
        }
        do throws(StoreError) {
            saved(draft, .success(try store.saveDraft(put)))
            let sync = owner?.sync
            Task { await sync?.draftChanged() }
        } catch {
            saved(draft, .failure(error))
        }
    }

    // MARK: - Submit

    /// F10: to the review first; there it sends, or goes to the first thing to mend.
    mutating func submitPressed(_ context: ScreenContext) -> [Effect<Message>] {
        guard submission != .sending else { return [] }
        let wasOnReview = intake.page == .review
        let focus = intake.review.focus
        let effects = open(.review, context)
        guard wasOnReview else { return effects }
        if let focus { intake.review.focus(focus) }
        if let first = issues.first {
            intake.go(to: first.target)
            // A form says it at the field itself; the other pages have the message line only.
            guard first.target.field == nil else { return [.bell] }
            return [.toast(SafeText(first.text.text(context.language)), .error), .bell]
        }
        if intake.decision == .receive, !intake.papers.missing.isEmpty {
            ask(.missingPapers, context)
            return [.bell]
        }
        return send()
    }

    mutating func send() -> [Effect<Message>] {
        guard let request = intake.request else { return [] }
        saveNow()
        submission = .sending
        let (desk, key, title, owner) = (desk, intake.key, intake.title, owner)
        return [
            .run(id: "submit") {
                .submitted(await desk.submit(request, key: key, title: title, owner: owner))
            }
        ]
    }

    private mutating func submitted(
        _ result: Result<Submitted, SubmitFailure>, _ context: ScreenContext
    ) -> [Effect<Message>] {
        let language = context.language
        submission = .open
        switch result {
        case .success(let done):
            isDone = true
            // The store dropped the draft with the act; a save under way would bring it back.
            try? owner?.store?.removeDraft(intake.key)
            let next = intake.next(key: desk.newID(), now: desk.now, previous: done.dossier.id)
            return [
                .cancel(id: "autosave"), .cancel(id: "save"),
                .replace(ResultScreen(desk: desk, submitted: done, next: next)),
            ]
        case .failure(.expired):
            waiting = .submit
            return [.push(LoginScreen.again(desk))]
        case .failure(.notRecorded(let error)):
            let words = error == .full ? Strings.Errors.notSent : Strings.Errors.notSent(error.words)
            submission = .unknown(words)
            return [.bell]
        case .failure(.refused(let problem)):
            issues = intake.apply(problem.errors ?? [])
            if let first = issues.first {
                intake.go(to: first.target)
                return [.toast(SafeText(Strings.Review.serverErrors.text(language)), .error), .bell]
            }
            submission = .unknown(APIError.problem(problem).words)
            return [.bell]
        case .failure(.unknown(let error)):
            submission = .unknown(Strings.Review.retryHint(error.words.text(language)))
            return [.bell]
        }
    }
}
