import APIClient
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

@Suite("Processes at the desk")
struct ProcessScreenTests {
    private func fixture(_ role: String = "ministry_admin", findings: [InputProblem] = []) async -> Fixture {
        let fixture = await Fixture.administrator(role)
        ProcessData.answer(on: fixture.transport, findings: findings)
        return fixture
    }

    private func page(_ fixture: Fixture, _ version: Int, rows: Int = 60) async -> TestDriver {
        await fixture.driver(
            ProcessScreen(
                desk: fixture.desk, id: "khai-sinh", version: version, name: "Đăng ký khai sinh"),
            rows: rows
        ).waitIdle()
    }

    @Test("Every version is found as one types, narrowed by a key, and opened")
    func list() async {
        let fixture = await fixture()
        let driver = await fixture.driver(ProcessListScreen(desk: fixture.desk)).waitIdle()
        driver.expectScreen(
            """
             desk ▸ Quy trình            TP Hà Nội · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             Tất cả quy trình, mọi bản                                                2 bản
             Tìm tên, mã thủ tục hoặc mã quy trình
             Thủ tục     Tên                              Bản   Tình trạng     Từ ngày
            ▸1.001193    Đăng ký khai sinh                1     Đang áp dụng   05/01/2026
             1.001193    Đăng ký khai sinh                2     Dự thảo        05/01/2026
















             khai-sinh · 1.001193
             F1 Trợ giúp  F3 Tra cứu  F4 Nhóm khác  Enter Mở  Ins Đưa từ tệp  Esc Quay lại
            """)
        await driver.press("f4").waitIdle()
        #expect(fixture.transport.requests.last?.target == "/v1/processes?state=draft&limit=100")
        await driver.press("down", "enter").waitIdle()
        #expect(driver.screen(as: ProcessScreen.self)?.shown?.process.version == 2)
    }

    @Test("A draft's page: nothing wrong, what is otherwise than in force, the drawing, each step")
    func draft() async {
        let driver = await page(await fixture(), 2)
        driver.expectScreen(
            """
             desk ▸ Quy trình            TP Hà Nội · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             Đăng ký khai sinh, bản 2
             Thủ tục           1.001193                                                    █
             Tình trạng        Dự thảo                                                     █
             Thời hạn          02 ngày làm việc                                            █
             Chờ bổ sung       30 ngày                                                     █
                                                                                           █
             Kiểm tra: không có lỗi ────────────────────────────────────────────────────── █
             Có thể đưa vào áp dụng. Sau đó bản này không sửa được nữa.                    █
                                                                                           █
             Khác bản 1 đang áp dụng: 7 chỗ ────────────────────────────────────────────── █
             ~ Thời hạn: 03 ngày làm việc → 02 ngày làm việc                               █
             - bước “Lãnh đạo ký”                                                          █
             ~ bước “Thẩm định”, Vai trò: Thẩm định → Lãnh đạo ký duyệt                    █
             - Lãnh đạo ký: Trả lại bước trước → Thẩm định                                 █
             - Lãnh đạo ký: Ký → Trả kết quả                                               █
             - Thẩm định: Chuyển bước → Lãnh đạo ký                                        █
             + Thẩm định: Ký → Trả kết quả                                                 █
                                                                                           █
             Sơ đồ ─────────────────────────────────────────────────────────────────────── █
             ● Mới đăng ký                                                                 █
             │  Tiếp nhận a─────────────────────┐                                          █
             ○ Thẩm định ◂───────────────────┐  │                                          █
             │  Yêu cầu bổ sung b─────────┐  │  │                                          █
             ○ Chờ bổ sung                │  │  │                                          █
              c───────────────────────────┼──┘  │                                          █
             ○ Trả kết quả ◂──────────────┘     │                                          █
             │  Trả kết quả                     │                                          █
             ■ Đã trả kết quả                   │                                          █
                                                │                                          █
             ■ Không được tiếp nhận ◂───────────┘                                          █
                                                                                           █
             Các bước ──────────────────────────────────────────────────────────────────── █
             Mới đăng ký                                                                   █
               tiếp nhận · Tiếp nhận và trả kết quả · 02 giờ làm việc · đồng hồ đứng ·     █
               trạng thái 1                                                                █
               Tiếp nhận → Thẩm định                                                       █
               [a] Từ chối → Không được tiếp nhận                                          █
                 phải kèm: note                                                            █
                                                                                           █
             Thẩm định                                                                     █
               xử lý · Lãnh đạo ký duyệt · 02 giờ làm việc · đồng hồ chạy · trạng thái 4   █
               Yêu cầu bổ sung → Chờ bổ sung                                               █
                 phải kèm: note, missing                                                   █
               [b] Ký → Trả kết quả                                                        █
                                                                                           █
             Chờ bổ sung                                                                   █
               chờ công dân · Tiếp nhận và trả kết quả · 02 giờ làm việc · đồng hồ tạm     █
               dừng · trạng thái 5                                                         █
               [c] Nhận bổ sung → Thẩm định                                                █
                                                                                           █
             Trả kết quả                                                                   █
               trả kết quả · Tiếp nhận và trả kết quả · 02 giờ làm việc · đồng hồ đứng ·   █
               trạng thái 9                                                                █
               Trả kết quả → Đã trả kết quả                                                █
                                                                                           │
             Đã trả kết quả                                                                │
               kết thúc · đồng hồ đứng · trạng thái 10                                     │

             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F5 Làm mới  F8 Áp dụng  Esc Quay lại
            """)
    }

    @Test("What activation would refuse is said with its places, and the key is off")
    func findings() async {
        let fixture = await fixture(findings: [
            InputProblem(
                pointer: "/steps/2", code: "dead_end", message: "Bước “Chờ bổ sung” không có lối ra.",
                hint: "Thêm một hành động dẫn tới bước khác.")
        ])
        let driver = await page(fixture, 2)
        driver.expectText("Kiểm tra: 1 lỗi").expectText("không có lối ra").expectText("/steps/2")
        await driver.press("f8").waitIdle()
        #expect(driver.stage.depth == 1)
    }

    @Test("A draft comes into force from a day on, once, as it was looked at")
    func activate() async throws {
        let fixture = await fixture()
        let path = ProcessData.path + "/2:activate"
        var active = ProcessData.draft
        active.state = "active"
        fixture.transport.on(.post, path, .effect(.json(FixtureData.json(active))))
        let driver = await page(fixture, 2, rows: 24)
        await driver.press("f8").waitIdle()
        driver.expectText("Không hoàn tác được.")
        await driver.type("15122026").press("f10").waitIdle()
        let body = try #require(fixture.bodies(.post, path).first, "\(driver.screenText)")
        #expect(body == #"{"effective_from":"2026-12-15"}"#)
        let request = fixture.transport.requests.last { $0.target == path }
        #expect(request?.headers.first("If-Match") == "\"3\"")
        driver.expectText("Bản 2 áp dụng từ 05/01/2026.")
    }

    @Test(
        "A file is looked at before it is sent; it becomes a draft under one key, and its page has the findings"
    )
    func file() async throws {
        let fixture = await fixture()
        let bytes = Array(FixtureData.json(ProcessData.draft).utf8)
        guard case .opens(let screen) = ProcessScreen.file(bytes, fixture.desk) else {
            Issue.record("refused")
            return
        }
        fixture.transport.on(
            .post, "/v1/processes", .fail(.cut),
            .effect(.json(FixtureData.json(ProcessData.draft), status: 201)))
        let driver = await fixture.driver(screen).waitIdle()
        driver.expectText("Tệp, chưa đưa vào hệ thống").expectText("Khác bản 1 đang áp dụng")
        #expect(fixture.bodies(.post, "/v1/processes").isEmpty)
        await driver.press("f10").waitIdle()
        driver.expectText("không làm hai lần")
        await driver.press("f10").waitIdle()
        let sent = fixture.transport.requests.filter { $0.method == .post && $0.target == "/v1/processes" }
        #expect(sent.count == 2 && Set(sent.map { $0.headers.first("Idempotency-Key") }).count == 1)
        driver.expectText("Kiểm tra: không có lỗi")
    }

    @Test("A file that the server refuses is told place by place, and stays")
    func fileRefused() async {
        let fixture = await fixture()
        guard
            case .opens(let screen) = ProcessScreen.file(
                Array(FixtureData.json(ProcessData.draft).utf8), fixture.desk)
        else {
            Issue.record("refused")
            return
        }
        fixture.transport.on(
            .post, "/v1/processes",
            .problem(
                422, "invalid_input",
                more:
                    #""errors":[{"pointer":"/transitions/3","code":"unknown_step","message":"Không có bước “ky”."}]"#
            ))
        let driver = await fixture.driver(screen).waitIdle()
        await driver.press("f10").waitIdle()
        driver.expectText("Không có bước “ky”.").expectText("/transitions/3").expectText("Tệp, chưa đưa")
    }

    @Test(
        "What is no process is said to be none, and nothing is sent",
        arguments: ["", "{", "[]", "{}", "\u{FEFF}{\"id\":\"x\"}", "MZ\u{0}"])
    func noProcess(_ text: String) async {
        let fixture = await fixture()
        guard case .refused = ProcessScreen.file(Array(text.utf8), fixture.desk) else {
            Issue.record("taken")
            return
        }
    }

    @Test("A province's administrator reads, and changes nothing")
    func province() async {
        let fixture = await fixture("province_admin")
        let driver = await fixture.driver(ProcessListScreen(desk: fixture.desk)).waitIdle()
        await driver.press("insert").waitIdle()
        #expect(driver.stage.depth == 1)
        await driver.press("down", "enter", "f8").waitIdle()
        #expect(driver.stage.depth == 2)
    }

    @Test("Every way is drawn or counted, whatever the width: in ASCII, narrow, with a hundred steps")
    func drawing() {
        var process = ProcessData.outline()
        let text = ProcessDrawing(process, width: 60, ascii: true) { $0 }.lines.map { line in
            line.map(\.text.string).joined()
        }
        #expect(
            text == [
                "* Mới đăng ký",
                "|  receive a--------------------------+",
                "o Thẩm định <-------------------+--+  |",
                "|  request_supplement b------+  |  |  |",
                "o Chờ bổ sung                |  |  |  |",
                " c---------------------------+--+  |  |",
                "o Lãnh đạo ký <--------------+     |  |",
                "|  sign d--------------------------+  |",
                "o Trả kết quả                         |",
                "|  deliver                            |",
                "# Đã trả kết quả                      |",
                "                                      |",
                "# Không được tiếp nhận <--------------+",
            ])
        process.steps = (0..<100).map { ProcessData.step("b\($0)", "Bước \($0)", "review", 4) }
        process.transitions = (0..<100).flatMap { from in
            [1, 7, 40, -3].map { ProcessData.way("b\(from)", "forward", "b\((from + $0 + 100) % 100)") }
        }
        for width in [10, 24, 40, 80, 160] {
            let drawing = ProcessDrawing(process, width: width, ascii: false) { $0 }
            let widest = drawing.lines.map { $0.reduce(0) { $0 + $1.text.width } }.max() ?? 0
            #expect(widest <= max(width, 30), "\(width)")
            let shown = (0..<100).reduce(0) { count, from in
                count + (0..<100).count { drawing.letter(from: from, to: $0) != nil }
            }
            // 99 ways lead to the next step.
            #expect(shown + drawing.left == 400 - 99, "\(width)")
        }
    }
}
