import APIClient
import Forms
import FoundationEssentials
import Models
import TUI
import TUITesting
import Testing

@testable import desk

/// Files of a declaration whose way to the server meets the end of the session.
@Suite("Uploads and the login")
struct UploadLoginTests {
    /// Where the session ends.
    enum End: CaseIterable, Sendable {
        case beginning, piece
    }

    private static let upload = "01900000-0000-7000-8000-00000000f001"
    private static let content = Array("%PDF-1.4\nđơn xin trích lục\n%%EOF\n".utf8)

    private static func state(_ offset: Int, status: Int) -> Response {
        Response(
            status: status,
            headers: [
                Header("Upload-Offset", "\(offset)"), Header("Upload-Length", "\(content.count)"),
                Header("Upload-Complete", offset == content.count ? "?1" : "?0"),
                Header("Upload-Expires", "2027-01-01T00:00:00+07:00"),
            ])
    }

    private static func fixture(_ end: End) -> Fixture {
        let fixture = Fixture()
        var form = FixtureData.form
        form.pages[0].groups[0].fields.append(
            Field(id: "giay", label: Phrase("Giấy tờ", en: "Papers"), kind: .files(FileRule())))
        let path = "/v1/procedures/2.000635/form"
        fixture.answer(.get, path, form)
        let begun = ScriptedTransport.Step.reply { request in
            let asked = try? LenientJSON.decode(UploadRequest.self, from: request.body ?? [])
            return .json(
                #"{"id":"\#(upload)","sha256":"\#(asked?.sha256 ?? "")","offset":0,"size":\#(content.count),"#
                    + #""complete":false,"expires_at":"2027-01-01T00:00:00+07:00"}"#, status: 201)
        }
        let ended = ScriptedTransport.Step.problem(401, "unauthorised")
        let taken = ScriptedTransport.Step.answer(state(content.count, status: 204))
        fixture.transport.on(.head, "/v1/uploads/*", .answer(state(0, status: 200)))
        switch end {
        case .beginning:
            fixture.transport.on(.post, "/v1/uploads", ended, begun)
            fixture.transport.on(.patch, "/v1/uploads/*", taken)
        case .piece:
            fixture.transport.on(.post, "/v1/uploads", begun)
            fixture.transport.on(.patch, "/v1/uploads/*", ended, taken)
        }
        return fixture
    }

    @Test(
        "UP-1 An upload that meets the end of the session goes on by itself after the login",
        arguments: End.allCases)
    func goesOn(end: End) async throws {
        let fixture = Self.fixture(end)
        try Data(Self.content).write(to: URL(filePath: fixture.folder + "/don.pdf"))
        let driver = await fixture.intake(page: 4)
        func file() throws -> ChosenFile {
            let form = try #require(driver.screen(as: IntakeScreen.self)?.intake.declaration)
            return try #require(form.files(at: FieldPath("giay")).first)
        }
        await driver.press("tab", "tab", "tab", "f4").waitIdle()
        await driver.type("don").press("enter").waitIdle()
        driver.expectText("Phiên làm việc đã hết hạn")
        await driver.type("tiepnhan").press("enter").type("tap-huan").press("enter").waitIdle()
        #expect(try file().state == .done)
        #expect(try file().name == "don.pdf")
        let sent = fixture.transport.requests.filter { $0.target.hasPrefix("/v1/uploads") }
        #expect(sent.filter { $0.method == .post }.count == (end == .beginning ? 2 : 1))
        #expect(sent.last?.method == .patch && sent.last?.body == Self.content)
        let answers = try #require(driver.screen(as: IntakeScreen.self)?.intake.declaration?.answers)
        #expect(answers.rows("giay").map { $0.text("name") } == ["don.pdf"])
        #expect(driver.screen(as: IntakeScreen.self)?.uploads.isEmpty == true)
    }
}
