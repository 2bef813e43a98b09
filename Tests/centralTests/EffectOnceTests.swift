import Forms
import Foundation
import HTTPTypes
import Models
import Testing

@testable import central

@Suite("An act has its effect once")
struct EffectOnceTests {
    @Test("The same key and body get the stored answer, and nothing more happens")
    func replays() async throws {
        let central = try TestCentral()
        try await central.run { desk in
            let desk = try await desk.login()
            let key = UUIDv7.make()
            let first = try await desk.post("/v1/dossiers", SampleIntake.body, key: key)
            let second = try await desk.post("/v1/dossiers", SampleIntake.body, key: key)
            #expect(first.status == 201)
            #expect(first.headers[.idempotencyReplayed] == nil)
            #expect(second.status == 201)
            #expect(second.headers[.idempotencyReplayed] == "true")
            #expect(second.body == first.body)
            #expect(second.headers[.eTag] == first.headers[.eTag])
            #expect(second.headers[.location] == first.headers[.location])
            #expect(try await desk.get("/v1/search?q=anh").items.count == 1)
        }
    }

    @Test("The body counts as a value, not as bytes")
    func hashesValues() async throws {
        try await TestCentral().run { desk in
            let desk = try await desk.login()
            let key = UUIDv7.make()
            let first = try await desk.post("/v1/dossiers", SampleIntake.body, key: key)
            let bytes = try StrictJSON.encode(SampleIntake.body)
            let spaced = Array(String(decoding: bytes, as: UTF8.self).replacing(",\"", with: " ,\n \"").utf8)
            let second = try await desk.send(
                .post, "/v1/dossiers",
                headers: [.contentType: "application/json", .idempotencyKey: key.uppercased()], body: spaced)
            #expect(second.body == first.body)
        }
    }

    @Test("Another body under a used key is refused")
    func refusesReuse() async throws {
        try await TestCentral().run { desk in
            let desk = try await desk.login()
            let key = UUIDv7.make()
            let made = try await desk.post("/v1/dossiers", SampleIntake.body, key: key)
            let other = try await desk.post("/v1/dossiers", SampleIntake.with(["channel": 3]), key: key)
            // It says which dossier the key stands for.
            #expect(other["done"] == "/v1/dossiers/" + (made["id"] ?? "?"))
            #expect(other.status == 422)
            #expect(other.code == "idempotency_key_reused")
            let print = try await desk.post("/v1/persons:report-mismatch", ["field": "x"], key: key)
            #expect(print.code == "idempotency_key_reused")
        }
    }

    @Test("A refusal stores nothing: the corrected form goes through under its key")
    func refusalBindsNothing() async throws {
        try await TestCentral().run { desk in
            let desk = try await desk.login()
            let key = UUIDv7.make()
            let wrong = try await desk.post("/v1/dossiers", SampleIntake.with(["documents": []]), key: key)
            #expect(wrong.status == 422)
            #expect(wrong.code == "invalid_input")
            #expect(try await desk.post("/v1/dossiers", SampleIntake.body, key: key).status == 201)
        }
    }

    @Test("A key belongs to the person who made it")
    func keysArePersonal() async throws {
        try await TestCentral().run { desk in
            let (one, two) = (try await desk.login("tiepnhan"), try await desk.login("tiepnhan2"))
            let key = UUIDv7.make()
            let first = try await one.post("/v1/dossiers", SampleIntake.body, key: key)
            let second = try await two.post("/v1/dossiers", SampleIntake.of("001090000456"), key: key)
            #expect(first.status == 201)
            #expect(second.status == 201)
            #expect(first["id"] != second["id"])
        }
    }

    @Test(
        "A key that is missing or no UUID is a 400",
        arguments: [
            nil, "", "42", "01900000-0000-7000-8000-00000000000", "zzzzzzzz-0000-7000-8000-000000000001",
        ])
    func checksKeys(key: String?) async throws {
        try await TestCentral().run { desk in
            let desk = try await desk.login()
            let reply = try await desk.post("/v1/dossiers", SampleIntake.body, key: key)
            #expect(reply.status == 400)
            #expect(reply.code == (key == nil ? "idempotency_key_missing" : "idempotency_key_invalid"))
        }
    }

    @Test("While the first is running, its key waits, whatever comes under it")
    func answersInFlight() async throws {
        let test = try TestCentral()
        let call = try await Self.call("{}", test)
        let other = try await Self.call("{\"a\":1}", test)
        let (entered, gate) = (AsyncStream<Void>.makeStream(), AsyncStream<Void>.makeStream())
        let once = test.central.effectOnce
        async let first = once.perform(call) {
            entered.continuation.finish()
            for await _ in gate.stream {}
        } effect: { _, _ in
            Reply(status: 201)
        }
        for await _ in entered.stream {}
        let same = await #expect(throws: ProblemError.self) {
            try await once.perform(call) {
            } effect: { _, _ in
                Reply(status: 500)
            }
        }
        #expect(same?.kind == .requestInProgress)
        #expect(same?.headers["retry-after"] == "1")
        let second = await #expect(throws: ProblemError.self) {
            try await once.perform(other) {
            } effect: { _, _ in
                Reply(status: 500)
            }
        }
        #expect(second?.kind == .requestInProgress, "nothing is bound yet")
        gate.continuation.finish()
        #expect(try await first.status == 201)
        let replay = try await once.perform(call) {
        } effect: { _, _ in
            Reply(status: 500)
        }
        #expect(replay.status == 201)
        #expect(replay.headers["idempotency-replayed"] == "true")
    }

    @Test("An effect that fails leaves neither effect nor key")
    func failureLeavesNothing() async throws {
        struct Broken: Error {}
        let test = try TestCentral()
        try await test.run { desk in
            let desk = try await desk.login()
            let call = try await Self.call("{}", test)
            let once = test.central.effectOnce
            await #expect(throws: Broken.self) {
                try await once.perform(call) {
                } effect: { database, _ in
                    _ = try CounterTable.nextCode(database, unit: "H26.1.5", day: call.today)
                    throw Broken()
                }
            }
            // The key is free: under it, the next try has its effect.
            let second = try await once.perform(call) {
            } effect: { _, _ in
                Reply(status: 201)
            }
            #expect(second.headers["idempotency-replayed"] == nil)
            let reply = try await desk.post("/v1/dossiers", SampleIntake.body, key: UUIDv7.make())
            #expect(reply["code"] == "H26.1.5-261123-0001")
        }
    }

    /// A keyed call of `tiepnhan`, as the responder hands it to a route.
    private static func call(_ body: String, _ test: TestCentral) async throws -> Call {
        let now = test.clock.now
        let officer = try await test.central.store.read { database in
            try OfficerTable.account(database, named: "tiepnhan").flatMap {
                try OfficerTable.officer(database, id: $0.officer, on: now.date)
            }
        }
        return Call(
            route: try #require(RouteTable.all.routes.first { $0.id == "createDossier" }), method: .post,
            path: "/v1/dossiers", parameters: [:], query: [:],
            headers: [.idempotencyKey: "01900000-0000-7000-8000-00000000abcd"], body: Array(body.utf8),
            traceID: "", now: now, grant: Grant(officer: try #require(officer), scope: .nothing), hangUp: {})
    }
}
