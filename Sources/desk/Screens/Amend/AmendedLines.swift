import Forms
import Models

/// What an amendment changed, a line each: what it is called, what stood there, what stands there now.
enum AmendedLines {
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
    static func lines(_ changes: [AmendedField], _ language: Language) -> [Line] {
        labels.flatMap { pointer, label in
            changes.filter { $0.pointer == pointer || $0.pointer.hasPrefix(pointer + "/") }.map {
                Line(label: label, before: text($0.before, language), after: text($0.after, language))
            }
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
        ("/delivery", Strings.Dossier.delivery), ("/due_at", Strings.Dossier.due),
        ("/quote/total", Strings.Dossier.fees),
    ]

    private static func text(_ value: JSONValue?, _ language: Language) -> String {
        switch value {
        case .string(let text):
            if let moment = Instant(rfc3339: text) { return moment.display }
            if let day = LocalDate(iso: text) { return day.display }
            if let known = words[text] { return known.text(language) }
            return text
        case .int(let number): return Money(dong: number).display
        case .object(let members):
            return members.keys.sorted().map { text(members[$0], language) }.joined(separator: ", ")
        case .array(let items):
            let lines = items.map { item in
                let paper = try? LenientJSON.decode(
                    SubmittedDocument.self, from: (try? StrictJSON.encode(item)) ?? [])
                return paper.map { PaperLine.text($0, language) } ?? text(item, language)
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
