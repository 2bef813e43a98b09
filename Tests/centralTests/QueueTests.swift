import Forms
import GRDB
import HTTPTypes
import Models
import Testing

@testable import central

@Suite("A queue is narrowed, ordered and taken home as the officer wants it")
struct QueueTests {
    /// Four dossiers, handed in a minute apart.
    private func fill(_ test: TestCentral, _ desk: TestDesk) async throws {
        let people = [
            ("001185000111", "Nguyễn Văn Đức"), ("001185000123", "Trần Thị Ánh"),
            ("001185000135", "Phạm Bình"), ("001185000147", "Lê Thị Ánh"),
        ]
        for (number, name) in people {
            let reply = try await desk.post(
                "/v1/dossiers", SampleIntake.of(number, name: name), key: UUIDv7.make())
            #expect(reply.status == 201, "\(reply.text)")
            test.clock.advance(seconds: 60)
        }
    }

    private func names(_ reply: TestReply) -> [String] {
        reply.items.compactMap { $0["applicant_name"]?.text?.split(separator: " ").last.map(String.init) }
    }

    @Test(
        "Filters and orders",
        arguments: [
            ("", ["Đức", "Ánh", "Bình", "Ánh"]),
            ("sort=submitted&order=desc", ["Ánh", "Bình", "Ánh", "Đức"]),
            ("sort=name", ["Ánh", "Ánh", "Bình", "Đức"]),
            ("sort=name&order=desc", ["Đức", "Bình", "Ánh", "Ánh"]),
            ("sort=code&order=desc", ["Ánh", "Bình", "Ánh", "Đức"]), ("q=anh&sort=name", ["Ánh", "Ánh"]),
            ("q=anh+tran", ["Ánh"]), ("status=1", []),
            ("channel=1&assignee=none", ["Đức", "Ánh", "Bình", "Ánh"]),
            ("channel=2", []), ("assignee=me", []), ("procedure=2.000635&q=duc", ["Đức"]),
            ("procedure=zz", []),
            ("from=2026-11-23&to=2026-11-23&q=binh", ["Bình"]), ("from=2026-11-24", []),
            ("to=2026-11-22", []),
        ] as [(String, [String])])
    func filters(query: String, found: [String]) async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let desk = try await desk.login()
            try await fill(test, desk)
            let reply = try await desk.get("/v1/inboxes/open" + (query.isEmpty ? "" : "?" + query))
            #expect(reply.status == 200)
            #expect(names(reply) == found)
        }
    }

    @Test(
        "From and to of a queue are days of being received, and of being handed in only where it is not received",
        arguments: [
            ("from=2026-11-25", ["Đức"]), ("to=2026-11-24", ["Ánh", "Bình", "Ánh"]),
            ("from=2026-11-23&to=2026-11-23", ["Bình", "Ánh"]), ("from=2026-11-26", []),
            ("from=2026-11-20&to=2026-11-20", ["Ánh"]),
        ] as [(String, [String])])
    func receivingDays(query: String, found: [String]) async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let desk = try await desk.login()
            try await fill(test, desk)
            // One was received two days after it was handed in, one was never received.
            try await test.central.store.write { database in
                try database.execute(
                    sql: """
                        UPDATE dossiers SET accepted_at = accepted_at + 2 * 86400
                        WHERE code = 'H26.1.5-261123-0001';
                        UPDATE dossiers SET status = 1, accepted_at = NULL, due_at = NULL,
                            submitted_at = submitted_at - 3 * 86400 WHERE code = 'H26.1.5-261123-0002';
                        """)
            }
            let reply = try await desk.get("/v1/inboxes/open?sort=code&" + query)
            #expect(names(reply) == found, "\(reply.text)")
        }
    }

    @Test("?owing=true: only dossiers for which something is still to be paid; what is no flag → 400")
    func owing() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let desk = try await desk.login()
            try await fill(test, desk)
            let ids = try await desk.get("/v1/inboxes/open?sort=code").items.compactMap { $0["id"]?.text }
            #expect(ids.count == 4)
            func owing() async throws -> [String] {
                try await desk.get("/v1/inboxes/open?owing=true&sort=code").items.compactMap {
                    $0["id"]?.text
                }
            }
            #expect(try await owing() == ids)
            try await CashDesk.collect(ids[1], test)
            #expect(try await owing() == [ids[0], ids[2], ids[3]])
            #expect(try await desk.get("/v1/inboxes/open?owing=false").items.count == 4)
            // A page ends within the filter, and the next one goes on in it.
            let first = try await desk.get("/v1/inboxes/open?owing=true&sort=code&limit=2")
            let cursor = try #require(first["next_cursor"])
            let second = try await desk.get("/v1/inboxes/open?owing=true&sort=code&limit=2&cursor=\(cursor)")
            #expect(second.items.compactMap { $0["id"]?.text } == [ids[3]])
            let wrong = try await desk.get("/v1/inboxes/open?owing=1")
            #expect(wrong.status == 400 && wrong.faults == ["/query/owing invalid_choice"])
        }
    }

    @Test("Every order goes on page by page, without loss or double", arguments: DossierOrder.Sort.allCases)
    func pages(sort: DossierOrder.Sort) async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let desk = try await desk.login()
            try await fill(test, desk)
            for order in ["asc", "desc"] {
                let path = "/v1/inboxes/open?sort=\(sort.rawValue)&order=\(order)"
                let whole = try await desk.get(path).items.compactMap { $0["code"]?.text }
                var (codes, cursor): ([String], String?) = ([], nil)
                repeat {
                    let reply = try await desk.get(path + "&limit=1" + (cursor.map { "&cursor=" + $0 } ?? ""))
                    codes += reply.items.compactMap { $0["code"]?.text }
                    cursor = reply["next_cursor"]
                } while cursor != nil
                #expect(codes == whole && codes.count == 4)
            }
        }
    }

    @Test(
        "What is no filter → 400, with the parameter named",
        arguments: [
            ("status=x", "/query/status out_of_range"), ("channel=4", "/query/channel out_of_range"),
            ("from=1.1.2026", "/query/from invalid_date"), ("sort=zz", "/query/sort invalid_choice"),
            ("order=up", "/query/order invalid_choice"), ("assignee=zz", "/query/assignee invalid_choice"),
            ("from=2026-11-24&to=2026-11-23", "/query/to out_of_range"),
        ])
    func faults(query: String, fault: String) async throws {
        try await TestCentral().run { desk in
            let reply = try await desk.login().get("/v1/inboxes/open?" + query)
            #expect(reply.status == 400)
            #expect(reply.faults == [fault])
        }
    }

    @Test("A cursor of one order leads nowhere in another")
    func foreignCursor() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let desk = try await desk.login()
            try await fill(test, desk)
            let cursor = try #require(try await desk.get("/v1/inboxes/open?limit=1&sort=name")["next_cursor"])
            #expect(try await desk.get("/v1/inboxes/open?limit=1&sort=code&cursor=\(cursor)").status == 400)
        }
    }

    @Test("An online dossier waits in its own queue, until 8 working hours after it came")
    func online() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let desk = try await desk.login()
            try await fill(test, desk)
            try await test.central.store.write { database in
                try database.execute(
                    sql: """
                        UPDATE dossiers SET status = 1, channel = 2, accepted_at = NULL, due_at = NULL
                        WHERE code = 'H26.1.5-261123-0001'
                        """)
            }
            let reply = try await desk.get("/v1/inboxes/online")
            #expect(names(reply) == ["Đức"])
            // Monday 09:41 and 8 working hours; the 24th of November is a day off: Wednesday 09:41.
            #expect(reply.items.first?["due_at"]?.text == "2026-11-25T09:41:00+07:00")
            #expect(reply.items.first?["overdue"] == .bool(false))
            let counts = try await desk.get("/v1/inboxes").items
            #expect(counts.first { $0["slug"]?.text == "online" }?["count"] == .int(1))
            test.clock.advance(seconds: 2 * 86_400 + 60)
            let later = try await desk.login().get("/v1/inboxes/online")
            #expect(later.items.first?["overdue"] == .bool(true))
        }
    }

    @Test(
        "Accept: text/csv → all rows with a head, masked as the list, safe in a spreadsheet, and in the audit"
    )
    func csv() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let (officer, hotline) = (try await desk.login(), try await desk.login("tongdai"))
            try await fill(test, officer)
            let fifth = try await officer.post(
                "/v1/dossiers", SampleIntake.of("001185000159", name: "Vũ An"), key: UUIDv7.make())
            #expect(fifth.status == 201, "\(fifth.text)")
            let reply = try await officer.send(
                .get, "/v1/inboxes/open?sort=name", headers: [.accept: "text/csv"])
            #expect(reply.headers[.contentType] == "text/csv; charset=utf-8")
            let lines = reply.text.split(separator: "\r\n", omittingEmptySubsequences: false)
            #expect(lines.count == 7 && lines.last == "", "\(reply.text)")
            #expect(lines[0].hasPrefix("\u{FEFF}Mã hồ sơ,Thủ tục,Chủ hồ sơ,"))
            #expect(lines.contains { $0.contains(",Phạm Bình,") })
            // A comma within a field: the procedure's name.
            #expect(lines[1].contains(",\"Cấp bản sao trích lục hộ tịch, bản sao Giấy khai sinh\","))
            let masked = try await hotline.send(
                .get, "/v1/search?q=binh", headers: [.accept: "application/json;q=0.1, text/csv"])
            #expect(masked.text.contains("H26.1.5-261123-0003,") && !masked.text.contains("Phạm Bình"))
            let entries = try await test.central.store.read { database in
                try String.fetchAll(
                    database, sql: "SELECT subject FROM audit WHERE action = 'list.export' ORDER BY seq")
            }
            #expect(entries == ["open", "search"])
        }
    }

    @Test(
        "Fields of a CSV",
        arguments: [
            ("An", "An"), ("=1+1", "'=1+1"), ("+84", "'+84"), ("-x", "'-x"), ("@SUM", "'@SUM"),
            (" =1", "' =1"), ("\t=1", "'\t=1"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""),
            ("=\"x\",1", "\"'=\"\"x\"\",1\""), ("a\nb", "\"a\nb\""), ("", ""),
        ])
    func fields(text: String, field: String) {
        #expect(CSV.field(text) == field)
    }
}
