import APIClient
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

@Suite("How a unit sends by post, at the desk")
struct PostalSettingsTests {
    private static let path = "/v1/postal-settings/\(PostData.unit.code)"

    private func fixture() async -> Fixture {
        let fixture = await Fixture.administrator()
        PostData.answer(on: fixture.transport)
        return fixture
    }

    @Test("From the list of units, at 80×24 in both languages")
    func page() async {
        let fixture = await fixture()
        BindingData.answer(on: fixture.transport)
        let driver = await fixture.narrow(UnitListScreen(desk: fixture.desk))
        await driver.press("down", "f9").waitIdle()
        driver.expectScreen(
            """
             desk ▸ Thiết lập bưu chính  TP Hà Nội · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             UBND phường Hoàn Kiếm (H26.1.5)
             Bưu cục           Bưu điện Hoàn Kiếm (H26.900.1)
             Mã khách hàng     HCC-H26.1.5
             Cước nhận hồ sơ   30.000 đ
             Cước trả kết quả  26.000 đ

             Người gửi ───────────────────────────────────────────────────────────────────
             Tên bên gửi       Bộ phận một cửa phường Hoàn Kiếm
             Điện thoại        0912345678
             Địa chỉ           12 Hàng Bạc, Phường Hoàn Kiếm, Thành phố Hà Nội
             Địa chỉ cũ        Phường Hàng Bạc

             Dải số hiệu ─────────────────────────────────────────────────────────────────
             RR                10000000 – 10099999 · đã dùng đến 10000123 · còn 99.876
             EE                00000042 – 00000099 · chưa dùng · còn 58







             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F5 Làm mới  S Sửa  Esc Quay lại
            """)
        await fixture.narrow(PostalSettingsScreen(desk: fixture.desk, unit: PostData.unit), .en).expectScreen(
            """
             desk ▸ Post settings        TP Hà Nội · Trần Thu Hà  TRAINING  ● online  09:41
             UBND phường Hoàn Kiếm (H26.1.5)
             Counter           Bưu điện Hoàn Kiếm (H26.900.1)
             Customer code     HCC-H26.1.5
             Price, papers     30.000 đ
             Price, result     26.000 đ

             Sender ──────────────────────────────────────────────────────────────────────
             Sender's name     Bộ phận một cửa phường Hoàn Kiếm
             Telephone         0912345678
             Address           12 Hàng Bạc, Phường Hoàn Kiếm, Thành phố Hà Nội
             Former name       Phường Hàng Bạc

             Ranges of numbers ───────────────────────────────────────────────────────────
             RR                10000000 – 10099999 · used up to 10000123 · 99.876 left
             EE                00000042 – 00000099 · not used yet · 58 left







             F1 Help  F2 Command  F3 Lookup  F5 Refresh  S Change  Esc Back
            """)
    }

    @Test("On a large terminal, and where nothing is set")
    func others() async {
        let fixture = await fixture()
        let screen = PostalSettingsScreen(desk: fixture.desk, unit: PostData.unit)
        await fixture.wide(screen).expectScreen(
            """
             desk ▸ Thiết lập bưu chính                                                                                  TP Hà Nội · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             UBND phường Hoàn Kiếm (H26.1.5)
             Bưu cục           Bưu điện Hoàn Kiếm (H26.900.1)
             Mã khách hàng     HCC-H26.1.5
             Cước nhận hồ sơ   30.000 đ
             Cước trả kết quả  26.000 đ

             Người gửi ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
             Tên bên gửi       Bộ phận một cửa phường Hoàn Kiếm
             Điện thoại        0912345678
             Địa chỉ           12 Hàng Bạc, Phường Hoàn Kiếm, Thành phố Hà Nội
             Địa chỉ cũ        Phường Hàng Bạc

             Dải số hiệu ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
             RR                10000000 – 10099999 · đã dùng đến 10000123 · còn 99.876
             EE                00000042 – 00000099 · chưa dùng · còn 58

































             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F5 Làm mới  S Sửa  Esc Quay lại
            """)
        fixture.transport.forget(.get, Self.path)
        let none = PostalSettings(unit: PostData.unit, revision: 0, collectFee: 0, resultFee: 0, ranges: [])
        fixture.transport.on(.get, Self.path, .answer(json: FixtureData.json(none)))
        await fixture.narrow(screen).expectText("Đơn vị chưa gửi qua bưu chính. S thiết lập.")
    }

    @Test("The form has what holds, and the ranges as rows")
    func form() async {
        let fixture = await fixture()
        let screen = TaskScreen(desk: fixture.desk, task: PostalSettingsTask(settings: PostData.settings))
        await fixture.narrow(screen).expectScreen(
            """
             desk ▸ Thiết lập bưu chính  TP Hà Nội · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             UBND phường Hoàn Kiếm (H26.1.5)
            ┌ Bưu điện ───────────────────────────────────────────────────────────────────┐█
            │ Bưu cục *          Bưu điện Hoàn Kiếm (H26.900.1)                         ▼ │█
            │                    Quầy bưu chính nhận bưu gửi của đơn vị; gõ tên hoặc mã.  │█
            │ Mã khách hàng *    HCC-H26.1.5                                              │█
            │ Cước nhận hồ sơ *             30.000  đ                                     │█
            │                    Từ 0 đ trở lên.                                          │█
            │ Cước trả kết quả *            26.000  đ                                     │█
            │                    Từ 0 đ trở lên.                                          │█
            └─────────────────────────────────────────────────────────────────────────────┘█
            ┌ Người gửi ──────────────────────────────────────────────────────────────────┐█
            │ Tên bên gửi * Bộ phận một cửa phường Hoàn Kiếm                              │█
            │ Điện thoại *  0912345678                                                    │█
            │ Địa chỉ *     12 Hàng Bạc, Phường Hoàn Kiếm, Thành phố Hà Nội               ││
            └─────────────────────────────────────────────────────────────────────────────┘│
            ┌ Dải số hiệu ────────────────────────────────────────────────────────────────┐│
            │ Bưu điện cấp. Dải đã dùng chỉ kéo dài được số cuối.                         ││
            │ Dòng 1                                                                      ││
            │ Dịch vụ * RR                          Số đầu *  10000000                    ││
            │                                                Từ 0 đến 99.999.999.         ││
            │ Số cuối *  10099999                                                         ││
             Quầy bưu chính nhận bưu gửi của đơn vị; gõ tên hoặc mã.
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F4 Danh sách  F10 Lưu thiết lập  Esc Đóng
            """)
        await fixture.narrow(screen, .en).expectScreen(
            """
             desk ▸ Post settings        TP Hà Nội · Trần Thu Hà  TRAINING  ● online  09:41
             UBND phường Hoàn Kiếm (H26.1.5)
            ┌ The post ───────────────────────────────────────────────────────────────────┐█
            │ Counter *       Bưu điện Hoàn Kiếm (H26.900.1)                            ▼ │█
            │                 The post's counter that takes the unit's parcels; type its  │█
            │                 name or code.                                               │█
            │ Customer code * HCC-H26.1.5                                                 │█
            │ Price, papers *            30.000  đ  Price, result *            26.000  đ  │█
            │                 0 đ or more.                          0 đ or more.          │█
            └─────────────────────────────────────────────────────────────────────────────┘█
            ┌ Sender ─────────────────────────────────────────────────────────────────────┐█
            │ Sender's name * Bộ phận một cửa phường Hoàn Kiếm                            │█
            │ Telephone *     0912345678                                                  │█
            │ Address *       12 Hàng Bạc, Phường Hoàn Kiếm, Thành phố Hà Nội             │█
            └─────────────────────────────────────────────────────────────────────────────┘█
            ┌ Ranges of numbers ──────────────────────────────────────────────────────────┐│
            │ The post gives them. Of one in use only the end moves.                      ││
            │ Row 1                                                                       ││
            │ Service * RR                          First *  10000000                     ││
            │                                               0 to 99.999.999.              ││
            │ Last *     10099999                                                         ││
            │           0 to 99.999.999.                                                  ││
             The post's counter that takes the unit's parcels; type its name or code.
             F1 Help  F2 Command  F3 Lookup  F4 List  F10 Save  Esc Close
            """)
    }

    @Test("A refusal stands at the row of the range; mended, it is saved under the revision that was seen")
    func change() async throws {
        let fixture = await fixture()
        fixture.transport.on(
            .put, Self.path,
            .problem(
                422, "invalid_input",
                more:
                    #""errors":[{"pointer":"/ranges/1/last","code":"out_of_range","message":"Số cuối từ số đầu."}]"#
            ), .answer(json: FixtureData.json(PostData.settings)))
        let screen = PostalSettingsScreen(desk: fixture.desk, unit: PostData.unit)
        let driver = await fixture.driver(screen, columns: 100, rows: 44).waitIdle()
        await driver.press("s").waitIdle()
        await driver.press("tab").type("HCC-MOI").press("f10").waitIdle()
        driver.expectText("Số cuối từ số đầu.")
        await driver.type("120").press("f10").waitIdle()
        driver.expectText("Đã lưu thiết lập bưu chính")
        let bodies = fixture.bodies(.put, Self.path)
        #expect(bodies.count == 2)
        let last = try #require(bodies.last)
        #expect(last.contains(#""customer_code":"HCC-MOI""#), "\(last)")
        #expect(last.contains(#""first":42,"last":120,"service":"EE""#), "\(last)")
        let sent = fixture.transport.requests.filter { $0.method == .put }
        #expect(sent.allSatisfy { $0.headers.first("If-Match") == #""3""# })
    }

    @Test("Whose answer was lost is told that it is saved; who was overtaken by another one is refused")
    func stale() async throws {
        let task = PostalSettingsTask(settings: PostData.settings)
        for isMine in [true, false] {
            let fixture = await fixture()
            fixture.transport.on(.put, Self.path, .problem(412, "revision_stale"))
            if !isMine {
                var others = PostData.settings
                others.resultFee = 1
                fixture.transport.forget(.get, Self.path)
                fixture.transport.on(.get, Self.path, .answer(json: FixtureData.json(others)))
            }
            guard case .form(let form) = task.start(fixture.desk) else {
                Issue.record("no form")
                return
            }
            let result = await task.perform(form.answers, TaskRun(task, desk: fixture.desk))
            switch result {
            case .success(let settings): #expect(isMine && settings == PostData.settings)
            case .failure: #expect(!isMine)
            }
        }
    }

    @Test("Line by line: found by name, read out, changed")
    func plain() async throws {
        let fixture = Fixture(training: false, signedIn: false)
        PostData.answer(on: fixture.transport)
        BindingData.answer(on: fixture.transport)
        var me = FixtureData.me
        me.roles = ["province_admin"]
        fixture.say("/v1/me", me)
        fixture.transport.forget(.get, "/v1/units")
        let unit = UnitRecord(
            code: PostData.unit.code, name: PostData.unit.name, effectiveFrom: BindingData.day, officers: 3)
        fixture.transport.on(
            .get, "/v1/units", .answer(json: FixtureData.json(Page(items: [unit], nextCursor: nil))))
        fixture.transport.on(.put, Self.path, .answer(json: FixtureData.json(PostData.settings)))
        let console = ScriptedConsole([
            ("Tài khoản", "quantri"), ("Mật khẩu", "tap-huan"), ("Chọn số", "thiet lap buu chinh"),
            ("Tên hoặc mã đơn vị", "hoan kiem"), ("Sửa thiết lập này?", "c"), ("Mã khách hàng", "HCC-2"),
            ("Chọn số", "thoat"),
        ])
        _ = await PlainDesk(desk: fixture.desk, console: console, language: .vi).run()
        #expect(console.text.contains("RR 10000000 – 10099999 · đã dùng đến 10000123"), "\(console.text)")
        #expect(fixture.bodies(.put, Self.path).first?.contains("HCC-2") == true, "\(console.text)")
        #expect(console.text.contains("Đã lưu thiết lập bưu chính"))
    }
}
