import APIClient
import Forms
import Foundation
import Models
import TUI
import TUITesting
import Testing

@testable import desk

@Suite("The day as a picture, the period as a report, lists as CSV")
struct FiguresScreenTests {
    private static let from = LocalDate(iso: "2026-11-01") ?? LocalDate(epochDay: 0)
    private static let to = LocalDate(iso: "2026-11-23") ?? LocalDate(epochDay: 0)
    private static let at = Instant(seconds: 1_795_401_660)

    private static func counts(_ numbers: [Int]) -> PeriodCounts {
        var counts = PeriodCounts()
        let columns: [WritableKeyPath<PeriodCounts, Int>] = [
            \.carriedOver, \.online, \.direct, \.postal, \.doneEarly, \.doneOnTime, \.doneLate, \.openOnTime,
            \.openLate, \.waitingSupplement, \.waitingPayment, \.stopped,
        ]
        for (column, number) in zip(columns, numbers) { counts[keyPath: column] = number }
        return counts
    }

    private static var period: PeriodReport {
        let lines = [
            PeriodReport.Line(
                key: "1.001193", name: "Đăng ký khai sinh",
                counts: counts([3, 12, 20, 1, 18, 9, 1, 4, 1, 2, 0, 1])),
            PeriodReport.Line(
                key: "2.000635", name: "Cấp bản sao trích lục hộ tịch",
                counts: counts([0, 4, 116, 0, 90, 22, 2, 6, 0, 0, 0, 0])),
        ]
        return PeriodReport(
            from: from, to: to, by: .procedure, at: at, lines: lines,
            total: lines.reduce(PeriodCounts()) { $0 + $1.counts })
    }

    private static func onTime(_ by: OnTimeReport.Grouping, _ lines: [(String, Int, Int)]) -> OnTimeReport {
        let lines = lines.map {
            OnTimeReport.Line(key: $0.0, name: $0.0, counts: OnTimeCounts(onTime: $0.1, late: $0.2))
        }
        return OnTimeReport(
            from: from, to: to, by: by, at: at, lines: lines,
            total: lines.reduce(OnTimeCounts()) { $0 + $1.counts })
    }

    static func fixture() async -> Fixture {
        let fixture = Fixture()
        fixture.transport.on(
            .get, "/v1/reports/period",
            .reply { request in
                request.headers.first("Accept")?.contains("text/csv") == true
                    ? csv("\u{FEFF}Mã,Tên\r\n1.001193,Đăng ký khai sinh\r\n")
                    : .json(FixtureData.json(period))
            })
        fixture.transport.on(
            .get, "/v1/reports/on_time",
            .reply { request in
                let isUnits = request.target.contains("by=unit")
                let report =
                    isUnits
                    ? onTime(.unit, [("UBND phường Hoàn Kiếm", 141, 5)])
                    : onTime(.officer, [("Lê Văn Thành", 60, 5), ("Trần Thu Hà", 81, 0)])
                return .json(FixtureData.json(report))
            })
        await fixture.logIn()
        return fixture
    }

    private static func csv(_ text: String) -> Response {
        Response(
            status: 200, headers: [Header("Content-Type", "text/csv; charset=utf-8")], body: Array(text.utf8))
    }

    /// By the command line, as an officer comes there.
    private static func report(_ fixture: Fixture) async -> TestDriver {
        let driver = await fixture.driver(HomeScreen(desk: fixture.desk)).waitIdle()
        driver.press("f2").type("bao cao")
        await driver.press("enter").waitIdle()
        return await driver.press("f10").waitIdle()
    }

    @Test("The report at 80×24 by groups of columns, at 160×50 whole, with the rates below")
    func table() async {
        let fixture = await Self.fixture()
        let driver = await Self.report(fixture)
        driver.expectScreen(
            """
             desk ▸ Báo cáo kỳ ▸ Thủ tục     P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ●  09:41
             Từ 01/11/2026 đến 23/11/2026  tính đến 09:41 23/11/2026
                                                         Tiếp nhận                 Đã xử lý
             Thủ tục                  Tổng  KTrc  TTuy  TTiế  BCCI   Tổng Trước  Đúng   Quá
             Đăng ký khai sinh          36     3    12    20     1     28    18     9     1
             Cấp bản sao trích lục…    120     0     4   116     0    114    90    22     2
             Tổng cộng                 156     3    16   136     1    142   108    31     3

             Tỷ lệ đúng hạn theo Quyết định 766/QĐ-TTg
             Đơn vị
             UBND phường Hoàn Kiếm                  Đúng hạn 141       Quá hạn 5   96,6 %
             Cán bộ
             Đúng hạn tính cho mọi cán bộ đã làm một bước; quá hạn, cho người giữ
             hồ sơ lúc hết hạn. Tổng cộng đếm mỗi hồ sơ một lần.
             Lê Văn Thành                            Đúng hạn 60       Quá hạn 5   92,3 %
             Trần Thu Hà                             Đúng hạn 81       Quá hạn 0  100,0 %
             Tổng cộng                              Đúng hạn 141       Quá hạn 5   96,6 %

             KTrc kỳ trước chuyển sang · TTuy trực tuyến · TTiế trực tiếp
             BCCI bưu chính công ích · BSung chờ bổ sung · NVTC nghĩa vụ tài chính


             ← → xem các cột khác.
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  S Lưu CSV  P In  → Cột khác  Esc Đóng
            """)
        driver.press("right")
        driver.expectScreen(
            """
             desk ▸ Báo cáo kỳ ▸ Thủ tục     P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ●  09:41
             Từ 01/11/2026 đến 23/11/2026  tính đến 09:41 23/11/2026
                                                        Đang xử lý                 Tạm dừng
             Thủ tục                              Tổng Trong   Quá   Tổng BSung  NVTC  Dừng
             Đăng ký khai sinh                       5     4     1      3     2     0     1
             Cấp bản sao trích lục hộ tịch           6     6     0      0     0     0     0
             Tổng cộng                              11    10     1      3     2     0     1

             Tỷ lệ đúng hạn theo Quyết định 766/QĐ-TTg
             Đơn vị
             UBND phường Hoàn Kiếm                  Đúng hạn 141       Quá hạn 5   96,6 %
             Cán bộ
             Đúng hạn tính cho mọi cán bộ đã làm một bước; quá hạn, cho người giữ
             hồ sơ lúc hết hạn. Tổng cộng đếm mỗi hồ sơ một lần.
             Lê Văn Thành                            Đúng hạn 60       Quá hạn 5   92,3 %
             Trần Thu Hà                             Đúng hạn 81       Quá hạn 0  100,0 %
             Tổng cộng                              Đúng hạn 141       Quá hạn 5   96,6 %

             KTrc kỳ trước chuyển sang · TTuy trực tuyến · TTiế trực tiếp
             BCCI bưu chính công ích · BSung chờ bổ sung · NVTC nghĩa vụ tài chính


             ← → xem các cột khác.
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  S Lưu CSV  P In  → Cột khác  Esc Đóng
            """)
        driver.press("left")
        driver.resize(160, 50)
        driver.expectScreen(
            """
             desk ▸ Báo cáo kỳ ▸ Thủ tục                                                                              P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             Từ 01/11/2026 đến 23/11/2026  tính đến 09:41 23/11/2026
                                                                                             Tiếp nhận                 Đã xử lý         Đang xử lý                 Tạm dừng
             Thủ tục                                                      Tổng  KTrc  TTuy  TTiế  BCCI   Tổng Trước  Đúng   Quá   Tổng Trong   Quá   Tổng BSung  NVTC  Dừng
             Đăng ký khai sinh                                              36     3    12    20     1     28    18     9     1      5     4     1      3     2     0     1
             Cấp bản sao trích lục hộ tịch                                 120     0     4   116     0    114    90    22     2      6     6     0      0     0     0     0
             Tổng cộng                                                     156     3    16   136     1    142   108    31     3     11    10     1      3     2     0     1

             Tỷ lệ đúng hạn theo Quyết định 766/QĐ-TTg
             Đơn vị
             UBND phường Hoàn Kiếm                  Đúng hạn 141       Quá hạn 5   96,6 %
             Cán bộ
             Đúng hạn tính cho mọi cán bộ đã làm một bước; quá hạn, cho người giữ
             hồ sơ lúc hết hạn. Tổng cộng đếm mỗi hồ sơ một lần.
             Lê Văn Thành                            Đúng hạn 60       Quá hạn 5   92,3 %
             Trần Thu Hà                             Đúng hạn 81       Quá hạn 0  100,0 %
             Tổng cộng                              Đúng hạn 141       Quá hạn 5   96,6 %

             KTrc kỳ trước chuyển sang · TTuy trực tuyến · TTiế trực tiếp
             BCCI bưu chính công ích · BSung chờ bổ sung · NVTC nghĩa vụ tài chính





























             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  S Lưu CSV  P In  → Cột khác  Esc Đóng
            """)
    }

    @Test("The report in English, at 80×24 and 160×50")
    func englishTable() async throws {
        let fixture = await Self.fixture()
        let vietnamese = await Self.report(fixture)
        let table = try #require(vietnamese.screen(as: FiguresTableScreen.self))
        let narrow = await fixture.narrow(FiguresTableScreen(desk: fixture.desk, figures: table.figures), .en)
        narrow.expectScreen(
            """
             desk ▸ Procedure         P. Hoàn Kiếm · Trần Thu Hà  TRAINING  ● online  09:41
             From 01/11/2026 to 23/11/2026  as of 09:41 23/11/2026
                                                          Received                     Done
             Procedure                 All  Prev   Onl  Desk  Post    All Early   Due  Late
             Đăng ký khai sinh          36     3    12    20     1     28    18     9     1
             Cấp bản sao trích lục…    120     0     4   116     0    114    90    22     2
             Total                     156     3    16   136     1    142   108    31     3

             On-time rate by Decision 766/QĐ-TTg
             Units
             UBND phường Hoàn Kiếm                   On time 141       Overdue 5   96.6 %
             Officers
             On time counts for all who did a step; overdue for who had it
             when its time ran out. The total has each dossier once.
             Lê Văn Thành                             On time 60       Overdue 5   92.3 %
             Trần Thu Hà                              On time 81       Overdue 0  100.0 %
             Total                                   On time 141       Overdue 5   96.6 %

             Prev carried over · Onl online · Desk at the desk · In t. in time
             Suppl papers asked for · Paym. payment asked for · Stop stopped


             ← → show the other columns.
             F1 Help  F2 Command  F3 Lookup  S Save CSV  P Print  → Columns  Esc Close
            """)
        let wide = await fixture.wide(FiguresTableScreen(desk: fixture.desk, figures: table.figures), .en)
        wide.expectScreen(
            """
             desk ▸ Procedure                                                                                         P. Hoàn Kiếm · Trần Thu Hà  TRAINING  ● online  09:41
             From 01/11/2026 to 23/11/2026  as of 09:41 23/11/2026
                                                                                              Received                     Done         In process                   Paused
             Procedure                                                     All  Prev   Onl  Desk  Post    All Early   Due  Late    All In t.  Late    All Suppl Paym.  Stop
             Đăng ký khai sinh                                              36     3    12    20     1     28    18     9     1      5     4     1      3     2     0     1
             Cấp bản sao trích lục hộ tịch                                 120     0     4   116     0    114    90    22     2      6     6     0      0     0     0     0
             Total                                                         156     3    16   136     1    142   108    31     3     11    10     1      3     2     0     1

             On-time rate by Decision 766/QĐ-TTg
             Units
             UBND phường Hoàn Kiếm                   On time 141       Overdue 5   96.6 %
             Officers
             On time counts for all who did a step; overdue for who had it
             when its time ran out. The total has each dossier once.
             Lê Văn Thành                             On time 60       Overdue 5   92.3 %
             Trần Thu Hà                              On time 81       Overdue 0  100.0 %
             Total                                   On time 141       Overdue 5   96.6 %

             Prev carried over · Onl online · Desk at the desk · In t. in time
             Suppl papers asked for · Paym. payment asked for · Stop stopped





























             F1 Help  F2 Command  F3 Lookup  S Save CSV  P Print  → Columns  Esc Close
            """)
    }

    @Test("S saves the report as the server gives it for spreadsheets, beside what is already there")
    func save() async throws {
        let fixture = await Self.fixture()
        let driver = await Self.report(fixture)
        await driver.press("s").waitIdle()
        await driver.press("s").waitIdle()
        let folder = fixture.desk.printer.folder
        let stem = folder + "/bao-cao-thu-tuc-2026-11-01-2026-11-23-2026-11-23"
        for path in [stem + ".csv", stem + "-2.csv"] {
            let data = try Data(contentsOf: URL(filePath: path))
            #expect(
                String(decoding: data, as: UTF8.self) == "\u{FEFF}Mã,Tên\r\n1.001193,Đăng ký khai sinh\r\n")
        }
        driver.expectText("-2.csv")
    }

    @Test("F9 saves a queue and what was found, as it is filtered; a refusal is told")
    func lists() async throws {
        let fixture = await Self.fixture()
        fixture.transport.on(
            .get, "/v1/inboxes/open",
            .reply { request in
                request.headers.first("Accept")?.contains("text/csv") == true
                    ? Self.csv("\u{FEFF}hang\r\n")
                    : .json(FixtureData.json(Page(items: FixtureData.items(20), nextCursor: nil)))
            })
        let folder = fixture.desk.printer.folder
        let queue = await fixture.queue()
        await queue.press("f6").waitIdle()
        await queue.press("f9").waitIdle()
        let asked = fixture.transport.requests.last { $0.target.hasPrefix("/v1/inboxes/open") }
        #expect(asked?.target.contains("sort=") == true && asked?.target.contains("limit=") == false)
        #expect(
            FileManager.default.fileExists(atPath: folder + "/hang-doi-tat-ca-dang-giai-quyet-2026-11-23.csv")
        )

        let lookup = await fixture.lookup()
        fixture.transport.forget(.get, "/v1/search")
        fixture.transport.on(.get, "/v1/search", .reply { _ in Self.csv("\u{FEFF}tim\r\n") })
        await lookup.press("f9").waitIdle()
        #expect(FileManager.default.fileExists(atPath: folder + "/tra-cuu-2026-11-23.csv"))
        // What comes is no table: nothing is saved.
        fixture.transport.forget(.get, "/v1/search")
        fixture.transport.on(.get, "/v1/search", .answer(json: "{}"))
        await lookup.press("f9").waitIdle()
        #expect(!FileManager.default.fileExists(atPath: folder + "/tra-cuu-2026-11-23-2.csv"))
    }

    @Test("F9 saves the register, the reports of wrong values and the tickets too, as they are shown")
    func otherLists() async throws {
        let fixture = await Self.fixture()
        let folder = fixture.desk.printer.folder
        func answer(_ path: String, _ page: some Encodable) {
            let json = FixtureData.json(page)
            fixture.transport.on(
                .get, path,
                .reply { request in
                    request.headers.first("Accept")?.contains("text/csv") == true
                        ? Self.csv("\u{FEFF}hang\r\n") : .json(json)
                })
        }
        let me = FixtureData.me
        answer("/v1/registers/\(me.unit.code)", Page<RegisterEntry>(items: [], nextCursor: nil))
        let day = try #require(LocalDate(iso: "2026-11-23"))
        let register = RegisterDocument(
            authority: me.unit.name, desk: "Bộ phận", place: "Hà Nội", date: day, from: day, to: day,
            entries: [], training: true)
        let paper = fixture.driver(RegisterPaperScreen(desk: fixture.desk, register: register, me: me))
        await paper.press("f9").waitIdle()
        let name = "/so-theo-doi-2026-11-23-2026-11-23-2026-11-23.csv"
        #expect(FileManager.default.fileExists(atPath: folder + name))
        // The table is no print: the journal hears of none.
        #expect(!fixture.transport.requests.contains { $0.target.hasSuffix("/prints") })

        let unit = UnitRef(code: "H26.1.5", name: "Phường Hoàn Kiếm")
        answer(
            "/v1/persons/mismatches",
            Page(
                items: [
                    Mismatch(
                        id: "01900000-0000-7000-8000-0000000000e1", identityNumber: "001*******23",
                        field: "ngay_sinh", sourceValue: "1***", correctValue: "1***", unit: unit,
                        reportedBy: me.officer, at: Instant(seconds: 1_795_401_660))
                ], nextCursor: nil))
        let reports = await fixture.driver(MismatchListScreen(desk: fixture.desk)).waitIdle()
        await reports.press("t").waitIdle()
        await reports.press("f9").waitIdle()
        #expect(FileManager.default.fileExists(atPath: folder + "/bao-sai-lech-2026-11-23.csv"))
        #expect(fixture.transport.requests.last?.target == "/v1/persons/mismatches")

        answer("/v1/tickets", Page(items: [HotlineData.ticket], nextCursor: nil))
        let tickets = await fixture.driver(TicketListScreen(desk: fixture.desk)).waitIdle()
        await tickets.press("f9").waitIdle()
        #expect(FileManager.default.fileExists(atPath: folder + "/phieu-1022-2026-11-23.csv"))
        #expect(fixture.transport.requests.last?.target == "/v1/tickets?state=open")
    }

    @Test("In English a table has an English name, and English titles are asked for")
    func english() async throws {
        let fixture = await Self.fixture()
        let folder = fixture.desk.printer.folder
        fixture.transport.on(
            .get, "/v1/tickets",
            .reply { request in
                request.headers.first("Accept")?.contains("text/csv") == true
                    ? Self.csv("\u{FEFF}hang\r\n")
                    : .json(FixtureData.json(Page(items: [HotlineData.ticket], nextCursor: nil)))
            })
        for (language, name) in [(Language.vi, "phieu-1022"), (.en, "hotline-tickets")] {
            let tickets = await fixture.driver(TicketListScreen(desk: fixture.desk), language: language)
                .waitIdle()
            await tickets.press("f9").waitIdle()
            #expect(FileManager.default.fileExists(atPath: folder + "/\(name)-2026-11-23.csv"))
            let asked = fixture.transport.requests.last?.headers.first("Accept-Language")
            #expect(asked == (language == .en ? "en" : nil))
        }
    }

    @Test("The picture of the day goes with the officer, and is not asked for by those who have none")
    func roles() async {
        let fixture = Fixture(signedIn: false)
        var me = FixtureData.me
        me.roles = ["hotline"]
        _ = fixture.desk.take(Entry(client: fixture.desk.client, me: me, store: nil))
        await fixture.logIn()
        _ = await fixture.driver(HomeScreen(desk: fixture.desk)).waitIdle()
        #expect(!fixture.transport.requests.contains { $0.target.hasPrefix("/v1/reports/today") })
    }

    @Test("Without block characters the picture is drawn in ASCII")
    func ascii() async {
        let canvas = Self.chart(ascii: true)
        #expect(canvas.contains("###") && canvas.allSatisfy { !"▁▂▃▄▅▆▇█▒".contains($0) })
        #expect(Self.chart(ascii: false).contains("█"))
    }

    private static func chart(ascii: Bool) -> String {
        let size = Size(columns: 160, rows: 12)
        var canvas = Canvas(size: size)
        var context = ScreenContext(size: size, now: at.seconds, language: .vi)
        context.ascii = ascii
        let (left, right) = Rect(size).splitLeft(72)
        DayChart.draw(FixtureData.day, into: &canvas, intake: left, queues: right, context)
        return canvas.text()
    }
}
