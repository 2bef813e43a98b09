import APIClient
import Forms
import Models
import TUI

/// Every version of every process: found as one types, opened to be read; the ministry's administrators put new ones in.
struct ProcessListScreen: Screen {
    typealias Message = SearchList<ProcessSummary>.Message

    /// What one key turns through; nil is all.
    static let states: [String?] = [nil, "draft", "active", "retired"]

    let desk: Desk
    private(set) var list: SearchList<ProcessSummary>

    init(desk: Desk) {
        self.desk = desk
        list = SearchList(states: Self.states, id: { "\($0.id) \($0.version)" }) { asked, cursor in
            await desk.ask { client throws(APIError) in
                let page = try await client.processes(
                    asked.text.isEmpty ? nil : asked.text, state: asked.state, cursor: cursor, limit: 100)
                return .init(items: page.items, nextCursor: page.nextCursor)
            }
        }
    }

    var title: SafeText { desk.title(Strings.Processes.title) }
    var scopes: [String] { ["processes"] + list.box.scopes }
    var capturesText: Bool { true }
    var wheelIsArrows: Bool { true }

    func enabled(_ action: ActionID) -> Bool {
        switch action {
        case .openProcess: list.offersRow
        case .putProcess: desk.isMinistryAdministrator
        default: true
        }
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
            return effects + (opens ? handle(.openProcess) : [])
        case .resumed(let result): return result as? LoginResult == .other ? [.popToRoot] : [list.load()]
        case .hangup: return []
        }
    }

    private mutating func handle(_ action: ActionID) -> [Effect<Message>] {
        switch action {
        case .openProcess:
            guard let item = list.selected else { return list.wait(for: action) }
            return [.push(ProcessScreen(desk: desk, id: item.id, version: item.version, name: item.name))]
        case .putProcess:
            guard desk.isMinistryAdministrator else { return [.bell] }
            return [
                .push(
                    FileChoiceScreen(desk: desk, title: Strings.Processes.put, hint: Strings.Processes.choose)
                    { desk, bytes in ProcessScreen.file(bytes, desk) })
            ]
        case .otherProcesses: return list.turn()
        case .refreshProcesses: return [list.load()]
        case .closeProcesses: return [.pop()]
        default: return list.perform(action)
        }
    }

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        let language = context.language
        list.draw(
            into: &canvas, Strings.Processes.group(list.question.state),
            loaded: Strings.Processes.loaded(list.items.count, more: !list.isWhole),
            placeholder: Strings.Processes.placeholder, none: Strings.Processes.none, context
        ) { width in
            let (procedure, day, state) = (11, 12, 14)
            let versions = 5
            return ColumnList(
                titles: [
                    Strings.Processes.procedure, Strings.Processes.name, Strings.Processes.number,
                    Strings.Processes.stateColumn, Strings.Processes.fromColumn,
                ],
                widths: [
                    procedure, max(8, width - procedure - versions - state - day - 4), versions, state, day,
                ])
        } row: { item in
            ColumnList.Row(
                texts: [
                    item.procedure, item.name, "\(item.version)",
                    Strings.Processes.state(item.state).text(language), item.effectiveFrom.display,
                ], role: item.state == "retired" ? .dim : .text)
        }
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        if let line = list.messageLine(context) { return line }
        return list.selected.map { MessageLine(SafeText("\($0.id) · \($0.procedure)"), waits: true) }
    }
}
