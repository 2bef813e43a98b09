import APIClient
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

/// A desk on whose queue dossiers stand, and what it asks of the server about them.
extension Fixture {
    /// A fixture whose server offers these acts.
    convenience init(offering change: (inout ActionOptions) -> Void) {
        self.init()
        offer(change)
    }

    /// From now on the server offers these acts.
    func offer(_ change: (inout ActionOptions) -> Void) {
        var options = FixtureData.options
        change(&options)
        answer(.get, "/v1/dossiers/*/actions", options)
    }

    /// From now on the server answers this, in place of what it said there before.
    func answer(_ method: APIClient.Method, _ path: String, _ value: some Encodable) {
        transport.forget(method, path)
        transport.on(method, path, .answer(json: FixtureData.json(value)))
    }

    /// The page of the first dossier of a queue, with the next ones behind it.
    func openFromQueue(columns: Int = 80, rows: Int = 24, _ language: Language = .vi) async -> TestDriver {
        await logIn()
        let inbox = Inbox(slug: "open", name: "Tất cả đang giải quyết", count: 20)
        let driver = driver(
            QueueScreen(desk: desk, inbox: inbox), columns: columns, rows: rows, language: language)
        await driver.waitIdle()
        return await driver.press("enter").waitIdle()
    }

    /// Paths of the requests so far, with their methods.
    var calls: [String] {
        transport.requests.map { "\($0.method.rawValue) \($0.target.prefix { $0 != "?" })" }
    }

    /// The bodies of the acts that went out.
    var acts: [String] {
        transport.requests.filter { $0.method == .post && $0.target.hasSuffix("/actions") }
            .map { String(decoding: $0.body ?? [], as: UTF8.self) }
    }
}
