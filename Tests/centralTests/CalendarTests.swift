import Forms
import GRDB
import HTTPTypes
import Models
import Testing

@testable import central

@Suite("A calendar changes, and the open dossiers with it")
struct CalendarTests {
    private static let path = "/v1/calendars/H26.1.5/2026"
    /// A Wednesday: the test's day is the Monday before, and the Tuesday is a day off.
    private static let fresh: JSONValue = ["date": "2026-11-25", "name": "Nghỉ do bão"]

    private static func list(_ value: JSONValue?) -> [JSONValue] {
        if case .array(let items)? = value { items } else { [] }
    }

    /// The year as it is, with what is added to it.
    private static func body(
        _ calendar: TestReply, off: [JSONValue] = [], makeup: [JSONValue] = [],
        reason: JSONValue = "Nghỉ do bão số 12."
    ) -> JSONValue {
        [
            "days_off": .array(list(calendar.json["days_off"]) + off),
            "makeup_days": .array(list(calendar.json["makeup_days"]) + makeup), "reason": reason,
        ]
    }

    private static func headers(_ key: String = UUIDv7.make(), match: String = "*") -> HTTPFields {
        [.idempotencyKey: key, .ifMatch: match]
    }

    private static func dueDates(_ central: Central) async throws -> [String: Int64?] {
        try await central.store.read { database in
            var dates: [String: Int64?] = [:]
            for row in try Row.fetchAll(database, sql: "SELECT id, due_at FROM dossiers") {
                dates[row["id"]] = row["due_at"] as Int64?
            }
            return dates
        }
    }

    @Test("A day off is looked at first, then done once: row, event, feed and audit, and nothing of others")
    func dayOff() async throws {
        let test = try TestCentral(withDossiers: true)
        try await test.run { desk in
            let admin = try await desk.login("quantri")
            let officer = try await desk.login()
            let calendar = try await admin.get(Self.path)
            #expect(calendar.headers[.eTag] == "\"1\"")
            let body = Self.body(calendar, off: [Self.fresh])
            let before = try await Self.dueDates(test.central)

            var (items, cursor, changed): ([JSONValue], String?, JSONValue?) = ([], nil, nil)
            repeat {
                let page = try await admin.send(
                    .put, Self.path + "?dry_run=true&limit=40" + (cursor.map { "&cursor=" + $0 } ?? ""),
                    headers: Self.headers(), json: body)
                #expect(page.status == 200, "\(page.text)")
                changed = changed ?? page.json["changed"]
                // The hotline's tickets stand behind the dossiers.
                items += page.items.filter { $0["ticket"] == nil }
                cursor = page["next_cursor"]
            } while cursor != nil
            #expect(items.count > 40 && changed == .int(items.count))
            #expect(Set(items.compactMap { $0["id"]?.text }).count == items.count)
            #expect(items.allSatisfy { $0["unit"]?.text == "H26.1.5" && $0["before"] != $0["after"] })
            #expect(try await Self.dueDates(test.central) == before)
            #expect(try await admin.get(Self.path).headers[.eTag] == "\"1\"")

            let key = UUIDv7.make()
            let done = try await admin.send(
                .put, Self.path, headers: Self.headers(key, match: "\"1\""), json: body)
            #expect(done.status == 200 && done.json["changed"] == changed, "\(done.text)")
            #expect(done.headers[.eTag] == "\"2\"" && done.json["dry_run"] == .bool(false))
            let after = try await Self.dueDates(test.central)
            for item in items {
                let id = try #require(item["id"]?.text)
                let moved = try #require(item["after"]?.text.flatMap { Instant(rfc3339: $0) })
                #expect(after[id] == moved.seconds)
            }
            let moved = Set(items.compactMap { $0["id"]?.text })
            #expect(after.filter { !moved.contains($0.key) } == before.filter { !moved.contains($0.key) })

            let first = try #require(items.first)
            let id = try #require(first["id"]?.text)
            let events = try await officer.get("/v1/dossiers/\(id)/events").items
            #expect(events.last?["action"]?.text == "recalculate")
            #expect(events.last?["note"]?.text == "Nghỉ do bão số 12.")
            #expect(events.last?["detail"]?["previous_due_at"] == first["before"])
            #expect(events.last?["detail"]?["due_at"] == first["after"])
            let dossier = try await officer.get("/v1/dossiers/\(id)")
            #expect(dossier.json["due_at"] == first["after"])
            let entries = try await test.central.store.read { database in
                (
                    try Int.fetchOne(
                        database, sql: "SELECT COUNT(*) FROM changes WHERE action = 'recalculate'"),
                    try Int.fetchOne(
                        database, sql: "SELECT COUNT(*) FROM audit WHERE action = 'calendar.set'")
                )
            }
            #expect(entries.0 == items.count && entries.1 == 1)

            let again = try await admin.send(
                .put, Self.path, headers: Self.headers(key, match: "\"1\""), json: body)
            #expect(again.json == done.json && again.headers[.idempotencyReplayed] == "true")
            #expect(try await officer.get("/v1/dossiers/\(id)/events").items.count == events.count)
            let stale = try await admin.send(
                .put, Self.path, headers: Self.headers(match: "\"1\""), json: body)
            #expect(stale.status == 412)
            #expect(try await Self.dueDates(test.central) == after)
        }
    }

    @Test("Replaying the events of every open dossier gives its due date, before the change and after it")
    func replay() async throws {
        let test = try TestCentral(withDossiers: true)
        try await test.run { desk in
            let admin = try await desk.login("quantri")
            #expect(try await unlike(test.central) == [])
            let calendar = try await admin.get(Self.path)
            let done = try await admin.send(
                .put, Self.path, headers: Self.headers(),
                json: Self.body(calendar, off: [Self.fresh], makeup: [["date": "2026-11-28", "name": "Bù"]]))
            #expect(done.status == 200, "\(done.text)")
            #expect(try await unlike(test.central, evenStopped: false) == [])
        }
    }

    @Test("What was ready keeps the date that it was ready for, at the change and at every act after it")
    func stopped() async throws {
        let test = try TestCentral(withDossiers: true)
        try await test.run { desk in
            let admin = try await desk.login("quantri")
            let day = try #require(Instant(rfc3339: "2026-11-25T00:00:00+07:00"))
            let found = try await test.central.store.read { database in
                try String.fetchOne(
                    database,
                    sql: """
                        SELECT id FROM dossiers WHERE unit = 'H26.1.5' AND ended_at IS NULL AND status = 9
                            AND due_at >= ? AND holder_unit = unit ORDER BY id LIMIT 1
                        """, arguments: [day.seconds])
            }
            let id = try #require(found)
            let before = try await Self.dueDates(test.central)[id]
            let calendar = try await admin.get(Self.path)
            let done = try await admin.send(
                .put, Self.path, headers: Self.headers(), json: Self.body(calendar, off: [Self.fresh]))
            #expect(done.status == 200, "\(done.text)")
            #expect(try await Self.dueDates(test.central)[id] == before)
            var driver = RoutingDriver(test, desk)
            try await driver.login(["tiepnhan"])
            let events = try await driver.desk("tiepnhan").get("/v1/dossiers/\(id)/events").items
            #expect(!events.contains { $0["action"]?.text == "recalculate" })
            let claimed = try await driver.act(["action": "claim"], on: id, by: "tiepnhan")
            #expect(claimed.status == 200, "\(claimed.text)")
            #expect(try await Self.dueDates(test.central)[id] == before)
        }
    }

    /// The open dossiers of the training desk whose row says another due date than their events.
    ///
    /// - Parameter evenStopped: Also those whose clock was stopped: a calendar that changed since moves them no more.
    private func unlike(_ central: Central, evenStopped: Bool = true) async throws -> [String] {
        let ids = try await central.store.read { database in
            try String.fetchAll(
                database,
                sql: "SELECT id FROM dossiers WHERE unit = 'H26.1.5' AND ended_at IS NULL ORDER BY id")
        }
        #expect(ids.count > 200)
        var unlike: [String] = []
        for id in ids {
            let stored = try await central.store.read {
                try DossierTable.find($0, id: id, scope: .everything, seal: central.seal)
            }
            let dossier = try #require(stored)
            let ground = try await RoutingGround(of: dossier, central, on: central.clock.now().date)
            let state = try await central.store.read {
                try ground.reading($0, dossier, seal: central.seal).state(ground.graph)
            }
            guard evenStopped || state.stoppedAt == nil else { continue }
            let deadline = dossier.dossier.deadline
            let due = state.due(ServiceTime(amount: deadline.amount, unit: deadline.unit), ground.calendar)
            if due.dueAt != dossier.dossier.dueAt { unlike.append(dossier.dossier.code) }
        }
        return unlike
    }

    @Test(
        "What can't be a calendar is refused at its place, and nothing is changed",
        arguments: [
            ([Self.fresh, Self.fresh], [], "x", ["/days_off/+1/date duplicate"]),
            ([["date": "2027-01-01", "name": "Tết"]], [], "x", ["/days_off/+0/date other_year"]),
            ([["date": "2026-11-25", "name": " "]], [], "x", ["/days_off/+0/name required"]),
            (
                [["date": "2026-11-28", "name": "Nghỉ"]], [["date": "2026-11-28", "name": "Bù"]], "x",
                ["/makeup_days/+0/date also_off"]
            ),
            ([], [["date": "2026-11-26", "name": "Bù"]], "x", ["/makeup_days/+0/date already_worked"]),
            ([], [], " ", ["/reason required"]), ([], [], .null, ["/reason missing_key"]),
        ] as [([JSONValue], [JSONValue], JSONValue, [String])])
    func faults(off: [JSONValue], makeup: [JSONValue], reason: JSONValue, expected: [String]) async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let admin = try await desk.login("quantri")
            let calendar = try await admin.get(Self.path)
            let counts = ["days_off", "makeup_days"].map { Self.list(calendar.json[$0]).count }
            var body = Self.body(calendar, off: off, makeup: makeup, reason: reason)
            if reason == .null, case .object(var members) = body {
                members["reason"] = nil
                body = .object(members)
            }
            for dry in ["true", "false"] {
                let reply = try await admin.send(
                    .put, Self.path + "?dry_run=" + dry, headers: Self.headers(), json: body)
                #expect(reply.status == 422)
                let faults = reply.faults.map { fault in
                    zip(["/days_off/", "/makeup_days/"], counts).reduce(fault) { text, list in
                        (0...1).reduce(text) {
                            $0.replacing("\(list.0)\(list.1 + $1)/", with: "\(list.0)+\($1)/")
                        }
                    }
                }
                #expect(faults == expected)
            }
            #expect(try await admin.get(Self.path).json == calendar.json)
        }
    }

    @Test(
        "Who may change which year of whose calendar",
        arguments: [
            ("tiepnhan", "H26.1.5/2026", 403), ("lanhdao", "H26.1.5/2026", 403),
            ("quantri", "H26.1.5/2026", 200), ("quantri", "H26/2027", 200), ("quantri", "H29.1.1/2026", 404),
            ("quantri", "quoc-gia/2026", 404), ("quantribo", "quoc-gia/2026", 200),
            ("quantribo", "H29.1.1/2026", 200), ("quantri", "H26.1.5/2028", 200),
            ("quantri", "H26.1.5/2029", 404), ("quantri", "H26.1.5/2024", 404),
            ("quantri", "H26.1.5/x", 404), ("quantri", "H26.1.5/02026", 404), ("quantri", "H99/2026", 404),
        ])
    func rights(account: String, place: String, status: Int) async throws {
        try await TestCentral().run { desk in
            let reply = try await desk.login(account).send(
                .put, "/v1/calendars/\(place)?dry_run=true", headers: Self.headers(),
                json: ["days_off": [], "makeup_days": [], "reason": "Thử"])
            #expect(reply.status == status, "\(reply.text)")
        }
    }

    @Test("Key, revision and parameters are asked for; a body too long and a stranger key are refused")
    func request() async throws {
        try await TestCentral().run { desk in
            let admin = try await desk.login("quantri")
            let body: JSONValue = ["days_off": [], "makeup_days": [], "reason": "Thử"]
            func status(_ query: String, _ headers: HTTPFields, _ json: JSONValue = body) async throws -> Int
            {
                try await admin.send(.put, Self.path + query, headers: headers, json: json).status
            }
            #expect(try await status("", [.ifMatch: "*"]) == 400)
            #expect(try await status("", [.idempotencyKey: UUIDv7.make()]) == 428)
            #expect(try await status("?dry_run=yes", Self.headers()) == 400)
            #expect(try await status("?cursor=abc", Self.headers()) == 400)
            #expect(try await status("?dry_run=true&cursor=abc", Self.headers()) == 400)
            #expect(try await status("?dry_run=true", Self.headers(match: "\"7\"")) == 412)
            let long: JSONValue = [
                "days_off": [], "makeup_days": [], "reason": .string(String(repeating: "a", count: 300_000)),
            ]
            #expect(try await status("", Self.headers(), long) == 413)
        }
    }

    @Test("The calendar of a province reaches the units below, but for those that have their own")
    func province() async throws {
        let test = try TestCentral(withDossiers: true)
        try await test.run { desk in
            let admin = try await desk.login("quantri")
            let calendar = try await admin.get("/v1/calendars/H26/2026")
            let done = try await admin.send(
                .put, "/v1/calendars/H26/2026?limit=200", headers: Self.headers(),
                json: Self.body(calendar, off: [Self.fresh]))
            #expect(done.status == 200, "\(done.text)")
            #expect(done.json["apart"] == ["H26.2"])
            #expect(Set(done.items.compactMap { $0["unit"]?.text }).count > 1)
            #expect(done.items.allSatisfy { $0["unit"]?.text?.hasPrefix("H26.1.") == true })
            for (unit, isReached) in [("H26.1.5", true), ("H26.2", false), ("H29.1.1", false)] {
                let days = try await admin.get("/v1/calendars/\(unit)/2026").json["days_off"]
                #expect(Self.list(days).contains(Self.fresh) == isReached, "\(unit)")
            }
        }
    }

    @Test("What was reckoned by the calendar of before is not written after the change")
    func meanwhile() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let officer = try await desk.login()
            let reply = try await officer.post("/v1/dossiers", SampleIntake.body, key: UUIDv7.make())
            let id = try #require(reply["id"])
            let central = test.central
            let stored = try await central.store.read {
                try DossierTable.find($0, id: id, scope: .everything, seal: central.seal)
            }
            let dossier = try #require(stored)
            let ground = try await RoutingGround(of: dossier, central, on: central.clock.now().date)
            try await central.store.read { try ground.checkCalendar($0, of: "H26.1.5") }
            let admin = try await desk.login("quantri")
            let calendar = try await admin.get(Self.path)
            _ = try await admin.send(
                .put, Self.path, headers: Self.headers(), json: Self.body(calendar, off: [Self.fresh]))
            let refusal = await #expect(throws: ProblemError.self) {
                try await central.store.read { try ground.checkCalendar($0, of: "H26.1.5") }
            }
            #expect(refusal?.kind == .requestInProgress)
            let fresh = try await officer.post(
                "/v1/dossiers", SampleIntake.of("001185000147"), key: UUIDv7.make())
            #expect(fresh.status == 201, "\(fresh.text)")
        }
    }

    @Test(
        "An edition holds from its day on: what is handed out and what a term is counted by change that day")
    func effectiveDates() async throws {
        let clock = TestClock("2026-12-03T09:00:00+07:00")
        let test = try TestCentral(clock: clock)
        // From the new year on the ward also works on Saturday mornings.
        try test.central.store.load { database in
            let edition = try #require(
                try CatalogueTable.calendarEdition(database, of: "H26.1.5", on: clock.now.date))
            var calendar = try CatalogueTable.calendar(database, edition)
            calendar.unit = "H26.1.5"
            let saturday = try #require(LocalDate(iso: "2027-01-02")).weekday
            let morning = try #require(calendar.hours.first?.spans.first)
            calendar.hours.append(WeekHours(weekdays: [saturday], spans: [morning]))
            try CatalogueTable.insert(
                database, .calendar, code: "H26.1.5", version: 2,
                from: try #require(LocalDate(iso: "2027-01-01")), to: nil,
                document: try StrictJSON.encode(calendar))
            try CatalogueTable.raiseRevision(database)
        }
        try await test.run { desk in
            func due(_ accepted: String) async throws -> String? {
                try await desk.login().post(
                    "/v1/deadlines:preview",
                    [
                        "unit": "H26.1.5", "accepted_at": .string(accepted), "amount": 1,
                        "amount_unit": "working_day", "pauses": [],
                    ])["due_at"]
            }
            let hours = try await desk.login().get(Self.path).json["hours"]
            #expect(Self.list(hours).count == 1)
            // A Friday: the next working day is Monday.
            #expect(try await due("2026-12-04T09:00:00+07:00") == "2026-12-07T09:00:00+07:00")

            // A day off is put in meanwhile: it stands in both editions, and puts neither aside.
            let admin = try await desk.login("quantri")
            let days = try await admin.get("/v1/calendars/H26.1.5/2027")
            let done = try await admin.send(
                .put, "/v1/calendars/H26.1.5/2027", headers: Self.headers(),
                json: Self.body(days, off: [["date": "2027-03-01", "name": "Nghỉ do bão"]]))
            #expect(done.status == 200, "\(done.text)")
            #expect(done.headers[.eTag] == "\"3\"")
            #expect(Self.list(try await desk.login().get(Self.path).json["hours"]).count == 1)

            clock.now = try #require(Instant(rfc3339: "2027-01-04T09:00:00+07:00"))
            let later = try await desk.login().get("/v1/calendars/H26.1.5/2027")
            #expect(Self.list(later.json["hours"]).count == 2)
            #expect(Self.list(later.json["days_off"]).contains { $0["date"]?.text == "2027-03-01" })
            #expect(later.headers[.eTag] == "\"4\"")
            #expect(try await due("2027-01-08T09:00:00+07:00") == "2027-01-09T09:00:00+07:00")
            let intake = try await desk.login().post("/v1/dossiers", SampleIntake.body, key: UUIDv7.make())
            #expect(intake.status == 201, "\(intake.text)")
        }
    }

    @Test("A day off that was put in a moment ago is what the next term is counted by")
    func nextTerm() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let (admin, officer) = (try await desk.login("quantri"), try await desk.login())
            func due() async throws -> String? {
                try await officer.post(
                    "/v1/deadlines:preview",
                    [
                        "unit": "H26.1.5", "accepted_at": "2026-11-23T09:00:00+07:00", "amount": 1,
                        "amount_unit": "working_day", "pauses": [],
                    ])["due_at"]
            }
            // The 24th is a day off as it is.
            #expect(try await due() == "2026-11-25T09:00:00+07:00")
            _ = try await admin.send(
                .put, Self.path, headers: Self.headers(),
                json: Self.body(try await admin.get(Self.path), off: [Self.fresh]))
            #expect(try await due() == "2026-11-26T09:00:00+07:00")
        }
    }
}
