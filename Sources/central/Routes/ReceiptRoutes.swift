import Forms
import HTTPTypes
import Models

/// Receipts: seen, made void, replaced, printed. Issued they are with the payment.
enum ReceiptRoutes {
    static let all = [
        Route(
            "listReceipts", .get, "/v1/receipts",
            query: ["day", "code", "number", "mine", "limit", "cursor"], handle: list),
        Route("getReceipt", .get, "/v1/receipts/{id}", query: ["format"], find: find, handle: get),
        Route(
            "voidReceipt", .post, "/v1/receipts/{id}:void", body: .json, isKeyed: true, find: find,
            handle: void),
        Route(
            "replaceReceipt", .post, "/v1/receipts/{id}:replace", body: .json, isKeyed: true, find: find,
            handle: replace),
        Route(
            "recordReceiptPrint", .post, "/v1/receipts/{id}/prints", body: .json, isKeyed: true, find: find,
            handle: print),
        Route(
            "getReceiptSummary", .get, "/v1/reports/receipts", query: ["day", "unit", "format"],
            handle: summary),
    ]

    private enum Format: String, CaseIterable { case json, xml }
    private enum SummaryFormat: String, CaseIterable { case json, xml, csv }

    private static func list(_ call: Call, _ central: Central) async throws -> Reply {
        let limit = try call.limit()
        let after = try call.positionCursor()
        let grant = try call.requireGrant()
        var filter = ReceiptTable.Filter()
        if call.query["day"] != nil { filter.day = try call.day("day") }
        filter.dossierCode = try call.text("code").map { SearchReading($0).code ?? $0.trimmed.uppercased() }
        if let text = call.query["number"] {
            guard let number = Int(text), (1...99_999_999).contains(number) else {
                throw ProblemError(
                    .invalidParameter,
                    errors: [.init("/query/number", "out_of_range", "Số biên lai có nhiều nhất 8 chữ số.")])
            }
            filter.number = number
        }
        if try call.flag("mine") { filter.officer = grant.officer.id }
        let found = try await central.store.read { [filter, seal = central.seal] in
            try ReceiptTable.page(
                $0, scope: grant.scope, filter, after: after, limit: limit + 1, seal: seal)
        }
        let page = found.prefix(limit)
        let next =
            found.count > limit
            ? page.last.map { Cursor.encode([String($0.issuedAt.seconds), $0.id]) } : nil
        return try .json(
            FixedShape.page(page.map { $0.disclosed(to: grant, inList: true) }, next: next))
    }

    private static func get(_ call: Call, _ central: Central) async throws -> Reply {
        let receipt = try call.thing(Receipt.self).disclosed(to: try call.requireGrant())
        switch try call.choice("format", or: Format.json) {
        case .json: return try .json(receipt)
        case .xml:
            return Reply(
                headers: [
                    "content-disposition":
                        "attachment; filename=\"bien-lai-\(receipt.symbol)-\(receipt.number).xml\""
                ], type: "application/xml", body: Array(ReceiptXML.receipt(receipt).utf8))
        }
    }

    private static func void(_ call: Call, _ central: Central) async throws -> Reply {
        let receipt: Receipt = try call.thing()
        let officer = try call.requireGrant().officer
        return try await central.effectOnce.perform(call) {
            try PaymentRoutes.reason(call)
        } effect: { database, reason in
            let book = Bookkeeping(call, central, officer: officer)
            let current = try book.readReceipt(database, receipt.id)
            return try .json(try book.voidReceipt(database, current, reason: reason))
        }
    }

    private static func replace(_ call: Call, _ central: Central) async throws -> Reply {
        let receipt: Receipt = try call.thing()
        let officer = try call.requireGrant().officer
        return try await central.effectOnce.perform(call) { () -> ReceiptReplacement in
            var request: ReceiptReplacement = try call.decode()
            var faults: [InputFault] = []
            let reason = CallText.check(
                request.reason, "/reason", longest: PaymentRoutes.longestReason, isRequired: true, &faults)
            request.payerName = CallText.check(request.payerName, "/payer_name", longest: 200, &faults)
            request.payerAddress = CallText.check(
                request.payerAddress, "/payer_address", longest: 500, &faults)
            guard faults.isEmpty, let reason else { throw ProblemError.input(faults) }
            request.reason = reason
            return request
        } effect: { database, request in
            let book = Bookkeeping(call, central, officer: officer)
            let current = try book.readReceipt(database, receipt.id)
            let made = try book.replace(database, current, request)
            return try .json(made, status: 201, headers: ["location": "/v1/receipts/\(made.id)"])
        }
    }

    /// The second print of a receipt is a reprint and says so.
    private static func print(_ call: Call, _ central: Central) async throws -> Reply {
        let receipt: Receipt = try call.thing()
        let officer = try call.requireGrant().officer
        return try await central.effectOnce.perform(call) {
            let _: NoContent = try call.decode()
        } effect: { database, _ in
            let book = Bookkeeping(call, central, officer: officer)
            let copy = try ReceiptTable.recordPrint(database, of: receipt.id, by: officer.id, at: call.now)
            try book.audit(
                database, "receipt_print", receipt.id, unit: receipt.unit.code, ["copy": String(copy)])
            return try .json(try book.readReceipt(database, receipt.id), status: 201)
        }
    }

    /// An object without members.
    struct NoContent: Codable {}

    private static func summary(_ call: Call, _ central: Central) async throws -> Reply {
        let day = call.query["day"] == nil ? call.today : try call.day("day")
        let unit = try await ReconciliationRoutes.unit(call, central, on: day)
        let summary = try await central.store.read { try ReconciliationTable.summary($0, of: unit, on: day) }
        let name = "th-bldt-\(unit.code)-\(day.iso)"
        switch try call.choice("format", or: SummaryFormat.json) {
        case .json: return try .json(summary)
        case .xml:
            return Reply(
                headers: ["content-disposition": "attachment; filename=\"\(name).xml\""],
                type: "application/xml", body: Array(ReceiptXML.summary(summary).utf8))
        case .csv:
            return Reply(
                headers: ["content-disposition": "attachment; filename=\"\(name).csv\""],
                type: "text/csv; charset=utf-8", body: Array(ReceiptXML.table(summary).utf8))
        }
    }

    @Sendable private static func find(_ call: Call, _ central: Central) async throws -> any Sendable {
        let (id, scope) = (try call.id(), try call.requireGrant().scope)
        let found = try await central.store.read { [seal = central.seal] in
            try ReceiptTable.find($0, id: id, scope: scope, seal: seal)
        }
        guard let found else { throw ProblemError(.notFound) }
        return found
    }
}

/// A body that says nothing: the address says it all.
struct NoContent: Codable {}
