import Forms
import GRDB
import Models

/// The checks of an amendment: what it makes of the dossier goes through the same ones as an intake, as far as it
/// touches it.
struct AmendmentCheck: Sendable {
    let central: Central
    let call: Call
    let grant: Grant
    let request: DossierAmendment
    let before: Dossier
    private(set) var after: Dossier
    /// As the checks of an intake read the whole.
    private var check: IntakeCheck
    private(set) var procedure: Procedure?
    private(set) var selected: ProcedureCase?
    /// See `PreparedAmendment.files`.
    private(set) var files: Set<String>?

    init(_ request: DossierAmendment, of before: Dossier, _ call: Call, _ central: Central) throws {
        self.central = central
        self.call = call
        self.request = request
        self.before = before
        grant = try call.requireGrant()
        after = before
        let submitter = request.withoutSubmitter == true ? nil : request.submitter ?? before.submitter
        let exemption = request.exemption.map { $0.isBlank ? nil : $0 } ?? before.exemption
        check = IntakeCheck(
            DossierIntake(
                // What waits for its supplement may stay unfinished until that is recorded.
                decision: before.acceptedAt == nil ? .requestSupplement : .receive,
                procedure: request.procedure ?? before.procedure.code,
                caseCode: request.caseCode ?? before.caseCode, channel: before.channel,
                applicant: request.applicant ?? before.applicant, submitter: submitter,
                documents: request.documents ?? before.documents, answers: request.answers ?? before.answers,
                formId: before.formId, formVersion: before.formVersion, quantities: request.quantities ?? [:],
                exemption: exemption, copies: request.copies ?? before.copies,
                delivery: request.delivery ?? before.delivery),
            today: call.today)
    }

    var changesProcedure: Bool { check.intake.procedure != before.procedure.code }
    private var changesCase: Bool { changesProcedure || check.intake.caseCode != before.caseCode }

    var faults: [InputFault] { check.faults.filter { concerns($0.pointer) } }
    var warnings: [InputProblem] { check.warnings.filter { concerns($0.pointer) } }

    mutating func fault(_ pointer: String, _ code: String, _ message: String, hint: String? = nil) {
        check.fault(pointer, code, message, hint: hint)
    }

    /// Finds every fault, and works out the dossier as it is to be, but for its clock and its step.
    ///
    /// - Returns: Why it was done.
    mutating func run() async throws -> String {
        let reason = check.checkReason(request.reason)
        if request.submitter != nil, request.withoutSubmitter == true {
            check.fault("/without_submitter", "contradiction", "Không vừa ghi người nộp thay vừa bỏ đi.")
        }
        check.checkPersons()
        check.checkIdentities()
        check.checkDelivery()
        check.checkSets()
        after.note = request.note.map { check.checkNote($0) } ?? before.note
        try await checkCase()
        if let selected { check.checkDocuments(of: selected) }
        try await checkAnswers()
        checkFees()
        checkSigned()
        takeOver()
        return reason
    }

    /// What was wrong before, and is not touched, is not the amendment's.
    private func concerns(_ pointer: String) -> Bool {
        switch pointer.split(separator: "/").first {
        case "applicant": request.applicant != nil
        case "submitter": request.submitter != nil
        case "documents": request.documents != nil || changesCase
        case "delivery": request.delivery != nil || request.applicant != nil
        default: true
        }
    }

    // MARK: The parts

    /// A dossier stays on the version of its procedure; another procedure is taken as it is in force today.
    private mutating func checkCase() async throws {
        let code = check.intake.procedure
        procedure =
            changesProcedure
            ? try await central.catalogue.procedure(code, on: call.today)
            : try await central.catalogue.procedure(code, version: before.procedure.version)
        guard let procedure, procedure.bundle == nil else { return check.add([.unknownProcedure]) }
        selected = procedure.cases.first { $0.code == check.intake.caseCode }
        guard let selected else { return check.add([.unknownCase]) }
        if changesCase, before.channel == 2, !selected.online {
            check.fault("/case", "not_online", "Trường hợp này không nộp trực tuyến được.")
        }
    }

    private mutating func checkAnswers() async throws {
        guard let selected else { return }
        let isOther = selected.formId != before.formId
        if isOther { (after.formId, after.formVersion) = (selected.formId, selected.formVersion) }
        guard request.answers != nil else {
            guard isOther else { return }
            return check.fault(
                "/answers", "required",
                "Trường hợp này dùng tờ khai khác (\(selected.formId)), cần nội dung của tờ khai đó.",
                hint: "Gửi kèm nội dung tờ khai, hoặc rút hồ sơ và tiếp nhận lại.")
        }
        guard let form = try await central.catalogue.form(after.formId, version: after.formVersion)
        else { throw StoreError.unreadable("form \(after.formId)") }
        let reference = try await central.referenceCheck(form, check.intake.answers, on: call.today)
        check.checkAnswers(
            FormValidator(form, today: call.today, reference: reference),
            lacking: isOther ? [] : Set(FormValidator(form, today: call.today).lacking(before.answers)))
        let found = Uploading.files(in: check.intake.answers, of: form)
        let (grant, now) = (grant, call.now)
        check.add(try await central.store.read { try Uploading.faults(found, $0, grant: grant, at: now) })
        var all = Set(found.map(\.file.sha256))
        if let old = try await central.catalogue.form(before.formId, version: before.formVersion) {
            all.formUnion(Uploading.files(in: before.answers, of: old).map(\.file.sha256))
        }
        files = all
        if form.signature == true, check.intake.answers != before.answers {
            check.fault("/answers", "signed", Self.signed, hint: Self.signAgain)
        }
    }

    /// By the rates of the day on which it was handed in. Counts that aren't given are those of before: as they were
    /// sent, for the lines of a quote no longer say how the pages fall into copies.
    private mutating func checkFees() {
        guard let procedure, let selected else { return }
        guard changesCase || request.quantities != nil || request.exemption != nil else { return }
        let quantities =
            request.quantities ?? (before.quantities ?? [:]).filter { selected.fees.contains($0.key) }
        var found: [InputFault] = []
        let quote = FeeQuoting.quote(
            FeeQuoteRequest(
                procedure: procedure.code, caseCode: selected.code, channel: before.channel,
                quantities: quantities, exemption: check.intake.exemption),
            procedure: procedure, on: before.submittedAt.date, &found)
        check.add(found)
        if let quote {
            after.quote = quote
            after.quantities = quantities
        }
        after.exemption = check.intake.exemption
    }

    private static let signed = "Nội dung này đã được ký số nên không sửa riêng được."
    private static let signAgain = "Rút hồ sơ và tiếp nhận lại với chữ ký mới."

    /// A signature is of one person's answers to one form of one case: with any of them changed it would be of nothing.
    private mutating func checkSigned() {
        guard before.signature != nil else { return }
        let (old, new) = (before.applicant, check.intake.applicant)
        if old.identityNumber != new.identityNumber {
            check.fault("/applicant/identity_number", "signed", Self.signed, hint: Self.signAgain)
        }
        if old.taxCode != new.taxCode {
            check.fault("/applicant/tax_code", "signed", Self.signed, hint: Self.signAgain)
        }
        if changesCase { check.fault("/case", "signed", Self.signed, hint: Self.signAgain) }
    }

    /// What wasn't sent stays to the letter, also where a check would write it otherwise today.
    private mutating func takeOver() {
        let intake = check.intake
        if request.applicant != nil { after.applicant = intake.applicant }
        if request.submitter != nil || request.withoutSubmitter == true { after.submitter = intake.submitter }
        if request.documents != nil { after.documents = intake.documents }
        after.copies = intake.copies
        if request.delivery != nil { after.delivery = intake.delivery }
        if request.answers != nil { after.answers = intake.answers }
        guard changesCase, let procedure, let selected else { return }
        if changesProcedure {
            after.procedure = ProcedureRef(
                code: procedure.code, name: procedure.name, version: procedure.version)
        }
        (after.caseCode, after.caseName) = (selected.code, selected.name)
        (after.deadline.amount, after.deadline.unit) = (selected.time.amount, selected.time.unit)
    }
}
