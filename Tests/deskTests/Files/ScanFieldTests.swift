import APIClient
import Forms
import Glibc
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

    private static func fixture(many: Bool = false) -> Fixture {
        let fixture = Fixture()
        var form = FixtureData.form
        form.pages[0].groups[0].fields.append(
            Field(id: "giay", label: Phrase("Giấy tờ", en: "Papers"), kind: .files(FileRule(many: many))))
        let path = "/v1/procedures/2.000635/form"
        fixture.answer(.get, path, form)
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

    /// Two scanners; each page is a JPEG of its own, and the calls are written down.
    private var two: String {
        let head = #"\377\330\377\300\000\013\010\000\010\000\010\001\001\021\000\377\331"#
        return """
            echo "$@" >> '\(place.text)/calls'
            case "$1" in -f) printf 'a:1\\tHai\\tMot\\tflatbed\\nb:2\\tHai\\tHai\\tflatbed\\n'; exit 0;; esac
            for a; do case $a in --output-file=*) printf '\(head)' > "${a#*=}";; esac; done
            """
    }

    private var calls: [String] {
        let bytes = RawPath(place.text + "/calls").flatMap { place.read($0) } ?? []
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    @Test("UP-1 of several scanners one is chosen once; pages follow one another and become one file")
    func pages() async throws {
        let fixture = Self.fixture(many: true)
        fixture.transport.on(.post, "/v1/uploads", .problem(503, "unavailable"))
        let driver = await fixture.intake(page: 4, scanner: try scanner(two))
        await driver.press("tab", "tab", "tab", "alt-q").waitIdle()
        driver.expectText("Quét bằng máy nào?").expectText("Hai Mot (a:1)").expectText("Hai Hai (b:2)")
        await driver.press("right", "enter").waitIdle()
        driver.expectText("Đã quét 1 trang").expectText("Quét trang 2")
        await driver.press("right", "enter").waitIdle()
        driver.expectText("Đã quét 2 trang")
        await driver.press("right", "right", "enter").waitIdle()
        driver.expectText("Đã quét 1 trang")
        await driver.press("right", "enter").waitIdle()
        await driver.press("enter").waitIdle()
        let form = try #require(driver.screen(as: IntakeScreen.self)?.intake.declaration)
        #expect(form.files(at: FieldPath("giay")).map(\.name) == ["scan.pdf"])
        #expect(calls.count == 4 && calls[0].hasPrefix("-f"))
        #expect(calls.dropFirst().allSatisfy { $0.hasPrefix("--device-name=b:2 --format=jpeg") })
        // The next file comes from the same scanner, unasked.
        await driver.press("alt-q").waitIdle()
        driver.expectText("Đã quét 1 trang")
        #expect(calls.count == 5 && calls[4].hasPrefix("--device-name=b:2"))
        await driver.press("right", "right", "enter").waitIdle()
        driver.expectNoText("Đã quét 1 trang")
        let after = driver.screen(as: IntakeScreen.self)?.intake.declaration
        #expect(after?.files(at: FieldPath("giay")).count == 1)
        withExtendedLifetime(fixture) {}
    }

    @Test("UP-1 Esc at the choice of a scanner scans nothing; a page that fails leaves those before it")
    func leaving() async throws {
        let fixture = Self.fixture()
        fixture.transport.on(.post, "/v1/uploads", .problem(503, "unavailable"))
        let driver = await fixture.intake(
            page: 4,
            scanner: try scanner(
                two + "\n[ $(wc -l < '\(place.text)/calls') -lt 3 ] || { echo ket >&2; exit 1; }"))
        await driver.press("tab", "tab", "tab", "alt-q").waitIdle()
        await driver.press("escape").waitIdle()
        driver.expectNoText("Quét bằng máy nào?")
        #expect(driver.screen(as: IntakeScreen.self)?.scanJob == nil && calls.count == 1)
        #expect(unlink(place.text + "/calls") == 0)
        await driver.press("alt-q").waitIdle()
        await driver.press("enter").waitIdle()
        driver.expectText("Đã quét 1 trang")
        await driver.press("right", "enter").waitIdle()
        driver.expectText("Quét không được: ket").expectText("Đã quét 1 trang")
        await driver.press("escape").waitIdle()
        let form = driver.screen(as: IntakeScreen.self)?.intake.declaration
        #expect(form?.files(at: FieldPath("giay")).map(\.name) == ["scan.pdf"])
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
