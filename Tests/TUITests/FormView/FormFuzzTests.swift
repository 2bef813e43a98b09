import Forms
import TUI
import TUITesting
import Testing

/// Anything may be pressed at any time.
@Suite struct FormFuzzTests {
    private static let texts = [
        "a", "1", "9", "-", "+", " ", "8:30", "31/12/1990", "0912345678", "đ", "\u{301}", "漢", "👍", "//", "~",
        "99999999999999999999", "x\ny\tz", "",
    ]

    private static let keys = FormActions.all.flatMap(\.keys)

    private func input(_ random: inout InputParserTests.Seeded) -> Input {
        let text = Self.texts[Int.random(in: 0..<Self.texts.count, using: &random)]
        switch Int.random(in: 0..<12, using: &random) {
        case 0: return text.isEmpty ? .tick : .paste(text)
        case 1, 2: return text.isEmpty ? .tick : .text(text)
        case 3:
            let kinds: [Mouse.Kind] = [.press, .scrollUp, .scrollDown, .drag, .release]
            return .mouse(
                Mouse(
                    kinds[Int.random(in: 0..<kinds.count, using: &random)],
                    at: Point(
                        Int.random(in: -2..<90, using: &random), Int.random(in: -2..<30, using: &random))))
        case 4: return .tick
        default:
            let key = Self.keys[Int.random(in: 0..<Self.keys.count, using: &random)]
            return key.isPrintable ? .text(key.label) : .key(key)
        }
    }

    /// What a program may answer, asked or not.
    private func answer(
        _ state: inout FormState, _ events: [FormEvent], _ random: inout InputParserTests.Seeded
    ) {
        for event in events {
            switch event {
            case .needsFolder(let path):
                if Bool.random(using: &random) {
                    let entries: [FolderListing.Entry] = [
                        .init("a.pdf", size: 10), .init("b.png", size: 1 << 30), .init("c", isFolder: true),
                    ]
                    state.provide(
                        FolderListing(path: path.isEmpty ? "/" : path, entries: entries))
                } else {
                    state.folderFailed(path, "Không đọc được.")
                }
            case .file(let path, .add(let files)):
                for file in files {
                    guard let added = state.addFile(to: path, name: file, size: 5, filePath: file) else {
                        continue
                    }
                    if Bool.random(using: &random) {
                        state.updateFile(at: path, id: added.id) {
                            ($0.sha256, $0.type, $0.state) = (
                                String(repeating: "a", count: 64), "image/png", .done
                            )
                        }
                    }
                }
            case .file(_, .preview(let file)):
                if Bool.random(using: &random), let image = PixelImage(width: 1, height: 1, rgb: [1, 2, 3]) {
                    state.showPreview(file.name, image: image)
                } else {
                    state.showPreview(file.name, lines: ["một", "hai"])
                }
            case .submit: state.working = Bool.random(using: &random)
            default: break
            }
        }
    }

    @Test("WC-1 no order of keys, clicks and answers breaks a form or loses its cursor", arguments: 0..<4)
    func anything(seed: UInt64) {
        var random = InputParserTests.Seeded(state: seed)
        let time = ManualTime()
        let looks = ComponentSample.Look.allCases
        for round in 0..<2 {
            let look = looks[(Int(seed) * 2 + round) % looks.count]
            var state = ComponentSample.state(look, today: FormFixture.today, time: time)
            for step in 0..<400 {
                let outcome = state.handle(input(&random))
                answer(&state, outcome.events, &random)
                time.advance(milliseconds: Int64.random(in: 0..<600, using: &random))
                if step % 50 == 49 { state.working = false }
                let size = [(80, 21), (40, 7), (120, 40), (20, 3)][step % 4]
                let drawn = state.drawn(size.0, size.1)
                if let cursor = drawn.cursor { #expect(drawn.bounds.contains(cursor)) }
                _ = state.messageLine(.vi)
                _ = state.draft
            }
            // Undone to the beginning, every field is what it was, or as the program has changed it since.
            state.working = false
            for _ in 0..<600 { _ = state.perform("form.undo") }
            _ = state.validate()
            _ = state.drawn()
        }
    }

    @Test("WC-1 rules that make no sense are drawn and take keys", arguments: 0..<4)
    func nonsense(seed: UInt64) {
        var random = InputParserTests.Seeded(state: seed)
        let numbers = [Int.min, -1, 0, 1, 2, 7, 1_000_000, Int.max]
        func number() -> Int { numbers[Int.random(in: 0..<numbers.count, using: &random)] }
        func time() -> LocalTime? { LocalTime(minuteOfDay: abs(number() % 1440)) }
        for _ in 0..<12 {
            let range = NumberRule(min: number(), max: number(), step: number())
            let times = TimeRule(min: time(), max: time(), step: number(), clock: .h12)
            let kinds: [FieldKind] = [
                .slider(SliderRule(min: number(), max: number(), step: number(), ticks: true)),
                .slider(
                    SliderRule(min: number(), max: number(), step: number(), ticks: true, vertical: true)),
                .spinBox(range), .number(range), .money(range), .time(times), .timeRange(times),
                .textArea(TextAreaRule(minRows: number(), maxRows: number(), maxLength: 100)),
                .files(FileRule(many: true, types: [], maxBytes: number(), maxCount: number())),
                .dateRange(DateRule(min: .today(offsetDays: number() % 1000), max: .today(offsetDays: -9))),
                .radio([]), .checkboxes([]), .search(.fixed([]), popular: []),
                .dropdown(.fixed([]), multiple: true, empty: ""),
            ]
            var state = FormFixture.state(
                kinds.enumerated().map { index, kind in
                    Field(id: "f\(index)", label: "Ô", kind: kind, width: number())
                })
            for step in 0..<120 {
                let outcome = state.handle(input(&random))
                answer(&state, outcome.events, &random)
                if step % 8 == 0 { state.press("esc", "tab") }
                state.working = false
                _ = state.drawn(80, 21)
            }
        }
    }
}
