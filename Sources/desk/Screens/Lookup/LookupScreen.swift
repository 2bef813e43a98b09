import APIClient
import Forms
import Models
import TUI

/// Looks dossiers up as one types: code, identity number, telephone, name without accents; narrowed by filters that
/// stay as the text changes.
struct LookupScreen: Screen {
    enum Message: Sendable {
        /// The officer has stopped typing.
        case pause(Asked)
        case found(Asked, Result<SearchPage, APIError>)
        /// Of the search of that number alone: the same words asked for again begin another list.
        case foundMore(Int, Result<SearchPage, APIError>)
        case saved(TableFile.Outcome)
        case popular(Result<[ProcedureSummary], APIError>)
    }

    /// What is offered while nothing is typed.
    enum Suggestion: Sendable, Equatable {
        case find(RecentFinds.Find)
        /// Narrows to the dossiers of a procedure that this officer and this desk use most.
        case procedure(code: String, name: String)
    }

    /// One question: what was typed, and what it was narrowed to.
    struct Asked: Sendable, Equatable {
        var text: String
        var filter: SearchFilter
    }

    /// Seconds after the last key until the question goes out (eForm SE-2: 300–500 ms).
    static let debounce = 0.35
    /// Seconds after a broken link until the question goes out again by itself.
    static let again: Double = 5
    /// Procedures that are offered to who has looked nothing up yet.
    static let mostPopular = 5
    /// Shorter queries would find everybody.
    static let shortest = 2

    let desk: Desk
    private(set) var query: TextLine
    private(set) var filter = LookupFilter()
    private(set) var table = DossierTable()
    /// Where the bar stands in what is suggested while nothing is typed (eForm SE-1).
    private(set) var suggestion = 0
    /// Where the suggestions were drawn last.
    let suggested = DrawnList()
    /// What was noted already: leaving puts it before nothing that was opened since.
    private var noted: String?
    /// What the table answers; nil before the first answer.
    private(set) var answered: Asked?
    /// What the server took it for.
    private(set) var understood: [SearchUnderstood] = []
    /// Since when an answer is waited for.
    private(set) var searchingSince: Instant?
    private(set) var problem: Phrase?
    /// How often was searched.
    private var generation = 0
    /// Enter or the answer's key was pressed before the list was there.
    private var opens: ActionID?
    /// The procedures used most, where Home has loaded none.
    private var popular: [ProcedureSummary] = []

    init(desk: Desk, query: String = "", filter: LookupFilter = LookupFilter()) {
        self.desk = desk
        self.filter = filter
        self.query = TextLine(query, input: LookupQuery.input)
    }

    var title: SafeText { desk.title(Strings.Lookup.title) }
    var scopes: [String] { ["lookup"] + query.scopes }
    var capturesText: Bool { true }
    var wheelIsArrows: Bool { true }
    var isSearching: Bool { searchingSince != nil }

    func enabled(_ action: ActionID) -> Bool {
        switch action {
        case .openFound: table.selected != nil || isAnswerable || !suggestions.isEmpty
        case .answerFound: table.selected != nil || isAnswerable || suggestedDossier != nil
        case .saveFound: answered != nil && !table.items.isEmpty
        case .unfilterLookup, .clearLookupFilter: filter.isActive
        default: true
        }
    }

    mutating func start(_ context: ScreenContext) -> [Effect<Message>] {
        if isAnswerable { return [search()] }
        guard desk.catalogue == nil, desk.recent.finds.isEmpty, !filter.isActive else { return [] }
        let desk = desk
        return [
            .run(id: "popular") {
                .popular(
                    await desk.ask { client throws(APIError) in
                        try await client.procedures(limit: Self.mostPopular).items
                    })
            }
        ]
    }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .message(let message): return handle(message)
        case .action(let action):
            if let effects = handle(action, context.language) { return effects }
            return edited(query.perform(action))
        case .input(.scan(let scan)):
            query.setText(ScanReading.searchText(of: scan))
            return changed()
        case .input(.key(let key)) where handleSuggestions(key): return []
        case .input(.key(let key)) where table.handle(key, rows: LookupView.rows(self, context.size)):
            return more()
        case .input(.mouse(let mouse)): return point(mouse)
        case .input(let input): return edited(query.handle(input))
        case .resumed(let chosen as LookupFilter): return narrowed(to: chosen)
        case .resumed(let result):
            if result as? LoginResult == .other { return [.popToRoot] }
            return result is LoginResult && isAnswerable ? [search()] : []
        case .hangup: return []
        }
    }

    /// nil where the action is one of the box.
    private mutating func handle(_ action: ActionID, _ language: Language) -> [Effect<Message>]? {
        switch action {
        case .openFound, .answerFound: return open(action)
        case .backFromLookup:
            note()
            return [.pop()]
        case .saveFound: return save(language)
        case .filterLookup: return [.push(LookupFilterScreen(desk: desk, filter: filter))]
        case .overdueOnly:
            var other = filter
            other.asked.isOverdue.toggle()
            return narrowed(to: other)
        case .unfilterLookup:
            guard let last = filter.parts.last else { return [] }
            var fewer = filter
            fewer.take(off: last)
            return narrowed(to: fewer)
        case .clearLookupFilter: return narrowed(to: LookupFilter())
        default: return nil
        }
    }

    private mutating func handle(_ message: Message) -> [Effect<Message>] {
        switch message {
        case .pause(let asked): return asked == self.asked && isAnswerable ? [search()] : []
        case .found(let asked, let result):
            // An answer to what no longer stands there is of no use.
            guard asked == self.asked else { return [] }
            searchingSince = nil
            switch result {
            case .success(let page):
                problem = nil
                answered = asked
                table.replace(page.list)
                understood = page.understood
                defer { opens = nil }
                guard let opens, page.items.count == 1 else { return [] }
                return open(opens)
            case .failure(let error):
                // What was found for another text is no answer to this one, and nothing of it is opened.
                empty()
                // After the login Enter goes on; of a search by itself nothing opens by itself.
                if error != .unauthorised { opens = nil }
                let retry: [Effect<Message>] =
                    error.isLink ? [.after(id: "pause", seconds: Self.again, .pause(asked))] : []
                return failed(error) + retry
            }
        case .foundMore(let number, let result):
            guard number == generation, answered != nil else { return [] }
            searchingSince = nil
            switch result {
            case .success(let page):
                table.append(page.list)
                return []
            case .failure(let error): return failed(error)
            }
        case .saved(let outcome): return Effect.told(outcome, desk, desk.language)
        case .popular(.success(let items)):
            popular = items
            return []
        case .popular(.failure(let error)): return failed(error)
        }
    }

    // MARK: - Opening

    /// Enter: what is selected; a whole code at once; else what comes, where it is one dossier only. Nobody
    /// has to wait for the list before pressing it. The answer's key opens the same, to be read out.
    private mutating func open(_ action: ActionID) -> [Effect<Message>] {
        if suggestions.indices.contains(suggestion) { return open(suggestions[suggestion], action) }
        if answered == asked, let item = table.selected {
            note()
            return [opened(item.id, item.code, action)]
        }
        if let code = LookupQuery.code(asked.text, unit: desk.dossierUnit) {
            return [opened(nil, code, action)]
        }
        guard isAnswerable else { return [] }
        opens = action
        return [.cancel(id: "pause"), search()]
    }

    private func opened(_ id: ID?, _ code: String, _ action: ActionID) -> Effect<Message> {
        if action == .answerFound { return .push(AnswerScreen(desk: desk, id: id, code: code)) }
        return .push(
            id.map { DossierScreen(desk: desk, id: $0, code: code) } ?? DossierScreen(desk: desk, code: code))
    }

    // MARK: - What is suggested

    /// What the officer looked up and opened last, while the box is empty; of who has looked nothing up yet, the procedures
    /// that are used most here, as the server has counted them. Nothing is made up.
    var suggestions: [Suggestion] {
        guard query.text.isEmpty, !filter.isActive else { return [] }
        let finds = desk.recent.finds
        guard finds.isEmpty else { return finds.map(Suggestion.find) }
        return (desk.catalogue ?? popular).prefix(Self.mostPopular).map {
            .procedure(code: $0.code, name: $0.name)
        }
    }

    private mutating func point(_ mouse: Mouse) -> [Effect<Message>] {
        guard suggestions.isEmpty || problem != nil else {
            switch suggested.click(mouse, bar: suggestion, count: suggestions.count) {
            case .open: return open(.openFound)
            case .row(let row): suggestion = row
            case nil: break
            }
            return []
        }
        guard let opens = table.point(mouse) else { return [] }
        return opens ? open(.openFound) : more()
    }

    private var suggestedDossier: Suggestion? {
        guard suggestions.indices.contains(suggestion), case .find(.dossier) = suggestions[suggestion] else {
            return nil
        }
        return suggestions[suggestion]
    }

    private mutating func handleSuggestions(_ key: Key) -> Bool {
        guard !suggestions.isEmpty, key.modifiers.isEmpty else { return false }
        switch key.code {
        case .up: suggestion = max(0, suggestion - 1)
        case .down: suggestion = min(suggestions.count - 1, suggestion + 1)
        default: return false
        }
        return true
    }

    private mutating func open(_ suggested: Suggestion, _ action: ActionID) -> [Effect<Message>] {
        suggestion = 0
        switch suggested {
        case .procedure(let code, let name):
            var other = filter
            other.asked.procedure = code
            other.procedureName = name
            return narrowed(to: other)
        case .find(.dossier(let id, let code, _)): return [opened(id, code, action)]
        case .find(.query(let text)):
            query.setText(text)
            return [search()]
        }
    }

    /// What was typed led to something: it is suggested the next time. A code is there as the dossier that it opened.
    private mutating func note() {
        let text = asked.text
        guard noted != text, answered == asked, !table.isEmpty, text.count >= Self.shortest,
            LookupQuery.code(text, unit: desk.dossierUnit) == nil
        else { return }
        noted = text
        // In memory only.
        desk.note(.query(text), owner: desk.signedIn)
    }

    // MARK: - Asking

    /// What stands there now.
    private var asked: Asked { Asked(text: query.text.trimmed, filter: filter.asked) }

    /// A text, or a filter alone: then all that it lets through, newest first.
    private var isAnswerable: Bool {
        let text = query.text.trimmed
        return text.isEmpty ? filter.isActive : text.count >= Self.shortest
    }

    /// Another filter is no typing: it is asked for at once.
    private mutating func narrowed(to other: LookupFilter) -> [Effect<Message>] {
        guard other != filter else { return [] }
        filter = other
        suggestion = 0
        let effects = changed()
        return isAnswerable ? [.cancel(id: "pause"), search()] : effects
    }

    /// What the entry did not take, in whole or in part, is heard and said (eForm TF-2).
    private mutating func edited(_ outcome: WidgetOutcome) -> [Effect<Message>] {
        let bell: [Effect<Message>] = query.notice == nil ? [] : [.bell]
        return outcome == .changed ? changed() + bell : bell
    }

    private mutating func changed() -> [Effect<Message>] {
        problem = nil
        opens = nil
        guard isAnswerable else {
            empty()
            searchingSince = nil
            return [.cancel(id: "pause"), .cancel(id: "search")]
        }
        return [.after(id: "pause", seconds: Self.debounce, .pause(asked))]
    }

    private mutating func empty() {
        table = DossierTable()
        answered = nil
        understood = []
    }

    private mutating func failed(_ error: APIError) -> [Effect<Message>] {
        problem = error.words
        return error == .unauthorised ? [.push(LoginScreen.again(desk))] : []
    }

    private mutating func search() -> Effect<Message> {
        searchingSince = desk.now
        generation += 1
        let (desk, asked) = (desk, asked)
        return .run(id: "search") {
            .found(asked, await desk.search(asked.text, filter: asked.filter, limit: 50))
        }
    }

    private mutating func more() -> [Effect<Message>] {
        guard table.wantsMore, !isSearching, let answered, let cursor = table.nextCursor else { return [] }
        searchingSince = desk.now
        let (desk, generation) = (desk, generation)
        return [
            .run(id: "more") {
                .foundMore(
                    generation,
                    await desk.search(answered.text, filter: answered.filter, cursor: cursor, limit: 100))
            }
        ]
    }

    /// All that the last answered question finds.
    private func save(_ language: Language) -> [Effect<Message>] {
        guard let answered else { return [] }
        let desk = desk
        let text = LookupQuery.asked(answered.text, unit: desk.dossierUnit)
        return [
            .run(id: "save") {
                .saved(
                    await desk.saveTable(as: Strings.Tables.found, in: language) { client throws(APIError) in
                        try await client.searchTable(text, filter: answered.filter, in: language)
                    })
            }
        ]
    }
}
