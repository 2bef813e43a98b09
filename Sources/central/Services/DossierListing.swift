import Forms
import HTTPTypes
import Models

/// A list of dossiers for the one who asks: a page as JSON, or all of it as CSV.
struct DossierListing: Sendable {
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
        let (inbox, order, filter, reading, seal) = (inbox, order, filter, reading, central.seal)
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
                timed: statuses.values.filter { $0.clock.canBeOverdue }.map(\.code).sorted(), after: row,
                limit: limit, statuses: statuses, now: now, seal: seal
            ).run(database)
        }
        // The four characters are masked in some dossiers of who handles others: those he doesn't find by them either.
        found.lines.removeAll {
            $0.item.matched == .lookupCode && grant.disclosure(unit: $0.unit, holder: $0.holderUnit) != .whole
        }
        try await OnlineTerm.apply(to: &found.lines, central, at: now)
        return (found.lines, found.isSimilar)
    }

    // MARK: CSV

    private func export(from after: DossierOrder.Position?, _ grant: Grant, _ call: Call, _ central: Central)
        async throws -> Reply
    {
        try await TableExport<DossierLine, DossierOrder.Position>(
            name: name, head: Self.head
        ) { after, limit in
            try await lines(after: after, limit: limit, grant, central, at: call.now).lines
        } position: { line in
            DossierOrder.Position(order: order, key: line.key, id: line.item.id)
        } fields: { line in
            Self.fields(line.disclosed(to: grant))
        }
        .reply(from: after, call, central)
    }

    private static let head = [
        Phrase("Mã hồ sơ", en: "Dossier"),
        Phrase("Thủ tục", en: "Procedure"),
        Phrase("Chủ hồ sơ", en: "Applicant"),
        Phrase("Trạng thái", en: "Status"),
        Phrase("Bước", en: "Step"),
        Phrase("Đơn vị", en: "Unit"),
        Phrase("Tiếp nhận", en: "Accepted"),
        Phrase("Hẹn trả", en: "Due"),
        Phrase("Quá hạn", en: "Overdue"),
    ]

    private static func fields(_ item: SearchItem) -> [String] {
        [
            item.code, item.procedureName, item.applicantName, item.statusName, item.stepName, item.unitName,
            item.acceptedAt?.display ?? "", item.dueAt?.display ?? "", item.overdue ? "x" : "",
        ]
    }
}
