import Forms
import Models
import Testing

@testable import APIClient

/// Whatever answers, the screen gets one of a closed list of codes.
@Suite struct ClientErrorTests {
    private func error(for response: Response) async throws -> APIError? {
        let transport = ScriptedTransport()
        let client = try await Fixture.client(transport)
        transport.on(.get, "/v1/me", .answer(response))
        do {
            _ = try await client.me()
            return nil
        } catch {
            return error
        }
    }

    private static func answer(_ status: Int, _ type: String?, _ body: String) -> Response {
        Response(
            status: status, headers: type.map { [Header("content-type", $0)] } ?? [], body: Array(body.utf8))
    }

    private static let me =
        #"{"officer":{"id":"1","name":"Trần Thu Hà"},"unit":{"code":"H26.1.5","name":"P"},"roles":[],"training":true}"#
    private static let html = "<html><body>Xin chào</body></html>"

    @Test(
        arguments: [
            (answer(200, "text/html", html), "garbage_content_type"),
            (answer(200, nil, me), "garbage_content_type"),
            (answer(200, "text/plain; charset=utf-8", me), "garbage_content_type"),
            (answer(200, "application/json", ""), "garbage_empty"),
            (answer(204, nil, ""), "garbage_empty"),
            (answer(200, "application/json", html), "garbage_json"),
            (answer(200, "application/json", "{\"officer\":{\"id\":\"1\""), "garbage_json"),
            (answer(200, "application/json", me + "x"), "garbage_json"),
            (answer(200, "application/json", "\u{FEFF}"), "garbage_json"),
            (answer(200, "application/json", String(repeating: "[", count: 100_000)), "garbage_json"),
            (answer(200, "application/json", "{}"), "garbage_shape"),
            (answer(200, "application/json", "[]"), "garbage_shape"),
            (answer(200, "application/json", "null"), "garbage_shape"),
            (answer(200, "application/json", #"{"officer":1,"unit":2,"roles":3}"#), "garbage_shape"),
            (answer(302, "text/html", html), "garbage_status"),
            (answer(304, nil, ""), "garbage_status"),
            (answer(404, "text/html", html), "garbage_status"),
            (answer(418, "application/json", #"{"a":1}"#), "garbage_status"),
            (answer(413, "text/html", html), "garbage_status"),
            (answer(400, "application/problem+json", "{"), "garbage_status"),
            (answer(400, "application/problem+json", #"{"title":"x"}"#), "garbage_status"),
            (answer(500, "text/html", html), "server_failed"),
            (answer(500, nil, ""), "server_failed"),
            (answer(507, "application/problem+json", "{}"), "server_failed"),
            (answer(401, "text/html", html), "unauthorised"),
            (answer(401, nil, ""), "unauthorised"),
            (.problem(401, "unauthorized"), "unauthorised"),
            (.problem(403, "forbidden"), "forbidden"),
            (.problem(404, "not_found"), "not_found"),
            (.problem(500, "internal_fault"), "internal_fault"),
        ])
    func everyAnswerThatIsNoneHasACode(response: Response, code: String) async throws {
        #expect(try await error(for: response)?.code == code)
    }

    @Test(arguments: ["application/json", "APPLICATION/JSON; charset=utf-8", "application/hal+json"])
    func whatIsJSONIsTaken(type: String) async throws {
        let more = Self.me.dropLast() + #","new_member":{"a":[1]}}"#
        #expect(try await error(for: Self.answer(200, type, String(more))) == nil)
    }

    @Test(
        arguments: [
            (.unresolved, "host_unknown", false), (.refused, "connection_refused", false),
            (.connectTimedOut, "connection_timed_out", false), (.cut, "connection_cut", true),
            (.timedOut, "timed_out", true),
            (.untrusted(.unknownAuthority), "server_untrusted_unknown_authority", false),
            (.untrusted(.otherName), "server_untrusted_other_name", false),
            (.untrusted(.expired), "server_untrusted_expired", false),
            (.untrusted(.handshake), "server_untrusted_handshake", false),
            (.tooLarge, "answer_too_large", true), (.malformed, "garbage_not_http", true),
            (.cancelled, "cancelled", true), (.badAuthorities, "authorities_unreadable", false),
            (.unavailable("no libcurl"), "libcurl_missing", false),
            (.badRequest, "request_unsendable", false),
            (.other(99), "connection_failed", true),
        ] as [(TransportError, String, Bool)])
    func everyErrorOfTheTransportHasACode(error: TransportError, code: String, isUnknown: Bool) {
        #expect(APIError(error).code == code)
        #expect(APIError(error).isOutcomeUnknown == isUnknown)
        #expect(!error.isBeforeSending || !isUnknown)
    }

    @Test func everyCodeIsOneOfItsOwn() {
        #expect(Set(APIError.allCodes).count == APIError.allCodes.count)
        #expect(APIError.allCodes.count == 5 + 4 + 15)
        #expect(Set(StoreError.allCodes).count == 12)
        #expect(Set(APIError.allCodes).isDisjoint(with: StoreError.allCodes))
    }

    @Test func aProblemBringsItsFieldsToTheForm() async throws {
        let more = #"""
            "detail":"Còn 1 lỗi","trace_id":"t1","errors":[{"pointer":"/applicant/phone","code":"phone",
            "message":"Số điện thoại thiếu 1 chữ số","hint":"10 chữ số"}]
            """#
        let transport = ScriptedTransport()
        let client = try await Fixture.client(transport)
        transport.on(.post, "/v1/dossiers", .problem(422, "invalid_input", more: more))
        let error = await #expect(throws: APIError.self) {
            try await client.createDossier(Fixture.intake, key: Fixture.key)
        }
        #expect(
            error?.fieldErrors == [
                InputProblem(
                    pointer: "/applicant/phone", code: "phone", message: "Số điện thoại thiếu 1 chữ số",
                    hint: "10 chữ số")
            ])
        #expect(error?.isRefusal == true)
        #expect(error?.isOutcomeUnknown == false)
    }

    @Test(
        arguments: [
            (.problem(400, "a"), false, true), (.problem(403, "a"), false, false),
            (.problem(409, "request_in_progress"), true, false), (.problem(409, "a"), false, true),
            (.problem(422, "a"), false, true), (.problem(422, "idempotency_key_reused"), true, false),
            (.problem(429, "a"), false, false),
            (.problem(500, "a"), true, false), (.problem(503, "a"), true, false),
            (answer(502, nil, ""), true, false), (answer(200, nil, "x"), true, false),
            (answer(404, "text/html", "x"), true, false),
        ] as [(Response, Bool, Bool)])
    func whatIsKnownOfAnEffect(response: Response, isUnknown: Bool, isRefusal: Bool) async throws {
        let policy = RetryPolicy.once
        let transport = ScriptedTransport()
        transport.on(.post, "/oauth/token", Fixture.token())
        let client = Client(
            address: try ServerAddress(socket: "/s"), transport: transport, policy: policy,
            pacing: ManualClock().pacing)
        _ = try await client.login(user: "a", password: "b")
        transport.on(.post, "/v1/dossiers", .answer(response))
        let error = await #expect(throws: APIError.self) {
            try await client.createDossier(Fixture.intake, key: Fixture.key)
        }
        #expect(error?.isOutcomeUnknown == isUnknown)
        #expect(error?.isRefusal == isRefusal)
    }
}
