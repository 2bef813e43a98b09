import Forms
import Models
import Testing

@testable import central

@Suite("Two desks at once")
struct TwoDesksTests {
    /// In `make bench` it is 10,000, beside bare commits.
    private static let each = 60

    @Test("Receipts have no gap and no duplicate, and every dossier is paid once, however both desks press")
    func receipts() async throws {
        try await MoneyDriver.run { driver in
            var dossiers: [String] = []
            for _ in 0..<Self.each { dossiers.append(try #require(try await driver.takeIn()["id"])) }
            // Both desks at every dossier: one of them is told that nothing is owed any more.
            let replies = try await withThrowingTaskGroup(of: TestReply.self) { group in
                for id in dossiers {
                    group.addTask { try await driver.pay(id) }
                    group.addTask { try await driver.pay(id, by: driver.second) }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            let paid = replies.filter { $0.status == 201 }
            let numbers = paid.compactMap { $0.json["receipt"]?["number"]?.number }.sorted()
            #expect(numbers == Array(1...Self.each))
            #expect(
                replies.filter { $0.status != 201 }.allSatisfy {
                    $0.code == "nothing_owed" || $0.code == "revision_conflict"
                })
            for id in dossiers { #expect(try await driver.owed(id) == 0) }
            let day = try await driver.reconciliation()
            #expect(day.json["net"] == .int(16_000 * Self.each))
            #expect(day.json["receipts_amount"] == .int(16_000 * Self.each))
        }
    }
}
