import Forms

/// A picture in a box over whatever is on the screen (eForm UP-2), in half-block cells: two pixels, one above the
/// other, in each cell.
public struct ImagePanel: Widget {
    public let title: SafeText
    public let image: PixelImage
    /// From 1, and how many there are.
    public let page: Int
    public let pages: Int
    /// As wide as there is room, and scrolled: a page of text is too small to be read as a whole.
    public private(set) var isWide = false
    /// The first row in view of a wide picture.
    private var offset = 0
    private var wanted: Int?
    private let drawn = DrawnArea()

    public init(
        title: SafeText, image: PixelImage, page: Int = 1, pages: Int = 1, isWide: Bool = false
    ) {
        self.isWide = isWide
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
            "image.wide", ToolkitStrings.wide,
            help: Phrase(
                "Phóng hết chiều ngang rồi cuộn, hoặc xem cả hình.",
                en: "As wide as the window, to be scrolled, or the whole picture."), keys: "z", "Z", "+",
            scope: "image", priority: 58),
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
        case .text("z"), .text("Z"), .text("+"): return perform("image.wide")
        case .key(let key):
            return Self.table.action(for: key, scopes: scopes, inField: false).map { perform($0) } ?? .ignored
        default: return .ignored
        }
    }

    public mutating func perform(_ action: ActionID) -> WidgetOutcome {
        switch action {
        case "image.close": return .cancelled
        case "image.wide":
            isWide.toggle()
            offset = 0
            return .handled
        case "image.next": return scroll(by: 1) ? .handled : turn(to: page + 1)
        case "image.previous": return scroll(by: -1) ? .handled : turn(to: page - 1)
        default: return .ignored
        }
    }

    /// Whether the keys that turn pages do anything.
    public var canTurn: Bool { pages > 1 || isWide }

    /// Goes on within a wide picture; false at its ends.
    private mutating func scroll(by step: Int) -> Bool {
        guard isWide, let size = drawn.size else { return false }
        let last = max(0, wideRows(size.columns) - size.rows)
        let next = min(last, max(0, min(offset, last) + step * max(1, size.rows - 2)))
        defer { offset = next }
        return next != min(offset, last)
    }

    /// The rows of cells of the picture at its widest.
    private func wideRows(_ columns: Int) -> Int {
        (image.fitted(columns: min(columns, Self.largest.columns), rows: 1 << 20).height + 1) / 2
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
        if isWide {
            let rows = min(bounds.rows, wideRows(bounds.columns - 2) + 2)
            return bounds.centred(Size(columns: min(bounds.columns, Self.largest.columns + 2), rows: rows))
        }
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
        let inside = area.inside
        drawn.record(inside)
        canvas.clip(to: inside) { canvas in
            guard isWide else { return ImageView.draw(image, into: &canvas, area: inside) }
            let rows = wideRows(inside.columns)
            let first = min(offset, max(0, rows - inside.rows))
            let whole = Rect(
                column: inside.column, row: inside.row - first, columns: inside.columns,
                rows: max(rows, inside.rows))
            ImageView.draw(image, into: &canvas, area: whole, within: inside)
        }
        guard isWide else { return }
        let bar = Rect(column: area.endColumn - 1, row: inside.row, columns: 1, rows: inside.rows)
        ScrollBar.draw(
            into: &canvas, area: bar, total: wideRows(inside.columns), first: offset, role: .borderFocused,
            glyphs: Glyphs.of(context))
    }
}
