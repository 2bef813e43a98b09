import APIClient
import Forms
import Models
import TUI

/// What an administrator does with an officer that needs something said first.
enum OfficerTask: FormTask {
    /// A new one, most probably in this unit.
    case create(UnitRef?)
    case change(OfficerRecord)
    /// Suspend, take back, revoke.
    case act(OfficerVerb, OfficerRecord)
    case transfer(OfficerRecord)
    case assign(OfficerRecord)
    case unassign(OfficerRecord)
    /// Bind to the steps of a procedure that his roles do.
    case bind(OfficerRecord)
    case reject(OfficerChange)

    /// What came of it.
    enum Value: Sendable {
        case officer(OfficerRecord)
        case change(OfficerChange)
        /// The officer's steps of the procedure; 0 where he was able to do them already, nil where there are none.
        case bound(Int?)
    }

    enum ID {
        static let name = "name"
        static let identity = "identity_number"
        static let position = "position"
        static let unit = "unit"
        static let account = "account"
        static let vneid = "vneid"
        static let from = "effective_from"
        static let to = "effective_to"
        static let withoutEnd = "without_end"
        static let roles = "roles"
        static let role = "role"
        static let held = "held"
        static let procedure = "procedure"
        static let reason = "reason"
        static let allowGaps = "allow_gaps"
    }

    var officer: OfficerRecord? {
        switch self {
        case .create, .reject: nil
        case .change(let officer), .act(_, let officer), .transfer(let officer), .assign(let officer),
            .unassign(let officer), .bind(let officer):
            officer
        }
    }

    /// The set of options that is the catalogue of procedures.
    private static let procedures = "procedures"
    static let scope = "officer_form"
    var title: Phrase { Strings.OfficerTasks.title(self) }
    var actTitle: String { Strings.OfficerTasks.actTitle(self) }

    var facts: [TaskFact] {
        let who = officer.map {
            TaskFact(words: Phrase(vi: $0.name + " · " + UnitName.short($0.unit.name)), role: .title)
        }
        let warning = Strings.OfficerTasks.warning(self).map { TaskFact(words: $0, role: .warning) }
        return [who, warning].compactMap(\.self)
    }

    func place(_ administrator: Models.ID) -> TypedForm.Place {
        switch self {
        case .create: TypedForm.Place("officer-create", administrator)
        case .reject(let change): TypedForm.Place("officer-reject", change.id)
        default: TypedForm.Place("officer-" + name, officer?.id ?? "")
        }
    }

    var name: String {
        switch self {
        case .create: "create"
        case .change: "change"
        case .act(let verb, _): verb.rawValue
        case .transfer: "transfer"
        case .assign: "assign"
        case .unassign: "unassign"
        case .bind: "bind"
        case .reject: "reject"
        }
    }

    // MARK: The form

    func start(_ desk: Desk) -> TaskStart {
        let popular = (desk.catalogue ?? []).prefix(10).map {
            Self.option($0.code, $0.name)
        }
        var answers = Answers()
        switch self {
        case .create(let unit): answers[ID.unit] = unit.map { .text($0.code) }
        case .change(let officer):
            answers[ID.name] = .text(officer.name)
            answers[ID.position] = .text(officer.position)
            answers[ID.account] = .text(officer.account)
            answers[ID.vneid] = officer.vneid.map(Answer.text)
            answers[ID.to] = officer.effectiveTo.map { .text($0.iso) }
        case .transfer(let officer): answers[ID.position] = .text(officer.position)
        case .assign(let officer), .bind(let officer): answers[ID.unit] = .text(officer.unit.code)
        case .unassign(let officer):
            if officer.assignments.count == 1 { answers[ID.held] = .text(officer.assignments[0].id) }
        case .act, .reject: break
        }
        return .form(
            FormState(
                definition(popular: popular), answers: answers, today: desk.today, language: desk.language,
                submitLabel: Strings.OfficerTasks.button(self)))
    }

    /// - Parameter popular: Procedures that are offered before anything is typed (eForm SE-1).
    func definition(popular: [Option]) -> FormDefinition {
        FormDefinition(id: "desk-officer-" + name, title: title, fields: fields(popular))
    }

    private func fields(_ popular: [Option]) -> [Field] {
        switch self {
        case .create(let unit):
            [
                Self.text(ID.name, Strings.Officers.name, width: 40), Self.identity(isRequired: true),
                Self.text(ID.position, Strings.Officers.position, width: 40),
                Self.unit(unit.map { [$0] } ?? []),
                Self.roles, Self.account, Self.vneid,
                Self.day(ID.from, Strings.Officers.from), Self.day(ID.to, Strings.Officers.to),
            ]
        case .change:
            [
                Self.text(ID.name, Strings.Officers.name, width: 40),
                Self.text(ID.position, Strings.Officers.position, width: 40),
                Self.identity(isRequired: false), Self.account, Self.vneid,
                Self.day(ID.to, Strings.Officers.to), Self.reason(isRequired: false), Self.allowGaps,
            ]
        case .act(.reactivate, _), .reject: [Self.reason(isRequired: true)]
        case .act: [Self.reason(isRequired: true), Self.allowGaps]
        case .transfer(let officer):
            [
                Self.unit([officer.unit]), Self.text(ID.position, Strings.Officers.position, width: 40),
                Self.roles, Self.reason(isRequired: true), Self.allowGaps,
            ]
        case .assign(let officer):
            [
                Field(
                    id: ID.role, label: Strings.Officers.role,
                    kind: .dropdown(
                        .fixed(Strings.OfficerTasks.roles(administrating: true)), multiple: false,
                        empty: Strings.Common.empty), required: .always, width: 40),
                Self.unit([officer.unit]), Self.day(ID.from, Strings.Officers.from),
                Self.day(ID.to, Strings.Officers.to), Self.reason(isRequired: false),
            ]
        case .unassign(let officer):
            [
                Field(
                    id: ID.held, label: Strings.Officers.role,
                    kind: .dropdown(
                        .fixed(
                            officer.assignments.map {
                                Option(value: $0.id, label: Strings.OfficerTasks.held($0))
                            }), multiple: false, empty: Strings.Common.empty), required: .always,
                    width: 60), Self.allowGaps,
            ]
        case .bind(let officer):
            [
                Field(
                    id: ID.procedure, label: Strings.OfficerTasks.procedure,
                    kind: .search(
                        .reference(Self.procedures, parentField: nil), popular: popular),
                    required: .always, help: Strings.OfficerTasks.procedureHelp, width: 60),
                Self.unit([officer.unit]), Self.day(ID.to, Strings.Officers.to),
            ]
        }
    }

    private static func text(_ id: String, _ label: Phrase, width: Int) -> Field {
        Field(id: id, label: label, kind: .text(TextRule(maxLength: 200)), required: .always, width: width)
    }

    private static func identity(isRequired: Bool) -> Field {
        Field(
            id: ID.identity, label: Strings.Officers.identity, kind: .text(TextRule(maxLength: 20)),
            required: isRequired ? .always : .never,
            help: isRequired ? Strings.OfficerTasks.identityHelp : Strings.OfficerTasks.identityKept,
            width: 16, sensitive: true)
    }

    private static func unit(_ popular: [UnitRef]) -> Field {
        Field(
            id: ID.unit, label: Strings.Officers.unit,
            kind: .search(
                .reference("agencies", parentField: nil),
                popular: popular.map { option($0.code, $0.name) }), required: .always, width: 60)
    }

    private static let roles = Field(
        id: ID.roles, label: Strings.Officers.roles,
        kind: .dropdown(
            .fixed(Strings.OfficerTasks.roles(administrating: false)), multiple: true,
            empty: Strings.Common.empty), help: Strings.OfficerTasks.rolesHelp, width: 40)

    private static let account = Field(
        id: ID.account, label: Strings.Officers.account, kind: .text(TextRule(maxLength: 40)),
        help: Strings.OfficerTasks.accountHelp, width: 24)
    private static let vneid = Field(
        id: ID.vneid, label: Strings.Officers.vneid, kind: .text(TextRule(maxLength: 100)), width: 40)

    private static func day(_ id: String, _ label: Phrase) -> Field {
        Field(id: id, label: label, kind: .date(DateRule()))
    }

    private static func reason(isRequired: Bool) -> Field {
        Field(
            id: ID.reason, label: Strings.Officers.reason,
            kind: .textArea(TextAreaRule(minRows: 2, maxRows: 4, maxLength: 500)),
            required: isRequired ? .always : .never,
            help: isRequired ? nil : Strings.OfficerTasks.reasonHelp)
    }

    private static let allowGaps = Field(
        id: ID.allowGaps, label: Strings.OfficerTasks.allowGaps, kind: .checkbox,
        help: Strings.OfficerTasks.allowGapsHelp)

    func options(_ request: OptionRequest, _ desk: Desk) async -> Result<[Option], APIError> {
        await desk.ask { client throws(APIError) in
            guard request.set == Self.procedures else {
                return try await client.options(request).items.map { Self.option($0.code, $0.name) }
            }
            return try await client.procedures(request.code ?? request.query, limit: 200).items.map {
                Self.option($0.code, $0.name)
            }
        }
    }

    private static func option(_ code: String, _ name: String) -> Option {
        Option(value: code, label: Phrase(vi: "\(name) (\(code))"))
    }

    func path(of pointer: String) -> FieldPath? {
        switch pointer.split(separator: "/").first {
        case "officer" where definition(popular: []).field(ID.role) != nil: FieldPath(ID.role)
        case "items": FieldPath(ID.procedure)
        default: nil
        }
    }
}

typealias OfficerTaskScreen = TaskScreen<OfficerTask>
