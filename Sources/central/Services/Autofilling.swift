import Forms
import Models

/// Fills the fields of a form from what the system knows.
///
/// A field names its sources in order: `card.name` and `person.name` are attributes of the applicant,
/// `previous` is the same field of the applicant's latest dossier with the same form. The first source that
/// has a value is taken, and the answer says which it was.
enum Autofilling {
    static func fields(of form: FormDefinition, _ person: Person?, _ dossiers: [Dossier]) -> [FilledField] {
        var filled: [FilledField] = []
        for group in form.groups where group.repeats == nil {
            for field in group.fields where field.computed == nil {
                for source in field.sources {
                    guard let value = value(of: source, for: field, form, person, dossiers) else { continue }
                    filled.append(value)
                    break
                }
            }
        }
        return filled
    }

    private static func value(
        of source: String, for field: Field, _ form: FormDefinition, _ person: Person?, _ dossiers: [Dossier]
    ) -> FilledField? {
        let parts = source.split(separator: ".", maxSplits: 1).map(String.init)
        switch parts.first {
        case "card", "person":
            guard let person, parts.count == 2, let text = attribute(parts[1], of: person) else { return nil }
            return FilledField(
                field: field.id, value: .text(text), source: person.source,
                sourceName: "Sổ đăng ký của hệ thống", fetchedAt: person.fetchedAt)
        case "previous":
            let earlier = dossiers.first { $0.formId == form.id && $0.answers[field.id]?.isEmpty == false }
            guard let earlier, let value = earlier.answers[field.id] else { return nil }
            return FilledField(
                field: field.id, value: value, source: "ho_so_truoc", sourceName: "Hồ sơ \(earlier.code)",
                fetchedAt: earlier.submittedAt)
        default: return nil
        }
    }

    private static func attribute(_ name: String, of person: Person) -> String? {
        switch name {
        case "identity_number": person.identityNumber
        case "name": person.name
        case "birth_date": person.birthDate?.iso
        case "sex": person.sex?.rawValue
        case "address": person.address
        case "phone": person.phone
        case "email": person.email
        default: nil
        }
    }
}
