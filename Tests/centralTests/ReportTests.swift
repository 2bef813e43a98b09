import Forms
import GRDB
import HTTPTypes
import Models
import Testing

@testable import central

@Suite("Reports of a period add up, reach as far as the policy says, and are what the events say")
struct ReportTests {
    private static let year = "from=2026-01-01&to=2026-12-31"

    private func period(_ reply: TestReply) throws -> PeriodReport {
        try LenientJSON.decode(PeriodReport.self, from: reply.body)
    }

    private func onTime(_ reply: TestReply) throws -> OnTimeReport {
        try LenientJSON.decode(OnTimeReport.self, from: reply.body)
    }

    @Test(
        "The columns of 5,000 dossiers add up, whichever way they are told apart, and agree with the database"
    )
    func sums() async throws {
        let test = try TestCentral(withDossiers: true)
        try await test.run { desk in
            let ministry = try await desk.login("quantribo")
            var totals: Set<PeriodCounts> = []
            for grouping in PeriodReport.Grouping.allCases {
                let reply = try await ministry.get("/v1/reports/period?\(Self.year)&by=\(grouping.rawValue)")
                let report = try period(reply)
                #expect(report.lines.count > 1 && report.by == grouping)
                for counts in report.lines.map(\.counts) + [report.total] {
                    #expect(counts.received == counts.done + counts.open + counts.paused)
                    #expect(counts.received > 0)
                }
                #expect(report.lines.reduce(PeriodCounts()) { $0 + $1.counts } == report.total)
                totals.insert(report.total)
            }
            #expect(totals.count == 1)
            let total = try #require(totals.first)
            let byStatus = try await test.central.store.read { database in
                let rows = try Row.fetchAll(
                    database,
                    sql: """
                        SELECT status, COUNT(*) AS n FROM dossiers
                        WHERE ended_at IS NULL OR ended_at >= ? GROUP BY status
                        """, arguments: [Instant(rfc3339: "2026-01-01T00:00:00+07:00")?.seconds])
                return Dictionary(rows.map { ($0["status"] as Int, $0["n"] as Int) }) { $0 + $1 }
            }
            #expect(total.open == byStatus[2, default: 0] + byStatus[4, default: 0])
            #expect(total.waitingSupplement == byStatus[5] && total.waitingPayment == byStatus[6])
            #expect(total.stopped == byStatus[8])
            #expect(total.received > 4_000 && total.online > 0 && total.doneLate > 0 && total.openLate > 0)

            // What a half of the year hands over is what the other one takes.
            let first = try period(try await ministry.get("/v1/reports/period?from=2026-01-01&to=2026-10-31"))
            let second = try period(
                try await ministry.get("/v1/reports/period?from=2026-11-01&to=2026-11-23"))
            let whole = try period(try await ministry.get("/v1/reports/period?from=2026-01-01&to=2026-11-23"))
            #expect(first.total.done + second.total.done == whole.total.done)
            #expect(whole.total.direct == first.total.direct + second.total.direct)
        }
    }

    @Test(
        "The on-time rate counts each dossier once in its total; late it is one officer's, on time all who did a step"
    )
    func rates() async throws {
        try await TestCentral(withDossiers: true).run { desk in
            let desk = try await desk.login("lanhdao")
            let unit = try onTime(try await desk.get("/v1/reports/on_time?\(Self.year)&by=unit"))
            let officers = try onTime(try await desk.get("/v1/reports/on_time?\(Self.year)&by=officer"))
            #expect(unit.lines.map(\.key) == ["H26.1.5"] && unit.lines.first?.name.isEmpty == false)
            #expect(unit.total == officers.total && unit.total.total > 100 && unit.total.late > 0)
            #expect(officers.lines.count > 2 && officers.lines.contains { $0.name == "Trần Thu Hà" })
            let sum = officers.lines.reduce(OnTimeCounts()) { $0 + $1.counts }
            #expect(sum.late == officers.total.late && sum.onTime > officers.total.onTime)
        }
    }

    @Test("Officers see their unit, administrators what is under theirs, the others nothing")
    func scope() async throws {
        try await TestCentral(withDossiers: true).run { desk in
            let path = "/v1/reports/period?\(Self.year)&by=unit"
            let own = try period(try await desk.login("thamdinh").get(path))
            let province = try period(try await desk.login("quantri").get(path))
            let all = try period(try await desk.login("quantribo").get(path))
            #expect(own.lines.map(\.key) == ["H26.1.5"])
            #expect(province.lines.count > 1 && province.lines.allSatisfy { $0.key.hasPrefix("H26") })
            #expect(province.lines.contains { $0 == own.lines[0] })
            #expect(all.lines.count > province.lines.count)
            for account in ["tongdai", "buuchinh"] {
                let officer = try await desk.login(account)
                for path in [path, "/v1/reports/on_time?\(Self.year)", "/v1/reports/today"] {
                    #expect(try await officer.get(path).status == 403)
                }
            }
        }
    }

    @Test(
        "What is no period is refused with its place",
        arguments: [
            ("from=2026-01-31&to=2026-01-01", 422, "/query/to before_from"),
            ("from=2025-01-01&to=2026-01-02", 422, "/query/to too_long"),
            // The clock of the tests stands at 23/11/2026; a desk whose clock is a day ahead of it.
            ("from=2026-11-24&to=2026-11-24", 422, "/query/from in_future"),
            ("from=x&to=2026-01-02", 400, "/query/from invalid_date"),
            ("from=2026-01-01", 400, "/query/to invalid_date"),
            ("from=2026-01-01&to=2026-01-02&by=zz", 400, "/query/by invalid_choice"),
        ] as [(String, Int, String)])
    func refused(query: String, status: Int, fault: String) async throws {
        try await TestCentral().run { desk in
            let desk = try await desk.login()
            for name in ["period", "on_time"] {
                let reply = try await desk.get("/v1/reports/\(name)?\(query)")
                #expect(reply.status == status && reply.faults == [fault])
            }
            #expect(try await desk.get("/v1/reports/period?from=2025-01-01&to=2026-01-01").status == 200)
        }
    }

    @Test("Accept: text/csv → a head, a line each and the sums last, the same numbers as in the JSON")
    func csv() async throws {
        try await TestCentral(withDossiers: true).run { desk in
            let desk = try await desk.login()
            for (path, columns) in [
                ("period?\(Self.year)&by=field", 18), ("on_time?\(Self.year)&by=officer", 6),
            ] {
                let reply = try await desk.send(.get, "/v1/reports/\(path)", headers: [.accept: "text/csv"])
                #expect(reply.headers[.contentType] == "text/csv; charset=utf-8")
                let lines = reply.text.split(separator: "\r\n")
                #expect(lines[0].hasPrefix("\u{FEFF}Mã,Tên,"))
                #expect(lines[0].split(separator: ",", omittingEmptySubsequences: false).count == columns)
                #expect(lines.last?.hasPrefix(",Tổng cộng,") == true)
                if path.hasPrefix("period") {
                    // As the national report names them, with their groups.
                    #expect(lines[0].hasSuffix("Tạm dừng: Bổ sung,Tạm dừng: NVTC,Tạm dừng: Dừng"))
                    #expect(
                        lines[0].contains("Đã xử lý: Quá hạn,") && lines[0].contains("Đang xử lý: Quá hạn,"))
                }
            }
            let report = try period(try await desk.get("/v1/reports/period?\(Self.year)"))
            let reply = try await desk.send(
                .get, "/v1/reports/period?\(Self.year)", headers: [.accept: "text/csv"])
            let sums = PeriodReportSheet.numbers(report.total).map { "\($0)" }.joined(separator: ",")
            #expect(reply.text.hasSuffix(",Tổng cộng," + sums + "\r\n"))
        }
    }

    @Test(
        "Accept-Language: en → English titles over the same lines; another language → the Vietnamese ones",
        arguments: [
            ("en", true), ("en-GB;q=0.9, vi", true), ("vi, en", false), ("fr", false), ("", false),
        ])
    func languages(asked: String, isEnglish: Bool) async throws {
        try await TestCentral().run { desk in
            let desk = try await desk.login()
            let tables = [
                ("/v1/reports/period?\(Self.year)", "Code,Name,Received: All,", "Mã,Tên,Tiếp nhận: Tổng,"),
                ("/v1/reports/on_time?\(Self.year)", "Code,Name,On time,", "Mã,Tên,Đúng hạn,"),
                ("/v1/inboxes/open", "Dossier,Procedure,Applicant,", "Mã hồ sơ,Thủ tục,Chủ hồ sơ,"),
                ("/v1/search?q=anh", "Dossier,Procedure,Applicant,", "Mã hồ sơ,Thủ tục,Chủ hồ sơ,"),
                ("/v1/tickets", "Ticket,Kind,Subject,", "Mã phiếu,Loại,Nội dung chính,"),
                (
                    "/v1/registers/H26.1.5?from=2026-11-01&to=2026-11-23", "Book,No.,Dossier,",
                    "Quyển,Số,Mã hồ sơ,"
                ),
            ]
            for (path, english, vietnamese) in tables {
                let reply = try await desk.send(
                    .get, path, headers: [.accept: "text/csv", .acceptLanguage: asked])
                let head = "\u{FEFF}" + (isEnglish ? english : vietnamese)
                #expect(
                    reply.status == 200 && reply.text.hasPrefix(head), "\(path): \(reply.text.prefix(90))")
            }
        }
    }

    @Test("What was taken back counts as never done")
    func undone() async throws {
        let test = try TestCentral(withDossiers: true)
        try await test.run { desk in
            var driver = RoutingDriver(test, desk)
            try await driver.login(["tiepnhan"])
            let id = SeedDossiers.received
            try await CashDesk.collect(id, test)
            let before = try await Self.acts(of: id, test)
            #expect(try await driver.act(["action": "forward"], on: id, by: "tiepnhan").status == 200)
            #expect(try await Self.acts(of: id, test) == before + ["forward"])
            #expect(try await driver.act(["action": "undo"], on: id, by: "tiepnhan").status == 200)
            #expect(try await Self.acts(of: id, test) == before)
        }
    }

    private static func acts(of id: ID, _ test: TestCentral) async throws -> [String] {
        let day = test.clock.now.date
        let period = FigurePeriod(from: day, to: day, now: test.clock.now.adding(seconds: 1))
        var (after, found): (FigureTable.Position?, [String]) = (nil, [])
        repeat {
            let position = after
            let lines = try await test.central.store.read {
                try FigureTable.page(
                    $0, scope: Scope(units: ["H26.1.5"]), period: period, after: position, limit: 100,
                    seal: .test)
            }
            after = lines.last?.position
            if let line = lines.first(where: { $0.position.id == id }) {
                found = line.facts.acts.map(\.action)
            }
        } while after != nil
        return found
    }

    @Test(
        "Received today is what was accepted today, neither refused nor sent back nor only handed in"
    )
    func receivedToday() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let desk = try await desk.login()
            for body in [
                SampleIntake.body,
                SampleIntake.with(["decision": "request_supplement", "reason": "x", "missing": ["y"]]),
                SampleIntake.with(["decision": "refuse", "reason": "x"]),
            ] {
                #expect(try await desk.post("/v1/dossiers", body, key: UUIDv7.make()).status == 201)
            }
            let day = try LenientJSON.decode(
                DayFigures.self, from: try await desk.get("/v1/reports/today").body)
            #expect(day.hours.filter { $0.count > 0 } == [.init(hour: 9, count: 1)])
        }
    }

    @Test("The day: intake by hour within the opening hours, queues that add up to their counts")
    func today() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let desk = try await desk.login()
            for _ in 0..<2 {
                let reply = try await desk.post("/v1/dossiers", SampleIntake.body, key: UUIDv7.make())
                #expect(reply.status == 201)
            }
            test.clock.advance(seconds: 3_600)
            let number = SampleIntake.of("001185000123", name: "Trần Thị Ánh")
            #expect(try await desk.post("/v1/dossiers", number, key: UUIDv7.make()).status == 201)
            let day = try LenientJSON.decode(
                DayFigures.self, from: try await desk.get("/v1/reports/today").body)
            let (first, last) = (try #require(day.hours.first).hour, try #require(day.hours.last).hour)
            #expect(day.hours.map(\.hour) == Array(first...last) && first <= 8 && last >= 16)
            #expect(
                day.hours.filter { $0.count > 0 } == [.init(hour: 9, count: 2), .init(hour: 10, count: 1)])
            let counts = try await desk.get("/v1/inboxes").items.map { $0["count"] }
            #expect(day.queues.map { JSONValue.int($0.onTime + $0.overdue) } == counts)
            #expect(day.queues.first { $0.slug == "open" }?.overdue == 0)
            // Months later all of it is late.
            test.clock.advance(seconds: 90 * 86_400)
            let later = try LenientJSON.decode(
                DayFigures.self, from: try await desk.login().get("/v1/reports/today").body)
            let open = try #require(later.queues.first { $0.slug == "open" })
            #expect(open.onTime == 0 && open.overdue == 3)
            #expect(later.hours.allSatisfy { $0.count == 0 })
        }
    }

    @Test(
        "Training's figures agree: the rate judges what the report names, and the queues by status add up to all that are open",
        arguments: ["tiepnhan", "quantribo"])
    func sums(account: String) async throws {
        let test = try TestCentral(withDossiers: true)
        try await test.run { desk in
            let desk = try await desk.login(account)
            let today = String(try #require(try await desk.get("/v1/ping")["time"]).prefix(10))
            let period = "from=2026-01-01&to=\(today)"
            let report = try LenientJSON.decode(
                PeriodReport.self, from: try await desk.get("/v1/reports/period?by=unit&" + period).body)
            for by in ["unit", "officer"] {
                let rate = try LenientJSON.decode(
                    OnTimeReport.self, from: try await desk.get("/v1/reports/on_time?by=\(by)&" + period).body
                )
                #expect(rate.total.total == report.total.judged)
            }
            #expect(report.total.received > 0 && report.total.refused > 0)

            let inboxes = try await desk.get("/v1/inboxes").items
            func count(_ slug: String) -> Int {
                guard case .int(let count)? = inboxes.first(where: { $0["slug"] == .string(slug) })?["count"]
                else { return 0 }
                return count
            }
            let named = ["new", "waiting_supplement", "waiting_payment", "waiting_delivery"].map(count)
            let suspended = try await desk.get("/v1/inboxes/open?status=8&limit=200").items.count
            #expect(count("open") == named.reduce(report.total.open + suspended, +))
            #expect(report.total.waitingSupplement == named[1] && report.total.waitingPayment == named[2])
        }
    }
}
