import Models
import Testing

@testable import APIClient

@Suite struct RetryPolicyTests {
    private static func problem(_ status: Int, _ code: String = "x") -> APIError {
        .problem(Problem(type: "about:blank", title: "", status: status, code: code, retryable: false))
    }

    @Test(
        arguments: [
            (.unreachable(.refused), true), (.unreachable(.unresolved), true), (.unreachable(.cut), true),
            (.unreachable(.slow), true), (.unreachable(.other), true), (.timedOut, true),
            (.failed(status: 502), true), (.failed(status: 503), true), (.failed(status: 504), true),
            (.failed(status: 500), false), (.failed(status: 501), false),
            (problem(503), true), (problem(429), true), (problem(409, "request_in_progress"), true),
            (problem(409), false), (problem(500), false), (problem(400), false), (problem(404), false),
            (problem(422), false), (problem(412), false),
            (.cancelled, false), (.unauthorised, false), (.wrongCredentials, false), (.tooLarge, false),
            (.garbage(.notHTTP), false), (.garbage(.syntax("")), false), (.untrusted(.expired), false),
            (.unavailable(.library("")), false), (.unsendable(""), false),
        ] as [(APIError, Bool)])
    func onlyWhatMayPassIsTriedAgain(error: APIError, again: Bool) {
        let wait = RetryPolicy().wait(
            after: error, attempt: 1, elapsed: .zero, retryAfter: nil, random: { $0 })
        #expect((wait != nil) == again)
    }

    @Test(
        arguments: [
            (1, 0, nil, 250), (2, 0, nil, 500), (3, 0, nil, 1000), (4, 0, nil, nil),
            (1, 29_750, nil, 250), (1, 29_751, nil, nil),
            (1, 0, 2, 2250), (1, 0, 29, 29_250), (1, 0, 30, nil), (1, 0, 86_400, nil),
        ] as [(Int, Int, Int?, Int?)])
    func theWaitDoublesAndIsBounded(attempt: Int, elapsed: Int, after: Int?, expected: Int?) {
        let wait = RetryPolicy().wait(
            after: .timedOut, attempt: attempt, elapsed: .milliseconds(elapsed),
            retryAfter: after.map { .seconds($0) }, random: { $0 })
        #expect(wait == expected.map { .milliseconds($0) })
    }

    @Test func theCapHolds() {
        let policy = RetryPolicy(attempts: 20, total: .seconds(1_000))
        let wait = policy.wait(
            after: .timedOut, attempt: 15, elapsed: .zero, retryAfter: nil, random: { $0 })
        #expect(wait == .seconds(5))
    }
}

@Suite(.timeLimit(.minutes(10))) struct RetryTests {
    private let clock = ManualClock()
    private let attempts = Notes<Attempt>()

    private func client(_ transport: ScriptedTransport) async throws -> Client {
        try await Fixture.client(
            transport, pacing: clock.pacing, onAttempt: { [attempts] in attempts.add($0) })
    }

    /// Runs `call` while the clock jumps over every wait.
    private func running<Value: Sendable>(
        waits: Int, _ call: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        async let value = call()
        for _ in 0..<waits {
            await clock.waitForSleepers(1)
            clock.advance(by: clock.slept.last ?? .zero)
        }
        return try await value
    }

    @Test func readingIsTriedAgainAndSaysSo() async throws {
        let transport = ScriptedTransport()
        transport.on(
            .get, "/v1/inboxes", .fail(.refused), .problem(503, "not_ready"), .answer(json: #"{"items":[]}"#))
        let client = try await client(transport)
        let inboxes = try await running(waits: 2) { try await client.inboxes() }
        #expect(inboxes.isEmpty)
        #expect(attempts.all.map(\.operation) == ["listInboxes", "listInboxes"])
        #expect(attempts.all.map(\.number) == [1, 2])
        #expect(attempts.all.map(\.error.code) == ["connection_refused", "not_ready"])
        #expect(attempts.all.map(\.most) == [4, 4])
        #expect(clock.slept == [.milliseconds(250), .milliseconds(500)])
    }

    @Test func afterTheLastTryTheErrorComesBack() async throws {
        let transport = ScriptedTransport()
        transport.on(.get, "/v1/inboxes", .fail(.timedOut))
        let client = try await client(transport)
        await #expect(throws: APIError.timedOut) {
            try await running(waits: 3) { try await client.inboxes() }
        }
        #expect(transport.requests.filter { $0.target == "/v1/inboxes" }.count == 4)
    }

    @Test func aKeyedActGoesAgainUnderItsKeyWithTheSameBytes() async throws {
        let transport = ScriptedTransport()
        transport.on(
            .post, "/v1/dossiers", .lost(.effect(Fixture.dossierAnswer)), .effect(Fixture.dossierAnswer))
        let client = try await client(transport)
        let dossier = try await running(waits: 1) {
            try await client.createDossier(Fixture.intake, key: Fixture.key)
        }
        #expect(dossier.code == Fixture.code)
        #expect(transport.effects == [Fixture.key])
        let posts = transport.requests.filter { $0.target == "/v1/dossiers" }
        #expect(posts.count == 2)
        #expect(posts[0] == posts[1])
        #expect(posts[0].headers.first("idempotency-key") == Fixture.key)
        #expect(attempts.all.map(\.key) == [Fixture.key])
    }

    @Test func anActInProgressIsWaitedForAsLongAsTheServerAsks() async throws {
        let transport = ScriptedTransport()
        transport.on(
            .post, "/v1/dossiers",
            .problem(409, "request_in_progress", headers: [Header("Retry-After", "2")]),
            .effect(Fixture.dossierAnswer))
        let client = try await client(transport)
        _ = try await running(waits: 1) { try await client.createDossier(Fixture.intake, key: Fixture.key) }
        #expect(clock.slept == [.milliseconds(2_250)])
    }

    @Test func tooManyRequestsWithALongPauseComesBackAtOnce() async throws {
        let transport = ScriptedTransport()
        transport.on(.get, "/v1/inboxes", .problem(429, "too_many", headers: [Header("Retry-After", "600")]))
        let client = try await client(transport)
        let error = await #expect(throws: APIError.self) { try await client.inboxes() }
        #expect(error?.code == "too_many")
        #expect(attempts.all.isEmpty)
    }

    @Test func whatHasNoKeyIsSentOnce() async throws {
        let transport = ScriptedTransport()
        transport.on(.post, "/oauth/token", .fail(.cut))
        let client = Client(
            address: try ServerAddress(socket: "/s"), transport: transport, pacing: clock.pacing)
        await #expect(throws: APIError.unreachable(.cut)) { try await client.login(user: "a", password: "b") }
        #expect(transport.requests.count == 1)
        #expect(transport.requests.first?.isRepeatable == false)
    }

    @Test func aPingIsOneTry() async throws {
        let transport = ScriptedTransport()
        transport.on(.get, "/v1/ping", .fail(.refused))
        let client = try await client(transport)
        await #expect(throws: APIError.unreachable(.refused)) { try await client.ping() }
        #expect(attempts.all.isEmpty)
    }

    @Test func cancellingEndsTheWaitBetweenTwoTries() async throws {
        let transport = ScriptedTransport()
        transport.on(.get, "/v1/inboxes", .fail(.refused))
        let client = try await client(transport)
        let task = Task { try await client.inboxes() }
        await clock.waitForSleepers(1)
        task.cancel()
        #expect(await task.result.failure as? APIError == .cancelled)
    }

    /// The first try may have arrived; that the second found nobody does not take that back.
    @Test func whatMayHaveArrivedStaysUnknown() async throws {
        let transport = ScriptedTransport()
        transport.on(.post, "/v1/dossiers", .lost(.effect(Fixture.dossierAnswer)), .fail(.refused))
        let client = try await client(transport)
        let error = await #expect(throws: APIError.self) {
            try await running(waits: 3) { try await client.createDossier(Fixture.intake, key: Fixture.key) }
        }
        #expect(error == .unreachable(.cut))
        #expect(error?.isOutcomeUnknown == true)
    }
}
