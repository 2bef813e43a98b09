import Glibc

/// What is on the screen, as a value: a grid of cells and the place of the cursor.
///
/// Everything is clipped, so drawing code needs no checks for small windows, and a wide glyph of which only
/// half would remain becomes blank. Only ``SafeText`` can be put on it.
public struct Canvas: Sendable, Hashable {
    /// The size of what is drawn on: the whole grid, or a window of it.
    public var size: Size { window.size }

    /// Where the terminal's real cursor stands; nil hides it. Input method windows, magnifiers and
    /// screen readers follow it, so the focused field always sets it. A place outside of the clip is ignored.
    public var cursor: Point? {
        get { storedCursor?.offset(columns: -window.column, rows: -window.row) }
        set {
            let place = newValue?.offset(columns: window.column, rows: window.row)
            if let place, !clipArea.contains(place) { return }
            storedCursor = place
        }
    }

    /// A picture stands somewhere on it.
    private(set) var hasPixels = false

    // All that is stored counts from the top left of the grid, not of the window.
    private let gridColumns: Int
    private var storedCursor: Point?
    private var cells: [Cell]
    private var window: Rect
    private var clipArea: Rect

    public init(size: Size) {
        gridColumns = size.columns
        cells = Array(repeating: .blank, count: size.columns * size.rows)
        window = Rect(size)
        clipArea = Rect(size)
    }

    /// The whole area, from 0, 0.
    public var bounds: Rect { Rect(size) }

    /// The cell at `point`; blank outside of the canvas.
    public subscript(point: Point) -> Cell {
        guard bounds.contains(point) else { return .blank }
        return cells[(point.row + window.row) * gridColumns + point.column + window.column]
    }

    private func absolute(_ area: Rect) -> Rect {
        Rect(origin: area.origin.offset(columns: window.column, rows: window.row), size: area.size)
            .intersection(clipArea)
    }

    /// Draws `text` from `point` to the right, cut at `maxWidth` columns and at the clip's edge.
    ///
    /// - Returns: the columns used, also those outside of the clip, so that texts can be put in a row.
    @discardableResult
    public mutating func put(
        _ text: SafeText, at point: Point, role: Role = .text, maxWidth: Int? = nil
    ) -> Int {
        let limit = maxWidth ?? Int.max
        let row = point.row + window.row
        guard row >= clipArea.row, row < clipArea.endRow else { return min(text.width, max(0, limit)) }
        let column = point.column + window.column
        var used = 0
        var last: Int?
        for scalar in text.string.unicodeScalars {
            let width = DisplayWidth.of(scalar)
            if width > 0 {
                if used + width > limit { break }
                let cell = Cell(scalar, width: width, role: role)
                let at = column + used
                used += width
                // The usual case; the other one looks at clips and at halves of wide glyphs.
                if width == 1, at >= clipArea.column, at < clipArea.endColumn {
                    let index = row * gridColumns + at
                    if cells[index].width == 1 {
                        cells[index] = cell
                        last = index
                        continue
                    }
                }
                last = set(cell, column: at, row: row)
            } else if let last {
                cells[last].add(scalar)
            }
        }
        return used
    }

    /// Shows two pixels in one cell, the nearest palette colours of red, green and blue as an upper and a lower half
    /// block. Without a lower one the ground below is black.
    ///
    /// What a terminal with fewer colours shows is its own affair: the nearest of those, or shades.
    public mutating func put(
        pixel: (red: UInt8, green: UInt8, blue: UInt8), below: (red: UInt8, green: UInt8, blue: UInt8)?,
        at point: Point
    ) {
        let row = point.row + window.row
        guard row >= clipArea.row, row < clipArea.endRow else { return }
        let cell = Cell(
            pixel: Palette.index(pixel), below: Palette.index(below ?? (0, 0, 0)))
        set(cell, column: point.column + window.column, row: row)
        hasPixels = true
    }

    /// Blanks an area in the look of `role`.
    public mutating func fill(_ area: Rect, role: Role = .text) {
        fill(area, with: " ", role: role)
    }

    /// Fills an area with one glyph of one column.
    public mutating func fill(_ area: Rect, with scalar: Unicode.Scalar, role: Role = .text) {
        let area = absolute(area)
        guard !area.isEmpty, DisplayWidth.of(scalar) == 1 else { return }
        let cell = Cell(scalar, role: role)
        for row in area.row..<area.endRow {
            mend(row: row, from: area.column, to: area.endColumn)
            let start = row * gridColumns + area.column
            cells.withUnsafeMutableBufferPointer { cells in
                for index in start..<(start + area.columns) { cells[index] = cell }
            }
        }
    }

    /// Changes the look of an area and keeps what it shows.
    public mutating func paint(_ area: Rect, role: Role) {
        let area = absolute(area)
        for row in area.row..<max(area.row, area.endRow) {
            for column in area.column..<max(area.column, area.endColumn) {
                cells[row * gridColumns + column].role = role
            }
        }
    }

    /// A frame along the edge of `area`, with a title in its upper line. An area below 2×2 shows nothing.
    public mutating func box(
        _ area: Rect, title: SafeText? = nil, role: Role = .border, titleRole: Role? = nil
    ) {
        guard area.columns >= 2, area.rows >= 2 else { return }
        let right = area.endColumn - 1
        let bottom = area.endRow - 1
        horizontal(from: Point(area.column, area.row), count: area.columns, role: role)
        horizontal(from: Point(area.column, bottom), count: area.columns, role: role)
        vertical(from: Point(area.column, area.row), count: area.rows, role: role)
        vertical(from: Point(right, area.row), count: area.rows, role: role)
        put("┌", at: area.origin, role: role)
        put("┐", at: Point(right, area.row), role: role)
        put("└", at: Point(area.column, bottom), role: role)
        put("┘", at: Point(right, bottom), role: role)
        if let title, !title.isEmpty, area.columns > 6 {
            let text = SafeText(" ") + title.truncated(to: area.columns - 6) + SafeText(" ")
            put(text, at: Point(area.column + 1, area.row), role: titleRole ?? role)
        }
    }

    /// A line of `count` columns to the right.
    public mutating func horizontal(from point: Point, count: Int, role: Role = .border) {
        fill(Rect(column: point.column, row: point.row, columns: count, rows: 1), with: "─", role: role)
    }

    /// A line of `count` rows downwards.
    public mutating func vertical(from point: Point, count: Int, role: Role = .border) {
        fill(Rect(column: point.column, row: point.row, columns: 1, rows: count), with: "│", role: role)
    }

    /// Lets `draw` work on this canvas, in the same coordinates, but nothing outside of `area` changes.
    public mutating func clip(to area: Rect, _ draw: (inout Canvas) -> Void) {
        let before = clipArea
        clipArea = absolute(area)
        draw(&self)
        clipArea = before
    }

    /// Lets `draw` work on a part of this canvas as if that were a whole one, counted from its own top left.
    public mutating func within(_ area: Rect, _ draw: (inout Canvas) -> Void) {
        let before = (window: window, clip: clipArea)
        clipArea = absolute(area)
        window.origin = area.origin.offset(columns: window.column, rows: window.row)
        window.size = area.size
        draw(&self)
        (window, clipArea) = before
    }

    /// Copies `other` onto this canvas with its top left at `point`, its cursor too.
    public mutating func place(_ other: Canvas, at point: Point) {
        let row = point.row + window.row
        let column = point.column + window.column
        for line in 0..<other.size.rows where row + line >= clipArea.row && row + line < clipArea.endRow {
            for (offset, cell) in other.row(line).enumerated() where !cell.isContinuation {
                set(cell, column: column + offset, row: row + line)
            }
        }
        hasPixels = hasPixels || other.hasPixels
        if let cursor = other.cursor {
            self.cursor = cursor.offset(columns: point.column, rows: point.row)
        }
    }

    /// The cells of a part of one row as they are now, to be put again with ``put(strip:at:)``.
    func strip(_ area: Rect) -> [Cell] {
        let area = absolute(area.line(0))
        guard !area.isEmpty else { return [] }
        let start = area.row * gridColumns + area.column
        return Array(cells[start..<(start + area.columns)])
    }

    /// Puts cells that were drawn before: no text is looked at.
    mutating func put(strip: [Cell], at point: Point) {
        let row = point.row + window.row
        let column = point.column + window.column
        guard row >= clipArea.row, row < clipArea.endRow else { return }
        guard column >= clipArea.column, column + strip.count <= clipArea.endColumn else {
            for (offset, cell) in strip.enumerated() where !cell.isContinuation {
                set(cell, column: column + offset, row: row)
            }
            return
        }
        mend(row: row, from: column, to: column + strip.count)
        let start = row * gridColumns + column
        cells.withUnsafeMutableBufferPointer { cells in
            _ = UnsafeMutableBufferPointer(rebasing: cells[start..<(start + strip.count)])
                .update(fromContentsOf: strip)
        }
    }

    /// The window that is drawn on, as it lies on the grid.
    var place: Rect { window }

    /// Makes it look like another one of the same size, in the memory that it has.
    mutating func copy(_ other: Canvas) {
        cells.withUnsafeMutableBufferPointer { mine in
            other.cells.withUnsafeBufferPointer { theirs in
                guard let from = theirs.baseAddress, theirs.count == mine.count else { return }
                mine.baseAddress?.update(from: from, count: mine.count)
            }
        }
        storedCursor = other.storedCursor
        hasPixels = other.hasPixels
    }

    /// Puts ASCII in the place of every border, arrow, block and mark, for fonts that have none. Letters and pictures
    /// stay as they are.
    mutating func simplifySigns() {
        cells.withUnsafeMutableBufferPointer { cells in
            for index in cells.indices where (0x2190...0x2BFF).contains(cells[index].content) {
                guard cells[index].width == 1, cells[index].pixels == nil else { continue }
                cells[index].content = UInt32(Transliteration.ascii(cells[index].content))
            }
        }
    }

    /// Blanks everything and keeps the memory.
    mutating func clear() {
        cells.withUnsafeMutableBufferPointer { $0.update(repeating: .blank) }
        storedCursor = nil
        hasPixels = false
    }

    /// Writes one glyph; of a wide one that is half outside of the clip, the inner half becomes blank.
    ///
    /// - Returns: the index of the cell, nil where nothing of it is shown.
    @discardableResult
    private mutating func set(_ cell: Cell, column: Int, row: Int) -> Int? {
        let width = Int(cell.width)
        guard column >= clipArea.column, column + width <= clipArea.endColumn else {
            if width == 2 {
                set(Cell(role: cell.role), column: column, row: row)
                set(Cell(role: cell.role), column: column + 1, row: row)
            }
            return nil
        }
        let index = row * gridColumns + column
        if width != 1 || cells[index].width != 1 {
            mend(row: row, from: column, to: column + width)
            if width == 2 { cells[index + 1] = .rightHalf(role: cell.role) }
        }
        cells[index] = cell
        return index
    }

    /// Blanks what would remain of wide glyphs that an area to be overwritten cuts in half.
    private mutating func mend(row: Int, from start: Int, to end: Int) {
        let first = row * gridColumns
        if start > 0, cells[first + start].isContinuation {
            cells[first + start - 1] = Cell(role: cells[first + start - 1].role)
        }
        if end < gridColumns, cells[first + end].isContinuation {
            cells[first + end] = Cell(role: cells[first + end].role)
        }
    }

    /// The cells of one row, left to right.
    func row(_ row: Int) -> ArraySlice<Cell> {
        let start = (row + window.row) * gridColumns + window.column
        return cells[start..<(start + size.columns)]
    }

    /// The columns of a row in which two canvases of one size differ, whole glyphs; nil where they do not.
    func changes(inRow row: Int, from other: Canvas) -> Range<Int>? {
        let start = row * gridColumns
        let end = start + gridColumns
        return cells.withUnsafeBufferPointer { mine in
            other.cells.withUnsafeBufferPointer { theirs in
                guard let mineBase = mine.baseAddress, let theirBase = theirs.baseAddress,
                    memcmp(mineBase + start, theirBase + start, gridColumns * MemoryLayout<Cell>.stride) != 0
                else { return nil }
                var first = start
                while first < end, mine[first] == theirs[first] { first += 1 }
                var last = end - 1
                while last > first, mine[last] == theirs[last] { last -= 1 }
                // A wide glyph, old or new, is changed as a whole.
                while first > start, mine[first].isContinuation || theirs[first].isContinuation { first -= 1 }
                while last + 1 < end, mine[last + 1].isContinuation || theirs[last + 1].isContinuation {
                    last += 1
                }
                return (first - start)..<(min(last + 1, end) - start)
            }
        }
    }

    /// The screen as lines, blanks at their ends removed.
    public func text() -> String {
        lines { cell, line in line += cell.text }
    }

    /// The screen's roles as a grid of ``Role/letter``; `.text` at a line's end is removed.
    public func roles() -> String {
        lines(trimming: Role.text.letter) { cell, line in line.append(cell.role.letter) }
    }

    private func lines(trimming blank: Character = " ", _ add: (Cell, inout String) -> Void) -> String {
        var lines: [String] = []
        for row in 0..<size.rows {
            var line = ""
            for cell in self.row(row) { add(cell, &line) }
            while line.last == blank { line.removeLast() }
            lines.append(line)
        }
        return lines.joined(separator: "\n")
    }
}
