import APIClient
import Forms
import Models
import TUI

/// The report of a period, and below it how many dossiers were on time.
struct FiguresTableScreen: Screen {
    enum Message: Sendable {
        case saved(TableFile.Outcome)
        case printed(Result<SlipPrinter.Outcome, SlipPrinter.Failure>)
    }

    let desk: Desk
    let figures: Figures
    var offset = 0
    /// The first group of columns that is shown where they don't all fit.
    var firstGroup = 0
    private(set) var isWorking = false

    init(desk: Desk, figures: Figures) {
        self.desk = desk
        self.figures = figures
    }

    var title: SafeText { desk.title(Strings.Figures.grouping(figures.period.by)) }
    var scopes: [String] { ["figures"] }
    var wheelIsArrows: Bool { true }
    func enabled(_ action: ActionID) -> Bool {
        switch action {
        case .saveFigures, .printFigures: !isWorking
        default: true
        }
    }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .action(.closeFigures): return [.pop()]
        case .action(.otherColumns):
            let groups = FiguresTable.groups(from: firstGroup, columns: context.size.columns)
            if groups.endIndex < FiguresTable.groups.count { firstGroup = groups.endIndex }
            return []
        case .action(.earlierColumns):
            firstGroup = max(0, firstGroup - 1)
            while firstGroup > 0,
                FiguresTable.groups(from: firstGroup - 1, columns: context.size.columns).contains(firstGroup)
            { firstGroup -= 1 }
            return []
        case .action(.saveFigures):
            isWorking = true
            let (desk, figures, language) = (desk, figures, context.language)
            return [.run(id: "save") { .saved(await figures.save(desk, in: language)) }]
        case .action(.printFigures):
            guard let me = desk.me else { return [] }
            isWorking = true
            let (printer, document) = (desk.printer, figures.document(desk, me))
            return [.run(id: "print") { .printed(await printer.print(document)) }]
        case .message(.saved(let outcome)):
            isWorking = false
            return Effect.told(outcome, desk, context.language)
        case .message(.printed(let result)):
            isWorking = false
            return Effect.told(result, context.language)
        case .input(.key(let key)):
            scroll(key, rows: FiguresTable.bodyRows(context.size))
            return []
        case .resumed(let result): return result as? LoginResult == .other ? [.popToRoot] : []
        case .input, .action, .hangup: return []
        }
    }

    private mutating func scroll(_ key: Key, rows: Int) {
        switch key.code {
        case .up: offset -= 1
        case .down: offset += 1
        case .pageUp: offset -= max(1, rows - 1)
        case .pageDown, .character(" "): offset += max(1, rows - 1)
        case .home: offset = 0
        case .end: offset = .max / 2
        default: return
        }
        offset = max(0, min(offset, FiguresTable.shown(figures).count - rows))
    }

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        FiguresTable.draw(figures, into: &canvas, offset: offset, firstGroup: firstGroup, context)
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        if isWorking { return MessageLine(SafeText(Strings.Figures.saving.text(context.language))) }
        let all =
            FiguresTable.groups(from: 0, columns: context.size.columns).count == FiguresTable.groups.count
        return all ? nil : MessageLine(SafeText(Strings.Figures.sideways.text(context.language)))
    }
}
