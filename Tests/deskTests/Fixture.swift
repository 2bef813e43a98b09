import APIClient
import Forms
import FoundationEssentials
import Glibc
import Models
import Synchronization
import TUI
import TUITesting

@testable import desk

/// A desk with a scripted central system, a clock that stands still, and a folder of its own.
///
/// What the server says stands in `FixtureData`; a test puts other answers in with `transport`.
final class Fixture {
    let transport = ScriptedTransport()
    let time = ManualTime()
    let desk: Desk
    let folder: String

    init(
        training: Bool = true, signedIn: Bool = true, config: Config = Config(), policy: RetryPolicy = .once
    ) {
        folder = Self.makeFolder()
        var paths = Paths(environment: ["HOME": folder], user: 1000)
        paths.state = folder + "/state"
        paths.runtime = folder + "/run"
        let (transport, policy) = (transport, policy)
        let counter = Counter()
        desk = Desk(
            config: config, paths: paths, training: training ? TrainingCentral(paths: paths) : nil,
            link: .connected,
            client: {
                Client(
                    address: Self.address, transport: transport, policy: policy,
                    pacing: transport.clock.pacing)
            }, time: time,
            newID: { counter.next() })
        FixtureData.answer(on: transport)
        if signedIn {
            let store = try? ActStore(
                directory: paths.state, officer: FixtureData.me.officer.id, key: FixtureData.storeKey,
                now: { [time] in Instant(seconds: time.now) })
            _ = desk.take(Entry(client: desk.client, me: FixtureData.me, store: store))
        }
    }

    deinit {
        let folder = folder
        _ = try? Self.remove(folder)
    }

    /// Signs in with the client too, so that it has a token to send.
    @discardableResult
    func logIn() async -> Fixture {
        _ = try? await desk.client.login(user: "tiepnhan", password: "tap-huan")
        return self
    }

    func driver(_ screen: any Screen, columns: Int = 80, rows: Int = 24, language: Language = .vi)
        -> TestDriver
    {
        desk.language = language
        return TestDriver(
            screen: screen, size: Size(columns: columns, rows: rows), actions: DeskActions.rows,
            chrome: DeskChrome(desk: desk, watches: false), language: language, time: time)
    }

    /// For screens that are driven without a stage.
    var context: ScreenContext {
        ScreenContext(size: Size(columns: 80, rows: 21), now: time.now, language: .vi)
    }

    /// The drafts in the officer's store.
    var drafts: [Draft] { (try? desk.store?.drafts()) ?? [] }

    /// The acts in the officer's store whose outcome is not known.
    var pending: [Intent] { (try? desk.store?.pending()) ?? [] }

    /// The bodies of the requests to a path, in order.
    func bodies(_ method: APIClient.Method, _ path: String) -> [String] {
        transport.requests.filter { $0.method == method && $0.target.prefix { $0 != "?" } == path }
            .map { String(decoding: $0.body ?? [], as: UTF8.self) }
    }

    private static var address: ServerAddress {
        guard let address = try? ServerAddress(parsing: "http://127.0.0.1:1") else {
            preconditionFailure("the address of the fixture is right")
        }
        return address
    }

    private static func makeFolder() -> String {
        var template = Array("/tmp/desk-tests-XXXXXX".utf8CString)
        return mkdtemp(&template) == nil ? "/tmp" : String(cString: template)
    }

    private static func remove(_ path: String) throws {
        guard path.hasPrefix("/tmp/desk-tests-") else { return }
        try FileManager.default.removeItem(atPath: path)
    }
}

/// Ids in the order they are asked for, of the form that the contract wants.
final class Counter: Sendable {
    private let value = Mutex(0)

    func next() -> ID {
        let n = value.withLock { value in
            value += 1
            return value
        }
        let digits = String(n)
        return "01900000-0000-7000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
    }
}
