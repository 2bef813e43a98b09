import Forms
import Models
import Testing

@testable import APIClient

@Suite(.timeLimit(.minutes(10))) struct SessionTests {
    private let inboxes = ScriptedTransport.Step.answer(json: #"{"items":[]}"#)

    private func tokens(_ transport: ScriptedTransport) -> [String?] {
        transport.requests.filter { $0.target != "/oauth/token" }.map { $0.headers.first("Authorization") }
    }

    private func newClient(_ transport: ScriptedTransport) throws -> Client {
        Client(
            address: try ServerAddress(socket: "/s"), transport: transport, pacing: ManualClock().pacing)
    }

    @Test func aLoginIsAFormAndGivesTheStoreKey() async throws {
        let transport = ScriptedTransport()
        transport.on(.post, "/oauth/token", Fixture.token())
        let client = try newClient(transport)
        #expect(!client.isLoggedIn)
        let session = try await client.login(user: "tiếp nhận&", password: "a b+c=%")
        #expect(session.storeKey == Fixture.storeKey)
        #expect(session.validFor == .seconds(3600))
        #expect(client.isLoggedIn)
        let request = try #require(transport.requests.first)
        #expect(
            request.body.map { String(decoding: $0, as: UTF8.self) }
                == "grant_type=password&username=ti%E1%BA%BFp%20nh%E1%BA%ADn%26&password=a%20b%2Bc%3D%25")
        #expect(request.headers.first("Content-Type") == "application/x-www-form-urlencoded")
        #expect(request.headers.first("Authorization") == nil)
    }

    @Test(
        arguments: [
            (.answer(json: #"{"error":"invalid_grant"}"#, status: 400), "wrong_credentials"),
            (.answer(json: #"{"error":"invalid_grant"}"#, status: 401), "wrong_credentials"),
            (
                .answer(json: #"{"error":"unsupported_grant_type"}"#, status: 400),
                "oauth_unsupported_grant_type"
            ),
            (.problem(429, "too_many_attempts"), "too_many_attempts"),
            (.answer(json: "{}"), "garbage_shape"),
            (
                .answer(
                    json:
                        #"{"access_token":"a","token_type":"mac","expires_in":1,"store_key":"\#(Fixture.storeKeyText)"}"#
                ),
                "garbage_shape"
            ),
            (
                .answer(
                    json: #"{"access_token":"a","token_type":"bearer","expires_in":1,"store_key":"AAEC"}"#),
                "garbage_shape"
            ),
            (.fail(.refused), "connection_refused"),
        ] as [(ScriptedTransport.Step, String)])
    func aLoginThatFailsSaysWhy(step: ScriptedTransport.Step, code: String) async throws {
        let transport = ScriptedTransport()
        transport.on(.post, "/oauth/token", step)
        let client = try newClient(transport)
        let error = await #expect(throws: APIError.self) { try await client.login(user: "a", password: "b") }
        #expect(error?.code == code)
        #expect(!client.isLoggedIn)
    }

    @Test func withoutASessionNothingIsSent() async throws {
        let transport = ScriptedTransport()
        await #expect(throws: APIError.unauthorised) { try await newClient(transport).me() }
        #expect(transport.requests.isEmpty)
    }

    @Test func aSessionThatEndedIsRenewedOnce() async throws {
        let transport = ScriptedTransport()
        let client = try await Fixture.client(transport, refresh: "r1")
        transport.on(.post, "/oauth/token", Fixture.token("token-2", refresh: "r2"))
        transport.on(.get, "/v1/inboxes", .problem(401, "unauthorized"), inboxes)
        _ = try await client.inboxes()
        #expect(tokens(transport) == ["Bearer token-1", "Bearer token-2"])
        #expect(
            transport.requests.last { $0.target == "/oauth/token" }?.body
                == Array("grant_type=refresh_token&refresh_token=r1".utf8))
    }

    @Test func manyCallsShareOneRenewal() async throws {
        let transport = ScriptedTransport()
        let client = try await Fixture.client(transport, refresh: "r1")
        transport.on(.post, "/oauth/token", .held("renewal", Fixture.token("token-2", refresh: "r2")))
        transport.on(
            .get, "/v1/inboxes",
            .reply { request in
                request.headers.first("Authorization") == "Bearer token-2"
                    ? .json(#"{"items":[]}"#) : .problem(401, "unauthorized")
            })
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<20 { group.addTask { _ = try await client.inboxes() } }
            await transport.waitForRequests(1 + 20 + 1)
            transport.release("renewal")
            try await group.waitForAll()
        }
        #expect(transport.requests.filter { $0.target == "/oauth/token" }.count == 2)
    }

    @Test func withoutARefreshTokenTheLoginOpens() async throws {
        let transport = ScriptedTransport()
        let client = try await Fixture.client(transport)
        transport.on(.get, "/v1/inboxes", .problem(401, "unauthorized"))
        await #expect(throws: APIError.unauthorised) { try await client.inboxes() }
        #expect(!client.isLoggedIn)
        await #expect(throws: APIError.unauthorised) { try await client.inboxes() }
        #expect(tokens(transport).count == 1)
    }

    @Test func aRefusedRenewalEndsTheSession() async throws {
        let transport = ScriptedTransport()
        let client = try await Fixture.client(transport, refresh: "r1")
        transport.on(.post, "/oauth/token", .answer(json: #"{"error":"invalid_grant"}"#, status: 400))
        transport.on(.get, "/v1/inboxes", .problem(401, "unauthorized"))
        await #expect(throws: APIError.unauthorised) { try await client.inboxes() }
        #expect(!client.isLoggedIn)
    }

    @Test func aRenewalThatDidNotArriveKeepsTheSession() async throws {
        let transport = ScriptedTransport()
        let client = try await Fixture.client(transport, refresh: "r1")
        transport.on(.post, "/oauth/token", .fail(.unresolved), Fixture.token("token-2"))
        // A write without a key: nothing of it may be tried again but for the 401.
        transport.on(.put, "/v1/drafts/*", .problem(401, "unauthorized"))
        let draft = DraftPut(id: Fixture.key, kind: "intake", title: "", content: .object([:]))
        await #expect(throws: APIError.unreachable(.unresolved)) {
            try await client.putDraft(draft, revision: nil)
        }
        #expect(client.isLoggedIn)
    }

    @Test func aTokenThatIsRefusedAtOnceEndsTheSession() async throws {
        let transport = ScriptedTransport()
        let client = try await Fixture.client(transport, refresh: "r1")
        transport.on(.post, "/oauth/token", Fixture.token("token-2", refresh: "r2"))
        transport.on(.get, "/v1/inboxes", .problem(401, "unauthorized"))
        await #expect(throws: APIError.unauthorised) { try await client.inboxes() }
        #expect(tokens(transport).count == 2)
        #expect(!client.isLoggedIn)
    }

    @Test func aLoginDuringARenewalWins() async throws {
        let transport = ScriptedTransport()
        let client = try await Fixture.client(transport, refresh: "r1")
        transport.on(
            .post, "/oauth/token", .held("renewal", Fixture.token("old", refresh: "r2")), Fixture.token("new")
        )
        let renewal = Task { try await client.refresh() }
        await transport.waitForRequests(2)
        _ = try await client.login(user: "other", password: "x")
        transport.release("renewal")
        _ = try await renewal.value
        transport.on(.get, "/v1/inboxes", inboxes)
        _ = try await client.inboxes()
        #expect(tokens(transport) == ["Bearer new"])
    }

    /// The older session's refusal must not end the newer one.
    @Test func aLoginDuringARefusedRenewalStands() async throws {
        let transport = ScriptedTransport()
        let client = try await Fixture.client(transport, refresh: "r1")
        transport.on(
            .post, "/oauth/token",
            .held("renewal", .answer(json: #"{"error":"invalid_grant"}"#, status: 400)), Fixture.token("new"))
        transport.on(.get, "/v1/inboxes", .problem(401, "unauthorized"), inboxes)
        let call = Task { try await client.inboxes() }
        await transport.waitForRequests(3)
        _ = try await client.login(user: "other", password: "x")
        transport.release("renewal")
        #expect(await call.result.failure as? APIError == .unauthorised)
        #expect(client.isLoggedIn)
        _ = try await client.inboxes()
        #expect(tokens(transport) == ["Bearer token-1", "Bearer new"])
    }

    @Test func loggingOutForgetsAtOnceAndTellsTheServer() async throws {
        let transport = ScriptedTransport()
        let client = try await Fixture.client(transport, refresh: "r1")
        transport.on(.post, "/oauth/revoke", .answer(Response(status: 200)))
        try await client.logout()
        #expect(!client.isLoggedIn)
        #expect(transport.requests.last?.body == Array("token=r1".utf8))
        try await client.logout()
        #expect(transport.requests.count == 2)
    }

    @Test func theKeyIsNowhereInWhatIsPrinted() async throws {
        let text = "\(Fixture.storeKey) \(Session(storeKey: Fixture.storeKey, validFor: .zero))"
        #expect(text.contains("StoreKey"))
        #expect(!text.contains("AAEC") && !text.contains("0001"))
    }

    @Test(
        arguments: ["", "AAEC", Fixture.storeKeyText + "AA", Fixture.storeKeyText.dropLast() + "!"].map {
            String($0)
        })
    func aKeyIs32Bytes(text: String) {
        #expect(StoreKey(base64url: text) == nil)
    }

    @Test func paddingIsNoMatter() {
        #expect(StoreKey(base64url: Fixture.storeKeyText + "=") == Fixture.storeKey)
    }
}
