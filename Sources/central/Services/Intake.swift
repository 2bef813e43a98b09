import Forms
import GRDB
import Models

/// Taking in a dossier at the desk: received (form 01), sent back for supplement (02) or refused (03).
///
/// Checks and calculations come first, outside any transaction. Then the code, the number in the register,
/// the dossier, its first event, the person, the audit and the key of the act are written in one.
struct Intake: Sendable {
    let central: Central
    let call: Call
    let grant: Grant

    init(_ call: Call, _ central: Central) throws {
        self.central = central
        self.call = call
        grant = try call.requireGrant()
    }

    func perform() async throws -> Reply {
        let reply = try await central.effectOnce.perform(call) {
            try await prepare()
        } effect: { database, prepared in
            var dossier =
                prepared.count == 1
                ? try record(database, prepared[0]) : try record(bundle: prepared, database)
            let holder = try DossierTable.holder(database, of: dossier.id) ?? dossier.unit.code
            dossier = try StoredDossier.told(dossier, holder: holder, database, on: call.today)
            return try .json(
                dossier, status: 201,
                headers: ["location": "/v1/dossiers/\(dossier.id)", "etag": "\"\(dossier.revision)\""])
        }
        for unit in Set(grant.officer.assignments.map(\.unit)) { central.inboxCounter.noteAct(in: unit) }
        return reply
    }

    // MARK: Checks

    /// One dossier, or those of a bundle, the leading one first.
    private func prepare() async throws -> [PreparedIntake] {
        let raw: DossierIntake = try call.decode()
        let catalogue = central.catalogue
        var check = IntakeCheck(raw, today: call.today)
        check.checkPersons()
        check.checkIdentities()
        check.checkDecision()
        check.checkDelivery()

        let procedure = try await catalogue.procedure(raw.procedure, on: call.today)
        var faults: [InputFault] = []
        let quote = FeeQuoting.quote(
            FeeQuoteRequest(
                procedure: raw.procedure, caseCode: raw.caseCode, channel: raw.channel,
                quantities: raw.quantities, exemption: raw.exemption),
            procedure: procedure, on: call.today, &faults)
        check.add(faults)
        let selected = procedure?.cases.first { $0.code == raw.caseCode }
        guard let procedure, let selected else { throw ProblemError.input(check.faults) }
        if raw.channel == 2, !selected.online {
            check.fault("/channel", "not_online", "Trường hợp này không nộp trực tuyến được.")
        }
        check.checkDocuments(of: selected)
        let bundle = try await catalogue.bundle(raw.procedure, on: call.today)
        let form = try await checkForm(&check, selected)
        try await checkPrevious(raw.previous, &check)
        // The signature is of answers that are right: before, it says nothing.
        let signature = check.faults.isEmpty ? try await checkSignature(&check, form) : nil
        guard check.faults.isEmpty, let quote, let form else {
            throw ProblemError.input(bundle.map { check.named($0) } ?? check.faults)
        }
        if let bundle { return try await prepare(check, bundle) }
        var prepared = try await place(check.intake, procedure, selected, form, quote)
        prepared.signature = signature
        prepared.warnings = check.warnings
        return [prepared]
    }

    /// The form must be the one that the case asks for, now or when the draft was begun.
    private func checkForm(_ check: inout IntakeCheck, _ selected: ProcedureCase) async throws
        -> FormDefinition?
    {
        let isEarlier = try await isEarlierForm(check.intake, selected)
        guard check.intake.formId == selected.formId || isEarlier else {
            check.fault(
                "/form_id", "unknown_form", "Trường hợp này dùng tờ khai khác (\(selected.formId)).",
                hint: "Chọn lại trường hợp để lấy đúng tờ khai.")
            return nil
        }
        guard check.intake.formVersion == selected.formVersion || isEarlier else {
            check.fault(
                "/form_version", "form_changed",
                "Tờ khai đã đổi sang bản \(selected.formVersion), nội dung này theo bản \(check.intake.formVersion).",
                hint: "Tải lại tờ khai; những gì còn khớp được giữ nguyên.")
            return nil
        }
        let (id, version) = (check.intake.formId, check.intake.formVersion)
        guard let form = try await central.catalogue.form(id, version: version, on: call.today)
        else { throw StoreError.unreadable("form \(id)") }
        let reference = try await central.referenceCheck(form, check.intake.answers, on: call.today)
        check.checkAnswers(FormValidator(form, today: call.today, reference: reference))
        let files = Uploading.files(in: check.intake.answers, of: form)
        let (grant, now) = (grant, call.now)
        check.add(
            try await central.store.read { try Uploading.faults(files, $0, grant: grant, at: now) })
        return form
    }

    /// Whether the case asked for this form in a version of the procedure that was replaced no longer ago than a
    /// draft lives: what was begun on it is taken in on it.
    private func isEarlierForm(_ intake: DossierIntake, _ selected: ProcedureCase) async throws -> Bool {
        let versions = try await central.catalogue.versions(ofProcedure: intake.procedure)
            .filter { $0.effectiveFrom <= call.today }
        let index = versions.firstIndex { version in
            version.cases.contains {
                $0.code == selected.code && $0.formId == intake.formId && $0.formVersion == intake.formVersion
            }
        }
        guard let index, index > 0 else { return false }
        let replaced = versions[index - 1].effectiveFrom
        return call.today <= replaced.adding(days: DraftRoutes.lifetime / 86_400)
    }

    private func checkSignature(_ check: inout IntakeCheck, _ form: FormDefinition?) async throws
        -> SignatureCheck.Verified?
    {
        let intake = check.intake
        guard let signature = intake.signature else {
            if form?.signature == true, intake.decision == .receive {
                check.fault(
                    "/signature", "required", "Tờ khai này phải được ký số.",
                    hint: "Ký lại sau lần sửa cuối, rồi gửi kèm chữ ký.")
            }
            return nil
        }
        let (id, today) = (signature.keyId, call.today)
        let key = try await central.store.read { try SigningKeyTable.find($0, id: id, on: today) }
        let content = SignedContent(
            applicant: intake.applicant.identityNumber ?? intake.applicant.taxCode ?? "",
            procedure: intake.procedure, caseCode: intake.caseCode, formId: intake.formId,
            formVersion: intake.formVersion, answers: intake.answers)
        switch try SignatureCheck().check(signature, of: content, key: key) {
        case .success(let verified): return verified
        case .failure(let fault):
            check.add([fault])
            return nil
        }
    }

    private func checkPrevious(_ id: ID?, _ check: inout IntakeCheck) async throws {
        guard let id else { return }
        let scope = grant.scope
        if try await central.store.read({
            try DossierTable.find($0, id: id.lowercased(), scope: scope, seal: central.seal)
        })
            == nil
        {
            check.fault("/previous", "unknown_dossier", "Không có hồ sơ trước mang mã này.")
        }
    }

    // MARK: Where it goes, and until when

    func place(
        _ intake: DossierIntake, _ procedure: Procedure, _ selected: ProcedureCase, _ form: FormDefinition,
        _ quote: FeeQuote
    ) async throws -> PreparedIntake {
        let catalogue = central.catalogue
        let unit = try await receivingUnit()
        let process = try await catalogue.process(procedure.process.id, version: procedure.process.version)
        let statuses = try await catalogue.statuses(on: call.today)
        guard let process, let action = ProcessAction(rawValue: intake.decision.rawValue),
            let transition = process.transition(from: process.entry, action),
            let step = process.step(transition.to), let status = statuses[step.status]
        else { throw StoreError.unreadable("process \(procedure.process.id)") }

        var (acceptedAt, dueAt): (Instant?, Instant?) = (nil, nil)
        let dated = try await catalogue.datedCalendar(unit.code, on: call.today)
        var deadline = DossierDeadline(
            amount: selected.time.amount, unit: selected.time.unit, explanation: [])
        if intake.decision == .receive {
            let result = Deadline.due(
                calendar: dated.calendar, acceptedAt: call.now,
                amount: selected.time.amount, unit: selected.time.unit, pauses: [])
            (acceptedAt, dueAt) = (call.now, result.dueAt)
            (deadline.explanation, deadline.explanationEn) = (result.words(.vi), result.words(.en))
        }
        let duplicates = try await Duplicates.find(
            procedure: procedure, caseCode: selected.code, identity: intake.applicant.identityNumber,
            tax: intake.applicant.taxCode, answers: intake.answers, form: form, call, central)
        return PreparedIntake(
            intake: intake, procedure: procedure, selected: selected, form: form, quote: quote, unit: unit,
            entryStep: process.entry, step: step,
            isWaiting: process.transition(from: step.code, .expire) != nil, status: status,
            deadline: deadline,
            acceptedAt: acceptedAt, dueAt: dueAt, calendar: dated.edition, duplicates: duplicates,
            warnings: [])
    }

    /// The unit for which the officer receives: his own where he is assigned to it.
    private func receivingUnit() async throws -> UnitRef {
        let officer = grant.officer
        let units = officer.assignments.filter { $0.role == .reception }.map(\.unit)
        if units.contains(officer.unit) { return UnitRef(code: officer.unit, name: officer.unitName) }
        guard let code = units.first else { throw ProblemError(.forbidden) }
        let name = try await central.store.read { [today = call.today] in
            try OfficerTable.unitName($0, code: code, on: today)
        }
        return UnitRef(code: code, name: name ?? code)
    }

    // MARK: The transaction

    /// - Parameters:
    ///   - link: The bundle that it is one of.
    ///   - lead: The bundle's first dossier; nil for that one itself.
    func record(
        _ database: Database, _ prepared: PreparedIntake, link: DossierBundle? = nil, lead: Dossier? = nil
    ) throws -> Dossier {
        let (now, officer, intake) = (call.now, grant.officer, prepared.intake)
        let edition = try CatalogueTable.calendarEdition(database, of: prepared.unit.code, on: now.date)
        guard edition == prepared.calendar else { throw ProblemError.calendarChanged }
        let number = try CounterTable.nextCode(database, unit: prepared.unit.code, day: now.date)
        central.failpoint.pass(.inTransactionAfterCode)
        let book = "01/\(now.date.year)"
        let receiver = OfficerRef(id: officer.id, name: officer.name, position: officer.position)
        var dossier = Dossier(
            id: UUIDv7.make(),
            code: DossierCode.make(unit: prepared.unit.code, date: now.date, number: number),
            revision: 1, lookupCode: LookupCode.make(),
            procedure: ProcedureRef(
                code: prepared.procedure.code, name: prepared.procedure.name,
                version: prepared.procedure.version),
            caseCode: prepared.selected.code, caseName: prepared.selected.name, channel: intake.channel,
            status: prepared.status.code, statusName: prepared.status.name.text(.vi),
            step: prepared.step.code,
            stepName: prepared.step.name, unit: prepared.unit, applicant: intake.applicant,
            submitter: intake.submitter, documents: intake.documents, answers: intake.answers,
            formId: intake.formId, formVersion: intake.formVersion, quote: prepared.quote,
            quantities: intake.quantities,
            exemption: intake.exemption, copies: intake.copies, delivery: intake.delivery, submittedAt: now,
            acceptedAt: prepared.acceptedAt, dueAt: prepared.dueAt, deadline: prepared.deadline,
            decision: intake.decision, reason: intake.reason, missing: intake.missing, registerBook: book,
            registerNumber: try CounterTable.nextRegister(database, unit: prepared.unit.code, book: book),
            receivedBy: receiver, duplicates: [], masked: false,
            signature: prepared.signature?.signature, bundle: link, note: intake.note)
        try DossierTable.insert(
            database,
            StoredDossier(
                dossier: dossier, process: prepared.procedure.process, holderUnit: prepared.unit.code,
                assignee: nil, endedAt: intake.decision == .refuse ? now : nil,
                // Reckoned by the next pass, as the calendar says.
                expiresAt: prepared.isWaiting ? Instant(seconds: 0) : nil,
                previous: intake.previous?.lowercased()), seal: central.seal)
        try DossierTable.append(
            database,
            DossierEvent(
                seq: 1, at: now, action: intake.decision.rawValue, actor: receiver,
                fromStep: prepared.entryStep, toStep: prepared.step.code, status: prepared.status.code,
                note: intake.note ?? intake.reason,
                detail: DossierEventDetail(missing: intake.missing, dueAt: prepared.dueAt)),
            to: dossier.id, person: officer.person, seal: central.seal)
        if intake.decision == .receive {
            try Bookkeeping(call, central, officer: officer).charge(
                database, .init(dossier: dossier, fees: prepared.procedure.fees))
        }
        if let lead, prepared.seat?.start == .afterLead { try recordWait(for: lead, dossier, database) }
        try ChangeTable.append(
            database,
            ChangeEntry(
                at: now, dossier: dossier.id, unit: prepared.unit.code, holderUnit: prepared.unit.code,
                action: intake.decision.rawValue, revision: dossier.revision))
        if let signature = prepared.signature {
            try SigningKeyTable.record(database, signature, dossier: dossier.id, at: now)
        }
        // A bundle is used once, under its own code.
        if link == nil {
            try UseTable.record(
                database, unit: prepared.unit.code, officer: officer.id,
                procedure: prepared.procedure.code, at: now)
        }
        let files = Uploading.files(in: intake.answers, of: prepared.form)
        // A file may have been swept since it was looked at.
        let gone = try Uploading.faults(files, database, grant: grant, at: now)
        guard gone.isEmpty else { throw ProblemError.input(gone) }
        try FileTable.refer(database, .dossier, dossier.id, to: Set(files.map(\.file.sha256)))
        central.failpoint.pass(.inTransactionAfterDossier)
        try Self.recordPerson(database, intake.applicant, now)
        // Who hands several in together is told once.
        if lead == nil, let action = ProcessAction(rawValue: intake.decision.rawValue),
            let occasion = MessageOccasion(action, status: dossier.status)
        {
            try Outbox(seal: central.seal).tell(
                database, occasion, of: dossier, cause: "1", reason: intake.reason,
                missing: intake.missing ?? [], now: now)
        }
        let entry = AuditEntry(
            at: now, officer: officer.id, person: officer.person, unit: prepared.unit.code,
            action: "dossier." + intake.decision.rawValue, subject: dossier.id,
            detail: ["code": dossier.code, "procedure": prepared.procedure.code], traceID: call.traceID)
        try AuditTable.append(database, entry, key: central.auditKey)
        dossier.duplicates = prepared.duplicates
        dossier.warnings = prepared.warnings.isEmpty ? nil : prepared.warnings
        return dossier
    }

    /// The register of persons learns of everybody whose dossier is decided on: who is sent home for a paper comes back
    /// and is asked nothing twice.
    static func recordPerson(_ database: Database, _ applicant: Applicant, _ now: Instant) throws {
        guard applicant.kind == .citizen, let number = applicant.identityNumber else { return }
        try PersonTable.record(
            database,
            Person(
                id: UUIDv7.make(), identityNumber: number, name: applicant.name,
                birthDate: applicant.birthDate, sex: applicant.sex, address: applicant.address,
                phone: applicant.phone, email: applicant.email, source: "so_dang_ky", fetchedAt: now))
    }
}
