import Forms
import HTTPTypes
import Models
import Testing

@testable import central

@Suite("Who holds the slip finds out where the dossier is, and nobody else")
struct PublicStatusTests {
    private func intake(_ desk: TestDesk) async throws -> (id: String, code: String, secret: String) {
        let reply = try await desk.login().post("/v1/dossiers", SampleIntake.body, key: UUIDv7.make())
        return (
            try #require(reply["id"]), try #require(reply["code"]), try #require(reply["lookup_code"])
        )
    }

    @Test("Code or id, as printed or as read out, with the characters: status and term, nothing of a person")
    func found() async throws {
        try await TestCentral().run { desk in
            let (id, code, secret) = try await intake(desk)
            for name in [code, code.lowercased(), code.replacing("-", with: "%20"), id] {
                let reply = try await desk.get("/v1/public/status/\(name)?lookup_code=\(secret.lowercased())")
                #expect(reply.status == 200, "\(name)")
                #expect(reply["code"] == code && reply.json["status"] == .int(2))
                #expect(reply["unit_name"] == "UBND phường Hoàn Kiếm")
                #expect(reply["due_at"] == "2026-11-23T17:00:00+07:00")
                #expect(reply.json["overdue"] == .bool(false))
                for personal in ["Ánh", "001185000123", "0912345678"] {
                    #expect(!reply.text.contains(personal))
                }
            }
        }
    }

    @Test("An unknown code and wrong characters answer alike, word for word")
    func alike() async throws {
        try await TestCentral().run { desk in
            let (_, code, secret) = try await intake(desk)
            let wrong = secret == "AAAA" ? "BBBB" : "AAAA"
            let unknown = code.dropLast(4) + "9999"
            let answers = [
                try await desk.get("/v1/public/status/\(code)?lookup_code=\(wrong)"),
                try await desk.get("/v1/public/status/\(unknown)?lookup_code=\(secret)"),
                try await desk.get(
                    "/v1/public/status/%25?lookup_code=' OR 1=1 --".replacing(" ", with: "%20")),
            ]
            for answer in answers {
                #expect(answer.status == 404 && answer["code"] == "not_found")
                #expect(answer["detail"] == answers[0]["detail"] && answer["title"] == answers[0]["title"])
            }
            #expect(try await desk.get("/v1/public/status/\(code)").status == 400)
        }
    }

    @Test("Twenty wrong guesses at one dossier → 429 for the right one, too, until the hour is over")
    func lockout() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let (_, code, secret) = try await intake(desk)
            let wrong = secret == "AAAA" ? "BBBB" : "AAAA"
            for _ in 0..<20 {
                #expect(try await desk.get("/v1/public/status/\(code)?lookup_code=\(wrong)").status == 404)
            }
            let locked = try await desk.get("/v1/public/status/\(code)?lookup_code=\(secret)")
            #expect(locked.status == 429 && locked.headers[.retryAfter] == "3600")
            test.clock.advance(seconds: 3600)
            #expect(try await desk.get("/v1/public/status/\(code)?lookup_code=\(secret)").status == 200)
        }
    }

    @Test("Three hundred wrong guesses at once, by code and by id: twenty are looked at, all others wait")
    func parallel() async throws {
        try await TestCentral().run { desk in
            let (id, code, secret) = try await intake(desk)
            let wrong = secret == "AAAA" ? "BBBB" : "AAAA"
            let answers = try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 0..<300 {
                    let name = number % 2 == 0 ? code : id
                    group.addTask {
                        try await desk.get("/v1/public/status/\(name)?lookup_code=\(wrong)").status
                    }
                }
                return try await group.reduce(into: [Int]()) { $0.append($1) }
            }
            #expect(answers.count { $0 == 404 } == 20)
            #expect(answers.count { $0 == 429 } == 280)
            for name in [code, id] {
                #expect(try await desk.get("/v1/public/status/\(name)?lookup_code=\(secret)").status == 429)
            }
        }
    }

    @Test("Who holds the slip asks as often as he likes, and his errors stay counted")
    func right() async throws {
        try await TestCentral().run { desk in
            let (id, code, secret) = try await intake(desk)
            for _ in 0..<19 { _ = try await desk.get("/v1/public/status/\(code)?lookup_code=ZZZZ") }
            for name in [code, id] + Array(repeating: code, count: 30) {
                #expect(try await desk.get("/v1/public/status/\(name)?lookup_code=\(secret)").status == 200)
            }
            #expect(try await desk.get("/v1/public/status/\(id)?lookup_code=ZZZZ").status == 404)
            #expect(try await desk.get("/v1/public/status/\(code)?lookup_code=\(secret)").status == 429)
        }
    }

    @Test(
        "Guesses at many slips from one address → after 60 all from there wait, right ones too; they don't count"
    )
    func address() async throws {
        let test = try TestCentral()
        try await test.run(from: "203.0.113.7") { desk in
            let (_, code, secret) = try await intake(desk)
            for number in 0..<test.central.lookupAddresses.allowed {
                #expect(try await desk.get("/v1/public/status/\(code)?lookup_code=\(secret)").status == 200)
                let other = "H26.1.5-261122-\(1000 + number)"
                #expect(try await desk.get("/v1/public/status/\(other)?lookup_code=AAAA").status == 404)
            }
            let locked = try await desk.get("/v1/public/status/\(code)?lookup_code=\(secret)")
            #expect(locked.status == 429 && locked.headers[.retryAfter] == "3600")
            test.clock.advance(seconds: 3600)
            #expect(try await desk.get("/v1/public/status/\(code)?lookup_code=\(secret)").status == 200)
        }
    }

    @Test(
        "Whose address counts: the peer's, unless it is a trusted proxy that says for whom it speaks",
        arguments: [
            (nil, "1.2.3.4", nil), ("9.9.9.9", "1.2.3.4", "9.9.9.9"), ("10.0.0.5", "1.2.3.4", "1.2.3.4"),
            ("10.0.0.5", "6.6.6.6, 1.2.3.4", "1.2.3.4"), ("10.0.0.5", "1.2.3.4, 10.0.0.6", "1.2.3.4"),
            ("10.0.0.5", nil, "10.0.0.5"), ("10.0.0.5", " , ", "10.0.0.5"),
        ] as [(String?, String?, String?)])
    func proxies(peer: String?, forwarded: String?, client: String?) throws {
        var headers = HTTPFields()
        headers[try #require(HTTPField.Name("X-Forwarded-For"))] = forwarded
        #expect(TrustedProxies(["10.0.0.5", "10.0.0.6"]).client(peer: peer, headers) == client)
    }

    @Test("Names without end free no account that has to wait, and what has ended is forgotten first")
    func room() {
        let limiter = AttemptLimiter(allowed: 2, window: 60)
        let start = Instant(seconds: 1_795_000_000)
        for _ in 0..<2 { #expect(limiter.begin("locked", at: start) == nil) }
        #expect(limiter.begin("once", at: start) == nil)
        for number in 0..<AttemptLimiter.capacity + 100 {
            #expect(limiter.begin("other \(number)", at: start.adding(seconds: 1)) == nil)
        }
        #expect(limiter.begin("locked", at: start.adding(seconds: 59)) == 1)
        #expect(limiter.begin("locked", at: start.adding(seconds: 60)) == nil)
        limiter.takeBack("locked")
        #expect(limiter.left(for: "locked", at: start.adding(seconds: 60)) == 2)
    }
}
