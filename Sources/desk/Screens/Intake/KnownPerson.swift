import Forms
import Models

/// What the system already knows about the person on page 1, and what of it could be filled in.
struct KnownPerson: Sendable, Equatable {
    /// The identity number that was asked for.
    var number: String
    var person: Person?
    var dossiers: [DossierBrief]

    init(number: String, lookup: PersonLookup) {
        self.number = number
        person = lookup.person
        dossiers = lookup.dossiers.sorted {
            guard $0.day == $1.day else { return $0.day ?? Self.before > $1.day ?? Self.before }
            return $0.acceptedAt ?? .distantPast > $1.acceptedAt ?? .distantPast
        }
    }

    private static let before = LocalDate(epochDay: 0)

    var open: [DossierBrief] { dossiers.filter(\.open) }

    /// The values for fields of page 1, by field id.
    var values: [(field: String, value: Answer)] {
        guard let person else { return [] }
        let texts: [(String, String?)] = [
            (ApplicantForm.ID.name, person.name), (ApplicantForm.ID.birth, person.birthDate?.iso),
            (ApplicantForm.ID.sex, person.sex?.rawValue), (ApplicantForm.ID.address, person.address),
            (ApplicantForm.ID.phone, person.phone), (ApplicantForm.ID.email, person.email),
        ]
        return texts.compactMap { field, text in
            guard let text, !text.isEmpty else { return nil }
            return (field, .text(text))
        }
    }

    /// Where the values come from, as the marks say it.
    var source: Phrase {
        person?.source == "so_dang_ky" ? Strings.Applicant.sourceRegister : Strings.Applicant.sourceEarlier
    }
}

extension DossierBrief {
    /// The day it came in. A dossier that was refused was never accepted, but its code has the day.
    var day: LocalDate? { acceptedAt?.date ?? DossierCode.parse(code)?.date }
}

extension Instant {
    /// Before everything.
    static let distantPast = Instant(seconds: .min)
}
