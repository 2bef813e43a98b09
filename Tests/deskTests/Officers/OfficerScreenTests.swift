import APIClient
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

@Suite("Administrators keep officers at the desk")
struct OfficerScreenTests {
    private static let path = "/v1/officers"

    @Test("As one types the list is asked for, once one has stopped; a key turns through the states")
    func list() async {
        let fixture = await Fixture.administrator()
        let driver = await fixture.driver(OfficerListScreen(desk: fixture.desk)).waitIdle()
        driver.expectText("Nguyễn Thị Hương Giang").expectText("tạm khóa").expectText("2 cán bộ")
        let before = fixture.transport.requests.count
        await driver.type("huong").waitIdle()
        #expect(fixture.transport.requests.count == before)
        await driver.advance(seconds: 0.5).waitIdle()
        #expect(fixture.transport.requests.last?.target == "/v1/officers?q=huong&limit=100")
        await driver.press("f4").waitIdle()
        driver.expectText("Đang hoạt động")
        #expect(fixture.transport.requests.last?.target == "/v1/officers?q=huong&state=active&limit=100")
    }

    @Test("From Home to a new officer who takes in a procedure: at most 40 keys beyond the data")
    func fortyKeys() async throws {
        let fixture = await Fixture.administrator()
        let officer = OfficerData.officer()
        fixture.transport.on(.post, Self.path, .effect(.json(FixtureData.json(officer), status: 201)))
        fixture.transport.forget(.get, "/v1/procedures")
        fixture.transport.on(
            .get, "/v1/procedures",
            .answer(json: FixtureData.json(Page(items: [OfficerData.procedure], nextCursor: nil))))
        fixture.transport.on(
            .get, "/v1/reference/agencies",
            .answer(
                json: FixtureData.json(
                    Page(
                        items: [ReferenceItem(code: "H26.1.5", name: "UBND phường Hoàn Kiếm")],
                        nextCursor: nil))
            ))
        let process = FixtureData.procedure.process
        fixture.transport.on(
            .get, "/v1/processes/\(process.id)/versions/\(process.version)",
            .answer(json: FixtureData.json(Self.process(process))))
        let bindings = "/v1/units/H26.1.5/bindings/\(process.id)"
        let before = UnitBindings(
            unit: OfficerData.unit, process: process.id,
            items: [
                StepBinding(
                    step: "tiep_nhan", role: "reception", officer: "01900000-0000-7000-8000-000000000001",
                    effectiveFrom: LocalDate(iso: "2026-01-05")!)
            ])
        let headers = [Header("ETag", "\"3\"")]
        fixture.transport.on(.get, bindings, .answer(json: FixtureData.json(before), headers: headers))
        fixture.transport.on(.put, bindings, .answer(json: FixtureData.json(before), headers: headers))
        let driver = await fixture.driver(HomeScreen(desk: fixture.desk)).waitIdle()
        var keys = 0
        func press(_ names: String...) async {
            for name in names {
                driver.press(name)
                keys += 1
            }
            await driver.waitIdle()
        }
        func data(_ text: String) { driver.type(text) }
        await press("u", "insert")
        data("Nguyễn Thị Hương Giang")
        await press("enter")
        data("001190004321")
        await press("enter")
        data("Công chức tiếp nhận hồ sơ")
        await press("enter")
        // The unit stands as the administrator's own: another one is searched.
        await press("ctrl-u")
        data("hoan kiem")
        driver.advance(seconds: 0.5)
        await driver.waitIdle()
        await press("down", "enter")
        await press("space", "down", "down", "space", "enter", "f10")
        let made = try #require(fixture.bodies(.post, Self.path).first, "\(driver.screenText)")
        #expect(made.contains("H26.1.5") && made.contains("\"roles\":[\"reception\"]"), "\(made)")
        driver.expectText("Nguyễn Thị Hương Giang").expectText("giangnth")
        await press("p")
        data("trich luc")
        driver.advance(seconds: 0.5)
        await driver.waitIdle()
        await press("down", "enter", "f10")
        let put = try #require(fixture.bodies(.put, bindings).first, "\(driver.screenText)")
        #expect(put.contains(officer.id) && put.contains("000000000001"), "\(put)")
        #expect(
            fixture.transport.requests.last { $0.method == .put }?.headers.first("If-Match") == "\"3\"")
        driver.expectText("Đã phân công 1 bước.")
        #expect(keys <= 40, "\(keys)")
    }

    private static func process(_ reference: ProcessRef) -> JSONValue {
        func step(_ code: String, _ kind: String, _ role: String?) -> JSONValue {
            var members: [String: JSONValue] = [
                "code": .string(code), "name": .string(code), "kind": .string(kind), "status": .int(2),
                "clock": .string("run"),
            ]
            if let role { members["role"] = .string(role) }
            return .object(members)
        }
        return .object([
            "id": .string(reference.id), "version": .int(reference.version), "procedure": .string("2.000635"),
            "name": .string("Trích lục"), "effective_from": .string("2026-01-01"),
            "time": .object(["amount": .int(1), "unit": .string("working_day")]),
            "steps": .array([
                step("tiep_nhan", "intake", "reception"), step("ky", "sign", "approval"),
                step("xong", "terminal", nil),
            ]), "transitions": .array([]),
        ])
    }

    @Test("What the server objects to stands at its field, and what was typed stays")
    func refused() async {
        let fixture = await Fixture.administrator()
        fixture.transport.on(
            .post, Self.path,
            .problem(
                422, "invalid_input",
                more:
                    #""errors":[{"pointer":"/identity_number","code":"duplicate","message":"Số định danh này đã là của Lê Văn Thành."}]"#
            ))
        let driver = await fixture.driver(
            OfficerTaskScreen(desk: fixture.desk, task: .create(OfficerData.unit))
        ).waitIdle()
        driver.type("Lê Thị A").press("enter").type("001190004321").press("enter").type("Chuyên viên")
        await driver.press("f10").waitIdle()
        driver.expectText("Số định danh này đã là của Lê Văn Thành.").expectText("Lê Thị A")
        #expect(driver.screen(as: OfficerTaskScreen.self)?.form?.focus?.field == "identity_number")
    }

    @Test("A change of an administrator waits for another one, who confirms it after a question")
    func fourEyes() async {
        let fixture = await Fixture.administrator()
        let waiting = OfficerData.officer(pending: [OfficerData.change])
        fixture.transport.forget(.get, Self.path + "/\(OfficerData.id)")
        fixture.transport.on(
            .get, Self.path + "/\(OfficerData.id)", .answer(json: FixtureData.json(waiting)))
        let confirm = "/v1/officer-changes/\(OfficerData.change.id):confirm"
        var done = OfficerData.change
        done.state = .confirmed
        fixture.transport.on(.post, confirm, .effect(.json(FixtureData.json(done))))
        let driver = await fixture.driver(
            OfficerScreen(desk: fixture.desk, officer: OfficerData.officer())
        ).waitIdle()
        driver.expectText("Chờ người thứ hai xác nhận").expectText("Nguyễn Thị Thùy Dương")
        driver.press("d").expectText("Xác nhận thay người đề nghị?")
        await driver.press("escape").waitIdle()
        #expect(fixture.bodies(.post, confirm).isEmpty)
        await driver.press("d", "right", "enter").waitIdle()
        #expect(fixture.bodies(.post, confirm).count == 1)
        driver.expectText("Đã thu hồi tài khoản của Nguyễn Thị Hương Giang.")
    }

    @Test("What is confirmed is the change that was asked about, whatever came in under the question")
    func confirmsWhatWasAsked() async throws {
        let fixture = await Fixture.administrator()
        var other = OfficerData.change
        other.id = "01900000-0000-7000-8000-0000000000ee"
        let path = Self.path + "/\(OfficerData.id)"
        fixture.transport.forget(.get, path)
        fixture.transport.on(
            .get, path, .answer(json: FixtureData.json(OfficerData.officer(pending: [OfficerData.change]))))
        var done = OfficerData.change
        done.state = .confirmed
        let confirm = "/v1/officer-changes/\(done.id):confirm"
        fixture.transport.on(.post, confirm, .effect(.json(FixtureData.json(done))))
        var screen = OfficerScreen(
            desk: fixture.desk, officer: OfficerData.officer(pending: [OfficerData.change]))
        _ = screen.handle(.action(.confirmChange), fixture.context)
        _ = screen.handle(.message(.loaded(.success(OfficerData.officer(pending: [other])))), fixture.context)
        let driver = await fixture.driver(screen).waitIdle()
        driver.expectText("Xác nhận thay người đề nghị?")
        await driver.press("right", "enter").waitIdle()
        #expect(fixture.bodies(.post, confirm).count == 1)
    }

    @Test("Suspending says what comes of it, wants a reason, and goes out once on what was seen")
    func suspend() async throws {
        let fixture = await Fixture.administrator()
        let path = Self.path + "/\(OfficerData.id):suspend"
        fixture.transport.on(
            .post, path, .fail(.cut),
            .answer(json: FixtureData.json(OfficerData.officer(state: .suspended))))
        let driver = await fixture.driver(
            OfficerScreen(desk: fixture.desk, officer: OfficerData.officer())
        ).waitIdle()
        await driver.press("k").waitIdle()
        driver.expectText("đăng xuất ngay")
        await driver.press("f10").waitIdle()
        #expect(fixture.bodies(.post, path).isEmpty)
        await driver.type("Nghỉ phép").press("f10").waitIdle()
        driver.expectText("không làm hai lần")
        await driver.press("f10").waitIdle()
        driver.expectText("Đã lưu: Nguyễn Thị Hương Giang.")
        let sent = fixture.transport.requests.filter { $0.method == .post && $0.target == path }
        #expect(sent.count == 2 && Set(sent.map { $0.headers.first("Idempotency-Key") }).count == 1)
        #expect(sent.allSatisfy { $0.headers.first("If-Match") == "\"1\"" })
    }

    @Test("Only administrators have the key on Home")
    func offered() async {
        let fixture = await Fixture().logIn()
        let driver = await fixture.driver(HomeScreen(desk: fixture.desk)).waitIdle()
        await driver.press("u").waitIdle()
        #expect(driver.stage.depth == 1)
    }
}
