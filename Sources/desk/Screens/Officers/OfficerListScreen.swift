import APIClient
import Forms
import Models
import TUI

/// The officers of an administrator's units: found as one types, narrowed by how their accounts stand.
struct OfficerListScreen: Screen {
    /// One question: what was typed, and which state it is narrowed to.
    struct Asked: Sendable, Equatable {
        var text: String
        var state: String?
    }

    enum Message: Sendable {
        /// The officer has stopped typing.
        case pause(Asked)
        case loaded(Asked, Result<Page<OfficerRecord>, APIError>)
        case loadedMore(Asked, Result<Page<OfficerRecord>, APIError>)
        case saved(TableFile.Outcome)
    }

    /// What one key turns through; nil is all.
    static let states: [String?] = [
        nil, "active", "pending", "review", "unused", "idle", "suspended", "ended", "revoked",
    ]

    let desk: Desk
    private(set) var query = TextLine()
    private(set) var items: [OfficerRecord] = []
    private var place = ListPlace()
    private var state = 0
    private var nextCursor: String?
    private var isLoading = true
    private var problem: Phrase?

    init(desk: Desk) {
        self.desk = desk
    }

    var title: SafeText { desk.title(Strings.Officers.title) }
    var scopes: [String] { ["officers"] + query.scopes }
    var capturesText: Bool { true }
    var wheelIsArrows: Bool { true }
    private var selected: OfficerRecord? {
        items.indices.contains(place.cursor) ? items[place.cursor] : nil
    }
    private var asked: Asked { Asked(text: query.text.trimmed, state: Self.states[state]) }

    func enabled(_ action: ActionID) -> Bool {
        switch action {
        case .openOfficer, .saveOfficers: selected != nil
        default: true
        }
    }

    mutating func start(_ context: ScreenContext) -> [Effect<Message>] { [load()] }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .action(let action):
            if let effects = handle(action, context.language) { return effects }
            return edited(query.perform(action))
        case .message(let message): return handle(message, context)
        case .input(.key(let key))
        where place.handle(key, count: items.count, rows: ColumnList.rows(of: context.size.rows) - 1):
            return more()
        case .input(.mouse(let mouse)):
            guard let opens = place.point(mouse, count: items.count) else { return [] }
            return opens ? handle(.openOfficer, context.language) ?? [] : more()
        case .input(.scan(let scan)):
            query.setText(ScanReading.searchText(of: scan))
            return [load()]
        case .input(let input): return edited(query.handle(input))
        case .resumed(let result):
            if result as? LoginResult == .other { return [.popToRoot] }
            // One who was just made is opened: what comes next is to say what he does.
            if let done = result as? OfficerTaskScreen.Done, case .officer(let officer) = done.value {
                return [load(), .push(OfficerScreen(desk: desk, officer: officer))]
            }
            return [load()]
        case .hangup: return []
        }
    }

    /// nil where the action is one of the box.
    private mutating func handle(_ action: ActionID, _ language: Language) -> [Effect<Message>]? {
        switch action {
        case .openOfficer: return selected.map { [.push(OfficerScreen(desk: desk, officer: $0))] } ?? []
        case .newOfficer:
            return [.push(OfficerTaskScreen(desk: desk, task: .create(desk.me?.unit)))]
        case .importFromList: return [.push(OfficerFileScreen(desk: desk))]
        case .otherOfficers:
            state = (state + 1) % Self.states.count
            (items, place) = ([], ListPlace())
            return [.cancel(id: "pause"), load()]
        case .refreshOfficers: return [load()]
        case .saveOfficers:
            let (desk, asked) = (desk, asked)
            return [
                .run(id: "save") {
                    .saved(
                        await desk.saveTable(as: Strings.Tables.officers, in: language) {
                            client throws(APIError) in
                            try await client.officerTable(asked.text, state: asked.state)
                        })
                }
            ]
        case .closeOfficers: return [.pop()]
        default: return nil
        }
    }

    private mutating func handle(_ message: Message, _ context: ScreenContext) -> [Effect<Message>] {
        switch message {
        case .pause(let asked): return asked == self.asked ? [load()] : []
        case .loaded(let asked, let result):
            // An older answer never lies over a newer one.
            guard asked == self.asked else { return [] }
            isLoading = false
            switch result {
            case .success(let page):
                let before = selected?.id
                problem = nil
                (items, nextCursor) = (page.items, page.nextCursor)
                place.stay(on: items.firstIndex { $0.id == before } ?? 0, count: items.count)
                return []
            case .failure(let error): return failed(error)
            }
        case .loadedMore(let asked, let result):
            guard asked == self.asked else { return [] }
            isLoading = false
            switch result {
            case .success(let page):
                let known = Set(items.map(\.id))
                items += page.items.filter { !known.contains($0.id) }
                nextCursor = page.nextCursor
                return []
            case .failure(let error): return failed(error)
            }
        case .saved(let outcome): return Effect.told(outcome, desk, context.language)
        }
    }

    private mutating func failed(_ error: APIError) -> [Effect<Message>] {
        problem = error.words
        return error == .unauthorised ? [.push(LoginScreen.again(desk))] : []
    }

    private mutating func edited(_ outcome: WidgetOutcome) -> [Effect<Message>] {
        let bell: [Effect<Message>] = query.notice == nil ? [] : [.bell]
        guard outcome == .changed else { return bell }
        return [.after(id: "pause", seconds: LookupScreen.debounce, .pause(asked))] + bell
    }

    private mutating func load() -> Effect<Message> {
        isLoading = true
        let (desk, asked) = (desk, asked)
        return .run(id: "load") {
            .loaded(
                asked,
                await desk.ask { client throws(APIError) in
                    try await client.officers(asked.text, state: asked.state, limit: 100)
                })
        }
    }

    private mutating func more() -> [Effect<Message>] {
        guard !isLoading, let next = nextCursor, place.isNearEnd(of: items.count) else { return [] }
        isLoading = true
        let (desk, asked) = (desk, asked)
        return [
            .run(id: "more") {
                .loadedMore(
                    asked,
                    await desk.ask { client throws(APIError) in
                        try await client.officers(asked.text, state: asked.state, cursor: next, limit: 100)
                    })
            }
        ]
    }

    // MARK: - Drawing

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        let language = context.language
        let count =
            items.isEmpty && isLoading
            ? Strings.Common.loading : Strings.Officers.loaded(items.count, more: nextCursor != nil)
        let area = ColumnList.head(into: &canvas, Strings.Officers.group(asked.state), count: count, context)
        let (box, rest) = area.splitTop(1)
        let label = SafeText(Strings.Officers.find.text(language))
        canvas.put(label, at: Point(1, box.row), role: .label)
        query.draw(
            into: &canvas,
            area: Rect(
                column: label.width + 2, row: box.row, columns: box.columns - label.width - 3, rows: 1),
            isFocused: true, placeholder: SafeText(Strings.Officers.placeholder.text(language)),
            glyphs: Glyphs.of(context))
        let cursor = canvas.cursor
        defer { canvas.cursor = cursor }
        guard !items.isEmpty else {
            let words = problem ?? (isLoading ? Strings.Common.loading : Strings.Officers.none)
            return ColumnList.say(
                words, role: problem == nil ? .dim : .error, into: &canvas, area: rest, language)
        }
        let widths = Self.widths(rest.columns - 2)
        let list = ColumnList(
            titles: [
                Strings.Officers.name, Strings.Officers.unit, Strings.Officers.roles, Strings.Officers.state,
            ], widths: widths)
        list.draw(into: &canvas, area: rest, count: items.count, place: place, context) { index in
            let item = items[index]
            return ColumnList.Row(
                texts: [
                    item.name, UnitName.short(item.unit.name), OfficerPage.roles(item),
                    Strings.Officers.name(item.state).text(language),
                ], role: item.state == .active ? .text : .dim)
        }
    }

    /// Who, where, what he holds, how it stands; what is left goes to the roles.
    private static func widths(_ columns: Int) -> [Int] {
        let fixed = columns < 100 ? [22, 22, 12] : [30, 34, 14]
        return [fixed[0], fixed[1], max(8, columns - fixed.reduce(0, +) - 4), fixed[2]]
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        if let notice = query.notice {
            return MessageLine(SafeText(notice.text(context.language)), role: .warning)
        }
        if let problem, !items.isEmpty {
            return MessageLine(SafeText(problem.text(context.language)), role: .error)
        }
        guard let item = selected else { return nil }
        return MessageLine(
            SafeText([item.account, item.position, item.unit.code].joined(separator: " · ")), waits: true)
    }
}
