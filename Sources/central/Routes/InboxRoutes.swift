import HTTPTypes
import Forms
import Models

/// The queues of work, and the one search box.
enum InboxRoutes {
    /// What a queue may be narrowed to.
    static let filters: Set<String> = [
        "status", "procedure", "from", "to", "channel", "q", "assignee", "owing", "uncollected",
    ]

    static let all = [
        Route("listInboxes", .get, "/v1/inboxes", handle: counts),
        Route(
            "getInbox", .get, "/v1/inboxes/{slug}",
            query: filters.union(["sort", "order", "limit", "cursor"]),
            find: inbox, handle: page),
        Route(
            "search", .get, "/v1/search",
            query: [
                "q", "status", "procedure", "unit", "from", "to", "channel", "overdue", "limit", "cursor",
            ],
            handle: search),
    ]

    private static func counts(_ call: Call, _ central: Central) async throws -> Reply {
        let grant = try call.requireGrant()
        let scope = grant.scope
        let counts = try await central.inboxCounter.counts(
            officer: grant.officer.id, scope: scope, at: call.now
        ) {
            let moment = try await InboxMoment.now(of: grant.officer, central)
            // Others need not know, and a whole province's results are not looked through for them.
            let gives = grant.officer.roles.contains(.reception)
            let since = call.now.adding(seconds: -OutboxWorker.daysToFetch * 86_400)
            return try await central.store.read { database in
                let inboxes = try DossierTally.counts(database, scope: scope, at: moment)
                let uncollected =
                    gives ? try DossierTally.uncollected(database, scope: scope, since: since) : nil
                return InboxCounter.Counts(inboxes: inboxes, uncollected: uncollected)
            }
        }
        return try .json(
            Inboxes(
                items: InboxKind.allCases.map { inbox in
                    Inbox(
                        slug: inbox.rawValue, name: inbox.name, count: counts.inboxes[inbox] ?? 0,
                        uncollected: inbox == .waitingDelivery ? counts.uncollected : nil)
                }))
    }

    @Sendable private static func inbox(_ call: Call, _ central: Central) async throws -> any Sendable {
        guard let inbox = InboxKind(rawValue: call.parameter("slug")) else {
            throw ProblemError(.notFound, detail: "Không có hàng việc mang tên này.")
        }
        return inbox
    }

    private static func page(_ call: Call, _ central: Central) async throws -> Reply {
        let inbox = try call.thing(InboxKind.self)
        let grant = try call.requireGrant()
        let moment = try await InboxMoment.now(of: grant.officer, central)
        return try await DossierListing(
            inbox: (inbox, moment), filter: try call.dossierFilter(),
            order: try call.dossierOrder(inbox.order), name: inbox.rawValue
        ).reply(call, central)
    }

    /// Who may see no number must not learn whose exist by trying them.
    private static func limit(_ number: String, _ officer: Officer, _ call: Call, _ central: Central)
        async throws
    {
        guard let seconds = central.numberSearches.begin(number, by: officer.id, at: call.now) else { return }
        let entry = AuditEntry(
            at: call.now, officer: officer.id, person: officer.person, unit: officer.unit,
            action: "search.limited", outcome: .refused, traceID: call.traceID)
        try await central.store.write { [key = central.auditKey] in
            try AuditTable.append($0, entry, key: key)
        }
        throw ProblemError(
            .tooManyRequests,
            detail:
                "Đã tìm theo quá nhiều số trong một giờ. Hãy tìm theo mã hồ sơ, hoặc thử lại sau \(ProblemError.wait(seconds)).",
            headers: ["retry-after": String(seconds)])
    }

    private static func search(_ call: Call, _ central: Central) async throws -> Reply {
        let filter = try call.dossierFilter()
        guard filter.text != nil || filter.isNarrowing else {
            throw ProblemError(
                .invalidParameter,
                errors: [
                    .init(
                        "/query/q", "required",
                        "Cần nội dung tìm: mã hồ sơ, số định danh, điện thoại hoặc họ tên.")
                ])
        }
        let grant = try call.requireGrant()
        // The look-up code is masked for the others: they don't find by it either.
        let mayUseLookup = !grant.officer.roles.isDisjoint(with: Role.handling)
        let reading = SearchReading(filter.text ?? "", withLookupCodes: mayUseLookup)
        if !mayUseLookup, grant.officer.roles.contains(.hotline), let number = reading.personNumber {
            try await limit(number, grant.officer, call, central)
        }
        return try await DossierListing(
            filter: filter, order: .newestFirst, reading: reading, name: "search"
        ).reply(call, central)
    }
}

extension Call {
    /// `?cursor=` of a list that is ordered by a moment.
    func positionCursor() throws -> DossierList.Position? {
        guard let parts = try cursor(parts: 2) else { return nil }
        guard let key = Int64(parts[0]) else {
            throw ProblemError.invalidCursor
        }
        return DossierList.Position(key: key, id: parts[1])
    }
}
