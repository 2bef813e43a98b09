import APIClient
import Forms
import Models
import TUI

/// The one box of a call: what is typed into it, and what is found for it.
extension CallScreen {
    mutating func searchTyped(
        _ event: ScreenEvent<Message>, _ context: ScreenContext
    ) -> [Effect<Message>] {
        switch event {
        case .input(.scan(let scan)):
            query.setText(ScanReading.searchText(of: scan))
            return changed()
        case .input(.key(let key)):
            if key.code == .tab, key.modifiers.isEmpty {
                focusCard()
                card.form.focus(field: CallForm.ID.phone)
                return []
            }
            if shown != nil, scrolls(key, context) { return [] }
            if shown == nil, found.handle(key, rows: CallView.resultRows(context.size)) { return [] }
            return edited(query.handle(.key(key)))
        case .input(let input): return edited(query.handle(input))
        case .action(let action): return edited(query.perform(action))
        default: return []
        }
    }

    mutating func scrolls(_ key: Key, _ context: ScreenContext) -> Bool {
        guard key.modifiers.isEmpty else { return false }
        let page = max(1, CallView.resultRows(context.size) - 1)
        switch key.code {
        case .up: scroll -= 1
        case .down: scroll += 1
        case .pageUp: scroll -= page
        case .pageDown: scroll += page
        default: return false
        }
        let lines = CallView.lines(self, columns: CallView.resultColumns(context.size), context).count
        scroll = min(max(0, scroll), max(0, lines - CallView.resultRows(context.size)))
        return true
    }

    mutating func edited(_ outcome: WidgetOutcome) -> [Effect<Message>] {
        let bell: [Effect<Message>] = query.notice == nil ? [] : [.bell]
        return outcome == .changed ? changed() + bell : bell
    }

    var isLongEnough: Bool { query.text.trimmed.count >= LookupScreen.shortest }

    mutating func changed() -> [Effect<Message>] {
        problem = nil
        unanswered = nil
        opensFound = false
        // The caller says something else: the answer makes room.
        shown = nil
        let text = query.text.trimmed
        guard isLongEnough else {
            found.replace(dossiers: [], answers: text.isEmpty ? popular : [], tickets: [])
            answered = nil
            isSearching = false
            let stops: [Effect<Message>] = [.cancel(id: "pause"), .cancel(id: "search")]
            return text.isEmpty && popular.isEmpty ? stops + [askPopular()] : stops
        }
        return [.after(id: "pause", seconds: Self.debounce, .pause(text))]
    }

    /// Whether the list answers what stands in the box, or nothing is to be asked: what is asked most, too short a text.
    var isOfWhatIsTyped: Bool {
        let text = query.text.trimmed
        return !isLongEnough || answered == text || unanswered?.text == text
    }

    // MARK: - Looking up

    mutating func search(_ text: String) -> Effect<Message> {
        isSearching = true
        let desk = desk
        return .run(id: "search") {
            // No question is so long either.
            guard !LookupQuery.isTooLong(text) else {
                return .found(text, Found(dossiers: .success(SearchPage(items: [])), answers: .success([])))
            }
            async let dossiers = desk.search(text, limit: 20)
            async let answers = desk.ask { client throws(APIError) in
                try await client.searchFAQ(text, limit: 10)
            }
            return .found(text, Found(dossiers: await dossiers, answers: await answers))
        }
    }

    func askPopular() -> Effect<Message> {
        let desk = desk
        return .run(id: "popular") {
            .popular(
                await desk.ask { client throws(APIError) in try await client.searchFAQ("", limit: 10) })
        }
    }

    mutating func popularAnswer(_ result: Result<[ScriptAnswer], APIError>) -> [Effect<Message>] {
        switch result {
        case .success(let answers): popular = answers
        case .failure(.unauthorised): return [.push(LoginScreen.again(desk))]
        case .failure(let error):
            if isSuggesting { problem = error.words }
            return []
        }
        if isSuggesting { found.replace(dossiers: [], answers: popular, tickets: []) }
        return []
    }

    /// Nothing is typed: the list is what is asked most.
    var isSuggesting: Bool { query.text.trimmed.isEmpty }

    mutating func foundAnswer(_ text: String, _ answer: Found) -> [Effect<Message>] {
        // An answer to what no longer stands there is of no use.
        guard text == query.text.trimmed else { return [] }
        isSearching = false
        let opens = opensFound
        opensFound = false
        let failures = [answer.dossiers.failure, answer.answers.failure].compactMap(\.self)
        let isRepeated = unanswered?.text == text
        unanswered = failures.first.map { (text: text, why: $0.words) }
        // That there is none is told only where all was asked.
        answered = failures.isEmpty ? text : nil
        // A list in which somebody moves stays as it is until more is known.
        if failures.isEmpty || !isRepeated || found.rows.isEmpty {
            let page = try? answer.dossiers.get()
            understood = page?.understood ?? []
            found.replace(
                dossiers: page?.items ?? [], answers: (try? answer.answers.get()) ?? [], tickets: [])
            addEarlier()
        }
        guard let failure = failures.first else {
            if isRepeated { problem = nil }
            // Who has gone on to the card is not called back from it.
            return opens && focus == .search && found.rows.count == 1 ? open() : []
        }
        problem = failure.words
        if failures.contains(.unauthorised) { return [.push(LoginScreen.again(desk))] }
        // As soon as the server is back it is asked again.
        return failures.contains(where: \.isLink)
            ? [.after(id: "pause", seconds: LookupScreen.again, .pause(text))] : []
    }

    func tellEarlierUnknown(_ error: APIError, _ language: Language) -> [Effect<Message>] {
        [.toast(SafeText(Strings.Call.earlierUnknown(error.words).text(language)), .warning), .bell]
    }

    /// The caller's open tickets, where his number is what is looked for.
    mutating func addEarlier() {
        guard !earlier.isEmpty, let number = card.form.rawText(CallForm.ID.phone),
            CallNumber.read(query.text) == CallNumber.read(number)
        else { return }
        found.add(earlier)
    }

    func askWhoCalls() -> [Effect<Message>] {
        guard let number = card.form.rawText(CallForm.ID.phone), PhoneNumber.check(number) == nil else {
            return []
        }
        let desk = desk
        return [
            .run(id: "known") {
                .known(
                    await desk.ask { client throws(APIError) in
                        try await client.tickets(phone: number, limit: 5)
                    })
            }
        ]
    }
}
