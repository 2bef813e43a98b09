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

    public mutating func form() -> FormDefinition {
        var fields = (0..<number(1...4)).map { field("f\($0)") }
        for index in fields.indices where index > 0 && flip(30) {
            fields[index].visibleWhen = condition(on: fields[number(0...(index - 1))])
            if flip(30), let condition = condition(on: fields[number(0...(index - 1))]) {
                fields[index].required = .when(condition)
            }
        }
        let rows = (0..<number(1...2)).map { field("r\($0)") }
        var groups = [FormGroup(id: "g", title: "G", fields: fields)]
        if flip(30) {
            let least = number(0...1)
            groups.append(
                FormGroup(
                    id: "rows", title: "R", fields: rows,
                    repeats: Repeats(min: least, max: number(least...4))))
        }
        var rules: [FormRule] = []
        if let condition = condition(on: pick(fields)) {
            rules.append(FormRule(id: "rule", holds: condition, field: fields[0].id, message: "Sai."))
        }
        return FormDefinition(
            id: "made", version: 1, title: "Made", pages: [FormPage(id: "p", title: "P", groups: groups)],
            rules: rules)
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

    private mutating func field(_ id: String) -> Field {
        Field(id: id, label: Phrase(id), kind: kind(), required: flip(30) ? .always : .never)
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
        case 11: return .search(.fixed(options()), popular: [])
        case 12:
            return .date(
                DateRule(min: .today(offsetDays: -number(0...900)), max: .today(offsetDays: number(0...90))))
        case 13: return .dateRange(DateRule(max: flip(50) ? .today(offsetDays: 30) : nil))
        case 14: return .time(TimeRule(min: LocalTime(hour: 7, minute: 30), clock: pick(TimeClock.allCases)))
        case 15: return .timeRange(TimeRule(clock: pick(TimeClock.allCases)))
        case 16:
            return pick([
                .number(NumberRule(min: low, max: low + 9)), .money(NumberRule(min: 0)),
                .number(NumberRule()),
            ])
        case 17:
            return pick([
                .slider(SliderRule(min: low, max: low + 12, step: 3)),
                .spinBox(NumberRule(min: low, max: low + 9)),
            ])
        default: return .files(FileRule(many: true, types: [.pdf, .png], maxBytes: 5000, maxCount: 2))
        }
    }

    // MARK: What is typed

    public mutating func typed(for field: Field) -> String {
        if flip(6) {
            return pick(["", " ", "x", "\u{202E}", "-1", "99999999999999999999", "31/02/2026", "a\nb", "🇻🇳"])
        }
        switch field.kind {
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
