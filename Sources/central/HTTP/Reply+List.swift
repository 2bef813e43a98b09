import Forms

extension Reply {
    /// A page of a list that is at hand as a whole and only ever grows at its end.
    static func list(_ items: [some Encodable], _ call: Call) throws -> Reply {
        let limit = try call.limit()
        let start = try call.numberCursor() ?? 0
        guard start >= 0 else { throw ProblemError.invalidCursor }
        let page = items.dropFirst(start).prefix(limit)
        let end = start + page.count
        return try .json(
            FixedShape.page(page, next: end < items.count ? Cursor.encode([String(end)]) : nil))
    }
}
