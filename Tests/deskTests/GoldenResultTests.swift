import TUITesting
import Testing

@testable import desk

@Suite("Golden screens: result and slip")
struct GoldenResultTests {
    @Test("Result, at 80×24 and 160×50")
    func result() async {
        let fixture = Fixture()
        let driver = await fixture.result()
        driver.expectScreen(
            """
             desk ▸ Đã tiếp nhận      P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41

             ┌ ĐÃ TIẾP NHẬN HỒ SƠ ────────────────────────────────────────────────────────┐
             │                                                                            │
             │                   H 2 6 . 1 . 5 - 2 6 1 1 2 3 - 0 0 1 2                    │
             │                                                                            │
             │  Mã tra cứu      J4MG                                                      │
             │  Hẹn trả         thứ Tư, 09:41 25/11/2026                                  │
             │  Thu             16.000 đ, chưa nộp                                        │
             │  Chủ hồ sơ       Nguyễn Thị Ánh                                            │
             └────────────────────────────────────────────────────────────────────────────┘

              Thủ tục           Cấp bản sao trích lục hộ tịch
              Trường hợp        Bản sao trích lục hộ tịch
              Cách tính         Hẹn trả lúc 09:41 ngày 25/11/2026, thứ Tư.







             Đọc mã cho người nộp hoặc in phiếu; quét thẻ là tiếp nhận người sau.
             F1 Trợ giúp  F3 Tra cứu  P In phiếu  S Lưu PDF  Enter Thủ tục tiếp  N Người mới
            """)
        driver.resize(160, 50)
        driver.expectScreen(
            """
             desk ▸ Đã tiếp nhận                                                                                      P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41

                                                     ┌ ĐÃ TIẾP NHẬN HỒ SƠ ────────────────────────────────────────────────────────┐
                                                     │                                                                            │
                                                     │                   H 2 6 . 1 . 5 - 2 6 1 1 2 3 - 0 0 1 2                    │
                                                     │                                                                            │
                                                     │  Mã tra cứu      J4MG                                                      │
                                                     │  Hẹn trả         thứ Tư, 09:41 25/11/2026                                  │
                                                     │  Thu             16.000 đ, chưa nộp                                        │
                                                     │  Chủ hồ sơ       Nguyễn Thị Ánh                                            │
                                                     └────────────────────────────────────────────────────────────────────────────┘

                                                      Thủ tục           Cấp bản sao trích lục hộ tịch
                                                      Trường hợp        Bản sao trích lục hộ tịch
                                                      Cách tính         Hẹn trả lúc 09:41 ngày 25/11/2026, thứ Tư.

































             Đọc mã cho người nộp hoặc in phiếu; quét thẻ là tiếp nhận người sau.
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  P In phiếu  S Lưu PDF  Enter Thủ tục tiếp  N Người mới  O Xem hồ sơ  Esc Trang chủ
            """)
    }

    @Test("Slip preview, at 80×24 and 160×50")
    func slip() {
        let fixture = Fixture()
        let driver = fixture.slip()
        driver.expectScreen(
            """
             desk ▸ Phiếu             P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
            ┌ Mẫu 01: Giấy tiếp nhận hồ sơ và hẹn trả kết quả ─────────────────────────────┐
            │                    [TẬP HUẤN - không có giá trị pháp lý]                     █
            │                                                                              █
            │      UBND PHƯỜNG HOÀN KIẾM            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM     █
            │ BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ         Độc lập - Tự do - Hạnh phúc         █
            │         ────────────────                 ───────────────────────────         █
            │          Số: 12/BPTNTKQ              Hoàn Kiếm, ngày 23 tháng 11 năm 2026    █
            │                                                                              █
            │                   GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ                    █
            │                        Mã hồ sơ: H26.1.5-261123-0012                         █
            │                 (Liên 1: Lưu; Liên 2: Giao người nộp hồ sơ)                  │
            │                                                                              │
            │ Bộ phận Tiếp nhận và Trả kết quả UBND phường Hoàn Kiếm                       │
            │ Tiếp nhận hồ sơ của: Nguyễn Thị Ánh   Số định danh: 001185000123             │
            │ Địa chỉ: Số 12, phố Hàng Bông, phường Cửa Nam, TP Hà Nội                     │
            │ Số điện thoại: 0912345678             Email: ............................... │
            │ Nội dung yêu cầu giải quyết: Cấp bản sao trích lục hộ tịch - Bản sao trích   │
            │   lục hộ tịch                                                                │
            │ Thành phần hồ sơ nộp gồm:                                                    │
            │ 1. Tờ khai cấp bản sao trích lục hộ tịch (1 bản chính; đã số hóa)            │
            └──────────────────────────────────────────────────────────────────────────────┘
             Máy này chưa có máy in: P cũng lưu phiếu thành PDF.
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  P In  S Lưu PDF  Esc Đóng
            """)
        driver.resize(160, 50)
        driver.expectScreen(
            """
             desk ▸ Phiếu                                                                                             P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
                                                    ┌ Mẫu 01: Giấy tiếp nhận hồ sơ và hẹn trả kết quả ─────────────────────────────┐
                                                    │                    [TẬP HUẤN - không có giá trị pháp lý]                     │
                                                    │                                                                              │
                                                    │      UBND PHƯỜNG HOÀN KIẾM            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM     │
                                                    │ BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ         Độc lập - Tự do - Hạnh phúc         │
                                                    │         ────────────────                 ───────────────────────────         │
                                                    │          Số: 12/BPTNTKQ              Hoàn Kiếm, ngày 23 tháng 11 năm 2026    │
                                                    │                                                                              │
                                                    │                   GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ                    │
                                                    │                        Mã hồ sơ: H26.1.5-261123-0012                         │
                                                    │                 (Liên 1: Lưu; Liên 2: Giao người nộp hồ sơ)                  │
                                                    │                                                                              │
                                                    │ Bộ phận Tiếp nhận và Trả kết quả UBND phường Hoàn Kiếm                       │
                                                    │ Tiếp nhận hồ sơ của: Nguyễn Thị Ánh   Số định danh: 001185000123             │
                                                    │ Địa chỉ: Số 12, phố Hàng Bông, phường Cửa Nam, TP Hà Nội                     │
                                                    │ Số điện thoại: 0912345678             Email: ............................... │
                                                    │ Nội dung yêu cầu giải quyết: Cấp bản sao trích lục hộ tịch - Bản sao trích   │
                                                    │   lục hộ tịch                                                                │
                                                    │ Thành phần hồ sơ nộp gồm:                                                    │
                                                    │ 1. Tờ khai cấp bản sao trích lục hộ tịch (1 bản chính; đã số hóa)            │
                                                    │ 2. Thẻ căn cước hoặc giấy tờ tùy thân (1 bản sao)                            │
                                                    │ Số lượng hồ sơ: 01 (bộ)               Hình thức nộp: trực tiếp               │
                                                    │ Phí, lệ phí: Phí cấp bản sao trích lục × 2: 16.000 đ                         │
                                                    │ Thời gian giải quyết hồ sơ theo quy định là: 01 ngày làm việc                │
                                                    │ Thời gian nhận hồ sơ: 09 giờ 41 phút, ngày 23 tháng 11 năm 2026              │
                                                    │ Thời gian trả kết quả giải quyết hồ sơ:                                      │
                                                    │   09 giờ 41 phút, ngày 25 tháng 11 năm 2026                                  │
                                                    │ Đăng ký nhận kết quả tại: Bộ phận Tiếp nhận và Trả kết quả                   │
                                                    │ Vào Sổ theo dõi hồ sơ, Quyển số: 01/2026   Số thứ tự: 12                     │
                                                    │                                                                              │
                                                    │            NGƯỜI NỘP HỒ SƠ                    NGƯỜI TIẾP NHẬN HỒ SƠ          │
                                                    │         (Ký và ghi rõ họ tên)                 (Ký và ghi rõ họ tên)          │
                                                    │                                                                              │
                                                    │                                                                              │
                                                    │             Nguyễn Thị Ánh                         Trần Thu Hà               │
                                                    │                                                                              │
                                                    │ - Khi đến nhận kết quả: mang theo Giấy này và giấy tờ tùy thân; người nhận   │
                                                    │   thay mang thêm văn bản ủy quyền.                                           │
                                                    │ - Mã tra cứu: J4MG                                                           │
                                                    │                                                                              │
                                                    │                                                                              │
                                                    │                                                                              │
                                                    │                                                                              │
                                                    │                                                                              │
                                                    │                                                                              │
                                                    │                                                                              │
                                                    └──────────────────────────────────────────────────────────────────────────────┘
             Máy này chưa có máy in: P cũng lưu phiếu thành PDF.
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  P In  S Lưu PDF  Esc Đóng
            """)
    }
}
