import APIClient
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

@Suite("Golden screens: reconciliation, at 80×24 and 160×50")
struct GoldenReconcilingTests {
    @Test("A day whose books do not agree, and the work")
    func reconciliation() async throws {
        let fixture = await Fixture.reconciling()
        await fixture.narrow(ReconciliationScreen(desk: fixture.desk)).expectScreen(
            """
             desk ▸ Đối soát          P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             Đối soát ngày 23/11/2026                                           ! chưa khớp
             Hình thức              Lần          Thu        Hoàn     Thực thu   Bên kia báo
             Tiền mặt                12    1.240.000      16.000    1.224.000             –
             Chuyển khoản (mã QR)     3       80.000           0       80.000      ! 64.000
             Trực tuyến               0            0           0            0             0
             Cộng                    15    1.320.000      16.000    1.304.000
             Biên lai: lập 15, hủy 2, còn hiệu lực 1.288.000 đ
             1 khoản chuyển khoản, trực tuyến đang chờ kết quả.
             ! Biên lai còn hiệu lực cộng được 1.288.000 đ, thực thu 1.304.000 đ.
             ! 1 khoản đã thu chưa có biên lai.
             ! Ngăn tiền chưa đóng: Quầy 1, Trần Thu Hà.
             ! Ngân hàng báo 64.000 đ, sổ ghi 80.000 đ.
             ! 1 khoản tiền chưa khớp.



             Việc phải xử lý: 3
             Lúc              Việc                Số tiền      Nội dung
            ▸10:15 23/11/2026 ngân hàng báo có         35.000  NGUYEN VAN MAU NOP LE PHI
             09:00 23/11/2026 chưa có biên lai         16.000  H26.1.5-261123-0001
             08:00 23/11/2026 ngăn kéo chưa đóng               Quầy 1, Trần Thu Hà, đang mở
             Không có mã hồ sơ nào. Enter ghép vào hồ sơ, R trả lại.
             F1 Trợ giúp  Enter Xử lý  R Trả lại  B Tệp ngân hàng  T Tổng hợp  M Tháng
            """)
        await fixture.wide(ReconciliationScreen(desk: fixture.desk)).expectScreen(
            """
             desk ▸ Đối soát                                                                                          P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             Đối soát ngày 23/11/2026                                                                                                                           ! chưa khớp
             Hình thức                   Lần                 Thu                Hoàn            Thực thu         Bên kia báo
             Tiền mặt                     12           1.240.000              16.000           1.224.000                   –
             Chuyển khoản (mã QR)          3              80.000                   0              80.000            ! 64.000
             Trực tuyến                    0                   0                   0                   0                   0
             Cộng                         15           1.320.000              16.000           1.304.000
             Biên lai: lập 15, hủy 2, còn hiệu lực 1.288.000 đ
             1 khoản chuyển khoản, trực tuyến đang chờ kết quả.
             ! Biên lai còn hiệu lực cộng được 1.288.000 đ, thực thu 1.304.000 đ.
             ! 1 khoản đã thu chưa có biên lai.
             ! Ngăn tiền chưa đóng: Quầy 1, Trần Thu Hà.
             ! Ngân hàng báo 64.000 đ, sổ ghi 80.000 đ.
             ! 1 khoản tiền chưa khớp.





























             Việc phải xử lý: 3
             Lúc              Việc                Số tiền      Nội dung
            ▸10:15 23/11/2026 ngân hàng báo có         35.000  NGUYEN VAN MAU NOP LE PHI
             09:00 23/11/2026 chưa có biên lai         16.000  H26.1.5-261123-0001
             08:00 23/11/2026 ngăn kéo chưa đóng               Quầy 1, Trần Thu Hà, đang mở
             Không có mã hồ sơ nào. Enter ghép vào hồ sơ, R trả lại.
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F5 Làm mới  Enter Xử lý  R Trả lại  B Tệp ngân hàng  T Tổng hợp  M Tháng  ← Ngày trước  Esc Quay lại
            """)
    }

    @Test("A day that agrees")
    func agrees() async throws {
        let fixture = await Fixture.reconciling()
        await fixture.narrow(
            ReconciliationScreen(desk: fixture.desk, day: ReconcilingData.day.adding(days: -1))
        ).expectScreen(
            """
             desk ▸ Đối soát          P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             Đối soát ngày 22/11/2026                                                ✓ khớp
             Hình thức              Lần          Thu        Hoàn     Thực thu   Bên kia báo
             Tiền mặt                 1       16.000           0       16.000             –
             Cộng                     1       16.000           0       16.000
             Biên lai: lập 1, hủy 0, còn hiệu lực 16.000 đ
             ✓ Sổ cái, biên lai, ngăn kéo, ngân hàng và nền tảng khớp đến từng đồng.














             Không còn việc phải xử lý

             F1 Trợ giúp  B Tệp ngân hàng  T Tổng hợp  M Tháng  ← Ngày trước  → Ngày sau
            """)
        await fixture.wide(
            ReconciliationScreen(desk: fixture.desk, day: ReconcilingData.day.adding(days: -1))
        ).expectScreen(
            """
             desk ▸ Đối soát                                                                                          P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             Đối soát ngày 22/11/2026                                                                                                                                ✓ khớp
             Hình thức                   Lần                 Thu                Hoàn            Thực thu         Bên kia báo
             Tiền mặt                      1              16.000                   0              16.000                   –
             Cộng                          1              16.000                   0              16.000
             Biên lai: lập 1, hủy 0, còn hiệu lực 16.000 đ
             ✓ Sổ cái, biên lai, ngăn kéo, ngân hàng và nền tảng khớp đến từng đồng.








































             Không còn việc phải xử lý

             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F5 Làm mới  B Tệp ngân hàng  T Tổng hợp  M Tháng  ← Ngày trước  → Ngày sau  Esc Quay lại
            """)
    }

    @Test("What became of a bank's file")
    func bankImport() async throws {
        let fixture = await Fixture.reconciling()
        await fixture.narrow(
            BankImportScreen(desk: fixture.desk, name: "sao-ke.csv", result: ReconcilingData.imported)
        ).expectScreen(
            """
             desk ▸ Tệp ngân hàng     P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             sao-ke.csv                                                              4 dòng
             Khớp 1, chưa khớp 1, hỏng 1, đã có 1; mới ghi 51.000 đ.
             Dòng   Kết quả      Số tiền       Mã giao dịch         Vì sao
            ▸    3  hỏng                                            Ngày không đúng: “32/1…
                 5  chưa khớp          35.000  FT2                  Không thấy mã hồ sơ nà…
                 2  khớp               16.000  FT1                  Đã ghi nhận, đã lập bi…
                 4  đã có               8.000  FT0                  Đã có trong tệp trước.














             ✗ Dòng 3: hỏng. Ngày không đúng: “32/11/2026”.
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  Esc Đóng
            """)
        await fixture.wide(
            BankImportScreen(desk: fixture.desk, name: "sao-ke.csv", result: ReconcilingData.imported)
        ).expectScreen(
            """
             desk ▸ Tệp ngân hàng                                                                                     P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             sao-ke.csv                                                                                                                                              4 dòng
             Khớp 1, chưa khớp 1, hỏng 1, đã có 1; mới ghi 51.000 đ.
             Dòng   Kết quả      Số tiền       Mã giao dịch         Vì sao
            ▸    3  hỏng                                            Ngày không đúng: “32/11/2026”.
                 5  chưa khớp          35.000  FT2                  Không thấy mã hồ sơ nào đang chờ chuyển khoản trong nội dung.
                 2  khớp               16.000  FT1                  Đã ghi nhận, đã lập biên lai.
                 4  đã có               8.000  FT0                  Đã có trong tệp trước.








































             ✗ Dòng 3: hỏng. Ngày không đúng: “32/11/2026”.
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  Esc Đóng
            """)
    }

    @Test("The tax authority's table")
    func summary() async throws {
        let fixture = await Fixture.reconciling()
        await fixture.narrow(ReceiptSummaryScreen(desk: fixture.desk, day: ReconcilingData.day)).expectScreen(
            """
             desk ▸ Tổng hợp biên lai        P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ●  09:41
             Bảng tổng hợp biên lai điện tử ngày 23/11/2026                  Mẫu 01/TH-BLĐT
             Cơ quan thu       UBND phường Hoàn Kiếm

             01BLP0-001, TH-26E ──────────────────────────────────────────────────────────
             Từ số – đến số    00000012 – 00000026
             Số lượng          15
             Số hủy            2
             Tiền phí          64.000 đ
             Tiền lệ phí       1.224.000 đ
             Tổng tiền         1.288.000 đ

             Cộng ────────────────────────────────────────────────────────────────────────
             Số lượng          15
             Số hủy            2
             Tổng tiền         1.288.000 đ
             XML có chỗ cho chữ ký số của cơ quan thu, chưa được ký.





             Gửi cơ quan thuế ngay trong ngày. X lưu XML, S lưu bảng, P in.
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  X Lưu XML  S Lưu bảng  P In  Esc Quay lại
            """)
        await fixture.wide(ReceiptSummaryScreen(desk: fixture.desk, day: ReconcilingData.day)).expectScreen(
            """
             desk ▸ Tổng hợp biên lai                                                                                 P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             Bảng tổng hợp biên lai điện tử ngày 23/11/2026                                                                                                  Mẫu 01/TH-BLĐT
             Cơ quan thu       UBND phường Hoàn Kiếm

             01BLP0-001, TH-26E ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
             Từ số – đến số    00000012 – 00000026
             Số lượng          15
             Số hủy            2
             Tiền phí          64.000 đ
             Tiền lệ phí       1.224.000 đ
             Tổng tiền         1.288.000 đ

             Cộng ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
             Số lượng          15
             Số hủy            2
             Tổng tiền         1.288.000 đ
             XML có chỗ cho chữ ký số của cơ quan thu, chưa được ký.































             Gửi cơ quan thuế ngay trong ngày. X lưu XML, S lưu bảng, P in.
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F5 Làm mới  X Lưu XML  S Lưu bảng  P In  Esc Quay lại
            """)
    }

    @Test("The month as a chart")
    func month() async throws {
        let fixture = await Fixture.reconciling()
        await fixture.narrow(CollectionMonthScreen(desk: fixture.desk, day: ReconcilingData.day))
            .expectScreen(
                """
                 desk ▸ Thu trong tháng   P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
                 Thực thu tháng 11/2026                                   cả tháng 18.104.000 đ
                   2.484.000                                             █
                                                                   ▂     █
                                                                 ▅ █     █
                                                             ▄   █ █     █
                                                           █ █   █ █     █
                                                     ▂     █ █   █ █     █
                   1.337.539                     ▁ ▆ █     █ █   █ █     █
                                               ▅ █ █ █     █ █   █ █     █
                                             █ █ █ █ █     █ █   █ █     █
                                       ▃     █ █ █ █ █     █ █   █ █     █
                                   ▂ ▆ █     █ █ █ █ █     █ █   █ █     █
                               ▁ ▅ █ █ █     █ █ █ █ █     █ █   █ █     █
                               █ █ █ █ █     █ █ █ █ █     █ █ ▼ █ █     █
                                                                         ▲
                             1   3   5   7   9   11  13  15  17  19  21  23  25  27  29
                 thứ Hai, 23/11/2026: tiền mặt 2.300.000, chuyển khoản 184.000, trực tuyến 0;
                 23 biên lai
                 Cả tháng: tiền mặt 17.000.000, chuyển khoản 1.504.000, trực tuyến 0, hoàn
                 400.000; 188 biên lai

                 ←→ chọn ngày, ↑↓ tuần, Enter đối soát ngày ấy; [ ] tháng trước, tháng sau.
                 F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  Enter Đối soát  [ Tháng trước  Esc Quay lại
                """)
        await fixture.wide(CollectionMonthScreen(desk: fixture.desk, day: ReconcilingData.day)).expectScreen(
            """
             desk ▸ Thu trong tháng                                                                                   P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             Thực thu tháng 11/2026                                                                                                                   cả tháng 18.104.000 đ
               2.484.000                                                                                         ███
                                                                                                                 ███
                                                                                                                 ███
                                                                                                                 ███
                                                                                                                 ███
                                                                                                     ▅▅▅         ███
                                                                                                     ███         ███
                                                                                                 ▆▆▆ ███         ███
                                                                                                 ███ ███         ███
                                                                                                 ███ ███         ███
                                                                                         ▂▂▂     ███ ███         ███
                                                                                         ███     ███ ███         ███
                                                                                     ▄▄▄ ███     ███ ███         ███
                                                                                     ███ ███     ███ ███         ███
                                                                                     ███ ███     ███ ███         ███
                                                                                     ███ ███     ███ ███         ███
                                                                                     ███ ███     ███ ███         ███
                                                                         ▁▁▁         ███ ███     ███ ███         ███
                                                                         ███         ███ ███     ███ ███         ███
                                                                     ▃▃▃ ███         ███ ███     ███ ███         ███
               1.272.293                                             ███ ███         ███ ███     ███ ███         ███
                                                                 ▄▄▄ ███ ███         ███ ███     ███ ███         ███
                                                                 ███ ███ ███         ███ ███     ███ ███         ███
                                                             ▆▆▆ ███ ███ ███         ███ ███     ███ ███         ███
                                                             ███ ███ ███ ███         ███ ███     ███ ███         ███
                                                         ███ ███ ███ ███ ███         ███ ███     ███ ███         ███
                                                         ███ ███ ███ ███ ███         ███ ███     ███ ███         ███
                                                         ███ ███ ███ ███ ███         ███ ███     ███ ███         ███
                                                         ███ ███ ███ ███ ███         ███ ███     ███ ███         ███
                                                         ███ ███ ███ ███ ███         ███ ███     ███ ███         ███
                                             ▅▅▅         ███ ███ ███ ███ ███         ███ ███     ███ ███         ███
                                             ███         ███ ███ ███ ███ ███         ███ ███     ███ ███         ███
                                         ▇▇▇ ███         ███ ███ ███ ███ ███         ███ ███     ███ ███         ███
                                     ▁▁▁ ███ ███         ███ ███ ███ ███ ███         ███ ███     ███ ███         ███
                                     ███ ███ ███         ███ ███ ███ ███ ███         ███ ███     ███ ███         ███
                                 ▂▂▂ ███ ███ ███         ███ ███ ███ ███ ███         ███ ███     ███ ███         ███
                                 ███ ███ ███ ███         ███ ███ ███ ███ ███         ███ ███     ███ ███         ███
                             ▄▄▄ ███ ███ ███ ███         ███ ███ ███ ███ ███         ███ ███     ███ ███         ███
                             ███ ███ ███ ███ ███         ███ ███ ███ ███ ███         ███ ███     ███ ███         ███
                             ███ ███ ███ ███ ███         ███ ███ ███ ███ ███         ███ ███     ███ ███         ███
                             ███ ███ ███ ███ ███         ███ ███ ███ ███ ███         ███ ███ ▼▼▼ ███ ███         ███
                                                                                                                 ▲
                         1   2   3   4   5   6   7   8   9   10  11  12  13  14  15  16  17  18  19  20  21  22  23  24  25  26  27  28  29  30
             thứ Hai, 23/11/2026: tiền mặt 2.300.000, chuyển khoản 184.000, trực tuyến 0; 23 biên lai
             Cả tháng: tiền mặt 17.000.000, chuyển khoản 1.504.000, trực tuyến 0, hoàn 400.000; 188 biên lai

             ←→ chọn ngày, ↑↓ tuần, Enter đối soát ngày ấy; [ ] tháng trước, tháng sau.
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F5 Làm mới  Enter Đối soát  [ Tháng trước  Esc Quay lại
            """)
    }
}
