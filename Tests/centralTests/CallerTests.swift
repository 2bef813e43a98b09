import Forms
import HTTPTypes
import Models
import Testing

@testable import central

@Suite("A caller shows that a dossier is his")
struct CallerTests {
    private func made(_ desk: TestDesk) async throws -> (id: String, lookup: String) {
        let made = try await desk.login().post("/v1/dossiers", SampleIntake.body, key: UUIDv7.make())
        return (try #require(made["id"]), try #require(made["lookup_code"]))
    }

    @Test(
        "What is right, and what is not",
        arguments: [
            (["identity_digits": "0123"], true), (["identity_digits": "001 185 000 123"], true),
            (["identity_digits": "9123"], false), (["phone_digits": "5678"], true),
            (["phone_digits": "+84 912 345 678"], true), (["phone_digits": "0912345678"], true),
            (["phone_digits": "5679"], false), (["lookup_code": "ZZZZ"], false),
        ] as [(JSONValue, Bool)])
    func answers(body: JSONValue, isRight: Bool) async throws {
        try await TestCentral().run { desk in
            let id = try await made(desk).id
            let reply = try await desk.login("tongdai").post("/v1/dossiers/\(id):verify", body)
            #expect(reply.status == 200 && reply.json["verified"] == .bool(isRight), "\(reply.text)")
            #expect((reply.json["until"] == .null) == !isRight)
            #expect(reply.json["tries_left"] == .int(isRight ? 5 : 4))
        }
    }

    @Test("The four characters on the slip, in any case and with blanks around")
    func lookupCode() async throws {
        try await TestCentral().run { desk in
            let (id, lookup) = try await made(desk)
            let reply = try await desk.login("tongdai").post(
                "/v1/dossiers/\(id):verify", ["lookup_code": .string(" " + lookup.lowercased())])
            #expect(reply.json["verified"] == true)
        }
    }

    @Test(
        "What is no question is refused",
        arguments: [
            [:], ["lookup_code": "AAA"], ["identity_digits": "123"], ["phone_digits": "abcd"],
            ["identity_digits": "0123", "phone_digits": "5678"], ["identity_digits": "٠١٢٣"],
        ] as [JSONValue])
    func refused(body: JSONValue) async throws {
        try await TestCentral().run { desk in
            let id = try await made(desk).id
            let reply = try await desk.login("tongdai").post("/v1/dossiers/\(id):verify", body)
            #expect(reply.status == 422)
        }
    }

    @Test(
        "After five wrong answers all wait, also with the right one, for an hour; the audit has each, without what was said"
    )
    func lockout() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let id = try await made(desk).id
            let path = "/v1/dossiers/\(id):verify"
            let hotline = try await desk.login("tongdai")
            for left in [4, 3, 2, 1, 0] {
                let reply = try await hotline.post(path, ["phone_digits": "0000"])
                #expect(reply.json["tries_left"] == .int(left))
            }
            for officer in [hotline, try await desk.login()] {
                let reply = try await officer.post(path, ["phone_digits": "5678"])
                #expect(reply.status == 429)
            }
            let audit = try await desk.login("quantri").get("/v1/audit")
            let entries = audit.items.filter { $0["action"] == "dossier.verify_caller" }
            #expect(entries.count == 5 && entries.allSatisfy { $0["outcome"] == "refused" })
            #expect(entries.allSatisfy { $0["detail"] == ["by": "phone"] })
            test.clock.now = test.clock.now.adding(seconds: 3601)
            let again = try await desk.login("tongdai").post(path, ["phone_digits": "5678"])
            #expect(again.json["verified"] == true)
        }
    }

    @Test("What was shown holds for half an hour, for this officer and this dossier")
    func lifetime() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let id = try await made(desk).id
            let other = try await made(desk).id
            let hotline = try await desk.login("tongdai")
            _ = try await hotline.post("/v1/dossiers/\(id):verify", ["phone_digits": "5678"])
            let purpose: JSONValue = ["purpose": "Công dân gọi hỏi"]
            #expect(try await hotline.post("/v1/dossiers/\(id):reveal", purpose).status == 200)
            #expect(try await hotline.post("/v1/dossiers/\(other):reveal", purpose).status == 403)
            test.clock.now = test.clock.now.adding(seconds: 1801)
            let later = try await desk.login("tongdai")
            #expect(try await later.post("/v1/dossiers/\(id):reveal", purpose).status == 403)
        }
    }

    @Test("An officer sees so many dossiers unmasked a day, and the next day again")
    func limit() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let id = try await made(desk).id
            let officer = try await desk.login()
            let purpose: JSONValue = ["purpose": "Đối chiếu giấy tờ"]
            #expect(try await officer.post("/v1/dossiers/\(id):reveal", purpose).status == 200)
            let me = try #require(try await officer.get("/v1/me")["officer", "id"])
            let day = test.clock.now.date
            try await test.central.store.write { database in
                for _ in 1..<RevealTable.mostADay { try RevealTable.add(database, officer: me, on: day) }
            }
            #expect(try await officer.post("/v1/dossiers/\(id):reveal", purpose).status == 429)
            test.clock.now = test.clock.now.adding(seconds: 86_400)
            let next = try await desk.login()
            #expect(try await next.post("/v1/dossiers/\(id):reveal", purpose).status == 200)
        }
    }

    @Test("Sixty wrong answers at once: five are judged, all others wait")
    func parallel() async throws {
        try await TestCentral().run { desk in
            let path = "/v1/dossiers/\(try await made(desk).id):verify"
            let hotline = try await desk.login("tongdai")
            let answers = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<60 {
                    group.addTask { try await hotline.post(path, ["phone_digits": "0000"]).status }
                }
                return try await group.reduce(into: [Int]()) { $0.append($1) }
            }
            #expect(answers.count { $0 == 200 } == 5 && answers.count { $0 == 429 } == 55)
        }
    }

    @Test("Tickets and reports that are shown whole count among the same so many a day")
    func limitOfAll() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let purpose: JSONValue = ["purpose": "Gọi lại cho người phản ánh"]
            let paths = [
                ("tiepnhan", "/v1/tickets/\(try await TicketTests.make(desk)):reveal"),
                ("quantri", "/v1/persons/mismatches/\(TrainingLoader.seedMismatch):reveal"),
            ]
            for (account, path) in paths {
                let officer = try await desk.login(account)
                let me = try #require(try await officer.get("/v1/me")["officer", "id"])
                let day = test.clock.now.date
                try await test.central.store.write { database in
                    for _ in 1..<RevealTable.mostADay {
                        try RevealTable.add(database, officer: me, on: day)
                    }
                }
                let last = try await officer.post(path, purpose)
                #expect(last.status == 200, "\(last.text)")
                let refused = try await officer.post(path, purpose)
                #expect(refused.status == 429 && refused.headers[.retryAfter] != nil, "\(refused.text)")
            }
            let audit = try await desk.login("quantri").get("/v1/audit?limit=200").items
            #expect(audit.count { $0["action"] == "ticket.reveal" } == 1)
            #expect(audit.count { $0["action"] == "person.reveal_mismatch" } == 1)
        }
    }
}
