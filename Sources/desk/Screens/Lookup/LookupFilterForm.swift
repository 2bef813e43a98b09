import APIClient
import Forms
import Models
import TUI

/// What a look-up can be narrowed by: all of it holds at once.
enum LookupFilterForm {
    enum ID {
        static let status = "status"
        static let procedure = "procedure"
        static let unit = "unit"
        static let channel = "channel"
        static let from = "from"
        static let to = "to"
        static let overdue = "overdue"
    }

    /// What there is to choose from.
    struct Choices: Sendable {
        var statuses: [Option] = []
        var procedures: [Option] = []
        /// Without their codes.
        var procedureNames: [String: String] = [:]
        /// Units that are offered before one is looked for.
        var units: [Option] = []

        /// As the server knows them. What can't be had is not asked for; why not is told.
        static func load(_ desk: Desk, _ filter: LookupFilter) async -> (Choices, [APIError]) {
            var (all, failures) = (Choices(), [APIError]())
            let statuses = await desk.ask { client throws(APIError) in
                try await client.reference("statuses", limit: 100).items
            }
            all.statuses =
                (try? statuses.get())?.compactMap { item in
                    Int(item.code).map {
                        Option(value: item.code, label: Strings.Dossier.status($0, vi: item.name))
                    }
                } ?? []
            var procedures: Result<[ProcedureSummary], APIError> = .success(desk.catalogue ?? [])
            if desk.catalogue?.isEmpty ?? true {
                procedures = await desk.ask { client throws(APIError) in
                    try await client.procedures(limit: 200).items
                }
            }
            for summary in (try? procedures.get()) ?? [] {
                let label = Phrase(vi: "\(summary.name) (\(summary.code))")
                all.procedures.append(Option(value: summary.code, label: label))
                all.procedureNames[summary.code] = summary.name
            }
            failures += [statuses.failure, procedures.failure].compactMap(\.self)
            var units: [(code: String, name: String)] = []
            if let code = filter.asked.unit { units.append((code, filter.unitName ?? code)) }
            if let own = desk.me?.unit, own.code != filter.asked.unit { units.append((own.code, own.name)) }
            all.units = units.map { Option(value: $0.code, label: Phrase(vi: "\($0.name) (\($0.code))")) }
            return (all, failures)
        }
    }

    static func definition(_ choices: Choices) -> FormDefinition {
        // What there is nothing to choose for is not asked.
        func dropdown(_ id: String, _ label: Phrase, _ options: [Option], width: Int) -> Field? {
            options.isEmpty
                ? nil
                : Field(
                    id: id, label: label,
                    kind: .dropdown(.fixed(options), multiple: false, empty: Strings.Filter.all), width: width
                )
        }
        let channels = [1, 2, 3].map { Option(value: "\($0)", label: Strings.Dossier.channelName($0)) }
        let fields = [
            dropdown(ID.status, Strings.Queue.status, choices.statuses, width: 44),
            dropdown(ID.procedure, Strings.Queue.procedure, choices.procedures, width: 50),
            Field(
                id: ID.unit, label: Strings.Queue.unit,
                kind: .search(.reference("agencies", parentField: nil), popular: choices.units),
                help: Strings.Lookup.unitHelp, width: 50),
            dropdown(ID.channel, Strings.Dossier.channel, channels, width: 20),
            Field(id: ID.from, label: Strings.Lookup.from, kind: .date(DateRule())),
            Field(id: ID.to, label: Strings.Filter.to, kind: .date(DateRule())),
            Field(id: ID.overdue, label: Strings.Lookup.onlyOverdue, kind: .checkbox),
        ].compactMap(\.self)
        return FormDefinition(
            id: "desk-lookup-filter", version: 1, title: Strings.Lookup.filter,
            pages: [
                FormPage(
                    id: "filter", title: Strings.Lookup.filter,
                    groups: [FormGroup(id: "which", title: Strings.Filter.which, fields: fields)])
            ], rules: FormRule.period(ID.from, ID.to))
    }

    static func answers(_ filter: SearchFilter) -> Answers {
        var answers = Answers()
        answers[ID.status] = filter.status.map { .text("\($0)") }
        answers[ID.procedure] = filter.procedure.map(Answer.text)
        answers[ID.unit] = filter.unit.map(Answer.text)
        answers[ID.channel] = filter.channel.map { .text("\($0)") }
        answers[ID.from] = filter.from.map { .text($0.iso) }
        answers[ID.to] = filter.to.map { .text($0.iso) }
        answers[ID.overdue] = .flag(filter.isOverdue)
        return answers
    }

    /// - Parameter units: What the units are called that were offered.
    static func filter(_ answers: Answers, _ choices: Choices, units: [String: String]) -> LookupFilter {
        func text(_ id: String) -> String? {
            answers.text(id).map(\.trimmed).flatMap { $0.isEmpty ? nil : $0 }
        }
        var filter = LookupFilter()
        filter.asked.status = text(ID.status).flatMap { Int($0) }
        filter.asked.procedure = text(ID.procedure)
        filter.asked.unit = text(ID.unit)
        filter.asked.channel = text(ID.channel).flatMap { Int($0) }
        filter.asked.from = text(ID.from).flatMap { LocalDate(iso: $0) }
        filter.asked.to = text(ID.to).flatMap { LocalDate(iso: $0) }
        if case .flag(true)? = answers[ID.overdue] { filter.asked.isOverdue = true }
        filter.statusName = choices.statuses.first { $0.value == text(ID.status) }?.label
        filter.procedureName = filter.asked.procedure.flatMap { choices.procedureNames[$0] }
        filter.unitName = filter.asked.unit.flatMap { units[$0] }
        return filter
    }
}
