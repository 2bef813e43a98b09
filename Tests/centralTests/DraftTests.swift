import Forms
import HTTPTypes
import Models
import Testing

@testable import central

@Suite("Drafts at the centre")
struct DraftTests {
    private static func body(_ id: ID, content: JSONValue = [:]) -> JSONValue {
        ["id": .string(id), "kind": "intake", "title": "Nháp", "content": content]
    }

    @Test("Made, changed with its revision, deleted twice")
    func life() async throws {
        try await TestCentral().run { desk in
            let desk = try await desk.login()
            let id = UUIDv7.make()
            let path = "/v1/drafts/" + id
            // What was typed wrong is kept as it was typed.
            let typed: JSONValue = ["raw": "12/13/19\u{200B}85", "nested": [1, ["a": .null]]]
            let made = try await desk.send(.put, path, json: Self.body(id, content: typed))
            #expect(made.status == 201)
            #expect(made.headers[.eTag] == "\"1\"")
            #expect(made.json["content"] == typed)
            #expect(made["expires_at"] == "2026-12-23T09:41:00+07:00")
            #expect(try await desk.send(.put, path, json: Self.body(id)).status == 428)
            let match: HTTPFields = [.ifMatch: "\"1\""]
            let changed = try await desk.send(.put, path, headers: match, json: Self.body(id))
            #expect(changed.status == 200)
            #expect(changed.headers[.eTag] == "\"2\"")
            #expect(try await desk.send(.put, path, headers: match, json: Self.body(id)).status == 412)
            #expect(try await desk.send(.delete, path).status == 428)
            #expect(try await desk.send(.delete, path, headers: match).status == 412)
            #expect(try await desk.send(.delete, path, headers: [.ifMatch: "*"]).status == 204)
            #expect(try await desk.send(.delete, path).status == 204)
            #expect(try await desk.get(path).status == 404)
            let missing = try await desk.send(.put, path, headers: [.ifMatch: "*"], json: Self.body(id))
            #expect(missing.status == 412)
        }
    }

    @Test("Of two changes of one revision at once, one is told that it came second")
    func parallelChanges() async throws {
        try await TestCentral().run { desk in
            let desk = try await desk.login()
            let path = "/v1/drafts/" + TrainingLoader.SeedDrafts.kept
            let body = Self.body(TrainingLoader.SeedDrafts.kept)
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 0..<6 {
                    group.addTask {
                        let match: HTTPFields = [.ifMatch: "\"1\""]
                        return number == 0
                            ? try await desk.send(.delete, path, headers: match).status
                            : try await desk.send(.put, path, headers: match, json: body).status
                    }
                }
                return try await group.reduce(into: [Int]()) { $0.append($1) }
            }
            #expect(statuses.filter { $0 < 300 }.count == 1, "\(statuses)")
            #expect(statuses.filter { $0 == 412 }.count == 5, "\(statuses)")
        }
    }

    @Test("Nobody else finds a draft, and after 30 days nobody does")
    func privacyAndExpiry() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let (one, two) = (try await desk.login("tiepnhan"), try await desk.login("tiepnhan2"))
            let id = UUIDv7.make()
            _ = try await one.send(.put, "/v1/drafts/\(id)", json: Self.body(id))
            #expect(try await two.get("/v1/drafts/\(id)").status == 404)
            #expect(try await two.get("/v1/drafts").items.isEmpty)
            #expect(try await two.send(.put, "/v1/drafts/\(id)", json: Self.body(id)).status == 404)
            #expect(try await two.send(.delete, "/v1/drafts/\(id)").status == 404)
            #expect(try await one.get("/v1/drafts/\(id)").status == 200)
            test.clock.advance(seconds: DraftRoutes.lifetime)
            #expect(try await desk.login("tiepnhan").get("/v1/drafts/\(id)").status == 404)
            #expect(try await desk.login("tiepnhan").get("/v1/drafts").items.isEmpty)
        }
    }

    @Test("All who handle dossiers see who else does; a draft goes to those who receive")
    func colleagues() async throws {
        try await TestCentral().run { desk in
            let reviewer = try await desk.login("thamdinh")
            func names(_ who: String) async throws -> Set<String> {
                Set(try await reviewer.get("/v1/colleagues" + who).items.compactMap { $0["name"]?.text })
            }
            let (receiving, handling) = (try await names(""), try await names("?who=handling"))
            #expect(!receiving.isEmpty && receiving.isSubset(of: handling) && receiving != handling)
            #expect(try await names("?who=receiving") == receiving)
            #expect(try await reviewer.get("/v1/colleagues?who=x").status == 400)
        }
    }

    @Test("A draft goes to a colleague as it was seen: what was changed since stays with its owner")
    func handedOverAsSeen() async throws {
        try await TestCentral().run { desk in
            let owner = try await desk.login()
            let path = "/v1/drafts/" + TrainingLoader.SeedDrafts.handedOver
            let colleague = try #require(try await owner.get("/v1/colleagues").items.first?["id"])
            func handOver(_ match: String?) async throws -> TestReply {
                let headers: HTTPFields = match.map { [.ifMatch: $0] } ?? [:]
                return try await owner.post(
                    path + ":hand-over", ["officer": colleague], key: UUIDv7.make(), headers: headers)
            }
            #expect(try await handOver(nil).status == 428)
            let body = Self.body(TrainingLoader.SeedDrafts.handedOver, content: ["raw": "gõ sau"])
            #expect(try await owner.send(.put, path, headers: [.ifMatch: "*"], json: body).status == 200)
            let stale = try await handOver("\"1\"")
            #expect(stale.status == 412 && stale.headers[.eTag] == "\"2\"")
            #expect(try await owner.get(path).json["content"] == ["raw": "gõ sau"])
            #expect(try await handOver("\"2\"").status == 200)
            #expect(try await owner.get(path).status == 404)
        }
    }

    @Test(
        "What is no draft is refused",
        arguments: [
            (["id": "01900000-0000-7000-8000-0000000000aa"], "/id mismatch"),
            (["kind": "x"], "/kind unknown_kind"),
            (["content": []], "/content wrong_type"), (["title": 1], "/title wrong_type"),
            (["title": .null], "/title missing_key"), (["officer": "x"], "/officer unknown_key"),
        ] as [([String: JSONValue], String)])
    func faults(changes: [String: JSONValue], expected: String) async throws {
        try await TestCentral().run { desk in
            let id = UUIDv7.make()
            var members = try #require(Self.body(id).members)
            for (key, value) in changes { members[key] = value == .null ? .none : value }
            let reply = try await desk.login().send(.put, "/v1/drafts/\(id)", json: .object(members))
            #expect(reply.faults == [expected])
        }
    }
}
