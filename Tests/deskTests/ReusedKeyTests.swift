import APIClient
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

/// The key of an act was used with an earlier content, maybe at another desk: what came of it ends the act.
@Suite("An act that was done with an earlier content")
struct ReusedKeyTests {
    private static let intake = DossierIntake(
        decision: .receive, procedure: "2.000635", caseCode: "TL", channel: 1,
        applicant: FixtureData.dossier.applicant, documents: [], answers: FixtureData.dossier.answers,
        formId: "trich-luc", formVersion: 3, quantities: [:], copies: 1, delivery: Delivery(method: .desk))

    private func reused() async -> Fixture {
        let fixture = Fixture()
        await fixture.logIn()
        fixture.transport.forget(.post, "/v1/dossiers")
        fixture.transport.on(.post, "/v1/dossiers", .problem(422, "idempotency_key_reused"))
        fixture.transport.forget(.get, "/v1/search")
        var item = FixtureData.items(1)[0]
        item.id = FixtureData.dossier.id
        fixture.transport.on(
            .get, "/v1/search", .answer(json: FixtureData.json(Page(items: [item], nextCursor: nil))))
        return fixture
    }

    @Test("The dossier is found, the act is settled and its draft gone")
    func settled() async throws {
        let fixture = await reused()
        let key = UUIDv7.make()
        try fixture.desk.store?.saveDraft(
            DraftPut(id: key, kind: IntakeDraft.kind, title: "thử", content: .object([:])))
        let result = await fixture.desk.submit(
            Self.intake, key: key, title: "thử", owner: fixture.desk.signedIn)
        #expect(result == .success(Submitted(dossier: FixtureData.dossier, isOfEarlierContent: true)))
        #expect(fixture.pending.isEmpty && fixture.drafts.isEmpty && fixture.desk.waitingToSend == 0)
    }

    @Test("Where it can't be found now it stays open, and is settled when the link is back")
    func settledLater() async throws {
        let fixture = await reused()
        fixture.transport.forget(.get, "/v1/search")
        fixture.transport.on(.get, "/v1/search", .problem(503, "unavailable"))
        // Made on 23/11/2026, 09:40: a minute before the dossier.
        let milliseconds = (FixtureData.dossier.submittedAt.seconds - 60) * 1000
        let digits = String(milliseconds, radix: 16)
        let time = String(repeating: "0", count: 12 - digits.count) + digits
        let key = "\(time.prefix(8))-\(time.suffix(4))-7000-8000-000000000001"
        let owner = fixture.desk.signedIn
        let result = await fixture.desk.submit(Self.intake, key: key, title: "thử", owner: owner)
        #expect(result == .failure(.doneBefore))
        #expect(fixture.pending.map(\.isDoneOtherwise) == [true])
        // The officer may try as often as wanted: nothing else goes under the key.
        #expect(
            await fixture.desk.submit(Self.intake, key: key, title: "thử", owner: owner)
                == .failure(.doneBefore))
        fixture.transport.forget(.get, "/v1/search")
        var item = FixtureData.items(1)[0]
        item.id = FixtureData.dossier.id
        fixture.transport.on(
            .get, "/v1/search", .answer(json: FixtureData.json(Page(items: [item], nextCursor: nil))))
        #expect(await fixture.desk.resumePending().dossiers == [FixtureData.dossier])
        #expect(fixture.pending.isEmpty)
        #expect(fixture.transport.effects.isEmpty)
    }
}
