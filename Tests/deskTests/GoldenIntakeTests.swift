import TUITesting
import Testing

@testable import desk

@Suite("Golden screens: intake, pages 1 to 3")
struct GoldenIntakeTests {
    @Test("Intake, page 1, at 80×24 and 160×50")
    func intake1() async {
        let fixture = Fixture()
        let driver = await fixture.intake(page: 1)
        driver.expectScreen(
            """
             desk ▸ Tiếp nhận         P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             1 Người nộp   2 Thủ tục   3 Giấy tờ   4 Tờ khai   5 Phí, hẹn trả   6 Xem lại
             ═══════════                                                  Nháp đã lưu 09:41
            ┌ Chủ hồ sơ ──────────────────────────────────────────────────────────────────┐
            │ Số định danh * 001185000123   ▪ thẻ                                         │
            │                Quét thẻ ở bất cứ ô nào, hoặc gõ 12 chữ số (CMND cũ: 9).     │
            │ Họ và tên *    Nguyễn Thị Ánh                           ▪ thẻ               │
            │ Ngày sinh *    12/03/1985  ▼ ▪ thẻ    Giới tính * (•) nữ  ( ) nam ▪ thẻ     │
            │                Ví dụ: 12031985 hoặc 12/3/1985                               │
            │ Thường trú *   Số 12, phố Hàng Bông, phường Cửa Nam, TP Hà Nội      ▪ thẻ   │
            │ Điện thoại                                                                  │
            │                Để báo khi có kết quả. Số này không có trên thẻ.             │
            │ Thư điện tử                                                                 │
            │                Không bắt buộc, ví dụ ten@coquan.vn.                         │
            │ Nộp thay       (•) không  ( ) có      Đối tượng   (•) công dân  ( ) tổ chức │
            └─────────────────────────────────────────────────────────────────────────────┘
            ┌ Đã có trong hệ thống, Alt-X xem hồ sơ ──────────────────────────────────────┐
            │ Có sẵn: Điện thoại 0912345678   Alt-D điền                                  │
            │ ▲ 1 hồ sơ đang giải quyết: H26.1.5-261119-0032, Đăng ký thường trú          │
            │ 1 hồ sơ trước, gần nhất 02/10/2026: Cấp bản sao trích lục hộ tịch (Đã trả   │
            │ kết quả)                                                                    │
            └─────────────────────────────────────────────────────────────────────────────┘
             Để báo khi có kết quả. Số này không có trên thẻ.
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F10 Xem lại  PgDn Trang sau  Alt-D Điền sẵn
            """)
        driver.resize(160, 50)
        driver.expectScreen(
            """
             desk ▸ Tiếp nhận                                                                                         P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             1 Người nộp   2 Thủ tục   3 Giấy tờ   4 Tờ khai   5 Phí, hẹn trả   6 Xem lại
             ═══════════                                                                                                                                  Nháp đã lưu 09:41
            ┌ Chủ hồ sơ ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────┐
            │ Số định danh * 001185000123   ▪ thẻ                                           Họ và tên * Nguyễn Thị Ánh                           ▪ thẻ                    │
            │                Quét thẻ ở bất cứ ô nào, hoặc gõ 12 chữ số (CMND cũ: 9).                                                                                     │
            │ Ngày sinh *    12/03/1985  ▼ ▪ thẻ                                            Giới tính * (•) nữ  ( ) nam ▪ thẻ                                             │
            │                Ví dụ: 12031985 hoặc 12/3/1985                                                                                                               │
            │ Thường trú *   Số 12, phố Hàng Bông, phường Cửa Nam, TP Hà Nội      ▪ thẻ     Điện thoại                                                                    │
            │                                                                                           Để báo khi có kết quả. Số này không có trên thẻ.                  │
            │ Thư điện tử                                                                   Nộp thay    (•) không  ( ) có                                                 │
            │                Không bắt buộc, ví dụ ten@coquan.vn.                                                                                                         │
            │ Đối tượng      (•) công dân  ( ) tổ chức                                                                                                                    │
            └─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────┘
            ┌ Đã có trong hệ thống, Alt-X xem hồ sơ ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────┐
            │ Có sẵn: Điện thoại 0912345678   Alt-D điền                                                                                                                  │
            │ ▲ 1 hồ sơ đang giải quyết: H26.1.5-261119-0032, Đăng ký thường trú                                                                                          │
            │ 1 hồ sơ trước, gần nhất 02/10/2026: Cấp bản sao trích lục hộ tịch (Đã trả kết quả)                                                                          │
            └─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────┘





























             Để báo khi có kết quả. Số này không có trên thẻ.
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F10 Xem lại  PgDn Trang sau  Alt-D Điền sẵn  Esc Rời
            """)
    }

    @Test("Intake, page 2, at 80×24 and 160×50")
    func intake2() async {
        let fixture = Fixture()
        let driver = await fixture.intake(page: 2)
        driver.expectScreen(
            """
             desk ▸ Tiếp nhận         P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             1 Người nộp   2 Thủ tục   3 Giấy tờ   4 Tờ khai   5 Phí, hẹn trả   6 Xem lại
                           ═════════                                      Nháp đã lưu 09:41
             Tìm thủ tục  tri                                                          1/3

             2.000635  Cấp bản sao trích lục hộ tịch










            ┌ 2.000635 ────────────────────────────────────────────────────────────────────┐
            │ Cấp bản sao trích lục hộ tịch                                                │
            │ Lĩnh vực          Hộ tịch                                                    │
            │ Thời hạn          Trong ngày làm việc                                        │
            │ Phí, lệ phí       8.000 đ/bản                                                │
            └──────────────────────────────────────────────────────────────────────────────┘
             Vài chữ của tên hoặc mã, không cần dấu; ↑↓ chọn, Enter nhận.
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F10 Xem lại  Enter Chọn  PgDn Trang sau
            """)
        driver.resize(160, 50)
        driver.expectScreen(
            """
             desk ▸ Tiếp nhận                                                                                         P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             1 Người nộp   2 Thủ tục   3 Giấy tờ   4 Tờ khai   5 Phí, hẹn trả   6 Xem lại
                           ═════════                                                                                                                      Nháp đã lưu 09:41
             Tìm thủ tục  tri                                                                                                                                          1/3

             2.000635  Cấp bản sao trích lục hộ tịch                                                             Trong ngày làm việc              8.000 đ/bản




































            ┌ 2.000635 ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────┐
            │ Cấp bản sao trích lục hộ tịch                                                                                                                                │
            │ Lĩnh vực          Hộ tịch                                                                                                                                    │
            │ Thời hạn          Trong ngày làm việc                                                                                                                        │
            │ Phí, lệ phí       8.000 đ/bản                                                                                                                                │
            └──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────┘
             Vài chữ của tên hoặc mã, không cần dấu; ↑↓ chọn, Enter nhận.
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F10 Xem lại  Enter Chọn  PgDn Trang sau  Esc Rời
            """)
    }

    @Test("Intake, page 3, at 80×24 and 160×50")
    func intake3() async {
        let fixture = Fixture()
        let driver = await fixture.intake(page: 3)
        driver.expectScreen(
            """
             desk ▸ Tiếp nhận         P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             1 Người nộp   2 Thủ tục   3 Giấy tờ   4 Tờ khai   5 Phí, hẹn trả   6 Xem lại
                                       ═════════                          Nháp đã lưu 09:41
                  Giấy tờ                                        Chính   Sao   Số hóa
             [x]  Tờ khai cấp bản sao trích lục hộ tịch *            1     0   chưa
             [ ]  Thẻ căn cước hoặc giấy tờ tùy thân *               ·     ·   chưa
             [ ]  Văn bản ủy quyền                                   ·     ·   chưa

            ┌ Còn thiếu 1 giấy tờ bắt buộc ────────────────────────────────────────────────┐
            │ Thẻ căn cước hoặc giấy tờ tùy thân                                           │
            │ Cần 1 bản sao                                                                │
            │ Xuất trình bản chính để đối chiếu.                                           │
            └──────────────────────────────────────────────────────────────────────────────┘









             Dấu cách nhận/bỏ, gõ số bản, Ctrl-A nhận đủ giấy tờ bắt buộc, D số hóa.
             F1 Trợ giúp  F10 Xem lại  Ctrl-A Nhận đủ  Space Nhận/bỏ  PgDn Trang sau
            """)
        driver.resize(160, 50)
        driver.expectScreen(
            """
             desk ▸ Tiếp nhận                                                                                         P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             1 Người nộp   2 Thủ tục   3 Giấy tờ   4 Tờ khai   5 Phí, hẹn trả   6 Xem lại
                                       ═════════                                                                                                          Nháp đã lưu 09:41
                  Giấy tờ                                                                            Chính   Sao   Số hóa
             [x]  Tờ khai cấp bản sao trích lục hộ tịch *                                                1     0   chưa
             [ ]  Thẻ căn cước hoặc giấy tờ tùy thân *                                                   ·     ·   chưa
             [ ]  Văn bản ủy quyền                                                                       ·     ·   chưa

            ┌ Còn thiếu 1 giấy tờ bắt buộc ────────────────────────────────────────────────────────────────────────────────────┐
            │ Thẻ căn cước hoặc giấy tờ tùy thân                                                                               │
            │ Cần 1 bản sao                                                                                                    │
            │ Xuất trình bản chính để đối chiếu.                                                                               │
            └──────────────────────────────────────────────────────────────────────────────────────────────────────────────────┘



































             Dấu cách nhận/bỏ, gõ số bản, Ctrl-A nhận đủ giấy tờ bắt buộc, D số hóa.
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F10 Xem lại  Ctrl-A Nhận đủ  Space Nhận/bỏ  D Số hóa  PgDn Trang sau  Esc Rời
            """)
    }
}
