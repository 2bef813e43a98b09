import Forms
import GRDB
import HTTPTypes
import Models
import Testing

@testable import central

@Suite("The index of the search")
struct SearchIndexTests {
    private func encoded(_ text: String) -> String {
        text.utf8.map { "%" + (UInt8($0) < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private func search(_ desk: TestDesk, _ text: String, _ more: String = "") async throws -> TestReply {
        try await desk.get("/v1/search?q=\(encoded(text))\(more)")
    }

    @Test(
        "Each hit says why it matched, and the answer what the text was taken for",
        arguments: [
            ("H26.1.5-261123-0001", "code", "code"), ("h26.1.5 261123 1", "code_part", "code_part"),
            ("261123-0001", "code_part", "code_part"), ("0001", "code_part", "code_part"),
            ("001185000123", "identity_number", "identity_number"), ("0912345678", "phone", "phone"),
            ("+84 912 345 678", "phone", "phone"), ("nguyễn thị ánh", "name", "name"),
            ("anh thi nguyen", "name", "name"), ("nguyen th", "name", "name"),
            ("nguyne thi anh", "similar_name", "similar_name"), ("nguyn anh", "similar_name", "similar_name"),
            ("nguyem anh", "similar_name", "similar_name"),
            ("nguyenn anh", "similar_name", "similar_name"),
        ])
    func why(text: String, matched: String, understood: String) async throws {
        try await TestCentral().run { desk in
            let desk = try await desk.login()
            _ = try await desk.post("/v1/dossiers", SampleIntake.body, key: UUIDv7.make())
            let reply = try await search(desk, text)
            #expect(reply.items.map { $0["matched"]?.text } == [matched], "\(reply.text)")
            guard case .array(let readings)? = reply.json["understood"] else {
                Issue.record("\(reply.text)")
                return
            }
            #expect(readings.contains { $0["kind"]?.text == understood }, "\(reply.text)")
        }
    }

    @Test(
        "Whatever is typed, the answer is a clear one and no error",
        arguments: [
            "*", "%", "_", "\"", "'", "' OR 1=1 --", "\"nguyen\" OR \"u:h26\"", "NEAR(a b)", "anh AND",
            "anh OR",
            "NOT anh", "terms:anh", "dossier_search", "u:h26", "s:4", "anh*", "^anh", "{terms}:anh", "(", ")",
            "-",
            "--", ";", "\\", "😀", "👨‍👩‍👧‍👦 anh zz", "\u{0}", "½ ³", "нгуен", "阮氏", "a\u{301}\u{302}\u{303}",
            "H26.1.5-2611", "h26", "G99.9-261123-0001", "000.00.01.H29-260310-0420",
            "999999999999999999999999",
            "0912345679", "123456789", String(repeating: "a", count: 200),
            String(repeating: "a ", count: 100),
            "RR123456785VN", "1 2 3 4 5 6 7 8 9 10 11 12",
        ])
    func hostile(text: String) async throws {
        try await TestCentral().run { desk in
            let desk = try await desk.login()
            _ = try await desk.post("/v1/dossiers", SampleIntake.body, key: UUIDv7.make())
            let reply = try await search(desk, text)
            // Nobody types it: refused before anything is looked for.
            guard !text.trimmed.isEmpty, !text.contains("\0") else {
                #expect(reply.status == 400)
                return
            }
            #expect(reply.status == 200, "\(reply.text)")
            guard case .array? = reply.json["understood"] else {
                Issue.record("\(reply.text)")
                return
            }
            // What is left of these are words of the name, whole, begun or one letter off, or a part of the code.
            let finds = [
                "anh*", "^anh", "H26.1.5-2611", "h26", "terms:anh", "NOT anh", "anh AND", "anh OR",
                "{terms}:anh",
                "a\u{301}\u{302}\u{303}", String(repeating: "a ", count: 100), "u:h26",
            ]
            if !finds.contains(text) { #expect(reply.items.isEmpty, "\(text): \(reply.text)") }
        }
    }

    @Test(
        "What is longer than anything that there is finds nothing, in a search as in a queue, and is no error",
        arguments: ["a", "anh ", "0912345678", "\"", "😀"])
    func long(text: String) async throws {
        try await TestCentral().run { desk in
            let desk = try await desk.login()
            _ = try await desk.post("/v1/dossiers", SampleIntake.body, key: UUIDv7.make())
            let long = String(repeating: text, count: 10_000 / text.count)
            let reply = try await search(desk, long)
            #expect(reply.status == 200 && reply.items.isEmpty, "\(reply.text)")
            #expect(reply.json["understood"] == .array([]))
            let queue = try await desk.get("/v1/inboxes/open?q=\(encoded(long))")
            #expect(queue.status == 200 && queue.items.isEmpty, "\(queue.text)")
            let also = try await search(desk, long, "&status=2")
            #expect(also.status == 200 && also.items.isEmpty)
        }
    }

    @Test("The national statuses are a list to choose from: whole, by code, by words, page by page")
    func statuses() async throws {
        try await TestCentral().run { desk in
            let desk = try await desk.login()
            let all = try await desk.get("/v1/reference/statuses")
            #expect(all.items.compactMap { $0["code"]?.text } == (1...10).map(String.init))
            #expect(all.items[3]["name"]?.text == "Đang xử lý")
            #expect(try await desk.get("/v1/reference/statuses?q=xu+ly").items.count == 3)
            #expect(try await desk.get("/v1/reference/statuses?code=9").items.count == 1)
            #expect(try await desk.get("/v1/reference/statuses?parent=1").items.isEmpty)
            let page = try await desk.get("/v1/reference/statuses?limit=4")
            let cursor = try #require(page["next_cursor"])
            let rest = try await desk.get("/v1/reference/statuses?limit=10&cursor=\(cursor)")
            #expect(page.items.count == 4 && rest.items.count == 6)
        }
    }

    @Test("Filters hold all at once, with a text and without one")
    func filters() async throws {
        try await TestCentral().run { desk in
            let desk = try await desk.login()
            _ = try await desk.post("/v1/dossiers", SampleIntake.body, key: UUIDv7.make())
            _ = try await desk.post(
                "/v1/dossiers", SampleIntake.with(["decision": "refuse", "reason": "x"]), key: UUIDv7.make())
            for (query, found) in [
                ("q=anh", 2), ("status=3", 1), ("q=anh&status=3", 1), ("q=binh&status=3", 0), ("status=2", 1),
                ("procedure=2.000635", 2), ("procedure=1.001193", 0), ("procedure=%22", 0), ("channel=1", 2),
                ("channel=3", 0), ("unit=H26.1.5", 2), ("unit=H26", 2), ("unit=H26.1", 2),
                ("unit=H26.1.4", 0),
                ("unit=%25", 0), ("from=2026-11-23&to=2026-11-23", 2), ("to=2026-11-22", 0),
                ("from=2026-11-24", 0), ("overdue=true", 0), ("overdue=false&status=2&channel=1&q=nguyen", 1),
                ("q=0912345678&status=3", 1), ("q=H26.1.5-261123-0001&status=3", 0),
            ] {
                let reply = try await desk.get("/v1/search?\(query)")
                #expect(reply.status == 200 && reply.items.count == found, "\(query): \(reply.text)")
            }
            #expect(try await desk.get("/v1/search?overdue=maybe").status == 400)
            #expect(try await desk.get("/v1/search?from=2026-11-24&to=2026-11-23").status == 400)
        }
    }

    @Test("A dossier out of reach is as one that does not exist: the same answer, also one letter off")
    func scope() async throws {
        try await TestCentral().run { desk in
            let reception = try await desk.login()
            let made = try await reception.post("/v1/dossiers", SampleIntake.body, key: UUIDv7.make())
            let code = try #require(made["code"])
            let other = try await PolicyTests.otherUnit(desk)
            for text in [code, "001185000123", "0912345678", "nguyen thi anh", "nguyne anh", "261123-0001"] {
                let hidden = try await search(other, text)
                #expect(hidden.items.isEmpty, "\(text)")
                let nobody = text.replacing("1", with: "7").replacing("anh", with: "zzz")
                let none = try await search(other, nobody)
                #expect(none.items.isEmpty)
            }
        }
    }

    @Test("An act moves the index with the dossier: by status at once, and never a ghost")
    func inStep() async throws {
        try await TestCentral().run { desk in
            let desk = try await desk.login()
            let made = try await desk.post("/v1/dossiers", SampleIntake.body, key: UUIDv7.make())
            let id = try #require(made["id"])
            #expect(try await desk.get("/v1/search?status=2").items.count == 1)
            let act = try await desk.post(
                "/v1/dossiers/\(id)/actions", ["action": "withdraw", "note": "Công dân rút hồ sơ"],
                key: UUIDv7.make(), headers: [.ifMatch: "\"1\""])
            #expect(act.status == 200, "\(act.text)")
            #expect(try await desk.get("/v1/search?status=2").items.isEmpty)
            #expect(try await desk.get("/v1/search?q=anh&status=7").items.count == 1)
            #expect(try await desk.get("/v1/search?q=anh").items.count == 1)
        }
    }

    @Test(
        "A surname of two letters is found with one of them wrong, left out, doubled or in the wrong order",
        arguments: [
            ("lw van hoa", "Lê Văn Hòa"), ("el van hoa", "Lê Văn Hòa"), ("lee van hoa", "Lê Văn Hòa"),
            ("vp thi hoa", "Vũ Thị Hoa"), ("vu tji hoa", "Vũ Thị Hoa"), ("thi hoa vj", "Vũ Thị Hoa"),
        ])
    func short(text: String, name: String) async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let desk = try await desk.login()
            for (number, name) in [("001090000456", "Lê Văn Hòa"), ("001090000457", "Vũ Thị Hoa")] {
                let made = try await desk.post(
                    "/v1/dossiers", SampleIntake.of(number, name: name), key: UUIDv7.make())
                #expect(made.status == 201, "\(made.text)")
            }
            let reply = try await search(desk, text)
            #expect(reply.items.compactMap { $0["applicant_name"]?.text } == [name], "\(reply.text)")
            #expect(reply.items.first?["matched"] == "similar_name")
            // In a database from before such words had keys they get them.
            try await test.central.store.write { database in
                try database.execute(sql: "DELETE FROM search_word_keys WHERE LENGTH(key) = 1")
                try Migrations.shortWords(database)
            }
            #expect(try await search(desk, text).items.count == 1)
        }
    }

    @Test("Where the words are those of a name, others near them stay away")
    func exactFirst() async throws {
        try await TestCentral().run { desk in
            let desk = try await desk.login()
            for (number, name) in [("001090000456", "Lê Văn Hòa"), ("001090000457", "Lý Văn Hòa")] {
                _ = try await desk.post(
                    "/v1/dossiers", SampleIntake.of(number, name: name), key: UUIDv7.make())
            }
            let reply = try await search(desk, "ly van hoa")
            #expect(reply.items.compactMap { $0["applicant_name"]?.text } == ["Lý Văn Hòa"])
            #expect(reply.items.first?["matched"] == "name")
        }
    }

    @Test(
        "A code finds as it is typed, sign by sign",
        arguments: ["", "0", "00", "000", "0001"])
    func typed(number: String) async throws {
        try await TestCentral().run { desk in
            let desk = try await desk.login()
            _ = try await desk.post("/v1/dossiers", SampleIntake.body, key: UUIDv7.make())
            for text in ["H26.1.5-261123-", "261123-"] {
                let reply = try await search(desk, text + number)
                #expect(reply.items.count == 1, "\(text)\(number): \(reply.text)")
            }
            #expect(try await search(desk, "H26.1.5-261123-2").items.isEmpty)
            #expect(try await search(desk, "H26.1.5-261122-0").items.isEmpty)
        }
    }

    @Test(
        "Numbers are read as people write them",
        arguments: [
            ("026-182-211-743", SearchMatch.identityNumber, "026182211743"),
            ("026182211743", .identityNumber, "026182211743"), ("912345678", .phone, "0912345678"),
            ("912 345 678", .phone, "0912345678"), ("2438 251 234", .phone, "02438251234"),
            ("CP123456789VN", .tracking, "CP123456789VN"), ("cp 123 456 789 vn", .tracking, "CP123456789VN"),
            ("RR123456785VN", .tracking, "RR123456785VN"),
        ])
    func numbers(text: String, kind: SearchMatch, value: String) {
        let reading = SearchReading(text)
        #expect(reading.numbers.contains { $0.kind == kind && $0.value == value }, "\(reading)")
        #expect(reading.words.isEmpty)
    }

    @Test(
        "The end of a code is no number, whatever it adds up to",
        arguments: ["5-261123-0001", "1.5-261123-0001"])
    func codeEnd(text: String) {
        #expect(SearchReading(text).numbers.isEmpty)
    }

    @Test("Near is one slip and no more")
    func near() {
        for (one, other, isNear) in [
            ("nguyen", "nguyen", true), ("nguyen", "nguyn", true), ("nguyen", "nguyenn", true),
            ("nguyen", "nguyem", true), ("nguyen", "nguyne", true), ("nguyen", "ngueyn", true),
            ("nguyen", "nguy", false), ("nguyen", "ngyune", false), ("an", "na", true), ("anh", "hna", false),
        ] {
            #expect(NearWords.areNear(one, other) == isNear, "\(one) \(other)")
            #expect(NearWords.areNear(other, one) == isNear, "\(other) \(one)")
        }
        #expect(!NearWords.keys("nguyen").isDisjoint(with: NearWords.keys("nguyne")))
    }

    @Test("What was packed comes back; what was not packed here does not")
    func packing() throws {
        let text = Array(String(repeating: #"{"applicant":{"name":"Nguyễn Thị Ánh"}}"#, count: 9).utf8)
        let packed = try #require(TextPacking.pack(text))
        #expect(packed.count < text.count / 3)
        #expect(TextPacking.unpack(packed) == text)
        #expect(TextPacking.pack(Array("ngắn".utf8)) == nil)
        for length in 0..<packed.count { #expect(TextPacking.unpack(Array(packed.prefix(length))) == nil) }
        var changed = packed
        changed[0] &+= 1
        #expect(TextPacking.unpack(changed) == nil)
    }
}
