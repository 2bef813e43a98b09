import Forms
import Models
import TUI

/// What became of each line of a bank's file: those that could not be read first, then those that are somebody's work.
struct BankImportScreen: Screen {
    typealias Message = Never

    let desk: Desk
    let name: String
    let result: BankImport
    private let lines: [BankLine]
    private var place = ListPlace()

    init(desk: Desk, name: String, result: BankImport) {
        self.desk = desk
        self.name = name
        self.result = result
        lines = Self.sorted(result.items)
    }

    /// Broken, unmatched, matched, known; in each by the line's number.
    static func sorted(_ items: [BankLine]) -> [BankLine] {
        let order: [BankLineOutcome] = [.broken, .unmatched, .matched, .known]
        return order.flatMap { outcome in items.filter { $0.outcome == outcome } }
    }

    var title: SafeText { desk.title(Strings.Reconciling.bankFile) }
    var scopes: [String] { ["bank_import"] }
    var wheelIsArrows: Bool { true }
    func enabled(_ action: ActionID) -> Bool { true }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .action(.closeBankImport): return [.pop()]
        case .input(.key(let key)):
            _ = place.handle(key, count: lines.count, rows: ColumnList.rows(of: context.size.rows) - 1)
            return []
        case .input(.mouse(let mouse)):
            _ = place.point(mouse, count: lines.count)
            return []
        case .resumed(let result): return result as? LoginResult == .other ? [.popToRoot] : []
        case .input, .action, .hangup: return []
        }
    }

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        let language = context.language
        let head = ColumnList.head(
            into: &canvas, Phrase(name), count: Strings.Reconciling.lines(result.lines), context)
        let words = SafeText(Strings.Reconciling.imported(result).text(language))
        let isWhole = result.broken == 0 && result.unmatched == 0
        canvas.put(
            words.truncated(to: head.columns - 2), at: Point(1, head.row), role: isWhole ? .success : .warning
        )
        let columns = head.columns - 2
        let fixed = [6, 12, 13, 20]
        let list = ColumnList(
            titles: [
                Strings.Reconciling.line, Strings.Reconciling.outcome, Strings.Till.amount,
                Strings.Reconciling.reference, Strings.Reconciling.message,
            ], widths: fixed + [max(10, columns - fixed.reduce(0, +) - fixed.count)])
        list.draw(into: &canvas, area: head.splitTop(1).rest, count: lines.count, place: place, context) {
            index in
            let line = lines[index]
            return ColumnList.Row(
                texts: [
                    SafeText("\(line.line)").padded(to: 5, .right).string,
                    Strings.Reconciling.name(line.outcome).text(language),
                    SafeText(line.amount.map { Money($0).grouped } ?? "").padded(to: 12, .right).string,
                    line.reference ?? "", line.message,
                ], role: Self.role(line.outcome))
        }
    }

    private static func role(_ outcome: BankLineOutcome) -> Role {
        switch outcome {
        case .broken: .error
        case .unmatched: .warning
        case .matched: .text
        case .known: .dim
        }
    }

    /// The line under the bar, whole.
    func messageLine(_ context: ScreenContext) -> MessageLine? {
        guard lines.indices.contains(place.cursor) else { return nil }
        let line = lines[place.cursor]
        let words = Strings.Reconciling.spoken(line).text(context.language)
        return MessageLine(SafeText(words), role: Self.role(line.outcome))
    }
}
