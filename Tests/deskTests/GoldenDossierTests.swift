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
             H26.1.5-261120-0002    Lê Hoàng Đức          Đăng ký khai sinh    hôm nay     █
             H26.1.5-261120-0003    Phạm Thu Hương        Cấp bản sao trích l… ngày mai    █
             H26.1.5-261120-0004    Nguyễn Thị Ánh        Chứng thực bản sao … 25/11/2026  █
             H26.1.5-261120-0005    Trần Văn Bình         Đăng ký khai sinh    26/11/2026  █
             H26.1.5-261120-0006    Lê Hoàng Đức          Cấp bản sao trích l… 21/11/2026 !█
             H26.1.5-261120-0007    Phạm Thu Hương        Chứng thực bản sao … 22/11/2026 !█
             H26.1.5-261120-0008    Nguyễn Thị Ánh        Đăng ký khai sinh    hôm nay     █
             H26.1.5-261120-0009    Trần Văn Bình         Cấp bản sao trích l… ngày mai    █
             H26.1.5-261120-0010    Lê Hoàng Đức          Chứng thực bản sao … 25/11/2026  █
             H26.1.5-261120-0011    Phạm Thu Hương        Đăng ký khai sinh    26/11/2026  █
             H26.1.5-261120-0012    Nguyễn Thị Ánh        Cấp bản sao trích l… 21/11/2026 !█
             H26.1.5-261120-0013    Trần Văn Bình         Chứng thực bản sao … 22/11/2026 !█
             H26.1.5-261120-0014    Lê Hoàng Đức          Đăng ký khai sinh    hôm nay     █
             H26.1.5-261120-0015    Phạm Thu Hương        Cấp bản sao trích l… ngày mai    █
             H26.1.5-261120-0016    Nguyễn Thị Ánh        Chứng thực bản sao … 25/11/2026  █
             H26.1.5-261120-0017    Trần Văn Bình         Đăng ký khai sinh    26/11/2026  █
             H26.1.5-261120-0018    Lê Hoàng Đức          Cấp bản sao trích l… 21/11/2026 !█
             H26.1.5-261120-0019    Phạm Thu Hương        Chứng thực bản sao … 22/11/2026 !│
             quá hạn 1 ngày · Chứng thực bản sao từ bản chính · Đang xử lý · Thẩm định
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F4 Lọc  F5 Làm mới  Enter Mở  Esc Quay lại
            """)
        driver.resize(160, 50)
        driver.expectScreen(
            """
             desk ▸ Tất cả đang giải quyết                                                                            P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             Tất cả đang giải quyết                                                                                                                                20 hồ sơ
             Mã hồ sơ               Chủ hồ sơ                Thủ tục                   Bước               Trạng thái         Tiếp nhận        Hẹn trả      Còn lại
            ▸H26.1.5-261120-0001    Trần Văn Bình            Chứng thực bản sao từ bả… Thẩm định          Đang xử lý         09:00 20/11/2026 22/11/2026 ! quá hạn 1 ngày
             H26.1.5-261120-0002    Lê Hoàng Đức             Đăng ký khai sinh         Thẩm định          Đang xử lý         09:00 20/11/2026 hôm nay      hẹn trả hôm nay
             H26.1.5-261120-0003    Phạm Thu Hương           Cấp bản sao trích lục hộ… Thẩm định          Đang xử lý         09:00 20/11/2026 ngày mai     còn 1 ngày
             H26.1.5-261120-0004    Nguyễn Thị Ánh           Chứng thực bản sao từ bả… Thẩm định          Đang xử lý         09:00 20/11/2026 25/11/2026   còn 2 ngày
             H26.1.5-261120-0005    Trần Văn Bình            Đăng ký khai sinh         Thẩm định          Đang xử lý         09:00 20/11/2026 26/11/2026   còn 3 ngày
             H26.1.5-261120-0006    Lê Hoàng Đức             Cấp bản sao trích lục hộ… Thẩm định          Đang xử lý         09:00 20/11/2026 21/11/2026 ! quá hạn 2 ngày
             H26.1.5-261120-0007    Phạm Thu Hương           Chứng thực bản sao từ bả… Thẩm định          Đang xử lý         09:00 20/11/2026 22/11/2026 ! quá hạn 1 ngày
             H26.1.5-261120-0008    Nguyễn Thị Ánh           Đăng ký khai sinh         Thẩm định          Đang xử lý         09:00 20/11/2026 hôm nay      hẹn trả hôm nay
             H26.1.5-261120-0009    Trần Văn Bình            Cấp bản sao trích lục hộ… Thẩm định          Đang xử lý         09:00 20/11/2026 ngày mai     còn 1 ngày
             H26.1.5-261120-0010    Lê Hoàng Đức             Chứng thực bản sao từ bả… Thẩm định          Đang xử lý         09:00 20/11/2026 25/11/2026   còn 2 ngày
             H26.1.5-261120-0011    Phạm Thu Hương           Đăng ký khai sinh         Thẩm định          Đang xử lý         09:00 20/11/2026 26/11/2026   còn 3 ngày
             H26.1.5-261120-0012    Nguyễn Thị Ánh           Cấp bản sao trích lục hộ… Thẩm định          Đang xử lý         09:00 20/11/2026 21/11/2026 ! quá hạn 2 ngày
             H26.1.5-261120-0013    Trần Văn Bình            Chứng thực bản sao từ bả… Thẩm định          Đang xử lý         09:00 20/11/2026 22/11/2026 ! quá hạn 1 ngày
             H26.1.5-261120-0014    Lê Hoàng Đức             Đăng ký khai sinh         Thẩm định          Đang xử lý         09:00 20/11/2026 hôm nay      hẹn trả hôm nay
             H26.1.5-261120-0015    Phạm Thu Hương           Cấp bản sao trích lục hộ… Thẩm định          Đang xử lý         09:00 20/11/2026 ngày mai     còn 1 ngày
             H26.1.5-261120-0016    Nguyễn Thị Ánh           Chứng thực bản sao từ bả… Thẩm định          Đang xử lý         09:00 20/11/2026 25/11/2026   còn 2 ngày
             H26.1.5-261120-0017    Trần Văn Bình            Đăng ký khai sinh         Thẩm định          Đang xử lý         09:00 20/11/2026 26/11/2026   còn 3 ngày
             H26.1.5-261120-0018    Lê Hoàng Đức             Cấp bản sao trích lục hộ… Thẩm định          Đang xử lý         09:00 20/11/2026 21/11/2026 ! quá hạn 2 ngày
             H26.1.5-261120-0019    Phạm Thu Hương           Chứng thực bản sao từ bả… Thẩm định          Đang xử lý         09:00 20/11/2026 22/11/2026 ! quá hạn 1 ngày
             H26.1.5-261120-0020    Nguyễn Thị Ánh           Đăng ký khai sinh         Thẩm định          Đang xử lý         09:00 20/11/2026 hôm nay      hẹn trả hôm nay

























             quá hạn 1 ngày · Chứng thực bản sao từ bản chính · Đang xử lý · Thẩm định
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F4 Lọc  F5 Làm mới  F6 Sắp xếp  F9 Lưu CSV  Enter Mở  Esc Quay lại  Space Đánh dấu
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
             H26.1.5-261120-0002    Lê Hoàng Đức          Đăng ký khai sinh    hôm nay
             H26.1.5-261120-0003    Phạm Thu Hương        Cấp bản sao trích l… ngày mai
















             quá hạn 1 ngày · Chứng thực bản sao từ bản chính · Đang xử lý · Thẩm định
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F4 Lọc  F8 Trả lời  Enter Mở  Esc Quay lại
            """)
        driver.resize(160, 50)
        driver.expectScreen(
            """
             desk ▸ Tra cứu                                                                                           P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             Tìm  tran                                                                                                                                             3 hồ sơ
             Mã hồ sơ               Chủ hồ sơ                Thủ tục                   Bước               Trạng thái         Tiếp nhận        Hẹn trả      Còn lại
            ▸H26.1.5-261120-0001    Trần Văn Bình            Chứng thực bản sao từ bả… Thẩm định          Đang xử lý         09:00 20/11/2026 22/11/2026 ! quá hạn 1 ngày
             H26.1.5-261120-0002    Lê Hoàng Đức             Đăng ký khai sinh         Thẩm định          Đang xử lý         09:00 20/11/2026 hôm nay      hẹn trả hôm nay
             H26.1.5-261120-0003    Phạm Thu Hương           Cấp bản sao trích lục hộ… Thẩm định          Đang xử lý         09:00 20/11/2026 ngày mai     còn 1 ngày










































             quá hạn 1 ngày · Chứng thực bản sao từ bản chính · Đang xử lý · Thẩm định
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F4 Lọc  F6 Quá hạn  F8 Trả lời  F9 Lưu CSV  Enter Mở  Esc Quay lại
            """)
    }

    @Test("Dossier, at 80×24 and 160×50")
    func dossier() async {
        let fixture = Fixture()
        let driver = await fixture.dossier()
        driver.expectScreen(
            """
             desk ▸ Hồ sơ             P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             H26.1.5-261123-0012  Được tiếp nhận  Tiếp nhận
             Nguyễn Thị Ánh · Cấp bản sao trích lục hộ tịch
             Đang ở UBND phường Hoàn Kiếm · chưa ai nhận
             ▸ đã quá nửa hạn ███░░░░████████─────── 61% hẹn 08:00 25/11/2026, còn 2 ngày
             Thủ tục           Cấp bản sao trích lục hộ tịch (2.000635)                    █
             Trường hợp        Bản sao trích lục hộ tịch                                   █
             Đơn vị            UBND phường Hoàn Kiếm                                       █
             Mã tra cứu        J4MG                                                        │
             Sổ theo dõi       quyển 01/2026, số 12                                        │
             Người tiếp nhận   Trần Thu Hà                                                 │
             Kênh nộp          trực tiếp                                                   │
                                                                                           │
             Chủ hồ sơ ─────────────────────────────────────────────────────────────────── │
             Họ và tên         Nguyễn Thị Ánh                                              │
             Số định danh      001185000123                                                │
             Ngày sinh         12/03/1985                                                  │
             Việc làm được ────────────────────────────────────────────────────────────────
              C  Chuyển lãnh đạo duyệt  T  Trả lại bước trước     B  Yêu cầu bổ sung
              V  Nhận bổ sung           F  Có kết quả             E  Gia hạn
              G  Trả kết quả            Y  Yêu cầu nộp tiền       A  Nhận xử lý
              I  Giao người khác        U  Hoàn tác              (S) Ký số
             ↑↓ PgUp PgDn xem tiếp.
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  P In lại phiếu  Esc Quay lại  Q Sửa
            """)
        driver.resize(160, 50)
        driver.expectScreen(
            """
             desk ▸ Hồ sơ                                                                                             P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             H26.1.5-261123-0012  Được tiếp nhận  Tiếp nhận
             Nguyễn Thị Ánh · Cấp bản sao trích lục hộ tịch
             Đang ở UBND phường Hoàn Kiếm · chưa ai nhận
             ▸ đã quá nửa hạn ██████████░░░░░░░░░░█████████████████████─────────────────── 61% hẹn 08:00 25/11/2026, còn 2 ngày
             Thủ tục           Cấp bản sao trích lục hộ tịch (2.000635)                                                                Việc làm được ──────────────────────
             Trường hợp        Bản sao trích lục hộ tịch                                                                                C  Chuyển lãnh đạo duyệt
             Đơn vị            UBND phường Hoàn Kiếm                                                                                    T  Trả lại bước trước
             Mã tra cứu        J4MG                                                                                                     B  Yêu cầu bổ sung
             Sổ theo dõi       quyển 01/2026, số 12                                                                                     V  Nhận bổ sung
             Người tiếp nhận   Trần Thu Hà                                                                                              F  Có kết quả
             Kênh nộp          trực tiếp                                                                                                E  Gia hạn
                                                                                                                                        G  Trả kết quả
             Chủ hồ sơ ────────────────────────────────────────────────────────────────────────────────────────────────────             Y  Yêu cầu nộp tiền
             Họ và tên         Nguyễn Thị Ánh                                                                                           A  Nhận xử lý
             Số định danh      001185000123                                                                                             I  Giao người khác
             Ngày sinh         12/03/1985                                                                                               U  Hoàn tác
             Giới tính         nữ                                                                                                      (S) Ký số
             Địa chỉ           Số 12, phố Hàng Bông, phường Cửa Nam, TP Hà Nội
             Điện thoại        0912345678

             Thời hạn ─────────────────────────────────────────────────────────────────────────────────────────────────────
             Nộp lúc           09:41 23/11/2026
             Tiếp nhận         09:41 23/11/2026
             Hẹn trả           09:41 25/11/2026  còn 2 ngày
             Thời hạn          01 ngày làm việc
             Cách tính         Hẹn trả lúc 09:41 ngày 25/11/2026, thứ Tư.
             Các lần tạm dừng  08:00 20/11/2026 – 08:00 21/11/2026
             Nhận kết quả      tại quầy

             Thành phần hồ sơ ─────────────────────────────────────────────────────────────────────────────────────────────
             · Tờ khai cấp bản sao trích lục hộ tịch (1 bản chính, đã số hóa)
             · Thẻ căn cước hoặc giấy tờ tùy thân (1 bản sao)

             Tờ khai ──────────────────────────────────────────────────────────────────────────────────────────────────────
             Họ và tên                 Nguyễn Thị Ánh
             Nơi đã đăng ký            UBND phường Cửa Nam
             Số bản                    2

             Phí, lệ phí ──────────────────────────────────────────────────────────────────────────────────────────────────
             Phí cấp bản sao trích lục × 2                                                                         16.000 đ
               Thông tư 281/2016/TT-BTC
             Cộng                                                                                                  16.000 đ

             Diễn biến ────────────────────────────────────────────────────────────────────────────────────────────────────
             09:41 23/11/2026  Tiếp nhận, Trần Thu Hà



             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F5 Làm mới  F8 Trả lời  P In lại phiếu  Esc Quay lại  Q Sửa
            """)
    }
}
