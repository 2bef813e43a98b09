import Forms
import Models
import Testing

@testable import APIClient

@Suite(.timeLimit(.minutes(10))) struct DraftSyncTests {
    private let server = DraftServer()
    private let clock = ManualClock()

    /// A desk of the officer's: a machine with a folder of its own.
    private struct Desk {
        var place: StoreFixture
        var store: ActStore
        var sync: DraftSync
        var states: Notes<SyncState>
        var settled: Signal

        func save(_ number: Int, _ name: String) throws {
            try store.saveDraft(StoreFixture.draft(number, name))
        }

        var titles: [String] { get throws { try store.drafts().map(\.title).sorted() } }
    }

    private func desk(_ transport: ScriptedTransport? = nil) async throws -> Desk {
        let place = try StoreFixture()
        let store = try place.open()
        let states = Notes<SyncState>()
        let settled = Signal()
        let client = try await Fixture.client(
            transport ?? server.transport, pacing: Pacing(now: { .zero }, sleep: { _ in }, random: { $0 }))
        return Desk(
            place: place, store: store,
            sync: DraftSync(
                client: client, store: store, pacing: clock.pacing,
                onChange: { state in
                    states.add(state)
                    if state == .settled { settled.set() }
                }),
            states: states, settled: settled)
    }

    @Test func aDraftGoesFromDeskToDesk() async throws {
        let (one, two) = (try await desk(), try await desk())
        try one.save(1, "Ánh")
        await one.sync.push()
        await two.sync.merge()
        #expect(try two.titles == ["Ánh"])
        #expect(try two.store.draft(StoreFixture.id(1))?.content == StoreFixture.draft(1, "Ánh").content)

        server.clock.advance(seconds: 60)
        try two.save(1, "Ánh Tuyết")
        await two.sync.push()
        await one.sync.merge()
        #expect(try one.titles == ["Ánh Tuyết"])
        #expect(server.all.map(\.title) == ["Ánh Tuyết"])
        #expect(await one.sync.state == .settled)
    }

    @Test func whatIsKnownIsNotFetchedAgain() async throws {
        let one = try await desk()
        for number in 1...3 { try one.save(number, "a") }
        await one.sync.push()
        await one.sync.merge()
        await one.sync.push()
        #expect(server.count(.put) == 3)
        #expect(server.count(.get) == 1)
    }

    @Test func aRemovalReachesTheServerAndTheOtherDesk() async throws {
        let (one, two) = (try await desk(), try await desk())
        try one.save(1, "a")
        await one.sync.push()
        await two.sync.merge()
        try one.store.removeDraft(StoreFixture.id(1))
        await one.sync.merge()
        #expect(server.all.isEmpty)
        #expect(try one.titles.isEmpty)
        #expect(one.place.names == ["lock"])
        await two.sync.merge()
        #expect(try two.titles.isEmpty)
    }

    @Test func aDraftThatTheServerNeverHadIsRemovedWithoutIt() async throws {
        let one = try await desk()
        try one.save(1, "a")
        try one.store.removeDraft(StoreFixture.id(1))
        await one.sync.push()
        #expect(server.count(.delete) == 0)
    }

    // MARK: Changed in two places

    @Test func theLaterChangeKeepsTheDraftAndTheOtherLivesOn() async throws {
        let (one, two) = (try await desk(), try await desk())
        try one.save(1, "đầu")
        await one.sync.push()
        await two.sync.merge()
        server.clock.advance(seconds: 600)
        try two.save(1, "từ hai")
        await two.sync.push()
        // Desk one was changed too, before that.
        one.place.clock.advance(seconds: 300)
        try one.save(1, "từ một")
        await one.sync.push()
        #expect(try one.store.draft(StoreFixture.id(1))?.title == "từ hai")
        #expect(try one.titles == ["từ hai", "từ một"])
        #expect(server.all.map(\.title).sorted() == ["từ hai", "từ một"])
        #expect(await one.sync.state == .settled)
        await two.sync.merge()
        #expect(try two.titles == ["từ hai", "từ một"])
    }

    /// Both can be taken up and sent: each has a key of its own, and it is the draft's id.
    @Test(arguments: [60, 6_000] as [Int64]) func aConflictCopyIsAnActOfItsOwn(later: Int64) async throws {
        func draft(_ name: String) -> DraftPut {
            var draft = StoreFixture.draft(1, name)
            draft.content = .object(["key": .string(draft.id), "ho_ten": .string(name)])
            return draft
        }
        let (one, two) = (try await desk(), try await desk())
        try one.store.saveDraft(draft("đầu"))
        await one.sync.push()
        await two.sync.merge()
        server.clock.advance(seconds: 600)
        try two.store.saveDraft(draft("từ hai"))
        await two.sync.push()
        one.place.clock.advance(seconds: later)
        try one.store.saveDraft(draft("từ một"))
        await one.sync.push()
        await two.sync.merge()
        for drafts in [try one.store.drafts(), try two.store.drafts(), server.all] {
            #expect(Set(drafts.map(\.id)).count == 2)
            for draft in drafts {
                #expect(
                    draft.content == .object(["key": .string(draft.id), "ho_ten": .string(draft.title)]))
            }
        }
    }

    @Test func theLaterChangeHereGoesOut() async throws {
        let (one, two) = (try await desk(), try await desk())
        try one.save(1, "đầu")
        await one.sync.push()
        await two.sync.merge()
        server.clock.advance(seconds: 60)
        try two.save(1, "từ hai")
        await two.sync.push()
        one.place.clock.advance(seconds: 600)
        try one.save(1, "từ một")
        await one.sync.merge()
        #expect(try one.store.draft(StoreFixture.id(1))?.title == "từ một")
        #expect(server.all.map(\.title).sorted() == ["từ hai", "từ một"])
        #expect(server.all.first { $0.id == StoreFixture.id(1) }?.title == "từ một")
    }

    @Test func theSameContentInTwoPlacesIsNoConflict() async throws {
        let (one, two) = (try await desk(), try await desk())
        try one.save(1, "đầu")
        await one.sync.push()
        await two.sync.merge()
        server.clock.advance(seconds: 60)
        try two.save(1, "giống")
        try one.save(1, "giống")
        await two.sync.push()
        await one.sync.push()
        #expect(server.all.map(\.title) == ["giống"])
        #expect(try one.titles == ["giống"])
    }

    @Test func aDraftUnderTheOfficersHandsIsNotChanged() async throws {
        let (one, two) = (try await desk(), try await desk())
        try one.save(1, "đầu")
        await one.sync.push()
        await two.sync.merge()
        server.clock.advance(seconds: 60)
        try two.save(1, "từ hai")
        await two.sync.push()
        let claim = one.store.claim(StoreFixture.id(1))
        await one.sync.merge()
        #expect(try one.titles == ["đầu"])
        try one.save(1, "đang gõ")
        await one.sync.push()
        #expect(try one.store.draft(StoreFixture.id(1))?.title == "đang gõ")
        #expect(server.all.map(\.title).sorted() == ["từ hai", "đang gõ"])
        withExtendedLifetime(claim) {}
    }

    @Test func aDraftRemovedElsewhereButChangedHereStays() async throws {
        let (one, two) = (try await desk(), try await desk())
        try one.save(1, "đầu")
        await one.sync.push()
        await two.sync.merge()
        try two.store.removeDraft(StoreFixture.id(1))
        await two.sync.push()
        try one.save(1, "còn gõ")
        await one.sync.merge()
        #expect(server.all.map(\.title) == ["còn gõ"])
        #expect(try one.titles == ["còn gõ"])
    }

    // MARK: Time and failure

    @Test func changesGoOutTogetherAfterAWhile() async throws {
        let one = try await desk()
        for number in 1...3 {
            try one.save(1, "\(number)")
            await one.sync.draftChanged()
        }
        #expect(await one.sync.state == .waiting(1))
        await clock.waitForSleepers(1)
        #expect(server.count(.put) == 0)
        #expect(clock.slept == [.seconds(5)])
        clock.advance(by: .seconds(5))
        await one.settled.wait()
        #expect(server.count(.put) == 1)
        #expect(one.states.all == [.waiting(1), .sending, .settled])
        #expect(server.all.map(\.title) == ["3"])
    }

    @Test func aFailureIsQuietAndTriedAgainLater() async throws {
        let down = ScriptedTransport()
        down.on(.put, "/v1/drafts/*", .fail(.refused))
        let one = try await desk(down)
        try one.save(1, "a")
        await one.sync.push()
        #expect(await one.sync.state == .failed(code: "connection_refused", waiting: 1))
        #expect(try one.titles == ["a"])
        await clock.waitForSleepers(1)
        await one.sync.push()
        await clock.waitForSleepers(1)
        #expect(clock.slept == [.seconds(10), .seconds(20)])
        await one.sync.stop()
    }

    @Test func withoutASessionNothingIsTriedUntilTheLogin() async throws {
        let ended = ScriptedTransport()
        ended.on(.put, "/v1/drafts/*", .problem(401, "unauthorized"))
        let one = try await desk(ended)
        try one.save(1, "a")
        await one.sync.push()
        #expect(await one.sync.state == .failed(code: "unauthorised", waiting: 1))
        #expect(clock.slept.isEmpty)
    }

    @Test func oneRefusedDraftDoesNotHoldUpTheOthers() async throws {
        let picky = ScriptedTransport()
        picky.on(.put, "/v1/drafts/\(StoreFixture.id(1))", .problem(422, "invalid_input"))
        picky.on(
            .put, "/v1/drafts/*",
            .answer(
                Fixture.json(
                    Draft(
                        id: StoreFixture.id(2), kind: "intake", title: "b", content: .object([:]),
                        updatedAt: Instant(seconds: 0), expiresAt: Instant(seconds: 1)))))
        let one = try await desk(picky)
        try one.save(1, "a")
        try one.save(2, "b")
        await one.sync.push()
        #expect(await one.sync.state == .failed(code: "invalid_input", waiting: 1))
        #expect(try one.store.storedDrafts().map(\.isSynced) == [false, true])
        await one.sync.stop()
    }

    /// Handed over at another desk while a change was on the way: the server finds no such draft of this officer.
    @Test func aDraftThatIsSomebodyElsesByNowDoesNotHoldUpTheOthers() async throws {
        func answer(_ number: Int) -> ScriptedTransport.Step {
            .answer(
                Fixture.json(
                    Draft(
                        id: StoreFixture.id(number), kind: "intake", title: "b", content: .object([:]),
                        updatedAt: Instant(seconds: 0), expiresAt: Instant(seconds: 1))))
        }
        let gone = ScriptedTransport()
        gone.on(.put, "/v1/drafts/\(StoreFixture.id(1))", answer(1), .problem(404, "not_found"))
        gone.on(.put, "/v1/drafts/*", answer(2))
        let one = try await desk(gone)
        try one.save(1, "gõ")
        await one.sync.push()
        try one.save(1, "gõ muộn")
        try one.save(2, "b")
        // While somebody works on it, it stays under his hands and is told apart.
        var claim = one.store.claim(StoreFixture.id(1))
        await one.sync.push()
        #expect(await one.sync.state == .failed(code: DraftSync.elsewhere, waiting: 1))
        #expect(try one.titles == ["b", "gõ muộn"])
        #expect(try one.store.storedDrafts().map(\.isSynced) == [false, true])
        withExtendedLifetime(claim) {}
        claim = nil
        await one.sync.push()
        // What was typed lives on under an id of its own, and is at the server.
        #expect(await one.sync.state == .settled)
        #expect(try one.titles == ["b", "gõ muộn"])
        #expect(try one.store.draft(StoreFixture.id(1)) == nil)
        await one.sync.stop()
    }

    /// The same, found out at a login: the list of drafts has it no more.
    @Test func whatIsSomebodyElsesByNowHoldsUpNoMerge() async throws {
        let one = try await desk()
        try one.save(1, "gõ")
        await one.sync.push()
        server.handOver(StoreFixture.id(1))
        try one.save(1, "gõ muộn")
        try one.save(2, "b")
        await one.sync.merge()
        #expect(await one.sync.state == .settled)
        #expect(try one.titles == ["b", "gõ muộn"])
        #expect(server.all.map(\.title).sorted() == ["b", "gõ muộn"])
        #expect(try one.store.draft(StoreFixture.id(1)) == nil)
    }

    /// Once the copies of a draft that was not found were copied and sent again without end.
    @Test func aDraftThatTheServerNeverHadIsNotCopied() async throws {
        let without = ScriptedTransport()
        without.on(.put, "/v1/drafts/*", .problem(404, "not_found"))
        let one = try await desk(without)
        try one.save(1, "a")
        await one.sync.push()
        #expect(await one.sync.state == .failed(code: "not_found", waiting: 1))
        #expect(try one.store.storedDrafts().map(\.draft.id) == [StoreFixture.id(1)])
        #expect(without.requests.filter { $0.method == .put }.count == 1)
        await one.sync.stop()
    }

    @Test func aChangeWhileSendingGoesOutToo() async throws {
        let slow = ScriptedTransport()
        let answer = Fixture.json(
            Draft(
                id: StoreFixture.id(1), kind: "intake", title: "", content: .object([:]),
                updatedAt: Instant(seconds: 0), expiresAt: Instant(seconds: 1)),
            headers: [Header("ETag", "\"1\"")])
        slow.on(.put, "/v1/drafts/*", .held("first", .answer(answer)), .answer(answer))
        let one = try await desk(slow)
        try one.save(1, "một")
        let sync = one.sync
        let sending = Task { await sync.push() }
        await slow.waitForRequests(2)
        try one.save(1, "hai")
        await one.sync.draftChanged()
        slow.release("first")
        await sending.value
        let sent = slow.requests.filter { $0.method == .put }
        #expect(sent.count == 2)
        #expect(sent.last?.headers.first("If-Match") == "\"1\"")
        #expect(sent.last.map { String(decoding: $0.body ?? [], as: UTF8.self).contains("hai") } == true)
        #expect(await one.sync.state == .settled)
    }
}
