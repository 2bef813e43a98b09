import Models
import Synchronization
import Testing

@testable import APIClient

/// What others do comes once, in order, over cuts, broken proxies and lost sessions.
@Suite(.timeLimit(.minutes(10))) struct ChangeFeedTests {
    private let transport = ScriptedTransport()

    /// What a feed has given.
    private final class Record: Sendable {
        private let news = Mutex<[FeedNews]>([])
        var all: [FeedNews] { news.withLock { $0 } }
        func add(_ one: FeedNews) { news.withLock { $0.append(one) } }

        /// The numbers of the changes, with 0 for a restart.
        var numbers: [Int] {
            all.flatMap { one -> [Int] in
                switch one {
                case .changes(let changes): changes.map(\.seq)
                case .restarted: [0]
                }
            }
        }
    }

    private func feed(
        after: Int? = nil, share: Double = 0, patience: ChangeFeed.Patience = .init()
    ) async throws -> ChangeFeed {
        let client = try await Fixture.client(transport)
        return ChangeFeed(
            client: client, after: after, pacing: transport.clock.pacing(share: share), patience: patience)
    }

    /// A stream that says this and is then cut.
    private func stream(_ text: String) -> ScriptedTransport.Step {
        .answer(
            Response(
                status: 200, headers: [Header("Content-Type", "text/event-stream")], body: Array(text.utf8)))
    }

    private func start(_ seq: Int) -> String { "retry: 0\nevent: start\nid: \(seq)\ndata: {}\n\n" }

    private func json(_ seq: Int) -> String {
        #"{"seq":\#(seq),"at":"2026-11-23T09:41:00+07:00","kind":"dossier","id":"d\#(seq)","#
            + #""action":"forward","revision":2,"item":null,"later":true}"#
    }

    private func change(_ seq: Int) -> String { "event: change\nid: \(seq)\ndata: \(json(seq))\n\n" }

    private func page(_ seqs: [Int], after: Int, more: Bool = false) -> ScriptedTransport.Step {
        .answer(
            json: #"{"items":[\#(seqs.map(json).joined(separator: ","))],"after":\#(after),"more":\#(more)}"#)
    }

    private var never: ScriptedTransport.Step { .held("never", stream("")) }

    /// Runs the feed until it has sent so many requests (the login is the first), then cancels it.
    private func run(_ feed: ChangeFeed, requests: Int) async -> Record {
        let record = Record()
        let task = Task { await feed.run { record.add($0) } }
        await transport.waitForRequests(requests)
        task.cancel()
        await task.value
        return record
    }

    private var positions: [String?] {
        transport.requests.filter { $0.target == "/v1/stream" }.map { $0.headers.first("Last-Event-ID") }
    }

    @Test("A stream that is cut goes on behind the last change, and gives nothing twice")
    func goesOn() async throws {
        transport.on(
            .get, "/v1/stream", stream(start(3) + change(4) + change(5)),
            stream(start(5) + change(5) + change(6) + "event: change\nid: 7\ndata: {"),
            stream(start(6) + change(7)), never)
        let feed = try await feed()
        let record = await run(feed, requests: 5)
        #expect(record.numbers == [4, 5, 6, 7])
        #expect(positions == [nil, "5", "6", "7"])
        #expect(feed.position == 7)
    }

    @Test("What the server can't tell any more → restarted, and on from there")
    func restarts() async throws {
        transport.on(
            .get, "/v1/stream", stream("event: reset\nid: 2\ndata: {}\n\n" + change(3)), never)
        let record = await run(try await feed(after: 900), requests: 3)
        #expect(record.numbers == [0, 3])
        #expect(positions == ["900", "3"])
    }

    @Test("Two streams that give nothing → it asks, page by page, and then tries the stream again")
    func asks() async throws {
        transport.on(.get, "/v1/stream", .fail(.cut), stream("<html>"), never)
        transport.on(
            .get, "/v1/changes", page([8], after: 8, more: true), page([9], after: 9), page([], after: 11))
        let clock = transport.clock
        let feed = try await feed(after: 7)
        let record = Record()
        let task = Task { await feed.run { record.add($0) } }
        // Login, two streams, two pages; then every ten seconds one question.
        for asked in 0..<30 {
            await transport.waitForRequests(5 + asked)
            await clock.waitForSleepers(1)
            clock.advance(by: .seconds(10))
        }
        await transport.waitForRequests(35)
        task.cancel()
        await task.value
        #expect(record.numbers == [8, 9])
        #expect(positions == ["7", "7", "11"])
        let asked = transport.requests.map(\.target).filter { $0.hasPrefix("/v1/changes") }
        #expect(
            asked.prefix(3) == [
                "/v1/changes?after=7&limit=200", "/v1/changes?after=8&limit=200",
                "/v1/changes?after=9&limit=200",
            ])
    }

    @Test("Asking for what is kept no more → restarted, and asked again from now")
    func asksAnew() async throws {
        transport.on(.get, "/v1/stream", .fail(.cut))
        transport.on(
            .get, "/v1/changes", .problem(410, "feed_restarted"), page([], after: 4), page([5], after: 5))
        let feed = try await feed(after: 900)
        let record = Record()
        let task = Task { await feed.run { record.add($0) } }
        await transport.waitForRequests(5)
        await transport.clock.waitForSleepers(1)
        transport.clock.advance(by: .seconds(10))
        while record.numbers.count < 2, !Task.isCancelled { await Task.yield() }
        task.cancel()
        await task.value
        #expect(record.numbers == [0, 5])
    }

    @Test("A silent stream is given up after three heartbeats")
    func silence() async throws {
        transport.on(.get, "/v1/stream", never)
        let feed = try await feed()
        let task = Task { await feed.run { _ in } }
        await transport.waitForRequests(2)
        await transport.clock.waitForSleepers(1)
        transport.clock.advance(by: .seconds(45))
        await transport.waitForRequests(3)
        task.cancel()
        await task.value
        #expect(transport.clock.slept.first == .seconds(45))
    }

    @Test(
        "Streams that fail → pauses that double up to a minute, and back to the first after one that was usable"
    )
    func growingPauses() async throws {
        transport.on(
            .get, "/v1/stream", .fail(.cut), .fail(.cut), .fail(.cut), stream(start(1)), .fail(.cut), never)
        let feed = try await feed(share: 1, patience: .init(failures: .max))
        let task = Task { await feed.run { _ in } }
        var pauses: [Duration] = []
        for round in 0..<5 {
            // The pause of the feed; the watch beside a stream has ended with the stream.
            await transport.clock.waitForSleepers(1)
            while transport.clock.slept.filter({ $0 != .seconds(45) }).count <= round, !Task.isCancelled {
                await Task.yield()
            }
            pauses = transport.clock.slept.filter { $0 != .seconds(45) }
            transport.clock.advance(by: pauses[round])
        }
        task.cancel()
        await task.value
        #expect(pauses == [.seconds(1), .seconds(2), .seconds(4), .milliseconds(500), .seconds(1)])
    }

    @Test("The feed ends with the session, and with the task")
    func ends() async throws {
        transport.on(.get, "/v1/stream", stream(start(1) + change(2)), .problem(401, "unauthorized"))
        let record = Record()
        try await feed().run { record.add($0) }
        #expect(record.numbers == [2])
    }

    @Test("Over a real connection: events as they come, each cut anywhere, with no wake-ups in between")
    func overCurl() async throws {
        let first = start(0) + change(1)
        let second = change(2)
        let server = try TestServer(onSocket: { connection in
            guard let request = connection.readRequest() else { return }
            guard request.hasPrefix("GET /v1/stream") else {
                connection.answer(
                    #"{"access_token":"t","token_type":"Bearer","expires_in":3600,"store_key":"\#(Fixture.storeKeyText)"}"#
                )
                return
            }
            connection.write(
                "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n")
            for byte in (first + second).utf8 {
                guard connection.write("1\r\n" + String(decoding: [byte], as: UTF8.self) + "\r\n") else {
                    return
                }
            }
            connection.waitForHangUp()
        })
        defer { server.stop() }
        let client = Client(address: server.address)
        _ = try await client.login(user: "a", password: "b")
        let record = Record()
        let task = Task { await ChangeFeed(client: client).run { record.add($0) } }
        while record.numbers.count < 2, !Task.isCancelled { await Task.yield() }
        task.cancel()
        await task.value
        #expect(record.numbers == [1, 2])
    }
}
