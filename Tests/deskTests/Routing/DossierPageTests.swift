import APIClient
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

/// What a dossier's page says, and what its acts ask.
@Suite("A dossier's page and its acts")
struct DossierPageTests {
    private static let now = Instant(rfc3339: "2026-11-23T09:41:00+07:00")!

    // MARK: Deliver

    private static let deliver = ActForm.definition(
        .deliver, needs: [.handoverProof], delivery: .desk, takers: ["001185000123"])

    private func missing(_ answers: Answers) -> [String] {
        var form = FormState(Self.deliver, answers: answers, today: Self.now.date)
        return form.validate().map(\.path.pointer).sorted()
    }

    @Test("Deliver: the form asks a stranger for a relation, and the desk for a number or the slip")
    func stranger() {
        let name = Answer.text("Nguyễn Thị Ánh")
        #expect(missing(["recipient": name]) == ["/answers/identity_number"])
        #expect(missing(["recipient": name, "slip_returned": .flag(true)]) == [])
        #expect(missing(["recipient": name, "identity_number": .text("001185000123")]) == [])
        #expect(
            missing(["recipient": name, "identity_number": .text("001190000789")]) == ["/answers/relation"])
        #expect(
            missing(["recipient": name, "identity_number": .text("001190000789"), "relation": .text("Con")])
                == [])
    }

    @Test("Deliver: a scan that fills the number takes its error out of the count")
    func scan() {
        var form = FormState(Self.deliver, answers: Answers(), today: Self.now.date)
        _ = form.validate()
        #expect(form.messageLine(.vi).text.string.contains("2"))
        form.fill(ActForm.ID.identity, value: .text("001185000123"), source: Strings.Act.fromCard)
        #expect(form.messageLine(.vi).text.string == ToolkitStrings.errors(1).text(.vi))
        form.fill(ActForm.ID.recipient, value: .text("Nguyễn Thị Ánh"), source: Strings.Act.fromCard)
        #expect(!form.messageLine(.vi).text.string.contains("lỗi"))
    }

    // MARK: Who has it

    @Test("Claim: the page says until when the officer holds it, and who has it without a claim")
    func holder() async {
        let mine = Fixture { $0.claim = FixtureData.claim }
        var driver = await mine.openFromQueue()
        driver.expectText("bạn đang giữ đến 09:46").expectNoText("chưa ai nhận")
        let assigned = Fixture { $0.assignee = FixtureData.me.officer }
        driver = await assigned.openFromQueue()
        driver.expectText("· bạn đang giữ").expectNoText("chưa ai nhận")
        let other = Fixture { $0.assignee = FixtureData.other }
        driver = await other.openFromQueue()
        driver.expectText("Lê Văn Thành đang giữ").expectNoText("chưa ai nhận")
    }

    @Test(
        "Where it is: an ended dossier is nobody's to take up, one that is done waits for its owner",
        arguments: [
            (10, "Hồ sơ đã kết thúc tại UBND phường Hoàn Kiếm"), (3, "Hồ sơ đã kết thúc tại"),
            (7, "Hồ sơ đã kết thúc tại"), (9, "Đang ở UBND phường Hoàn Kiếm · có kết quả, chờ trả"),
            (4, "Đang ở UBND phường Hoàn Kiếm · chưa ai nhận"),
        ] as [(Int, String)])
    func place(status: Int, words: String) async {
        let fixture = Fixture()
        var dossier = FixtureData.dossier
        dossier.status = status
        fixture.transport.forget(.get, "/v1/dossiers/\(dossier.id)")
        fixture.transport.on(.get, "/v1/dossiers/\(dossier.id)", .answer(json: FixtureData.json(dossier)))
        let driver = await fixture.dossier()
        driver.expectText(words)
        if status != 4 { driver.expectNoText("chưa ai nhận") }
    }

    @Test(
        "What is owed stands on the page by the ledger, whatever the step; with intake's answer, too",
        arguments: [(100_000, "Chưa nộp: 100.000 đ."), (0, "Đã nộp đủ.")] as [(Int, String)])
    func owed(owed: Int, words: String) async {
        var dossier = FixtureData.dossier
        dossier.owed = owed
        let sheet = DossierSheet(
            dossier: dossier, events: .ready([]), form: .none, now: Self.now, language: .vi
        ).sheet(width: 78)
        let text = sheet.lines.map { $0.map(\.text.string).joined() }.joined(separator: "\n")
        #expect(text.contains(words), "\(text)")
        let readout = Readout(dossier: dossier, now: Self.now).sentences.map { $0.text(.vi) }
        #expect(readout.contains { $0.contains("chưa nộp") || $0.contains("còn phải nộp") } == (owed > 0))
    }

    // MARK: Papers that came

    @Test("Supplement_in: what was asked for stands in the form, and only what came goes out")
    func supplement() async {
        let fixture = Fixture { options in
            let index = options.items.firstIndex { $0.action == .supplementIn }
            options.items[index ?? 0].asked = [
                SubmittedDocument(code: "GT9", name: "Trích lục khai sinh", originals: 1, copies: 0),
                SubmittedDocument(code: "KHAC", name: "Chữ ký của cha", originals: 0, copies: 0),
            ]
        }
        let driver = await fixture.openFromQueue()
        await driver.press("v").waitIdle()
        driver.expectText("Trích lục khai sinh").expectText("Chữ ký của cha")
        driver.press("tab").type("1").press("tab", "tab", "tab", "tab", "tab").type("0")
        await driver.press("f10").waitIdle()
        #expect(
            fixture.acts.last?.contains(
                #""documents":[{"code":"GT9","copies":0,"digitised":"none","originals":1}]"#) == true,
            "\(fixture.acts) \(driver.screenText)")
    }

    // MARK: Clock

    @Test("Clock: page and form of an act say the server's share, and none where it says none")
    func share() async {
        let fixture = Fixture()
        var clock = FixtureData.clock
        clock.usedPercent = 2
        fixture.answer(.get, "/v1/dossiers/*/clock", clock)
        let driver = await fixture.openFromQueue()
        driver.expectText(" 2% ")
        await driver.press("c").waitIdle()
        driver.expectText("đang chạy 2%")
        let bar = ClockBar(dossier: FixtureData.inReview, clock: nil, now: Self.now)
        #expect(bar.used == nil)
    }

    @Test("Clock: an online dossier that waits to be taken in says until when it is to be answered")
    func limit() {
        var dossier = FixtureData.dossier
        (dossier.status, dossier.channel, dossier.acceptedAt, dossier.dueAt) = (1, 2, nil, nil)
        let due = Instant(rfc3339: "2026-11-23T16:00:00+07:00")!
        let early = ClockBar(dossier: dossier, clock: nil, limit: due, now: Self.now)
        #expect(early.line(.vi, .unicode).string == "- phải trả lời trước 16:00 23/11/2026")
        let late = ClockBar(dossier: dossier, clock: nil, limit: due, now: due.adding(seconds: 60))
        #expect(late.role == .overdue)
        #expect(late.line(.vi, .unicode).string == "! QUÁ HẠN trả lời, phải trước 16:00 23/11/2026")
    }

    // MARK: Words

    @Test("Why not seen: the answer goes when the code is edited")
    func explain() async {
        let fixture = Fixture()
        await fixture.logIn()
        let explanation = PermissionExplanation(
            subject: "x", visible: false, mayAct: false,
            reasons: [ActionReason(code: "not_found", message: "Không có hồ sơ mang mã này.")])
        let permissions = Permissions(
            assignments: [], delegations: [], serves: [], explanation: explanation)
        fixture.transport.on(.get, "/v1/me/permissions", .answer(json: FixtureData.json(permissions)))
        let driver = fixture.driver(ExplainScreen(desk: fixture.desk))
        driver.type("H26.1.5-261120-0001")
        await driver.press("f10").waitIdle()
        driver.expectText("Không có hồ sơ mang mã này.")
        driver.press("backspace").expectNoText("Không có hồ sơ mang mã này.")
    }

    @Test("Undo: an act that can't be undone says so")
    func undo() async {
        let fixture = Fixture { $0.items.removeAll { $0.action == .undo } }
        let driver = await fixture.openFromQueue()
        await driver.press("u").waitIdle()
        driver.expectText("không hoàn tác được").expectNoText("Quy trình không có việc này")
    }

    @Test("Words: a step that is called like the act is said once, training's key by its name")
    func words() {
        #expect(Strings.Act.formTitle(Strings.Act.name(.receive), "Tiếp nhận").text(.vi) == "Tiếp nhận")
        #expect(Strings.Act.formTitle(Strings.Act.name(.forward), "Duyệt").text(.vi) == "Chuyển bước → Duyệt")
        let note = Strings.Act.signingNote(TrainingSigningKey.id).text(.vi)
        #expect(note.contains("khóa tập huấn") && !note.contains("training"))
    }

    @Test("Filter: the order that a queue has by itself is named")
    func order() async {
        let fixture = Fixture()
        let driver = await fixture.openFromQueue()
        await driver.press("escape").waitIdle()
        await driver.press("f4").waitIdle()
        driver.expectText("Hẹn trả sớm trước")
    }
}
