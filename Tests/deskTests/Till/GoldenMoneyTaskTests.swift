import APIClient
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

@Suite("Golden screens: what a cashier does with money that was taken, at 80×24 and 160×50")
struct GoldenMoneyTaskTests {
    @Test("A cashier's home")
    func home() async throws {
        let fixture = await Fixture.reconciling()
        await fixture.narrow(HomeScreen(desk: fixture.desk)).expectScreen(
            """
             desk ▸ Trang chủ         P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
            ┌ Hàng đợi, thứ Hai 23/11/2026 ────────────────┐┌ Nháp đang dở ────────────────┐
            │ Mới đăng ký, chờ tiếp nhận    12  ▊          ││ Không có nháp nào.           │
            │ Sắp đến hạn                    5  ▎          ││                              │
            │ Quá hạn                        2  ▏          ││                              │
            │ Tất cả đang giải quyết       150  ██████████ ││                              │
            │                                              ││                              │
            │                                              ││                              │
            │                                              ││                              │
            │                                              ││                              │
            │                                              ││                              │
            │                                              ││                              │
            │                                              ││                              │
            └──────────────────────────────────────────────┘└──────────────────────────────┘
            ┌ Tiếp nhận hôm nay: 22 ───────────────────────┐┌ Đúng hạn, quá hạn ───────────┐
            │     11                                       ││ Quá hạn              0     2 │
            │     ███ 7                                    ││ Đang giải quyết    148     2 │
            │ 4   ███ ▄▄▄                                  ││ Chờ tiếp nhận       12     0 │
            │ ▃▃▃ ███ ███                                  ││ Sắp đến hạn          5     0 │
            │ ███ ███ ███                                  ││                              │
            │ 07  08  09  10  11  12  13  14  15  16  17   ││                              │
            └──────────────────────────────────────────────┘└──────────────────────────────┘
             P thu phí: 2 hồ sơ chờ thu · ngăn kéo mở từ 08:00
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  Enter Mở  P Thu phí  D Ngăn kéo  B Bưu chính
            """)
        await fixture.wide(HomeScreen(desk: fixture.desk)).expectScreen(
            """
             desk ▸ Trang chủ                                                                                         P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
            ┌ Hàng đợi, thứ Hai 23/11/2026 ────────────────────────────────────────┐┌ Nháp đang dở ────────────────────────────────────────────────────────────────────────┐
            │ Mới đăng ký, chờ tiếp nhận    12  ██▋                                ││ Không có nháp nào.                                                                   │
            │ Sắp đến hạn                    5  █▏                                 ││                                                                                      │
            │ Quá hạn                        2  ▍                                  ││                                                                                      │
            │ Tất cả đang giải quyết       150  ██████████████████████████████████ ││                                                                                      │
            │                                                                      ││                                                                                      │
            │                                                                      ││                                                                                      │
            │                                                                      ││                                                                                      │
            │                                                                      ││                                                                                      │
            │                                                                      ││                                                                                      │
            │                                                                      ││                                                                                      │
            │                                                                      ││                                                                                      │
            │                                                                      ││                                                                                      │
            │                                                                      ││                                                                                      │
            │                                                                      ││                                                                                      │
            │                                                                      ││                                                                                      │
            │                                                                      ││                                                                                      │
            │                                                                      ││                                                                                      │
            │                                                                      ││                                                                                      │
            │                                                                      ││                                                                                      │
            │                                                                      ││                                                                                      │
            │                                                                      ││                                                                                      │
            │                                                                      ││                                                                                      │
            │                                                                      ││                                                                                      │
            │                                                                      ││                                                                                      │
            │                                                                      ││                                                                                      │
            │                                                                      ││                                                                                      │
            │                                                                      ││                                                                                      │
            │                                                                      ││                                                                                      │
            │                                                                      ││                                                                                      │
            │                                                                      ││                                                                                      │
            └──────────────────────────────────────────────────────────────────────┘└──────────────────────────────────────────────────────────────────────────────────────┘
            ┌ Tiếp nhận hôm nay: 22 ───────────────────────────────────────────────┐┌ Đúng hạn, quá hạn ───────────────────────────────────────────────────────────────────┐
            │       11                                                             ││ Quá hạn                                0     2 ▒                                     │
            │       █████                                                          ││ Tất cả đang giải quyết               148     2 ████████████████████████████████████▒ │
            │       █████                                                          ││ Mới đăng ký, chờ tiếp nhận            12     0 ██                                    │
            │       █████                                                          ││ Sắp đến hạn                            5     0 █                                     │
            │       █████ 7                                                        ││                                                                                      │
            │       █████ █████                                                    ││                                                                                      │
            │       █████ █████                                                    ││                                                                                      │
            │ 4     █████ █████                                                    ││                                                                                      │
            │ █████ █████ █████                                                    ││                                                                                      │
            │ █████ █████ █████                                                    ││                                                                                      │
            │ █████ █████ █████                                                    ││                                                                                      │
            │ █████ █████ █████                                                    ││                                                                                      │
            │ 07    08    09    10    11    12    13    14    15    16    17       ││                                                                                      │
            └──────────────────────────────────────────────────────────────────────┘└──────────────────────────────────────────────────────────────────────────────────────┘
             P thu phí: 2 hồ sơ chờ thu · ngăn kéo mở từ 08:00
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F5 Làm mới  Enter Mở  P Thu phí  D Ngăn kéo  B Bưu chính  L English  M Màu  Q Đăng xuất
            """)
    }

    @Test("Searching for a receipt")
    func find() async throws {
        let fixture = await Fixture.till()
        await fixture.narrow(
            FindScreen(
                desk: fixture.desk, title: Strings.Receipts.find, help: Strings.Receipts.findHelp, text: "12")
        ).expectScreen(
            """
             desk ▸ Tìm biên lai      P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
            ┌ Tìm biên lai ───────────────────────────────────────────────────────────────┐
            │ Tìm biên lai 12                                                             │
            └─────────────────────────────────────────────────────────────────────────────┘
            [ Tìm ]

















             Số biên lai hoặc mã hồ sơ; mọi ngày. Bỏ trống là biên lai hôm nay.
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F10 Tìm  Esc Đóng
            """)
        await fixture.wide(
            FindScreen(
                desk: fixture.desk, title: Strings.Receipts.find, help: Strings.Receipts.findHelp, text: "12")
        ).expectScreen(
            """
             desk ▸ Tìm biên lai                                                                                      P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
            ┌ Tìm biên lai ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────┐
            │ Tìm biên lai 12                                                                                                                                             │
            └─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────┘
            [ Tìm ]











































             Số biên lai hoặc mã hồ sơ; mọi ngày. Bỏ trống là biên lai hôm nay.
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F10 Tìm  Esc Đóng
            """)
    }

    @Test("Replacing a receipt")
    func replace() async throws {
        let fixture = await Fixture.till()
        await fixture.narrow(MoneyTaskScreen(desk: fixture.desk, task: .replace(TillData.receipt())))
            .expectScreen(
                """
                 desk ▸ Thay biên lai     P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
                 Biên lai TH-26E 00000012, Nguyễn Thị Ánh, 16.000 đ.
                 Biên lai cũ bị hủy, biên lai mới có số mới và ghi thay cho số cũ.
                ┌ Thay biên lai ──────────────────────────────────────────────────────────────┐
                │ Người nộp * Nguyễn Thị Ánh                                                  │
                │ Địa chỉ                                                                     │
                │             0/500 ký tự, 0 từ                                               │
                │             Enter xuống dòng, Tab sang ô sau.                               │
                │ Lý do *                                                                     │
                │                                                                             │
                │             0/500 ký tự, 0 từ                                               │
                │             Ghi vào sổ cùng tên người làm và giờ; sau không sửa được.       │
                └─────────────────────────────────────────────────────────────────────────────┘
                [ Lập biên lai thay ]









                 F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F10 Lập biên lai thay  Esc Đóng
                """)
        await fixture.wide(MoneyTaskScreen(desk: fixture.desk, task: .replace(TillData.receipt())))
            .expectScreen(
                """
                 desk ▸ Thay biên lai                                                                                     P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
                 Biên lai TH-26E 00000012, Nguyễn Thị Ánh, 16.000 đ.
                 Biên lai cũ bị hủy, biên lai mới có số mới và ghi thay cho số cũ.
                ┌ Thay biên lai ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────┐
                │ Người nộp * Nguyễn Thị Ánh                                                                                                                                  │
                │ Địa chỉ                                                                                                                                                     │
                │             0/500 ký tự, 0 từ                                                                                                                               │
                │             Enter xuống dòng, Tab sang ô sau.                                                                                                               │
                │ Lý do *                                                                                                                                                     │
                │                                                                                                                                                             │
                │             0/500 ký tự, 0 từ                                                                                                                               │
                │             Ghi vào sổ cùng tên người làm và giờ; sau không sửa được.                                                                                       │
                └─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────┘
                [ Lập biên lai thay ]



































                 F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F10 Lập biên lai thay  Esc Đóng
                """)
    }

    @Test("Giving money back")
    func refund() async throws {
        let fixture = await Fixture.till()
        await fixture.narrow(MoneyTaskScreen(desk: fixture.desk, task: .refund(TillData.receipt())))
            .expectScreen(
                """
                 desk ▸ Hoàn tiền         P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
                 Biên lai TH-26E 00000012, Nguyễn Thị Ánh, 16.000 đ.
                 Người hoàn phải khác người đã thu. Biên lai cũ bị hủy; còn lại bao nhiêu thì
                 có biên lai mới.
                ┌ Hoàn tiền ──────────────────────────────────────────────────────────────────┐
                │ Số tiền *            16.000  đ                                              │
                │           Từ 1 đến 16.000 đ.                                                │
                │ Lý do *                                                                     │
                │                                                                             │
                │           0/500 ký tự, 0 từ                                                 │
                │           Ghi vào sổ cùng tên người làm và giờ; sau không sửa được.         │
                └─────────────────────────────────────────────────────────────────────────────┘
                [ Hoàn tiền ]









                 Từ 1 đến 16.000 đ.
                 F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F10 Hoàn tiền  Esc Đóng
                """)
        await fixture.wide(MoneyTaskScreen(desk: fixture.desk, task: .refund(TillData.receipt())))
            .expectScreen(
                """
                 desk ▸ Hoàn tiền                                                                                         P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
                 Biên lai TH-26E 00000012, Nguyễn Thị Ánh, 16.000 đ.
                 Người hoàn phải khác người đã thu. Biên lai cũ bị hủy; còn lại bao nhiêu thì có biên lai mới.
                ┌ Hoàn tiền ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────┐
                │ Số tiền *            16.000  đ                                                                                                                              │
                │           Từ 1 đến 16.000 đ.                                                                                                                                │
                │ Lý do *                                                                                                                                                     │
                │                                                                                                                                                             │
                │           0/500 ký tự, 0 từ                                                                                                                                 │
                │           Ghi vào sổ cùng tên người làm và giờ; sau không sửa được.                                                                                         │
                └─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────┘
                [ Hoàn tiền ]




































                 Từ 1 đến 16.000 đ.
                 F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F10 Hoàn tiền  Esc Đóng
                """)
    }

    @Test("Giving a transfer up")
    func cancel() async throws {
        let fixture = await Fixture.till()
        await fixture.narrow(
            MoneyTaskScreen(desk: fixture.desk, task: .cancel(try TillData.payment(.transfer, .pending)))
        ).expectScreen(
            """
             desk ▸ Bỏ yêu cầu chuyển khoản  P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ●  09:41
             H26.1.5-261123-0001, 16.000 đ, chuyển khoản.
             Tiền về sau khi bỏ vẫn được ghi nhận, thành khoản chưa khớp.
            ┌ Bỏ yêu cầu chuyển khoản ────────────────────────────────────────────────────┐
            │ Lý do *                                                                     │
            │                                                                             │
            │         0/500 ký tự, 0 từ                                                   │
            │         Ghi vào sổ cùng tên người làm và giờ; sau không sửa được.           │
            └─────────────────────────────────────────────────────────────────────────────┘
            [ Bỏ yêu cầu ]












             Ghi vào sổ cùng tên người làm và giờ; sau không sửa được.
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F10 Bỏ yêu cầu  Esc Đóng
            """)
        await fixture.wide(
            MoneyTaskScreen(desk: fixture.desk, task: .cancel(try TillData.payment(.transfer, .pending)))
        ).expectScreen(
            """
             desk ▸ Bỏ yêu cầu chuyển khoản                                                                           P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             H26.1.5-261123-0001, 16.000 đ, chuyển khoản.
             Tiền về sau khi bỏ vẫn được ghi nhận, thành khoản chưa khớp.
            ┌ Bỏ yêu cầu chuyển khoản ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────┐
            │ Lý do *                                                                                                                                                     │
            │                                                                                                                                                             │
            │         0/500 ký tự, 0 từ                                                                                                                                   │
            │         Ghi vào sổ cùng tên người làm và giờ; sau không sửa được.                                                                                           │
            └─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────┘
            [ Bỏ yêu cầu ]






































             Ghi vào sổ cùng tên người làm và giờ; sau không sửa được.
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F10 Bỏ yêu cầu  Esc Đóng
            """)
    }

    @Test("Giving money to its dossier")
    func match() async throws {
        let fixture = await Fixture.till()
        await fixture.narrow(
            MoneyTaskScreen(
                desk: fixture.desk, task: .match(ReconcilingData.unmatched(), TillData.item(1, owed: 35_000)))
        ).expectScreen(
            """
             desk ▸ Ghép tiền vào hồ sơ      P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ●  09:41
             35.000 đ, ngân hàng báo có 10:15 23/11/2026, không có mã hồ sơ nào: “NGUYEN
             VAN MAU NOP LE PHI”.
             Vào hồ sơ H26.1.5-261123-0001, Nguyễn Thị Ánh, còn phải nộp 35.000 đ.
             Hồ sơ được ghi là đã nộp số ấy, biên lai được lập ngay. Ghi căn cứ: ủy nhiệm
             chi, điện thoại…
            ┌ Ghép tiền vào hồ sơ ────────────────────────────────────────────────────────┐
            │ Lý do *                                                                     │
            │                                                                             │
            │         0/500 ký tự, 0 từ                                                   │
            │         Ghi vào sổ cùng tên người làm và giờ; sau không sửa được.           │
            └─────────────────────────────────────────────────────────────────────────────┘
            [ Ghép vào hồ sơ ]









             Ghi vào sổ cùng tên người làm và giờ; sau không sửa được.
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F10 Ghép vào hồ sơ  Esc Đóng
            """)
        await fixture.wide(
            MoneyTaskScreen(
                desk: fixture.desk, task: .match(ReconcilingData.unmatched(), TillData.item(1, owed: 35_000)))
        ).expectScreen(
            """
             desk ▸ Ghép tiền vào hồ sơ                                                                               P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             35.000 đ, ngân hàng báo có 10:15 23/11/2026, không có mã hồ sơ nào: “NGUYEN VAN MAU NOP LE PHI”.
             Vào hồ sơ H26.1.5-261123-0001, Nguyễn Thị Ánh, còn phải nộp 35.000 đ.
             Hồ sơ được ghi là đã nộp số ấy, biên lai được lập ngay. Ghi căn cứ: ủy nhiệm chi, điện thoại…
            ┌ Ghép tiền vào hồ sơ ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────┐
            │ Lý do *                                                                                                                                                     │
            │                                                                                                                                                             │
            │         0/500 ký tự, 0 từ                                                                                                                                   │
            │         Ghi vào sổ cùng tên người làm và giờ; sau không sửa được.                                                                                           │
            └─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────┘
            [ Ghép vào hồ sơ ]





































             Ghi vào sổ cùng tên người làm và giờ; sau không sửa được.
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F10 Ghép vào hồ sơ  Esc Đóng
            """)
    }
}
