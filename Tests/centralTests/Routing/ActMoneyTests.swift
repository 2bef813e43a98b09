import Forms
import HTTPTypes
import Models
import Testing

@testable import central

/// What of an act hangs on other things than the dossier's own history: on the ledger, and on who looks meanwhile.
@Suite("Acts, the ledger and what others see")
struct ActMoneyTests {
    private static func run(
        _ accounts: [String], _ body: @escaping @Sendable (RoutingDriver, TestCentral) async throws -> Void
    ) async throws {
        let test = try TestCentral()
        try await test.run { desk in
            var driver = RoutingDriver(test, desk)
            try await driver.login(accounts)
            try await body(driver, test)
        }
    }

    private static func act(
        _ action: ProcessAction, by account: String, on id: ID, _ driver: RoutingDriver
    ) async throws -> TestReply {
        let dossier = try await driver.desk(account).get("/v1/dossiers/\(id)")
        return try await driver.act(RoutingDriver.body(action, of: dossier), on: id, by: account)
    }

    private static func charge(_ amount: Int, on id: ID, _ driver: RoutingDriver) async throws -> TestReply {
        try await driver.desk("thungan").post(
            "/v1/dossiers/\(id)/charges",
            [
                "reason": "Cấp thêm bản sao",
                "lines": [
                    [
                        "fee_code": "them", "name": "Lệ phí thêm", "kind": "le_phi",
                        "amount": .int(amount), "basis": "Nghị quyết HĐND",
                    ]
                ],
            ], key: UUIDv7.make())
    }

    @Test("An officer's charge: the dossier is not delivered until all of it is paid, and then it is")
    func officersCharge() async throws {
        try await Self.run(["tiepnhan", "thamdinh", "lanhdao", "vanthu", "thungan"]) { driver, test in
            let made = try await driver.desk("tiepnhan").post(
                "/v1/dossiers", SampleIntake.body, key: UUIDv7.make())
            let id = try #require(made["id"])
            try await CashDesk.collect(id, test)
            // Before the work begins as well: what was charged is to be paid first.
            #expect(try await Self.charge(2_000, on: id, driver).status == 201)
            let early = try await Self.act(.forward, by: "tiepnhan", on: id, driver)
            #expect(early.status == 409 && early.faults == ["/action fees_paid"], "\(early.text)")
            try await CashDesk.collect(id, test)
            for (action, account) in [
                (ProcessAction.forward, "tiepnhan"), (.forward, "thamdinh"), (.sign, "lanhdao"),
                (.finish, "vanthu"),
            ] {
                let done = try await Self.act(action, by: account, on: id, driver)
                #expect(done.status == 200, "\(action): \(done.text)")
            }
            #expect(try await Self.charge(5_000, on: id, driver).status == 201)
            let owing = try await Self.act(.deliver, by: "tiepnhan", on: id, driver)
            #expect(owing.status == 409 && owing.faults == ["/action fees_settled"], "\(owing.text)")
            #expect(owing.text.contains("5.000"))
            let part = try await driver.desk("thungan").post(
                "/v1/payments", ["dossier": .string(id), "method": "cash", "amount": 3_000],
                key: UUIDv7.make())
            #expect(part.status == 201, "\(part.text)")
            let still = try await Self.act(.deliver, by: "tiepnhan", on: id, driver)
            #expect(still.faults == ["/action fees_settled"] && still.text.contains("2.000"))
            try await CashDesk.collect(id, test)
            let done = try await Self.act(.deliver, by: "tiepnhan", on: id, driver)
            #expect(done.status == 200, "\(done.text)")
        }
    }

    @Test("A payment that was asked for is owed once, beside an officer's charge; a refund is neither")
    func requestedOnce() {
        func charge(_ source: ChargeSource, _ amount: Int, _ collect: FeeCollection = .before) -> Charge {
            Charge(
                id: "c", dossier: "d", feeCode: source.rawValue, name: "x", kind: .phi, amount: amount,
                basis: "x", collect: collect, source: source, at: Instant(seconds: 0))
        }
        let quote = FeeQuote(
            lines: [
                FeeLine(
                    feeCode: "quote", name: "x", kind: .phi, quantity: 1, amount: 16_000, basis: "x")
            ], total: 16_000)
        let request = RoutingEvent(
            seq: 3, at: Instant(seconds: 9), action: ProcessAction.requestPayment.rawValue, status: 6,
            detail: DossierEventDetail(amount: 8_000))
        // 16.000 paid, 8.000 asked for, 5.000 charged besides.
        let money = MoneyState(
            charges: [charge(.quote, 16_000), charge(.request, 8_000), charge(.officer, 5_000)],
            balance: 13_000, quote: quote, through: 3)
        #expect(money.after([request]).owed == 13_000)
        #expect(money.before == 29_000 && money.paid == 16_000)
        // The ledger has the payment already, its event is still to come.
        #expect(money.without(payment: 13_000).owed == 26_000)
        // Given back is neither paid nor owed.
        let refunded = MoneyState(
            charges: [charge(.quote, 16_000), charge(.refund, -16_000)], balance: 0, quote: quote, through: 2)
        #expect(refunded.owed == 0 && refunded.paid == 0 && !refunded.isFree)
    }

    @Test("What another unit does is counted at once where the dossier comes to, and where it goes from")
    func inboxesOfTwoUnits() async throws {
        try await Self.run(["tiepnhan", "congan"]) { driver, test in
            func counts(_ account: String) async throws -> [String: Int] {
                let items = try await driver.desk(account).get("/v1/inboxes").items
                return Dictionary(
                    items.map { ($0["slug"]?.text ?? "", $0["count"]?.number ?? -1) },
                    uniquingKeysWith: { $1 })
            }
            let made = try await driver.takeIn("1.004222")
            let id = try #require(made["id"])
            if (try await driver.desk("tiepnhan").get("/v1/dossiers/\(id)/charges").json["owed"]?.number ?? 0)
                > 0
            {
                try await CashDesk.collect(id, test)
            }
            let (here, there) = (try await counts("tiepnhan"), try await counts("congan"))
            // The clock stands: nothing is counted anew but for an act.
            let done = try await Self.act(.forward, by: "tiepnhan", on: id, driver)
            #expect(done.status == 200, "\(done.text)")
            #expect(try await driver.stored(id).holderUnit == "G01.26.5")
            #expect(try await counts("congan")["todo"] == (there["todo"] ?? 0) + 1)
            #expect(try await counts("tiepnhan")["todo"] == (here["todo"] ?? 0) - 1)
            let asked = try await Self.act(.requestSupplement, by: "congan", on: id, driver)
            #expect(asked.status == 200, "\(asked.text)")
            #expect(try await counts("congan")["todo"] == there["todo"])
            #expect(
                try await counts("tiepnhan")["waiting_supplement"] == (here["waiting_supplement"] ?? 0) + 1)
        }
    }

    @Test("A part payment leaves an officer's lease; what leads the dossier on ends it")
    func leaseAndPartPayment() async throws {
        try await Self.run(["tiepnhan", "thungan"]) { driver, test in
            let made = try await driver.desk("tiepnhan").post(
                "/v1/dossiers", SampleIntake.body, key: UUIDv7.make())
            let id = try #require(made["id"])
            let claim = try await driver.desk("tiepnhan").send(.put, "/v1/dossiers/\(id)/claim")
            #expect(claim.status == 200)
            func holder() async throws -> ID? {
                try await test.central.store.read { try ClaimTable.find($0, dossier: id) }?.officer.id
            }
            let officer = try #require(try await holder())
            let part = try await driver.desk("thungan").post(
                "/v1/payments", ["dossier": .string(id), "method": "cash", "amount": 10_000],
                key: UUIDv7.make())
            #expect(part.status == 201, "\(part.text)")
            #expect(try await driver.replayed(try await driver.stored(id)).events.last?.verb == .paymentOk)
            #expect(try await holder() == officer)
            try await CashDesk.collect(id, test)
            #expect(try await Self.act(.forward, by: "tiepnhan", on: id, driver).status == 200)
            #expect(try await holder() == nil)
        }
    }

    @Test("Form 02 after the supplement came in, and form 04 after the result, are reprints or nothing")
    func papersThatAreOver() async throws {
        try await Self.run(["tiepnhan", "thamdinh"]) { driver, test in
            func print(_ form: String, _ id: ID) async throws -> TestReply {
                try await driver.desk("tiepnhan").post(
                    "/v1/dossiers/\(id)/prints", ["form": .string(form)], key: UUIDv7.make())
            }
            for isPrinted in [true, false] {
                let made = try await driver.desk("tiepnhan").post(
                    "/v1/dossiers", SampleIntake.of(isPrinted ? "001185000321" : "001185000322"),
                    key: UUIDv7.make())
                let id = try #require(made["id"], "\(made.text)")
                try await CashDesk.collect(id, test)
                for (action, account) in [
                    (ProcessAction.forward, "tiepnhan"), (.requestSupplement, "thamdinh"),
                ] {
                    #expect(try await Self.act(action, by: account, on: id, driver).status == 200)
                }
                if isPrinted { #expect(try await print("02", id).json["copy_number"] == 1) }
                #expect(try await Self.act(.supplementIn, by: "tiepnhan", on: id, driver).status == 200)
                let later = try await print("02", id)
                if isPrinted {
                    #expect(later.json["copy_number"] == 2, "\(later.text)")
                } else {
                    #expect(later.faults == ["/form wrong_form"], "\(later.text)")
                }
            }
        }
    }
}
