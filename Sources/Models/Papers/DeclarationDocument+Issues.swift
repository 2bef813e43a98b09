extension DeclarationDocument {
    /// The bounds of a declaration. They are far beyond any real one; they keep a broken producer from a
    /// printer.
    public enum Limit {
        /// UTF-8 bytes of the JSON.
        public static let bytes = 4 << 20
        public static let blocks = 4000
        /// Rows of a table.
        public static let rows = 1000
        public static let columns = 12
        /// Boxes of one field.
        public static let options = 500
        public static let signatures = 4
        /// UTF-8 bytes of one text.
        public static let textBytes = 262_144
        /// UTF-8 bytes of what stands in a strip that cannot be cut in two.
        public static let shortTextBytes = 400
        /// UTF-8 bytes of a column's title, which is set in a narrow strip.
        public static let columnTitleBytes = 180
        public static let titleBytes = 4096
    }

    public func issues() -> [SlipIssue] {
        var found = PaperFindings()
        found.require(title, "title", "thiếu tên")
        if let code { found.check(code: code) }
        if let lookupURL { found.check(lookupURL: lookupURL) }
        found.bound(number ?? "", "number", Limit.shortTextBytes)
        found.bound(title, "title", Limit.titleBytes)
        found.bound(addressee?.text ?? "", "addressee/text", Limit.titleBytes)
        found.bound(opening ?? "", "opening", Limit.textBytes)
        found.bound(pledge ?? "", "pledge", Limit.textBytes)
        found.bound(signatures.count, "signatures", Limit.signatures)
        for (index, signature) in signatures.enumerated() {
            for (key, text) in [
                ("date", signature.date), ("title", signature.title), ("hint", signature.hint),
                ("name", signature.name),
            ] {
                found.bound(text ?? "", "signatures/\(index)/\(key)", Limit.shortTextBytes)
            }
        }
        found.bound(blocks.count, "blocks", Limit.blocks)
        for (index, block) in blocks.enumerated() { check(block, "blocks/\(index)", &found) }
        return found.issues
    }

    private func check(_ block: DeclarationBlock, _ key: String, _ found: inout PaperFindings) {
        switch block {
        case .heading(let text): found.bound(text, "\(key)/heading", Limit.textBytes)
        case .note(let text): found.bound(text, "\(key)/note", Limit.textBytes)
        case .field(let field):
            found.bound(field.label, "\(key)/field/label", Limit.textBytes)
            found.bound(field.value ?? "", "\(key)/field/value", Limit.textBytes)
            found.bound(field.options.count, "\(key)/field/options", Limit.options)
            for (index, option) in field.options.enumerated() {
                found.bound(option.label, "\(key)/field/options/\(index)/label", Limit.textBytes)
            }
            if !(0...30).contains(field.blankLines) {
                found.add("\(key)/field/blank_lines", "số dòng trống phải từ 0 đến 30")
            }
        case .table(let table): check(table, "\(key)/table", &found)
        }
    }

    private func check(_ table: DeclarationTable, _ key: String, _ found: inout PaperFindings) {
        if !(1...Limit.columns).contains(table.columns.count) {
            found.add("\(key)/columns", "số cột phải từ 1 đến \(Limit.columns)")
        }
        for (index, column) in table.columns.enumerated() {
            found.bound(column.title, "\(key)/columns/\(index)/title", Limit.columnTitleBytes)
            if !(1...200).contains(column.characters) {
                found.add("\(key)/columns/\(index)/characters", "số chữ của cột phải từ 1 đến 200")
            }
        }
        found.bound(table.rows.count, "\(key)/rows", Limit.rows)
        for (index, row) in table.rows.enumerated() {
            if row.count != table.columns.count {
                found.add("\(key)/rows/\(index)", "số ô phải bằng số cột")
            }
            for (column, cell) in row.enumerated() {
                found.bound(cell.text, "\(key)/rows/\(index)/\(column)/text", Limit.textBytes)
            }
        }
    }
}
