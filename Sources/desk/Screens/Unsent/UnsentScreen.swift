import APIClient
import Forms
import Models
import TUI

/// The acts whose outcome is not known, and the way to end one that the server does not look at any more.
struct UnsentScreen: Screen {
    enum Message: Sendable {
        case loaded(Result<[Intent], StoreError>)
        case resumed(Int, Resumed)
        /// An act was ended, or the reason why it was not.
        case ended(Intent, Phrase?)
    }

    let desk: Desk
    private(set) var items: [Intent] = []
    private(set) var cursor = 0
    private var offset = 0
    private var isLoading = true
    private var isSending = false
    private var problem: Phrase?
    private var dialog: Dialog?

    init(desk: Desk) {
        self.desk = desk
    }

    var title: SafeText { desk.title(Strings.Unsent.title) }
    var scopes: [String] { dialog?.scopes ?? ["unsent"] }
    private var selected: Intent? { items.indices.contains(cursor) ? items[cursor] : nil }

    func enabled(_ action: ActionID) -> Bool {
        switch action {
        case .endUnsent: selected?.isStuck ?? false
        case .sendUnsent: !items.isEmpty && !isSending
        default: true
        }
    }

    mutating func start(_ context: ScreenContext) -> [Effect<Message>] { [load()] }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        if let effects = handleDialog(event) { return effects }
        switch event {
        case .action(.closeUnsent): return [.pop()]
        case .action(.endUnsent):
            if let selected, selected.isStuck { ask(selected) }
            return []
        case .action(.sendUnsent):
            isSending = true
            let (desk, serial) = (desk, desk.serial)
            return [.run(id: "send") { .resumed(serial, await desk.resumePending()) }]
        case .input(.key(let key)):
            move(key, rows: context.size.rows - 2)
            return []
        case .message(.loaded(let result)):
            loaded(result)
            return []
        case .message(.resumed(let serial, let resumed)):
            isSending = false
            // A title names a person: nothing of it is for the next officer.
            return (serial == desk.serial ? DeskChrome.toasts(for: resumed, context.language) : []) + [load()]
        case .message(.ended(let intent, let problem)):
            if let problem { return [.toast(SafeText(problem.text(context.language)), .warning), load()] }
            let words = Strings.Unsent.ended(intent.title)
            return [.toast(SafeText(words.text(context.language))), load()]
        case .resumed(let result):
            return result as? LoginResult == .other ? [.popToRoot] : [load()]
        case .input, .action, .hangup: return []
        }
    }

    private func load() -> Effect<Message> {
        let desk = desk
        return .run(id: "load") { .loaded(desk.unsent()) }
    }

    private mutating func loaded(_ result: Result<[Intent], StoreError>) {
        isLoading = false
        switch result {
        case .success(let found):
            let before = selected?.key
            problem = nil
            items = found
            cursor = items.firstIndex { $0.key == before } ?? min(cursor, max(0, items.count - 1))
        case .failure(let error): problem = error.words
        }
    }

    private mutating func move(_ key: Key, rows: Int) {
        guard key.modifiers.isEmpty, !items.isEmpty else { return }
        let page = max(1, rows - 1)
        let target: Int
        switch key.code {
        case .up: target = cursor - 1
        case .down: target = cursor + 1
        case .pageUp: target = cursor - page
        case .pageDown: target = cursor + page
        case .home: target = 0
        case .end: target = items.count - 1
        default: return
        }
        cursor = min(max(0, target), items.count - 1)
        offset = DossierTable.offset(offset, cursor: cursor, rows: max(1, rows))
    }

    // MARK: - Ending one

    private mutating func ask(_ intent: Intent) {
        dialog = Dialog(
            title: Strings.Unsent.endTitle, text: Strings.Unsent.endText(intent.title, intent.stateWords),
            buttons: [
                .init("cancel", Strings.Common.cancel), .init("end", Strings.Unsent.end, isDanger: true),
            ])
    }

    /// nil where the event is none of the dialog's.
    private mutating func handleDialog(_ event: ScreenEvent<Message>) -> [Effect<Message>]? {
        guard var dialog else { return nil }
        switch event {
        case .input, .action: break
        case .message, .resumed, .hangup: return nil
        }
        let outcome = dialog.handle(event)
        self.dialog = dialog
        switch outcome {
        case .accepted:
            self.dialog = nil
            guard dialog.chosen == "end", let intent = selected else { return [] }
            let desk = desk
            return [.run(id: "end") { .ended(intent, desk.end(intent)) }]
        case .cancelled: self.dialog = nil
        case .ignored, .handled, .changed, .refused: break
        }
        return []
    }

    // MARK: - Drawing

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        let area = canvas.bounds
        let language = context.language
        let right = SafeText(Strings.Unsent.count(items.count).text(language))
        canvas.put(SafeText(Strings.Unsent.title.text(language)), at: Point(1, 0), role: .title)
        canvas.put(right, at: Point(area.columns - right.width - 1, 0), role: .dim)
        let (_, rest) = area.splitTop(1)
        if items.isEmpty {
            let words = problem ?? (isLoading ? Strings.Common.loading : Strings.Unsent.none)
            for (row, line) in SafeText.wrapped(words.text(language), to: area.columns - 4).enumerated() {
                canvas.put(line, at: Point(2, rest.row + 1 + row), role: problem == nil ? .dim : .error)
            }
        } else {
            drawTable(into: &canvas, area: rest, context)
        }
        dialog?.draw(into: &canvas, bounds: area, context: context)
    }

    private func drawTable(into canvas: inout Canvas, area: Rect, _ context: ScreenContext) {
        let language = context.language
        let widths = Self.widths(area.columns - 2)
        put(
            [Strings.Unsent.act, Strings.Unsent.at, Strings.Unsent.state].map { $0.text(language) }, widths,
            at: area.row, .label, &canvas)
        let (_, body) = area.splitTop(1)
        guard body.rows > 0 else { return }
        let first = DossierTable.offset(
            min(offset, max(0, items.count - body.rows)), cursor: cursor, rows: body.rows)
        for row in 0..<min(body.rows, items.count - first) {
            let item = items[first + row]
            put(
                [item.title, item.madeAt.display, item.stateName.text(language)], widths, at: body.row + row,
                item.isStuck ? .warning : .text, &canvas)
            guard first + row == cursor else { continue }
            let line = body.line(row)
            ListMark.draw(
                into: &canvas, line: line,
                lit: Rect(column: line.column + 1, row: line.row, columns: widths[0], rows: 1),
                isFocused: true, glyphs: Glyphs.of(context))
        }
        ScrollBar.draw(
            into: &canvas,
            area: Rect(column: area.endColumn - 1, row: body.row, columns: 1, rows: body.rows),
            total: items.count, first: first, role: .border, glyphs: Glyphs.of(context))
    }

    /// What, since when, how it stands.
    private static func widths(_ columns: Int) -> [Int] { [max(8, columns - 44), 17, 25] }

    private func put(
        _ texts: [String], _ widths: [Int], at row: Int, _ role: Role, _ canvas: inout Canvas
    ) {
        var column = 1
        for (text, width) in zip(texts, widths) {
            canvas.put(SafeText(text).truncated(to: width), at: Point(column, row), role: role)
            column += width + 1
        }
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        if let problem, !items.isEmpty {
            return MessageLine(SafeText(problem.text(context.language)), role: .error)
        }
        guard let selected else { return nil }
        return MessageLine(
            SafeText(selected.stateWords.text(context.language)), role: selected.isStuck ? .warning : .dim,
            waits: true)
    }
}
