import Forms
import GRDB
import Models
import Testing

@testable import central

@Suite("Personal data is shown to those who need it")
struct DisclosureTests {
    @Test(
        "Masks",
        arguments: [
            ("identity", "001185000123", "001*******23"), ("identity", "012345678", "012****78"),
            ("identity", "123", "***"), ("phone", "0912345678", "09******78"), ("phone", "", ""),
            ("name", "Nguyễn Văn A", "N*** V*** A"), ("name", "Ánh", "Á***"),
            ("address", "Số 5, ngõ 1, Phường Cửa Nam, TP Hà Nội", "***, Phường Cửa Nam, TP Hà Nội"),
            ("address", "Phường Cửa Nam, TP Hà Nội", "***"), ("email", "nguyen@example.vn", "ng***@"),
            ("tax", "0100109106", "0100109106"), ("tax", "001185000123", "001*******23"),
        ])
    func masks(kind: String, text: String, masked: String) {
        let mask =
            switch kind {
            case "identity": Masking.identityNumber
            case "phone": Masking.phone
            case "name": Masking.name
            case "address": Masking.address
            case "email": Masking.email
            default: Masking.taxCode
            }
        #expect(mask(text) == masked)
    }

    @Test(
        "A dossier's page by role",
        arguments: [
            ("tiepnhan", "Nguyễn Thị Ánh", "001185000123", "0912345678", 10),
            ("lanhdao", "Nguyễn Thị Ánh", "001185000123", "0912345678", 10),
            ("thungan", "Nguyễn Thị Ánh", "001185000123", "0912345678", 10),
            ("buuchinh", "Nguyễn Thị Ánh", "001*******23", "0912345678", 0),
            ("tongdai", "N*** T*** Á***", "001*******23", "09******78", 0),
            ("quantribo", "N*** T*** Á***", "001*******23", "09******78", 0),
        ])
    func page(account: String, name: String, identity: String, phone: String, answers: Int) async throws {
        try await TestCentral().run { desk in
            let post: JSONValue = ["method": "post", "address": "Số 5, Phường Cửa Nam, TP Hà Nội"]
            let made = try await desk.login().post(
                "/v1/dossiers", SampleIntake.with(["delivery": post]), key: UUIDv7.make())
            let officer = try await desk.login(account)
            let reply = try await officer.get("/v1/dossiers/\(try #require(made["id"]))")
            #expect(reply.status == 200)
            #expect(reply["applicant", "name"] == name)
            #expect(reply["applicant", "identity_number"] == identity)
            #expect(reply["applicant", "phone"] == phone)
            let given = try #require(reply.json["answers"]?.members)
            #expect(given.count == answers)
            #expect(reply.json["masked"] == .bool(answers == 0))
            let line = try await officer.get("/v1/search?q=anh").items.first
            #expect(line?["applicant_name"]?.text == name)
            #expect(line?["identity_number"] == nil)
        }
    }

    @Test("The post sees only what goes by post")
    func postOnly() async throws {
        try await TestCentral().run { desk in
            let made = try await desk.login().post("/v1/dossiers", SampleIntake.body, key: UUIDv7.make())
            let post = try await desk.login("buuchinh")
            #expect(try await post.get("/v1/dossiers/\(try #require(made["id"]))").status == 404)
            #expect(try await post.get("/v1/search?q=anh").items.isEmpty)
        }
    }

    @Test(
        "A masked dossier tells nothing in its free texts", arguments: ["tongdai", "quantribo", "buuchinh"])
    func freeTexts(account: String) async throws {
        try await TestCentral().run { desk in
            let made = try await desk.login().post(
                "/v1/dossiers",
                SampleIntake.with([
                    "exemption": "ho_ngheo",
                    "documents": [
                        ["code": "to_khai", "originals": 1, "copies": 0, "note": "MARKER note"],
                        ["code": "la", "name": "MARKER name", "originals": 1, "copies": 0],
                    ],
                    "delivery": ["method": "post", "address": "Số 5, Phường Cửa Nam, TP Hà Nội"],
                    "note": "MARKER event",
                ]), key: UUIDv7.make())
            #expect(made.status == 201, "\(made.text)")
            let officer = try await desk.login(account)
            for path in ["", "/documents", "/events", "/clock"] {
                let reply = try await officer.get("/v1/dossiers/\(try #require(made["id"]))\(path)")
                #expect(reply.status == 200)
                for secret in ["MARKER", "nghèo", "ho_ngheo", "001185000123", "1985"] {
                    #expect(!reply.text.contains(secret), "\(path) \(secret)")
                }
            }
        }
    }

    @Test("A reveal needs a purpose and shows the whole person")
    func reveal() async throws {
        try await TestCentral().run { desk in
            let made = try await desk.login().post("/v1/dossiers", SampleIntake.body, key: UUIDv7.make())
            let path = "/v1/dossiers/\(try #require(made["id"])):reveal"
            let hotline = try await desk.login("tongdai")
            #expect(try await hotline.post(path, ["purpose": " "]).faults == ["/purpose invalid_purpose"])
            #expect(try await hotline.post(path, ["purpose": "Công dân gọi hỏi"]).status == 403)
            let verify = "/v1/dossiers/\(try #require(made["id"])):verify"
            #expect(try await hotline.post(verify, ["identity_digits": "0123"]).json["verified"] == true)
            let shown = try await hotline.post(path, ["purpose": "Công dân gọi hỏi"])
            #expect(shown["applicant", "identity_number"] == "001185000123")
            #expect(try await desk.login("quantri").post(path, ["purpose": "xem thử"]).status == 403)
        }
    }

    @Test("1022 looks a person up masked")
    func lookup() async throws {
        try await TestCentral().run { desk in
            _ = try await desk.login().post("/v1/dossiers", SampleIntake.body, key: UUIDv7.make())
            let body: JSONValue = ["identity_number": "001185000123", "purpose": "Công dân gọi hỏi"]
            let reply = try await desk.login("tongdai").post("/v1/persons:lookup", body)
            #expect(reply["person", "name"] == "N*** T*** Á***")
            #expect(reply["person", "identity_number"] == "001*******23")
        }
    }

    @Test("A dossier says which unit has it now, beside the one that took it in")
    func holder() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let officer = try await desk.login()
            let made = try await officer.post("/v1/dossiers", SampleIntake.body, key: UUIDv7.make())
            let path = "/v1/dossiers/\(try #require(made["id"]))"
            #expect(try await officer.get(path)["holder", "code"] == "H26.1.5")
            try await test.central.store.write {
                try $0.execute(sql: "UPDATE dossiers SET holder_unit = 'H26.1.4'")
            }
            let moved = try await officer.get(path)
            #expect(moved["holder", "code"] == "H26.1.4")
            #expect(moved["holder", "name"] == "UBND phường Cửa Nam")
            #expect(moved["unit", "code"] == "H26.1.5")
        }
    }
}
