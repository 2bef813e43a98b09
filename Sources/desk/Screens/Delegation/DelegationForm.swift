import APIClient
import Forms
import Models
import TUI

/// What a delegation asks: whose role, to whom, for which days, why.
enum DelegationForm {
    enum ID {
        static let from = "from"
        static let to = "to"
        static let role = "role"
        static let first = "effective_from"
        static let last = "effective_to"
        static let reason = "reason"
    }

    /// - Parameters:
    ///   - people: Who may lend or borrow.
    ///   - roles: Codes, those that may be lent.
    ///   - lendsForOthers: An administrator says whose role it is.
    static func definition(_ people: [Colleague], roles: [String], lendsForOthers: Bool) -> FormDefinition {
        let options = people.map { person in
            Option(
                value: person.id,
                label: Phrase(
                    vi: [person.name, person.position, person.unit.map { UnitName.short($0.name) }]
                        .compactMap(\.self).joined(separator: ", ")))
        }
        func who(_ id: String, _ label: Phrase) -> Field {
            Field(
                id: id, label: label,
                kind: .dropdown(.fixed(options), multiple: false, empty: Strings.Common.empty),
                required: .always, width: 60)
        }
        let names = Strings.OfficerTasks.roles(administrating: false).filter { roles.contains($0.value) }
        return FormDefinition(
            id: "desk-delegation", title: Strings.Delegations.new,
            fields: (lendsForOthers ? [who(ID.from, Strings.Delegations.from)] : []) + [
                who(ID.to, Strings.Delegations.to),
                Field(
                    id: ID.role, label: Strings.Officers.role,
                    kind: .dropdown(.fixed(names), multiple: false, empty: Strings.Common.empty),
                    required: .always, width: 40),
                Field(id: ID.first, label: Strings.Officers.from, kind: .date(DateRule())),
                Field(
                    id: ID.last, label: Strings.Officers.to, kind: .date(DateRule()), required: .always),
                Field(
                    id: ID.reason, label: Strings.Officers.reason,
                    kind: .textArea(TextAreaRule(minRows: 2, maxRows: 4, maxLength: 500)),
                    required: .always),
            ])
    }

    /// - Parameters:
    ///   - own: The officer's own unit.
    ///   - people: As the form was made with.
    static func request(_ answers: Answers, own: String, _ people: [Colleague]) -> DelegationRequest? {
        guard let to = answers.filled(ID.to), let role = answers.filled(ID.role),
            let last = answers.day(ID.last)
        else { return nil }
        let from = answers.filled(ID.from)
        let home = from.flatMap { id in people.first { $0.id == id }?.unit?.code }
        return DelegationRequest(
            from: from, to: to, unit: home ?? own, role: role, effectiveFrom: answers.day(ID.first),
            effectiveTo: last, reason: answers.filled(ID.reason) ?? "")
    }
}
