import Forms
import Models

/// The checks of what a desk sends to be taken in, apart from those that need the database.
///
/// Every fault is found at once, each with its place, what is wrong and what to do. The desk has made the same
/// checks; the central system believes none of them.
struct IntakeCheck {
    var intake: DossierIntake
    let today: LocalDate
    private(set) var faults: [InputFault] = []
    /// What should be looked at again; it forbids nothing.
    private(set) var warnings: [InputProblem] = []

    init(_ intake: DossierIntake, today: LocalDate) {
        self.intake = intake
        self.today = today
    }

    private var isReceived: Bool { intake.decision == .receive }

    mutating func fault(_ pointer: String, _ code: String, _ message: String, hint: String? = nil) {
        faults.append(.init(pointer, code, message, hint: hint))
    }

    mutating func add(_ more: [InputFault]) {
        faults += more
    }

    // MARK: Persons

    mutating func checkPersons() {
        intake.applicant.name = name(intake.applicant.name, at: "/applicant/name")
        switch intake.applicant.kind {
        case .citizen:
            if intake.applicant.identityNumber.isBlank {
                fault(
                    "/applicant/identity_number", "required", "Cần số định danh của chủ hồ sơ.",
                    hint: "Quét thẻ căn cước, hoặc nhập 12 chữ số trên thẻ.")
            }
        case .organisation:
            if intake.applicant.taxCode.isBlank {
                fault(
                    "/applicant/tax_code", "required", "Cần mã số thuế của tổ chức.",
                    hint: "Mã số thuế có 10 chữ số, chi nhánh thêm gạch nối và 3 chữ số.")
            }
        }
        intake.applicant.identityNumber = identity(
            intake.applicant.identityNumber, at: "/applicant/identity_number")
        intake.applicant.taxCode = optional(intake.applicant.taxCode).map(TaxCode.normalize)
        if let code = intake.applicant.taxCode, let issue = TaxCode.check(code) {
            add(issue, at: "/applicant/tax_code")
        }
        intake.applicant.phone = phone(intake.applicant.phone, at: "/applicant/phone")
        intake.applicant.email = optional(intake.applicant.email)
        if let email = intake.applicant.email, let issue = EmailAddress.check(email) {
            add(issue, at: "/applicant/email")
        }
        if let birth = intake.applicant.birthDate {
            if birth > today {
                fault("/applicant/birth_date", "too_late", "Ngày sinh ở sau hôm nay; kiểm tra lại năm.")
            } else if birth.year < 1880 {
                fault("/applicant/birth_date", "too_early", "Ngày sinh quá xa; kiểm tra lại năm.")
            }
        }
        intake.applicant.address = text(intake.applicant.address, 500, at: "/applicant/address")
        intake.applicant.representative = text(
            intake.applicant.representative, 255, at: "/applicant/representative")
        if var submitter = intake.submitter {
            submitter.name = name(submitter.name, at: "/submitter/name")
            submitter.identityNumber =
                identity(submitter.identityNumber, at: "/submitter/identity_number") ?? ""
            if submitter.identityNumber.isEmpty {
                fault("/submitter/identity_number", "required", "Cần số định danh của người nộp thay.")
            }
            submitter.phone = phone(submitter.phone, at: "/submitter/phone")
            submitter.relation = text(submitter.relation, 255, at: "/submitter/relation") ?? ""
            if submitter.relation.isEmpty {
                fault(
                    "/submitter/relation", "required", "Cần ghi người nộp thay theo quan hệ nào.",
                    hint: "Ví dụ: ủy quyền, cha mẹ, vợ chồng.")
            }
            intake.submitter = submitter
        }
    }

    // MARK: Papers

    /// Papers must be of the case; those that it requires must be there for a dossier to be received.
    mutating func checkDocuments(of selected: ProcedureCase) {
        if intake.documents.count > 100 {
            fault("/documents", "too_many", "Nhiều nhất 100 loại giấy tờ.")
            return
        }
        var seen: [String: Int] = [:]
        for (index, document) in intake.documents.enumerated() {
            let place = "/documents/\(index)"
            let isKnown = selected.documents.contains { $0.code == document.code }
            if !isKnown, document.name.isBlank {
                fault(
                    place + "/code", "unknown_document", "Trường hợp này không có giấy tờ mang mã đó.",
                    hint: "Giấy tờ ngoài danh mục phải có tên.")
            }
            if seen.updateValue(index, forKey: document.code) != nil, isKnown {
                fault(place + "/code", "repeated", "Giấy tờ này đã có ở dòng trên.")
            }
            for (name, count) in [("originals", document.originals), ("copies", document.copies)]
            where !(0...999).contains(count) {
                fault(place + "/" + name, "out_of_range", "Số bản phải từ 0 đến 999.")
            }
            intake.documents[index].name = text(document.name, 500, at: place + "/name")
            intake.documents[index].note = text(document.note, 500, at: place + "/note")
        }
        guard isReceived else { return }
        for requirement in selected.documents where requirement.required {
            let index = seen[requirement.code]
            let document = index.map { intake.documents[$0] }
            if document?.isThere != true {
                fault(
                    index.map { "/documents/\($0)" } ?? "/documents", "missing_document",
                    "Thiếu giấy tờ bắt buộc: \(requirement.name).",
                    hint: "Nhận đủ giấy tờ, hoặc chọn yêu cầu bổ sung (mẫu 02).")
            }
        }
    }

    // MARK: The rest

    /// For a dossier that isn't received the form may be unfinished, but what stands in it must be right.
    ///
    /// - Parameter lacking: Where nothing has stood before either, and so may stand nothing now.
    mutating func checkAnswers(_ validator: FormValidator, lacking: Set<FieldPath> = []) {
        for error in validator.check(intake.answers) {
            guard error.issue.severity == .error else {
                warnings.append(InputProblem(error))
                continue
            }
            if error.issue.isLacking, !isReceived || lacking.contains(error.path) { continue }
            add(error.issue, at: error.path.pointer)
        }
        intake.answers = validator.settled(intake.answers)
    }

    mutating func checkDecision() {
        intake.reason = text(intake.reason, 2_000, lines: true, at: "/reason")
        intake.note = text(intake.note, 2_000, lines: true, at: "/note")
        intake.missing = intake.missing?.map(\.trimmed).filter { !$0.isEmpty }
        checkSets()
        for (index, item) in (intake.missing ?? []).enumerated() where index >= 100 || item.length > 500 {
            fault("/missing/\(index)", "too_long", "Nhiều nhất 100 mục, mỗi mục 500 ký tự.")
        }
        guard !isReceived else {
            // Nothing was asked for and nothing refused.
            (intake.reason, intake.missing) = (nil, nil)
            return
        }
        if intake.reason == nil {
            fault(
                "/reason", "required", "Cần ghi lý do.",
                hint: "Lý do được in trên phiếu giao cho người nộp, nên ghi rõ căn cứ.")
        }
        if intake.decision == .requestSupplement, intake.missing?.isEmpty ?? true {
            fault("/missing", "required", "Cần ghi ít nhất một giấy tờ hoặc nội dung phải bổ sung.")
        }
    }

    mutating func checkSets() {
        if !(1...999).contains(intake.copies) {
            fault("/copies", "out_of_range", "Số bộ hồ sơ phải từ 1 đến 999.")
        }
    }

    /// A note that is written anew; nil where it is taken out.
    mutating func checkNote(_ raw: String) -> String? {
        text(raw, 2_000, lines: true, at: "/note")
    }

    /// Why a dossier is amended: needed, and kept as the officer wrote it.
    mutating func checkReason(_ raw: String) -> String {
        if raw.isBlank {
            fault(
                "/reason", "required", "Cần ghi lý do sửa.",
                hint: "Lý do được giữ trong lịch sử của hồ sơ.")
        }
        return text(raw, 2_000, lines: true, at: "/reason") ?? ""
    }

    mutating func checkDelivery() {
        intake.delivery.address = text(intake.delivery.address, 500, at: "/delivery/address")
        intake.delivery.recipient = text(intake.delivery.recipient, 255, at: "/delivery/recipient")
        intake.delivery.phone = phone(intake.delivery.phone, at: "/delivery/phone")
        guard isReceived, intake.delivery.method == .post else { return }
        if intake.delivery.address == nil {
            fault("/delivery/address", "required", "Trả qua bưu chính cần địa chỉ nhận.")
        }
        if intake.delivery.phone == nil, intake.applicant.phone == nil {
            fault("/delivery/phone", "required", "Trả qua bưu chính cần số điện thoại người nhận.")
        }
    }

    // MARK: Texts

    private mutating func add(_ issue: FieldIssue, at pointer: String) {
        fault(pointer, issue.code, issue.message.text(.vi), hint: issue.hint?.text(.vi))
    }

    private mutating func name(_ raw: String, at pointer: String) -> String {
        let name = raw.trimmed
        if name.isEmpty {
            fault(pointer, "required", "Cần họ tên hoặc tên tổ chức.")
        } else if name.length > 255 {
            fault(pointer, "too_long", "Nhiều nhất 255 ký tự.")
        } else if intake.applicant.kind == .citizen || pointer.hasPrefix("/submitter"),
            let issue = PersonName.check(name)
        {
            add(issue, at: pointer)
        } else if let issue = TextCheck.check(name) {
            add(issue, at: pointer)
        }
        return name
    }

    /// A number that does not agree with its person: numbers were given wrongly and stay valid, so it is only said.
    mutating func checkIdentities() {
        func warn(_ number: String?, _ birthDate: LocalDate?, _ sex: Sex?, at pointer: String) {
            for phrase in number.map({ IdentityNumber.mismatch($0, birthDate: birthDate, sex: sex) }) ?? [] {
                warnings.append(
                    InputProblem(pointer: pointer, code: "identity_number", message: phrase.text(.vi)))
            }
        }
        let applicant = intake.applicant
        warn(
            applicant.identityNumber, applicant.birthDate, applicant.sex, at: "/applicant/identity_number")
        warn(intake.submitter?.identityNumber, nil, nil, at: "/submitter/identity_number")
    }

    private mutating func identity(_ raw: String?, at pointer: String) -> String? {
        guard let text = optional(raw).map(IdentityNumber.normalize) else { return nil }
        if let issue = IdentityNumber.check(text) { add(issue, at: pointer) }
        return text
    }

    private mutating func phone(_ raw: String?, at pointer: String) -> String? {
        guard let text = optional(raw) else { return nil }
        if let issue = PhoneNumber.check(text) { add(issue, at: pointer) }
        return PhoneNumber.normalize(text) ?? text
    }

    /// One line, or several where they are allowed.
    private mutating func text(_ raw: String?, _ longest: Int, lines: Bool = false, at pointer: String)
        -> String?
    {
        guard let text = optional(raw) else { return nil }
        if let issue = TextCheck.check(text, lines: lines) { add(issue, at: pointer) }
        if text.length > longest { fault(pointer, "too_long", "Nhiều nhất \(longest) ký tự.") }
        return text
    }

    /// Blank is left out.
    private func optional(_ raw: String?) -> String? {
        guard let text = raw?.trimmed, !text.isEmpty else { return nil }
        return text
    }
}

extension IntakeCheck {
    /// The faults of a bundle's intake, each with the name of the member that it is about, where it is about one.
    func named(_ bundle: BundleComposition) -> [InputFault] {
        faults.map { fault in
            let owner =
                fault.pointer == "/documents"
                ? bundle.owner(ofPaper: fault.message)
                : bundle.owner(ofRule: fault.code)
                    ?? bundle.owner(of: fault.pointer, documents: intake.documents.map(\.code))
            return owner.map { fault.named(bundle.parts[$0].procedure.name) } ?? fault
        }
    }
}
