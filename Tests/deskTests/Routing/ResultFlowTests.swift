import APIClient
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

/// Results from draft to issued paper, and acts on many dossiers.
@Suite("Results, and acts on many")
struct ResultFlowTests {
    private static let draft = SubmittedDocument(
        code: "KQ1", name: "Giấy khai sinh", originals: 1, copies: 0)

    private static func option(_ options: inout ActionOptions, _ verb: ProcessAction) -> Int {
        options.items.firstIndex { $0.action == verb } ?? 0
    }

    // MARK: Results

    @Test("Result: the clerk finds name and day filled in, types the number, and all go out")
    func finish() async {
        let fixture = Fixture { $0.items[Self.option(&$0, .finish)].results = [Self.draft] }
        let driver = await fixture.openFromQueue()
        await driver.press("f").waitIdle()
        driver.expectText("Giấy khai sinh").expectText("Số văn bản").expectText("23/11/2026")
        await driver.press("tab").type("125/2026/KS").press("f10").waitIdle()
        #expect(
            fixture.acts.last?.contains(
                #""documents":[{"code":"KQ1","copies":0,"digitised":"none","issued_on":"2026-11-23","#
                    + #""name":"Giấy khai sinh","number":"125/2026/KS","originals":1}]"#) == true,
            "\(fixture.acts) \(driver.screenText)")
    }

    @Test("Result: who hands it on to be signed may change the draft's name, and it goes out")
    func forward() async {
        let fixture = Fixture { $0.items[Self.option(&$0, .forward)].results = [Self.draft] }
        let driver = await fixture.openFromQueue()
        await driver.press("c").waitIdle()
        driver.expectText("Dự thảo kết quả").expectNoText("Số văn bản")
        // What is typed at once is a remark: a trial replaced the name of a result by one.
        driver.type("Đủ điều kiện")
        while driver.screen(as: ActScreen.self)?.form?.focus?.field != "result_name" {
            driver.press("shift-tab")
        }
        driver.press("ctrl-e").type(" lại")
        await driver.press("f10").waitIdle()
        #expect(fixture.acts.last?.contains(#""name":"Giấy khai sinh lại""#) == true, "\(fixture.acts)")
        #expect(fixture.acts.last?.contains(#""note":"Đủ điều kiện""#) == true)
    }

    @Test("Result: who signs sees the draft above the form")
    func sign() async {
        let fixture = Fixture { options in
            let index = Self.option(&options, .sign)
            options.items[index].allowed = true
            options.items[index].reasons = []
            options.items[index].results = [Self.draft]
        }
        let driver = await fixture.openFromQueue()
        await driver.press("s").waitIdle()
        driver.expectText("Dự thảo kết quả: Giấy khai sinh")
    }

    @Test("Result: the dossier's page shows draft and issued paper, and not what was taken back")
    func page() {
        func event(
            _ seq: Int, _ action: ProcessAction, _ documents: [SubmittedDocument]?, undoes: Int? = nil
        ) -> DossierEvent {
            DossierEvent(
                seq: seq, at: FixtureData.dossier.submittedAt, action: action.rawValue, status: 4,
                detail: DossierEventDetail(documents: documents, undoes: undoes))
        }
        func text(_ events: [DossierEvent]) -> String {
            DossierSheet(
                dossier: FixtureData.inReview, events: .ready(events), form: .none,
                now: FixtureData.dossier.submittedAt, language: .vi
            ).sheet(width: 76, isSpoken: true).lines.map { $0.map(\.text.string).joined() }
                .joined(separator: "\n")
        }
        var issued = Self.draft
        (issued.number, issued.issuedOn) = ("125/2026/KS", LocalDate(iso: "2026-11-23"))
        let drafted = [event(1, .receive, nil), event(2, .forward, [Self.draft])]
        #expect(text(drafted).contains("Dự thảo kết quả"))
        let finished = text(drafted + [event(3, .finish, [issued])])
        #expect(finished.contains("· Giấy khai sinh, số 125/2026/KS ngày 23/11/2026 (1 bản chính)"))
        #expect(!finished.contains("Dự thảo kết quả"))
        let undone = text(drafted + [event(3, .finish, [issued]), event(4, .undo, nil, undoes: 3)])
        #expect(undone.contains("Dự thảo kết quả") && !undone.contains("125/2026"))
        #expect(!text([event(1, .receive, nil)]).contains("Dự thảo kết quả"))
    }

    // MARK: Many

    private func bulk(_ fixture: Fixture) -> BulkScreen {
        BulkScreen(desk: fixture.desk, verb: .forward, items: FixtureData.items(3))
    }

    private static let longReason =
        "Chưa thu 8.000 đ phí, lệ phí phải nộp trước khi giải quyết, và hồ sơ đang được Lê Văn Thành giữ đến 09:46."

    @Test("Many: reasons of refusal are read whole at 80 columns")
    func reasons() async {
        let fixture = Fixture { options in
            let index = Self.option(&options, .forward)
            options.items[index].allowed = false
            options.items[index].reasons = [ActionReason(code: "fees_paid", message: Self.longReason)]
        }
        await fixture.logIn()
        let driver = await fixture.driver(bulk(fixture)).waitIdle()
        driver.expectText("Chưa thu 8.000 đ phí, lệ phí phải nộp trước khi giải quyết")
            .expectText("Lê Văn Thành giữ đến 09:46.")
    }

    @Test("Many: U after it takes back what can be taken back, and says what can't")
    func undo() async {
        let fixture = Fixture()
        fixture.transport.on(
            .post, "/v1/dossiers/actions:bulk",
            .reply { request in
                let body = try? StrictJSON.decode(BulkActionRequest.self, from: request.body ?? [])
                let items = (body?.items ?? []).map {
                    BulkActionResult.Item(id: $0.id, done: true, stepName: "Duyệt")
                }
                return .json(FixtureData.json(BulkActionResult(items: items)))
            })
        await fixture.logIn()
        let driver = await fixture.driver(bulk(fixture)).waitIdle()
        await driver.press("f10").waitIdle()
        driver.expectText("Đã làm xong cả 3 hồ sơ.").expectText("U Hoàn tác")
            .expectText("U hoàn tác trong 10 phút")
        await driver.press("u").waitIdle()
        driver.expectText("Hoàn tác: 3 hồ sơ")
        await driver.press("f10").waitIdle()
        let bodies = fixture.bodies(.post, "/v1/dossiers/actions:bulk")
        #expect(bodies.map { $0.contains(#""action":"undo""#) } == [false, true], "\(bodies)")
        await driver.press("escape").waitIdle()
        driver.expectText("đã hoàn tác").expectNoText("U Hoàn tác")
    }

    @Test(
        "Many: what can't be taken back is said before it is done, with how many of them",
        arguments: [0, 1, 3])
    func finalOfMany(finals: Int) async {
        let fixture = Fixture()
        await fixture.logIn()
        let items = FixtureData.items(3)
        fixture.transport.forget(.get, "/v1/dossiers/*/actions")
        for (number, item) in items.enumerated() {
            var options = FixtureData.options
            if number < finals { options.items[Self.option(&options, .forward)].undoMinutes = nil }
            fixture.answer(.get, "/v1/dossiers/\(item.id)/actions", options)
        }
        let driver = await fixture.driver(BulkScreen(desk: fixture.desk, verb: .forward, items: items))
            .waitIdle()
        switch finals {
        case 0: driver.expectNoText("không hoàn tác được")
        case 1: driver.expectText("1 hồ sơ làm rồi không hoàn tác được.")
        default: driver.expectText("Việc này không hoàn tác được.")
        }
    }

    @Test(
        "One: what can't be taken back is said above the form before it is done; what can is not",
        arguments: [true, false])
    func finalOfOne(isFinal: Bool) async {
        let fixture = Fixture { options in
            options.items[Self.option(&options, .forward)].undoMinutes = isFinal ? nil : 10
        }
        let driver = await fixture.openFromQueue()
        await driver.press("c").waitIdle()
        if isFinal {
            driver.expectText("Việc này không hoàn tác được.")
        } else {
            driver.expectNoText("không hoàn tác được")
        }
        await driver.press("f10").waitIdle()
        // Nor is it offered afterwards.
        if isFinal {
            driver.expectNoText("U hoàn tác")
        } else {
            driver.expectText("U hoàn tác trong 10 phút")
        }
    }

    @Test(
        "Many: each is signed by itself, for its own code and revision, and nothing is offered to take back")
    func signMany() async throws {
        let fixture = Fixture { options in
            let index = Self.option(&options, .sign)
            options.items[index].allowed = true
            options.items[index].reasons = []
            options.items[index].results = [
                SubmittedDocument(code: "KQ1", name: "Giấy khai sinh", originals: 1, copies: 0)
            ]
        }
        fixture.transport.on(
            .post, "/v1/dossiers/actions:bulk",
            .reply { request in
                let body = try? StrictJSON.decode(BulkActionRequest.self, from: request.body ?? [])
                let items = (body?.items ?? []).map {
                    BulkActionResult.Item(id: $0.id, done: true, stepName: "Chờ trả")
                }
                return .json(FixtureData.json(BulkActionResult(items: items)))
            })
        await fixture.logIn()
        let items = FixtureData.items(3)
        let screen = BulkScreen(desk: fixture.desk, verb: .sign, items: items)
        let driver = await fixture.driver(screen).waitIdle()
        driver.expectText("Mỗi hồ sơ được ký riêng: 3 chữ ký.").expectText("Giấy khai sinh")
            .expectText("Việc này không hoàn tác được.")
        await driver.press("f10").waitIdle()
        let text = try #require(fixture.bodies(.post, "/v1/dossiers/actions:bulk").first)
        let body = try StrictJSON.decode(BulkActionRequest.self, from: Array(text.utf8))
        #expect(body.action == .sign && body.items.map(\.id) == items.map(\.id))
        let signatures = body.items.compactMap(\.signature?.signature)
        #expect(Set(signatures).count == 3)
        driver.expectText("Đã làm xong cả 3 hồ sơ.").expectText("Việc này không hoàn tác được")
            .expectNoText("U Hoàn tác")
    }
}
