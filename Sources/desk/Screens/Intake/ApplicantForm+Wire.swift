import Forms
import Models

/// The persons as they go out, from what stands in the fields.
extension ApplicantForm {
    static func applicant(_ text: (String) -> String?) -> Applicant {
        let phone = text(ID.phone).map { PhoneNumber.normalize($0) ?? $0 }
        if text(ID.kind) == organisation {
            return Applicant(
                kind: .organisation, name: text(ID.organisation) ?? "", address: text(ID.seat),
                taxCode: text(ID.taxCode), phone: phone, email: text(ID.email),
                representative: text(ID.representative))
        }
        return Applicant(
            kind: .citizen, name: text(ID.name) ?? "", identityNumber: text(ID.number),
            birthDate: text(ID.birth).flatMap(LocalDate.init(iso:)),
            sex: text(ID.sex).flatMap(Sex.init(rawValue:)), address: text(ID.address), phone: phone,
            email: text(ID.email))
    }

    /// Nil where the applicant brings it himself.
    static func submitter(_ text: (String) -> String?) -> Submitter? {
        guard text(ID.onBehalf) == yes else { return nil }
        return Submitter(
            name: text(ID.submitterName) ?? "", identityNumber: text(ID.submitterNumber) ?? "",
            phone: text(ID.submitterPhone).map { PhoneNumber.normalize($0) ?? $0 },
            relation: text(ID.relation) ?? "")
    }
}
