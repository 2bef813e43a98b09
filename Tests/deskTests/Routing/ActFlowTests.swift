import APIClient
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

private let first = "/v1/dossiers/01900000-0000-7000-8000-000000000001"

@Suite("Acts on a dossier")
struct ActFlowTests {
    @Test(
        "C, F10: the act goes out with its revision and key, and the page stays with what was done; J goes on"
    )
    func forward() async throws {
        let fixture = Fixture()
        let driver = await fixture.openFromQueue()
        driver.expectText("H26.1.5-261120-0001").expectText("hồ sơ 1/20")
        await driver.press("c").waitIdle()
        driver.expectText("Chuyển bước → Duyệt")
        await driver.press("f10").waitIdle()
        let act = try #require(
            fixture.transport.requests.last { $0.target == first + "/actions" && $0.method == .post })
        #expect(act.headers.first("If-Match") == "\"3\"")
        #expect(act.headers.first("Idempotency-Key") != nil)
        #expect(fixture.acts == [#"{"action":"forward","to":"buoc"}"#])
        driver.expectText("hồ sơ 1/20")
        driver.expectText("✓ H26.1.5-261120-0001: Chuyển bước, nay ở Duyệt. U hoàn tác trong 10 phút.")
        #expect(fixture.pending.isEmpty)
        // What was done there is not said of the next one.
        await driver.press("j").waitIdle()
        driver.expectText("hồ sơ 2/20").expectNoText("nay ở Duyệt")
    }

    @Test("The dossier is claimed while the form is open, kept claimed, and given back on leaving")
    func claim() async {
        let fixture = Fixture()
        let driver = await fixture.openFromQueue()
        await driver.press("c").waitIdle()
        #expect(fixture.calls.filter { $0 == "PUT \(first)/claim" }.count == 1)
        await driver.advance(seconds: 150).waitIdle()
        #expect(fixture.calls.filter { $0 == "PUT \(first)/claim" }.count == 2)
        await driver.press("escape").waitIdle()
        #expect(fixture.calls.contains("DELETE \(first)/claim"))
        #expect(fixture.acts.isEmpty)
    }

    @Test("Once another has moved the dossier on, the line of what was done goes")
    func movedOn() async {
        let fixture = Fixture()
        let driver = await fixture.openFromQueue()
        await driver.press("c").waitIdle()
        await driver.press("f10").waitIdle()
        driver.expectText("✓ H26.1.5-261120-0001")
        var moved = FixtureData.firstInReview
        moved.revision = 9
        fixture.answer(.get, first, moved)
        await driver.press("f5").waitIdle()
        // The message line below may still tell of the act; the page does not hold it any more.
        let page = driver.screenText.split(separator: "\n", omittingEmptySubsequences: false).dropLast(2)
        #expect(!page.joined(separator: "\n").contains("✓ H26.1.5-261120-0001"))
    }

    @Test("What was typed into an act that is left is said to be kept, and stands there again")
    func kept() async {
        let fixture = Fixture()
        let driver = await fixture.openFromQueue()
        await driver.press("t").waitIdle()
        await driver.type("thiếu chữ ký").press("escape").waitIdle()
        driver.expectText("Nội dung đã gõ được giữ lại")
        await driver.press("c").waitIdle()
        driver.expectNoText("thiếu chữ ký")
        await driver.press("escape").waitIdle()
        await driver.press("t").waitIdle()
        driver.expectText("thiếu chữ ký").expectText("Nội dung gõ dở lần trước còn đây.")
        await driver.press("f10").waitIdle()
        #expect(fixture.acts.last?.contains("thiếu chữ ký") == true)
        await driver.press("t").waitIdle()
        driver.expectNoText("thiếu chữ ký")
    }

    @Test("Who did what is said, and F10 is not offered for what is no longer possible")
    func noLonger() async {
        let fixture = Fixture()
        fixture.transport.forget(.post, "/v1/dossiers/*/actions")
        fixture.transport.on(
            .post, "/v1/dossiers/*/actions",
            .problem(412, "revision_stale", more: #""changed_by":"Lê Văn Thành""#))
        let driver = await fixture.openFromQueue()
        await driver.press("t").waitIdle()
        driver.type("x")
        var now = FixtureData.options
        now.items.removeAll { $0.action == .sendBack }
        fixture.answer(.get, "/v1/dossiers/*/actions", now)
        await driver.press("f10").waitIdle()
        await driver.press("escape").waitIdle()
        driver.expectText("vừa thay đổi hồ sơ này (").expectText("không còn làm được")
            .expectNoText("F10 để làm trên bản mới")
    }

    @Test("An answer that was not waited for leaves the link to be asked about")
    func leftSending() async {
        let fixture = Fixture()
        await fixture.logIn()
        #expect(fixture.desk.link == .connected)
        _ = fixture.desk.failure(.api(.cancelled, isOpen: false))
        #expect(fixture.desk.link == .connected)
        _ = fixture.desk.failure(.api(.cancelled, isOpen: true))
        #expect(fixture.desk.link == .connecting)
    }

    @Test("U takes the act back")
    func undo() async {
        let fixture = Fixture()
        let driver = await fixture.openFromQueue()
        await driver.press("c").waitIdle()
        await driver.press("f10").waitIdle()
        await driver.press("u").waitIdle()
        driver.expectText("H26.1.5-261120-0001  Hoàn tác")
        await driver.press("f10").waitIdle()
        #expect(fixture.acts.last == #"{"action":"undo","to":"buoc"}"#)
        #expect(fixture.transport.requests.last { $0.method == .post }?.target == first + "/actions")
        driver.expectText("Đã hoàn tác. H26.1.5-261120-0001 lại ở Duyệt.")
    }

    @Test("An act that is not possible says why and what to do, and nothing is sent")
    func whyNot() async {
        let fixture = Fixture()
        let driver = await fixture.openFromQueue()
        driver.expectText("(S) Ký số")
        await driver.press("s").waitIdle()
        driver.expectText("Chưa làm được: Ký").expectText("Chưa có kết quả để ký.")
            .expectText("Làm \"Có kết quả\" trước, rồi ký.")
        driver.press("enter").expectNoText("Chưa làm được")
        await driver.press("o").waitIdle()
        driver.expectText("Quy trình không có việc này ở bước Thẩm định.")
        #expect(fixture.acts.isEmpty)
    }

    @Test(
        "Somebody was faster: who and when is said, what was typed is kept, and F10 does it on the new state")
    func stale() async throws {
        let fixture = Fixture()
        fixture.transport.forget(.post, "/v1/dossiers/*/actions")
        fixture.transport.on(
            .post, "/v1/dossiers/*/actions",
            .problem(
                412, "revision_stale",
                more: #""changed_by":"Lê Văn Thành","changed_at":"2026-11-23T09:40:00+07:00""#),
            .reply { .json(FixtureData.json(FixtureData.after($0))) })
        let driver = await fixture.openFromQueue()
        await driver.press("t").waitIdle()
        driver.type("thiếu chữ ký")
        var now = FixtureData.options
        now.revision = 4
        fixture.answer(.get, "/v1/dossiers/*/actions", now)
        await driver.press("f10").waitIdle()
        driver.expectText("Lê Văn Thành vừa thay đổi hồ sơ này lúc 09:40 23/11/2026")
            .expectText("Nay: Đang xử lý, bước Thẩm định.").expectText("thiếu chữ ký")
        await driver.press("f10").waitIdle()
        let sent = fixture.transport.requests.filter { $0.method == .post && $0.target == first + "/actions" }
        #expect(sent.map { $0.headers.first("If-Match") } == ["\"3\"", "\"4\""])
        #expect(Set(sent.map { $0.headers.first("Idempotency-Key") }).count == 1)
        #expect(
            sent.map { String(decoding: $0.body ?? [], as: UTF8.self) }.allSatisfy {
                $0.contains("thiếu chữ ký")
            })
        driver.expectText("nay ở Duyệt")
    }

    @Test(
        "A refusal says the server's words at the field, keeps what was typed, and a corrected content goes out"
    )
    func refused() async {
        let fixture = Fixture()
        fixture.transport.forget(.post, "/v1/dossiers/*/actions")
        fixture.transport.on(
            .post, "/v1/dossiers/*/actions",
            .problem(
                422, "invalid_input",
                more:
                    #""errors":[{"pointer":"/note","code":"too_short","message":"Lý do quá ngắn để in vào phiếu."}]"#
            ),
            .reply { .json(FixtureData.json(FixtureData.after($0))) })
        let driver = await fixture.openFromQueue()
        await driver.press("t").waitIdle()
        await driver.type("x").press("f10").waitIdle()
        driver.expectText("Lý do quá ngắn để in vào phiếu.")
        #expect(fixture.pending.isEmpty)
        await driver.type(" thiếu chữ ký").press("f10").waitIdle()
        #expect(fixture.acts.last?.contains("x thiếu chữ ký") == true)
        driver.expectText("nay ở Duyệt")
    }

    @Test("The connection is lost in the middle: it is said, the act stays open, and F10 does it once")
    func lost() async {
        let fixture = Fixture()
        fixture.transport.forget(.post, "/v1/dossiers/*/actions")
        let answer = Response.json(FixtureData.json(FixtureData.firstInReview))
        fixture.transport.on(.post, "/v1/dossiers/*/actions", .lost(.effect(answer)), .effect(answer))
        let driver = await fixture.openFromQueue()
        await driver.press("c").waitIdle()
        await driver.press("f10").waitIdle()
        driver.expectText("Chuyển bước → Duyệt")
        #expect(fixture.pending.count == 1)
        await driver.press("f10").waitIdle()
        #expect(fixture.transport.effects.count == 1)
        #expect(fixture.pending.isEmpty)
        driver.expectText("✓ H26.1.5-261120-0001")
    }

    @Test("An act that was left with an unknown outcome is finished later, and said")
    func leftOpen() async {
        let fixture = Fixture()
        fixture.transport.forget(.post, "/v1/dossiers/*/actions")
        let answer = Response.json(FixtureData.json(FixtureData.firstInReview))
        fixture.transport.on(.post, "/v1/dossiers/*/actions", .lost(.effect(answer)), .effect(answer))
        let driver = await fixture.openFromQueue()
        await driver.press("c").waitIdle()
        await driver.press("f10").waitIdle()
        await driver.press("escape").waitIdle()
        let resumed = await fixture.desk.resumePending()
        #expect(resumed.acts == ["Chuyển bước H26.1.5-261120-0001"])
        #expect(fixture.transport.effects.count == 1)
        #expect(fixture.pending.isEmpty)
    }

    @Test("Another works on it: who and until when is said on the page and over the form")
    func claimedByOther() async {
        let fixture = Fixture()
        var options = FixtureData.options
        options.claim = DossierClaim(
            officer: FixtureData.other, since: FixtureData.claim.since, until: FixtureData.claim.until)
        fixture.answer(.get, "/v1/dossiers/*/actions", options)
        fixture.transport.forget(.put, "/v1/dossiers/*/claim")
        fixture.transport.on(.put, "/v1/dossiers/*/claim", .problem(409, "claimed"))
        let driver = await fixture.openFromQueue()
        driver.expectText("Lê Văn Thành đang xử lý, giữ tới 09:46")
        await driver.press("c").waitIdle()
        driver.expectText("Không giữ được hồ sơ")
    }

    @Test("An act with a paper stays on the page and offers to print it")
    func paper() async {
        let fixture = Fixture()
        let driver = await fixture.openFromQueue()
        await driver.press("b").waitIdle()
        driver.type("Bản sao sổ hộ khẩu").press("ctrl-t").type("Ảnh 4x6").press("tab", "tab", "tab")
        await driver.type("thiếu giấy tờ").press("f10").waitIdle()
        #expect(fixture.acts.last?.contains(#""missing":["Bản sao sổ hộ khẩu","Ảnh 4x6"]"#) == true)
        driver.expectText("hồ sơ 1/20").expectText("P in mẫu 02")
    }

    @Test("J and K go through the queue; Esc comes back with the bar on the dossier that was looked at last")
    func trail() async {
        let fixture = Fixture()
        let driver = await fixture.openFromQueue()
        await driver.press("j").waitIdle()
        await driver.press("ctrl-down").waitIdle()
        driver.expectText("hồ sơ 3/20")
        await driver.press("k").waitIdle()
        driver.expectText("hồ sơ 2/20")
        await driver.press("escape").waitIdle()
        #expect(driver.screen(as: QueueScreen.self)?.table.cursor == 1)
    }

    @Test("A session that ended asks for the login over the form, and the act goes on under its key")
    func sessionEnds() async {
        let fixture = Fixture()
        fixture.transport.forget(.post, "/v1/dossiers/*/actions")
        fixture.transport.on(
            .post, "/v1/dossiers/*/actions", .problem(401, "unauthorised"),
            .reply { .json(FixtureData.json(FixtureData.after($0))) })
        let driver = await fixture.openFromQueue()
        await driver.press("t").waitIdle()
        await driver.type("lý do").press("f10").waitIdle()
        driver.expectText("Mật khẩu")
        driver.type("tiepnhan").press("enter")
        await driver.type("tap-huan").press("enter").waitIdle()
        driver.expectText("lý do")
        await driver.press("f10").waitIdle()
        driver.expectText("✓ H26.1.5-261120-0001")
    }
}
