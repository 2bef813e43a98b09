import APIClient
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

/// A file field of the declaration, and the scanner beside it.
@Suite("Scanning from a file field")
struct ScanFieldTests {
    private let place: ScratchFolder

    init() throws {
        place = try ScratchFolder()
    }

    private func scanner(_ lines: String) throws -> PaperScanner {
        let program = try place.script("scanimage", lines)
        return PaperScanner(find: { $0 == "scanimage" ? program : nil })
    }

    private static func fixture() -> Fixture {
        let fixture = Fixture()
        var form = FixtureData.form
        form.pages[0].groups[0].fields.append(
            Field(id: "giay", label: Phrase("Giấy tờ", en: "Papers"), kind: .files(FileRule())))
        let path = "/v1/procedures/2.000635/form"
        fixture.transport.forget(.get, path)
        fixture.transport.on(.get, path, .answer(json: FixtureData.json(form)))
        return fixture
    }

    @Test("UP-1 that a scan goes on is seen as long as it takes, and the same key stops it")
    func stopped() async throws {
        let fixture = Self.fixture()
        let driver = await fixture.intake(page: 4, scanner: try scanner("exec sleep 60"))
        driver.press("tab", "tab", "tab", "alt-q")
        driver.expectText("Đang quét… Alt-Q lần nữa để dừng.")
        driver.advance(seconds: 100).expectText("Đang quét… Alt-Q lần nữa để dừng.")
        await driver.press("alt-q").waitIdle()
        driver.expectText("Đã dừng quét.").expectNoText("Đang quét…")
        #expect(driver.screen(as: IntakeScreen.self)?.isScanning == false)
        withExtendedLifetime(fixture) {}
    }

    @Test("UP-1 a scan that fails says why, and leaves the field as it was")
    func failed() async throws {
        let fixture = Self.fixture()
        let driver = await fixture.intake(
            page: 4, scanner: try scanner("echo 'open of device failed: Invalid argument' >&2; exit 1"))
        await driver.press("tab", "tab", "tab", "alt-q").waitIdle()
        driver.expectText("Quét không được: open of device failed: Invalid argument")
        driver.expectNoText("Đang quét…")
        let form = try #require(driver.screen(as: IntakeScreen.self)?.intake.declaration)
        #expect(form.files(at: FieldPath("giay")).isEmpty)
        withExtendedLifetime(fixture) {}
    }

    @Test("UP-1 a typed ~ is the home folder: it is shown, and a file below it is chosen")
    func homeFolder() async throws {
        let fixture = Self.fixture()
        fixture.transport.on(.post, "/v1/uploads", .problem(503, "unavailable"))
        let driver = await fixture.intake(page: 4)
        await driver.press("tab", "tab", "tab", "f4").waitIdle()
        await driver.type("~").press("enter").waitIdle()
        driver.expectText("┌ \(fixture.folder) ─")
        await driver.type("~/khong-co.pdf").press("enter").waitIdle()
        driver.expectText("Không có tệp hay thư mục nào ở đường dẫn này.")
    }
}
