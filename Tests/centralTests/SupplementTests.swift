import Forms
import HTTPTypes
import Models
import Testing

@testable import central

@Suite("A dossier that began with form 02 goes on when its papers and its declaration are whole")
struct SupplementTests {
    private static func run(_ body: @escaping @Sendable (RoutingDriver, TestCentral) async throws -> Void)
        async throws
    {
        let test = try TestCentral()
        try await test.run { desk in
            var driver = RoutingDriver(test, desk)
            try await driver.login(["tiepnhan", "thamdinh", "lanhdao", "vanthu"])
            try await body(driver, test)
        }
    }

    /// Sent back for papers, with nothing declared but a name.
    private static func sentBack(_ driver: RoutingDriver) async throws -> ID {
        let body = SampleIntake.with([
            "decision": "request_supplement", "reason": "Thiếu tờ khai.", "missing": ["Tờ khai"],
            "documents": [], "answers": ["nyc_ho_ten": "Nguyễn Thị Ánh"],
        ])
        let made = try await driver.desk("tiepnhan").post("/v1/dossiers", body, key: UUIDv7.make())
        #expect(made.status == 201, "\(made.text)")
        return try #require(made["id"])
    }

    private static func amend(_ driver: RoutingDriver, _ id: ID, _ body: JSONValue) async throws -> TestReply
    {
        try await driver.desk("tiepnhan").send(
            .patch, "/v1/dossiers/\(id)", headers: [.ifMatch: "*"], json: body)
    }

    private static func option(_ driver: RoutingDriver, _ id: ID) async throws -> JSONValue {
        let options = try await driver.desk("tiepnhan").get("/v1/dossiers/\(id)/actions")
        return try #require(
            options.items.first { $0["action"] == "supplement_in" }, "\(options.text)")
    }

    private static let came: JSONValue = [
        "action": "supplement_in", "documents": [["code": "to_khai", "originals": 1, "copies": 0]],
    ]

    @Test(
        "An empty declaration is refused with its fields named, completed by an amendment, and form 01 follows"
    )
    func declaration() async throws {
        try await Self.run { driver, _ in
            let id = try await Self.sentBack(driver)
            let refused = try await driver.act(Self.came, on: id, by: "tiepnhan")
            #expect(refused.status == 422, "\(refused.text)")
            #expect(refused.faults.contains("/answers/so_ban required"), "\(refused.faults)")
            #expect(!refused.faults.contains("/answers/nyc_ho_ten required"))
            #expect(refused.text.contains("Tờ khai còn thiếu"))
            let offered = try await Self.option(driver, id)
            #expect(offered["allowed"] == true && offered["forms"] == ["01"])
            #expect(
                offered["lacking"]?.list?.compactMap { $0["pointer"]?.text }
                    == refused.faults.map { String($0.prefix { $0 != " " }) })

            // A part of it may be put right before the rest comes; what is wrong may not.
            let wrong = try await Self.amend(
                driver, id, ["reason": "Bổ sung.", "answers": ["nyc_ho_ten": "Nguyễn Thị Ánh", "so_ban": 0]])
            #expect(wrong.status == 422, "\(wrong.text)")
            let part = try await Self.amend(
                driver, id,
                ["reason": "Bổ sung.", "answers": ["nyc_ho_ten": "Nguyễn Thị Ánh", "so_ban": 2]])
            #expect(part.status == 200 && part.json["status"] == 5, "\(part.text)")
            let whole = try await Self.amend(
                driver, id, ["reason": "Bổ sung.", "answers": try #require(SampleIntake.body["answers"])])
            #expect(whole.status == 200, "\(whole.text)")
            #expect(try await Self.option(driver, id)["lacking"] == nil)
            // Nothing is owed before it is received.
            let owed = try await driver.desk("tiepnhan").get("/v1/dossiers/\(id)/charges")
            #expect(owed.json["revision"] == 0, "\(owed.text)")

            let done = try await driver.act(Self.came, on: id, by: "tiepnhan")
            #expect(done.status == 200 && done["accepted_at"] != nil, "\(done.text)")
            let printed = try await driver.desk("tiepnhan").post(
                "/v1/dossiers/\(id)/prints", ["form": "01"], key: UUIDv7.make())
            #expect(printed.status == 201, "\(printed.text)")
            let stored = try await driver.stored(id)
            let (state, due, _) = try await driver.replayed(stored)
            #expect(state.acceptedAt == stored.dossier.acceptedAt && due == stored.dossier.dueAt)
        }
    }

    @Test("A declaration on paper: with a reason it goes on, and the history keeps what was lacking and why")
    func onPaper() async throws {
        try await Self.run { driver, _ in
            let id = try await Self.sentBack(driver)
            guard case .object(var body) = Self.came else { return }
            body["incomplete_reason"] = "Tờ khai nộp bằng giấy, đã lưu cùng hồ sơ."
            let done = try await driver.act(.object(body), on: id, by: "tiepnhan")
            #expect(done.status == 200, "\(done.text)")
            let events = try await driver.desk("tiepnhan").get("/v1/dossiers/\(id)/events").items
            let detail = try #require(events.last?["detail"])
            #expect(detail["incomplete_reason"] == "Tờ khai nộp bằng giấy, đã lưu cùng hồ sơ.")
            #expect(detail["lacking"]?.list?.contains("Số bản") == true, "\(detail)")
            // What it lacked may stay away; nothing else may be taken out of it.
            let put = try await Self.amend(
                driver, id,
                ["reason": "Ghi thêm.", "answers": ["nyc_ho_ten": "Nguyễn Thị Ánh", "so_ban": 1]])
            #expect(put.status == 200, "\(put.text)")
            let out = try await Self.amend(driver, id, ["reason": "Bớt.", "answers": ["so_ban": 1]])
            #expect(out.faults == ["/answers/nyc_ho_ten required"], "\(out.text)")
        }
    }

    @Test(
        "A declaration, sets and note of a received dossier are amended, with before and after in the history"
    )
    func amended() async throws {
        try await Self.run { driver, _ in
            let made = try await driver.desk("tiepnhan").post(
                "/v1/dossiers", SampleIntake.with(["note": "Gọi trước khi trả."]), key: UUIDv7.make())
            let id = try #require(made["id"], "\(made.text)")
            #expect(made["note"] == "Gọi trước khi trả.")
            guard case .object(var answers)? = SampleIntake.body["answers"] else { return }
            answers["noi_dang_ky"] = "UBND phường Hoàn Kiếm"
            let done = try await Self.amend(
                driver, id,
                [
                    "reason": "Ghi nhầm nơi đăng ký.", "answers": .object(answers), "copies": 2,
                    "note": "Gọi buổi chiều.",
                ])
            #expect(done.status == 200 && done.json["copies"] == 2, "\(done.text)")
            let stored = try await driver.stored(id)
            let changes = try await driver.replayed(stored).events.last?.detail.changes
            #expect(
                changes == [
                    AmendedField(
                        pointer: "/answers/noi_dang_ky", before: "UBND phường Cửa Nam",
                        after: "UBND phường Hoàn Kiếm"),
                    AmendedField(pointer: "/copies", before: 1, after: 2),
                    AmendedField(
                        pointer: "/note", before: "Gọi trước khi trả.", after: "Gọi buổi chiều."),
                ])
            answers["so_ban"] = nil
            let less = try await Self.amend(driver, id, ["reason": "Bớt.", "answers": .object(answers)])
            #expect(less.faults == ["/answers/so_ban required"], "\(less.text)")
            #expect(
                try await Self.amend(driver, id, ["reason": "Sai.", "copies": 0]).faults
                    == ["/copies out_of_range"])
            let none = try await Self.amend(driver, id, ["reason": "Bỏ ghi chú.", "note": " "])
            #expect(none.status == 200 && none.json["note"] == nil, "\(none.text)")
        }
    }

    @Test("A fee follows a new quote with a reason, and never where money was taken for it")
    func fee() async throws {
        try await Self.run { driver, test in
            let made = try await driver.desk("tiepnhan").post(
                "/v1/dossiers", SampleIntake.body, key: UUIDv7.make())
            let id = try #require(made["id"])
            #expect(made.json["quote"]?["total"] == 16_000)
            let more = try await Self.amend(
                driver, id, ["reason": "Thêm một bản.", "quantities": ["trich_luc": 3]])
            #expect(more.json["quote"]?["total"] == 24_000, "\(more.text)")
            try await CashDesk.collect(id, test)
            let late = try await Self.amend(
                driver, id, ["reason": "Bớt một bản.", "quantities": ["trich_luc": 2]])
            #expect(late.faults == ["/quantities/trich_luc already_paid"], "\(late.text)")
            #expect(late.text.contains("24.000") && late.text.contains("hoàn"))
            #expect(try await driver.stored(id).dossier.quote.total == 24_000)
        }
    }
}
