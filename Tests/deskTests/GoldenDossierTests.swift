import TUITesting
import Testing

@testable import desk

@Suite("Golden screens: lists and dossiers")
struct GoldenDossierTests {
    @Test("Queue, at 80×24 and 160×50")
    func queue() async {
        let fixture = Fixture()
        let driver = await fixture.queue()
        // The details of the row come once the keys rest.
        driver.advance(seconds: 1)
        driver.expectScreen(
            """
             desk ▸ Tất cả đang giải quyết   P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ●  09:41
             Tất cả đang giải quyết                                                20 hồ sơ
             Mã hồ sơ               Chủ hồ sơ             Thủ tục              Hẹn trả
            ▸H26.1.5-261120-0001    Trần Văn Bình         Chứng thực bản sao … 22/11/2026 !█
             H26.1.5-261120-0002    Lê Hoàng Đức          Đăng ký khai sinh    23/11/2026  █
             H26.1.5-261120-0003    Phạm Thu Hương        Cấp bản sao trích l… 24/11/2026  █
             H26.1.5-261120-0004    Nguyễn Thị Ánh        Chứng thực bản sao … 25/11/2026  █
             H26.1.5-261120-0005    Trần Văn Bình         Đăng ký khai sinh    26/11/2026  █
             H26.1.5-261120-0006    Lê Hoàng Đức          Cấp bản sao trích l… 21/11/2026 !█
             H26.1.5-261120-0007    Phạm Thu Hương        Chứng thực bản sao … 22/11/2026 !█
             H26.1.5-261120-0008    Nguyễn Thị Ánh        Đăng ký khai sinh    23/11/2026  █
             H26.1.5-261120-0009    Trần Văn Bình         Cấp bản sao trích l… 24/11/2026  █
             H26.1.5-261120-0010    Lê Hoàng Đức          Chứng thực bản sao … 25/11/2026  █
             H26.1.5-261120-0011    Phạm Thu Hương        Đăng ký khai sinh    26/11/2026  █
             H26.1.5-261120-0012    Nguyễn Thị Ánh        Cấp bản sao trích l… 21/11/2026 !█
             H26.1.5-261120-0013    Trần Văn Bình         Chứng thực bản sao … 22/11/2026 !█
             H26.1.5-261120-0014    Lê Hoàng Đức          Đăng ký khai sinh    23/11/2026  █
             H26.1.5-261120-0015    Phạm Thu Hương        Cấp bản sao trích l… 24/11/2026  █
             H26.1.5-261120-0016    Nguyễn Thị Ánh        Chứng thực bản sao … 25/11/2026  █
             H26.1.5-261120-0017    Trần Văn Bình         Đăng ký khai sinh    26/11/2026  █
             H26.1.5-261120-0018    Lê Hoàng Đức          Cấp bản sao trích l… 21/11/2026 !█
             H26.1.5-261120-0019    Phạm Thu Hương        Chứng thực bản sao … 22/11/2026 !│
             Chứng thực bản sao từ bản chính · Đang xử lý · Thẩm định
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F4 Lọc  F5 Làm mới  Enter Mở  Esc Quay lại
            """)
        driver.resize(160, 50)
        driver.expectScreen(
            """
             desk ▸ Tất cả đang giải quyết                                                                            P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             Tất cả đang giải quyết                                                                                                                                20 hồ sơ
             Mã hồ sơ               Chủ hồ sơ                      Thủ tục                              Bước               Trạng thái         Tiếp nhận        Hẹn trả
            ▸H26.1.5-261120-0001    Trần Văn Bình                  Chứng thực bản sao từ bản chính      Thẩm định          Đang xử lý         09:00 20/11/2026 22/11/2026 !
             H26.1.5-261120-0002    Lê Hoàng Đức                   Đăng ký khai sinh                    Thẩm định          Đang xử lý         09:00 20/11/2026 23/11/2026
             H26.1.5-261120-0003    Phạm Thu Hương                 Cấp bản sao trích lục hộ tịch        Thẩm định          Đang xử lý         09:00 20/11/2026 24/11/2026
             H26.1.5-261120-0004    Nguyễn Thị Ánh                 Chứng thực bản sao từ bản chính      Thẩm định          Đang xử lý         09:00 20/11/2026 25/11/2026
             H26.1.5-261120-0005    Trần Văn Bình                  Đăng ký khai sinh                    Thẩm định          Đang xử lý         09:00 20/11/2026 26/11/2026
             H26.1.5-261120-0006    Lê Hoàng Đức                   Cấp bản sao trích lục hộ tịch        Thẩm định          Đang xử lý         09:00 20/11/2026 21/11/2026 !
             H26.1.5-261120-0007    Phạm Thu Hương                 Chứng thực bản sao từ bản chính      Thẩm định          Đang xử lý         09:00 20/11/2026 22/11/2026 !
             H26.1.5-261120-0008    Nguyễn Thị Ánh                 Đăng ký khai sinh                    Thẩm định          Đang xử lý         09:00 20/11/2026 23/11/2026
             H26.1.5-261120-0009    Trần Văn Bình                  Cấp bản sao trích lục hộ tịch        Thẩm định          Đang xử lý         09:00 20/11/2026 24/11/2026
             H26.1.5-261120-0010    Lê Hoàng Đức                   Chứng thực bản sao từ bản chính      Thẩm định          Đang xử lý         09:00 20/11/2026 25/11/2026
             H26.1.5-261120-0011    Phạm Thu Hương                 Đăng ký khai sinh                    Thẩm định          Đang xử lý         09:00 20/11/2026 26/11/2026
             H26.1.5-261120-0012    Nguyễn Thị Ánh                 Cấp bản sao trích lục hộ tịch        Thẩm định          Đang xử lý         09:00 20/11/2026 21/11/2026 !
             H26.1.5-261120-0013    Trần Văn Bình                  Chứng thực bản sao từ bản chính      Thẩm định          Đang xử lý         09:00 20/11/2026 22/11/2026 !
             H26.1.5-261120-0014    Lê Hoàng Đức                   Đăng ký khai sinh                    Thẩm định          Đang xử lý         09:00 20/11/2026 23/11/2026
             H26.1.5-261120-0015    Phạm Thu Hương                 Cấp bản sao trích lục hộ tịch        Thẩm định          Đang xử lý         09:00 20/11/2026 24/11/2026
             H26.1.5-261120-0016    Nguyễn Thị Ánh                 Chứng thực bản sao từ bản chính      Thẩm định          Đang xử lý         09:00 20/11/2026 25/11/2026
             H26.1.5-261120-0017    Trần Văn Bình                  Đăng ký khai sinh                    Thẩm định          Đang xử lý         09:00 20/11/2026 26/11/2026
             H26.1.5-261120-0018    Lê Hoàng Đức                   Cấp bản sao trích lục hộ tịch        Thẩm định          Đang xử lý         09:00 20/11/2026 21/11/2026 !
             H26.1.5-261120-0019    Phạm Thu Hương                 Chứng thực bản sao từ bản chính      Thẩm định          Đang xử lý         09:00 20/11/2026 22/11/2026 !
             H26.1.5-261120-0020    Nguyễn Thị Ánh                 Đăng ký khai sinh                    Thẩm định          Đang xử lý         09:00 20/11/2026 23/11/2026

























             Chứng thực bản sao từ bản chính · Đang xử lý · Thẩm định
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F4 Lọc  F5 Làm mới  F6 Sắp xếp  Enter Mở  Esc Quay lại  Space Đánh dấu
            """)
    }

    @Test("Lookup, at 80×24 and 160×50")
    func lookup() async {
        let fixture = Fixture()
        let driver = await fixture.lookup()
        driver.expectScreen(
            """
             desk ▸ Tra cứu           P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             Tìm  tran                                                             3 hồ sơ
             Mã hồ sơ               Chủ hồ sơ             Thủ tục              Hẹn trả
            ▸H26.1.5-261120-0001    Trần Văn Bình         Chứng thực bản sao … 22/11/2026 !
             H26.1.5-261120-0002    Lê Hoàng Đức          Đăng ký khai sinh    23/11/2026
             H26.1.5-261120-0003    Phạm Thu Hương        Cấp bản sao trích l… 24/11/2026
















             Chứng thực bản sao từ bản chính · Đang xử lý · Thẩm định
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  Enter Mở  Esc Quay lại
            """)
        driver.resize(160, 50)
        driver.expectScreen(
            """
             desk ▸ Tra cứu                                                                                           P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             Tìm  tran                                                                                                                                             3 hồ sơ
             Mã hồ sơ               Chủ hồ sơ                      Thủ tục                              Bước               Trạng thái         Tiếp nhận        Hẹn trả
            ▸H26.1.5-261120-0001    Trần Văn Bình                  Chứng thực bản sao từ bản chính      Thẩm định          Đang xử lý         09:00 20/11/2026 22/11/2026 !
             H26.1.5-261120-0002    Lê Hoàng Đức                   Đăng ký khai sinh                    Thẩm định          Đang xử lý         09:00 20/11/2026 23/11/2026
             H26.1.5-261120-0003    Phạm Thu Hương                 Cấp bản sao trích lục hộ tịch        Thẩm định          Đang xử lý         09:00 20/11/2026 24/11/2026










































             Chứng thực bản sao từ bản chính · Đang xử lý · Thẩm định
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  Enter Mở  Esc Quay lại
            """)
    }

    @Test("Dossier, at 80×24 and 160×50")
    func dossier() async {
        let fixture = Fixture()
        let driver = await fixture.dossier()
        driver.expectScreen(
            """
             desk ▸ Hồ sơ             P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             H26.1.5-261123-0012  Được tiếp nhận  Tiếp nhận                                █
             Thủ tục           Cấp bản sao trích lục hộ tịch (2.000635)                    █
             Trường hợp        Bản sao trích lục hộ tịch                                   █
             Đơn vị            UBND phường Hoàn Kiếm                                       █
             Mã tra cứu        J4MG                                                        █
             Sổ theo dõi       quyển 01/2026, số 12                                        █
             Người tiếp nhận   Trần Thu Hà                                                 █
             Kênh nộp          trực tiếp                                                   █
                                                                                           █
             Chủ hồ sơ ─────────────────────────────────────────────────────────────────── █
             Họ và tên         Nguyễn Thị Ánh                                              │
             Số định danh      001185000123                                                │
             Ngày sinh         12/03/1985                                                  │
             Giới tính         nữ                                                          │
             Địa chỉ           Số 12, phố Hàng Bông, phường Cửa Nam, TP Hà Nội             │
             Điện thoại        0912345678                                                  │
                                                                                           │
             Thời hạn ──────────────────────────────────────────────────────────────────── │
             Nộp lúc           09:41 23/11/2026                                            │
             Tiếp nhận         09:41 23/11/2026                                            │
             Hẹn trả           09:41 25/11/2026  còn 2 ngày                                │
             ↑↓ PgUp PgDn xem tiếp.
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F5 Làm mới  P In lại phiếu  Esc Quay lại
            """)
        driver.resize(160, 50)
        driver.expectScreen(
            """
             desk ▸ Chuyển bước       P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             Chuyển bước: 4 hồ sơ
             Làm được cả 4 hồ sơ.
            ┌ Chuyển bước ────────────────────────────────────────────────────────────────┐
            │ Ý kiến, lý do                                                               │
            │                                                                             │
            │               0/2.000 ký tự, 0 từ                                           │
            │               Vào diễn biến của hồ sơ; phiếu in ghi đúng như vậy.           │
            └─────────────────────────────────────────────────────────────────────────────┘
            [ Làm ]







             ▸ H26.1.5-261120-0001      Trần Văn Bình      làm được
             ▸ H26.1.5-261120-0002      Lê Hoàng Đức       làm được
             ▸ H26.1.5-261120-0003      Phạm Thu Hương     làm được
             ▸ H26.1.5-261120-0004      Nguyễn Thị Ánh     làm được

             Vào diễn biến của hồ sơ; phiếu in ghi đúng như vậy.
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F10 Gửi  Esc Đóng
            """)
    }
}
