import APIClient
import Forms
import Models
import TUI

/// The units of an administrator, as a tree by their codes: found as one types, each opened to say who does what in it.
struct UnitListScreen: Screen {
    typealias Message = SearchList<UnitRecord>.Message

    let desk: Desk
    private(set) var list: SearchList<UnitRecord>

    init(desk: Desk) {
        self.desk = desk
        list = SearchList(id: \.code) { asked, cursor in
            await desk.ask { client throws(APIError) in
                let text = asked.text.isEmpty ? nil : asked.text
                let page = try await client.units(text, cursor: cursor, limit: 100)
                return .init(items: page.items, nextCursor: page.nextCursor)
            }
        }
    }

    var title: SafeText { desk.title(Strings.Units.title) }
    var scopes: [String] { ["units"] + list.box.scopes }
    var capturesText: Bool { true }
    var wheelIsArrows: Bool { true }

    func enabled(_ action: ActionID) -> Bool {
        [.openUnit, .renameUnit, .postalSettings].contains(action) ? list.offersRow : true
    }

    mutating func start(_ context: ScreenContext) -> [Effect<Message>] { [list.load()] }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .action(let action): return handle(action)
        case .message(let message):
            let (effects, action) = list.handle(message, desk)
            return effects + (action.map { handle($0) } ?? [])
        case .input(let input):
            let (effects, opens) = list.handle(input, context)
            return effects + (opens ? handle(.openUnit) : [])
        case .resumed(let result): return result as? LoginResult == .other ? [.popToRoot] : [list.load()]
        case .hangup: return []
        }
    }

    private mutating func handle(_ action: ActionID) -> [Effect<Message>] {
        switch action {
        case .openUnit:
            guard let unit = list.selected else { return list.wait(for: action) }
            let reference = UnitRef(code: unit.code, name: unit.name)
            return [.push(BindingMatrixScreen(desk: desk, unit: reference))]
        case .renameUnit:
            guard let unit = list.selected else { return list.wait(for: action) }
            return [.push(TaskScreen(desk: desk, task: UnitRenameTask(unit: unit)))]
        case .postalSettings:
            guard let unit = list.selected else { return list.wait(for: action) }
            let reference = UnitRef(code: unit.code, name: unit.name)
            return [.push(PostalSettingsScreen(desk: desk, unit: reference))]
        case .refreshUnits: return [list.load()]
        case .closeUnits: return [.pop()]
        default: return list.perform(action)
        }
    }

    // MARK: - Drawing

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        list.draw(
            into: &canvas, Strings.Units.title,
            loaded: Strings.Units.loaded(list.items.count, more: !list.isWhole),
            placeholder: Strings.Units.placeholder, none: Strings.Units.none, context
        ) { width in
            ColumnList(
                titles: [Strings.Units.code, Strings.Units.name, Strings.Units.officers],
                widths: [16, max(8, width - 28), 10])
        } row: { item in
            ColumnList.Row(
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
        while let code = parent, depth < 6, let above = list.items.first(where: { $0.code == code }) {
            depth += 1
            parent = above.parent
        }
        return depth
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        if let line = list.messageLine(context) { return line }
        guard let unit = list.selected, let name = unit.nextName, let day = unit.nextFrom else { return nil }
        return MessageLine(SafeText(Strings.Units.next(name, day).text(context.language)), waits: true)
    }
}
