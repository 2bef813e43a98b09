import APIClient
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

@Suite("The answer page")
struct AnswerTests {
    /// Finds the dossier of the fixture alone.
    private func fixture() async -> Fixture {
        let fixture = await Fixture().logIn()
        var item = FixtureData.items(1)[0]
        (item.id, item.code) = (FixtureData.dossier.id, FixtureData.dossier.code)
        fixture.transport.forget(.get, "/v1/search")
        fixture.transport.on(.get, "/v1/search", .answer(json: FixtureData.json(SearchPage(items: [item]))))
        return fixture
    }

    private func answer(_ language: Language = .vi, columns: Int = 80, rows: Int = 24) async -> (
        TestDriver, Fixture
    ) {
        let fixture = await fixture()
        let screen = AnswerScreen(
            desk: fixture.desk, id: FixtureData.dossier.id, code: FixtureData.dossier.code)
        return (
            await fixture.driver(screen, columns: columns, rows: rows, language: language).waitIdle(), fixture
        )
    }

    @Test(
        "From / to the answer it is one key beyond the code, and Enter first costs one more",
        arguments: [["f8"], ["alt-a"], ["enter", "f8"]])
    func keys(keys: [String]) async {
        let fixture = await fixture()
        let driver = await fixture.driver(HomeScreen(desk: fixture.desk)).waitIdle()
        driver.press("/").type("h26 1 5 261123 12")
        for key in keys { await driver.press(key).waitIdle() }
        #expect(1 + keys.count <= 3)
        #expect(driver.screen(as: AnswerScreen.self) != nil)
        driver.expectText("Hồ sơ H26.1.5-261123-0012, Cấp bản sao trích lục hộ tịch")
            .expectText("Hẹn trả kết quả lúc")
    }

    @Test("A name and the key, pressed before the list is there, open the answer where it is one dossier")
    func early() async {
        let fixture = await fixture()
        let driver = await fixture.driver(HomeScreen(desk: fixture.desk)).waitIdle()
        await driver.press("/").type("nguyen thi anh").press("f8").waitIdle()
        #expect(driver.screen(as: AnswerScreen.self) != nil)
        driver.expectText("Hỏi thêm tại UBND phường Hoàn Kiếm.")
    }

    @Test("It says where it is, until when, what it costs, what was done and whom to ask, in both languages")
    func golden() async {
        let (driver, _) = await answer()
        driver.expectScreen(
            """
             desk ▸ Trả lời về hồ sơ  P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             H26.1.5-261123-0012  Được tiếp nhận
              Hồ sơ H26.1.5-261123-0012, Cấp bản sao trích lục hộ tịch, nộp ngày
              23/11/2026 tại UBND phường Hoàn Kiếm.
              Hiện nay: Được tiếp nhận, ở bước “Tiếp nhận”, từ 09:41 ngày 23/11/2026.
              Hẹn trả kết quả lúc 08:00 ngày 25/11/2026.
              Phí, lệ phí: 16.000 đồng.
              Cách nhận kết quả: tại quầy.
              Hỏi thêm tại UBND phường Hoàn Kiếm.

              Diễn biến ──────────────────────────────────────────────────────────────────
              09:41 23/11/2026  Tiếp nhận

              Hỏi ai ─────────────────────────────────────────────────────────────────────
              Đơn vị            UBND phường Hoàn Kiếm
              Người tiếp nhận   Trần Thu Hà

              Theo hệ thống lúc 09:41 ngày 23/11/2026.




             Đọc từng câu cho người hỏi. C chép, P in, S lưu PDF, Enter mở hồ sơ.
             F1 Trợ giúp  F3 Tra cứu  C Chép  P In  S Lưu PDF  Enter Mở hồ sơ  Esc Quay lại
            """)
        let (english, _) = await answer(.en)
        english.expectText("is due at").expectText("For more, ask").expectText("Whom to ask")
            .expectNoText("Hẹn trả")
    }

    @Test("A key hands the sentences to the terminal's clipboard, and promises nothing")
    func copies() async {
        let (driver, _) = await answer()
        driver.press("c")
        guard
            case .copy(let text)? = driver.requests.last(where: { if case .copy = $0 { true } else { false } }
            )
        else {
            Issue.record("\(driver.requests)")
            return
        }
        #expect(text.hasPrefix("Hồ sơ H26.1.5-261123-0012, Cấp bản sao"))
        #expect(text.hasSuffix("Hỏi thêm tại UBND phường Hoàn Kiếm."))
        driver.expectText("Có cửa sổ không nhận")
    }

    @Test("The paper has the sentences by their names, and what was done, without what officers noted")
    func paper() {
        var readout = Readout(
            dossier: FixtureData.dossier, events: FixtureData.events,
            now: Instant(rfc3339: "2026-11-24T09:00:00+07:00") ?? Instant(seconds: 0))
        readout.events[0].note = "ghi chú nội bộ"
        let lines = DeclarationPreview.lines(readout.paper(training: true), width: 80).joined(separator: "\n")
        #expect(lines.contains("TRẢ LỜI VỀ HỒ SƠ") && lines.contains("Mã hồ sơ: H26.1.5-261123-0012"))
        #expect(lines.contains("TẬP HUẤN") && !lines.contains("chưa nộp") && !lines.contains("nội bộ"))
        // The label is not said twice.
        #expect(lines.contains("Phí, lệ phí: 16.000 đồng.") && lines.contains("Cách nhận kết quả: tại quầy."))
        #expect(!lines.contains("Hồ sơ: Hồ sơ"))
        #expect(lines.contains("Theo hệ thống lúc 09:00 ngày 24/11/2026."))
    }

    @Test("What could not be had is said, and the rest is there to be read")
    func partly() async {
        let fixture = await fixture()
        let path = "/v1/dossiers/\(FixtureData.dossier.id)/events"
        fixture.transport.forget(.get, path)
        fixture.transport.forget(.get, "/v1/dossiers/*/events")
        fixture.transport.on(.get, path, .problem(500, "internal_error"))
        let screen = AnswerScreen(
            desk: fixture.desk, id: FixtureData.dossier.id, code: FixtureData.dossier.code)
        let driver = await fixture.driver(screen).waitIdle()
        driver.expectText("Câu trả lời chưa đủ").expectText("Hẹn trả kết quả lúc")
    }

    @Test("A code that is out of reach says no more than one that does not exist")
    func nothing() async {
        let fixture = await fixture()
        let driver = await fixture.driver(
            AnswerScreen(desk: fixture.desk, id: nil, code: "H99.1-261123-0001")
        ).waitIdle()
        driver.expectText("H99.1-261123-0001").expectNoText("Hẹn trả")
        driver.press("c", "p", "s")
        #expect(driver.requests.allSatisfy { if case .copy = $0 { false } else { true } })
    }

    @Test("What was paid, what the post has, what is late, is said as it is")
    func sentences() {
        var dossier = FixtureData.dossier
        func words(_ change: (inout Readout) -> Void = { _ in }) -> String {
            var readout = Readout(
                dossier: dossier, now: Instant(rfc3339: "2026-11-24T09:00:00+07:00") ?? Instant(seconds: 0))
            change(&readout)
            return readout.sentences.map(\.vi).joined(separator: "\n")
        }
        #expect(words().contains("Phí, lệ phí: 16.000 đồng."))
        dossier.status = 6
        #expect(words().contains("16.000 đồng, đang chờ nộp."))
        dossier.status = 4
        dossier.delivery.method = .post
        #expect(words().contains("bưu chính"))
    }

    @Test(
        "A result that is there is fetched with the slip only where it was to be fetched",
        arguments: [
            (DeliveryMethod.desk, "mang giấy hẹn đến nhận"), (.post, "sẽ gửi qua bưu chính"),
            (.online, "bản điện tử"),
        ])
    func ready(way: DeliveryMethod, words: String) {
        var dossier = FixtureData.dossier
        (dossier.status, dossier.delivery.method) = (9, way)
        let text = Readout(dossier: dossier, now: FixtureData.dossier.submittedAt).sentences.map(\.vi)
            .joined(separator: "\n")
        #expect(text.contains("Đã có kết quả") && text.contains(words), "\(text)")
        #expect(text.contains("mang giấy hẹn") == (way == .desk))
    }

    @Test(
        "Where it lies with another unit than the one that took it in, that is said, and whom to ask is that one"
    )
    func holder() {
        var dossier = FixtureData.dossier
        func sentences() -> [String] {
            Readout(dossier: dossier, now: FixtureData.dossier.submittedAt).sentences.map(\.vi)
        }
        dossier.status = 4
        dossier.holder = dossier.unit
        #expect(!sentences().contains { $0.hasPrefix("Đang ở") })
        dossier.holder = UnitRef(code: "H26.7", name: "Sở Tư pháp")
        #expect(sentences().contains("Đang ở Sở Tư pháp."))
        #expect(sentences().last == "Hỏi thêm tại Sở Tư pháp.")
        #expect(sentences().first?.contains("tại UBND phường Hoàn Kiếm") == true)
        dossier.status = 10
        #expect(sentences().last == "Hỏi thêm tại UBND phường Hoàn Kiếm.")
    }
}
