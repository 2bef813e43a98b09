import APIClient
import Forms
import Models
import TUI

/// The officers of an administrator's units: found as one types, narrowed by how their accounts stand.
struct OfficerListScreen: Screen {
    enum Message: Sendable {
        case list(SearchList<OfficerRecord>.Message)
        case saved(TableFile.Outcome)
    }

    /// What one key turns through; nil is all.
    static let states: [String?] = [
        nil, "active", "pending", "review", "unused", "idle", "suspended", "ended", "revoked",
    ]

    let desk: Desk
    private(set) var list: SearchList<OfficerRecord>

    init(desk: Desk) {
        self.desk = desk
        list = SearchList(states: Self.states, id: \.id) { asked, cursor in
            await desk.ask { client throws(APIError) in
                let page = try await client.officers(
                    asked.text, state: asked.state, cursor: cursor, limit: 100)
                return .init(items: page.items, nextCursor: page.nextCursor)
            }
        }
    }

    var title: SafeText { desk.title(Strings.Officers.title) }
    var scopes: [String] { ["officers"] + list.box.scopes }
    var capturesText: Bool { true }
    var wheelIsArrows: Bool { true }

    func enabled(_ action: ActionID) -> Bool {
        switch action {
        case .openOfficer: list.offersRow
        case .saveOfficers: !list.items.isEmpty
        default: true
        }
    }

    mutating func start(_ context: ScreenContext) -> [Effect<Message>] { [load()] }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .action(let action): return handle(action, context.language)
        case .message(.list(let message)):
            let (effects, action) = list.handle(message, desk)
            return effects.map { $0.map(Message.list) } + (action.map { handle($0, context.language) } ?? [])
        case .message(.saved(let outcome)): return Effect.told(outcome, desk, context.language)
        case .input(.scan(let scan)):
            return list.search(ScanReading.searchText(of: scan)).map { $0.map(Message.list) }
        case .input(let input):
            let (effects, opens) = list.handle(input, context)
            return effects.map { $0.map(Message.list) }
                + (opens ? handle(.openOfficer, context.language) : [])
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

    private mutating func handle(_ action: ActionID, _ language: Language) -> [Effect<Message>] {
        switch action {
        case .openOfficer:
            guard let officer = list.selected else {
                return list.wait(for: action).map { $0.map(Message.list) }
            }
            return [.push(OfficerScreen(desk: desk, officer: officer))]
        case .newOfficer:
            return [.push(OfficerTaskScreen(desk: desk, task: .create(desk.me?.unit)))]
        case .importFromList: return [.push(OfficerColumnsScreen.choice(desk))]
        case .otherOfficers: return list.turn().map { $0.map(Message.list) }
        case .refreshOfficers: return [load()]
        case .saveOfficers:
            let (desk, asked) = (desk, list.question)
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
        default: return list.perform(action).map { $0.map(Message.list) }
        }
    }

    private mutating func load() -> Effect<Message> { list.load().map(Message.list) }

    // MARK: - Drawing

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        let language = context.language
        list.draw(
            into: &canvas, Strings.Officers.group(list.question.state),
            loaded: Strings.Officers.loaded(list.items.count, more: !list.isWhole),
            placeholder: Strings.Officers.placeholder, none: Strings.Officers.none, context
        ) { width in
            ColumnList(
                titles: [
                    Strings.Officers.name, Strings.Officers.unit, Strings.Officers.roles,
                    Strings.Officers.state,
                ], widths: Self.widths(width))
        } row: { item in
            ColumnList.Row(
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
        if let line = list.messageLine(context) { return line }
        guard let item = list.selected else { return nil }
        return MessageLine(
            SafeText([item.account, item.position, item.unit.code].joined(separator: " · ")), waits: true)
    }
}
