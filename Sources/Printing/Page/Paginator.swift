/// Deals rows out to pages.
enum Paginator {
    /// A row and how far below the top of the body it stands.
    struct Placed {
        var row: Row
        var y: Double
    }

    /// Fills pages from the top. Rows that stay together move to the next page together, unless they would
    /// not fit on a page of their own; no row is ever left out.
    ///
    /// - Parameters:
    ///   - height: of a page's body.
    ///   - head: rows repeated on top of every page but the first.
    ///   - foot: a row at the lower end of the last page, kept with the last rows.
    static func pages(_ rows: [Row], height: Double, head: [Row], foot: Row?) -> [[Placed]] {
        var page = Page()
        var pages: [[Placed]] = []
        func turn(for next: Row?) {
            pages.append(page.rows)
            page = Page()
            for row in head + (next?.pageHead ?? []) { page.add(row) }
            page.isFresh = true
        }
        let chunks = chunks(rows)
        for (index, chunk) in chunks.enumerated() {
            let reserved = index == chunks.count - 1 ? (foot.map { $0.gap + $0.height } ?? 0) : 0
            if !page.isFresh, page.end(of: chunk) + reserved > height { turn(for: chunk.first) }
            for row in chunk {
                if !page.isFresh, page.end(of: [row]) > height { turn(for: row) }
                page.add(row)
            }
        }
        if let foot {
            if !page.isFresh, page.end(of: [foot]) > height { turn(for: nil) }
            page.rows.append(Placed(row: foot, y: max(page.end(of: [foot]), height) - foot.height))
        }
        pages.append(page.rows)
        return pages
    }

    private static func chunks(_ rows: [Row]) -> [[Row]] {
        var chunks: [[Row]] = []
        var open: [Row] = []
        for row in rows {
            open.append(row)
            if !row.staysWithNext {
                chunks.append(open)
                open = []
            }
        }
        if !open.isEmpty { chunks.append(open) }
        return chunks
    }

    private struct Page {
        var rows: [Placed] = []
        var used = 0.0
        /// Nothing but the repeated head stands on it.
        var isFresh = true

        func end(of rows: [Row]) -> Double {
            var end = used
            for (index, row) in rows.enumerated() {
                end += (used == 0 && index == 0 ? 0 : row.gap) + row.height
            }
            return end
        }

        mutating func add(_ row: Row) {
            let y = end(of: [row]) - row.height
            rows.append(Placed(row: row, y: y))
            used = y + row.height
            isFresh = false
        }
    }
}
