import APIClient
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

/// Screens as a whole: what is read, asked and said.
@Suite("What is read, asked and said")
struct ScreenReadingTests {
    /// A declaration with places, and with the same label in two groups.
    private static let form = FormDefinition(
        id: "trich-luc", version: 3, title: Phrase(vi: "Tờ khai"),
        pages: [
            FormPage(
                id: "p1", title: Phrase(vi: "Tờ khai"),
                groups: [
                    FormGroup(
                        id: "a", title: Phrase(vi: "Người khai"),
                        fields: [Field(id: "ho_ten", label: "Họ, chữ đệm, tên", kind: .text(TextRule()))]),
                    FormGroup(
                        id: "b", title: Phrase(vi: "Nơi tạm trú"),
                        fields: [
                            Field(id: "ch_ho_ten", label: "Họ, chữ đệm, tên", kind: .text(TextRule())),
                            Field(
                                id: "tinh", label: "Tỉnh",
                                kind: .dropdown(
                                    .reference("provinces", parentField: nil), multiple: false, empty: "")),
                            Field(
                                id: "xa", label: "Phường",
                                kind: .dropdown(
                                    .reference("communes", parentField: "tinh"), multiple: false, empty: "")),
                        ]),
                ])
        ])

    private static let answers: Answers = [
        "ho_ten": .text("Phạm Thị Lan"), "ch_ho_ten": .text("Trần Văn Nam"), "tinh": .text("01"),
        "xa": .text("00070"),
    ]

    private func place(_ fixture: Fixture, _ set: String, _ code: String, _ name: String) {
        fixture.transport.on(
            .get, "/v1/reference/\(set)",
            .answer(
                json: FixtureData.json(
                    Page(items: [ReferenceItem(code: code, name: name)], nextCursor: nil))))
    }

    @Test("Places are called by their names on the dossier's page, and by their codes meanwhile")
    func names() async {
        let fixture = Fixture()
        await fixture.logIn()
        var dossier = FixtureData.dossier
        dossier.answers = Self.answers
        fixture.answer(.get, "/v1/dossiers/\(dossier.id)", dossier)
        let version = "/v1/forms/\(dossier.formId)/versions/\(dossier.formVersion)"
        fixture.transport.forget(.get, version)
        fixture.transport.on(.get, version, .answer(json: FixtureData.json(Self.form)))
        place(fixture, "provinces", "01", "Thành phố Hà Nội")
        place(fixture, "communes", "00070", "Phường Hoàn Kiếm")
        let driver = fixture.driver(
            DossierScreen(desk: fixture.desk, id: dossier.id, code: dossier.code), rows: 70)
        await driver.waitIdle()
        driver.expectText("Thành phố Hà Nội").expectText("Phường Hoàn Kiếm").expectNoText("00070")
        let asked = fixture.transport.requests.map(\.target).filter { $0.hasPrefix("/v1/reference") }
        #expect(asked.contains { $0.contains("communes") && $0.contains("parent=01") })
        let lines = AnswerLines(form: Self.form, language: .vi).lines(Self.answers)
        #expect(lines.map(\.value).contains("00070"))
    }

    @Test("Two fields of one label are told apart by their groups")
    func groups() {
        let lines = AnswerLines(form: Self.form, language: .vi).lines(Self.answers)
        #expect(lines.map(\.heading) == ["Người khai", "Nơi tạm trú", nil, nil])
        let one = AnswerLines(form: FixtureData.form, language: .vi).lines(FixtureData.dossier.answers)
        #expect(one.allSatisfy { $0.heading == nil })
    }

    private static func duplicate(_ number: Int, differences: Int) -> PossibleDuplicate {
        var brief = FixtureData.person.dossiers[1]
        brief.code = "H26.1.5-261119-000\(number)"
        return PossibleDuplicate(
            dossier: brief, reasons: ["Cùng chủ hồ sơ, cùng thủ tục.", "Cùng trường hợp."],
            differences: (0..<differences).map {
                DuplicateDifference(label: "Ô \($0)", existing: "một", new: "hai")
            })
    }

    @Test("Duplicates take two lines each, and one that differs in nothing says so")
    func duplicates() async {
        let fixture = Fixture()
        fixture.transport.forget(.post, "/v1/dossiers:check-duplicates")
        fixture.transport.on(
            .post, "/v1/dossiers:check-duplicates",
            .answer(
                json: FixtureData.json(
                    PossibleDuplicates(
                        items: (1...5).map { Self.duplicate($0, differences: $0 == 1 ? 0 : 4) }))))
        let driver = await fixture.intake(page: 6)
        driver.expectText("Tờ khai không khác gì hồ sơ này.").expectText("(còn 3 chỗ khác nữa)")
        driver.expectText("còn 2 hồ sơ nữa").expectNoText("Cùng trường hợp").expectText("Người nộp")
    }

    @Test("In every question the safe answer stands first and is what Enter gives")
    func dialogs() async throws {
        let fixture = Fixture()
        let home = await fixture.home()
        home.press("q").expectText("Đăng xuất?").press("enter")
        #expect(fixture.desk.signedIn != nil)
        home.expectNoText("Đăng xuất?")
        let driver = await fixture.intake(page: 6)
        driver.press("alt-3", "ctrl-a", "space").press("alt-6")
        await driver.waitIdle()
        for question in [IntakeScreen.Question.leave, .missingPapers, .refusal] {
            var screen = try #require(driver.screen(as: IntakeScreen.self))
            screen.ask(question, fixture.context)
            let dialog = try #require(screen.dialog)
            #expect(dialog.selected == 0 && !dialog.buttons[0].isDanger)
        }
    }

    @Test("Enter where nothing matches closes the list and says that nothing was chosen")
    func noMatch() async throws {
        let driver = await Fixture().intake(page: 1)
        driver.press("alt-n", "tab", "tab").type("zzz").expectText("Không có mục nào khớp")
        driver.press("enter").expectText("chưa chọn gì")
        let intake = try #require(driver.screen(as: IntakeScreen.self)).intake
        #expect(!intake.applicant.isPopupOpen && intake.text("submitter_relation") == nil)
    }

    @Test("Where the window is too small to show anything no key does anything but quit")
    func tooSmall() async throws {
        let fixture = Fixture()
        let driver = await fixture.intake(page: 1)
        let before = try #require(driver.screen(as: IntakeScreen.self)).intake.applicant.revision
        driver.resize(30, 8).type("abc").press("alt-n", "f3", "f10").scan(FixtureData.card)
        driver.resize(80, 24)
        let after = try #require(driver.screen(as: IntakeScreen.self)).intake
        #expect(after.applicant.revision == before && after.page == .applicant)
        #expect(driver.stage.depth == 1)
        #expect(DeskChrome(desk: fixture.desk, watches: false).blindActions == [.quit])
    }

    @Test("Esc closes what is open first, and leaving says that the draft is kept")
    func leaving() async {
        let fixture = Fixture()
        let driver = await fixture.home()
        await driver.press("n").scan(FixtureData.card).waitIdle()
        driver.press("alt-n", "tab", "tab", "f4").expectText("người giám hộ").press("escape")
        #expect(driver.stage.depth == 2)
        await driver.press("escape").waitIdle()
        driver.expectText("Nháp còn nguyên: Nguyễn Thị Ánh")
    }

    @Test(
        "From three seconds on the server is called slow, with few numbers",
        arguments: [(0, nil), (2, nil), (3, 3), (4, 3), (5, 5), (9, 5), (21, 20)] as [(Int64, Int?)])
    func slow(seconds: Int64, said: Int?) {
        let now = Instant(seconds: 1_795_000_000)
        #expect(
            SlowServer.words(since: now, now: now.seconds + seconds) == said.map(Strings.Common.slowServer))
        #expect(SlowServer.words(since: nil, now: now.seconds) == nil)
    }

    @Test("A slow submit says so on its screen")
    func slowScreens() async {
        let fixture = Fixture()
        let driver = await fixture.intake(page: 6)
        fixture.transport.forget(.post, "/v1/dossiers")
        fixture.transport.on(
            .post, "/v1/dossiers",
            .held("slow", .effect(.json(FixtureData.json(FixtureData.dossier), status: 201))))
        driver.press("f10").advance(seconds: 1).expectText("Đang gửi…")
        driver.advance(seconds: 6).expectText("Máy chủ chậm, đã chờ 5 giây. Không mất gì")
        fixture.transport.release("slow")
        await driver.waitIdle()
        driver.expectText("ĐÃ TIẾP NHẬN HỒ SƠ")
    }

    @Test("A mended matter is no more listed as one to be mended")
    func mended() async throws {
        let driver = await Fixture().intake(page: 6)
        await driver.press("alt-c", "f10").waitIdle()
        driver.expectText("Cần sửa trước khi gửi")
        driver.type("Sai nơi nộp").expectNoText("Cần sửa trước khi gửi").expectNoText("chỗ cần sửa")
    }

    @Test("Papers without a name are called as the procedure calls them")
    func paperNames() async {
        let fixture = Fixture()
        await fixture.logIn()
        var dossier = FixtureData.dossier
        for index in dossier.documents.indices { dossier.documents[index].name = nil }
        fixture.answer(.get, "/v1/dossiers/\(dossier.id)", dossier)
        let driver = fixture.driver(
            DossierScreen(desk: fixture.desk, id: dossier.id, code: dossier.code), rows: 60)
        await driver.waitIdle()
        driver.expectText("· Tờ khai cấp bản sao trích lục hộ tịch").expectNoText("GT1")
    }
}
