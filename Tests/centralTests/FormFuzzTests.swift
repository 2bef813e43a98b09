import ArgumentParser
import Forms
import Foundation
import HTTPTypes
import Models
import TUITesting
import Testing

@testable import central

@Suite("Forms and answers that nobody should send")
struct FormFuzzTests {
    /// SplitMix64 of the training data, which says the same every time.
    private struct Chance: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var word = state
            word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
            word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
            return word ^ word >> 31
        }

        mutating func value(_ depth: Int = 0) -> JSONValue {
            switch Int.random(in: 0...(depth > 3 ? 7 : 10), using: &self) {
            case 0: .null
            case 1: .bool(Bool.random(using: &self))
            case 2: .int([0, -1, Int.max, Int.min, 7].randomElement(using: &self) ?? 0)
            case 3: .double(1.5)
            case 4:
                .string(
                    ["", " ", "khai_sinh", "1985-03-12", "001185000123"].randomElement(using: &self) ?? "")
            case 5: .string(String(repeating: "ệ", count: Int.random(in: 0...400, using: &self)))
            case 6:
                .string(
                    ["\u{202E}", "\u{0}", "🇻🇳", "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}"].randomElement(
                        using: &self) ?? "")
            case 7: .array([])
            case 8: .array((0...2).map { _ in value(depth + 1) })
            case 9: .array((0..<Int.random(in: 0...300, using: &self)).map { _ in .object(["a": .int(1)]) })
            default: .object(["con": value(depth + 1), "a\u{7}": value(depth + 1)])
            }
        }
    }

    @Test("Fuzzed answers: never a crash, never a 5xx, over 5000 cases", arguments: 0..<4)
    func answers(_ block: Int) async throws {
        try await TestCentral().run { desk in
            let desk = try await desk.login()
            var chance = Chance(state: UInt64(block))
            guard case .object(let good)? = SampleIntake.body["answers"] else { return }
            var statuses: [Int: Int] = [:]
            for index in 0..<1300 {
                var answers = good
                for _ in 0...Int.random(in: 0...3, using: &chance) {
                    let id = (good.keys.sorted() + ["zz", "con", ""]).randomElement(using: &chance) ?? ""
                    answers[id] = chance.value()
                }
                let whole: JSONValue =
                    Int.random(in: 0...20, using: &chance) == 0 ? chance.value() : .object(answers)
                let version: JSONValue = Int.random(in: 0...20, using: &chance) == 0 ? chance.value() : 1
                let reply = try await desk.post(
                    "/v1/forms/trich-luc:validate", ["version": version, "answers": whole])
                statuses[reply.status, default: 0] += 1
                #expect([200, 400, 422].contains(reply.status), "case \(index): \(reply.status)")
            }
            #expect((statuses[200] ?? 0) > 100)
        }
    }

    /// Every kind of field, conditions, rules and rows: the forms of the property tests, as a ministry publishes them.
    @Test("Fuzzed answers to generated forms of every kind: never a crash, never a 5xx", arguments: 0..<4)
    func generated(_ block: Int) async throws {
        let test = try TestCentral()
        let today = test.clock.now.date
        try await test.run { desk in
            let (admin, officer) = (try await desk.login("quantribo"), try await desk.login())
            var chance = Chance(state: UInt64(100 + block))
            var statuses: [Int: Int] = [:]
            for seed in (block * 1000)..<(block * 1000 + 60) {
                var generator = FormGenerator(UInt64(seed))
                guard let form = TwoSidesTests.form(seed, &generator) else { continue }
                try await TwoSidesTests.publish(form, by: admin)
                for _ in 0..<20 {
                    var answers: [String: JSONValue] = [:]
                    for group in form.groups {
                        for field in group.fields {
                            answers[field.id] =
                                Bool.random(using: &chance)
                                ? chance.value() : generator.sent(for: field, today)?.json
                        }
                        if group.repeats != nil { answers[group.id] = chance.value() }
                    }
                    let reply = try await officer.post(
                        "/v1/forms/\(form.id):validate", ["version": 1, "answers": .object(answers)])
                    statuses[reply.status, default: 0] += 1
                    #expect([200, 400, 422].contains(reply.status), "seed \(seed): \(reply.status)")
                }
            }
            #expect((statuses[200] ?? 0) > 20, "\(statuses)")
        }
    }

    @Test("Fuzzed intakes: never a crash, never a 5xx")
    func intakes() async throws {
        try await TestCentral().run { desk in
            let desk = try await desk.login()
            var chance = Chance(state: 99)
            guard case .object(let good) = SampleIntake.body else { return }
            for index in 0..<400 {
                var body = good
                for _ in 0...Int.random(in: 0...2, using: &chance) {
                    let key = (good.keys.sorted() + ["signature", "zz"]).randomElement(using: &chance) ?? ""
                    body[key] = chance.value()
                }
                let reply = try await desk.post("/v1/dossiers", .object(body), key: UUIDv7.make())
                #expect(
                    [201, 400, 422].contains(reply.status), "case \(index): \(reply.status) \(reply.text)")
            }
        }
    }

    @Test("A text of 1 MB, extra fields and wrong types are refused in words")
    func hostile() async throws {
        try await TestCentral().run { desk in
            let desk = try await desk.login()
            let megabyte = JSONValue.string(String(repeating: "a", count: 1 << 20))
            let path = "/v1/forms/trich-luc:validate"
            let large = try await desk.post(path, ["version": 1, "answers": ["nyc_ho_ten": megabyte]])
            #expect(large.status == 413 && large.code == "body_too_large")
            let long = JSONValue.string(String(repeating: "a", count: 200_000))
            let reply = try await desk.post(
                path, ["version": 1, "answers": ["nyc_ho_ten": long, "la": 1, "so_ban": "hai"]])
            let codes = (reply.json["errors"]?.list ?? []).compactMap { error in
                error["pointer"]?.text.map { $0 + " " + (error["code"]?.text ?? "") }
            }
            #expect(codes.contains("/answers/nyc_ho_ten too_long"))
            #expect(codes.contains("/answers/so_ban wrong_type"))
            #expect(codes.contains("/answers/la unknown_field"))
        }
    }

    @Test(
        "lint-form: 0 for a right form, 1 with every mistake for a wrong one, 66 for none",
        arguments: [0, 1, 66])
    func command(_ code: Int32) throws {
        let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString + ".json")
        let form = URL(filePath: TrainingData.directory).appending(path: "forms/trich-luc.json")
        switch code {
        case 0: try FileManager.default.copyItem(at: form, to: file)
        case 1: try Data(#"{"id":"x"}"#.utf8).write(to: file)
        default: break
        }
        let command = try LintFormCommand.parse([file.path])
        guard code != 0 else { return try command.run() }
        let exit = #expect(throws: ExitCode.self) { try command.run() }
        #expect(exit?.rawValue == code)
    }

    @Test(
        "lint-form on 10 MB, of JSON or of anything else, ends with 1 at once and reads no more than it needs"
    )
    func large() throws {
        let file = URL(filePath: "/tmp/desk-lint-\(UUIDv7.make()).json")
        defer { try? FileManager.default.removeItem(at: file) }
        for filling in [#"{"id":"x","title":"a","note":"#, "[[[[", "\0", " "] {
            try Data(String(repeating: filling, count: (10 << 20) / filling.utf8.count).utf8).write(to: file)
            let command = try LintFormCommand.parse([file.path])
            let exit = #expect(throws: ExitCode.self) { try command.run() }
            #expect(exit?.rawValue == 1)
        }
    }
}
