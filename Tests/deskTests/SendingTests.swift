import APIClient
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

/// Every screen with a button that sends something or asks the server for something, and how it is filled in.
enum SendingPlace: String, CaseIterable, Sendable {
    case login, intake, explain, figures, register, calendar, calendarDays, calendarReview
    case act, amend, bulk, handOver, handOverAll, handOverReview, report, mismatch
    case call, verification, ticketAnswer, ticketEscalate
    case collect, open, count, deposit, withdraw, close, void, replace, refund, cancel

    private var task: Int? {
        let tasks: [SendingPlace] = [
            .open, .count, .deposit, .withdraw, .close, .void, .replace, .refund, .cancel,
        ]
        return tasks.firstIndex(of: self)
    }

    /// Sends, from the screen as ``opened()`` leaves it.
    var key: String { self == .amend ? "enter" : "f10" }

    /// The screen with all that it must have, one key before it sends.
    func opened() async throws -> (Fixture, TestDriver) {
        if let task { return try await money(BuiltInForms.tasks[task]) }
        switch self {
        case .login:
            let fixture = Fixture(training: false, signedIn: false)
            let driver = fixture.driver(LoginScreen(desk: fixture.desk), columns: 100, rows: 40)
            return (fixture, await driver.type("tiepnhan").press("tab").type("tap-huan").waitIdle())
        case .intake:
            let fixture = Fixture()
            return (fixture, await fixture.intake(page: 6))
        case .act:
            let fixture = Fixture()
            let driver = await fixture.openFromQueue(columns: 100, rows: 40)
            await driver.press("t").waitIdle()
            return (fixture, driver.type("Thiếu chữ ký"))
        case .amend:
            let fixture = Fixture()
            let driver = try await form(
                fixture, AmendScreen(desk: fixture.desk, dossier: FixtureData.dossier))
            driver.type("Sai tên.").press("tab", "tab").press("end").type("h").press("f10")
            return (fixture, driver.expectText("Những chỗ sẽ sửa"))
        case .bulk:
            let fixture = Fixture()
            let screen = BulkScreen(desk: fixture.desk, verb: .forward, items: FixtureData.items(3))
            return (fixture, try await form(fixture, screen))
        case .handOver: return try await handOver()
        case .handOverAll:
            let fixture = Fixture()
            fixture.answer(
                .get, "/v1/colleagues", Page(items: [Colleague(FixtureData.other)], nextCursor: nil))
            let driver = try await form(fixture, HandOverAllScreen(desk: fixture.desk))
            driver.press("tab").press("down", "down", "enter").type("nghỉ phép")
            return (fixture, driver)
        case .handOverReview:
            let fixture = Fixture()
            let screen = HandOverReviewScreen(
                desk: fixture.desk, request: DossierHandOver(from: "a", to: "b", note: "x"), from: "A",
                preview: DossierHandOverResult(
                    to: FixtureData.other, count: 1, left: 0,
                    items: [
                        DossierHandOverResult.Item(
                            id: FixtureData.dossier.id, code: FixtureData.dossier.code,
                            applicantName: "Nguyễn Thị Ánh", procedureName: "Trích lục",
                            stepName: "Thẩm định",
                            isTaken: true, reason: nil)
                    ], shared: 0, hasMore: false))
            return (fixture, try await form(fixture, screen))
        case .report:
            let fixture = Fixture()
            return (fixture, try await form(fixture, TypedPlace.report.screen(fixture.desk)).type("Đúng"))
        case .mismatch:
            let fixture = Fixture()
            return (fixture, try await form(fixture, TypedPlace.mismatch.screen(fixture.desk)).type("Đã sửa"))
        case .explain:
            let fixture = Fixture()
            return (
                fixture,
                try await form(fixture, ExplainScreen(desk: fixture.desk, code: FixtureData.dossier.code))
            )
        case .figures:
            let fixture = Fixture()
            return (fixture, try await form(fixture, FiguresScreen(desk: fixture.desk)))
        case .register:
            let fixture = Fixture()
            return (fixture, try await form(fixture, RegisterScreen(desk: fixture.desk, me: FixtureData.me)))
        case .calendar:
            let fixture = Fixture()
            fixture.answer(.get, "/v1/colleagues", Page<Colleague>(items: [], nextCursor: nil))
            return (fixture, try await form(fixture, CalendarScreen(desk: fixture.desk)))
        case .calendarDays:
            let fixture = Fixture()
            return (fixture, try await form(fixture, TypedPlace.calendar.screen(fixture.desk)).type("Bão"))
        case .calendarReview:
            let fixture = Fixture()
            let calendar = WorkCalendar(unit: "H26.1.5", name: "Phường Hoàn Kiếm", hours: [])
            let screen = CalendarReviewScreen(
                desk: fixture.desk, unit: UnitRef(code: "H26.1.5", name: "Phường Hoàn Kiếm"), year: 2026,
                put: CalendarPut(daysOff: [], makeupDays: [], reason: "Bão"), revision: "\"1\"",
                preview: CalendarChange(
                    calendar: calendar, dryRun: true, changed: 0, apart: [], items: [], nextCursor: nil))
            return (fixture, try await form(fixture, screen))
        case .call:
            let fixture = await Fixture.hotline()
            let driver = try await form(fixture, CallScreen(desk: fixture.desk, phone: "0912345678"))
            driver.type("tam tru").advance(seconds: 0.5)
            await driver.waitIdle()
            return (fixture, driver.press("down", "enter", "tab"))
        case .verification:
            let fixture = await Fixture.hotline()
            let driver = try await form(fixture, CallScreen(desk: fixture.desk, phone: "0912345678"))
            driver.press("enter").type("5678").press("tab", "right", "right")
            return (fixture, driver)
        case .ticketAnswer:
            let fixture = await Fixture.hotline()
            let screen = TicketActScreen(desk: fixture.desk, verb: .resolve, ticket: HotlineData.ticket)
            return (fixture, try await form(fixture, screen).type("Phường xin lỗi."))
        case .ticketEscalate:
            let fixture = await Fixture.hotline()
            var screen = TicketActScreen(desk: fixture.desk, verb: .escalate, ticket: HotlineData.ticket)
            screen.typedForm?.set(TicketActScreen.ID.to, to: .text("H26"))
            screen.typedForm?.set(TicketActScreen.ID.note, to: .text("Của sở"))
            return (fixture, try await form(fixture, screen))
        case .collect:
            let fixture = await Fixture.till()
            return (
                fixture, try await form(fixture, CollectScreen(desk: fixture.desk, item: TillData.item()))
            )
        default: throw Missing(place: self)
        }
    }

    private struct Missing: Error { var place: SendingPlace }

    private func form(_ fixture: Fixture, _ screen: any Screen) async throws -> TestDriver {
        await fixture.logIn()
        return await fixture.driver(screen, columns: 100, rows: 40).waitIdle()
    }

    private func handOver() async throws -> (Fixture, TestDriver) {
        let fixture = Fixture()
        let put = DraftPut(
            id: "01900000-0000-7000-8000-00000000c0de", kind: IntakeDraft.kind, title: "Nháp",
            content: .object([:]))
        try fixture.desk.store?.saveDraft(put)
        fixture.answer(.get, "/v1/colleagues", Page(items: [Colleague(FixtureData.other)], nextCursor: nil))
        let draft = try #require(fixture.drafts.first)
        let there = ScriptedTransport.Step.answer(
            json: FixtureData.json(draft), headers: [Header("ETag", "\"1\"")])
        for method in [Method.get, .put] {
            fixture.transport.on(method, "/v1/drafts/\(put.id)", there)
        }
        let driver = try await form(fixture, HandOverScreen(desk: fixture.desk, draft: draft))
        return (fixture, driver.press("f4").press("down", "enter"))
    }

    private func money(_ task: MoneyTask) async throws -> (Fixture, TestDriver) {
        let fixture = await Fixture.till()
        var screen = MoneyTaskScreen(desk: fixture.desk, task: task)
        screen.typedForm?.set(MoneyTask.ID.reason, to: .text("Ghi nhầm"))
        screen.typedForm?.set(MoneyTask.ID.amount, to: .number(16_000))
        screen.typedForm?.set(MoneyTask.ID.note(10_000), to: .number(2))
        return (fixture, try await form(fixture, screen))
    }
}

@Suite("Buttons that send")
struct SendingTests {
    /// What a request is about.
    private func name(_ request: Request) -> String {
        "\(request.method.rawValue) \(request.target.prefix { $0 != "?" })"
    }

    @Test(
        "BT-2 pressed twice in a row it goes out once, and the screen says meanwhile that it works",
        arguments: SendingPlace.allCases)
    func once(place: SendingPlace) async throws {
        let (fixture, driver) = try await place.opened()
        await driver.waitIdle()
        let before = fixture.transport.requests.count
        driver.press(place.key)
        let text = driver.screenText
        #expect(text.contains("⠋") || text.contains("Đang "), "\(place)\n\(text)")
        await driver.press(place.key).waitIdle()
        let sent = fixture.transport.requests.dropFirst(before)
        // Before its act a desk may still bring up what is not with the server yet.
        let first = try #require(
            sent.first { $0.method == .post } ?? sent.first, "\(place) sends nothing\n\(driver.screenText)")
        let same = sent.filter { name($0) == name(first) && $0.headers.first("Idempotency-Key") != nil }
        let asked = sent.filter { name($0) == name(first) && $0.target == first.target }
        #expect(same.count <= 1 && asked.count == 1, "\(place): \(sent.map(name))")
    }

    /// The screens whose button does more than its name says; the call's card and the intake have no button.
    private static let complex: [SendingPlace] = SendingPlace.allCases.filter {
        ![.intake, .call, .explain, .figures, .register, .calendarReview, .handOverReview].contains($0)
    }

    @Test(
        "BT-1, TT-1, TT-2 the button of each screen has a short tooltip, beside what the message line says, after 300 ms",
        arguments: complex)
    func tooltips(place: SendingPlace) async throws {
        let (_, driver) = try await place.opened()
        if place == .amend { driver.press("escape") }
        let help = try #require(Self.help(place), "\(place)").vi
        #expect(SafeText(help).width <= Tooltip.widest, "\(place): \(help)")
        for _ in 0..<80 where !driver.screenText.contains(help) { driver.press("tab") }
        driver.expectText(help)
        let quiet = driver.screenText
        driver.advance(seconds: 0.25)
        #expect(driver.screenText == quiet, "\(place): too soon")
        driver.advance(seconds: 0.2)
        #expect(driver.screenText.ranges(of: help).count == 2, "\(place)\n\(driver.screenText)")
    }

    private static func help(_ place: SendingPlace) -> Phrase? {
        switch place {
        case .login: Strings.Buttons.login
        case .calendar: Strings.Buttons.calendarChoice
        case .calendarDays: Strings.Buttons.calendar
        case .act: Strings.Act.submitHelp
        case .amend: Strings.Amend.submitHelp
        case .bulk: Strings.Buttons.bulk
        case .handOver: Strings.Buttons.handOver
        case .handOverAll: Strings.Buttons.handOverAll
        case .report: Strings.Buttons.report
        case .mismatch: Strings.Buttons.mismatch
        case .verification: Strings.Buttons.verify
        case .ticketAnswer, .ticketEscalate: Strings.Buttons.ticket
        case .collect: Strings.Buttons.collect
        case .open, .count, .deposit, .withdraw, .close, .void, .replace, .refund, .cancel:
            SendingPlace.allCases.firstIndex(of: .open).flatMap { first in
                SendingPlace.allCases.firstIndex(of: place).map { BuiltInForms.tasks[$0 - first] }
            }.map(Strings.MoneyTasks.buttonHelp)
        default: nil
        }
    }
}

@Suite("What the message line tells")
struct MessageKindTests {
    @Test(
        "VA-3 on one screen an input error, a system error and a success, told apart without colours by their signs"
    )
    func signs() async throws {
        let fixture = await Fixture().logIn()
        fixture.transport.on(
            .post, "/v1/persons:report-mismatch", .problem(503, "busy"), .answer(Response(status: 204)))
        let driver = await fixture.driver(TypedPlace.report.screen(fixture.desk)).waitIdle()
        /// The message line, from its first character.
        func message() throws -> String {
            let rows = driver.screenText.split(separator: "\n", omittingEmptySubsequences: false)
            return rows[rows.count - 2].drop { $0 == " " }.description
        }
        driver.press("f10")
        #expect(try message().hasPrefix("! Còn 1 lỗi."), "\(driver.screenText)")
        driver.expectText("! Chưa nhập “Đúng là”, mục này bắt buộc.")
        await driver.type("UBND phường Hàng Bông").press("f10").waitIdle()
        #expect(try message().hasPrefix("✗ "), "\(driver.screenText)")
        driver.expectText("UBND phường Hàng Bông")
        await driver.press("f10").waitIdle()
        driver.expectText("✓ ")
        #expect(fixture.bodies(.post, "/v1/persons:report-mismatch").count == 2)
    }
}
