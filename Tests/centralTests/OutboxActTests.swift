import Forms
import HTTPTypes
import Models
import Synchronization
import Testing

@testable import central

/// What the acts of a dossier put into the outbox, each in its own transaction: the API acts, the worker sends.
@Suite("Telling the citizen of acts")
struct OutboxActTests {
    private final class Carrier: MessageSink {
        let channels: Set<DossierMessage.Channel> = [.sms]
        private let sent = Mutex<[String]>([])

        func send(_ message: OutboundMessage) async throws(MessageFault) {
            sent.withLock { $0.append(message.text) }
        }

        /// What went out since this was asked last.
        func taken() -> [String] {
            sent.withLock { texts in
                defer { texts = [] }
                return texts
            }
        }
    }

    private static func at(_ text: String) throws -> Instant { try #require(Instant(rfc3339: text)) }

    /// Acts as the account, which logs in anew: clocks go on by days here.
    private static func act(
        _ action: ProcessAction, by account: String, on id: ID, _ test: TestCentral, _ desk: TestDesk,
        key: ID = UUIDv7.make()
    ) async throws -> TestReply {
        var driver = RoutingDriver(test, desk)
        try await driver.login([account])
        let dossier = try await driver.desk(account).get("/v1/dossiers/\(id)")
        return try await driver.act(
            RoutingDriver.body(action, of: dossier), on: id, by: account,
            revision: RoutingDriver.revision(dossier), key: key)
    }

    @Test(
        "Received, supplement wanted, late and ready are told once each, in their own words, and never at night"
    )
    func acts() async throws {
        let test = try TestCentral()
        let carrier = Carrier()
        let worker = OutboxWorker(central: test.central, sinks: [carrier])
        try await test.run { desk in
            try await worker.pass()
            let made = try await desk.login().post("/v1/dossiers", SampleIntake.body, key: UUIDv7.make())
            let id = try #require(made["id"])
            let code = try #require(made["code"])
            try await worker.pass()
            #expect(carrier.taken().map { $0.contains("da tiep nhan ho so \(code)") } == [true])

            // Within the office: nobody is told.
            try await CashDesk.collect(id, test)
            #expect(try await Self.act(.forward, by: "tiepnhan", on: id, test, desk).status == 200)
            try await worker.pass()
            #expect(carrier.taken().allSatisfy { $0.contains("da nhan phi") })

            // It was to be done the same day: late, once.
            test.clock.now = try Self.at("2026-11-23T18:00:00+07:00")
            for _ in 0..<3 { try await worker.pass() }
            #expect(carrier.taken().map { $0.contains("xin loi: ho so \(code)") } == [true])

            // In the evening: it waits for the morning, and a repeated request says it no second time.
            test.clock.now = try Self.at("2026-11-23T20:15:00+07:00")
            let key = UUIDv7.make()
            for _ in 0..<2 {
                let asked = try await Self.act(
                    .requestSupplement, by: "thamdinh", on: id, test, desk, key: key)
                #expect([200, 412].contains(asked.status), "\(asked.text)")
            }
            for moment in ["2026-11-23T20:16:00+07:00", "2026-11-24T03:00:00+07:00"] {
                test.clock.now = try Self.at(moment)
                #expect(try await worker.pass() == 0)
            }
            test.clock.now = try Self.at("2026-11-24T07:30:00+07:00")
            for _ in 0..<3 { try await worker.pass() }
            #expect(
                carrier.taken().map {
                    $0.contains("Ho so \(code)") && $0.contains("can bo sung: Ban chinh giay chung sinh")
                } == [true])

            test.clock.now = try Self.at("2026-11-24T08:30:00+07:00")
            #expect(try await Self.act(.supplementIn, by: "tiepnhan", on: id, test, desk).status == 200)
            try await worker.pass()
            #expect(carrier.taken().map { $0.contains("da nhan giay to bo sung") } == [true])

            for (action, account) in [
                (ProcessAction.forward, "thamdinh"), (.sign, "lanhdao"), (.finish, "vanthu"),
            ] {
                let done = try await Self.act(action, by: account, on: id, test, desk)
                #expect(done.status == 200, "\(action): \(done.text)")
            }
            for _ in 0..<3 { try await worker.pass() }
            #expect(carrier.taken().count { $0.contains("Ho so \(code) da co ket qua") } == 1)
        }
    }

    @Test(
        "A result that nobody fetches for a week is listed, and its citizen reminded once, by day, and audited"
    )
    func unfetched() async throws {
        let test = try TestCentral()
        let carrier = Carrier()
        let worker = OutboxWorker(central: test.central, sinks: [carrier])
        try await test.run { desk in
            try await worker.pass()
            let made = try await desk.login().post("/v1/dossiers", SampleIntake.body, key: UUIDv7.make())
            let (id, code) = (try #require(made["id"]), try #require(made["code"]))
            try await CashDesk.collect(id, test)
            for (action, account) in [
                (ProcessAction.forward, "tiepnhan"), (.forward, "thamdinh"), (.sign, "lanhdao"),
                (.finish, "vanthu"),
            ] {
                let done = try await Self.act(action, by: account, on: id, test, desk)
                #expect(done.status == 200, "\(action): \(done.text)")
            }
            // What is about one dossier goes out in order, a pass each.
            for _ in 0..<6 { try await worker.pass() }
            func told() -> [String] { carrier.taken().filter { $0.contains(code) } }
            #expect(told().count { $0.contains("Ho so \(code) da co ket qua") } == 1)
            func isListed() async throws -> Bool {
                let list = try await desk.login().get(
                    "/v1/inboxes/waiting_delivery?uncollected=true&q=\(code)")
                #expect(list.status == 200, "\(list.text)")
                return list.text.contains(code)
            }

            test.clock.now = test.clock.now.adding(seconds: 6 * 86_400)
            for _ in 0..<3 { try await worker.pass() }
            #expect(told().isEmpty)
            #expect(try await !isListed())
            func counted(_ account: String = "tiepnhan") async throws -> Int? {
                let queues = try await desk.login(account).get("/v1/inboxes").items
                return queues.first { $0["slug"] == "waiting_delivery" }?["uncollected"]?.number
            }
            let before = try #require(try await counted())

            // The week is over in the evening: it is listed, and told in the morning.
            test.clock.now = Instant(date: test.clock.now.date.adding(days: 1), hour: 20, minute: 30)
            #expect(try await worker.pass() == 0)
            #expect(try await isListed())
            let list = try await desk.login().get("/v1/inboxes/waiting_delivery?uncollected=true&limit=200")
            let counts = try await counted()
            #expect(counts == list.items.count && list.items.count > before)
            #expect(try await counted("thamdinh") == nil)
            test.clock.now = Instant(date: test.clock.now.date.adding(days: 1), hour: 7, minute: 30)
            for _ in 0..<3 { try await worker.pass() }
            #expect(told().map { $0.contains("Ket qua ho so \(code) van cho tai") } == [true])
            let audit = try await desk.login("quantri").get("/v1/audit?subject=\(id)&limit=50")
            #expect(audit.text.ranges(of: "dossier.remind").count == 1, "\(audit.text)")

            // Another week says nothing more; fetched, it is listed no longer.
            test.clock.now = test.clock.now.adding(seconds: 8 * 86_400)
            for _ in 0..<3 { try await worker.pass() }
            #expect(told().isEmpty)
            let given = try await Self.act(.deliver, by: "tiepnhan", on: id, test, desk)
            #expect(given.status == 200, "\(given.text)")
            #expect(try await !isListed())
        }
    }

    /// A result that the citizen was told of.
    private static func ready(_ test: TestCentral, _ desk: TestDesk) async throws -> ID {
        let made = try await desk.login().post("/v1/dossiers", SampleIntake.body, key: UUIDv7.make())
        let id = try #require(made["id"])
        try await CashDesk.collect(id, test)
        for (action, account) in [
            (ProcessAction.forward, "tiepnhan"), (.forward, "thamdinh"), (.sign, "lanhdao"),
            (.finish, "vanthu"),
        ] {
            let done = try await act(action, by: account, on: id, test, desk)
            #expect(done.status == 200, "\(action): \(done.text)")
        }
        return id
    }

    @Test("What had lain for more than a week when the reminders began, or got words, reminds nobody")
    func remindersBegin() async throws {
        let test = try TestCentral()
        let carrier = Carrier()
        let worker = OutboxWorker(central: test.central, sinks: [carrier])
        try await test.run { desk in
            let old = try await Self.ready(test, desk)
            test.clock.now = test.clock.now.adding(seconds: 8 * 86_400)
            for _ in 0..<9 { try await worker.pass() }
            #expect(!carrier.taken().contains { $0.contains("van cho tai") })
            let new = try await Self.ready(test, desk)
            test.clock.now = test.clock.now.adding(seconds: 8 * 86_400)
            for _ in 0..<9 { try await worker.pass() }
            #expect(carrier.taken().count { $0.contains("van cho tai") } == 1)
            let admin = try await desk.login("quantri")
            #expect(try await !admin.get("/v1/audit?subject=\(old)&limit=50").text.contains("dossier.remind"))
            #expect(try await admin.get("/v1/audit?subject=\(new)&limit=50").text.contains("dossier.remind"))
        }
    }

    @Test("Where telephone and address were taken out since, nobody is reminded and no reminder is audited")
    func remindsNobody() async throws {
        let test = try TestCentral()
        let carrier = Carrier()
        let worker = OutboxWorker(central: test.central, sinks: [carrier])
        try await test.run { desk in
            try await worker.pass()
            let id = try await Self.ready(test, desk)
            for _ in 0..<9 { try await worker.pass() }
            _ = carrier.taken()
            try test.central.store.load { [seal = test.central.seal] database in
                let before = try #require(
                    try DossierTable.find(database, id: id, scope: Scope(isEverything: true), seal: seal))
                var after = before
                (after.dossier.applicant.phone, after.dossier.applicant.email) = (nil, nil)
                after.dossier.submitter?.phone = nil
                try DossierTable.update(database, after, before: before, seal: seal)
            }
            test.clock.now = test.clock.now.adding(seconds: 8 * 86_400)
            for _ in 0..<9 { try await worker.pass() }
            #expect(!carrier.taken().contains { $0.contains("van cho tai") })
            let audit = try await desk.login("quantri").get("/v1/audit?subject=\(id)&limit=50")
            #expect(!audit.text.contains("dossier.remind"), "\(audit.text)")
        }
    }

    @Test(
        "Overdue while nothing looked and paused since: told when it goes on and is late still, and not while it waits"
    )
    func lateAfterPause() async throws {
        let test = try TestCentral()
        let carrier = Carrier()
        let worker = OutboxWorker(central: test.central, sinks: [carrier])
        try await test.run { desk in
            try await worker.pass()
            let made = try await desk.login().post("/v1/dossiers", SampleIntake.body, key: UUIDv7.make())
            let (id, code) = (try #require(made["id"]), try #require(made["code"]))
            try await CashDesk.collect(id, test)
            #expect(try await Self.act(.forward, by: "tiepnhan", on: id, test, desk).status == 200)
            try await worker.pass()
            _ = carrier.taken()
            func late() -> Int { carrier.taken().count { $0.contains("xin loi: ho so \(code)") } }

            // The worker is down for two days, in which the dossier falls due and is paused.
            test.clock.now = try Self.at("2026-11-25T09:00:00+07:00")
            #expect(try await Self.act(.requestSupplement, by: "thamdinh", on: id, test, desk).status == 200)
            test.clock.now = try Self.at("2026-11-26T09:00:00+07:00")
            for _ in 0..<3 { try await worker.pass() }
            #expect(late() == 0)
            test.clock.now = try Self.at("2026-11-27T09:00:00+07:00")
            #expect(try await Self.act(.supplementIn, by: "tiepnhan", on: id, test, desk).status == 200)
            for _ in 0..<3 { try await worker.pass() }
            #expect(late() == 1)

            // Paused and gone on once more, it is the same delay.
            #expect(try await Self.act(.requestSupplement, by: "thamdinh", on: id, test, desk).status == 200)
            #expect(try await Self.act(.supplementIn, by: "tiepnhan", on: id, test, desk).status == 200)
            for _ in 0..<3 { try await worker.pass() }
            #expect(late() == 0)
        }
    }

    @Test("An act that is refused tells nobody anything")
    func refused() async throws {
        let test = try TestCentral()
        let carrier = Carrier()
        let worker = OutboxWorker(central: test.central, sinks: [carrier])
        try await test.run { desk in
            let made = try await desk.login().post("/v1/dossiers", SampleIntake.body, key: UUIDv7.make())
            let id = try #require(made["id"])
            try await worker.pass()
            _ = carrier.taken()
            // Neither is the step theirs.
            #expect(try await Self.act(.finish, by: "vanthu", on: id, test, desk).status >= 400)
            #expect(try await Self.act(.requestSupplement, by: "lanhdao", on: id, test, desk).status >= 400)
            try await worker.pass()
            #expect(carrier.taken().isEmpty)
        }
    }
}
