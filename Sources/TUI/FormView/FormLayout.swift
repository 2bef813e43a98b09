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

    var rows = 0
    var boxes: [Box] = []
    /// By their first row.
    var blocks: [Block] = []

    /// The block that a stop is in.
    func block(of stop: FormStop, in state: FormState) -> Block? {
        blocks.first { block in
            switch (block.content, stop) {
            case (.field(let field), .field(let id)), (.field(let field), .reveal(let id)):
                field.place.group == id.group && field.place.field == id.field
                    && state.place(of: id)?.row == field.place.row
            case (.button(let button), _): button == stop
            default: false
            }
        }
    }

    /// The first row of the page that is in view, so that the block in focus is.
    ///
    /// The page is turned by screenfuls that begin at a group or field, and stands still while the focus
    /// moves within one: less to repaint on a slow line, and always the same for the same focus.
    ///
    /// - Parameters:
    ///   - area: The block in focus.
    ///   - cursorRow: The row in it that has to be seen if the block is higher than the screen.
    func top(showing area: Rect, cursorRow: Int, height: Int) -> Int {
        guard height > 0, rows > height else { return 0 }
        var top = 0
        while true {
            if area.endRow <= top + height || area.rows > height && cursorRow < top + height { return top }
            if top + height >= rows { return top }
            top = nextTop(after: top, height: height)
        }
    }

    private func nextTop(after top: Int, height: Int) -> Int {
        let end = top + height
        let last = max(top + 1, rows - height)
        // A group that begins in the lower half opens the next screenful, else the first block cut off does.
        let starts = boxes.map(\.area.row).filter { $0 > top + height / 2 && $0 < end }
        let group = boxes.filter { starts.contains($0.area.row) && $0.area.endRow > end }.map(\.area.row).max()
        let cut = blocks.filter { $0.area.row > top && $0.area.endRow > end }.map(\.area.row).min()
        let next = group ?? cut ?? end
        return min(max(top + 1, min(next, end)), last)
    }
}
