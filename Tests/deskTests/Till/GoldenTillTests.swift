import APIClient
import Models
import TUI
import TUITesting
import Testing

@testable import desk

@Suite("Golden screens: the cashier, at 80×24 and 160×50")
struct GoldenTillTests {
    @Test("What is to be collected")
    func till() async throws {
        let fixture = await Fixture.till()
        await fixture.narrow(TillScreen(desk: fixture.desk)).expectScreen(
            """
             desk ▸ Thu phí, lệ phí   P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             Hồ sơ còn phải nộp                              ngăn kéo mở từ 08:00 · 2 hồ sơ
             Mã hồ sơ             Chủ hồ sơ            Thủ tục                     Số tiền
            ▸H26.1.5-261123-0001  Nguyễn Thị Ánh       Cấp bản sao tríc…            16.000
             H26.1.5-261123-0002  Nguyễn Thị Ánh       Cấp bản sao tríc…           400.000

















             Tiếp nhận · 09:00 23/11/2026
             F1 Trợ giúp  F3 Tra cứu  F4 Tìm  Enter Thu  D Ngăn kéo  B Biên lai  S Đối soát
            """)
        await fixture.wide(TillScreen(desk: fixture.desk)).expectScreen(
            """
             desk ▸ Thu phí, lệ phí                                                                                   P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             Hồ sơ còn phải nộp                                                                                                              ngăn kéo mở từ 08:00 · 2 hồ sơ
             Mã hồ sơ                 Chủ hồ sơ                    Thủ tục                                                                                         Số tiền
            ▸H26.1.5-261123-0001      Nguyễn Thị Ánh               Cấp bản sao trích lục hộ tịch                                                                    16.000
             H26.1.5-261123-0002      Nguyễn Thị Ánh               Cấp bản sao trích lục hộ tịch                                                                   400.000











































             Tiếp nhận · 09:00 23/11/2026
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F4 Tìm  F5 Làm mới  Enter Thu  D Ngăn kéo  B Biên lai  S Đối soát  Esc Quay lại
            """)
    }

    @Test("Collecting cash")
    func collect() async throws {
        let fixture = await Fixture.till()
        await fixture.narrow(CollectScreen(desk: fixture.desk, item: TillData.item())).expectScreen(
            """
             desk ▸ Thu tiền          P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             H26.1.5-261123-0001  Nguyễn Thị Ánh
             Cấp bản sao trích lục hộ tịch
             Còn phải nộp 16.000 đ
             mười sáu nghìn đồng chẵn
             Khách đưa Alt-1…5: 20.000 · 50.000 · 100.000 · 200.000 · 500.000
            ┌ Thu tiền ───────────────────────────────────────────────────────────────────┐
            │ Hình thức * (•) Tiền mặt  ( ) Chuyển khoản (mã QR)  ( ) Trực tuyến          │
            │ Số tiền *              16.000  đ      Khách đưa                    đ        │
            │             Từ 1 đến 16.000 đ.                  Chỉ với tiền mặt; bỏ trống  │
            │                                                 nếu đưa vừa đủ.             │
            │ Người nộp                                                                   │
            └─────────────────────────────────────────────────────────────────────────────┘
            [ Thu ]









             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F10 Thu  Esc Đóng
            """)
        await fixture.wide(CollectScreen(desk: fixture.desk, item: TillData.item())).expectScreen(
            """
             desk ▸ Thu tiền                                                                                          P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             H26.1.5-261123-0001  Nguyễn Thị Ánh
             Cấp bản sao trích lục hộ tịch
             Còn phải nộp 16.000 đ
             mười sáu nghìn đồng chẵn
             Khách đưa Alt-1…5: 20.000 · 50.000 · 100.000 · 200.000 · 500.000
            ┌ Thu tiền ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────┐
            │ Hình thức * (•) Tiền mặt  ( ) Chuyển khoản (mã QR)  ( ) Trực tuyến            Số tiền *            16.000  đ                                                │
            │                                                                                         Từ 1 đến 16.000 đ.                                                  │
            │ Khách đưa                      đ                                              Người nộp                                                                     │
            │             Chỉ với tiền mặt; bỏ trống nếu đưa vừa đủ.                                                                                                      │
            └─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────┘
            [ Thu ]




































             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F10 Thu  Esc Đóng
            """)
    }

    @Test("The receipt, with what goes back")
    func receipt() async throws {
        let fixture = await Fixture.till()
        await fixture.narrow(
            ReceiptScreen(
                desk: fixture.desk, id: TillData.receiptID,
                paid: try TillData.payment(.cash, .paid, tendered: 20_000))
        ).expectScreen(
            """
             desk ▸ Biên lai          P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             TH-26E 00000012                                                    có hiệu lực
             Đã thu 16.000 đ, biên lai TH-26E 00000012. Trả lại 4.000 đ.
             Khách đưa         20.000 đ
             Trả lại           4.000 đ

             Người nộp         Nguyễn Thị Ánh
             Mã hồ sơ          H26.1.5-261123-0001
             Thủ tục           Cấp bản sao trích lục hộ tịch
             Tổng tiền         16.000 đ
             Bằng chữ          Mười sáu nghìn đồng chẵn
             Hình thức         Tiền mặt
             Lúc               09:00 23/11/2026
             Người thu         Hoàng Thị Bích Ngọc
             Mẫu số, ký hiệu   01BLP0-001, TH-26E
             Đã in             0 lần

             Khoản thu ───────────────────────────────────────────────────────────────────
             Lệ phí cấp bản sao trích lục: 16.000 đ
               Thông tư 106/2021/TT-BTC


             Biên lai chỉ hủy hoặc thay được, không sửa, không xóa.
             F1 Trợ giúp  F2 Lệnh  P In biên lai  S Lưu PDF  X Hủy  T Thay  Enter Quay lại
            """)
        await fixture.wide(
            ReceiptScreen(
                desk: fixture.desk, id: TillData.receiptID,
                paid: try TillData.payment(.cash, .paid, tendered: 20_000))
        ).expectScreen(
            """
             desk ▸ Biên lai                                                                                          P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             TH-26E 00000012                                                                                                                                    có hiệu lực
             Đã thu 16.000 đ, biên lai TH-26E 00000012. Trả lại 4.000 đ.
             Khách đưa         20.000 đ
             Trả lại           4.000 đ

             Người nộp         Nguyễn Thị Ánh
             Mã hồ sơ          H26.1.5-261123-0001
             Thủ tục           Cấp bản sao trích lục hộ tịch
             Tổng tiền         16.000 đ
             Bằng chữ          Mười sáu nghìn đồng chẵn
             Hình thức         Tiền mặt
             Lúc               09:00 23/11/2026
             Người thu         Hoàng Thị Bích Ngọc
             Mẫu số, ký hiệu   01BLP0-001, TH-26E
             Đã in             0 lần

             Khoản thu ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
             Lệ phí cấp bản sao trích lục: 16.000 đ
               Thông tư 106/2021/TT-BTC




























             Biên lai chỉ hủy hoặc thay được, không sửa, không xóa.
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F5 Làm mới  P In biên lai  S Lưu PDF  X Hủy  T Thay  H Hoàn tiền  Enter Quay lại
            """)
    }

    @Test("Today's receipts")
    func receipts() async throws {
        let fixture = await Fixture.till()
        await fixture.narrow(ReceiptListScreen(desk: fixture.desk)).expectScreen(
            """
             desk ▸ Biên lai          P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             Biên lai ngày 23/11/2026                                            1 biên lai
             Số              Lúc   Mã hồ sơ             Tổng tiền    Người nộp
            ▸TH-26E 00000012 09:00 H26.1.5-261123-0001       16.000  Nguyễn Thị Ánh


















             Nguyễn Thị Ánh · Cấp bản sao trích lục hộ tịch
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F4 Tìm  F5 Làm mới  Enter Mở  Esc Quay lại
            """)
        await fixture.wide(ReceiptListScreen(desk: fixture.desk)).expectScreen(
            """
             desk ▸ Biên lai                                                                                          P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             Biên lai ngày 23/11/2026                                                                                                                            1 biên lai
             Số              Lúc   Mã hồ sơ             Tổng tiền    Người nộp
            ▸TH-26E 00000012 09:00 H26.1.5-261123-0001       16.000  Nguyễn Thị Ánh












































             Nguyễn Thị Ánh · Cấp bản sao trích lục hộ tịch
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F4 Tìm  F5 Làm mới  Enter Mở  Esc Quay lại
            """)
    }

    @Test("Drawers")
    func drawers() async throws {
        let fixture = await Fixture.till()
        await fixture.narrow(DrawerScreen(desk: fixture.desk)).expectScreen(
            """
             desk ▸ Ngăn kéo tiền     P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             Ngăn kéo hôm nay và chưa đóng                                       1 ngăn kéo
             Quầy           Người giữ             Tình trạng             Mở lúc
            ▸Quầy 1         Trần Thu Hà           đang mở                08:00 23/11/2026
             đang mở ──────────────────────────────────────────────────────────────────────
             Quầy              Quầy 1, Trần Thu Hà
             Mở lúc            08:00 23/11/2026
             Đầu ca            500.000 đ
             Phải có           báo sau khi kiểm đếm
             Mức cho phép      50.000 đ













             F1 Trợ giúp  F2 Lệnh  O Mở ngăn  C Kiểm đếm  N Nộp vào  R Rút ra  Esc Quay lại
            """)
        await fixture.wide(DrawerScreen(desk: fixture.desk)).expectScreen(
            """
             desk ▸ Ngăn kéo tiền                                                                                     P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             Ngăn kéo hôm nay và chưa đóng                                                                                                                       1 ngăn kéo
             Quầy           Người giữ                                                                                             Tình trạng             Mở lúc
            ▸Quầy 1         Trần Thu Hà                                                                                           đang mở                08:00 23/11/2026
             đang mở ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
             Quầy              Quầy 1, Trần Thu Hà
             Mở lúc            08:00 23/11/2026
             Đầu ca            500.000 đ
             Phải có           báo sau khi kiểm đếm
             Mức cho phép      50.000 đ







































             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F5 Làm mới  O Mở ngăn  C Kiểm đếm  N Nộp vào  R Rút ra  Esc Quay lại
            """)
    }

    @Test("Opening a drawer")
    func open() async throws {
        let fixture = await Fixture.till()
        await fixture.narrow(MoneyTaskScreen(desk: fixture.desk, task: .open(beside: []))).expectScreen(
            """
             desk ▸ Mở ngăn kéo       P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             Đếm tiền đang có trong ngăn kéo; bỏ trống loại không có.
             Cộng 0 đ (không đồng)
            ┌ Mở ngăn kéo ────────────────────────────────────────────────────────────────┐
            │ Quầy *     Quầy 1                     Tờ 500.000                            │
            │ Tờ 200.000                            Tờ 100.000                            │
            │ Tờ 50.000                             Tờ 20.000                             │
            │ Tờ 10.000                             Tờ 5.000                              │
            │ Tờ 2.000                              Tờ 1.000                              │
            │ Tờ 500                                Tờ 200                                │
            └─────────────────────────────────────────────────────────────────────────────┘
            [ Mở ngăn kéo ]











             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F10 Mở ngăn kéo  Esc Đóng
            """)
        await fixture.wide(MoneyTaskScreen(desk: fixture.desk, task: .open(beside: []))).expectScreen(
            """
             desk ▸ Mở ngăn kéo                                                                                       P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             Đếm tiền đang có trong ngăn kéo; bỏ trống loại không có.
             Cộng 0 đ (không đồng)
            ┌ Mở ngăn kéo ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────┐
            │ Quầy *     Quầy 1                                                             Tờ 500.000                                                                    │
            │ Tờ 200.000                                                                    Tờ 100.000                                                                    │
            │ Tờ 50.000                                                                     Tờ 20.000                                                                     │
            │ Tờ 10.000                                                                     Tờ 5.000                                                                      │
            │ Tờ 2.000                                                                      Tờ 1.000                                                                      │
            │ Tờ 500                                                                        Tờ 200                                                                        │
            └─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────┘
            [ Mở ngăn kéo ]





































             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F10 Mở ngăn kéo  Esc Đóng
            """)
    }

    @Test("Counting a drawer blind")
    func count() async throws {
        let fixture = await Fixture.till()
        let driver = fixture.driver(
            MoneyTaskScreen(desk: fixture.desk, task: .count(TillData.session())), columns: 80, rows: 24)
        await driver.waitIdle()
        driver.type("1")
        driver.expectScreen(
            """
             desk ▸ Kiểm đếm ngăn kéo        P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ●  09:41
             Ngăn kéo Quầy 1 của Trần Thu Hà, ngày 23/11/2026.
             Đếm trước, xong mới biết số phải có.
             Cộng 500.000 đ (năm trăm nghìn đồng chẵn)
            ┌ Kiểm đếm ngăn kéo ──────────────────────────────────────────────────────────┐
            │ Tờ 500.000       1                    Tờ 200.000                            │
            │ Tờ 100.000                            Tờ 50.000                             │
            │ Tờ 20.000                             Tờ 10.000                             │
            │ Tờ 5.000                              Tờ 2.000                              │
            │ Tờ 1.000                              Tờ 500                                │
            │ Tờ 200                                                                      │
            └─────────────────────────────────────────────────────────────────────────────┘
            [ Xong, báo số phải có ]










             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F10 Xong, báo số phải có  Esc Đóng
            """)
        let wide = fixture.driver(
            MoneyTaskScreen(desk: fixture.desk, task: .count(TillData.session())), columns: 160, rows: 50)
        await wide.waitIdle()
        wide.type("1")
        wide.expectScreen(
            """
             desk ▸ Kiểm đếm ngăn kéo                                                                                 P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             Ngăn kéo Quầy 1 của Trần Thu Hà, ngày 23/11/2026.
             Đếm trước, xong mới biết số phải có.
             Cộng 500.000 đ (năm trăm nghìn đồng chẵn)
            ┌ Kiểm đếm ngăn kéo ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────┐
            │ Tờ 500.000       1                                                            Tờ 200.000                                                                    │
            │ Tờ 100.000                                                                    Tờ 50.000                                                                     │
            │ Tờ 20.000                                                                     Tờ 10.000                                                                     │
            │ Tờ 5.000                                                                      Tờ 2.000                                                                      │
            │ Tờ 1.000                                                                      Tờ 500                                                                        │
            │ Tờ 200                                                                                                                                                      │
            └─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────┘
            [ Xong, báo số phải có ]




































             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F10 Xong, báo số phải có  Esc Đóng
            """)
    }

    @Test("Closing a drawer that is off")
    func close() async throws {
        let fixture = await Fixture.till()
        await fixture.narrow(
            MoneyTaskScreen(desk: fixture.desk, task: .close(TillData.session(.counted, counted: 500_000)))
        ).expectScreen(
            """
             desk ▸ Đóng ngăn kéo     P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             Ngăn kéo Quầy 1 của Trần Thu Hà, ngày 23/11/2026.
             Đếm được 500.000 đ, phải có 516.000 đ.
             Thiếu 16.000 đ: ghi lý do.
            ┌ Đóng ngăn kéo ──────────────────────────────────────────────────────────────┐
            │ Lý do *                                                                     │
            │                                                                             │
            │                         0/500 ký tự, 0 từ                                   │
            │                         Ghi vào sổ cùng tên người làm và giờ; sau không sửa │
            │                         được.                                               │
            │ Khoản chưa có kết quả * (•) chờ  ( ) để lại, về sau vẫn ghi nhận            │
            └─────────────────────────────────────────────────────────────────────────────┘
            [ Đóng ngăn kéo ]









             Ghi vào sổ cùng tên người làm và giờ; sau không sửa được.
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F10 Đóng ngăn kéo  Esc Đóng
            """)
        await fixture.wide(
            MoneyTaskScreen(desk: fixture.desk, task: .close(TillData.session(.counted, counted: 500_000)))
        ).expectScreen(
            """
             desk ▸ Đóng ngăn kéo                                                                                     P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             Ngăn kéo Quầy 1 của Trần Thu Hà, ngày 23/11/2026.
             Đếm được 500.000 đ, phải có 516.000 đ.
             Thiếu 16.000 đ: ghi lý do.
            ┌ Đóng ngăn kéo ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────┐
            │ Lý do *                                                                                                                                                     │
            │                                                                                                                                                             │
            │                         0/500 ký tự, 0 từ                                                                                                                   │
            │                         Ghi vào sổ cùng tên người làm và giờ; sau không sửa được.                                                                           │
            │ Khoản chưa có kết quả * (•) chờ  ( ) để lại, về sau vẫn ghi nhận                                                                                            │
            └─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────┘
            [ Đóng ngăn kéo ]




































             Ghi vào sổ cùng tên người làm và giờ; sau không sửa được.
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F10 Đóng ngăn kéo  Esc Đóng
            """)
    }

    @Test("Making a receipt void")
    func void() async throws {
        let fixture = await Fixture.till()
        await fixture.narrow(MoneyTaskScreen(desk: fixture.desk, task: .void(TillData.receipt())))
            .expectScreen(
                """
                 desk ▸ Hủy biên lai      P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
                 Biên lai TH-26E 00000012, Nguyễn Thị Ánh, 16.000 đ.
                 Biên lai hủy vẫn nằm trong sổ, có lý do và người hủy; khoản thu chưa có biên
                 lai khác.
                ┌ Hủy biên lai ───────────────────────────────────────────────────────────────┐
                │ Lý do *                                                                     │
                │                                                                             │
                │         0/500 ký tự, 0 từ                                                   │
                │         Ghi vào sổ cùng tên người làm và giờ; sau không sửa được.           │
                └─────────────────────────────────────────────────────────────────────────────┘
                [ Hủy biên lai ]











                 Ghi vào sổ cùng tên người làm và giờ; sau không sửa được.
                 F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F10 Hủy biên lai  Esc Đóng
                """)
        await fixture.wide(MoneyTaskScreen(desk: fixture.desk, task: .void(TillData.receipt()))).expectScreen(
            """
             desk ▸ Hủy biên lai                                                                                      P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             Biên lai TH-26E 00000012, Nguyễn Thị Ánh, 16.000 đ.
             Biên lai hủy vẫn nằm trong sổ, có lý do và người hủy; khoản thu chưa có biên lai khác.
            ┌ Hủy biên lai ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────┐
            │ Lý do *                                                                                                                                                     │
            │                                                                                                                                                             │
            │         0/500 ký tự, 0 từ                                                                                                                                   │
            │         Ghi vào sổ cùng tên người làm và giờ; sau không sửa được.                                                                                           │
            └─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────┘
            [ Hủy biên lai ]






































             Ghi vào sổ cùng tên người làm và giờ; sau không sửa được.
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F10 Hủy biên lai  Esc Đóng
            """)
    }

    @Test("A transfer's code over the whole terminal")
    func qr() async throws {
        let fixture = await Fixture.till()
        await fixture.narrow(
            QRCodeScreen(desk: fixture.desk, payment: try TillData.payment(.transfer, .pending), item: nil)
        ).expectScreen(
            """
            ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀
            ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀ TẬP HUẤN
            ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀ Quét bằng ứng dụng ngân hàng
            ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀
            ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀ 16.000 đ
            ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀ H26.1.5-261123-0001
            ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀
            ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀ UBND PHUONG HOAN KIEM
            ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀ 113366668888
            ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀
            ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀ Đang chờ ngân hàng báo có…
            ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀
            ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀ F5 Đã có chưa
            ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀ P In phiếu
            ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀ X Bỏ yêu cầu
            ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀ Esc Đóng
            ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀
            ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀
            ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀
            ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀
            ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀



            """)
        await fixture.wide(
            QRCodeScreen(desk: fixture.desk, payment: try TillData.payment(.transfer, .pending), item: nil)
        ).expectScreen(
            """
            ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀
            ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀ TẬP HUẤN
            ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀ Quét bằng ứng dụng ngân hàng
            ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀
            ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀ 16.000 đ
            ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀ H26.1.5-261123-0001
            ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀
            ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀ UBND PHUONG HOAN KIEM
            ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀ 113366668888
            ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀
            ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀ Đang chờ ngân hàng báo có…
            ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀
            ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀ F5 Đã có chưa
            ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀ P In phiếu
            ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀ X Bỏ yêu cầu
            ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀ Esc Đóng
            ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀
            ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀
            ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀
            ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀
            ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀





























            """)
    }
}
