import Forms
import GRDB
import HTTPTypes
import Models
import Testing

@testable import central

@Suite("A dossier that was overdue when it began to wait stays overdue")
struct OverdueBeforePauseTests {
    private static let id = SeedDossiers.overdue

    private static func ids(_ path: String, _ desk: TestDesk) async throws -> [String] {
        try await desk.get(path + "limit=200").items.compactMap { $0["id"]?.text }
    }

    @Test(
        "Waiting for papers or standing still: it stays in its queue, in the day's picture and the look-up, and form 04 is made of it",
        arguments: [(ProcessAction.requestSupplement, 5), (.suspend, 8)])
    func stays(action: ProcessAction, status: Int) async throws {
        let test = try TestCentral(withDossiers: true)
        try await test.run { desk in
            var driver = RoutingDriver(test, desk)
            try await driver.login(["tiepnhan", "kinhte"])
            let officer = try driver.desk("tiepnhan")
            let before = try await driver.stored(Self.id)
            let due = try #require(before.dossier.dueAt)
            #expect(due < test.clock.now && before.dossier.status == 4)
            #expect(try await Self.ids("/v1/inboxes/overdue?", officer).contains(Self.id))
            let day = try await officer.get("/v1/reports/today").json["queues"]

            let dossier = try await officer.get("/v1/dossiers/\(Self.id)")
            let done = try await driver.act(
                try RoutingDriver.body(action, of: dossier), on: Self.id, by: "kinhte")
            #expect(done.status == 200 && done.json["status"] == .int(status), "\(done.text)")
            let after = try await driver.stored(Self.id)
            #expect(after.dossier.dueAt == due)
            #expect(try await driver.replayed(after).due == due)

            let item = try await officer.get("/v1/inboxes/overdue?limit=200").items
                .first { $0["id"]?.text == Self.id }
            #expect(item?["overdue"] == true && item?["due_at"]?.text == due.rfc3339)
            let counts = try await officer.get("/v1/inboxes").items
            #expect(
                counts.first { $0["slug"] == "overdue" }?["count"]
                    == .int(try await Self.ids("/v1/inboxes/overdue?", officer).count))
            #expect(
                try await Self.ids("/v1/search?overdue=true&status=\(status)&", officer).contains(Self.id))
            let clock = try await officer.get("/v1/dossiers/\(Self.id)/clock")
            #expect(clock.json["overdue"] == true && clock.json["overdue_days"] != nil, "\(clock.text)")
            #expect(clock["due_at"] == due.rfc3339)
            let now = try await officer.get("/v1/reports/today").json["queues"]
            func late(_ queues: JSONValue?) -> JSONValue? {
                queues?.list?.first { $0["slug"] == "overdue" }?["overdue"]
            }
            #expect(late(now) == late(day) && late(now) != nil)

            // Of what waits for the citizen an apology is owed; what is stopped has form 05.
            let print: JSONValue = ["form": "04", "copies": 1, "due_at": "2026-11-30T09:00:00+07:00"]
            let paper = try await officer.post("/v1/dossiers/\(Self.id)/prints", print, key: UUIDv7.make())
            #expect(paper.status == (status == 5 ? 201 : 422), "\(paper.text)")
            guard status == 5 else { return }

            // The papers came: the day that was missed is still the day.
            let supplied = try await driver.act(
                try RoutingDriver.body(.supplementIn, of: done), on: Self.id, by: "tiepnhan")
            #expect(supplied.status == 200 && supplied["due_at"] == due.rfc3339, "\(supplied.text)")
            #expect(try await Self.ids("/v1/inboxes/overdue?", officer).contains(Self.id))
        }
    }

    @Test("What was not overdue has no due date while it waits, and is in no queue of overdue ones")
    func notOverdue() async throws {
        let test = try TestCentral(withDossiers: true)
        try await test.run { desk in
            var driver = RoutingDriver(test, desk)
            try await driver.login(["tiepnhan"])
            let officer = try driver.desk("tiepnhan")
            let id = SeedDossiers.received
            let dossier = try await officer.get("/v1/dossiers/\(id)")
            let done = try await driver.act(
                try RoutingDriver.body(.requestSupplement, of: dossier), on: id, by: "tiepnhan")
            #expect(done.status == 200 && done["due_at"] == nil, "\(done.text)")
            test.clock.advance(seconds: 20 * 86_400)
            let later = try await desk.login("tiepnhan")
            #expect(!(try await Self.ids("/v1/inboxes/overdue?", later).contains(id)))
            let print: JSONValue = ["form": "04", "copies": 1, "due_at": "2026-12-30T09:00:00+07:00"]
            let paper = try await later.post("/v1/dossiers/\(id)/prints", print, key: UUIDv7.make())
            #expect(paper.status == 422)
        }
    }

    @Test("One that waited already when the program was brought up to date has its date before it goes on")
    func upgraded() async throws {
        let test = try TestCentral(withDossiers: true)
        try await test.run { desk in
            var driver = RoutingDriver(test, desk)
            try await driver.login(["tiepnhan", "kinhte"])
            let officer = try driver.desk("tiepnhan")
            let due = try #require(try await driver.stored(Self.id).dossier.dueAt)
            let dossier = try await officer.get("/v1/dossiers/\(Self.id)")
            let done = try await driver.act(
                try RoutingDriver.body(.requestSupplement, of: dossier), on: Self.id, by: "kinhte")
            try #require(done.status == 200, "\(done.text)")

            // As a version left it that kept no date while a dossier waits.
            let waiting = try await driver.stored(Self.id)
            let central = test.central
            try await central.store.write { database in
                var old = waiting
                old.dossier.dueAt = nil
                try DossierTable.update(database, old, before: waiting, seal: central.seal)
                try Migrations.lateWaits(database)
            }
            #expect(!(try await Self.ids("/v1/inboxes/overdue?", officer).contains(Self.id)))
            let other = try await driver.stored(SeedDossiers.supplement).dossier

            let expiry = Expiry(central: central) { _ in }
            try await expiry.pass()
            let after = try await driver.stored(Self.id)
            #expect(after.dossier.dueAt == due && after.dossier.revision == waiting.dossier.revision + 1)
            #expect(after.expiresAt == waiting.expiresAt && after.expiresAt != nil)
            #expect(try await Self.ids("/v1/inboxes/overdue?", officer).contains(Self.id))
            // What was not late has no date still, and nothing of it changed.
            let same = try await driver.stored(SeedDossiers.supplement)
            #expect(same.dossier == other && other.dueAt == nil && same.expiresAt != Instant(seconds: 0))
            try await expiry.pass()
            #expect(try await driver.stored(Self.id).dossier.revision == after.dossier.revision)
        }
    }
}
