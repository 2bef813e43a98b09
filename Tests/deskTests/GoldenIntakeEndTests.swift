import TUITesting
import Testing

@testable import desk

@Suite("Golden screens: intake, pages 4 to 6")
struct GoldenIntakeEndTests {
    @Test("Intake, page 4, at 80×24 and 160×50")
    func intake4() async {
        let fixture = Fixture()
        let driver = await fixture.intake(page: 4)
        driver.expectScreen(
            """
             desk ▸ Tiếp nhận         P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             1 Người nộp   2 Thủ tục   3 Giấy tờ   4 Tờ khai   5 Phí, hẹn trả   6 Xem lại
                                                   ═════════              Nháp đã lưu 09:41
            ┌ Người yêu cầu ──────────────────────────────────────────────────────────────┐
            │ Họ và tên *      Nguyễn Thị Ánh                                      ▪ thẻ  │
            │ Nơi đã đăng ký * UBND phường Cửa Nam                          ▪ hồ sơ trước │
            │ Số bản *             2                                                      │
            │                  Từ 1 đến 50.                                               │
            └─────────────────────────────────────────────────────────────────────────────┘













             Lấy từ thẻ, sửa được. Viết đủ họ, đệm và tên.
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F10 Xem lại  PgDn Trang sau  Esc Rời
            """)
        driver.resize(160, 50)
        driver.expectScreen(
            """
             desk ▸ Tiếp nhận                                                                                         P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             1 Người nộp   2 Thủ tục   3 Giấy tờ   4 Tờ khai   5 Phí, hẹn trả   6 Xem lại
                                                   ═════════                                                                                              Nháp đã lưu 09:41
            ┌ Người yêu cầu ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────┐
            │ Họ và tên *      Nguyễn Thị Ánh                                               ▪ thẻ                                                                         │
            │ Nơi đã đăng ký * UBND phường Cửa Nam                                          ▪ hồ sơ trước                                                                 │
            │ Số bản *             2                                                                                                                                      │
            │                  Từ 1 đến 50.                                                                                                                               │
            └─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────┘







































             Lấy từ thẻ, sửa được. Viết đủ họ, đệm và tên.
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F10 Xem lại  PgDn Trang sau  Esc Rời  Alt-R Báo sai lệch
            """)
    }

    @Test("Intake, page 5, at 80×24 and 160×50")
    func intake5() async {
        let fixture = Fixture()
        let driver = await fixture.intake(page: 5)
        driver.expectScreen(
            """
             desk ▸ Tiếp nhận         P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             1 Người nộp   2 Thủ tục   3 Giấy tờ   4 Tờ khai   5 Phí, hẹn trả   6 Xem lại
             Nháp đã lưu 09:41                                 ══════════════
            ┌ Phí, lệ phí ────────────────────────────────────────────────────────────────┐
            │ Số bản *          2  ▪ tờ khai                                              │
            │               Phí cấp bản sao trích lục: 8.000 đ/bản                        │
            │ Miễn, giảm    Không                        ▼                                │
            │ Số bộ hồ sơ *   1                                                           │
            │               Người nộp đem tới mấy bộ; in trên phiếu tiếp nhận.            │
            │ Kênh nộp *    (•) trực tiếp  ( ) bưu chính                                  │
            └─────────────────────────────────────────────────────────────────────────────┘
            ┌ Nhận kết quả ───────────────────────────────────────────────────────────────┐
            │ Nhận kết quả * (•) tại quầy  ( ) bưu chính  ( ) trực tuyến                  │
            │ Ghi chú                                                                     │
            └─────────────────────────────────────────────────────────────────────────────┘
            ┌ Thu 16.000 đ ───────────────────────┐ ┌ Hẹn trả thứ Tư, 09:41 25/11/2026 ───┐
            │ Phí cấp bản sao            16.000 đ │ │ Tiếp nhận lúc 09:41 ngày            │
            │ trích lục × 2                       │ │ 23/11/2026.                         │
            │   Thông tư 281/2016/TT-BTC          │ │ 24/11/2026 nghỉ: Ngày Văn hóa Việt  │
            │ Cộng                       16.000 đ │ │ Nam.                                │
            │                                     │ │ Hẹn trả lúc 09:41 ngày 25/11/2026,  │
            └─────────────────────────────────────┘ └────────────────── còn nữa ↓ Ctrl-↓ ─┘
             Lấy từ tờ khai, sửa được. Phí cấp bản sao trích lục: 8.000 đ/bản
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F10 Xem lại  PgDn Trang sau  Esc Rời
            """)
        driver.resize(160, 50)
        driver.expectScreen(
            """
             desk ▸ Tiếp nhận                                                                                         P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             1 Người nộp   2 Thủ tục   3 Giấy tờ   4 Tờ khai   5 Phí, hẹn trả   6 Xem lại
                                                               ══════════════                                                                             Nháp đã lưu 09:41
            ┌ Phí, lệ phí ────────────────────────────────────────────────────────────────┐ ┌ Nhận kết quả ───────────────────────────────────────────────────────────────┐
            │ Số bản *          2  ▪ tờ khai                                              │ │ Nhận kết quả * (•) tại quầy  ( ) bưu chính  ( ) trực tuyến                  │
            │               Phí cấp bản sao trích lục: 8.000 đ/bản                        │ │ Ghi chú                                                                     │
            │ Miễn, giảm    Không                        ▼                                │ │                                                                             │
            │ Số bộ hồ sơ *   1                                                           │ │                                                                             │
            │               Người nộp đem tới mấy bộ; in trên phiếu tiếp nhận.            │ │                                                                             │
            │ Kênh nộp *    (•) trực tiếp  ( ) bưu chính                                  │ │                                                                             │
            └─────────────────────────────────────────────────────────────────────────────┘ └─────────────────────────────────────────────────────────────────────────────┘
            ┌ Thu 16.000 đ ───────────────────────────────────────────────────────────────┐ ┌ Hẹn trả thứ Tư, 09:41 25/11/2026 ───────────────────────────────────────────┐
            │ Phí cấp bản sao trích lục × 2                                      16.000 đ │ │ Tiếp nhận lúc 09:41 ngày 23/11/2026.                                        │
            │   Thông tư 281/2016/TT-BTC                                                  │ │ 24/11/2026 nghỉ: Ngày Văn hóa Việt Nam.                                     │
            │ Cộng                                                               16.000 đ │ │ Hẹn trả lúc 09:41 ngày 25/11/2026, thứ Tư.                                  │
            └─────────────────────────────────────────────────────────────────────────────┘ └─────────────────────────────────────────────────────────────────────────────┘
































             Lấy từ tờ khai, sửa được. Phí cấp bản sao trích lục: 8.000 đ/bản
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F10 Xem lại  PgDn Trang sau  Esc Rời  Alt-R Báo sai lệch
            """)
    }

    @Test("Intake, page 6, at 80×24 and 160×50")
    func intake6() async {
        let fixture = Fixture()
        let driver = await fixture.intake(page: 6)
        driver.expectScreen(
            """
             desk ▸ Tiếp nhận         P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             1 Người nộp   2 Thủ tục   3 Giấy tờ   4 Tờ khai   5 Phí, hẹn trả   6 Xem lại
             Nháp đã lưu 09:41                                                  ═════════
            ┌ Quyết định ─────────────────────────────────────────────────────────────────┐
            │ Quyết định * (•) tiếp nhận (01)                                             │
            │              ( ) yêu cầu bổ sung (02)                                       │
            │              ( ) từ chối (03)                                               │
            └─────────────────────────────────────────────────────────────────────────────┘
             Người nộp ─────────────────────────────────────────────────────────────────── █
             Chủ hồ sơ         Nguyễn Thị Ánh, 001185000123, 12/03/1985, 0912345678, Số    █
                               12, phố Hàng Bông, phường Cửa Nam, TP Hà Nội                █
                                                                                           █
             Thủ tục ───────────────────────────────────────────────────────────────────── █
             Thủ tục           Cấp bản sao trích lục hộ tịch                               █
             Trường hợp        Bản sao trích lục hộ tịch                                   █
                                                                                           │
             Thành phần hồ sơ ──────────────────────────────────────────────────────────── │
             · Tờ khai cấp bản sao trích lục hộ tịch (1 bản chính)                         │
             · Thẻ căn cước hoặc giấy tờ tùy thân (1 bản sao)                              │
                                                                                           │
             Phí, lệ phí ───────────────────────────────────────────────────────────────── │
             Phí cấp bản sao trích lục × 2                                        16.000 đ │
             F10 gửi và lập mẫu theo quyết định này; Ctrl-↓ xem tiếp phần dưới.
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F10 Gửi  Esc Rời
            """)
        driver.resize(160, 50)
        driver.expectScreen(
            """
             desk ▸ Tiếp nhận                                                                                         P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             1 Người nộp   2 Thủ tục   3 Giấy tờ   4 Tờ khai   5 Phí, hẹn trả   6 Xem lại
                                                                                ═════════                                                                 Nháp đã lưu 09:41
            ┌ Quyết định ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────┐
            │ Quyết định * (•) tiếp nhận (01)                                                                                                                             │
            │              ( ) yêu cầu bổ sung (02)                                                                                                                       │
            │              ( ) từ chối (03)                                                                                                                               │
            └─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────┘
             Người nộp ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
             Chủ hồ sơ         Nguyễn Thị Ánh, 001185000123, 12/03/1985, 0912345678, Số 12, phố Hàng Bông, phường Cửa Nam, TP Hà Nội

             Thủ tục ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
             Thủ tục           Cấp bản sao trích lục hộ tịch
             Trường hợp        Bản sao trích lục hộ tịch

             Thành phần hồ sơ ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
             · Tờ khai cấp bản sao trích lục hộ tịch (1 bản chính)
             · Thẻ căn cước hoặc giấy tờ tùy thân (1 bản sao)

             Phí, lệ phí ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
             Phí cấp bản sao trích lục × 2                                                                                                                        16.000 đ
               Thông tư 281/2016/TT-BTC
             Cộng                                                                                                                                                 16.000 đ

             Hẹn trả kết quả ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
             Hẹn trả           thứ Tư, 09:41 25/11/2026
             Cách tính         Tiếp nhận lúc 09:41 ngày 23/11/2026.
                               24/11/2026 nghỉ: Ngày Văn hóa Việt Nam.
                               Hẹn trả lúc 09:41 ngày 25/11/2026, thứ Tư.
             Nhận kết quả      tại quầy

             Tờ khai ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
             Họ và tên                 Nguyễn Thị Ánh
             Nơi đã đăng ký            UBND phường Cửa Nam
             Số bản                    2













             F10 gửi và lập mẫu theo quyết định này; Ctrl-↓ xem tiếp phần dưới.
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F10 Gửi  Esc Rời
            """)
    }
}
