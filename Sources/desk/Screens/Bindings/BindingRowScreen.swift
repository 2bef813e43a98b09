import APIClient
import Forms
import Models
import TUI

/// One procedure in one unit, step by step: who is bound, until when, and who would get a dossier today.
struct BindingRowScreen: Screen {
    enum Message: Sendable {
        case loaded(Result<BindingMatrix, APIError>)
    }

    let desk: Desk
    let unit: UnitRef
    private(set) var row: BindingRow
    private var place = ListPlace()
    private var problem: Phrase?
    /// What was changed here, for the matrix below.
    private var change: BindingsChange?

    init(desk: Desk, unit: UnitRef, row: BindingRow) {
        self.desk = desk
        self.unit = unit
        self.row = row
    }

    var title: SafeText { desk.title(Strings.Bindings.stepByStep) }
    var scopes: [String] { ["binding_row"] }
    var wheelIsArrows: Bool { true }
    private var selected: BindingRow.Cell? {
        row.cells.indices.contains(place.cursor) ? row.cells[place.cursor] : nil
    }

    func enabled(_ action: ActionID) -> Bool {
        switch action {
        case .planStep: selected != nil
        case .clearStep: selected?.holders.isEmpty == false
        default: true
        }
    }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .action(let action): return enabled(action) ? handle(action) : [.bell]
        case .message(.loaded(.success(let page))):
            problem = nil
            if let fresh = page.items.first(where: { $0.process == row.process }) { row = fresh }
            return []
        case .message(.loaded(.failure(let error))):
            problem = error.words
            return error == .unauthorised ? [.push(LoginScreen.again(desk))] : [.bell]
        case .input(.key(let key)):
            _ = place.handle(key, count: row.cells.count, rows: context.size.rows - 2)
            return []
        case .input(.mouse(let mouse)):
            guard let opens = place.point(mouse, count: row.cells.count) else { return [] }
            return opens ? handle(.planStep) : []
        case .resumed(let result):
            if result as? LoginResult == .other { return [.popToRoot] }
            if let change = result as? BindingsChange { self.change = change }
            return [load()]
        case .input, .hangup: return []
        }
    }

    private func handle(_ action: ActionID) -> [Effect<Message>] {
        func plan(_ step: BindingRow.Cell?, _ kind: BindingTask.Kind?) -> [Effect<Message>] {
            let task = BindingTask(unit: unit, rows: [row], step: step, kind: kind)
            return [.push(TaskScreen(desk: desk, task: task))]
        }
        switch action {
        case .planStep: return plan(selected, nil)
        case .clearStep: return plan(selected, .clear)
        case .planRow: return plan(nil, nil)
        case .refreshBindingRow: return [load()]
        case .closeBindingRow: return [change.map { .pop(result: $0) } ?? .pop()]
        default: return []
        }
    }

    private func load() -> Effect<Message> {
        let (desk, unit, code) = (desk, unit.code, row.procedure.code)
        return .run(id: "load") {
            .loaded(
                await desk.ask { client throws(APIError) in
                    try await client.bindingMatrix(unit: unit, BindingQuery(text: code))
                })
        }
    }

    // MARK: - Drawing

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        let language = context.language
        let area = ColumnList.head(
            into: &canvas, Phrase(vi: row.procedure.name), count: Phrase(vi: UnitName.short(unit.name)),
            context)
        let columns = area.columns - 2
        let (name, role) = columns < 100 ? (24, 12) : (44, 24)
        let list = ColumnList(
            titles: [Strings.Bindings.step, Strings.Officers.role, Strings.Bindings.holders],
            widths: [name, role, max(8, columns - name - role - 2)])
        let glyphs = Glyphs.of(context)
        list.draw(into: &canvas, area: area, count: row.cells.count, place: place, context) { index in
            let cell = row.cells[index]
            let isGap = cell.today.count == 0
            let holders = BindingWords.all(cell.holders, today: desk.today, language)
            let words = holders.isEmpty ? Strings.Bindings.nobody.text(language) : holders
            return ColumnList.Row(
                texts: [cell.name, cell.roleName, (isGap ? glyphs.failure.string + " " : "") + words],
                role: isGap ? .error : .text)
        }
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        let language = context.language
        if let problem { return MessageLine(SafeText(problem.text(language)), role: .error) }
        guard let cell = selected else { return nil }
        let words = Strings.Bindings.arrives(BindingWords.arrival(cell.today, language)).text(language)
        return MessageLine(
            SafeText(words), role: cell.today.count == 0 ? .error : .text,
            waits: cell.today.count > 0)
    }
}
