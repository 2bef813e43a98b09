import HTTPTypes
import Forms
import GRDB
import Models

/// What citizens were told: of one dossier for those who see it, and what did not go out for administrators.
enum MessageRoutes {
    static let all = [
        Route(
            "listDossierMessages", .get, "/v1/dossiers/{id}/messages", query: ["limit", "cursor"],
            find: DossierRoutes.find
        ) { call, central in
            let stored = try call.thing(StoredDossier.self)
            let isWhole = try call.disclosure(of: stored) == .whole
            let rows = try await central.store.read { [seal = central.seal] in
                try OutboxTable.of($0, dossier: stored.dossier.id, seal: seal)
            }
            // What the post is told is no message to a citizen.
            return try .list(
                rows.filter { $0.channel != .post }.map { $0.message(isWhole: isWhole) }, call)
        },
        Route("listOutbox", .get, "/v1/outbox", query: ["state", "limit", "cursor"], handle: list),
        Route("retryMessage", .post, "/v1/outbox/{id}:retry", isKeyed: true, find: find, handle: retry),
    ]

    @Sendable private static func find(_ call: Call, _ central: Central) async throws -> any Sendable {
        let id = try call.id()
        let scope = try call.requireGrant().scope
        let row = try await central.store.read { [seal = central.seal] in
            try OutboxTable.find($0, id: id, scope: scope, seal: seal)
        }
        guard let row else { throw ProblemError(.notFound) }
        return row
    }

    private static func list(_ call: Call, _ central: Central) async throws -> Reply {
        let limit = try call.limit()
        let before = try call.numberCursor()
        let scope = try call.requireGrant().scope
        var state: DossierMessage.State?
        if let text = try call.text("state") {
            guard let known = DossierMessage.State(rawValue: text) else {
                throw ProblemError(
                    .invalidParameter,
                    errors: [.init("/query/state", "unknown", "Phải là waiting, sent hoặc dead.")])
            }
            state = known
        }
        let rows = try await central.store.read { [state, seal = central.seal] in
            try OutboxTable.page(
                $0, state: state, scope: scope, before: before.map(Int64.init), limit: limit + 1, seal: seal)
        }
        let page = rows.prefix(limit)
        let next = rows.count > limit ? page.last.map { Cursor.encode([String($0.position)]) } : nil
        return try .json(FixedShape.page(page.map { $0.message(isWhole: false) }, next: next))
    }

    /// Gives a message that no carrier took another chance.
    private static func retry(_ call: Call, _ central: Central) async throws -> Reply {
        let row = try call.thing(OutboxTable.Row.self)
        let officer = try call.requireGrant().officer
        return try await central.effectOnce.perform(call) {
            guard row.state == .dead else {
                throw ProblemError.input([
                    .init("", "not_dead", "Tin này không bị trả lại, không cần gửi lại.")
                ])
            }
        } effect: { database, _ in
            if row.occasion == PostMail.order.rawValue,
                try ShipmentTable.isCancelled(database, order: row.content.subject)
            {
                throw ProblemError.input([
                    .init("", "shipment_cancelled", "Bưu gửi của đơn này đã hủy, không đặt lại được.")
                ])
            }
            guard try OutboxTable.revive(database, id: row.id, dueAt: call.now) else {
                throw ProblemError(.revisionConflict)
            }
            let entry = AuditEntry(
                at: call.now, officer: officer.id, person: officer.person, unit: row.unit,
                action: "outbox.retry", subject: row.id, detail: [:], traceID: call.traceID)
            try AuditTable.append(database, entry, key: central.auditKey)
            var message = row.message(isWhole: false)
            message.state = .waiting
            message.attempts = 0
            message.fault = nil
            return try .json(message)
        }
    }
}

extension OutboxTable.Row {
    func message(isWhole: Bool) -> DossierMessage {
        let masked =
            switch channel {
            case .sms: Masking.phone(content.address)
            case .email: Masking.email(content.address)
            // The tracking number names nobody.
            case .post: content.address
            }
        return DossierMessage(
            id: id, dossier: dossier, ticket: ticket, occasion: occasion, channel: channel,
            address: isWhole ? content.address : masked,
            text: isWhole && channel != .post ? content.text : nil,
            state: state,
            createdAt: createdAt, sentAt: sentAt, attempts: attempts,
            fault: fault.map { String($0.prefix(200)) })
    }
}
