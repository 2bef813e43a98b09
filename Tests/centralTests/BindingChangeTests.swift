import Forms
import GRDB
import HTTPTypes
import Models
import Testing

@testable import central

@Suite("Bindings of many procedures are one act: looked at, saved, taken back")
struct BindingChangeTests {
    static let path = "/v1/binding-changes"
    static let matrix = "/v1/units/H26.1.5/bindings"
    /// A clerk who approves nothing, and two who do.
    private static let reviewer = "019b89f3-9280-7000-8000-000000000003"
    private static let boss = "019b89f3-9280-7000-8000-000000000005"
    private static let deputy = "019b89f3-9280-7000-8000-000000000006"

    /// One officer for the signing of two procedures in Hoàn Kiếm.
    static func plan(_ changes: [String: JSONValue] = [:]) -> JSONValue {
        let plan: [String: JSONValue] = [
            "units": ["H26.1.5"], "processes": ["trich-luc", "khai-tu"], "template": "assign",
            "roles": ["approval"], "officer": .string(deputy),
        ]
        return .object(plan.merging(changes) { $1 }.filter { $0.value != .null })
    }

    static func look(_ desk: TestDesk, _ plan: JSONValue) async throws -> TestReply {
        try await desk.post(path + "?dry_run=true", plan, key: UUIDv7.make())
    }

    static func save(
        _ desk: TestDesk, _ plan: JSONValue, on basis: String = "*", key: String = UUIDv7.make()
    ) async throws -> TestReply {
        try await desk.post(path, plan, key: key, headers: [.ifMatch: basis])
    }

    static func undo(_ desk: TestDesk, _ change: TestReply, key: String = UUIDv7.make()) async throws
        -> TestReply
    {
        try await desk.post("\(path)/\(try #require(change["id"])):undo", [:], key: key)
    }

    /// Who is bound to the signing of a procedure, as the matrix has it.
    private static func signers(_ desk: TestDesk, _ process: String, unit: String = "H26.1.5") async throws
        -> [String]
    {
        let page = try await desk.get("/v1/units/\(unit)/bindings?limit=200")
        let row = page.items.first { $0["process"] == .string(process) }
        let cell = row?["cells"]?.list?.first { $0["step"] == "ky" }
        return (cell?["holders"]?.list ?? []).compactMap { holder in
            if case .string(let name)? = holder["officer"]?["id"] ?? holder["unit"]?["code"] { return name }
            return nil
        }
    }

    @Test("A weak or unknown tag in If-Match is a stale one, 412 with what holds now, not a missing one")
    func weakTag() async throws {
        try await TestCentral().run { desk in
            let admin = try await desk.login("quantri")
            let basis = try #require(try await Self.look(admin, Self.plan()).headers[.eTag])
            for tag in ["W/" + basis, "\"7\"", "abc"] {
                let refused = try await Self.save(admin, Self.plan(), on: tag)
                #expect(refused.status == 412 && refused.headers[.eTag] != nil, "\(tag): \(refused.text)")
            }
            #expect(try await Self.save(admin, Self.plan(), on: basis).status == 201)
        }
    }

    @Test("Of a list of tags in If-Match any may be the one that was looked at, not only the first")
    func tagList() async throws {
        try await TestCentral().run { desk in
            let admin = try await desk.login("quantri")
            let basis = try #require(try await Self.look(admin, Self.plan()).headers[.eTag])
            let stale = try await Self.save(admin, Self.plan(), on: "\"7\", \"1.abc\"")
            #expect(stale.status == 412, "\(stale.text)")
            let saved = try await Self.save(admin, Self.plan(), on: "\"7\", \"1.abc\", \(basis)")
            #expect(saved.status == 201, "\(saved.text)")
        }
    }

    @Test("A plan like another unit is not saved on a look from before that unit changed")
    func modelChanged() async throws {
        try await TestCentral().run { desk in
            let admin = try await desk.login("quantri")
            func clear(_ unit: JSONValue) async throws -> Int {
                try await Self.save(
                    admin,
                    Self.plan([
                        "units": [unit], "template": "clear", "roles": .null, "officer": .null,
                        "processes": ["khai-tu"], "allow_gaps": true,
                    ])
                ).status
            }
            let like: JSONValue = [
                "units": ["H26.1.4"], "processes": ["khai-tu", "trich-luc"], "template": "like",
                "like_unit": "H26.1.5", "allow_gaps": true,
            ]
            #expect(try await clear("H26.1.4") == 201)
            let look = try await Self.look(admin, like)
            #expect(look.status == 200 && look.json["changed"] == .int(1), "\(look.text)")
            let basis = try #require(look.headers[.eTag])
            #expect(try await clear("H26.1.5") == 201)
            let refused = try await Self.save(admin, like, on: basis)
            #expect(refused.status == 412 && refused.headers[.eTag] != basis, "\(refused.text)")
        }
    }

    // MARK: The matrix

    @Test("The matrix has every procedure with its steps, page by page in the order of codes, and no bundle")
    func pages() async throws {
        try await TestCentral().run { desk in
            let admin = try await desk.login("quantri")
            let all = try await admin.get(Self.matrix + "?limit=200")
            let codes = all.items.compactMap { $0["procedure"]?["code"] }
            #expect(all.json["total"] == 25 && codes.count == 25 && all.json["next_cursor"] == .null)
            #expect(!codes.contains("2.002913"))
            var paged: [JSONValue] = []
            var cursor = ""
            repeat {
                let page = try await admin.get(Self.matrix + "?limit=10" + cursor)
                paged += page.items
                cursor = page["next_cursor"].map { "&cursor=\($0)" } ?? ""
            } while !cursor.isEmpty
            #expect(paged == all.items)
            #expect(try await admin.get("/v1/units/H29.1.1/bindings").status == 404)
        }
    }

    @Test(
        "It is narrowed by words, a pattern of codes, a field, and by what nobody does",
        arguments: [
            ("q=khai+sinh", ["khai-sinh-lai", "khai-sinh", "trich-luc"]), ("q=khong+mot+ai", []),
            ("code=1.00119*", ["khai-sinh"]),
            ("code=%25", []), ("q=khai+sinh&code=1.*", ["khai-sinh-lai", "khai-sinh"]), ("field=XX", []),
            ("state=gaps", []), ("state=unbound&q=khai+sinh", []),
            ("q=\(String(repeating: "a", count: 201))", []),
        ])
    func filters(query: String, expected: [String]) async throws {
        try await TestCentral().run { desk in
            let page = try await desk.login("quantri").get(Self.matrix + "?" + query)
            let found = page.items.compactMap { row -> String? in
                if case .string(let process)? = row["process"] { process } else { nil }
            }
            #expect(
                Set(found) == Set(expected) && page.json["total"] == .int(expected.count),
                "\(page.text.prefix(300))")
        }
    }

    @Test("A step that nobody does today is a gap, also where somebody is bound who may not work")
    func gaps() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let admin = try await desk.login("quantri")
            #expect(try await Self.save(admin, Self.plan()).status == 201)
            #expect(try await admin.get(Self.matrix + "?state=gaps").items.isEmpty)
            try test.central.store.load { database in
                try OfficerTable.suspend(database, Self.deputy, reason: "thử", at: Instant(seconds: 1))
            }
            let page = try await admin.get(Self.matrix + "?state=gaps")
            #expect(Set(page.items.compactMap { $0["process"] }) == ["trich-luc", "khai-tu"])
            let cell = page.items.first?["cells"]?.list?.first { $0["step"] == "ky" }
            #expect(cell?["today"]?["count"] == 0 && cell?["holders"]?.list?.first?["is_able"] == false)
        }
    }

    // MARK: Looked at and saved

    @Test(
        "A plan that is looked at writes nothing and tells the difference; saved, it is one act under one key"
    )
    func once() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let admin = try await desk.login("quantri")
            let before = try await admin.get(Self.matrix + "?limit=200").text
            let look = try await Self.look(admin, Self.plan())
            #expect(
                look.status == 200 && look.json["changed"] == 2 && look.json["unchanged"] == 0, "\(look.text)"
            )
            #expect(look.json["gaps"] == [] && look.json["refused"] == [])
            let step = look.items.first?["steps"]?.list?.first { $0["is_changed"] == true }
            #expect(step?["step"] == "ky" && step?["arrival"]?["count"] == 1, "\(look.text.prefix(500))")
            #expect(try await admin.get(Self.matrix + "?limit=200").text == before)
            let basis = try #require(look.headers[.eTag])
            let key = UUIDv7.make()
            let saved = try await Self.save(admin, Self.plan(), on: basis, key: key)
            #expect(
                saved.status == 201 && saved.json["rows"] == 2 && saved.json["steps"] == 2, "\(saved.text)")
            let again = try await Self.save(admin, Self.plan(), on: basis, key: key)
            #expect(again.headers[.idempotencyReplayed] == "true" && again["id"] == saved["id"])
            #expect(try await Self.signers(admin, "trich-luc") == [Self.deputy])
            let changes = try await admin.get(Self.path)
            #expect(changes.items.first?["id"] == .string(saved["id"] ?? ""))
            let audit = try await admin.get("/v1/audit?action=binding.change")
            #expect(audit.items.count == 1)
            #expect(try await Self.save(admin, Self.plan()).faults == [" nothing"])
            #expect(
                try await desk.login("quantribo").send(.post, "/v1/audit:verify").json["whole"] != false)
        }
    }

    @Test("Two administrators on one row: who comes second is told row by row, and nothing is done")
    func stale() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let (first, second) = (try await desk.login("quantri"), try await desk.login("quantri2"))
            // Who was bound when the database was made was so before.
            test.clock.advance(seconds: 60)
            let basis = try #require(try await Self.look(first, Self.plan()).headers[.eTag])
            let other = Self.plan(["processes": ["khai-tu"], "officer": .string(Self.boss)])
            #expect(try await Self.save(second, other).status == 201)
            let refused = try await Self.save(first, Self.plan(), on: basis)
            #expect(
                refused.status == 412 && refused.faults == ["/rows/H26.1.5/khai-tu changed"],
                "\(refused.text)")
            #expect(refused["changed_by"] != nil)
            #expect(try await Self.signers(first, "trich-luc") == ["H26.1.5"])
            #expect(try await first.post(Self.path, Self.plan(), key: UUIDv7.make()).status == 428)
        }
    }

    @Test(
        "What can't be is refused as a whole, at its place",
        arguments: [
            (["units": []], ["/units empty"]), (["units": ["H29.1.1"]], ["/units/0 unknown_unit"]),
            (["units": ["H26.1.5", "H26.1.5"]], ["/units duplicate"]),
            (["processes": ["trich-luc", "khong-co"]], ["/processes/1 unknown_process"]),
            (["roles": .null, "steps": ["khong_co"]], ["/steps/0 unknown_step"]),
            (["roles": ["boss"]], ["/roles/0 unknown_role"]), (["officer": .null], ["/officer one_assignee"]),
            (["assignee_unit": "H26.1.5"], ["/officer one_assignee"]),
            (["officer": "01900000-0000-7000-8000-00000000dead"], ["/officer unknown_assignee"]),
            (["officer": "01900000-0000-7000-8000-0000000000c2"], ["/officer unknown_assignee"]),
            (["officer": .null, "assignee_unit": "H29.1.1"], ["/assignee_unit other_province"]),
            (["effective_from": "2026-11-22"], ["/effective_from in_past"]),
            (["effective_to": "2026-11-22"], ["/effective_to before_start"]),
            (["template": "like"], ["/officer contradiction", "/like_unit contradiction"]),
            (
                ["template": "like", "officer": .null, "like_unit": "H26.1.5"], ["/like_unit same_unit"]
            ),
            (
                ["template": "like", "officer": .null, "like_unit": "H29.1.1"], ["/like_unit unknown_unit"]
            ),
            (
                ["officer": .string(reviewer)],
                ["/rows/H26.1.5/trich-luc/ky without_role", "/rows/H26.1.5/khai-tu/ky without_role"]
            ),
            (
                ["processes": ["trich-luc"], "sub_deadline": ["amount": 9, "unit": "working_day"]],
                ["/rows/H26.1.5/trich-luc/ky too_long"]
            ),
            (["template": "clear", "officer": .null, "processes": ["trich-luc"]], ["/allow_gaps gap"]),
        ] as [([String: JSONValue], [String])])
    func refused(changes: [String: JSONValue], faults: [String]) async throws {
        try await TestCentral().run { desk in
            let admin = try await desk.login("quantri")
            let before = try await admin.get(Self.matrix + "?limit=200").text
            let reply = try await Self.save(admin, Self.plan(changes))
            #expect(reply.status == 422 && reply.faults == faults, "\(reply.text)")
            #expect(try await admin.get(Self.matrix + "?limit=200").text == before)
        }
    }

    @Test("A gap that is meant is made; a stand-in goes by himself; beside others he is one of them")
    func kinds() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let admin = try await desk.login("quantri")
            let cleared = try await Self.save(
                admin,
                Self.plan([
                    "template": "clear", "officer": .null, "processes": ["trich-luc"], "allow_gaps": true,
                ]))
            #expect(cleared.status == 201, "\(cleared.text)")
            #expect(try await Self.signers(admin, "trich-luc") == [])
            let beside = try await Self.save(
                admin, Self.plan(["processes": ["khai-tu"], "keep_others": true]))
            #expect(beside.status == 201, "\(beside.text)")
            #expect(Set(try await Self.signers(admin, "khai-tu")) == ["H26.1.5", Self.deputy])
            let standIn = Self.plan([
                "processes": ["ket-hon"], "effective_from": "2026-11-25", "effective_to": "2026-11-26",
            ])
            #expect(try await Self.save(admin, standIn).status == 201)
            let counts = try await test.central.store.read { database in
                try (24...27).map { day in
                    try BindingTable.officers(
                        database, boundTo: "H26.1.5", process: "ket-hon", step: "ky",
                        on: #require(LocalDate(iso: "2026-11-\(day)"))
                    ).count
                }
            }
            #expect(counts == [2, 1, 1, 2])
        }
    }

    @Test("As in another unit: its own officers become this one's, its police this one's police")
    func like() async throws {
        try await TestCentral().run { desk in
            let admin = try await desk.login("quantri")
            let all = ["thuong-tru", "khai-tu", "ho-kinh-doanh"].map(JSONValue.string)
            let plan: JSONValue = [
                "units": ["H26.1.4"], "processes": .array(all), "template": "like", "like_unit": "H26.1.5",
                "allow_gaps": true,
            ]
            let look = try await Self.look(admin, plan)
            #expect(look.status == 200, "\(look.text)")
            let bound = look.items.flatMap { $0["steps"]?.list ?? [] }.flatMap { $0["after"]?.list ?? [] }
                .compactMap { $0["unit"]?["code"] }
            #expect(!bound.contains { $0 == "H26.1.5" || $0 == "G01.26.5" }, "\(bound)")
        }
    }

    // MARK: Taken back

    @Test("Taken back, all is as it was before; once, and not where it was changed since")
    func undo() async throws {
        try await TestCentral().run { desk in
            let admin = try await desk.login("quantri")
            let before = try await admin.get(Self.matrix + "?limit=200").json["items"]
            let saved = try await Self.save(admin, Self.plan())
            let key = UUIDv7.make()
            let undone = try await Self.undo(admin, saved, key: key)
            #expect(undone.status == 200 && undone["undone_by", "name"] == "Cao Việt Dũng", "\(undone.text)")
            #expect(try await admin.get(Self.matrix + "?limit=200").json["items"] == before)
            #expect(try await Self.undo(admin, saved, key: key).headers[.idempotencyReplayed] == "true")
            let twice = try await Self.undo(admin, saved)
            #expect(twice.status == 409 && twice.faults == [" undone"])
            let next = try await Self.save(admin, Self.plan())
            let over = try await Self.save(
                admin, Self.plan(["processes": ["khai-tu"], "officer": .string(Self.boss)]))
            #expect(over.status == 201)
            let late = try await Self.undo(admin, next)
            #expect(late.status == 409 && late.faults == ["/rows/H26.1.5/khai-tu changed"], "\(late.text)")
            #expect(try await Self.signers(admin, "trich-luc") == [Self.deputy])
        }
    }

    @Test("Whoever was bound before and is at work no more is not bound again: nothing is taken back")
    func undoToNobody() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let admin = try await desk.login("quantri")
            #expect(try await Self.save(admin, Self.plan()).status == 201)
            let second = try await Self.save(admin, Self.plan(["officer": .string(Self.boss)]))
            #expect(second.status == 201)
            try test.central.store.load { database in
                try OfficerTable.suspend(database, Self.deputy, reason: "thử", at: Instant(seconds: 1))
            }
            let refused = try await Self.undo(admin, second)
            #expect(
                refused.status == 409
                    && refused.faults.allSatisfy { $0.hasSuffix("/ky unknown_assignee") }
                    && refused.faults.count == 2, "\(refused.text)")
            #expect(try await Self.signers(admin, "khai-tu") == [Self.boss])
        }
    }

    @Test("Five hundred procedures are one act, and one act takes them back")
    func many() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let processes = try Self.make(500, in: test.central.store)
            let admin = try await desk.login("quantri")
            let plan: JSONValue = [
                "units": ["H26.1.5"], "processes": .array(processes.map(JSONValue.string)),
                "template": "standard",
            ]
            let saved = try await Self.save(admin, plan)
            #expect(saved.status == 201 && saved.json["rows"] == 500, "\(saved.text.prefix(300))")
            let bound = try await admin.get(Self.matrix + "?q=thu+tuc+mau&state=bound")
            #expect(bound.json["total"] == 500)
            #expect(try await Self.undo(admin, saved).status == 200)
            #expect(try await admin.get(Self.matrix + "?q=thu+tuc+mau&state=bound").json["total"] == 0)
            #expect(try await admin.get("/v1/audit?action=binding.").items.count == 2)
        }
    }

    /// Procedures like the first of training, each with a process of its own.
    private static func make(_ count: Int, in store: Store) throws -> [String] {
        let day = LocalDate(epochDay: 0)
        let ids = (0..<count).map { "mau-\($0)" }
        try store.load { database in
            let text = try #require(
                try CatalogueTable.document(database, .process, code: "trich-luc", version: 1))
            var process = try LenientJSON.decode(ProcessDefinition.self, from: Array(text.utf8))
            let known = try #require(
                try CatalogueTable.procedure(database, code: process.procedure, version: 1))
            var procedure = try LenientJSON.decode(Procedure.self, from: Array(known.utf8))
            for (index, id) in ids.enumerated() {
                (process.id, process.procedure) = (id, "9.\(100_000 + index)")
                (procedure.code, procedure.name) = (process.procedure, "Thủ tục mẫu \(index)")
                procedure.process = ProcessRef(id: id, version: 1)
                try CatalogueTable.insert(
                    database, .process, code: id, version: 1, from: day, to: nil,
                    document: try StrictJSON.encode(process))
                try CatalogueTable.insert(database, procedure, to: nil)
            }
        }
        return ids
    }
}
