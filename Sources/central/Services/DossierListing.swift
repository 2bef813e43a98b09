import Forms
import HTTPTypes
import Models

/// A list of dossiers for the one who asks: a page as JSON, or all of it as CSV.
struct DossierListing: Sendable {
    /// Rows of a CSV. Whoever needs more narrows the list.
    static let largestExport = 50_000
    private static let exportPage = 500

    /// A queue, and the moment that it is looked at; a search asks for nothing but what its reading says.
    var inbox: (kind: InboxKind, moment: InboxMoment)?
    var filter = DossierFilter()
    var order: DossierOrder
    /// Where it is a search: read newest first, by the index.
    var reading: SearchReading?
    /// For the audit and the file's name: the inbox's slug, or `search`.
    var name: String

    func reply(_ call: Call, _ central: Central) async throws -> Reply {
        let limit = try call.limit()
        let grant = try call.requireGrant()
        let officer = grant.officer.id
        // The order tells of names what the rows don't.
        guard order.sort != .name || grant.seesEveryName else {
            throw ProblemError(
                .invalidParameter,
                errors: [
                    .init(
                        "/query/sort", "masked",
                        "Họ tên được che với vai trò của ông, bà nên không xếp theo họ tên được.",
                        hint: "Hãy xếp theo hạn trả, ngày nộp hoặc mã hồ sơ.")
                ])
        }
        var after: DossierOrder.Position?
        if let text = call.query["cursor"] {
            guard let position = order.position(text, of: officer, central.seal) else {
                throw ProblemError.invalidCursor
            }
            after = position
        }
        if call.wantsCSV { return try await export(from: after, grant, call, central) }
        let (lines, isSimilar) = try await lines(
            after: after, limit: limit + 1, grant, central, at: call.now)
        let page = lines.prefix(limit)
        let next =
            lines.count > limit
            ? try page.last.map { try order.cursor($0.key, $0.item.id, of: officer, central.seal) } : nil
        let answer = try FixedShape.page(
            page.map { $0.disclosed(to: grant) }, next: next, nullable: SearchItem.nullable)
        guard let reading, case .object(var members) = answer else { return try .json(answer) }
        var understood = reading.understood
        if isSimilar {
            // The words as they were asked for: which words they are like, only the dossiers tell.
            understood = [.init(kind: .similarName, text: reading.words.joined(separator: " "))]
        }
        members["understood"] = try StrictJSON.value(of: understood)
        return try .json(JSONValue.object(members))
    }

    private func lines(
        after: DossierOrder.Position?, limit: Int, _ grant: Grant, _ central: Central, at now: Instant
    ) async throws -> (lines: [DossierLine], isSimilar: Bool) {
        let statuses = try await central.catalogue.statuses(on: now.date)
        let (inbox, order, filter, reading) = (inbox, order, filter, reading)
        var found = try await central.store.read { database in
            guard let reading else {
                var whole = try filter.condition(grant.scope, database)
                // Words are found first and ordered then: nobody has very many of the same name.
                if let inbox, filter.text == nil,
                    let ranges = try inbox.kind.ranges(
                        database, inbox.moment, scope: grant.scope, order: order)
                {
                    return DossierQuery.Found(
                        lines: try DossierList.page(
                            database, ranges: ranges.map { $0.and(also: whole) }, order: order, after: after,
                            limit: limit, statuses: statuses, now: now))
                }
                if let inbox { whole.and(inbox.kind.condition(inbox.moment)) }
                return DossierQuery.Found(
                    lines: try DossierList.page(
                        database, where: whole, scope: grant.scope, order: order, after: after, limit: limit,
                        statuses: statuses, now: now))
            }
            var row: Int64?
            if case .number(let number)? = after?.key { row = number }
            return try DossierQuery(
                reading: reading, filter: filter, scope: grant.scope,
                running: statuses.values.filter { $0.clock == .run }.map(\.code).sorted(), after: row,
                limit: limit, statuses: statuses, now: now
            ).run(database)
        }
        try await OnlineTerm.apply(to: &found.lines, central, at: now)
        return (found.lines, found.isSimilar)
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
                try await lines(after: after, limit: limit, grant, central, at: call.now).lines
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
