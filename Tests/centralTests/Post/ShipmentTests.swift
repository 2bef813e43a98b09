import Forms
import Foundation
import GRDB
import HTTPTypes
import Models
import Testing

@testable import central

@Suite("What is sent by post")
struct ShipmentTests {
    @Test(
        "A parcel's way: made, handed over with two signatures, delivered by the post's word; the dossier is given out"
    )
    func whole() async throws {
        try await PostDriver.run { driver in
            let dossier = try #require(try await driver.ready().first)
            let made = try await driver.send(dossier)
            #expect(made.status == 201, "\(made.text)")
            let id = try #require(made["id"])
            let number = try #require(made["tracking_number"])
            #expect(S10.isValid(number))
            #expect(made["receiver", "address", "commune", "name"] == "Phường Hoàn Kiếm")
            #expect(made["order"] == "waiting" && made["state"] == "created")
            // The dossier is found by the parcel.
            #expect(try await driver.desk.get("/v1/search?q=\(number)").items.count == 1)
            try await driver.worker.pass()
            #expect(try await driver.desk.get("/v1/shipments/\(id)")["order"] == "placed")
            // Nothing moves before the post has it, however long that is.
            driver.test.clock.advance(seconds: 3_600)
            try await driver.worker.pass()
            #expect(try await driver.state(id) == "created")
            _ = try await driver.handOver([number])
            #expect(try await driver.state(id) == "accepted")
            for _ in 0..<12 {
                driver.test.clock.advance(seconds: 60)
                try await driver.worker.pass()
            }
            let end = try #require(try await driver.state(id))
            #expect(["delivered", "returned"].contains(end))
            let status = try await driver.desk.get("/v1/dossiers/\(dossier)").json["status"]
            #expect(status == (end == "delivered" ? 10 : 9))
            let events = try await driver.desk.get("/v1/dossiers/\(dossier)/events").items
            if end == "delivered" {
                let last = try #require(events.last)
                #expect(last["action"] == "deliver" && last["actor"] == nil)
                #expect(last["detail"]?["handover"]?["tracking_number"] == .string(number))
            }
        }
    }

    @Test("No officer says in the post's place that it was delivered")
    func onlyThePost() async throws {
        try await PostDriver.run { driver in
            let dossier = try #require(try await driver.ready().first)
            let made = try await driver.send(dossier)
            let proof: JSONValue = [
                "action": "deliver",
                "handover": [
                    "recipient": "Nguyễn Thị Ánh", "slip_returned": true,
                    "tracking_number": .string(made["tracking_number"] ?? ""),
                ],
            ]
            let reply = try await driver.desk.post(
                "/v1/dossiers/\(dossier)/actions", proof, key: UUIDv7.make(), headers: [.ifMatch: "*"])
            #expect(reply.faults == ["/handover/tracking_number post_confirms"], "\(reply.text)")
            #expect(try await driver.desk.get("/v1/dossiers/\(dossier)").json["status"] == 9)
        }
    }

    @Test("Made once under its key, and never two at a time for one dossier")
    func once() async throws {
        try await PostDriver.run { driver in
            let dossier = try #require(try await driver.ready().first)
            let key = UUIDv7.make()
            let first = try await driver.send(dossier, key: key)
            let again = try await driver.send(dossier, key: key)
            #expect(again.status == 201 && again["id"] == first["id"])
            let second = try await driver.send(dossier)
            #expect(second.status == 409 && second.code == "shipment_exists")
            #expect(second.headers[.location] == "/v1/shipments/\(first["id"] ?? "")")
            // Taken back, another is an order of its own.
            let path = "/v1/shipments/\(first["id"] ?? "")"
            #expect(try await driver.act(path + ":cancel", ["reason": "Đến lấy"]).status == 200)
            let third = try await driver.send(dossier)
            #expect(third.status == 201, "\(third.text)")
            #expect(third["order_number"] == (third["dossier_code"] ?? "") + ".2")
            // Of one dossier they go out one after the other: order, cancellation, order.
            for _ in 0..<3 { try await driver.worker.pass() }
            // The first never went out before it was cancelled.
            #expect(await driver.simulator.placed == [third["order_number"] ?? "": 1])
            #expect(try await driver.state(first["id"] ?? "") == "cancelled")
        }
    }

    @Test(
        "Wrong input is said at its place, and nothing is made",
        arguments: [
            (["address": "12 Hàng Bạc"], "/address incomplete_address"),
            (["address": "1 Phố, Phường Không Có, Thành phố Hà Nội"], "/address unknown_commune"),
            (["address": "1 Phố, Phường Hoàn Kiếm, Tỉnh Không Có"], "/address unknown_province"),
            (["address": "1 Phố, Phường Đội Cấn, Quận Ba Đình, Hà Nội"], "/address ambiguous_commune"),
            (["phone": "12"], "/phone phone"), (["cod": -1], "/cod out_of_range"),
            (["cod": 5], "/cod cod_mismatch"),
            (["dossier": "01900000-0000-7000-8000-0000000000ff"], "/dossier unknown_dossier"),
        ] as [([String: JSONValue], String)])
    func badInput(change: [String: JSONValue], fault: String) async throws {
        try await PostDriver.run { driver in
            let dossier = try #require(try await driver.ready().first)
            let reply = try await driver.send(dossier, change)
            #expect(reply.status == 422 && reply.faults == [fault], "\(reply.text)")
            #expect(try await driver.desk.get("/v1/dossiers/\(dossier)/shipments").items.isEmpty)
        }
    }

    @Test("A dossier without a result, or one that is given out at the desk, is not sent")
    func notReady() async throws {
        try await PostDriver.run { driver in
            for id in [SeedDossiers.received, SeedDossiers.readyAtDesk, SeedDossiers.overdue] {
                let reply = try await driver.send(id)
                #expect(reply.status == 409 && reply.code == "shipment_not_possible", "\(reply.text)")
            }
            let done = try await driver.send(SeedDossiers.readyForPost, ["kind": "collect"])
            #expect(done.code == "shipment_not_possible")
        }
    }

    @Test("Numbers that are used up are said, and nothing is made; more of them help")
    func usedUp() async throws {
        try await PostDriver.run { driver in
            let all = try await driver.ready()
            let path = "/v1/postal-settings/\(PostDriver.unit)"
            let settings = try await driver.admin.get(path)
            let used = try #require(settings.json["ranges"]?.list?.first?["used"]?.number)
            func put(last: Int) async throws -> TestReply {
                let body: JSONValue = [
                    "office": "H26.900.1", "customer_code": "K", "sender_name": "Một cửa",
                    "sender_phone": "02438251014", "sender_address": .string(PostDriver.address),
                    "collect_fee": 0, "result_fee": 0,
                    "ranges": [["service": "RR", "first": 10_000_000, "last": .int(last)]],
                ]
                return try await driver.admin.send(.put, path, headers: [.ifMatch: "*"], json: body)
            }
            #expect(try await put(last: used - 1).faults == ["/ranges/0/last range_begun"])
            #expect(try await put(last: used).status == 200)
            let refused = try await driver.send(all[0])
            #expect(refused.status == 409 && refused.code == "tracking_numbers_used_up")
            #expect(try await driver.desk.get("/v1/dossiers/\(all[0])/shipments").items.isEmpty)
            #expect(try await put(last: used + 1).status == 200)
            #expect(try await driver.send(all[0]).status == 201)
            #expect(try await driver.send(all[1]).code == "tracking_numbers_used_up")
        }
    }

    @Test("A unit that has not said how it sends by post sends nothing")
    func noSettings() async throws {
        try await PostDriver.run { driver in
            try driver.test.central.store.load { try $0.execute(sql: "DELETE FROM postal_settings") }
            let dossier = try #require(try await driver.ready().first)
            #expect(try await driver.send(dossier).code == "no_postal_settings")
            #expect(try await driver.act("/v1/manifests").code == "no_postal_settings")
        }
    }

    @Test("What the post collected pays the dossier, and is settled once, for the whole amount")
    func cod() async throws {
        try await PostDriver.run { driver in
            let dossier = try #require(try await driver.ready().first)
            let charge: JSONValue = [
                "lines": [
                    ["fee_code": "them", "name": "Phí thêm", "kind": "phi", "amount": 30_000, "basis": "Thử"]
                ], "reason": "Thử thu hộ",
            ]
            let charged = try await driver.act("/v1/dossiers/\(dossier)/charges", charge, by: driver.cashier)
            #expect(charged.status < 300, "\(charged.text)")
            let owed = try #require(
                try await driver.cashier.get("/v1/dossiers/\(dossier)/charges").json["owed"]?.number)
            #expect(owed >= 30_000)
            #expect(try await driver.send(dossier, ["cod": 0]).faults == ["/cod fee_outstanding"])
            #expect(try await driver.send(dossier, ["cod": .int(owed - 1)]).faults == ["/cod cod_mismatch"])
            let made = try await driver.send(dossier)
            #expect(made.json["cod"] == .int(owed), "\(made.text)")
            let (id, number) = (made["id"] ?? "", made["tracking_number"] ?? "")
            let settle = "/v1/shipments/\(id):settle-cod"
            let body: JSONValue = ["amount": .int(owed), "reference": "BD-1"]
            #expect(try await driver.act(settle, body, by: driver.cashier).code == "cod_not_collected")
            _ = try await driver.handOver([number])
            #expect(try await driver.callback(made["order_number"] ?? "", "90", number: 5).status == 200)
            #expect(try await driver.desk.get("/v1/dossiers/\(dossier)").json["status"] == 10)
            let unit = PostDriver.unit
            func balance(_ account: LedgerAccount) async throws -> Int {
                try await driver.test.central.store.read { try LedgerTable.balance($0, account) }
            }
            #expect(try await balance(.dossier(dossier)) == 0)
            let lying = try await balance(.post(unit))
            let receipts = try await driver.cashier.get("/v1/dossiers/\(dossier)/payments").items
            #expect(receipts.last?["method"] == "cod" && receipts.last?["receipt"] != nil)
            #expect(
                try await driver.desk.get("/v1/shipments?state=cod_to_settle").items.contains {
                    $0["id"] == .string(id)
                })
            let wrong: JSONValue = ["amount": .int(owed - 1), "reference": "BD-1"]
            #expect(try await driver.act(settle, wrong, by: driver.cashier).code == "cod_mismatch")
            #expect(try await balance(.post(unit)) == lying)
            let bank = try await balance(.bank(unit))
            let done = try await driver.act(settle, body, by: driver.cashier)
            #expect(done.status == 200 && done["cod_settled_at"] != nil, "\(done.text)")
            #expect(try await balance(.post(unit)) == lying - owed)
            #expect(try await balance(.bank(unit)) == bank + owed)
            #expect(try await driver.act(settle, body, by: driver.cashier).code == "cod_settled")
        }
    }

    @Test(
        "Paid at the desk while the parcel was on its way: what the post collected is somebody's work, and nobody is paid twice"
    )
    func collectedTwice() async throws {
        try await PostDriver.run { driver in
            let dossier = try #require(try await driver.ready().first)
            let charge: JSONValue = [
                "lines": [
                    ["fee_code": "them", "name": "Phí thêm", "kind": "phi", "amount": 30_000, "basis": "Thử"]
                ], "reason": "Thử",
            ]
            _ = try await driver.act("/v1/dossiers/\(dossier)/charges", charge, by: driver.cashier)
            let made = try await driver.send(dossier)
            // At the desk it is refused; a transfer that comes nevertheless, or one of before, can't be.
            _ = try await driver.handOver([made["tracking_number"] ?? ""])
            await #expect(throws: ProblemError.self) { try await CashDesk.collect(dossier, driver.test) }
            let items = try await driver.cashier.get(
                "/v1/charges?code=" + (made["dossier_code"] ?? "")
            ).items
            #expect(items.first?["collecting_parcel"] == made.json["tracking_number"])
            func cod(_ amount: JSONValue?) throws {
                let amount = amount?.number ?? 0
                try driver.test.central.store.load {
                    try $0.execute(
                        sql: "UPDATE shipments SET cod = ? WHERE id = ?", arguments: [amount, made["id"]])
                }
            }
            try cod(0)
            try await CashDesk.collect(dossier, driver.test)
            try cod(made.json["cod"])
            let before = try await driver.cashier.get("/v1/unmatched-payments?state=open").items.count
            for number in 1...3 {
                #expect(
                    try await driver.callback(made["order_number"] ?? "", "90", number: number).status == 200)
            }
            let unmatched = try await driver.cashier.get("/v1/unmatched-payments?state=open").items
            #expect(unmatched.count == before + 1)
            #expect(unmatched.contains { $0["source"] == "post" && $0["amount"] == made.json["cod"] })
            #expect(try await driver.desk.get("/v1/dossiers/\(dossier)").json["status"] == 10)
        }
    }

    @Test("A result that is in a parcel is not given out at the counter: the number and its state are said")
    func twoHandovers() async throws {
        try await PostDriver.run { driver in
            let dossier = try #require(try await driver.ready().first)
            let made = try await driver.send(dossier)
            let number = made["tracking_number"] ?? ""
            let proof: JSONValue = [
                "action": "deliver", "handover": ["recipient": "Nguyễn Thị Ánh", "slip_returned": true],
            ]
            func deliver() async throws -> TestReply {
                try await driver.desk.post(
                    "/v1/dossiers/\(dossier)/actions", proof, key: UUIDv7.make(), headers: [.ifMatch: "*"])
            }
            let waiting = try await deliver()
            #expect(waiting.text.contains("parcel_waits"), "\(waiting.text)")
            #expect(waiting.text.contains(number))
            let manifest = try #require(try await driver.act("/v1/manifests")["id"])
            _ = try await driver.scan(number, onto: manifest)
            #expect(try await deliver().text.contains("parcel_waits"))
            _ = try await driver.act("/v1/manifests/\(manifest):close")
            #expect(try await deliver().text.contains("with_post"))
            _ = try await driver.act("/v1/shipments:scan", ["text": .string(number)], by: driver.counter)
            for code in ["70", "91"] {
                _ = try await driver.callback(made["order_number"] ?? "", code, number: 3)
                let refused = try await deliver()
                #expect(refused.text.contains("with_post"), "\(refused.text)")
                #expect(refused.text.contains(number))
            }
            #expect(try await driver.desk.get("/v1/dossiers/\(dossier)").json["status"] == 9)
            // Back at the desk, whoever comes gets it.
            _ = try await driver.callback(made["order_number"] ?? "", "95", number: 9)
            if made.json["cod"] != 0 { try await CashDesk.collect(dossier, driver.test) }
            let given = try await deliver()
            #expect(given.status == 200, "\(given.text)")
        }
    }

    @Test("An order that was given up with its shipment is never placed, by no key")
    func revived() async throws {
        try await PostDriver.run(plan: .init(refuse: 1)) { driver in
            let dossier = try #require(try await driver.ready().first)
            let made = try await driver.send(dossier)
            try await driver.worker.pass()
            let dead = try await driver.admin.get("/v1/outbox?state=dead").items.filter {
                $0["channel"] == "post" && $0["dossier"] == .string(dossier)
            }
            let letter = try #require(dead.first?["id"]?.text)
            // It says why.
            #expect(dead.first?["fault"]?.text?.hasPrefix("code ") == true, "\(dead)")
            let cancelled = try await driver.act(
                "/v1/shipments/\(made["id"] ?? ""):cancel", ["reason": "Đến lấy"])
            #expect(cancelled.status == 200, "\(cancelled.text)")
            let again = try await driver.retry(letter, key: UUIDv7.make())
            #expect(again.status == 422 && again.faults == [" shipment_cancelled"], "\(again.text)")
            // Even where it waits in the queue after all, as one whose cancellation came just then.
            try driver.test.central.store.load {
                try $0.execute(sql: "UPDATE outbox SET state = 'waiting' WHERE id = ?", arguments: [letter])
            }
            await driver.simulator.set(.init())
            try await driver.worker.pass()
            try await driver.worker.pass()
            #expect(await driver.simulator.count == 0)
            #expect(try await driver.state(made["id"] ?? "") == "cancelled")
        }
    }

    @Test("A delivery that can't be booked does not hold up the others, and is tried again")
    func oneFails() async throws {
        try await PostDriver.run { driver in
            let ready = try await driver.ready()
            try #require(ready.count >= 2)
            let made = [try await driver.send(ready[0]), try await driver.send(ready[1])]
            _ = try await driver.handOver(made.map { $0["tracking_number"] ?? "" })
            let store = driver.test.central.store
            let first = made[0]["id"] ?? ""
            let sealed = try await store.read {
                try Data.fetchOne($0, sql: "SELECT sealed FROM shipments WHERE id = ?", arguments: [first])
            }
            func seal(_ data: Data?) throws {
                try store.load {
                    try $0.execute(
                        sql: "UPDATE shipments SET sealed = ? WHERE id = ?", arguments: [data, first])
                }
            }
            // What the post says is heard, and then the first one's row can't be read.
            try await store.write { database in
                for parcel in made {
                    _ = try ShipmentTable.append(
                        database,
                        ShipmentEvent(
                            seq: 0, at: driver.test.clock.now, source: .feed, state: .delivered, code: "90",
                            number: String(repeating: "1", count: 24)), to: parcel["id"] ?? "")
                    try ShipmentTracking.follow(database, parcel["id"] ?? "", at: driver.test.clock.now)
                }
            }
            try seal(Data([1, 2, 3]))
            let confirming = ShipmentConfirming(central: driver.test.central)
            try await confirming.pass()
            func status(_ index: Int) async throws -> JSONValue? {
                try await driver.desk.get("/v1/dossiers/\(ready[index])").json["status"]
            }
            #expect(try await status(0) == 9)
            #expect(try await status(1) == 10)
            try seal(sealed)
            #expect(
                try await driver.desk.get("/v1/shipments/\(first)")["problem"] == ShipmentConfirming.failed)
            // Not before its pause is over.
            try await confirming.pass()
            #expect(try await status(0) == 9)
            driver.test.clock.advance(seconds: ShipmentConfirming.pause)
            try await confirming.pass()
            #expect(try await status(0) == 10)
            #expect(try await driver.desk.get("/v1/shipments/\(first)")["problem"] == nil)
        }
    }

    @Test("What the post collected and the unit gave back agrees with what the post hands over")
    func codGivenBack() async throws {
        try await PostDriver.run { driver in
            let (unit, store) = (PostDriver.unit, driver.test.central.store)
            func balance(_ account: LedgerAccount) async throws -> Int {
                try await store.read { try LedgerTable.balance($0, account) }
            }
            let before = (try await balance(.post(unit)), try await balance(.bank(unit)))
            let dossier = try #require(try await driver.ready().first)
            let charge: JSONValue = [
                "lines": [
                    ["fee_code": "them", "name": "Phí thêm", "kind": "phi", "amount": 30_000, "basis": "Thử"]
                ], "reason": "Thử",
            ]
            _ = try await driver.act("/v1/dossiers/\(dossier)/charges", charge, by: driver.cashier)
            let made = try await driver.send(dossier)
            let (id, cod) = (made["id"] ?? "", made.json["cod"]?.number ?? 0)
            _ = try await driver.handOver([made["tracking_number"] ?? ""])
            // Paid before the parcel was made known to the counter: nobody's money.
            func set(_ amount: Int) throws {
                try store.load {
                    try $0.execute(sql: "UPDATE shipments SET cod = ? WHERE id = ?", arguments: [amount, id])
                }
            }
            try set(0)
            try await CashDesk.collect(dossier, driver.test)
            try set(cod)
            _ = try await driver.callback(made["order_number"] ?? "", "90", number: 5)
            #expect(try await balance(.post(unit)) == before.0 + cod)
            let item = try #require(
                try await driver.cashier.get("/v1/unmatched-payments?state=open").items.first {
                    $0["source"] == "post" && $0["amount"] == .int(cod)
                        && $0["reference"] == made.json["tracking_number"]
                }?["id"]?.text)
            let place: JSONValue = ["note": "Bưu điện trả lại người nộp"]
            let back = try await driver.act(
                "/v1/unmatched-payments/\(item):resolve", place, by: driver.cashier)
            #expect(back.status == 200, "\(back.text)")
            #expect(try await balance(.post(unit)) == before.0)
            let settled = try await driver.act(
                "/v1/shipments/\(id):settle-cod", ["amount": .int(cod), "reference": "BD-9"],
                by: driver.cashier)
            #expect(settled.code == "cod_not_collected" && settled.text.contains("đã trả lại"))
            #expect(try await balance(.post(unit)) == before.0)
            #expect(try await balance(.bank(unit)) == before.1)
        }
    }
}
