import APIClient
import Forms
import Models
import TUI

/// Looks dossiers up as one types: code, identity number, telephone, name without accents.
struct LookupScreen: Screen {
    enum Message: Sendable {
        /// The officer has stopped typing.
        case pause(String)
        case found(String, Result<SearchPage, APIError>)
        case foundMore(String, Result<SearchPage, APIError>)
        case saved(TableFile.Outcome)
    }

    /// Seconds after the last key until the question goes out (eForm SE-2: 300–500 ms).
    static let debounce = 0.35
    /// Shorter queries would find everybody.
    static let shortest = 2

    let desk: Desk
    private(set) var query: TextLine
    private(set) var table = DossierTable()
    /// Where the bar stands in what is suggested while nothing is typed (eForm SE-1).
    private(set) var suggestion = 0
    /// What was noted already: leaving puts it before nothing that was opened since.
    private var noted: String?
    /// What the table answers; nil before the first answer.
    private(set) var answered: String?
    /// What the server took it for.
    private var understood: [SearchUnderstood] = []
    private var isSearching: Bool { searchingSince != nil }
    /// Since when an answer is waited for.
    private var searchingSince: Instant?
    private var problem: Phrase?
    /// Enter was pressed before the answer was there.
    private var opensOnly = false

    init(desk: Desk, query: String = "") {
        self.desk = desk
        self.query = TextLine(query)
    }

    var title: SafeText { desk.title(Strings.Lookup.title) }
    var scopes: [String] { ["lookup"] + query.scopes }
    var capturesText: Bool { true }

    func enabled(_ action: ActionID) -> Bool {
        switch action {
        case .openFound: table.selected != nil || isLongEnough || !suggestions.isEmpty
        case .saveFound: answered != nil && !table.items.isEmpty
        default: true
        }
    }

    mutating func start(_ context: ScreenContext) -> [Effect<Message>] {
        isLongEnough ? [search(query.text.trimmed)] : []
    }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .action(.openFound): return open()
        case .action(.backFromLookup):
            note()
            return [.pop()]
        case .action(.saveFound): return save()
        case .message(.saved(let outcome)): return Effect.told(outcome, desk, context.language)
        case .input(.scan(let scan)):
            query.setText(Self.text(of: scan))
            return changed()
        case .input(.key(let key)) where handleSuggestions(key): return []
        case .input(.key(let key)) where table.handle(key, rows: max(1, context.size.rows - 2)):
            return more()
        case .input(let input): return edited(query.handle(input))
        case .action(let action): return edited(query.perform(action))
        case .message(.pause(let text)):
            return text == query.text.trimmed && isLongEnough ? [search(text)] : []
        case .message(.found(let text, let result)):
            // An answer to what no longer stands there is of no use.
            guard text == query.text.trimmed else { return [] }
            searchingSince = nil
            answered = text
            switch result {
            case .success(let page):
                problem = nil
                table.replace(page.list)
                understood = page.understood
                defer { opensOnly = false }
                return opensOnly && page.items.count == 1 ? open() : []
            case .failure(let error): return failed(error)
            }
        case .message(.foundMore(let text, let result)):
            searchingSince = nil
            guard text == answered else { return [] }
            switch result {
            case .success(let page):
                table.append(page.list)
                return []
            case .failure(let error): return failed(error)
            }
        case .resumed(let result):
            return result is LoginResult && isLongEnough ? [search(query.text.trimmed)] : []
        case .hangup: return []
        }
    }

    /// Enter: what is selected; a whole code at once; else what comes, where it is one dossier only. Nobody
    /// has to wait for the list before pressing it.
    private mutating func open() -> [Effect<Message>] {
        let text = query.text.trimmed
        if suggestions.indices.contains(suggestion) { return open(suggestions[suggestion]) }
        if answered == text, let item = table.selected {
            note()
            return [.push(DossierScreen(desk: desk, id: item.id, code: item.code))]
        }
        if let code = LookupQuery.code(text, unit: desk.me?.unit.code) {
            return [.push(DossierScreen(desk: desk, code: code))]
        }
        guard isLongEnough else { return [] }
        opensOnly = true
        return [.cancel(id: "pause"), search(text)]
    }

    // MARK: - What is suggested

    /// What the officer looked up and opened last, while the box is empty; nothing is made up.
    private var suggestions: [RecentFinds.Find] { query.text.isEmpty ? desk.recent.finds : [] }

    private mutating func handleSuggestions(_ key: Key) -> Bool {
        guard !suggestions.isEmpty, key.modifiers.isEmpty else { return false }
        switch key.code {
        case .up: suggestion = max(0, suggestion - 1)
        case .down: suggestion = min(suggestions.count - 1, suggestion + 1)
        default: return false
        }
        return true
    }

    private mutating func open(_ find: RecentFinds.Find) -> [Effect<Message>] {
        suggestion = 0
        switch find {
        case .dossier(let id, let code, _): return [.push(DossierScreen(desk: desk, id: id, code: code))]
        case .query(let text):
            query.setText(text)
            return [search(text)]
        }
    }

    /// What was typed led to something: it is suggested the next time. A code is there as the dossier that it opened.
    private mutating func note() {
        let text = query.text.trimmed
        guard noted != text, answered == text, !table.isEmpty, isLongEnough,
            LookupQuery.code(text, unit: desk.me?.unit.code) == nil
        else { return }
        noted = text
        // In memory only.
        desk.note(.query(text), owner: desk.signedIn)
    }

    /// All that the last answered question finds.
    private func save() -> [Effect<Message>] {
        guard let answered else { return [] }
        let desk = desk
        return [
            .run(id: "save") {
                .saved(
                    await desk.saveTable(as: "tra-cuu") { client throws(APIError) in
                        try await client.searchTable(answered)
                    })
            }
        ]
    }

    private var isLongEnough: Bool { query.text.trimmed.count >= Self.shortest }

    /// A card's number, a code: what a scanner reads is looked up by what it identifies.
    private static func text(of scan: String) -> String {
        switch ScanReading.recognise(scan) {
        case .identityCard(let raw): String(raw.prefix { $0 != "|" })
        case .dossierCode(let code): code
        case .trackingNumber(let number): number
        case nil: scan
        }
    }

    /// What the entry did not take, in whole or in part, is heard and said (eForm TF-2).
    private mutating func edited(_ outcome: WidgetOutcome) -> [Effect<Message>] {
        let bell: [Effect<Message>] = query.notice == nil ? [] : [.bell]
        return outcome == .changed ? changed() + bell : bell
    }

    private mutating func changed() -> [Effect<Message>] {
        problem = nil
        opensOnly = false
        let text = query.text.trimmed
        guard isLongEnough else {
            table = DossierTable()
            answered = nil
            searchingSince = nil
            return [.cancel(id: "pause"), .cancel(id: "search")]
        }
        return [.after(id: "pause", seconds: Self.debounce, .pause(text))]
    }

    private mutating func failed(_ error: APIError) -> [Effect<Message>] {
        problem = error.words
        return error == .unauthorised ? [.push(LoginScreen.again(desk))] : []
    }

    private mutating func search(_ text: String) -> Effect<Message> {
        searchingSince = desk.now
        let desk = desk
        // "h26 1 5 261123 12" read aloud is a code; the server is asked for it as it is written.
        let asked = LookupQuery.asked(text, unit: desk.me?.unit.code)
        return .run(id: "search") {
            .found(
                text, await desk.ask { client throws(APIError) in try await client.search(asked, limit: 50) })
        }
    }

    private mutating func more() -> [Effect<Message>] {
        guard table.wantsMore, !isSearching, let text = answered, let cursor = table.nextCursor else {
            return []
        }
        searchingSince = desk.now
        let desk = desk
        let asked = LookupQuery.asked(text, unit: desk.me?.unit.code)
        return [
            .run(id: "more") {
                .foundMore(
                    text,
                    await desk.ask { client throws(APIError) in
                        try await client.search(asked, cursor: cursor, limit: 100)
                    })
            }
        ]
    }

    // MARK: - Drawing

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        let language = context.language
        let label = SafeText(Strings.Lookup.prompt.text(language))
        canvas.put(label, at: Point(1, 0), role: .label)
        let count = countWords.map { SafeText($0.text(language)) } ?? .empty
        let field = Rect(
            column: label.width + 3, row: 0,
            columns: max(10, canvas.size.columns - label.width - count.width - 6), rows: 1)
        query.draw(
            into: &canvas, area: field, isFocused: true,
            placeholder: SafeText(Strings.Lookup.placeholder.text(language)), glyphs: Glyphs.of(context))
        let cursor = canvas.cursor
        canvas.put(count, at: Point(field.endColumn + 1, 0), role: .dim)
        let rest = Rect(canvas.size).splitTop(1).rest
        if !suggestions.isEmpty, problem == nil {
            drawSuggestions(into: &canvas, area: field, context)
        } else if table.isEmpty {
            let (words, role): (Phrase, Role) =
                if let problem { (problem, .error) } else if isSearching {
                    (
                        SlowServer.words(since: searchingSince, now: context.now) ?? Strings.Lookup.searching,
                        .dim
                    )
                } else if let answered { (Strings.Lookup.nothing(answered, understood), .warning) } else {
                    (Strings.Lookup.help, .dim)
                }
            for (row, line) in SafeText.wrapped(words.text(language), to: rest.columns - 4).enumerated() {
                canvas.put(line, at: Point(2, rest.row + 1 + row), role: role)
            }
        } else {
            DossierTableView.draw(table, into: &canvas, area: rest, context)
        }
        canvas.cursor = cursor
    }

    /// The list hangs below the box, as wide as it.
    private func drawSuggestions(into canvas: inout Canvas, area: Rect, _ context: ScreenContext) {
        let rows = min(suggestions.count + 2, canvas.size.rows - 1)
        let box = Rect(column: area.column, row: 1, columns: area.columns, rows: rows)
        canvas.box(
            box, title: SafeText(Strings.Lookup.recent.text(context.language)), role: .border,
            titleRole: .dim)
        let inside = box.inside
        let first = max(0, suggestion - inside.rows + 1)
        for (row, find) in suggestions.dropFirst(first).prefix(inside.rows).enumerated() {
            let isLit = first + row == suggestion
            let line = inside.line(row)
            if isLit { canvas.fill(line, role: .selection) }
            let room = line.columns - 2
            let words: SafeText =
                switch find {
                case .dossier(_, let code, let procedure): SafeText(code + "  " + procedure)
                case .query(let text): SafeText("\"" + text + "\"")
                }
            canvas.put(
                words.truncated(to: room), at: line.origin.offset(columns: 1),
                role: isLit ? .selection : .text)
        }
    }

    private var countWords: Phrase? {
        guard answered != nil, !table.isEmpty else { return nil }
        return Strings.Lookup.found(table.items.count, more: table.hasMore)
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        if let notice = query.notice {
            return MessageLine(SafeText(notice.text(context.language)), role: .warning)
        }
        if let problem, !table.isEmpty {
            return MessageLine(SafeText(problem.text(context.language)), role: .error)
        }
        if !suggestions.isEmpty {
            return MessageLine(SafeText(Strings.Lookup.recentHelp.text(context.language)))
        }
        if let item = table.selected {
            return MessageLine(
                DossierTableView.detail(of: item, context.language, why: item.matched?.words), waits: true)
        }
        return MessageLine(SafeText(Strings.Lookup.help.text(context.language)))
    }
}
