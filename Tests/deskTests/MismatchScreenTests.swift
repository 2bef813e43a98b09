import APIClient
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

@Suite("Administrators see what is reported as wrong, and say what was done")
struct MismatchScreenTests {
    static let report = Mismatch(
        id: "01900000-0000-7000-8000-0000000000e1", identityNumber: "001*******23", field: "ngay_sinh",
        sourceValue: "12/03/1985", correctValue: "13/03/1985", source: "hồ sơ trước", formId: "trich-luc",
        formVersion: 1, path: "/answers/con/1/ngay_sinh",
        unit: UnitRef(code: "H26.1.5", name: "Phường Hoàn Kiếm"),
        reportedBy: OfficerRef(id: "01900000-0000-7000-8000-000000000001", name: "Trần Thu Hà"),
        at: Instant(seconds: 1_795_401_660))

    static func list(_ fixture: Fixture) {
        fixture.transport.on(
            .get, "/v1/persons/mismatches",
            .answer(json: FixtureData.json(Page(items: [report], nextCursor: nil))))
        var whole = report
        whole.identityNumber = "001185000123"
        fixture.transport.on(
            .post, "/v1/persons/mismatches/\(report.id):reveal", .answer(json: FixtureData.json(whole)))
    }

    @Test("AF-3 the list, the whole report, and what was done goes to the server once")
    func handled() async throws {
        let fixture = Fixture()
        await fixture.logIn()
        Self.list(fixture)
        var done = Self.report
        done.resolution = MismatchResolution(
            by: OfficerRef(id: "01900000-0000-7000-8000-000000000002", name: "Quản trị"),
            at: Instant(seconds: 1_795_401_700), note: "Đã sửa")
        let path = "/v1/persons/mismatches/\(Self.report.id):resolve"
        fixture.transport.on(.post, path, .effect(.json(FixtureData.json(done))))
        let driver = await fixture.driver(MismatchListScreen(desk: fixture.desk)).waitIdle()
        #expect(driver.screenText.contains("12/03/1985 → 13/03/1985"))
        #expect(fixture.transport.requests.last?.target.contains("state=open") == true)
        await driver.press("enter").waitIdle()
        #expect(
            fixture.bodies(.post, "/v1/persons/mismatches/\(Self.report.id):reveal").first?.contains(
                "purpose")
                == true)
        for words in ["001185000123", "hồ sơ trước", "trich-luc, phiên bản 1, /answers/con/1/ngay_sinh"] {
            #expect(driver.screenText.contains(words), "\(words)")
        }
        await driver.type("Đã sửa").press("f10").waitIdle()
        #expect(fixture.bodies(.post, path) == [#"{"note":"Đã sửa"}"#])
        #expect(driver.screenText.contains("Đã ghi là đã xử lý."))
        await driver.press("t").waitIdle()
        #expect(fixture.transport.requests.last?.target.contains("state=") == false)
    }

    @Test("Who comes second is told who was first")
    func second() async throws {
        let fixture = Fixture()
        await fixture.logIn()
        Self.list(fixture)
        fixture.transport.on(
            .post, "/v1/persons/mismatches/\(Self.report.id):resolve",
            .problem(412, "revision_conflict", more: #""changed_by":"Bùi An""#))
        let driver = await fixture.driver(MismatchListScreen(desk: fixture.desk)).waitIdle()
        await driver.press("enter").waitIdle()
        await driver.type("Đã sửa").press("f10").waitIdle()
        #expect(driver.screenText.contains("Bùi An đã xử lý báo này trước."))
    }
}
