import APIClient
import Forms
import Foundation
import Models
import TUI
import TUITesting
import Testing

@testable import desk

/// What F8 and F10 do at an intake, and what its review lists.
@Suite("F8, F10 and the review of an intake")
struct IntakeReviewTests {
    private func screen(_ driver: TestDriver) throws -> IntakeScreen {
        try #require(driver.screen(as: IntakeScreen.self))
    }

    /// Page 1 with the phone in focus, emptied.
    private func emptyPhone(_ driver: TestDriver) throws {
        driver.press("alt-1")
        for _ in 0..<12 where try screen(driver).intake.applicant.focus != FieldPath(ApplicantForm.ID.phone) {
            driver.press("tab")
        }
        #expect(try screen(driver).intake.applicant.focus == FieldPath(ApplicantForm.ID.phone))
        driver.press("ctrl-e", "ctrl-u")
    }

    // MARK: - Errors

    @Test("F8 goes on to the next error of the whole intake, and counts all of them")
    func nextError() async throws {
        let driver = await Fixture().intake(page: 6)
        try emptyPhone(driver)
        await driver.type("123").press("alt-c").waitIdle()
        #expect(try screen(driver).issues.count == 2)
        driver.press("f8").expectText("Đã thấy 2 lỗi")
        #expect(try screen(driver).intake.page == .applicant)
        #expect(try screen(driver).intake.applicant.focus == FieldPath(ApplicantForm.ID.phone))
        driver.press("f8")
        #expect(try screen(driver).intake.page == .review)
        #expect(try screen(driver).intake.review.focus == FieldPath(ReviewForm.ID.refusal))
        driver.type("Sai nơi nộp").press("f8").expectText("Đã thấy 1 lỗi")
        #expect(try screen(driver).intake.page == .applicant)
        driver.press("ctrl-e", "ctrl-u").type("0987111222").press("f8").expectText("Chưa thấy lỗi nào")
    }

    @Test("F8 on a page without errors says that there are none")
    func noError() async throws {
        let driver = await Fixture().intake(page: 4)
        driver.press("f8").expectText("Chưa thấy lỗi nào")
        #expect(try screen(driver).intake.page == .declaration)
    }

    @Test("F8 says so on the pages that are lists too, and goes to an error of another page")
    func noErrorOnLists() async throws {
        let papers = await Fixture().intake(page: 3)
        #expect(try screen(papers).issues.isEmpty)
        papers.press("f8").expectText("Chưa thấy lỗi nào").expectNoText("F8 Lỗi")
        #expect(try screen(papers).intake.page == .papers)
        // Nothing is chosen there yet: that is no page without errors.
        let procedures = await Fixture().intake(page: 2)
        #expect(try screen(procedures).issues.isEmpty)
        procedures.press("f8").expectText("Chưa chọn thủ tục.").expectNoText("Chưa thấy lỗi nào")
        #expect(try screen(procedures).intake.page == .procedure)
        let driver = await Fixture().intake(page: 6)
        try emptyPhone(driver)
        await driver.type("123").press("alt-6").waitIdle()
        driver.press("alt-3", "f8").expectText("Đã thấy 1 lỗi")
        #expect(try screen(driver).intake.page == .applicant)
    }

    @Test("A draft that is opened again on the review lists at once what is missing")
    func draftOnReview() async throws {
        let fixture = Fixture()
        let driver = await fixture.intake(page: 6)
        await driver.press("alt-1", "alt-n", "alt-6").waitIdle()
        let missing = try screen(driver).issues
        #expect(!missing.isEmpty)
        driver.press("escape")
        await driver.waitIdle()
        await driver.press("tab", "enter").waitIdle()
        #expect(try screen(driver).intake.page == .review)
        #expect(try screen(driver).issues == missing)
        driver.expectText("! Trang 1, Người nộp")
    }

    // MARK: - Papers

    private static var shown: Procedure {
        var procedure = FixtureData.procedure
        procedure.cases[0].documents[0].presented = true
        return procedure
    }

    @Test("What is only shown is there once it was seen, and no original of it is received")
    func onlyShown() throws {
        var papers = PaperList(Self.shown.cases[0].documents)
        papers.tickAllRequired()
        #expect(papers.missing.isEmpty)
        let paper = try #require(papers.submitted.first)
        #expect(paper.originals == 0 && paper.copies == 0 && paper.presented == true && paper.isThere)
        #expect(PaperLine.text(paper, .vi).hasSuffix("(đã xuất trình, trả lại ngay)"))
        // A digit for its originals says that it was seen, not how many are kept.
        papers.tick()
        papers.move(to: 0)
        #expect(papers.missing.map(\.code) == ["GT1"])
        papers.type(2)
        #expect(papers.missing.isEmpty && papers.submitted.first?.originals == 0)
        // A draft of before counted one.
        var again = PaperList(Self.shown.cases[0].documents)
        again.restore([SubmittedDocument(code: "GT1", originals: 1, copies: 0)])
        #expect(again.submitted.first?.originals == 0 && again.submitted.first?.presented == true)
    }

    @Test("Form 01 names what was only shown beside the papers that were handed in")
    func slipOfShown() {
        var dossier = FixtureData.dossier
        dossier.documents = [
            SubmittedDocument(
                code: "ban_chinh", name: "Bản chính giấy tờ", originals: 0, copies: 0, presented: true),
            SubmittedDocument(code: "ban_sao", name: "Bản sao", originals: 0, copies: 2),
        ]
        let slip = SlipDocument(
            dossier: dossier, me: FixtureData.me, place: nil, today: dossier.submittedAt.date)
        #expect(slip.documents.map(\.name) == ["Bản sao"])
        let lines = SlipPreview.lines(slip, width: 76)
        #expect(lines.contains { $0.contains("Đã xuất trình, đã trả lại ngay: Bản chính giấy tờ") })
    }

    // MARK: - Keys

    @Test("F10 is called by what it does: look over before the review, submit there")
    func submitKey() async {
        let driver = await Fixture().intake(page: 4)
        driver.expectText("F10 Xem lại").expectNoText("F10 Gửi")
        await driver.press("f10").waitIdle()
        driver.expectText("F10 Gửi").expectNoText("F10 Xem lại")
    }

    @Test("F10 of a question is called as its button is")
    func askKey() async {
        let fixture = Fixture()
        await fixture.logIn()
        let driver = fixture.driver(ExplainScreen(desk: fixture.desk))
        driver.expectText("F10 Hỏi").expectNoText("F10 Gửi")
    }

    // MARK: - Persons

    @Test("Who has no phone is taken in; the review says that nobody can be told")
    func noPhone() async throws {
        let fixture = Fixture()
        let driver = await fixture.intake(page: 6)
        try emptyPhone(driver)
        await driver.press("alt-6").waitIdle()
        #expect(try screen(driver).issues.isEmpty)
        driver.resize(100, 50).expectText("▲ Không có điện thoại, thư điện tử")
        await driver.press("f10").waitIdle()
        driver.expectText("ĐÃ TIẾP NHẬN HỒ SƠ")
    }

    @Test("No placeholder of the training forms can be taken for a number that was filled in")
    func placeholders() throws {
        let folder = Sources.root + "/Sources/central/Training/Data/forms/"
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(!names.isEmpty)
        for name in names {
            let text = try String(contentsOfFile: folder + name, encoding: .utf8)
            for line in text.split(separator: "\n") where line.contains("\"placeholder\"") {
                #expect(line.count { $0.isNumber } < 8, "\(name): \(line)")
            }
        }
    }

    // MARK: - Files

    @Test(
        "A path under which nothing lies is refused in the chooser, which opens next where it was"
    )
    func noSuchFile() async throws {
        let folder = try ScratchFolder()
        try folder.write(Array("%PDF-1.4".utf8), "don.pdf")
        let fixture = Fixture()
        var form = FixtureData.form
        form.pages[0].groups[0].fields.append(
            Field(id: "tep", label: Phrase("Tệp kèm"), kind: .files(FileRule(many: true))))
        fixture.answer(.get, "/v1/procedures/2.000635/form", form)
        let driver = await fixture.intake(page: 4)
        await driver.press("tab", "tab", "tab", "f4").waitIdle()
        await driver.paste(folder.text + "/khong-co.pdf").press("enter").waitIdle()
        driver.expectText("Không có tệp hay thư mục nào ở đường dẫn này.")
        func files() throws -> [String] {
            try screen(driver).intake.declaration?.files(at: FieldPath("tep")).map(\.name) ?? []
        }
        #expect(try files().isEmpty)
        await driver.press("ctrl-u").paste(folder.text + "/don.pdf").press("enter").waitIdle()
        #expect(try files() == ["don.pdf"])
        await driver.press("f4").waitIdle()
        driver.expectText("┌ \(folder.text) ─")
    }

    // MARK: - The next person

    @Test("From the slip a card begins the next person's intake, and so does N")
    func nextPerson() async throws {
        for isScanned in [true, false] {
            let driver = await Fixture().result()
            driver.press("p")
            #expect(driver.screen(as: SlipScreen.self) != nil)
            if isScanned { driver.scan(FixtureData.card) } else { driver.press("n") }
            await driver.waitIdle()
            let next = try screen(driver).intake
            #expect(next.previous == nil && next.page == .applicant)
            #expect(next.identityNumber == (isScanned ? "001185000123" : nil))
        }
    }

    @Test("The slip of a dossier that was looked up begins no intake")
    func slipOfDossier() async {
        let driver = Fixture().slip()
        driver.expectNoText("N Người mới").press("n")
        #expect(driver.screen(as: SlipScreen.self) != nil)
    }
}
