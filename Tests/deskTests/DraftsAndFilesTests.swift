import APIClient
import ArgumentParser
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

/// Files of a dossier, drafts taken up again, duplicates and copies.
@Suite("Files, drafts and duplicates")
struct DraftsAndFilesTests {
    private static let text = "Giấy giới thiệu của cơ quan.\n"

    private static let hash = "eefed8684da51aebb136828262fbfeee471ae24cf64f31bba30585ca1e375041"

    /// A dossier that came with a file of text.
    private static func dossierWithFile() async -> Fixture {
        let fixture = Fixture()
        await fixture.logIn()
        let bytes = Array(text.utf8)
        let hash = Self.hash
        var dossier = FixtureData.dossier
        let file = FileAnswer(
            sha256: hash, name: "giay-gioi-thieu.txt", type: "text/plain", size: bytes.count)
        dossier.answers["giay_to"] = .rows([file.row])
        fixture.answer(.get, "/v1/dossiers/\(dossier.id)", dossier)
        fixture.transport.on(
            .get, "/v1/files/\(hash)",
            .answer(Response(status: 200, headers: [Header("Content-Type", "text/plain")], body: bytes)))
        return fixture
    }

    @Test("The files of a dossier are looked at and saved from its page")
    func files() async throws {
        let fixture = await Self.dossierWithFile()
        let dossier = FixtureData.dossier
        let screen = DossierScreen(desk: fixture.desk, id: dossier.id, code: dossier.code)
        let driver = await fixture.driver(screen).waitIdle()
        driver.press("f7").expectText("1 tệp đính kèm hồ sơ").expectText("giay-gioi-thieu.txt")
        await driver.press("enter").waitIdle()
        driver.expectText("Giấy giới thiệu của cơ quan.")
        await driver.press("escape").press("s").waitIdle()
        driver.expectText("Đã lưu").press("escape")
        #expect(driver.screen(as: DossierScreen.self) != nil)
    }

    @Test("Without files there is no key for them")
    func noFiles() async {
        let driver = await Fixture().dossier()
        driver.expectNoText("F7 Tệp").press("f7")
        #expect(driver.screen(as: DossierFilesScreen.self) == nil)
    }

    @Test("What is typed at a field that F8 went to takes the place of the wrong text")
    func typedOverAtAnError() async {
        let fixture = Fixture()
        await fixture.logIn()
        let driver = fixture.driver(IntakeScreen(desk: fixture.desk))
        driver.type("31021980").press("tab").press("f8").type("001185000123")
        #expect(driver.screen(as: IntakeScreen.self)?.intake.text(ApplicantForm.ID.number) == "001185000123")
    }

    @Test("A draft taken up on the review is looked over at the first F10, and sent at the next")
    func draftOnTheReview() async throws {
        let fixture = Fixture()
        do {
            let driver = await fixture.intake(page: 6)
            await driver.press("escape").waitIdle()
            await driver.advance(seconds: 3).waitIdle()
        }
        let draft = try #require(fixture.drafts.first)
        let screen = IntakeScreen(desk: Fixture(signedIn: false).desk, draft: draft)
        #expect(screen.isUnseen)
        let other = Fixture()
        await other.logIn()
        let driver = await other.driver(IntakeScreen(desk: other.desk, draft: draft)).waitIdle()
        #expect(driver.screen(as: IntakeScreen.self)?.intake.page == .review)
        await driver.press("f10").waitIdle()
        driver.expectText("rồi F10 gửi")
        #expect(other.bodies(.post, "/v1/dossiers").isEmpty)
        await driver.press("f10").waitIdle()
        #expect(other.bodies(.post, "/v1/dossiers").count == 1)
    }

    @Test("The applicant's own telephone on the form is how he is told")
    func declaredPhone() throws {
        var intake = Intake(key: "k", now: Instant(seconds: 1_795_401_660), language: .vi)
        let phone = Field(
            id: "dien_thoai", label: Phrase("Điện thoại", en: "Phone"), kind: .text(TextRule(format: .phone)),
            sources: ["person.phone"])
        let other = Field(
            id: "cs_dien_thoai", label: Phrase("Người chăm sóc", en: "Carer"),
            kind: .text(TextRule(format: .phone)))
        let form = FormDefinition(
            id: "f", version: 1, title: Phrase("F", en: "F"),
            pages: [
                FormPage(
                    id: "p", title: Phrase("P", en: "P"),
                    groups: [FormGroup(id: "g", title: Phrase("G", en: "G"), fields: [phone, other])])
            ])
        _ = intake.take(form)
        intake.declaration?.set("cs_dien_thoai", to: .text("0911111111"))
        _ = intake.check()
        #expect(intake.isUnreachable, "somebody else's telephone")
        intake.declaration?.set("dien_thoai", to: .text("0912345678"))
        _ = intake.check()
        #expect(!intake.isUnreachable && intake.wireApplicant.phone == "0912345678")
        intake.declaration?.set("dien_thoai", to: .text("0987654321"))
        _ = intake.check()
        #expect(intake.wireApplicant.phone == "0987654321", "it follows the form")
    }

    @Test("The dossier of this act is no duplicate of itself")
    func ownDuplicate() async {
        var dossier = FixtureData.dossier
        let brief = DossierBrief(
            id: dossier.id, code: dossier.code, procedureName: dossier.procedure.name, status: 2,
            statusName: dossier.statusName, acceptedAt: dossier.acceptedAt, dueAt: nil, open: true)
        dossier.duplicates = [
            PossibleDuplicate(dossier: brief, reasons: ["Cùng chủ hồ sơ."], differences: [])
        ]
        let fixture = Fixture()
        fixture.transport.forget(.post, "/v1/dossiers")
        fixture.transport.on(.post, "/v1/dossiers", .effect(.json(FixtureData.json(dossier), status: 201)))
        let driver = await fixture.result()
        #expect(driver.screen(as: ResultScreen.self) != nil)
        driver.expectNoText("Có thể trùng")
    }

    @Test("Once the act has gone out nothing is asked about duplicates any more")
    func noCheckAfterSending() async {
        let fixture = Fixture()
        fixture.transport.forget(.post, "/v1/dossiers")
        fixture.transport.on(.post, "/v1/dossiers", .fail(.timedOut))
        let driver = await fixture.intake(page: 6)
        await driver.press("f10").waitIdle()
        let before = fixture.bodies(.post, "/v1/dossiers:check-duplicates").count
        await driver.press("f10").waitIdle()
        #expect(fixture.bodies(.post, "/v1/dossiers:check-duplicates").count == before)
    }

    @Test("A PDF that was saved and the paper printed of it are one copy")
    func savedThenPrinted() async {
        let fixture = Fixture()
        await fixture.logIn()
        var slip = SlipScreen(desk: fixture.desk, dossier: FixtureData.dossier, me: FixtureData.me)
        let first = slip.nextKey
        _ = slip.handle(
            .message(.done(.success(.saved(path: "/a.pdf")), warning: nil, copy: 0)), fixture.context)
        #expect(slip.nextKey == first && slip.nextCopy == 0)
        _ = slip.handle(
            .message(.done(.success(.printed(printer: "p")), warning: nil, copy: 0)), fixture.context)
        #expect(slip.nextKey != first && slip.nextCopy == 1)
    }

    @Test("PgDn stays on page 2 until a procedure is chosen, and says so")
    func noProcedure() async {
        let driver = await Fixture().intake(page: 2)
        driver.press("pagedown").expectText("Chưa chọn thủ tục.")
        #expect(driver.screen(as: IntakeScreen.self)?.intake.page == .procedure)
    }

    @Test("With the bar on the drafts the key bar offers to hand one over, at 80 columns")
    func handOverKey() async throws {
        let fixture = Fixture()
        let put = DraftPut(
            id: "01900000-0000-7000-8000-00000000f002", kind: "intake", title: "Nguyễn Thị Ánh",
            content: .object(["page": .int(1)]))
        _ = try #require(try fixture.desk.store?.saveDraft(put))
        let driver = await fixture.home()
        driver.press("tab").expectText("H Bàn giao")
    }

    @Test("Coming back from a draft shows the one that was just saved")
    func savedDraftIsSeen() async throws {
        let fixture = Fixture()
        for number in 1...30 {
            fixture.time.advance(milliseconds: 60_000)
            let digits = number < 10 ? "0\(number)" : "\(number)"
            let put = DraftPut(
                id: "01900000-0000-7000-8000-0000000000\(digits)", kind: "intake", title: "Nháp \(number)",
                content: .object(["page": .int(1)]))
            _ = try #require(try fixture.desk.store?.saveDraft(put))
        }
        let driver = await fixture.home()
        driver.press("tab", "end").expectText("Nháp 1").expectNoText("Nháp 30")
        fixture.time.advance(milliseconds: 60_000)
        await driver.press("n").waitIdle()
        await driver.scan(FixtureData.card).waitIdle()
        await driver.press("escape").waitIdle()
        driver.expectText("Nháp 30")
        #expect(driver.screen(as: HomeScreen.self)?.draftCursor == 0)
    }

    @Test("Alt-C takes back what was said of the decision before")
    func refusedAfterAll() async {
        let driver = await Fixture().intake(page: 6)
        driver.press("f8").expectText("Đủ thông tin. F10 gửi.")
        driver.press("alt-c").expectNoText("Đủ thông tin. F10 gửi.")
    }

    @Test("F1 says of F10 what the key bar says")
    func helpOfF10() async {
        let driver = await Fixture().intake(page: 1)
        driver.press("f1").expectText("F10: xem lại.").expectNoText("F10: gửi.")
    }

    @Test("A draft that was called by a name keeps it where the form has none")
    func titleStays() async throws {
        let fixture = Fixture()
        await fixture.logIn()
        var intake = Intake(key: fixture.desk.newID(), now: fixture.desk.now, language: .vi)
        intake.applicant.set(ApplicantForm.ID.phone, to: .text("0912345678"))
        let put = try #require(IntakeDraft(intake).put(title: "Lê Văn Hai"))
        let draft = try #require(try fixture.desk.store?.saveDraft(put))
        let driver = await fixture.driver(IntakeScreen(desk: fixture.desk, draft: draft)).waitIdle()
        #expect(driver.screen(as: IntakeScreen.self)?.intake.title == "Lê Văn Hai")
        driver.scan(FixtureData.card)
        #expect(driver.screen(as: IntakeScreen.self)?.intake.title.hasPrefix("Nguyễn Thị Ánh") == true)
    }

    /// Found by a review: `desk --lang en --help` was Vietnamese.
    @Test(
        "The command line is answered in the language that it asks for",
        arguments: [
            (["desk", "--help"], Language.vi), (["desk", "--lang", "en", "--help"], .en),
            (["desk", "lookup", "--lang=en"], .en), (["desk", "--lang"], .vi),
            (["desk", "--lang", "xx"], .vi),
        ])
    func commandLanguage(_ arguments: [String], _ language: Language) {
        #expect(Language.asked(for: arguments) == language)
    }

    @Test("Desk --help speaks Vietnamese only")
    func help() {
        let help = DeskCommand.translated(DeskCommand.helpMessage())
        for word in ["OVERVIEW", "USAGE", "OPTIONS", "SUBCOMMANDS", "Show ", "See "] {
            #expect(!help.contains(word), "\(word)")
        }
    }
}
