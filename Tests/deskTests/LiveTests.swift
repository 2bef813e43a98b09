import APIClient
import Forms
import Models
import Testing
import TUI
import TUITesting

@testable import desk

/// What others do reaches the screens, without a key and without a loss.
@Suite(.timeLimit(.minutes(10))) struct LiveTests {
    private func change(_ n: Int) -> Change {
        Change(seq: n, at: Instant(seconds: 1_700_000_000), kind: "dossier", id: "d\(n)", action: "receive")
    }

    @Test("Whoever asks after a mark gets what came since, at once or when it comes")
    func log() async {
        let log = ChangeLog()
        log.add(.changes([change(1), change(2)]))
        let first = await log.next(after: 1)
        #expect(first.changes.map(\.seq) == [2] && first.mark == 2 && !first.mustReload)
        async let second = log.next(after: 2)
        log.add(.changes([change(3)]))
        #expect(await second.changes.map(\.seq) == [3])
    }

    @Test("A restart, another officer, or more than is kept → whatever is shown is loaded anew")
    func reloads() async {
        let log = ChangeLog()
        log.add(.changes([change(1)]))
        let before = log.mark
        log.add(.restarted)
        #expect(await log.next(after: before).mustReload)
        let behind = log.mark
        log.add(.changes((0...ChangeLog.capacity).map { change($0) }))
        #expect(await log.next(after: behind).mustReload)
        #expect(await log.next(after: behind + 1).changes.count == ChangeLog.capacity)
    }

    @Test("A screen that is left waits no more")
    func cancelled() async {
        let log = ChangeLog()
        let task = Task { await log.next(after: log.mark) }
        task.cancel()
        #expect(await task.value.changes.isEmpty)
    }

    @Test("Others act → the counts on Home are asked for once for all of it, and the bar stays")
    func home() async throws {
        let fixture = await Fixture().logIn()
        let driver = fixture.driver(HomeScreen(desk: fixture.desk))
        await driver.waitIdle()
        driver.press("down")
        let asked = fixture.transport.requests.filter { $0.target == "/v1/inboxes" }.count
        fixture.desk.changes.add(.changes([change(1), change(2)]))
        await driver.stage.waitForReply()
        driver.stage.takeReplies()
        fixture.desk.changes.add(.changes([change(3)]))
        await driver.stage.waitForReply()
        driver.stage.takeReplies()
        driver.advance(seconds: 0.3)
        await driver.waitIdle()
        #expect(fixture.transport.requests.filter { $0.target == "/v1/inboxes" }.count == asked + 1)
        #expect(driver.screen(as: HomeScreen.self)?.queueCursor == 1)
    }

    @Test("Waiting for others is no work: nothing spins and the driver finds the screen idle")
    func isNotBusy() async {
        let fixture = await Fixture().logIn()
        let driver = fixture.driver(HomeScreen(desk: fixture.desk))
        await driver.waitIdle()
        #expect(!driver.stage.isBusy)
        #expect(driver.stage.nextDeadline == nil)
    }
}
