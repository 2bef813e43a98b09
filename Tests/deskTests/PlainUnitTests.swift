import APIClient
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

/// What is done for a whole unit, line by line: register, report, hand-over, calendar, wrong values, "why not?".
@Suite("Plain mode, the unit's work")
struct PlainUnitTests {
    private func console(_ answers: [(String, String)]) -> ScriptedConsole { ScriptedConsole(answers) }

    private func plain(_ fixture: Fixture, _ console: ScriptedConsole, _ language: Language = .vi)
        -> PlainDesk
    {
        PlainDesk(desk: fixture.desk, console: console, language: language)
    }

    @Test("The menu has each of them for those who may; a receiving officer sees no calendar")
    func menu() async {
        let fixture = Fixture(training: false, signedIn: false)
        let console = console([("Tài khoản", "tiepnhan"), ("Mật khẩu", "tap-huan"), ("Chọn số", "thoat")])
        _ = await plain(fixture, console).run()
        for words in [
            Strings.Command.register, Strings.Figures.command, Strings.HandOverAll.command,
            Strings.Explain.command,
        ] {
            #expect(console.text.contains(". " + words.vi), "\(words.vi)")
        }
        #expect(!console.text.contains(Strings.Calendar.command.vi))
        #expect(!console.text.contains(Strings.Mismatch.command.vi))
    }

    @Test("Why a dossier is not seen, in the server's words; an empty line ends it")
    func explain() async {
        let fixture = Fixture()
        let explanation = PermissionExplanation(
            subject: "H26.1.5-261120-0001", visible: false, mayAct: false,
            reasons: [ActionReason(code: "not_found", message: "Không thuộc đơn vị.", hint: "Hỏi đơn vị.")])
        fixture.transport.on(
            .get, "/v1/me/permissions",
            .answer(
                json: FixtureData.json(
                    Permissions(assignments: [], delegations: [], serves: [], explanation: explanation))))
        await fixture.logIn()
        let console = console([("Mã hồ sơ", "261120 1"), ("Mã hồ sơ", "")])
        await PlainExplain(plain: plain(fixture, console)).run()
        #expect(console.text.contains("Tài khoản này không thấy hồ sơ ấy.\nKhông thuộc đơn vị.\nHỏi đơn vị."))
        #expect(fixture.transport.requests.filter { $0.target.hasPrefix("/v1/me/permissions") }.count == 1)
    }

    @Test("AF-3 a reported value is read out whole, and what was done goes to the server")
    func mismatch() async {
        let fixture = Fixture()
        await fixture.logIn()
        MismatchScreenTests.list(fixture)
        let path = "/v1/persons/mismatches/\(MismatchScreenTests.report.id):resolve"
        fixture.transport.on(.post, path, .effect(.json(FixtureData.json(MismatchScreenTests.report))))
        let console = console([
            ("Chọn số", "1"), ("Đã xử lý thế nào", "Đã sửa"), ("Đã xử lý thế nào", ""), ("Chọn số", "!"),
        ])
        await PlainMismatches(plain: plain(fixture, console)).run()
        #expect(console.text.contains("001185000123"))
        #expect(fixture.bodies(.post, path) == [#"{"note":"Đã sửa"}"#])
        #expect(console.text.contains("Đã ghi là đã xử lý."))
    }

    @Test("A server that is away takes nothing of what was written: tried again it is the same act")
    func mismatchAgain() async {
        // Not in training: a refused connection would start a real central there, and wait for it.
        let fixture = Fixture(training: false)
        await fixture.logIn()
        MismatchScreenTests.list(fixture)
        let path = "/v1/persons/mismatches/\(MismatchScreenTests.report.id):resolve"
        fixture.transport.on(
            .post, path, .fail(.refused), .fail(.refused),
            .effect(.json(FixtureData.json(MismatchScreenTests.report))))
        let said: [(String, String)] = [
            ("Chọn số", "1"), ("Đã xử lý thế nào", "Đã sửa"), ("Đã xử lý thế nào", ""), ("Thử lại?", "c"),
            ("Thử lại?", "k"),
        ]
        let left = console(said + [("Chọn số", "!")])
        await PlainMismatches(plain: plain(fixture, left)).run()
        #expect(left.text.contains(Strings.Typed.kept.vi))
        let again = console([("Chọn số", "1"), ("Đã xử lý thế nào", ""), ("Chọn số", "!")])
        await PlainMismatches(plain: plain(fixture, again)).run()
        #expect(again.text.contains(Strings.Act.restored.vi) && again.text.contains("Đã ghi là đã xử lý."))
        #expect(fixture.bodies(.post, path).last == #"{"note":"Đã sửa"}"#)
        let keys = fixture.transport.requests.filter { $0.target == path }.map {
            $0.headers.first("Idempotency-Key")
        }
        #expect(keys.count == 3 && keys[0] == keys[1])
    }

    @Test("The report is read out in whole words without its zeros, and saved as the server gives it")
    func figures() async {
        let fixture = await FiguresScreenTests.fixture()
        let console = console([("Báo cáo:", "hả"), ("Báo cáo:", "l"), ("Báo cáo:", "")])
        await PlainFigures(plain: plain(fixture, console)).run()
        #expect(
            console.text.contains(
                "Cấp bản sao trích lục hộ tịch: tiếp nhận 120, trực tuyến 4, trực tiếp 116, đã xử lý 114,"))
        #expect(console.text.contains("Lê Văn Thành: Đúng hạn 60, Quá hạn 5, 92,3 %"))
        #expect(console.text.contains("Gõ i, l hoặc Enter."))
        #expect(console.text.contains("Đã lưu "))
    }

    private static let handOver = DossierHandOverResult(
        to: FixtureData.other, count: 1, left: 1,
        items: FixtureData.items(2).enumerated().map { index, item in
            DossierHandOverResult.Item(
                id: item.id, code: item.code, applicantName: item.applicantName,
                procedureName: item.procedureName, stepName: "Thẩm định", isTaken: true,
                reason: index == 0
                    ? nil
                    : ActionReason(code: "x", message: "Chưa được phân quyền.", hint: "Chọn người khác."))
        }, shared: 4, hasMore: false)

    @Test("All dossiers go over after a look at which; without a yes none does", arguments: [true, false])
    func handOverAll(_ isWanted: Bool) async {
        let fixture = Fixture()
        let answer = FixtureData.json(Self.handOver)
        fixture.transport.on(.get, "/v1/dossiers:hand-over", .answer(json: answer))
        fixture.transport.on(.post, "/v1/dossiers:hand-over", .effect(.json(answer)))
        await fixture.logIn()
        let console = console([
            ("Của", ""), ("Sang", "le van thanh"), ("Ý kiến", "nghỉ phép"), ("Ý kiến", ""),
            ("Bàn giao?", isWanted ? "c" : "k"),
        ])
        await PlainHandOverAll(plain: plain(fixture, console)).run()
        #expect(console.text.contains("1 hồ sơ sẽ chuyển sang, 1 hồ sơ ở lại."))
        #expect(console.text.contains("Chưa được phân quyền. Chọn người khác."))
        #expect(fixture.bodies(.post, "/v1/dossiers:hand-over").count == (isWanted ? 1 : 0))
        #expect(console.text.contains(isWanted ? "Đã bàn giao 1 hồ sơ" : "Chưa bàn giao hồ sơ nào."))
    }

    @Test("A calendar is changed after its effect was read out; a refusal is asked again at its day")
    func calendar() async throws {
        let fixture = Fixture()
        fixture.transport.on(
            .put, CalendarScreenTests.path,
            .problem(
                422, "invalid",
                more: #""errors":[{"pointer":"/days_off/0/name","code":"too_long","message":"Tên dài quá."}]"#
            ),
            .answer(json: FixtureData.json(CalendarScreenTests.change(1, isDry: true))),
            .effect(.json(FixtureData.json(CalendarScreenTests.change(1, isDry: false)))))
        fixture.transport.on(
            .get, CalendarScreenTests.path,
            .answer(json: FixtureData.json(CalendarScreenTests.calendar), headers: [Header("ETag", "\"7\"")]))
        await fixture.logIn()
        let console = console([
            ("Năm", ""), ("Lý do", "Bù bão"), ("Tên ngày", ""), ("Tên ngày", ""), ("Tên ngày", "Quốc khánh"),
            ("Sửa lịch?", "c"),
        ])
        await PlainCalendar(plain: plain(fixture, console)).run()
        #expect(console.text.contains("Tên dài quá."))
        #expect(console.text.contains("1 hồ sơ sẽ đổi ngày hẹn."))
        #expect(console.text.contains("H26.1.5-261120-1000, Cấp bản sao trích lục hộ tịch"))
        #expect(console.text.contains("Đã đổi lịch; 1 hồ sơ đổi ngày hẹn."))
        let puts = CalendarScreenTests.puts(fixture)
        #expect(puts.map { $0.target.contains("dry_run=true") } == [true, true, false])
        #expect(try #require(puts.last).headers.first("If-Match") == "\"7\"")
    }

    @Test(
        "The register is counted, read out, and a print goes to the journal first; a refused one prints nothing"
    )
    func register() async throws {
        let fixture = Fixture()
        let entry = RegisterEntry(
            number: 1, book: "01/2026", code: "H26.1.5-261103-1000", procedureName: "Trích lục", sets: 1,
            applicantName: "Nguyễn Thị Ánh", unitName: "UBND phường Hoàn Kiếm",
            submittedAt: Instant(seconds: 1_795_401_660), delivery: .desk, status: 4, statusName: "Đang xử lý"
        )
        let path = "/v1/registers/H26.1.5"
        fixture.transport.on(
            .get, path, .answer(json: FixtureData.json(Page(items: [entry], nextCursor: nil))))
        fixture.transport.on(.post, "/v1/registers/H26.1.5/prints", .problem(403, "forbidden"))
        await fixture.logIn()
        let console = console([("Giấy này", "x"), ("Giấy này", "l"), ("Giấy này", "")])
        await PlainRegister(plain: plain(fixture, console)).run()
        #expect(console.text.contains("Sổ có 1 hồ sơ."))
        #expect(console.text.contains("H26.1.5-261103-1000"))
        #expect(console.text.contains(Strings.Slip.journalRefused(APIError.unauthorised.words).vi.prefix(12)))
        #expect(!console.text.contains("Đã lưu"))
    }
}
