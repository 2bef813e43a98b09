import Forms
import Models
import Synchronization

@testable import APIClient

/// The drafts' part of central, as the contract has it: revisions, `If-Match`, the server's own clock.
final class DraftServer: Sendable {
    private struct Stored {
        var draft: Draft
        var revision: Int
    }

    private let drafts = Mutex<[ID: Stored]>([:])
    /// Another officer's by now: this one is told that there is none.
    private let others = Mutex<Set<ID>>([])
    let clock = StoreFixture.WallClock()
    let transport = ScriptedTransport()

    init() {
        transport.on(.get, "/v1/drafts", .reply { [self] _ in list() })
        transport.on(.get, "/v1/drafts/*", .reply { [self] in get($0) })
        transport.on(.put, "/v1/drafts/*", .reply { [self] in put($0) })
        transport.on(.delete, "/v1/drafts/*", .reply { [self] in delete($0) })
    }

    var all: [Draft] { drafts.withLock { $0.values.map(\.draft).sorted { $0.id < $1.id } } }

    func handOver(_ id: ID) {
        drafts.withLock { $0[id] = nil }
        others.withLock { _ = $0.insert(id) }
    }

    func count(_ method: APIClient.Method) -> Int {
        transport.requests.filter { $0.method == method && $0.target.hasPrefix("/v1/drafts") }.count
    }

    private func id(_ request: Request) -> ID {
        String(request.target.split(separator: "/").last ?? "")
    }

    private func answer(_ stored: Stored) -> Response {
        Fixture.json(stored.draft, headers: [Header("ETag", "\"\(stored.revision)\"")])
    }

    private func list() -> Response { Fixture.json(Page(items: all, nextCursor: nil)) }

    private func get(_ request: Request) -> Response {
        drafts.withLock { $0[id(request)] }.map(answer) ?? .problem(404, "not_found")
    }

    private func put(_ request: Request) -> Response {
        let match = request.headers.first("If-Match")
        let isOthers = others.withLock { $0.contains(id(request)) }
        if isOthers { return .problem(404, "not_found") }
        guard let put = try? StrictJSON.decode(DraftPut.self, from: request.body ?? []) else {
            return .problem(422, "invalid_body")
        }
        let now = clock.now
        return drafts.withLock { drafts in
            let before = drafts[put.id]
            if before != nil, match == nil { return .problem(428, "revision_missing") }
            if let match, match != "*", match != before.map({ "\"\($0.revision)\"" }) {
                return .problem(412, "revision_conflict")
            }
            let draft = Draft(
                id: put.id, kind: put.kind, title: put.title, procedure: put.procedure, content: put.content,
                updatedAt: now, expiresAt: now.adding(seconds: ActStore.draftLife))
            let stored = Stored(draft: draft, revision: (before?.revision ?? 0) + 1)
            drafts[put.id] = stored
            return answer(stored)
        }
    }

    private func delete(_ request: Request) -> Response {
        let id = id(request)
        drafts.withLock { $0[id] = nil }
        return Response(status: 204)
    }
}
