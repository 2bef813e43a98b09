import APIClient
import Forms
import Models
import TUI

/// The units of an administrator, as a tree by their codes: found as one types, each opened to say who does what in it.
struct UnitListScreen: Screen {
    enum Message: Sendable {
        /// The administrator has stopped typing.
        case pause(String)
        case loaded(String, Result<Page<UnitRecord>, APIError>)
        case loadedMore(String, Result<Page<UnitRecord>, APIError>)
    }

    let desk: Desk
    private(set) var query = TextLine()
    private(set) var items: [UnitRecord] = []
    private var place = ListPlace()
    private var nextCursor: String?
    private var isLoading = true
    private var problem: Phrase?

    init(desk: Desk) {
        self.desk = desk
    }

    var title: SafeText { desk.title(Strings.Units.title) }
    var scopes: [String] { ["units"] + query.scopes }
    var capturesText: Bool { true }
    var wheelIsArrows: Bool { true }
    private var selected: UnitRecord? {
        items.indices.contains(place.cursor) ? items[place.cursor] : nil
    }
    private var asked: String { query.text.trimmed }

    func enabled(_ action: ActionID) -> Bool {
        [.openUnit, .renameUnit, .postalSettings].contains(action) ? selected != nil : true
    }

    mutating func start(_ context: ScreenContext) -> [Effect<Message>] { [load()] }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .action(.openUnit):
            guard let unit = selected else { return [.bell] }
            let reference = UnitRef(code: unit.code, name: unit.name)
            return [.push(BindingMatrixScreen(desk: desk, unit: reference))]
        case .action(.renameUnit):
            return selected.map { [.push(TaskScreen(desk: desk, task: UnitRenameTask(unit: $0)))] } ?? [.bell]
        case .action(.postalSettings):
            guard let unit = selected else { return [.bell] }
            let reference = UnitRef(code: unit.code, name: unit.name)
            return [.push(PostalSettingsScreen(desk: desk, unit: reference))]
        case .action(.refreshUnits): return [load()]
        case .action(.closeUnits): return [.pop()]
        case .action(let action): return edited(query.perform(action))
        case .message(.pause(let asked)): return asked == self.asked ? [load()] : []
        case .message(.loaded(let asked, let result)):
            // An older answer never lies over a newer one.
            guard asked == self.asked else { return [] }
            isLoading = false
            switch result {
            case .success(let page):
                let before = selected?.code
                problem = nil
                (items, nextCursor) = (page.items, page.nextCursor)
                place.stay(on: items.firstIndex { $0.code == before } ?? 0, count: items.count)
                return []
            case .failure(let error): return failed(error)
            }
        case .message(.loadedMore(let asked, let result)):
            guard asked == self.asked else { return [] }
            isLoading = false
            switch result {
            case .success(let page):
                let known = Set(items.map(\.code))
                items += page.items.filter { !known.contains($0.code) }
                nextCursor = page.nextCursor
                return []
            case .failure(let error): return failed(error)
            }
        case .input(.key(let key))
        where place.handle(key, count: items.count, rows: ColumnList.rows(of: context.size.rows) - 1):
            return more()
        case .input(.mouse(let mouse)):
            guard let opens = place.point(mouse, count: items.count) else { return [] }
            return opens ? handle(.action(.openUnit), context) : more()
        case .input(let input): return edited(query.handle(input))
        case .resumed(let result):
            if result as? LoginResult == .other { return [.popToRoot] }
            return [load()]
        case .hangup: return []
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
                    try await client.units(asked.isEmpty ? nil : asked, limit: 100)
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
                        try await client.units(asked.isEmpty ? nil : asked, cursor: next, limit: 100)
                    })
            }
        ]
    }

    // MARK: - Drawing

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        let language = context.language
        let count =
            items.isEmpty && isLoading
            ? Strings.Common.loading : Strings.Units.loaded(items.count, more: nextCursor != nil)
        let area = ColumnList.head(into: &canvas, Strings.Units.title, count: count, context)
        let (box, rest) = area.splitTop(1)
        let label = SafeText(Strings.Officers.find.text(language))
        canvas.put(label, at: Point(1, box.row), role: .label)
        query.draw(
            into: &canvas,
            area: Rect(
                column: label.width + 2, row: box.row, columns: box.columns - label.width - 3, rows: 1),
            isFocused: true, placeholder: SafeText(Strings.Units.placeholder.text(language)),
            glyphs: Glyphs.of(context))
        let cursor = canvas.cursor
        defer { canvas.cursor = cursor }
        guard !items.isEmpty else {
            let words = problem ?? (isLoading ? Strings.Common.loading : Strings.Units.none)
            return ColumnList.say(
                words, role: problem == nil ? .dim : .error, into: &canvas, area: rest, language)
        }
        let list = ColumnList(
            titles: [Strings.Units.code, Strings.Units.name, Strings.Units.officers],
            widths: [16, max(8, rest.columns - 30), 10])
        list.draw(into: &canvas, area: rest, count: items.count, place: place, context) { index in
            let item = items[index]
            return ColumnList.Row(
                texts: [
                    item.code, String(repeating: "  ", count: depth(of: item)) + item.name,
                    "\(item.officers)",
                ])
        }
    }

    /// How many of the units that are shown it lies under.
    private func depth(of unit: UnitRecord) -> Int {
        var depth = 0
        var parent = unit.parent
        while let code = parent, depth < 6, let above = items.first(where: { $0.code == code }) {
            depth += 1
            parent = above.parent
        }
        return depth
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        if let notice = query.notice {
            return MessageLine(SafeText(notice.text(context.language)), role: .warning)
        }
        if let problem, !items.isEmpty {
            return MessageLine(SafeText(problem.text(context.language)), role: .error)
        }
        if let unit = selected, let name = unit.nextName, let day = unit.nextFrom {
            return MessageLine(SafeText(Strings.Units.next(name, day).text(context.language)), waits: true)
        }
        return nil
    }
}
