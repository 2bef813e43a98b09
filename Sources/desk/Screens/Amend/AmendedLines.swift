import Forms
import Models

/// What an amendment changed, a line each: what it is called, what stood there, what stands there now.
struct AmendedLines {
    var language: Language
    /// Names the fields of the declaration; without it they have their bare names.
    var form: FormDefinition?
    /// The names of codes of reference sets, as far as they are known.
    var name: (AnswerLines.Code) -> String? = { _ in nil }

    struct Line: Hashable, Sendable {
        var label: Phrase
        var before: String
        var after: String

        var text: Phrase {
            Phrase(
                "\(label.text(.vi)): \(before) → \(after)", en: "\(label.text(.en)): \(before) → \(after)")
        }
    }

    /// In the order of the page. What follows from something else (explanations, codes beside their names) is left out.
    func lines(_ changes: [AmendedField]) -> [Line] {
        Self.labels.flatMap { pointer, label in
            changes.filter { Self.label(of: $0.pointer) == pointer }.map { change in
                if let declared = declared(change) { return declared }
                let isMoney = pointer == "/quote/total"
                return Line(
                    label: label, before: text(change.before, isMoney: isMoney),
                    after: text(change.after, isMoney: isMoney))
            }
        }
    }

    /// What changed at an entry of the declaration, called and shown as the form does.
    private func declared(_ change: AmendedField) -> Line? {
        guard let path = FieldPath(pointer: change.pointer) else { return nil }
        let field = form?.field(path.field)
        let lines = AnswerLines(form: form, language: language, name: name)
        func text(_ value: JSONValue?) -> String {
            guard let answer = value.flatMap(Answer.init), !answer.isEmpty else {
                return Strings.Amend.blank.text(language)
            }
            guard case .rows(let rows) = answer,
                let group = form?.groups.first(where: { $0.id == path.field })
            else { return lines.shown(answer, of: field) }
            return rows.map { row in
                group.fields.compactMap { field in row[field.id].map { lines.shown($0, of: field) } }
                    .joined(separator: ", ")
            }.joined(separator: "; ")
        }
        return Line(
            label: Strings.Amend.declared(form?.name(of: path) ?? Phrase(vi: path.field)),
            before: text(change.before), after: text(change.after))
    }

    /// The nearest that has a name: a part of the delivery is called by its own.
    private static func label(of pointer: String) -> String? {
        labels.map(\.pointer).filter { pointer == $0 || pointer.hasPrefix($0 + "/") }.max {
            $0.utf8.count < $1.utf8.count
        }
    }

    private static let labels: [(pointer: String, label: Phrase)] = [
        ("/procedure/name", Strings.Dossier.procedure), ("/case_name", Strings.Dossier.caseName),
        ("/applicant/kind", Strings.Applicant.kind), ("/applicant/name", Strings.Dossier.name),
        ("/applicant/identity_number", Strings.Dossier.number),
        ("/applicant/tax_code", Strings.Dossier.taxCode),
        ("/applicant/representative", Strings.Dossier.representative),
        ("/applicant/birth_date", Strings.Dossier.birth), ("/applicant/sex", Strings.Dossier.sex),
        ("/applicant/address", Strings.Dossier.address), ("/applicant/phone", Strings.Dossier.phone),
        ("/applicant/email", Strings.Dossier.email), ("/submitter", Strings.Dossier.submitter),
        ("/documents", Strings.Dossier.papers), ("/answers", Strings.Dossier.declaration),
        ("/copies", Strings.Terms.sets), ("/delivery", Strings.Dossier.delivery),
        ("/delivery/recipient", Strings.Terms.recipient),
        ("/delivery/address", Strings.Terms.postAddress), ("/delivery/phone", Strings.Terms.postPhone),
        ("/note", Strings.Terms.note),
        ("/due_at", Strings.Dossier.due), ("/quantities", Strings.Amend.quantity),
        ("/exemption", Strings.Terms.exemption), ("/quote/total", Strings.Dossier.fees),
    ]

    private func text(_ value: JSONValue?, isMoney: Bool = false) -> String {
        switch value {
        case .string(let text):
            if let moment = Instant(rfc3339: text) { return moment.display }
            if let day = LocalDate(iso: text) { return day.display }
            if let known = Self.words[text] { return known.text(language) }
            return text
        case .int(let number): return isMoney ? Money(dong: number).display : "\(number)"
        case .object(let members):
            return members.keys.sorted().map { text(members[$0]) }.joined(separator: ", ")
        case .array(let items):
            let lines = items.map { item in
                let paper = try? LenientJSON.decode(
                    SubmittedDocument.self, from: (try? StrictJSON.encode(item)) ?? [])
                return paper.map { PaperLine.text($0, language) } ?? text(item)
            }
            return lines.isEmpty ? Strings.Common.none.text(language) : lines.joined(separator: "; ")
        case .bool(let flag): return (flag ? Strings.Common.yes : Strings.Common.no).text(language)
        case .double(let number): return "\(number)"
        case .null, nil: return Strings.Amend.blank.text(language)
        }
    }

    /// Codes of the wire that a person doesn't read.
    private static let words: [String: Phrase] = [
        Sex.female.rawValue: Strings.Dossier.female, Sex.male.rawValue: Strings.Dossier.male,
        ApplicantKind.citizen.rawValue: Strings.Applicant.citizen,
        ApplicantKind.organisation.rawValue: Strings.Applicant.organisation,
        DeliveryMethod.desk.rawValue: Strings.Terms.atDesk,
        DeliveryMethod.post.rawValue: Strings.Terms.byPost,
        DeliveryMethod.online.rawValue: Strings.Terms.online,
    ]
}
