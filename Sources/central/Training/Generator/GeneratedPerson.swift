import Forms
import Models

/// A made-up person of the training register.
struct GeneratedPerson: Hashable, Sendable {
    var name: String
    var sex: Sex
    var birthDate: LocalDate
    var identityNumber: String
    var address: String
    var phone: String?
    var email: String?

    var applicant: Applicant {
        Applicant(
            kind: .citizen, name: name, identityNumber: identityNumber, birthDate: birthDate, sex: sex,
            address: address, phone: phone, email: email)
    }
}
