import Forms
import GRDB
import HTTPTypes
import Models
import Synchronization
import Testing

@testable import central

@Suite("A calendar that many open dossiers follow")
struct CalendarRunTests {
    private static let path = "/v1/calendars/H26/2026"

    /// Due dates and the number of events that moved them, by dossier.
    private static func rows(_ central: Central) async throws -> [ID: (due: Int64?, moves: Int)] {
        try await central.store.read { database in
            var rows: [ID: (due: Int64?, moves: Int)] = [:]
            let sql = """
                SELECT d.id, d.due_at, COUNT(e.seq) AS moves FROM dossiers d
                LEFT JOIN dossier_events e ON e.dossier = d.id AND e.action = 'recalculate' GROUP BY d.id
                """
            for row in try Row.fetchAll(database, sql: sql) {
                rows[row["id"]] = (row["due_at"] as Int64?, row["moves"] as Int)
            }
            return rows
        }
    }

    private static func tickets(_ central: Central) async throws -> [ID: Ticket] {
        let now = central.clock.now()
        let all = try await central.store.read {
            try TicketTable.page(
                $0, scope: .everything, group: nil, phone: nil, at: now, after: nil, limit: 500,
                seal: central.seal)
        }
        return Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
    }

    private static func audited(_ central: Central, _ action: String) async throws -> Int {
        try await central.store.read {
            try Int.fetchOne(
                $0, sql: "SELECT COUNT(*) FROM audit WHERE action = ?", arguments: [action]) ?? 0
        }
    }

    @Test(
        "They are reckoned anew in batches, tickets too; a run that was ended halfway goes on, and each moves once"
    )
    func batches() async throws {
        let test = try TestCentral(withDossiers: true, calendarStart: 20)
        let central = test.central
        try await test.run { desk in
            let admin = try await desk.login("quantri")
            // The hotline's tickets are due by the same days: 2, 5 and 15 working days.
            var made: [ID] = []
            for kind in ["hoi_dap", "lam_ro", "phan_anh", "phan_anh", "lam_ro"] {
                made.append(try await TicketTests.make(desk, ["kind": .string(kind)]))
            }
            let answered = try await TicketTests.act(
                "resolve", made[4], try await desk.login("tiepnhan"), ["note": "Đã xử lý."])
            try #require(answered.status == 200, "\(answered.text)")
            let tickets = try await Self.tickets(central)
            let calendar = try await admin.get(Self.path)
            guard case .array(let off)? = calendar.json["days_off"],
                case .array(let makeup)? = calendar.json["makeup_days"]
            else {
                Issue.record("\(calendar.text)")
                return
            }
            let body: JSONValue = [
                "days_off": .array(off + [["date": "2026-11-25", "name": "Nghỉ do bão"]]),
                "makeup_days": .array(makeup), "reason": "Nghỉ do bão số 12.",
            ]
            func put(_ query: String) async throws -> TestReply {
                try await admin.send(
                    .put, Self.path + query, headers: [.idempotencyKey: UUIDv7.make(), .ifMatch: "*"],
                    json: body)
            }
            // What it will do, dossier by dossier.
            var (expected, cursor): ([ID: Int64], String?) = ([:], nil)
            var moving: [ID: Int64] = [:]
            repeat {
                let page = try await put("?dry_run=true&limit=50" + (cursor.map { "&cursor=" + $0 } ?? ""))
                for item in page.items {
                    let after = try #require(item["after"]?.text.flatMap { Instant(rfc3339: $0) })
                    let id = try #require(item["id"]?.text)
                    if item["ticket"] == true {
                        moving[id] = after.seconds
                    } else {
                        expected[id] = after.seconds
                    }
                }
                if cursor == nil {
                    #expect(page.json["changed"] != .null && page.json["tickets"] != .null, "\(page.text)")
                }
                cursor = page["next_cursor"]
            } while cursor != nil
            let before = try await Self.rows(central)
            try #require(expected.count > 60, "\(expected.count)")
            // All that are open, each of them once more by a day than before; what is answered stays.
            #expect(made[..<4].allSatisfy { moving[$0] != nil } && moving[made[4]] == nil)

            let done = try await put("")
            #expect(done.status == 200 && done.json["changed"] == .null, "\(done.text)")
            let moved = try await Self.rows(central).values.count { $0.moves == 1 }
            #expect((1..<expected.count).contains(moved))

            // central dies after the second batch.
            let batches = Mutex(0)
            let dying = CalendarRecalculating(central: central, batch: 10) { _ in
                let count = batches.withLock { count in
                    count += 1
                    return count
                }
                if count == 2 { throw CancellationError() }
            }
            await #expect(throws: CancellationError.self) { try await dying.pass() }
            let halfway = try await Self.rows(central).values.count { $0.moves == 1 }
            let running = try await admin.get(Self.path + "/moves")
            #expect(running.json["changed"] == .int(halfway) && running.json["finished_at"] == .null)
            #expect(moved < halfway && halfway < expected.count)
            #expect(try await Self.audited(central, "calendar.recalculated") == 0)

            let next = CalendarRecalculating(central: central, batch: 15) { _ in }
            let halfwayTickets = try await Self.tickets(central).values.count {
                $0.dueAt != tickets[$0.id]?.dueAt
            }
            #expect(running.json["tickets"] == .int(halfwayTickets))
            let all = expected.count + moving.count
            #expect(try await next.pass() == all - halfway - halfwayTickets)
            for (id, ticket) in try await Self.tickets(central) {
                let before = try #require(tickets[id])
                guard let due = moving[id] else {
                    #expect(ticket.dueAt == before.dueAt && ticket.revision == before.revision)
                    continue
                }
                #expect(ticket.dueAt.seconds == due && ticket.revision == before.revision + 1)
                #expect(ticket.acknowledgeBy >= before.acknowledgeBy && ticket.acknowledgeBy <= ticket.dueAt)
            }
            let page = try await desk.login("tongdai").get("/v1/tickets/\(made[0])")
            let last = try #require(page.json["events"]?.list?.last)
            #expect(last["action"] == "recalculate")
            #expect(
                last["note"]?.text
                    == "Hạn trả lời đổi từ 09:41 26/11/2026 sang 09:41 27/11/2026. Nghỉ do bão số 12.")
            #expect(page["acknowledge_by"] == "2026-11-27T09:41:00+07:00")
            for (id, row) in try await Self.rows(central) {
                #expect(row.moves == (expected[id] == nil ? 0 : 1))
                #expect(row.due == expected[id] ?? before[id]?.due)
            }
            #expect(try await Self.audited(central, "calendar.set") == 1)
            #expect(try await Self.audited(central, "calendar.recalculated") == 1)
            #expect(try await central.store.read(CalendarRunTable.unfinished).isEmpty)
            #expect(try await next.pass() == 0)

            // What was done can be read afterwards: each with both dates, once.
            var (told, place): ([ID: (before: Int64, after: Int64)], String?) = ([:], nil)
            repeat {
                let page = try await admin.get(
                    Self.path + "/moves?limit=200" + (place.map { "&cursor=" + $0 } ?? ""))
                #expect(
                    page.json["changed"] == .int(expected.count) && page.json["tickets"] == .int(moving.count)
                        && page.json["finished_at"] != .null)
                for item in page.items {
                    let id = try #require(item["id"]?.text)
                    #expect(told[id] == nil && (item["ticket"] == true) == (moving[id] != nil))
                    func seconds(_ key: String) throws -> Int64 {
                        try #require(item[key]?.text.flatMap { Instant(rfc3339: $0) }).seconds
                    }
                    told[id] = (try seconds("before"), try seconds("after"))
                }
                place = page["next_cursor"]
            } while place != nil
            #expect(told.mapValues(\.after) == expected.merging(moving) { one, _ in one })
            for (id, dates) in told {
                #expect(dates.before == before[id]?.due ?? tickets[id]?.dueAt.seconds)
            }
            // It is nobody's who can't change the calendar.
            #expect(try await desk.login("tiepnhan").get(Self.path + "/moves").status == 403)
            #expect(try await admin.get("/v1/calendars/H79/2026/moves").status == 404)
        }
    }

    @Test(
        "A ticket whose due date stays is to be taken up by another day all the same, and no list of dates names it"
    )
    func acknowledging() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let admin = try await desk.login("quantri")
            let clerk = try await desk.login("tongdai")
            let id = try await TicketTests.make(desk)
            let before = try await clerk.get("/v1/tickets/\(id)")
            #expect(before["acknowledge_by"] == "2026-11-26T09:41:00+07:00")
            let taken = try await TicketTests.make(desk)
            let took = try await TicketTests.act("acknowledge", taken, try await desk.login("tiepnhan"))
            try #require(took.status == 200, "\(took.text)")
            let calendar = try await admin.get(Self.path)
            let off = try #require(calendar.json["days_off"]?.list)
            let makeup = try #require(calendar.json["makeup_days"]?.list)
            // A Wednesday off for a Saturday that is worked: in the end as many days.
            let body: JSONValue = [
                "days_off": .array(off + [["date": "2026-11-25", "name": "Nghỉ hoán đổi"]]),
                "makeup_days": .array(makeup + [["date": "2026-11-28", "name": "Làm bù"]]),
                "reason": "Hoán đổi ngày làm việc.",
            ]
            let asked = try await admin.send(
                .put, Self.path + "?dry_run=true",
                headers: [.idempotencyKey: UUIDv7.make(), .ifMatch: "*"], json: body)
            #expect(asked.status == 200 && !asked.items.contains { $0["id"]?.text == id }, "\(asked.text)")
            let done = try await admin.send(
                .put, Self.path, headers: [.idempotencyKey: UUIDv7.make(), .ifMatch: "*"], json: body)
            #expect(done.status == 200 && done.json["tickets"] == asked.json["tickets"], "\(done.text)")
            let after = try await clerk.get("/v1/tickets/\(id)")
            #expect(after["due_at"] == before["due_at"] && after["due_at"] != nil)
            #expect(after["acknowledge_by"] == "2026-11-27T09:41:00+07:00")
            #expect(
                after.json["events"]?.list?.last?["note"]?.text
                    == "Hạn tiếp nhận phiếu đổi từ 09:41 26/11/2026 sang 09:41 27/11/2026. Hoán đổi ngày làm việc."
            )
            // Who has taken it up has no first day to keep any more.
            let other = try await clerk.get("/v1/tickets/\(taken)")
            #expect(other.json["events"]?.list?.count == 2)
        }
    }

    @Test("A unit's open tickets are found along an index, by whom it was to answer at first")
    func ticketPlan() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let id = try await TicketTests.make(desk)
            // Handed on, it stays with the calendar that it was reckoned by.
            let escalated = try await TicketTests.act(
                "escalate", id, try await desk.login("tiepnhan"), ["to": "H26", "note": "Thuộc tỉnh."])
            try #require(escalated.status == 200, "\(escalated.text)")
            let central = test.central
            let (found, plan) = try await central.store.read { database in
                let (from, until) = (Instant(seconds: 0), Instant(seconds: 1 << 40))
                let found = try TicketTable.due(
                    database, of: "H26.1.5", from: from, until: until, after: nil, limit: 500)
                let sql =
                    "SELECT id, due_at FROM tickets WHERE state IN ('received', 'acknowledged') "
                    + "AND calendar_unit = ? AND due_at >= ? AND created_at <= ? ORDER BY due_at, id LIMIT 9"
                let rows = try Row.fetchAll(
                    database, sql: "EXPLAIN QUERY PLAN " + sql, arguments: ["H26.1.5", 0, 1 << 40])
                return (found, rows.map { $0["detail"] as String })
            }
            #expect(found.contains { $0.id == id })
            #expect(
                plan.count == 1 && plan.allSatisfy { $0.contains("USING INDEX tickets_calendar (") },
                "\(plan)")
        }
    }
}
