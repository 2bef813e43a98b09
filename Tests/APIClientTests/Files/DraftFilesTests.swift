import Forms
import Models
import Testing

@testable import APIClient

/// The server keeps a file only while something refers to it.
@Suite(.timeLimit(.minutes(10))) struct DraftFilesTests {
    @Test("UP-1 the files of a draft are named to the server, so that they live as long as the draft")
    func namedToTheServer() async throws {
        let place = try StoreFixture()
        let transport = ScriptedTransport()
        let bodies = Notes<DraftPut>()
        transport.on(.get, "/v1/drafts", .answer(json: #"{"items":[],"next_cursor":null}"#))
        transport.on(
            .put, "/v1/drafts/*",
            .reply { request in
                guard let put = try? StrictJSON.decode(DraftPut.self, from: request.body ?? []) else {
                    return .problem(422, "invalid")
                }
                bodies.add(put)
                return Fixture.json(
                    Draft(
                        id: put.id, kind: put.kind, title: put.title, content: put.content, files: put.files,
                        updatedAt: place.clock.now, expiresAt: place.clock.now.adding(seconds: 9)),
                    headers: [Header("ETag", "\"1\"")])
            })
        let store = try place.open()
        let hash = FileFixture.sha256([1])
        var draft = StoreFixture.draft(1)
        draft.files = [hash]
        #expect(try store.saveDraft(draft).files == [hash])
        #expect(try place.open().draft(draft.id)?.files == [hash])
        await DraftSync(client: try await Fixture.client(transport), store: store).merge()
        #expect(bodies.all.map(\.files) == [[hash]])
    }
}
