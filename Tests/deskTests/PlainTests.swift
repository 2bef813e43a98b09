import APIClient
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

/// `desk --plain`: the jobs of the screens, asked line by line.
@Suite("Plain mode")
struct PlainTests {
    private func run(
        _ fixture: Fixture, _ answers: [(String, String)], language: Language = .vi
    ) async -> ScriptedConsole {
        let console = ScriptedConsole([("Tài khoản", "tiepnhan"), ("Mật khẩu", "tap-huan")] + answers)
        // Not in training: there is no central to start in a test of the desk.
        _ = await PlainDesk(desk: fixture.desk, console: console, language: language).run()
        return console
    }

    private static let intake: [(String, String)] = [
        ("Chọn số", "1"), ("Số định danh", FixtureData.card), ("Tìm thủ tục", "trich luc"),
        ("1/3 Tờ khai", "đủ"), ("2/3 Thẻ", "0 1"), ("Gửi:", "c"), ("Phiếu:", ""), ("Thủ tục tiếp theo", "k"),
        ("Chọn số", "thoat"),
    ]

    @Test("an intake goes from the scanned card to the code, and is the act that the screen would send")
    func wholeIntake() async throws {
        let fixture = Fixture(training: false, signedIn: false)
        let console = await run(fixture, Self.intake)
        #expect(console.unused.isEmpty)
        #expect(console.text.contains("Đã đọc thẻ của Nguyễn Thị Ánh."))
        #expect(console.text.contains("ĐÃ TIẾP NHẬN HỒ SƠ"))
        #expect(console.text.contains("Mã hồ sơ: H26.1.5-261123-0012"))
        #expect(console.text.contains("Mã tra cứu: J4MG"))
        #expect(
            console.text.contains("Hẹn trả: thứ Tư, 25/11/2026 09:41")
                || console.text.contains("thứ Tư, 09:41"))
        let body = try #require(fixture.bodies(.post, "/v1/dossiers").first)
        #expect(body.contains("\"identity_number\":\"001185000123\""))
        #expect(body.contains("\"noi_dang_ky\":\"UBND phường Cửa Nam\""))
        #expect(fixture.drafts.isEmpty)
    }

    @Test("the input ends in the middle: the draft is kept, and is taken up again")
    func draftKept() async throws {
        let fixture = Fixture(training: false, signedIn: false)
        let first = await run(
            fixture,
            [
                ("Chọn số", "1"), ("Số định danh", FixtureData.card), ("Tìm thủ tục", "!"),
                ("Chọn số", "thoat"),
            ])
        #expect(first.text.contains("Đã dừng. Nháp còn nguyên."))
        let again = await run(
            fixture, [("Chọn số", "nhap"), ("Chọn số", "1"), ("Tìm thủ tục", "!"), ("Chọn số", "thoat")])
        #expect(again.text.contains("Nháp đang dở (1)"))
        #expect(again.text.contains("Tiếp từ trang 2, Thủ tục."))
    }

    @Test("a missing paper is said, and makes form 02 the decision that is proposed")
    func missingPaper() async throws {
        let fixture = Fixture(training: false, signedIn: false)
        var answers = Self.intake
        answers[4] = ("2/3 Thẻ căn cước", "0")
        let console = await run(fixture, answers)
        #expect(console.text.contains("▲ Thẻ căn cước hoặc giấy tờ tùy thân"))
        let body = try #require(fixture.bodies(.post, "/v1/dossiers").first)
        #expect(body.contains("\"decision\":\"request_supplement\""))
    }

    @Test(
        "received with a paper missing: it is asked which slip, in words of the question, and there is a way back"
    )
    func missingPaperReceived() async throws {
        for (answer, decision) in [
            ("1", "receive"), ("<", "receive"), ("mẫu 02", nil), ("2", "request_supplement"),
        ] {
            let fixture = Fixture(training: false, signedIn: false)
            var answers = Array(Self.intake.prefix(4))
            answers += [("2/3 Thẻ căn cước", "0"), ("Quyết định", "tiếp nhận")]
            // What is none of the choices is said, and asked again.
            answers +=
                decision == nil
                ? [("Lập phiếu nào", answer), ("Lập phiếu nào", "1")] : [("Lập phiếu nào", answer)]
            if decision != "request_supplement" { answers.append(("2/3 Thẻ căn cước", "0 1")) }
            answers += [("Gửi:", "c"), ("Phiếu:", ""), ("Thủ tục tiếp theo", "k"), ("Chọn số", "thoat")]
            let console = await run(fixture, answers)
            #expect(console.text.contains("Hồ sơ còn thiếu giấy tờ"), "\(answer)")
            #expect(console.text.contains("1. quay lại giấy tờ"), "\(answer)")
            let body = try #require(fixture.bodies(.post, "/v1/dossiers").first, "\(answer): \(console.text)")
            #expect(body.contains("\"decision\":\"\(decision ?? "receive")\""), "\(answer)")
        }
    }

    @Test("a server that is away is said, and asked again under the same key when the officer says so")
    func serverAway() async throws {
        let fixture = Fixture(training: false, signedIn: false)
        let answer = Response.json(FixtureData.json(FixtureData.dossier), status: 201)
        fixture.transport.forget(.post, "/v1/dossiers")
        fixture.transport.on(
            .post, "/v1/dossiers", .lost(.effect(answer)), .effect(answer))
        var answers = Self.intake
        answers.insert(("Thử lại", "c"), at: 6)
        let console = await run(fixture, answers)
        #expect(console.text.contains("ĐÃ TIẾP NHẬN HỒ SƠ"))
        let keys = fixture.transport.requests.filter { $0.target == "/v1/dossiers" }.compactMap { request in
            request.headers.first { $0.name.lowercased() == "idempotency-key" }?.value
        }
        #expect(keys.count == 2)
        #expect(Set(keys).count == 1)
    }

    @Test(
        "who has looked nothing up yet is offered the procedures that are used most; a number lists their dossiers"
    )
    func popular() async throws {
        let fixture = Fixture(training: false, signedIn: false)
        fixture.transport.forget(.get, "/v1/search")
        fixture.transport.on(
            .get, "/v1/search",
            .answer(json: FixtureData.json(Page(items: FixtureData.items(2), nextCursor: nil))))
        let console = await run(
            fixture, [("Chọn số", "2"), ("Tìm:", "1"), ("Chọn số", "<"), ("Tìm:", ""), ("Chọn số", "thoat")])
        let first = FixtureData.summaries[0]
        #expect(console.text.contains("Thủ tục làm nhiều nhất") && console.text.contains("1. \(first.name)"))
        let asked = fixture.transport.requests.filter { $0.target.hasPrefix("/v1/search") }
        #expect(asked.count == 1 && asked[0].target.contains("procedure=\(first.code)"), "\(asked)")
    }

    @Test("a dossier is found by a spoken code and read out")
    func lookup() async throws {
        let fixture = Fixture(training: false, signedIn: false)
        fixture.transport.forget(.get, "/v1/search")
        fixture.transport.on(
            .get, "/v1/search",
            .answer(json: FixtureData.json(Page(items: [FixtureData.items(1)[0]], nextCursor: nil))))
        let id = FixtureData.items(1)[0].id
        fixture.transport.on(.get, "/v1/dossiers/\(id)", .answer(json: FixtureData.json(FixtureData.dossier)))
        fixture.transport.on(
            .get, "/v1/dossiers/\(id)/events",
            .answer(json: FixtureData.json(Page(items: FixtureData.events, nextCursor: nil))))
        let console = await run(
            fixture,
            [
                ("Chọn số", "2"), ("Tìm:", "h26 1 5 261120 0001"), ("Phiếu:", "x"), ("Phiếu:", ""),
                ("Tìm:", ""),
                ("Chọn số", "thoat"),
            ])
        #expect(console.text.contains("== Chủ hồ sơ"))
        #expect(console.text.contains("Nguyễn Thị Ánh"))
        #expect(console.text.contains("GIẤY TIẾP NHẬN HỒ SƠ"))
        let asked = fixture.transport.requests.map(\.target).filter { $0.hasPrefix("/v1/search") }
        #expect(asked.contains { $0.contains("H26.1.5-261120-0001") })
    }

    @Test("a wrong password is said, and asked for again")
    func wrongPassword() async throws {
        let fixture = Fixture(training: false, signedIn: false)
        fixture.transport.forget(.post, "/oauth/token")
        fixture.transport.on(
            .post, "/oauth/token",
            .answer(json: "{\"error\":\"invalid_grant\"}", status: 400),
            .answer(
                json: FixtureData.json(
                    TokenResponse(
                        accessToken: "token", tokenType: "Bearer", expiresIn: 3600, refreshToken: nil,
                        storeKey: FixtureData.storeKeyText))))
        let console = await run(fixture, [("Thử lại", "c"), ("Mật khẩu", "tap-huan"), ("Chọn số", "thoat")])
        #expect(console.text.contains(Strings.Login.refused.vi))
        #expect(console.text.contains("Trần Thu Hà, P. Hoàn Kiếm"))
    }

    @Test("An empty line receives no required paper; a word or numbers do, and are read back")
    func papers() async throws {
        let fixture = Fixture(training: false, signedIn: false)
        var answers = Self.intake
        (answers[3], answers[4]) = (("1/3 Tờ khai", ""), ("2/3 Thẻ", "du"))
        let console = await run(fixture, answers)
        let lines = console.lines
        let first = try #require(lines.firstIndex { $0.hasPrefix("1/3 Tờ khai") })
        #expect(lines[first + 1] == "Chưa nhận giấy này.")
        let second = try #require(lines.firstIndex { $0.hasPrefix("2/3 Thẻ") })
        #expect(lines[second + 1] == "Đã nhận 1 bản sao.")
        let body = try #require(fixture.bodies(.post, "/v1/dossiers").first)
        #expect(body.contains("\"decision\":\"request_supplement\""))
    }

    @Test("Plain: known values, the fee and the date are read out")
    func readOut() async {
        let fixture = Fixture(training: false, signedIn: false)
        let console = await run(fixture, Self.intake)
        let text = console.text
        #expect(text.contains("Điền từ dữ liệu đã có: Điện thoại 0912345678? (c/k, Enter là có)"))
        #expect(text.contains("Đã điền."))
        #expect(text.contains("Cộng 8.000 đ") || text.contains("Cộng 16.000 đ"))
        #expect(text.contains("Hẹn trả thứ Tư, 09:41 25/11/2026"))
        #expect(!text.contains("…: ") && text.contains("Chủ hồ sơ: Nguyễn Thị Ánh"))
    }

    @Test("Plain: a look-up with many hits reads the first ones")
    func manyHits() async throws {
        let fixture = Fixture(training: false, signedIn: false)
        fixture.transport.forget(.get, "/v1/search")
        fixture.transport.on(
            .get, "/v1/search",
            .answer(json: FixtureData.json(Page(items: FixtureData.items(46), nextCursor: nil))))
        let console = await run(
            fixture,
            [("Chọn số", "2"), ("Tìm:", "0002"), ("Chọn số", "!"), ("Tìm:", ""), ("Chọn số", "thoat")])
        #expect(console.text.contains("1. \(FixtureData.items(46)[0].code)"))
        #expect(console.text.contains("Còn 34 mục; Enter đọc tiếp"))
    }

    @Test("A refusal read out line by line collects nothing")
    func refusal() async {
        let fixture = Fixture(training: false, signedIn: false)
        var refused = FixtureData.dossier
        (refused.decision, refused.status, refused.acceptedAt, refused.dueAt) = (.refuse, 3, nil, nil)
        fixture.transport.forget(.post, "/v1/dossiers")
        fixture.transport.on(
            .post, "/v1/dossiers", .effect(.json(FixtureData.json(refused), status: 201)))
        let console = await run(fixture, Self.intake)
        #expect(console.text.contains("ĐÃ LẬP PHIẾU TỪ CHỐI"))
        #expect(!console.lines.contains { $0.hasPrefix("Thu: ") })
    }
}
