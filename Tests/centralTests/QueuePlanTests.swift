import GRDB
import Models
import Testing

@testable import central

@Suite("Queues are read along an index, and never sorted")
struct QueuePlanTests {
    private struct Step {
        var parent: Int
        var detail: String
    }

    private static func plan(_ database: Database, _ sql: String, _ arguments: StatementArguments) throws
        -> [Step]
    {
        try Row.fetchAll(database, sql: "EXPLAIN QUERY PLAN " + sql, arguments: arguments).map {
            Step(parent: $0["parent"], detail: $0["detail"])
        }
    }

    /// What a plan does to the dossiers that it should not.
    ///
    /// - Parameter maySort: Whether the few dossiers of a narrow queue may be sorted, in an order that is not its own.
    private static func faults(_ steps: [Step], maySort: Bool) -> [String] {
        let reads = steps.filter {
            let words = $0.detail.split(separator: " ")
            return words.count > 1 && ["SCAN", "SEARCH"].contains(words[0]) && words[1] == "d"
        }
        guard !reads.isEmpty else { return ["reads no dossiers"] }
        let places = Set(reads.map(\.parent))
        let sorts = steps.filter { $0.detail.hasPrefix("USE TEMP B-TREE") && places.contains($0.parent) }
        if maySort, !sorts.isEmpty {
            // Along the queue's own range, and no further.
            return reads.map(\.detail).filter { $0.hasPrefix("SCAN") || !$0.contains("unit=?") }
        }
        return reads.map(\.detail).filter { !$0.contains("INDEX dossiers_open_") || $0.hasPrefix("SCAN") }
            + sorts.map(\.detail)
    }

    private func moment(_ central: Central, _ account: String) async throws -> (InboxMoment, Officer) {
        let day = central.clock.now().date
        let found = try await central.store.read { database -> Officer? in
            guard let id = try OfficerTable.account(database, named: account)?.officer else { return nil }
            return try OfficerTable.officer(database, id: id, on: day)
        }
        let officer = try #require(found)
        return (try await InboxMoment.now(of: officer, central), officer)
    }

    private func grant(_ officer: Officer) throws -> Grant {
        guard case .granted(let grant) = Policy.decide("getInbox", officer: officer) else {
            throw StoreError.unreadable("grant")
        }
        return grant
    }

    @Test(
        "Every queue in every order, its first page and the next",
        arguments: InboxKind.allCases, ["tiepnhan", "thamdinh", "lanhdao", "congan", "kinhte"])
    func pages(inbox: InboxKind, account: String) async throws {
        let test = try TestCentral(withDossiers: true)
        let (moment, officer) = try await moment(test.central, account)
        let scope = try grant(officer).scope
        let orders =
            [inbox.order]
            + DossierOrder.Sort.allCases.flatMap { sort in
                [false, true].map { DossierOrder(sort: sort, isDescending: $0) }
            }
        for order in orders {
            let key: DossierOrder.Key =
                [.due, .submitted].contains(order.sort) ? .number(moment.now.seconds) : .text("h")
            for after in [nil, DossierOrder.Position(order: order, key: key, id: "0")] {
                let query = DossierList.query(
                    where: inbox.condition(moment), scope: scope, order: order, after: after, limit: 51,
                    on: moment.now)
                let steps = try await test.central.store.read {
                    try Self.plan($0, query.sql, query.arguments)
                }
                #expect(
                    Self.faults(steps, maySort: order != inbox.order && inbox != .open) == [],
                    "\(order)")
            }
        }
    }

    @Test(
        "A queue of an officer's own work is read as ranges that are his, in its order",
        arguments: [InboxKind.todo, .mine],
        ["tiepnhan", "thamdinh", "lanhdao", "congan", "kinhte", "quantri"])
    func ranges(inbox: InboxKind, account: String) async throws {
        let test = try TestCentral(withDossiers: true)
        let (moment, officer) = try await moment(test.central, account)
        let scope = try grant(officer).scope
        for isDescending in [false, true] {
            let order = DossierOrder(sort: inbox.order.sort, isDescending: isDescending)
            let ranges = try await test.central.store.read {
                try inbox.ranges($0, moment, scope: scope, order: order)
            }
            let found = try #require(ranges)
            #expect(found.isEmpty == (inbox == .todo && account == "quantri"))
            for (range, after) in found.flatMap({ range in
                [nil, DossierOrder.Position(order: order, key: .number(moment.now.seconds), id: "0")]
                    .map { (range, $0) }
            }) {
                let query = DossierRanges.query(range, order: order, after: after, limit: 51)
                let steps = try await test.central.store.read {
                    try Self.plan($0, query.sql, query.arguments)
                }
                let index =
                    inbox == .todo ? "USING COVERING INDEX dossiers_open_step (unit=? AND process=?" : "=?"
                #expect(steps.count == 1 && steps[0].detail.hasPrefix("SEARCH d "), "\(steps)")
                #expect(steps.allSatisfy { $0.detail.contains(index) }, "\(steps)")
            }
        }
    }

    @Test("What an officer may act at is found from what he holds", arguments: ["tiepnhan", "congan"])
    func places(account: String) async throws {
        let test = try TestCentral()
        let (moment, officer) = try await moment(test.central, account)
        let places = BindingTable.places(of: officer.id, on: moment.now.date)
        let steps = try await test.central.store.read { try Self.plan($0, places.sql, places.arguments) }
        let reads = steps.map(\.detail).filter { $0.contains(" b ") || $0.contains(" b U") }
        #expect(reads.count == 2)
        #expect(reads.allSatisfy { $0.hasPrefix("SEARCH b USING INDEX bindings_") }, "\(reads)")
    }

    @Test(
        "The counts are read from what is counted already, and from an index where the time decides",
        arguments: ["tiepnhan", "thamdinh", "congan", "buuchinh"])
    func counts(account: String) async throws {
        let test = try TestCentral(withDossiers: true)
        let (moment, officer) = try await moment(test.central, account)
        let queries = DossierTally.countQueries(scope: try grant(officer).scope, at: moment)
        #expect(queries.count > 1)
        for (number, query) in queries.enumerated() {
            let steps = try await test.central.store.read { try Self.plan($0, query.sql, query.arguments) }
            let reads = steps.filter { $0.detail.split(separator: " ").dropFirst().first == "d" }
            #expect(!reads.isEmpty)
            let index = number == 0 ? "dossier_tallies_" : "COVERING INDEX dossiers_open_"
            #expect(
                reads.allSatisfy { $0.detail.contains(index) }, "\(reads.map(\.detail)) of \(query.sql)")
            #expect(!steps.contains { $0.detail.contains("CORRELATED") && !$0.detail.contains("SCALAR") })
        }
    }
}
