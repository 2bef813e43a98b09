import Forms
import Models

/// What a paper can't know from the dossier and its history, asked of the officer before it is made.
enum PaperForm {
    static let signer = "signer"
    static let reason = "reason"
    static let fees = "fees"
    static let returned = "returned"
    static let dueDate = "due_date"
    static let dueTime = "due_time"

    /// The questions for a paper; nil where it needs no answer.
    static func definition(_ slip: SlipDocument) -> FormDefinition? {
        var fields: [Field] = []
        switch slip.form {
        case .appointment, .supplementRequest, .refusal, .controlSlip: return nil
        case .apology:
            // Overdue without an extension: no act says the new day.
            if slip.dueAt == nil { fields += [newDate, newTime] }
        case .stopNotice:
            fields += [
                Field(
                    id: fees, label: Strings.DossierPapers.fees, kind: .text(TextRule()),
                    help: Strings.DossierPapers.feesHelp, initial: slip.stop?.fees.map { .text($0) }),
                Field(
                    id: returned, label: Strings.DossierPapers.returned,
                    kind: .textArea(TextAreaRule(minRows: 2, maxRows: 6)),
                    help: Strings.DossierPapers.returnedHelp,
                    initial: .text(slip.stop?.returned.joined(separator: "\n") ?? "")),
            ]
        }
        if slip.reasons.isEmpty {
            fields.insert(
                Field(
                    id: reason, label: Strings.DossierPapers.reason,
                    kind: .textArea(TextAreaRule(minRows: 2, maxRows: 4)), required: .always,
                    help: Strings.DossierPapers.reasonHelp), at: 0)
        }
        fields.append(
            Field(
                id: signer, label: Strings.DossierPapers.signer, kind: .text(TextRule(maxLength: 80)),
                help: Strings.DossierPapers.signerHelp))
        let title = Strings.Slip.form(slip.form.rawValue)
        return FormDefinition(
            id: "desk-paper", version: 1, title: title,
            pages: [
                FormPage(
                    id: "paper", title: title, groups: [FormGroup(id: "paper", title: title, fields: fields)])
            ])
    }

    /// What stands in the form at first.
    static func answers(_ definition: FormDefinition) -> Answers {
        var answers = Answers()
        for field in definition.pages.flatMap(\.groups).flatMap(\.fields) {
            if let initial = field.initial { answers[field.id] = initial }
        }
        return answers
    }

    private static let newDate = Field(
        id: dueDate, label: Strings.Act.dueDate, kind: .date(DateRule(min: .today(offsetDays: 0))),
        required: .always, help: Strings.DossierPapers.newDueHelp)
    private static let newTime = Field(
        id: dueTime, label: Strings.Act.dueTime, kind: .time(TimeRule()), required: .always,
        initial: .text("16:30"))

    /// The paper with the answers in it.
    static func fill(_ slip: SlipDocument, with answers: Answers) -> SlipDocument {
        var slip = slip
        slip.signerName = answers.text(signer)
        if let reason = answers.text(reason) { slip.reasons = [reason] }
        if let date = answers.text(dueDate).flatMap({ LocalDate(iso: $0) }) {
            let time = answers.text(dueTime).flatMap { LocalTime(iso: $0) }
            slip.dueAt = Instant(date: date, hour: time?.hour ?? 16, minute: time?.minute ?? 30)
        }
        if slip.stop != nil {
            slip.stop?.fees = answers.text(fees)
            slip.stop?.returned = (answers.text(returned) ?? "").split(whereSeparator: \.isNewline)
                .map(String.init)
        }
        return slip
    }
}
