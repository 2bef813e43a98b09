import Forms
import GRDB
import Models
import Testing

@testable import central

@Suite("The counts of queues are those of the dossiers, whatever happens to them")
struct DossierTallyTests {
    /// Each inbox counted dossier by dossier.
    private static func counted(
        _ database: Database, _ scope: Scope, _ moment: InboxMoment
    ) throws -> [InboxKind: Int] {
        var counts: [InboxKind: Int] = [:]
        for inbox in InboxKind.allCases {
            var condition = inbox.condition(moment)
            condition.and(scope.dossiers("d"))
            counts[inbox] = try Int.fetchOne(
                database, sql: "SELECT COUNT(*) FROM dossiers d WHERE \(condition.sql)",
                arguments: condition.arguments)
        }
        return counts
    }

    private static func scope(_ officer: Officer) throws -> Scope {
        guard case .granted(let grant) = Policy.decide("getInbox", officer: officer) else {
            throw StoreError.unreadable("grant")
        }
        return grant.scope
    }

    /// What is kept is what there is, and nothing is kept of what there isn't.
    static func faults(_ test: TestCentral) async throws -> [String] {
        let kind = DossierTally.kind.joined(separator: ", ")
        return try await test.central.store.read { database in
            let kept = try Row.fetchAll(
                database, sql: "SELECT \(kind), n FROM dossier_tallies ORDER BY \(kind), n")
            let counted = try Row.fetchAll(
                database,
                sql: """
                    SELECT \(kind), COUNT(*) AS n FROM dossiers WHERE ended_at IS NULL
                    GROUP BY \(kind) ORDER BY \(kind), n
                    """)
            return kept == counted ? [] : ["\(kept) instead of \(counted)"]
        }
    }

    @Test(
        "For every kind of officer",
        arguments: [
            "tiepnhan", "thamdinh", "lanhdao", "vanthu", "congan", "buuchinh", "quantri", "quantribo",
        ])
    func counts(account: String) async throws {
        let test = try TestCentral(withDossiers: true)
        let central = test.central
        let found = try await central.store.read { database -> Officer? in
            guard let id = try OfficerTable.account(database, named: account)?.officer else { return nil }
            return try OfficerTable.officer(database, id: id, on: central.clock.now().date)
        }
        let officer = try #require(found)
        let scope = try Self.scope(officer)
        let moment = try await InboxMoment.now(of: officer, central)
        let (tallied, counted) = try await central.store.read { database in
            (
                try DossierTally.counts(database, scope: scope, at: moment),
                try Self.counted(database, scope, moment)
            )
        }
        #expect(tallied == counted)
        let faults = try await Self.faults(test)
        #expect(faults.isEmpty)
    }

    @Test("Taken in, paid, handed on, taken back, taken up → right after each act")
    func acts() async throws {
        let test = try TestCentral(withDossiers: true)
        try await test.run { desk in
            var driver = RoutingDriver(test, desk)
            try await driver.login(["tiepnhan"])
            let id = SeedDossiers.received
            try await CashDesk.collect(id, test)
            var steps: [String] = []
            for action in ["forward", "undo", "claim", "release"] {
                let reply = try await driver.act(["action": .string(action)], on: id, by: "tiepnhan")
                #expect(reply.status == 200, "\(action): \(reply.text)")
                steps.append(try await driver.stored(id).dossier.step)
                let faults = try await Self.faults(test)
                #expect(faults.isEmpty, "after \(action)")
            }
            #expect(Set(steps).count == 2)
            let taken = try await driver.takeIn("2.000635")
            #expect(taken.status == 201)
            let faults = try await Self.faults(test)
            #expect(faults.isEmpty)
        }
    }

    @Test("A page of ranges is the page of the whole, onwards and back", arguments: [InboxKind.todo, .mine])
    func pages(inbox: InboxKind) async throws {
        let test = try TestCentral(withDossiers: true)
        let central = test.central
        for account in ["tiepnhan", "thamdinh", "lanhdao", "vanthu", "congan"] {
            let found = try await central.store.read { database -> Officer? in
                guard let id = try OfficerTable.account(database, named: account)?.officer else { return nil }
                return try OfficerTable.officer(database, id: id, on: central.clock.now().date)
            }
            let officer = try #require(found)
            let scope = try Self.scope(officer)
            let moment = try await InboxMoment.now(of: officer, central)
            for isDescending in [false, true] {
                let order = DossierOrder(sort: inbox.order.sort, isDescending: isDescending)
                let (whole, parts) = try await central.store.read { database in
                    let whole = try DossierList.page(
                        database, where: inbox.condition(moment), scope: scope, order: order, after: nil,
                        limit: 10_000, statuses: [:], now: moment.now
                    ).map(\.item.id)
                    let ranges = try #require(
                        try inbox.ranges(database, moment, scope: scope, order: order))
                    var (parts, after): ([ID], DossierOrder.Position?) = ([], nil)
                    while true {
                        let page = try DossierList.page(
                            database, ranges: ranges, order: order, after: after, limit: 7, statuses: [:],
                            now: moment.now)
                        parts += page.map(\.item.id)
                        guard page.count == 7, let last = page.last else { return (whole, parts) }
                        after = DossierOrder.Position(order: order, key: last.key, id: last.item.id)
                    }
                }
                #expect(parts == whole, "\(account) \(order)")
            }
        }
    }
}
