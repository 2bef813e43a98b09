import APIClient
import Forms
import FoundationEssentials
import Models
import TUI
import TUITesting
import Testing

@testable import desk

@Suite("A file of officers at the desk")
struct OfficerImportTests {
    private static let path = "/v1/officers:import"
    private static let text =
        "STT;Họ và tên;Số định danh;Chức vụ;Phòng\r\n1;Lê Thị Một;001190000001;Chuyên viên;H26.1.5\r\n"
        + "2;Trần Văn Hai;001190000001;Chuyên viên;H26.1.5\r\n"

    private static func wrong() -> Models.OfficerImport {
        Models.OfficerImport(
            dryRun: true, right: 1, wrong: 1,
            items: [
                .init(line: 2, account: "motlt"),
                .init(
                    line: 3,
                    errors: [
                        InputProblem(
                            pointer: "/identity_number", code: "repeated", message: "Đã có ở dòng 2 của tệp.")
                    ]),
            ])
    }

    private static func right(isDry: Bool) -> Models.OfficerImport {
        Models.OfficerImport(
            dryRun: isDry, right: 2, wrong: 0,
            items: [.init(line: 2, account: "motlt"), .init(line: 3, account: "haitv")])
    }

    private func chosen(_ fixture: Fixture, _ bytes: [UInt8]) async throws -> TestDriver {
        try Data(bytes).write(to: URL(filePath: fixture.folder + "/can-bo.csv"))
        let driver = await fixture.driver(OfficerListScreen(desk: fixture.desk)).waitIdle()
        await driver.press("f6").waitIdle()
        return await driver.type(fixture.folder + "/can-bo.csv").press("enter").waitIdle()
    }

    @Test("Chosen, its columns said, tried; the wrong lines are shown and saved to be corrected")
    func wrongLines() async throws {
        let fixture = await Fixture.administrator()
        fixture.transport.on(.post, Self.path, .answer(json: FixtureData.json(Self.wrong())))
        let driver = try await chosen(fixture, Array(Self.text.utf8))
        driver.expectText("Tệp có 2 dòng").expectText("2. Họ và tên")
        // The unit's column has another title: it is asked for.
        await driver.press("f10").waitIdle()
        #expect(fixture.bodies(.post, Self.path).isEmpty)
        await driver.type("phong").press("enter").waitIdle()
        await driver.press("f10").waitIdle()
        let sent = try #require(fixture.transport.requests.last { $0.method == .post })
        #expect(
            sent.target
                == Self.path + "?dry_run=true&columns=%2Cname%2Cidentity_number%2Cposition%2Cunit",
            "\(sent.target)\n\(driver.screenText)")
        driver.expectText("1 dòng sai, 1 dòng đúng").expectText("Trần Văn Hai").expectText("Đã có ở dòng 2")
        driver.expectNoText("Lê Thị Một")
        // Not before all are right.
        await driver.press("f10").waitIdle()
        #expect(fixture.bodies(.post, Self.path).count == 1)
        await driver.press("f9").waitIdle()
        let folder = fixture.desk.printer.folder
        let name = try #require(
            try FileManager.default.contentsOfDirectory(atPath: folder).first { $0.hasPrefix("can-bo-sua") })
        let saved = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
        #expect(saved.contains("Trần Văn Hai") && saved.contains("Đã có ở dòng 2") && !saved.contains("Một"))
    }

    @Test("All right: F10 takes them in once, also where the answer is lost")
    func takesIn() async throws {
        let fixture = await Fixture.administrator()
        fixture.transport.on(
            .post, Self.path, .answer(json: FixtureData.json(Self.right(isDry: true))), .fail(.cut),
            .answer(.json(FixtureData.json(Self.right(isDry: false)), status: 201)))
        let driver = try await chosen(
            fixture, Array(Self.text.replacing("Phòng", with: "Mã đơn vị").utf8))
        await driver.press("f10").waitIdle()
        driver.expectText("2 dòng đều đúng.")
        await driver.press("f10").waitIdle()
        driver.expectText("không làm hai lần")
        await driver.press("f10").waitIdle()
        driver.expectText("Đã thêm 2 cán bộ.")
        let sent = fixture.transport.requests.filter { $0.target.contains("dry_run=false") }
        #expect(sent.count == 2 && Set(sent.map { $0.headers.first("Idempotency-Key") }).count == 1)
        #expect(sent.allSatisfy { $0.body == Array(Self.text.replacing("Phòng", with: "Mã đơn vị").utf8) })
        await driver.press("escape").waitIdle()
        #expect(driver.stage.depth == 1)
    }

    @Test("A file of another encoding says what to do, and another one can be chosen")
    func encoding() async throws {
        let fixture = await Fixture.administrator()
        let driver = try await chosen(fixture, [0xFF, 0xFE, 0x48, 0x00])
        driver.expectText("Tệp là UTF-16")
        #expect(driver.stage.depth == 2)
    }

    @Test("The audit: narrowed by a form and by a key, opened, checked")
    func audit() async throws {
        let fixture = await Fixture.administrator()
        let entry = AuditRecord(
            seq: 7, at: Instant(rfc3339: "2026-11-23T09:00:00+07:00")!, officer: OfficerData.id,
            officerName: "Cao Việt Dũng", unit: "H26", action: "officer.suspend", subject: OfficerData.id,
            outcome: "done", detail: ["reason": "Nghỉ phép"], traceId: "abc")
        fixture.transport.on(
            .get, "/v1/audit", .answer(json: FixtureData.json(Page(items: [entry], nextCursor: nil))))
        fixture.transport.on(
            .post, "/v1/audit:verify", .answer(json: #"{"whole":false,"seq":7,"fault":"changed"}"#))
        let driver = await fixture.driver(AuditScreen(desk: fixture.desk)).waitIdle()
        driver.expectText("officer.suspend").expectText("Cao Việt Dũng")
        await driver.press("t").waitIdle()
        #expect(fixture.transport.requests.last?.target == "/v1/audit?action=officer.&limit=100")
        await driver.press("l").waitIdle()
        await driver.type("quantri").press("f10").waitIdle()
        #expect(
            fixture.transport.requests.last?.target == "/v1/audit?officer=quantri&action=officer.&limit=100")
        await driver.press("enter").waitIdle()
        driver.expectText("abc").expectText("Nghỉ phép")
        await driver.press("escape", "k").waitIdle()
        driver.expectText("KHÔNG nguyên vẹn tại mục 7")
    }

    @Test("Golden screens: the list, an officer, a new one, the verdicts")
    func golden() async throws {
        let fixture = await Fixture.administrator()
        await fixture.driver(OfficerListScreen(desk: fixture.desk)).waitIdle().expectScreen(
            """
             desk ▸ Cán bộ               TP Hà Nội · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             Tất cả cán bộ                                                         2 cán bộ
             Tìm tên, tài khoản, chức vụ hoặc số định danh
             Họ và tên              Đơn vị                 Vai trò            Tài khoản
            ▸Nguyễn Thị Hương Giang P. Hoàn Kiếm           Tiếp nhận và trả … hoạt động
             Lê Văn Thành           P. Hoàn Kiếm           Tiếp nhận và trả … tạm khóa
















             giangnth · Công chức tiếp nhận hồ sơ · H26.1.5
             F1 Trợ giúp  F4 Nhóm khác  F6 Nhập tệp  Enter Mở  Ins Thêm  Esc Quay lại
            """)
        let officer = OfficerData.officer(pending: [OfficerData.change])
        fixture.transport.forget(.get, "/v1/officers/\(OfficerData.id)")
        fixture.transport.on(
            .get, "/v1/officers/\(OfficerData.id)", .answer(json: FixtureData.json(officer)))
        await fixture.driver(OfficerScreen(desk: fixture.desk, officer: officer)).waitIdle().expectScreen(
            """
             desk ▸ Cán bộ               TP Hà Nội · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             Nguyễn Thị Hương Giang
             Chức vụ           Công chức tiếp nhận hồ sơ
             Đơn vị            UBND phường Hoàn Kiếm (H26.1.5)
             Tên đăng nhập     giangnth
             Số định danh      001*******21
             Thời hạn          từ 23/11/2026
             Tài khoản         hoạt động
             Đăng nhập         chưa lần nào
             Rà soát           chưa

             Chờ người thứ hai xác nhận ──────────────────────────────────────────────────
             thu hồi tài khoản của Nguyễn Thị Hương Giang
             Người đề nghị     Nguyễn Thị Thùy Dương, 08:00 23/11/2026
             Lý do             Hết nhiệm kỳ
             Hết hạn           08:00 30/11/2026

             Vai trò ─────────────────────────────────────────────────────────────────────
             Tiếp nhận và trả kết quả, UBND phường Hoàn Kiếm: từ 23/11/2026

             Sửa lần cuối      Cao Việt Dũng, 09:00 23/11/2026


             F1 Trợ giúp  D Xác nhận  O Bác  P Phân công  V Giao vai trò  S Sửa  C Chuyển
            """)
        let form = OfficerTaskScreen(desk: fixture.desk, task: .create(OfficerData.unit))
        await fixture.driver(form).waitIdle().expectScreen(
            """
             desk ▸ Thêm cán bộ          TP Hà Nội · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
            ┌ Thêm cán bộ ────────────────────────────────────────────────────────────────┐
            │ Họ và tên *                                                                 │
            │ Số định danh *                                                              │
            │ Chức vụ *                                                                   │
            │ Đơn vị *       UBND phường Hoàn Kiếm (H26.1.5)                            ▼ │
            │                Gõ vài chữ, rồi chọn trong những mục tìm được.               │
            │ Vai trò        Không                                  ▼                     │
            │                Vai trò quản trị giao riêng, cần hai người.                  │
            │ Tên đăng nhập                                                               │
            │ Mã VNeID                                                                    │
            │ Từ ngày        DD/MM/YYYY  ▼          Đến ngày DD/MM/YYYY  ▼                │
            │                Ngày/tháng/năm, ví dụ           Ngày/tháng/năm, ví dụ        │
            │                31/12/1990.                     31/12/1990.                  │
            └─────────────────────────────────────────────────────────────────────────────┘
            [ Thêm ]







             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F10 Thêm  Esc Đóng
            """)
        let file = try OfficerFile(Array(Self.text.utf8))
        let verdicts = OfficerImportScreen(
            desk: fixture.desk, file: file, bytes: [], columns: ["", "name"], verdict: Self.wrong())
        fixture.driver(verdicts).expectScreen(
            """
             desk ▸ Nhập cán bộ từ tệp   TP Hà Nội · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             1 dòng sai, 1 dòng đúng. Sửa hết mới nhận.
             Dòng   Họ và tên                  Tên đăng nhập    Kết quả
            ▸3      Trần Văn Hai                                Đã có ở dòng 2 của tệp.


















             ✗ Đã có ở dòng 2 của tệp.
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F9 Lưu dòng sai  T Mọi dòng  Esc Quay lại
            """)
    }
}
