import Testing

@testable import APIClient

/// The doubles are a product: others' tests stand on them.
@Suite(.timeLimit(.minutes(10))) struct TestDoubleTests {
    private let transport = ScriptedTransport()

    private func text(_ response: Response) -> String { String(decoding: response.body, as: UTF8.self) }

    @Test func stepsAreUsedUpAndTheLastOneStays() async throws {
        transport.on(.get, "/a/*", .answer(json: "1"), .answer(json: "2"))
        var seen: [String] = []
        for _ in 1...3 { seen.append(text(try await transport.send(Request(.get, "/a/x?q=1")))) }
        #expect(seen == ["1", "2", "2"])
        #expect(try await transport.send(Request(.get, "/a/b/c")).status == 404)
        #expect(try await transport.send(Request(.post, "/a/x")).status == 404)
        #expect(transport.requests.count == 5)
    }

    @Test func answersComeOutOfOrderWhenReleased() async throws {
        transport.on(.get, "/1", .held("one", .answer(json: "1")))
        transport.on(.get, "/2", .held("two", .answer(json: "2")))
        let order = Notes<String>()
        let transport = transport
        let first = Task {
            _ = try await transport.send(Request(.get, "/1"))
            order.add("1")
        }
        let second = Task {
            _ = try await transport.send(Request(.get, "/2"))
            order.add("2")
        }
        await transport.waitForRequests(2)
        transport.release("two")
        try await second.value
        transport.release("one")
        try await first.value
        #expect(order.all == ["2", "1"])
        #expect(text(try await transport.send(Request(.get, "/1"))) == "1")
    }

    @Test func lateAnswersComeByTheClock() async throws {
        transport.on(.get, "/", .after(.seconds(10), .answer(json: "1")))
        let transport = transport
        let task = Task { try await transport.send(Request(.get, "/")) }
        await transport.clock.waitForSleepers(1)
        transport.clock.advance(by: .seconds(9))
        await transport.clock.waitForSleepers(1)
        transport.clock.advance(by: .seconds(1))
        #expect(try await task.value.status == 200)
        #expect(transport.clock.now == .seconds(10))
    }

    @Test func cancellingEndsEveryKindOfWait() async throws {
        transport.on(.get, "/late", .after(.seconds(10), .answer(json: "1")))
        transport.on(.get, "/held", .held("x", .answer(json: "1")))
        let transport = transport
        for path in ["/late", "/held"] {
            let other = Task { try await transport.send(Request(.get, "/held")) }
            let task = Task { try await transport.send(Request(.get, path)) }
            task.cancel()
            #expect(await task.result.failure as? TransportError == .cancelled)
            other.cancel()
            _ = await other.result
        }
    }

    @Test func oneWhoLeavesAGateLeavesItShutForTheOthers() async throws {
        transport.on(.get, "/", .held("gate", .answer(json: "1")))
        let transport = transport
        let done = Notes<String>()
        let stays = Task {
            let response = try await transport.send(Request(.get, "/"))
            done.add("answered")
            return response
        }
        let leaves = Task { try await transport.send(Request(.get, "/")) }
        await transport.waitForRequests(2)
        leaves.cancel()
        _ = await leaves.result
        #expect(done.all.isEmpty)
        transport.release("gate")
        _ = try await stays.value
    }

    @Test func anEffectHappensOnceForItsKey() async throws {
        transport.on(.post, "/", .effect(.json("1")))
        func post(_ key: String?, _ body: String) async throws -> Response {
            try await transport.send(
                Request(
                    .post, "/", headers: key.map { [Header("idempotency-key", $0)] } ?? [],
                    body: Array(body.utf8)))
        }
        #expect(try await post(nil, "a").status == 400)
        #expect(try await post("k", "a").headers.first("Idempotency-Replayed") == nil)
        #expect(try await post("k", "a").headers.first("Idempotency-Replayed") == "true")
        #expect(try await post("k", "b").status == 422)
        #expect(try await post("l", "b").status == 200)
        #expect(transport.effects == ["k", "l"])
    }

    @Test func aManualClockWakesInOrder() async throws {
        let clock = ManualClock()
        let order = Notes<Int>()
        let tasks = [3, 1, 2].map { seconds in
            Task {
                try await clock.sleep(for: .seconds(seconds))
                order.add(seconds)
            }
        }
        await clock.waitForSleepers(3)
        for seconds in 1...3 {
            clock.advance(by: .seconds(1))
            try await tasks[[1, 2, 0][seconds - 1]].value
        }
        #expect(order.all == [1, 2, 3])
        try await clock.sleep(for: .zero)
    }
}
