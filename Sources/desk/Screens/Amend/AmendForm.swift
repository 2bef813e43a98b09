import Forms
import Models

/// What can be corrected of a dossier, with what stands there now: the reason, the persons as intake asks for them, the case,
/// the papers, what fees are counted by, sets, the way of delivery, the note, the appointment, and the declaration on pages of its
/// own.
enum AmendForm {
    enum ID {
        static let reason = "reason"
        static let caseCode = "case"
        static let papers = "papers"
        static let paper = "paper_code"
        static let paperName = "paper_name"
        static let originals = "paper_originals"
        static let copies = "paper_copies"
        static let dueDate = "due_date"
        static let dueTime = "due_time"
        static let note = "dossier_note"
    }

    static func definition(_ subject: AmendSubject, today: LocalDate) -> FormDefinition {
        let (dossier, cases) = (subject.dossier, subject.cases)
        var groups = [reason] + ApplicantForm.definition.pages.flatMap(\.groups)
        if cases.count > 1 { groups.append(caseGroup(cases)) }
        groups.append(papers(dossier, cases))
        groups.append(fees(subject))
        groups.append(delivery)
        // While it stands there is none to put right, though it may have been missed before.
        if dossier.dueAt != nil, ![5, 6, 8].contains(dossier.status) { groups.append(appointment) }
        let known = answers(of: subject)
        groups = groups.map { group in
            var group = group
            group.fields = group.fields.map { field in
                var field = field
                // What was never asked for needn't be found out to put a name right; where a parcel goes to is asked for as
                // soon as there is to be one.
                let isNew = dossier.delivery.method != .post && Self.ofPost.contains(field.id)
                if group.repeats == nil, !isNew, field.visibleWhen != nil || field.required == .always,
                    known[field.id] == nil, field.id != ID.reason
                {
                    field.required = .never
                }
                if field.id == ApplicantForm.ID.relation {
                    field = relation(field, dossier.submitter?.relation)
                }
                return field
            }
            return group
        }
        let declaration = declarationPages(subject, today: today)
        return FormDefinition(
            id: "desk-amend", version: 1, title: Strings.Act.name(.amend),
            pages: [FormPage(id: "amend", title: Strings.Amend.page, groups: groups)] + declaration.pages,
            rules: declaration.rules)
    }

    /// What fees are counted by, and the exemption: the server makes a new quote of it.
    private static func fees(_ subject: AmendSubject) -> FormGroup {
        let asked = TermsForm.definition(fees: subject.fees).groups.first { $0.id == "fees" }
        return FormGroup(
            id: "fees", title: Strings.Amend.fees, help: Strings.Amend.feesHelp,
            fields: (asked?.fields ?? []).filter { $0.id != TermsForm.ID.channel }.map { field in
                // What is not known is not one.
                var field = field
                field.initial = nil
                return field
            })
    }

    private static let reason = FormGroup(
        id: "why", title: Strings.Amend.why,
        fields: [
            Field(
                id: ID.reason, label: Strings.Amend.reason,
                kind: .textArea(TextAreaRule(minRows: 1, maxRows: 4, maxLength: 2000)), required: .always,
                help: Strings.Amend.reasonHelp)
        ])

    private static func caseGroup(_ cases: [ProcedureCase]) -> FormGroup {
        FormGroup(
            id: "of", title: Strings.Amend.caseGroup,
            fields: [
                Field(
                    id: ID.caseCode, label: Strings.Dossier.caseName,
                    kind: .dropdown(
                        .fixed(cases.map { Option(value: $0.code, label: Phrase(vi: $0.name)) }),
                        multiple: false, empty: Strings.Common.empty),
                    required: .always, help: Strings.Amend.caseHelp, width: 50)
            ])
    }

    private static func papers(_ dossier: Dossier, _ cases: [ProcedureCase]) -> FormGroup {
        var known = PaperOption.options(dossier.documents)
        for paper in cases.flatMap(\.documents) where !known.contains(where: { $0.value == paper.code }) {
            known.append(Option(value: paper.code, label: Phrase(vi: paper.name)))
        }
        return FormGroup(
            id: ID.papers, title: Strings.Dossier.papers,
            fields: [
                Field(
                    id: ID.paper, label: Strings.Act.paper,
                    kind: .dropdown(
                        .fixed(known + [Option(value: ActForm.otherPaper, label: Strings.Act.otherPaper)]),
                        multiple: false, empty: Strings.Common.empty), required: .always, width: 58),
                Field(
                    id: ID.paperName, label: Strings.Act.paperName, kind: .text(TextRule(maxLength: 255)),
                    required: .always, visibleWhen: ApplicantForm.condition("paper_code == '-'")),
                Field(
                    id: ID.originals, label: Strings.Act.originals,
                    kind: .number(NumberRule(min: 0, max: 999)), required: .always, width: 4,
                    initial: .number(1)),
                Field(
                    id: ID.copies, label: Strings.Act.copies, kind: .number(NumberRule(min: 0, max: 999)),
                    required: .always, width: 4, initial: .number(0)),
            ], repeats: Repeats(min: 0, max: 100))
    }

    private static let delivery: FormGroup = {
        var group = TermsForm.deliveryGroup
        group.fields.removeAll { $0.id == TermsForm.ID.note }
        // As long as the server takes it, in as many lines as it came.
        group.fields.append(
            Field(
                id: ID.note, label: Strings.Terms.note,
                kind: .textArea(TextAreaRule(minRows: 1, maxRows: 4, maxLength: 2000)),
                help: Strings.Terms.note))
        return group
    }()

    private static let ofPost: Set = [TermsForm.ID.recipient, TermsForm.ID.address, TermsForm.ID.phone]

    private static let appointment = FormGroup(
        id: "due", title: Strings.Dossier.due,
        fields: [
            Field(
                id: ID.dueDate, label: Strings.Act.dueDate, kind: .date(DateRule()),
                help: Strings.Amend.dueHelp),
            Field(id: ID.dueTime, label: Strings.Act.dueTime, kind: .time(TimeRule())),
        ])

    /// A relation that was written down once stays a choice.
    private static func relation(_ field: Field, _ written: String?) -> Field {
        guard let written, case .dropdown(.fixed(let options), let multiple, let empty) = field.kind,
            !options.contains(where: { $0.value == written })
        else { return field }
        var field = field
        field.kind = .dropdown(
            .fixed(options + [Option(value: written, label: Phrase(vi: written))]), multiple: multiple,
            empty: empty)
        return field
    }

    // MARK: - What stands there

    static func answers(of subject: AmendSubject) -> Answers {
        let dossier = subject.dossier
        var values = declared(subject)
        func put(_ id: String, _ text: String?) {
            if let text, !text.isEmpty { values[id] = .text(text) }
        }
        let applicant = dossier.applicant
        put(ApplicantForm.ID.kind, applicant.kind.rawValue)
        if applicant.kind == .organisation {
            put(ApplicantForm.ID.organisation, applicant.name)
            put(ApplicantForm.ID.taxCode, applicant.taxCode)
            put(ApplicantForm.ID.seat, applicant.address)
            put(ApplicantForm.ID.representative, applicant.representative)
        } else {
            put(ApplicantForm.ID.number, applicant.identityNumber)
            put(ApplicantForm.ID.name, applicant.name)
            put(ApplicantForm.ID.birth, applicant.birthDate?.iso)
            put(ApplicantForm.ID.sex, applicant.sex?.rawValue)
            put(ApplicantForm.ID.address, applicant.address)
        }
        put(ApplicantForm.ID.phone, applicant.phone)
        put(ApplicantForm.ID.email, applicant.email)
        put(ApplicantForm.ID.onBehalf, dossier.submitter == nil ? "no" : ApplicantForm.yes)
        put(ApplicantForm.ID.submitterNumber, dossier.submitter?.identityNumber)
        put(ApplicantForm.ID.submitterName, dossier.submitter?.name)
        put(ApplicantForm.ID.submitterPhone, dossier.submitter?.phone)
        put(ApplicantForm.ID.relation, dossier.submitter?.relation)
        put(ID.caseCode, dossier.caseCode)
        values[ID.papers] = .rows(
            dossier.documents.map { paper in
                [
                    ID.paper: .text(PaperOption.value(of: paper)),
                    ID.originals: .number(paper.originals), ID.copies: .number(paper.copies),
                ]
            })
        for (code, quantity) in dossier.quantities ?? [:] {
            values[TermsForm.ID.quantity(code)] =
                switch quantity {
                case .count(let count): .number(count)
                case .pages(let pages): .text(TermsForm.pagesText(pages.map { ($0, 1) }))
                }
        }
        put(TermsForm.ID.exemption, dossier.exemption)
        values[TermsForm.ID.sets] = .number(dossier.copies)
        put(ID.note, dossier.note)
        put(TermsForm.ID.delivery, dossier.delivery.method.rawValue)
        // Should it go by post from now on, it goes to the applicant where nobody says otherwise.
        let standard = dossier.delivery.method == .post ? nil : applicant
        put(
            TermsForm.ID.recipient,
            dossier.delivery.recipient ?? standard.map { $0.representative ?? $0.name })
        put(TermsForm.ID.address, dossier.delivery.address ?? standard?.address)
        put(TermsForm.ID.phone, dossier.delivery.phone ?? standard?.phone)
        put(ID.dueDate, dossier.dueAt?.date.iso)
        put(ID.dueTime, dossier.dueAt?.clock)
        return Answers(values)
    }

    // MARK: - What was answered

    /// Only what is another than what stands there: the server replaces nothing else.
    static func amendment(_ answers: Answers, of subject: AmendSubject) -> DossierAmendment {
        let (dossier, cases) = (subject.dossier, subject.cases)
        func text(_ id: String) -> String? {
            answers.text(id).map(\.trimmed).flatMap { $0.isEmpty ? nil : $0 }
        }
        var amendment = DossierAmendment(reason: text(ID.reason) ?? "")
        let applicant = applicant(text, dossier.applicant)
        if applicant != dossier.applicant { amendment.applicant = applicant }
        let submitter = ApplicantForm.submitter(text)
        if submitter != dossier.submitter {
            amendment.submitter = submitter
            if submitter == nil { amendment.withoutSubmitter = true }
        }
        if cases.count > 1, let code = text(ID.caseCode), code != dossier.caseCode {
            amendment.caseCode = code
        }
        let papers = answers.rows(ID.papers).enumerated().map { paper($1, at: $0, dossier, cases) }
        if papers != dossier.documents { amendment.documents = papers }
        let delivery = delivery(text, dossier.delivery)
        if delivery != dossier.delivery { amendment.delivery = delivery }
        amendment.answers = following(
            applicant, declaration(answers, of: subject) ?? dossier.answers, of: subject)
        amendment.quantities = quantities(answers, declared: amendment.answers, of: subject)
        let exemption = text(TermsForm.ID.exemption)
        if !subject.fees.isEmpty, exemption != dossier.exemption { amendment.exemption = exemption ?? "" }
        if case .number(let sets)? = answers[TermsForm.ID.sets], sets != dossier.copies {
            amendment.copies = sets
        }
        if text(ID.note) != dossier.note { amendment.note = text(ID.note) ?? "" }
        if let due = dossier.dueAt, let new = appointment(text, due) { amendment.dueAt = new }
        return amendment
    }

    /// All of them, where one is another: the server replaces them whole. What the declaration counts anew is counted anew
    /// here too, as at the receipt, where the officer has not said otherwise.
    private static func quantities(
        _ answers: Answers, declared: Answers?, of subject: AmendSubject
    ) -> [String: FeeQuantity]? {
        let before = subject.dossier.quantities ?? [:]
        var after = before
        for fee in subject.fees {
            switch (TermsForm.quantity(of: fee), answers[TermsForm.ID.quantity(fee.code)]) {
            case (.number, .number(let count)?): after[fee.code] = .count(count)
            case (.pages, .text(let text)?):
                guard let pages = TermsForm.pages(text) else { continue }
                after[fee.code] = .pages(pages)
            default: continue
            }
        }
        if let declared, let form = subject.declaration {
            let old = TermsForm.declared(subject.dossier.answers, on: form, fees: subject.fees)
            for (fee, value) in TermsForm.declared(declared, on: form, fees: subject.fees)
            where after[fee.code] == before[fee.code] {
                guard old.first(where: { $0.fee.code == fee.code })?.value != value else { continue }
                switch value {
                case .number(let count): after[fee.code] = .count(count)
                case .text(let text): after[fee.code] = TermsForm.pages(text).map(FeeQuantity.pages)
                default: break
                }
            }
        }
        return after == before ? nil : after
    }

    /// What the form doesn't ask of this kind of applicant stays.
    private static func applicant(_ text: (String) -> String?, _ old: Applicant) -> Applicant {
        var applicant = ApplicantForm.applicant(text)
        guard applicant.kind == old.kind else { return applicant }
        if applicant.kind == .citizen {
            (applicant.taxCode, applicant.representative) = (old.taxCode, old.representative)
        } else {
            (applicant.identityNumber, applicant.birthDate, applicant.sex) = (
                old.identityNumber, old.birthDate, old.sex
            )
        }
        return applicant
    }

    private static func delivery(_ text: (String) -> String?, _ old: Delivery) -> Delivery {
        let method = text(TermsForm.ID.delivery).flatMap(DeliveryMethod.init(rawValue:)) ?? old.method
        guard method == .post else {
            // What was known of the way by post stays with a way that needs none of it.
            return method == old.method ? old : Delivery(method: method)
        }
        return Delivery(
            method: method, address: text(TermsForm.ID.address),
            phone: text(TermsForm.ID.phone).map { PhoneNumber.normalize($0) ?? $0 },
            recipient: text(TermsForm.ID.recipient))
    }

    /// Nil where it is the one that stands.
    private static func appointment(_ text: (String) -> String?, _ old: Instant) -> Instant? {
        guard let date = text(ID.dueDate).flatMap({ LocalDate(iso: $0) }) else { return nil }
        let time = text(ID.dueTime).flatMap { LocalTime(iso: $0) }
        let new = Instant(date: date, hour: time?.hour ?? 17, minute: time?.minute ?? 0)
        return new.date == old.date && new.clock == old.clock ? nil : new
    }

    private static func paper(
        _ row: Answers, at index: Int, _ dossier: Dossier, _ cases: [ProcedureCase]
    ) -> SubmittedDocument {
        func number(_ id: String) -> Int { if case .number(let number)? = row[id] { number } else { 0 } }
        let choice = row.text(ID.paper) ?? ActForm.otherPaper
        // Where two are alike, the one that stood in this row is meant.
        let same = dossier.documents.enumerated().filter { PaperOption.value(of: $1) == choice }
        if var known = (same.first { $0.offset == index } ?? same.first)?.element {
            (known.originals, known.copies) = (number(ID.originals), number(ID.copies))
            return known
        }
        let isOther = choice == ActForm.otherPaper
        let name =
            isOther
            ? row.text(ID.paperName) : cases.flatMap(\.documents).first { $0.code == choice }?.name
        return SubmittedDocument(
            code: isOther ? ActForm.otherCode : choice, name: name, originals: number(ID.originals),
            copies: number(ID.copies))
    }

    /// The dossier as it is to be, as far as the desk can say: the clock and the fees are the server's.
    static func preview(_ amendment: DossierAmendment, of subject: AmendSubject) -> Dossier {
        var after = subject.dossier
        if let applicant = amendment.applicant { after.applicant = applicant }
        if let submitter = amendment.submitter { after.submitter = submitter }
        if amendment.withoutSubmitter == true { after.submitter = nil }
        if let code = amendment.caseCode {
            after.caseCode = code
            after.caseName = subject.cases.first { $0.code == code }?.name ?? code
        }
        if let documents = amendment.documents { after.documents = documents }
        if let delivery = amendment.delivery { after.delivery = delivery }
        if let due = amendment.dueAt { after.dueAt = due }
        if let quantities = amendment.quantities { after.quantities = quantities }
        if let exemption = amendment.exemption { after.exemption = exemption.isEmpty ? nil : exemption }
        if let copies = amendment.copies { after.copies = copies }
        if let note = amendment.note { after.note = note.isEmpty ? nil : note }
        if let answers = amendment.answers { after.answers = answers }
        return after
    }

    /// What the server found wrong, at the fields of the form.
    static func errors(_ refusal: Problem, in subject: AmendSubject) -> [FieldError] {
        (refusal.errors ?? []).compactMap { error in
            (path(ofAnswer: error.pointer, in: subject) ?? path(of: error.pointer)).map { path in
                FieldError(
                    path: path,
                    issue: FieldIssue(
                        code: error.code, message: Phrase(vi: error.message),
                        hint: error.hint.map { Phrase(vi: $0) }))
            }
        }
    }

    /// The field of the form that a place in the request's body stands at; nil where it stands at none.
    static func path(of pointer: String) -> FieldPath? {
        let parts = pointer.split(separator: "/").map(String.init)
        guard let first = parts.first else { return nil }
        let second = parts.count > 1 ? parts[1] : ""
        switch first {
        case "reason": return FieldPath(ID.reason)
        case "case", "answers", "procedure": return FieldPath(ID.caseCode)
        case "copies": return FieldPath(TermsForm.ID.sets)
        case "note": return FieldPath(ID.note)
        case "exemption": return FieldPath(TermsForm.ID.exemption)
        case "quantities":
            return FieldPath(second.isEmpty ? TermsForm.ID.sets : TermsForm.ID.quantity(second))
        case "due_at": return FieldPath(ID.dueDate)
        case "applicant": return FieldPath(second)
        case "submitter": return FieldPath("submitter_" + second)
        case "delivery": return FieldPath("delivery_" + second)
        case "documents":
            guard let row = Int(second) else { return FieldPath(ID.papers) }
            return FieldPath(ID.paper, group: ID.papers, row: row)
        default: return nil
        }
    }
}
