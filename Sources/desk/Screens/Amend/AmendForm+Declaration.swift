import Forms
import Models

/// The declaration in the form of an amendment: the pages of the form that it was given on, under names of their own, so
/// that no entry is taken for one of the dossier's.
extension AmendForm {
    private static let naming = BundleNaming(prefix: "tk_")

    /// Files are sent on the way of an intake; here they stay as they are. What was never asked for, or may still come with
    /// a supplement, needn't be found out to put a word right.
    private static func amendable(_ subject: AmendSubject) -> FormDefinition? {
        guard var form = subject.declaration else { return nil }
        let lacking = Set(FormValidator(form, today: LocalDate(epochDay: 0)).lacking(subject.dossier.answers))
        for page in form.pages.indices {
            form.pages[page].groups.removeAll { $0.repeats != nil && $0.fields.contains(where: \.isFiles) }
            for group in form.pages[page].groups.indices {
                let isRows = form.pages[page].groups[group].repeats != nil
                if lacking.contains(FieldPath(form.pages[page].groups[group].id)) {
                    form.pages[page].groups[group].repeats?.min = 0
                }
                form.pages[page].groups[group].fields.removeAll(where: \.isFiles)
                for field in form.pages[page].groups[group].fields.indices {
                    // The form's own first value is nobody's answer here.
                    form.pages[page].groups[group].fields[field].initial = nil
                    let id = form.pages[page].groups[group].fields[field].id
                    if !isRows, subject.dossier.acceptedAt == nil || lacking.contains(FieldPath(id)) {
                        form.pages[page].groups[group].fields[field].required = .never
                    }
                }
            }
        }
        return form
    }

    /// - Returns: None where the form is not known, or can't be carried over.
    static func declarationPages(_ subject: AmendSubject, today: LocalDate) -> (
        pages: [FormPage], rules: [FormRule]
    ) {
        guard let whole = subject.declaration, let form = amendable(subject),
            var pages = try? naming.pages(of: form), let rules = try? naming.rules(of: form)
        else { return ([], []) }
        for page in pages.indices {
            pages[page].title = Strings.Amend.declaration(pages.count > 1 ? pages[page].title : nil)
        }
        let validator = FormValidator(whole, today: today)
        let lacking = validator.lacking(subject.dossier.answers).map { validator.label(of: $0) }
        if !lacking.isEmpty, !pages.isEmpty, !pages[0].groups.isEmpty {
            pages[0].groups[0].help = Strings.Amend.lacking(
                vi: lacking.map { $0.text(.vi) }, en: lacking.map { $0.text(.en) })
        }
        return (pages, rules)
    }

    /// The dossier's answers at the entries of this form.
    static func declared(_ subject: AmendSubject) -> [String: Answer] {
        guard let form = amendable(subject) else { return [:] }
        var values: [String: Answer] = [:]
        for group in form.groups {
            guard group.repeats != nil else {
                for field in group.fields {
                    values[naming.group(field.id)] = subject.dossier.answers[field.id]
                }
                continue
            }
            guard case .rows(let rows)? = subject.dossier.answers[group.id] else { continue }
            values[naming.group(group.id)] = .rows(
                rows.map { row in renamed(row, group) { naming.group($0) } })
        }
        return values
    }

    private static func renamed(_ row: Answers, _ group: FormGroup, _ name: (String) -> String) -> Answers {
        var renamed = Answers()
        for field in group.fields { renamed[name(field.id)] = row[field.id] }
        return renamed
    }

    /// The whole declaration as it is to be; nil where it is the one that stands.
    static func declaration(_ answers: Answers, of subject: AmendSubject) -> Answers? {
        guard let form = amendable(subject) else { return nil }
        let before = subject.dossier.answers
        var after = before
        for group in form.groups {
            guard group.repeats != nil else {
                for field in group.fields where field.kind != .note {
                    after[field.id] = kept(answers[naming.group(field.id)], instead: before[field.id])
                }
                continue
            }
            let rows = answers.rows(naming.group(group.id)).map { row in
                var own = Answers()
                for field in group.fields { own[field.id] = row[naming.group(field.id)] }
                return own
            }
            after[group.id] = rows.isEmpty ? nil : .rows(rows)
            if before.rows(group.id) == rows { after[group.id] = before[group.id] }
        }
        return after == before ? nil : after
    }

    /// The declaration with what it says of the applicant put right as the applicant is: name, number, address and phone, where
    /// they stand there as they stood with him, and nobody has typed them over.
    ///
    /// - Returns: nil where it is the one that stands.
    static func following(_ applicant: Applicant, _ answers: Answers, of subject: AmendSubject) -> Answers? {
        let (old, before) = (subject.dossier.applicant, subject.dossier.answers)
        let pairs = [
            (old.name, applicant.name), (old.identityNumber, applicant.identityNumber),
            (old.address, applicant.address), (old.phone, applicant.phone),
        ].compactMap { pair -> (String, String)? in
            guard let from = pair.0, let to = pair.1, !from.isEmpty, !to.isEmpty, from != to else {
                return nil
            }
            return (from, to)
        }
        var after = answers
        for field in amendable(subject)?.groups.filter({ $0.repeats == nil }).flatMap(\.fields) ?? [] {
            guard case .text(let text)? = after[field.id], before[field.id] == .text(text) else { continue }
            for (from, to) in pairs {
                if text == from { after[field.id] = .text(to) }
                if text == from.uppercased(), text != from { after[field.id] = .text(to.uppercased()) }
            }
        }
        return after == before ? nil : after
    }

    /// A box that was never ticked and one that is not ticked say the same.
    private static func kept(_ answer: Answer?, instead before: Answer?) -> Answer? {
        if before == nil, answer == .flag(false) || answer?.isEmpty == true { return nil }
        return answer?.isEmpty == true ? nil : answer
    }

    /// Where a place in the declaration stands in this form; nil where it asks for nothing there.
    static func path(ofAnswer pointer: String, in subject: AmendSubject) -> FieldPath? {
        guard let form = amendable(subject), let path = FieldPath(pointer: pointer) else { return nil }
        let isKnown =
            form.field(path.field, group: path.group) != nil
            || form.groups.contains { $0.id == path.field && $0.repeats != nil }
        guard isKnown else { return nil }
        return FieldPath(
            naming.group(path.field), group: path.group.map { naming.group($0) }, row: path.row)
    }
}

extension Field {
    fileprivate var isFiles: Bool {
        if case .files = kind { true } else { false }
    }
}
