import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import central

/// The engine that the desk runs and the endpoint that others ask, on generated forms.
@Suite("One form, judged at the desk and by the central system")
struct TwoSidesTests {
    /// A form that a ministry could publish; nil where the generated one has a mistake, or asks for what only the
    /// system's own lists know.
    static func form(_ seed: Int, _ generator: inout FormGenerator) -> FormDefinition? {
        var form = generator.form()
        form.id = "made-\(seed)"
        for field in form.pages[0].groups[0].fields.indices {
            if case .spinBox(let rule) = form.pages[0].groups[0].fields[field].kind {
                form.pages[0].groups[0].fields[field].initial = rule.min.map { .number($0) }
            }
        }
        return form.lint(references: []).isEmpty ? form : nil
    }

    /// Every field, with the rows that are on the form.
    private static func paths(_ form: FormDefinition, _ state: FormState) -> [(FieldPath, Field)] {
        form.groups.flatMap { group in
            guard group.repeats != nil else { return group.fields.map { (FieldPath($0.id), $0) } }
            return state.answers.rows(group.id).indices.flatMap { row in
                group.fields.map { (FieldPath($0.id, group: group.id, row: row), $0) }
            }
        }
    }

    private static func answer(_ path: FieldPath, in answers: Answers) -> Answer? {
        guard let group = path.group, let row = path.row else { return answers[path.field] }
        let rows = answers.rows(group)
        return rows.indices.contains(row) ? rows[row][path.field] : nil
    }

    /// Types what an officer types, and gives what he chooses as a source would give it.
    private static func enter(
        _ text: String, _ field: Field, at path: FieldPath, _ state: inout FormState, today: LocalDate
    ) {
        switch field.kind {
        case .text, .password, .textArea, .date, .dateRange, .time, .timeRange, .number, .money, .spinBox:
            guard state.focus(path) else { return }
            _ = state.handle(.paste(text))
        default:
            guard let answer = try? FieldParser.parse(text, as: field, today: today).get() else { return }
            state.fill(path, value: answer, source: "thẻ")
        }
    }

    static func publish(_ form: FormDefinition, by admin: TestDesk) async throws {
        let body = try StrictJSON.parse(StrictJSON.encode(form))
        let reply = try await PublishingTests.put(admin, body)
        #expect(reply.status == 201, "\(form.id): \(reply.text)")
    }

    private static func faults(_ form: FormDefinition, _ answers: Answers, asked desk: TestDesk) async throws
        -> [String]
    {
        let reply = try await desk.post(
            "/v1/forms/\(form.id):validate", ["version": .int(form.version), "answers": answers.json])
        #expect([200, 422].contains(reply.status), "\(form.id): \(reply.text)")
        return (reply.json["errors"]?.list ?? []).map {
            "\($0["pointer"]?.text ?? "") \($0["code"]?.text ?? "")"
        }
    }

    @Test("VA-2 what an officer's keys make right at the desk is right for the endpoint", arguments: 0..<4)
    func fromTheKeys(_ block: Int) async throws {
        let test = try TestCentral()
        let today = test.clock.now.date
        try await test.run { desk in
            let (admin, officer) = (try await desk.login("quantribo"), try await desk.login())
            var (accepted, compared) = (0, 0)
            for seed in (block * 1000)..<(block * 1000 + 150) {
                var generator = FormGenerator(UInt64(seed))
                guard let form = Self.form(seed, &generator) else { continue }
                var state = FormState(form, today: today)
                for (path, field) in Self.paths(form, state) {
                    Self.enter(generator.typed(for: field), field, at: path, &state, today: today)
                }
                let isSent = state.perform("form.submit").submits
                #expect(isSent == state.errors.isEmpty, "seed \(seed)")
                try await Self.publish(form, by: admin)
                let answers = state.answers
                let found = try await Self.faults(form, answers, asked: officer)
                if isSent {
                    accepted += 1
                    #expect(found.isEmpty, "seed \(seed): \(state.answers)")
                } else {
                    // What the desk can't read it doesn't send; where it could read all, both say the same.
                    let unread = state.errors.contains {
                        $0.issue.code != "required" && Self.answer($0.path, in: answers) == nil
                    }
                    let atDesk = state.errors.map { "\($0.path.pointer) \($0.issue.code)" }
                    if unread { continue }
                    compared += 1
                    #expect(Set(found) == Set(atDesk), "seed \(seed)")
                }
            }
            #expect(accepted > 4 && compared > 4, "\(accepted) \(compared)")
        }
    }

    @Test("VA-2 what the endpoint accepts, the desk's form submits", arguments: 0..<4)
    func fromTheEndpoint(_ block: Int) async throws {
        let test = try TestCentral()
        let today = test.clock.now.date
        try await test.run { desk in
            let (admin, officer) = (try await desk.login("quantribo"), try await desk.login())
            var accepted = 0
            for seed in (50_000 + block * 1000)..<(50_000 + block * 1000 + 150) {
                var generator = FormGenerator(UInt64(seed))
                guard let form = Self.form(seed, &generator) else { continue }
                var sent = Answers()
                for group in form.groups where group.repeats == nil {
                    for field in group.fields { sent[field.id] = generator.sent(for: field, today) }
                }
                for group in form.groups {
                    guard let repeats = group.repeats else { continue }
                    sent[group.id] = .rows(
                        (0..<repeats.max).map { _ in
                            var row = Answers()
                            for field in group.fields { row[field.id] = generator.sent(for: field, today) }
                            return row
                        })
                }
                try await Self.publish(form, by: admin)
                guard try await Self.faults(form, sent, asked: officer).isEmpty else { continue }
                accepted += 1
                var state = FormState(form, answers: sent, today: today)
                let isSent = state.perform("form.submit").submits
                #expect(isSent, "seed \(seed): \(sent) \(state.errors)")
            }
            #expect(accepted > 4, "\(accepted)")
        }
    }

    /// What is entered in a field of a form that a ministry wrote: one of its own choices, else what is typed at random.
    /// What stands in the system's own lists only the system knows: nothing.
    private static func text(for field: Field, _ generator: inout FormGenerator) -> String? {
        switch field.kind {
        case .radio(let options), .checkboxes(let options), .dropdown(.fixed(let options), _, _),
            .search(.fixed(let options), _):
            generator.pick(options).value
        case .dropdown(.reference, _, _), .search(.reference, _), .files: nil
        default: generator.typed(for: field)
        }
    }

    /// A form with random entries, but for some fields, and whether the desk sends it.
    private static func filled(
        _ form: FormDefinition, _ seed: Int, without left: Set<FieldPath>, today: LocalDate
    ) -> (FormState, Bool) {
        var generator = FormGenerator(UInt64(70_000 + seed))
        var rows: [String: Answer] = [:]
        for group in form.groups where group.repeats != nil { rows[group.id] = .rows([Answers()]) }
        var state = FormState(form, answers: Answers(rows), today: today)
        for (path, field) in paths(form, state) {
            guard let text = text(for: field, &generator), !left.contains(path) else { continue }
            enter(text, field, at: path, &state, today: today)
        }
        let isSent = state.perform("form.submit").submits
        return (state, isSent)
    }

    @Test("VA-2 the forms of training: what is typed at random is judged at the desk as by the endpoint")
    func trainingForms() async throws {
        let test = try TestCentral()
        let today = test.clock.now.date
        let forms = try TrainingData.load(directory: TrainingData.directory).forms
        try await test.run { desk in
            let officer = try await desk.login()
            var compared = 0
            for (index, form) in forms.enumerated() {
                for round in 0..<6 {
                    // What can't be read as an answer never leaves the desk: it is left out the next time.
                    var unread: Set<FieldPath> = []
                    var (state, isSent) = Self.filled(form, index * 10 + round, without: unread, today: today)
                    for _ in 0..<4 {
                        let answers = state.answers
                        let more = state.errors.filter {
                            $0.issue.code != "required" && Self.answer($0.path, in: answers) == nil
                        }
                        if more.isEmpty { break }
                        unread.formUnion(more.map(\.path))
                        (state, isSent) = Self.filled(form, index * 10 + round, without: unread, today: today)
                    }
                    let answers = state.answers
                    let isUnread = state.errors.contains {
                        $0.issue.code != "required" && Self.answer($0.path, in: answers) == nil
                    }
                    if isUnread { continue }
                    compared += 1
                    let found = try await Self.faults(form, answers, asked: officer)
                    let atDesk = state.errors.map { "\($0.path.pointer) \($0.issue.code)" }
                    #expect(Set(found) == Set(atDesk) && isSent == found.isEmpty, "\(form.id) \(round)")
                }
            }
            #expect(compared > forms.count / 2, "\(compared)")
        }
    }
}
