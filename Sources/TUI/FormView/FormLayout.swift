/// Where everything on a page of a form stands, in rows and columns of the page itself, which may be longer
/// than the screen.
///
/// Made anew only when something comes, goes or grows; a key in a field draws from the one that is there.
struct FormLayout: Sendable {
    struct Line: Sendable {
        var text: SafeText
        var role: Role
        var at: Point
    }

    /// A labelled frame (eForm UX-1).
    struct Box: Sendable {
        var group: Int
        var area: Rect
        var title: SafeText
    }

    struct Field: Sendable {
        var place: EntryPlace
        var label: [SafeText]
        var labelAt: Point
        var isRequired: Bool
        /// What is typed or chosen in.
        var entry: Rect
        /// After the entry: the unit of an amount.
        var unit: SafeText?
        /// Where the sign of a filled-in value stands, and how wide it may be.
        var mark: Rect
        /// The counter of a text area.
        var counter: Point?
        /// The button that shows a password.
        var reveal: Point?
    }

    enum Content: Sendable {
        case field(Field)
        case button(FormStop)
        case text
    }

    struct Block: Sendable {
        var area: Rect
        var content: Content
        /// Instructions, errors, words.
        var lines: [Line] = []
    }

    private(set) var rows = 0
    private(set) var boxes: [Box] = []
    /// By their first row.
    private(set) var blocks: [Block] = []
    /// The blocks of fields and buttons, to be found without a search.
    private var fields: [EntryPlace: Int] = [:]
    private var buttons: [FormStop: Int] = [:]
    /// Of the highest block.
    private var highest = 1

    init() {}

    init(rows: Int, boxes: [Box], blocks: [Block]) {
        self.rows = rows
        self.boxes = boxes
        self.blocks = blocks.sorted { ($0.area.row, $0.area.column) < ($1.area.row, $1.area.column) }
        for (index, block) in self.blocks.enumerated() {
            highest = max(highest, block.area.rows)
            switch block.content {
            case .field(let field): fields[field.place] = index
            case .button(let stop): buttons[stop] = index
            case .text: break
            }
        }
    }

    /// The block that a stop is in.
    func block(of stop: FormStop, in state: FormState) -> Block? {
        switch stop {
        case .field(let id), .reveal(let id):
            state.place(of: id).flatMap { fields[$0] }.map { blocks[$0] }
        case .addRow, .removeRow, .submit: buttons[stop].map { blocks[$0] }
        }
    }

    /// The blocks that may reach into a stretch of rows.
    func blocks(in rows: Range<Int>) -> ArraySlice<Block> {
        let first = index(ofRow: rows.lowerBound - highest + 1)
        return blocks[first..<max(first, index(ofRow: rows.upperBound))]
    }

    /// Of the first block that begins at a row or below it.
    private func index(ofRow row: Int) -> Int {
        var low = 0
        var high = blocks.count
        while low < high {
            let middle = (low + high) / 2
            if blocks[middle].area.row < row { low = middle + 1 } else { high = middle }
        }
        return low
    }

    // MARK: - What is in view

    /// The rows that the screenfuls of a height begin at.
    ///
    /// The page is turned by screenfuls that begin at a group or field, and stands still while the focus
    /// moves within one: less to repaint on a slow line, and always the same for the same focus.
    func tops(height: Int) -> [Int] {
        guard height > 0, rows > height else { return [0] }
        var tops = [0]
        while let top = tops.last, top + height < rows {
            tops.append(nextTop(after: top, height: height))
        }
        return tops
    }

    private func nextTop(after top: Int, height: Int) -> Int {
        let end = top + height
        let last = max(top + 1, rows - height)
        // A group that begins in the lower half opens the next screenful, else the first block cut off does.
        let group = boxes.lazy.map(\.area).filter { area in
            area.row > top + height / 2 && area.row < end && area.endRow > end
        }.map(\.row).max()
        let cut = blocks(in: top..<end).lazy.map(\.area)
            .filter { $0.row > top && $0.endRow > end }.map(\.row).min()
        return min(max(top + 1, group ?? cut ?? end), last)
    }

    /// The first row of the page that is in view, so that the block in focus is.
    ///
    /// - Parameters:
    ///   - tops: Of ``tops(height:)`` for the same height.
    ///   - area: The block in focus.
    ///   - cursorRow: The row in it that has to be seen if the block is higher than the screen.
    static func top(_ tops: [Int], showing area: Rect, cursorRow: Int, height: Int) -> Int {
        // The last row that has to be in view: the screenful that reaches it is the one.
        let wanted = area.rows > height ? cursorRow + 1 : area.endRow
        var low = 0
        var high = max(0, tops.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if tops[middle] + height < wanted { low = middle + 1 } else { high = middle }
        }
        let top = tops.isEmpty ? 0 : tops[low]
        // A block higher than the screen, of which the row wanted is above the screenful's first.
        return min(top, max(0, area.rows > height ? cursorRow : area.row))
    }
}
