import HTTPTypes
import Forms
import Foundation
import Models

/// Procedures, forms, checklists, fees, reference sets, calendars, and the two calculations that need no dossier.
enum CatalogueRoutes {
    static let all = [
        Route(
            "listProcedures", .get, "/v1/procedures", query: ["q", "field", "level", "limit", "cursor"],
            handle: list),
        Route("getProcedure", .get, "/v1/procedures/{code}", find: procedure) { call, central in
            let procedure = try call.thing(Procedure.self)
            return try .json(procedure, headers: ["etag": "\"\(procedure.version)\""])
        },
        Route(
            "getProcedureForm", .get, "/v1/procedures/{code}/form", query: ["case"], find: procedure,
            handle: form),
        Route(
            "getProcedureChecklist", .get, "/v1/procedures/{code}/checklist",
            query: ["case", "limit", "cursor"], find: procedure
        ) { call, central in
            try .list(try selectedCase(of: try call.thing(), call).documents, call)
        },
        Route(
            "getProcedureFees", .get, "/v1/procedures/{code}/fees", query: ["case", "limit", "cursor"],
            find: procedure
        ) { call, central in
            let procedure = try call.thing(Procedure.self)
            guard call.query["case"] != nil else { return try .list(procedure.fees, call) }
            let codes = try selectedCase(of: procedure, call).fees
            return try .list(procedure.fees.filter { codes.contains($0.code) }, call)
        },
        Route(
            "listReference", .get, "/v1/reference/{set}", query: ["q", "code", "parent", "limit", "cursor"],
            find: referenceSet, handle: reference),
        Route("previewDeadline", .post, "/v1/deadlines:preview", body: .json, handle: previewDeadline),
        Route("quoteFees", .post, "/v1/fees:quote", body: .json, handle: quoteFees),
    ]

    private static func list(_ call: Call, _ central: Central) async throws -> Reply {
        let limit = try call.limit()
        let after = try call.cursor(parts: 1)?.first
        let query = try call.text("q") ?? ""
        let (field, level) = (try call.text("field"), try call.text("level"))
        let officer = try call.requireGrant().officer
        let today = call.today
        let since = call.now.adding(seconds: -90 * 86_400)
        let all = try await central.store.read { database in
            try CatalogueTable.summaries(
                database, on: today, field: field, level: level, officer: officer, since: since)
        }
        var found = all.filter { query.isEmpty || TextFold.matches(query, $0.code + " " + $0.name) }[...]
        if let after {
            guard found.contains(where: { $0.code == after }) else { throw ProblemError.invalidCursor }
            found = found.drop { $0.code != after }.dropFirst()
        }
        let page = Array(found.prefix(limit))
        let next = found.count > limit ? page.last.map { Cursor.encode([$0.code]) } : nil
        var reply = try Reply.json(FixedShape.page(page, next: next))
        reply.headers["etag"] = "\"\(Data(reply.body).sha256.hex.prefix(32))\""
        return reply
    }

    @Sendable private static func procedure(_ call: Call, _ central: Central) async throws -> any Sendable {
        let code = call.parameter("code")
        guard let procedure = try await central.catalogue.procedure(code, on: call.today) else {
            throw ProblemError(.notFound, detail: "Không có thủ tục mang mã này đang có hiệu lực.")
        }
        return procedure
    }

    /// The case of `?case=`; the first one where none is asked for.
    private static func selectedCase(of procedure: Procedure, _ call: Call) throws -> ProcedureCase {
        guard let code = call.query["case"] else {
            guard let first = procedure.cases.first else { throw ProblemError(.notFound) }
            return first
        }
        guard let found = procedure.cases.first(where: { $0.code == code }) else {
            throw ProblemError(
                .notFound, detail: "Thủ tục này không có trường hợp mang mã đó.")
        }
        return found
    }

    private static func form(_ call: Call, _ central: Central) async throws -> Reply {
        let found = try selectedCase(of: try call.thing(), call)
        guard
            let form = try await central.catalogue.form(
                found.formId, version: found.formVersion, on: call.today)
        else {
            throw StoreError.unreadable("form \(found.formId)")
        }
        return try .json(form, headers: ["etag": "\"\(form.version)\""])
    }

    @Sendable private static func referenceSet(_ call: Call, _ central: Central) async throws -> any Sendable
    {
        let set = call.parameter("set")
        if set == statusSet { return set }
        guard try await central.store.read({ try CatalogueTable.hasReference($0, set: set) }) else {
            throw ProblemError(.notFound, detail: "Không có danh mục mang tên này.")
        }
        return set
    }

    /// The national statuses: no list that somebody chooses from on a form, but what lists are narrowed by.
    private static let statusSet = "statuses"

    private static func reference(_ call: Call, _ central: Central) async throws -> Reply {
        let set = try call.thing(String.self)
        let limit = try call.limit()
        let after = try call.numberCursor() ?? -1
        let words = TextFold.words(TextFold.fold(try call.text("q") ?? "")).map(String.init)
        let (parent, code, today) = (try call.text("parent"), try call.text("code"), call.today)
        guard set != statusSet else {
            let all = try await central.catalogue.statuses(on: today).values.sorted { $0.code < $1.code }
            let found = all.filter { status in
                let name = TextFold.fold(status.name.text(.vi))
                return status.code > after && parent == nil && code.map { $0 == String(status.code) } ?? true
                    && words.allSatisfy { name.contains($0) }
            }
            let page = found.prefix(limit)
            let next = found.count > limit ? page.last.map { Cursor.encode([String($0.code)]) } : nil
            let items = page.map { ReferenceItem(code: String($0.code), name: $0.name.text(.vi)) }
            return try .json(FixedShape.page(items, next: next))
        }
        let found = try await central.store.read { database in
            try CatalogueTable.reference(
                database, set: set, parent: parent, code: code, words: words, on: today, after: after,
                limit: limit + 1)
        }
        let page = found.prefix(limit)
        let next = found.count > limit ? page.last.map { Cursor.encode([String($0.position)]) } : nil
        return try .json(FixedShape.page(page.map(\.item), next: next))
    }

    private static func previewDeadline(_ call: Call, _ central: Central) async throws -> Reply {
        let request: DeadlinePreviewRequest = try call.decode()
        var faults: [InputFault] = []
        if !(0...5_000).contains(request.amount) {
            faults.append(.init("/amount", "out_of_range", "Thời hạn phải từ 0 đến 5.000."))
        }
        if !(2000...2099).contains(request.acceptedAt.date.year) {
            faults.append(.init("/accepted_at", "out_of_range", "Ngày tiếp nhận phải từ năm 2000 đến 2099."))
        }
        if request.pauses.count > 100 {
            faults.append(.init("/pauses", "too_many", "Nhiều nhất 100 lần tạm dừng."))
        }
        for (index, pause) in request.pauses.enumerated() {
            let years = [pause.from, pause.to ?? pause.from].map(\.date.year)
            if years.contains(where: { !(2000...2099).contains($0) }) {
                faults.append(.init("/pauses/\(index)", "out_of_range", "Ngày phải từ năm 2000 đến 2099."))
            } else if let to = pause.to, to < pause.from {
                faults.append(.init("/pauses/\(index)/to", "before_start", "Kết thúc phải sau khi bắt đầu."))
            }
        }
        let (unit, today) = (request.unit, call.today)
        if try await central.store.read({ try OfficerTable.unitName($0, code: unit, on: today) }) == nil {
            faults.append(.init("/unit", "unknown_unit", "Không có đơn vị mang mã này."))
        }
        guard faults.isEmpty else { throw ProblemError.input(faults) }
        let calendar = try await central.catalogue.calendar(unit, on: today)
        let result = Deadline.due(
            calendar: calendar, acceptedAt: request.acceptedAt, amount: request.amount,
            unit: request.amountUnit, pauses: request.pauses)
        let preview = DeadlinePreview(
            dueAt: result.dueAt, explanation: result.words(.vi), explanationEn: result.words(.en))
        return try .json(FixedShape.value(preview, nullable: ["due_at"]))
    }

    private static func quoteFees(_ call: Call, _ central: Central) async throws -> Reply {
        let request: FeeQuoteRequest = try call.decode()
        var faults: [InputFault] = []
        let procedure = try await central.catalogue.procedure(request.procedure, on: call.today)
        let quote = FeeQuoting.quote(request, procedure: procedure, on: call.today, &faults)
        guard faults.isEmpty, let quote else { throw ProblemError.input(faults) }
        return try .json(quote)
    }
}
