import APIClient
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

/// Persons beside the applicant: the household, whom an extract is about, who hands it in.
@Suite("Other persons in the declaration")
struct OtherPersonTests {
    private static let otherCard =
        "001093000777|044556677|Trần Văn Khoát|05111993|Nam|Số 3, phố Hàng Gai, phường Hoàn Kiếm, TP Hà Nội|01012022"

    private static func text(_ id: String, _ label: String, _ format: TextFormat? = nil) -> Field {
        Field(id: id, label: Phrase(vi: label), kind: .text(TextRule(format: format)))
    }

    private static var requester: FormGroup {
        var name = text("nyc_ho_ten", "Họ và tên", .personName)
        name.sources = ["card.name"]
        return FormGroup(
            id: "nguoi_yeu_cau", title: Phrase(vi: "Người yêu cầu"),
            fields: [
                name,
                Field(
                    id: "nyc_quan_he", label: Phrase(vi: "Quan hệ"),
                    kind: .radio([
                        Option(value: "cha", label: Phrase(vi: "Cha")),
                        Option(value: "ban_than", label: Phrase(vi: "Bản thân")),
                    ])),
            ])
    }

    private static let subject = FormGroup(
        id: "nguoi", title: Phrase(vi: "Người có sự kiện hộ tịch"),
        fields: [
            text("ng_ho_ten", "Tên người ấy", .personName),
            Field(id: "ng_ngay_sinh", label: Phrase(vi: "Ngày sinh"), kind: .date(DateRule())),
            Field(
                id: "ng_gioi_tinh", label: Phrase(vi: "Giới tính"),
                kind: .radio([
                    Option(value: "female", label: Phrase(vi: "Nữ")),
                    Option(value: "male", label: Phrase(vi: "Nam")),
                ])),
            text("ng_so_dinh_danh", "Số định danh", .identityNumber), text("ng_noi_cu_tru", "Nơi cư trú"),
        ])

    private static let father = FormGroup(
        id: "cha", title: Phrase(vi: "Người cha"),
        fields: [
            text("cha_ho_ten", "Họ tên cha", .personName), text("cha_so", "Số của cha", .identityNumber),
        ])

    private static let household = FormGroup(
        id: "thanh_vien", title: Phrase(vi: "Thành viên hộ"),
        fields: [text("tv_ho_ten", "Họ tên thành viên", .personName), text("tv_so", "Số", .identityNumber)],
        repeats: Repeats(min: 2, max: 5))

    private func declaring(_ fixture: Fixture) async -> TestDriver {
        let form = FormDefinition(
            id: "trich-luc", version: 3, title: Phrase(vi: "Tờ khai"),
            pages: [
                FormPage(
                    id: "p1", title: Phrase(vi: "Tờ khai"),
                    groups: [Self.requester, Self.subject, Self.father, Self.household])
            ])
        fixture.answer(.get, "/v1/procedures/2.000635/form", form)
        await fixture.logIn()
        let driver = fixture.driver(IntakeScreen(desk: fixture.desk))
        driver.scan(FixtureData.card)
        await driver.waitIdle()
        driver.press("alt-d", "alt-2").type("trich").press("enter")
        await driver.waitIdle()
        return driver.press("alt-4")
    }

    private func intake(_ driver: TestDriver) throws -> Intake {
        try #require(driver.screen(as: IntakeScreen.self)).intake
    }

    @Test(
        "WC-1 entries are never asked twice: \"Bản thân\" copies the applicant, another answer takes the copy back"
    )
    func myself() async throws {
        let driver = await declaring(Fixture())
        driver.press("tab", "right", "right")
        let filled = try #require(try intake(driver).declaration)
        #expect(filled.text("ng_ho_ten") == "Nguyễn Thị Ánh")
        #expect(filled.answers["ng_ngay_sinh"] == .text("1985-03-12"))
        #expect(filled.answers["ng_gioi_tinh"] == .text("female"))
        #expect(filled.text("ng_so_dinh_danh") == "001185000123")
        driver.expectText("Đã chép chủ hồ sơ vào “Người có sự kiện hộ tịch”").expectText("▪ trang 1")
        driver.press("left")
        let back = try #require(try intake(driver).declaration)
        #expect(back.text("ng_ho_ten") == nil && back.text("ng_so_dinh_danh") == nil)
    }

    @Test(
        "An answer that is called like a person's group copies the applicant there, and another one takes it back"
    )
    func father() async throws {
        let driver = await declaring(Fixture())
        driver.press("tab", "right")
        let filled = try #require(try intake(driver).declaration)
        #expect(filled.answers["nyc_quan_he"] == .text("cha"))
        #expect(filled.text("cha_ho_ten") == "Nguyễn Thị Ánh" && filled.text("cha_so") == "001185000123")
        #expect(filled.text("ng_ho_ten") == nil)
        driver.expectText("Đã chép chủ hồ sơ vào “Người cha”")
        driver.press("right")
        let other = try #require(try intake(driver).declaration)
        #expect(other.answers["nyc_quan_he"] == .text("ban_than"))
        #expect(other.text("cha_ho_ten") == nil && other.text("ng_ho_ten") == "Nguyễn Thị Ánh")
    }

    @Test("What was typed of that person stays")
    func myselfTyped() async throws {
        let driver = await declaring(Fixture())
        driver.press("tab", "tab").type("Lê Thị Bé").press("backtab", "right", "right")
        let form = try #require(try intake(driver).declaration)
        #expect(form.text("ng_ho_ten") == "Lê Thị Bé")
        #expect(form.text("ng_so_dinh_danh") == "001185000123")
        driver.press("left")
        #expect(try intake(driver).declaration?.text("ng_ho_ten") == "Lê Thị Bé")
    }

    @Test("A card scanned in a group fills that person, and the applicant by key only")
    func scannedInGroup() async throws {
        let driver = await declaring(Fixture())
        driver.press("tab", "tab").scan(Self.otherCard)
        var now = try intake(driver)
        #expect(now.applicantName == "Nguyễn Thị Ánh")
        #expect(now.declaration?.text("ng_ho_ten") == "Trần Văn Khoát")
        #expect(now.declaration?.text("ng_so_dinh_danh") == "001093000777")
        #expect(now.declaration?.answers["ng_gioi_tinh"] == .text("male"))
        driver.expectText("Thẻ của Trần Văn Khoát đã điền vào").expectText("Alt-D nếu")
        driver.press("alt-d").expectText("Từ Nguyễn Thị Ánh").press("right", "enter")
        now = try intake(driver)
        #expect(now.applicantName == "Trần Văn Khoát")
        #expect(now.text("phone") == nil)
        #expect(now.declaration?.text("nyc_ho_ten") == "Trần Văn Khoát")
    }

    @Test("Another applicant takes nothing of the former one's along but what was typed")
    func changedApplicant() async throws {
        let fixture = Fixture()
        let driver = await declaring(fixture)
        // The former one is the subject too, and has the result posted.
        driver.press("tab", "right", "right")
        var screen = try #require(driver.screen(as: IntakeScreen.self))
        screen.intake.terms.set(TermsForm.ID.delivery, to: .text("post"))
        screen.intake.fillDelivery()
        #expect(screen.intake.wireDelivery.recipient == "Nguyễn Thị Ánh")
        screen.intake.page = .papers
        _ = screen.intake.take(try IdentityCard.parse(Self.otherCard))
        #expect(screen.intake.takeOtherCard() == "Trần Văn Khoát")
        let now = screen.intake
        #expect(now.text("phone") == nil)
        #expect(now.declaration?.text("nyc_ho_ten") == "Trần Văn Khoát")
        #expect(now.declaration?.text("ng_ho_ten") == "Trần Văn Khoát")
        #expect(now.declaration?.text("ng_so_dinh_danh") == "001093000777")
        #expect(now.wireDelivery.recipient == "Trần Văn Khoát")
        #expect(now.wireDelivery.phone == nil)
    }

    @Test("In a list of persons it fills the row that has the focus")
    func scannedInRow() async throws {
        let driver = await declaring(Fixture())
        var screen = try #require(driver.screen(as: IntakeScreen.self))
        screen.intake.declaration?.focus(FieldPath("tv_ho_ten", group: "thanh_vien", row: 1))
        _ = screen.intake.take(try IdentityCard.parse(Self.otherCard))
        let rows = try #require(screen.intake.declaration?.answers.rows("thanh_vien"))
        #expect(rows[0]["tv_ho_ten"] == nil)
        #expect(rows[1]["tv_ho_ten"] == .text("Trần Văn Khoát"))
        #expect(rows[1]["tv_so"] == .text("001093000777"))
    }

    @Test("A card scanned in the applicant's own group is the applicant's affair")
    func scannedInOwnGroup() async throws {
        let driver = await declaring(Fixture())
        driver.scan(Self.otherCard)
        driver.expectText("khác chủ hồ sơ")
        #expect(try intake(driver).declaration?.text("nyc_ho_ten") == "Nguyễn Thị Ánh")
    }

    @Test("A name in small letters: capitals are offered, and written by one key")
    func smallName() async throws {
        let fixture = Fixture()
        await fixture.logIn()
        let driver = fixture.driver(IntakeScreen(desk: fixture.desk))
        driver.press("tab").type("đặng thị hoa").press("tab")
        driver.expectText("Alt-U viết hoa: Đặng Thị Hoa").press("alt-u").expectNoText("Alt-U")
        let screen = try #require(driver.screen(as: IntakeScreen.self))
        #expect(screen.intake.applicantName == "Đặng Thị Hoa")
        #expect(screen.intake.applicant.isTyped(ApplicantForm.ID.name))
        driver.expectNoText("đặng thị hoa")
    }

    @Test(
        "Capitals are for names without any",
        arguments: [
            ("đặng thị hoa", "Đặng Thị Hoa"), ("y ê-ban", "Y Ê-Ban"), ("Đặng thị hoa", nil),
            ("ĐẶNG THỊ HOA", nil), ("", nil), ("...", nil),
        ] as [(String, String?)])
    func capitals(name: String, better: String?) {
        #expect(Intake.capitals(name) == better)
    }
}
