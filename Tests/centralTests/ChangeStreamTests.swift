import Forms
import GRDB
import HTTPTypes
import Models
import Testing

@testable import central

@Suite("What one desk does is on another's stream at once, and a cut stream goes on without loss or double")
struct ChangeStreamTests {
    private func stream(
        _ test: TestCentral, _ desk: TestDesk, after: Int? = nil, heartbeat: Duration = .seconds(15)
    ) throws -> ChangeStream {
        let route = try #require(RouteTable.all.routes.first { $0.id == "streamChanges" })
        let call = Call(
            route: route, method: .get, path: "/v1/stream", parameters: [:],
            query: [:],
            headers: [.authorization: "Bearer " + (desk.token ?? "")], body: [], traceID: "",
            now: test.clock.now,
            grant: nil, hangUp: {})
        return ChangeStream(call, test.central, after: after, heartbeat: heartbeat)
    }

    private func text(_ stream: ChangeStream) async throws -> String? {
        try await stream.next().map { String(decoding: $0, as: UTF8.self) }
    }

    private func ids(_ text: String?) -> [Int] {
        (text ?? "").split(separator: "\n").filter { $0.hasPrefix("id: ") }.compactMap {
            Int($0.dropFirst(4))
        }
    }

    @Test("A stream begins where the feed stands, waits, and brings an act within a second of it")
    func live() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let (taker, other) = (try await desk.login(), try await desk.login("tiepnhan2"))
            let stream = try stream(test, other)
            #expect(try await text(stream) == "retry: 1000\nevent: start\nid: 0\ndata: {}\n\n")
            async let part = text(stream)
            while test.central.changeBell.waiting == 0 { await Task.yield() }
            _ = try await taker.post("/v1/dossiers", SampleIntake.body, key: UUIDv7.make())
            let done = ContinuousClock.now
            let got = try #require(try await part)
            #expect(.now - done < .seconds(1))
            #expect(got.hasPrefix("event: change\nid: 1\ndata: {"))
            #expect(got.contains("\"action\":\"receive\""))
            #expect(got.hasSuffix("}\n\n"))
        }
    }

    @Test("A cut at any place: Last-Event-ID brings the rest, each once, in order")
    func goesOn() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let desk = try await desk.login()
            for _ in 0..<5 {
                _ = try await desk.post("/v1/dossiers", SampleIntake.body, key: UUIDv7.make())
            }
            for seen in 0...4 {
                let stream = try stream(test, desk, after: seen)
                #expect(ids(try await text(stream)) == [seen])
                #expect(ids(try await text(stream)) == Array(seen + 1...5))
            }
        }
    }

    @Test("More than one part holds: parts follow each other, nothing is skipped")
    func longGap() async throws {
        let test = try TestCentral()
        try await test.central.store.write { database in
            for _ in 0..<250 {
                try ChangeTable.append(
                    database,
                    ChangeEntry(
                        at: test.clock.now, dossier: UUIDv7.make(), unit: "H26.1.5", holderUnit: "H26.1.5",
                        action: "forward", revision: 2))
            }
        }
        try await test.run { desk in
            let stream = try stream(test, try await desk.login(), after: 0)
            _ = try await text(stream)
            var all: [Int] = []
            while all.count < 250 { all += ids(try await text(stream)) }
            #expect(all == Array(1...250))
        }
    }

    @Test("A position that is not known → reset, and the stream goes on from now")
    func reset() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let desk = try await desk.login()
            let stream = try stream(test, desk, after: 999)
            #expect(try await text(stream) == "retry: 1000\nevent: reset\nid: 0\ndata: {}\n\n")
            _ = try await desk.post("/v1/dossiers", SampleIntake.body, key: UUIDv7.make())
            #expect(ids(try await text(stream)) == [1])
        }
    }

    @Test("Silence → a comment; with what went by unseen, the position moves along")
    func heartbeat() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let stream = try stream(test, try await desk.login(), heartbeat: .milliseconds(5))
            _ = try await text(stream)
            #expect(try await text(stream) == ":\n\n")
            try await test.central.store.write { database in
                try ChangeTable.append(
                    database,
                    ChangeEntry(
                        at: test.clock.now, dossier: UUIDv7.make(), unit: "H40.1", holderUnit: "H40.1",
                        action: "receive", revision: 1))
            }
            #expect(try await text(stream) == ":\nid: 1\n\n")
            #expect(try await text(stream) == ":\n\n")
        }
    }

    @Test("What concerns another unit wakes nobody of this one")
    func wakesTheConcerned() async throws {
        let test = try TestCentral()
        let bell = test.central.changeBell
        let done = Task { await bell.wait(for: Scope(units: ["H26.1.5"]), after: 0) }
        while bell.waiting == 0 { await Task.yield() }
        for (unit, isWoken) in [("H40.1", false), ("H26.1.5", true)] {
            let before = try await test.central.store.read { try ChangeTable.head($0).last }
            try await test.central.store.write { database in
                try ChangeTable.append(
                    database,
                    ChangeEntry(
                        at: test.clock.now, dossier: UUIDv7.make(), unit: unit, holderUnit: unit,
                        action: "receive", revision: 1))
            }
            // Returns once the bell has looked at the commit.
            await bell.wait(for: Scope(isEverything: true), after: before)
            #expect((bell.waiting == 0) == isWoken)
        }
        await done.value
    }

    @Test("The stream ends with the session, and with an officer who is suspended")
    func ends() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let (first, second) = (try await desk.login(), try await desk.login("tiepnhan2"))
            let streams = [
                try stream(test, first, heartbeat: .milliseconds(5)),
                try stream(test, second, heartbeat: .milliseconds(5)),
            ]
            for stream in streams { #expect(try await stream.next() != nil) }
            _ = try await first.form("/oauth/revoke", "token=\(first.token ?? "")")
            #expect(try await streams[0].next() == nil)
            #expect(try await streams[1].next() != nil)
            try await test.central.store.write { database in
                try database.execute(
                    sql: "UPDATE officers SET suspended_at = 1 WHERE account = 'tiepnhan2'")
            }
            #expect(try await streams[1].next() == nil)
        }
    }

    @Test("Without a login there is no stream, and no parameter is taken")
    func refusals() async throws {
        try await TestCentral().run { desk in
            let stranger = try await desk.get("/v1/stream")
            #expect(stranger.status == 401)
            let officer = try await desk.login()
            let reply = try await officer.get("/v1/stream?after=1")
            #expect(reply.status == 400)
        }
    }
}
