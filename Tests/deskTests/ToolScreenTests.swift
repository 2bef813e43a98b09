import APIClient
import Forms
import Glibc
import Models
import TUI
import TUITesting
import Testing

@testable import desk

/// The screens beside the intake: a draft handed over, a wrong value reported, the form on paper, the gallery.
@Suite("Hand-over, report, paper, gallery")
struct ToolScreenTests {
    private let fixture = Fixture()
    private let colleague = OfficerRef(
        id: "01900000-0000-7000-8000-00000000a002", name: "Lê Văn Hai", position: "Công chức một cửa")

    // MARK: - Hand-over

    private let shelf = DraftShelf()

    private func homeWithDraft(colleagues: [OfficerRef]) async throws -> TestDriver {
        let shelf = shelf
        fixture.transport.forget(.get, "/v1/drafts")
        fixture.transport.on(.get, "/v1/drafts", .reply { _ in shelf.list() })
        fixture.transport.on(.put, "/v1/drafts/*", .reply { shelf.put($0) })
        fixture.transport.on(.get, "/v1/drafts/*", .reply { shelf.get($0) })
        fixture.transport.forget(.get, "/v1/colleagues")
        fixture.transport.on(
            .get, "/v1/colleagues", .answer(json: FixtureData.json(Page(items: colleagues, nextCursor: nil))))
        try fixture.desk.store?.saveDraft(
            DraftPut(
                id: "01900000-0000-7000-8000-00000000c0de", kind: IntakeDraft.kind,
                title: "Trích lục, Nguyễn Thị Ánh", content: .object([:])))
        let driver = await fixture.home()
        return await driver.press("tab", "h").waitIdle()
    }

    @Test("Hand-over, at 80×24: the draft goes to the colleague that is chosen, and that is said")
    func handOver() async throws {
        fixture.transport.on(.post, "/v1/drafts/*", .effect(.json(FixtureData.json(colleague))))
        let driver = try await homeWithDraft(colleagues: [colleague])
        driver.expectScreen(
            """
             desk ▸ Bàn giao nháp     P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             Trích lục, Nguyễn Thị Ánh

            ┌ Bàn giao nháp ──────────────────────────────────────────────────────────────┐
            │ Cán bộ nhận * Chọn…                                  ▼                      │
            └─────────────────────────────────────────────────────────────────────────────┘
            [ Bàn giao ]















             Từ lúc bàn giao, chỉ người nhận mở được nháp này.
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F4 Danh sách  F10 Bàn giao  Esc Đóng
            """)
        driver.type("le").press("enter")
        await driver.press("f10").waitIdle()
        driver.expectText("Đã bàn giao nháp cho Lê Văn Hai.")
        #expect(driver.screen(as: HomeScreen.self) != nil)
        let sent = fixture.transport.requests.filter { $0.target.hasSuffix(":hand-over") }
        #expect(sent.count == 1)
        #expect(String(decoding: sent[0].body ?? [], as: UTF8.self).contains(colleague.id))
    }

    @Test("Hand-over: without a colleague nothing is sent; where there is none that is said")
    func handOverToNobody() async throws {
        let driver = try await homeWithDraft(colleagues: [colleague])
        await driver.press("f10").waitIdle()
        driver.expectText("Chưa chọn “Cán bộ nhận”")
        #expect(!fixture.transport.requests.contains { $0.target.hasSuffix(":hand-over") })
        let alone = ToolScreenTests()
        try await alone.homeWithDraft(colleagues: []).expectText("Đơn vị không có cán bộ tiếp nhận nào khác.")
    }

    @Test("Hand-over: a refusal is said, what was chosen stays, and the second try is the same act")
    func handOverRefused() async throws {
        fixture.transport.on(
            .post, "/v1/drafts/*", .problem(503, "busy"), .effect(.json(FixtureData.json(colleague))))
        let driver = try await homeWithDraft(colleagues: [colleague])
        driver.type("le").press("enter")
        await driver.press("f10").waitIdle()
        #expect(driver.screen(as: HandOverScreen.self)?.form?.answers.text("colleague") == colleague.id)
        #expect(driver.requests.contains { if case .bell = $0 { true } else { false } })
        await driver.press("f10").waitIdle()
        driver.expectText("Đã bàn giao nháp cho Lê Văn Hai.")
        let keys = fixture.transport.requests.filter { $0.target.hasSuffix(":hand-over") }
            .compactMap { $0.headers.first("Idempotency-Key") }
        #expect(keys.count == 2 && Set(keys).count == 1)
    }

    @Test("Hand-over: where the server has something else, nothing is given away")
    func handOverUnsynced() async throws {
        let driver = try await homeWithDraft(colleagues: [colleague])
        fixture.transport.forget(.put, "/v1/drafts/*")
        fixture.transport.on(.put, "/v1/drafts/*", .problem(503, "busy"))
        let other = Draft(
            id: "01900000-0000-7000-8000-00000000c0de", kind: IntakeDraft.kind, title: "x",
            content: .object(["page": .string("6")]), updatedAt: Instant(seconds: 0),
            expiresAt: Instant(seconds: 2_000_000_000))
        fixture.answer(.get, "/v1/drafts/*", other)
        driver.type("le").press("enter")
        await driver.press("f10").waitIdle()
        driver.expectText("Nháp ở đây mới hơn bản ở máy chủ, chưa bàn giao.")
        #expect(!fixture.transport.requests.contains { $0.target.hasSuffix(":hand-over") })
        #expect(fixture.drafts.count == 1)
    }

    // MARK: - Report

    private func report() -> TestDriver {
        fixture.driver(
            ReportScreen(
                desk: fixture.desk, identityNumber: "001185000123", path: FieldPath("noi_dang_ky"),
                of: FixtureData.form,
                label: "Nơi đã đăng ký", source: "hồ sơ trước", given: "UBND phường Cửa Nam", correct: ""))
    }

    @Test("BT-1 the button of a report says on focus where it goes")
    func button() async {
        await fixture.logIn()
        let driver = report()
        driver.type("x").press("tab", "tab").advance(seconds: 0.4)
        driver.expectText("F10 gửi cho nơi quản lý dữ liệu")
    }

    @Test("AF-3 Report, at 80×24: what the source says is locked, what is right is asked and sent")
    func reporting() async throws {
        await fixture.logIn()
        fixture.transport.on(.post, "/v1/persons:report-mismatch", .answer(Response(status: 204)))
        let driver = report()
        driver.expectScreen(
            """
             desk ▸ Báo sai lệch      P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
            ┌ Báo sai lệch ───────────────────────────────────────────────────────────────┐
            │ Mục       Nơi đã đăng ký              Nguồn hồ sơ trước                     │
            │ Nguồn ghi UBND phường Cửa Nam                                               │
            │ Đúng là *                                                                   │
            │           0/500 ký tự, 0 từ                                                 │
            │           Giá trị đúng theo giấy tờ công dân xuất trình.                    │
            │ Ghi chú                                                                     │
            │                                                                             │
            │           0/1.000 ký tự, 0 từ                                               │
            │           Giấy tờ nào cho biết, nếu có.                                     │
            └─────────────────────────────────────────────────────────────────────────────┘
            [ Gửi báo cáo ]









             Giá trị đúng theo giấy tờ công dân xuất trình.
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F10 Gửi báo cáo  Esc Đóng
            """)
        await driver.press("f10").waitIdle()
        driver.expectText("Chưa nhập “Đúng là”")
        #expect(fixture.bodies(.post, "/v1/persons:report-mismatch").isEmpty)
        driver.type("UBND phường Hàng Bông").press("f10").expectText("Đang")
        await driver.waitIdle()
        let body = try #require(fixture.bodies(.post, "/v1/persons:report-mismatch").first)
        #expect(body.contains("UBND phường Hàng Bông") && body.contains("noi_dang_ky"))
    }

    @Test(
        "AF-3 Report: a server that is away is said, what was typed stays, and the second try is the same report"
    )
    func reportingAgain() async {
        await fixture.logIn()
        fixture.transport.on(
            .post, "/v1/persons:report-mismatch", .fail(.refused), .answer(Response(status: 204)))
        let driver = report().type("UBND phường Hàng Bông")
        await driver.press("f10").waitIdle()
        driver.expectText(APIError.unreachable(.refused).words.vi.prefix(20).description)
        driver.expectText("UBND phường Hàng Bông")
        await driver.press("f10").waitIdle()
        let keys = fixture.transport.requests.filter { $0.target.hasSuffix(":report-mismatch") }
            .compactMap { $0.headers.first("Idempotency-Key") }
        #expect(keys.count == 2 && Set(keys).count == 1)
    }

    // MARK: - Paper

    @Test("UX-3 UX-4 Paper, at 80×24: the form as far as it is filled in; text is saved, Escape goes back")
    func paper() async throws {
        let driver = await fixture.intake(page: 4)
        driver.press("ctrl-p")
        driver.expectScreen(
            """
             desk ▸ Bản giấy tờ khai  P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
            ┌ Bản giấy tờ khai ────────────────────────────────────────────────────────────┐
            │                            [BẢN NHÁP - CHƯA NỘP]                             █
            │                    [TẬP HUẤN - KHÔNG CÓ GIÁ TRỊ PHÁP LÝ]                     █
            │                                                                              █
            │                      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM                      █
            │                         Độc lập - Tự do - Hạnh phúc                          █
            │                                                                              █
            │                        TỜ KHAI CẤP BẢN SAO TRÍCH LỤC                         █
            │                                                                              █
            │ Người yêu cầu                                                                █
            │ Họ và tên: Nguyễn Thị Ánh                                                    █
            │ Nơi đã đăng ký: UBND phường Cửa Nam                                          █
            │ Số bản: 2                                                                    █
            │                                                                              █
            │                                          ………………, ngày …… tháng …… năm ………    █
            │                                                     NGƯỜI KHAI               █
            │                                                (Ký, ghi rõ họ tên)           █
            │                                                                              █
            │                                                                              │
            └──────────────────────────────────────────────────────────────────────────────┘
             P in, S lưu PDF, T lưu văn bản. Có thể in bất cứ lúc nào, kể cả khi chưa điền
             xong.
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  P In  S Lưu PDF  T Lưu văn bản  Esc Đóng
            """)
        await driver.press("t").waitIdle()
        driver.expectText("Đã lưu \(fixture.desk.printer.folder)/nhap-trich-luc.txt".prefix(60).description)
        driver.press("end", "home", "pagedown", "escape")
        #expect(driver.screen(as: IntakeScreen.self)?.intake.page == .declaration)
    }

    @Test("UX-4 Paper: where there is no folder to save in, that is said and the paper stays")
    func paperUnsaved() async {
        let driver = await fixture.intake(page: 4)
        driver.press("ctrl-p")
        // A file lies where the folder would be.
        let folder = fixture.desk.printer.folder
        let parent = folder.split(separator: "/").dropLast().joined(separator: "/")
        mkdir("/" + parent, 0o700)
        rmdir(folder)
        close(open(folder, O_CREAT | O_WRONLY, 0o600))
        await driver.press("t").waitIdle()
        driver.expectText(Strings.Slip.saveFailed("").vi.prefix(12).description)
        #expect(driver.screen(as: PaperScreen.self) != nil)
    }

    // MARK: - Gallery

    @Test("DD-4 the gallery shows a list that comes in parts, waiting and then whole")
    func galleryList() {
        let driver = fixture.driver(GalleryScreen(today: fixture.desk.today, language: .vi))
        driver.press("pgdn")
        while driver.screen(as: GalleryScreen.self)?.form.focus?.field != "lazy" { driver.press("tab") }
        driver.press("f4").expectNoText("Lựa chọn 50")
        driver.advance(seconds: GalleryScreen.wait).press("end").advance(seconds: GalleryScreen.wait)
        driver.press("end").expectText("Lựa chọn 100")
        driver.type("180").advance(seconds: 5 * GalleryScreen.wait)
        driver.press("enter", "shift-tab").expectText("Lựa chọn 180")
    }

    @Test("Gallery, at 80×24: every look in turn, themes, both languages, and the way out")
    func gallery() {
        let driver = fixture.driver(GalleryScreen(today: fixture.desk.today, language: .vi))
        driver.expectScreen(
            """
             desk ▸ Mẫu thành phần: trống    P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ●  09:41
            [1 Chữ và số]  2 Lựa chọn   3 Ngày, giờ, thang đo   4 Tệp và dòng
            ┌ Chữ và số ──────────────────────────────────────────────────────────────────┐
            │ Họ và tên * Nguyễn Văn A                                                    │
            │ Thư điện tử                                                                 │
            │             Ví dụ ten@coquan.vn.                                            │
            │ Điện thoại                                                                  │
            │             Ví dụ 0912345678.                                               │
            │ Mật khẩu                             [ Hiện ]                               │
            │ Lý do       Viết ngắn gọn                                                   │
            │                                                                             │
            │             0/500 ký tự, 0 từ                                               │
            │             Enter xuống dòng, Tab sang ô sau.                               │
            │ Lệ phí                         đ      Số bản                                │
            │             Từ 0 đ trở lên.                  Từ 1 đến 99.                   │
            │ Thủ tục     Gõ để tìm                                                  ▼    │
            │             Gõ vài chữ, rồi chọn trong những mục tìm được.                  │
            └─────────────────────────────────────────────────────────────────────────────┘




             Như trong giấy tờ.
             F1 Trợ giúp  F10 Gửi  Alt-S Trạng thái  Alt-T Màu  Alt-L English  Esc Đóng
            """)
        var seen: Set<String> = []
        for look in ComponentSample.Look.allCases {
            #expect(driver.screen(as: GalleryScreen.self)?.look == look)
            seen.insert(driver.screenText)
            driver.press("alt-s")
        }
        #expect(seen.count == ComponentSample.Look.allCases.count)
        #expect(driver.screen(as: GalleryScreen.self)?.look == .empty)
        // Without a server and an officer there is nothing to look up.
        driver.expectNoText("Tra cứu").expectNoText("F2")
        driver.press("alt-t").expectText("Bộ màu")
        driver.press("alt-l").expectText("Gallery")
        #expect(!driver.didQuit)
        driver.press("escape")
        #expect(driver.didQuit)
    }
}
