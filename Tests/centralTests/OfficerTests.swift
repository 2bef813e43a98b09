import Forms
import HTTPTypes
import Models
import Testing

@testable import central

@Suite("Administrators keep officers")
struct OfficerTests {
    static let path = "/v1/officers"
    static let reception = "019b89f3-9280-7000-8000-000000000001"
    static let colleague = "019b89f3-9280-7000-8000-000000000002"
    static let administrator = "019b89f3-9280-7000-8000-000000000015"
    static let second = "019b89f3-9280-7000-8000-000000000016"

    static func new(_ changes: [String: JSONValue] = [:]) -> JSONValue {
        let body: [String: JSONValue] = [
            "name": "Nguyễn Thị Hương Giang", "position": "Công chức tiếp nhận hồ sơ", "unit": "H26.1.5",
            "identity_number": "001190004321", "roles": ["reception"],
        ]
        return .object(body.merging(changes) { $1 })
    }

    static func act(
        _ desk: TestDesk, _ officer: String, _ verb: String,
        _ body: JSONValue = ["reason": "Theo quyết định"],
        match: String = "*"
    ) async throws -> TestReply {
        try await desk.post(
            "\(path)/\(officer):\(verb)", body, key: UUIDv7.make(), headers: [.ifMatch: match])
    }

    @Test(
        "One who is added can log in at once and takes dossiers in; his number is masked, and revealed for a purpose"
    )
    func create() async throws {
        try await TestCentral().run { desk in
            let admin = try await desk.login("quantri")
            let made = try await admin.post(Self.path, Self.new(), key: UUIDv7.make())
            #expect(made.status == 201, "\(made.text)")
            #expect(made["account"] == "giangnth" && made["identity_number"] == "001*******21")
            let id = try #require(made["id"])
            let officer = try await desk.login("giangnth")
            let taken = try await officer.post(
                "/v1/dossiers", SampleIntake.with([:]), key: UUIDv7.make())
            #expect(taken.status == 201, "\(taken.text)")
            let shown = try await admin.post("\(Self.path)/\(id):reveal", ["purpose": "Đối chiếu hồ sơ."])
            #expect(shown["identity_number"] == "001190004321")
            let audit = try await admin.get("/v1/audit?limit=50")
            #expect(!audit.text.contains("001190004321") && audit.text.contains("officer.reveal"))
            // Found by words without accents, and by the whole number alone.
            for (query, count) in [("huong+giang", 1), ("001190004321", 1), ("0011900043", 0), ("%25", 0)] {
                let found = try await admin.get("\(Self.path)?q=\(query)")
                #expect(found.items.count == count, "\(query): \(found.text)")
            }
        }
    }

    @Test(
        "What is wrong is told at its place, and nothing is made",
        arguments: [
            (["name": " "], ["/name required"]), (["unit": "H99"], ["/unit unknown_unit"]),
            (["unit": "G06"], ["/unit other_province"]),
            (["identity_number": "0011900043"], ["/identity_number identity_number"]),
            (["identity_number": "123456789"], ["/identity_number invalid_identity"]),
            (["account": "Có dấu"], ["/account invalid_account"]),
            (["account": "tiepnhan"], ["/account taken"]),
            (["roles": ["boss"]], ["/roles/0 unknown_role"]),
            (["roles": ["ministry_admin"]], ["/roles/0 not_yours"]),
            (["roles": ["reception", "reception"]], ["/roles duplicate"]),
            (["effective_to": "2020-01-01"], ["/effective_to before_start"]),
        ] as [([String: JSONValue], [String])])
    func wrong(changes: [String: JSONValue], faults: [String]) async throws {
        try await TestCentral().run { desk in
            let admin = try await desk.login("quantri")
            let reply = try await admin.post(Self.path, Self.new(changes), key: UUIDv7.make())
            #expect(reply.status == 422 && reply.faults == faults, "\(reply.text)")
            #expect(try await admin.get("\(Self.path)?q=huong+giang").items.isEmpty)
        }
    }

    @Test("Nobody has another one's number; a former officer who comes back is the same person")
    func identity() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let admin = try await desk.login("quantri")
            let first = try await admin.post(Self.path, Self.new(), key: UUIDv7.make())
            let again = try await admin.post(Self.path, Self.new(), key: UUIDv7.make())
            #expect(again.faults == ["/identity_number duplicate"] && again.text.contains("Hương Giang"))
            let ministry = try await desk.login("quantribo")
            #expect(
                try await ministry.post(Self.path, Self.new(["unit": "G06"]), key: UUIDv7.make()).status
                    == 422)
            let id = try #require(first["id"])
            #expect(try await Self.act(admin, id, "revoke").status == 200)
            let back = try await admin.post(Self.path, Self.new(), key: UUIDv7.make())
            #expect(back.status == 201 && back["account"] == "giangnth2", "\(back.text)")
            let other = back["id"] ?? ""
            let persons = try await test.central.store.read { database in
                try [id, other].map {
                    try OfficerTable.officer(
                        database, id: $0, on: LocalDate(iso: "2026-11-23")!, orSuspended: true)?.person
                }
            }
            #expect(persons[0] != nil && persons[0] == persons[1])
        }
    }

    @Test(
        "Another province's administrator finds nobody here; the ministry's finds everybody; others may not ask"
    )
    func reach() async throws {
        try await TestCentral().run { desk in
            let ministry = try await desk.login("quantribo")
            #expect(try await ministry.get("\(Self.path)/\(Self.reception)").status == 200)
            let admin = try await desk.login("quantri")
            let all = try await admin.get("\(Self.path)?limit=200")
            #expect(all.items.count > 20)
            for item in all.items {
                let unit = item["unit"]?["code"]
                guard case .string(let code)? = unit else { throw Fault() }
                #expect(code.hasPrefix("H26"))
            }
            // A police officer of the same city is not the province's.
            #expect(try await admin.get("\(Self.path)/019b89f3-9280-7000-8000-00000000000d").status == 404)
            #expect(try await desk.login("tiepnhan").get(Self.path).status == 403)
        }
    }
    struct Fault: Error {}

    @Test("Pages follow the names, and hold each officer once")
    func pages() async throws {
        try await TestCentral().run { desk in
            let admin = try await desk.login("quantri")
            var (cursor, names): (String?, [String]) = (nil, [])
            repeat {
                let page = try await admin.get(
                    "\(Self.path)?limit=7" + (cursor.map { "&cursor=\($0)" } ?? ""))
                names += page.items.compactMap {
                    if case .string(let id)? = $0["id"] { id } else { nil }
                }
                cursor = page["next_cursor"]
            } while cursor != nil
            let whole = try await admin.get("\(Self.path)?limit=200").items.count
            #expect(names.count == whole && Set(names).count == whole)
        }
    }

    @Test(
        "Suspended is logged out at once and in every desk; taken back he logs in anew; revoked never again")
    func states() async throws {
        try await TestCentral().run { desk in
            let admin = try await desk.login("quantri")
            let officer = try await desk.login("tiepnhan")
            #expect(try await officer.get("/v1/me").status == 200)
            #expect(try await Self.act(admin, Self.reception, "suspend").status == 200)
            #expect(try await officer.get("/v1/me").status == 401)
            await #expect(throws: TestDesk.Unexpected.self) { try await desk.login("tiepnhan") }
            let twice = try await Self.act(admin, Self.reception, "suspend")
            #expect(twice.status == 409 && twice.code == "action_not_allowed")
            #expect(try await Self.act(admin, Self.reception, "reactivate").status == 200)
            // The session of before stays ended.
            #expect(try await officer.get("/v1/me").status == 401)
            #expect(try await desk.login("tiepnhan").get("/v1/me").status == 200)
            #expect(try await Self.act(admin, Self.reception, "revoke").status == 200)
            await #expect(throws: TestDesk.Unexpected.self) { try await desk.login("tiepnhan") }
            #expect(try await Self.act(admin, Self.reception, "reactivate").status == 409)
            // Nothing can be bound to him any more.
            let bound = try await admin.post(
                "/v1/bindings:apply",
                [
                    "units": ["H26.1.5"], "processes": ["giam-ho"], "steps": ["moi_dang_ky"],
                    "officer": .string(Self.reception),
                ], key: UUIDv7.make())
            #expect(bound.status == 422)
        }
    }

    @Test("Who alone does a step is not taken away unless that is meant; every such step is told")
    func gaps() async throws {
        try await TestCentral().run { desk in
            let admin = try await desk.login("quantri")
            // Two receive here: the first may go, the second may not.
            #expect(try await Self.act(admin, Self.colleague, "suspend").status == 200)
            let refused = try await Self.act(admin, Self.reception, "suspend")
            #expect(refused.status == 422 && refused.faults.first == "/allow_gaps gap", "\(refused.text)")
            #expect(try await desk.login("tiepnhan").get("/v1/me").status == 200)
            let meant = try await Self.act(
                admin, Self.reception, "suspend", ["reason": "Tạm nghỉ", "allow_gaps": true])
            #expect(meant.status == 200)
        }
    }

    @Test("A transfer ends what was held in the former unit and begins what is held in the new one")
    func transfer() async throws {
        try await TestCentral().run { desk in
            let admin = try await desk.login("quantri")
            let moved = try await Self.act(
                admin, Self.colleague, "transfer",
                ["unit": "H26.1.4", "roles": ["reception"], "reason": "Điều động"])
            #expect(moved.status == 200, "\(moved.text)")
            let me = try await desk.login("tiepnhan2").get("/v1/me")
            #expect(me["unit", "code"] == "H26.1.4" && me.text.contains("reception"))
            let old = try await admin.get("/v1/assignments?officer=\(Self.colleague)&limit=50")
            #expect(old.items.count == 1, "\(old.text)")
            let out = try await Self.act(
                admin, Self.reception, "transfer", ["unit": "G01.26", "roles": [], "reason": "Điều động"])
            #expect(out.faults == ["/unit other_province"])
        }
    }

    @Test("Two administrators on one officer: the second is told who was first")
    func conflict() async throws {
        try await TestCentral().run { desk in
            let (one, two) = (try await desk.login("quantri"), try await desk.login("quantri2"))
            let path = "\(Self.path)/\(Self.reception)"
            let seen = try await one.get(path)
            let tag = try #require(seen.headers[.eTag])
            func patch(_ desk: TestDesk, _ position: String) async throws -> TestReply {
                try await desk.send(
                    .patch, path, headers: [.ifMatch: tag, .idempotencyKey: UUIDv7.make()],
                    json: ["position": .string(position)])
            }
            #expect(try await patch(one, "Trưởng bộ phận một cửa").status == 200)
            let late = try await patch(two, "Công chức")
            #expect(late.status == 412 && late["changed_by"] == "Cao Việt Dũng")
        }
    }

    @Test("Dangerous changes wait for a second administrator; who proposed or is concerned can't confirm")
    func fourEyes() async throws {
        try await TestCentral().run { desk in
            let (one, two) = (try await desk.login("quantri"), try await desk.login("quantri2"))
            let ministry = try await desk.login("quantribo")
            let role: JSONValue = [
                "officer": .string(Self.reception), "unit": "H26", "role": "province_admin",
                "reason": "Bổ sung quản trị",
            ]
            let proposed = try await one.post("/v1/assignments", role, key: UUIDv7.make())
            #expect(proposed.status == 202, "\(proposed.text)")
            let changes = try await two.get("/v1/officer-changes")
            let change = try #require(
                changes.items.first { $0["officer"]?["id"] == .string(Self.reception) }?["id"]?.text)
            func confirm(_ desk: TestDesk, _ id: String) async throws -> TestReply {
                try await desk.post("/v1/officer-changes/\(id):confirm", [:], key: UUIDv7.make())
            }
            #expect(try await desk.login("tiepnhan").get(Self.path).status == 403)
            let own = try await confirm(one, change)
            #expect(own.status == 403 && own.code == "second_officer_required")
            #expect(try await confirm(two, change).status == 200)
            #expect(try await desk.login("tiepnhan").get(Self.path).status == 200)
            #expect(try await confirm(two, change).code == "change_decided")
            // Revoking an administrator: not by himself in the end.
            let revoke = try await Self.act(one, Self.second, "revoke")
            #expect(revoke.status == 202)
            #expect(try await two.get("/v1/me").status == 200)
            let second = try #require(
                try await one.get("\(Self.path)/\(Self.second)").json["pending"]?.list?.first?["id"]?.text)
            #expect(try await confirm(two, second).code == "second_officer_required")
            #expect(try await Self.act(ministry, Self.second, "suspend").code == "change_pending")
            #expect(try await confirm(ministry, second).status == 200)
            #expect(try await two.get("/v1/me").status == 401)
            let audit = try await ministry.get("/v1/audit?limit=20")
            #expect(audit.text.contains("proposed_by"))
        }
    }

    @Test("A proposal is done on the officer as he was then, or not at all; it may be rejected, and runs out")
    func proposals() async throws {
        let clock = TestClock()
        try await TestCentral(clock: clock).run { desk in
            let (one, two) = (try await desk.login("quantri"), try await desk.login("quantri2"))
            func propose() async throws -> String {
                let reply = try await Self.act(one, Self.second, "suspend")
                #expect(reply.status == 202, "\(reply.text)")
                return reply.json["pending"]?.list?.first?["id"]?.text ?? ""
            }
            let first = try await propose()
            let renamed = try await one.send(
                .patch, "\(Self.path)/\(Self.second)",
                headers: [.ifMatch: "*", .idempotencyKey: UUIDv7.make()], json: ["position": "Quản trị"])
            #expect(renamed.status == 200, "\(renamed.text)")
            let ministry = try await desk.login("quantribo")
            let late = try await ministry.post(
                "/v1/officer-changes/\(first):confirm", [:], key: UUIDv7.make())
            #expect(late.status == 412)
            let rejected = try await one.post(
                "/v1/officer-changes/\(first):reject", ["reason": "Nhầm người"], key: UUIDv7.make())
            #expect(rejected.status == 200 && rejected["state"] == "rejected")
            _ = try await propose()
            #expect(try await two.get("/v1/officer-changes").items.count > 0)
            let second = try #require(
                try await one.get("\(Self.path)/\(Self.second)").json["pending"]?.list?.first?["id"]?.text)
            clock.advance(seconds: 8 * 86_400)
            let again = try await desk.login("quantribo")
            let over = try await again.post(
                "/v1/officer-changes/\(second):confirm", [:], key: UUIDv7.make())
            #expect(over.code == "change_decided")
        }
    }

    @Test("The last administrator can't be locked out, by nobody and in no way")
    func last() async throws {
        try await TestCentral().run { desk in
            let ministry = try await desk.login("quantribo")
            let other = try await desk.login("quantribo2")
            func settle(_ reply: TestReply) async throws -> TestReply {
                let id = reply.json["pending"]?.list?.first?["id"]?.text ?? ""
                return try await other.post("/v1/officer-changes/\(id):confirm", [:], key: UUIDv7.make())
            }
            #expect(try await settle(Self.act(ministry, Self.second, "revoke")).status == 200)
            for (verb, body) in [
                ("suspend", ["reason": "Thử khóa"]), ("revoke", ["reason": "Thử thu hồi"]),
                ("transfer", ["unit": "H26.1.5", "roles": [], "reason": "Thử chuyển"]),
            ] as [(String, JSONValue)] {
                let reply = try await Self.act(ministry, Self.administrator, verb, body)
                #expect(reply.status == 409 && reply.code == "last_administrator", "\(verb) \(reply.text)")
            }
            let ended = try await ministry.send(
                .patch, "\(Self.path)/\(Self.administrator)",
                headers: [.ifMatch: "*", .idempotencyKey: UUIDv7.make()],
                json: ["effective_to": "2026-12-31", "reason": "Hết nhiệm kỳ"])
            #expect(ended.code == "last_administrator", "\(ended.text)")
            let held = try await ministry.get("/v1/assignments?officer=\(Self.administrator)")
            let id = try #require(held.items.first?["id"]?.text)
            #expect(try await ministry.send(.delete, "/v1/assignments/\(id)").status == 422)
        }
    }

    @Test("Nobody gives himself a role, and only the ministry gives its own")
    func own() async throws {
        try await TestCentral().run { desk in
            let admin = try await desk.login("quantri")
            func give(_ officer: String, _ unit: String, _ role: String) async throws -> TestReply {
                try await admin.post(
                    "/v1/assignments",
                    [
                        "officer": .string(officer), "unit": .string(unit), "role": .string(role),
                        "reason": "Theo phân công",
                    ],
                    key: UUIDv7.make())
            }
            #expect(
                try await give(Self.administrator, "H26.1.5", "reception").faults == ["/officer own_rights"])
            #expect(try await give(Self.reception, "H26", "ministry_admin").faults == ["/role not_yours"])
            #expect(
                try await give(Self.reception, "H26.1.5", "province_admin").faults.contains(
                    "/role wrong_unit"))
            #expect(try await give(Self.reception, "H26.1.5", "reception").faults == ["/role held"])
            #expect(try await give(Self.reception, "H26.1.5", "clerk").status == 201)
        }
    }

    @Test("His last day ends his roles too, and moving it moves them")
    func validity() async throws {
        let clock = TestClock()
        try await TestCentral(clock: clock).run { desk in
            var admin = try await desk.login("quantri")
            func patch(_ body: JSONValue) async throws -> TestReply {
                try await admin.send(
                    .patch, "\(Self.path)/\(Self.colleague)",
                    headers: [.ifMatch: "*", .idempotencyKey: UUIDv7.make()], json: body)
            }
            let ends = try await patch(["effective_to": "2026-11-30"])
            #expect(ends.status == 200, "\(ends.text)")
            #expect(ends.json["assignments"]?.list?.first?["effective_to"] == "2026-11-30")
            let later = try await patch(["effective_to": "2026-12-01"])
            #expect(later.json["assignments"]?.list?.first?["effective_to"] == "2026-12-01")
            #expect(try await desk.login("tiepnhan2").get("/v1/me").status == 200)
            clock.advance(seconds: 9 * 86_400)
            await #expect(throws: TestDesk.Unexpected.self) { try await desk.login("tiepnhan2") }
            admin = try await desk.login("quantri")
            #expect(try await admin.get("\(Self.path)?state=ended").items.count == 1)
            let open = try await patch(["without_end": true])
            #expect(open["state"] == "active", "\(open.text)")
        }
    }

    @Test("Lists for reviews: who was not looked at, who never logs in, who waits")
    func lists() async throws {
        try await TestCentral().run { desk in
            let admin = try await desk.login("quantri")
            func count(_ state: String) async throws -> Int {
                try await admin.get("\(Self.path)?state=\(state)&limit=200").items.count
            }
            let before = try await (count("review"), count("unused"))
            _ = try await desk.login("tiepnhan")
            #expect(
                try await admin.post(
                    "\(Self.path)/\(Self.reception):review", [:], key: UUIDv7.make(), headers: [.ifMatch: "*"]
                ).status == 200)
            #expect(try await count("review") == before.0 - 1)
            #expect(try await count("unused") == before.1 - 1)
            #expect(try await count("pending") == 2)
            #expect(try await count("suspended") == 1)
        }
    }

    @Test("The table for spreadsheets is the list, masked, and in the audit")
    func table() async throws {
        try await TestCentral().run { desk in
            let admin = try await desk.login("quantri")
            _ = try await admin.post(
                Self.path, Self.new(["name": "=HYPERLINK(1)"]), key: UUIDv7.make())
            let reply = try await admin.send(.get, Self.path, headers: [.accept: "text/csv"])
            #expect(reply.headers[.contentType]?.hasPrefix("text/csv") == true)
            #expect(reply.text.contains("'=HYPERLINK(1)") && !reply.text.contains("001190004321"))
            #expect(try await admin.get("/v1/audit").text.contains("list.export"))
        }
    }
}
