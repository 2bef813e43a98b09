import TUI

/// A page of text with roles, to be read and scrolled: a dossier, a review, a result.
///
/// It is composed for a width, so it is made anew where the window changes; only the scroll position is state.
struct Sheet: Sendable {
    /// A piece of a line in one role.
    struct Run: Sendable, Equatable {
        var text: SafeText
        var role: Role

        init(_ text: SafeText, _ role: Role = .text) {
            self.text = text
            self.role = role
        }
    }

    let width: Int
    private(set) var lines: [[Run]] = []
    /// Lines that begin a section, for jumping.
    private(set) var sections: [Int] = []

    /// It is read out: labels stand before their values, whole, and nothing is lined up by blanks.
    let isSpoken: Bool

    init(width: Int, isSpoken: Bool = false) {
        self.width = max(10, width)
        self.isSpoken = isSpoken
    }

    // MARK: - Composing

    mutating func blank() { if lines.last?.isEmpty == false { lines.append([]) } }

    mutating func line(_ runs: Run...) { lines.append(runs) }

    /// A line composed elsewhere.
    mutating func add(_ line: [Run]) { lines.append(line) }

    /// A section's title with a rule to the end of the line.
    mutating func section(_ title: SafeText, role: Role = .title) {
        blank()
        sections.append(lines.count)
        let rule = max(0, width - title.width - 1)
        lines.append([
            Run(title, role), Run(" ", .border),
            Run(SafeText(String(repeating: "─", count: rule)), .border),
        ])
    }

    /// A label in its column and the value behind it, wrapped under itself. An absent value leaves the line out.
    mutating func pair(_ label: SafeText, _ value: String?, role: Role = .text, column: Int = 18) {
        guard let value, !value.isEmpty else { return }
        guard !isSpoken else {
            for (index, part) in SafeText.lines(value).enumerated() {
                lines.append(index == 0 ? [Run(label + ": ", .label), Run(part, role)] : [Run(part, role)])
            }
            return
        }
        let at = min(column, width / 2)
        // A label that has no room beside its value stands above it, whole: cut off it would say something else.
        let isLong = label.width >= at
        if isLong { for part in label.wrapped(to: width) { lines.append([Run(part, .label)]) } }
        for (index, part) in SafeText.wrapped(value, to: width - at).enumerated() {
            let lead = index == 0 && !isLong ? label.padded(to: at) : .blank(at)
            lines.append([Run(lead, .label), Run(part, role)])
        }
    }

    /// A text in as many lines as it needs.
    mutating func text(_ text: String, role: Role = .text, indent: Int = 0) {
        for part in SafeText.wrapped(text, to: width - indent) {
            lines.append([Run(.blank(indent)), Run(part, role)])
        }
    }

    // MARK: - Drawing

    /// The scroll position that `offset` means in an area of so many rows.
    func clamped(_ offset: Int, rows: Int) -> Int { max(0, min(offset, lines.count - rows)) }

    /// Where a key scrolls to; the same place where it means something else.
    func scrolled(_ offset: Int, by key: Key, rows: Int) -> Int {
        let page = max(1, rows - 1)
        let wanted =
            switch key.code {
            case .up: offset - 1
            case .down: offset + 1
            case .pageUp: offset - page
            case .pageDown: offset + page
            case .home: 0
            case .end: lines.count
            default: offset
            }
        return clamped(wanted, rows: rows)
    }

    func draw(into canvas: inout Canvas, area: Rect, offset: Int) {
        let first = clamped(offset, rows: area.rows)
        canvas.clip(to: area) { canvas in
            for (row, line) in lines.dropFirst(first).prefix(area.rows).enumerated() {
                var column = area.column
                for run in line {
                    column += canvas.put(run.text, at: Point(column, area.row + row), role: run.role)
                }
            }
        }
    }
}
