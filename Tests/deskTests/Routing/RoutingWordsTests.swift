import APIClient
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

/// What page, queue and refusals say of who took it, when it is due and why not.
@Suite("What is said of handover, limits and refusals")
struct RoutingWordsTests {
    private static let now = Instant(rfc3339: "2026-11-23T09:41:00+07:00")!

    private func sheet(_ events: [DossierEvent]) -> String {
        DossierSheet(
            dossier: FixtureData.inReview, events: .ready(events), form: .none, now: Self.now, language: .vi
        ).sheet(width: 78).lines.map { $0.map(\.text.string).joined() }.joined(separator: "\n")
    }

    @Test("Page and history say who took the result, with which paper, why he, and when")
    func handover() {
        let event = DossierEvent(
            seq: 5, at: Self.now, action: "deliver", actor: FixtureData.other, fromStep: "tra", toStep: "het",
            status: 10,
            detail: DossierEventDetail(
                handover: HandoverProof(
                    recipient: "Nguyễn Văn An", identityNumber: "001090000123", relation: "con",
                    slipReturned: true)), toName: "Đã trả")
        let text = sheet([event])
        for words in [
            "Người nhận kết quả", "09:41 23/11/2026, Lê Văn Thành trả", "Nguyễn Văn An", "001090000123",
            "con",
            "Đã thu lại giấy hẹn", "Trả kết quả → Đã trả, Lê Văn Thành",
        ] { #expect(text.contains(words), "\(words)") }
        var masked = event
        masked.detail = nil
        #expect(!sheet([masked]).contains("Nguyễn Văn An"))
    }

    @Test("A row says overdue from the minute on in which its time runs out")
    func overdue() {
        var item = FixtureData.items(1)[0]
        (item.overdue, item.dueAt) = (false, Self.now)
        #expect(!item.isOverdue(at: Self.now) && item.isOverdue(at: Self.now.adding(seconds: 1)))
        item.status = 9
        #expect(!item.isOverdue(at: Self.now.adding(seconds: 1)))
    }

    @Test("The page asks once when the time comes, and not before")
    func due() async {
        let fixture = Fixture()
        var clock = FixtureData.clock
        clock.dueAt = fixture.desk.now.adding(seconds: 60)
        fixture.answer(.get, "/v1/dossiers/*/clock", clock)
        let driver = await fixture.openFromQueue()
        func asked() -> Int { fixture.calls.filter { $0.hasSuffix("/clock") }.count }
        #expect(asked() == 1)
        await driver.advance(seconds: 50).waitIdle()
        #expect(asked() == 1)
        await driver.advance(seconds: 20).waitIdle()
        #expect(asked() == 2)
        driver.expectText("QUÁ HẠN")
    }

    @Test("Statuses are English where the interface is")
    func english() async {
        let driver = await Fixture().openFromQueue(.en)
        driver.expectText("In process").expectNoText("Đang xử lý")
    }

    @Test("What waits to be received has a limit for the answer, not an appointment")
    func answerBy() async {
        let fixture = Fixture()
        await fixture.logIn()
        fixture.transport.on(
            .get, "/v1/inboxes/online",
            .answer(json: FixtureData.json(Page(items: FixtureData.items(2), nextCursor: nil))))
        let inbox = Inbox(slug: "online", name: "Nộp trực tuyến", count: 2)
        let driver = await fixture.driver(QueueScreen(desk: fixture.desk, inbox: inbox)).waitIdle()
        driver.expectText("Hạn trả lời").expectNoText("Hẹn trả")
    }

    @Test("A refusal says what is wrong, each once, and not where the list of it is")
    func faults() {
        let problem = Problem(
            type: "about:blank", title: "Thông tin chưa hợp lệ", status: 422, detail: "Xem kèm theo.",
            code: "invalid_input", retryable: false,
            errors: [
                InputProblem(pointer: "/a", code: "x", message: "Thiếu tên."),
                InputProblem(pointer: "/b", code: "x", message: "Thiếu tên."),
                InputProblem(pointer: "/c", code: "y", message: "Sai ngày."),
            ])
        #expect(
            APIError.problem(problem).words.text(.vi).contains("Thông tin chưa hợp lệ: Thiếu tên. Sai ngày."))
    }

    @Test("A claim whose time is over is not said any more")
    func leaseOver() async {
        let fixture = Fixture()
        var options = FixtureData.options
        options.claim = DossierClaim(
            officer: FixtureData.other, since: FixtureData.claim.since, until: FixtureData.claim.until)
        fixture.answer(.get, "/v1/dossiers/*/actions", options)
        let driver = await fixture.openFromQueue()
        driver.expectText("giữ tới 09:46")
        await driver.advance(seconds: 400).waitIdle()
        driver.press("down").expectNoText("giữ tới 09:46")
    }
}
