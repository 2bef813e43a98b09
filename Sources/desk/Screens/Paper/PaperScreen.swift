import Forms
import Models
import TUI

/// A form as its paper will look, at any point of filling it in; printed, saved as PDF or as text (eForm UX-3, UX-4).
struct PaperScreen: Screen {
    enum Message: Sendable {
        case done(Result<SlipPrinter.Outcome, SlipPrinter.Failure>)
    }

    let desk: Desk
    let form: String
    private let paper: DeclarationDocument
    private var offset = 0
    private var isWorking = false

    init(desk: Desk, paper: DeclarationDocument, form: String) {
        self.desk = desk
        self.paper = paper
        self.form = form
    }

    var title: SafeText { desk.title(Strings.Paper.title) }
    var scopes: [String] { ["paper"] }
    var wheelIsArrows: Bool { true }
    func enabled(_ action: ActionID) -> Bool { action == .closePaper || !isWorking }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        let (printer, paper, form) = (desk.printer, paper, form)
        switch event {
        case .action(.closePaper): return [.pop()]
        case .action(.printPaper):
            isWorking = true
            return [.run(id: "paper") { .done(await printer.print(paper, form: form)) }]
        case .action(.savePaper):
            isWorking = true
            return [.run(id: "paper") { .done(await printer.save(paper, form: form)) }]
        case .action(.savePaperText):
            isWorking = true
            return [
                .run(id: "paper") {
                    .done(
                        printer.saveText(DeclarationPreview.lines(paper, width: 80), of: paper, form: form))
                }
            ]
        case .message(.done(let result)):
            isWorking = false
            return Effect.told(result, context.language)
        case .input(.key(let key)):
            scroll(key, context)
            return []
        case .input, .action, .resumed, .hangup: return []
        }
    }

    private func lines(_ columns: Int) -> [String] {
        DeclarationPreview.lines(paper, width: min(96, max(20, columns - 4)))
    }

    private mutating func scroll(_ key: Key, _ context: ScreenContext) {
        let rows = max(1, context.size.rows - 2)
        let most = max(0, lines(context.size.columns).count - rows)
        switch key.code {
        case .up: offset -= 1
        case .down: offset += 1
        case .pageUp: offset -= rows - 1
        case .pageDown, .character(" "): offset += rows - 1
        case .home: offset = 0
        case .end: offset = most
        default: break
        }
        offset = min(max(0, offset), most)
    }

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        let lines = lines(canvas.size.columns)
        let width = min(canvas.size.columns, 100)
        let area = Rect(
            column: (canvas.size.columns - width) / 2, row: 0, columns: width, rows: canvas.size.rows)
        canvas.box(area, title: title, role: .border, titleRole: .title)
        let inside = area.inside
        let first = min(offset, max(0, lines.count - inside.rows))
        for (row, line) in lines.dropFirst(first).prefix(inside.rows).enumerated() {
            canvas.put(
                SafeText(line).truncated(to: inside.columns - 2),
                at: Point(inside.column + 1, inside.row + row))
        }
        let bar = Rect(column: area.endColumn - 1, row: inside.row, columns: 1, rows: inside.rows)
        ScrollBar.draw(
            into: &canvas, area: bar, total: lines.count, first: first, role: .border,
            glyphs: Glyphs.of(context))
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        let words = isWorking ? Strings.Slip.saving : Strings.Paper.hint
        return MessageLine(SafeText(words.text(context.language)))
    }
}
