import Forms
import HTTPTypes
import Models
import Testing

@testable import central

/// The main way of each procedure through the API; all other steps and verbs: `EveryStepTests`.
@Suite(
    "Dossiers of all training procedures go their way, by those who are bound and by nobody else", .serialized
)
struct RoutingMatrixTests {
    static let procedures: [String] = ((try? RoutingDriver.set.get())?.procedures ?? []).map(\.code).sorted()

    /// One of every kind of work, at home and elsewhere.
    static let accounts = [
        "tiepnhan", "tiepnhan2", "thamdinh", "thamdinh2", "lanhdao", "lanhdao2", "vanthu", "thungan",
        "vanhoa",
        "kinhte", "kinhte.lanhdao", "congan", "congan2", "congan.lanhdao", "conganhn", "conganhn2",
        "conganhn.lanhdao", "buuchinh", "quantri", "tongdai", "quantribo", "tiepnhan.cuanam",
        "thamdinh.saigon",
    ]

    @Test(
        "From intake to delivery through the API; who is not bound is refused at each step, and nothing changes"
    )
    func wholeMatrix() async throws {
        #expect(Self.procedures.count == 25)
        let set = try RoutingDriver.set.get()
        let test = try TestCentral()
        try await test.run { desk in
            var driver = RoutingDriver(test, desk)
            try await driver.login(Self.accounts)
            for code in Self.procedures {
                let procedure = try #require(set.procedure(code))
                let process = try #require(set.process(procedure.process))
                try await Self.drive(code, ProcessGraph(process), set, driver)
            }
        }
    }

    private static func drive(
        _ procedure: String, _ graph: ProcessGraph, _ set: TrainingSet, _ driver: RoutingDriver
    ) async throws {
        let taken = try await driver.takeIn(procedure)
        let id = try #require(taken["id"])
        let staff = Staff(set: set)
        var left = 30
        while left > 0 {
            left -= 1
            let stored = try await driver.stored(id)
            let dossier = stored.dossier
            let step = try #require(graph.step(dossier.step))
            guard step.kind != .terminal else { break }
            let bound = Set(
                staff.officers(unit: dossier.unit.code, process: graph.process.id, step: step.code)
                    .map(\.username))
            let action = try await next(stored, graph, driver)
            guard !action.isAutomatic else {
                let reply = try await driver.act(
                    ["action": "payment_ok", "amount": 1], on: id, by: "thungan")
                #expect(reply.status == 409 && reply.faults == ["/action system_only"], "\(reply.text)")
                try await CashDesk.collect(id, driver.test)
                continue
            }
            let shown = TestReply(
                status: 200, headers: [:], body: try StrictJSON.encode(dossier))
            let body = try RoutingDriver.body(action, of: shown)
            for account in accounts where !bound.contains(account) {
                let reply = try await driver.act(body, on: id, by: account)
                #expect(
                    [403, 404].contains(reply.status),
                    "\(procedure) \(step.code) \(action.rawValue) \(account): \(reply.text)")
            }
            #expect(try await driver.stored(id).dossier.revision == dossier.revision)
            let able = bound.intersection(accounts).sorted()
            let account = try #require(able.first, "\(procedure) \(step.code)")
            let done = try await driver.act(body, on: id, by: account, revision: dossier.revision)
            #expect(
                done.status == 200, "\(procedure) \(step.code) \(action.rawValue) \(account): \(done.text)")
            guard done.status == 200 else { return }
            try await checkReplay(id, driver)
            let miscounted = try await DossierTallyTests.faults(driver.test)
            #expect(miscounted.isEmpty, "\(procedure) \(step.code) \(action.rawValue)")
        }
        let end = try await driver.stored(id)
        #expect(end.dossier.status == 10, "\(procedure) ended at \(end.dossier.step)")
        #expect(end.endedAt != nil)
    }

    /// The way to the result: payment where something is owed and the process has a place for it.
    private static func next(_ stored: StoredDossier, _ graph: ProcessGraph, _ driver: RoutingDriver)
        async throws
        -> ProcessAction
    {
        let step = stored.dossier.step
        let central = driver.test.central
        let ground = try await RoutingGround(of: stored, central, on: driver.test.clock.now.date)
        let reading = try await central.store.read { try ground.reading($0, stored, seal: central.seal) }
        let money = reading.money.after(reading.events)
        if graph.transition(from: step, .paymentOk) != nil { return .paymentOk }
        if money.before > money.paid, graph.step(step)?.kind == .intake { return .paymentOk }
        if money.owed > 0, graph.transition(from: step, .requestPayment) != nil { return .requestPayment }
        if money.owed > 0, graph.step(step)?.kind == .deliver { return .paymentOk }
        let order: [ProcessAction] = [
            .receive, .resume, .supplementIn, .approve, .forward, .sign, .finish, .deliver,
        ]
        let action = order.first { graph.transition(from: step, $0) != nil }
        return try #require(action, "\(graph.process.id) \(step)")
    }

    /// The row is what the events say.
    private static func checkReplay(_ id: ID, _ driver: RoutingDriver) async throws {
        let stored = try await driver.stored(id)
        let (state, due, events) = try await driver.replayed(stored)
        #expect(state.step == stored.dossier.step)
        #expect(state.acceptedAt == stored.dossier.acceptedAt)
        #expect(state.endedAt == stored.endedAt)
        #expect(state.assignee == stored.assignee)
        #expect(due == stored.dossier.dueAt)
        #expect(events.map(\.seq) == Array(1...events.count))
        #expect(stored.dossier.revision == events.count)
    }
}
