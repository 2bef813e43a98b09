import APIClient
import Forms
import Models
import TUI

/// What the intake asks of server and store, and what it makes of the answers.
extension IntakeScreen {
    func ask<Value: Sendable>(
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
        let begun = intake.laidAside[chosen.formId].map(\.version)
        return [
            ask("form", Message.form) { client throws(APIError) in
                try await client.declaration(procedure: code, case: chosen, begun: begun)
            }
        ]
    }

    func loadAutofill() -> [Effect<Message>] {
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
            // An answer for the case before would stand here as this one's.
            return [.cancel(id: "quote"), .cancel(id: "quote-pause")]
        }
        // The server would count an absent quantity as one; a sum that is not the right one is none.
        if let field = intake.uncountable.first {
            quote = .failed(Strings.Terms.quantityWrong(field.label))
            return [.cancel(id: "quote"), .cancel(id: "quote-pause")]
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
        let appointment = Appointment(procedure: intake.picker.procedure, request: request)
        return [
            ask("due", Message.due) { client throws(APIError) in try await appointment.ask(client) }
        ]
    }

    /// - Returns: Nothing once the act has gone out without an answer: what is found then may be the very dossier that
    ///   it made. What was found before stands.
    mutating func checkDuplicates() -> [Effect<Message>] {
        guard submission == .open else { return [] }
        guard let code = intake.picker.procedure?.code, let caseCode = intake.picker.caseCode else {
            duplicates = .none
            return [.cancel(id: "duplicates")]
        }
        let person = intake.wireApplicant
        guard person.identityNumber != nil || person.taxCode != nil else {
            duplicates = .failed(Strings.Review.duplicatesNeedNumber)
            return [.cancel(id: "duplicates")]
        }
        if duplicates.value == nil { duplicates = .loading }
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
        let cursor = optionCursors[request]
        let parts = [request.set, request.parent, request.query, request.code, "\(request.offset)"]
        // Names that are asked for at once must not take each other's place.
        return ask("options-" + parts.map { $0 ?? "" }.joined(separator: "/"), { .options(request, $0) }) {
            client throws(APIError) in
            try await client.options(request, cursor: cursor)
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
        if duplicates.failure != nil { effects += checkDuplicates() }
        return effects + refreshTerms()
    }

    mutating func resume(_ context: ScreenContext) -> [Effect<Message>] {
        var effects: [Effect<Message>] = []
        if let store = owner?.store {
            let key = intake.key
            effects.append(
                .run(id: "unsent") {
                    .unsent(
                        Result { () throws(StoreError) in try store.intent(key)?.isPending == true })
                })
        } else {
            effects.append(.toast(SafeText(Strings.Intake.resumed.text(context.language)), .success))
        }
        if let code = intake.resuming?.procedure {
            procedureLoad = .loading
            effects.append(loadProcedure(code))
        } else if intake.page == .review {
            effects += open(.review, context)
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
            return expired(result)
        case .procedure(let result): return procedureLoaded(result, context)
        case .form(let result): return formLoaded(result, context)
        case .autofill(let result):
            guard case .success(let autofill) = result,
                intake.keepingTakeBack({ $0.take(autofill) })
            else { return expired(result) }
            return optionNames() + afterChange()
        case .quotePause: return askQuote()
        case .quoted(let result):
            quote = Remote(result)
            return expired(result)
        case .due(let result):
            due = Remote(result)
            return expired(result)
        case .duplicates(let result):
            duplicates = Remote(result)
            return expired(result)
        case .options(let request, let result):
            return optionsLoaded(request, result)
        case .autosave: return save()
        case .saved(let draft, let result): return saved(draft, result, context)
        case .unsent(.failure(let error)):
            // It may have been sent: nothing of it is taken back unseen.
            submission = .unknown(error.words)
            return [.toast(SafeText(error.words.text(context.language)), .error)]
        case .unsent(.success(let isUnsent)):
            let words = isUnsent ? Strings.Intake.resumedUnsent : Strings.Intake.resumed
            if isUnsent { submission = .unknown(words) }
            // That the procedure is gone may have been said first, and says more.
            if !isUnsent, procedureLoad.failure != nil { return [] }
            return [.toast(SafeText(words.text(context.language)), isUnsent ? .warning : .success)]
        case .submitted(let result): return submitted(result, context)
        case .folder(let path, let result): return folderRead(path, result, context)
        case .fileProgress: return filesMoved()
        case .uploaded(let path, let id, let result): return uploaded(path, id, result)
        case .scanners(let result): return foundScanners(result, context)
        case .scanned(let result): return scanned(result, context)
        case .scanFinished(let path, let result): return scanFinished(path, result, context)
        case .previewed(let copy, let result): return previewed(copy, result, context)
        case .downloaded(let result): return downloaded(result, context)
        }
    }

    /// A session that ended opens the login over the form; what was asked is asked again afterwards.
    mutating func expired<Value>(_ result: Result<Value, APIError>) -> [Effect<Message>] {
        guard case .failure(.unauthorised) = result, waiting == .nothing else { return [] }
        waiting = .reload
        return [.push(LoginScreen.again(desk))]
    }

    mutating func procedureLoaded(
        _ result: Result<Procedure, APIError>, _ context: ScreenContext
    ) -> [Effect<Message>] {
        procedureLoad = Remote(result)
        switch result {
        case .success(let procedure):
            if let waiting = intake.resuming, waiting.procedure != procedure.code {
                // The officer has picked another one than the draft's.
                intake.resumeWithoutProcedure()
            }
            if intake.resuming != nil {
                let leftover = intake.resume(with: procedure)
                var effects = intake.picker.chosenCase == nil ? [] : loadForm() + refreshTerms()
                // What is missing is listed at once, not when it is to be sent.
                if intake.page == .review { effects += open(.review, context) }
                if !leftover.isEmpty {
                    let list = leftover.map { $0.name ?? $0.code }.joined(separator: "; ")
                    effects.append(notice(Strings.Intake.leftover(list), context))
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

    mutating func formLoaded(
        _ result: Result<FormDefinition, APIError>, _ context: ScreenContext
    ) -> [Effect<Message>] {
        formLoad = Remote(result)
        guard case .success(let definition) = result else { return expired(result) }
        let words = place(definition)
        if intake.page == .review { recheck() }
        var effects = optionNames() + loadAutofill() + words.map { notice($0, context) }
        if awaitsForm, intake.page == .declaration {
            awaitsForm = false
            recheck()
            let standing = intake.standing(of: issues)
            if let first = standing.first { effects = show(first, of: standing.count, context) + effects }
        }
        return effects + afterChange()
    }

    /// Puts the declaration in its place, with what a draft held of it.
    ///
    /// - Returns: What has to be said: a form that has changed, answers without a field.
    mutating func place(_ definition: FormDefinition) -> [Phrase] {
        let before = intake.laidAside[definition.id]
        let leftover = intake.take(definition)
        let last = desk.lastAnswers(of: definition.id)
        intake.declaration?.lastAnswers = last
        var words: [Phrase] = []
        if let before, before.version != definition.version {
            words.append(Strings.Intake.formChanged(before.version, definition.version))
        }
        let kept = leftover.filter(\.typed).compactMap { $0.text ?? $0.chosen?.joined(separator: ", ") }
        if !kept.isEmpty {
            // What has no field any more goes into the note, where it can be read and used.
            let list = kept.joined(separator: "; ")
            words.append(Strings.Intake.leftover(list))
            let note = [intake.terms.text(TermsForm.ID.note), list].compactMap(\.self).joined(separator: "; ")
            intake.terms.set(TermsForm.ID.note, to: .text(note))
        }
        return words
    }

    private mutating func notice(_ words: Phrase, _ context: ScreenContext) -> Effect<Message> {
        if !notices.contains(words) { notices.append(words) }
        return .toast(SafeText(words.text(context.language)), .warning)
    }

    /// The names behind codes that were filled in.
    private mutating func optionNames() -> [Effect<Message>] {
        (intake.declaration?.missingOptions() ?? []).map(loadOptions)
    }

    private mutating func optionsLoaded(
        _ request: OptionRequest, _ result: Result<Page<ReferenceItem>, APIError>
    ) -> [Effect<Message>] {
        switch result {
        case .success(let page):
            let options = page.items.map { Option(value: $0.code, label: Phrase(vi: $0.name)) }
            var rest = request
            rest.offset += options.count
            // A page with nothing on it is the last one, whatever it says.
            optionCursors[rest] = options.isEmpty ? nil : page.nextCursor
            let next = intake.declaration?.provide(
                options, for: request, isComplete: optionCursors[rest] == nil)
            return next.map { [loadOptions($0)] } ?? []
        case .failure:
            intake.declaration?.optionsFailed(request)
            return []
        }
    }
}
