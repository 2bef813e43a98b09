/// The least chrome there is: the way to the screen on the left.
public struct PlainChrome: Chrome {
    public typealias Message = Never

    public init() {}

    public func drawStatus(into canvas: inout Canvas, titles: [SafeText], _ context: ScreenContext) {
        canvas.fill(canvas.bounds, role: .statusBar)
        var column = 1
        for (index, title) in titles.enumerated() {
            if index > 0 { column += canvas.put(" ▸ ", at: Point(column, 0), role: .statusBar) }
            column += canvas.put(title, at: Point(column, 0), role: .statusBar)
        }
        if context.typing.method != .off {
            let sign = context.typing.method.sign
            canvas.put(sign, at: Point(canvas.size.columns - sign.width - 1, 0), role: .statusBar)
        }
    }
}
