import Forms
import Models
import Testing

@testable import APIClient

@Suite struct IntentTests {
    private let place: StoreFixture

    init() throws {
        place = try StoreFixture()
    }

    private func intent(_ number: Int, body: String = "{}", draft: ID? = nil) -> Intent {
        Intent(
            key: StoreFixture.id(number), operation: "createDossier", target: "/v1/dossiers",
            body: Array(body.utf8), title: "Khai sinh", draft: draft, madeAt: place.clock.now)
    }

    @Test func anIntentSurvivesTheDesk() throws {
        let intents = [intent(2, body: #"{"name":"Ánh"}"#), intent(1)]
        #expect(try place.open().recordIntent(intents[0]))
        place.clock.advance(seconds: 1)
        let later = intent(1)
        #expect(try place.open().recordIntent(later))
        #expect(try place.open().pending() == [intents[0], later])
        #expect(try place.open().intent(StoreFixture.id(2)) == intents[0])
    }

    @Test func theSameAgainChangesNothing() throws {
        let store = try place.open()
        #expect(try store.recordIntent(intent(1)))
        #expect(try !store.recordIntent(intent(1)))
        #expect(try store.pending().count == 1)
    }

    @Test func anotherContentUnderAnOpenKeyIsRefused() throws {
        let store = try place.open()
        try store.recordIntent(intent(1))
        #expect(throws: StoreError.openIntent) { try store.recordIntent(intent(1, body: #"{"a":1}"#)) }
        try store.withdraw(StoreFixture.id(1))
        #expect(try store.recordIntent(intent(1, body: #"{"a":1}"#)))
    }

    @Test func anAnswerEndsTheIntentAndItsDraft() throws {
        let store = try place.open()
        try store.saveDraft(StoreFixture.draft(5))
        try store.recordIntent(intent(1, draft: StoreFixture.id(5)))
        place.clock.advance(seconds: 1)
        try store.complete(StoreFixture.id(1), answer: Array(#"{"code":"x"}"#.utf8))
        #expect(try store.pending().isEmpty)
        #expect(try store.drafts().isEmpty)
        let done = try #require(try store.intent(StoreFixture.id(1)))
        #expect(done.answer == #"{"code":"x"}"#)
        #expect(done.answeredAt == place.clock.now)
        // A second answer is the first one again.
        try store.complete(StoreFixture.id(1), answer: Array("{}".utf8))
        #expect(try store.intent(StoreFixture.id(1)) == done)
        // What has been done cannot be withdrawn.
        try store.withdraw(StoreFixture.id(1))
        #expect(try store.intent(StoreFixture.id(1)) == done)
    }

    @Test func anAnswerIsKeptForADay() throws {
        let store = try place.open()
        try store.recordIntent(intent(1))
        try store.complete(StoreFixture.id(1), answer: [])
        place.clock.advance(seconds: 86_400)
        #expect(try place.open().intent(StoreFixture.id(1)) != nil)
        place.clock.advance(seconds: 1)
        #expect(try place.open().intent(StoreFixture.id(1)) == nil)
        #expect(place.names == ["lock"])
    }

    @Test func whatIsOpenNeverExpires() throws {
        try place.open().recordIntent(intent(1))
        place.clock.advance(seconds: 400 * 86_400)
        #expect(try place.open().pending().count == 1)
    }

    @Test func withoutAnIntentThereIsNothingToComplete() throws {
        #expect(throws: StoreError.missing) { try place.open().complete(StoreFixture.id(1), answer: []) }
    }

    /// The desk dies between the answer and the removal of the draft.
    @Test func aDraftOfAFinishedActGoesWithTheNextStart() throws {
        let store = try place.open()
        try store.saveDraft(StoreFixture.draft(5))
        try store.recordIntent(intent(1, draft: StoreFixture.id(5)))
        // create, write, fsync, rename, fsync of the answer; the removal is the sixth.
        let dying = try place.open(calls: Breakage(at: 6, .die).calls)
        try dying.complete(StoreFixture.id(1), answer: Array("{}".utf8))
        #expect(try dying.drafts().count == 1)
        #expect(try place.open().drafts().isEmpty)
    }
}

@Suite struct OfficerKeyringTests {
    /// Under its own officer: the keyring is the machine's.
    @Test func aKeyIsFoundUntilItIsForgotten() {
        let officer = UUIDv7.make()
        #expect(OfficerKeyring.load(officer: officer) == nil)
        OfficerKeyring.store(Fixture.storeKey, officer: officer)
        #expect(OfficerKeyring.load(officer: officer) == Fixture.storeKey)
        #expect(OfficerKeyring.load(officer: officer + "x") == nil)
        OfficerKeyring.forget(officer: officer)
        #expect(OfficerKeyring.load(officer: officer) == nil)
        OfficerKeyring.forget(officer: officer)
    }

    @Test func aLaterKeyReplacesTheEarlier() throws {
        let officer = UUIDv7.make()
        let other = try #require(StoreKey([UInt8](repeating: 7, count: 32)))
        OfficerKeyring.store(Fixture.storeKey, officer: officer)
        OfficerKeyring.store(other, officer: officer)
        #expect(OfficerKeyring.load(officer: officer) == other)
        OfficerKeyring.forget(officer: officer)
    }
}
