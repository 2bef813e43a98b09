import APIClient
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

@Suite("Who does which step of which procedure, at the desk")
struct BindingScreenTests {
    private static let path = "/v1/binding-changes"

    private func fixture() async -> Fixture {
        let fixture = await Fixture.administrator()
        BindingData.answer(on: fixture.transport)
        return fixture
    }

    private func matrix(_ fixture: Fixture, columns: Int = 80, rows: Int = 24) async -> TestDriver {
        await fixture.driver(
            BindingMatrixScreen(desk: fixture.desk, unit: BindingData.unit), columns: columns, rows: rows
        ).waitIdle()
    }

    @Test("The matrix at 80 columns: what nobody does has a sign and words, not only a colour")
    func narrow() async {
        let driver = await matrix(await fixture())
        driver.expectScreen(
            """
             desk ▸ Phân công thủ tục    TP Hà Nội · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             Tất cả thủ tục · UBND phường Hoàn Kiếm                               2 thủ tục
             Tìm tên thủ tục, mã, hoặc mẫu mã như 1.00*
             Mã         Thủ tục           Tiếp nhận Thẩm định Ký duyệt  Văn thư   Thu phí
            ▸1.000656   Thủ tục đăng ký … đơn vị    Công an … ✗ không …
             1.001193   Thủ tục đăng ký … đơn vị    Công an … Văn Đồng
















             ✗ Hôm nay không ai làm: Ký duyệt.
             F1 Trợ giúp  F2 Lệnh  F6 Chọn dòng  F7 Chọn hết  F10 Phân công  Enter Các bước
            """)
    }

    @Test("The matrix at 160 columns has names in whole words")
    func wide() async {
        let driver = await matrix(await fixture(), columns: 160, rows: 50)
        driver.expectText("Công an phường Ho").expectText("✗ không ai").expectText("Văn Đồng")
        driver.expectText("Hôm nay không ai làm: Ký duyệt.")
    }

    @Test("A step's page says who does it, who can't, and to whom a dossier gets today")
    func steps() async {
        let fixture = await fixture()
        let driver = await matrix(fixture)
        await driver.press("enter").waitIdle()
        driver.expectScreen(
            """
             desk ▸ Từng bước            TP Hà Nội · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             Thủ tục đăng ký khai tử                                           P. Hoàn Kiếm
             Bước                     Vai trò      Người làm
            ▸Tiếp nhận                Tiếp nhận v… mọi người giữ vai trò ở P. Hoàn Kiếm
             Thẩm định                Thẩm định    mọi người giữ vai trò ở Công an phường …
             Ký duyệt                 Lãnh đạo ký… ✗ Vũ Đã Nghỉ, không làm được

















             F1 Trợ giúp  Enter Phân công bước  T Cả thủ tục  B Bỏ phân công  Esc Quay lại
            """)
        await driver.press("down", "down").waitIdle()
        driver.expectText("Hồ sơ đến bước này hôm nay: không ai")
    }

    @Test(
        "As one types the matrix is asked for once; a star is a pattern of codes; a key turns through the states"
    )
    func filters() async {
        let fixture = await fixture()
        let driver = await matrix(fixture)
        await driver.type("khai").waitIdle()
        await driver.advance(seconds: 0.5).waitIdle()
        #expect(fixture.transport.requests.last?.target == BindingData.matrix + "?q=khai&limit=100")
        await driver.type("*").waitIdle()
        await driver.advance(seconds: 0.5).waitIdle()
        #expect(fixture.transport.requests.last?.target == BindingData.matrix + "?code=khai%2A&limit=100")
        await driver.press("ctrl-u", "f4").waitIdle()
        #expect(fixture.transport.requests.last?.target == BindingData.matrix + "?state=gaps&limit=100")
        driver.expectText("Có bước không ai làm")
    }

    @Test("SE-2 all that are marked right after a letter are those of the new words, not of the old")
    func marksWhatWasTyped() async {
        let fixture = await fixture()
        let driver = await matrix(fixture)
        fixture.transport.forget(.get, BindingData.matrix)
        fixture.transport.on(
            .get, BindingData.matrix,
            .answer(
                json: FixtureData.json(
                    BindingMatrix(unit: BindingData.unit, items: [BindingData.row()], total: 1))))
        await driver.type("sinh").press("f7").waitIdle()
        let marked = driver.screen(as: BindingMatrixScreen.self)?.marked
        #expect(marked.map { Array($0.keys) } == ["khai-sinh"])
    }

    @Test("Marked rows go out as one plan, looked at first, saved once on what was looked at")
    func many() async throws {
        let fixture = await fixture()
        fixture.transport.on(
            .post, Self.path,
            .answer(json: FixtureData.json(BindingData.preview), headers: [Header("ETag", "\"7.ab\"")]))
        let driver = await matrix(fixture)
        await driver.press("f7").waitIdle()
        driver.expectText("đã chọn 2").expectText("1.000656 ✓")
        await driver.press("f10").waitIdle()
        driver.expectText("2 thủ tục · UBND phường Hoàn Kiếm")
        // The one-stop standard.
        await driver.press("down", "down", "down", "down", "enter", "f10").waitIdle()
        let looked = try #require(fixture.transport.requests.last { $0.method == .post })
        #expect(looked.target == Self.path + "?dry_run=true")
        driver.expectScreen(
            """
             desk ▸ Đổi phân công ▸ Xem trước khi lưu       Trần Thu Hà  TẬP HUẤN  ●  09:41
             giao Nguyễn Thị Hương Giang: 2 thủ tục tại UBND phường Hoàn Kiếm
             Đổi 2 bước ở 2 dòng; 0 dòng giữ nguyên.

             Thủ tục đăng ký khai sinh, P. Hoàn Kiếm ─────────────────────────────────────
             Ký duyệt (Lãnh đạo ký duyệt)
                 trước         Phạm Văn Đồng
                 sau           Nguyễn Thị Hương Giang
             Sau khi lưu, hồ sơ hôm nay sẽ đến:
               Tiếp nhận                       Trần Thu Hà, Lê Minh và 5 người nữa
               Ký duyệt                        Nguyễn Thị Hương Giang
             … và 1 dòng nữa cũng đổi.










             F10 lưu tất cả trong một lần; hoàn tác được.
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F10 Lưu  Esc Quay lại
            """)
        fixture.transport.forget(.post, Self.path)
        fixture.transport.on(
            .post, Self.path, .effect(.json(FixtureData.json(BindingData.change), status: 201)))
        await driver.press("f10").waitIdle()
        let saved = try #require(fixture.transport.requests.last { $0.method == .post })
        #expect(saved.target == Self.path && saved.headers.first("If-Match") == "\"7.ab\"")
        #expect(saved.headers.first("Idempotency-Key") != nil)
        driver.expectText("Đã đổi 2 bước ở 2 dòng.")
        #expect(driver.screen(as: BindingMatrixScreen.self)?.marked.isEmpty == true)
    }

    @Test("What would be left without anybody can't be saved: the key is off, and the row says why")
    func gaps() async {
        let fixture = await fixture()
        var preview = BindingData.preview
        preview.gaps = [
            BindingGap(unit: "H26.1.5", process: "khai-sinh", step: "ky", from: preview.day)
        ]
        let driver = await fixture.driver(
            BindingPreviewScreen(desk: fixture.desk, looked: BindingData.looked(preview, .clear))
        ).waitIdle()
        driver.expectText("Sẽ không ai làm: chưa lưu được").expectText("đăng ký khai sinh: Ký duyệt")
        await driver.press("f10").waitIdle()
        #expect(!fixture.transport.requests.contains { $0.target.hasPrefix(Self.path) })
    }

    @Test("Who was slower is told row by row, and saves nothing")
    func stale() async {
        let fixture = await fixture()
        fixture.transport.on(
            .post, Self.path,
            .problem(
                412, "revision_conflict",
                more:
                    #""errors":[{"pointer":"/rows/H26.1.5/khai-tu","code":"changed","message":"H26.1.5, khai-tu: Cao Việt Dũng đã đổi lúc 08:00."}]"#
            ))
        let driver = await fixture.driver(
            BindingPreviewScreen(
                desk: fixture.desk, looked: BindingData.looked(basis: "\"7.ab\""))
        ).waitIdle()
        await driver.press("f10").waitIdle()
        driver.expectText("khai-tu: Cao Việt Dũng đã đổi lúc 08:00.")
    }

    @Test("A change is taken back after a question, under one key")
    func undo() async throws {
        let fixture = await fixture()
        var undone = BindingData.change
        undone.undoneBy = undone.by
        undone.undoneAt = undone.at
        let path = "\(Self.path)/\(BindingData.changeID):undo"
        fixture.transport.on(.post, path, .effect(.json(FixtureData.json(undone))))
        let driver = await fixture.driver(BindingChangeListScreen(desk: fixture.desk)).waitIdle()
        driver.expectText("giao Nguyễn Thị Hương Giang")
        await driver.press("h").waitIdle()
        driver.expectText("Hoàn tác lần đổi này?")
        await driver.press("tab", "enter").waitIdle()
        #expect(fixture.transport.requests.contains { $0.target == path })
        driver.expectText("Đã hoàn tác")
    }

    @Test("From Home to an officer who signs a procedure in a unit: at most 40 keys beyond the data")
    func fortyKeys() async throws {
        let fixture = await fixture()
        fixture.transport.on(
            .post, Self.path,
            .answer(json: FixtureData.json(BindingData.preview), headers: [Header("ETag", "\"7.ab\"")]))
        let driver = await fixture.driver(HomeScreen(desk: fixture.desk)).waitIdle()
        var keys = 0
        func press(_ names: String...) async {
            for name in names {
                driver.press(name)
                keys += 1
            }
            await driver.waitIdle()
        }
        func data(_ text: String) async {
            driver.type(text)
            driver.advance(seconds: 0.5)
            await driver.waitIdle()
        }
        await press("v")
        await data("hoan kiem")
        await press("down", "enter")
        await data("khai sinh")
        await press("down", "enter", "down", "down", "enter")
        driver.expectText("Ký duyệt · Thủ tục đăng ký khai sinh")
        await press("enter")
        await data("huong giang")
        await press("enter", "f10")
        let body = try #require(fixture.bodies(.post, Self.path).first, "\(driver.screenText)")
        #expect(
            body.contains("\"steps\":[\"ky\"]") && body.contains(OfficerData.id)
                && body.contains("\"template\":\"assign\""), "\(body)")
        await press("f10")
        #expect(keys <= 40, "\(keys)")
        #expect(fixture.bodies(.post, Self.path).count == 2)
    }
}
