import APIClient
import Forms
import Models
import TUI

/// Opening what was found: an answer at once, a dossier after the caller has shown that it is his.
extension CallScreen {
    mutating func open() -> [Effect<Message>] {
        problem = nil
        scroll = 0
        // A row of other words is not what the caller says now: the answer is asked for at once, and opened if it is one.
        guard isOfWhatIsTyped else {
            opensFound = true
            return [.cancel(id: "pause"), search(query.text.trimmed)]
        }
        switch found.selected {
        case .answer(let answer)?:
            shown = .answer(answer)
            if card.dossier == nil { card.procedure = answer.procedure?.code }
            card.suggest(answer.code == "phi" ? .fee : .guidance)
            return arm()
        case .ticket(let ticket)?: return [.push(TicketScreen(desk: desk, id: ticket.id, code: ticket.code))]
        case .dossier(let item)?:
            let dossier = CallDossier(id: item.id, code: item.code)
            card.dossier = dossier
            card.suggest(.dossier)
            guard card.verified.contains(dossier.id) else {
                askWhose(dossier, item.matched)
                return arm()
            }
            return [load(dossier)] + arm()
        case nil: return []
        }
    }

    private mutating func askWhose(_ dossier: CallDossier, _ match: SearchMatch?) {
        var form = FormState(
            CallVerification.definition, today: desk.today, language: desk.language,
            submitLabel: Strings.Call.check)
        form.time = desk.time
        form.submitHelp = Strings.Buttons.verify
        form.set(
            CallVerification.ID.what, to: .text(CallVerification.preset(foundBy: match).rawValue))
        form.focus(field: CallVerification.ID.said)
        verification = form
        verifying = dossier
        focus = .verification
    }

    mutating func verify() -> [Effect<Message>] {
        guard let dossier = verifying,
            let check = verification.flatMap({ CallVerification.check($0.answers) })
        else { return [] }
        verification?.working = true
        problem = nil
        let desk = desk
        return [
            .run(id: "verify") {
                .verified(
                    dossier,
                    await desk.ask { client throws(APIError) in
                        try await client.verifyCaller(dossier: dossier.id, check)
                    })
            }
        ]
    }

    mutating func verified(_ dossier: CallDossier, _ result: Result<CallerVerdict, APIError>) -> [Effect<
        Message
    >] {
        verification?.working = false
        switch result {
        case .success(let verdict) where verdict.verified:
            card.verified.insert(dossier.id)
            closeVerification()
            return [load(dossier)] + arm()
        case .success(let verdict):
            problem = Strings.Call.wrong(verdict.triesLeft)
            verification?.set(FieldPath(CallVerification.ID.said), to: nil)
            verification?.focus(field: CallVerification.ID.said)
            return [.bell]
        case .failure(let error):
            problem = error.words
            verification?.focus(field: CallVerification.ID.said)
            return error == .unauthorised ? [.push(LoginScreen.again(desk))] : [.bell]
        }
    }

    /// What was read out, on paper or as a file.
    mutating func keep(
        _ work: @escaping @Sendable (Readout, Desk) async -> Result<SlipPrinter.Outcome, SlipPrinter.Failure>
    ) -> [Effect<Message>] {
        guard let readout = shown?.readout, !isKeeping else { return [] }
        isKeeping = true
        let desk = desk
        return [.run(id: "keep") { .kept(await work(readout, desk)) }]
    }

    private mutating func load(_ dossier: CallDossier) -> Effect<Message> {
        shown = .loading(dossier)
        let (desk, id) = (desk, dossier.id)
        return .run(id: "dossier") {
            .loaded(id, await desk.ask { client throws(APIError) in try await client.dossier(id) })
        }
    }

    mutating func loaded(_ id: ID, _ result: Result<Dossier, APIError>) -> [Effect<Message>] {
        guard case .loading(let dossier)? = shown, dossier.id == id else { return [] }
        switch result {
        case .success(let whole):
            shown = .readout(Readout(dossier: whole, now: desk.now))
            let desk = desk
            return [
                .run(id: "details") {
                    async let clock = desk.ask { client throws(APIError) in
                        try await client.clock(dossier: id)
                    }
                    async let events = desk.ask { client throws(APIError) in
                        try await client.events(dossier: id)
                    }
                    return .details(id, await clock, await events)
                }
            ]
        case .failure(let error):
            shown = nil
            problem = error.words
            return error == .unauthorised ? [.push(LoginScreen.again(desk))] : [.bell]
        }
    }
}

extension CallDraft {
    /// What goes into the store and to the server; nil only where it can't be written as JSON.
    var put: DraftPut? {
        guard let content = try? StrictJSON.value(of: self) else { return nil }
        let phone = form.entries.first { $0.pointer == FieldPath(CallForm.ID.phone).pointer }?.text
        return DraftPut(
            id: key, kind: Self.kind, title: Strings.Call.draftTitle(phone), procedure: procedure,
            content: content)
    }
}

extension Result {
    /// Why it failed; nil where it did not.
    var failure: Failure? {
        if case .failure(let failure) = self { failure } else { nil }
    }
}
