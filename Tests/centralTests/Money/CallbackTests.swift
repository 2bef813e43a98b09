import Forms
import HTTPTypes
import Models
import Testing

@testable import central

@Suite("What the payment platform says")
struct CallbackTests {
    private static func ask(_ driver: MoneyDriver) async throws -> (id: String, payment: TestReply) {
        let id = try #require(try await driver.takeIn()["id"])
        let payment = try await driver.pay(id, "online")
        #expect(payment["state"] == "pending", "\(payment.text)")
        return (id, payment)
    }

    private static func state(_ payment: TestReply, _ driver: MoneyDriver) async throws -> String? {
        try await driver.cashier.get("/v1/payments/\(payment["id"] ?? "")")["state"]
    }

    @Test(
        "The platform is asked under its own names: what for, to which account, by whom; a transfer has no such message"
    )
    func message() async throws {
        try await MoneyDriver.run { driver in
            let (id, payment) = try await Self.ask(driver)
            let path = "/v1/payments/\(payment["id"] ?? "")/platform-message"
            for state in ["pending", "paid"] {
                #expect(try await Self.state(payment, driver) == state)
                let message = try await driver.cashier.get(path)
                #expect(message["MaTraCuuTT"] == payment["lookup_code"], "\(message.text)")
                #expect(
                    message["MaHoSo"] == payment["dossier_code"] && message["MaDonVi"] == MoneyDriver.unit)
                let fees = message.json["PhiLePhi"]?.list ?? []
                #expect(fees.compactMap { $0["SoTien"]?.number }.reduce(0, +) == 16_000)
                #expect(
                    message["HoTenNguoiNop"] == "Nguyễn Thị Ánh" && message["TKThuHuong"]?.isEmpty == false)
                _ = try await driver.callback(payment, "00")
            }
            #expect(try await driver.reception.get(path).status == 403)
            let other = try #require(try await driver.takeIn()["id"])
            let transfer = try await driver.pay(other, "transfer")
            #expect(
                try await driver.cashier.get("/v1/payments/\(transfer["id"] ?? "")/platform-message").status
                    == 404)
            #expect(try await driver.owed(id) == 0)
        }
    }

    @Test("Paid, said twice, is booked once")
    func twice() async throws {
        try await MoneyDriver.run { driver in
            let (id, payment) = try await Self.ask(driver)
            for _ in 0..<3 {
                let reply = try await driver.callback(payment, "00")
                #expect(reply.status == 200 && reply.json["error_code"] == 0, "\(reply.text)")
            }
            #expect(try await Self.state(payment, driver) == "paid")
            #expect(try await driver.owed(id) == 0)
            #expect(try await driver.balance(.platform(MoneyDriver.unit)) == 16_000)
            let events = try await driver.cashier.get("/v1/dossiers/\(id)/events").items
            #expect(events.map { $0["action"]?.text } == ["receive", "payment_ok"])
            #expect(try await driver.cashier.get("/v1/receipts").items.count == 1)
        }
    }

    @Test(
        "In whatever order the words come, paid is the last one",
        arguments: [
            ["01", "03", "00"], ["00", "02"], ["00", "03", "02"], ["02", "00"], ["03", "02", "00", "02"],
        ])
    func order(_ words: [String]) async throws {
        try await MoneyDriver.run { driver in
            let (id, payment) = try await Self.ask(driver)
            for word in words {
                #expect(try await driver.callback(payment, word).status == 200)
            }
            #expect(try await Self.state(payment, driver) == "paid")
            #expect(try await driver.owed(id) == 0)
            #expect(try await driver.balance(.platform(MoneyDriver.unit)) == 16_000)
        }
    }

    @Test("An unknown outcome is no failure: nothing else is taken until it is known")
    func unknown() async throws {
        try await MoneyDriver.run { driver in
            let (id, payment) = try await Self.ask(driver)
            #expect(try await driver.callback(payment, "03").status == 200)
            #expect(try await Self.state(payment, driver) == "unknown")
            for method in ["cash", "transfer", "online"] {
                #expect(try await driver.pay(id, method).code == "payment_pending")
            }
            let path = "/v1/payments/\(payment["id"] ?? ""):cancel"
            #expect(try await driver.act(path, ["reason": "Chờ lâu"]).code == "payment_pending")
            #expect(try await driver.callback(payment, "02").status == 200)
            #expect(try await Self.state(payment, driver) == "failed")
            #expect(try await driver.pay(id).status == 201)
        }
    }

    @Test("Late, after the fee was paid otherwise: the money is kept and refused as a payment")
    func late() async throws {
        try await MoneyDriver.run { driver in
            let (id, payment) = try await Self.ask(driver)
            _ = try await driver.callback(payment, "02")
            #expect(try await driver.pay(id).status == 201)
            for _ in 0..<2 {
                let reply = try await driver.callback(payment, "00", reference: "GD-9")
                #expect(reply.status == 409 && reply.code == "nothing_owed", "\(reply.text)")
            }
            let items = try await driver.cashier.get("/v1/unmatched-payments").items
            #expect(items.count == 1 && items.first?["amount"] == 16_000)
            #expect(try await driver.balance(.unmatched(MoneyDriver.unit)) == -16_000)
        }
    }

    @Test("Another amount is refused and kept as unmatched; the payment has failed and the dossier is free")
    func mismatch() async throws {
        try await MoneyDriver.run { driver in
            let (id, payment) = try await Self.ask(driver)
            for _ in 0..<2 {
                let reply = try await driver.callback(payment, "00", amount: 15_999)
                #expect(reply.status == 409 && reply.code == "amount_mismatch", "\(reply.text)")
            }
            let items = try await driver.cashier.get("/v1/unmatched-payments").items
            #expect(items.map { $0["reason"]?.text } == ["amount_mismatch"])
            // The platform has said its last word: the dossier waits for nothing, and may be paid otherwise.
            #expect(try await Self.state(payment, driver) == "failed")
            #expect(try await driver.owed(id) == 16_000)
            #expect(try await driver.callback(payment, "00", reference: "GD-2").status == 200)
            #expect(try await driver.owed(id) == 0)
        }
    }

    @Test(
        "Other money under a number that the platform used before is kept, and not taken for a word said twice"
    )
    func sameNumber() async throws {
        try await MoneyDriver.run { driver in
            let (first, second) = (try await Self.ask(driver), try await Self.ask(driver))
            #expect(try await driver.callback(first.payment, "00").status == 200)
            #expect(try await driver.callback(second.payment, "00").status == 200)
            #expect(try await driver.owed(first.id) == 0)
            #expect(try await driver.owed(second.id) == 0)
            #expect(try await driver.balance(.platform(MoneyDriver.unit)) == 32_000)
            #expect(try await driver.callback(second.payment, "00").status == 200)
            #expect(try await driver.balance(.platform(MoneyDriver.unit)) == 32_000)
            #expect(try await driver.reconciliation().json["balanced"] == true)
        }
    }

    @Test(
        "Where the platform says nothing for a day, another officer lets the dossier go; its money is kept if it comes"
    )
    func silence() async throws {
        let clock = TestClock()
        try await MoneyDriver.run(clock: clock) { driver in
            let (id, payment) = try await Self.ask(driver)
            let path = "/v1/payments/\(payment["id"] ?? ""):cancel"
            let early = try await driver.act(path, ["reason": "Im lặng"], by: driver.second)
            #expect(early.code == "payment_pending", "\(early.text)")
            clock.advance(seconds: 86_400)
            let fresh = TestDesk(client: driver.cashier.client, token: nil)
            let (cashier, second) = (try await fresh.login("thungan"), try await fresh.login("thungan2"))
            #expect(try await driver.act(path, ["reason": "Im lặng"], by: cashier).code == "payment_pending")
            let done = try await driver.act(path, ["reason": "Im lặng"], by: second)
            #expect(done["state"] == "cancelled", "\(done.text)")
            #expect(try await driver.pay(id, by: cashier).status == 201)
            #expect(try await driver.callback(payment, "00").code == "nothing_owed")
            #expect(try await cashier.get("/v1/unmatched-payments").items.count == 1)
        }
    }

    @Test(
        "A wrong signature changes nothing",
        arguments: ["", "00", "zz", String(repeating: "0", count: 64), String(repeating: "g", count: 64)])
    func signature(_ signature: String) async throws {
        try await MoneyDriver.run { driver in
            let (id, payment) = try await Self.ask(driver)
            let reply = try await driver.callback(payment, "00", key: signature)
            #expect(reply.status == (signature.isEmpty ? 422 : 403), "\(reply.text)")
            #expect(try await Self.state(payment, driver) == "pending")
            #expect(try await driver.owed(id) == 16_000)
            #expect(try await driver.callback(payment, "00").status == 200)
        }
    }

    @Test("A payment that nobody asked for, an unknown platform, and what is no message")
    func strange() async throws {
        try await MoneyDriver.run { driver in
            let nobody = TestReply(
                status: 200, headers: [:],
                body: Array(#"{"dossier_code":"H26.1.5-261123-0001","lookup_code":"KHONG-CO"}"#.utf8))
            #expect(try await driver.callback(nobody, "00").status == 404)
            let desk = TestDesk(client: driver.cashier.client, token: nil)
            #expect(try await desk.post("/v1/payment-callbacks/other", [:]).status == 404)
            let empty = try await desk.post("/v1/payment-callbacks/dvcqg", ["x": 1])
            #expect(empty.status == 422 && empty.faults.contains("/x unknown_key"), "\(empty.text)")
        }
    }
}
