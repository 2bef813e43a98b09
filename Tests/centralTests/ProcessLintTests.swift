import Forms
import Foundation
import Models
import Testing

@testable import central

@Suite("The linter of processes names every mistake with its place")
struct ProcessLintTests {
    /// A process that is right: intake, review, signature, numbering by the clerk, delivery, with its waits.
    static let good = """
        {
          "id": "thu", "version": 1, "procedure": "9.1", "name": "Thử", "state": "draft",
          "effective_from": "2026-01-05", "statutory": {"amount": 3, "unit": "working_day"}, "entry": "a",
          "supplement_days": 30,
          "steps": [
            {"code": "a", "name": "A", "kind": "intake", "status": 1, "role": "reception", "clock": "stop"},
            {"code": "b", "name": "B", "kind": "review", "status": 4, "role": "review", "clock": "run",
              "time": {"amount": 8, "unit": "working_hour"}},
            {"code": "w", "name": "W", "kind": "wait_citizen", "status": 5, "role": "reception",
              "clock": "pause", "time": {"amount": 30, "unit": "calendar_day"}},
            {"code": "p", "name": "P", "kind": "wait_payment", "status": 6, "role": "cashier",
              "clock": "pause", "time": {"amount": 5, "unit": "working_day"}},
            {"code": "k", "name": "K", "kind": "sign", "status": 4, "role": "approval", "clock": "run",
              "time": {"amount": 1, "unit": "working_day"}},
            {"code": "v", "name": "V", "kind": "review", "status": 4, "role": "clerk", "clock": "run",
              "time": {"amount": 1, "unit": "working_day"}},
            {"code": "t", "name": "T", "kind": "deliver", "status": 9, "role": "reception", "clock": "stop"},
            {"code": "x", "name": "X", "kind": "terminal", "status": 10, "clock": "stop"},
            {"code": "d", "name": "D", "kind": "terminal", "status": 8, "clock": "stop"},
            {"code": "r", "name": "R", "kind": "terminal", "status": 3, "clock": "stop"},
            {"code": "n", "name": "N", "kind": "intake", "status": 2, "role": "reception", "clock": "run"}
          ],
          "transitions": [
            {"from": "a", "action": "receive", "to": "n", "emits": ["form_01", "notify"]},
            {"from": "a", "action": "refuse", "to": "r", "needs": ["note"], "emits": ["form_03"]},
            {"from": "b", "action": "request_supplement", "to": "w",
              "guards": ["first_supplement_or_reason"], "needs": ["note", "missing"], "emits": ["form_02"]},
            {"from": "w", "action": "supplement_in", "to": "b"},
            {"from": "w", "action": "expire", "to": "d", "emits": ["form_05"]},
            {"from": "b", "action": "request_payment", "to": "p", "needs": ["payment"]},
            {"from": "p", "action": "payment_ok", "to": "b"},
            {"from": "p", "action": "expire", "to": "d"},
            {"from": "b", "action": "extend", "to": "b", "guards": ["before_due", "not_extended"],
              "needs": ["note", "new_due_date"], "emits": ["form_04"]},
            {"from": "b", "action": "forward", "to": "k", "undo_minutes": 10},
            {"from": "k", "action": "sign", "to": "v", "guards": ["different_officer"],
              "needs": ["signature"]},
            {"from": "k", "action": "send_back", "to": "b", "needs": ["note"]},
            {"from": "v", "action": "finish", "to": "t", "guards": ["result_attached"], "needs": ["result"]},
            {"from": "t", "action": "deliver", "to": "x", "needs": ["handover_proof"]},
            {"from": "n", "action": "forward", "to": "b"}
          ]
        }
        """

    static func surroundings(units: [String]? = nil) throws -> ProcessSurroundings {
        let set = try TrainingData.load(directory: TrainingData.directory)
        return ProcessSurroundings(
            statuses: Dictionary(set.statuses.map { ($0.code, $0) }, uniquingKeysWith: { $1 }),
            roles: Set(set.roles.map(\.code)), procedure: nil, units: units)
    }

    /// `pointer code` of everything that is found after texts were changed.
    private func findings(_ changes: [(String, String)], _ surroundings: ProcessSurroundings? = nil) throws
        -> Set<String>
    {
        var text = Self.good
        for (old, new) in changes {
            let range = try #require(text.range(of: old), "\(old)")
            text.replaceSubrange(range, with: new)
        }
        let found = ProcessLint.check(text: Array(text.utf8), try surroundings ?? Self.surroundings())
        #expect(found.allSatisfy { !$0.message.isEmpty && ($0.line ?? 0) > 0 })
        return Set(found.map { $0.pointer + " " + $0.code })
    }

    @Test("Nothing is found in a right one")
    func right() throws {
        #expect(try findings([]) == [])
    }

    struct Row: CustomTestStringConvertible, Sendable {
        var what: String
        var old: String
        var new: String
        var found: Set<String>
        var testDescription: String { what }

        init(_ what: String, _ old: String, _ new: String, _ found: String...) {
            (self.what, self.old, self.new, self.found) = (what, old, new, Set(found))
        }
    }

    static let extra = #"{"code": "d", "name": "D", "kind": "terminal""#

    static let rows = [
        Row("unknown verb", "\"recei", "\"reci", "/transitions/0/action invalid_value"),
        Row("unknown guard", "\"before_due\"", "\"before_lunch\"", "/transitions/8/guards/0 invalid_value"),
        Row("unknown need", "\"payment\"]", "\"a_coffee\"]", "/transitions/5/needs/0 invalid_value"),
        Row("unknown effect", "\"form_05\"", "\"form_99\"", "/transitions/4/emits/0 invalid_value"),
        Row("unknown key", "\"entry\"", "\"entri\": 1, \"entry\"", "/entri unknown_key"),
        Row("unknown kind", "\"sign\", \"st", "\"sing\", \"st", "/steps/4/kind invalid_value"),
        Row("missing key", "\"supplement_days\": 30,", "", "/supplement_days missing_key"),
        Row("bad code", "\"thu\"", "\"Thử\"", "/id bad_id"),
        Row("bad version", "\"version\": 1", "\"version\": 0", "/version out_of_range"),
        Row("no name", "\"Thử\"", "\"\"", "/name too_long"),
        Row("supplement days", "_days\": 30", "_days\": 0", "/supplement_days out_of_range"),
        Row(
            "unknown entry", "\"entry\": \"a\"", "\"entry\": \"z\"", "/entry unknown_step",
            "/steps/0 unreachable", "/steps/1 unreachable", "/steps/2 unreachable", "/steps/3 unreachable",
            "/steps/4 unreachable", "/steps/5 unreachable", "/steps/6 unreachable", "/steps/7 unreachable",
            "/steps/8 unreachable", "/steps/9 unreachable",
            "/steps/10 unreachable"),
        Row(
            "entry of another kind", "\"intake\"", "\"review\"", "/entry wrong_kind",
            "/steps/0/clock wrong_clock",
            "/transitions/0/action wrong_verb"),
        Row(
            "duplicate step", extra, extra + #", "status": 8, "clock": "stop"}, "# + extra,
            "/steps/9/code duplicate_id"),
        Row(
            "unknown step", "\"to\": \"r\"", "\"to\": \"q\"", "/transitions/1/to unknown_step",
            "/steps/9 unreachable"),
        Row(
            "unreachable step", "\"to\": \"r\"", "\"to\": \"d\"", "/transitions/1/to forbidden_status",
            "/steps/9 unreachable"),
        Row(
            "dead end", #"{"from": "t", "action": "deliver", "to": "x", "needs": ["handover_proof"]}"#,
            #"{"from": "a", "action": "withdraw", "to": "d", "needs": ["note"]}"#, "/steps/6 dead_end",
            "/steps/6 missing_action", "/steps/7 unreachable", "/steps/5 no_way_out",
            "/transitions/13/to forbidden_status"),
        Row(
            "loop without a way out", #""deliver", "to": "x""#, #""recall", "to": "v""#,
            "/steps/6 missing_action", "/steps/7 unreachable", "/steps/5 no_way_out", "/steps/6 no_way_out",
            "/transitions/13/needs missing_need"),
        Row("no role", "\"role\": \"approval\", ", "", "/steps/4/role missing_role"),
        Row("unknown role", "\"approval\"", "\"king\"", "/steps/4/role unknown_role"),
        Row("a role that handles nothing", "\"approval\"", "\"hotline\"", "/steps/4/role wrong_role"),
        Row(
            "a role at an end", "\"status\": 10,", "\"status\": 10, \"role\": \"clerk\",",
            "/steps/7/role unused"),
        Row("unknown status", "\"status\": 10", "\"status\": 11", "/steps/7/status unknown_status"),
        Row(
            "an ended status in the middle", "\"status\": 9", "\"status\": 10", "/steps/6/status ended",
            "/transitions/12/to forbidden_status"),
        Row("forbidden status", "\"status\": 10", "\"status\": 3", "/transitions/13/to forbidden_status"),
        Row(
            "two ways for one action", "\"action\": \"refuse\"", "\"action\": \"receive\"",
            "/transitions/1/action duplicate_action", "/transitions/1/to wrong_verb",
            "/transitions/1/emits/0 wrong_paper"),
        Row(
            "on from an end", #""from": "t""#, #""from": "x""#, "/transitions/13/from after_end",
            "/transitions/13/action wrong_verb", "/steps/6 missing_action", "/steps/6 dead_end",
            "/steps/7 unreachable", "/steps/5 no_way_out"),
        Row(
            "a wait that runs", "\"pause\", \"time\": {\"amount\": 30", "\"run\", \"time\": {\"amount\": 1",
            "/steps/2/clock wrong_clock"),
        Row(
            "a wait without time", ", \"time\": {\"amount\": 5, \"unit\": \"working_day\"}", "",
            "/steps/3/time missing_time"),
        Row(
            "work that pauses", "\"approval\", \"clock\": \"run\"", "\"approval\", \"clock\": \"pause\"",
            "/steps/4/clock wrong_clock"),
        Row(
            "an end whose clock runs", "\"status\": 10, \"clock\": \"stop\"",
            "\"status\": 10, \"clock\": \"run\"",
            "/steps/7/clock wrong_clock"),
        Row(
            "a step longer than the law", "\"amount\": 8", "\"amount\": 25", "/steps/1/time too_long",
            "/steps too_long"),
        Row("steps longer than the law together", "\"amount\": 8", "\"amount\": 9", "/steps too_long"),
        Row("no time at all", "\"amount\": 8", "\"amount\": 0", "/steps/1/time/amount out_of_range"),
        Row(
            "no statutory time", "\"statutory\": {\"amount\": 3", "\"statutory\": {\"amount\": 9000",
            "/statutory/amount out_of_range"),
        Row(
            "payment_ok outside a payment", #""from": "w", "action": "supplement_in""#,
            #""from": "w", "action": "payment_ok""#, "/transitions/3/action wrong_verb",
            "/steps/2 missing_action"),
        Row(
            "expire where nothing is waited for", #""from": "k", "action": "send_back""#,
            #""from": "k", "action": "expire""#, "/transitions/11/action wrong_verb",
            "/transitions/11/needs wrong_verb"),
        Row(
            "a wait that never ends", #"{"from": "p", "action": "expire", "to": "d"},"#, "",
            "/steps/3 missing_action"),
        Row("a verb of every step", "\"forward\"", "\"claim\"", "/transitions/9/action wrong_verb"),
        Row(
            "an extension that leads on", #""extend", "to": "b""#, #""extend", "to": "k""#,
            "/transitions/8/to wrong_verb"),
        Row(
            "an extension without its law", "\"before_due\", \"not_extended\"", "\"before_due\"",
            "/transitions/8/guards missing_guard"),
        Row(
            "a signature by the same person", "[\"different_officer\"]", "[]",
            "/transitions/10/guards missing_guard"),
        Row(
            "a condition on booked money", #""payment_ok", "to": "b""#,
            #""payment_ok", "to": "b", "guards": ["documents_complete"]"#, "/transitions/6/guards wrong_verb"),
        Row(
            "past the signature by another verb", #"{"from": "k", "action": "send_back""#,
            #"{"from": "k", "action": "approve", "to": "v"}, {"from": "k", "action": "send_back""#,
            "/transitions/11/guards missing_guard"),
        Row(
            "past the signature by a way back", #""send_back", "to": "b""#, #""send_back", "to": "v""#,
            "/transitions/11/guards missing_guard"),
        Row(
            "past the signature with another officer", #"{"from": "k", "action": "send_back""#,
            #"{"from": "k", "action": "approve", "to": "v", "guards": ["different_officer"]}, "#
                + #"{"from": "k", "action": "send_back""#
        ),
        Row("a delivery without proof", "[\"handover_proof\"]", "[]", "/transitions/13/needs missing_need"),
        Row("a paper of another act", "\"form_04\"", "\"form_02\"", "/transitions/8/emits/0 wrong_paper"),
        Row(
            "undo for a day", "\"undo_minutes\": 10", "\"undo_minutes\": 1440",
            "/transitions/9/undo_minutes out_of_range"),
        Row(
            "undo of what was told", "\"undo_minutes\": 10", "\"undo_minutes\": 10, \"emits\": [\"notify\"]",
            "/transitions/9/undo_minutes not_undoable"),
        Row(
            "undo of an end", "\"needs\": [\"handover_proof\"]",
            "\"needs\": [\"handover_proof\"], \"undo_minutes\": 5",
            "/transitions/13/undo_minutes not_undoable"),
        Row(
            "a way back to an end", #""send_back", "to": "b""#, #""send_back", "to": "d""#,
            "/transitions/11/to wrong_verb"),
        Row("no JSON", "\"steps\": [", "\"steps\": [,", "/steps/0 syntax"),
    ]

    @Test(arguments: rows)
    func finds(row: Row) throws {
        #expect(try findings([(row.old, row.new)]) == row.found)
    }

    @Test("The longest way counts, not the sum of ways that exclude each other")
    func longestWay() throws {
        // Two reviews of 8 hours, one after the intake, one instead of it: 8 + 8 + 8, never 32.
        let other = #"""
            {"code": "b2", "name": "B2", "kind": "review", "status": 4, "role": "review", "clock": "run",
              "time": {"amount": 8, "unit": "working_hour"}},
            {"code": "w", "name": "W"
            """#
        let ways = #"""
            {"from": "n", "action": "approve", "to": "b2"},
            {"from": "b2", "action": "forward", "to": "k"},
            {"from": "a", "action": "refuse"
            """#
        let step = (#"{"code": "w", "name": "W""#, other)
        let way = (#"{"from": "a", "action": "refuse""#, ways)
        #expect(try findings([step, way]) == [])
        #expect(
            try findings([
                step,
                (
                    way.0,
                    way.1.replacing(
                        "b2\", \"action\": \"forward\", \"to\": \"k",
                        with:
                            "b2\", \"action\": \"forward\", \"to\": \"b")
                ),
            ]) == ["/steps too_long"])
    }

    @Test("A graph with too many ways is refused, not worked out for minutes")
    func complex() throws {
        var process = try StrictJSON.decode(ProcessDefinition.self, from: Array(Self.good.utf8))
        let actions: [ProcessAction] = [.forward, .approve, .sendBack, .recall]
        for index in 0..<60 {
            process.steps.append(
                ProcessStep(
                    code: "s\(index)", name: "S", kind: .review, status: 4, role: "review",
                    time: ServiceTime(amount: 1, unit: .workingHour), clock: .run))
            for (offset, action) in actions.enumerated() {
                process.transitions.append(
                    ProcessTransition(
                        from: "s\(index)", action: action, to: "s\((index + offset * offset + 1) % 60)",
                        needs: [.note]))
            }
        }
        process.statutory = ServiceTime(amount: 8, unit: .workingDay)
        process.transitions.append(ProcessTransition(from: "b", action: .approve, to: "s0"))
        process.transitions.append(ProcessTransition(from: "s59", action: .stop, to: "d", needs: [.note]))
        let found = ProcessLint.check(process, try Self.surroundings())
        #expect(found.map(\.code).contains { $0 == "too_complex" || $0 == "too_long" })
    }

    @Test("Every unit that takes the procedure in has somebody for every step, and no unit is a finding too")
    func bindings() throws {
        var surroundings = try Self.surroundings(units: [])
        #expect(
            try findings([], surroundings).isSuperset(of: ["/steps no_unit"]))
        surroundings.units = ["H26.1.5", "H26.1.4"]
        for step in ["a", "n", "b", "w", "p", "k", "v", "t"] {
            surroundings.staffed.insert(.init(unit: "H26.1.5", step: step))
            if step != "k" { surroundings.staffed.insert(.init(unit: "H26.1.4", step: step)) }
        }
        #expect(try findings([], surroundings) == ["/steps/4 unbound"])
        surroundings.units = ["H26.1.5"]
        #expect(try findings([], surroundings) == [])
        let day = try #require(LocalDate(iso: "2026-01-05"))
        surroundings.bindings = [
            ProcessBinding(
                unit: "H26.1.5", process: "thu", step: "k", role: "approval", assignee: .unit("H26.1.5"),
                from: day, subDeadline: ServiceTime(amount: 9, unit: .workingHour))
        ]
        #expect(try findings([], surroundings) == ["/steps/4 sub_deadline"])
    }

    @Test("The statutory time is the longest of the procedure's cases")
    func statutory() throws {
        var surroundings = try Self.surroundings()
        let set = try TrainingData.load(directory: TrainingData.directory)
        surroundings.procedure = set.procedure("2.000635")
        #expect(try findings([], surroundings) == ["/statutory not_the_procedures"])
    }
}

@Suite("docs/processes.md says what is so")
struct ProcessDocumentationTests {
    private static func page() throws -> String {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try String(contentsOf: root.appending(path: "docs/processes.md"), encoding: .utf8)
    }

    @Test("Every example decodes and passes the linter")
    func examples() throws {
        let blocks = try Self.page().components(separatedBy: "```json\n").dropFirst()
            .compactMap { $0.components(separatedBy: "```").first }
        #expect(!blocks.isEmpty)
        for block in blocks {
            let found = ProcessLint.check(text: Array(block.utf8), try ProcessLintTests.surroundings())
            #expect(found == [])
        }
    }

    @Test("Every verb, guard, need, effect and code of a finding is named")
    func names() throws {
        let page = try Self.page()
        let names =
            ProcessAction.allCases.map(\.rawValue) + ProcessGuard.allCases.map(\.rawValue)
            + ProcessNeed.allCases.map(\.rawValue) + ProcessEffect.allCases.map(\.rawValue)
            + ProcessLintTests.rows.flatMap {
                $0.found.compactMap { $0.split(separator: " ").last.map(String.init) }
            }
        for name in Set(names) { #expect(page.contains("`\(name)`"), "\(name)") }
    }
}
