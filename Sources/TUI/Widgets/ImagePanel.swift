import Forms

/// A picture in a box over whatever is on the screen (eForm UP-2), in half-block cells: two pixels, one above the
/// other, in each cell.
public struct ImagePanel: Widget {
    public let title: SafeText
    public let image: PixelImage

    public init(title: SafeText, image: PixelImage) {
        self.title = title
        self.image = image
    }

    public static let actions: [Action] = [
        Action(
            "image.close", ToolkitStrings.close,
            help: Phrase("Đóng hình.", en: "Closes the picture."), keys: "esc", "enter", "space",
            scope: "image", priority: 50)
    ]

    private static let table = ActionTable(actions)

    public var scopes: [String] { ["image"] }

    public mutating func handle(_ input: Input) -> WidgetOutcome {
        switch input {
        case .text(" "): return .cancelled
        case .key(let key):
            return Self.table.action(for: key, scopes: scopes, inField: false).map { perform($0) } ?? .ignored
        default: return .ignored
        }
    }

    public mutating func perform(_ action: ActionID) -> WidgetOutcome {
        action == "image.close" ? .cancelled : .ignored
    }

    /// No picture is shown larger than this, in pixels: a terminal knows only so many pairs of colours at once.
    static let largest = Size(columns: 96, rows: 80)

    /// As large as the picture is, or as there is room; the title always has its own.
    public func area(in bounds: Rect) -> Rect {
        let room = Size(columns: max(1, bounds.columns - 2), rows: max(1, (bounds.rows - 2) * 2))
        let size = image.fitted(
            columns: min(room.columns, Self.largest.columns), rows: min(room.rows, Self.largest.rows))
        let columns = max(size.width, min(title.width + 6, bounds.columns - 2)) + 2
        return bounds.centred(Size(columns: columns, rows: (size.height + 1) / 2 + 2))
    }

    public func draw(into canvas: inout Canvas, in bounds: Rect, context: ScreenContext) {
        let area = area(in: bounds)
        canvas.fill(area, role: .dialog)
        canvas.box(area, title: title, role: .borderFocused, titleRole: .title)
        canvas.cursor = nil
        canvas.clip(to: area.inside) { canvas in
            ImageView.draw(image, into: &canvas, area: area.inside)
        }
    }
}
