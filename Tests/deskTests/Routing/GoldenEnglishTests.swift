import APIClient
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

@Suite("Forms of acts, acts on many and the register, in English")
struct GoldenEnglishTests {
    private static func register() throws -> RegisterDocument {
        let day = try #require(LocalDate(iso: "2026-11-03"))
        func at(_ text: String) throws -> Instant { try #require(Instant(rfc3339: text)) }
        let taken = try at("2026-11-03T09:41:00+07:00")
        return RegisterDocument(
            authority: "UBND phường Hoàn Kiếm", desk: "Bộ phận Một cửa", place: "Hà Nội", date: day,
            from: day,
            to: day,
            entries: [
                RegisterEntry(
                    number: 1, book: "01/2026", code: "H26.1.5-261103-1000",
                    procedureName: "Cấp bản sao trích lục hộ tịch", sets: 1, applicantName: "Nguyễn Thị Ánh",
                    address: "Số 12 phố Hàng Bài", phone: "0912345678", unitName: "UBND phường Hoàn Kiếm",
                    submittedAt: taken, acceptedAt: taken, dueAt: try at("2026-11-03T17:00:00+07:00"),
                    returnedAt: try at("2026-11-03T15:30:00+07:00"), delivery: .desk,
                    recipient: "Nguyễn Văn Bình", status: 10, statusName: "Đã trả kết quả"),
                RegisterEntry(
                    number: 2, book: "01/2026", code: "H26.1.5-261103-1001",
                    procedureName: "Đăng ký hộ kinh doanh", sets: 1, applicantName: "Trần Văn Bình",
                    unitName: "UBND phường Hoàn Kiếm", submittedAt: taken, delivery: .post, status: 4,
                    statusName: "Đang xử lý"),
            ], training: true)
    }

    @Test("Asking for papers, at 80×24")
    func supplement() async {
        let fixture = Fixture()
        let driver = await fixture.openFromQueue(.en)
        await driver.press("b").waitIdle()
        driver.expectScreen(
            """
             desk ▸ Dossier ▸ Ask for papers                Trần Thu Hà  TRAINING  ●  09:41
             H26.1.5-261120-0001  Ask for papers
             Trần Văn Bình · Cấp bản sao trích lục hộ tịch
             ▸ over half used 61%  due 08:00 25/11/2026, 2 days left
             ▲ This can't be taken back.

            ┌ What is missing ────────────────────────────────────────────────────────────┐
            │ One a line, as form 02 will list them.                                      │
            │ Row 1                                                                       │
            │ Paper or content *                                                          │
            │ [ Add row ]                                                                 │
            └─────────────────────────────────────────────────────────────────────────────┘
            ┌ Ask for papers ─────────────────────────────────────────────────────────────┐
            │ Note, reason *                                                              │
            │                                                                             │
            │                0/2.000 characters, 0 words                                  │
            │                Stands in the history; the papers quote it as it is.         │
            └─────────────────────────────────────────────────────────────────────────────┘
            [ Ask for papers ]




             F1 Help  F2 Command  F3 Lookup  F10 Ask for papers  Ins Add row  Esc Leave
            """)
    }

    @Test("Handing the result over, at 80×24")
    func deliver() async {
        let fixture = Fixture()
        let driver = await fixture.openFromQueue(.en)
        await driver.press("g").waitIdle()
        driver.expectScreen(
            """
             desk ▸ Dossier ▸ Deliver        P. Hoàn Kiếm · Trần Thu Hà  TRAINING  ●  09:41
             H26.1.5-261120-0001  Deliver
             Trần Văn Bình · Cấp bản sao trích lục hộ tịch
             ▸ over half used 61%  due 08:00 25/11/2026, 2 days left
             ▲ This can't be taken back.

            ┌ Who takes the result ───────────────────────────────────────────────────────┐
            │ Name *                  Trần Văn Bình                                       │
            │ Identity number *                                                           │
            │                         From the card; blank only where the slip was taken  │
            │                         back.                                               │
            │ Relation, authorisation                                                     │
            │                         [ ] The slip was taken back                         │
            └─────────────────────────────────────────────────────────────────────────────┘
            ┌ Deliver ────────────────────────────────────────────────────────────────────┐
            │ Note, reason                                                                │
            │                                                                             │
            │              0/2.000 characters, 0 words                                    │
            │              Stands in the history; the papers quote it as it is.           │
            └─────────────────────────────────────────────────────────────────────────────┘
            [ Deliver ]

             The full name.
             F1 Help  F2 Command  F3 Lookup  F10 Deliver  Esc Leave
            """)
    }

    @Test("Many at once, before it is done, at 80×24")
    func bulk() async {
        let fixture = await Fixture().logIn()
        let driver = await fixture.narrow(
            BulkScreen(desk: fixture.desk, verb: .forward, items: FixtureData.items(4)), .en)
        driver.expectScreen(
            """
             desk ▸ Forward           P. Hoàn Kiếm · Trần Thu Hà  TRAINING  ● online  09:41
             Forward: 4 dossiers
             All 4 are possible.
            ┌ Forward ────────────────────────────────────────────────────────────────────┐
            │ Note, reason                                                                │
            │                                                                             │
            │              0/2.000 characters, 0 words                                    │
            │              Stands in the history; the papers quote it as it is.           │
            └─────────────────────────────────────────────────────────────────────────────┘
            [ Forward ]







             ▸ H26.1.5-261120-0001      Trần Văn Bình        possible
             ▸ H26.1.5-261120-0002      Lê Hoàng Đức         possible
             ▸ H26.1.5-261120-0003      Phạm Thu Hương       possible
             ▸ H26.1.5-261120-0004      Nguyễn Thị Ánh       possible

             Stands in the history; the papers quote it as it is.
             F1 Help  F2 Command  F3 Lookup  F10 Forward  Esc Close
            """)
    }

    @Test("The register before it is printed, at 80×24 and in English at 160×50")
    func registerPaper() async throws {
        let fixture = await Fixture().logIn()
        let register = try Self.register()
        let narrow = await fixture.narrow(
            RegisterPaperScreen(desk: fixture.desk, register: register, me: FixtureData.me))
        narrow.expectScreen(
            """
             desk ▸ Sổ theo dõi hồ sơ        P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ●  09:41
            ┌ Mẫu 07: Sổ theo dõi hồ sơ ───────────────────────────────────────────────────┐
            │                    [TẬP HUẤN - không có giá trị pháp lý]                     █
            │                                                                              █
            │      UBND PHƯỜNG HOÀN KIẾM            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM     █
            │         BỘ PHẬN MỘT CỬA                  Độc lập - Tự do - Hạnh phúc         █
            │             ───────                      ───────────────────────────         █
            │                                       Hà Nội, ngày 03 tháng 11 năm 2026      █
            │                                                                              █
            │                              SỔ THEO DÕI HỒ SƠ                               █
            │          Từ ngày 03 tháng 11 năm 2026 đến ngày 03 tháng 11 năm 2026          █
            │                                                                              █
            │ 1. Mã hồ sơ: H26.1.5-261103-1000; Tên thủ tục hành chính: Cấp bản sao trích  █
            │    lục hộ tịch; Số lượng hồ sơ (bộ): 1; Tên cá nhân, tổ chức: Nguyễn Thị     █
            │    Ánh; Địa chỉ, số điện thoại: Số 12 phố Hàng Bài, 0912345678; Cơ quan chủ  │
            │    trì giải quyết: UBND phường Hoàn Kiếm; Nhận hồ sơ: 03/11/2026, 09:41; Hẹn │
            │    trả kết quả: 03/11/2026, 17:00; Trả kết quả: 03/11/2026, 15:30; Phương    │
            │    thức nhận kết quả: Trực tiếp; Ký nhận: Nguyễn Văn Bình; Ghi chú: Quyển    │
            │    01/2026, Đã trả kết quả                                                   │
            │ 2. Mã hồ sơ: H26.1.5-261103-1001; Tên thủ tục hành chính: Đăng ký hộ kinh    │
            │    doanh; Số lượng hồ sơ (bộ): 1; Tên cá nhân, tổ chức: Trần Văn Bình; Cơ    │
            └──────────────────────────────────────────────────────────────────────────────┘
             Máy này chưa có máy in: P cũng lưu phiếu thành PDF.
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F9 Lưu CSV  P In  S Lưu PDF  Esc Đóng
            """)
        let wide = await fixture.wide(
            RegisterPaperScreen(desk: fixture.desk, register: register, me: FixtureData.me), .en)
        wide.expectScreen(
            """
             desk ▸ Register of dossiers                                                                              P. Hoàn Kiếm · Trần Thu Hà  TRAINING  ● online  09:41
                                                    ┌ Form 07: register of dossiers ───────────────────────────────────────────────┐
                                                    │                    [TẬP HUẤN - không có giá trị pháp lý]                     │
                                                    │                                                                              │
                                                    │      UBND PHƯỜNG HOÀN KIẾM            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM     │
                                                    │         BỘ PHẬN MỘT CỬA                  Độc lập - Tự do - Hạnh phúc         │
                                                    │             ───────                      ───────────────────────────         │
                                                    │                                       Hà Nội, ngày 03 tháng 11 năm 2026      │
                                                    │                                                                              │
                                                    │                              SỔ THEO DÕI HỒ SƠ                               │
                                                    │          Từ ngày 03 tháng 11 năm 2026 đến ngày 03 tháng 11 năm 2026          │
                                                    │                                                                              │
                                                    │ 1. Mã hồ sơ: H26.1.5-261103-1000; Tên thủ tục hành chính: Cấp bản sao trích  │
                                                    │    lục hộ tịch; Số lượng hồ sơ (bộ): 1; Tên cá nhân, tổ chức: Nguyễn Thị     │
                                                    │    Ánh; Địa chỉ, số điện thoại: Số 12 phố Hàng Bài, 0912345678; Cơ quan chủ  │
                                                    │    trì giải quyết: UBND phường Hoàn Kiếm; Nhận hồ sơ: 03/11/2026, 09:41; Hẹn │
                                                    │    trả kết quả: 03/11/2026, 17:00; Trả kết quả: 03/11/2026, 15:30; Phương    │
                                                    │    thức nhận kết quả: Trực tiếp; Ký nhận: Nguyễn Văn Bình; Ghi chú: Quyển    │
                                                    │    01/2026, Đã trả kết quả                                                   │
                                                    │ 2. Mã hồ sơ: H26.1.5-261103-1001; Tên thủ tục hành chính: Đăng ký hộ kinh    │
                                                    │    doanh; Số lượng hồ sơ (bộ): 1; Tên cá nhân, tổ chức: Trần Văn Bình; Cơ    │
                                                    │    quan chủ trì giải quyết: UBND phường Hoàn Kiếm; Nhận hồ sơ: 03/11/2026,   │
                                                    │    09:41; Phương thức nhận kết quả: Bưu chính; Ghi chú: Quyển 01/2026, Đang  │
                                                    │    xử lý                                                                     │
                                                    │                                                                              │
                                                    │ Sổ này có 2 hồ sơ.                                                           │
                                                    │                                                                              │
                                                    │              NGƯỜI GHI SỔ                       PHỤ TRÁCH BỘ PHẬN            │
                                                    │         (Ký và ghi rõ họ tên)                 (Ký và ghi rõ họ tên)          │
                                                    │                                                                              │
                                                    │                                                                              │
                                                    │                                                                              │
                                                    │                                                                              │
                                                    │                                                                              │
                                                    │                                                                              │
                                                    │                                                                              │
                                                    │                                                                              │
                                                    │                                                                              │
                                                    │                                                                              │
                                                    │                                                                              │
                                                    │                                                                              │
                                                    │                                                                              │
                                                    │                                                                              │
                                                    │                                                                              │
                                                    │                                                                              │
                                                    │                                                                              │
                                                    │                                                                              │
                                                    └──────────────────────────────────────────────────────────────────────────────┘
             This machine has no printer: P saves the slip as PDF too.
             F1 Help  F2 Command  F3 Lookup  F9 Save CSV  P Print  S Save PDF  Esc Close
            """)
    }
}
