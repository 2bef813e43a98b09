import Forms
import Models
import Testing

@testable import central

@Suite("Dossiers from before there was a ledger")
struct FirstBookingTests {
    @Test(
        "What they owe is booked once, less what their history says was paid; then it is collected like any other's"
    )
    func books() async throws {
        try await MoneyDriver.run { driver in
            let owing = try await driver.takeIn()
            let paid = try await driver.takeIn()
            #expect(try await driver.pay(paid["id"] ?? "").status == 201)
            let central = driver.test.central
            try central.store.load(MoneyPropertyTests.empty)
            func listed() async throws -> [String] {
                try await driver.cashier.get("/v1/charges").items.compactMap { $0["code"]?.text }
            }
            #expect(try await listed().isEmpty)
            for _ in 0..<2 {
                try await FirstBooking(central: central).run()
                let codes = try await listed()
                #expect(codes.contains(owing["code"] ?? "-") && !codes.contains(paid["code"] ?? "-"))
                #expect(try await driver.owed(owing["id"] ?? "") == 16_000)
                #expect(try await driver.owed(paid["id"] ?? "") == 0)
            }
            // Even where nobody remembers that it was done.
            try await central.store.write { try SettingTable.remove($0, SettingTable.moneyBooked) }
            try await FirstBooking(central: central).run()
            #expect(try await driver.owed(owing["id"] ?? "") == 16_000)
            let taken = try await driver.pay(owing["id"] ?? "")
            #expect(taken.status == 201 && taken.json["receipt"] != nil, "\(taken.text)")
            #expect(try await driver.owed(owing["id"] ?? "") == 0)
        }
    }
}
