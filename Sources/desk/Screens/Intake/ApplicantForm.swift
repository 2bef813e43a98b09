import Forms

/// Page 1 of the intake: whose dossier it is, and who brings it.
///
/// The field ids are the names of `Applicant` and `Submitter` on the wire (the submitter's with a prefix), so
/// that an error pointer of the server finds its field by name.
enum ApplicantForm {
    /// A field of this form.
    enum ID {
        static let kind = "kind"
        static let number = "identity_number"
        static let name = "name"
        static let birth = "birth_date"
        static let sex = "sex"
        static let address = "address"
        static let phone = "phone"
        static let email = "email"
        static let organisation = "organisation_name"
        static let taxCode = "tax_code"
        static let seat = "seat"
        static let representative = "representative"
        static let onBehalf = "on_behalf"
        static let submitterNumber = "submitter_identity_number"
        static let submitterName = "submitter_name"
        static let submitterPhone = "submitter_phone"
        static let relation = "submitter_relation"

        /// What a card or the register says about a citizen.
        static let personal = [number, name, birth, sex, address, phone, email]
    }

    static let citizen = "citizen"
    static let organisation = "organisation"
    static let yes = "yes"
    /// Marks fields that a card or the register may fill, so that their marks have room.
    private static let card = ["card"]

    static let definition = FormDefinition(
        id: "desk-applicant", version: 1, title: Strings.Intake.pageApplicant,
        pages: [
            FormPage(
                id: "applicant", title: Strings.Intake.pageApplicant,
                groups: [applicantGroup, submitterGroup])
        ])

    private static let applicantGroup = FormGroup(
        id: "applicant", title: Strings.Applicant.group,
        fields: [
            Field(
                id: ID.number, label: Strings.Applicant.number,
                kind: .text(TextRule(maxLength: 12, format: .identityNumber, digitsOnly: true)),
                required: .always, visibleWhen: isCitizen, help: Strings.Applicant.numberHelp,
                width: 14, autoAdvance: true, sources: card, sensitive: true),
            Field(
                id: ID.name, label: Strings.Applicant.name,
                kind: .text(TextRule(maxLength: 100, format: .personName)), required: .always,
                visibleWhen: isCitizen, help: Strings.Applicant.nameHelp, width: 40, sources: card),
            Field(
                id: ID.birth, label: Strings.Applicant.birth,
                kind: .date(DateRule(max: .today(offsetDays: 0))), required: .always,
                visibleWhen: isCitizen, help: Strings.Applicant.birthHelp, sources: card),
            Field(
                id: ID.sex, label: Strings.Applicant.sex,
                kind: .radio([
                    Option(value: Sex.female.rawValue, label: Strings.Dossier.female),
                    Option(value: Sex.male.rawValue, label: Strings.Dossier.male),
                ]), required: .always, visibleWhen: isCitizen, help: Strings.Applicant.sexHelp, sources: card),
            Field(
                id: ID.address, label: Strings.Applicant.address, kind: .text(TextRule()),
                required: .always, visibleWhen: isCitizen, help: Strings.Applicant.addressHelp, width: 52,
                sources: card),
            Field(
                id: ID.organisation, label: Strings.Applicant.organisationName, kind: .text(TextRule()),
                required: .always, visibleWhen: isOrganisation,
                help: Strings.Applicant.organisationHelp, width: 52),
            Field(
                id: ID.taxCode, label: Strings.Applicant.taxCode,
                kind: .text(TextRule(maxLength: 14, format: .taxCode)), required: .always,
                visibleWhen: isOrganisation, help: Strings.Applicant.taxHelp, width: 16),
            Field(
                id: ID.representative, label: Strings.Applicant.representative,
                kind: .text(TextRule(maxLength: 100, format: .personName)), required: .always,
                visibleWhen: isOrganisation, help: Strings.Applicant.nameHelp, width: 40),
            Field(
                id: ID.seat, label: Strings.Applicant.head, kind: .text(TextRule()), required: .always,
                visibleWhen: isOrganisation, help: Strings.Applicant.addressHelp, width: 52),
            Field(
                id: ID.phone, label: Strings.Applicant.phone,
                // Who has none is served as well; the review says that nobody can be told then.
                kind: .text(TextRule(maxLength: 20, format: .phone)),
                help: Strings.Applicant.phoneHelp, width: 16, sources: card),
            Field(
                id: ID.email, label: Strings.Applicant.email,
                kind: .text(TextRule(maxLength: 100, format: .email)),
                help: Strings.Applicant.emailHelp, width: 40, sources: card),
            // Last, because they seldom change and have a key each; first comes who it is.
            Field(
                id: ID.onBehalf, label: Strings.Applicant.onBehalf,
                kind: .radio([
                    Option(value: "no", label: Strings.Common.no),
                    Option(value: yes, label: Strings.Common.yes),
                ]), help: Strings.Applicant.onBehalfHelp, initial: .text("no")),
            Field(
                id: ID.kind, label: Strings.Applicant.kind,
                kind: .radio([
                    Option(value: citizen, label: Strings.Applicant.citizen),
                    Option(value: organisation, label: Strings.Applicant.organisation),
                ]), help: Strings.Applicant.kindHelp, initial: .text(citizen)),
        ])

    private static let submitterGroup = FormGroup(
        id: "submitter", title: Strings.Applicant.submitterGroup,
        fields: [
            Field(
                id: ID.submitterNumber, label: Strings.Applicant.number,
                kind: .text(TextRule(maxLength: 12, format: .identityNumber, digitsOnly: true)),
                required: .always, help: Strings.Applicant.numberHelp, width: 14, autoAdvance: true,
                sensitive: true),
            Field(
                id: ID.submitterName, label: Strings.Applicant.name,
                kind: .text(TextRule(maxLength: 100, format: .personName)), required: .always,
                help: Strings.Applicant.nameHelp, width: 40),
            Field(
                id: ID.relation, label: Strings.Applicant.relation,
                kind: .dropdown(
                    .fixed(Strings.Applicant.relations.map { Option(value: $0.value, label: $0.label) }),
                    multiple: false, empty: Strings.Common.empty),
                required: .always, help: Strings.Applicant.relationHelp),
            Field(
                id: ID.submitterPhone, label: Strings.Applicant.phone,
                kind: .text(TextRule(maxLength: 20, format: .phone)),
                help: Strings.Applicant.phoneHelp, width: 16),
        ],
        visibleWhen: condition("on_behalf == 'yes'"))

    private static let isCitizen = condition("kind == 'citizen'")
    private static let isOrganisation = condition("kind == 'organisation'")

    /// A condition of a built-in form; a test proves that each of them can be read.
    static func condition(_ source: String) -> Expression? { try? Expression(parsing: source) }
}
