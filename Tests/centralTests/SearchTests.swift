import Forms
import Models
import Testing

@testable import central

@Suite("One box finds a dossier by whatever is at hand")
struct SearchTests {
    @Test(
        "Queries",
        arguments: [
            ("H26.1.5-261123-0002", [2]), ("h26.1.5-261123-0002", [2]), ("h26.1.5 261123 2", [2]),
            ("0002", [2]), ("2", [2]), ("261123-0001", [1]), ("261123 0001", [1]), ("091234 5678", [1]),
            ("261123", [2, 1]), ("261124", []),
            ("001185000123", [1]), ("001 185 000 123", [1]), ("001185000", []), ("0912345678", [1]),
            ("091-234-5678", [1]), ("+84 912 345 678", [1]), ("091 234 5678", [1]), ("Nguyễn Thị Ánh", [1]),
            ("nguyen anh", [1]),
            ("anh nguyen", [1]), ("NGUY", [2, 1]), ("binh", [2]), ("đức", [2]), ("duc", [2]), ("zz", []),
            ("%", []), ("' OR 1=1 --", []), ("\"", []), ("nguyen zz", []),
        ] as [(String, [Int])])
    func queries(text: String, found: [Int]) async throws {
        try await TestCentral().run { desk in
            let desk = try await desk.login()
            _ = try await desk.post("/v1/dossiers", SampleIntake.body, key: UUIDv7.make())
            _ = try await desk.post(
                "/v1/dossiers", SampleIntake.of("001090000456", name: "Nguyễn Đức Bình"), key: UUIDv7.make())
            let query = text.utf8.map { "%" + (UInt8($0) < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            let reply = try await desk.get("/v1/search?q=\(query)")
            #expect(reply.status == 200)
            let codes = reply.items.compactMap { $0["code"]?.text?.suffix(1) }.compactMap { Int($0) }
            #expect(codes == found)
        }
    }

    @Test(
        "Any part of a code finds it; the last number by its beginning",
        arguments: [
            ("261123-00", [2, 1]), ("261123-000", [2, 1]), ("261123 0", [2, 1]), ("261123-0002", [2]),
            ("261123.0002", [2]), ("2611230002", [2]), ("H26.1.5-261123-00", [2, 1]), ("261123-1", [1]),
            ("000", [2, 1]), ("261123-01", []), ("261124-00", []),
        ] as [(String, [Int])])
    func parts(text: String, found: [Int]) async throws { try await queries(text: text, found: found) }

    @Test("Pages are stable and complete, newest first")
    func pages() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let desk = try await desk.login()
            for _ in 0..<7 {
                _ = try await desk.post("/v1/dossiers", SampleIntake.body, key: UUIDv7.make())
            }
            var (codes, path): ([String], String?) = ([], "/v1/search?q=anh&limit=3")
            var pages = 0
            while let next = path {
                let reply = try await desk.get(next)
                codes += reply.items.compactMap { $0["code"]?.text }
                pages += 1
                path = reply["next_cursor"].map { "/v1/search?q=anh&limit=3&cursor=\($0)" }
            }
            #expect(pages == 3)
            #expect(codes == (1...7).reversed().map { "H26.1.5-261123-000\($0)" })
        }
    }

    @Test("Inboxes hold what waits, and their counts agree with their lists")
    func inboxes() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let reception = try await desk.login()
            _ = try await reception.post("/v1/dossiers", SampleIntake.body, key: UUIDv7.make())
            _ = try await reception.post(
                "/v1/dossiers",
                SampleIntake.with(["decision": "request_supplement", "reason": "x", "missing": ["y"]]),
                key: UUIDv7.make())
            _ = try await reception.post(
                "/v1/dossiers", SampleIntake.with(["decision": "refuse", "reason": "x"]), key: UUIDv7.make())
            func counts(_ officer: TestDesk) async throws -> [String: Int] {
                var counts: [String: Int] = [:]
                for inbox in try await officer.get("/v1/inboxes").items {
                    guard let slug = inbox["slug"]?.text, case .int(let count)? = inbox["count"] else {
                        continue
                    }
                    counts[slug] = count
                    let list = try await officer.get("/v1/inboxes/\(slug)")
                    #expect(list.items.count == count, "\(slug)")
                }
                return counts
            }
            let before = try await counts(reception)
            #expect(
                before == [
                    "todo": 1, "new": 0, "online": 0, "due_soon": 1, "overdue": 0, "waiting_supplement": 1,
                    "waiting_payment": 0,
                    "waiting_delivery": 0, "mine": 2, "open": 2,
                ])
            #expect(try await counts(desk.login("thamdinh"))["mine"] == 0)
            test.clock.now = Instant(rfc3339: "2026-11-23T17:00:01+07:00") ?? test.clock.now
            let after = try await counts(reception)
            #expect(after["overdue"] == 1)
            #expect(after["due_soon"] == 0)
            #expect(try await reception.get("/v1/inboxes/overdue").items.first?["overdue"] == true)
            #expect(try await reception.get("/v1/inboxes/nothing").status == 404)
        }
    }

    @Test("The procedures that this desk uses most come first")
    func procedures() async throws {
        try await TestCentral().run { desk in
            let desk = try await desk.login()
            #expect(try await desk.get("/v1/procedures").items.count == 27)
            #expect(try await desk.get("/v1/procedures").items.first?["code"] != "2.000635")
            _ = try await desk.post("/v1/dossiers", SampleIntake.body, key: UUIDv7.make())
            let first = try await desk.get("/v1/procedures").items.first
            #expect(first?["code"] == "2.000635")
            #expect(first?["recent_uses"] == 1)
            #expect(try await desk.get("/v1/procedures?q=khai+sinh").items.count > 1)
            #expect(try await desk.get("/v1/procedures?q=1.001193").items.count == 1)
        }
    }
}
