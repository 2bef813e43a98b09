import APIClient
import Forms
import Models
import Synchronization

@testable import desk

/// Keeps drafts as the server does, for desks whose hand-over and files need it to have them.
final class DraftShelf: Sendable {
    private let drafts = Mutex<[ID: Draft]>([:])
    private let now = Instant(seconds: 1_795_401_660)

    func list() -> Response {
        .json(FixtureData.json(Page(items: drafts.withLock { Array($0.values) }, nextCursor: nil)))
    }

    func put(_ request: Request) -> Response {
        guard let put = try? StrictJSON.decode(DraftPut.self, from: request.body ?? []) else {
            return .problem(422, "invalid_body")
        }
        let draft = Draft(
            id: put.id, kind: put.kind, title: put.title, procedure: put.procedure, content: put.content,
            files: put.files, updatedAt: now, expiresAt: now.adding(seconds: 30 * 86_400))
        drafts.withLock { $0[put.id] = draft }
        return answer(draft)
    }

    func get(_ request: Request) -> Response {
        drafts.withLock { $0[id(request)] }.map(answer) ?? .problem(404, "not_found")
    }

    func delete(_ request: Request) -> Response {
        drafts.withLock { $0[id(request)] = nil }
        return Response(status: 204)
    }

    private func id(_ request: Request) -> ID { String(request.target.split(separator: "/").last ?? "") }

    private func answer(_ draft: Draft) -> Response {
        var response = Response.json(FixtureData.json(draft))
        response.headers.append(Header("ETag", "\"1\""))
        return response
    }
}
