import Forms
import HTTPTypes
import Models
import Testing

@testable import central

@Suite("Payments")
struct PaymentTests {
    @Test("Cash: charged at the intake, paid with change and a receipt, and the dossier goes on")
    func cash() async throws {
        try await MoneyDriver.run { driver in
            let made = try await driver.takeIn()
            let (id, code) = (try #require(made["id"]), try #require(made["code"]))
            let owing = try await driver.cashier.get("/v1/charges").items
            #expect(owing.map { $0["code"]?.text } == [code])
            #expect(owing.first?["owed"] == 16_000)
            let blocked = try await driver.reception.get("/v1/dossiers/\(id)/actions").items
            #expect(blocked.first { $0["action"] == "forward" }?["allowed"] == false)

            let key = UUIDv7.make()
            let paid = try await driver.pay(id, more: ["tendered": 20_000], key: key)
            #expect(paid.status == 201, "\(paid.text)")
            #expect(paid["state"] == "paid")
            #expect(paid.json["change"] == 4_000)
            #expect(paid.json["receipt"]?["number"] == 1)
            // Sent again under its key it is the same payment; under another nothing is owed any more.
            #expect(try await driver.pay(id, more: ["tendered": 20_000], key: key).body == paid.body)
            let again = try await driver.pay(id)
            #expect(again.status == 409 && again.code == "nothing_owed")

            let receipt = try await driver.cashier.get("/v1/receipts/\(paid["receipt", "id"] ?? "")")
            #expect(receipt["words"] == "mười sáu nghìn đồng chẵn")
            #expect(receipt["payer_name"] == "Nguyễn Thị Ánh")
            #expect(receipt.json["lines"]?.list?.first?["kind"] == "phi")
            #expect(try await driver.cashier.get("/v1/charges").items.isEmpty)
            let open = try await driver.reception.get("/v1/dossiers/\(id)/actions").items
            #expect(open.first { $0["action"] == "forward" }?["allowed"] == true)
            let events = try await driver.cashier.get("/v1/dossiers/\(id)/events").items
            #expect(events.map { $0["action"]?.text } == ["receive", "payment_ok"])
        }
    }

    @Test("Who was sent over last stands first, and every page goes on where the one before ended")
    func order() async throws {
        try await MoneyDriver.run { driver in
            var codes: [String] = []
            for minute in [0, 5, 0] {
                driver.test.clock.advance(seconds: minute * 60)
                codes.append(try #require(try await driver.takeIn()["code"]))
            }
            var (listed, cursor) = ([String](), String?.none)
            repeat {
                let page = try await driver.cashier.get(
                    "/v1/charges?limit=1" + (cursor.map { "&cursor=" + $0 } ?? ""))
                listed += page.items.compactMap { $0["code"]?.text }
                cursor = page["next_cursor"]
            } while cursor != nil
            // The two of one minute stand in either order, each once.
            #expect(listed.last == codes.first)
            #expect(listed.count == 3 && Set(listed) == Set(codes))
        }
    }

    @Test("What is paid in parts leads no further until all of it is there, and never beyond what is owed")
    func parts() async throws {
        try await MoneyDriver.run { driver in
            let id = try #require(try await driver.takeIn()["id"])
            #expect(try await driver.pay(id, "cash", 10_000).status == 201)
            #expect(try await driver.owed(id) == 6_000)
            let actions = try await driver.reception.get("/v1/dossiers/\(id)/actions").items
            #expect(actions.first { $0["action"] == "forward" }?["allowed"] == false)
            let much = try await driver.pay(id, "cash", 6_001)
            #expect(much.status == 422 && much.faults == ["/amount more_than_owed"])
            #expect(try await driver.pay(id, "cash", 6_000).status == 201)
            #expect(try await driver.owed(id) == 0)
        }
    }

    @Test(
        "Amounts that are none are refused, and nothing is booked",
        arguments: [
            (JSONValue.int(0), 422), (.int(-16_000), 422), (.int(.max), 422), (.int(100_000_000_001), 422),
            (.double(16_000.5), 422), (.string("16000"), 422), (.null, 422),
        ])
    func badAmounts(_ amount: JSONValue, _ status: Int) async throws {
        try await MoneyDriver.run { driver in
            let id = try #require(try await driver.takeIn()["id"])
            let reply = try await driver.act(
                "/v1/payments", ["dossier": .string(id), "method": "cash", "amount": amount])
            #expect(reply.status == status && reply.text.contains("/amount"), "\(reply.text)")
            #expect(try await driver.owed(id) == 16_000)
            #expect(try await driver.cashier.get("/v1/cash-sessions").items.isEmpty)
        }
    }

    @Test("15 decimals are no whole number of đồng")
    func decimals() async throws {
        try await MoneyDriver.run { driver in
            let id = try #require(try await driver.takeIn()["id"])
            let reply = try await driver.cashier.send(
                .post, "/v1/payments",
                headers: [.contentType: "application/json", .idempotencyKey: UUIDv7.make()],
                body: Array(#"{"dossier":"\#(id)","method":"cash","amount":16000.000000000000001}"#.utf8))
            #expect(reply.status == 422, "\(reply.text)")
            #expect(try await driver.owed(id) == 16_000)
        }
    }

    @Test("Only cashiers of the dossier's unit take money")
    func rights() async throws {
        try await MoneyDriver.run { driver in
            let id = try #require(try await driver.takeIn()["id"])
            #expect(try await driver.pay(id, by: driver.reception).status == 403)
            #expect(try await driver.pay(id, by: driver.admin).status == 403)
            let other = try await TestDesk(client: driver.cashier.client, token: nil).login("thungan.badinh")
            let reply = try await driver.pay(id, by: other)
            #expect(reply.status == 422 && reply.faults == ["/dossier unknown_dossier"])
            #expect(try await driver.owed(id) == 16_000)
        }
    }

    @Test(
        "A transfer: its code holds amount and dossier, the bank's file confirms it, and a second line is unmatched"
    )
    func transfer() async throws {
        try await MoneyDriver.run { driver in
            let made = try await driver.takeIn()
            let (id, code) = (try #require(made["id"]), try #require(made["code"]))
            let asked = try await driver.pay(id, "transfer")
            #expect(asked["state"] == "pending", "\(asked.text)")
            let payload = try #require(asked["vietqr"])
            #expect(payload.contains("540516000") && payload.contains(code))
            #expect(asked.json["receipt"] == nil)
            // On its way: nothing else is taken meanwhile.
            let cash = try await driver.pay(id)
            #expect(cash.status == 409 && cash.code == "payment_pending")
            #expect(try await driver.owed(id) == 16_000)

            let plain = code.replacing("-", with: "").replacing(".", with: "")
            let first = try await driver.statement([
                "23/11/2026,16.000,MBVCB \(plain) nguyen thi anh chuyen tien,FT001",
                "23/11/2026,16.000,\(code) lan nua,FT002", "23/11/2026,99000,TIEN NHA,FT003",
            ])
            #expect(first.status == 201, "\(first.text)")
            #expect(
                first.json["items"]?.list?.map { $0["outcome"]?.text }
                    == ["matched", "unmatched", "unmatched"])
            #expect(try await driver.owed(id) == 0)
            let payment = try await driver.cashier.get("/v1/payments/\(asked["id"] ?? "")")
            #expect(payment["state"] == "paid" && payment.json["receipt"]?["number"] == 1)
            let items = try await driver.cashier.get("/v1/unmatched-payments?state=open").items
            #expect(items.compactMap { $0["reason"]?.text }.sorted() == ["nothing_owed", "unknown_code"])
            #expect(try await driver.balance(.bank(MoneyDriver.unit)) == 131_000)

            // The same file again books nothing.
            let again = try await driver.statement([
                "23/11/2026,16.000,\(code),FT001", "23/11/2026,16.000,\(code) lan nua,FT002",
            ])
            #expect(again.json["known"] == 2 && again.json["matched"] == 0)
            #expect(try await driver.balance(.bank(MoneyDriver.unit)) == 131_000)
        }
    }

    @Test("Broken lines of a bank's file are named and keep no other from being taken")
    func brokenFile() async throws {
        try await MoneyDriver.run { driver in
            let made = try await driver.takeIn()
            let (id, code) = (try #require(made["id"]), try #require(made["code"]))
            #expect(try await driver.pay(id, "transfer").status == 201)
            let reply = try await driver.statement([
                "23/11/2026,-16000,\(code),A1", "32/11/2026,16000,\(code),A2", "23/11/2026,16000,\(code)",
                "23/11/2026,16000,\"\(code),A4", "23/11/2026,16000,\(code),",
                "23/11/2026,16000.000000000000001,\(code),A6", "23/11/2026,16000,\(code),A7",
            ])
            #expect(reply.json["broken"] == 6 && reply.json["matched"] == 1, "\(reply.text)")
            #expect(
                reply.json["items"]?.list?.filter { $0["outcome"] == "broken" }.map { $0["line"]?.number }
                    == [2, 3, 4, 5, 6, 7])
            #expect(try await driver.owed(id) == 0)
            let none = try await driver.cashier.send(
                .post, "/v1/bank-statements",
                headers: [.contentType: "text/csv", .idempotencyKey: UUIDv7.make()],
                body: Array("a,b\n1,2\n".utf8))
            #expect(none.status == 422)
        }
    }

    @Test("A transfer that is given up may be paid in cash; what comes all the same is kept and goes back")
    func givenUp() async throws {
        try await MoneyDriver.run { driver in
            let made = try await driver.takeIn()
            let (id, code) = (try #require(made["id"]), try #require(made["code"]))
            let asked = try await driver.pay(id, "transfer")
            let path = "/v1/payments/\(asked["id"] ?? "")"
            #expect(try await driver.act(path + ":cancel", ["reason": " "]).status == 422)
            #expect(
                try await driver.act(path + ":cancel", ["reason": "Trả tiền mặt"])["state"] == "cancelled")
            #expect(try await driver.act(path + ":cancel", ["reason": "Lần nữa"]).code == "payment_ended")
            #expect(try await driver.pay(id).status == 201)
            let late = try await driver.statement(["24/11/2026,16000,\(code),L1"])
            #expect(late.json["unmatched"] == 1)
            let item = try #require(
                try await driver.cashier.get("/v1/unmatched-payments").items.first?["id"]?.text)
            let back = try await driver.act(
                "/v1/unmatched-payments/\(item):resolve", ["note": "Đã trả lại người gửi"])
            #expect(back["state"] == "returned", "\(back.text)")
            #expect(try await driver.balance(.bank(MoneyDriver.unit)) == 0)
            #expect(try await driver.balance(.unmatched(MoneyDriver.unit)) == 0)
        }
    }

    @Test("Money that came under no code is given to the dossier it was for, with a receipt")
    func resolved() async throws {
        try await MoneyDriver.run { driver in
            let id = try #require(try await driver.takeIn()["id"])
            _ = try await driver.statement(["23/11/2026,16000,QUEN GHI MA,Q1"])
            let item = try #require(
                try await driver.cashier.get("/v1/unmatched-payments").items.first?["id"]?.text)
            let done = try await driver.act(
                "/v1/unmatched-payments/\(item):resolve",
                ["dossier": .string(id), "note": "Người nộp đưa ủy nhiệm chi"])
            #expect(done["state"] == "matched", "\(done.text)")
            #expect(try await driver.owed(id) == 0)
            let payment = try await driver.cashier.get("/v1/payments/\(done["payment"] ?? "")")
            #expect(payment.json["receipt"]?["number"] == 1)
            #expect(try await driver.balance(.unmatched(MoneyDriver.unit)) == 0)
            #expect(try await driver.balance(.bank(MoneyDriver.unit)) == 16_000)
            let events = try await driver.cashier.get("/v1/dossiers/\(id)/events").items
            #expect(events.last?["action"] == "payment_ok")
        }
    }

    @Test(
        "A refund needs another person, goes no further than what was paid, and leaves a receipt for the rest"
    )
    func refund() async throws {
        try await MoneyDriver.run { driver in
            let id = try #require(try await driver.takeIn()["id"])
            let paid = try await driver.pay(id)
            let path = "/v1/payments/\(paid["id"] ?? ""):refund"
            let self_ = try await driver.act(path, ["reason": "Thu nhầm"])
            #expect(self_.status == 403 && self_.code == "second_officer_required")
            #expect(try await driver.act(path, ["reason": ""], by: driver.second).status == 422)
            // The drawer of who gives it back has nothing in it yet.
            let empty = try await driver.act(
                path, ["amount": 8_000, "reason": "Thu nhầm"], by: driver.second)
            #expect(empty.status == 409 && empty.code == "cash_session_closed")
            #expect(
                try await driver.act(
                    "/v1/cash-sessions", ["desk": "Quầy 2", "counts": ["10000": 5]], by: driver.second
                ).status == 201)
            let much = try await driver.act(
                path, ["amount": 16_001, "reason": "Thu nhầm"], by: driver.second)
            #expect(much.status == 422 && much.faults == ["/amount more_than_paid"])
            let part = try await driver.act(
                path, ["amount": 8_000, "reason": "Chỉ cần một bản"], by: driver.second)
            #expect(part.status == 200, "\(part.text)")
            #expect(part.json["refunded"] == 8_000 && part.json["receipt"]?["number"] == 2)
            let old = try await driver.cashier.get("/v1/receipts/\(paid["receipt", "id"] ?? "")")
            #expect(old["state"] == "replaced")
            let new = try await driver.cashier.get("/v1/receipts/\(part["receipt", "id"] ?? "")")
            #expect(new.json["total"] == 8_000 && new.json["replaces"]?["number"] == 1)
            let rest = try await driver.act(path, ["reason": "Rút hồ sơ"], by: driver.second)
            #expect(rest.json["refunded"] == 16_000 && rest.json["receipt"] == nil)
            #expect(
                try await driver.act(path, ["reason": "Nữa"], by: driver.second).code == "payment_ended")
            // What was given back is owed no more.
            #expect(try await driver.owed(id) == 0)
            #expect(try await driver.pay(id).code == "nothing_owed")
            let day = try await driver.reconciliation()
            #expect(day.json["net"] == 0 && day.json["receipts_amount"] == 0, "\(day.text)")
        }
    }

    /// A strict reading found that what the refusal advises could not be done.
    @Test(
        "A fee that was taken wrongly: given back, put right, collected anew; what was given back and stays is not owed",
        arguments: [(1, 8_000), (3, 24_000)])
    func refundedAndAmended(_ copies: Int, _ total: Int) async throws {
        try await MoneyDriver.run { driver in
            let id = try #require(try await driver.takeIn()["id"])
            func amend(_ copies: Int) async throws -> TestReply {
                try await driver.reception.send(
                    .patch, "/v1/dossiers/\(id)", headers: [.ifMatch: "*"],
                    json: ["reason": "Ghi nhầm số bản.", "quantities": ["trich_luc": .int(copies)]])
            }
            let paid = try await driver.pay(id)
            #expect(try await amend(copies).faults == ["/quantities/trich_luc already_paid"])
            _ = try await driver.act(
                "/v1/cash-sessions", ["desk": "Quầy 2", "counts": ["50000": 1]], by: driver.second)
            let back = try await driver.act(
                "/v1/payments/\(paid["id"] ?? ""):refund", ["reason": "Thu nhầm"], by: driver.second)
            #expect(back.json["refunded"] == 16_000, "\(back.text)")
            // Asked again, the quote as it was is not owed again.
            #expect(try await driver.act("/v1/dossiers/\(id)/charges", [:]).json["owed"] == 0)
            let amended = try await amend(copies)
            #expect(amended.status == 200, "\(amended.text)")
            #expect(try await driver.owed(id) == total)
            #expect(try await driver.act("/v1/dossiers/\(id)/charges", [:]).json["owed"] == .int(total))
            let anew = try await driver.pay(id, "cash", total)
            #expect(anew.status == 201, "\(anew.text)")
            #expect(try await driver.owed(id) == 0)
            let receipt = try await driver.cashier.get("/v1/receipts/\(anew["receipt", "id"] ?? "")")
            #expect(receipt.json["total"] == .int(total), "\(receipt.text)")
            #expect(try await amend(2).faults == ["/quantities/trich_luc already_paid"])
            // Given back once more, it is owed no more.
            _ = try await driver.act(
                "/v1/payments/\(anew["id"] ?? ""):refund", ["reason": "Rút hồ sơ"], by: driver.second)
            #expect(try await driver.act("/v1/dossiers/\(id)/charges", [:]).json["owed"] == 0)
        }
    }

    @Test("More is charged with its basis; an amendment of the quote charges the difference")
    func charges() async throws {
        try await MoneyDriver.run { driver in
            let made = try await driver.takeIn()
            let id = try #require(made["id"])
            let path = "/v1/dossiers/\(id)/charges"
            // The quote is booked already: booking it again changes nothing.
            #expect(try await driver.act(path, [:]).json["owed"] == 16_000)
            let line: JSONValue = [
                "fee_code": "them", "name": "Lệ phí thêm", "kind": "le_phi", "amount": 5_000,
                "basis": "Nghị quyết HĐND",
            ]
            #expect(try await driver.act(path, ["lines": [line]]).faults == ["/reason required"])
            let more = try await driver.act(path, ["lines": [line], "reason": "Cấp thêm"])
            #expect(more.status == 201 && more.json["owed"] == 21_000, "\(more.text)")
            #expect(try await driver.pay(id, "cash", 21_000).status == 201)
            #expect(try await driver.owed(id) == 0)
        }
    }
}
