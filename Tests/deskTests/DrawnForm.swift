import Forms

@testable import TUI

/// A form as an officer has it before him, every page on a screen that is high enough for all of it.
struct DrawnForm {
    /// One field with all that stands at it.
    struct Entry {
        var path: FieldPath
        var field: Field
        var isRequired: Bool
        /// It can be filled in.
        var isOpen: Bool
        var isEmpty: Bool
        var page: Int
        /// Label and sign, in one line.
        var label: String
        /// The star behind the label looks like one.
        var hasStar: Bool
        /// What stands in the entry itself, row by row.
        var rows: [String]
        /// Instructions and errors, run together.
        var below: String
        /// It looks like a value that a source gave.
        var isFilled: Bool
        /// The roles that what is below has.
        var roles: Set<Role>
    }

    /// In the order in which they stand: down the pages, and from left to right.
    private(set) var entries: [Entry] = []
    private(set) var text = ""
    /// The titles of the boxes.
    private(set) var titles: [String] = []

    init(_ state: FormState, columns: Int = 100, language: Language = .vi) {
        for page in state.visiblePages {
            var state = state
            state.page = page
            // Nothing has the focus, whose looks would be in the way.
            state.stop = .submit
            draw(state, columns: columns, language)
        }
    }

    private mutating func draw(_ state: FormState, columns: Int, _ language: Language) {
        var canvas = Canvas(size: Size(columns: columns, rows: 500))
        FormView.draw(
            state, into: &canvas, rect: canvas.bounds,
            context: ScreenContext(size: canvas.size, language: language))
        text += canvas.text() + "\n"
        guard let frame = state.geometry.frame else { return }
        let origin = frame.body.origin
        titles += frame.layout.boxes.map(\.title.string)
        for block in frame.layout.blocks {
            guard case .field(let laid) = block.content else { continue }
            let field = state.index.field(laid.place)
            func read(_ at: Point, _ width: Int) -> String {
                (0..<width).map { canvas[at.offset(columns: origin.column + $0, rows: origin.row)].text }
                    .joined()
            }
            // The label stands beside the entry or above it; a single box carries its own.
            let head = max(laid.label.count, laid.entry.endRow - block.area.row)
            let lines = (0..<head).map { row in
                read(Point(block.area.column, block.area.row + row), block.area.columns)
            }
            var star = false
            for row in 0..<head {
                for column in 0..<block.area.columns {
                    let cell = canvas[
                        Point(block.area.column + column, block.area.row + row)
                            .offset(columns: origin.column, rows: origin.row)]
                    if cell.text == "*", cell.role == .required { star = true }
                }
            }
            let place = laid.place
            entries.append(
                Entry(
                    path: state.path(of: place), field: field, isRequired: state[place].isRequired,
                    isOpen: state.isOpen(place), isEmpty: state[place].editor.isEmpty, page: state.page,
                    label: Self.squeezed(lines.joined(separator: " ")), hasStar: star,
                    rows: (0..<laid.entry.rows).map { row in
                        read(Point(laid.entry.column, laid.entry.row + row), laid.entry.columns)
                    },
                    below: Self.squeezed(
                        block.lines.map { read($0.at, $0.text.width) }.joined(separator: " ")),
                    isFilled: canvas[
                        laid.entry.origin.offset(columns: origin.column, rows: origin.row)
                    ].role == .filled,
                    roles: Set(
                        block.lines.map {
                            canvas[$0.at.offset(columns: origin.column, rows: origin.row)].role
                        })))
        }
    }

    /// Blanks run together.
    static func squeezed(_ text: String) -> String {
        text.split(separator: " ").joined(separator: " ")
    }
}
