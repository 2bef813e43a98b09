import Forms
import HTTPTypes
import Models
import Testing

@testable import central

@Suite("Requests are checked in the order of the contract")
struct CheckOrderTests {
    @Test("401 before all else that is wrong, with WWW-Authenticate")
    func unauthorizedFirst() async throws {
        try await TestCentral().run { desk in
            for token in [nil, "Bearer wrong", "Basic dTpw"] {
                let headers: HTTPFields = token.map { [.authorization: $0] } ?? [:]
                let reply = try await desk.send(
                    .post, "/v1/dossiers?x=1", headers: headers, body: Array("{".utf8))
                #expect(reply.status == 401)
                #expect(reply.code == "unauthorized")
                #expect(reply.headers[.wwwAuthenticate]?.hasPrefix("Bearer") == true)
            }
        }
    }

    @Test("403 before 400 and 422")
    func forbiddenBeforeInput() async throws {
        try await TestCentral().run { desk in
            let hotline = try await desk.login("tongdai")
            let reply = try await hotline.send(.post, "/v1/dossiers?x=1", body: Array("{".utf8))
            #expect(reply.status == 403)
            #expect(reply.code == "forbidden")
        }
    }

    @Test("404 before 422, and 422 before 428 and 412")
    func notFoundBeforeInput() async throws {
        try await TestCentral().run { desk in
            let desk = try await desk.login()
            let missing = UUIDv7.make()
            let reveal = try await desk.post("/v1/dossiers/\(missing):reveal", [:])
            #expect(reveal.status == 404)
            for (method, path) in [
                ("GET", "/v1/dossiers/\(missing)?x=1"), ("POST", "/v1/dossiers/\(missing):reveal"),
                ("POST", "/v1/dossiers/\(missing)/prints?x"), ("GET", "/v1/drafts/\(missing)?x=1"),
                ("GET", "/v1/reference/nothing?limit=0"), ("GET", "/v1/procedures/9.9/form?x=1"),
                ("GET", "/v1/inboxes/nothing?cursor=x"), ("POST", "/v1/forms/nothing:validate"),
                ("GET", "/v1/calendars/H26.1.5/1999?x=1"), ("GET", "/v1/dossiers/no-id?x=1"),
            ] {
                let reply = try await desk.send(try #require(HTTPRequest.Method(method)), path)
                #expect(reply.status == 404, "\(method) \(path)")
            }
            let kept = TrainingLoader.SeedDrafts.kept
            let stale: HTTPFields = [.ifMatch: "\"99\""]
            let wrong = try await desk.send(.put, "/v1/drafts/\(kept)", headers: stale, json: ["id": 1])
            #expect(wrong.status == 422)
            let body: JSONValue = ["id": .string(kept), "kind": "intake", "title": "", "content": [:]]
            #expect(try await desk.send(.put, "/v1/drafts/\(kept)", json: body).status == 428)
            let conflict = try await desk.send(.put, "/v1/drafts/\(kept)", headers: stale, json: body)
            #expect(conflict.status == 412)
            #expect(conflict["changed_by"] == "Trần Thu Hà")
            #expect(conflict["changed_at"] == "2026-11-23T09:41:00+07:00")
            #expect(conflict.headers[.eTag] == "\"1\"")
        }
    }

    @Test(
        "Unknown paths are 404, known ones with another method 405 with Allow",
        arguments: [
            ("GET", "/", 404, nil), ("GET", "/v1", 404, nil), ("GET", "/v1/nothing", 404, nil),
            ("GET", "/v1/dossiers/", 404, nil), ("GET", "/v1//me", 404, nil), ("GET", "/v1/me/", 404, nil),
            ("GET", "/v1/%ff", 404, nil), ("GET", "/v1/m%65", 200, nil),
            ("PATCH", "/v1/drafts", 405, "GET, HEAD"), ("GET", "/v1/dossiers", 405, "POST"),
            ("DELETE", "/v1/drafts/1:2", 404, nil), ("GET", "/v1/deadlines:preview", 405, "POST"),
            ("GET", "/v1/deadlines%3apreview", 405, "POST"), ("POST", "/v1/audit%3Averify", 200, nil),
            ("OPTIONS", "/v1/me", 405, "GET, HEAD"), ("HEAD", "/v1/me", 200, nil),
        ] as [(String, String, Int, String?)])
    func routes(method: String, path: String, status: Int, allow: String?) async throws {
        try await TestCentral().run { desk in
            let desk = try await desk.login()
            let reply = try await desk.send(try #require(HTTPRequest.Method(method)), path)
            #expect(reply.status == status)
            #expect(reply.headers[.allow] == allow)
            if status >= 400 {
                #expect(reply.headers[.contentType] == "application/problem+json")
                #expect(reply.json["title"] != nil)
            }
        }
    }

    @Test(
        "Parameters that aren't known, repeated or out of range are a 400",
        arguments: [
            ("/v1/me?x=1", "unknown_parameter"), ("/v1/search", "invalid_parameter"),
            ("/v1/search?q=", "invalid_parameter"), ("/v1/search?q=a&q=b", "invalid_parameter"),
            ("/v1/search?q=%ff", "malformed_request"), ("/v1/search?q=%00", "malformed_request"),
            ("/v1/search?q=%zz", "malformed_request"), ("/v1/drafts?limit=0", "invalid_parameter"),
            ("/v1/drafts?limit=201", "invalid_parameter"), ("/v1/drafts?limit=x", "invalid_parameter"),
            ("/v1/drafts?limit=99999999999999999999", "invalid_parameter"),
            ("/v1/drafts?cursor=zzz", "invalid_parameter"), ("/healthz?x", "unknown_parameter"),
        ])
    func parameters(path: String, code: String) async throws {
        try await TestCentral().run { desk in
            let reply = try await desk.login().get(path)
            #expect(reply.status == 400)
            #expect(reply.code == code)
        }
    }

    @Test(
        "Bodies that are no strict JSON are refused, never a fault of the server",
        arguments: [
            ("", 400), ("{", 400), ("\u{FEFF}{}", 400), ("nul", 400), ("[]", 422), ("null", 422), ("1", 422),
            ("{\"a\":1e999}", 400), ("{\"unit\":1,\"unit\":2}", 400), ("{\"unit\":\"a\\u0000b\"}", 422),
            ("{\"unit\":\"a\\u202eb\"}", 422), ("{\"unit\":\"\\ud800\"}", 400),
            ("{\"amount\":99999999999999999999999999}", 422), ("{\"amount\":1.5}", 422), ("{}", 422),
        ])
    func bodies(text: String, status: Int) async throws {
        try await TestCentral().run { desk in
            let desk = try await desk.login()
            let headers: HTTPFields = [.contentType: "application/json"]
            let reply = try await desk.send(
                .post, "/v1/deadlines:preview", headers: headers, body: Array(text.utf8))
            #expect(reply.status == status, "\(text) \(reply.text)")
            #expect(reply.headers[.contentType] == "application/problem+json")
        }
    }

    @Test("Bytes that are no UTF-8, and brackets without end, are a 400")
    func bytes() async throws {
        try await TestCentral().run { desk in
            let desk = try await desk.login()
            let headers: HTTPFields = [.contentType: "application/json"]
            let deep = Array(repeating: UInt8(ascii: "["), count: 100_000)
            for body in [[0xFF, 0xFE], Array("{\"unit\":\"".utf8) + [0xC3, 0x28] + Array("\"}".utf8), deep] {
                let reply = try await desk.send(.post, "/v1/deadlines:preview", headers: headers, body: body)
                #expect(reply.status == 400)
                #expect(reply.code == "malformed_json")
            }
        }
    }

    @Test("Too large is 413, another type 415")
    func sizesAndTypes() async throws {
        try await TestCentral().run { desk in
            let desk = try await desk.login()
            let large = [UInt8](repeating: UInt8(ascii: " "), count: 256 * 1024 + 1)
            let json: HTTPFields = [.contentType: "application/json; charset=utf-8"]
            #expect(
                try await desk.send(.post, "/v1/deadlines:preview", headers: json, body: large).status == 413)
            for type in ["text/plain", "application/x-www-form-urlencoded", "application/jsonx", ""] {
                let reply = try await desk.send(
                    .post, "/v1/deadlines:preview", headers: [.contentType: type], body: Array("{}".utf8))
                #expect(reply.status == 415)
                #expect(reply.code == "unsupported_media_type")
            }
        }
    }

    @Test("A problem has every member that programs rely on, and nothing of the inside")
    func problems() async throws {
        try await TestCentral().run { desk in
            let desk = try await desk.login()
            let trace = "0af7651916cd43dd8448eb211c80319c"
            let reply = try await desk.send(
                .get, "/v1/procedures/9.999999",
                headers: [.traceParent: "00-\(trace)-b7ad6b7169203331-01"])
            #expect(reply.status == 404)
            #expect(reply["code"] == "not_found")
            #expect(reply["title"] == "Không tìm thấy")
            #expect(reply["trace_id"] == trace)
            #expect(reply.json["status"] == 404)
            #expect(reply.json["retryable"] == false)
            #expect(reply["type"] == "urn:central:problem:not-found")
        }
    }
}
