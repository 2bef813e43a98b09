import CNcurses
import Glibc

/// The terminal that the program runs in, through ncurses. The only Swift code that knows of it.
///
/// One at a time per process, used on one thread. ncurses sends only what changes; input is not read here.
public final class CursesTerminal: Terminal {
    public private(set) var size: Size
    public let isASCII: Bool
    public let signalDescriptor: Int32?
    private let usesColour: Bool
    private let colours: Int
    private var shown: Canvas?
    /// A cell that was sent ahead of its frame, and so is not what `shown` says.
    private var ahead: Point?
    private var shownTheme: Theme?
    private var wasTyping = true
    private var title: SafeText?
    private var line: [cn_cell] = []
    private let log: String?

    /// Takes the terminal.
    ///
    /// - Parameters:
    ///   - log: the file that stderr goes to while the screen is up, if stderr is the terminal; else nowhere.
    ///   - crashMessage: what is written to the restored terminal should the program crash.
    public init(log: String? = nil, crashMessage: SafeText = "") throws(TerminalError) {
        ProcessMemory.keepPrivate()
        isASCII = cn_set_locale() == 0
        self.log = log
        // ncurses installs handlers where there are none, so ours come first.
        let signals = cn_catch_signals()
        signalDescriptor = signals >= 0 ? signals : nil
        let result = cn_open()
        if result != CN_OK {
            cn_release_signals()
            let term = Self.environment("TERM") ?? ""
            switch result {
            case CN_NO_TERMINAL: throw .noTerminal
            case CN_TOO_SIMPLE: throw .tooSimple(term)
            default: throw .unknownTerminal(term)
            }
        }
        cn_guard(Self.ascii(crashMessage, isASCII) + (crashMessage.isEmpty ? "" : "\r\n"))
        cn_redirect_errors(log)
        usesColour = Self.environment("NO_COLOR") == nil
        colours = Int(cn_colours())
        size = .zero
        refreshSize()
    }

    deinit {
        close()
    }

    public var inputDescriptor: Int32? {
        let descriptor = cn_descriptor()
        return descriptor >= 0 ? descriptor : nil
    }

    /// Mouse reports; off unless asked for, so that the terminal's own selection works.
    public var reportsMouse = false {
        didSet { cn_set_mouse(reportsMouse ? 1 : 0) }
    }

    public func refreshSize() {
        var columns: Int32 = 0
        var rows: Int32 = 0
        cn_refresh_size(&columns, &rows)
        size = Size(columns: Int(columns), rows: Int(rows))
    }

    public func present(_ canvas: Canvas, theme: Theme) {
        present(canvas, rows: 0..<canvas.size.rows, theme: theme)
    }

    public func present(_ canvas: Canvas, rows: Range<Int>, theme: Theme) {
        let typing = isTyping(on: canvas)
        if theme != shownTheme || typing != wasTyping { use(theme, typing: typing) }
        if canvas.hasPixels, shown?.hasPixels != true { cn_forget_pictures() }
        let all = 0..<min(canvas.size.rows, size.rows)
        if let shown, shown.size == canvas.size {
            for row in rows.clamped(to: all) {
                if let columns = canvas.changes(inRow: row, from: shown) {
                    send(canvas, row: row, columns: columns)
                }
                if let ahead, ahead.row == row {
                    send(canvas, row: row, columns: ahead.column..<ahead.column + 1)
                    self.ahead = nil
                }
            }
        } else {
            for row in all { send(canvas, row: row, columns: 0..<canvas.size.columns) }
        }
        shown = canvas
        let cursor = canvas.cursor
        cn_update(Int32(cursor?.column ?? -1), Int32(cursor?.row ?? 0))
    }

    public func show(_ character: UInt8, at place: Point, role: Role, cursor: Point) {
        guard let shown, shown.size == size, shown.bounds.contains(place) else { return }
        var cell = cn_cell(
            base: UInt32(character), marks: (0, 0, 0, 0), style: UInt8(role.index), colours: 0)
        cn_put(Int32(place.row), Int32(place.column), &cell, 1)
        cn_update(Int32(cursor.column), Int32(cursor.row))
        ahead = place
        // What carries it to the terminal runs in the kernel, and often waits for this processor, which the frame that
        // is drawn now would hold for longer than all of this took.
        sched_yield()
    }

    private func send(_ canvas: Canvas, row: Int, columns: Range<Int>) {
        line.removeAll(keepingCapacity: true)
        let cells = canvas.row(row)
        let start = cells.startIndex
        for index in (start + columns.lowerBound)..<(start + min(columns.upperBound, size.columns)) {
            let cell = cells[index]
            let style = UInt8(cell.role.index)
            if let pixels = cell.pixels {
                line.append(pixel(pixels, style))
            } else if isASCII {
                let base =
                    cell.isContinuation
                    ? UInt8(ascii: " ") : Transliteration.ascii(Clusters.cluster(cell.content).base)
                line.append(cn_cell(base: UInt32(base), marks: (0, 0, 0, 0), style: style, colours: 0))
            } else if !cell.isContinuation {
                let cluster = Clusters.cluster(cell.content)
                line.append(cn_cell(base: cluster.base, marks: cluster.marks, style: style, colours: 0))
            }
        }
        cn_put(Int32(row), Int32(columns.lowerBound), line, Int32(line.count))
    }

    /// Two pixels as this terminal can show them: in their colours, or as a shade where it has too few pairs of two.
    private func pixel(_ pixels: (above: UInt8, below: UInt8), _ style: UInt8) -> cn_cell {
        let colours = usesColour ? self.colours : 0
        guard colours >= 256, !isASCII else {
            let light = (Palette.brightness(pixels.above) + Palette.brightness(pixels.below)) / 2
            let base = PixelShade.scalar(light: light, isASCII: isASCII).value
            return cn_cell(base: base, marks: (0, 0, 0, 0), style: style, colours: 0)
        }
        let both = 1 << 16 | UInt32(pixels.above) << 8 | UInt32(pixels.below)
        return cn_cell(base: 0x2580, marks: (0, 0, 0, 0), style: style, colours: both)
    }

    /// Whether what is written next is probably text in a field, or else in a list: by where the cursor is.
    private func isTyping(on canvas: Canvas) -> Bool {
        switch canvas.cursor.map({ canvas[$0].role }) {
        case .fieldFocused: true
        case .selection: false
        default: wasTyping
        }
    }

    /// Tells ncurses the styles. Returning to what it takes for normal is what it does after every update, so
    /// that is the look of the place where most is written: the focused field, or a list's rows.
    private func use(_ theme: Theme, typing: Bool) {
        shownTheme = theme
        wasTyping = typing
        // Rows that have not changed look different now.
        shown = nil
        let colours = usesColour ? self.colours : 0
        let styles = Role.allCases.map { theme.style($0, colours: colours) }
        let ground = styles[(typing ? Role.fieldFocused : Role.text).index]
        let isComplete = styles.allSatisfy { $0.foreground != .standard && $0.background != .standard }
        if isComplete && ground.attributes.isEmpty {
            cn_set_ground(ground.foreground.number, ground.background.number)
        } else {
            cn_set_ground(-1, -1)
        }
        for (index, style) in styles.enumerated() {
            cn_set_style(
                Int32(index), style.foreground.number, style.background.number,
                Int32(style.attributes.rawValue))
        }
    }

    public func invalidate() {
        shown = nil
        cn_invalidate()
    }

    public func setTitle(_ title: SafeText) {
        guard title != self.title else { return }
        self.title = title
        cn_set_title(Self.windowTitle(Self.ascii(title, isASCII)))
    }

    public func suspend() {
        cn_suspend()
        cn_return_errors()
    }

    public func stop() { cn_stop() }

    public func resume() {
        cn_resume()
        cn_redirect_errors(log)
        shown = nil
        if let title {
            self.title = nil
            setTitle(title)
        }
    }

    public func close() {
        cn_close()
        cn_return_errors()
        cn_release_signals()
    }

    public func bell() { cn_bell() }

    public func copy(_ text: String) { cn_copy(Clipboard.encoded(text)) }

    /// As much of a title as the terminal is sent, cut between two characters.
    static func windowTitle(_ title: String) -> String {
        guard title.utf8.count > Int(CN_TITLE) else { return title }
        var kept = ""
        for character in title {
            if kept.utf8.count + character.utf8.count > Int(CN_TITLE) { break }
            kept.append(character)
        }
        return kept
    }

    private static func ascii(_ text: SafeText, _ isASCII: Bool) -> String {
        guard isASCII else { return text.string }
        return String(
            decoding: text.string.unicodeScalars.map { Transliteration.ascii($0.value) }, as: UTF8.self)
    }

    /// An environment variable, nil where it is empty.
    private static func environment(_ name: String) -> String? {
        guard let value = getenv(name), value.pointee != 0 else { return nil }
        return String(cString: value)
    }
}
