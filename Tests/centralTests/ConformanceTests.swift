import Forms
import Foundation
import GRDB
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Models
import NIOCore
import NIOEmbedded
import Testing

@testable import central

@Suite("Rows of the eForm list that central holds, and what clients in trouble are told")
struct ConformanceTests {
    @Test("AF-1 what the system's own register knows is looked up and fills the form in, with its source")
    func lookup() async throws {
        try await TestCentral().run { desk in
            let desk = try await desk.login()
            _ = try await desk.post("/v1/dossiers", SampleIntake.body, key: UUIDv7.make())
            let found = try await desk.post(
                "/v1/persons:lookup", ["identity_number": "001185000123", "purpose": "Tiếp nhận hồ sơ"])
            #expect(found["person", "name"] == "Nguyễn Thị Ánh")
            let filled = try await desk.post(
                "/v1/persons:autofill",
                ["identity_number": "001185000123", "procedure": "2.000635", "case": "trich_luc"])
            let fields = filled.json["fields"]?.list ?? []
            let name = fields.first { $0["field"]?.text == "nyc_ho_ten" }
            #expect(name?["value"]?.text == "Nguyễn Thị Ánh")
            #expect(name?["source_name"]?.text?.isEmpty == false)
        }
    }

    @Test("ST-1 what was submitted is passed on unaltered to who works on it next, character for character")
    func unaltered() async throws {
        let test = try TestCentral()
        var answers = SampleIntake.body["answers"]
        if case .object(var members)? = answers {
            members["nyc_noi_cu_tru"] = "Số 12/3 “Ngõ” \"Huyện\" \\ & <b>é</b> 100% — 1.0"
            members["muc_dich"] = "Bổ sung hồ sơ; 01/02 + 'x'"
            answers = .object(members)
        }
        let sent = try #require(answers)
        try await test.run { desk in
            let officer = try await desk.login()
            let made = try await officer.post(
                "/v1/dossiers", SampleIntake.with(["answers": sent]), key: UUIDv7.make())
            #expect(made.status == 201, "\(made.text)")
            let id = made.json["id"]?.text ?? ""
            #expect(made.json["answers"] == sent)
            #expect(try await officer.get("/v1/dossiers/\(id)").json["answers"] == sent)
            let other = try await desk.login("tiepnhan2").get("/v1/dossiers/\(id)")
            #expect(other.json["answers"] == sent, "\(other.text)")
        }
    }

    @Test("AF-3 a wrong source value is reported to the register's owner, once, and is in the audit")
    func mismatch() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let desk = try await desk.login()
            let body: JSONValue = [
                "identity_number": "001185000123", "field": "name", "source_value": "Nguyễn Thị Anh",
                "correct_value": "Nguyễn Thị Ánh",
            ]
            let key = UUIDv7.make()
            let first = try await desk.post("/v1/persons:report-mismatch", body, key: key)
            let again = try await desk.post("/v1/persons:report-mismatch", body, key: key)
            #expect(first.status == 201 && again["id"] == first["id"])
            let actions = try await desk.get("/v1/audit").items.compactMap { $0["action"]?.text }
            #expect(actions.filter { $0 == "person.report_mismatch" }.count == 1)
            let wrong = try await desk.post(
                "/v1/persons:report-mismatch",
                ["identity_number": "1", "field": "", "source_value": "", "correct_value": ""],
                key: UUIDv7.make())
            #expect(wrong.status == 422)
        }
    }

    @Test("AF-4 the procedures that the officer, then the desk, used most and most recently come first")
    func usage() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let (mine, other) = (try await desk.login(), try await desk.login("tiepnhan2"))
            func first(_ desk: TestDesk) async throws -> [String] {
                try await desk.get("/v1/procedures?limit=3").items.compactMap { $0["code"]?.text }
            }
            let fresh = try await first(mine)
            #expect(fresh.first != "2.000635")
            _ = try await mine.post("/v1/dossiers", SampleIntake.body, key: UUIDv7.make())
            #expect(try await first(mine)[0] == "2.000635")
            // Used at this desk, if not by the colleague himself.
            #expect(try await first(other)[0] == "2.000635")
            let uses = [("1.000894", 2, -3), ("1.000656", 2, -2), ("1.001022", 9, -100)]
            let officer = "019b89f3-9280-7000-8000-000000000002"
            for (code, count, days) in uses {
                let at = test.clock.now.adding(seconds: days * 86_400)
                for _ in 0..<count {
                    try await test.central.store.write {
                        try UseTable.record($0, unit: "H26.1.5", officer: officer, procedure: code, at: at)
                    }
                }
            }
            // The colleague's own first, the one used last before the other; what is long ago counts no more.
            #expect(try await first(other) == ["1.000656", "1.000894", "2.000635"])
            #expect(try await first(mine) == ["2.000635", "1.000656", "1.000894"])
            let elsewhere = try await first(desk.login("tiepnhan.cuanam"))
            #expect(elsewhere == fresh)
        }
    }

    @Test("UX-4 a draft is handed over to a colleague of the desk, deleted, and gone after 30 days")
    func drafts() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let (mine, other) = (try await desk.login(), try await desk.login("tiepnhan2"))
            let path = "/v1/drafts/" + TrainingLoader.SeedDrafts.kept
            let colleagues = try await mine.get("/v1/colleagues").items
            let receiver = try #require(colleagues.first { $0["name"]?.text == "Đỗ Quang Minh" }?["id"])
            let key = UUIDv7.make()
            let stranger = try await mine.post(
                path + ":hand-over", ["officer": .string(UUIDv7.make())], key: UUIDv7.make(),
                headers: [.ifMatch: "*"])
            #expect(stranger.faults == ["/officer unknown_officer"])
            #expect(
                try await other.post(
                    path + ":hand-over", ["officer": receiver], key: UUIDv7.make(), headers: [.ifMatch: "*"]
                ).status
                    == 404)
            test.clock.advance(seconds: 86_400)
            let (later, colleague) = (try await desk.login(), try await desk.login("tiepnhan2"))
            #expect(
                try await later.post(
                    path + ":hand-over", ["officer": receiver], key: key, headers: [.ifMatch: "*"]
                ).status == 200)
            let again = try await later.post(
                path + ":hand-over", ["officer": receiver], key: key, headers: [.ifMatch: "*"])
            #expect(again.status == 200 && again.headers[.idempotencyReplayed] == "true")
            #expect(try await later.get(path).status == 404)
            let draft = try await colleague.get(path)
            #expect(draft.status == 200 && draft["expires_at"] == "2026-12-24T09:41:00+07:00")
            // What it refers to came along.
            let file = "/v1/files/" + FileTests.hash(TrainingLoader.SeedFiles.kept)
            let (his, gone) = (try await colleague.get(file).status, try await later.get(file).status)
            #expect(his == 200 && gone == 404)
            let deleted = "/v1/drafts/" + TrainingLoader.SeedDrafts.deleted
            #expect(try await later.send(.delete, deleted, headers: [.ifMatch: "*"]).status == 204)
            test.clock.advance(seconds: 30 * 86_400 + 1)
            #expect(try await desk.login("tiepnhan2").get(path).status == 404)
        }
    }

    @Test("An identity number that does not agree with its person is said in the answer, and forbids nothing")
    func warnings() async throws {
        try await TestCentral().run { desk in
            let desk = try await desk.login()
            let good = try await desk.post("/v1/dossiers", SampleIntake.body, key: UUIDv7.make())
            #expect(good.status == 201 && good.json["warnings"] == nil)
            let body = SampleIntake.with([
                "applicant": [
                    "kind": "citizen", "name": "Trần Văn Bình", "identity_number": "003090000456",
                    "birth_date": "1991-01-02", "sex": "female",
                ]
            ])
            let made = try await desk.post("/v1/dossiers", body, key: UUIDv7.make())
            #expect(made.status == 201)
            let pointers = (made.json["warnings"]?.list ?? []).compactMap { $0["pointer"]?.text }
            #expect(pointers == Array(repeating: "/applicant/identity_number", count: 3))
            let read = try await desk.get("/v1/dossiers/" + (made["id"] ?? ""))
            #expect(read.json["warnings"] == nil)
        }
    }

    @Test("The look-up code on the slip finds its dossier, alone or behind the code, for those who handle it")
    func lookupCode() async throws {
        try await TestCentral().run { desk in
            let officer = try await desk.login()
            let made = try await officer.post("/v1/dossiers", SampleIntake.body, key: UUIDv7.make())
            _ = try await officer.post("/v1/dossiers", SampleIntake.of("001090000456"), key: UUIDv7.make())
            let (code, secret) = (try #require(made["code"]), try #require(made["lookup_code"]))
            for query in [
                secret, secret.lowercased(), "\(code) \(secret)", "h26.1.5%20261123%200001%20\(secret)",
                "\(secret)%20",
            ] {
                let found = try await officer.get("/v1/search?q=" + query.replacing(" ", with: "%20")).items
                #expect(found.contains { $0["code"]?.text == code }, "\(query)")
            }
            #expect(try await officer.get("/v1/search?q=\(code)%20ZZZZ").items.isEmpty)
            // It is masked for 1022, who can't find out by trying either.
            #expect(try await desk.login("tongdai").get("/v1/search?q=\(secret)").items.isEmpty)
        }
    }

    @Test("Inbox counts are counted once for a while, and anew after an act of the unit")
    func counts() async throws {
        let counter = InboxCounter()
        let scope = Scope(units: ["H26.1.5"])
        let start = Instant(seconds: 1000)
        actor Calls {
            var count = 0
            func next() -> Int {
                count += 1
                return count
            }
        }
        let calls = Calls()
        func counted(at seconds: Int, _ scope: Scope = scope) async throws -> Int? {
            try await counter.counts(officer: "o", scope: scope, at: start.adding(seconds: seconds)) {
                InboxCounter.Counts(inboxes: [.open: await calls.next()])
            }.inboxes[.open]
        }
        #expect(try await counted(at: 0) == 1)
        #expect(try await counted(at: 14) == 1)
        counter.noteAct(in: "H26.1.6")
        #expect(try await counted(at: 14) == 1)
        counter.noteAct(in: "H26.1.5")
        #expect(try await counted(at: 14) == 2)
        #expect(try await counted(at: 28) == 2)
        #expect(try await counted(at: 29) == 3)
        #expect(try await counted(at: 29, Scope(isEverything: true)) == 4)
    }

    @Test("A full store is told to a login in OAuth's form")
    func oauthUnavailable() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let pages = try await test.central.store.write {
                try Int.fetchOne($0, sql: "PRAGMA page_count") ?? 0
            }
            try await test.central.store.write { try $0.execute(sql: "PRAGMA max_page_count = \(pages)") }
            var reply = TestReply(status: 200, headers: [:], body: [])
            for _ in 0..<200 where reply.status == 200 {
                reply = try await desk.form(
                    "/oauth/token", "grant_type=password&username=tiepnhan&password=tap-huan")
            }
            #expect(reply.status == 503)
            #expect(reply["error"] == "temporarily_unavailable")
            #expect(reply.headers[.retryAfter] == "5" && reply.code == nil)
        }
    }

    @Test("A body that does not arrive in time is given up")
    func slowBody() async throws {
        let test = try TestCentral()
        var responder = CentralResponder(central: test.central, routes: .all)
        responder.bodyDeadline = .milliseconds(50)
        let (stream, source) = AsyncStream<ByteBuffer>.makeStream()
        source.yield(ByteBuffer(string: "grant_type="))
        let request = Request(
            head: .init(
                method: .post, scheme: "http", authority: "x", path: "/oauth/token",
                headerFields: [.contentType: "application/x-www-form-urlencoded"]),
            body: RequestBody(asyncSequence: stream))
        let context = CentralContext(
            source: ApplicationRequestContextSource(
                channel: EmbeddedChannel(), logger: test.central.logger))
        let response = try await responder.respond(to: request, context: context)
        #expect(response.status == .requestTimeout)
        source.finish()
    }
}
