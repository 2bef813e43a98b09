import Models

extension DeclarationTable {
    /// A slip's or register's table as declarations have theirs: one setter sets both.
    init(_ table: SlipTable) {
        self.init(
            columns: table.titles.map { DeclarationColumn(title: $0, characters: 1) },
            rows: table.rows.map { row in row.map { DeclarationCell($0) } })
    }
}
