import Forms

/// A picture in a box over whatever is on the screen (eForm UP-2), in half-block cells: two pixels, one above the
/// other, in each cell.
public struct ImagePanel: Widget {
    public let title: SafeText
    public let image: PixelImage
    /// From 1, and how many there are.
    public let page: Int
    public let pages: Int
    private var wanted: Int?

    public init(title: SafeText, image: PixelImage, page: Int = 1, pages: Int = 1) {
        self.title = title
        self.image = image
        (self.page, self.pages) = (page, pages)
    }

    /// Which page is to be shown instead, told once.
    public mutating func takeWanted() -> Int? {
        defer { wanted = nil }
        return wanted
    }

    public static let actions: [Action] = [
        Action(
            "image.close", ToolkitStrings.close,
            help: Phrase("Đóng hình.", en: "Closes the picture."), keys: "esc", "enter", "space",
            scope: "image", priority: 50),
        Action(
            "image.next", ToolkitStrings.nextSheet,
            help: Phrase("Trang sau của tệp.", en: "The next page of the file."), keys: "pagedown", "right",
            "down", scope: "image", priority: 60),
        Action(
            "image.previous", ToolkitStrings.previousSheet,
            help: Phrase("Trang trước của tệp.", en: "The page before."), keys: "pageup", "left", "up",
            scope: "image", priority: 55),
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
        switch action {
        case "image.close": return .cancelled
        case "image.next": return turn(to: page + 1)
        case "image.previous": return turn(to: page - 1)
        default: return .ignored
        }
    }

    private mutating func turn(to page: Int) -> WidgetOutcome {
        guard (1...max(1, pages)).contains(page) else { return .refused }
        wanted = page
        return .handled
    }

    /// With the page, where there are several.
    private func heading(_ language: Language) -> SafeText {
        guard pages > 1 else { return title }
        return title + SafeText(" · " + ToolkitStrings.sheet(page, of: pages).text(language))
    }

    /// No picture is shown larger than this, in pixels: a terminal knows only so many pairs of colours at once.
    static let largest = Size(columns: 96, rows: 80)

    /// As large as the picture is, or as there is room; the title always has its own.
    public func area(in bounds: Rect, _ language: Language = .vi) -> Rect {
        let room = Size(columns: max(1, bounds.columns - 2), rows: max(1, (bounds.rows - 2) * 2))
        let size = image.fitted(
            columns: min(room.columns, Self.largest.columns), rows: min(room.rows, Self.largest.rows))
        let columns = max(size.width, min(heading(language).width + 6, bounds.columns - 2)) + 2
        return bounds.centred(Size(columns: columns, rows: (size.height + 1) / 2 + 2))
    }

    public func draw(into canvas: inout Canvas, in bounds: Rect, context: ScreenContext) {
        let area = area(in: bounds, context.language)
        canvas.fill(area, role: .dialog)
        canvas.box(area, title: heading(context.language), role: .borderFocused, titleRole: .title)
        canvas.cursor = nil
        canvas.clip(to: area.inside) { canvas in
            ImageView.draw(image, into: &canvas, area: area.inside)
        }
    }
}
