import APIClient
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

/// What an intake goes through beside the straight way: drafts, errors, servers that fail, officers that change.
@Suite("Intake, off the straight way")
struct IntakeFlowTests {
    /// A driver that stands on the review page of a complete intake.
    private func reviewed(_ fixture: Fixture) async -> TestDriver {
        await fixture.logIn()
        let driver = fixture.driver(HomeScreen(desk: fixture.desk))
        await driver.waitIdle()
        driver.press("n").scan(FixtureData.card)
        await driver.waitIdle()
        driver.press("alt-d", "pagedown").type("trich").press("enter")
        await driver.waitIdle()
        driver.press("ctrl-a", "f10")
        await driver.waitIdle()
        return driver
    }

    @Test("F8 to a declaration that is still under way goes to its first error once it is there")
    func errorBeforeTheForm() async throws {
        let fixture = Fixture()
        await fixture.logIn()
        let path = "/v1/procedures/2.000635/form"
        fixture.transport.forget(.get, path)
        fixture.transport.on(.get, path, .held("form", .answer(json: FixtureData.json(FixtureData.form))))
        let driver = fixture.driver(HomeScreen(desk: fixture.desk))
        await driver.waitIdle()
        driver.press("n").scan(FixtureData.card)
        await driver.waitIdle()
        driver.press("alt-d", "pagedown").type("trich").press("enter")
        while driver.screen(as: IntakeScreen.self)?.intake.picker.chosenCase == nil {
            await driver.stage.waitForReply()
            driver.stage.takeReplies()
        }
        driver.press("ctrl-a", "f10").expectText("Tờ khai của trường hợp này chưa tải xong.").press("f8")
        fixture.transport.release("form")
        await driver.waitIdle()
        driver.type("UBND phường Cửa Nam")
        let declaration = try #require(driver.screen(as: IntakeScreen.self)?.intake.declaration)
        #expect(
            declaration.text("ho_ten") == "Nguyễn Thị Ánh", "nothing is typed over what the card filled in")
        #expect(declaration.text("noi_dang_ky") == "UBND phường Cửa Nam")
    }

    @Test("The draft is on the disk two seconds after the last key, and comes back after a hang-up")
    func draft() async throws {
        let fixture = Fixture()
        await fixture.logIn()
        let driver = fixture.driver(IntakeScreen(desk: fixture.desk))
        driver.type("00118")
        #expect(fixture.drafts.isEmpty)
        driver.advance(seconds: 2)
        await driver.waitIdle()
        #expect(fixture.drafts.count == 1)
        driver.expectText("Nháp đã lưu 09:41")
        driver.type("5000123").type("Nguyễn Thị Á")
        driver.hangUp()
        let draft = try #require(fixture.drafts.first)
        let again = fixture.driver(IntakeScreen(desk: Fixture(signedIn: false).desk, draft: draft))
        again.expectText("001185000123").expectText("Nguyễn Thị Á").expectText("Đã mở lại nháp.")
    }

    @Test("A draft with procedure, papers and declaration comes back whole")
    func wholeDraft() async throws {
        let fixture = Fixture()
        let driver = await reviewed(fixture)
        driver.press("alt-5").press("alt-4").press("tab", "tab", "end").type("0")
        driver.press("escape")
        await driver.waitIdle()
        driver.expectText("Nguyễn Thị Ánh").expectText("Cấp bản sao trích lục").press("tab", "enter")
        await driver.waitIdle()
        let intake = try #require(driver.screen(as: IntakeScreen.self)?.intake)
        #expect(intake.picker.caseCode == "TL")
        #expect(intake.papers.missing.isEmpty)
        #expect(intake.declaration?.rawText("so_ban") == "10")
        #expect(intake.page == .declaration)
    }

    @Test("A draft of a changed form loses nothing and says so")
    func changedForm() async throws {
        let fixture = Fixture()
        let driver = await reviewed(fixture)
        driver.press("alt-4")
        let path = FieldPath("noi_dang_ky")
        var intake = try #require(driver.screen(as: IntakeScreen.self)?.intake)
        intake.declaration?.focus(path)
        driver.press("escape")
        await driver.waitIdle()
        var changed = FixtureData.form
        changed.version = 4
        changed.pages[0].groups[0].fields.removeAll { $0.id == "noi_dang_ky" }
        fixture.answer(.get, "/v1/procedures/2.000635/form", changed)
        driver.press("tab", "enter")
        await driver.waitIdle()
        driver.expectText("Tờ khai đã đổi từ bản 3 sang bản 4")
        #expect(driver.screen(as: IntakeScreen.self)?.intake.declaration?.text("ho_ten") == "Nguyễn Thị Ánh")
    }

    @Test("UX-4 A draft is finished on the version of the form it was begun with, where that is to be had")
    func keptVersion() async throws {
        let fixture = Fixture()
        let driver = await reviewed(fixture)
        driver.press("alt-4")
        driver.press("escape")
        await driver.waitIdle()
        var procedure = FixtureData.procedure
        for index in procedure.cases.indices { procedure.cases[index].formVersion = 4 }
        fixture.answer(.get, "/v1/procedures/2.000635", procedure)
        fixture.transport.on(
            .get, "/v1/forms/trich-luc/versions/3", .answer(json: FixtureData.json(FixtureData.form)))
        driver.press("tab", "enter")
        await driver.waitIdle()
        let intake = try #require(driver.screen(as: IntakeScreen.self)?.intake)
        #expect(intake.declaration?.definition.version == 3)
        #expect(intake.request?.formVersion == 3)
        driver.expectNoText("Tờ khai đã đổi")
    }

    @Test("A draft whose procedure is gone keeps everything else")
    func procedureGone() async throws {
        let fixture = Fixture()
        let driver = await reviewed(fixture)
        driver.press("escape")
        await driver.waitIdle()
        fixture.transport.forget(.get, "/v1/procedures/2.000635")
        fixture.transport.on(.get, "/v1/procedures/2.000635", .problem(404, "not_found"))
        driver.press("tab", "enter")
        await driver.waitIdle()
        driver.expectText("không còn hiệu lực")
        let intake = try #require(driver.screen(as: IntakeScreen.self)?.intake)
        #expect(intake.page == .procedure)
        #expect(intake.text("phone") == "0912345678")
        #expect(intake.laidAside["trich-luc"] != nil)
    }

    @Test("Errors of the server stand at the fields they are about")
    func serverErrors() async {
        let fixture = Fixture()
        fixture.transport.forget(.post, "/v1/dossiers")
        fixture.transport.on(
            .post, "/v1/dossiers",
            .problem(
                422, "validation_failed",
                more: #"""
                    "errors":[{"pointer":"/applicant/phone","code":"phone","message":"Số này không có thật.",
                    "hint":"Hỏi lại người nộp."},{"pointer":"/answers/so_ban","code":"max","message":"Quá nhiều bản."}]
                    """#),
            .effect(.json(FixtureData.json(FixtureData.dossier), status: 201)))
        let driver = await reviewed(fixture)
        driver.press("f10")
        await driver.waitIdle()
        driver.expectText("! Số này không có thật.")
        let screen = driver.screen(as: IntakeScreen.self)
        #expect(screen?.intake.page == .applicant)
        #expect(screen?.intake.applicant.focus?.field == "phone")
        driver.expectText("1 Người nộp!").expectText("4 Tờ khai!")
        driver.press("alt-4").expectText("! Quá nhiều bản.")
        // Mended, it goes through under the same key.
        driver.press("f10", "f10")
        await driver.waitIdle()
        driver.expectText("ĐÃ TIẾP NHẬN HỒ SƠ")
        let keys = fixture.transport.requests.filter { $0.target == "/v1/dossiers" }
            .compactMap { $0.headers.first("Idempotency-Key") }
        #expect(keys.count == 2 && Set(keys).count == 1)
    }

    @Test(
        "A server that is down, slow or talks rubbish: a clear word, all still there, and one dossier in the end",
        arguments: [
            (ScriptedTransport.Step.fail(.refused), "Không nối được tới máy chủ"),
            (.fail(.timedOut), "Máy chủ trả lời quá chậm"),
            (.answer(json: "{\"rub\": true}", status: 201), "sai khuôn dạng"),
            (
                .answer(Response(status: 200, headers: [Header("Content-Type", "text/html")], body: [60])),
                "sai khuôn dạng"
            ),
            (
                .lost(.effect(.json(FixtureData.json(FixtureData.dossier), status: 201))),
                "Không nối được tới máy chủ"
            ),
            (.problem(500, "internal"), "internal"),
        ])
    func failing(step: ScriptedTransport.Step, words: String) async throws {
        let fixture = Fixture()
        fixture.transport.forget(.post, "/v1/dossiers")
        fixture.transport.on(
            .post, "/v1/dossiers", step, .effect(.json(FixtureData.json(FixtureData.dossier), status: 201)))
        let driver = await reviewed(fixture)
        driver.press("f10")
        await driver.waitIdle()
        driver.expectText(words).expectText("Nguyễn Thị Ánh")
        driver.press("f10")
        await driver.waitIdle()
        driver.expectText("ĐÃ TIẾP NHẬN HỒ SƠ")
        #expect(fixture.transport.effects.count == 1)
        #expect(fixture.pending.isEmpty)
        #expect(fixture.drafts.isEmpty)
    }

    @Test(
        "The server comes back after a try that was not answered: nobody reads any more that it can't be reached"
    )
    func serverIsBack() async throws {
        let fixture = Fixture()
        fixture.transport.forget(.post, "/v1/dossiers")
        fixture.transport.on(.post, "/v1/dossiers", .fail(.refused))
        let driver = await reviewed(fixture)
        await driver.press("f10").waitIdle()
        driver.expectText("Không nối được tới máy chủ")
        fixture.desk.setLink(.connected)
        driver.advance(seconds: 20).expectNoText("Không nối được")
        driver.expectText("Đã nối lại; lần gửi trước chưa có trả lời. F10 gửi lại")
    }

    @Test(
        "Changed after a try that had arrived: the officer is told what stands there, and there is one dossier"
    )
    func changedAfterLoss() async throws {
        let fixture = Fixture()
        fixture.transport.forget(.post, "/v1/dossiers")
        let answer = Response.json(FixtureData.json(FixtureData.dossier), status: 201)
        fixture.transport.on(.post, "/v1/dossiers", .lost(.effect(answer)), .effect(answer))
        let driver = await reviewed(fixture)
        driver.press("f10")
        await driver.waitIdle()
        driver.press("alt-1", "end").type("9")
        driver.press("f10", "f10")
        await driver.waitIdle()
        if driver.screen(as: IntakeScreen.self) != nil {
            // The phone is too long now: mend it, and send.
            driver.press("backspace", "f10", "f10")
            await driver.waitIdle()
        }
        driver.expectText("ĐÃ TIẾP NHẬN HỒ SƠ")
        #expect(fixture.transport.effects.count == 1)
    }

    @Test("A session that ends in the middle: log in over the form, and the act goes on under its key")
    func expired() async {
        let fixture = Fixture()
        fixture.transport.forget(.post, "/v1/dossiers")
        fixture.transport.on(
            .post, "/v1/dossiers", .problem(401, "unauthorised"),
            .effect(.json(FixtureData.json(FixtureData.dossier), status: 201)))
        let driver = await reviewed(fixture)
        driver.press("f10")
        await driver.waitIdle()
        driver.expectText("Phiên làm việc đã hết hạn").expectText("Trần Thu Hà gõ còn")
        driver.type("tiepnhan").press("enter").type("tap-huan").press("enter")
        await driver.waitIdle()
        driver.expectText("ĐÃ TIẾP NHẬN HỒ SƠ")
        let keys = fixture.transport.requests.filter { $0.target == "/v1/dossiers" }
            .compactMap { $0.headers.first("Idempotency-Key") }
        #expect(keys.count == 2 && Set(keys).count == 1)
    }

    @Test("Another officer over the form: the first one's work is sealed and gone from the screen")
    func otherOfficer() async throws {
        let fixture = Fixture()
        fixture.transport.forget(.post, "/v1/dossiers")
        fixture.transport.on(.post, "/v1/dossiers", .problem(401, "unauthorised"))
        let driver = await reviewed(fixture)
        let first = try #require(fixture.desk.store)
        driver.press("f10")
        await driver.waitIdle()
        var other = FixtureData.me
        other.officer = OfficerRef(
            id: "01900000-0000-7000-8000-00000000a002", name: "Lê Văn Hai", position: nil)
        fixture.answer(.get, "/v1/me", other)
        driver.type("tiepnhan2").press("enter").type("tap-huan").press("enter")
        await driver.waitIdle()
        driver.expectText("Lê Văn Hai").expectNoText("Nguyễn Thị Ánh").expectText("Không có nháp nào.")
        let kept = try first.drafts()
        #expect(kept.count == 1)
    }

    @Test("Missing papers lead to form 02 with the list, refusal to form 03 with its reason")
    func slips() async throws {
        let fixture = Fixture()
        await fixture.logIn()
        let driver = fixture.driver(IntakeScreen(desk: fixture.desk))
        await driver.waitIdle()
        driver.scan(FixtureData.card)
        await driver.waitIdle()
        driver.press("alt-d", "pagedown").type("trich").press("enter")
        await driver.waitIdle()
        driver.press("space", "alt-s")
        await driver.waitIdle()
        driver.expectText("(•) yêu cầu bổ sung (02)").expectText("Thẻ căn cước hoặc giấy tờ tùy thân")
        driver.press("f10")
        await driver.waitIdle()
        let body = try #require(fixture.bodies(.post, "/v1/dossiers").last)
        #expect(body.contains(#""decision":"request_supplement""#))
        #expect(body.contains(#""missing":["Thẻ căn cước hoặc giấy tờ tùy thân"]"#))
        #expect(body.contains("Thành phần hồ sơ chưa đầy đủ"))
    }

    @Test("Receiving with papers missing is asked about first")
    func receiveIncomplete() async {
        let fixture = Fixture()
        await fixture.logIn()
        let driver = fixture.driver(IntakeScreen(desk: fixture.desk))
        await driver.waitIdle()
        driver.scan(FixtureData.card)
        await driver.waitIdle()
        driver.press("alt-d", "pagedown").type("trich").press("enter")
        await driver.waitIdle()
        driver.press("f10")
        await driver.waitIdle()
        // The officer insists on receiving.
        driver.press("left", "left").press("f10")
        await driver.waitIdle()
        driver.expectText("Hồ sơ còn thiếu giấy tờ")
        #expect(fixture.transport.effects.isEmpty)
    }

    @Test("One key takes in the next procedure for the same person")
    func next() async throws {
        let fixture = Fixture()
        let driver = await reviewed(fixture)
        driver.press("f10")
        await driver.waitIdle()
        driver.press("enter")
        await driver.waitIdle()
        let intake = try #require(driver.screen(as: IntakeScreen.self)?.intake)
        #expect(intake.page == .procedure)
        #expect(intake.identityNumber == "001185000123")
        #expect(intake.previous == FixtureData.dossier.id)
        #expect(intake.picker.procedure == nil)
        driver.type("trich").press("enter")
        await driver.waitIdle()
        driver.press("ctrl-a", "f10", "f10")
        await driver.waitIdle()
        let bodies = fixture.bodies(.post, "/v1/dossiers")
        #expect(bodies.count == 2)
        #expect(bodies.last?.contains(#""previous":"\#(FixtureData.dossier.id)""#) == true)
        #expect(fixture.transport.effects.count == 2)
    }

    @Test(
        "A card cut short, garbled or with an impossible date is told, and nothing typed is touched",
        arguments: [
            "001185000123|011223344|Nguyễn Thị Án",
            "001185000123|011223344|Nguyễn Thị Ánh|31021985|Nữ|Hà Nội|01012022",
            "001185000123|011223344|Nguyeexn Thij Anhs|12031985|Nwx|Haf Nooji|01012022",
        ])
    func brokenCards(card: String) async {
        let fixture = Fixture()
        await fixture.logIn()
        let driver = fixture.driver(IntakeScreen(desk: fixture.desk))
        driver.press("tab").type("Lê Thị Ba")
        driver.scan(card)
        driver.expectText("Lê Thị Ba")
        #expect(driver.requests.contains(.bell))
        #expect(driver.screen(as: IntakeScreen.self)?.intake.text("identity_number") == nil)
    }

    @Test("A card of another person waits for a key")
    func otherCard() async {
        let fixture = Fixture()
        await fixture.logIn()
        let driver = fixture.driver(IntakeScreen(desk: fixture.desk))
        driver.type("079085000999").type("Trần Văn Bình")
        driver.scan(FixtureData.card).expectText("khác chủ hồ sơ đang nhập")
        driver.expectText("Trần Văn Bình")
        driver.press("alt-d").expectText("Đổi chủ hồ sơ?").press("right", "enter")
        await driver.waitIdle()
        #expect(driver.screen(as: IntakeScreen.self)?.intake.applicantName == "Nguyễn Thị Ánh")
    }

    @Test("Nothing known is put over what was typed")
    func typedStays() async {
        let fixture = Fixture()
        await fixture.logIn()
        let driver = fixture.driver(IntakeScreen(desk: fixture.desk))
        driver.type("001185000123").type("Nguyễn Thị Oanh")
        await driver.waitIdle()
        driver.expectText("Trong hệ thống ghi khác: Họ và tên Nguyễn Thị Ánh")
        driver.press("alt-d")
        await driver.waitIdle()
        driver.expectText("Nguyễn Thị Oanh").expectText("0912345678")
    }

    @Test("Nộp thay: the second card is the submitter's")
    func onBehalf() async throws {
        let fixture = Fixture()
        await fixture.logIn()
        let driver = fixture.driver(IntakeScreen(desk: fixture.desk))
        driver.scan(FixtureData.card)
        await driver.waitIdle()
        driver.press("alt-n")
        driver.scan("079085000999|024681012|Trần Văn Bình|01011985|Nam|TP Hồ Chí Minh|01012022")
        let intake = try #require(driver.screen(as: IntakeScreen.self)?.intake)
        #expect(intake.wireSubmitter?.name == "Trần Văn Bình")
        #expect(intake.wireApplicant.name == "Nguyễn Thị Ánh")
    }

    @Test("A number that does not fit birth date or sex is a warning and holds nothing up")
    func mismatch() async {
        let fixture = Fixture()
        await fixture.logIn()
        let driver = fixture.driver(IntakeScreen(desk: fixture.desk))
        driver.scan(FixtureData.card.replacing("12031985", with: "12031986"))
        await driver.waitIdle()
        driver.expectText("▲")
        #expect(driver.screen(as: IntakeScreen.self)?.intake.mismatches.isEmpty == false)
    }

    @Test("Ten thousand characters pasted are cut visibly")
    func paste() async {
        let fixture = Fixture()
        await fixture.logIn()
        let driver = fixture.driver(IntakeScreen(desk: fixture.desk))
        driver.press("tab")
        driver.paste(String(repeating: "Nguyễn ", count: 1429))
        #expect((driver.screen(as: IntakeScreen.self)?.intake.applicant.rawText("name")?.count ?? 0) <= 255)
        driver.expectText("ký tự cuối không được nhận")
    }

    @Test("A tiny window and back: all is still there")
    func resize() async {
        let fixture = Fixture()
        let driver = await reviewed(fixture)
        let before = driver.screenText
        driver.resize(20, 5).expectText("Cửa sổ nhỏ")
        driver.resize(80, 24)
        #expect(driver.screenText == before)
    }
}
