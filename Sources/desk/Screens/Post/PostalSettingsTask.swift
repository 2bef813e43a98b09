import APIClient
import Forms
import Models
import TUI

/// Sets how a unit sends by post: to which counter, as whom, at which price, under which numbers.
struct PostalSettingsTask: FormTask {
    enum ID {
        static let office = "office"
        static let customer = "customer_code"
        static let name = "sender_name"
        static let phone = "sender_phone"
        static let address = "sender_address"
        static let collectFee = "collect_fee"
        static let resultFee = "result_fee"
        static let ranges = "ranges"
        static let service = "service"
        static let first = "first"
        static let last = "last"
    }

    /// As they were seen.
    let settings: PostalSettings

    static let scope = "unit_form"
    static let unknown: Phrase? = Strings.PostalSettings.unknown
    var title: Phrase { Strings.PostalSettings.title }
    var actTitle: String { Strings.PostalSettings.actTitle(settings.unit) }
    var facts: [TaskFact] {
        [TaskFact(words: Phrase(vi: "\(settings.unit.name) (\(settings.unit.code))"), role: .title)]
    }
    func place(_ officer: Models.ID) -> TypedForm.Place {
        TypedForm.Place("postal-settings", settings.unit.code)
    }

    // MARK: The form

    func start(_ desk: Desk) -> TaskStart {
        .form(
            FormState(
                definition, answers: answers, today: desk.today, language: desk.language,
                submitLabel: Strings.PostalSettings.save))
    }

    var definition: FormDefinition {
        FormDefinition(
            id: "desk-postal-settings", version: 1, title: title,
            pages: [
                FormPage(
                    id: "settings", title: title,
                    groups: [
                        FormGroup(id: "post", title: Strings.PostalSettings.withPost, fields: post),
                        FormGroup(id: "sender", title: Strings.Post.sender, fields: Self.sender),
                        Self.ranges,
                    ])
            ])
    }

    private var post: [Field] {
        let known = settings.office.map {
            Option(value: $0.code, label: Phrase(vi: "\($0.name) (\($0.code))"))
        }
        return [
            Field(
                id: ID.office, label: Strings.Post.office,
                kind: .search(
                    .reference("agencies", parentField: nil), popular: [known].compactMap(\.self)),
                required: .always, help: Strings.PostalSettings.officeHelp, width: 60),
            Field(
                id: ID.customer, label: Strings.PostalSettings.customer, kind: .text(TextRule(maxLength: 50)),
                required: .always, help: Strings.PostalSettings.customerHelp, width: 24),
            Self.money(ID.collectFee, Strings.PostalSettings.collectFee),
            Self.money(ID.resultFee, Strings.PostalSettings.resultFee),
        ]
    }

    private static let sender = [
        Field(
            id: ID.name, label: Strings.PostalSettings.name, kind: .text(TextRule(maxLength: 200)),
            required: .always, width: 50),
        Field(
            id: ID.phone, label: Strings.Post.phone, kind: .text(TextRule(maxLength: 20)),
            required: .always, width: 15),
        Field(
            id: ID.address, label: Strings.Post.address, kind: .text(TextRule(maxLength: 255)),
            required: .always, help: Strings.Post.addressHelp),
    ]

    private static let ranges = FormGroup(
        id: ID.ranges, title: Strings.PostalSettings.ranges, help: Strings.PostalSettings.rangesHelp,
        fields: [
            Field(
                id: ID.service, label: Strings.PostalSettings.service, kind: .text(TextRule(maxLength: 2)),
                required: .always, help: Strings.PostalSettings.serviceHelp, width: 4),
            number(ID.first, Strings.PostalSettings.first), number(ID.last, Strings.PostalSettings.last),
        ], repeats: Repeats(max: 200))

    private static func money(_ id: String, _ label: Phrase) -> Field {
        Field(id: id, label: label, kind: .money(NumberRule(min: 0)), required: .always, width: 18)
    }

    private static func number(_ id: String, _ label: Phrase) -> Field {
        Field(
            id: id, label: label, kind: .number(NumberRule(min: 0, max: TrackingRange.largestSerial)),
            required: .always, width: 10)
    }

    private var answers: Answers {
        var answers = Answers()
        func put(_ id: String, _ text: String?) { answers[id] = text.map(Answer.text) }
        put(ID.office, settings.office?.code)
        put(ID.customer, settings.customerCode)
        put(ID.name, settings.sender?.name)
        put(ID.phone, settings.sender?.phone)
        put(ID.address, settings.sender?.address.text)
        if settings.office != nil {
            answers[ID.collectFee] = .number(settings.collectFee)
            answers[ID.resultFee] = .number(settings.resultFee)
        }
        answers[ID.ranges] = .rows(
            settings.ranges.map { range in
                [
                    ID.service: .text(range.service), ID.first: .number(range.first),
                    ID.last: .number(range.last),
                ]
            })
        return answers
    }

    // MARK: Doing it

    /// What the answers ask for.
    static func request(_ answers: Answers) -> PostalSettingsPut {
        PostalSettingsPut(
            office: answers.filled(ID.office) ?? "", customerCode: answers.filled(ID.customer) ?? "",
            senderName: answers.filled(ID.name) ?? "", senderPhone: answers.filled(ID.phone) ?? "",
            senderAddress: answers.filled(ID.address) ?? "", collectFee: answers.number(ID.collectFee) ?? 0,
            resultFee: answers.number(ID.resultFee) ?? 0,
            ranges: answers.rows(ID.ranges).map { row in
                TrackingRangePut(
                    service: (row.filled(ID.service) ?? "").uppercased(), first: row.number(ID.first) ?? 0,
                    last: row.number(ID.last) ?? 0)
            })
    }

    func perform(_ answers: Answers, _ run: TaskRun) async -> Result<PostalSettings, SubmitFailure> {
        let (unit, revision, put) = (settings.unit.code, settings.revision, Self.request(answers))
        let result = await run.desk.ask { client throws(APIError) in
            try await client.putPostalSettings(unit: unit, put, revision: revision)
        }
        guard case .failure(.problem(let refusal)) = result, refusal.isStale else {
            return result.mapError(SubmitFailure.init)
        }
        // An earlier try may have been the one that was faster, with an answer that never came.
        let now = await run.desk.ask { client throws(APIError) in
            try await client.postalSettings(unit: unit)
        }
        guard case .success(let found) = now, found.holds(put) else {
            return result.mapError(SubmitFailure.init)
        }
        return .success(found)
    }

    func ending(_ value: PostalSettings, _ desk: Desk) -> TaskEnding {
        .done(Strings.PostalSettings.saved(value.unit))
    }

    func path(of pointer: String) -> FieldPath? {
        let parts = pointer.split(separator: "/").map(String.init)
        guard let first = parts.first else { return nil }
        guard first == ID.ranges, parts.count > 1, let row = Int(parts[1]) else { return FieldPath(first) }
        return FieldPath(parts.count > 2 ? parts[2] : ID.last, group: ID.ranges, row: row)
    }
}

extension PostalSettings {
    /// Whether they are what was asked for, as far as that can be told: an address is kept as it was read.
    func holds(_ put: PostalSettingsPut) -> Bool {
        func sorted(_ ranges: [TrackingRangePut]) -> [TrackingRangePut] {
            ranges.sorted { ($0.service, $0.first) < ($1.service, $1.first) }
        }
        return office?.code == put.office && customerCode == put.customerCode.trimmed
            && sender?.name == put.senderName.trimmed && collectFee == put.collectFee
            && resultFee == put.resultFee
            && sorted(ranges.map { TrackingRangePut(service: $0.service, first: $0.first, last: $0.last) })
                == sorted(put.ranges)
    }
}
