import Forms
import FoundationEssentials
import Models
import Synchronization
import TUI
import TUITesting
import Testing

@testable import APIClient
@testable import desk

/// Every form of desk's own that something can be typed into.
enum TypedPlace: String, CaseIterable {
    case act, amend, bulk, ticketAnswer, ticketRequest, report, mismatch, handOver, handOverAll, calendar,
        paper, collect, moneyTask, officerTask, postTask, bindings, unitRename, breakGlass, activation,
        postalSettings

    func screen(_ desk: Desk) -> any Screen {
        let dossier = FixtureData.dossier
        switch self {
        case .act:
            return ActScreen(
                desk: desk, verb: .sendBack, subject: ActSubject(id: dossier.id, code: dossier.code))
        case .amend: return AmendScreen(desk: desk, dossier: dossier)
        case .bulk: return BulkScreen(desk: desk, verb: .forward, items: FixtureData.items(3))
        case .ticketAnswer: return TicketActScreen(desk: desk, verb: .resolve, ticket: HotlineData.ticket)
        case .ticketRequest:
            return TicketRequestScreen(
                desk: desk,
                card: CallCard(
                    key: dossier.id, startedAt: desk.now, phone: "0912345678", today: desk.today,
                    language: .vi), subject: nil)
        case .report:
            return ReportScreen(
                desk: desk, identityNumber: "001185000123", path: FieldPath("noi_dang_ky"),
                of: FixtureData.form, label: "Nơi đã đăng ký", source: "hồ sơ trước",
                given: "UBND phường Cửa Nam", correct: "")
        case .mismatch:
            return MismatchScreen(
                desk: desk,
                mismatch: Mismatch(
                    id: "01900000-0000-7000-8000-0000000000e1", identityNumber: "001185000123",
                    field: "ngay_sinh", sourceValue: "12/03/1985", correctValue: "13/03/1985",
                    source: "hồ sơ trước", formId: "trich-luc", formVersion: 1, path: "/answers/x",
                    unit: UnitRef(code: "H26.1.5", name: "Phường Hoàn Kiếm"),
                    reportedBy: FixtureData.me.officer, at: desk.now))
        case .handOver:
            return HandOverScreen(
                desk: desk,
                draft: Draft(
                    id: "01900000-0000-7000-8000-00000000f003", kind: "intake", title: "Nháp",
                    content: .object([:]), updatedAt: desk.now, expiresAt: desk.now))
        case .handOverAll: return HandOverAllScreen(desk: desk)
        case .calendar:
            return CalendarDaysScreen(
                desk: desk, unit: UnitRef(code: "H26.1.5", name: "Phường Hoàn Kiếm"), year: 2026,
                calendar: WorkCalendar(unit: "H26.1.5", name: "Phường Hoàn Kiếm", hours: []),
                revision: "\"1\"", .vi)
        case .paper:
            return PaperDetailScreen(
                desk: desk, dossier: dossier,
                slip: SlipDocument(dossier: dossier, me: FixtureData.me, place: nil, today: desk.today),
                me: FixtureData.me, definition: FixtureData.form)
        case .collect: return CollectScreen(desk: desk, item: TillData.item())
        case .officerTask:
            return OfficerTaskScreen(desk: desk, task: .act(.suspend, OfficerData.officer()))
        case .postTask: return PostTaskScreen(desk: desk, task: .cancel(PostData.shipment()))
        case .postalSettings:
            var settings = PostData.settings
            settings.customerCode = nil
            return TaskScreen(desk: desk, task: PostalSettingsTask(settings: settings))
        case .breakGlass:
            return TaskScreen(desk: desk, task: BreakGlassTask(code: "H26.1.5-261120-0001"))
        case .unitRename:
            return TaskScreen(
                desk: desk,
                task: UnitRenameTask(
                    unit: UnitRecord(
                        code: "H26.1.5", name: "UBND phường Hoàn Kiếm", effectiveFrom: BindingData.day,
                        officers: 1)))
        case .activation:
            return TaskScreen(
                desk: desk, task: ProcessActivationTask(process: ProcessData.outline(), revision: "\"1\""))
        case .bindings:
            return TaskScreen(
                desk: desk, task: BindingTask(unit: BindingData.unit, rows: [BindingData.row()]))
        case .moneyTask: return MoneyTaskScreen(desk: desk, task: .void(TillData.receipt()))
        }
    }
}

@Suite("What is typed into a form is kept until it is done", .serialized)
struct TypedTextTests {
    /// A disk that can be filled up.
    private final class Disk: Sendable {
        let isFull = Mutex(false)

        func calls() -> FileCalls {
            var calls = FileCalls()
            let create = calls.create
            calls.create = { [self] folder, name in
                isFull.withLock(\.self) ? -28 : create(folder, name)
            }
            return calls
        }
    }

    private func fixture(_ disk: Disk = Disk()) async -> Fixture {
        let fixture = Fixture()
        await fixture.logIn()
        HotlineData.answer(on: fixture.transport)
        var colleague = FixtureData.me.officer
        (colleague.id, colleague.name) = ("01900000-0000-7000-8000-00000000a0b1", "Lê Văn Hai")
        fixture.answer(
            .get, "/v1/colleagues",
            Page(items: [Colleague(id: colleague.id, name: colleague.name)], nextCursor: nil))
        await restart(fixture, disk)
        return fixture
    }

    /// The desk died, and the officer is back at a new one: memory is gone, the folder is there.
    private func restart(_ fixture: Fixture, _ disk: Disk = Disk()) async {
        let me = fixture.desk.me ?? FixtureData.me
        _ = fixture.desk.logOut()
        let store = try? ActStore(
            directory: fixture.desk.paths.state, officer: me.officer.id, key: FixtureData.storeKey,
            now: { [time = fixture.time] in Instant(seconds: time.now) }, calls: disk.calls())
        _ = fixture.desk.take(Entry(client: fixture.desk.client, me: me, store: store))
        await fixture.logIn()
    }

    private func open(_ place: TypedPlace, _ fixture: Fixture) async -> TestDriver {
        await fixture.driver(place.screen(fixture.desk), columns: 100, rows: 40).waitIdle()
    }

    /// Types or chooses something in the form, wherever its focus stands.
    private func type(_ driver: TestDriver, _ place: TypedPlace) async {
        switch place {
        case .handOver: await driver.type("le").press("enter").waitIdle()
        case .ticketRequest, .handOverAll: driver.press("tab", "tab").type("gõ dở")
        case .collect: driver.press("tab", "tab", "tab").type("gõ dở")
        case .bindings: driver.press("tab", "tab", "tab", "tab", "tab", "tab").type("737")
        case .postalSettings: driver.press("tab").type("gõ dở")
        default: driver.type("gõ dở")
        }
    }

    private func text(_ place: TypedPlace) -> String {
        switch place {
        case .handOver: "Lê Văn Hai"
        case .bindings: "737"
        default: "gõ dở"
        }
    }

    @Test("UX-4 no screen that keeps what is typed is left out here")
    func exhaustive() async throws {
        let fixture = await fixture()
        let covered = Set(
            TypedPlace.allCases.map { String(describing: Swift.type(of: $0.screen(fixture.desk))) })
        var declared: Set<String> = []
        for file in Sources.files("Sources/desk") {
            for line in try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n") {
                if let name = line.wholeMatch(of: /.*struct (\w+): KeepingScreen \{/)?.output.1 {
                    declared.insert(String(name))
                } else if let name = line.wholeMatch(of: /(?:struct|enum) (\w+): FormTask \{/)?.output.1 {
                    declared.insert("TaskScreen<\(name)>")
                }
            }
        }
        #expect(declared.count > 10)
        // Its form stands there only once the colleagues were asked for; it is not typed into here yet.
        #expect(declared.subtracting(["TaskScreen<DelegationTask>"]) == covered)
    }

    @Test(
        "UX-4 two seconds after the first key it is on the disk, however steadily he types on, and stands there after the desk was killed",
        arguments: TypedPlace.allCases)
    func killed(_ place: TypedPlace) async throws {
        let fixture = await fixture()
        let driver = await open(place, fixture)
        driver.expectNoText(Strings.Act.restored.vi)
        await type(driver, place)
        driver.expectText(text(place))
        await driver.advance(seconds: 1).waitIdle()
        if place == .ticketAnswer { driver.type("!") }
        await driver.advance(seconds: 1).waitIdle()
        await restart(fixture)
        let again = await open(place, fixture)
        again.expectText(text(place)).expectText(Strings.Act.restored.vi)
        if place == .ticketAnswer { again.expectText("gõ dở!") }
    }

    @Test(
        "UX-4 Esc keeps it and says so; when the terminal goes away it is on the disk at once",
        arguments: [true, false])
    func left(byEscape: Bool) async throws {
        let fixture = Fixture()
        let driver = await fixture.openFromQueue()
        await driver.press("t").waitIdle()
        driver.type("Thiếu chữ ký của cha")
        if byEscape {
            await driver.press("escape").waitIdle()
            driver.expectText("Nội dung đã gõ được giữ lại")
        } else {
            driver.hangUp()
        }
        await restart(fixture)
        let again = await fixture.openFromQueue()
        await again.press("t").waitIdle()
        again.expectText("Thiếu chữ ký của cha").expectText(Strings.Act.restored.vi)
    }

    @Test("UX-4 what is done is dropped, what was emptied as well, and a refusal keeps it")
    func dropped() async throws {
        let fixture = await fixture()
        let path = "/v1/persons:report-mismatch"
        fixture.transport.on(
            .post, path, .problem(422, "invalid_input"), .answer(Response(status: 204)))
        let driver = await open(.report, fixture)
        driver.type("UBND phường Hàng Bông")
        await driver.press("f10").waitIdle()
        await restart(fixture)
        let again = await open(.report, fixture)
        again.expectText("UBND phường Hàng Bông")
        await again.press("f10").waitIdle()
        #expect(fixture.bodies(.post, path).count == 2)
        await restart(fixture)
        let third = await open(.report, fixture)
        third.expectNoText("UBND phường Hàng Bông").expectNoText(Strings.Act.restored.vi)
        await third.type("x").advance(seconds: 2).waitIdle()
        await third.press("backspace").advance(seconds: 2).waitIdle()
        await restart(fixture)
        await open(.report, fixture).expectNoText(Strings.Act.restored.vi)
    }

    @Test("UX-4 it expires after 30 days, and that is told by its title at the next login")
    func expires() async throws {
        let fixture = await fixture()
        let driver = await open(.ticketAnswer, fixture)
        await driver.type("gõ dở").advance(seconds: 2).waitIdle()
        fixture.time.advance(milliseconds: (30 * 86_400 - 60) * 1000)
        await restart(fixture)
        await open(.ticketAnswer, fixture).expectText("gõ dở")
        fixture.time.advance(milliseconds: (120) * 1000)
        await restart(fixture)
        #expect(fixture.desk.takeStoreReport().contains { $0.vi.contains(HotlineData.ticket.code) })
        await open(.ticketAnswer, fixture).expectNoText("gõ dở")
    }

    @Test("UX-4 a full disk is said once, typing goes on, and what was typed is written when there is room")
    func full() async throws {
        let disk = Disk()
        let fixture = await fixture(disk)
        let driver = await open(.ticketAnswer, fixture)
        disk.isFull.withLock { $0 = true }
        await driver.type("gõ dở").advance(seconds: 2).waitIdle()
        driver.expectText("Ổ đĩa đầy")
        #expect(driver.requests.count { $0 == .bell } == 1)
        await driver.type(" tiếp").advance(seconds: 11).waitIdle()
        driver.expectNoText("Ổ đĩa đầy").expectText("gõ dở tiếp")
        #expect(driver.requests.count { $0 == .bell } == 1)
        disk.isFull.withLock { $0 = false }
        await driver.advance(seconds: 6).waitIdle()
        driver.expectText(Strings.Intake.savedAgain.vi)
        await restart(fixture)
        await open(.ticketAnswer, fixture).expectText("gõ dở tiếp")
    }

    @Test("UX-4 on a full disk Esc says that memory alone has it; there it is, and quitting warns")
    func inMemory() async throws {
        let disk = Disk()
        let fixture = await fixture(disk)
        disk.isFull.withLock { $0 = true }
        let driver = await open(.ticketAnswer, fixture)
        driver.type("gõ dở").press("ctrl-q")
        await driver.waitIdle()
        driver.expectText("chỉ còn trong bộ nhớ")
        #expect(!driver.requests.contains { if case .quit = $0 { true } else { false } })
        let again = await open(.ticketAnswer, fixture)
        again.expectText("gõ dở")
        disk.isFull.withLock { $0 = false }
        await again.type("!").advance(seconds: 2).waitIdle()
        await restart(fixture)
        await open(.ticketAnswer, fixture).expectText("gõ dở!")
    }

    @Test("UX-4 what lies on the disk is sealed, and another officer finds nothing of it")
    func sealed() async throws {
        let fixture = await fixture()
        let driver = await open(.ticketAnswer, fixture)
        await driver.type("BIMATRIENG").advance(seconds: 2).waitIdle()
        let officer = FixtureData.me.officer.id
        let folder = fixture.desk.paths.state + "/" + ActStore.folderName(officer: officer)
        let file =
            folder + "/typed-" + TypedForm.Place("ticket-resolve", HotlineData.ticket.id).id + ".sealed"
        let bytes = try #require(FileManager.default.contents(atPath: file))
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(!text.isEmpty && !text.contains("BIMATRIENG") && !text.contains(HotlineData.ticket.id))
        var other = FixtureData.me
        other.officer = OfficerRef(id: "01900000-0000-7000-8000-00000000a002", name: "Lê Văn Hai")
        let store = try ActStore(
            directory: fixture.desk.paths.state, officer: other.officer.id, key: FixtureData.storeKey)
        _ = fixture.desk.take(Entry(client: fixture.desk.client, me: other, store: store))
        await open(.ticketAnswer, fixture).expectNoText("BIMATRIENG")
    }

    @Test("UX-4 an act that is left while it is sent drops its text when it is done after all")
    func doneLater() async throws {
        let fixture = await fixture()
        let store = try #require(fixture.desk.store)
        let place = TypedForm.Place("ticket-resolve", HotlineData.ticket.id)
        try store.saveTyped(.string("x"), title: "x", at: place, change: 1)
        try store.recordIntent(
            Intent(
                key: FixtureData.dossier.id, operation: "resolveTicket", target: "/v1/tickets/x:resolve",
                body: Array("{}".utf8), title: "", draft: place.id, madeAt: fixture.desk.now))
        try store.complete(FixtureData.dossier.id, answer: Array("{}".utf8))
        #expect(try store.typed(at: place) == nil)
        // What was typed since is about another try.
        fixture.time.advance(milliseconds: (5) * 1000)
        try store.saveTyped(.string("y"), title: "x", at: place, change: 2)
        await restart(fixture)
        #expect(try fixture.desk.store?.typed(at: place)?.content == .string("y"))
    }

    @Test("UX-4 of two saves that race the newer one stays, on the disk and in memory")
    func race() async throws {
        let fixture = await fixture()
        let store = try #require(fixture.desk.store)
        let place = TypedForm.Place("act-x", "1")
        try store.saveTyped(.string("mới"), title: "x", at: place, change: 2)
        try store.saveTyped(.string("cũ"), title: "x", at: place, change: 1)
        try store.removeTyped(at: place, change: 1)
        #expect(try store.typed(at: place)?.content == .string("mới"))
        try store.removeTyped(at: place, change: 3)
        try store.saveTyped(.string("muộn"), title: "x", at: place, change: 2)
        #expect(try store.typed(at: place) == nil)
        let owner = fixture.desk.signedIn
        let text = FormState(TicketActScreen.definition(.resolve), today: fixture.desk.today).draft
        fixture.desk.keepInMemory(text, at: place, of: owner, edit: 5)
        fixture.desk.keepInMemory(nil, at: place, of: owner, edit: 4)
        #expect(fixture.desk.unkept(place, of: owner) == text)
    }
}
