import APIClient
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

@Suite("Golden screens: routing")
struct GoldenRoutingTests {
    @Test("A dossier's page in a queue, at 80×24 and 160×50")
    func page() async {
        let fixture = Fixture()
        let driver = await fixture.openFromQueue()
        driver.expectScreen(
            """
             desk ▸ Hồ sơ             P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             H26.1.5-261120-0001  Đang xử lý  Thẩm định                          hồ sơ 1/20
             Trần Văn Bình · Cấp bản sao trích lục hộ tịch
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
             Họ và tên         Trần Văn Bình                                               │
             Số định danh      001185000123                                                │
             Ngày sinh         12/03/1985                                                  │
             Việc làm được ────────────────────────────────────────────────────────────────
              C  Chuyển lãnh đạo duyệt  T  Trả lại bước trước     B  Yêu cầu bổ sung
              V  Nhận bổ sung           F  Có kết quả             E  Gia hạn
              G  Trả kết quả            Y  Yêu cầu nộp tiền       A  Nhận xử lý
              I  Giao người khác        U  Hoàn tác              (S) Ký số
             ↑↓ PgUp PgDn xem tiếp.
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  P In lại phiếu  Esc Quay lại  J Hồ sơ sau
            """)
        driver.resize(160, 50)
        driver.expectScreen(
            """
             desk ▸ Hồ sơ                                                                                             P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             H26.1.5-261120-0001  Đang xử lý  Thẩm định                                                                                                          hồ sơ 1/20
             Trần Văn Bình · Cấp bản sao trích lục hộ tịch
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
             Họ và tên         Trần Văn Bình                                                                                            A  Nhận xử lý
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



             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F5 Làm mới  F8 Trả lời  P In lại phiếu  Esc Quay lại  Q Sửa  J Hồ sơ sau
            """)
    }

    @Test("Asking for papers, at 80×24 and 160×50")
    func supplement() async {
        let fixture = Fixture()
        let driver = await fixture.openFromQueue()
        await driver.press("b").waitIdle()
        driver.expectScreen(
            """
             desk ▸ Hồ sơ ▸ Yêu cầu bổ sung  P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ●  09:41
             H26.1.5-261120-0001  Yêu cầu bổ sung
             Trần Văn Bình · Cấp bản sao trích lục hộ tịch
             ▸ đã quá nửa hạn 61%  hẹn 08:00 25/11/2026, còn 2 ngày
             ▲ Việc này không hoàn tác được.

            ┌ Cần bổ sung ────────────────────────────────────────────────────────────────┐
            │ Mỗi dòng một giấy tờ hay nội dung, như sẽ in ở mẫu 02.                      │
            │ Dòng 1                                                                      │
            │ Giấy tờ, nội dung *                                                         │
            │ [ Thêm dòng ]                                                               │
            └─────────────────────────────────────────────────────────────────────────────┘
            ┌ Yêu cầu bổ sung ────────────────────────────────────────────────────────────┐
            │ Ý kiến, lý do *                                                             │
            │                                                                             │
            │                 0/2.000 ký tự, 0 từ                                         │
            │                 Vào diễn biến của hồ sơ; phiếu in ghi đúng như vậy.         │
            └─────────────────────────────────────────────────────────────────────────────┘
            [ Yêu cầu bổ sung ]




             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F10 Yêu cầu bổ sung  Ins Thêm dòng  Esc Bỏ
            """)
        driver.resize(160, 50)
        driver.expectScreen(
            """
             desk ▸ Hồ sơ ▸ Yêu cầu bổ sung                                                                           P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             H26.1.5-261120-0001  Yêu cầu bổ sung
             Trần Văn Bình · Cấp bản sao trích lục hộ tịch
             ▸ đã quá nửa hạn 61%  hẹn 08:00 25/11/2026, còn 2 ngày
             ▲ Việc này không hoàn tác được.

            ┌ Cần bổ sung ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────┐
            │ Mỗi dòng một giấy tờ hay nội dung, như sẽ in ở mẫu 02.                                                                                                      │
            │ Dòng 1                                                                                                                                                      │
            │ Giấy tờ, nội dung *                                                                                                                                         │
            │ [ Thêm dòng ]                                                                                                                                               │
            └─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────┘
            ┌ Yêu cầu bổ sung ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────┐
            │ Ý kiến, lý do *                                                                                                                                             │
            │                                                                                                                                                             │
            │                 0/2.000 ký tự, 0 từ                                                                                                                         │
            │                 Vào diễn biến của hồ sơ; phiếu in ghi đúng như vậy.                                                                                         │
            └─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────┘
            [ Yêu cầu bổ sung ]






























             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F10 Yêu cầu bổ sung  Ins Thêm dòng  Esc Bỏ
            """)
    }

    @Test("Handing the result over")
    func deliver() async {
        let fixture = Fixture()
        let driver = await fixture.openFromQueue()
        await driver.press("g").waitIdle()
        driver.expectScreen(
            """
             desk ▸ Hồ sơ ▸ Trả kết quả      P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ●  09:41
             H26.1.5-261120-0001  Trả kết quả
             Trần Văn Bình · Cấp bản sao trích lục hộ tịch
             ▸ đã quá nửa hạn 61%  hẹn 08:00 25/11/2026, còn 2 ngày
             ▲ Việc này không hoàn tác được.

            ┌ Người nhận kết quả ─────────────────────────────────────────────────────────┐
            │ Họ và tên *       Trần Văn Bình                                             │
            │ Số định danh *                                                              │
            │                   Xem thẻ rồi gõ hoặc quét; chỉ để trống khi đã thu lại     │
            │                   giấy hẹn.                                                 │
            │ Quan hệ, ủy quyền                                                           │
            │                   [ ] Đã thu lại giấy hẹn                                   │
            └─────────────────────────────────────────────────────────────────────────────┘
            ┌ Trả kết quả ────────────────────────────────────────────────────────────────┐
            │ Ý kiến, lý do                                                               │
            │                                                                             │
            │               0/2.000 ký tự, 0 từ                                           │
            │               Vào diễn biến của hồ sơ; phiếu in ghi đúng như vậy.           │
            └─────────────────────────────────────────────────────────────────────────────┘
            [ Trả kết quả ]

             Viết đủ họ, đệm và tên.
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F10 Trả kết quả  Esc Bỏ
            """)
    }

    @Test("Why not")
    func whyNot() async {
        let fixture = Fixture()
        let driver = await fixture.openFromQueue()
        await driver.press("s").waitIdle()
        driver.expectScreen(
            """
             desk ▸ Hồ sơ             P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             H26.1.5-261120-0001  Đang xử lý  Thẩm định                          hồ sơ 1/20
             Trần Văn Bình · Cấp bản sao trích lục hộ tịch
             Đang ở UBND phường Hoàn Kiếm · chưa ai nhận
             ▸ đã quá nửa hạn ███░░░░████████─────── 61% hẹn 08:00 25/11/2026, còn 2 ngày
             Thủ tục           Cấp bản sao trích lục hộ tịch (2.000635)                    █
             Trường hợp        Bản sao trích lục hộ tịch                                   █
             Đơn vị            UBND phường Hoàn Kiếm                                       █
             Mã tra cứu        J4M┌ Chưa làm được: Ký ───────────────┐                     │
             Sổ theo dõi       quy│ Chưa có kết quả để ký.           │                     │
             Người tiếp nhận   Trầ│ Làm "Có kết quả" trước, rồi ký.  │                     │
             Kênh nộp          trự│                                  │                     │
                                  │ [ Đóng ]                         │                     │
             Chủ hồ sơ ───────────└──────────────────────────────────┘──────────────────── │
             Họ và tên         Trần Văn Bình                                               │
             Số định danh      001185000123                                                │
             Ngày sinh         12/03/1985                                                  │
             Việc làm được ────────────────────────────────────────────────────────────────
              C  Chuyển lãnh đạo duyệt  T  Trả lại bước trước     B  Yêu cầu bổ sung
              V  Nhận bổ sung           F  Có kết quả             E  Gia hạn
              G  Trả kết quả            Y  Yêu cầu nộp tiền       A  Nhận xử lý
              I  Giao người khác        U  Hoàn tác              (S) Ký số
             ↑↓ PgUp PgDn xem tiếp.
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  Enter Chọn  Esc Đóng
            """)
    }

    @Test("After an act the page stays, with what was done")
    func after() async {
        let fixture = Fixture()
        let driver = await fixture.openFromQueue()
        await driver.press("c").waitIdle()
        await driver.press("f10").waitIdle()
        driver.expectScreen(
            """
             desk ▸ Hồ sơ             P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             H26.1.5-261120-0001  Đang xử lý  Thẩm định                          hồ sơ 1/20
             Trần Văn Bình · Cấp bản sao trích lục hộ tịch
             Đang ở UBND phường Hoàn Kiếm · chưa ai nhận
             ▸ đã quá nửa hạn ███░░░░████████─────── 61% hẹn 08:00 25/11/2026, còn 2 ngày
             ✓ H26.1.5-261120-0001: Chuyển bước, nay ở Duyệt. U hoàn tác trong 10 phút.
             Thủ tục           Cấp bản sao trích lục hộ tịch (2.000635)                    █
             Trường hợp        Bản sao trích lục hộ tịch                                   █
             Đơn vị            UBND phường Hoàn Kiếm                                       │
             Mã tra cứu        J4MG                                                        │
             Sổ theo dõi       quyển 01/2026, số 12                                        │
             Người tiếp nhận   Trần Thu Hà                                                 │
             Kênh nộp          trực tiếp                                                   │
                                                                                           │
             Chủ hồ sơ ─────────────────────────────────────────────────────────────────── │
             Họ và tên         Trần Văn Bình                                               │
             Số định danh      001185000123                                                │
             Việc làm được ────────────────────────────────────────────────────────────────
              C  Chuyển lãnh đạo duyệt  T  Trả lại bước trước     B  Yêu cầu bổ sung
              V  Nhận bổ sung           F  Có kết quả             E  Gia hạn
              G  Trả kết quả            Y  Yêu cầu nộp tiền       A  Nhận xử lý
              I  Giao người khác        U  Hoàn tác              (S) Ký số
             ✓ H26.1.5-261120-0001: Chuyển bước, nay ở Duyệt. U hoàn tác trong 10 phút.
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  P In lại phiếu  Esc Quay lại  J Hồ sơ sau
            """)
    }

    @Test("Many at once: before, at 80×24 and 160×50")
    func bulk() async {
        let fixture = Fixture()
        await fixture.logIn()
        let driver = fixture.driver(
            BulkScreen(desk: fixture.desk, verb: .forward, items: FixtureData.items(4)))
        await driver.waitIdle()
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
            [ Chuyển bước ]







             ▸ H26.1.5-261120-0001      Trần Văn Bình        làm được
             ▸ H26.1.5-261120-0002      Lê Hoàng Đức         làm được
             ▸ H26.1.5-261120-0003      Phạm Thu Hương       làm được
             ▸ H26.1.5-261120-0004      Nguyễn Thị Ánh       làm được

             Vào diễn biến của hồ sơ; phiếu in ghi đúng như vậy.
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F10 Chuyển bước  Esc Đóng
            """)
        driver.resize(160, 50)
        driver.expectScreen(
            """
             desk ▸ Chuyển bước                                                                                       P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             Chuyển bước: 4 hồ sơ
             Làm được cả 4 hồ sơ.
            ┌ Chuyển bước ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────┐
            │ Ý kiến, lý do                                                                                                                                               │
            │                                                                                                                                                             │
            │               0/2.000 ký tự, 0 từ                                                                                                                           │
            │               Vào diễn biến của hồ sơ; phiếu in ghi đúng như vậy.                                                                                           │
            └─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────┘
            [ Chuyển bước ]

































             ▸ H26.1.5-261120-0001      Trần Văn Bình                            làm được
             ▸ H26.1.5-261120-0002      Lê Hoàng Đức                             làm được
             ▸ H26.1.5-261120-0003      Phạm Thu Hương                           làm được
             ▸ H26.1.5-261120-0004      Nguyễn Thị Ánh                           làm được

             Vào diễn biến của hồ sơ; phiếu in ghi đúng như vậy.
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F10 Chuyển bước  Esc Đóng
            """)
    }

    @Test("The filter of a queue, in English")
    func filter() async {
        let fixture = Fixture()
        await fixture.logIn()
        let inbox = Inbox(slug: "open", name: "Tất cả đang giải quyết", count: 20)
        let driver = fixture.driver(QueueScreen(desk: fixture.desk, inbox: inbox), language: .en)
        await driver.waitIdle()
        await driver.press("f4").waitIdle()
        driver.expectScreen(
            """
             desk ▸ Filter the queue  P. Hoàn Kiếm · Trần Thu Hà  TRAINING  ● online  09:41
            ┌ Only dossiers ──────────────────────────────────────────────────────────────┐
            │ Days of being received; of being handed in where it is not received yet.    │
            │ With the words                                                              │
            │ Status         All                                ▼                         │
            │ Procedure      All                                              ▼           │
            │ Channel        All                ▼                                         │
            │ Officer        All                                    ▼                     │
            │ Received from  DD/MM/YYYY  ▼          until DD/MM/YYYY  ▼                   │
            │                Day/month/year, as           Day/month/year, as 31/12/1990.  │
            │                31/12/1990.                                                  │
            │                [ ] With fees to be paid                                     │
            │                [ ] Results not fetched for 7 days                           │
            └─────────────────────────────────────────────────────────────────────────────┘
            ┌ Order ──────────────────────────────────────────────────────────────────────┐
            │ By Due first                ▼                                               │
            │    [ ] Descending                                                           │
            └─────────────────────────────────────────────────────────────────────────────┘
            [ Filter ]



             Code or name, accents not needed.
             F1 Help  F2 Command  F3 Lookup  F10 Filter  Esc Close
            """)
    }
}
