import Forms
import GRDB
import HTTPTypes
import Models
import Testing

@testable import central

@Suite("Receipts")
struct ReceiptTests {
    private static func setSeries(_ series: [JSONValue], _ driver: MoneyDriver) async throws -> TestReply {
        try await driver.admin.send(
            .put, "/v1/collection/\(MoneyDriver.unit)", headers: [.ifMatch: "*"],
            json: [
                "beneficiary": [
                    "bank": "970415", "account": "113366668888", "name": "UBND PHUONG HOAN KIEM",
                ],
                "series": .array(series), "difference_limit": 10_000,
            ])
    }

    private static func series(
        _ year: Int = 2026, _ symbol: String = "TH-26E", last: Int = 99_999_999
    ) -> JSONValue {
        [
            "year": .int(year), "template": "01BLP0-001", "symbol": .string(symbol), "first": 1,
            "last": .int(last),
        ]
    }

    @Test("Numbers follow one another and begin again on 1 January")
    func years() async throws {
        let clock = TestClock("2026-12-31T10:00:00+07:00")
        try await MoneyDriver.run(clock: clock) { driver in
            var numbers: [String] = []
            for moment in [
                "2026-12-31T10:00:00+07:00", "2026-12-31T23:59:59+07:00", "2027-01-01T00:00:00+07:00",
                "2027-01-04T09:00:00+07:00",
            ] {
                clock.now = try #require(Instant(rfc3339: moment))
                let desk = try await TestDesk(client: driver.cashier.client, token: nil).login("tiepnhan")
                let made = try await desk.post("/v1/dossiers", SampleIntake.body, key: UUIDv7.make())
                let cashier = try await TestDesk(client: driver.cashier.client, token: nil).login("thungan")
                let paid = try await driver.pay(made["id"] ?? "", by: cashier)
                #expect(paid.status == 201, "\(paid.text)")
                numbers.append(
                    "\(paid["receipt", "symbol"] ?? "") \(paid.json["receipt"]?["number"]?.number ?? 0)")
            }
            #expect(numbers == ["TH-26E 1", "TH-26E 2", "TH-27E 1", "TH-27E 2"])
        }
    }

    @Test(
        "A series that is used up in the middle of the day: a clear refusal, nothing booked, and on with the next one"
    )
    func usedUp() async throws {
        try await MoneyDriver.run { driver in
            #expect(try await Self.setSeries([Self.series(last: 1)], driver).status == 200)
            let first = try #require(try await driver.takeIn()["id"])
            let second = try #require(try await driver.takeIn()["id"])
            #expect(try await driver.pay(first).status == 201)
            let online = try await driver.pay(second, "online")
            #expect(online.status == 201)
            // What has come already is booked; its receipt follows.
            #expect(try await driver.callback(online, "00").status == 200)
            #expect(try await driver.owed(second) == 0)
            let third = try #require(try await driver.takeIn()["id"])
            let refused = try await driver.pay(third)
            #expect(refused.status == 409 && refused.code == "receipt_series_used_up", "\(refused.text)")
            #expect(try await driver.owed(third) == 16_000)
            #expect(try await driver.reconciliation().json["without_receipt"] == 1)
            // A series that was begun can only be made longer.
            #expect(
                try await Self.setSeries([Self.series(2027, "TH-27E")], driver).faults
                    == ["/series series_begun"])
            #expect(
                try await Self.setSeries([Self.series(last: 1), Self.series(2026, "TH-26F")], driver).status
                    == 200)
            #expect(try await driver.pay(third)["receipt", "symbol"] == "TH-26F")
            let late = try await driver.act(
                "/v1/payments/\(online["id"] ?? ""):issue-receipt", ["reason": "Bổ sung dải số"])
            #expect(late.status == 201 && late.json["number"] == 2, "\(late.text)")
            #expect(
                try await driver.act(
                    "/v1/payments/\(online["id"] ?? ""):issue-receipt", ["reason": "Lần nữa"]
                ).code == "payment_ended")
        }
    }

    @Test("More than 8 digits is no series")
    func digits() async throws {
        try await MoneyDriver.run { driver in
            let reply = try await Self.setSeries([Self.series(last: 100_000_000)], driver)
            #expect(reply.status == 422 && reply.faults == ["/series/0/last out_of_range"], "\(reply.text)")
            let cashier = try await driver.cashier.send(
                .put, "/v1/collection/\(MoneyDriver.unit)", headers: [.ifMatch: "*"], json: [:])
            #expect(cashier.status == 403)
        }
    }

    @Test("Void stays seen, is replaced once, and the books say what is missing meanwhile")
    func voids() async throws {
        try await MoneyDriver.run { driver in
            let made = try await driver.takeIn()
            let paid = try await driver.pay(made["id"] ?? "")
            let path = "/v1/receipts/\(paid["receipt", "id"] ?? "")"
            #expect(try await driver.act(path + ":void", ["reason": ""]).status == 422)
            let void = try await driver.act(path + ":void", ["reason": "Ghi sai tên"])
            #expect(void["state"] == "void" && void["void_reason"] == "Ghi sai tên", "\(void.text)")
            #expect(try await driver.act(path + ":void", ["reason": "Lần nữa"]).code == "receipt_void")
            #expect(try await driver.reconciliation().json["without_receipt"] == 1)
            let new = try await driver.act(
                path + ":replace", ["reason": "Ghi đúng tên", "payer_name": "Trần Văn Bình"])
            #expect(new.status == 201 && new.json["number"] == 2, "\(new.text)")
            #expect(new["payer_name"] == "Trần Văn Bình" && new.json["total"] == 16_000)
            #expect(try await driver.cashier.get(path)["state"] == "replaced")
            #expect(try await driver.act(path + ":replace", ["reason": "Nữa"]).code == "receipt_void")
            let again = try await driver.act(
                "/v1/receipts/\(new["id"] ?? ""):replace",
                ["reason": "Sửa địa chỉ", "payer_address": "Hà Nội"])
            #expect(again.json["number"] == 3 && again["payer_name"] == "Trần Văn Bình")
            let list = try await driver.cashier.get("/v1/receipts?code=\(made["code"] ?? "")").items
            #expect(list.map { $0["number"]?.number } == [3, 2, 1])
        }
    }

    @Test("Every print but the first is a reprint")
    func prints() async throws {
        try await MoneyDriver.run { driver in
            let paid = try await driver.pay(try await driver.takeIn()["id"] ?? "")
            let path = "/v1/receipts/\(paid["receipt", "id"] ?? "")"
            #expect(try await driver.cashier.get(path).json["prints"] == 0)
            #expect(try await driver.act(path + "/prints", [:]).json["prints"] == 1)
            #expect(try await driver.act(path + "/prints", [:]).json["prints"] == 2)
        }
    }

    @Test("As XML, with an empty place for the signature; nothing that was typed breaks out of it")
    func xml() async throws {
        try await MoneyDriver.run { driver in
            let made = try await driver.takeIn()
            let paid = try await driver.pay(
                made["id"] ?? "", more: ["payer_name": "A <b> & \"C\"</Ten>"])
            let path = "/v1/receipts/\(paid["receipt", "id"] ?? "")?format=xml"
            let reply = try await driver.cashier.get(path)
            #expect(reply.status == 200 && reply.headers[.contentType] == "application/xml")
            #expect(reply.text.contains("<Ten>A &lt;b&gt; &amp; &quot;C&quot;&lt;/Ten&gt;</Ten>"))
            #expect(reply.text.contains("<TongTienChu>mười sáu nghìn đồng chẵn</TongTienChu>"))
            #expect(reply.text.contains("<DSCKS><CQThu/></DSCKS>"))
        }
    }

    @Test("The day's summary as JSON, XML and a table agree with the ledger")
    func summary() async throws {
        try await MoneyDriver.run { driver in
            for _ in 0..<3 { _ = try await driver.pay(try await driver.takeIn()["id"] ?? "") }
            let last = try await driver.cashier.get("/v1/receipts").items.first?["id"]?.text ?? ""
            _ = try await driver.act("/v1/receipts/\(last):replace", ["reason": "Sửa tên"])
            let json = try await driver.cashier.get("/v1/reports/receipts")
            #expect(json.json["issued"] == 4 && json.json["voided"] == 1 && json.json["amount"] == 48_000)
            #expect(json.json["rows"]?.list?.first?["phi"] == 48_000)
            let xml = try await driver.cashier.get("/v1/reports/receipts?format=xml")
            #expect(xml.text.contains("<MSo>01/TH-BLĐT</MSo>"))
            #expect(xml.text.contains("<TuSo>1</TuSo><DenSo>4</DenSo>"))
            #expect(xml.text.contains("<TongTien>48000</TongTien></DLBTHop>"))
            let table = try await driver.cashier.get("/v1/reports/receipts?format=csv")
            #expect(table.text.contains("1,01BLP0-001,TH-26E,1,4,4,1,48000,0,48000\r\n"))
            #expect(try await driver.reconciliation().json["net"] == 48_000)
            let elsewhere = try await driver.cashier.get("/v1/reports/receipts?unit=H26.1.1")
            #expect(elsewhere.status == 400)
        }
    }

    /// The list of the day and the ledger differed by what a refund had made void of the day before.
    @Test(
        "A refund of yesterday's money → today's list says what it made void of yesterday, and agrees with the ledger"
    )
    func earlierVoid() async throws {
        let clock = TestClock()
        try await MoneyDriver.run(clock: clock) { driver in
            let paid = try await driver.pay(try await driver.takeIn()["id"] ?? "")
            clock.now = try #require(Instant(rfc3339: "2026-11-25T08:00:00+07:00"))
            let second = try await TestDesk(client: driver.cashier.client, token: nil).login("thungan2")
            let refund = "/v1/payments/\(paid["id"] ?? ""):refund"
            let body: JSONValue = ["amount": 6_000, "reason": "Thừa một bản"]
            // Cash goes back out of a drawer; that there is none is said as such.
            let closed = try await driver.act(refund, body, by: second)
            #expect(closed.code == "cash_session_closed" && closed.text.contains("mở ngăn tiền trước"))
            _ = try await driver.act(
                "/v1/cash-sessions", ["desk": "Quầy 2", "counts": ["50000": 1]], by: second)
            #expect(try await driver.act(refund, body, by: second).status == 200)
            let day = try await second.get("/v1/reports/receipts")
            #expect(day.json["amount"] == 10_000 && day.json["earlier"]?["count"] == 1, "\(day.text)")
            #expect(day.json["earlier"]?["amount"] == 16_000)
            let books = try await second.get("/v1/reconciliations/2026-11-25")
            #expect(books.json["net"] == -6_000 && books.json["receipts_amount"] == -6_000)
            let table = try await second.get("/v1/reports/receipts?format=csv")
            #expect(table.text.contains(",Hủy biên lai của ngày trước,,,,,1,-16000,0,-16000\r\n"))
            #expect(table.text.contains(",Còn lại,,,,,,-6000,0,-6000\r\n"), "\(table.text)")
            let xml = try await second.get("/v1/reports/receipts?format=xml")
            #expect(xml.text.contains("<ConLai>-6000</ConLai>"))
        }
    }

    @Test("A receipt that is changed, taken out or put between is found")
    func chain() async throws {
        for tamper in [
            "UPDATE receipts SET hash = zeroblob(32) WHERE number = 2",
            "DELETE FROM receipts WHERE number = 2",
            "DELETE FROM receipts WHERE number = 3", "DELETE FROM receipt_voids",
            "UPDATE receipt_voids SET reason = 'khac'", "UPDATE receipt_series SET used = 2 WHERE used = 3",
        ] {
            let test = try TestCentral()
            try await test.run { desk in
                let driver = MoneyDriver(
                    test: test, cashier: try await desk.login("thungan"),
                    second: try await desk.login("thungan2"), reception: try await desk.login("tiepnhan"),
                    admin: try await desk.login("quantri"))
                for _ in 0..<3 { _ = try await driver.pay(try await driver.takeIn()["id"] ?? "") }
                let last = try await driver.cashier.get("/v1/receipts").items.first?["id"]?.text ?? ""
                _ = try await driver.act("/v1/receipts/\(last):void", ["reason": "Thử"])
                func broken() async throws -> [String] {
                    try await test.central.store.read {
                        try ReconciliationTable.brokenReceipts($0, unit: MoneyDriver.unit, seal: .test)
                    }
                }
                #expect(try await broken() == [])
                // The database itself refuses it; who takes that away is found all the same.
                await #expect(throws: (any Error).self) {
                    try await test.central.store.write {
                        try $0.execute(sql: "UPDATE receipts SET number = 9")
                    }
                }
                try test.central.store.load { database in
                    try database.execute(sql: "PRAGMA defer_foreign_keys = ON")
                    for table in ["receipts", "receipt_voids"] {
                        try StoreDialect.changeable(table, in: database)
                    }
                    if tamper.hasPrefix("DELETE FROM receipts") {
                        try database.execute(sql: "DELETE FROM receipt_voids")
                    }
                    try database.execute(sql: tamper)
                }
                #expect(try await broken() != [], "\(tamper)")
            }
        }
    }
}
