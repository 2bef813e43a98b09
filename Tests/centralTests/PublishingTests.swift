import Forms
import Foundation
import HTTPTypes
import Models
import TUITesting
import Testing

@testable import central

@Suite("Forms and procedures are put in as data while central runs")
struct PublishingTests {
    static func form(_ id: String = "moi", version: Int = 1, extra: [JSONValue] = []) -> JSONValue {
        [
            "id": .string(id), "version": .int(version), "title": "Tờ khai mới",
            "pages": [
                [
                    "id": "p", "title": "P",
                    "groups": [
                        [
                            "id": "g", "title": "G",
                            "fields": .array(
                                [
                                    ["id": "ho_ten", "label": "Họ và tên", "type": "text", "required": true],
                                    [
                                        "id": "so_ban", "label": "Số bản", "type": "spin_box", "min": 1,
                                        "max": 9, "initial": 1,
                                    ],
                                ] + extra),
                        ]
                    ],
                ]
            ],
        ]
    }

    /// A procedure with the form, on the process of the seeded one.
    static func procedure(
        _ code: String = "9.999999", version: Int = 1, form: String = "moi", formVersion: Int = 1,
        from: String = "2026-01-01", in test: TestCentral
    ) async throws -> JSONValue {
        let seeded = try await test.central.catalogue.procedure("2.000635", on: test.clock.now.date)
        let process = try #require(seeded?.process)
        return [
            "code": .string(code), "name": "Thủ tục mới hoàn toàn", "version": .int(version),
            "field": ["code": "G15-HT01", "name": "Hộ tịch"], "level": "Xã", "agency": "UBND cấp xã",
            "effective_from": .string(from), "legal_basis": ["Văn bản"],
            "cases": [
                [
                    "code": "a", "name": "A", "form_id": .string(form), "form_version": .int(formVersion),
                    "time": ["amount": 3, "unit": "working_day"],
                    "documents": [
                        [
                            "code": "to_khai", "name": "Tờ khai", "required": true, "originals": 1,
                            "copies": 0,
                            "digitise": true,
                        ]
                    ],
                ]
            ],
            "fees": [], "process": ["id": .string(process.id), "version": .int(process.version)],
        ]
    }

    static func intake(version: Int = 1, answers: JSONValue = ["ho_ten": "Nguyễn Thị Ánh", "so_ban": 2])
        -> JSONValue
    {
        SampleIntake.with([
            "procedure": "9.999999", "case": "a", "form_id": "moi", "form_version": .int(version),
            "answers": answers, "quantities": [:],
        ])
    }

    static func put(_ desk: TestDesk, _ form: JSONValue) async throws -> TestReply {
        let id = form["id"]?.text ?? ""
        guard case .int(let version)? = form["version"] else {
            throw TestDesk.Unexpected(reply: TestReply(status: 0, headers: [:], body: []))
        }
        return try await desk.send(.put, "/v1/forms/\(id)/versions/\(version)", json: form)
    }

    @Test("A new procedure with its own form is taken in at once; sent twice it is one act")
    func atOnce() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let (admin, officer) = (try await desk.login("quantribo"), try await desk.login())
            let before = try await officer.get("/v1/procedures?limit=200")
            #expect(
                try await officer.post("/v1/dossiers", Self.intake(), key: UUIDv7.make()).faults.contains(
                    "/procedure unknown_procedure"))
            let made = try await Self.put(admin, Self.form())
            #expect(made.status == 201 && made.headers[.eTag] == "\"1\"")
            #expect(try await Self.put(admin, Self.form()).status == 200)
            let body = try await Self.procedure(in: test)
            #expect(try await admin.send(.put, "/v1/procedures/9.999999", json: body).status == 201)
            #expect(try await admin.send(.put, "/v1/procedures/9.999999", json: body).status == 200)

            let after = try await officer.get("/v1/procedures?limit=200")
            #expect(after.headers[.eTag] != before.headers[.eTag] && before.headers[.eTag] != nil)
            #expect(after.items.count == before.items.count + 1)
            let form = try await officer.get("/v1/procedures/9.999999/form?case=a")
            #expect(form.json["id"] == "moi")
            let dossier = try await officer.post("/v1/dossiers", Self.intake(), key: UUIDv7.make())
            #expect(dossier.status == 201, "\(dossier.text)")
            let entries = try await admin.get("/v1/audit?limit=200").items.compactMap { $0["action"]?.text }
            #expect(
                entries.filter { $0.hasPrefix("catalogue.") } == ["catalogue.procedure", "catalogue.form"])
        }
    }

    @Test("The procedure in docs/forms.md is published as it stands there")
    func documented() async throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let text = try String(contentsOf: root.appending(path: "docs/forms.md"), encoding: .utf8)
        let parts = text.components(separatedBy: "```json procedure\n").dropFirst()
        let example = try #require(parts.first?.components(separatedBy: "\n```").first)
        try await TestCentral().run { desk in
            let admin = try await desk.login("quantribo")
            #expect(try await Self.put(admin, Self.form()).status == 201)
            let reply = try await admin.send(
                .put, "/v1/procedures/9.999999", json: try StrictJSON.parse(example.utf8))
            #expect(reply.status == 201, "\(reply.text)")
        }
    }

    @Test("Only a ministry's administrator publishes", arguments: ["tiepnhan", "quantri", "tongdai"])
    func policy(_ account: String) async throws {
        try await TestCentral().run { desk in
            let refused = try await Self.put(desk.login(account), Self.form())
            let unknown = try await Self.put(desk, Self.form())
            #expect(refused.status == 403 && unknown.status == 401)
        }
    }

    @Test("What is published never changes, and versions follow one another")
    func versions() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let admin = try await desk.login("quantribo")
            #expect(try await Self.put(admin, Self.form(version: 2)).faults == ["/version not_next"])
            #expect(try await Self.put(admin, Self.form()).status == 201)
            let more: JSONValue = ["id": "them", "label": "Thêm", "type": "checkbox"]
            #expect(try await Self.put(admin, Self.form(extra: [more])).faults == ["/version version_exists"])
            #expect(try await Self.put(admin, Self.form(version: 2, extra: [more])).status == 201)
            let moved = try await admin.send(.put, "/v1/forms/khac/versions/1", json: Self.form())
            #expect(moved.faults == ["/id mismatch"])

            let path = "/v1/procedures/9.999999"
            #expect(try await admin.send(.put, path, json: Self.procedure(in: test)).status == 201)
            let next = try await Self.procedure(version: 2, formVersion: 2, from: "2026-11-23", in: test)
            #expect(try await admin.send(.put, path, json: next).status == 428)
            #expect(try await admin.send(.put, path, headers: [.ifMatch: "\"9\""], json: next).status == 412)
            let past = try await Self.procedure(version: 2, formVersion: 2, from: "2026-11-22", in: test)
            let match: HTTPFields = [.ifMatch: "\"1\""]
            #expect(
                try await admin.send(.put, path, headers: match, json: past).faults == [
                    "/effective_from in_past"
                ])
            #expect(try await admin.send(.put, path, headers: match, json: next).status == 201)
            // Its answer was lost: the same again, with the same If-Match.
            #expect(try await admin.send(.put, path, headers: match, json: next).status == 200)
            let listed = try await admin.get("/v1/procedures?q=hoan+toan").items
            #expect(listed.count == 1)
        }
    }

    @Test("A draft keeps the version of the form that it was begun with, for as long as a draft lives")
    func keepsVersion() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let (admin, officer) = (try await desk.login("quantribo"), try await desk.login())
            let more: JSONValue = ["id": "them", "label": "Thêm", "type": "text", "required": true]
            _ = try await Self.put(admin, Self.form())
            _ = try await Self.put(admin, Self.form(version: 2, extra: [more]))
            let path = "/v1/procedures/9.999999"
            _ = try await admin.send(.put, path, json: Self.procedure(in: test))
            let next = try await Self.procedure(version: 2, formVersion: 2, from: "2026-11-23", in: test)
            #expect(try await admin.send(.put, path, headers: [.ifMatch: "\"1\""], json: next).status == 201)

            #expect(try await officer.get("/v1/forms/moi/versions/1").json["version"] == 1)
            #expect(try await officer.get("/v1/forms/moi/versions/3").status == 404)
            // Checked against the version that it names, not the newest.
            let old = try await officer.post("/v1/dossiers", Self.intake(), key: UUIDv7.make())
            #expect(old.status == 201 && old.json["form_version"] == 1)
            let new = try await officer.post("/v1/dossiers", Self.intake(version: 2), key: UUIDv7.make())
            #expect(new.faults == ["/answers/them required"])
            let unknown = try await officer.post("/v1/dossiers", Self.intake(version: 3), key: UUIDv7.make())
            #expect(unknown.faults == ["/form_version form_changed"])
            test.clock.advance(seconds: 31 * 86_400)
            let late = try await desk.login().post("/v1/dossiers", Self.intake(), key: UUIDv7.make())
            #expect(late.faults == ["/form_version form_changed"])
        }
    }

    @Test("Every mistake of a form is named with its pointer, of a procedure too")
    func mistakes() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let admin = try await desk.login("quantribo")
            let wrong: [JSONValue] = [
                ["id": "a", "label": "a", "type": "number", "computed": "b"],
                ["id": "b", "label": "b", "type": "number", "computed": "a"],
                ["id": "c", "label": "c", "type": "dropdown", "reference": "planets"],
                ["id": "d", "label": "d", "type": "text", "glow": 1],
            ]
            let reply = try await Self.put(admin, Self.form(extra: wrong))
            #expect(reply.status == 422 && reply.code == "invalid_input")
            #expect(
                reply.faults == [
                    "/pages/0/groups/0/fields/5/glow unknown_key",
                    "/pages/0/groups/0/fields/4/reference unknown_reference",
                    "/pages/0/groups/0/fields/2/computed cycle",
                ])
            let large = Array(repeating: UInt8(ascii: " "), count: 10 << 20)
            let refused = try await admin.send(
                .put, "/v1/forms/moi/versions/1", headers: [.contentType: "application/json"], body: large)
            #expect(refused.status == 413)
            let procedure = try await Self.procedure(form: "khong-co", in: test)
            let told = try await admin.send(.put, "/v1/procedures/9.999999", json: procedure)
            #expect(told.faults == ["/cases/0/form_id unknown_form"])
        }
    }

    private static let fee: JSONValue = [
        "code": "le_phi", "name": "Lệ phí", "kind": "le_phi", "per": "bản", "amount": 8_000,
        "exemptions": [], "basis": "TT 281/2016/TT-BTC", "collect": "before", "effective_from": "2026-01-01",
    ]

    @Test(
        "A fee that can't be reckoned is refused at its place: no effective date, amounts below zero, of 15 decimals, or enormous",
        arguments: [
            ("effective_from", nil, "/fees/0/effective_from missing_key"),
            ("effective_from", "31/02/2026", "/fees/0/effective_from invalid_value"),
            ("effective_to", "2025-12-31", "/fees/0/effective_to range_reversed"),
            ("amount", -1, "/fees/0/amount out_of_range"), ("amount", nil, "/fees/0/amount missing_key"),
            ("amount", .double(0.000000000000001), "/fees/0/amount wrong_type"),
            ("amount", 10_000_000_001, "/fees/0/amount out_of_range"),
            ("amount", .int(.max), "/fees/0/amount out_of_range"),
            ("maximum", -1, "/fees/0/maximum out_of_range"),
            ("channel_amounts", ["2": -5], "/fees/0/channel_amounts/2 out_of_range"),
            ("channel_amounts", ["4": 5], "/fees/0/channel_amounts/4 out_of_range"),
            ("tiers", [["from": 1, "amount": -1]], "/fees/0/tiers/0/amount out_of_range"),
            ("tiers", [["from": 2, "amount": 1]], "/fees/0/tiers/0 out_of_range"),
            ("basis", " ", "/fees/0/basis empty"), ("basis", nil, "/fees/0/basis missing_key"),
        ] as [(String, JSONValue?, String)])
    func fees(_ key: String, _ value: JSONValue?, _ fault: String) async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let admin = try await desk.login("quantribo")
            #expect(try await Self.put(admin, Self.form()).status == 201)
            guard case .object(var procedure) = try await Self.procedure(in: test),
                case .object(var fee) = Self.fee, case .object(var item)? = procedure["cases"]?.list?.first
            else { throw TestDesk.Unexpected(reply: TestReply(status: 0, headers: [:], body: [])) }
            item["fees"] = ["le_phi"]
            procedure["cases"] = .array([.object(item)])
            fee[key] = value
            procedure["fees"] = .array([.object(fee)])
            let reply = try await admin.send(.put, "/v1/procedures/9.999999", json: .object(procedure))
            #expect(reply.faults == [fault], "\(reply.text)")
            fee[key] = Self.fee[key]
            procedure["fees"] = .array([.object(fee)])
            let mended = try await admin.send(.put, "/v1/procedures/9.999999", json: .object(procedure))
            #expect(mended.status == 201, "\(mended.text)")
        }
    }

    @Test(
        "VA-2 fuzzed definitions over the API: never a 5xx, and most are judged by the linter, not by the reader of JSON",
        arguments: 0..<2)
    func fuzz(_ block: Int) async throws {
        try await TestCentral().run { desk in
            let admin = try await desk.login("quantribo")
            var (mutator, generator) = (TreeMutator(UInt64(block)), FormGenerator(UInt64(block)))
            let choice: JSONValue = [
                "id": "chon", "label": "Chọn", "type": "dropdown", "visible_when": "so_ban > 1",
                "options": [["value": "a", "label": "A"], ["value": "b", "label": "B"]],
            ]
            var (statuses, codes) = ([Int: Int](), Set<String>())
            for index in 0..<400 {
                let made = try StrictJSON.parse(StrictJSON.encode(generator.form()))
                var form = mutator.mutated(index % 2 == 0 ? Self.form(extra: [choice]) : made)
                // A version of its own: what was published before is no reason to refuse it.
                let id = "moi-\(block)-\(index)"
                if case .object(var members) = form, case .string? = members["id"] {
                    (members["id"], members["version"]) = (.string(id), .int(1))
                    form = .object(members)
                }
                let reply = try await admin.send(.put, "/v1/forms/\(id)/versions/1", json: form)
                #expect([200, 201, 400, 422].contains(reply.status), "case \(index): \(reply.status)")
                statuses[reply.status, default: 0] += 1
                for fault in reply.faults {
                    codes.insert(fault.split(separator: " ").last.map(String.init) ?? "")
                }
            }
            #expect((statuses[201] ?? 0) > 20 && (statuses[422] ?? 0) > 100, "\(statuses)")
            #expect(codes.count > 10, "\(codes.sorted())")
            let names = ["unknown_field", "type_mismatch", "duplicate_id", "missing_key", "wrong_type"]
            #expect(codes.isSuperset(of: names), "\(codes.sorted())")
        }
    }

    @Test("Fuzzed bytes over the API: never a 5xx", arguments: 0..<2)
    func fuzzedBytes(_ block: Int) async throws {
        try await TestCentral().run { desk in
            let admin = try await desk.login("quantribo")
            let good = try StrictJSON.encode(Self.form())
            var state = UInt64(block + 1)
            func next(_ below: Int) -> Int {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return Int(state >> 33) % below
            }
            for index in 0..<200 {
                var bytes = good
                for _ in 0...next(3) {
                    let place = next(bytes.count)
                    switch next(4) {
                    case 0: bytes[place] = UInt8(next(256))
                    case 1: bytes.remove(at: place)
                    case 2: bytes.insert(bytes[place], at: place)
                    default: bytes.swapAt(place, next(bytes.count))
                    }
                }
                let reply = try await admin.send(
                    .put, "/v1/forms/moi/versions/1", headers: [.contentType: "application/json"], body: bytes
                )
                #expect([200, 201, 400, 422].contains(reply.status), "case \(index): \(reply.status)")
            }
        }
    }
}
