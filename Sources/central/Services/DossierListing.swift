import Forms
import HTTPTypes
import Models

/// A list of dossiers for the one who asks: a page as JSON, or all of it as CSV.
struct DossierListing: Sendable {
    /// Rows of a CSV. Whoever needs more narrows the list.
    static let largestExport = 50_000
    private static let exportPage = 500

    var condition: SQLCondition
    var order: DossierOrder
    /// For the audit and the file's name: the inbox's slug, or `search`.
    var name: String

    func reply(_ call: Call, _ central: Central) async throws -> Reply {
        let limit = try call.limit()
        let grant = try call.requireGrant()
        var after: DossierOrder.Position?
        if let parts = try call.cursor(parts: 3) {
            guard let position = order.position(parts) else { throw ProblemError.invalidCursor }
            after = position
        }
        if call.wantsCSV { return try await export(from: after, grant, call, central) }
        let lines = try await lines(after: after, limit: limit + 1, grant, central, at: call.now)
        let page = lines.prefix(limit)
        let next = lines.count > limit ? page.last.map { order.cursor($0.key, $0.item.id) } : nil
        return try .json(
            FixedShape.page(
                page.map { $0.disclosed(to: grant) }, next: next, nullable: SearchItem.nullable))
    }

    private func lines(
        after: DossierOrder.Position?, limit: Int, _ grant: Grant, _ central: Central, at now: Instant
    ) async throws -> [DossierLine] {
        let statuses = try await central.catalogue.statuses(on: now.date)
        let (condition, order) = (condition, order)
        var lines = try await central.store.read { database in
            try DossierList.page(
                database, where: condition, scope: grant.scope, order: order, after: after, limit: limit,
                statuses: statuses, now: now)
        }
        try await OnlineTerm.apply(to: &lines, central, at: now)
        return lines
    }

    // MARK: CSV

    /// All rows, fetched page by page as the client takes them. That somebody took a list home is in the audit.
    private func export(from after: DossierOrder.Position?, _ grant: Grant, _ call: Call, _ central: Central)
        async throws -> Reply
    {
        let officer = grant.officer
        let entry = AuditEntry(
            at: call.now, officer: officer.id, person: officer.person, unit: officer.unit,
            action: "list.export", subject: name, traceID: call.traceID)
        try await central.store.write { try AuditTable.append($0, entry, key: central.auditKey) }
        let rows = ExportedRows(after: after)
        let headers = ["content-disposition": "attachment; filename=\"\(name)-\(call.today.iso).csv\""]
        return .streaming(type: "text/csv; charset=utf-8", headers: headers) {
            try await rows.next { after, limit in
                try await lines(after: after, limit: limit, grant, central, at: call.now)
            } position: { line in
                DossierOrder.Position(order: order, key: line.key, id: line.item.id)
            } text: { line in
                Self.row(line.disclosed(to: grant))
            }
        }
    }

    /// How far an export has come.
    private actor ExportedRows {
        private var after: DossierOrder.Position?
        private var count = 0
        private var isDone = false
        private var hasBegun = false

        init(after: DossierOrder.Position?) {
            self.after = after
        }

        func next(
            _ lines: @Sendable (DossierOrder.Position?, Int) async throws -> [DossierLine],
            position: @Sendable (DossierLine) -> DossierOrder.Position,
            text: @Sendable (DossierLine) -> String
        ) async throws -> [UInt8]? {
            guard hasBegun else {
                hasBegun = true
                // The mark tells spreadsheets that it is UTF-8.
                return Array(("\u{FEFF}" + DossierListing.header).utf8)
            }
            guard !isDone else { return nil }
            let limit = min(DossierListing.exportPage, DossierListing.largestExport - count)
            let page = limit > 0 ? try await lines(after, limit) : []
            count += page.count
            after = page.last.map(position) ?? after
            isDone = page.count < limit || limit <= 0
            return page.isEmpty ? nil : Array(page.map(text).joined().utf8)
        }
    }

    private static let header = CSV.line([
        "Mã hồ sơ", "Thủ tục", "Chủ hồ sơ", "Trạng thái", "Bước", "Đơn vị", "Tiếp nhận", "Hẹn trả", "Quá hạn",
    ])

    private static func row(_ item: SearchItem) -> String {
        CSV.line([
            item.code, item.procedureName, item.applicantName, item.statusName, item.stepName, item.unitName,
            item.acceptedAt?.display ?? "", item.dueAt?.display ?? "", item.overdue ? "x" : "",
        ])
    }
}
