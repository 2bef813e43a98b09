import Forms
import Glibc
import Models
import Testing

@testable import APIClient

/// N intents make N effects, whatever dies when.
@Suite(.timeLimit(.minutes(10))) struct ActsTests {
    private let place: StoreFixture
    private let transport = ScriptedTransport()

    init() throws {
        place = try StoreFixture()
    }

    private func acts(calls: FileCalls = FileCalls()) async throws -> (Acts, ActStore) {
        let store = try place.open(calls: calls)
        let clock = ManualClock()
        // Waits end at once: what is tested is what happens, not when.
        let pacing = Pacing(now: { clock.now }, sleep: { _ in }, random: { $0 })
        return (Acts(client: try await Fixture.client(transport, pacing: pacing), store: store), store)
    }

    private func create(_ acts: Acts, _ intake: DossierIntake = Fixture.intake) async throws(ActError)
        -> Acts.Done<Dossier>
    {
        try await acts.createDossier(
            intake, key: Fixture.key, title: "Khai sinh", draft: StoreFixture.id(5))
    }

    private var other: DossierIntake {
        var other = Fixture.intake
        other.copies = 2
        return other
    }

    @Test func anActIsDoneAndItsDraftGone() async throws {
        transport.on(.post, "/v1/dossiers", .effect(Fixture.dossierAnswer))
        let (acts, store) = try await acts()
        try store.saveDraft(StoreFixture.draft(5))
        let done = try await create(acts)
        #expect(done.value == Fixture.dossier)
        #expect(done.unkept == nil)
        #expect(try store.drafts().isEmpty)
        #expect(try store.pending().isEmpty)
        let kept = try #require(try store.intent(Fixture.key))
        #expect(Acts.dossier(from: Array((kept.answer ?? "").utf8)) == Fixture.dossier)
        #expect(try await acts.resume(kept).value == Array((kept.answer ?? "").utf8))
        #expect(transport.effects == [Fixture.key])
    }

    @Test func theIntentIsOnTheDiskBeforeTheNetworkHears() async throws {
        let place = place
        let (acts, _) = try await acts()
        transport.on(
            .post, "/v1/dossiers",
            .reply { request in
                let pending = try? place.open().pending()
                #expect(pending?.map(\.key) == [Fixture.key])
                #expect(pending?.first.map { Array($0.body.utf8) } == request.body)
                return Fixture.dossierAnswer
            })
        _ = try await create(acts)
    }

    @Test(arguments: 1...5) func aDiskThatFailsBeforeSendingSendsNothing(step: Int) async throws {
        transport.on(.post, "/v1/dossiers", .effect(Fixture.dossierAnswer))
        let (acts, store) = try await acts(calls: Breakage(at: step, .fail(ENOSPC)).calls)
        await #expect(throws: ActError.store(.full)) { try await create(acts) }
        #expect(transport.effects.isEmpty)
        // There is room again.
        _ = try await create(acts)
        #expect(transport.effects == [Fixture.key])
        #expect(try store.pending().isEmpty)
    }

    @Test func anAnswerThatCannotBeKeptIsGivenAllTheSame() async throws {
        transport.on(.post, "/v1/dossiers", .effect(Fixture.dossierAnswer))
        // Five calls keep the intent; the sixth begins to keep the answer.
        let (acts, store) = try await acts(calls: Breakage(at: 6, .fail(ENOSPC)).calls)
        let done = try await create(acts)
        #expect(done.value == Fixture.dossier)
        #expect(done.unkept == .full)
        let open = try #require(try store.pending().first)
        #expect(Acts.dossier(from: try await acts.resume(open).value) == Fixture.dossier)
        #expect(transport.effects == [Fixture.key])
        #expect(try store.pending().isEmpty)
    }

    @Test func aRefusalLetsACorrectedContentGoUnderTheSameKey() async throws {
        transport.on(.post, "/v1/dossiers", .problem(422, "invalid_input"), .effect(Fixture.dossierAnswer))
        let (acts, store) = try await acts()
        let error = await #expect(throws: ActError.self) { try await create(acts) }
        #expect(error?.code == "invalid_input")
        #expect(error?.isOpen == false)
        #expect(try store.pending().isEmpty)
        _ = try await create(acts, other)
        #expect(transport.effects == [Fixture.key])
    }

    @Test func anUnknownOutcomeHoldsTheActOpen() async throws {
        transport.on(.post, "/v1/dossiers", .lost(.effect(Fixture.dossierAnswer)))
        let (acts, store) = try await acts()
        let error = await #expect(throws: ActError.self) { try await create(acts) }
        #expect(error == .api(.unreachable(.cut), isOpen: true))
        #expect(try store.pending().count == 1)
        await #expect(throws: ActError.store(.openIntent)) { try await create(acts, other) }

        transport.forget(.post, "/v1/dossiers")
        transport.on(.post, "/v1/dossiers", .effect(Fixture.dossierAnswer))
        let open = try #require(try store.pending().first)
        #expect(Acts.dossier(from: try await acts.resume(open).value) == Fixture.dossier)
        #expect(transport.effects == [Fixture.key])
        #expect(try store.pending().isEmpty)
    }

    /// Sent once with an unknown outcome, and now the server is not there at all: still open.
    @Test func whatIsOpenStaysOpenUntilTheServerSpeaks() async throws {
        transport.on(.post, "/v1/dossiers", .lost(.effect(Fixture.dossierAnswer)))
        let (acts, store) = try await acts()
        _ = try? await create(acts)
        transport.forget(.post, "/v1/dossiers")
        for step: ScriptedTransport.Step in [
            .fail(.refused), .problem(401, "unauthorized"), .problem(403, "forbidden"), .problem(429, "slow"),
            .problem(500, "internal_fault"), .answer(json: "{}"), .answer(Response(status: 200)),
        ] {
            transport.on(.post, "/v1/dossiers", step)
            transport.on(.post, "/oauth/token", Fixture.token())
            let client = try await Fixture.client(
                transport, pacing: Pacing(now: { .zero }, sleep: { _ in }, random: { $0 }))
            let error = await #expect(throws: ActError.self) {
                try await create(Acts(client: client, store: store))
            }
            #expect(error?.isOpen == true)
            #expect(try store.pending().count == 1)
            transport.forget(.post, "/v1/dossiers")
        }
        transport.on(.post, "/v1/dossiers", .effect(Fixture.dossierAnswer))
        _ = try await create(try await self.acts().0)
        #expect(transport.effects == [Fixture.key])
    }

    @Test func aServerThatWasNeverReachedLeavesNothingOpen() async throws {
        transport.on(.post, "/v1/dossiers", .fail(.refused))
        let (acts, store) = try await acts()
        let error = await #expect(throws: ActError.self) { try await create(acts) }
        #expect(error == .api(.unreachable(.refused), isOpen: false))
        #expect(try store.pending().isEmpty)
    }

    /// The first try may have been carried out; whatever the second ends with does not take that back.
    @Test(
        arguments: [
            .problem(401, "unauthorized"), .problem(403, "forbidden"), .problem(404, "not_found"),
            .problem(429, "too_many_attempts"), .fail(.untrusted(.expired)), .fail(.refused),
            .fail(.unresolved), .answer(json: "{}", status: 302),
        ] as [ScriptedTransport.Step])
    func whatMayHaveArrivedStaysOpen(second: ScriptedTransport.Step) async throws {
        for first: ScriptedTransport.Step in [
            .fail(.timedOut), .lost(.effect(Fixture.dossierAnswer)), .problem(503, "unavailable"),
        ] {
            let round = try ActsTests()
            round.transport.on(.post, "/v1/dossiers", first, second)
            let (acts, store) = try await round.acts()
            try store.saveDraft(StoreFixture.draft(5))
            let error = await #expect(throws: ActError.self) { try await round.create(acts) }
            #expect(error?.isOpen == true)
            #expect(try store.pending().map(\.key) == [Fixture.key])
            #expect(try store.drafts().count == 1)
            // Nothing else goes under the key meanwhile.
            await #expect(throws: ActError.store(.openIntent)) { try await round.create(acts, other) }
        }
    }

    /// Told that nothing arrived, and then that the content is wrong: nothing stays open.
    @Test func aRefusalAfterALostTryEndsTheAct() async throws {
        transport.on(.post, "/v1/dossiers", .fail(.timedOut), .problem(422, "invalid_input"))
        let (acts, store) = try await acts()
        let error = await #expect(throws: ActError.self) { try await create(acts) }
        #expect(error?.isOpen == false)
        #expect(try store.pending().isEmpty)
    }

    @Test(
        arguments: [
            .problem(401, "unauthorized"), .problem(403, "forbidden"), .problem(429, "slow"),
            .fail(.untrusted(.expired)),
        ] as [ScriptedTransport.Step])
    func whatSurelyDidNotArriveIsNotOpen(only: ScriptedTransport.Step) async throws {
        transport.on(.post, "/v1/dossiers", only)
        let (acts, store) = try await acts()
        let error = await #expect(throws: ActError.self) { try await create(acts) }
        #expect(error?.isOpen == false)
        #expect(try store.pending().isEmpty)
    }

    @Test func givingUpBetweenTwoTriesKeepsWhatIsKnown() async throws {
        for (step, isOpen) in [(.fail(.refused), false), (.fail(.timedOut), true)]
            as [(ScriptedTransport.Step, Bool)]
        {
            let round = try ActsTests()
            round.transport.on(.post, "/v1/dossiers", step)
            let store = try round.place.open()
            let clock = ManualClock()
            let acts = Acts(
                client: try await Fixture.client(round.transport, pacing: clock.pacing), store: store)
            let task = Task { try await round.create(acts) }
            await clock.waitForSleepers(1)
            task.cancel()
            #expect(await task.result.failure as? ActError == .api(.cancelled, isOpen: isOpen))
            #expect(try store.pending().isEmpty == !isOpen)
        }
    }

    @Test func anotherContentThatWasDoneUnderTheKeyStaysOpen() async throws {
        transport.on(.post, "/v1/dossiers", .effect(Fixture.dossierAnswer))
        let (acts, _) = try await acts()
        _ = try await create(acts)
        // At another desk the same draft is changed, and sent: the answer to the first never got there.
        let elsewhere = try StoreFixture()
        let store = try elsewhere.open()
        try store.saveDraft(StoreFixture.draft(5))
        let later = Acts(client: try await Fixture.client(transport), store: store)
        let error = await #expect(throws: ActError.self) { try await create(later, other) }
        guard case .api(let reason, isOpen: true) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(reason.isKeyReused && !reason.isRefusal)
        let open = try #require(try store.pending().first)
        #expect(open.isDoneOtherwise)
        #expect(try store.drafts().count == 1)

        // To send it again gives the same, to know the dossier ends it.
        await #expect(throws: ActError.self) { try await later.resume(open) }
        #expect(try elsewhere.open().pending().map(\.isDoneOtherwise) == [true])
        try later.settle(open.key, with: Fixture.dossier)
        #expect(try store.pending().isEmpty)
        #expect(try store.drafts().isEmpty)
        #expect(try store.intent(open.key)?.isDoneOtherwise == false)
        #expect(transport.effects == [Fixture.key])
    }

    @Test(
        "An open act that the server does not look at keeps its words, and the officer can end it",
        arguments: [true, false], [403, 404])
    func stuck(hasStore: Bool, status: Int) async throws {
        transport.on(.post, "/v1/dossiers", .fail(.timedOut), .problem(status, "forbidden"))
        let pacing = Pacing(now: { .zero }, sleep: { _ in }, random: { $0 })
        let store = hasStore ? try place.open() : nil
        let acts = Acts(client: try await Fixture.client(transport, pacing: pacing), store: store)
        let error = await #expect(throws: ActError.self) { try await create(acts) }
        #expect(error?.isOpen == true)
        let open = try #require(try acts.intent(Fixture.key))
        #expect(open.isStuck && open.refusal?.status == status)
        try acts.end(Fixture.key)
        #expect(try acts.pending().isEmpty)
    }

    @Test("A first try that is refused with 403 was surely not carried out: nothing stays")
    func refusedAtOnce() async throws {
        transport.on(.post, "/v1/dossiers", .problem(403, "forbidden"))
        let (acts, store) = try await acts()
        let error = await #expect(throws: ActError.self) { try await create(acts) }
        #expect(error?.isOpen == false)
        #expect(try store.pending().isEmpty)
    }

    @Test("The revision that was sent last is the one on the disk", arguments: [true, false])
    func revisionSent(hasStore: Bool) async throws {
        transport.on(.post, "/v1/dossiers/*/actions", .fail(.timedOut))
        let pacing = Pacing(now: { .zero }, sleep: { _ in }, random: { $0 })
        let store = hasStore ? try place.open() : nil
        let acts = Acts(client: try await Fixture.client(transport, pacing: pacing), store: store)
        for revision in [1, 2] {
            await #expect(throws: ActError.self) {
                try await acts.act(
                    on: Fixture.dossier.id, ActionRequest(action: .claim), revision: revision,
                    key: Fixture.key,
                    title: "Nhận")
            }
            #expect(try acts.intent(Fixture.key)?.revision == "\"\(revision)\"")
            #expect(transport.requests.last?.headers.first("If-Match") == "\"\(revision)\"")
        }
        #expect(try acts.pending().count == 1)
    }

    @Test func withoutAStoreAnActIsOpenAllTheSame() async throws {
        transport.on(.post, "/v1/dossiers", .fail(.timedOut), .problem(401, "unauthorized"))
        let pacing = Pacing(now: { .zero }, sleep: { _ in }, random: { $0 })
        let client = try await Fixture.client(transport, pacing: pacing)
        let acts = Acts(client: client, store: nil)
        await #expect(throws: ActError.api(.unauthorised, isOpen: true)) { try await create(acts) }
        await #expect(throws: ActError.store(.openIntent)) { try await create(acts, other) }
        transport.forget(.post, "/v1/dossiers")
        transport.on(.post, "/oauth/token", Fixture.token())
        _ = try await client.login(user: "tiepnhan", password: "tap-huan")
        transport.on(.post, "/v1/dossiers", .effect(Fixture.dossierAnswer))
        let open = try #require(try acts.intent(Fixture.key))
        #expect(Acts.dossier(from: try await acts.resume(open).value) == Fixture.dossier)
        #expect(try acts.intent(Fixture.key) == nil)
        #expect(transport.effects == [Fixture.key])
    }

    /// An answer that is no dossier came from somewhere else: the draft must not go for it.
    @Test func anAnswerOfAnotherShapeEndsNothing() async throws {
        transport.on(.post, "/v1/dossiers", .answer(json: #"{"portal":"login"}"#))
        let (acts, store) = try await acts()
        try store.saveDraft(StoreFixture.draft(5))
        let error = await #expect(throws: ActError.self) { try await create(acts) }
        #expect(error?.code == "garbage_shape")
        #expect(try store.drafts().count == 1)
        #expect(try store.pending().count == 1)
    }

    @Test func aPrintIsRecordedOnce() async throws {
        let record = PrintRecord(
            id: StoreFixture.id(8), form: "01", copies: 2, at: Instant(seconds: 0), copyNumber: 1)
        transport.on(
            .post, "/v1/dossiers/*/prints", .lost(.effect(Fixture.json(record))),
            .effect(Fixture.json(record)))
        let (acts, _) = try await acts()
        let done = try await acts.recordPrint(
            dossier: Fixture.dossier.id, PrintRequest(form: "01", copies: 2), key: Fixture.key, title: "In")
        #expect(done.value == record)
        #expect(transport.effects == [Fixture.key])
    }

    /// The paper is out: its entry must not be lost because nobody answered, or because the session had ended.
    @Test(
        "A print that did not reach the server stays in the journal of what is to be sent",
        arguments: [.fail(.refused), .fail(.unresolved), .problem(401, "unauthorised")]
            as [ScriptedTransport.Step])
    func aPrintThatDidNotArriveStaysOpen(step: ScriptedTransport.Step) async throws {
        let record = PrintRecord(
            id: StoreFixture.id(8), form: "01", copies: 2, at: Instant(seconds: 0), copyNumber: 1)
        transport.on(.post, "/v1/dossiers/*/prints", step)
        let (acts, store) = try await acts()
        let error = await #expect(throws: ActError.self) {
            try await acts.recordPrint(
                dossier: Fixture.dossier.id, PrintRequest(form: "01", copies: 2), key: Fixture.key,
                title: "In")
        }
        #expect(error?.isOpen == true)
        let open = try #require(try store.pending().first)
        transport.forget(.post, "/v1/dossiers/*/prints")
        transport.on(.post, "/v1/dossiers/*/prints", .effect(Fixture.json(record)))
        _ = try await self.acts().0.resume(open)
        #expect(transport.effects == [Fixture.key])
        #expect(try store.pending().isEmpty)
    }

    @Test func aPrintThatIsRefusedIsNotSentAgain() async throws {
        transport.on(.post, "/v1/dossiers/*/prints", .problem(422, "invalid_input"))
        let (acts, store) = try await acts()
        let error = await #expect(throws: ActError.self) {
            try await acts.recordPrint(
                dossier: Fixture.dossier.id, PrintRequest(form: "01", copies: 2), key: Fixture.key,
                title: "In")
        }
        #expect(error?.isOpen == false)
        #expect(try store.pending().isEmpty)
    }

    // MARK: Death

    enum Network: CaseIterable, Sendable {
        case works, losesTheRequest, losesTheAnswer

        var step: ScriptedTransport.Step {
            switch self {
            case .works: .effect(Fixture.dossierAnswer)
            case .losesTheRequest: .fail(.cut)
            case .losesTheAnswer: .lost(.effect(Fixture.dossierAnswer))
            }
        }
    }

    /// The desk dies at every call to the disk, with each kind of network, dies again while it recovers, and is
    /// started once more: the officer finds the act done, open, or still a draft, and in the end it is done once.
    @Test(arguments: Network.allCases) func dyingAnywhereMakesOneEffect(network: Network) async throws {
        for first in 1...13 {
            for second in 1...8 {
                try await ActsTests().round(network, dyingAt: first, thenAt: second)
            }
        }
    }

    private func round(_ network: Network, dyingAt first: Int, thenAt second: Int) async throws {
        try place.open(calls: Breakage.none.calls).saveDraft(StoreFixture.draft(5))
        transport.on(.post, "/v1/dossiers", network.step)
        _ = try? await create(try await acts(calls: Breakage(at: first, .die).calls).0)
        _ = try? await recover(calls: Breakage(at: second, .tear).calls)
        transport.forget(.post, "/v1/dossiers")
        transport.on(.post, "/v1/dossiers", .effect(Fixture.dossierAnswer))
        let store = try await recover(calls: Breakage.none.calls)
        #expect(transport.effects == [Fixture.key], "\(network) \(first) \(second)")
        #expect(try store.pending().isEmpty)
        #expect(try place.open().drafts().isEmpty)
        #expect(store.takeReport().isEmpty)
    }

    /// What a desk does when it starts: finishes what is open; where nothing is and the draft is there, the officer
    /// submits it again under the key that the draft holds.
    private func recover(calls: FileCalls) async throws -> ActStore {
        let (acts, store) = try await acts(calls: calls)
        for intent in try store.pending() { _ = try? await acts.resume(intent) }
        if try store.pending().isEmpty, try store.draft(StoreFixture.id(5)) != nil {
            _ = try await create(acts)
        }
        return store
    }
}
