import Forms
import TUI

struct Dialog: Sendable {
    struct Button: Sendable { var id: String; var label: Phrase; var isDanger = false
        init(_ id: String, _ label: Phrase, isDanger: Bool = false) { self.id = id; self.label = label; self.isDanger = isDanger } }
    var title: Phrase
    var text: Phrase
    var buttons: [Button]
    var index = 0
    var chosen: String? { buttons[index].id }
    var scopes: [String] { ["dialog"] }
    mutating func handle<M>(_ event: ScreenEvent<M>) -> WidgetOutcome {
        guard case .input(.key(let key)) = event else { return .ignored }
        switch key.code {
        case .left, .up, .backTab: index = max(0, index - 1)
        case .right, .down, .tab: index = min(buttons.count - 1, index + 1)
        case .enter: return .accepted
        case .escape: return .cancelled
        default: break
        }
        return .handled
    }
    func draw(into canvas: inout Canvas, bounds: Rect, context: ScreenContext) {
        let width = min(60, bounds.columns - 4)
        let lines = SafeText.wrapped(text.text(context.language), to: width - 4)
        let area = bounds.centred(Size(columns: width, rows: lines.count + 5))
        canvas.fill(area, role: .dialog)
        canvas.box(area, title: SafeText(title.text(context.language)), role: .borderFocused)
        for (r, l) in lines.enumerated() { canvas.put(l, at: area.origin.offset(columns: 2, rows: 1 + r), role: .dialog) }
        var c = area.column + 2
        for (i, b) in buttons.enumerated() {
            c += canvas.put("[ " + SafeText(b.label.text(context.language)) + " ]", at: Point(c, area.endRow - 2), role: i == index ? .buttonFocused : .button) + 2
        }
    }
}
