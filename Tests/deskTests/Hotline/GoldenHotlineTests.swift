import Models
import TUITesting
import Testing

@testable import desk

@Suite("Golden screens: the hotline")
struct GoldenHotlineTests {
    @Test("Home of the hotline, at 80×24 and 160×50")
    func home() async {
        let fixture = await Fixture.hotline()
        let driver = fixture.driver(HomeScreen(desk: fixture.desk))
        await driver.waitIdle()
        driver.expectScreen(
            """
             desk ▸ Trang chủ     Tổng đài 1022 · Phùng Thị Thảo  TẬP HUẤN  ● đã nối  09:41
            ┌ Cuộc gọi hôm nay, thứ Hai 23/11/2026 ────┐┌ Phiếu đang mở ───────────────────┐
            │ 09:40  0912345678 · Hướng dẫ… Đã trả lời ││ Chờ lâu ở quầy  chờ nhận · 15/12 │
            │                                          ││                                  │
            │                                          ││                                  │
            │                                          ││                                  │
            │                                          ││                                  │
            │                                          ││                                  │
            │                                          ││                                  │
            │                                          ││                                  │
            │                                          ││                                  │
            │                                          ││                                  │
            │                                          ││                                  │
            └──────────────────────────────────────────┘└──────────────────────────────────┘
            ┌ Theo giờ (3) ────────────────────────────┐┌ Theo kết quả, giữa 00:41 ────────┐
            │         2                                ││ Đã trả lời             3 ███████ │
            │         ███████                          ││ Chuyển phiếu           0         │
            │ 1       ███████                          ││ Hẹn gọi lại            0         │
            │ ███████ ███████                          ││ Không xác minh được    0         │
            │ ███████ ███████                          ││ Mất máy                0         │
            │ 08      09                               ││                                  │
            └──────────────────────────────────────────┘└──────────────────────────────────┘
             G mở cuộc gọi mới, / để tra cứu. Enter mở dòng đang chọn, Tab sang phiếu.
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F5 Làm mới  G Cuộc gọi  T Phiếu 1022  M Màu
            """)
        driver.resize(160, 50)
        driver.expectScreen(
            """
             desk ▸ Trang chủ                                                                                     Tổng đài 1022 · Phùng Thị Thảo  TẬP HUẤN  ● đã nối  09:41
            ┌ Cuộc gọi hôm nay, thứ Hai 23/11/2026 ────────────────────────────────────────────────┐┌ Phiếu đang mở ───────────────────────────────────────────────────────┐
            │ 09:40  0912345678 · Hướng dẫn thủ tục                                     Đã trả lời ││ Chờ lâu ở quầy                                      chờ nhận · 15/12 │
            │                                                                                      ││                                                                      │
            │                                                                                      ││                                                                      │
            │                                                                                      ││                                                                      │
            │                                                                                      ││                                                                      │
            │                                                                                      ││                                                                      │
            │                                                                                      ││                                                                      │
            │                                                                                      ││                                                                      │
            │                                                                                      ││                                                                      │
            │                                                                                      ││                                                                      │
            │                                                                                      ││                                                                      │
            │                                                                                      ││                                                                      │
            │                                                                                      ││                                                                      │
            │                                                                                      ││                                                                      │
            │                                                                                      ││                                                                      │
            │                                                                                      ││                                                                      │
            │                                                                                      ││                                                                      │
            │                                                                                      ││                                                                      │
            │                                                                                      ││                                                                      │
            │                                                                                      ││                                                                      │
            │                                                                                      ││                                                                      │
            │                                                                                      ││                                                                      │
            │                                                                                      ││                                                                      │
            │                                                                                      ││                                                                      │
            │                                                                                      ││                                                                      │
            │                                                                                      ││                                                                      │
            │                                                                                      ││                                                                      │
            │                                                                                      ││                                                                      │
            │                                                                                      ││                                                                      │
            │                                                                                      ││                                                                      │
            │                                                                                      ││                                                                      │
            │                                                                                      ││                                                                      │
            │                                                                                      ││                                                                      │
            └──────────────────────────────────────────────────────────────────────────────────────┘└──────────────────────────────────────────────────────────────────────┘
            ┌ Theo giờ (3) ────────────────────────────────────────────────────────────────────────┐┌ Theo kết quả, giữa 00:41 ────────────────────────────────────────────┐
            │         2                                                                            ││ Đã trả lời             3 ███████████████████████████████████████████ │
            │         ███████                                                                      ││ Chuyển phiếu           0                                             │
            │         ███████                                                                      ││ Hẹn gọi lại            0                                             │
            │         ███████                                                                      ││ Không xác minh được    0                                             │
            │ 1       ███████                                                                      ││ Mất máy                0                                             │
            │ ███████ ███████                                                                      ││                                                                      │
            │ ███████ ███████                                                                      ││                                                                      │
            │ ███████ ███████                                                                      ││                                                                      │
            │ ███████ ███████                                                                      ││                                                                      │
            │ 08      09                                                                           ││                                                                      │
            └──────────────────────────────────────────────────────────────────────────────────────┘└──────────────────────────────────────────────────────────────────────┘
             G mở cuộc gọi mới, / để tra cứu. Enter mở dòng đang chọn, Tab sang phiếu.
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F5 Làm mới  G Cuộc gọi  T Phiếu 1022  L English  M Màu  Q Đăng xuất
            """)
    }

    @Test("A call: what was found, and what is read out, at 80×24 and 160×50")
    func call() async {
        let fixture = await Fixture.hotline()
        let driver = fixture.driver(CallScreen(desk: fixture.desk, phone: "0912345678"))
        await driver.waitIdle()
        driver.expectScreen(
            """
             desk ▸ Cuộc gọi      Tổng đài 1022 · Phùng Thị Thảo  TẬP HUẤN  ● đã nối  09:41
             Gọi lúc 09:41 · 00:00
             Tìm  0912345678
            ▸HS H26.1.5-261123-0012  N*** T*** Á*** · Chứng thực bản sao từ …  ! Đang xử lý
             HĐ Đăng ký tạm trú cần giấy tờ gì?
             HĐ Đăng ký tạm trú hết bao nhiêu tiền?
             PH PA-H26-261123-0001  Chờ lâu ở quầy                         chờ nhận · 15/12




            ┌ Phiếu cuộc gọi ─────────────────────────────────────────────────────────────┐█
            │ Số gọi đến       0912345678                                                 │█
            │                  Chỉ gồm chữ số, +, dấu cách, chấm, gạch.                   │█
            │ Họ tên người gọi                                                            │█
            │ Nội dung *       Chọn…                ▼                                     │█
            │ Kết quả *        Đã trả lời           ▼                                     │█
            │ Ghi chú                                                                     │█
            │                                                                             │█
            │                  0/4.000 ký tự, 0 từ                                        │█
            │                  Điều người nhận cuộc sau cần biết.                         ││
             Gõ mã hồ sơ, số điện thoại, họ tên hoặc vài chữ của câu hỏi; Enter mở, Tab
             sang phiếu, F10 lưu.
             F1 Trợ giúp  F2 Lệnh  F6 Tìm ⇄ phiếu  F7 Lập phiếu  F10 Lưu cuộc gọi  Enter Mở
            """)
        driver.press("enter")
        await driver.type("J4MG").press("enter").waitIdle()
        driver.expectScreen(
            """
             desk ▸ Cuộc gọi      Tổng đài 1022 · Phùng Thị Thảo  TẬP HUẤN  ● đã nối  09:41
             Gọi lúc 09:41 · 00:00                        H26.1.5-261123-0012 ● đã xác minh
             Tìm  0912345678
              Hồ sơ H26.1.5-261123-0012, Cấp bản sao trích lục hộ tịch, nộp ngày
              23/11/2026 tại UBND phường Hoàn Kiếm.
              Hiện nay: Được tiếp nhận, ở bước “Tiếp nhận”, từ 09:41 ngày 23/11/2026.
              Hẹn trả kết quả lúc 08:00 ngày 25/11/2026.
              Phí, lệ phí: 16.000 đồng.
              Cách nhận kết quả: tại quầy.
              Hỏi thêm tại UBND phường Hoàn Kiếm.


            ┌ Phiếu cuộc gọi ─────────────────────────────────────────────────────────────┐█
            │ Số gọi đến       0912345678                                                 │█
            │                  Chỉ gồm chữ số, +, dấu cách, chấm, gạch.                   │█
            │ Họ tên người gọi                                                            │█
            │ Nội dung *       Tiến độ hồ sơ        ▼ ▪ Cuộc gọi                          │█
            │ Kết quả *        Đã trả lời           ▼                                     │█
            │ Ghi chú                                                                     │█
            │                                                                             │█
            │                  0/4.000 ký tự, 0 từ                                        │█
            │                  Điều người nhận cuộc sau cần biết.                         ││

             F1 Trợ giúp  F6 Tìm ⇄ phiếu  F7 Lập phiếu  F10 Lưu cuộc gọi  Esc Quay lại
            """)
        driver.resize(160, 50)
        driver.expectScreen(
            """
             desk ▸ Cuộc gọi                                                                                      Tổng đài 1022 · Phùng Thị Thảo  TẬP HUẤN  ● đã nối  09:41
             Gọi lúc 09:41 · 00:00                                                                                                        H26.1.5-261123-0012 ● đã xác minh
             Tìm  0912345678
              Hồ sơ H26.1.5-261123-0012, Cấp bản sao trích lục hộ tịch, nộp ngày 23/11/2026 tại UBND        ┌ Phiếu cuộc gọi ─────────────────────────────────────────────┐
              phường Hoàn Kiếm.                                                                             │ Số gọi đến       0912345678                                 │
              Hiện nay: Được tiếp nhận, ở bước “Tiếp nhận”, từ 09:41 ngày 23/11/2026.                       │                  Chỉ gồm chữ số, +, dấu cách, chấm, gạch.   │
              Hẹn trả kết quả lúc 08:00 ngày 25/11/2026.                                                    │ Họ tên người gọi                                            │
              Phí, lệ phí: 16.000 đồng.                                                                     │ Nội dung *       Tiến độ hồ sơ        ▼ ▪ Cuộc gọi          │
              Cách nhận kết quả: tại quầy.                                                                  │ Kết quả *        Đã trả lời           ▼                     │
              Hỏi thêm tại UBND phường Hoàn Kiếm.                                                           │ Ghi chú                                                     │
                                                                                                            │                                                             │
                                                                                                            │                  0/4.000 ký tự, 0 từ                        │
                                                                                                            │                  Điều người nhận cuộc sau cần biết.         │
                                                                                                            └─────────────────────────────────────────────────────────────┘



































             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F6 Tìm ⇄ phiếu  F7 Lập phiếu  F8 Chép  F9 Lưu PDF  F10 Lưu cuộc gọi  Ctrl-P In  Esc Quay lại
            """)
    }

    @Test("A ticket, at 80×24 and 160×50")
    func ticket() async {
        let fixture = await Fixture.hotline(roles: ["reception"])
        let driver = fixture.driver(
            TicketScreen(desk: fixture.desk, id: HotlineData.ticket.id, code: HotlineData.ticket.code))
        await driver.waitIdle()
        driver.expectScreen(
            """
             desk ▸ Phiếu             P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             PA-H26-261123-0001                                            chờ nhận · 15/12
             Chờ lâu ở quầy
             Người gọi chờ cả buổi sáng.

             Tình trạng        chờ nhận · 15/12
             Loại phiếu        Phản ánh, kiến nghị (15 ngày làm việc)
             Hạn nhận phiếu    09:00 26/11/2026
             Hạn trả lời       09:00 15/12/2026
             Chuyển đến        UBND phường Hoàn Kiếm
             Nơi lập           Tổng đài 1022, Phùng Thị Thảo
             Người gọi         N*** V*** M***
             Điện thoại        09******78

             Diễn biến ───────────────────────────────────────────────────────────────────
             09:00 23/11/2026  Lập phiếu, Phùng Thị Thảo → UBND phường Hoàn Kiếm

             Cách tính hạn ───────────────────────────────────────────────────────────────
             Hạn 15 ngày làm việc.


             A Nhận xử lý   C Chuyển đơn vị khác   T Trả lời

             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F5 Làm mới  X Xem số  Esc Quay lại
            """)
        driver.resize(160, 50)
        driver.expectScreen(
            """
             desk ▸ Phiếu                                                                                             P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             PA-H26-261123-0001                                                                                                                            chờ nhận · 15/12
             Chờ lâu ở quầy
             Người gọi chờ cả buổi sáng.

             Tình trạng        chờ nhận · 15/12
             Loại phiếu        Phản ánh, kiến nghị (15 ngày làm việc)
             Hạn nhận phiếu    09:00 26/11/2026
             Hạn trả lời       09:00 15/12/2026
             Chuyển đến        UBND phường Hoàn Kiếm
             Nơi lập           Tổng đài 1022, Phùng Thị Thảo
             Người gọi         N*** V*** M***
             Điện thoại        09******78

             Diễn biến ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
             09:00 23/11/2026  Lập phiếu, Phùng Thị Thảo → UBND phường Hoàn Kiếm

             Cách tính hạn ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
             Hạn 15 ngày làm việc.




























             A Nhận xử lý   C Chuyển đơn vị khác   T Trả lời

             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F5 Làm mới  X Xem số  Esc Quay lại
            """)
    }

    @Test("The list of tickets")
    func list() async {
        let fixture = await Fixture.hotline(roles: ["reception"])
        let driver = fixture.driver(TicketListScreen(desk: fixture.desk))
        await driver.waitIdle()
        driver.expectScreen(
            """
             desk ▸ Phiếu 1022        P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             Đang mở                                                                1 phiếu
             Mã phiếu           Tình trạng           Tóm tắt                Chuyển đến
            ▸PA-H26-261123-0001 chờ nhận · 15/12     Chờ lâu ở quầy         P. Hoàn Kiếm


















             Phản ánh, kiến nghị · Hạn trả lời 09:00 15/12/2026
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  Enter Mở  T Nhóm khác  Esc Quay lại
            """)
    }
}
