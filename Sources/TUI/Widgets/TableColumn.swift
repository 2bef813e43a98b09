import Forms

/// One column of a table: what it shows of a row, and how it gives way where there is no room.
public struct TableColumn<Row: Sendable>: Sendable {
    public var title: Phrase
    /// Columns that it needs to be of use; below that it is left out.
    public var width: Int
    /// Its share of the columns left over; 0 keeps `width`.
    public var weight: Int
    /// The column with the lowest number is left out first.
    public var priority: Int
    public var alignment: SafeText.Alignment
    public var text: @Sendable (Row) -> SafeText
    public var role: @Sendable (Row) -> Role

    public init(
        _ title: Phrase, width: Int, weight: Int = 0, priority: Int = 0,
        alignment: SafeText.Alignment = .left, role: @escaping @Sendable (Row) -> Role = { _ in .text },
        text: @escaping @Sendable (Row) -> SafeText
    ) {
        self.title = title
        self.width = max(1, width)
        self.weight = max(0, weight)
        self.priority = priority
        self.alignment = alignment
        self.role = role
        self.text = text
    }

    /// A column that has found room.
    struct Fitted {
        /// Among all columns.
        var index: Int
        var column: TableColumn
        var width: Int
    }

    /// The columns that fit into a width, with the width of each, in their order.
    static func fit(_ columns: [TableColumn], into width: Int) -> [Fitted] {
        var shown = Array(columns.enumerated())
        func needed() -> Int { shown.reduce(0) { $0 + $1.element.width + 2 } - 2 }
        while shown.count > 1, needed() > width {
            guard
                let least = shown.indices.min(by: {
                    (shown[$0].element.priority, -shown[$0].offset)
                        < (shown[$1].element.priority, -shown[$1].offset)
                })
            else { break }
            shown.remove(at: least)
        }
        var rest = max(0, width - needed())
        var weights = shown.reduce(0) { $0 + $1.element.weight }
        return shown.map { index, column in
            guard column.weight > 0, weights > 0 else {
                return Fitted(index: index, column: column, width: min(column.width, width))
            }
            let extra = rest * column.weight / weights
            rest -= extra
            weights -= column.weight
            return Fitted(index: index, column: column, width: min(column.width + extra, width))
        }
    }
}
