import Forms
import Foundation
import GRDB
import HTTPTypes
import Models
import Testing

@testable import central

@Suite("Administrators say who does which step, officers lend their roles")
struct BindingRouteTests {
    private static let path = "/v1/units/H26.1.5/bindings/trich-luc"
    private static let kinhteLanhdao = "019b89f3-9280-7000-8000-00000000000c"
    private static let lanhdao = "019b89f3-9280-7000-8000-000000000005"
    private static let lanhdao2 = "019b89f3-9280-7000-8000-000000000006"
    private static let thamdinh = "019b89f3-9280-7000-8000-000000000003"

    private static func items(_ reply: TestReply) -> [JSONValue] {
        guard case .array(let items)? = reply.json["items"] else { return [] }
        return items.map { item in
            guard case .object(var members) = item else { return item }
            members["role"] = nil
            return .object(members)
        }
    }

    @Test("A set that is put again is as it was; what is left out no longer counts today")
    func put() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let admin = try await desk.login("quantri")
            let known = try await admin.get(Self.path)
            #expect(known.json["gaps"] == [] && known.headers[.eTag] == "\"1\"")
            let items = Self.items(known)
            #expect(try await admin.send(.put, Self.path, json: ["items": .array(items)]).status == 428)
            let first: HTTPFields = [.ifMatch: "\"1\""]
            let same = try await admin.send(
                .put, Self.path, headers: first, json: ["items": .array(items)])
            #expect(same.status == 200 && Self.items(same) == items && same.headers[.eTag] == "\"1\"")

            let changed = items.map { item -> JSONValue in
                item["step"] == "ky" ? ["step": "ky", "officer": .string(Self.lanhdao2)] : item
            }
            let reply = try await admin.send(
                .put, Self.path, headers: first, json: ["items": .array(changed)])
            #expect(reply.status == 200 && reply.headers[.eTag] == "\"2\"", "\(reply.text)")
            let stale = try await admin.send(
                .put, Self.path, headers: first, json: ["items": .array(items)])
            #expect(stale.status == 412 && stale["changed_by"] == "Cao Việt Dũng")
            let today = try await test.central.store.read { database in
                try BindingTable.officers(
                    database, boundTo: "H26.1.5", process: "trich-luc", step: "ky",
                    on: BindingTableTests.day
                ).map(\.officer.id)
            }
            #expect(today == [Self.lanhdao2])
            let yesterday = try await test.central.store.read { database in
                try BindingTable.officers(
                    database, boundTo: "H26.1.5", process: "trich-luc", step: "ky",
                    on: BindingTableTests.day.adding(days: -1)
                ).map(\.officer.id)
            }
            #expect(yesterday.contains(Self.lanhdao))
        }
    }

    @Test("What would leave a step without anybody is refused with its gaps, unless it is meant")
    func gaps() async throws {
        try await TestCentral().run { desk in
            let admin = try await desk.login("quantri")
            let items = Self.items(try await admin.get(Self.path)).filter { $0["step"] != "ky" }
            let any: HTTPFields = [.ifMatch: "*"]
            let refused = try await admin.send(.put, Self.path, headers: any, json: ["items": .array(items)])
            #expect(refused.faults == ["/allow_gaps gap"])
            #expect(try await admin.get(Self.path).headers[.eTag] == "\"1\"")
            let meant = try await admin.send(
                .put, Self.path, headers: any, json: ["items": .array(items), "allow_gaps": true])
            #expect(meant.json["gaps"]?.list?.map { $0["step"] } == ["ky"], "\(meant.text)")
        }
    }

    @Test("Every wrong item is named")
    func faults() async throws {
        try await TestCentral().run { desk in
            let admin = try await desk.login("quantri")
            let reply = try await admin.send(
                .put, Self.path, headers: [.ifMatch: "*"],
                json: [
                    "items": [
                        ["step": "khong_co", "assignee_unit": "H26.1.5"], ["step": "ky"],
                        ["step": "ky", "officer": .string(Self.thamdinh)],
                        ["step": "ky", "assignee_unit": "H29.1.1"],
                        ["step": "ky", "assignee_unit": "H99"],
                        ["step": "ky", "assignee_unit": "H26.1.5", "effective_from": "2026-11-22"],
                        [
                            "step": "ky", "assignee_unit": "H26.1.5", "effective_from": "2026-11-24",
                            "effective_to": "2026-11-23",
                        ],
                        [
                            "step": "ky", "assignee_unit": "H26.1.5",
                            "sub_deadline": ["amount": 3, "unit": "working_day"],
                        ],
                    ]
                ])
            #expect(
                reply.faults == [
                    "/items/0/step unknown_step", "/items/1/officer one_assignee",
                    "/items/2/officer without_role", "/items/3/assignee_unit other_province",
                    "/items/4/assignee_unit unknown_assignee", "/items/5/effective_from in_past",
                    "/items/6/effective_to in_past", "/items/7/sub_deadline too_long",
                ])
        }
    }

    @Test("A selection gets one assignee in one act, and those before are bound again after his last day")
    func apply() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let admin = try await desk.login("quantri")
            let key = UUIDv7.make()
            let body: JSONValue = [
                "units": ["H26.1.5"], "processes": ["trich-luc", "khai-sinh"], "steps": ["ky"],
                "officer": .string(Self.lanhdao), "effective_from": "2026-11-25",
                "effective_to": "2026-11-26",
            ]
            let reply = try await admin.post("/v1/bindings:apply", body, key: key)
            #expect(reply.status == 200 && reply.json == ["applied": 2, "gaps": []], "\(reply.text)")
            #expect(
                try await admin.post("/v1/bindings:apply", body, key: key).headers[.idempotencyReplayed]
                    == "true")
            let counts = try await test.central.store.read { database in
                try (24...27).map { day in
                    try BindingTable.officers(
                        database, boundTo: "H26.1.5", process: "khai-sinh", step: "ky",
                        on: #require(LocalDate(iso: "2026-11-\(day)"))
                    ).count
                }
            }
            #expect(counts == [2, 1, 1, 2])
            let entries = try await desk.login("quantribo").get("/v1/audit").items.map { $0["action"] }
            #expect(entries.filter { $0 == "binding.apply" }.count == 1)
            #expect(
                try await desk.login("quantribo").send(.post, "/v1/audit:verify").json["whole"] != false)
        }
    }

    @Test("An assignee without the role leaves gaps: refused with the list, done where it is meant")
    func applyGaps() async throws {
        try await TestCentral().run { desk in
            let admin = try await desk.login("quantri")
            let body: [String: JSONValue] = [
                "units": ["H26.1.5", "H26.1.4"], "processes": ["trich-luc"], "steps": ["ky", "tham_dinh"],
                "officer": .string(Self.lanhdao),
            ]
            let refused = try await admin.post("/v1/bindings:apply", .object(body), key: UUIDv7.make())
            #expect(refused.faults == ["/allow_gaps gap", "/allow_gaps gap"])
            #expect(try await admin.get(Self.path).headers[.eTag] == "\"1\"")
            let meant = try await admin.post(
                "/v1/bindings:apply", .object(body.merging(["allow_gaps": true]) { $1 }),
                key: UUIDv7.make())
            #expect(meant.json["gaps"]?.list?.map { $0["step"] } == ["tham_dinh", "tham_dinh"])
        }
    }

    @Test("An administrator reaches his own province alone, and no officer changes bindings")
    func policy() async throws {
        try await TestCentral().run { desk in
            let admin = try await desk.login("quantri")
            #expect(try await admin.get("/v1/units/H29.1.1/bindings/trich-luc").status == 404)
            let other = try await admin.post(
                "/v1/bindings:apply",
                [
                    "units": ["H29.1.1"], "processes": ["trich-luc"], "steps": ["ky"],
                    "assignee_unit": "H29.1.1",
                ], key: UUIDv7.make())
            #expect(other.faults == ["/units/0 unknown_unit"])
            let officer = try await desk.login("lanhdao")
            #expect(try await officer.get(Self.path).status == 200)
            #expect(try await officer.get("/v1/units/H26.1.4/bindings/trich-luc").status == 404)
            #expect(
                try await officer.send(.put, Self.path, headers: [.ifMatch: "*"], json: ["items": []]).status
                    == 403)
        }
    }

    // MARK: Delegations

    @Test("An officer lends a role that he holds to a colleague of the unit, and takes it back")
    func delegate() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let (chief, reviewer) = (try await desk.login("lanhdao"), try await desk.login("thamdinh"))
            let body: JSONValue = [
                "to": .string(Self.thamdinh), "unit": "H26.1.5", "role": "approval",
                "effective_to": "2026-11-30", "reason": "Nghỉ phép.",
            ]
            let made = try await chief.post("/v1/delegations", body, key: UUIDv7.make())
            #expect(made.status == 201 && made["effective_from"] == "2026-11-23", "\(made.text)")
            let mine = try await reviewer.get("/v1/me/permissions").json["delegations"]?.list
            #expect(mine?.map { $0["id"] } == [made.json["id"]])
            #expect(try await reviewer.get("/v1/delegations").items.count == 1)
            #expect(try await desk.login("tiepnhan").get("/v1/delegations").items.isEmpty)
            let id = try #require(made["id"])
            #expect(
                try await desk.login("tiepnhan").send(.delete, "/v1/delegations/\(id)").status == 404)
            for _ in 1...2 {
                #expect(try await chief.send(.delete, "/v1/delegations/\(id)").status == 204)
            }
            #expect(try await reviewer.get("/v1/me/permissions").json["delegations"] == [])
        }
    }

    @Test("What can't be lent is named")
    func delegationFaults() async throws {
        try await TestCentral().run { desk in
            let chief = try await desk.login("lanhdao")
            let reply = try await chief.post(
                "/v1/delegations",
                [
                    "to": .string(Self.kinhteLanhdao), "unit": "H26.1.5", "role": "review",
                    "effective_from": "2026-11-22", "effective_to": "2026-11-21", "reason": " ",
                ], key: UUIDv7.make())
            #expect(
                reply.faults == [
                    "/role not_held", "/to no_colleague", "/effective_from in_past",
                    "/effective_to before_start", "/reason required",
                ])
            let body: JSONValue = [
                "from": .string(Self.lanhdao), "to": .string(Self.lanhdao2), "unit": "H26.1.5",
                "role": "approval", "effective_to": "2026-11-30", "reason": "Nghỉ phép.",
            ]
            let other = try await desk.login("thamdinh").post("/v1/delegations", body, key: UUIDv7.make())
            #expect(other.faults == ["/from not_yours"])
            let admin = try await desk.login("quantri").post("/v1/delegations", body, key: UUIDv7.make())
            #expect(admin.status == 201, "\(admin.text)")
        }
    }

    // MARK: Why

    private static func explain(_ desk: TestDesk, _ subject: String) async throws -> (Bool?, [JSONValue]) {
        let reply = try await desk.get("/v1/me/permissions?explain=\(subject)")
        let explanation = reply.json["explanation"]
        return (
            explanation?["may_act"]?.flag, explanation?["reasons"]?.list?.compactMap { $0["code"] } ?? []
        )
    }

    @Test("Why a dossier is seen and may be acted on, or why not; another unit's is as one that isn't there")
    func explains() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let officer = try await desk.login()
            let dossier = try await officer.post("/v1/dossiers", SampleIntake.with([:]), key: UUIDv7.make())
            let (id, code) = (try #require(dossier["id"]), try #require(dossier["code"]))
            #expect(try await Self.explain(officer, code) == (true, ["own_unit", "bound"]))
            #expect(try await Self.explain(officer, id) == (true, ["own_unit", "bound"]))
            #expect(
                try await Self.explain(desk.login("lanhdao"), code)
                    == (false, ["own_unit", "role_missing", "not_bound"]))
            #expect(
                try await Self.explain(desk.login("quantri"), code)
                    == (false, ["closed"]))
            #expect(
                try await Self.explain(desk.login("quantribo"), code)
                    == (false, ["reach", "role_missing", "not_bound"]))

            let stranger = try await desk.login("tiepnhan.cuanam")
            let (foreign, unknown) = (
                try await stranger.get("/v1/me/permissions?explain=\(code)"),
                try await stranger.get("/v1/me/permissions?explain=H26.1.5-261123-9999")
            )
            let text = foreign.text.replacing(code, with: "X")
            #expect(text == unknown.text.replacing("H26.1.5-261123-9999", with: "X"))
            #expect(try await Self.explain(stranger, code) == (false, ["not_found"]))

            try await test.central.store.write { database in
                try database.execute(
                    sql: """
                        UPDATE bindings SET effective_to = '2026-11-22'
                        WHERE process = 'trich-luc' AND unit = 'H26.1.5' AND step = 'tiep_nhan'
                        """)
            }
            #expect(
                try await Self.explain(officer, code) == (false, ["own_unit", "binding_ended", "unbound"]))
        }
    }
}
