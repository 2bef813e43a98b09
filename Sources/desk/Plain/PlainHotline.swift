import APIClient
import Forms
import Models
import TUI

/// A call of the hotline, asked and answered line by line.
struct PlainHotline: Sendable {
    let plain: PlainDesk

    private typealias Words = Strings.PlainHotline
    private var desk: Desk { plain.desk }
    private var language: Language { plain.language }

    /// A call that `desk call` has brought, or one that the officer opens.
    func take(_ phone: String?, draft: Draft? = nil) async {
        var screen: CallScreen
        if let draft {
            guard let kept = CallScreen(desk: desk, draft: draft) else { return }
            screen = kept
        } else {
            screen = CallScreen(desk: desk, phone: phone)
        }
        guard !screen.isInUse else { return plain.say(Strings.Call.inUse) }
        plain.say(Words.begun(phone))
        if let phone { await find(phone, &screen) }
        plain.say(Words.intro)
        while let line = await plain.console.ask(SafeText(Strings.Call.prompt.text(language) + ": ")) {
            switch TextFold.fold(line.trimmed) {
            case "": return await finish(&screen)
            case "!": return stop(&screen)
            case "!phieu", "!ticket": await ticket(&screen)
            default: await find(line.trimmed, &screen)
            }
            screen.saveNow()
        }
        stop(&screen)
    }

    private func stop(_ screen: inout CallScreen) {
        screen.saveNow()
        if !screen.card.isUntouched { plain.say(Strings.Call.kept) }
    }

    // MARK: - Finding

    private func find(_ text: String, _ screen: inout CallScreen) async {
        guard text.count >= LookupScreen.shortest else { return plain.say(Strings.Lookup.tooShort) }
        guard !LookupQuery.isTooLong(text) else { return plain.say(Strings.Lookup.nothing(text, [])) }
        guard let page = await plain.search(ScanReading.searchText(of: text), limit: 20),
            let answers = await plain.ask({ client throws(APIError) in
                try await client.searchFAQ(text, limit: 10)
            })
        else { return }
        let rows = page.items.map(CallFound.Row.dossier) + answers.map(CallFound.Row.answer)
        guard !rows.isEmpty else { return plain.say(Strings.Call.nothing(text, page.understood)) }
        let items = rows.enumerated().map { index, row in
            PickItems.Item(
                value: String(index),
                label: SafeText(
                    [row.head, row.tail(language, now: desk.now)].filter { !$0.isEmpty }.joined(
                        separator: ", ")))
        }
        let choice = LineChoice(console: plain.console, language: language)
        guard
            case .chosen(let value) = await choice.pick(
                SafeText(Strings.Plain.choose.text(language)), among: PickItems(items)),
            let index = Int(value)
        else { return }
        switch rows[index] {
        case .answer(let answer):
            if screen.card.dossier == nil { screen.card.procedure = answer.procedure?.code }
            screen.card.suggest(answer.code == "phi" ? .fee : .guidance)
            read([answer.question, answer.answer])
        case .dossier(let item): await open(CallDossier(id: item.id, code: item.code), &screen)
        case .ticket: break
        }
    }

    private func read(_ texts: [String]) {
        for text in texts { for line in SafeText.lines(text) { plain.console.say(line) } }
    }

    /// Read out only to who has shown that it is his.
    private func open(_ dossier: CallDossier, _ screen: inout CallScreen) async {
        screen.card.dossier = dossier
        screen.card.suggest(.dossier)
        while !screen.card.verified.contains(dossier.id) {
            var form = FormState(
                CallVerification.definition, today: desk.today, language: language, submitLabel: nil)
            let asked = LineForm(console: plain.console, language: language)
            guard await asked.fill(&form) == .finished, let check = CallVerification.check(form.answers)
            else {
                return plain.say(Strings.Call.unverified)
            }
            let verdict = await plain.ask { client throws(APIError) in
                try await client.verifyCaller(dossier: dossier.id, check)
            }
            guard let verdict else { return }
            if verdict.verified {
                screen.card.verified.insert(dossier.id)
            } else {
                plain.say(Strings.Call.wrong(verdict.triesLeft))
            }
        }
        plain.say(Strings.Call.isVerified)
        let id = dossier.id
        guard let whole = await plain.ask({ client throws(APIError) in try await client.dossier(id) }) else {
            return
        }
        let clock = await desk.ask { client throws(APIError) in try await client.clock(dossier: id) }
        let events = await desk.ask { client throws(APIError) in try await client.events(dossier: id) }
        let readout = Readout(
            dossier: whole, clock: try? clock.get(), events: (try? events.get()) ?? [], now: desk.now)
        read(readout.sentences.map { $0.text(language) })
        if let failure = clock.failure ?? events.failure { plain.say(failure.words) }
    }

    // MARK: - The card

    private var units: LineForm.Hooks {
        let plain = plain
        return LineForm.Hooks(options: { request in
            let page = await plain.ask { client throws(APIError) in try await client.options(request) }
            return page?.items.map {
                Option(value: $0.code, label: Phrase(vi: "\($0.name) (\($0.code))"))
            }
        })
    }

    private func ticket(_ screen: inout CallScreen) async {
        guard
            let kinds = await plain.ask({ client throws(APIError) in
                try await client.reference("ticket_kinds", limit: 50).items
            })
        else { return }
        let about = screen.card.dossier
        let unit: CodeName?
        switch await desk.unit(of: about) {
        case .success(let found): unit = found
        case .failure(let error):
            plain.say(Strings.Ticket.noUnit(error.words))
            unit = nil
        }
        var form = TicketForm.make(
            for: screen.card, subject: nil, kinds: kinds, unit: unit, province: desk.province,
            today: desk.today, language)
        let ending = await plain.fill(
            &form, keeping: .ticketRequest(screen.card.key),
            title: Strings.Ticket.compose.text(.vi), owner: desk.signedIn, hooks: units)
        guard ending == .finished, let request = TicketForm.request(form.answers) else {
            return
        }
        screen.card.ticket = request
        screen.card.ticketTo = request.to
        screen.card.form.set(CallForm.ID.result, to: .text(CallResult.ticket.rawValue))
        if screen.card.form.text(CallForm.ID.topic) == nil { screen.card.suggest(.complaint) }
        plain.say(Strings.Call.ticketReady(request.to))
    }

    private func finish(_ screen: inout CallScreen) async {
        let asked = LineForm(console: plain.console, language: language)
        while true {
            guard await asked.fill(&screen.card.form) == .finished else { return stop(&screen) }
            let isTicket =
                screen.card.form.answers.text(CallForm.ID.result) == CallResult.ticket.rawValue
            if isTicket, screen.card.ticket == nil {
                await ticket(&screen)
                guard screen.card.ticket != nil else { continue }
            }
            if !isTicket { (screen.card.ticket, screen.card.ticketTo) = (nil, nil) }
            break
        }
        screen.saveNow()
        let (card, owner) = (screen.card, screen.owner)
        let request = card.request
        while true {
            let result = await desk.recordCall(
                request, key: card.key, title: Strings.Call.draftTitle(request.phone), owner: owner)
            switch result {
            case .success(let acted):
                let call = acted.value
                return plain.say(
                    call.ticket.map { Strings.Call.savedTicket($0.code) }
                        ?? Strings.Call.saved(Strings.Call.length(call.seconds)))
            case .failure(.expired):
                guard await plain.logIn(again: owner) else { return }
                continue
            case .failure(.refused(let refusal)):
                plain.say(APIError.problem(refusal).words)
                for error in refusal.errors ?? [] { plain.console.say(SafeText(error.message)) }
                return plain.say(Strings.Call.kept)
            case .failure(let failure):
                if let words = TicketActScreen.words(failure) { plain.say(words) }
                guard await plain.asksYes(Strings.Plain.again) == true else { return }
            }
        }
    }

    // MARK: - Tickets

    /// Reads the open tickets, and lets one be acted on.
    func tickets() async {
        while true {
            guard
                let page = await plain.ask({ client throws(APIError) in
                    try await client.tickets(state: "open", limit: 100)
                })
            else { return }
            guard !page.items.isEmpty else { return plain.say(Strings.Ticket.none) }
            let items = page.items.map { ticket in
                PickItems.Item(
                    value: ticket.id,
                    label: SafeText(
                        [
                            ticket.code, ticket.subject,
                            TicketLine.state(ticket, now: desk.now, language), ticket.to.name,
                        ].joined(separator: ", ")))
            }
            let choice = LineChoice(console: plain.console, language: language)
            guard
                case .chosen(let id) = await choice.pick(
                    SafeText(Strings.Plain.choose.text(language)), among: PickItems(items))
            else { return }
            await open(ticket: id)
        }
    }

    private func open(ticket id: ID) async {
        guard let ticket = await plain.ask({ client throws(APIError) in try await client.ticket(id) }) else {
            return
        }
        plain.say(TicketSheet.make(ticket, now: desk.now, width: 76, isSpoken: true, language))
        let verbs = ticket.actions ?? []
        guard !verbs.isEmpty else { return }
        let items = verbs.map {
            PickItems.Item(value: $0.rawValue, label: SafeText(Strings.Ticket.name($0).text(language)))
        }
        let choice = LineChoice(console: plain.console, language: language)
        plain.say(Strings.Plain.acts)
        guard
            case .chosen(let value) = await choice.pick(
                SafeText(Strings.Plain.chooseAct.text(language)), among: PickItems(items)),
            let verb = TicketVerb(rawValue: value)
        else { return }
        await act(verb, on: ticket)
    }

    private func act(_ verb: TicketVerb, on ticket: Ticket) async {
        let (place, owner) = (TypedForm.Place.ticket(verb, ticket.id), desk.signedIn)
        var act = TicketAct()
        if verb == .resolve || verb == .escalate {
            var form = FormState(
                TicketActScreen.definition(
                    verb, popular: TicketActScreen.popular(ticket, province: desk.province)),
                today: desk.today, language: language, submitLabel: nil)
            let ending = await plain.fill(
                &form, keeping: place, title: Strings.Ticket.title(verb, ticket.code), owner: owner,
                hooks: units)
            guard ending == .finished else { return plain.say(Words.left) }
            act = TicketAct(
                note: form.text(TicketActScreen.ID.note), to: form.text(TicketActScreen.ID.to))
        }
        let key = desk.newID()
        while true {
            let result = await desk.act(
                onTicket: ticket.id, verb, act, revision: ticket.revision, key: key,
                title: Strings.Ticket.title(verb, ticket.code), draft: place.id, owner: owner)
            switch result {
            case .success:
                desk.forgetTyped(at: place, owner: owner)
                return plain.say(Strings.Ticket.done(verb, ticket.code))
            case .failure(.expired): guard await plain.logIn(again: owner) else { return }
            case .failure(let failure):
                if let words = TicketActScreen.words(failure) { plain.say(words) }
                if case .refused = failure { return }
                guard await plain.asksYes(Strings.Plain.again) == true else { return }
            }
        }
    }
}
