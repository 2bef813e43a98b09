import Forms
import HTTPTypes
import Models
import Testing

@testable import central

@Suite("A province's administrator sees no dossiers, and opens one with a reason")
struct BreakGlassTests {
    private static let reason: JSONValue = ["reason": "Kiểm tra khiếu nại số 12"]

    private static func dossier(_ desk: TestDesk) async throws -> (id: String, code: String) {
        let made = try await desk.login().post("/v1/dossiers", SampleIntake.body, key: UUIDv7.make())
        return (try #require(made["id"]), try #require(made["code"]))
    }

    @Test("Closed in every list, opened by its code for half an hour, read whole, and closed again")
    func opens() async throws {
        let clock = TestClock("2026-11-23T09:41:00+07:00")
        let test = try TestCentral(clock: clock)
        try await test.run { desk in
            let (id, code) = try await Self.dossier(desk)
            let (other, _) = try await Self.dossier(desk)
            let admin = try await desk.login("quantri")
            #expect(try await admin.get("/v1/search?q=\(code)").items.isEmpty)
            #expect(try await admin.get("/v1/inboxes/open").items.isEmpty)
            #expect(try await admin.get("/v1/dossiers/\(id)").code == "break_glass_required")

            let opened = try await admin.post(
                "/v1/dossiers/\(code):break-glass", Self.reason, key: UUIDv7.make())
            #expect(opened.status == 201, "\(opened.text)")
            #expect(opened["dossier"] == id)
            #expect(opened["opening", "until"] == "2026-11-23T10:11:00+07:00")
            #expect(opened.json["left_today"] == .int(4))
            let read = try await admin.get("/v1/dossiers/\(id)")
            #expect(read["applicant", "identity_number"] == "001185000123")
            for path in ["/events", "/clock", "/documents", "/messages", "/payments"] {
                #expect(try await admin.get("/v1/dossiers/\(id)\(path)").status == 200)
            }
            // A generated request found that Home answered 500 from here on: the counts know no single dossier.
            let home = try await admin.get("/v1/inboxes")
            let all = home.items.first { $0["slug"] == "open" }
            #expect(all?["count"] == 1, "\(home.text)")
            #expect(try await admin.get("/v1/inboxes/open").items.count == 1)
            // To be read, and this one alone.
            let act = try await admin.get("/v1/dossiers/\(id)/actions")
            #expect(act.code == "forbidden")
            #expect(try await admin.get("/v1/dossiers/\(other)").code == "break_glass_required")
            // In a list the name stays masked, and no order tells it.
            let line = try await admin.get("/v1/search?q=\(code)").items.first
            #expect(line?["applicant_name"]?.text?.contains("***") != false)
            #expect(try await admin.get("/v1/inboxes/open?sort=name").faults == ["/query/sort masked"])
            let explained = try await admin.get("/v1/me/permissions?explain=\(code)")
            #expect(explained.text.contains("\"opened\""))

            clock.advance(seconds: 30 * 60)
            #expect(try await admin.get("/v1/dossiers/\(id)").code == "break_glass_required")
        }
    }

    @Test(
        "The unit reads in its dossier who opened it and why; the audit has it; nobody who sees it masked does"
    )
    func isTold() async throws {
        try await TestCentral().run { desk in
            let (id, _) = try await Self.dossier(desk)
            let admin = try await desk.login("quantri")
            let key = UUIDv7.make()
            for _ in 0..<2 {
                _ = try await admin.post("/v1/dossiers/\(id):break-glass", Self.reason, key: key)
            }
            // Once more under another key: it is open, so nothing is counted.
            let again = try await admin.post(
                "/v1/dossiers/\(id):break-glass", Self.reason, key: UUIDv7.make())
            #expect(again.json["left_today"] == .int(4))
            let seen = try await desk.login().get("/v1/dossiers/\(id)")
            #expect(seen.json["openings"]?.list?.count == 1)
            #expect(seen.json["openings"]?.list?.first?["reason"]?.text == "Kiểm tra khiếu nại số 12")
            let hotline = try await desk.login("tongdai").get("/v1/dossiers/\(id)")
            #expect(hotline.json["openings"] == nil)
            let audit = try await admin.get("/v1/audit?action=dossier.break_glass&subject=\(id)")
            #expect(
                audit.items.compactMap { $0["action"]?.text }
                    == ["dossier.break_glass_again", "dossier.break_glass"])
            #expect(audit.items.last?["detail"]?["reason"]?.text == "Kiểm tra khiếu nại số 12")
            #expect(try await admin.send(.post, "/v1/audit:verify").json["whole"] == true)
        }
    }

    @Test("Not without a reason, not another province's, not by others, and five a day")
    func refuses() async throws {
        let clock = TestClock("2026-11-23T09:41:00+07:00")
        try await TestCentral(clock: clock).run { desk in
            let (id, code) = try await Self.dossier(desk)
            let admin = try await desk.login("quantri")
            func open(_ id: String, _ body: JSONValue = Self.reason, _ who: TestDesk? = nil) async throws
                -> TestReply
            {
                try await (who ?? admin).post("/v1/dossiers/\(id):break-glass", body, key: UUIDv7.make())
            }
            #expect(try await open(id, ["reason": "xem"]).faults == ["/reason invalid_reason"])
            #expect(try await open("H26.1.5-991231-9999").status == 404)
            let foreign = try await desk.login("quantri.hcm")
            #expect(try await open(code, Self.reason, foreign).status == 404)
            #expect(try await foreign.get("/v1/dossiers/\(id)").status == 404)
            for account in ["tiepnhan", "tongdai", "quantribo"] {
                #expect(
                    try await open(id, Self.reason, desk.login(account)).code == "forbidden", "\(account)")
            }
            var ids = [id]
            for _ in 0..<5 { ids.append(try await Self.dossier(desk).id) }
            for id in ids.prefix(5) { #expect(try await open(id).status == 201) }
            #expect(try await open(ids[5]).status == 429)
            clock.advance(seconds: 86_400)
            #expect(try await open(ids[5], Self.reason, desk.login("quantri")).status == 201)
        }
    }
}
