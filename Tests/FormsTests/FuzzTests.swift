import Forms
import TUITesting
import Testing

@Suite("Hostile input never crashes the readers")
struct FuzzTests {
    @Test(
        "JSON: random bytes, and a form with bytes changed, cut and doubled",
        arguments: [1, 2, 3] as [UInt64])
    func json(_ seed: UInt64) {
        var generator = SeededGenerator(seed)
        for _ in 0..<2000 {
            let bytes = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
                "{}[]\",:\\u0123dtruefalsn-.eE \u{FF}".utf8.map { $0 }.randomElement(using: &generator) ?? 0
            }
            if let value = try? StrictJSON.parse(bytes) {
                let written = try? StrictJSON.encode(value)
                #expect(written.flatMap { try? StrictJSON.parse($0) } == value)
            }
        }
        let form = Array(SampleForm.json.utf8)
        for _ in 0..<300 {
            var bytes = form
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                let index = Int.random(in: bytes.indices, using: &generator)
                switch Int.random(in: 0..<4, using: &generator) {
                case 0: bytes[index] = UInt8.random(in: 0...255, using: &generator)
                case 1: bytes.remove(at: index)
                case 2: bytes.insert(bytes[index], at: index)
                default: bytes.removeSubrange(index...)
                }
                if bytes.isEmpty { break }
            }
            if let form = try? StrictJSON.decode(FormDefinition.self, from: bytes) {
                _ = FormValidator(form, today: SampleForm.today).check(SampleForm.answers())
                _ = form.lint()
            }
        }
    }

    @Test(
        "VA-2 definitions with parts changed, left out and doubled: the linter names it or the validator runs on it",
        arguments: [1, 2, 3] as [UInt64])
    func definitions(_ seed: UInt64) throws {
        var (mutator, generator) = (TreeMutator(seed), FormGenerator(seed))
        let sample = try StrictJSON.parse(Array(SampleForm.json.utf8))
        var (named, clean, unread) = (Set<String>(), 0, 0)
        for index in 0..<1500 {
            let whole = index % 2 == 0 ? sample : try StrictJSON.parse(StrictJSON.encode(generator.form()))
            let bytes = try StrictJSON.encode(mutator.mutated(whole))
            let findings = FormDefinition.lint(bytes, references: ["provinces", "communes"])
            named.formUnion(findings.map(\.code))
            guard let form = try? StrictJSON.decode(FormDefinition.self, from: bytes) else {
                unread += 1
                #expect(!findings.isEmpty, "case \(index): refused by the reader, and by the linter not")
                continue
            }
            if findings.isEmpty { clean += 1 }
            _ = FormValidator(form, today: SampleForm.today).check(SampleForm.answers())
        }
        #expect(clean > 100, "\(clean)")
        #expect(unread < 1200, "most are read: \(unread)")
        #expect(named.count > 15, "\(named.sorted())")
    }

    @Test("Expressions: random pieces", arguments: [4, 5, 6] as [UInt64])
    func expressions(_ seed: UInt64) {
        var generator = SeededGenerator(seed)
        let pieces = [
            "a", "con", "con.tien", "1", "99999999999", "'x'", "\"y\"", "(", ")", "[", "]", ",", "+", "-",
            "*", "==", "!=",
            "<", ">=", "and", "or", "not", "in", "empty(", "length(", "age(", "today()", "sum(con.tien)",
            "count(con)",
            "true", "null", " ", "\\", "'", "🇻🇳", "\0",
        ]
        let answers: Answers = [
            "a": .number(.max),
            "con": .rows([["tien": .number(.max)], ["tien": .number(1)], ["tien": .text("x")]]),
        ]
        for _ in 0..<5000 {
            let source = (0..<Int.random(in: 0...14, using: &generator)).map { _ in
                pieces.randomElement(using: &generator) ?? ""
            }.joined(separator: Bool.random(using: &generator) ? " " : "")
            do {
                let expression = try Expression(parsing: source)
                _ = expression.evaluate(answers, today: SampleForm.today)
                _ = expression.names
            } catch {
                #expect(error.column >= 1 && error.column <= source.unicodeScalars.count + 1)
            }
        }
    }

    @Test("Patterns and dossier codes: random pieces", arguments: [7, 8] as [UInt64])
    func patterns(_ seed: UInt64) {
        var generator = SeededGenerator(seed)
        let pieces = [
            "a", "(", ")", "|", "*", "+", "?", "{2,3}", "{", "}", "[", "]", "^", "-", "\\d", "\\", ".", "$",
            "ễ", "H26", "261123", "0001", " ",
        ]
        for _ in 0..<5000 {
            let source = (0..<Int.random(in: 0...10, using: &generator)).map { _ in
                pieces.randomElement(using: &generator) ?? ""
            }.joined()
            _ = (try? Pattern(source))?.matches("aaaa1ễ")
            if let code = DossierCodeFormat.spoken(source) { #expect(DossierCodeFormat.check(code) == nil) }
        }
    }
}
