import Forms
import GRDB
import HTTPTypes
import Models
import Testing

@testable import central

@Suite("Bundles (liên thông)")
struct BundleTests {
    private static func linked(_ reply: TestReply) -> [JSONValue] {
        reply.json["bundle"]?["dossiers"]?.list ?? []
    }

    @Test("A bundle is found among the procedures, with the papers, fees and entries of all its members")
    func catalogue() async throws {
        try await TestCentral().run { desk in
            let desk = try await desk.login()
            let found = try await desk.get("/v1/procedures?q=khai%20sinh%20thuong%20tru%20bao%20hiem").items
            #expect(found.map { $0["code"]?.text } == [SampleBundle.code])
            #expect(found.first?["time_text"]?.text == "Trong ngày, 5–7 ngày làm việc")
            #expect(found.first?["fee_text"]?.text == "10.000–20.000 đ/hồ sơ")
            let bundle = try await desk.get("/v1/procedures/\(SampleBundle.code)")
            let members = bundle.json["bundle"]?.list ?? []
            #expect(members.map { $0["procedure"]?.text } == ["1.001193", "1.004222", "9.990001"])
            #expect(members.map { $0["start"]?.text } == ["at_once", "after_lead", "after_lead"])
            #expect(members.map { $0["name"]?.text }.last == "Cấp thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi")
            let papers = bundle.json["cases"]?.list?.first?["documents"]?.list ?? []
            #expect(
                papers.compactMap { $0["code"]?.text } == [
                    "to_khai", "giay_chung_sinh", "giay_ket_hon", "can_cuoc", "uy_quyen", "tt_to_khai",
                    "bh_to_khai",
                ])
            let form = try await desk.get("/v1/procedures/\(SampleBundle.code)/form")
            let text = form.text
            // Asked once, or not at all.
            for gone in ["tt_ho_ten", "tt_so_dinh_danh", "bh_nyc_ho_ten", "bh_tre_ho_ten"] {
                #expect(!text.contains("\"\(gone)\""), "\(gone)")
            }
            #expect(text.contains("\"age(tre_ngay_sinh) < 18\""))
            #expect(text.contains("tt_ch_quan_he != 'chu_ho'"))
            let quote = try await desk.post(
                "/v1/fees:quote",
                ["procedure": "3.000722", "case": "lien_thong", "channel": 1, "quantities": [:]])
            #expect(quote.json["total"] == 20_000)
            let check = try await desk.post(
                "/v1/forms/\(SampleBundle.code):validate",
                ["version": 1, "answers": .object(SampleBundle.answers)])
            #expect(check.json["errors"]?.list?.isEmpty == true, "\(check.text)")
        }
    }

    @Test("One intake makes a dossier for each, with its own code, process, answers, fee and clock")
    func takenIn() async throws {
        try await TestCentral().run { desk in
            let desk = try await desk.login()
            let lead = try await desk.post("/v1/dossiers", SampleBundle.body, key: UUIDv7.make())
            try #require(lead.status == 201, "\(lead.text)")
            #expect(lead["code"] == "H26.1.5-261123-0001")
            #expect(lead["procedure", "code"] == "1.001193")
            #expect(lead["due_at"] == "2026-11-23T17:00:00+07:00")
            let linked = Self.linked(lead)
            #expect(
                linked.map { $0["code"]?.text } == [
                    "H26.1.5-261123-0001", "H26.1.5-261123-0002", "H26.1.5-261123-0003",
                ])
            #expect(linked.map { $0["waits"]?.flag } == [false, true, true])
            #expect(linked[1]["due_at"] == nil)
            // Seven working days from the first opening after the first one's day; 24/11 is off.
            #expect(linked[1]["expected_at"]?.text == "2026-12-04T08:00:00+07:00")
            #expect(linked[1]["documents"]?.list?.first?["name"]?.text?.hasSuffix("(CT01)") == true)
            let residence = try await desk.get("/v1/dossiers/\(linked[1]["id"]?.text ?? "")")
            #expect(residence["step"] == "tiep_nhan")
            #expect(residence.json["quote"]?["total"] == 20_000)
            #expect(residence["form_id"] == "ct01-thuong-tru")
            #expect(residence["answers", "ho_ten"] == "NGUYỄN MINH ANH")
            #expect(residence["answers", "noi_dung"] == "con_theo_cha_me")
            #expect(residence["answers", "ch_ho_ten"] == "Nguyễn Thị Ánh")
            #expect(residence.json["answers"]?["tre_ho_ten"] == nil)
            #expect(residence.json["documents"]?.list?.first?["code"]?.text == "to_khai")
            #expect(residence.json["bundle"]?["position"] == 2)
            #expect(Self.linked(residence).count == 3)
            let events = try await desk.get("/v1/dossiers/\(linked[1]["id"]?.text ?? "")/events").items
            #expect(events.map { $0["action"]?.text } == ["receive", "await_lead"])
            let again = try await desk.get("/v1/dossiers/\(lead["id"] ?? "")")
            #expect(again.json == lead.json)
        }
    }

    @Test("The same key makes the bundle once; a failure at the last one leaves nothing of any")
    func allOrNothing() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let desk = try await desk.login()
            let key = UUIDv7.make()
            try await test.central.store.write { database in
                try database.execute(
                    sql: """
                        CREATE TRIGGER cut BEFORE INSERT ON dossiers WHEN NEW.procedure_code = '9.990001'
                        BEGIN SELECT RAISE(ABORT, 'cut'); END
                        """)
            }
            #expect(try await desk.post("/v1/dossiers", SampleBundle.body, key: key).status == 500)
            #expect(try await desk.get("/v1/search?q=anh").items.isEmpty)
            try await test.central.store.write { try $0.execute(sql: "DROP TRIGGER cut") }
            let made = try await desk.post("/v1/dossiers", SampleBundle.body, key: key)
            #expect(made["code"] == "H26.1.5-261123-0001")
            let again = try await desk.post("/v1/dossiers", SampleBundle.body, key: key)
            #expect(again.body == made.body)
            #expect(try await desk.get("/v1/search?q=anh").items.count == 3)
        }
    }

    @Test(
        "What is wrong with one of them refuses all, and says which",
        arguments: [
            (
                SampleBundle.answering(["tt_moi_chi_tiet": .null]), "/answers/tt_moi_chi_tiet required",
                "Đăng ký thường trú: "
            ),
            (
                SampleBundle.answering(["bh_noi_kham": .null]), "/answers/bh_noi_kham required",
                "Cấp thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi: "
            ),
            (
                SampleBundle.answering(["tre_ngay_sinh": "2019-01-01", "ly_do_qua_han": "Ở xa"]),
                // The birth asks for the day, the insurance has the rule.
                "/answers/tre_ngay_sinh bh_duoi_6_tuoi", "Cấp thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi: "
            ),
            (
                SampleBundle.answering(["tre_ho_ten": .null]), "/answers/tre_ho_ten required",
                "Đăng ký khai sinh: "
            ),
            (
                SampleBundle.with([
                    "documents": [
                        ["code": "to_khai", "originals": 1, "copies": 0],
                        ["code": "giay_chung_sinh", "originals": 1, "copies": 0],
                        ["code": "bh_to_khai", "originals": 1, "copies": 0],
                    ]
                ]), "/documents missing_document", "Đăng ký thường trú: "
            ),
            (
                SampleBundle.with(["decision": "refuse", "reason": "Không thuộc thẩm quyền"]),
                "/decision bundle_receive_only", ""
            ),
        ] as [(JSONValue, String, String)])
    func refused(body: JSONValue, fault: String, name: String) async throws {
        try await TestCentral().run { desk in
            let desk = try await desk.login()
            let reply = try await desk.post("/v1/dossiers", body, key: UUIDv7.make())
            #expect(reply.status == 422)
            let index = try #require(reply.faults.firstIndex(of: fault), "\(reply.text)")
            #expect(reply.json["errors"]?.list?[index]["message"]?.text?.hasPrefix(name) == true)
            #expect(try await desk.get("/v1/search?q=anh").items.isEmpty)
        }
    }

    @Test("What waits for the first one goes on from its result, and nobody can hurry it")
    func clocks() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            var driver = RoutingDriver(test, desk)
            try await driver.login(["tiepnhan", "thamdinh", "lanhdao", "vanthu", "congan"])
            let reception = try driver.desk("tiepnhan")
            let taken = try await reception.post("/v1/dossiers", SampleBundle.body, key: UUIDv7.make())
            let lead = try #require(taken["id"], "\(taken.text)")
            let residence = try #require(Self.linked(taken)[1]["id"]?.text)
            let early = try await driver.act(["action": "forward"], on: residence, by: "tiepnhan")
            #expect(early.status == 409 && early.faults.contains("/action awaits_lead"), "\(early.text)")
            try await Self.finish(lead, test, driver)
            let stored = try await driver.stored(residence)
            #expect(stored.dossier.dueAt?.rfc3339 == "2026-12-03T09:41:00+07:00")
            let replayed = try await driver.replayed(stored)
            #expect(replayed.due == stored.dossier.dueAt)
            #expect(replayed.state.waitsForLead == false)
            #expect(replayed.events.map(\.action) == ["receive", "await_lead", "lead_done"])
            let after = try await reception.get("/v1/dossiers/\(lead)")
            #expect(Self.linked(after).map { $0["waits"]?.flag } == [false, false, false])
            try await CashDesk.collect(residence, test)
            let forward = try await driver.act(["action": "forward"], on: residence, by: "tiepnhan")
            #expect(forward.status == 200, "\(forward.text)")
            // The police see their own of the three; the others are only counted.
            let police = try await driver.desk("congan").get("/v1/dossiers/\(residence)")
            #expect(Self.linked(police).map { $0["procedure_name"]?.text } == ["Đăng ký thường trú"])
            #expect(police.json["bundle"]?["count"] == 3)
        }
    }

    /// The first dossier's whole way up to its result.
    private static func finish(_ id: ID, _ test: TestCentral, _ driver: RoutingDriver) async throws {
        for (action, account) in [
            (ProcessAction.forward, "tiepnhan"), (.forward, "thamdinh"), (.sign, "lanhdao"),
            (.finish, "vanthu"),
        ] {
            let now = try await driver.desk(account).get("/v1/dossiers/\(id)")
            let body = try RoutingDriver.body(action, of: now)
            let reply = try await driver.act(body, on: id, by: account)
            try #require(reply.status == 200, "\(action): \(reply.text)")
        }
    }

    @Test("Taking one back leaves the others; when the first one is taken back, they wait no more")
    func withdrawn() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            var driver = RoutingDriver(test, desk)
            try await driver.login(["tiepnhan"])
            let taken = try await driver.desk("tiepnhan").post(
                "/v1/dossiers", SampleBundle.body, key: UUIDv7.make())
            let ids = Self.linked(taken).compactMap { $0["id"]?.text }
            try #require(ids.count == 3, "\(taken.text)")
            let back: JSONValue = ["action": "withdraw", "note": "Công dân rút."]
            #expect(try await driver.act(back, on: ids[2], by: "tiepnhan").status == 200)
            #expect(try await driver.stored(ids[0]).isOpen)
            #expect(try await driver.replayed(driver.stored(ids[1])).state.waitsForLead)
            #expect(try await driver.act(back, on: ids[0], by: "tiepnhan").status == 200)
            let residence = try await driver.stored(ids[1])
            #expect(residence.isOpen && residence.dossier.dueAt != nil)
            // What had ended before is left as it ended.
            #expect(try await driver.replayed(driver.stored(ids[2])).events.last?.action == "withdraw")
        }
    }

    @Test("Handed in together, the citizen is told of it once; from then on of each dossier by itself, once")
    func told() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            var driver = RoutingDriver(test, desk)
            try await driver.login(["tiepnhan", "thamdinh", "lanhdao", "vanthu"])
            let key = UUIDv7.make()
            let taken = try await driver.desk("tiepnhan").post("/v1/dossiers", SampleBundle.body, key: key)
            _ = try await driver.desk("tiepnhan").post("/v1/dossiers", SampleBundle.body, key: key)
            let ids = Self.linked(taken).compactMap { $0["id"]?.text }
            try #require(ids.count == 3, "\(taken.text)")
            func occasions(_ id: ID) async throws -> [String] {
                try await driver.desk("tiepnhan").get("/v1/dossiers/\(id)/messages").items
                    .compactMap { $0["occasion"]?.text }
            }
            #expect(try await occasions(ids[0]) == ["received"])
            for id in ids.dropFirst() { #expect(try await occasions(id) == []) }
            try await Self.finish(ids[0], test, driver)
            #expect(try await occasions(ids[0]) == ["received", "ready"])
            for id in ids.dropFirst() { #expect(try await occasions(id) == []) }
        }
    }

    @Test("Asking for papers or refusing one of them leaves the others with their steps, clocks and answers")
    func separate() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            var driver = RoutingDriver(test, desk)
            try await driver.login(["tiepnhan", "thamdinh"])
            let taken = try await driver.desk("tiepnhan").post(
                "/v1/dossiers", SampleBundle.body, key: UUIDv7.make())
            let ids = Self.linked(taken).compactMap { $0["id"]?.text }
            try #require(ids.count == 3, "\(taken.text)")
            let others = [try await driver.stored(ids[1]).dossier, try await driver.stored(ids[2]).dossier]
            #expect(try await driver.act(["action": "forward"], on: ids[0], by: "tiepnhan").status == 200)
            let now = try await driver.desk("thamdinh").get("/v1/dossiers/\(ids[0])")
            let asked = try await driver.act(
                RoutingDriver.body(.requestSupplement, of: now), on: ids[0], by: "thamdinh")
            #expect(asked.status == 200 && asked["due_at"] == nil, "\(asked.text)")
            for (index, before) in others.enumerated() {
                let after = try await driver.stored(ids[index + 1])
                #expect(after.dossier == before)
                #expect(try await driver.replayed(after).state.waitsForLead)
            }
            let papers = try await driver.desk("tiepnhan").get("/v1/dossiers/\(ids[0])")
            #expect(
                try await driver.act(
                    RoutingDriver.body(.supplementIn, of: papers), on: ids[0], by: "tiepnhan"
                ).status == 200)
            // The page of any of them shows where the first one is by now.
            let page = try await driver.desk("tiepnhan").get("/v1/dossiers/\(ids[2])")
            #expect(Self.linked(page).map { $0["status"] } == [4, 2, 2])
            #expect(page.json["bundle"]?["position"] == 3)
        }
    }

    @Test("Masked readers see no look-up code and no papers of the others")
    func masked() async throws {
        try await TestCentral().run { desk in
            let reception = try await desk.login()
            let taken = try await reception.post("/v1/dossiers", SampleBundle.body, key: UUIDv7.make())
            let hotline = try await desk.login("tongdai").get("/v1/dossiers/\(taken["id"] ?? "")")
            let linked = Self.linked(hotline)
            #expect(linked.count == 3)
            #expect(linked.allSatisfy { $0["lookup_code"]?.text == "****" })
            #expect(linked.allSatisfy { $0["documents"]?.list?.isEmpty == true })
        }
    }

    @Test("Both bundles of training are whole: the other one comes in as well")
    func death() async throws {
        try await TestCentral().run { desk in
            let desk = try await desk.login()
            let answers: JSONValue = [
                "nyc_ho_ten": "Nguyễn Thị Ánh", "nyc_so_dinh_danh": "001185000123",
                "nyc_noi_cu_tru": "Phường Cửa Nam", "nyc_quan_he": "con", "nc_ho_ten": "Nguyễn Văn Cả",
                "nc_ngay_sinh": "1940-05-01", "nc_gioi_tinh": "male", "nc_so_dinh_danh": "001040000123",
                "nc_noi_cu_tru": "Phường Cửa Nam", "nc_ngay_chet": "2026-11-20", "nc_noi_chet": "Tại nhà",
                "loai_giay": "giay_bao_tu", "xt_ch_ho_ten": "Nguyễn Thị Ánh", "xt_ly_do": "chet",
                "mt_doi_tuong": "bao_tro", "mt_nguoi_mai_tang": "Nguyễn Thị Ánh", "mt_cach_nhan": "tien_mat",
            ]
            let reply = try await desk.post(
                "/v1/dossiers",
                SampleBundle.with([
                    "procedure": "2.002913", "form_id": "2.002913", "answers": answers,
                    "documents": [
                        ["code": "to_khai", "originals": 1, "copies": 0],
                        ["code": "giay_bao_tu", "originals": 1, "copies": 0],
                        ["code": "xt_to_khai", "originals": 1, "copies": 0],
                        ["code": "mt_to_khai", "originals": 1, "copies": 0],
                    ],
                ]), key: UUIDv7.make())
            #expect(reply.status == 201, "\(reply.text)")
            #expect(
                Self.linked(reply).map { $0["procedure_name"]?.text } == [
                    "Đăng ký khai tử", "Xóa đăng ký thường trú",
                    "Hỗ trợ chi phí mai táng cho đối tượng bảo trợ xã hội",
                ])
        }
    }
}
