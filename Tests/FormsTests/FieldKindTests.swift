import Forms
import Testing

@Suite("The kinds of field of Appendix 01 that came with issue 3")
struct FieldKindTests {
    static let today = SampleForm.today
    static let hash = String(repeating: "0a", count: 32)

    static func field(_ kind: FieldKind) -> Field { Field(id: "a", label: "A", kind: kind) }

    static func file(_ changes: [String: Answer] = [:]) -> Answers {
        var row: Answers = [
            "sha256": .text(hash), "name": .text("giấy khai sinh.pdf"), "type": .text("application/pdf"),
            "size": .number(1000),
        ]
        for (key, value) in changes { row[key] = value }
        return row
    }

    private static let opening = TimeRule(
        min: LocalTime(hour: 7, minute: 30), max: LocalTime(hour: 17, minute: 0))
    private static let noon = TimeRule(max: LocalTime(hour: 12, minute: 0), clock: .h12)
    private static let scale = SliderRule(min: 10, max: 50, step: 5)
    private static let source = OptionSource.fixed([Option(value: "x", label: "X")])

    @Test(
        "Raw text becomes answers",
        arguments: [
            (.dateRange(DateRule()), "01/01/2026 - 02/02/2026", "2026-01-01/2026-02-02"),
            (.dateRange(DateRule()), "1-1-2026-2-2-2026", "2026-01-01/2026-02-02"),
            (.dateRange(DateRule()), "01012026 – 02022026", "2026-01-01/2026-02-02"),
            (.dateRange(DateRule()), "1/1 đến 2/2", "2026-01-01/2026-02-02"),
            (.dateRange(DateRule()), "1/1/2026-1/1/2026", "2026-01-01/2026-01-01"),
            (.dateRange(DateRule()), "2026-01-01/2026-02-02", "2026-01-01/2026-02-02"),
            (.time(TimeRule()), "8", "08:00"), (.time(TimeRule()), "830", "08:30"),
            (.time(TimeRule()), "0830", "08:30"), (.time(TimeRule()), "8:30", "08:30"),
            (.time(TimeRule()), "8h30", "08:30"), (.time(TimeRule()), "8H", "08:00"),
            (.time(TimeRule()), "8 giờ 30 phút", "08:30"), (.time(TimeRule()), "8.30", "08:30"),
            (.time(TimeRule()), "8:30 SA", "08:30"), (.time(TimeRule()), "8:30 ch", "20:30"),
            (.time(TimeRule()), "12:00 SA", "00:00"), (.time(TimeRule()), "12:30CH", "12:30"),
            (.time(TimeRule()), "13:30 CH", "13:30"), (.time(TimeRule()), "1 PM", "13:00"),
            (.time(TimeRule()), "0:00", "00:00"), (.time(TimeRule()), "23:59", "23:59"),
            (.timeRange(TimeRule()), "8-11h30", "08:00/11:30"),
            (.timeRange(TimeRule()), "08:00 - 11:30", "08:00/11:30"),
            (.timeRange(TimeRule()), "1 CH đến 4:30 CH", "13:00/16:30"),
            (.timeRange(TimeRule()), "08:00/08:00", "08:00/08:00"),
            (.search(source, popular: []), " x ", "x"),
        ] as [(FieldKind, String, String)])
    func reads(_ kind: FieldKind, _ raw: String, _ answer: String) {
        #expect(FieldParser.parse(raw, as: Self.field(kind), today: Self.today) == .success(.text(answer)))
    }

    @Test(
        "Raw text that is refused says why",
        arguments: [
            (.dateRange(DateRule()), "01/01/2026", "date_range"),
            (.dateRange(DateRule()), "31/02/2026 - 01/03/2026", "date_range"),
            (.dateRange(DateRule()), "02/02/2026 - 01/01/2026", "range_reversed"),
            (.dateRange(DateRule(min: .today(offsetDays: 0))), "1/1/2026-1/1/2027", "too_early"),
            (.dateRange(DateRule(max: .today(offsetDays: 0))), "1/1/2026-1/1/2027", "too_late"),
            (.time(TimeRule()), "24:00", "time"), (.time(TimeRule()), "8:60", "time"),
            (.time(TimeRule()), "8:3", "time"), (.time(TimeRule()), "8::30", "time"),
            (.time(TimeRule()), "13:00 SA", "time"), (.time(TimeRule()), "0:30 CH", "time"),
            (.time(TimeRule()), "sáng", "time"), (.time(TimeRule()), "٨:٣٠", "time"),
            (.time(TimeRule()), String(repeating: "1", count: 1 << 20), "time"),
            (.dateRange(DateRule()), String(repeating: "-", count: 1 << 20), "date_range"),
            (.time(opening), "7:29", "too_early"), (.time(opening), "17:01", "too_late"),
            (.timeRange(opening), "8:00-18:00", "too_late"),
            (.timeRange(TimeRule()), "11:00 - 8:00", "range_reversed"),
            (.timeRange(TimeRule()), "11:00", "time_range"),
            (.slider(scale), "9", "too_small"), (.slider(scale), "55", "too_large"),
            (.slider(scale), "12", "off_scale"), (.slider(scale), "x", "number"),
            (.spinBox(NumberRule(min: 1, max: 9)), "10", "too_large"),
            (.search(source, popular: []), "y", "unknown_option"), (.files(FileRule()), "a.pdf", "files"),
        ] as [(FieldKind, String, String)])
    func refuses(_ kind: FieldKind, _ raw: String, _ code: String) {
        guard case .failure(let issue) = FieldParser.parse(raw, as: Self.field(kind), today: Self.today)
        else {
            Issue.record("taken: \(raw.prefix(40))")
            return
        }
        #expect(issue.code == code)
        #expect(issue.message.en != nil && !issue.message.vi.isEmpty)
    }

    @Test("SL-1 a slider takes the values of its scale, a spin box those of its range")
    func scales() {
        for value in [10, 15, 50] {
            #expect(
                FieldParser.parse(String(value), as: Self.field(.slider(Self.scale)), today: Self.today)
                    == .success(.number(value)))
        }
        #expect(!SliderRule(min: .min, max: .max, step: 2).holds(.max))
        #expect(
            FieldParser.parse("9", as: Self.field(.spinBox(NumberRule(min: 1, max: 9))), today: Self.today)
                == .success(.number(9)))
    }

    @Test(
        "UP-1 files: shape, number, declared type and size",
        arguments: [
            ([file()], nil), ([], nil),
            ([file(["type": .text("image/png")])], "file_type"),
            ([file(["type": .text("pdf")])], "file_type"),
            ([file(["size": .number(0)])], "empty_file"), ([file(["size": .number(-1)])], "empty_file"),
            ([file(["size": .number(2001)])], "file_too_large"), ([file(["size": .number(2000)])], nil),
            ([file(["sha256": .text("0A")])], "files"),
            ([file(["sha256": .text(String(repeating: "A", count: 64))])], "files"),
            ([file(["name": .text(" ")])], "files"), ([file(["size": .text("1")])], "files"),
            ([file(["name": .text("a\u{202E}fdp.exe")])], "invalid_character"),
            ([file(["name": .text(String(repeating: "a", count: 256))])], "too_long"),
            ([file(["path": .text("/etc")])], "files"), ([[:]], "files"),
            ([file(), file()], "repeated_file"),
            ([file(), file(), file()], "too_many_files"),
        ] as [([Answers], String?)])
    func files(_ rows: [Answers], _ code: String?) {
        let rule = FileRule(many: true, types: [.pdf, .jpeg], maxBytes: 2000, maxCount: 2)
        let form = FormDefinition(
            id: "f", version: 1, title: "F",
            pages: [
                FormPage(
                    id: "p", title: "P",
                    groups: [FormGroup(id: "g", title: "G", fields: [Self.field(.files(rule))])])
            ])
        let validator = FormValidator(form, today: Self.today)
        let answer: Answer = rows.isEmpty ? .choices([]) : .rows(rows)
        #expect(validator.check(["a": answer]).map(\.issue.code) == [code].compactMap { $0 })
        #expect(validator.check(["a": .text("x")]).map(\.issue.code) == ["wrong_type"])
    }

    @Test("A file's type is what its bytes say")
    func content() {
        #expect(FileType(content: "%PDF-1.7\n".utf8) == .pdf)
        #expect(FileType(content: [0xFF, 0xD8, 0xFF, 0xE0]) == .jpeg)
        #expect(FileType(content: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0]) == .png)
        #expect(FileType(content: [0x49, 0x49, 0x2A, 0x00]) == .tiff)
        #expect(FileType(content: [0x4D, 0x4D, 0x00, 0x2A]) == .tiff)
        #expect(FileType(content: "Đơn xin\r\n\tcấp bản sao".utf8) == .text)
        for hostile: [UInt8] in [
            [], [0x4D, 0x5A, 0x90, 0x00], [0x7F, 0x45, 0x4C, 0x46], [0xC3], [0x1B, 0x5B],
        ] {
            #expect(FileType(content: hostile) == nil)
        }
        #expect(FileType.allCases.allSatisfy { FileType(mediaType: $0.mediaType) == $0 })
    }

    @Test("TP-1 a time is shown with 24 hours, or 12 with SA and CH, and read back")
    func clocks() {
        for minute in 0..<1440 {
            guard let time = LocalTime(minuteOfDay: minute) else {
                Issue.record("\(minute)")
                continue
            }
            #expect(LocalTime(iso: time.iso) == time)
            for clock in TimeClock.allCases {
                #expect(LocalTime(typed: time.display(clock: clock)) == time)
            }
        }
        #expect(LocalTime(hour: 0, minute: 5)?.display(clock: .h12) == "12:05 SA")
        #expect(LocalTime(hour: 12, minute: 0)?.display(clock: .h12) == "12:00 CH")
        #expect(LocalTime(minuteOfDay: 1440) == nil && LocalTime(minuteOfDay: -1) == nil)
    }

    @Test("Ranges are shown and read back")
    func ranges() throws {
        let days = try #require(DateRange(iso: "2026-01-01/2026-02-01"))
        #expect(days.display == "01/01/2026 - 01/02/2026" && days.days == 32)
        #expect(
            FieldParser.parse(days.display, as: Self.field(.dateRange(DateRule())), today: Self.today)
                == .success(.text(days.iso)))
        let times = try #require(TimeRange(iso: "00:30/13:00"))
        #expect(times.display(clock: .h12) == "12:30 SA - 01:00 CH")
        #expect(
            FieldParser.parse(
                times.display(clock: .h12), as: Self.field(.timeRange(Self.noon)), today: Self.today)
                == .failure(
                    .init(
                        code: "too_late",
                        message: Phrase("Muộn nhất là 12:00 CH.", en: "12:00 CH at the latest."))))
        #expect(DateRange(iso: "2026-02-01/2026-01-01") == nil && TimeRange(iso: "8:00/9:00") == nil)
    }

    private static let written = [
        #"{"id":"a","label":"a","type":"date_range","min":"today","max":"today+30"}"#,
        #"{"id":"a","label":"a","type":"time","min":"07:30","max":"17:00","step":15,"clock":"h12"}"#,
        #"{"id":"a","label":"a","type":"time_range"}"#,
        #"{"id":"a","label":"a","type":"slider","min":0,"max":24,"step":2,"ticks":true,"vertical":true,"unit":"tháng"}"#,
        #"{"id":"a","label":"a","type":"spin_box","min":1,"max":20,"initial":1}"#,
        #"{"id":"a","label":"a","type":"search","reference":"communes","parent_field":"b","popular":[{"value":"1","label":"x"}]}"#,
        #"{"id":"a","label":"a","type":"search","options":[{"value":"1","label":"x"}]}"#,
        #"{"id":"a","label":"a","type":"files","many":true,"types":["pdf","text"],"max_bytes":1024,"max_count":3}"#,
        #"{"id":"a","label":"a","type":"files","types":["jpeg"]}"#,
    ]

    @Test("Each survives the way to JSON and back", arguments: written)
    func roundTrip(_ json: String) throws {
        let field = try StrictJSON.decode(Field.self, from: json.utf8)
        #expect(try StrictJSON.decode(Field.self, from: try StrictJSON.encode(field)) == field)
    }

    @Test(
        "A wrong one is refused with its place",
        arguments: [
            (#""type":"time","min":"7:30""#, "/min", "invalid_value"),
            (#""type":"time","min":"24:00""#, "/min", "invalid_value"),
            (#""type":"time","step":0"#, "/step", "invalid_value"),
            (#""type":"time","clock":"12""#, "/clock", "invalid_value"),
            (#""type":"time","ticks":true"#, "/ticks", "unknown_key"),
            (#""type":"slider","min":0"#, "/max", "missing_key"),
            (#""type":"slider","min":0,"max":9,"step":0"#, "/step", "invalid_value"),
            (#""type":"spin_box","min":0"#, "/max", "missing_key"),
            (#""type":"search""#, "/options", "missing_key"),
            (#""type":"search","reference":"x","multiple":true"#, "/multiple", "unknown_key"),
            (#""type":"files""#, "/types", "missing_key"),
            (#""type":"files","types":[]"#, "/types", "invalid_value"),
            (#""type":"files","types":["exe"]"#, "/types/0", "invalid_value"),
            (#""type":"files","types":["pdf"],"max_bytes":20971521"#, "/max_bytes", "invalid_value"),
            (#""type":"files","types":["pdf"],"max_count":2"#, "/max_count", "invalid_value"),
            (#""type":"date_range","step":1"#, "/step", "unknown_key"),
        ])
    func refusesDefinition(_ members: String, _ pointer: String, _ code: String) {
        let error = #expect(throws: StrictJSONError.self) {
            try StrictJSON.decode(Field.self, from: #"{"id":"a","label":"a",\#(members)}"#.utf8)
        }
        #expect(error?.pointer == pointer)
        #expect(error?.code == code)
    }
}
