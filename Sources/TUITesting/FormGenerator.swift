import Forms

/// Makes forms with every kind of field, and answers for them, from a seed.
public struct FormGenerator {
    var chance: SeededGenerator

    public init(_ seed: UInt64) {
        chance = SeededGenerator(seed)
    }

    public mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &chance) }
    public mutating func flip(_ percent: Int) -> Bool { number(0...99) < percent }
    public mutating func pick<T>(_ items: [T]) -> T { items[number(0...(items.count - 1))] }

    // MARK: Forms

    /// Pages, groups and fields that come and go, rows, values that are worked out, rules and warnings: what a ministry
    /// may publish. Now and then one has a mistake that the linter names, as a circle of conditions.
    public mutating func form() -> FormDefinition {
        var fields = (0..<number(1...4)).map { field("f\($0)") }
        for index in fields.indices where index > 0 && flip(30) {
            fields[index].visibleWhen = condition(on: fields[number(0...(index - 1))])
            if flip(30), let condition = condition(on: fields[number(0...(index - 1))]) {
                fields[index].required = .when(condition)
            }
        }
        if flip(20) { fields += places(beside: fields) }
        let hasRows = flip(40)
        let rows = (0..<number(1...2)).map { field("r\($0)") }
        if flip(40) { fields.append(computed("sum", fields, hasRows ? rows : [])) }
        if flip(20) {
            let index = number(0...(fields.count - 1))
            if fields[index].computed == nil { fields[index].locked = true }
        }
        var groups = [FormGroup(id: "g", title: "G", fields: fields)]
        if hasRows {
            let least = number(0...1)
            groups.append(
                FormGroup(
                    id: "rows", title: "R", fields: rows,
                    visibleWhen: flip(20) ? condition(on: fields[0]) : nil,
                    repeats: Repeats(min: least, max: number(least...4))))
        }
        var pages = [FormPage(id: "p", title: "P", groups: groups)]
        if flip(30) {
            pages.append(
                FormPage(
                    id: "q", title: "Q",
                    groups: [
                        FormGroup(
                            id: "h", title: "H", fields: (0..<number(1...2)).map { field("q\($0)") },
                            visibleWhen: flip(30) ? condition(on: pick(fields)) : nil)
                    ], visibleWhen: flip(50) ? condition(on: pick(fields)) : nil))
        }
        return FormDefinition(
            id: "made", version: 1, title: "Made", pages: pages, rules: rules(fields, hasRows ? rows : []))
    }

    /// Between fields, over all rows, and in each row.
    private mutating func rules(_ fields: [Field], _ rows: [Field]) -> [FormRule] {
        var rules: [FormRule] = []
        func severity() -> Severity { flip(25) ? .warning : .error }
        if let condition = condition(on: pick(fields)) {
            rules.append(
                FormRule(
                    id: "rule", holds: condition, field: fields[0].id, message: "Sai.", severity: severity()))
        }
        if flip(30), let source = aggregate(fields, rows),
            let holds = try? Expression(parsing: "\(source) \(pick(["<", ">=", "!="])) \(number(0...12))")
        {
            rules.append(
                FormRule(
                    id: "all", holds: holds, field: pick(fields).id, message: "Sai.", severity: severity()))
        }
        if !rows.isEmpty, flip(50), let condition = condition(on: pick(rows)) {
            rules.append(
                FormRule(
                    id: "row", holds: condition, field: rows[0].id, message: "Sai.", severity: severity()))
        }
        return rules
    }

    private static func isNumber(_ field: Field) -> Bool {
        switch field.kind {
        case .number, .money, .slider, .spinBox: true
        default: false
        }
    }

    /// A number of several fields, or of all rows; nil where there is none.
    private mutating func aggregate(_ fields: [Field], _ rows: [Field]) -> String? {
        let numbers = fields.filter(Self.isNumber).map(\.id)
        let columns = rows.filter(Self.isNumber).map(\.id)
        var sources: [String] = []
        if !rows.isEmpty { sources.append("count(rows)") }
        for column in columns { sources += ["sum(rows.\(column))", "sum(rows.\(column)) - count(rows)"] }
        if numbers.count > 1 {
            let all = numbers.joined(separator: ", ")
            sources += ["min(\(all))", "max(\(all))", "\(numbers[0]) + \(numbers[1])"]
        }
        return sources.isEmpty ? nil : pick(sources)
    }

    /// A field whose value is worked out from others.
    private mutating func computed(_ id: String, _ fields: [Field], _ rows: [Field]) -> Field {
        let source =
            aggregate(fields, rows) ?? fields.first(where: Self.isNumber).map { $0.id + " * 2" } ?? "7"
        return Field(
            id: id, label: Phrase(id), kind: flip(50) ? .number(NumberRule()) : .money(NumberRule(max: 20)),
            computed: try? Expression(parsing: source))
    }

    private mutating func condition(on field: Field) -> Expression? {
        let id = field.id
        let source =
            switch field.kind {
            case .checkbox: pick([id, "not \(id)"])
            case .number, .money, .slider, .spinBox:
                "\(id) \(pick(["<", ">=", "==", "!="])) \(number(-2...12))"
            case .date: "\(id) \(pick(["<", ">"])) today() + \(number(0...30))"
            case .time: "\(id) >= '\(pick(["07:30", "13:00"]))'"
            case .dateRange: "end(\(id)) - start(\(id)) > \(number(0...9))"
            case .radio, .dropdown(_, false, _), .search: "\(id) == '\(pick(["a", "b"]))'"
            default: pick(["empty(\(id))", "not empty(\(id))"])
            }
        return try? Expression(parsing: source)
    }

    /// A commune and, where no field asks for it yet, the province that it lies in.
    private mutating func places(beside fields: [Field]) -> [Field] {
        var places: [Field] = []
        let asked = fields.first {
            if case .dropdown(.reference, multiple: false, _) = $0.kind { true } else { false }
        }
        if asked == nil {
            let source = OptionSource.reference("provinces", parentField: nil)
            places.append(
                Field(
                    id: "province", label: "province",
                    kind: .dropdown(source, multiple: false, empty: "Không")))
        }
        let source = OptionSource.reference("communes", parentField: asked?.id ?? "province")
        let kind: FieldKind =
            flip(50) ? .search(source, popular: []) : .dropdown(source, multiple: flip(30), empty: "Không")
        places.append(
            Field(id: "commune", label: "commune", kind: kind, required: flip(30) ? .always : .never))
        return places
    }

    private mutating func field(_ id: String) -> Field {
        let kind = kind()
        return Field(
            id: id, label: Phrase(id), kind: kind, required: flip(30) ? .always : .never,
            initial: initial(kind))
    }

    /// What stands there at first: always in a spin box, now and then elsewhere.
    private mutating func initial(_ kind: FieldKind) -> Answer? {
        switch kind {
        case .spinBox(let rule): rule.min.map(Answer.number)
        case .slider(let rule): flip(30) ? .number(rule.min) : nil
        case .number(let rule), .money(let rule): flip(20) ? .number((rule.min ?? 0) + (rule.step ?? 1)) : nil
        case .radio, .dropdown(.fixed, false, _), .search: flip(20) ? .text("a") : nil
        case .checkbox: flip(20) ? .flag(true) : nil
        case .checkboxes, .dropdown(.fixed, true, _): flip(20) ? .choices(["a", "b"]) : nil
        case .time: flip(20) ? .text("08:00") : nil
        default: nil
        }
    }

    private mutating func options() -> [Option] {
        ["a", "b", "c", "d"].prefix(number(2...4)).map { Option(value: $0, label: Phrase($0)) }
    }

    private mutating func kind() -> FieldKind {
        let low = number(-3...5)
        switch number(0...18) {
        case 0: return .text(TextRule(maxLength: number(1...20)))
        case 1: return .text(TextRule(format: pick(TextFormat.allCases)))
        case 2:
            return .text(
                TextRule(
                    pattern: pick(["[A-Z]\\d{2,3}", "a  b", "(x|y)*", "\\p{L}+ ?\\d"]), uppercase: flip(50)))
        case 3: return .text(TextRule(digitsOnly: true, fixedLength: number(1...6)))
        case 4: return .password
        case 5: return .textArea(TextAreaRule(maxLength: number(1...40)))
        case 6: return .radio(options())
        case 7: return .checkbox
        case 8: return .checkboxes(options())
        case 9: return .dropdown(.fixed(options()), multiple: flip(50), empty: "Không")
        case 10:
            return .dropdown(.reference("provinces", parentField: nil), multiple: flip(30), empty: "Không")
        case 11:
            let options = options()
            return .search(.fixed(options), popular: Array(options.prefix(1)))
        case 12:
            return .date(
                DateRule(min: .today(offsetDays: -number(0...900)), max: .today(offsetDays: number(0...90))))
        case 13: return .dateRange(DateRule(max: flip(50) ? .today(offsetDays: 30) : nil))
        case 14: return .time(TimeRule(min: LocalTime(hour: 7, minute: 30), clock: pick(TimeClock.allCases)))
        case 15: return .timeRange(TimeRule(clock: pick(TimeClock.allCases)))
        case 16:
            return pick([
                .number(NumberRule(min: low, max: low + 9)), .money(NumberRule(min: 0)),
                .number(NumberRule()), .number(NumberRule(min: 0, max: 20, step: 2)),
                .money(NumberRule(min: 0, step: 500)),
            ])
        case 17:
            return pick([
                .slider(SliderRule(min: low, max: low + 12, step: 3)),
                .spinBox(NumberRule(min: low, max: low + 9)),
            ])
        default:
            return pick([
                .files(FileRule(many: true, types: [.pdf, .png], maxBytes: 5000, maxCount: 2)),
                .files(FileRule(types: [.pdf], maxBytes: 5000)),
            ])
        }
    }

    // MARK: What is typed

    public mutating func typed(for field: Field) -> String {
        if flip(6) {
            return pick(["", " ", "x", "\u{202E}", "-1", "99999999999999999999", "31/02/2026", "a\nb", "🇻🇳"])
        }
        switch field.kind {
        case .dropdown(.reference(_, _?), let isMultiple, _):
            return pick(isMultiple ? ["00004", "00004\n00008", "00004\n00008\n00623"] : ["00004", "00623"])
        case .search(.reference, _): return pick(["00004", "00008", "00623", " 00004"])
        case .text(let rule):
            switch rule.format {
            case .identityNumber?: return pick(["001185000123", "001 185 000 123", "00118500012"])
            case .phone?: return pick(["+84 912.345.678", "0912345678", "091234567"])
            case .email?: return pick([" a@b.vn ", "a@b"])
            case .taxCode?: return pick(["0100109106", "0100109106001", "0100109107"])
            case .personName?: return pick(["  Nguyễn   Thị Ánh", "Nguye\u{302}\u{303}n", "A1"])
            case .dossierCode?: return pick(["h26.1.5 261123 0001", "xyz"])
            case nil:
                return pick([
                    "a12", "A123", "a  b", "xyx", "Ánh 5", "123", "1234", String(repeating: "ệ", count: 21),
                ])
            }
        case .password, .textArea: return pick(["bí mật", "a\r\nb", String(repeating: "x", count: 41)])
        case .radio, .dropdown(.fixed, false, _), .search: return pick(["a", "b", " c", "d", "e"])
        case .dropdown(.reference, false, _): return pick(["01", "02", " 01"])
        case .checkbox: return pick(["x", "có", "không", "1", "0", "?"])
        case .checkboxes, .dropdown(_, true, _): return pick(["a", "a\nb", "a\na", "01\n02", "z"])
        case .date: return pick(["23/11/2026", "1-1-26", "24112026", "01/01/1850"])
        case .dateRange: return pick(["01/11/2026 - 23/11/2026", "1/1-2/2", "2/2/2026-1/1/2026", "1/1/2026"])
        case .time: return pick(["8", "830", "8h30", "1:30 CH", "12:00 SA", "7:29", "25:00"])
        case .timeRange: return pick(["8-11h30", "08:00/11:30", "11:00 - 8:00", "8"])
        case .number, .money, .slider, .spinBox:
            return pick(["0", "3", "6", "-2", "1.500", "16.000 đ", "12"])
        case .files: return rawFiles()
        case .note: return ""
        }
    }

    private mutating func rawFiles() -> String {
        let hash = String(repeating: pick(["0a", "ff"]), count: 32)
        let file =
            #"{"sha256":"\#(hash)","name":"\#(pick(["a.pdf", " "]))","type":"\#(pick(["application/pdf", "text/html"]))","size":\#(pick([1, 5000, 5001]))}"#
        return pick(["[\(file)]", "[\(file),\(file)]", "[]", "a.pdf"])
    }

    // MARK: What is sent

    /// Any JSON answer, right or wrong in type.
    public mutating func sent(for field: Field, _ today: LocalDate) -> Answer? {
        if flip(20) { return nil }
        if flip(8) {
            return pick([
                .text(""), .text("x"), .number(.max), .number(2_000_000_000_000_000_000), .number(0),
                .flag(true),
                .choices([]), .choices(["a", "a"]), .choices(["01\n02"]), .rows([[:]]),
                .rows([["x": .number(1)]]),
                .text("2026-11-23"), .text("08:00"), .text(String(repeating: "a", count: 300)),
            ])
        }
        let raw = typed(for: field)
        if flip(90), let answer = try? FieldParser.parse(raw, as: field, today: today).get() { return answer }
        return .text(raw)
    }
}
