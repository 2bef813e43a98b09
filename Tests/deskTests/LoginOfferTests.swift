import APIClient
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

/// A login that nobody takes leaves no session behind.
@Suite("Logins that nobody takes")
struct LoginOfferTests {
    private func revoked(_ fixture: Fixture) -> Int {
        fixture.transport.requests.filter { $0.target == "/oauth/revoke" }.count
    }

    @Test("A login that fails half-way is revoked at the server")
    func halfFailed() async {
        let fixture = Fixture(signedIn: false)
        fixture.transport.forget(.get, "/v1/me")
        fixture.transport.on(.get, "/v1/me", .problem(503, "unavailable"))
        let before = fixture.transport.requests.count
        let result = await fixture.desk.logIn(user: "tiepnhan", password: "tap-huan")
        guard case .failure = result else {
            Issue.record("\(result)")
            return
        }
        // The token, the question who that is, and the end of it.
        await fixture.transport.waitForRequests(before + 3)
        #expect(revoked(fixture) == 1)
    }

    @Test("A login that is given up while it is asked is revoked at the server")
    func cancelled() async {
        let fixture = Fixture(signedIn: false)
        fixture.transport.forget(.get, "/v1/me")
        fixture.transport.on(
            .get, "/v1/me", .held("me", .answer(json: FixtureData.json(FixtureData.me))))
        let driver = fixture.driver(HomeScreen(desk: fixture.desk))
        let before = fixture.transport.requests.count
        driver.type("tiepnhan").press("enter").type("tap-huan").press("enter")
        await fixture.transport.waitForRequests(before + 2)
        driver.press("escape")
        fixture.transport.release("me")
        await fixture.transport.waitForRequests(before + 3)
        #expect(revoked(fixture) == 1 && fixture.desk.signedIn == nil)
    }

    @Test("A login that is taken stays")
    func taken() async {
        let fixture = Fixture(signedIn: false)
        guard case .success(let entry) = await fixture.desk.logIn(user: "tiepnhan", password: "tap-huan")
        else {
            Issue.record("no login")
            return
        }
        let signedIn = fixture.desk.take(entry)
        #expect(signedIn.client.isLoggedIn)
        #expect(revoked(fixture) == 0)
    }
}
