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

    /// - Parameter tells: Whether the server says which dossier the key stands for.
    private func reused(tells: Bool = true) async -> Fixture {
        let fixture = Fixture()
        await fixture.logIn()
        fixture.transport.forget(.post, "/v1/dossiers")
        fixture.transport.on(.post, "/v1/dossiers", .reply { _ in Self.refusal(tells: tells) })
        return fixture
    }

    private static func refusal(tells: Bool) -> Response {
        let problem = Problem(
            type: "about:blank", title: "Khóa đã dùng", status: 422, code: "idempotency_key_reused",
            retryable: false, done: tells ? "/v1/dossiers/" + FixtureData.dossier.id : nil)
        return Response(
            status: 422, headers: [Header("Content-Type", "application/problem+json")],
            body: (try? StrictJSON.encode(problem)) ?? [])
    }

    @Test("The dossier that the server names settles the act, and its draft is gone")
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

    @Test("Where the server does not name it, no other dossier of the person is taken for it")
    func unnamed() async throws {
        let fixture = await reused(tells: false)
        let result = await fixture.desk.submit(
            Self.intake, key: UUIDv7.make(), title: "thử", owner: fixture.desk.signedIn)
        #expect(result == .failure(.doneBefore))
        #expect(fixture.pending.map(\.isDoneOtherwise) == [true])
        #expect(!fixture.transport.requests.contains { $0.target.hasPrefix("/v1/search") })
    }

    @Test("Where it can't be read now it stays open, and is settled when the link is back")
    func settledLater() async throws {
        let fixture = await reused()
        let path = "/v1/dossiers/\(FixtureData.dossier.id)"
        fixture.transport.forget(.get, path)
        fixture.transport.on(.get, path, .problem(503, "unavailable"))
        let key = UUIDv7.make()
        let owner = fixture.desk.signedIn
        let result = await fixture.desk.submit(Self.intake, key: key, title: "thử", owner: owner)
        #expect(result == .failure(.doneBefore))
        #expect(fixture.pending.map(\.isDoneOtherwise) == [true])
        // The officer may try as often as wanted: nothing else goes under the key.
        #expect(
            await fixture.desk.submit(Self.intake, key: key, title: "thử", owner: owner)
                == .failure(.doneBefore))
        fixture.transport.forget(.get, path)
        fixture.transport.on(.get, path, .answer(json: FixtureData.json(FixtureData.dossier)))
        #expect(await fixture.desk.resumePending().dossiers == [FixtureData.dossier])
        #expect(fixture.pending.isEmpty)
        #expect(fixture.transport.effects.isEmpty)
    }
}
