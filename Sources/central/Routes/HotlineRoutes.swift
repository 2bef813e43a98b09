import Forms
import HTTPTypes
import Models

/// The hotline's calls and what it says: cards that are only added, scripts that are searched while somebody speaks.
enum HotlineRoutes {
    static let all = [
        Route("createCall", .post, "/v1/calls", body: .json, isKeyed: true, handle: create),
        Route(
            "listCalls", .get, "/v1/calls", query: ["day", "phone", "mine", "limit", "cursor"], handle: list),
        Route("getCallFigures", .get, "/v1/reports/calls", query: ["day"], handle: figures),
        Route("searchFaq", .get, "/v1/faq", query: ["q", "procedure", "limit"], handle: faq),
        Route("listScripts", .get, "/v1/scripts", query: ["limit", "cursor"], handle: scripts),
        Route("getScript", .get, "/v1/scripts/{id}", find: script) { call, _ in
            let script = try call.thing(HotlineScript.self)
            return try .json(script, headers: ["etag": "\"\(script.version)\""])
        },
        Route("getScriptAnswers", .get, "/v1/scripts/{id}/answers", find: script) { call, central in
            let script = try call.thing(HotlineScript.self)
            let answers = try await central.catalogue.answers(of: script, on: call.today)
            return try .json(FixedShape.page(answers, next: nil))
        },
        Route("publishScript", .put, "/v1/scripts/{id}", body: .json, handle: publish),
    ]

    // MARK: Calls

    static let longestNote = 4_000

    private static func create(_ call: Call, _ central: Central) async throws -> Reply {
        let making = try TicketMaking(call, central)
        let officer = try call.requireGrant().officer
        return try await central.effectOnce.perform(call) {
            try await prepare(call, central, making)
        } effect: { database, prepared in
            var card = prepared.card
            if let ticket = prepared.ticket {
                let made = try making.record(database, ticket)
                card.ticket = TicketRef(id: made.id, code: made.code)
            }
            try CallTable.insert(database, card, seal: central.seal)
            let entry = AuditEntry(
                at: call.now, officer: officer.id, person: officer.person, unit: card.unit.code,
                action: "call.record", subject: card.id,
                detail: [
                    "topic": card.topic.rawValue, "result": card.result.rawValue,
                    "dossier": card.dossier?.code ?? "",
                ].filter { !$0.value.isEmpty }, traceID: call.traceID)
            try AuditTable.append(database, entry, key: central.auditKey)
            return try .json(card, status: 201, headers: ["location": "/v1/calls"])
        }
    }

    private struct Prepared: Sendable {
        var card: HotlineCall
        var ticket: TicketMaking.Prepared?
    }

    private static func prepare(_ call: Call, _ central: Central, _ making: TicketMaking) async throws
        -> Prepared
    {
        let request: HotlineCallRequest = try call.decode()
        let grant = try call.requireGrant()
        guard let unit = try await HotlineUnit.of(grant, central, on: call.today) else {
            throw ProblemError(.forbidden)
        }
        var faults: [InputFault] = []
        // A desk's clock may go a little before this one's.
        if request.startedAt > call.now.adding(seconds: 300) {
            faults.append(.init("/started_at", "in_future", "Cuộc gọi không thể bắt đầu sau bây giờ."))
        }
        let phone = CallText.phone(request.phone, "/phone", &faults)
        let name = CallText.check(request.callerName, "/caller_name", longest: 200, &faults)
        let note = CallText.check(request.note, "/note", longest: longestNote, &faults)
        let about = try await CallSubject.find(
            dossier: request.dossier, procedure: request.procedure, "", grant, central, on: call.today,
            &faults)
        var ticket: TicketMaking.Prepared?
        switch (request.result, request.ticket) {
        case (.ticket, let asked?):
            let made = try await making.prepare(asked, at: "/ticket", card: request)
            ticket = made.prepared
            faults += made.faults.filter { fault in !faults.contains { $0.message == fault.message } }
        case (.ticket, nil):
            faults.append(.init("/ticket", "required", "Kết quả là phiếu chuyển thì phải có phiếu."))
        case (_, .some):
            faults.append(.init("/result", "mismatch", "Có phiếu chuyển thì kết quả phải là phiếu chuyển."))
        case (_, nil): break
        }
        guard faults.isEmpty else { throw ProblemError.input(faults) }
        // What the caller has shown is known here: it is not taken from the desk.
        let isVerified =
            about.dossier.map {
                central.callers.holds(officer: grant.officer.id, dossier: $0.id, at: call.now)
            } ?? false
        let card = HotlineCall(
            id: UUIDv7.make(), startedAt: min(request.startedAt, call.now), endedAt: call.now, phone: phone,
            callerName: name, verified: isVerified, dossier: about.dossier,
            procedure: about.procedure, topic: request.topic, result: request.result, note: note,
            officer: grant.officer.reference, unit: unit, masked: false)
        return Prepared(card: card, ticket: ticket)
    }

    private static func list(_ call: Call, _ central: Central) async throws -> Reply {
        let limit = try call.limit()
        let after = try call.positionCursor()
        let grant = try call.requireGrant()
        var filter = CallTable.Filter()
        if call.query["day"] != nil { filter.day = try call.day("day") }
        if try call.flag("mine") { filter.officer = grant.officer.id }
        filter.phone = try call.phone()
        let found = try await central.store.read { [filter, seal = central.seal] in
            try CallTable.page(
                $0, scope: grant.scope, filter, on: call.today, after: after, limit: limit + 1, seal: seal)
        }
        let page = found.prefix(limit)
        let next =
            found.count > limit
            ? page.last.map { Cursor.encode([String($0.endedAt.seconds), $0.id]) } : nil
        return try .json(FixedShape.page(page.map { $0.disclosed(to: grant.officer) }, next: next))
    }

    private static func figures(_ call: Call, _ central: Central) async throws -> Reply {
        let grant = try call.requireGrant()
        let day = call.query["day"] == nil ? call.today : try call.day("day")
        let facts = try await central.store.read {
            try CallTable.facts($0, scope: grant.scope, on: day)
        }
        return try .json(CallCounting.figures(facts, of: grant.officer.id, on: day, at: call.now))
    }

    // MARK: Scripts

    /// Calls of so many days say what is asked most.
    private static let suggestionDays = 30

    private static func faq(_ call: Call, _ central: Central) async throws -> Reply {
        let limit = try call.limit()
        let (query, procedure) = (call.searchText("q") ?? "", try call.text("procedure"))
        let index = try await central.catalogue.scriptIndex(on: call.today)
        if query.isEmpty, procedure == nil {
            // Everybody may read what is said; what is asked is counted where the officer works.
            let scope = Scope(units: [try call.requireGrant().officer.unit])
            let since = Instant(date: call.today.adding(days: -suggestionDays), hour: 0, minute: 0)
            let asked = try await central.store.read {
                try CallTable.askedMost($0, scope: scope, since: since)
            }
            return try .json(FixedShape.page(index.suggestions(asked: asked, limit: limit), next: nil))
        }
        // No question is so long.
        let found =
            SearchReading.isTooLong(query) ? [] : index.search(query, procedure: procedure, limit: limit)
        return try .json(FixedShape.page(found, next: nil))
    }

    private static func scripts(_ call: Call, _ central: Central) async throws -> Reply {
        var summaries: [ScriptSummary] = []
        for script in try await central.catalogue.scripts(on: call.today) {
            var procedure: CodeName?
            if let code = script.procedure {
                let name = try await central.catalogue.procedure(code, on: call.today)?.name
                procedure = CodeName(code: code, name: name ?? code)
            }
            summaries.append(
                ScriptSummary(
                    id: script.id, version: script.version, title: script.title, procedure: procedure,
                    effectiveFrom: script.effectiveFrom, questions: script.items.count))
        }
        return try .list(summaries, call)
    }

    /// As it is in force today.
    @Sendable private static func script(_ call: Call, _ central: Central) async throws -> any Sendable {
        let id = call.parameter("id")
        let script = try await central.catalogue.scripts(on: call.today).first { $0.id == id }
        guard let script else { throw ProblemError(.notFound, detail: "Không có kịch bản này.") }
        return script
    }

    private static func publish(_ call: Call, _ central: Central) async throws -> Reply {
        let script: HotlineScript = try call.decode()
        guard script.id == call.parameter("id") else {
            throw ProblemError.input([.init("/id", "mismatch", "Mã phải trùng với địa chỉ.")])
        }
        let officer = try call.requireGrant().officer
        var procedure: Procedure?
        if let code = script.procedure {
            procedure = try await central.catalogue.procedure(code, on: call.today)
        }
        let faults = ScriptLint.check(script, procedure: procedure)
        guard faults.isEmpty else { throw ProblemError.input(faults) }
        let (latest, isSame) = try await central.store.read { database in
            (
                try ScriptPublishing.latest(script.id, database),
                try ScriptPublishing.isSame(script, database)
            )
        }
        try Precondition.checkVersion(call, latest: latest, isSame: isSame)
        let outcome = try await central.store.write { database in
            let outcome = try ScriptPublishing.publish(script, database, on: call.today)
            if outcome == .made {
                let entry = Publishing.entry(
                    "catalogue.script", script.id, version: script.version, by: officer, at: call.now,
                    traceID: call.traceID)
                try AuditTable.append(database, entry, key: central.auditKey)
            }
            return outcome
        }
        central.catalogue.forget()
        return try .json(
            script, status: outcome == .made ? 201 : 200, headers: ["etag": "\"\(script.version)\""])
    }
}

extension Call {
    /// `?phone=`: a whole number, however it is written; nil where there is none.
    func phone() throws -> String? {
        guard let text = try text("phone") else { return nil }
        guard let number = PhoneNumber.normalize(text), !number.isEmpty else {
            throw ProblemError(
                .invalidParameter,
                errors: [.init("/query/phone", "invalid_phone", "Cần một số điện thoại.")])
        }
        return number
    }

    /// `true` or `false`; false where it is absent.
    func flag(_ name: String) throws -> Bool {
        switch query[name] {
        case nil, "false": return false
        case "true": return true
        default:
            throw ProblemError(
                .invalidParameter,
                errors: [.init("/query/\(name)", "invalid_choice", "Phải là true hoặc false.")])
        }
    }
}
