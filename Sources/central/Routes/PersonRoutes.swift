import HTTPTypes
import Forms
import Models

/// What the system already knows of a person. Every look is audited.
enum PersonRoutes {
    static let all = [
        Route("lookupPerson", .post, "/v1/persons:lookup", body: .json, handle: lookup),
        Route("autofillPerson", .post, "/v1/persons:autofill", body: .json, handle: autofill),
        Route(
            "reportMismatch", .post, "/v1/persons:report-mismatch", body: .json, isKeyed: true,
            handle: reportMismatch),
    ]

    private static func lookup(_ call: Call, _ central: Central) async throws -> Reply {
        let request: PersonLookupRequest = try call.decode()
        let number = try identity(request.identityNumber)
        let purpose = try Purpose.check(request.purpose)
        let grant = try call.requireGrant()
        try await PersonAudit.record("person.lookup", of: number, ["purpose": purpose], call, central)
        var (person, dossiers) = try await central.store.read { database in
            (
                try PersonTable.find(database, identityNumber: number),
                try DossierTable.ofApplicant(
                    database, identity: number, tax: nil, scope: grant.scope, seal: central.seal, limit: 20)
            )
        }
        // Open ones first, each kind newest first.
        dossiers = dossiers.filter(\.isOpen) + dossiers.filter { !$0.isOpen }
        if !grant.officer.roles.contains(.reception) {
            person = person?.masked
        }
        return try .json(PersonLookup(person: person, dossiers: dossiers.map(DossierBrief.init)))
    }

    /// Fills a form from the register and from the applicant's earlier dossiers, each value with its source.
    private static func autofill(_ call: Call, _ central: Central) async throws -> Reply {
        let request: AutofillRequest = try call.decode()
        let number = try identity(request.identityNumber)
        var faults: [InputFault] = []
        let procedure = try await central.catalogue.procedure(request.procedure, on: call.today)
        let selected = procedure?.cases.first { $0.code == request.caseCode }
        if procedure == nil {
            faults.append(.unknownProcedure)
        } else if selected == nil {
            faults.append(.unknownCase)
        }
        guard faults.isEmpty, let selected else { throw ProblemError.input(faults) }
        let form = try await central.catalogue.form(
            selected.formId, version: selected.formVersion, on: call.today)
        guard let form else { throw StoreError.unreadable("form \(selected.formId)") }
        let scope = try call.requireGrant().scope
        try await PersonAudit.record(
            "person.autofill", of: number, ["procedure": request.procedure], call, central)
        let (person, dossiers) = try await central.store.read { database in
            (
                try PersonTable.find(database, identityNumber: number),
                try DossierTable.ofApplicant(
                    database, identity: number, tax: nil, scope: scope, seal: central.seal, limit: 20)
            )
        }
        return try .json(Autofill(fields: Autofilling.fields(of: form, person, dossiers.map(\.dossier))))
    }

    private static func reportMismatch(_ call: Call, _ central: Central) async throws -> Reply {
        let officer = try call.requireGrant().officer
        return try await central.effectOnce.perform(call) {
            var report: MismatchReport = try call.decode()
            report.identityNumber = try identity(report.identityNumber)
            var faults: [InputFault] = []
            for (place, text, longest) in [
                ("/field", report.field, 100), ("/source_value", report.sourceValue, 500),
                ("/correct_value", report.correctValue, 500), ("/note", report.note ?? "", 2_000),
                ("/source", report.source ?? "", 100), ("/form_id", report.formId ?? "", 100),
                ("/path", report.path ?? "", 200),
            ] {
                if text.length > longest {
                    faults.append(.init(place, "too_long", "Nhiều nhất \(longest) ký tự."))
                } else if ["/field", "/source_value", "/correct_value"].contains(place), text.trimmed.isEmpty
                {
                    faults.append(.init(place, "required", "Cần ghi nội dung này."))
                }
            }
            if let version = report.formVersion, !(1...1_000_000).contains(version) {
                faults.append(.init("/form_version", "out_of_range", "Phiên bản từ 1 đến 1.000.000."))
            }
            guard faults.isEmpty else { throw ProblemError.input(faults) }
            return report
        } effect: { database, report in
            let id = UUIDv7.make()
            try MismatchTable.insert(
                database, report, id: id, officer: officer.id, unit: officer.unit, at: call.now)
            let entry = AuditEntry(
                at: call.now, officer: officer.id, person: officer.person, unit: officer.unit,
                action: "person.report_mismatch",
                subject: PersonAudit.subject(report.identityNumber, central),
                detail: ["report": id, "field": report.field],
                traceID: call.traceID)
            try AuditTable.append(database, entry, key: central.auditKey)
            return try .json(object: ["id": .string(id)], status: 201)
        }
    }

    private static func identity(_ text: String) throws -> String {
        let number = IdentityNumber.normalize(text)
        if let issue = IdentityNumber.check(number) {
            throw ProblemError.input([
                .init("/identity_number", issue.code, issue.message.text(.vi), hint: issue.hint?.text(.vi))
            ])
        }
        return number
    }

}

extension Person {
    fileprivate var masked: Person {
        Person(
            id: id, identityNumber: Masking.identityNumber(identityNumber), name: Masking.name(name),
            birthDate: nil, sex: nil, address: address.map(Masking.address), phone: phone.map(Masking.phone),
            email: email.map(Masking.email), source: source, fetchedAt: fetchedAt)
    }
}
