import Forms
import GRDB
import HTTPTypes
import Models
import Testing

@testable import central

@Suite("A unit's day and month side by side")
struct ReconciliationTests {
    @Test(
        "Money that was given to its dossier by hand is the bank's word for it: the day agrees, and the month has it"
    )
    func byHand() async throws {
        try await MoneyDriver.run { driver in
            let id = try #require(try await driver.takeIn()["id"])
            _ = try await driver.statement(["23/11/2026,16000,QUEN GHI MA,Q1"])
            let before = try await driver.reconciliation()
            #expect(before.json["balanced"] == .bool(false))
            let item = try #require(before.json["unmatched"]?.list?.first?["id"]?.text)
            let done = try await driver.act(
                "/v1/unmatched-payments/\(item):resolve", ["dossier": .string(id), "note": "Ủy nhiệm chi"])
            #expect(done["state"] == "matched", "\(done.text)")
            let after = try await driver.reconciliation()
            #expect(after.json["balanced"] == .bool(true), "\(after.text)")
            let transfer = after.json["methods"]?.list?.first { $0["method"] == "transfer" }
            #expect(transfer?["confirmed"] == 16_000 && transfer?["collected"] == 16_000)
            let month = try await driver.cashier.get("/v1/reports/collections?month=2026-11")
            let days = try #require(month.json["days"]?.list)
            #expect(days.count == 30)
            let day = driver.test.clock.now.date
            #expect(days[day.day - 1]["transfer"] == 16_000 && days[day.day - 1]["receipts"] == 1)
            #expect(days.filter { $0["transfer"] != 0 }.count == 1)
        }
    }

    @Test("The month tells each way apart, what was given back, and the 23:59 of its last day")
    func month() async throws {
        let clock = TestClock("2026-11-30T23:59:59+07:00")
        try await MoneyDriver.run(clock: clock) { driver in
            let paid = try await driver.pay(try await driver.takeIn()["id"] ?? "")
            let open = try await driver.act(
                "/v1/cash-sessions", ["desk": "Quầy 2", "counts": ["10000": 5]], by: driver.second)
            #expect(open.status == 201)
            let back = try await driver.act(
                "/v1/payments/\(paid["id"] ?? ""):refund", ["amount": 8_000, "reason": "Một bản"],
                by: driver.second)
            #expect(back.status == 200, "\(back.text)")
            let november = try await driver.cashier.get("/v1/reports/collections")
            #expect(november["month"] == "2026-11")
            let last = try #require(november.json["days"]?.list?.last)
            #expect(last["date"] == "2026-11-30" && last["cash"] == 16_000 && last["refunded"] == 8_000)
            #expect(last["receipts"] == 2 && last["online"] == 0)
            let december = try await driver.cashier.get("/v1/reports/collections?month=2026-12")
            #expect(december.json["days"]?.list?.count == 31)
            #expect(december.json["days"]?.list?.allSatisfy { $0["cash"] == 0 } == true)
        }
    }

    @Test(
        "What is no month, and another province's unit",
        arguments: ["2026-13", "2026", "thang-11", "2026-11-01"])
    func noMonth(_ text: String) async throws {
        try await MoneyDriver.run { driver in
            let reply = try await driver.cashier.get("/v1/reports/collections?month=\(text)")
            #expect(reply.status == 400 && reply.faults == ["/query/month invalid_date"], "\(reply.text)")
            let foreign = try await driver.cashier.get("/v1/reports/collections?unit=H29.1")
            #expect(foreign.status == 400 && foreign.faults == ["/query/unit unknown_unit"])
            #expect(try await driver.reception.get("/v1/reports/collections").status == 403)
        }
    }

    @Test("A payment without a receipt stands among the work until its receipt is issued")
    func unreceipted() async throws {
        try await MoneyDriver.run { driver in
            let paid = try await driver.pay(try await driver.takeIn()["id"] ?? "")
            _ = try await driver.act(
                "/v1/receipts/\(paid["receipt", "id"] ?? ""):void", ["reason": "Ghi sai tên"])
            let day = try await driver.reconciliation()
            #expect(day.json["unreceipted"]?.list?.map { $0["id"]?.text } == [paid["id"]])
            let path = "/v1/payments/\(paid["id"] ?? ""):issue-receipt"
            #expect(try await driver.act(path, ["reason": "Lập lại"]).status == 201)
            #expect(try await driver.reconciliation().json["unreceipted"] == .array([]))
        }
    }

    @Test("Money for a payment that nobody asked for is the work of the dossier's unit, which settles it")
    func nobodyAsked() async throws {
        try await MoneyDriver.run { driver in
            let made = try await driver.takeIn()
            let code = try #require(made["code"])
            let nobody = TestReply(
                status: 200, headers: [:],
                body: Array(#"{"dossier_code":"\#(code)","lookup_code":"KHONG-CO"}"#.utf8))
            #expect(try await driver.callback(nobody, "00").status == 404)
            let items = try await driver.cashier.get("/v1/unmatched-payments").items
            #expect(items.map { $0["reason"]?.text } == ["unknown_payment"])
            #expect(items.first?["dossier_code"]?.text == code)
            let done = try await driver.act(
                "/v1/unmatched-payments/\(items.first?["id"]?.text ?? ""):resolve",
                ["dossier": .string(made["id"] ?? ""), "note": "Đúng hồ sơ"])
            #expect(done["state"] == "matched", "\(done.text)")
            #expect(try await driver.owed(made["id"] ?? "") == 0)
            #expect(try await driver.reconciliation().json["balanced"] == .bool(true))
        }
    }

    @Test(
        "Lists of money hear what changes it: a transfer asked for, given up, a receipt made void and replaced"
    )
    func feed() async throws {
        try await MoneyDriver.run { driver in
            let first = try #require(try await driver.takeIn()["id"])
            let second = try #require(try await driver.takeIn()["id"])
            let after = try #require(try await driver.cashier.get("/v1/changes").json["after"]?.number)
            let asked = try await driver.pay(first, "transfer")
            _ = try await driver.act("/v1/payments/\(asked["id"] ?? ""):cancel", ["reason": "Thôi"])
            let paid = try await driver.pay(second)
            let path = "/v1/receipts/\(paid["receipt", "id"] ?? "")"
            _ = try await driver.act(path + ":void", ["reason": "Sai"])
            _ = try await driver.act(path + ":replace", ["reason": "Đúng"])
            let news = try await driver.second.get("/v1/changes?after=\(after)").items
            #expect(
                news.map { ($0["kind"]?.text ?? "") + " " + ($0["action"]?.text ?? "") } == [
                    "money ask", "money cancel", "cash cash_rescue", "dossier payment_ok",
                    "money receipt_void",
                    "money receipt_replace",
                ])
            let dossiers = news.filter { $0["kind"] != "cash" }.map { $0["id"]?.text }
            #expect(dossiers == [first, first, second, second, second])
        }
    }

    @Test("A unit may let its reception collect; nobody else's, and no longer than it says so")
    func receptionCollects() async throws {
        try await MoneyDriver.run { driver in
            let id = try #require(try await driver.takeIn()["id"])
            #expect(try await driver.pay(id, by: driver.reception).status == 403)
            func set(_ collects: Bool) async throws {
                let path = "/v1/collection/\(MoneyDriver.unit)"
                let now = try await driver.admin.get(path).json
                let reply = try await driver.admin.send(
                    .put, path, headers: [.ifMatch: "*"],
                    json: [
                        "beneficiary": now["beneficiary"] ?? .null, "difference_limit": 10_000,
                        "series": .array(
                            (now["series"]?.list ?? []).map { series in
                                [
                                    "year": series["year"] ?? .null, "template": series["template"] ?? .null,
                                    "symbol": series["symbol"] ?? .null, "first": series["first"] ?? .null,
                                    "last": series["last"] ?? .null,
                                ]
                            }), "reception_collects": .bool(collects),
                    ])
                #expect(reply.status == 200, "\(reply.text)")
                #expect(reply.json["reception_collects"] == .bool(collects))
            }
            try await set(true)
            let me = try await driver.reception.get("/v1/me").json["roles"]?.list?.compactMap(\.text)
            #expect(me?.contains("cashier") == true && me?.contains("reception") == true)
            let paid = try await driver.pay(id, by: driver.reception)
            #expect(paid.status == 201 && paid.json["receipt"]?["number"] == 1, "\(paid.text)")
            // Who took it gives none back, at reception as at the till; another ward's reception collects nothing.
            #expect(
                try await driver.act(
                    "/v1/payments/\(paid["id"] ?? ""):refund", ["reason": "Nhầm"], by: driver.reception
                ).code == "second_officer_required")
            let review = try await TestDesk(client: driver.cashier.client, token: nil).login("thamdinh")
            #expect(try await driver.pay(id, by: review).status == 403)
            try await set(false)
            #expect(try await driver.pay(id, by: driver.reception).status == 403)
        }
    }

    /// A strict reading found that such money was in no book and on no list.
    @Test(
        "A bank that begins its numbers anew: the same number on another day or of another amount is other money"
    )
    func numbersAnew() async throws {
        try await MoneyDriver.run { driver in
            let made = try await driver.takeIn()
            _ = try await driver.pay(made["id"] ?? "", "transfer")
            let one = "23/11/2026,1000,KHONG MA,1"
            #expect(try await driver.statement([one]).json["unmatched"] == 1)
            let file = try await driver.statement([
                one, "24/11/2026,1000,KHONG MA,1", "23/11/2026,16000,\(made["code"] ?? ""),1",
            ])
            #expect(file.json["known"] == 1 && file.json["unmatched"] == 1 && file.json["matched"] == 1)
            #expect(try await driver.owed(made["id"] ?? "") == 0, "\(file.text)")
            #expect(try await driver.balance(.bank(MoneyDriver.unit)) == 18_000)
        }
    }

    @Test("Money that the bank says came and the ledger does not have is found, and so is the reverse")
    func unbooked() async throws {
        try await MoneyDriver.run { driver in
            _ = try await driver.statement(["23/11/2026,1000,KHONG MA,1"])
            let now = driver.test.clock.now
            func said() async throws -> Bool {
                try await driver.reconciliation().text.contains(
                    "Ngân hàng báo có 3.000 đ trong ngày, sổ cái ghi 1.000 đ.")
            }
            #expect(try await !said())
            try await driver.test.central.store.write { database in
                _ = try MoneyMessageTable.record(
                    database, .bank, reference: "x", state: "paid", unit: MoneyDriver.unit, amount: 2_000,
                    day: now.date, at: now, payment: nil)
            }
            #expect(try await said())
        }
    }

    /// A trial matched 5.000 of 6.000 and was shown a code that still asked for 6.000.
    @Test("Matched in part, the code that asks for more than is left is given up")
    func matchedInPart() async throws {
        try await MoneyDriver.run { driver in
            let made = try await driver.takeIn()
            let id = try #require(made["id"])
            let payment = try await driver.pay(id, "transfer")
            _ = try await driver.statement(["23/11/2026,15000,QUEN GHI MA,Q1"])
            let item = try await driver.cashier.get("/v1/unmatched-payments").items.first?["id"]?.text ?? ""
            _ = try await driver.act(
                "/v1/unmatched-payments/\(item):resolve", ["dossier": .string(id), "note": "Ủy nhiệm chi"])
            #expect(try await driver.owed(id) == 1_000)
            let state = try await driver.cashier.get("/v1/payments/\(payment["id"] ?? "")")["state"]
            #expect(state == "cancelled")
            // However the code is written, what it owes is found.
            let code = (made["code"] ?? "").lowercased().replacing("-", with: "%20")
            let owing = try await driver.cashier.get("/v1/charges?code=\(code)")
            #expect(owing.items.map { $0["owed"] } == [1_000], "\(owing.text)")
        }
    }

    @Test("Matched by hand, a dossier waits for its transfer no longer")
    func matchedWhileWaiting() async throws {
        try await MoneyDriver.run { driver in
            let id = try #require(try await driver.takeIn()["id"])
            let payment = try await driver.pay(id, "online")
            _ = try await driver.statement(["23/11/2026,16000,QUEN GHI MA,Q1"])
            let item = try await driver.cashier.get("/v1/unmatched-payments").items.first?["id"]?.text ?? ""
            let done = try await driver.act(
                "/v1/unmatched-payments/\(item):resolve", ["dossier": .string(id), "note": "Ủy nhiệm chi"])
            #expect(done["state"] == "matched", "\(done.text)")
            let state = try await driver.cashier.get("/v1/payments/\(payment["id"] ?? "")")["state"]
            #expect(state == "cancelled")
        }
    }

    @Test(
        "More than 20,000 lines are refused as a whole, and so is what is no table; a file again books nothing"
    )
    func large() async throws {
        try await MoneyDriver.run { driver in
            let lines = (1...20_000).map { "23/11/2026,1000,KHONG MA,L\($0)" }
            let more = try await driver.statement(lines + ["23/11/2026,1000,KHONG MA,L0"])
            #expect(more.status == 422, "\(more.status)")
            let reply = try await driver.statement(Array(lines.prefix(500)))
            #expect(reply.status == 201 && reply.json["unmatched"] == 500)
            let again = try await driver.statement(Array(lines.prefix(500)))
            #expect(again.json["known"] == 500 && again.json["amount"] == 0)
            for text in ["", "\u{FEFF}", "ngày;số tiền\n1;2", "{}"] {
                let none = try await driver.cashier.send(
                    .post, "/v1/bank-statements",
                    headers: [.contentType: "text/csv", .idempotencyKey: UUIDv7.make()],
                    body: Array(text.utf8))
                #expect(none.status == 422, "\(text): \(none.status)")
            }
        }
    }
}
