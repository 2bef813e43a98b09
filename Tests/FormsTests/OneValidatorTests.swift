import Forms
import TUITesting
import Testing

/// VA-2: the desk reads what is typed, the central system reads JSON, and both say the same.
@Suite("One validator on both sides")
struct OneValidatorTests {
    private static let today = SampleForm.today
    /// Two provinces, the first with two communes and the second with one.
    private static let places: FormValidator.ReferenceCheck = { set, value, parent in
        guard set == "communes" else { return value == "01" || value == "02" }
        return switch value {
        case "00004", "00008": parent == "01"
        case "00623": parent == "02"
        default: false
        }
    }

    private static func isRefused(_ errors: [FieldError]) -> Bool {
        errors.contains { $0.issue.severity == .error }
    }

    /// What the desk makes of typed texts; nil where one of them can't be read.
    private static func desk(
        _ form: FormDefinition, _ typed: (Field, Int?) -> String, rows: Int?
    ) -> Answers? {
        var answers = Answers()
        for group in form.groups {
            guard group.repeats != nil else {
                for field in group.fields {
                    guard
                        case .success(let answer) = FieldParser.parse(
                            typed(field, nil), as: field, today: today)
                    else { return nil }
                    answers[field.id] = answer
                }
                continue
            }
            var lines: [Answers] = []
            for index in 0..<(rows ?? 0) {
                var line = Answers()
                for field in group.fields {
                    guard
                        case .success(let answer) = FieldParser.parse(
                            typed(field, index), as: field, today: today)
                    else { return nil }
                    line[field.id] = answer
                }
                lines.append(line)
            }
            answers[group.id] = .rows(lines)
        }
        return answers
    }

    /// What an officer would have to type for an answer.
    static func typed(_ answer: Answer?, _ field: Field) -> String {
        switch (answer, field.kind) {
        case (.text(let text), .date): LocalDate(iso: text)?.display ?? text
        case (.text(let text), .dateRange): DateRange(iso: text)?.display ?? text
        case (.text(let text), .time(let rule)): LocalTime(iso: text)?.display(clock: rule.clock) ?? text
        case (.text(let text), .timeRange(let rule)): TimeRange(iso: text)?.display(clock: rule.clock) ?? text
        case (.text(let text), _): text
        case (.number(let number), .money): Money(number).display
        case (.number(let number), _): String(number)
        case (.flag(let flag), _): flag ? "có" : "không"
        case (.choices(let values), _): values.joined(separator: "\n")
        case (.rows, _):
            answer.flatMap { try? StrictJSON.encode($0) }.map { String(decoding: $0, as: UTF8.self) } ?? ""
        case (nil, _): ""
        }
    }

    @Test("VA-2 What the desk accepts, the central system accepts", arguments: 0..<10)
    func fromTheDesk(_ block: Int) throws {
        var accepted = 0
        var communes = 0
        for seed in 0..<900 {
            var generator = FormGenerator(UInt64(block * 1000 + seed))
            // As it travels: both sides read the same bytes.
            let form = try StrictJSON.decode(FormDefinition.self, from: StrictJSON.encode(generator.form()))
            let rows = generator.number(0...3)
            let found = Self.desk(form, { field, _ in generator.typed(for: field) }, rows: rows)
            guard let answers = found else { continue }
            let atDesk = FormValidator(form, today: Self.today, reference: Self.places).check(answers)
            let received = try StrictJSON.decode(Answers.self, from: StrictJSON.encode(answers))
            let atCentre = FormValidator(form, today: Self.today, reference: Self.places).check(received)
            #expect(atDesk == atCentre, "seed \(block * 1000 + seed)")
            guard !Self.isRefused(atDesk) else { continue }
            accepted += 1
            if answers["commune"] != nil { communes += 1 }
        }
        #expect(accepted > 20, "too few of the generated answers are right: \(accepted)")
        #expect(communes > 0, "none of them with a commune of its province")
    }

    @Test("VA-2 What the central system accepts, the desk accepts as it is typed", arguments: 0..<10)
    func fromTheCentre(_ block: Int) throws {
        var accepted = 0
        for seed in 0..<600 {
            var generator = FormGenerator(UInt64(50_000 + block * 1000 + seed))
            let form = generator.form()
            var sent = Answers()
            for group in form.groups {
                guard group.repeats != nil else {
                    for field in group.fields { sent[field.id] = generator.sent(for: field, Self.today) }
                    continue
                }
                var lines: [Answers] = []
                for _ in 0..<generator.number(0...3) {
                    var line = Answers()
                    for field in group.fields { line[field.id] = generator.sent(for: field, Self.today) }
                    lines.append(line)
                }
                if generator.flip(90) { sent[group.id] = .rows(lines) }
            }
            let validator = FormValidator(form, today: Self.today, reference: Self.places)
            guard !Self.isRefused(validator.check(sent)) else { continue }
            // A field that is hidden is not typed.
            let settled = validator.settled(sent)
            accepted += 1
            let rows = form.groups.first { $0.repeats != nil }.map { settled.rows($0.id).count }
            let desk = Self.desk(
                form,
                { field, row in
                    let group = form.groups.first { $0.repeats != nil }?.id ?? ""
                    let answer = row.map { settled.rows(group)[$0][field.id] } ?? settled[field.id]
                    return Self.typed(answer, field)
                }, rows: rows)
            guard let desk else {
                Issue.record("seed \(50_000 + block * 1000 + seed): the desk can't read \(settled)")
                continue
            }
            #expect(!Self.isRefused(validator.check(desk)), "seed \(50_000 + block * 1000 + seed) \(settled)")
        }
        #expect(accepted > 20, "too few of the generated answers are right: \(accepted)")
    }

    @Test("Fuzzed definitions and answers: never a crash", arguments: 0..<5)
    func fuzz(_ block: Int) throws {
        var cases = 0
        for seed in 0..<150 {
            var generator = FormGenerator(UInt64(90_000 + block * 1000 + seed))
            let form = generator.form()
            let bytes = try StrictJSON.encode(form)
            for _ in 0..<10 {
                var broken = bytes
                for _ in 0..<generator.number(1...2) {
                    let index = generator.number(0...(broken.count - 1))
                    switch generator.number(0...3) {
                    case 0: broken[index] = UInt8(generator.number(0...255))
                    case 1: broken.remove(at: index)
                    case 2: broken.insert(broken[index], at: index)
                    default: broken.swapAt(index, generator.number(0...(broken.count - 1)))
                    }
                }
                let found = FormDefinition.lint(broken)
                let decoded = try? StrictJSON.decode(FormDefinition.self, from: broken)
                // What can't be decoded is never without a finding.
                #expect(decoded != nil || !found.isEmpty)
                guard let decoded else { continue }
                var answers = Answers()
                for id in ["f0", "f1", "f2", "f3", "rows", "zz"] {
                    answers[id] = generator.sent(for: form.groups[0].fields[0], Self.today)
                }
                _ = FormValidator(decoded, today: Self.today).check(answers)
                cases += 1
            }
        }
        #expect(cases > 40)
    }
}
