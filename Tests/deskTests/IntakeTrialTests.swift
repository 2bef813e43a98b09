import APIClient
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

/// What the trial of the intake found at its pages.
@Suite("Intake: what a trial found")
struct IntakeTrialTests {
    private func intake(_ driver: TestDriver) throws -> Intake {
        try #require(driver.screen(as: IntakeScreen.self)).intake
    }

    // MARK: F8

    @Test("F8 on the review goes to the first empty box of form 02, and never calls it all right")
    func emptyFormTwo() async throws {
        let driver = await Fixture().intake(page: 6)
        await driver.press("alt-s").waitIdle()
        for field in [ReviewForm.ID.missing, ReviewForm.ID.reason] {
            for _ in 0..<6 where try intake(driver).review.focus?.field != field { driver.press("tab") }
            driver.press("ctrl-end", "ctrl-u")
            while try intake(driver).review.rawText(field)?.isEmpty == false {
                driver.press("ctrl-end", "backspace")
            }
        }
        for _ in 0..<6 where try intake(driver).review.focus?.field != ReviewForm.ID.decision {
            driver.press("shift-tab")
        }
        driver.press("f8").expectNoText("Đủ thông tin").expectText("Còn 2 chỗ cần sửa")
        #expect(try intake(driver).review.focus == FieldPath(ReviewForm.ID.missing))
        driver.press("f8")
        #expect(try intake(driver).review.focus == FieldPath(ReviewForm.ID.reason))
    }

    @Test(
        "F8 looks at all pages up to this one: an empty required field is an error, the first in page order",
        arguments: [4, 5])
    func emptyRequired(page: Int) async throws {
        let driver = await Fixture().intake(page: 4)
        for _ in 0..<6 where try intake(driver).declaration?.focus?.field != "noi_dang_ky" {
            driver.press("tab")
        }
        driver.press("ctrl-e", "ctrl-u").press("alt-\(page)")
        await driver.waitIdle()
        driver.press("f8").expectNoText("Chưa thấy lỗi nào").expectText("Đã thấy 1 lỗi")
        #expect(try intake(driver).page == .declaration)
        #expect(try intake(driver).declaration?.focus == FieldPath("noi_dang_ky"))
    }

    @Test(
        "F8 on a declaration that form 02 needs not says what is empty, and does not call it free of errors")
    func emptyForFormTwo() async throws {
        let driver = await Fixture().intake(page: 4)
        for _ in 0..<6 where try intake(driver).declaration?.focus?.field != "noi_dang_ky" {
            driver.press("tab")
        }
        driver.press("ctrl-e", "ctrl-u").press("alt-3", "home", "0", "right", "0").press("alt-4")
        await driver.waitIdle()
        #expect(try intake(driver).decision == .requestSupplement)
        driver.press("f8").expectText("Còn 1 ô bắt buộc để trống")
        #expect(try intake(driver).declaration?.focus == FieldPath("noi_dang_ky"))
    }

    // MARK: Radios

    @Test("↓ moves between the decisions and changes none, Space chooses; after the last one it goes on")
    func arrowsInTheDecision() async throws {
        let driver = await Fixture().intake(page: 6)
        #expect(try intake(driver).review.focus?.field == ReviewForm.ID.decision)
        driver.press("down")
        #expect(try intake(driver).review.focus?.field == ReviewForm.ID.decision)
        #expect(try intake(driver).decision == .receive)
        driver.press("space")
        #expect(try intake(driver).decision == .requestSupplement)
        driver.press("down", "down")
        #expect(try intake(driver).review.focus?.field != ReviewForm.ID.decision)
    }

    @Test("A letter that begins no decision is refused with a word and does nothing else")
    func strayLetter() async throws {
        let driver = await Fixture().intake(page: 6)
        let before = try intake(driver).review.answers
        driver.type("q").expectText("Không lựa chọn nào bắt đầu bằng “q”")
        #expect(try intake(driver).review.answers == before)
        #expect(try intake(driver).page == .review)
        #expect(try intake(driver).review.focus?.field == ReviewForm.ID.decision)
    }

    // MARK: Papers

    @Test("Copies: where only copies are asked for the cursor stands in their column, and digits go there")
    func copies() async throws {
        let driver = await Fixture().intake(page: 3)
        driver.press("home")
        #expect(try intake(driver).papers.column == .originals)
        driver.press("down")
        #expect(try intake(driver).papers.column == .copies)
        driver.type("2")
        #expect(try intake(driver).papers.rows[1].copies == 2)
        #expect(try intake(driver).papers.rows[1].originals == 0)
        // Who chooses a column stays in it.
        driver.press("left", "up", "down")
        #expect(try intake(driver).papers.column == .originals)
    }

    @Test("A digit in the column of the digitised state goes into no other, and that is said")
    func noNumberThere() async throws {
        let driver = await Fixture().intake(page: 3)
        driver.press("home", "right", "right")
        let before = try intake(driver).papers.rows
        driver.type("2").expectText("Cột Số hóa không nhận số")
        #expect(try intake(driver).papers.rows == before)
        #expect(try intake(driver).papers.column == .digitised)
    }

    // MARK: Form 02, the account, the typing method

    @Test("Form 02 says on which number the officer is reached: the unit's telephone")
    func contact() {
        var dossier = FixtureData.dossier
        dossier.decision = .requestSupplement
        dossier.acceptedAt = nil
        var me = FixtureData.me
        me.phone = "024 3825 1006"
        let slip = SlipDocument(dossier: dossier, me: me, place: nil, today: dossier.submittedAt.date)
        #expect(slip.contact == me.officer.name && slip.contactPhone == "024 3825 1006")
        let text = "\(SlipContent(slip).blocks)"
        #expect(text.contains("số điện thoại 024 3825 1006"))
    }

    @Test("Who gets a draft or dossiers is listed with his account: two of one name are two")
    func account() {
        let one = Colleague(id: "1", account: "tiepnhan2", name: "Trần Thu Hà", position: "Công chức")
        #expect(one.option().label.text(.vi) == "Trần Thu Hà (tiepnhan2), Công chức")
        let older = Colleague(id: "2", name: "Trần Thu Hà")
        #expect(older.option().label.text(.vi) == "Trần Thu Hà")
    }

    @Test("Alt-V: what the officer switched to holds at the next start, for this account alone")
    func typingMethod() async throws {
        let fixture = Fixture()
        await fixture.logIn()
        let store = try #require(fixture.desk.store)
        let keep = try #require(fixture.desk.keepTyping(TypingOptions(method: .vni)))
        keep()
        #expect(fixture.desk.typing.method == .vni)
        let again = Entry(client: fixture.desk.client, me: FixtureData.me, store: store)
        #expect(again.typing == .vni)
        #expect(Entry(client: fixture.desk.client, me: FixtureData.me, store: nil).typing == nil)
    }
}

/// Texts that were cut at 80×24 so that something else or nothing was said.
@Suite("Nothing is cut at 80×24 so that its meaning is lost")
struct CutTextTests {
    @Test("A long label of a declaration stands whole above its value")
    func longLabel() {
        var sheet = Sheet(width: 78)
        let label = "Đề nghị cấp bản sao trích lục khai sinh"
        sheet.pair(SafeText(label), "có", column: 26)
        sheet.pair("Số bản sao", "1", column: 26)
        let lines = sheet.lines.map { $0.map(\.text.string).joined() }
        #expect(
            lines == [label, String(repeating: " ", count: 26) + "có", "Số bản sao                1"])
    }

    @Test("Each queue has a name that fits into the chart of the day, in both languages")
    func shortQueues() {
        let slugs = [
            "todo", "online", "new", "due_soon", "overdue", "waiting_supplement", "waiting_payment",
            "waiting_delivery", "mine", "open",
        ]
        for slug in slugs {
            let name = Inbox(slug: slug, name: "Tên của máy chủ", count: 0).shortTitle
            #expect(DisplayWidth.of(name.text(.vi)) <= 16 && DisplayWidth.of(name.text(.en)) <= 16, "\(slug)")
        }
        let other = Inbox(slug: "khac", name: "Hàng đợi khác", count: 0)
        #expect(other.shortTitle.text(.vi) == "Hàng đợi khác")
    }

    @Test("A possible duplicate says its code, state and day before its procedure")
    func duplicate() {
        let brief = DossierBrief(
            id: "1", code: "H26.1.5-261130-0069", procedureName: String(repeating: "Thủ tục dài ", count: 9),
            status: 2, statusName: "Được tiếp nhận", acceptedAt: FixtureData.dossier.submittedAt, dueAt: nil,
            open: true)
        var sheet = Sheet(width: 78)
        DuplicateLines.addFolded(
            [PossibleDuplicate(dossier: brief, reasons: [], differences: [])], to: &sheet, .vi)
        let line = sheet.lines[0].map(\.text.string).joined()
        #expect(line.contains("H26.1.5-261130-0069, Được tiếp nhận, 23/11/2026"))
    }

    @Test("Every act's own name fits into the panel of acts, so none has to be cut")
    func acts() {
        for (verb, _) in DeskActions.letters {
            let name = Strings.Act.name(verb)
            #expect(DisplayWidth.of(name.text(.vi)) <= ActPanel.columnWidth - 5, "\(verb)")
            #expect(DisplayWidth.of(name.text(.en)) <= ActPanel.columnWidth - 5, "\(verb)")
        }
    }
}
