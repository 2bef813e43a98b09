import APIClient
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

private let target = "/v1/dossiers/" + FixtureData.dossier.id

/// What the trial of the intake found of dossiers that begin with form 02, of issuing and of corrections.
@Suite("Supplement, issue and correction")
struct SupplementFlowTests {
    private static func supplement(
        _ options: inout ActionOptions, lacking: [LackingAnswer]?, forms: [String] = []
    ) {
        let index = options.items.firstIndex { $0.action == .supplementIn } ?? 0
        options.items[index].asked = [
            SubmittedDocument(code: "GT9", name: "Trích lục khai sinh", originals: 1, copies: 0)
        ]
        options.items[index].lacking = lacking
        options.items[index].forms = forms
    }

    @Test("V with an unfinished declaration: what it lacks is named, and only a reason lets it go on")
    func lackingDeclaration() async {
        let lacking = [
            LackingAnswer(pointer: "/answers/ho_ten", label: "Họ và tên"),
            LackingAnswer(pointer: "/answers/noi_dang_ky", label: "Nơi đã đăng ký"),
        ]
        let fixture = Fixture { Self.supplement(&$0, lacking: lacking) }
        let driver = await fixture.openFromQueue()
        await driver.press("v").waitIdle()
        driver.expectText("Tờ khai còn thiếu").expectText("Họ và tên; Nơi đã đăng ký.")
            .expectText("Q để bổ sung tờ khai")
        driver.press("tab").type("1").press("tab").type("0")
        await driver.press("f10").waitIdle()
        #expect(fixture.acts.isEmpty)
        #expect(driver.screen(as: ActScreen.self)?.form?.focus?.field == "incomplete_reason")
        await driver.type("Nộp bằng giấy.").press("f10").waitIdle()
        #expect(
            fixture.acts.last?.contains(#""incomplete_reason":"Nộp bằng giấy.""#) == true, "\(fixture.acts)")
    }

    @Test("What the server finds lacking in between stands at the reason, with its name")
    func lackingMeanwhile() async {
        let path = ActForm.path(of: "/answers/con/0/ten")
        #expect(path == FieldPath(ActForm.ID.incompleteReason))
        #expect(ActForm.path(of: "/incomplete_reason") == path)
    }

    @Test(
        "What was recorded as come by a correction stands in V's list as come, and is not missing there again"
    )
    func cameAlready() {
        let asked = [
            SubmittedDocument(code: "GT1", name: "Tờ khai", originals: 1, copies: 0),
            SubmittedDocument(code: "GT9", name: "Trích lục khai sinh", originals: 1, copies: 0),
        ]
        let there = [SubmittedDocument(code: "GT1", name: "Tờ khai", originals: 2, copies: 1)]
        let rows = ActForm.answers(asked: asked, there: there).rows(ActForm.ID.documents)
        #expect(rows[0][ActForm.ID.originals] == .number(2) && rows[0][ActForm.ID.copies] == .number(1))
        #expect(rows[1][ActForm.ID.originals] == nil)
    }

    @Test("After V the officer is told that form 01 can be printed, and P leads to it")
    func formOne() async {
        let fixture = Fixture { Self.supplement(&$0, lacking: nil, forms: ["01"]) }
        let driver = await fixture.openFromQueue()
        await driver.press("v").waitIdle()
        driver.press("tab").type("1").press("tab").type("0")
        await driver.press("f10").waitIdle()
        driver.expectText("P in mẫu 01")
    }

    @Test("Number and day are asked for where a result is issued: without the number nothing goes out")
    func issueWithoutNumber() async {
        let fixture = Fixture { options in
            let index = options.items.firstIndex { $0.action == .finish } ?? 0
            options.items[index].results = [
                SubmittedDocument(code: "KQ1", name: "Giấy khai sinh", originals: 1, copies: 0)
            ]
        }
        let driver = await fixture.openFromQueue()
        await driver.press("f").waitIdle()
        await driver.press("f10").waitIdle()
        #expect(fixture.acts.isEmpty)
        #expect(driver.screen(as: ActScreen.self)?.form?.focus?.field == "result_number")
        driver.expectText("Số văn bản *")
        let request = ActForm.path(of: "/documents/0/number", in: [ActForm.ID.results])
        #expect(request == FieldPath("result_number", group: "results", row: 0))
    }

    @Test(
        "Reason and missing papers of form 02 are shown while they hold, and not after the supplement came",
        arguments: [(5, true, true), (3, true, false), (2, false, false), (4, false, false)])
    func oldReason(status: Int, reason: Bool, missing: Bool) {
        var dossier = FixtureData.dossier
        dossier.status = status
        dossier.reason = "Thiếu giấy tờ bắt buộc."
        dossier.missing = ["Giấy chứng sinh"]
        let sheet = DossierSheet(
            dossier: dossier, events: .none, form: .none, now: FixtureData.dossier.submittedAt, language: .vi
        ).sheet(width: 78)
        let text = sheet.lines.map { $0.map(\.text.string).joined() }.joined(separator: "\n")
        #expect(text.contains("Thiếu giấy tờ bắt buộc.") == reason)
        #expect(text.contains("Giấy chứng sinh") == missing)
    }

    @Test(
        "Q corrects declaration, pages, sets and note: only what changed goes out, each with before and after"
    )
    func amendEverything() async throws {
        let fixture = Fixture()
        fixture.transport.on(.patch, target, .answer(json: FixtureData.json(FixtureData.dossier)))
        let driver = await fixture.amending(columns: 100, rows: 40)
        driver.type("Ghi nhầm.")
        func type(_ field: String, _ text: String) {
            for _ in 0..<60 where driver.screen(as: AmendScreen.self)?.form?.focus?.field != field {
                driver.press("tab")
            }
            #expect(driver.screen(as: AmendScreen.self)?.form?.focus?.field == field)
            driver.press("ctrl-e", "ctrl-u").type(text)
        }
        type("quantity_PHI-TL", "3")
        type("copies", "2")
        type("dossier_note", "Gọi buổi chiều.")
        driver.press("pagedown")
        driver.expectText("Người yêu cầu")
        type("tk_noi_dang_ky", "UBND phường Hoàn Kiếm")
        driver.press("f10")
        driver.expectText("Số lượng tính phí: (trống) → 3").expectText("Số bộ hồ sơ: 1 → 2")
            .expectText("Ghi chú: (trống) → Gọi buổi chiều.")
            .expectText("Tờ khai, Nơi đã đăng ký: UBND phường Cửa Nam → UBND phường")
        await driver.press("enter").waitIdle()
        let body = try #require(fixture.bodies(.patch, target).last)
        let sent = try StrictJSON.decode(DossierAmendment.self, from: Array(body.utf8))
        #expect(sent.quantities == ["PHI-TL": .count(3)])
        #expect(sent.copies == 2 && sent.note == "Gọi buổi chiều.")
        var answers = FixtureData.dossier.answers
        answers["noi_dang_ky"] = .text("UBND phường Hoàn Kiếm")
        #expect(sent.answers == answers)
        #expect(sent.applicant == nil && sent.documents == nil && sent.delivery == nil && sent.dueAt == nil)
    }

    @Test("A fault in the declaration stands at its entry, one of a fee at what it is counted by")
    func faultsOfTheServer() throws {
        let subject = AmendSubject(
            FixtureData.dossier, procedure: FixtureData.procedure, declaration: FixtureData.form)
        let problem = try StrictJSON.decode(
            Problem.self,
            from: Array(
                #"""
                {"type":"about:blank","title":"Sai","status":422,"code":"invalid_input","retryable":false,"errors":[
                {"pointer":"/answers/so_ban","code":"required","message":"Cần số bản."},
                {"pointer":"/quantities/PHI-TL","code":"already_paid","message":"Đã thu."},
                {"pointer":"/note","code":"too_long","message":"Dài."}]}
                """#.utf8))
        #expect(
            AmendForm.errors(problem, in: subject).map(\.path) == [
                FieldPath("tk_so_ban"), FieldPath("quantity_PHI-TL"), FieldPath("dossier_note"),
            ])
    }

    @Test(
        "What waits for its supplement can be completed entry by entry; what it lacks is named, not asked for"
    )
    func completing() {
        var dossier = FixtureData.dossier
        dossier.status = 5
        dossier.acceptedAt = nil
        dossier.answers = ["ho_ten": .text("Nguyễn Thị Ánh")]
        let desk = Fixture().desk
        #expect(desk.canAmend(dossier))
        var unanswered = dossier
        unanswered.status = 1
        #expect(!desk.canAmend(unanswered))
        let subject = AmendSubject(
            dossier, procedure: FixtureData.procedure, declaration: FixtureData.form)
        let form = AmendForm.definition(subject, today: FixtureData.dossier.submittedAt.date)
        let fields = form.pages[1].groups.flatMap(\.fields)
        #expect(fields.map(\.id) == ["tk_ho_ten", "tk_noi_dang_ky", "tk_so_ban"])
        #expect(fields.allSatisfy { $0.required == .never })
        #expect(form.pages[1].groups[0].help?.text(.vi) == "Tờ khai còn thiếu: Nơi đã đăng ký; Số bản.")
    }
}
