import Forms
import HTTPTypes
import Models
import Testing

@testable import central

@Suite("Reports of wrong source values reach their owner")
struct MismatchTests {
    private static let report: JSONValue = [
        "identity_number": "001185000123", "field": "ngay_sinh", "source_value": "12/03/1985",
        "correct_value": "13/03/1985", "note": "Theo giấy khai sinh", "source": "hồ sơ trước",
        "form_id": "trich-luc", "form_version": 1, "path": "/answers/con/1/ngay_sinh",
    ]

    private static func resolve(_ desk: TestDesk, _ id: String, note: String = "Đã sửa") async throws
        -> TestReply
    {
        try await desk.post(
            "/v1/persons/mismatches/\(id):resolve", ["note": .string(note)], key: UUIDv7.make())
    }

    @Test("AF-3 the owner sees where the value stood, and whose it is only masked")
    func listed() async throws {
        try await TestCentral().run { desk in
            let officer = try await desk.login()
            let made = try await officer.post("/v1/persons:report-mismatch", Self.report, key: UUIDv7.make())
            #expect(made.status == 201, "\(made.text)")
            let admin = try await desk.login("quantri")
            let first = try #require(try await admin.get("/v1/persons/mismatches").items.first)
            #expect(first["id"]?.text == made["id"])
            #expect(first["identity_number"]?.text == "001*******23")
            // The values are those of a person, whatever field they stand in.
            #expect(first["source_value"] == "1***" && first["correct_value"] == "1***")
            #expect(first["note"] == nil)
            let personal = ["identity_number", "source_value", "correct_value", "note"]
            for (key, value) in Self.report.members ?? [:] where !personal.contains(key) {
                #expect(first[key] == value, "\(key)")
            }
            let reveal = "/v1/persons/mismatches/\(made["id"] ?? ""):reveal"
            #expect(try await admin.post(reveal, ["purpose": "x"]).status == 422)
            let whole = try await admin.post(reveal, ["purpose": "Xử lý báo sai lệch"])
            for (key, value) in Self.report.members ?? [:] { #expect(whole.json[key] == value, "\(key)") }
            let audit = try await admin.get("/v1/audit?limit=200").items
            #expect(audit.contains { $0["action"] == "person.reveal_mismatch" })
            #expect(try await officer.post(reveal, ["purpose": "Xử lý báo sai lệch"]).status == 403)
            #expect(
                first["reported_by"]?["name"]?.text == "Trần Thu Hà"
                    && first["unit"]?["code"]?.text == "H26.1.5")
            // By pages, each once.
            let page = try await admin.get("/v1/persons/mismatches?limit=1")
            let next = try #require(page["next_cursor"])
            let rest = try await admin.get("/v1/persons/mismatches?limit=1&cursor=" + next)
            #expect(rest.items.compactMap { $0["id"]?.text } == [TrainingLoader.seedMismatch])
            #expect(rest["next_cursor"] == nil)
            let table = try await admin.send(
                .get, "/v1/persons/mismatches?limit=1", headers: [.accept: "text/csv"])
            let lines = table.text.split(separator: "\r\n")
            #expect(lines.count == 3 && lines[0].hasPrefix("\u{FEFF}Báo lúc,Số định danh,"), "\(table.text)")
            #expect(lines[1].contains("001*******23,ngay_sinh,1***,1***"))
            #expect(!table.text.contains("001185000123"))
            #expect(try await officer.get("/v1/persons/mismatches").status == 403)
            #expect(try await desk.login("quantribo").get("/v1/persons/mismatches").items.count == 2)
            #expect(try await admin.get("/v1/persons/mismatches?state=x").status == 400)
        }
    }

    @Test("AF-3 a report of another province is not found")
    func scope() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let id = UUIDv7.make()
            try await test.central.store.write {
                try MismatchTable.insert(
                    $0,
                    MismatchReport(
                        identityNumber: "001185000123", field: "x", sourceValue: "a", correctValue: "b"),
                    id: id,
                    officer: "019b89f3-9280-7000-8000-000000000002", unit: "H29.1", at: test.clock.now)
            }
            let admin = try await desk.login("quantri")
            #expect(try await admin.get("/v1/persons/mismatches").items.count == 1)
            #expect(try await Self.resolve(admin, id).status == 404)
            #expect(try await desk.login("quantribo").get("/v1/persons/mismatches").items.count == 2)
        }
    }

    @Test("AF-3 handled once, with what was done, in the audit; who comes second is told who was first")
    func resolved() async throws {
        try await TestCentral().run { desk in
            let admin = try await desk.login("quantri")
            let id = TrainingLoader.seedMismatch
            #expect(try await Self.resolve(admin, id, note: " ").faults == ["/note required"])
            #expect(try await Self.resolve(desk.login(), id).status == 403)
            let done = try await Self.resolve(admin, id)
            #expect(done.status == 200 && done["resolution", "note"] == "Đã sửa", "\(done.text)")
            let late = try await Self.resolve(desk.login("quantribo"), id)
            #expect(late.status == 412 && late["changed_by"] == done["resolution", "by", "name"])
            #expect(try await admin.get("/v1/persons/mismatches?state=open").items.isEmpty)
            #expect(try await admin.get("/v1/persons/mismatches?state=resolved").items.count == 1)
            let actions = try await admin.get("/v1/audit").items.compactMap { $0["action"]?.text }
            #expect(actions.filter { $0 == "person.resolve_mismatch" }.count == 1)
            #expect(try await admin.post("/v1/audit:verify", [:]).json["whole"] == true)
        }
    }
}
