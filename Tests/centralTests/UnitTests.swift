import Forms
import GRDB
import HTTPTypes
import Models
import Testing

@testable import central

@Suite("Administrators keep units")
struct UnitTests {
    private static let unit = "H26.1.5.1"
    private static let former = "Văn phòng HĐND và UBND phường Hoàn Kiếm"
    private static let name = "Văn phòng phường Hoàn Kiếm"

    private static func rename(
        _ desk: TestDesk, _ changes: [String: JSONValue] = [:], unit: String = unit,
        key: String = UUIDv7.make()
    ) async throws -> TestReply {
        let body: [String: JSONValue] = ["name": .string(name), "reason": "Nghị quyết 12."]
        return try await desk.post(
            "/v1/units/\(unit):rename", .object(body.merging(changes) { $1 }), key: key)
    }

    @Test("A receipt, its payment and its drawer keep the name that the unit had on their day")
    func papersKeepTheName() async throws {
        try await MoneyDriver.run { driver in
            let id = try #require(try await driver.takeIn()["id"])
            let paid = try await driver.pay(id)
            let receipt = try #require(paid["receipt", "id"])
            func names() async throws -> [String?] {
                let drawer = try await driver.cashier.get("/v1/cash-sessions?mine=true").items.first
                return [
                    try await driver.cashier.get("/v1/receipts/\(receipt)")["unit", "name"],
                    try await driver.cashier.get("/v1/payments/\(paid["id"] ?? "")")["unit", "name"],
                    drawer?["unit"]?["name"]?.text,
                ]
            }
            let before = try await names()
            #expect(before == Array(repeating: "UBND phường Hoàn Kiếm", count: 3))
            let day = driver.test.clock.now.date.adding(days: 1)
            let renamed = try await Self.rename(
                driver.admin, ["name": "UBND phường Hồ Gươm", "effective_from": .string(day.iso)],
                unit: "H26.1.5")
            #expect(renamed.status < 300, "\(renamed.text)")
            #expect(try await names() == before)
            driver.test.clock.advance(seconds: 2 * 86_400)
            let later = try await MoneyDriver(
                test: driver.test, cashier: driver.cashier.login("thungan"), second: driver.second,
                reception: driver.reception.login("tiepnhan"), admin: driver.admin)
            let next = try #require(try await later.takeIn()["id"])
            let new = try await later.pay(next)
            let own = try await later.cashier.get("/v1/receipts/\(new["receipt", "id"] ?? "")")
            #expect(own["unit", "name"] == "UBND phường Hồ Gươm")
            let old = try await later.cashier.get("/v1/receipts/\(receipt)")
            #expect(old["unit", "name"] == before[0])
        }
    }

    @Test("The list has the units of one's province alone, found by words and codes, page by page")
    func list() async throws {
        try await TestCentral().run { desk in
            let admin = try await desk.login("quantri")
            let all = try await admin.get("/v1/units?limit=200")
            let codes = all.items.compactMap { unit -> String? in
                if case .string(let code)? = unit["code"] { code } else { nil }
            }
            #expect(codes.contains("H26.1.5") && codes.allSatisfy { $0.hasPrefix("H26") }, "\(codes)")
            #expect(codes == codes.sorted())
            let found = try await admin.get("/v1/units?q=hdnd+hoan+kiem")
            #expect(found.items.compactMap { $0["code"] } == [.string(Self.unit)])
            #expect(try await admin.get("/v1/units?q=%25").items.isEmpty)
            let page = try await admin.get("/v1/units?limit=1")
            let next = try #require(page["next_cursor"])
            #expect(try await admin.get("/v1/units?limit=1&cursor=\(next)").items.first == all.items[1])
        }
    }

    @Test("Renamed from a day on: until then, and on days before, it is called as it was; once under a key")
    func renamed() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let admin = try await desk.login("quantri")
            let key = UUIDv7.make()
            let day: [String: JSONValue] = ["effective_from": "2026-12-01"]
            let made = try await Self.rename(admin, day, key: key)
            #expect(made.status == 200 && made["name"] == Self.former, "\(made.text)")
            #expect(made["next_name"] == Self.name && made["next_from"] == "2026-12-01")
            #expect(
                try await Self.rename(admin, day, key: key).headers[.idempotencyReplayed] == "true")
            let twice = try await Self.rename(admin, ["effective_from": "2026-12-05"])
            #expect(twice.faults == ["/effective_from renamed"], "\(twice.text)")
            let names = try await test.central.store.read { database in
                try ["2026-11-23", "2026-11-30", "2026-12-01"].map { day in
                    try OfficerTable.unitName(
                        database, code: Self.unit, on: #require(LocalDate(iso: day)))
                }
            }
            #expect(names == [Self.former, Self.former, Self.name])
            // Lists of options follow on the same day.
            let items = try await test.central.store.read { database in
                try ["2026-11-30", "2026-12-01"].map { day in
                    try CatalogueTable.reference(
                        database, set: "agencies", parent: nil, code: Self.unit, words: [],
                        on: #require(LocalDate(iso: day)), after: -1, limit: 5
                    ).map(\.item.name)
                }
            }
            #expect(items == [[Self.former], [Self.name]])
            let entry = try await admin.get("/v1/audit?action=unit.rename").items.first
            #expect(entry?["detail"]?["from"] == .string(Self.former))
            #expect(
                try await desk.login("quantribo").send(.post, "/v1/audit:verify").json["whole"] != false)
        }
    }

    @Test(
        "What can't be is refused at its place",
        arguments: [
            (["name": " "], ["/name required"]), (["name": .string(former)], ["/name same"]),
            (["reason": ""], ["/reason required"]),
            (["effective_from": "2026-11-22"], ["/effective_from in_past"]),
        ] as [([String: JSONValue], [String])])
    func refused(changes: [String: JSONValue], faults: [String]) async throws {
        try await TestCentral().run { desk in
            let admin = try await desk.login("quantri")
            let reply = try await Self.rename(admin, changes)
            #expect(reply.status == 422 && reply.faults == faults, "\(reply.text)")
        }
    }

    @Test("A unit of another province is not there")
    func elsewhere() async throws {
        try await TestCentral().run { desk in
            let admin = try await desk.login("quantri")
            #expect(try await Self.rename(admin, unit: "H29.1.1").status == 404)
            #expect(try await Self.rename(desk.login("tiepnhan")).status == 403)
        }
    }
}
