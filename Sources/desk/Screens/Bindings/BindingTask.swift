import APIClient
import Forms
import Models
import TUI

/// What an administrator changes of who does which step: one step of one procedure, a whole procedure, or many.
struct BindingTask: FormTask {
    /// What the form asks for first.
    enum Kind: String, Sendable, CaseIterable {
        case officer, unit, like, standard, clear
    }

    enum ID {
        static let kind = "kind"
        static let officer = "officer"
        static let unit = "assignee_unit"
        static let like = "like_unit"
        static let roles = "roles"
        static let keepOthers = "keep_others"
        static let from = "effective_from"
        static let to = "effective_to"
        static let hours = "hours"
        static let moreUnits = "more_units"
        static let allowGaps = "allow_gaps"
    }

    /// The sets of options that come from the administrator's own lists.
    static let officers = "officers"
    static let units = "units"
    /// Others too: the police are no unit of a province.
    static let agencies = "agencies"

    var unit: UnitRef
    var rows: [BindingRow]
    /// Only this step.
    var step: BindingRow.Cell?
    /// What is chosen on the form when it opens.
    var kind: Kind?

    init(unit: UnitRef, rows: [BindingRow], step: BindingRow.Cell? = nil, kind: Kind? = nil) {
        self.unit = unit
        self.rows = rows
        self.step = step
        self.kind = kind
    }

    func form(today: LocalDate, _ language: Language) -> FormState {
        var answers = Answers()
        answers[ID.kind] = .text((kind ?? .officer).rawValue)
        return FormState(
            definition, answers: answers, today: today, language: language,
            submitLabel: Strings.Bindings.look)
    }

    var definition: FormDefinition {
        FormDefinition(
            id: step == nil ? "desk-bindings" : "desk-binding-step", title: Strings.Bindings.change,
            fields: fields)
    }

    private var fields: [Field] {
        let kinds: [Kind] = step == nil ? Kind.allCases : [.officer, .unit, .clear]
        let options = kinds.map { Option(value: $0.rawValue, label: Strings.Bindings.name($0)) }
        let assigns = ApplicantForm.condition(
            "\(ID.kind) == '\(Kind.officer.rawValue)' or \(ID.kind) == '\(Kind.unit.rawValue)'")
        func only(_ kind: Kind) -> Expression? {
            ApplicantForm.condition("\(ID.kind) == '\(kind.rawValue)'")
        }
        let own = [Option(value: unit.code, label: Phrase(vi: "\(unit.name) (\(unit.code))"))]
        func search(_ id: String, _ label: Phrase, _ kind: Kind, popular: [Option], help: Phrase?) -> Field {
            Field(
                id: id, label: label,
                kind: .search(
                    .reference(Self.source(kind), parentField: nil),
                    popular: popular), required: .always, visibleWhen: only(kind), help: help, width: 60)
        }
        var fields = [
            Field(
                id: ID.kind, label: Strings.Bindings.kind,
                // More than four are a list.
                kind: kinds.count > 4
                    ? .dropdown(.fixed(options), multiple: false, empty: Strings.Common.empty)
                    : .radio(options), required: .always),
            search(
                ID.officer, Strings.Bindings.officer, .officer, popular: officersHere,
                help: Strings.Bindings.officerHelp),
            search(
                ID.unit, Strings.Bindings.group, .unit, popular: own, help: Strings.Bindings.groupHelp),
        ]
        if step == nil {
            fields += [
                Field(
                    id: ID.like, label: Strings.Bindings.model,
                    kind: .dropdown(
                        .reference(Self.units, parentField: nil), multiple: false,
                        empty: Strings.Common.empty), required: .always, visibleWhen: only(.like),
                    help: Strings.Bindings.modelHelp, width: 60),
                Field(
                    id: ID.roles, label: Strings.Bindings.steps,
                    kind: .dropdown(
                        .fixed(
                            Strings.OfficerTasks.roles(administrating: false).filter {
                                BindingWords.roles.contains($0.value)
                            }), multiple: true, empty: Strings.Filter.all),
                    help: Strings.Bindings.stepsHelp, width: 40),
            ]
        }
        fields += [
            Field(
                id: ID.keepOthers, label: Strings.Bindings.keepOthers, kind: .checkbox, visibleWhen: assigns,
                help: Strings.Bindings.keepOthersHelp),
            Field(id: ID.from, label: Strings.Officers.from, kind: .date(DateRule())),
            Field(
                id: ID.to, label: Strings.Officers.to, kind: .date(DateRule()), help: Strings.Bindings.toHelp),
            Field(
                id: ID.hours, label: Strings.Bindings.hours,
                kind: .number(NumberRule(min: 1, max: 2000)), visibleWhen: assigns,
                help: Strings.Bindings.hoursHelp, width: 6),
        ]
        if step == nil {
            fields.append(
                Field(
                    id: ID.moreUnits, label: Strings.Bindings.moreUnits,
                    kind: .dropdown(
                        .reference(Self.units, parentField: nil), multiple: true,
                        empty: Strings.Common.empty), help: Strings.Bindings.moreUnitsHelp, width: 60))
        }
        fields.append(
            Field(
                id: ID.allowGaps, label: Strings.OfficerTasks.allowGaps, kind: .checkbox,
                help: Strings.OfficerTasks.allowGapsHelp))
        return fields
    }

    private static func source(_ kind: Kind) -> String {
        switch kind {
        case .officer: officers
        case .unit, .like, .standard, .clear: agencies
        }
    }

    /// Officers who are bound here already: most probably one of them.
    private var officersHere: [Option] {
        var found: [Option] = []
        for holder in rows.prefix(50).flatMap(\.cells).flatMap(\.holders) {
            guard let officer = holder.officer, !found.contains(where: { $0.value == officer.id }) else {
                continue
            }
            found.append(Option(value: officer.id, label: Phrase(vi: officer.name)))
        }
        return Array(found.prefix(10))
    }

    // MARK: What it asks for

    func plan(_ answers: Answers) -> BindingsPlan {
        func choices(_ id: String) -> [String] {
            if case .choices(let chosen)? = answers[id] { chosen } else { [] }
        }
        let kind = answers.filled(ID.kind).flatMap(Kind.init(rawValue:)) ?? .officer
        let assigns = kind == .officer || kind == .unit
        let roles = choices(ID.roles)
        let others = choices(ID.moreUnits).filter { $0 != unit.code }
        let hours = assigns ? answers.number(ID.hours) : nil
        let template: BindingsPlan.Template =
            switch kind {
            case .officer, .unit: .assign
            case .like: .like
            case .standard: .standard
            case .clear: .clear
            }
        return BindingsPlan(
            units: [unit.code] + others, processes: rows.map(\.process), template: template,
            steps: step.map { [$0.step] }, roles: step != nil || roles.isEmpty ? nil : roles,
            officer: kind == .officer ? answers.filled(ID.officer) : nil,
            assigneeUnit: kind == .unit ? answers.filled(ID.unit) : nil,
            likeUnit: kind == .like ? answers.filled(ID.like) : nil,
            keepOthers: assigns && answers[ID.keepOthers] == .flag(true) ? true : nil,
            effectiveFrom: answers.day(ID.from), effectiveTo: answers.day(ID.to),
            subDeadline: hours.map { ServiceTime(amount: $0, unit: .workingHour) },
            allowGaps: answers[ID.allowGaps] == .flag(true) ? true : nil)
    }

    /// The field that the server's pointer means.
    func path(of pointer: String) -> FieldPath? {
        let first = pointer.split(separator: "/").first.map(String.init) ?? ""
        let field =
            switch first {
            case "units": ID.moreUnits
            case "sub_deadline": ID.hours
            default: first
            }
        return definition.field(field) == nil ? nil : FieldPath(field)
    }
}
