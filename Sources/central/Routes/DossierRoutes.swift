import HTTPTypes
import Forms
import Foundation
import Models

/// Taking dossiers in, and everything that is read of one.
enum DossierRoutes {
    static let all = [
        Route("createDossier", .post, "/v1/dossiers", body: .json, isKeyed: true) { call, central in
            try await Intake(call, central).perform()
        },
        Route("checkDuplicates", .post, "/v1/dossiers:check-duplicates", body: .json, handle: duplicates),
        Route("getDossier", .get, "/v1/dossiers/{id}", find: find, handle: get),
        Route("amendDossier", .patch, "/v1/dossiers/{id}", body: .json, find: find) { call, central in
            try await Amending(call, central).perform()
        },
        Route("listDossierEvents", .get, "/v1/dossiers/{id}/events", query: ["limit", "cursor"], find: find) {
            call, central in
            let stored = try call.thing(StoredDossier.self)
            return try .list(try await DossierReading.events(of: stored, call, central), call)
        },
        Route("getDossierClock", .get, "/v1/dossiers/{id}/clock", find: find) { call, central in
            let stored = try call.thing(StoredDossier.self)
            return try .json(try await DossierReading.clock(of: stored, call, central))
        },
        Route(
            "listDossierDocuments", .get, "/v1/dossiers/{id}/documents", query: ["limit", "cursor"],
            find: find
        ) { call, central in
            let stored = try call.thing(StoredDossier.self)
            return try .list(stored.dossier.disclosed(try call.disclosure(of: stored)).documents, call)
        },
        Route("listPrints", .get, "/v1/dossiers/{id}/prints", query: ["limit", "cursor"], find: find) {
            call, central in
            let id = try call.thing(StoredDossier.self).dossier.id
            return try .list(try await central.store.read { try PrintTable.list($0, dossier: id) }, call)
        },
        Route(
            "recordPrint", .post, "/v1/dossiers/{id}/prints", body: .json, isKeyed: true, find: find
        ) { call, central in
            try await PaperPrinting(call, central).perform()
        },
        Route("revealDossier", .post, "/v1/dossiers/{id}:reveal", body: .json, find: find, handle: reveal),
        Route(
            "breakGlass", .post, "/v1/dossiers/{id}:break-glass", body: .json, isKeyed: true,
            find: BreakingGlass.find
        ) { call, central in try await BreakingGlass(call, central).perform() },
        Route("verifyCaller", .post, "/v1/dossiers/{id}:verify", body: .json, find: find, handle: verify),
    ]

    /// The dossier of the path, where it lies in the scope of the one who asks.
    @Sendable static func find(_ call: Call, _ central: Central) async throws -> any Sendable {
        let id = try call.id()
        let scope = try call.requireGrant().scope
        guard
            let stored = try await central.store.read({
                try DossierTable.find($0, id: id, scope: scope, seal: central.seal)
            })
        else {
            let unit = try await central.store.read { try DossierTable.unit($0, of: id) }
            // That it is there is no secret to the province's administrators: what stands in it is.
            throw ProblemError(unit.map(scope.mayOpen) == true ? .breakGlassRequired : .notFound)
        }
        return stored
    }

    private static func get(_ call: Call, _ central: Central) async throws -> Reply {
        let stored = try call.thing(StoredDossier.self)
        let etag = "\"\(stored.dossier.revision)\""
        let (scope, day) = (try call.requireGrant().scope, call.today)
        let dossier = try await central.store.read {
            try BundleReading.linked(stored.told($0, on: day), $0, scope: scope, central)
        }
        return try .json(dossier.disclosed(try call.disclosure(of: stored)), headers: ["etag": etag])
    }

    private static func duplicates(_ call: Call, _ central: Central) async throws -> Reply {
        let request: DuplicateCheckRequest = try call.decode()
        var faults: [InputFault] = []
        let identity = request.identityNumber.map(IdentityNumber.normalize).flatMap { $0.isEmpty ? nil : $0 }
        let tax = request.taxCode.map(TaxCode.normalize).flatMap { $0.isEmpty ? nil : $0 }
        if identity == nil, tax == nil {
            faults.append(.init("/identity_number", "required", "Cần số định danh hoặc mã số thuế."))
        }
        let procedure = try await central.catalogue.procedure(request.procedure, on: call.today)
        let selected = procedure?.cases.first { $0.code == request.caseCode }
        if procedure == nil {
            faults.append(.unknownProcedure)
        } else if selected == nil {
            faults.append(.unknownCase)
        }
        guard faults.isEmpty, let procedure, let selected else { throw ProblemError.input(faults) }
        if let number = identity ?? tax {
            try await PersonAudit.record(
                "person.check_duplicates", of: number, ["procedure": procedure.code], call, central)
        }
        let form = try await central.catalogue.form(
            selected.formId, version: selected.formVersion, on: call.today)
        let found = try await Duplicates.find(
            procedure: procedure, caseCode: selected.code, identity: identity, tax: tax,
            answers: request.answers, form: form, call, central)
        return try .json(PossibleDuplicates(items: found))
    }

    /// Shows what is masked, to those who may see it, with a purpose that the audit keeps.
    private static func reveal(_ call: Call, _ central: Central) async throws -> Reply {
        let stored = try call.thing(StoredDossier.self)
        let request: RevealRequest = try call.decode()
        let purpose = try Purpose.check(request.purpose)
        let officer = try call.requireGrant().officer
        // 1022 has the caller alone on the line: whoever he is has to be shown first.
        let needsCaller = officer.roles.isDisjoint(with: Role.handling)
        if needsCaller,
            !central.callers.holds(officer: officer.id, dossier: stored.dossier.id, at: call.now)
        {
            throw ProblemError(
                .forbidden,
                detail:
                    "Chưa xác minh người gọi của hồ sơ này: hỏi mã tra cứu, hoặc các chữ số cuối của số định danh "
                    + "hay số điện thoại.")
        }
        let entry = AuditEntry(
            at: call.now, officer: officer.id, person: officer.person, unit: officer.unit,
            action: "dossier.reveal", subject: stored.dossier.id, detail: ["purpose": purpose],
            traceID: call.traceID)
        try await Revealing.record(entry, call, central)
        return try .json(
            Revealed(
                applicant: stored.dossier.applicant, submitter: stored.dossier.submitter,
                delivery: stored.dossier.delivery))
    }
}

extension DossierRoutes {
    /// Holds what a caller says against the dossier, right or wrong with an entry in the audit, and without what he said.
    private static func verify(_ call: Call, _ central: Central) async throws -> Reply {
        let dossier = try call.thing(StoredDossier.self).dossier
        let check: CallerCheck = try call.decode()
        let faults = CallerVerifying.faults(check)
        guard faults.isEmpty else { throw ProblemError.input(faults) }
        let officer = try call.requireGrant().officer
        let verdict: CallerVerdict
        switch central.callers.judge(check, dossier, officer: officer.id, at: call.now) {
        case .verdict(let given): verdict = given
        case .wait(let seconds):
            throw ProblemError(
                .tooManyRequests,
                detail: "Xác minh sai quá nhiều lần. Hãy thử lại sau \(ProblemError.wait(seconds)).",
                headers: ["retry-after": String(seconds)])
        }
        let means =
            check.lookupCode != nil ? "lookup_code" : check.identityDigits != nil ? "identity" : "phone"
        let entry = AuditEntry(
            at: call.now, officer: officer.id, person: officer.person, unit: officer.unit,
            action: "dossier.verify_caller", subject: dossier.id,
            outcome: verdict.verified ? .done : .refused, detail: ["by": means], traceID: call.traceID)
        try await central.store.write { try AuditTable.append($0, entry, key: central.auditKey) }
        return try .json(FixedShape.value(verdict, nullable: ["until"]))
    }
}

/// Why masked data is asked for.
struct RevealRequest: Decodable, Sendable {
    var purpose: String
}

/// What a reveal shows.
struct Revealed: Encodable, Sendable {
    var applicant: Applicant
    var submitter: Submitter?
    var delivery: Delivery
}

extension Call {
    /// How much of a dossier the one who asks may see.
    func disclosure(of stored: StoredDossier) throws -> Disclosure {
        let grant = try requireGrant()
        // Opened with a reason: whoever has to look into it has to see what is wrong.
        if grant.scope.opened.contains(stored.dossier.id) { return .whole }
        return grant.disclosure(unit: stored.dossier.unit.code, holder: stored.holderUnit)
    }
}
