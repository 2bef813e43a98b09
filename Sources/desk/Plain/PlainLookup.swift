import APIClient
import Forms
import Models
import TUI

/// Looks dossiers up and reads them out, for `desk --plain`.
struct PlainLookup: Sendable {
    let plain: PlainDesk

    private var language: Language { plain.language }
    /// In the list of queues: no queue is called so.
    private static let unfetched = "-unfetched"
    /// Wide enough for a sentence, narrow enough for a Braille display's reader to keep its place. Columns.
    static let width = 76

    /// Asks what to look for, until nothing is typed.
    func run() async {
        plain.say(Strings.Lookup.help)
        let popular = await popular()
        tellRecent()
        tell(popular)
        while let line = await plain.console.ask(SafeText(Strings.Lookup.prompt.text(language) + ": ")) {
            guard !line.trimmed.isEmpty, line.trimmed != "!", line.trimmed != "<" else { return }
            if let number = Int(line.trimmed), recent.indices.contains(number - 1) {
                await open(recent[number - 1])
            } else if let number = Int(line.trimmed), popular.indices.contains(number - 1) {
                await narrowed(to: popular[number - 1])
            } else {
                await find(line)
            }
        }
    }

    /// What the officer looked up and opened last, as far as one digit names it: two are a question already.
    private var recent: [RecentFinds.Find] { Array(plain.desk.recent.finds.prefix(9)) }

    /// The procedures that are used most here, for who has looked nothing up yet; what can't be had is not offered.
    private func popular() async -> [ProcedureSummary] {
        guard recent.isEmpty else { return [] }
        if let known = plain.desk.catalogue { return Array(known.prefix(LookupScreen.mostPopular)) }
        return await plain.ask { client throws(APIError) in
            try await client.procedures(limit: LookupScreen.mostPopular).items
        } ?? []
    }

    private func tell(_ popular: [ProcedureSummary]) {
        guard !popular.isEmpty, recent.isEmpty else { return }
        plain.say(Strings.Plain.popular)
        for (index, procedure) in popular.enumerated() {
            plain.console.say(SafeText("\(index + 1). \(procedure.name)"))
        }
    }

    /// The dossiers of a procedure, newest first.
    private func narrowed(to procedure: ProcedureSummary) async {
        var filter = SearchFilter()
        filter.procedure = procedure.code
        let asked = await plain.ask { [filter] client throws(APIError) in
            try await client.search("", filter: filter, limit: 50)
        }
        guard let page = asked else { return }
        guard !page.items.isEmpty else { return plain.say(Strings.Lookup.nothingFiltered) }
        plain.say(Strings.Lookup.found(page.items.count, more: page.nextCursor != nil))
        await choose(page.items)
    }

    private func tellRecent() {
        guard !recent.isEmpty else { return }
        plain.say(Strings.Plain.recent)
        for (index, find) in recent.enumerated() {
            let words: String =
                switch find {
                case .dossier(_, let code, let procedure): "\(code), \(procedure)"
                case .query(let text): "\"\(text)\""
                }
            plain.console.say(SafeText("\(index + 1). \(words)"))
        }
    }

    private func open(_ find: RecentFinds.Find) async {
        switch find {
        case .dossier(let id, _, _): await read(id)
        case .query(let text): await self.find(text)
        }
    }

    /// Looks up what was typed or scanned, and reads out the dossier that is chosen.
    func find(_ line: String) async {
        let text = ScanReading.searchText(of: line.trimmed)
        guard text.count >= LookupScreen.shortest else { return plain.say(Strings.Lookup.tooShort) }
        guard let page = await plain.search(text, limit: 50) else { return }
        guard !page.items.isEmpty else {
            let code = LookupQuery.code(text, unit: plain.desk.dossierUnit)
            if let code, plain.desk.opensWithReason { return await open(withReason: code) }
            return plain.say(Strings.Lookup.nothing(text, page.understood))
        }
        plain.say(Strings.Lookup.found(page.items.count, more: page.nextCursor != nil))
        if LookupQuery.code(text, unit: plain.desk.dossierUnit) == nil {
            plain.desk.note(.query(text), owner: plain.desk.signedIn)
        }
        await choose(page.items)
    }

    /// Who sees no dossiers is asked whether this one has to be opened.
    private func open(withReason code: String) async {
        guard await plain.asksYes(Strings.BreakGlass.ask(code)) == true,
            let grant = await PlainTask(plain: plain).perform(BreakGlassTask(code: code))
        else { return }
        await read(grant.dossier)
    }

    /// Reads the queues with their counts, and the dossiers of the one that is chosen.
    func queues() async {
        guard let inboxes = await plain.ask({ client throws(APIError) in try await client.inboxes() }) else {
            return
        }
        guard !inboxes.isEmpty else { return plain.say(Strings.Home.noQueues) }
        var items = inboxes.map {
            PickItems.Item(value: $0.slug, label: SafeText("\($0.name): \($0.count)"))
        }
        let unfetched = inboxes.first { $0.uncollected ?? 0 > 0 }
        if let count = unfetched?.uncollected {
            let words = Strings.Filter.uncollected.text(language)
            items.append(.init(value: Self.unfetched, label: SafeText("\(words): \(count)")))
        }
        guard case .chosen(let slug) = await pick(items) else { return }
        guard let inbox = slug == Self.unfetched ? unfetched : inboxes.first(where: { $0.slug == slug })
        else { return }
        var queue = PlainQueue(plain: plain, inbox: inbox, isUnfetched: slug == Self.unfetched)
        await queue.run()
    }

    private func pick(_ items: [PickItems.Item]) async -> LineChoice.Outcome {
        await LineChoice(console: plain.console, language: language).pick(
            SafeText(Strings.Plain.choose.text(language)), among: PickItems(items))
    }

    private func choose(_ found: [SearchItem]) async {
        let items = found.map(line)
        guard items.count > 1 else {
            if let only = found.first { await read(only.id) }
            return
        }
        while case .chosen(let id) = await pick(items) { await read(id) }
    }

    /// A dossier of a list, in one line.
    func line(_ item: SearchItem) -> PickItems.Item {
        var facts = [item.code, item.applicantName, item.procedureName, item.statusTitle.text(language)]
        if let due = item.dueAt { facts.append("\(Strings.Dossier.due.text(language)) \(due.display)") }
        if let words = item.dueWarning(at: plain.desk.now) { facts.append(words.text(language)) }
        return PickItems.Item(value: item.id, label: SafeText(facts.joined(separator: ", ")))
    }

    /// Reads a dossier out, and offers what can be done with it; then another of its bundle.
    func read(_ id: ID) async {
        var next: ID? = id
        while let id = next { next = await readOne(id) }
    }

    /// - Returns: Another dossier of the same bundle that is wanted.
    private func readOne(_ id: ID) async -> ID? {
        let desk = plain.desk
        let owner = desk.signedIn
        guard let dossier = await plain.ask({ client throws(APIError) in try await client.dossier(id) })
        else { return nil }
        desk.note(dossier.find, owner: owner)
        let clock = await desk.ask { client throws(APIError) in try await client.clock(dossier: id) }
        let events = await desk.ask { client throws(APIError) in try await client.events(dossier: id) }
        let form = await desk.ask { client throws(APIError) in
            try await client.form(dossier.formId, version: dossier.formVersion)
        }
        let codes = AnswerLines(form: try? form.get(), language: language).codes(dossier.answers)
        let names = await desk.names(of: codes)
        plain.say(
            DossierSheet(
                dossier: dossier, events: Remote(events), form: Remote(form), names: names,
                clock: try? clock.get(), now: desk.now, language: language
            ).sheet(width: Self.width, isSpoken: true))
        let bar = ClockBar(
            dossier: dossier, clock: try? clock.get(), completedAt: (try? events.get())?.completedAt,
            now: desk.now)
        plain.console.say(SafeText(bar.spoken(language)))
        // The sheet says of history and form that they are missing; what the clock would say is missing as well.
        if let failure = clock.failure { plain.say(Strings.Dossier.noClock(failure.words)) }
        let changed = await PlainActs(plain: plain, id: id).offer(dossier)
        await PlainSlip(plain: plain, dossier: changed ?? dossier).offer()
        return await other(of: dossier)
    }

    /// The others that were taken in together with it, to be read next.
    private func other(of dossier: Dossier) async -> ID? {
        let others = dossier.bundle?.dossiers.filter { $0.id != dossier.id } ?? []
        guard !others.isEmpty else { return nil }
        plain.say(Strings.Plain.bundle)
        for (index, linked) in others.enumerated() {
            let state = BundleLines.state(linked, language)
            plain.console.say(SafeText("\(index + 1). \(linked.code), \(linked.procedureName), \(state)"))
        }
        let prompt = SafeText(Strings.Plain.otherOfBundle.text(language) + ": ")
        while let line = await plain.console.ask(prompt) {
            if ["", "!", "<"].contains(line.trimmed) { return nil }
            if let number = Int(line.trimmed), others.indices.contains(number - 1) {
                return others[number - 1].id
            }
            plain.say(Strings.Plain.noSuchNumber(others.count))
        }
        return nil
    }
}
