import Forms
import GRDB
import HTTPTypes
import Models
import Synchronization
import Testing

@testable import central

@Suite("Tickets: a clock of 2, 5 or 15 working days, and an answer that reaches the caller")
struct TicketTests {
    final class Carrier: MessageSink {
        let channels: Set<DossierMessage.Channel> = [.sms]
        private let sent = Mutex<[OutboundMessage]>([])

        func send(_ message: OutboundMessage) async throws(MessageFault) {
            sent.withLock { $0.append(message) }
        }

        /// What went out since this was asked last.
        ///
        /// - Parameter address: To this telephone alone: the samples' callers are told too.
        func taken(by address: String = "0987654321") -> [OutboundMessage] {
            sent.withLock { messages in
                defer { messages = [] }
                return messages.filter { $0.address == address }
            }
        }
    }

    static func body(_ changes: [String: JSONValue] = [:]) -> JSONValue {
        var members: [String: JSONValue] = [
            "kind": "phan_anh", "to": "H26.1.5", "subject": "Chờ lâu ở quầy", "content": "Chờ cả buổi sáng.",
            "phone": "0987654321", "caller_name": "Lê Văn Bình",
        ]
        for (key, value) in changes { members[key] = value }
        return .object(members)
    }

    static func make(_ desk: TestDesk, _ changes: [String: JSONValue] = [:]) async throws -> String {
        let made = try await desk.login("tongdai").post("/v1/tickets", body(changes), key: UUIDv7.make())
        #expect(made.status == 201, "\(made.text)")
        return try #require(made["id"])
    }

    static func act(
        _ verb: String, _ id: String, _ desk: TestDesk, _ body: JSONValue = [:], revision: String? = "*",
        key: String = UUIDv7.make()
    ) async throws -> TestReply {
        var headers = HTTPFields()
        if let revision { headers[.ifMatch] = revision }
        return try await desk.post("/v1/tickets/\(id):\(verb)", body, key: key, headers: headers)
    }

    @Test(
        "Due by the calendar of the unit, whenever the call comes",
        arguments: [
            // Monday before the day off of 24/11.
            (
                "2026-11-23T09:41:00+07:00", "hoi_dap", "2026-11-26T09:41:00+07:00",
                "2026-11-26T09:41:00+07:00"
            ),
            ("2026-11-23T09:41:00+07:00", "lam_ro", "2026-12-01T09:41:00+07:00", "2026-11-26T09:41:00+07:00"),
            (
                "2026-11-23T09:41:00+07:00", "phan_anh", "2026-12-15T09:41:00+07:00",
                "2026-11-26T09:41:00+07:00"
            ),
            // At night it begins in the morning; on a Saturday on Monday.
            (
                "2026-12-05T21:00:00+07:00", "hoi_dap", "2026-12-09T08:00:00+07:00",
                "2026-12-09T08:00:00+07:00"
            ),
            ("2026-12-02T23:10:00+07:00", "lam_ro", "2026-12-10T08:00:00+07:00", "2026-12-07T08:00:00+07:00"),
        ])
    func clocks(at: String, kind: String, due: String, acknowledge: String) async throws {
        try await TestCentral(clock: TestClock(at)).run { desk in
            let id = try await Self.make(desk, ["kind": .string(kind)])
            let ticket = try await desk.login("tongdai").get("/v1/tickets/\(id)")
            #expect(ticket["due_at"] == due && ticket["acknowledge_by"] == acknowledge)
            #expect(ticket["explanation"] == nil && ticket.json["explanation"]?.list?.isEmpty == false)
        }
    }

    /// What each does to a ticket in each state: the state after, or the refusal.
    static let table: [(state: TicketState, verb: String, by: String, result: String)] = [
        (.received, "acknowledge", "tiepnhan", "acknowledged"), (.received, "resolve", "lanhdao", "answered"),
        (.received, "escalate", "thamdinh", "received"), (.received, "close", "tongdai", "409"),
        (.acknowledged, "acknowledge", "tiepnhan", "409"), (.acknowledged, "resolve", "vanthu", "answered"),
        (.acknowledged, "escalate", "tongdai2", "received"), (.acknowledged, "close", "tongdai", "409"),
        (.answered, "acknowledge", "tiepnhan", "409"), (.answered, "resolve", "tiepnhan", "409"),
        (.answered, "escalate", "quantri", "409"), (.answered, "close", "tongdai2", "closed"),
        (.closed, "acknowledge", "tiepnhan", "409"), (.closed, "resolve", "tiepnhan", "409"),
        (.closed, "escalate", "tongdai", "409"), (.closed, "close", "tongdai", "409"),
        // Not his to answer, not hers to end.
        (.received, "acknowledge", "tongdai", "403"), (.received, "resolve", "tongdai", "403"),
        (.answered, "close", "tiepnhan", "403"), (.received, "acknowledge", "thungan", "403"),
        (.received, "acknowledge", "tiepnhan.cuanam", "404"),
        (.received, "acknowledge", "quantri", "acknowledged"),
        (.received, "resolve", "quantribo", "403"), (.received, "escalate", "quantri.danang", "404"),
    ]

    @Test("States", arguments: table)
    func states(state: TicketState, verb: String, by: String, result: String) async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let id = try await Self.make(desk)
            try await Self.bring(id, to: state, desk)
            let body: JSONValue =
                switch verb {
                case "resolve": ["note": "Đã xử lý."]
                case "escalate": ["note": "Thuộc công an.", "to": "G01.26.5"]
                default: [:]
                }
            let reply = try await Self.act(verb, id, desk.login(by), body)
            guard let status = Int(result) else {
                #expect(reply["state"] == result, "\(reply.text)")
                return
            }
            #expect(reply.status == status, "\(reply.text)")
            // A refusal leaves everything as it was.
            #expect(try await desk.login("tongdai").get("/v1/tickets/\(id)")["state"] == state.rawValue)
        }
    }

    /// Brings a fresh ticket of the training ward into a state.
    static func bring(_ id: String, to state: TicketState, _ desk: TestDesk) async throws {
        guard state != .received else { return }
        let unit = try await desk.login()
        if state == .acknowledged {
            #expect(try await act("acknowledge", id, unit).status == 200)
            return
        }
        #expect(try await act("resolve", id, unit, ["note": "Xong."]).status == 200)
        if state == .closed { #expect(try await act("close", id, desk.login("tongdai")).status == 200) }
    }

    @Test("Acts go on what was seen, and once: 428 without, 412 with who was faster, the same answer again")
    func revisions() async throws {
        try await TestCentral().run { desk in
            let id = try await Self.make(desk)
            let officer = try await desk.login()
            #expect(try await Self.act("acknowledge", id, officer, revision: nil).status == 428)
            let key = UUIDv7.make()
            let first = try await Self.act("acknowledge", id, officer, revision: "\"1\"", key: key)
            #expect(first.status == 200 && first.headers[.eTag] == "\"2\"")
            let again = try await Self.act("acknowledge", id, officer, revision: "\"1\"", key: key)
            #expect(again.json == first.json)
            let late = try await Self.act(
                "resolve", id, desk.login("lanhdao"), ["note": "Xong."], revision: "\"1\"")
            #expect(late.status == 412 && late["changed_by"] == "Trần Thu Hà")
            // Handed on it is out of the unit's reach, but for the answer to what it did.
            let away = UUIDv7.make()
            let body: JSONValue = ["to": "G01.26.5", "note": "Thuộc công an phường."]
            let moved = try await Self.act("escalate", id, officer, body, revision: "\"2\"", key: away)
            #expect(moved["to", "code"] == "G01.26.5" && moved["due_at"] == first["due_at"])
            #expect(try await officer.get("/v1/tickets/\(id)").status == 404)
            let replayed = try await Self.act("escalate", id, officer, body, revision: "\"2\"", key: away)
            #expect(replayed.json == moved.json)
            let police = try await desk.login("congan")
            #expect(try await Self.act("acknowledge", id, police).status == 200)
        }
    }

    @Test(
        "To whom it can be handed",
        arguments: [
            ("H26.1.5", true), ("H26", true), ("G06", true), ("G01.26.5", true), ("H26.22", false),
            ("H29", false),
            ("H29.1.1", false), ("zz", false), ("", false),
        ])
    func receivers(unit: String, isAllowed: Bool) async throws {
        try await TestCentral().run { desk in
            let made = try await desk.login("tongdai").post(
                "/v1/tickets", Self.body(["to": .string(unit)]), key: UUIDv7.make())
            #expect(made.faults == (isAllowed ? [] : ["/to unknown_unit"]), "\(made.text)")
        }
    }

    @Test("The province's administrators answer for the province, the ministry's for the ministry")
    func levels() async throws {
        try await TestCentral().run { desk in
            let province = try await Self.make(desk, ["to": "H26"])
            #expect(try await Self.act("acknowledge", province, desk.login()).status == 404)
            #expect(
                try await Self.act("resolve", province, desk.login("quantri"), ["note": "Đã nhắc."])["state"]
                    == "answered")
            let ministry = try await Self.make(desk, ["to": "G06"])
            #expect(try await Self.act("acknowledge", ministry, desk.login("quantri")).status == 403)
            let answered = try await Self.act(
                "resolve", ministry, desk.login("quantribo"), ["note": "Sẽ sửa."])
            #expect(answered["state"] == "answered", "\(answered.text)")
        }
    }

    @Test("Who called is masked for those who answer; a reveal has a purpose and is audited")
    func disclosure() async throws {
        try await TestCentral().run { desk in
            let id = try await Self.make(desk)
            for account in ["tiepnhan", "quantri", "quantribo", "tongdai2"] {
                let officer = try await desk.login(account)
                let page = try await officer.get("/v1/tickets/\(id)")
                #expect(
                    page["phone"] == "09******21" && page["caller_name"] == "L*** V*** B***", "\(account)")
                let line = try await officer.get("/v1/tickets?state=open&limit=200").items.first {
                    $0["id"]?.text == id
                }
                #expect(line?["phone"] == "09******21" && line?["content"] == nil, "\(account)")
                #expect(!page.text.contains("0987654321") && !page.text.contains("Lê Văn Bình"))
            }
            let officer = try await desk.login()
            let reveal = "/v1/tickets/\(id):reveal"
            #expect(try await officer.post(reveal, ["purpose": "x"]).status == 422)
            #expect(try await officer.post(reveal, ["purpose": "Gọi hỏi thêm"])["phone"] == "0987654321")
            let audit = try await officer.get("/v1/audit").items
            #expect(audit.contains { $0["action"] == "ticket.reveal" && $0["subject"]?.text == id })
            #expect(try await desk.login("tongdai").get("/v1/tickets/\(id)")["phone"] == "0987654321")
            for account in ["thungan", "buuchinh"] {
                #expect(try await desk.login(account).get("/v1/tickets/\(id)").status == 403)
            }
        }
    }

    @Test("The caller is told of every state, once each, in the ticket's own order, and never at night")
    func messages() async throws {
        let test = try TestCentral(clock: TestClock("2026-11-30T21:30:00+07:00"))
        let carrier = Carrier()
        let worker = OutboxWorker(central: test.central, sinks: [carrier])
        @Sendable func at(_ text: String) throws { test.clock.now = try #require(Instant(rfc3339: text)) }
        try await test.run { desk in
            let id = try await Self.make(desk, ["kind": "hoi_dap"])
            let code = try #require(try await desk.login("tongdai").get("/v1/tickets/\(id)")["code"])
            try await worker.pass()
            #expect(carrier.taken().isEmpty)
            try at("2026-12-01T07:31:00+07:00")
            try await worker.pass()
            let first = carrier.taken()
            #expect(first.map(\.address) == ["0987654321"])
            #expect(
                first.first?.text.contains("da ghi nhan phieu \(code) va chuyen UBND phuong Hoan Kiem")
                    == true)
            try at("2026-12-01T09:00:00+07:00")
            #expect(try await Self.act("acknowledge", id, desk.login()).status == 200)
            try await worker.pass()
            #expect(carrier.taken().map { $0.text.contains("da nhan phieu \(code)") } == [true])
            // Nobody answered in time: said once.
            try at("2026-12-04T09:00:00+07:00")
            try await worker.pass()
            try await worker.pass()
            #expect(carrier.taken().map { $0.text.contains("da qua han tra loi") } == [true])
            let line = try await desk.login("tongdai").get("/v1/tickets?state=overdue").items
            #expect(line.contains { $0["id"]?.text == id && $0["overdue"] == true })
            let answer = String(repeating: "Phường xin lỗi và đã giải quyết. ", count: 40)
            #expect(
                try await Self.act("resolve", id, desk.login(), ["note": .string(answer)])["overdue"] == nil)
            #expect(try await Self.act("close", id, desk.login("tongdai")).status == 200)
            // Of one ticket one message goes out at a time.
            try await worker.pass()
            try await worker.pass()
            let last = carrier.taken().map(\.text)
            #expect(last.count == 2 && last[1].contains("da dong"))
            #expect(last[0].contains("tra loi phieu \(code): Phuong xin loi") && last[0].count <= 459)
            #expect(last[0].hasSuffix("(con nua, goi 1022 de nghe du)"))
            let told = try await desk.login("tongdai").get("/v1/tickets/\(id)/messages").items
            #expect(
                told.compactMap { $0["occasion"]?.text } == [
                    "ticket_received", "ticket_acknowledged", "ticket_late", "ticket_answered",
                    "ticket_closed",
                ])
            #expect(told.allSatisfy { $0["dossier"] == nil && $0["ticket"]?.text == id })
            // Those who answer see that the caller was told, and neither words nor telephone.
            let others = try await desk.login().get("/v1/tickets/\(id)/messages").items
            #expect(others.count == 5 && others.allSatisfy { $0["text"] == nil })
            let audit = try await desk.login("quantri").send(.post, "/v1/audit:verify")
            #expect(audit.json["whole"] == true, "\(audit.text)")
        }
    }

    @Test("A caller with a landline, or none, is not told and holds up nobody")
    func landline() async throws {
        let test = try TestCentral()
        let carrier = Carrier()
        let worker = OutboxWorker(central: test.central, sinks: [carrier])
        try await test.run { desk in
            _ = try await Self.make(desk, ["phone": "02438254567"])
            _ = try await Self.make(desk, ["phone": .string("")])
            test.clock.advance(seconds: 40 * 86_400)
            try await worker.pass()
            let late = try await test.central.store.read {
                try TicketTable.late($0, at: test.clock.now, limit: 10, seal: test.central.seal)
            }
            #expect(late.isEmpty)
            #expect(carrier.taken().isEmpty && carrier.taken(by: "02438254567").isEmpty)
        }
    }

    @Test("What waits comes by its due moment, by pages, each once; counted as it is listed")
    func pages() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            for kind in ["phan_anh", "hoi_dap", "lam_ro"] {
                _ = try await Self.make(desk, ["kind": .string(kind)])
            }
            let officer = try await desk.login()
            var seen: [(String, String)] = []
            var cursor = ""
            repeat {
                let page = try await officer.get("/v1/tickets?state=open&limit=2" + cursor)
                seen += page.items.map { ($0["id"]?.text ?? "", $0["due_at"]?.text ?? "") }
                cursor = page["next_cursor"].map { "&cursor=" + $0 } ?? ""
            } while !cursor.isEmpty
            #expect(seen.count == 7 && Set(seen.map(\.0)).count == 7)
            #expect(seen.map(\.1) == seen.map(\.1).sorted())
            let figures = try await officer.get("/v1/reports/tickets")
            #expect(figures.json["received"] == 7 && figures.json["answered"] == 1)
            #expect(try await desk.login("tiepnhan.cuanam").get("/v1/tickets").items.isEmpty)
            #expect(try await officer.get("/v1/tickets?state=x").status == 400)
        }
    }

    @Test("What citizens wrote lies sealed, and a call or an event can't be changed")
    func sealed() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let id = try await Self.make(desk, ["content": "Nội dung riêng tư"])
            _ = try await Self.act("resolve", id, desk.login(), ["note": "Trả lời riêng"])
            try await test.central.store.read { database in
                for table in ["tickets", "ticket_events", "calls", "outbox"] {
                    for row in try Row.fetchAll(database, sql: "SELECT * FROM \(table)") {
                        #expect(!"\(row)".contains("riêng") && !"\(row)".contains("Lê Văn Bình"), "\(table)")
                    }
                }
            }
            for table in ["calls", "ticket_events"] {
                await #expect(throws: (any Error).self) {
                    try await test.central.store.write { try $0.execute(sql: "DELETE FROM \(table)") }
                }
            }
        }
    }
}
