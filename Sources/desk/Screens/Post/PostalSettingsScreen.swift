import APIClient
import Forms
import Models
import TUI

/// How a unit sends by post, for its administrator: read as a page, changed by a form.
struct PostalSettingsScreen: Screen {
    enum Message: Sendable {
        case loaded(Result<PostalSettings, APIError>)
    }

    let desk: Desk
    let unit: UnitRef
    private(set) var settings: PostalSettings?
    private var offset = 0
    private var problem: Phrase?

    init(desk: Desk, unit: UnitRef) {
        self.desk = desk
        self.unit = unit
    }

    var title: SafeText { desk.title(Strings.PostalSettings.title) }
    var scopes: [String] { ["postal_settings"] }
    var wheelIsArrows: Bool { true }
    func enabled(_ action: ActionID) -> Bool {
        action == .changePostalSettings ? settings != nil && desk.isAdministrator : true
    }

    mutating func start(_ context: ScreenContext) -> [Effect<Message>] { [load()] }

    private func load() -> Effect<Message> {
        let (desk, unit) = (desk, unit.code)
        return .run(id: "load") {
            .loaded(
                await desk.ask { client throws(APIError) in try await client.postalSettings(unit: unit) })
        }
    }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .action(.closePostalSettings): return [.pop()]
        case .action(.refreshPostalSettings): return [load()]
        case .action(.changePostalSettings):
            return settings.map {
                [.push(TaskScreen(desk: desk, task: PostalSettingsTask(settings: $0)))]
            } ?? []
        case .input(.key(let key)):
            scroll(key, context)
            return []
        case .message(.loaded(.success(let settings))):
            self.settings = settings
            problem = nil
            return []
        case .message(.loaded(.failure(let error))):
            problem = error.words
            return error == .unauthorised ? [.push(LoginScreen.again(desk))] : [.bell]
        case .resumed(let result):
            if result as? LoginResult == .other { return [.popToRoot] }
            return [load()]
        case .input, .action, .hangup: return []
        }
    }

    private mutating func scroll(_ key: Key, _ context: ScreenContext) {
        let page = max(1, context.size.rows - 2)
        switch key.code {
        case .up: offset -= 1
        case .down: offset += 1
        case .pageUp: offset -= page
        case .pageDown: offset += page
        case .home: offset = 0
        case .end: offset = .max / 2
        default: return
        }
        offset = sheet(context).clamped(offset, rows: context.size.rows - 1)
    }

    // MARK: - Drawing

    private func sheet(_ context: ScreenContext) -> Sheet {
        guard let settings else { return Sheet(width: context.size.columns - 3) }
        return PostalSettingsSheet.make(settings, width: context.size.columns - 3, context.language)
    }

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        let (head, body) = canvas.bounds.splitTop(1)
        canvas.put(
            SafeText("\(unit.name) (\(unit.code))").truncated(to: canvas.size.columns - 2),
            at: Point(1, head.row), role: .title)
        guard settings != nil else {
            let words = problem ?? Strings.Common.loading
            return ColumnList.say(
                words, role: problem == nil ? .dim : .error, into: &canvas, area: body, context.language)
        }
        let sheet = sheet(context)
        sheet.draw(into: &canvas, area: body.inset(columns: 1, rows: 0), offset: offset)
        ScrollBar.draw(
            into: &canvas, area: Rect(column: body.endColumn - 1, row: body.row, columns: 1, rows: body.rows),
            total: sheet.lines.count, first: sheet.clamped(offset, rows: body.rows), role: .border,
            glyphs: Glyphs.of(context))
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        guard let problem, settings != nil else { return nil }
        return MessageLine(SafeText(problem.text(context.language)), role: .error)
    }
}
