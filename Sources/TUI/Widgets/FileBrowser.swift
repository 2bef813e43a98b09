import Forms

/// A small browser to choose files with, or to type a path in (eForm UP-1). What can be chosen is said before.
///
/// It reads nothing: where ``wanted`` names a folder, the program reads that and answers with ``show(_:)`` or
/// ``fail(_:_:)``; so it does with a path that was typed, which may be a file's. Kinds are judged by content when a file has been chosen, never by its name.
public struct FileBrowser: Widget {
    public let rule: FileRule
    /// How many more files the field takes.
    public let room: Int
    /// The folder that is shown; nil until the first one has been read.
    public private(set) var folder: String?
    /// The folder that has to be read; empty for the one that the program begins with.
    public private(set) var wanted: String? = ""
    /// A path or a part of a name.
    public private(set) var line = TextLine(input: TextInput(maxLength: 4096, composes: false))
    /// Paths that were ticked, then what was chosen.
    public private(set) var chosen: [String] = []
    public private(set) var highlighted = 0
    /// Why the last key did nothing, or the folder could not be read.
    public private(set) var notice: Phrase?
    private var entries: [FolderListing.Entry] = []
    private var shown: [Int] = []
    private var offset = 0
    let drawn = DrawnArea()

    public init(_ rule: FileRule, room: Int = 1) {
        self.rule = rule
        self.room = max(1, room)
    }

    public var isMultiple: Bool { rule.many && room > 1 }

    // MARK: - What the program answers

    /// A folder was read. An answer for another folder than the one asked for is late, and dropped.
    ///
    /// - Parameter asked: What ``wanted`` said, where that is another way to write the folder's path: `~`.
    public mutating func show(_ listing: FolderListing, for asked: String? = nil) {
        guard let wanted, wanted.isEmpty || Self.same(wanted, asked ?? listing.path) else { return }
        let before = folder
        self.wanted = nil
        folder = listing.path
        notice = nil
        line.setText("")
        let sorted = listing.entries.filter { $0.name != "." && $0.name != ".." }.sorted {
            ($0.isFolder ? 0 : 1, TextFold.fold($0.name), $0.name)
                < ($1.isFolder ? 0 : 1, TextFold.fold($1.name), $1.name)
        }
        entries = (Self.parent(listing.path) == nil ? [] : [.init("..", isFolder: true)]) + sorted
        filter()
        // Coming up, the bar stands on the folder that one came from.
        if let before, Self.parent(before) == listing.path,
            let row = shown.firstIndex(where: { Self.join(listing.path, entries[$0].name) == before })
        {
            move(to: row)
        }
    }

    /// A folder could not be read; what was shown before stays.
    public mutating func fail(_ path: String, _ reason: Phrase) {
        guard let wanted, wanted == path else { return }
        self.wanted = nil
        notice = reason
    }

    private static func same(_ a: String, _ b: String) -> Bool { trimmed(a) == trimmed(b) }

    private static func trimmed(_ path: String) -> String {
        path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    }

    private static func join(_ folder: String, _ name: String) -> String {
        folder.hasSuffix("/") ? folder + name : folder + "/" + name
    }

    private static func parent(_ path: String) -> String? {
        let path = trimmed(path)
        guard path != "/", let slash = path.lastIndex(of: "/") else { return nil }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    // MARK: - Input

    public static let actions: [Action] = [
        row("browser.accept", "Chọn", "Choose", ["enter"], isShown: true),
        row("browser.cancel", "Đóng", "Close", ["esc", "ctrl-g"], isShown: true),
        row("browser.toggle", "Đánh dấu", "Tick", ["insert", "ctrl-t"], isShown: true),
        row("browser.parent", "Thư mục cha", "Parent folder", ["alt-up", "ctrl-up"], isShown: true),
        row("browser.up", "Lên", "Up", ["up"]),
        row("browser.down", "Xuống", "Down", ["down"]),
        row("browser.page_up", "Trang trước", "Page up", ["pgup"]),
        row("browser.page_down", "Trang sau", "Page down", ["pgdn"]),
        row("browser.next_field", "Đóng, sang ô sau", "Close, next field", ["tab"]),
        row("browser.previous_field", "Đóng, về ô trước", "Close, field before", ["shift-tab"]),
    ]

    private static let table = ActionTable(actions)

    private static func row(
        _ id: ActionID, _ vi: String, _ en: String, _ keys: [String], isShown: Bool = false
    ) -> Action {
        let phrase = Phrase(vi, en: en)
        return Action(
            id: id, name: phrase, help: phrase, keys: keys.compactMap { Key(name: $0) }, scope: "browser",
            hidden: !isShown, priority: 50)
    }

    public var scopes: [String] { ["browser", TextActions.scope] }

    public mutating func handle(_ input: Input) -> WidgetOutcome {
        switch input {
        case .text(" ") where isMultiple && line.isEmpty: return perform("browser.toggle")
        case .text, .paste: return edited(line.handle(input))
        case .key(let key):
            if let action = Self.table.action(for: key, scopes: scopes, inField: false) {
                return perform(action)
            }
            return edited(line.handle(input))
        case .mouse(let mouse) where mouse.kind == .scrollUp: return perform("browser.up")
        case .mouse(let mouse) where mouse.kind == .scrollDown: return perform("browser.down")
        default: return .ignored
        }
    }

    /// `.accepted` where `chosen` holds what was chosen.
    public mutating func perform(_ action: ActionID) -> WidgetOutcome {
        notice = nil
        switch action {
        case "browser.up": move(to: highlighted - 1)
        case "browser.down": move(to: highlighted + 1)
        case "browser.page_up": move(to: highlighted - page)
        case "browser.page_down": move(to: highlighted + page)
        case "browser.parent":
            guard let parent = folder.flatMap(Self.parent) else { return .handled }
            wanted = parent
        case "browser.cancel", "browser.next_field", "browser.previous_field": return .cancelled
        case "browser.toggle": return toggle()
        case "browser.accept": return accept()
        default: return edited(line.perform(action))
        }
        return .handled
    }

    private var page: Int { max(1, (drawn.size?.rows ?? 10) - 1) }

    private mutating func move(to row: Int) {
        guard !shown.isEmpty else { return }
        highlighted = min(max(0, row), shown.count - 1)
        let height = drawn.size?.rows ?? 10
        if highlighted < offset { offset = highlighted }
        if highlighted >= offset + height { offset = highlighted - height + 1 }
    }

    private mutating func edited(_ outcome: WidgetOutcome) -> WidgetOutcome {
        guard outcome == .changed else { return outcome }
        filter()
        return .handled
    }

    /// A part of a name filters; a path does not.
    private mutating func filter() {
        let words = TextFold.words(line.text)
        let isPath = line.text.contains("/") || line.text == "~"
        shown = entries.indices.filter { index in
            guard !isPath, !words.isEmpty else { return true }
            let name = TextFold.fold(entries[index].name)
            return words.allSatisfy { name.contains($0) }
        }
        highlighted = 0
        offset = 0
    }

    private var lit: FolderListing.Entry? {
        shown.indices.contains(highlighted) ? entries[shown[highlighted]] : nil
    }

    private mutating func accept() -> WidgetOutcome {
        let typed = line.text
        if typed.contains("/") || typed == "~" {
            // Whether it is there, a folder or a file, the program has to look.
            let isWhole = typed.hasPrefix("/") || typed == "~" || typed.hasPrefix("~/")
            wanted = isWhole ? typed : folder.map { Self.join($0, typed) } ?? typed
            return .handled
        }
        guard let lit, let folder else { return chosen.isEmpty ? .refused : .accepted }
        if lit.isFolder {
            wanted = lit.name == ".." ? Self.parent(folder) : Self.join(folder, lit.name)
            return .handled
        }
        if !chosen.isEmpty { return .accepted }
        guard fits(lit) else { return .refused }
        chosen = [Self.join(folder, lit.name)]
        return .accepted
    }

    private mutating func toggle() -> WidgetOutcome {
        guard isMultiple, let lit, let folder, !lit.isFolder else { return .refused }
        let path = Self.join(folder, lit.name)
        if let place = chosen.firstIndex(of: path) {
            chosen.remove(at: place)
        } else {
            guard fits(lit) else { return .refused }
            guard chosen.count < room else {
                notice = ToolkitStrings.mostFiles(room)
                return .refused
            }
            chosen.append(path)
        }
        move(to: highlighted + 1)
        return .handled
    }

    private mutating func fits(_ entry: FolderListing.Entry) -> Bool {
        guard let size = entry.size, size > rule.maxBytes else { return true }
        notice = ToolkitStrings.fileTooLarge(entry.name, size, most: rule.maxBytes)
        return false
    }

    /// Lights what stands at a point; what is lit already is chosen.
    public mutating func click(at point: Point) -> WidgetOutcome {
        guard let body = drawn.area, body.contains(point) else { return .handled }
        let row = offset + point.row - body.row
        guard shown.indices.contains(row) else { return .handled }
        if row == highlighted { return isMultiple && lit?.isFolder == false ? toggle() : accept() }
        move(to: row)
        return .handled
    }

    // MARK: - Drawing

    public func area(in bounds: Rect) -> Rect {
        bounds.centred(Size(columns: min(bounds.columns, 76), rows: min(bounds.rows, 19)))
    }

    public func draw(into canvas: inout Canvas, in bounds: Rect, context: ScreenContext) {
        let area = area(in: bounds)
        guard area.rows >= 5 else { return }
        let language = context.language
        canvas.fill(area, role: .dialog)
        let title = SafeText((folder ?? ToolkitStrings.chooseFile.text(language)))
        canvas.box(area, title: title, role: .borderFocused, titleRole: .title)
        canvas.clip(to: area.inside) { canvas in
            var inside = area.inside.inset(columns: 1, rows: 0)
            line.draw(
                into: &canvas, area: inside.line(0), isFocused: true,
                placeholder: SafeText(ToolkitStrings.pathHint.text(language)), glyphs: Glyphs.of(context))
            inside = inside.splitTop(1).rest
            var rules = ToolkitStrings.files(rule).text(language)
            if !chosen.isEmpty {
                rules = ToolkitStrings.ticked(chosen.count).text(language) + " " + rules
            }
            let lines = (notice.map { [$0.text(language)] } ?? []).flatMap {
                SafeText.wrapped($0, to: inside.columns)
            }
            let words = SafeText.wrapped(rules, to: inside.columns)
            let parts = inside.splitBottom(min(inside.rows - 1, words.count + lines.count))
            for (row, text) in (lines + words).enumerated() {
                let role: Role = row < lines.count ? .warning : .dim
                canvas.put(text, at: parts.bottom.origin.offset(rows: row), role: role)
            }
            drawEntries(into: &canvas, area: parts.rest, context)
        }
    }

    private func drawEntries(into canvas: inout Canvas, area: Rect, _ context: ScreenContext) {
        drawn.record(area)
        let language = context.language
        guard folder != nil, !shown.isEmpty else {
            let words =
                wanted != nil
                ? ToolkitStrings.readingFolder : folder == nil ? Phrase("") : ToolkitStrings.noMatch
            canvas.put(SafeText(words.text(language)), at: area.origin, role: .dim)
            return
        }
        let glyphs = Glyphs.of(context)
        var first = min(offset, max(0, shown.count - area.rows))
        if highlighted >= first + area.rows { first = highlighted - area.rows + 1 }
        for row in 0..<min(area.rows, shown.count - first) {
            let entry = entries[shown[first + row]]
            let at = area.line(row)
            let isLit = first + row == highlighted
            let isTicked = folder.map { chosen.contains(Self.join($0, entry.name)) } ?? false
            let mark = isTicked ? glyphs.check.on : isLit ? glyphs.next : SafeText.empty
            canvas.put(mark, at: at.origin, role: .text)
            let size = entry.size.map { SafeText(ToolkitStrings.bytes($0).text(language)) } ?? .empty
            let parts = at.splitLeft(4).rest.splitRight(size.width, gap: 2)
            let name = SafeText(entry.name + (entry.isFolder ? "/" : "")).truncated(to: parts.rest.columns)
            canvas.put(name, at: parts.rest.origin, role: isLit ? .selection : .dialog)
            canvas.put(size, at: parts.right.origin, role: .dim)
        }
        ScrollBar.draw(
            into: &canvas, area: area.splitRight(1).right, total: shown.count, first: first, glyphs: glyphs)
    }
}
