import Forms
import GRDB
import HTTPTypes
import Models
import Testing

@testable import central

@Suite("Words that are looked for are one person's")
struct SearchPersonTests {
    private static func dossier(_ applicant: String, submitter: String) -> JSONValue {
        SampleIntake.with([
            "applicant": [
                "kind": "citizen", "name": .string(applicant), "identity_number": "001090000457",
            ],
            "submitter": [
                "name": .string(submitter), "identity_number": "001090000456", "relation": "Con",
            ],
        ])
    }

    private static func found(_ text: String, _ desk: TestDesk) async throws -> [String] {
        let query = text.replacing(" ", with: "%20")
        return try await desk.get("/v1/search?q=\(query)").items.map {
            "\($0["code"]?.text?.suffix(1) ?? "") \($0["matched"]?.text ?? "")"
        }
    }

    @Test(
        "Applicant Lê Văn Tám, handed in by Trần Thị Sáu → each by his own words, which it says; never by words of both",
        arguments: [
            ("le tam", ["1 name"]), ("tam", ["1 name"]), ("tran sau", ["1 submitter_name"]),
            ("thi sau", ["1 submitter_name"]), ("tam sau", []), ("le sau", []), ("van thi", []),
            // One letter wrong, of one and of both.
            ("le tan", ["1 similar_name"]), ("tran saux", ["1 similar_name"]),
            ("tan sau", ["1 similar_name"]), ("tax sax", []),
        ] as [(String, [String])])
    func persons(text: String, expected: [String]) async throws {
        try await TestCentral().run { desk in
            let desk = try await desk.login()
            let body = Self.dossier("Lê Văn Tám", submitter: "Trần Thị Sáu")
            #expect(try await desk.post("/v1/dossiers", body, key: UUIDv7.make()).status == 201)
            #expect(try await Self.found(text, desk) == expected)
        }
    }

    @Test(
        "One with the words in one person lies behind a page of those with them in two → found all the same")
    func behind() async throws {
        try await TestCentral().run { desk in
            let desk = try await desk.login()
            for (applicant, submitter) in [("Trần Văn Sáu", "Lê Thị Tám")]
                + Array(repeating: ("Trần Văn Tám", "Lê Thị Sáu"), count: 5)
            {
                let body = Self.dossier(applicant, submitter: submitter)
                #expect(try await desk.post("/v1/dossiers", body, key: UUIDv7.make()).status == 201)
            }
            let page = try await desk.get("/v1/search?q=tran%20sau&limit=2")
            #expect(
                page.items.map { $0["code"]?.text?.suffix(1) } == ["1"] && page.json["next_cursor"] == .null)
        }
    }

    @Test("What an organisation is found by is its name or its representative's")
    func representative() {
        #expect(DossierQuery.has("Công ty TNHH Đại Phát", ["dai", "phat"], isNear: false))
        #expect(!DossierQuery.has("Công ty TNHH Đại Phát", ["dai", "nam"], isNear: false))
        #expect(DossierQuery.has("Nguyễn Văn Nam", ["nguyen", "na"], isNear: false))
        #expect(DossierQuery.has("Nguyễn Văn Nam", ["nguyem", "nam"], isNear: true))
        #expect(!DossierQuery.has("Nguyễn Văn Nam", ["nguyem", "lam"], isNear: true))
    }

    @Test(
        "1022 tries number after number → after 120 of them it waits, and the audit says so; the same number is one"
    )
    func oracle() async throws {
        let test = try TestCentral()
        let allowed = test.central.numberSearches.allowed
        try await test.run { desk in
            let (hotline, reception) = (try await desk.login("tongdai"), try await desk.login())
            func look(_ number: Int, _ desk: TestDesk) async throws -> TestReply {
                try await desk.get("/v1/search?q=001090\(100_000 + number)")
            }
            for number in 0..<allowed {
                #expect(try await look(number, hotline).status == 200)
                if number < 5 { #expect(try await look(number, hotline).status == 200) }
            }
            let refused = try await look(allowed, hotline)
            #expect(refused.status == 429 && refused.headers[.retryAfter] == "3600", "\(refused.text)")
            // What was looked for before, codes and names, and other officers: as before.
            #expect(try await look(0, hotline).status == 200)
            #expect(try await hotline.get("/v1/search?q=nguyen").status == 200)
            #expect(try await hotline.get("/v1/search?q=H26.1.5-261123-0001").status == 200)
            for number in 0..<3 { #expect(try await look(allowed + number, reception).status == 200) }
            let audited = try await test.central.store.read {
                try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM audit WHERE action = 'search.limited'")
            }
            #expect(audited == 1)
            test.clock.advance(seconds: Int(test.central.numberSearches.window))
            let later = try await desk.login("tongdai")
            #expect(try await look(allowed, later).status == 200)
        }
    }
}
