import Forms
import Models

extension Dossier {
    /// The dossier as one who sees this much of it may read it.
    func disclosed(_ disclosure: Disclosure) -> Dossier {
        var copy = self
        copy.duplicates = []
        switch disclosure {
        case .whole: return copy
        case .delivery:
            copy.applicant.identityNumber = applicant.identityNumber.map(Masking.identityNumber)
            copy.applicant.birthDate = nil
            copy.applicant.sex = nil
            copy.applicant.email = nil
            copy.applicant.taxCode = nil
            copy.applicant.representative = nil
            copy.reason = nil
            copy.missing = nil
            copy.lookupCode = "****"
            copy.submitter?.identityNumber = Masking.identityNumber(submitter?.identityNumber ?? "")
        case .masked:
            copy.applicant = applicant.masked
            if let submitter {
                copy.submitter = Submitter(
                    name: Masking.name(submitter.name),
                    identityNumber: Masking.identityNumber(submitter.identityNumber),
                    phone: submitter.phone.map(Masking.phone), relation: submitter.relation)
            }
            copy.delivery.address = delivery.address.map(Masking.address)
            copy.delivery.phone = delivery.phone.map(Masking.phone)
            copy.delivery.recipient = delivery.recipient.map(Masking.name)
            copy.lookupCode = "****"
        }
        for index in copy.bundle?.dossiers.indices ?? 0..<0 {
            copy.bundle?.dossiers[index].lookupCode = "****"
            copy.bundle?.dossiers[index].documents = []
        }
        copy.openings = nil
        copy.answers = Answers()
        copy.signature = nil
        copy.note = nil
        // Why somebody pays less tells of poverty, illness or a family's past.
        copy.exemption = nil
        copy.quote.exemption = nil
        for index in copy.quote.lines.indices { copy.quote.lines[index].exemptionText = nil }
        for index in copy.documents.indices {
            copy.documents[index].name = nil
            copy.documents[index].note = nil
        }
        copy.masked = true
        return copy
    }
}

extension Applicant {
    fileprivate var masked: Applicant {
        Applicant(
            kind: kind, name: kind == .citizen ? Masking.name(name) : name,
            identityNumber: identityNumber.map(Masking.identityNumber), birthDate: nil, sex: nil,
            address: address.map(Masking.address), taxCode: taxCode.map(Masking.taxCode),
            phone: phone.map(Masking.phone), email: email.map(Masking.email),
            representative: representative.map(Masking.name))
    }
}
