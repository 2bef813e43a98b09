import HTTPTypes
import Forms
import Models

/// The queues of work, and the one search box.
enum InboxRoutes {
    static let all = [
        Route("listInboxes", .get, "/v1/inboxes", handle: counts),
        Route("getInbox", .get, "/v1/inboxes/{slug}", query: ["limit", "cursor"], find: inbox, handle: page),
        Route("search", .get, "/v1/search", query: ["q", "limit", "cursor"], handle: search),
    ]

    private static func counts(_ call: Call, _ central: Central) async throws -> Reply {
        let grant = try call.requireGrant()
        let scope = grant.scope
        let counts = try await central.inboxCounter.counts(
            officer: grant.officer.id, scope: scope, at: call.now
        ) {
            let moment = try await moment(call, central)
            return try await central.store.read {
                try DossierList.counts($0, InboxKind.allCases, scope: scope, at: moment)
            }
        }
        return try .json(
            Inboxes(
                items: InboxKind.allCases.map { inbox in
                    Inbox(slug: inbox.rawValue, name: inbox.name, count: counts[inbox] ?? 0)
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
        let condition = inbox.condition(try await moment(call, central))
        return try await list(condition, order: inbox.order, call, central)
    }

    private static func search(_ call: Call, _ central: Central) async throws -> Reply {
        guard let text = try call.text("q")?.trimmed, !text.isEmpty else {
            throw ProblemError(
                .invalidParameter,
                errors: [
                    .init(
                        "/query/q", "required",
                        "Cần nội dung tìm: mã hồ sơ, số định danh, điện thoại hoặc họ tên.")
                ])
        }
        let grant = try call.requireGrant()
        let scope = grant.scope
        // The look-up code is masked for the others: they don't find by it either.
        let mayUseLookup = !grant.officer.roles.isDisjoint(with: Role.handling)
        return try await list(
            DossierList.condition(searching: text, scope: scope, withLookupCodes: mayUseLookup),
            order: .newestFirst, call, central)
    }

    private static func list(
        _ condition: SQLCondition, order: DossierList.Order, _ call: Call, _ central: Central
    ) async throws -> Reply {
        let limit = try call.limit()
        let grant = try call.requireGrant()
        let after = try call.positionCursor()
        let statuses = try await central.catalogue.statuses(on: call.today)
        let now = call.now
        let lines = try await central.store.read { database in
            try DossierList.page(
                database, where: condition, scope: grant.scope, order: order, after: after, limit: limit + 1,
                statuses: statuses, now: now)
        }
        let page = lines.prefix(limit)
        let next =
            lines.count > limit ? page.last.map { Cursor.encode([String($0.key), $0.item.id]) } : nil
        let items = page.map { line in
            var item = line.item
            if grant.disclosure(unit: line.unit, holder: line.holderUnit) == .masked {
                item.applicantName = Masking.name(item.applicantName)
            }
            return item
        }
        return try .json(FixedShape.page(items, next: next, nullable: ["accepted_at", "due_at"]))
    }

    /// "Due soon" is within the next two working days of the officer's unit.
    private static func moment(_ call: Call, _ central: Central) async throws -> InboxMoment {
        let officer = try call.requireGrant().officer
        let calendar = try await central.catalogue.calendar(officer.unit)
        let soon = Deadline.due(
            calendar: calendar, acceptedAt: call.now, amount: 2, unit: .workingDay, pauses: [])
        return InboxMoment(
            now: call.now, soon: soon.dueAt ?? call.now.adding(seconds: 2 * 86_400), officer: officer.id,
            statuses: Array(try await central.catalogue.statuses(on: call.today).values))
    }
}

extension Call {
    /// `?cursor=` of a list of dossiers or drafts.
    func positionCursor() throws -> DossierList.Position? {
        guard let parts = try cursor(parts: 2) else { return nil }
        guard let key = Int64(parts[0]) else {
            throw ProblemError.invalidCursor
        }
        return DossierList.Position(key: key, id: parts[1])
    }
}
