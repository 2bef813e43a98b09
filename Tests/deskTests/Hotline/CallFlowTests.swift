import APIClient
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

@Suite("A call at the hotline")
struct CallFlowTests {
    private func called(_ fixture: Fixture, _ phone: String? = "0912345678") async -> TestDriver {
        let driver = fixture.driver(HomeScreen(desk: fixture.desk))
        await driver.waitIdle()
        if let phone { fixture.desk.rings.add(phone) } else { driver.press("f11") }
        if phone != nil {
            while driver.screen(as: CallScreen.self) == nil { await driver.waitNews() }
        }
        return await driver.waitIdle()
    }

    private func search(_ driver: TestDriver, _ text: String) async {
        driver.press("ctrl-u").type(text)
        driver.advance(seconds: 0.4)
        await driver.waitIdle()
    }

    @Test("desk call raises a card over whatever is open, with what is known by the number")
    func rings() async {
        let fixture = await Fixture.hotline()
        let driver = await called(fixture)
        driver.expectText("0912345678").expectText(FixtureData.dossier.code).expectText("Chờ lâu ở quầy")
        #expect(driver.screen(as: CallScreen.self) != nil)
    }

    /// A trial lost half a sentence to the card of the next call, and then that call.
    @Test("Who rings while a card is open takes no key away: the number waits for F11, also after the card")
    func ringsMeanwhile() async {
        let fixture = await Fixture.hotline()
        let driver = await called(fixture)
        driver.press("ctrl-u").type("nguyen")
        fixture.desk.rings.add("0987654321")
        // What else comes by itself meanwhile is not the ring.
        while !driver.screenText.contains("0987654321") { await driver.waitNews() }
        driver.type(" van").expectText("nguyen van").expectText("Cuộc gọi đến 0987654321")
        #expect(driver.stage.depth == 2)
        driver.press("escape")
        #expect(driver.stage.depth == 1)
        driver.expectText("Cuộc gọi đến 0987654321: F11 mở phiếu mới.")
        await driver.press("f11").waitIdle()
        #expect(driver.screen(as: CallScreen.self)?.card.form.rawText(CallForm.ID.phone) == "0987654321")
        #expect(fixture.desk.openCalls.next == nil)
    }

    /// A trial lost calls of the telephone system by Esc.
    @Test("A call that came with its number is kept as begun when its card is closed with nothing typed")
    func keptWithNumber() async {
        let fixture = await Fixture.hotline()
        let driver = await called(fixture)
        await driver.press("escape").waitIdle()
        #expect(fixture.drafts.map(\.kind) == [CallDraft.kind])
        let empty = await Fixture.hotline()
        await called(empty, nil).press("escape").waitIdle()
        #expect(empty.drafts.isEmpty)
    }

    @Test("F6 lands on the first empty entry after the number, which no letter can replace")
    func cardKeepsTheNumber() async {
        let fixture = await Fixture.hotline()
        let driver = await called(fixture)
        driver.press("f6").type("Tran Van B")
        let card = driver.screen(as: CallScreen.self)?.card
        #expect(card?.form.rawText(CallForm.ID.phone) == "0912345678")
        #expect(card?.form.rawText(CallForm.ID.name) == "Tran Van B")
        driver.press("shift-tab", "ctrl-u").type("Người gọi X").press("tab")
            .expectText("Chỉ gồm chữ số, +")
    }

    @Test("The key opens a card from anywhere; for others it says whose it is")
    func key() async {
        let fixture = await Fixture.hotline()
        let driver = await called(fixture, nil)
        #expect(driver.screen(as: CallScreen.self) != nil)
        let other = await Fixture().logIn()
        let home = other.driver(HomeScreen(desk: other.desk))
        await home.waitIdle()
        home.press("f11").expectText("dành cho tổng đài viên")
        #expect(home.stage.depth == 1)
    }

    @Test("Nothing of a dossier is read out before the caller has shown that it is his")
    func verifies() async {
        let fixture = await Fixture.hotline()
        let driver = await called(fixture)
        driver.press("enter").expectText("Xác minh người gọi").expectText("chưa xác minh")
        let whole = "/v1/dossiers/\(FixtureData.dossier.id)"
        await driver.type("zzzz").press("enter").waitIdle()
        driver.expectText("Không khớp, còn 4 lần thử.").expectText("chưa xác minh")
        #expect(!fixture.transport.requests.contains { $0.target == whole })
        await driver.type("j4mg").press("enter").waitIdle()
        driver.expectText("đã xác minh").expectText("Hồ sơ H26.1.5-261123-0012").expectText(
            "Hẹn trả kết quả lúc")
        // Once is enough for this call.
        driver.press("escape")
        await driver.press("enter").waitIdle()
        driver.expectText("Hẹn trả kết quả lúc")
    }

    @Test("Without the slip the last digits of the telephone in the dossier do")
    func verifiesByPhone() async {
        let fixture = await Fixture.hotline()
        let driver = await called(fixture)
        driver.press("enter").type("5678").press("tab", "right", "right")
        await driver.press("f10").waitIdle()
        driver.expectText("đã xác minh")
    }

    @Test(
        "What is asked for first is what the dossier was not found by; the arrows choose another kind",
        arguments: [
            (SearchMatch.code, "lookup_code", "identity_digits"), (.name, "lookup_code", "identity_digits"),
            (.phone, "identity_digits", "phone_digits"), (.submitterPhone, "identity_digits", "phone_digits"),
            (.identityNumber, "phone_digits", "lookup_code"),
        ])
    func presets(match: SearchMatch, first: String, next: String) async throws {
        let fixture = await Fixture.hotline()
        var item = HotlineData.found
        item.matched = match
        fixture.transport.forget(.get, "/v1/search")
        fixture.transport.on(
            .get, "/v1/search", .answer(json: FixtureData.json(Page(items: [item], nextCursor: nil))))
        let driver = await called(fixture)
        driver.press("enter")
        await driver.type("1111").press("enter").waitIdle()
        await driver.press("down").type("2222").press("enter").waitIdle()
        await driver.press("up").type("3333").press("enter").waitIdle()
        let said = fixture.bodies(.post, "/v1/dossiers/\(FixtureData.dossier.id):verify")
        #expect(
            said == [#"{"\#(first)":"1111"}"#, #"{"\#(next)":"2222"}"#, #"{"\#(first)":"3333"}"#])
    }

    @Test("A question that is read out beside a dossier leaves the card's topic as it is")
    func topic() async throws {
        let fixture = await Fixture.hotline()
        let driver = await called(fixture)
        driver.press("enter")
        await driver.type("j4mg").press("enter").waitIdle()
        func topic() -> String? { driver.screen(as: CallScreen.self)?.card.form.text(CallForm.ID.topic) }
        #expect(topic() == CallTopic.dossier.rawValue)
        driver.press("escape", "down", "enter").expectText("Phải có: tờ khai CT01 (1 bản chính).")
        #expect(topic() == CallTopic.dossier.rawValue)
    }

    @Test("SE-2 questions are found while the caller speaks, 350 ms after the last key, and read out whole")
    func scripts() async {
        let fixture = await Fixture.hotline()
        let driver = await called(fixture, nil)
        driver.type("tam tru")
        driver.advance(seconds: 0.3)
        func asked() -> [String] {
            fixture.transport.requests.map(\.target).filter { $0.hasPrefix("/v1/faq") }
        }
        #expect(asked() == ["/v1/faq?limit=10"])
        driver.advance(seconds: 0.1)
        await driver.waitIdle()
        #expect(asked() == ["/v1/faq?limit=10", "/v1/faq?q=tam%20tru&limit=10"])
        driver.press("down", "enter").expectText("Phải có: tờ khai CT01 (1 bản chính).")
        driver.press("escape").expectText("Đăng ký tạm trú hết bao nhiêu tiền?")
    }

    @Test("SE-2 Enter right after a letter waits for what is said, and opens nothing of the list before")
    func enterWaits() async {
        let fixture = await Fixture.hotline()
        let driver = await called(fixture, nil)
        await search(driver, "tam tru")
        fixture.transport.forget(.get, "/v1/faq")
        var other = HotlineData.answers[1]
        (other.question, other.answer) = ("Khai sinh hết bao nhiêu tiền?", "Không mất tiền.")
        fixture.transport.on(
            .get, "/v1/faq", .answer(json: FixtureData.json(Page(items: [other], nextCursor: nil))))
        fixture.transport.forget(.get, "/v1/search")
        fixture.transport.on(.get, "/v1/search", .answer(json: FixtureData.json(SearchPage(items: []))))
        await driver.press("ctrl-u").type("khai sinh").press("enter").waitIdle()
        driver.expectText("Không mất tiền.").expectNoText("CT01")
        // Who has gone on to the card meanwhile stays there.
        await driver.press("escape", "ctrl-u").type("khai").press("enter", "f6").waitIdle()
        #expect(driver.screen(as: CallScreen.self)?.shown == nil)
        #expect(driver.screen(as: CallScreen.self)?.focus == .card)
    }

    @Test("SE-1 a card without a number begins with what callers ask most, and again when it is emptied")
    func suggests() async {
        let fixture = await Fixture.hotline()
        let driver = await called(fixture, nil)
        driver.expectText("Được hỏi nhiều nhất:").expectText("Đăng ký tạm trú hết bao nhiêu tiền?")
        driver.press("enter").expectText("Phải có: tờ khai CT01 (1 bản chính).")
        driver.press("escape").type("t").expectNoText("Được hỏi nhiều nhất")
        driver.press("backspace").expectText("Được hỏi nhiều nhất:")
        #expect(fixture.transport.requests.count { $0.target.hasPrefix("/v1/faq") } == 1)
    }

    @Test("Where what is asked most could not be had, the card says why and takes what is typed")
    func suggestsNothing() async {
        let fixture = await Fixture.hotline()
        fixture.transport.forget(.get, "/v1/faq")
        fixture.transport.on(.get, "/v1/faq", .fail(.refused))
        let driver = await called(fixture, nil)
        driver.expectText("Không nối được").expectNoText("Được hỏi nhiều nhất")
        fixture.transport.forget(.get, "/v1/faq")
        HotlineData.answer(on: fixture.transport)
        await search(driver, "tam tru")
        driver.expectText("Đăng ký tạm trú hết bao nhiêu tiền?").expectNoText("Không nối được")
    }

    @Test("An answer that comes after a later one is dropped")
    func outOfOrder() async {
        let fixture = await Fixture.hotline()
        func named(_ question: String) -> String {
            var answer = HotlineData.answers[0]
            answer.question = question
            return FixtureData.json(Page(items: [answer], nextCursor: nil))
        }
        let driver = await called(fixture, nil)
        fixture.transport.forget(.get, "/v1/faq")
        fixture.transport.on(
            .get, "/v1/faq", .held("first", .answer(json: named("Câu cũ"))), .answer(json: named("Câu mới")))
        let before = fixture.transport.requests.count
        driver.type("tam")
        driver.advance(seconds: 0.4)
        await fixture.transport.waitForRequests(before + 2)
        driver.press("ctrl-u").type("thuong")
        driver.advance(seconds: 0.4)
        await fixture.transport.waitForRequests(before + 4)
        fixture.transport.release("first")
        await driver.waitIdle()
        driver.expectText("Câu mới").expectNoText("Câu cũ")
    }

    @Test(
        "A server that does not answer has not said that there is nothing; when it is back it is asked by itself"
    )
    func unanswered() async {
        let fixture = await Fixture.hotline()
        let driver = await called(fixture, nil)
        for path in ["/v1/search", "/v1/faq"] {
            fixture.transport.forget(.get, path)
            fixture.transport.on(.get, path, .fail(.refused))
        }
        await search(driver, "tam tru")
        driver.expectText("Không nối được").expectNoText("Không tìm thấy").expectNoText("không có câu hỏi")
        let screen = driver.screen(as: CallScreen.self)
        #expect(screen?.answered == nil && screen?.unanswered?.text == "tam tru")
        // One side alone is no whole answer either.
        fixture.transport.forget(.get, "/v1/search")
        fixture.transport.on(.get, "/v1/search", .answer(json: FixtureData.json(SearchPage(items: []))))
        driver.advance(seconds: LookupScreen.again + 0.1)
        await driver.waitIdle()
        driver.expectText("Không nối được").expectNoText("Không tìm thấy")
        fixture.transport.forget(.get, "/v1/faq")
        HotlineData.answer(on: fixture.transport)
        driver.advance(seconds: LookupScreen.again + 0.1)
        await driver.waitIdle()
        driver.expectText("Đăng ký tạm trú cần giấy tờ gì?").expectNoText("Không nối được")
        #expect(driver.screen(as: CallScreen.self)?.unanswered == nil)
    }

    @Test("One key saves: the card goes once, its draft with it, and the desk is ready for the next call")
    func saves() async throws {
        let fixture = await Fixture.hotline()
        let driver = await called(fixture)
        await search(driver, "tam tru")
        driver.press("down", "enter", "tab")
        driver.press("tab").type("Lê Văn Bình")
        driver.advance(seconds: 2)
        await driver.waitIdle()
        #expect(fixture.drafts.map(\.kind) == ["call"])
        await driver.press("f10").waitIdle()
        let body = try #require(fixture.bodies(.post, "/v1/calls").first)
        for part in [
            #""phone":"0912345678""#, #""caller_name":"Lê Văn Bình""#, #""topic":"guidance""#,
            #""result":"answered""#, #""procedure":"1.004194""#,
        ] {
            #expect(body.contains(part), "\(body)")
        }
        #expect(fixture.drafts.isEmpty && fixture.pending.isEmpty)
        driver.expectText("Đã lưu cuộc gọi (00:41).").expectText("Cuộc gọi hôm nay")
        #expect(driver.stage.depth == 1)
    }

    @Test("A card without what it is about is not sent, and says what is missing")
    func incomplete() async {
        let fixture = await Fixture.hotline()
        let driver = await called(fixture, nil)
        driver.press("f10").expectText("Nội dung")
        #expect(fixture.bodies(.post, "/v1/calls").isEmpty && driver.stage.depth == 2)
    }

    @Test("The day's calls are listed to the last one, page by page as the bar nears the end")
    func wholeDay() async {
        let fixture = await Fixture.hotline()
        func calls(_ numbers: Range<Int>) -> [HotlineCall] {
            numbers.map { number in
                var call = HotlineData.call()
                call.id = "01900000-0000-7000-8000-00000000" + String(10_000 + number).suffix(4)
                call.phone = "09" + String(10_000_000 + number)
                return call
            }
        }
        fixture.transport.forget(.get, "/v1/calls")
        fixture.transport.on(
            .get, "/v1/calls",
            .answer(json: FixtureData.json(Page(items: calls(0..<100), nextCursor: "b"))),
            .answer(json: FixtureData.json(Page(items: calls(98..<150), nextCursor: nil))))
        let driver = await fixture.driver(HomeScreen(desk: fixture.desk)).waitIdle()
        func asked() -> [String] {
            fixture.transport.requests.map(\.target).filter { $0.hasPrefix("/v1/calls") }
        }
        driver.press("pgdn", "down")
        #expect(asked().count == 1)
        await driver.press("end").waitIdle()
        #expect(asked().count == 2 && asked().last?.contains("cursor=b") == true)
        driver.expectText("0910000099")
        await driver.press("end").waitIdle()
        driver.expectText("0910000149")
        // Those that moved down meanwhile stand there once.
        #expect(driver.screen(as: HomeScreen.self)?.board.calls.value?.count == 150)
        #expect(asked().count == 2)
    }

    @Test("What was read out is copied, printed and saved by keys that no box takes for letters")
    func keeps() async {
        let fixture = await Fixture.hotline()
        let driver = await called(fixture)
        await driver.press("enter").type("j4mg").press("enter").waitIdle()
        driver.press("f8").expectText("Có cửa sổ không nhận")
        let copied = driver.requests.compactMap { if case .copy(let text) = $0 { text } else { nil } }
        #expect(copied.count == 1 && copied[0].hasPrefix("Hồ sơ H26.1.5-261123-0012"))
        // Nothing lies open any more: nothing is copied.
        await driver.press("escape", "f8").waitIdle()
        #expect(driver.requests.count { if case .copy = $0 { true } else { false } } == 1)
    }

    @Test("A lost answer keeps the card; sent again it is the same act")
    func lost() async {
        let fixture = await Fixture.hotline()
        fixture.transport.forget(.post, "/v1/calls")
        fixture.transport.on(
            .post, "/v1/calls", .lost(.effect(.json(FixtureData.json(HotlineData.call())))),
            .effect(.json(FixtureData.json(HotlineData.call()))))
        let driver = await called(fixture)
        await search(driver, "tam tru")
        driver.press("down", "enter")
        await driver.press("f10").waitIdle()
        #expect(driver.stage.depth == 2 && fixture.pending.count == 1)
        await driver.press("f10").waitIdle()
        let keys = fixture.transport.requests.filter { $0.method == .post && $0.target == "/v1/calls" }
            .map { $0.headers.first("Idempotency-Key") }
        #expect(keys.count == 2 && Set(keys).count == 1)
        #expect(driver.stage.depth == 1 && fixture.pending.isEmpty)
    }

    @Test("A card outlives the desk: it stands on Home and opens as it was left")
    func survives() async {
        let fixture = await Fixture.hotline()
        let driver = await called(fixture)
        driver.press("f6").type("Lê Văn Bình")
        driver.advance(seconds: 2)
        await driver.waitIdle()
        // The terminal goes, nothing was saved by a key.
        let again = fixture.driver(HomeScreen(desk: fixture.desk))
        await again.waitIdle()
        again.expectText("dở dang").expectText("Cuộc gọi 0912345678")
        // The first desk still has it.
        await again.press("enter").waitIdle()
        again.expectText("đang mở ở cửa sổ khác")
    }

    @Test("A ticket is prefilled from the card, goes with it, and its code is there to be read out")
    func ticket() async throws {
        let fixture = await Fixture.hotline()
        fixture.transport.forget(.post, "/v1/calls")
        let made = HotlineData.call(
            .ticket, ticket: TicketRef(id: HotlineData.ticket.id, code: HotlineData.ticket.code))
        fixture.transport.on(.post, "/v1/calls", .effect(.json(FixtureData.json(made))))
        let driver = await called(fixture)
        driver.press("enter")
        await driver.type("j4mg").press("enter").waitIdle()
        await driver.press("f7").waitIdle()
        driver.expectText("UBND phường Hoàn Kiếm (H26.1.5)").expectText("Hồ sơ H26.1.5-261123-0012")
        // The subject is known: the cursor stands where there is something to be typed.
        driver.type("Chưa thấy trả kết quả.")
        await driver.press("f10").waitIdle()
        driver.expectText("Chuyển phiếu")
        await driver.press("f10").waitIdle()
        let body = try #require(fixture.bodies(.post, "/v1/calls").first)
        for part in [
            #""result":"ticket""#, #""to":"H26.1.5""#, #""kind":"hoi_dap""#,
            #""content":"Chưa thấy trả kết quả.""#, #""dossier":"\#(FixtureData.dossier.id)""#,
        ] {
            #expect(body.contains(part), "\(body)")
        }
        driver.expectText("đọc mã phiếu: PA-H26-261123-0001")
    }

    @Test(
        "What is read out says where it is, since when, what is missing, until when, what it costs, where to ask"
    )
    func readout() {
        var dossier = FixtureData.dossier
        (dossier.status, dossier.statusName, dossier.missing) = (
            5, "Yêu cầu bổ sung giấy tờ", ["Giấy chứng sinh"]
        )
        func words(_ change: (inout Readout) -> Void = { _ in }) -> String {
            var readout = Readout(dossier: dossier, now: HotlineData.instant("2026-11-24T09:00:00+07:00"))
            change(&readout)
            return readout.sentences.map(\.vi).joined(separator: "\n")
        }
        #expect(
            words() == """
                Hồ sơ H26.1.5-261123-0012, Cấp bản sao trích lục hộ tịch, nộp ngày 23/11/2026 tại UBND phường Hoàn Kiếm.
                Hiện nay: Yêu cầu bổ sung giấy tờ, ở bước “Tiếp nhận”.
                Còn thiếu: Giấy chứng sinh.
                Hẹn trả kết quả lúc 09:41 ngày 25/11/2026.
                Phí, lệ phí: 16.000 đồng.
                Cách nhận kết quả: tại quầy.
                Hỏi thêm tại UBND phường Hoàn Kiếm.
                """)
        dossier.status = 4
        #expect(
            words { $0.now = HotlineData.instant("2026-11-26T09:00:00+07:00") }.contains("Đã quá hẹn trả"))
        dossier.status = 9
        #expect(words().contains("Đã có kết quả"))
        dossier.status = 10
        #expect(!words().contains("Hẹn trả"))
        (dossier.status, dossier.dueAt) = (6, nil)
        #expect(words().contains("đang tạm dừng"))
    }

    @Test(
        "Numbers as telephone systems say them",
        arguments: [
            ("0912345678", "0912345678"), ("+84 912 345 678", "0912345678"), ("02438254567", "02438254567"),
            ("1022", "1022"), ("+1 (202) 555-0100", "12025550100"), ("anonymous", nil), ("", nil),
            ("12", nil),
            ("'; DROP", nil), (String(repeating: "9", count: 40), nil),
        ] as [(String, String?)])
    func numbers(text: String, number: String?) {
        #expect(CallNumber.read(text) == number)
    }

    @Test("A number that can't be called back stays in the note")
    func foreignNumber() {
        var card = CallCard(
            key: "01900000-0000-7000-8000-000000000001", startedAt: Instant(seconds: 0), phone: "12025550100",
            today: LocalDate(epochDay: 20_780), language: .vi)
        card.suggest(.other)
        #expect(card.request.phone == nil && card.request.note == "Số gọi đến: 12025550100")
    }
}

@Suite("The line by which a telephone system rings", .serialized)
struct CallLineTests {
    @Test(
        "A number is taken once per ring, another desk does not have the line, and it goes with the officer")
    func line() async throws {
        let folder = Fixture().folder + "-line"
        let rings = CallRings()
        rings.setOpen(true)
        var line = CallLine(folder: folder, rings: rings)
        #expect(line != nil && CallLine(folder: folder, rings: rings) == nil)
        #expect(CallLine.ring("0912345678", folder: folder) == true)
        #expect(await rings.next() == "0912345678")
        #expect(CallLine.ring("abc", folder: folder) == nil)
        #expect(rings.take() == nil)
        line = nil
        #expect(CallLine.ring("0912345678", folder: folder) == false)
        line = CallLine(folder: folder, rings: rings)
        #expect(CallLine.ring("0912345678", folder: folder) == true)
        withExtendedLifetime(line) {}
    }

    @Test("Who is not there takes no call; what rang waits for him, the latest few")
    func waits() async {
        let rings = CallRings()
        for number in 0..<8 { rings.add("09000000\(number)0") }
        #expect(rings.take() == nil)
        rings.setOpen(true)
        #expect(await rings.next() == "0900000030")
        let waiting = Task { await rings.next() }
        waiting.cancel()
        _ = await waiting.value
        #expect(rings.take() != nil)
    }
}
