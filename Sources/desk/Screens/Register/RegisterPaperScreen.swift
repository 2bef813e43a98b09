import APIClient
import Forms
import Models
import TUI

/// A register as it will be printed, in text; one key prints it, one saves it. The journal hears of each print first.
struct RegisterPaperScreen: Screen {
    enum Message: Sendable {
        case made(Desk.RegisterPaper)
        case tableSaved(TableFile.Outcome)
    }

    let desk: Desk
    let me: Me
    private var register: RegisterDocument
    private let lines: [String]
    private var offset = 0
    private var isWorking = false
    /// The journal's key of the next paper; one that failed is tried again under its own.
    private var nextKey: ID
    private var problem: Phrase?

    init(desk: Desk, register: RegisterDocument, me: Me) {
        self.desk = desk
        self.register = register
        self.me = me
        nextKey = desk.newID()
        lines = RegisterPreview.lines(register, width: 76)
    }

    var title: SafeText { desk.title(Strings.Register.title) }
    var scopes: [String] { ["slip", "register_paper"] }
    var wheelIsArrows: Bool { true }
    func enabled(_ action: ActionID) -> Bool { action == .closeSlip || !isWorking }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .action(.closeSlip): return [.pop()]
        case .action(.printOut): return [produce(printing: true)]
        case .action(.savePDF): return [produce(printing: false)]
        case .action(.saveRegister):
            isWorking = true
            let (desk, register, unit, language) = (desk, register, me.unit.code, context.language)
            let name = Strings.Tables.register(register.from, register.to)
            return [
                .run(id: "save") {
                    .tableSaved(
                        await desk.saveTable(as: name, in: language) { client throws(APIError) in
                            try await client.registerTable(
                                of: unit, from: register.from, to: register.to, in: language)
                        })
                }
            ]
        case .message(.tableSaved(let outcome)):
            isWorking = false
            return Effect.told(outcome, desk, context.language)
        case .message(.made(.refused(let error))):
            isWorking = false
            problem = Strings.Slip.journalRefused(error.words)
            return error == .unauthorised ? [.push(LoginScreen.again(desk))] : [.bell]
        case .message(.made(.failed(let failure))):
            isWorking = false
            return [.toast(SafeText(failure.words.text(context.language)), .error), .bell]
        case .message(.made(.done(let outcome, let copy))):
            isWorking = false
            nextKey = desk.newID()
            register.reprint = copy
            return [.toast(SafeText(outcome.words.text(context.language)), .success)]
        case .input(.key(let key)):
            scroll(key, context)
            return []
        case .resumed(let result): return result as? LoginResult == .other ? [.popToRoot] : []
        case .input, .action, .hangup: return []
        }
    }

    private mutating func produce(printing: Bool) -> Effect<Message> {
        isWorking = true
        problem = nil
        let (desk, register, key, unit) = (desk, register, nextKey, me.unit.code)
        return .run(id: "print") {
            .made(await desk.produce(register, of: unit, key: key, printing: printing))
        }
    }

    private mutating func scroll(_ key: Key, _ context: ScreenContext) {
        let rows = max(1, context.size.rows - 2)
        switch key.code {
        case .up: offset -= 1
        case .down: offset += 1
        case .pageUp: offset -= rows - 1
        case .pageDown, .character(" "): offset += rows - 1
        case .home: offset = 0
        case .end: offset = lines.count
        default: break
        }
        offset = min(max(0, offset), max(0, lines.count - rows))
    }

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        let width = min(canvas.size.columns, 80)
        let area = Rect(
            column: (canvas.size.columns - width) / 2, row: 0, columns: width, rows: canvas.size.rows)
        canvas.box(
            area, title: SafeText(Strings.Slip.form(RegisterDocument.form).text(context.language)),
            role: .border, titleRole: .title)
        let inside = area.inside
        let first = min(offset, max(0, lines.count - inside.rows))
        for (row, line) in lines.dropFirst(first).prefix(inside.rows).enumerated() {
            canvas.put(SafeText(line), at: Point(inside.column + 1, inside.row + row))
        }
        let bar = Rect(column: area.endColumn - 1, row: inside.row, columns: 1, rows: inside.rows)
        ScrollBar.draw(
            into: &canvas, area: bar, total: lines.count, first: first, role: .border,
            glyphs: Glyphs.of(context))
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        let language = context.language
        if isWorking { return MessageLine(SafeText(Strings.Slip.saving.text(language))) }
        if let problem { return MessageLine(SafeText(problem.text(language)), role: .error) }
        if desk.printer.printer == nil { return MessageLine(SafeText(Strings.Slip.noPrinter.text(language))) }
        return nil
    }
}
