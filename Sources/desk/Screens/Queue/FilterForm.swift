import APIClient
import Forms
import Models

/// What a queue can be filtered and sorted by.
enum FilterForm {
    enum ID {
        static let status = "status"
        static let procedure = "procedure"
        static let channel = "channel"
        static let assignee = "assignee"
        static let from = "from"
        static let to = "to"
        static let query = "query"
        static let owing = "owing"
        static let uncollected = "uncollected"
        static let sort = "sort"
        static let descending = "descending"
    }

    /// The choice of the order that the queue has by itself.
    static let ownOrder = "own"

    /// What there is to choose from.
    struct Choices: Sendable {
        var statuses: [Option] = []
        var procedures: [Option] = []
        var officers: [Option] = []
        /// How the queue is ordered where nothing is chosen.
        var ownOrder = Strings.Filter.ownOrder("")
        /// The columns that the officer may order by.
        var sorts = InboxFilter.Sort.allCases

        /// With the procedures and officers that the server knows. What can't be had is not asked for; why not is told.
        func loaded(_ desk: Desk) async -> (Choices, [APIError]) {
            var (all, failures) = (self, [APIError]())
            func had<Value>(_ result: Result<[Value], APIError>) -> [Value] {
                switch result {
                case .success(let values): return values
                case .failure(let error):
                    failures.append(error)
                    return []
                }
            }
            var procedures = desk.catalogue ?? []
            if procedures.isEmpty {
                procedures = had(
                    await desk.ask { client throws(APIError) in
                        try await client.procedures(limit: 200).items
                    })
            }
            all.procedures = procedures.map {
                Option(value: $0.code, label: Phrase(vi: "\($0.name) (\($0.code))"))
            }
            // Only those who handle dossiers, or administer units, are told who does.
            let others =
                desk.canSeeFigures
                ? had(
                    await desk.ask { client throws(APIError) in
                        try await client.colleagues(handling: true)
                    }) : []
            let me = desk.canPrint ? desk.me.map { [Colleague($0.officer)] } ?? [] : []
            all.officers = (me + others.filter { $0.id != desk.me?.officer.id }).map {
                $0.option(seenFrom: desk.me?.unit)
            }
            return (all, failures)
        }
    }

    static func definition(_ choices: Choices) -> FormDefinition {
        // What there is nothing to choose for is not asked.
        func dropdown(
            _ id: String, _ label: Phrase, _ options: [Option], width: Int = 50
        ) -> Field? {
            options.isEmpty
                ? nil
                : Field(
                    id: id, label: label,
                    kind: .dropdown(.fixed(options), multiple: false, empty: Strings.Filter.all), width: width
                )
        }
        let channels = [1, 2, 3].map { Option(value: "\($0)", label: Strings.Dossier.channelName($0)) }
        let sorts =
            [Option(value: ownOrder, label: choices.ownOrder)]
            + choices.sorts.map { Option(value: $0.rawValue, label: Strings.Filter.column($0)) }
        return FormDefinition(
            id: "desk-filter", version: 1, title: Strings.Filter.title,
            pages: [
                FormPage(
                    id: "filter", title: Strings.Filter.title,
                    groups: [
                        FormGroup(
                            id: "which", title: Strings.Filter.which, help: Strings.Filter.whichHelp,
                            fields: [
                                Field(
                                    id: ID.query, label: Strings.Filter.query,
                                    kind: .text(TextRule(maxLength: 100)), help: Strings.Filter.queryHelp,
                                    width: 40),
                                dropdown(ID.status, Strings.Queue.status, choices.statuses, width: 36),
                                dropdown(ID.procedure, Strings.Queue.procedure, choices.procedures),
                                dropdown(ID.channel, Strings.Dossier.channel, channels, width: 20),
                                dropdown(ID.assignee, Strings.Filter.assignee, choices.officers, width: 40),
                                Field(id: ID.from, label: Strings.Filter.from, kind: .date(DateRule())),
                                Field(id: ID.to, label: Strings.Filter.to, kind: .date(DateRule())),
                                Field(id: ID.owing, label: Strings.Filter.owing, kind: .checkbox),
                                Field(
                                    id: ID.uncollected, label: Strings.Filter.uncollected, kind: .checkbox),
                            ].compactMap(\.self)),
                        FormGroup(
                            id: "order", title: Strings.Filter.order,
                            fields: [
                                // An order is no filter: there always is one.
                                Field(
                                    id: ID.sort, label: Strings.Filter.sortBy,
                                    kind: .dropdown(
                                        .fixed(sorts), multiple: false, empty: Strings.Common.empty),
                                    width: 26, initial: .text(ownOrder)),
                                Field(
                                    id: ID.descending, label: Strings.Filter.descending, kind: .checkbox),
                            ]),
                    ])
            ], rules: FormRule.period(ID.from, ID.to))
    }

    static func answers(_ filter: InboxFilter) -> Answers {
        var answers = Answers()
        answers[ID.query] = filter.query.map(Answer.text)
        answers[ID.status] = filter.status.map { .text("\($0)") }
        answers[ID.procedure] = filter.procedure.map(Answer.text)
        answers[ID.channel] = filter.channel.map { .text("\($0)") }
        answers[ID.assignee] = filter.assignee.map(Answer.text)
        answers[ID.from] = filter.from.map { .text($0.iso) }
        answers[ID.to] = filter.to.map { .text($0.iso) }
        answers[ID.owing] = .flag(filter.isOwing)
        answers[ID.uncollected] = .flag(filter.isUncollected)
        answers[ID.sort] = .text(filter.sort?.rawValue ?? ownOrder)
        answers[ID.descending] = .flag(filter.isDescending)
        return answers
    }

    static func filter(_ answers: Answers, _ choices: Choices, _ language: Language) -> QueueFilter {
        func text(_ id: String) -> String? {
            answers.text(id).map(\.trimmed).flatMap { $0.isEmpty ? nil : $0 }
        }
        func name(_ value: String?, _ options: [Option]) -> String? {
            options.first { $0.value == value }?.label.text(language)
        }
        var filter = QueueFilter()
        filter.asked.query = text(ID.query)
        filter.asked.status = text(ID.status).flatMap { Int($0) }
        filter.asked.procedure = text(ID.procedure)
        filter.asked.channel = text(ID.channel).flatMap { Int($0) }
        filter.asked.assignee = text(ID.assignee)
        filter.asked.from = text(ID.from).flatMap { LocalDate(iso: $0) }
        filter.asked.to = text(ID.to).flatMap { LocalDate(iso: $0) }
        filter.asked.sort = text(ID.sort).flatMap { InboxFilter.Sort(rawValue: $0) }
        if case .flag(true)? = answers[ID.owing] { filter.asked.isOwing = true }
        if case .flag(true)? = answers[ID.uncollected] { filter.asked.isUncollected = true }
        if case .flag(true)? = answers[ID.descending] { filter.asked.isDescending = true }
        filter.statusName = name(text(ID.status), choices.statuses)
        filter.procedureName = name(filter.asked.procedure, choices.procedures)
        filter.assigneeName = name(filter.asked.assignee, choices.officers)
        return filter
    }
}
