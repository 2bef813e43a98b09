import APIClient
import Forms
import Foundation
import Models
import Synchronization
import Testing

/// An act by one desk is on another one within a second, and after a cut of the stream nothing is missed.
@Suite("Live", .serialized)
struct LiveTests {
    private final class Record: Sendable {
        private let state = Mutex<[(code: String, at: Date)]>([])

        func add(_ news: FeedNews) {
            guard case .changes(let changes) = news else { return }
            state.withLock { state in
                state += changes.map { (($0.item?.code ?? $0.id), Date()) }
            }
        }

        var codes: [String] { state.withLock { $0.map(\.code) } }
        func time(of code: String) -> Date? { state.withLock { $0.first { $0.code == code }?.at } }
    }

    @Test(
        "An intake is on the other desk within a second; central dies and comes back: nothing missed, none twice"
    )
    func live() async throws {
        let folder = try TemporaryFolder()
        var central = try CentralProcess(in: folder)
        let (taker, other) = (
            try Client.once(socket: central.socket), try Client.once(socket: central.socket)
        )
        _ = try await taker.login(user: "tiepnhan", password: "tap-huan")
        _ = try await other.login(user: "tiepnhan2", password: "tap-huan")
        let intake = try await Examples.intake(from: taker)
        let feed = ChangeFeed(client: other)
        let record = Record()
        let task = Task { await feed.run { record.add($0) } }
        while feed.position == nil { await Task.yield() }
        var made: [String] = []
        for _ in 0..<5 {
            let dossier = try await taker.createDossier(intake, key: UUIDv7.make())
            let done = Date()
            while record.time(of: dossier.code) == nil, Date().timeIntervalSince(done) < 5 {
                await Task.yield()
            }
            let arrived = try #require(record.time(of: dossier.code))
            #expect(arrived.timeIntervalSince(done) < 1)
            made.append(dossier.code)
        }
        central.kill()
        central = try CentralProcess(in: folder)
        for _ in 0..<5 { made.append(try await taker.createDossier(intake, key: UUIDv7.make()).code) }
        let last = try #require(made.last)
        let limit = Date().addingTimeInterval(60)
        while record.time(of: last) == nil, Date() < limit { await Task.yield() }
        task.cancel()
        await task.value
        let codes = record.codes
        #expect(codes == made)
        #expect(Set(codes).count == codes.count)
        // The end of the program does not wait for streams.
        central.kill()
    }

    @Test(
        "On another desk's screen: within a second, the bar stays on its dossier and what is typed goes on; after a cut nothing is missed"
    )
    func screens() async throws {
        let folder = try TemporaryFolder()
        var central = try CentralProcess(in: folder)
        let taker = try Client.once(socket: central.socket)
        _ = try await taker.login(user: "tiepnhan", password: "tap-huan")
        let intake = try await Examples.intake(from: taker)
        let desktop = try Desktop()
        let desk = try desktop.desk("--server unix:\(central.socket)")
        try desk.expect("Tài khoản *")
        try desk.expect("đã nối", within: 60)
        try desk.type("tiepnhan2")
        try desk.press("Enter")
        try desk.type("tap-huan")
        try desk.press("F10")
        try desk.expect("Trang chủ", within: 60)
        try desk.expect("Tất cả đang giải quyết")
        try desk.press("End", "Enter")
        try desk.expect("H26.1.5-")
        try desk.press("Down", "Down")
        func bar() -> String? {
            desk.screen.split(separator: "\n").first { $0.contains("▸H26") || $0.contains("▸ H26") }.map {
                String($0.prefix(24))
            }
        }
        try desk.expect("a bar on a dossier") { _ in bar() != nil }
        let chosen = bar()
        _ = try await taker.createDossier(intake, key: UUIDv7.make())
        try desk.expect("1 hồ sơ mới", within: 1)
        #expect(bar() == chosen)

        central.kill()
        central = try CentralProcess(in: folder)
        // The cut is over for the other desk before this one has noticed it.
        for _ in 0..<2 { _ = try await taker.createDossier(intake, key: UUIDv7.make()) }
        try desk.expect("3 hồ sơ mới", within: 60)
        #expect(bar() == chosen)

        try desk.press("F4")
        try desk.expect("Lọc")
        try desk.type("nguyen v")
        _ = try await taker.createDossier(intake, key: UUIDv7.make())
        try desk.expect("nguyen v")
        try desk.type("an b")
        try desk.expect("nguyen van b")
        try desk.press("Escape")
        try desk.expect("4 hồ sơ mới", within: 20)
        #expect(bar() == chosen)
        central.kill()
    }
}
