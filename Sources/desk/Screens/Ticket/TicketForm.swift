import Forms
import Models
import TUI

/// What a ticket asks, prefilled from the call's card: on the screen and line by line.
enum TicketForm {
    enum ID {
        static let kind = "kind"
        static let to = "to"
        static let subject = "subject"
        static let content = "content"
    }

    /// - Parameters:
    ///   - subject: What the caller asked, where it is known.
    ///   - unit: Where the dossier was taken in that it is about.
    ///   - province: The hotline's own.
    static func make(
        for card: CallCard, subject: String?, kinds: [ReferenceItem], unit: CodeName?, province: String?,
        today: LocalDate, _ language: Language
    ) -> FormState {
        var answers = Answers()
        let former = card.ticket
        answers[ID.to] = (former?.to ?? unit?.code).map(Answer.text)
        answers[ID.kind] = (former?.kind ?? kinds.first?.code).map(Answer.text)
        let about = card.dossier.map { Strings.Ticket.aboutDossier($0.code) }
        answers[ID.subject] = (former?.subject ?? subject ?? about).map(Answer.text)
        answers[ID.content] = (former?.content ?? card.form.text(CallForm.ID.note)).map(Answer.text)
        var form = FormState(
            definition(
                kinds, popular(unit.map { [$0] } ?? [], province: province), canText: canText(card)),
            answers: answers, today: today, language: language,
            submitLabel: Strings.Ticket.attach)
        form.submitHelp = Strings.Buttons.attach
        return form
    }

    /// Whether the caller can be answered by a short message.
    private static func canText(_ card: CallCard) -> Bool {
        card.form.text(CallForm.ID.phone).flatMap(PhoneNumber.normalize).map(PhoneNumber.isMobile) ?? false
    }

    /// Where a ticket most probably goes, offered before anything is typed (eForm SE-1).
    static func popular(_ units: [CodeName], province: String?) -> [Option] {
        var options = units.map { Option(value: $0.code, label: Phrase(vi: "\($0.name) (\($0.code))")) }
        if let province, !units.contains(where: { $0.code == province }) {
            options.append(Option(value: province, label: Strings.Ticket.ownProvince(province)))
        }
        return options
    }

    /// - Parameter canText: Whether the caller can be answered by a short message; else the content has to say how.
    static func definition(
        _ kinds: [ReferenceItem], _ popular: [Option], canText: Bool = true
    ) -> FormDefinition {
        let options = kinds.map {
            Option(value: $0.code, label: Strings.Ticket.kindName($0.name, $0.extra?["days"] ?? "?"))
        }
        let fields = [
            Field(
                id: ID.to, label: Strings.Ticket.to,
                kind: .search(.reference("agencies", parentField: nil), popular: popular), required: .always,
                help: Strings.Ticket.toHelp, width: 52),
            Field(
                id: ID.kind, label: Strings.Ticket.kind,
                kind: .dropdown(.fixed(options), multiple: false, empty: Strings.Common.empty),
                required: .always, width: 52),
            Field(
                id: ID.subject, label: Strings.Ticket.subject, kind: .text(TextRule(maxLength: 200)),
                required: .always),
            Field(
                id: ID.content, label: Strings.Ticket.content,
                kind: .textArea(TextAreaRule(minRows: 4, maxRows: 10, maxLength: 4000)), required: .always,
                help: canText ? Strings.Ticket.contentHelp : Strings.Ticket.contentHelpCallBack),
        ]
        return FormDefinition(
            id: "desk-ticket", title: Strings.Ticket.compose,
            fields: fields)
    }

    /// nil where something is missing.
    static func request(_ answers: Answers) -> TicketRequest? {
        guard let to = answers.text(ID.to), let kind = answers.text(ID.kind),
            let subject = answers.text(ID.subject), let content = answers.text(ID.content)
        else { return nil }
        return TicketRequest(kind: kind, to: to, subject: subject, content: content)
    }
}
