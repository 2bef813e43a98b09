import APIClient
import Forms
import Models
import TUI

/// What the audit is narrowed to.
struct AuditFilter: Sendable, Equatable {
    var officer: String?
    /// The beginning of an action.
    var action: String?
    var subject: String?
    var unit: String?
    var refusedOnly = false
    var from: LocalDate?
    var to: LocalDate?

    /// What one key turns through; nil is all.
    static let actions: [String?] = [
        nil, "officer.", "binding.", "delegation.", "session.", "dossier.", "dossier.break_glass",
        "person.", "list.", "money.",
        "catalogue.", "policy.",
    ]

    private enum ID {
        static let officer = "officer"
        static let subject = "subject"
        static let unit = "unit"
        static let refused = "outcome"
        static let from = "from"
        static let to = "to"
    }

    static let definition = FormDefinition(
        id: "desk-audit-filter", title: Strings.Audit.filter,
        fields: [
            Field(
                id: ID.officer, label: Strings.Audit.officer, kind: .text(TextRule(maxLength: 60)),
                help: Strings.Audit.officerHelp, width: 40),
            Field(
                id: ID.subject, label: Strings.Audit.subject, kind: .text(TextRule(maxLength: 60)),
                help: Strings.Audit.subjectHelp, width: 40),
            Field(
                id: ID.unit, label: Strings.Audit.unit, kind: .text(TextRule(maxLength: 40)),
                help: Strings.Calendar.codeHelp, width: 24),
            Field(id: ID.from, label: Strings.Officers.from, kind: .date(DateRule())),
            Field(id: ID.to, label: Strings.Officers.to, kind: .date(DateRule())),
            Field(id: ID.refused, label: Strings.Audit.refusedOnly, kind: .checkbox),
        ])

    func form(today: LocalDate, _ language: Language) -> FormState {
        var answers = Answers()
        answers[ID.officer] = officer.map(Answer.text)
        answers[ID.subject] = subject.map(Answer.text)
        answers[ID.unit] = unit.map(Answer.text)
        answers[ID.from] = from.map { .text($0.iso) }
        answers[ID.to] = to.map { .text($0.iso) }
        answers[ID.refused] = .flag(refusedOnly)
        return FormState(
            Self.definition, answers: answers, today: today, language: language,
            submitLabel: Strings.Audit.show)
    }

    mutating func take(_ answers: Answers) {
        func text(_ id: String) -> String? {
            answers.text(id).map(\.trimmed).flatMap { $0.isEmpty ? nil : $0 }
        }
        (officer, subject, unit) = (text(ID.officer), text(ID.subject), text(ID.unit))
        from = text(ID.from).flatMap { LocalDate(iso: $0) }
        to = text(ID.to).flatMap { LocalDate(iso: $0) }
        refusedOnly = answers[ID.refused] == .flag(true)
    }

    /// In a few words; nil where it lets everything through.
    var words: Phrase? {
        var parts = [officer, subject, unit].compactMap(\.self)
        if from != nil || to != nil { parts.append(Strings.Officers.days(from, to).vi) }
        if refusedOnly { parts.append(Strings.Audit.refused.vi) }
        let words = parts.joined(separator: " · ")
        return words.isEmpty ? nil : Phrase(words)
    }
}
