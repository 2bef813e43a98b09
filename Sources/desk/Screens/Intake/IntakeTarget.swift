import Forms

/// The place in the intake that an error of the server is about.
///
/// The server names a place in the request's body (RFC 6901); the officer needs the page and the field.
struct IntakeTarget: Sendable, Equatable {
    var page: IntakePage
    /// The field of that page's form; nil where the page has none for it.
    var field: FieldPath?

    init(page: IntakePage, field: FieldPath?) {
        self.page = page
        self.field = field
    }

    /// Finds the place for a pointer such as `/applicant/phone` or `/answers/con/0/ten`.
    ///
    /// - Parameter isOrganisation: An organisation's name and address have fields of their own.
    init(pointer: String, isOrganisation: Bool) {
        let parts = pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map(
            String.init)
        let key = parts.count > 1 ? parts[1] : nil
        switch parts.first {
        case "applicant":
            self.init(.applicant, key.map { Self.applicantField($0, isOrganisation: isOrganisation) })
        case "submitter": self.init(.applicant, key.map { "submitter_" + $0 } ?? ApplicantForm.ID.onBehalf)
        case "procedure", "case": self.init(.procedure, nil)
        case "documents": self.init(.papers, nil)
        case "answers":
            self.init(page: .declaration, field: FieldPath(pointer: pointer))
        case "form_id", "form_version": self.init(.declaration, nil)
        case "quantities": self.init(.terms, key.map(TermsForm.ID.quantity))
        case "exemption": self.init(.terms, TermsForm.ID.exemption)
        case "copies": self.init(.terms, TermsForm.ID.sets)
        case "channel": self.init(.terms, TermsForm.ID.channel)
        case "delivery": self.init(.terms, "delivery_" + (key ?? "method"))
        case "note": self.init(.terms, TermsForm.ID.note)
        case "decision", "reason", "missing": self.init(.review, parts.first)
        default: self.init(.review, nil)
        }
    }

    private init(_ page: IntakePage, _ field: String?) {
        self.init(page: page, field: field.map { FieldPath($0) })
    }

    private static func applicantField(_ key: String, isOrganisation: Bool) -> String {
        guard isOrganisation else { return key }
        switch key {
        case "name": return ApplicantForm.ID.organisation
        case "address": return ApplicantForm.ID.seat
        default: return key
        }
    }
}
