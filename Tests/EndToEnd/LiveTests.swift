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
        // The system's own acts on others come between.
        #expect(codes.filter(Set(made).contains) == made)
        #expect(Set(codes).count == codes.count)
        // The end of the program does not wait for streams.
        central.kill()
    }
}
