import APIClient
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

/// The mouse in lists: a click goes to a row, a click on the row under the bar opens it, the wheel moves the bar.
@Suite("Mouse in lists")
struct MouseTests {
    /// Presses the left button where `text` stands on the screen.
    @discardableResult
    private func click(
        _ driver: TestDriver, _ text: String, sourceLocation: SourceLocation = #_sourceLocation
    ) -> TestDriver {
        for (row, line) in driver.screenText.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            guard let range = line.firstRange(of: text) else { continue }
            let column = DisplayWidth.of(String(line[..<range.lowerBound]))
            return driver.send(.mouse(Mouse(.press, at: Point(column, row))))
        }
        Issue.record("\(text) is not on the screen", sourceLocation: sourceLocation)
        return driver
    }

    private func wheel(_ driver: TestDriver, _ kind: Mouse.Kind) {
        driver.send(.mouse(Mouse(kind, button: 0, at: Point(5, 5))))
    }

    @Test("In a queue a click selects, a second one opens, the wheel moves the bar")
    func queue() async throws {
        let fixture = Fixture()
        let driver = await fixture.queue()
        let items = try #require(driver.screen(as: QueueScreen.self)).table.items
        #expect(items.count > 2)
        click(driver, items[2].code)
        #expect(driver.screen(as: QueueScreen.self)?.table.cursor == 2)
        wheel(driver, .scrollUp)
        #expect(driver.screen(as: QueueScreen.self)?.table.cursor == 1)
        wheel(driver, .scrollDown)
        #expect(driver.screen(as: QueueScreen.self)?.table.cursor == 2)
        await click(driver, items[2].code).waitIdle()
        #expect(driver.screen(as: DossierScreen.self) != nil)
        // On its page the wheel scrolls, and a click there does nothing.
        wheel(driver, .scrollDown)
        click(driver, items[2].code)
        #expect(driver.screen(as: DossierScreen.self) != nil)
    }

    @Test("On Home a click goes to the other list, and opens what was under its bar")
    func home() async {
        let fixture = Fixture()
        let driver = await fixture.home()
        await click(driver, "Quá hạn").waitIdle()
        #expect(driver.screen(as: HomeScreen.self)?.selectedInbox?.slug == "overdue")
        await click(driver, "Quá hạn").waitIdle()
        #expect(driver.screen(as: QueueScreen.self)?.inbox.slug == "overdue")
    }

    @Test("In the look-up a click takes a dossier, and types nothing")
    func lookup() async throws {
        let fixture = Fixture()
        let driver = await fixture.lookup()
        let items = try #require(driver.screen(as: LookupScreen.self)).table.items
        let last = try #require(items.last)
        if items.count > 1 {
            click(driver, last.code)
            #expect(driver.screen(as: LookupScreen.self)?.table.cursor == items.count - 1)
        }
        #expect(driver.screen(as: LookupScreen.self)?.query.text == "tran")
        await click(driver, last.code).waitIdle()
        #expect(driver.screen(as: DossierScreen.self) != nil)
    }

    @Test("In the intake a click takes a procedure, and ticks a paper")
    func intake() async throws {
        let fixture = Fixture()
        let driver = await fixture.intake(page: 2)
        let found = try #require(driver.screen(as: IntakeScreen.self)?.intake.picker.highlighted)
        await click(driver, found.code).waitIdle()
        #expect(driver.screen(as: IntakeScreen.self)?.intake.picker.procedure?.code == found.code)
        let papers = try #require(driver.screen(as: IntakeScreen.self)).intake.papers
        #expect(papers.cursor == 0 && papers.selected?.isReceived == false)
        click(driver, String(papers.rows[0].requirement.name.prefix(20)))
        let after = try #require(driver.screen(as: IntakeScreen.self)).intake.papers
        #expect(after.rows[0].isReceived)
    }

    @Test("A click goes to a case of the procedure taken, the second one takes it")
    func cases() async throws {
        let fixture = Fixture()
        fixture.transport.forget(.get, "/v1/procedures/2.000635")
        fixture.transport.on(
            .get, "/v1/procedures/2.000635", .answer(json: FixtureData.json(IntakeFindingTests.twoCases)))
        let driver = await fixture.intake(page: 2)
        func picker() throws -> ProcedurePicker {
            try #require(driver.screen(as: IntakeScreen.self)).intake.picker
        }
        await click(driver, try #require(try picker().highlighted?.code)).waitIdle()
        #expect(try picker().focus == .cases && picker().caseCursor == 0 && picker().caseCode == nil)
        click(driver, "Bản sao trích lục, ủy")
        #expect(try picker().caseCursor == 1 && picker().caseCode == nil)
        await click(driver, "Bản sao trích lục, ủy").waitIdle()
        #expect(try picker().caseCode == "TL2")
    }

    @Test("In the command list a second click runs what the first one chose")
    func command() async {
        let fixture = Fixture()
        let driver = await fixture.home().press("f2").waitIdle()
        click(driver, "Tra cứu hồ sơ")
        #expect(driver.screen(as: CommandScreen.self) != nil)
        await click(driver, "Tra cứu hồ sơ").waitIdle()
        #expect(driver.screen(as: LookupScreen.self) != nil)
    }

    @Test("A click on a button of a question presses it, beside it nothing happens")
    func dialog() async {
        let fixture = Fixture()
        let driver = await fixture.home()
        driver.stage.perform(.logout)
        click(driver, Strings.Home.logoutTitle.vi)
        driver.expectText(Strings.Home.logoutTitle.vi)
        click(driver, "[ " + Strings.Common.cancel.vi)
        driver.expectNoText(Strings.Home.logoutTitle.vi)
        #expect(fixture.desk.signedIn != nil)
    }
}
