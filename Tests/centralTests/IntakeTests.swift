import Forms
import HTTPTypes
import Models
import Testing

@testable import central

@Suite("Intake")
struct IntakeTests {
    @Test("A received dossier has its code, its place, its price and its day")
    func received() async throws {
        try await TestCentral().run { desk in
            let desk = try await desk.login()
            let reply = try await desk.post("/v1/dossiers", SampleIntake.body, key: UUIDv7.make())
            #expect(reply.status == 201)
            let id = try #require(reply["id"])
            #expect(reply.headers[.location] == "/v1/dossiers/\(id)")
            #expect(reply.headers[.eTag] == "\"1\"")
            #expect(reply["code"] == "H26.1.5-261123-0001")
            #expect(reply.json["status"] == 2)
            #expect(reply["status_name"] == "Được tiếp nhận")
            #expect(reply["step"] == "tiep_nhan")
            #expect(reply["accepted_at"] == "2026-11-23T09:41:00+07:00")
            #expect(reply["due_at"] == "2026-11-23T17:00:00+07:00")
            #expect(reply.json["quote"]?["total"] == 16000)
            #expect(reply["register_book"] == "01/2026")
            #expect(reply.json["register_number"] == 1)
            #expect(reply["received_by", "name"] == "Trần Thu Hà")
            #expect(reply.json["masked"] == false)
            #expect(reply["lookup_code"]?.allSatisfy { LookupCode.alphabet.contains($0) } == true)
            #expect(reply["lookup_code"]?.count == 4)

            let again = try await desk.get("/v1/dossiers/\(id)")
            #expect(again.json == reply.json)
            let events = try await desk.get("/v1/dossiers/\(id)/events").items
            #expect(events.count == 1)
            #expect(events.first?["action"] == "receive")
            #expect(events.first?["from_step"] == "moi_dang_ky")
            #expect(events.first?["to_step"] == "tiep_nhan")
            let clock = try await desk.get("/v1/dossiers/\(id)/clock")
            #expect(clock["due_at"] == "2026-11-23T17:00:00+07:00")
            #expect(clock.json["overdue"] == false)
        }
    }

    @Test("After 15:00 a same-day procedure falls due on the next working day, over a holiday")
    func afterThree() async throws {
        try await TestCentral(clock: TestClock("2026-11-23T15:30:00+07:00")).run { desk in
            let reply = try await desk.login().post("/v1/dossiers", SampleIntake.body, key: UUIDv7.make())
            #expect(reply["due_at"] == "2026-11-25T17:00:00+07:00")
        }
    }

    @Test("A supplement request and a refusal are dossiers too, with a reason and without a day")
    func notReceived() async throws {
        try await TestCentral().run { desk in
            let desk = try await desk.login()
            let supplement = try await desk.post(
                "/v1/dossiers",
                SampleIntake.with([
                    "decision": "request_supplement", "documents": [], "answers": ["so_ban": 1],
                    "reason": "Chưa có tờ khai", "missing": ["Tờ khai"],
                ]), key: UUIDv7.make())
            #expect(supplement.status == 201, "\(supplement.text)")
            #expect(supplement.json["status"] == 5)
            #expect(supplement["step"] == "bo_sung_tiep_nhan")
            #expect(supplement["due_at"] == nil)
            let refusal = try await desk.post(
                "/v1/dossiers",
                SampleIntake.with(["decision": "refuse", "documents": [], "reason": "Không thuộc thẩm quyền"]
                ),
                key: UUIDv7.make())
            #expect(refusal.json["status"] == 3)
            #expect(refusal["step"] == "tu_choi")
            #expect(refusal["code"] == "H26.1.5-261123-0002")
            for decision in ["request_supplement", "refuse"] as [JSONValue] {
                let bare = try await desk.post(
                    "/v1/dossiers", SampleIntake.with(["decision": decision]), key: UUIDv7.make())
                #expect(bare.faults.first == "/reason required")
            }
        }
    }

    @Test(
        "Every fault is found, each at its place",
        arguments: [
            (["procedure": "9.999999"], ["/procedure unknown_procedure"]),
            (["case": "khong_co"], ["/case unknown_case"]),
            (["channel": 4], ["/channel unknown_channel"]),
            (["documents": []], ["/documents missing_document"]),
            (
                ["documents": [["code": "to_khai", "originals": 0, "copies": 0]]],
                ["/documents/0 missing_document"]
            ),
            (
                ["documents": [["code": "to_khai", "originals": -1, "copies": 1000]]],
                ["/documents/0/originals out_of_range", "/documents/0/copies out_of_range"]
            ),
            (
                [
                    "documents": [
                        ["code": "to_khai", "originals": 1, "copies": 0],
                        ["code": "la", "originals": 1, "copies": 0],
                    ]
                ], ["/documents/1/code unknown_document"]
            ),
            (["form_id": "khai-sinh"], ["/form_id unknown_form"]),
            (["form_version": 0], ["/form_version form_changed"]),
            (["quantities": ["la": 1]], ["/quantities/la unknown_fee"]),
            (["exemption": "la"], ["/exemption unknown_exemption"]),
            (["copies": 0], ["/copies out_of_range"]),
            (
                ["delivery": ["method": "post"]], ["/delivery/address required"]
            ),
            (
                ["applicant": ["kind": "citizen", "name": " "]],
                ["/applicant/name required", "/applicant/identity_number required"]
            ),
            (
                ["applicant": ["kind": "organisation", "name": "Công ty A", "tax_code": "0100109107"]],
                ["/applicant/tax_code tax_code"]
            ),
            (
                [
                    "applicant": [
                        "kind": "citizen", "name": "Nguyễn Văn A", "identity_number": "12", "phone": "091",
                        "email": "x", "birth_date": "2030-01-01",
                    ]
                ],
                [
                    "/applicant/identity_number identity_number", "/applicant/phone phone",
                    "/applicant/email email", "/applicant/birth_date too_late",
                ]
            ),
            (
                ["submitter": ["name": "Lê Văn B", "identity_number": "001090000456", "relation": ""]],
                ["/submitter/relation required"]
            ),
            (["previous": "01900000-0000-7000-8000-00000000ffff"], ["/previous unknown_dossier"]),
            (["surprise": 1], ["/surprise unknown_key"]),
            (["copies": "1"], ["/copies wrong_type"]),
        ] as [([String: JSONValue], [String])])
    func faults(changes: [String: JSONValue], expected: [String]) async throws {
        try await TestCentral().run { desk in
            let reply = try await desk.login().post(
                "/v1/dossiers", SampleIntake.with(changes), key: UUIDv7.make())
            #expect(reply.status == 422)
            #expect(reply.faults == expected, "\(reply.text)")
        }
    }

    @Test("Hidden characters in a name are refused, decomposed letters are joined")
    func names() async throws {
        try await TestCentral().run { desk in
            let desk = try await desk.login()
            for name in [
                "Nguyễn\u{202E}Văn A", "Nguyễn\u{0}Văn A", "Nguyễn\u{9B}Văn A", "Nguyễn\u{200B}Văn A",
                "\u{3164}", "Nguyễn\u{FFA0}Văn A", "Nguyễn\u{FE0F} Văn A", "Nguyễn\u{34F} Văn A",
            ] {
                let reply = try await desk.post(
                    "/v1/dossiers", SampleIntake.of("001090000456", name: name), key: UUIDv7.make())
                #expect(reply.faults == ["/applicant/name invalid_character"])
            }
            let decomposed = try await desk.post(
                "/v1/dossiers", SampleIntake.of("001090000456", name: "Nguye\u{302}\u{303}n Va\u{306}n A"),
                key: UUIDv7.make())
            #expect(
                decomposed["applicant", "name"].map { Array($0.unicodeScalars) }
                    == Array("Nguyễn Văn A".unicodeScalars))
        }
    }

    @Test("A possible duplicate comes back with what differs, and forbids nothing")
    func duplicates() async throws {
        try await TestCentral().run { desk in
            let desk = try await desk.login()
            let first = try await desk.post("/v1/dossiers", SampleIntake.body, key: UUIDv7.make())
            var answers = try #require(SampleIntake.body["answers"]?.members)
            answers["so_ban"] = 3
            answers["dang_ban"] = "dien_tu"
            let second = try await desk.post(
                "/v1/dossiers", SampleIntake.with(["answers": .object(answers)]), key: UUIDv7.make())
            #expect(second.status == 201)
            let found = try #require(second.json["duplicates"]?.list)
            #expect(found.count == 1)
            #expect(found.first?["dossier"]?["id"]?.text == first["id"])
            #expect(
                found.first?["differences"] == [
                    ["label": "Số bản", "existing": "2", "new": "3"],
                    ["label": "Dạng bản sao", "existing": "Bản giấy", "new": "Bản điện tử"],
                ])
        }
    }

    @Test(
        "Who was sent home a minute ago is known when he returns, with the phone that was typed",
        arguments: ["request_supplement", "refuse"])
    func sentHome(decision: String) async throws {
        try await TestCentral().run { desk in
            let desk = try await desk.login()
            let body = SampleIntake.with([
                "decision": .string(decision), "reason": "Thiếu giấy tờ.", "missing": ["Bản chính"],
                "documents": [],
            ])
            let made = try await desk.post("/v1/dossiers", body, key: UUIDv7.make())
            #expect(made.status == 201, "\(made.text)")
            let known = try await desk.post(
                "/v1/persons:lookup", ["identity_number": "001185000123", "purpose": "Tiếp nhận"])
            #expect(known["person", "phone"] == "0912345678")
        }
    }

    @Test("A person taken in is known the next time")
    func register() async throws {
        try await TestCentral().run { desk in
            let desk = try await desk.login()
            let lookup: JSONValue = ["identity_number": "001 185 000 123", "purpose": "Tiếp nhận"]
            #expect(try await desk.post("/v1/persons:lookup", lookup).json["person"] == nil)
            _ = try await desk.post("/v1/dossiers", SampleIntake.body, key: UUIDv7.make())
            let known = try await desk.post("/v1/persons:lookup", lookup)
            #expect(known["person", "name"] == "Nguyễn Thị Ánh")
            #expect(known["person", "source"] == "so_dang_ky")
            // A slip of another desk renames nobody; a way to reach him is kept.
            let slip: JSONValue = [
                "kind": "citizen", "name": "Nguyễn Thị Anh", "identity_number": "001185000123",
                "phone": "0987654321",
            ]
            let path = "/v1/dossiers"
            _ = try await desk.post(path, SampleIntake.with(["applicant": slip]), key: UUIDv7.make())
            let after = try await desk.post("/v1/persons:lookup", lookup)
            #expect(after["person", "name"] == "Nguyễn Thị Ánh")
            #expect(after["person", "phone"] == "0987654321")
            let filled = try await desk.post(
                "/v1/persons:autofill",
                ["identity_number": "001185000123", "procedure": "2.000635", "case": "trich_luc"])
            let fields = try #require(filled.json["fields"]?.list)
            let name = fields.first { $0["field"] == "nyc_ho_ten" }
            #expect(name?["value"] == "Nguyễn Thị Ánh")
            #expect(name?["source"] == "so_dang_ky")
        }
    }

    @Test("Concurrent intakes get codes and register numbers without a gap or a double")
    func gapless() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let desks = [try await desk.login("tiepnhan"), try await desk.login("tiepnhan2")]
            let made = try await withThrowingTaskGroup(of: [TestReply].self) { group in
                for worker in 0..<20 {
                    group.addTask {
                        var replies: [TestReply] = []
                        for _ in 0..<5 {
                            replies.append(
                                try await desks[worker % 2].post(
                                    "/v1/dossiers", SampleIntake.body, key: UUIDv7.make()))
                        }
                        return replies
                    }
                }
                return try await group.reduce(into: [TestReply]()) { $0 += $1 }
            }
            let codes = made.compactMap { $0["code"] }.sorted()
            #expect(
                codes
                    == (1...100).map {
                        DossierCode.make(unit: "H26.1.5", date: test.clock.now.date, number: $0)
                    })
            let numbers = made.compactMap { reply -> Int? in
                if case .int(let number)? = reply.json["register_number"] { number } else { nil }
            }
            #expect(numbers.sorted() == Array(1...100))
            test.clock.now = Instant(rfc3339: "2026-11-25T08:00:00+07:00") ?? test.clock.now
            let next = try await desk.login().post("/v1/dossiers", SampleIntake.body, key: UUIDv7.make())
            #expect(next["code"] == "H26.1.5-261125-0001")
            #expect(next.json["register_number"] == 101)
            let verdict = try await desk.login().send(.post, "/v1/audit:verify")
            #expect(verdict.json["whole"] == true)
        }
    }

    @Test("A print is numbered: the second of a form is a reprint")
    func prints() async throws {
        try await TestCentral().run { desk in
            let desk = try await desk.login()
            let id = try #require(
                try await desk.post("/v1/dossiers", SampleIntake.body, key: UUIDv7.make())["id"])
            let path = "/v1/dossiers/\(id)/prints"
            let key = UUIDv7.make()
            #expect(
                try await desk.post(path, ["form": "01", "copies": 2], key: key).json["copy_number"] == 1)
            #expect(
                try await desk.post(path, ["form": "01", "copies": 2], key: key).json["copy_number"] == 1)
            #expect(try await desk.post(path, ["form": "01"], key: UUIDv7.make()).json["copy_number"] == 2)
            let other = try await desk.post(path, ["form": "02"], key: UUIDv7.make())
            #expect(other.faults == ["/form wrong_form"])
            #expect(try await desk.get(path).items.count == 2)
            let refused = try await desk.post(
                "/v1/dossiers", SampleIntake.with(["decision": "refuse", "reason": "Sai thẩm quyền"]),
                key: UUIDv7.make())
            let theirs = "/v1/dossiers/\(try #require(refused["id"]))/prints"
            #expect(
                try await desk.post(theirs, ["form": "01"], key: UUIDv7.make()).faults == ["/form wrong_form"]
            )
            #expect(try await desk.post(theirs, ["form": "03"], key: UUIDv7.make()).status == 201)
            let wrong = try await desk.post(path, ["form": "07", "copies": 0], key: UUIDv7.make())
            #expect(wrong.faults == ["/form unknown_form", "/copies out_of_range"])
            for form in ["03", "04", "05"] {
                let early = try await desk.post(path, ["form": .string(form)], key: UUIDv7.make())
                #expect(early.faults == ["/form wrong_form"])
            }
            let control = try await desk.post(path, ["form": "06"], key: UUIDv7.make())
            #expect(control.json["copy_number"] == 1)
        }
    }

    @Test(
        "Overdue and never extended, form 04 gives a new day within working hours, once: the next print has the same"
    )
    func apology() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let id = try #require(
                try await desk.login().post("/v1/dossiers", SampleIntake.body, key: UUIDv7.make())["id"])
            // To be done the same day; the 24th is off, the 28th is a Saturday.
            test.clock.now = try #require(Instant(rfc3339: "2026-11-25T10:00:00+07:00"))
            let desk = try await desk.login()
            func print(_ due: String?) async throws -> TestReply {
                var body: [String: JSONValue] = ["form": "04"]
                if let due { body["due_at"] = .string(due + ":00+07:00") }
                return try await desk.post(
                    "/v1/dossiers/\(id)/prints", .object(body), key: UUIDv7.make())
            }
            #expect(try await print(nil).faults == ["/due_at required"])
            #expect(try await print("2026-11-25T09:00").faults == ["/due_at in_past"])
            #expect(try await print("2026-11-28T09:00").faults == ["/due_at day_off"])
            #expect(try await print("2026-11-27T12:30").faults == ["/due_at outside_hours"])
            let first = try await print("2026-11-27T09:00")
            #expect(first.status == 201 && first["due_at"] == "2026-11-27T09:00:00+07:00", "\(first.text)")
            #expect(try await print("2026-11-30T09:00").faults == ["/due_at promised_before"])
            #expect(try await print("2026-11-27T09:00").json["copy_number"] == 2)
            // The appointment itself stays what it was: the figures judge by it.
            #expect(try await desk.get("/v1/dossiers/\(id)")["due_at"]?.hasPrefix("2026-11-23") == true)
            let other = try await desk.post(
                "/v1/dossiers/\(id)/prints", ["form": "01", "due_at": "2026-11-27T09:00:00+07:00"],
                key: UUIDv7.make())
            #expect(other.faults == ["/due_at not_here"])
        }
    }
}
