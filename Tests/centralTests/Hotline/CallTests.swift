import Forms
import HTTPTypes
import Models
import Testing

@testable import central

@Suite("Calls to the hotline: cards that are only added, once each")
struct CallTests {
    static let card: JSONValue = [
        "started_at": "2026-11-23T09:40:12+07:00", "phone": "+84 912 345 678",
        "caller_name": "Nguyễn Thị Ánh",
        "topic": "guidance", "procedure": "1.004194", "result": "answered", "note": "Hỏi giấy tờ.",
    ]

    static func with(_ changes: [String: JSONValue], without keys: Set<String> = []) -> JSONValue {
        var members = card.members ?? [:]
        for (key, value) in changes { members[key] = value }
        return .object(members.filter { !keys.contains($0.key) })
    }

    @Test("A card is saved once, audited without what was said, and shown whole to who took the call")
    func saved() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let officer = try await desk.login("tongdai")
            let key = UUIDv7.make()
            let first = try await officer.post("/v1/calls", Self.card, key: key)
            #expect(first.status == 201, "\(first.text)")
            #expect(first["phone"] == "0912345678" && first["procedure", "name"] == "Đăng ký tạm trú")
            #expect(first["ended_at"] == "2026-11-23T09:41:00+07:00" && first.json["masked"] == false)
            let again = try await officer.post("/v1/calls", Self.card, key: key)
            #expect(again["id"] == first["id"])
            #expect(again.headers[.init("idempotency-replayed")!] == "true")
            let list = try await officer.get("/v1/calls?day=2026-11-23&mine=true").items
            #expect(list.first?["id"]?.text == first["id"])
            #expect(list.count == 2)  // with the sample's
            // A colleague sees that somebody called, not who.
            let other = try await desk.login("tongdai2").get("/v1/calls?phone=0912345678").items
            let seen = try #require(other.first { $0["id"]?.text == first["id"] })
            #expect(seen["phone"] == "09******78" && seen["caller_name"] == "N*** T*** Á***")
            #expect(seen["note"] == nil && seen["masked"] == true)
            #expect(try await desk.login("tongdai2").get("/v1/calls?mine=true").items.isEmpty)
            let entries = try await officer.get("/v1/audit").items.filter { $0["action"] == "call.record" }
            #expect(entries.count == 1)
            #expect(entries.first?["detail"] == ["topic": "guidance", "result": "answered"])
        }
    }

    @Test(
        "Bad input is said at its place",
        arguments: [
            (["phone": "12"], "/phone phone"), (["procedure": "9.9"], "/procedure unknown_procedure"),
            (["dossier": "01900000-0000-7000-8000-00000000ffff"], "/dossier unknown_dossier"),
            (["started_at": "2026-11-23T09:50:00+07:00"], "/started_at in_future"),
            (["result": "ticket"], "/ticket required"),
            (
                [
                    "ticket": [
                        "kind": "phan_anh", "to": "H26.1.5", "subject": "Chậm", "content": "Chờ lâu",
                    ]
                ], "/result mismatch"
            ),
            (["note": .string(String(repeating: "x", count: 4_001))], "/note too_long"),
        ] as [([String: JSONValue], String)])
    func faults(changes: [String: JSONValue], fault: String) async throws {
        try await TestCentral().run { desk in
            let reply = try await desk.login("tongdai").post(
                "/v1/calls", Self.with(changes), key: UUIDv7.make())
            #expect(reply.faults == [fault], "\(reply.text)")
        }
    }

    @Test("Call and ticket are one effect: both or none, and the ticket takes what it lacks from the card")
    func withTicket() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let officer = try await desk.login("tongdai")
            func card(_ kind: String) -> JSONValue {
                Self.with([
                    "result": "ticket", "topic": "complaint",
                    "ticket": [
                        "kind": .string(kind), "to": "H26.1.5", "subject": "Chờ lâu",
                        "content": "Chờ cả buổi sáng.",
                    ],
                ])
            }
            let refused = try await officer.post("/v1/calls", card("zz"), key: UUIDv7.make())
            #expect(refused.faults == ["/ticket/kind unknown_kind"])
            #expect(try await officer.get("/v1/calls").items.count == 1)
            let made = try await officer.post("/v1/calls", card("phan_anh"), key: UUIDv7.make())
            let id = try #require(made["ticket", "id"])
            let ticket = try await officer.get("/v1/tickets/\(id)")
            #expect(ticket["code"] == made["ticket", "code"])
            #expect(ticket["phone"] == "0912345678" && ticket["caller_name"] == "Nguyễn Thị Ánh")
            #expect(ticket["procedure", "code"] == "1.004194")
        }
    }

    @Test("The day by hour and by result, its middle length, and the calls of the one who asks")
    func figures() {
        func fact(_ officer: String, _ at: String, _ seconds: Int, _ result: CallResult) -> CallTable.Fact {
            let end = Instant(rfc3339: "2026-11-23T\(at):00+07:00") ?? Instant(seconds: 0)
            return .init(
                officer: officer, startedAt: end.adding(seconds: -seconds), endedAt: end, result: result)
        }
        let day = LocalDate(epochDay: 20_780)
        let now = Instant(seconds: 0)
        let figures = CallCounting.figures(
            [
                fact("a", "08:10", 30, .answered), fact("b", "10:59", 90, .ticket),
                fact("a", "10:00", 40_000, .answered),
            ], of: "a", on: day, at: now)
        #expect(figures.hours.map { [$0.hour, $0.count] } == [[8, 1], [9, 0], [10, 2]])
        #expect(figures.results.map(\.count) == [2, 1, 0, 0, 0])
        #expect(figures.total == 3 && figures.mine == 2 && figures.medianSeconds == 90)
        let empty = CallCounting.figures([], of: "a", on: day, at: now)
        #expect(empty.hours.isEmpty && empty.medianSeconds == nil && empty.results.count == 5)
    }

    @Test("A hotline sees the calls of its own province alone, and nobody else sees any")
    func scope() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            try await test.central.store.write { database in
                try CallTable.insert(
                    database,
                    HotlineCall(
                        id: UUIDv7.make(), startedAt: test.clock.now, endedAt: test.clock.now,
                        verified: false, topic: .other, result: .dropped,
                        officer: OfficerRef(id: "019b89f3-9280-7000-8000-000000000018", name: ""),
                        unit: UnitRef(code: "H29.22", name: ""), masked: false), seal: test.central.seal)
            }
            let officer = try await desk.login("tongdai")
            #expect(try await officer.get("/v1/calls").items.count == 1)
            #expect(try await officer.get("/v1/reports/calls").json["total"] == 1)
            for account in ["tiepnhan", "quantri", "quantribo", "buuchinh"] {
                let other = try await desk.login(account)
                #expect(try await other.get("/v1/calls").status == 403, "\(account)")
                #expect(
                    try await other.post("/v1/calls", Self.card, key: UUIDv7.make()).status == 403,
                    "\(account)")
            }
        }
    }
}
