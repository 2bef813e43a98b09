import Forms
import Models
import Testing

@testable import APIClient

/// What an officer began goes out in that officer's name or not at all.
@Suite(.timeLimit(.minutes(10))) struct PersonTests {
    private let transport = ScriptedTransport()
    private let clock = ManualClock()
    private let place: StoreFixture

    init() throws {
        place = try StoreFixture()
    }

    private static let me =
        #"{"officer":{"id":"2","name":"Lê Văn Bảy"},"unit":{"code":"H26.1.5","name":"P"},"roles":[],"training":true}"#

    private func firstOfficer() async throws -> Client {
        try await Fixture.client(transport, pacing: clock.pacing, refresh: "r1")
    }

    private func secondOfficer(_ client: Client) async throws {
        transport.forget(.post, "/oauth/token")
        transport.on(.post, "/oauth/token", Fixture.token("token-2"))
        _ = try await client.login(user: "tiepnhan2", password: "tap-huan")
    }

    /// The tokens that calls of the API were sent with, in order.
    private var tokens: [String?] {
        transport.requests.filter { $0.target.hasPrefix("/v1/") }.map { $0.headers.first("Authorization") }
    }

    // MARK: The login in two steps

    @Test func aHalfLoginChangesNobody() async throws {
        let client = try await firstOfficer()
        transport.on(.post, "/oauth/token", Fixture.token("token-2", refresh: "r2"))
        transport.on(.get, "/v1/me", .fail(.malformed))
        transport.on(.get, "/v1/inboxes", .answer(json: #"{"items":[]}"#))
        let pending = try await client.authenticate(user: "tiepnhan2", password: "tap-huan")
        #expect(pending.session.storeKey == Fixture.storeKey)
        await #expect(throws: APIError.self) { try await client.me(of: pending) }
        _ = try await client.inboxes()
        #expect(tokens == ["Bearer token-2", "Bearer token-1"])
    }

    @Test func anInstalledLoginIsUsedByAllThatFollows() async throws {
        let client = try await firstOfficer()
        transport.on(.post, "/oauth/token", Fixture.token("token-2", refresh: "r2"))
        transport.on(.get, "/v1/me", .answer(json: Self.me))
        let pending = try await client.authenticate(user: "tiepnhan2", password: "tap-huan")
        #expect(try await client.me(of: pending).officer.id == "2")
        #expect(client.install(pending) == pending.session)
        _ = try await client.me()
        #expect(tokens == ["Bearer token-2", "Bearer token-2"])
    }

    @Test func aDiscardedLoginEndsAtTheServerOnly() async throws {
        let client = try await firstOfficer()
        transport.on(.post, "/oauth/token", Fixture.token("token-2", refresh: "r2"))
        transport.on(.post, "/oauth/revoke", .answer(Response(status: 200)))
        await client.discard(try await client.authenticate(user: "tiepnhan2", password: "tap-huan"))
        #expect(transport.requests.last?.body == Array("token=r2".utf8))
        #expect(client.isLoggedIn)
    }

    @Test func aPendingLoginShowsNoToken() async throws {
        let client = try await firstOfficer()
        transport.on(.post, "/oauth/token", Fixture.token("token-2", refresh: "secret"))
        let pending = try await client.authenticate(user: "tiepnhan2", password: "tap-huan")
        var dumped = "\(pending) \(String(reflecting: pending))"
        dump(pending, to: &dumped)
        #expect(!dumped.contains("token-2") && !dumped.contains("secret"))
    }

    // MARK: Calls belong to the person

    @Test func aRetryDoesNotGoOutAsTheNextOfficer() async throws {
        let client = try await firstOfficer()
        let store = try place.open()
        let acts = Acts(client: client, store: store)
        transport.on(.post, "/v1/dossiers", .lost(.effect(Fixture.dossierAnswer)))
        let act = Task {
            try await acts.createDossier(Fixture.intake, key: Fixture.key, title: "Khai sinh")
        }
        await clock.waitForSleepers(1)
        try await secondOfficer(client)
        clock.advance(by: .seconds(60))
        #expect(await act.result.failure as? ActError == .api(.unauthorised, isOpen: true))
        #expect(tokens == ["Bearer token-1"])
        #expect(try store.pending().map(\.key) == [Fixture.key])
    }

    @Test func aRenewalDoesNotGiveTheNextOfficersToken() async throws {
        let client = try await firstOfficer()
        transport.on(.get, "/v1/inboxes", .held("answer", .problem(401, "unauthorized")))
        let call = Task { try await client.inboxes() }
        await transport.waitForRequests(2)
        try await secondOfficer(client)
        transport.release("answer")
        #expect(await call.result.failure as? APIError == .unauthorised)
        #expect(tokens == ["Bearer token-1"])
        #expect(client.isLoggedIn)
    }

    @Test func whatAnOfficerLeftBehindSendsNothingForTheNext() async throws {
        let client = try await firstOfficer()
        let store = try place.open()
        try store.saveDraft(StoreFixture.draft(1))
        let (acts, sync) = (Acts(client: client, store: store), DraftSync(client: client, store: store))
        let pinned = client.pinned()
        try await secondOfficer(client)
        await sync.merge()
        #expect(await sync.state == .failed(code: "unauthorised", waiting: 1))
        await #expect(throws: ActError.api(.unauthorised, isOpen: false)) {
            try await acts.createDossier(Fixture.intake, key: Fixture.key, title: "")
        }
        #expect(!pinned.isLoggedIn)
        try await pinned.logout()
        #expect(client.isLoggedIn)
        #expect(tokens.isEmpty)
    }

    @Test func theSameOfficerWhoReturnsGoesOn() async throws {
        let client = try await firstOfficer()
        let acts = Acts(client: client, store: try place.open())
        client.forgetSession()
        await #expect(throws: ActError.api(.unauthorised, isOpen: false)) {
            try await acts.createDossier(Fixture.intake, key: Fixture.key, title: "")
        }
        transport.on(.post, "/oauth/token", Fixture.token("token-2"))
        _ = try await client.login(user: "tiepnhan", password: "tap-huan")
        transport.on(.post, "/v1/dossiers", .effect(Fixture.dossierAnswer))
        _ = try await acts.createDossier(Fixture.intake, key: Fixture.key, title: "")
        #expect(tokens == ["Bearer token-2"])
    }

    @Test func anotherOfficerInBetweenEndsWhatWasBegun() async throws {
        let client = try await firstOfficer()
        let pinned = client.pinned()
        try await secondOfficer(client)
        _ = try await client.login(user: "tiepnhan", password: "tap-huan")
        #expect(client.isLoggedIn && !pinned.isLoggedIn)
    }
}
