import Forms
import Models

/// A list as a table for spreadsheets: all of it, fetched page by page as the client takes it. That somebody took a
/// list home is in the audit.
struct TableExport<Line: Sendable, Position: Sendable>: Sendable {
    /// For the audit, and the beginning of the file's name.
    var name: String
    /// The titles of the columns.
    var head: [Phrase]
    /// The next lines after a position.
    var lines: @Sendable (Position?, Int) async throws -> [Line]
    var position: @Sendable (Line) -> Position
    /// The fields of a line, as the one who asks may see them.
    var fields: @Sendable (Line) -> [String]

    func reply(from after: Position? = nil, _ call: Call, _ central: Central) async throws -> Reply {
        let officer = try call.requireGrant().officer
        let entry = AuditEntry(
            at: call.now, officer: officer.id, person: officer.person, unit: officer.unit,
            action: "list.export", subject: name, traceID: call.traceID)
        try await central.store.write { try AuditTable.append($0, entry, key: central.auditKey) }
        let rows = Rows(after: after, head: head.map { $0.text(call.language) })
        let headers = ["content-disposition": "attachment; filename=\"\(name)-\(call.today.iso).csv\""]
        return .streaming(type: "text/csv; charset=utf-8", headers: headers) { try await rows.next(self) }
    }

    /// How far an export has come.
    private actor Rows {
        private var after: Position?
        private var count = 0
        private var isDone = false
        private var hasBegun = false
        private let head: [String]

        init(after: Position?, head: [String]) {
            self.after = after
            self.head = head
        }

        func next(_ export: TableExport) async throws -> [UInt8]? {
            guard hasBegun else {
                hasBegun = true
                // The mark tells spreadsheets that it is UTF-8.
                return Array(("\u{FEFF}" + CSV.line(head)).utf8)
            }
            guard !isDone else { return nil }
            let limit = min(TableLimit.page, TableLimit.rows - count)
            let page = limit > 0 ? try await export.lines(after, limit) : []
            count += page.count
            after = page.last.map(export.position) ?? after
            isDone = page.count < limit || limit <= 0
            return page.isEmpty ? nil : Array(page.map { CSV.line(export.fields($0)) }.joined().utf8)
        }
    }
}

/// How much of a list becomes a table. Whoever needs more narrows the list.
enum TableLimit {
    static let rows = 50_000
    static let page = 500
}
