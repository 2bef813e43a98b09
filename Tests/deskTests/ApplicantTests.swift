import APIClient
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

/// Who the applicant is, and how names are written.
@Suite("Who the applicant is")
struct ApplicantTests {
    private static let otherCard =
        "001092004567|044556677|Trần Văn Nam|05111992|Nam|Số 3, phố Hàng Gai, phường Hoàn Kiếm, TP Hà Nội|01012022"

    private func intake(_ driver: TestDriver) throws -> Intake {
        try #require(driver.screen(as: IntakeScreen.self)).intake
    }

    @Test("Another applicant is named old and new, and asked about; Enter keeps the old one")
    func asked() async throws {
        let driver = await Fixture().intake(page: 4)
        driver.scan(Self.otherCard).press("alt-d")
        driver.expectText("Đổi chủ hồ sơ?").expectText("Nguyễn Thị Ánh").expectText("Trần Văn Nam")
        driver.press("enter")
        #expect(try intake(driver).applicantName == "Nguyễn Thị Ánh")
        await driver.press("alt-d", "right", "enter").waitIdle()
        #expect(try intake(driver).applicantName == "Trần Văn Nam")
        driver.expectText("Nguyễn Thị Ánh → Trần Văn Nam")
    }

    @Test("Alt-Z takes the change back in one step, on all pages")
    func takenBack() async throws {
        let driver = await Fixture().intake(page: 4)
        let before = try intake(driver)
        await driver.scan(Self.otherCard).press("alt-d", "right", "enter").waitIdle()
        #expect(try intake(driver).declaration?.text("ho_ten") == "Trần Văn Nam")
        await driver.press("alt-z").waitIdle()
        let after = try intake(driver)
        #expect(after.wireApplicant == before.wireApplicant)
        #expect(after.declaration?.answers == before.declaration?.answers)
        #expect(after.wireDelivery == before.wireDelivery)
        driver.expectText("Chủ hồ sơ lại là Nguyễn Thị Ánh")
        // Once only: the next one is an ordinary step.
        #expect(!after.canTakeBack)
    }

    @Test(
        "What is typed after the change is what Alt-Z takes back, the card's person as a whole then"
    )
    func typedAfterwards() async throws {
        let driver = await Fixture().intake(page: 1)
        await driver.press("alt-d").scan(Self.otherCard).press("alt-d", "right", "enter").waitIdle()
        driver.type("0987111222")
        #expect(try intake(driver).text("phone") == "0987111222")
        #expect(try !intake(driver).canTakeBack)
        driver.press("alt-z")
        #expect(try intake(driver).applicantName == "Trần Văn Nam")
        driver.press("alt-z")
        let now = try intake(driver)
        #expect(now.applicantName == "Nguyễn Thị Ánh" && now.text("sex") == "female")
        #expect(now.identityNumber == "001185000123" && now.text("birth_date") == "1985-03-12")
    }

    @Test("A submitter who is the applicant is doubted on page 1 and in the review")
    func submitterIsApplicant() async {
        let driver = await Fixture().intake(page: 1)
        driver.resize(100, 50).press("alt-n").scan(FixtureData.card)
        driver.expectText("▲ Người nộp thay có cùng số định danh với chủ hồ sơ.")
        await driver.press("alt-6").waitIdle()
        driver.expectText("▲ Người nộp thay có cùng số định danh với chủ hồ sơ.")
    }

    @Test("The review warns of a name in small letters")
    func smallName() async {
        let fixture = Fixture()
        await fixture.logIn()
        let driver = fixture.driver(IntakeScreen(desk: fixture.desk), columns: 100, rows: 50)
        driver.press("tab").type("phạm thị lan")
        await driver.press("alt-6").waitIdle()
        driver.expectText("Tên viết thường trên giấy: phạm thị lan")
        driver.press("alt-1", "alt-u")
        await driver.press("alt-6").waitIdle()
        driver.expectNoText("viết thường")
    }

    @Test("Signs that no name has are an error as soon as the field is left")
    func signsInName() async {
        let fixture = Fixture()
        await fixture.logIn()
        let driver = fixture.driver(IntakeScreen(desk: fixture.desk), columns: 100)
        driver.press("tab").type("a/b: x").press("tab", "backtab").expectText("bỏ “/”")
    }
}
