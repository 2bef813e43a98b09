import APIClient
import Forms
import Glibc
import Models
import TUI
import TUITesting
import Testing

@testable import desk

/// Acts whose outcome is not known: told, counted, never hidden by an error, and ended by the officer where the server
/// does not look at them.
@Suite("Acts that wait to be sent")
struct UnsentTests {
    private static let id = FixtureData.dossier.id

    /// A desk with an act that was sent without an answer, and that the server refuses with 403 since.
    private func stuck(_ fixture: Fixture) async {
        fixture.transport.forget(.post, "/v1/dossiers/*/actions")
        fixture.transport.on(
            .post, "/v1/dossiers/*/actions", .fail(.timedOut),
            .problem(403, "forbidden", more: "\"detail\":\"Vai trò này không làm được.\""))
        _ = await fixture.desk.act(
            on: Self.id, ActionRequest(action: .claim), revision: 1, key: UUIDv7.make(),
            title: "Nhận xử lý H26.1.5-261123-0012", owner: fixture.desk.signedIn)
    }

    private func storeFolder(_ fixture: Fixture) -> String {
        fixture.desk.paths.state + "/" + ActStore.folderName(officer: FixtureData.me.officer.id)
    }

    /// What lies there in the place of an act can't be read.
    private func breakIntent(_ fixture: Fixture, _ id: ID) {
        mkdir(storeFolder(fixture) + "/intent-\(id).sealed", 0o700)
    }

    @Test("An open act answered 403 is told in the server's words, and a key ends it")
    func ended() async throws {
        let fixture = await Fixture().logIn()
        await stuck(fixture)
        #expect(fixture.desk.waitingToSend == 1)
        let driver = await fixture.driver(HomeScreen(desk: fixture.desk), columns: 160).waitIdle()
        driver.expectText("CHƯA RÕ đã làm hay chưa: Nhận xử lý H26.1.5-261123-0012.")
        driver.expectText("Vai trò này không làm được.")
        await driver.press("c").waitIdle()
        driver.expectText("Việc chờ gửi").expectText("máy chủ từ chối")
        driver.press("x").expectText("Kết thúc việc này?").press("right", "enter")
        await driver.waitIdle()
        driver.expectText("Không có việc nào chờ gửi.")
        #expect(fixture.pending.isEmpty && fixture.desk.waitingToSend == 0)
    }

    @Test("An act that only waits for an answer has no end but its own")
    func waits() async throws {
        let fixture = await Fixture().logIn()
        await stuck(fixture)
        let driver = await fixture.driver(UnsentScreen(desk: fixture.desk)).waitIdle()
        driver.expectText("chờ gửi lại").press("x").expectNoText("Kết thúc việc này?")
        await driver.press("f5").waitIdle()
        driver.expectText("máy chủ từ chối")
    }

    @Test("An intake that is refused for good lets its draft go once it is ended")
    func draftFreed() async throws {
        let fixture = await Fixture().logIn()
        let key = UUIDv7.make()
        let draft = try #require(
            try fixture.desk.store?.saveDraft(
                DraftPut(id: key, kind: IntakeDraft.kind, title: "thử", content: .object([:]))))
        fixture.transport.forget(.post, "/v1/dossiers")
        fixture.transport.on(.post, "/v1/dossiers", .fail(.timedOut), .problem(404, "not_found"))
        let intake = DossierIntake(
            decision: .receive, procedure: "2.000635", caseCode: "TL", channel: 1,
            applicant: FixtureData.dossier.applicant, documents: [], answers: FixtureData.dossier.answers,
            formId: "trich-luc", formVersion: 3, quantities: [:], copies: 1, delivery: Delivery(method: .desk)
        )
        _ = await fixture.desk.submit(intake, key: key, title: "thử", owner: fixture.desk.signedIn)
        let resumed = await fixture.desk.resumePending()
        #expect(resumed.stuck.map(\.title) == ["thử"] && resumed.refused.isEmpty)
        #expect(await fixture.desk.remove(draft) == Strings.Home.cantDeleteUnsent)
        #expect(fixture.desk.end(try #require(fixture.pending.first)) == nil)
        #expect(await fixture.desk.remove(draft) == nil)
        #expect(fixture.drafts.isEmpty)
    }

    @Test("Plain mode tells an act that is refused, and ends it when the officer says so")
    func plain() async throws {
        let fixture = Fixture(training: false)
        await fixture.logIn()
        await stuck(fixture)
        let console = ScriptedConsole([
            ("Tài khoản", "tiepnhan"), ("Mật khẩu", "tap-huan"), ("Chọn số", "cho gui"), ("Chọn số", "1"),
            ("Kết thúc việc này?", "c"), ("Chọn số", "thoat"),
        ])
        _ = await PlainDesk(desk: fixture.desk, console: console, language: .vi).run()
        #expect(console.text.contains("CHƯA RÕ đã làm hay chưa: Nhận xử lý"))
        #expect(console.text.contains("Vai trò này không làm được."))
        #expect(console.text.contains("Đã kết thúc, không gửi lại nữa"))
        #expect(console.unused.isEmpty)
        let store = try ActStore(
            directory: fixture.desk.paths.state, officer: FixtureData.me.officer.id, key: FixtureData.storeKey
        )
        #expect(try store.pending().isEmpty)
    }

    @Test("An error of the store is no empty list: the status line says that it is not known what waits")
    func statusLine() async throws {
        let fixture = await Fixture().logIn()
        await stuck(fixture)
        breakIntent(fixture, UUIDv7.make())
        let owner = try #require(fixture.desk.signedIn)
        fixture.desk.countWaiting(of: owner)
        #expect(fixture.desk.waitingProblem != nil)
        let driver = await fixture.driver(HomeScreen(desk: fixture.desk), columns: 160).waitIdle()
        driver.expectText("chờ gửi ?").expectText("Không đọc được việc chờ gửi")
        await driver.press("c").waitIdle()
        driver.expectNoText("Không có việc nào chờ gửi.")
        // The next login finds the same.
        let entry = Entry(client: fixture.desk.client, me: FixtureData.me, store: fixture.desk.store)
        if case .success = entry.waiting { Issue.record("\(entry.waiting)") }
    }

    @Test("A draft whose act can't be read is not handed over: it may be a dossier already")
    func noHandOver() async throws {
        let fixture = await Fixture().logIn()
        let draft = try #require(
            try fixture.desk.store?.saveDraft(
                DraftPut(
                    id: UUIDv7.make(), kind: IntakeDraft.kind, title: "thử", content: .object([:]))))
        breakIntent(fixture, draft.id)
        let before = fixture.transport.requests.count
        let outcome = await HandOverScreen.handOver(
            draft, to: FixtureData.other.id, key: UUIDv7.make(), desk: fixture.desk)
        guard case .unread = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(fixture.transport.requests.count == before)
    }

    @Test("Without a store an act whose key was reused is forgotten all the same")
    func reusedWithoutStore() async throws {
        let fixture = Fixture(signedIn: false)
        _ = fixture.desk.take(Entry(client: fixture.desk.client, me: FixtureData.me, store: nil))
        await fixture.logIn()
        fixture.transport.forget(.post, "/v1/dossiers/*/actions")
        fixture.transport.on(.post, "/v1/dossiers/*/actions", .problem(422, "idempotency_key_reused"))
        let owner = try #require(fixture.desk.signedIn)
        let result = await fixture.desk.act(
            on: Self.id, ActionRequest(action: .claim), revision: 1, key: UUIDv7.make(), title: "Nhận",
            owner: owner)
        #expect(result == .failure(.doneBefore))
        #expect(try owner.acts.pending().isEmpty)
        #expect(fixture.desk.waitingToSend == 0)
    }

    // MARK: - What the store reports

    /// A draft that a newer desk has written.
    private func oddDrafts(_ fixture: Fixture) throws {
        let id = "01900000-0000-7000-8000-00000000f10a"
        try fixture.desk.store?.saveDraft(
            DraftPut(id: id, kind: IntakeDraft.kind, title: "thử", content: .object([:])))
        let file = open(storeFolder(fixture) + "/draft-\(id).sealed", O_WRONLY)
        // The version stands behind the mark.
        var byte: UInt8 = 2
        #expect(pwrite(file, &byte, 1, 4) == 1)
        close(file)
    }

    @Test("What the store reports is told whole on the screen")
    func reportOnScreen() async throws {
        let fixture = await Fixture().logIn()
        try oddDrafts(fixture)
        let driver = await fixture.driver(HomeScreen(desk: fixture.desk), columns: 160, rows: 50).waitIdle()
        driver.expectText("1 tệp nháp do bản desk mới hơn ghi")
    }

    @Test("What the store reports is told whole in plain mode")
    func reportInPlain() async throws {
        let fixture = Fixture(training: false)
        try oddDrafts(fixture)
        let console = ScriptedConsole([
            ("Tài khoản", "tiepnhan"), ("Mật khẩu", "tap-huan"), ("Chọn số", "thoat"),
        ])
        _ = await PlainDesk(desk: fixture.desk, console: console, language: .vi).run()
        #expect(console.text.contains("1 tệp nháp do bản desk mới hơn ghi"))
    }

    @Test("Drafts that can't be read are no absence of drafts, on the screen and in plain mode")
    func unreadableDrafts() async throws {
        let fixture = Fixture(training: false)
        await fixture.logIn()
        mkdir(storeFolder(fixture) + "/draft-\(UUIDv7.make()).sealed", 0o700)
        let driver = await fixture.driver(HomeScreen(desk: fixture.desk)).waitIdle()
        driver.expectNoText("Không có nháp nào.")
        let console = ScriptedConsole([
            ("Tài khoản", "tiepnhan"), ("Mật khẩu", "tap-huan"), ("Chọn số", "nhap"), ("Chọn số", "thoat"),
        ])
        _ = await PlainDesk(desk: fixture.desk, console: console, language: .vi).run()
        #expect(!console.text.contains("Không có nháp nào."))
        #expect(console.text.contains(StoreError.failed("read", EISDIR).words.vi))
    }
}
