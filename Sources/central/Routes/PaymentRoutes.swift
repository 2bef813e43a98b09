import Forms
import HTTPTypes
import Models

/// What dossiers' applicants owe, and what they pay.
enum PaymentRoutes {
    static let all = [
        Route("listOwing", .get, "/v1/charges", query: ["code", "limit", "cursor"], handle: owing),
        Route("getDossierCharges", .get, "/v1/dossiers/{id}/charges", find: DossierRoutes.find) {
            call, central in
            let ground = try await MoneyGround(
                of: call.thing(StoredDossier.self), central, on: call.today)
            return try .json(
                try await central.store.read {
                    try Bookkeeping.charges($0, try ground.debtor($0, seal: central.seal), at: call.now)
                })
        },
        Route(
            "createCharge", .post, "/v1/dossiers/{id}/charges", body: .json, isKeyed: true,
            find: DossierRoutes.find, handle: charge),
        Route(
            "listDossierPayments", .get, "/v1/dossiers/{id}/payments", query: ["limit", "cursor"],
            find: DossierRoutes.find
        ) { call, central in
            let id = try call.thing(StoredDossier.self).dossier.id
            let found = try await central.store.read { [seal = central.seal] in
                try PaymentTable.all($0, of: id, seal: seal).map(\.payment)
            }
            return try .list(found, call)
        },
        Route("createPayment", .post, "/v1/payments", body: .json, isKeyed: true, handle: create),
        Route("getPayment", .get, "/v1/payments/{id}", find: find) { call, _ in
            try .json(try call.thing(PaymentTable.Stored.self).payment)
        },
        Route(
            "getPlatformMessage", .get, "/v1/payments/{id}/platform-message", find: find,
            handle: platformMessage),
        Route(
            "refundPayment", .post, "/v1/payments/{id}:refund", body: .json, isKeyed: true, find: find,
            handle: refund),
        Route(
            "cancelPayment", .post, "/v1/payments/{id}:cancel", body: .json, isKeyed: true, find: find,
            handle: cancel),
        Route(
            "issueReceipt", .post, "/v1/payments/{id}:issue-receipt", body: .json, isKeyed: true, find: find,
            handle: issue),
        Route(
            "paymentCallback", .post, "/v1/payment-callbacks/{platform}", body: .json, find: platform
        ) { call, central in
            try await PlatformCallback(call, central).perform()
        },
    ]

    static let longestReason = 500

    private static func owing(_ call: Call, _ central: Central) async throws -> Reply {
        let limit = try call.limit()
        let after = try call.positionCursor()
        let scope = try call.requireGrant().scope
        // However it was written or spoken, as in the look-up.
        let code = try call.text("code").map { SearchReading($0).code ?? $0.trimmed.uppercased() }
        let found = try await central.store.read {
            try ChargeTable.owing($0, scope: scope, text: code, after: after, limit: limit + 1)
        }
        let page = found.prefix(limit)
        let next =
            found.count > limit
            ? page.last.map { Cursor.encode([String($0.since.seconds), $0.dossier]) } : nil
        return try .json(FixedShape.page(page, next: next))
    }

    // MARK: Charges

    private static func charge(_ call: Call, _ central: Central) async throws -> Reply {
        let stored = try call.thing(StoredDossier.self)
        let officer = try call.requireGrant().officer
        let ground = try await MoneyGround(of: stored, central, on: call.today)
        return try await central.effectOnce.perform(call) { () -> ChargeRequest in
            var request: ChargeRequest = try call.decode()
            var faults: [InputFault] = []
            for (index, line) in (request.lines ?? []).enumerated() { check(line, index, &faults) }
            if (request.lines ?? []).count > 20 {
                faults.append(.init("/lines", "too_many", "Nhiều nhất 20 khoản một lần."))
            }
            request.reason = CallText.check(
                request.reason, "/reason", longest: longestReason,
                isRequired: !(request.lines ?? []).isEmpty, &faults)
            guard faults.isEmpty else { throw ProblemError.input(faults) }
            return request
        } effect: { database, request in
            let book = Bookkeeping(call, central, officer: officer)
            let debtor = try ground.debtor(database, seal: central.seal)
            guard try ground.current(database, seal: central.seal).isOpen else {
                throw ProblemError(
                    .actionNotAllowed, detail: "Hồ sơ đã kết thúc, không thêm khoản phải nộp được.")
            }
            try book.charge(database, debtor)
            for line in request.lines ?? [] {
                try book.add(
                    database, to: debtor.dossier, feeCode: line.feeCode, name: line.name, kind: line.kind,
                    amount: line.amount, basis: line.basis, collect: .before, source: .officer,
                    reason: request.reason)
            }
            let dossier = debtor.dossier
            try book.audit(
                database, "charge", dossier.id, unit: dossier.unit.code,
                ["code": dossier.code, "lines": String((request.lines ?? []).count)])
            try book.announce(database, "charge", of: dossier.id)
            let charges = try Bookkeeping.charges(database, debtor, at: call.now)
            return try .json(
                charges, status: 201, headers: ["location": "/v1/dossiers/\(dossier.id)/charges"])
        }
    }

    private static func check(_ line: ChargeLine, _ index: Int, _ faults: inout [InputFault]) {
        let place = "/lines/\(index)"
        if !(1...largestAmount).contains(line.amount) {
            faults.append(.amount(place + "/amount"))
        }
        for (name, text, longest) in [
            ("fee_code", line.feeCode, 50), ("name", line.name, 200), ("basis", line.basis, 500),
        ] {
            _ = CallText.check(text, "\(place)/\(name)", longest: longest, isRequired: true, &faults)
        }
    }

    /// The most of one payment or charge: what a VietQR holds, too, is more.
    static let largestAmount = 100_000_000_000

    // MARK: Payments

    private struct Prepared: Sendable {
        var request: PaymentRequest
        var ground: MoneyGround
        var unit: UnitRef
    }

    private static func create(_ call: Call, _ central: Central) async throws -> Reply {
        let grant = try call.requireGrant()
        let reply = try await central.effectOnce.perform(call) {
            try await prepare(call, central, grant)
        } effect: { database, prepared in
            let book = Bookkeeping(call, central, officer: grant.officer)
            let request = prepared.request
            let stored = try book.collect(
                database,
                { debtor in
                    .init(
                        debtor: debtor, unit: prepared.unit, method: request.method, amount: request.amount,
                        tendered: request.tendered, desk: request.desk,
                        payerName: request.payerName ?? debtor.dossier.applicant.name,
                        payerAddress: request.payerAddress ?? debtor.dossier.applicant.address)
                }, prepared.ground, central)
            return try .json(
                stored.payment, status: 201, headers: ["location": "/v1/payments/\(stored.payment.id)"])
        }
        for unit in Set(grant.officer.assignments.map(\.unit)) { central.inboxCounter.noteAct(in: unit) }
        return reply
    }

    private static func prepare(_ call: Call, _ central: Central, _ grant: Grant) async throws -> Prepared {
        var request: PaymentRequest = try call.decode()
        var faults: [InputFault] = []
        if !(1...largestAmount).contains(request.amount) { faults.append(.amount("/amount")) }
        if !PaymentMethod.atDesk.contains(request.method) {
            faults.append(
                .init("/method", "invalid_choice", "Tiền bưu điện thu hộ chỉ ghi theo báo phát của bưu điện.")
            )
        }
        if let tendered = request.tendered {
            if request.method != .cash {
                faults.append(.init("/tendered", "not_cash", "Chỉ tiền mặt mới có tiền khách đưa."))
            } else if !(request.amount...max(request.amount, largestAmount)).contains(tendered) {
                faults.append(
                    .init("/tendered", "too_little", "Tiền khách đưa phải đủ số phải thu."))
            }
        }
        request.desk = CallText.check(request.desk, "/desk", longest: 50, &faults)
        request.payerName = CallText.check(request.payerName, "/payer_name", longest: 200, &faults)
        request.payerAddress = CallText.check(
            request.payerAddress, "/payer_address", longest: 500, &faults)
        let (id, scope) = (request.dossier.lowercased(), grant.scope)
        let stored = try await central.store.read { [seal = central.seal] in
            try DossierTable.find($0, id: id, scope: scope, seal: seal)
        }
        if stored == nil {
            faults.append(.init("/dossier", "unknown_dossier", "Không có hồ sơ này trong đơn vị."))
        }
        guard faults.isEmpty, let stored else { throw ProblemError.input(faults) }
        guard stored.isOpen else {
            throw ProblemError(.nothingOwed, detail: "Hồ sơ đã kết thúc ở bước “\(stored.dossier.stepName)”.")
        }
        return Prepared(
            request: request, ground: try await MoneyGround(of: stored, central, on: call.today),
            unit: try await unit(of: grant, for: stored, central, on: call.today))
    }

    /// For which unit an officer collects: that of the dossier where he is its cashier, else his own.
    static func unit(of grant: Grant, for stored: StoredDossier, _ central: Central, on day: LocalDate)
        async throws -> UnitRef
    {
        let units = grant.officer.assignments.filter { $0.role == .cashier }.map(\.unit)
        let order = [stored.dossier.unit.code, stored.holderUnit, grant.officer.unit]
        guard let code = order.first(where: units.contains) ?? units.first else {
            throw ProblemError(.forbidden)
        }
        let name = try await central.store.read { try OfficerTable.unitName($0, code: code, on: day) }
        return UnitRef(code: code, name: name ?? code)
    }

    /// What the payment platform is asked; only an online payment has it. It names the payer, so the audit knows who read it.
    private static func platformMessage(_ call: Call, _ central: Central) async throws -> Reply {
        let stored = try call.thing(PaymentTable.Stored.self)
        guard stored.payment.method == .online,
            let ground = try await MoneyGround(ofDossier: stored.payment.dossier, central, on: call.today)
        else { throw ProblemError(.notFound) }
        let officer = try call.requireGrant().officer
        let message = try await central.store.write { [seal = central.seal] database in
            let book = Bookkeeping(call, central, officer: officer)
            let dossier = try ground.current(database, seal: seal).dossier
            let message = try PlatformRequest(
                database, try book.read(database, stored.payment.id), dossier: dossier, book)
            try book.audit(
                database, "platform_message", stored.payment.id, unit: stored.payment.unit.code,
                ["code": dossier.code])
            return message
        }
        return try .json(object: message.json)
    }

    private static func refund(_ call: Call, _ central: Central) async throws -> Reply {
        let stored = try call.thing(PaymentTable.Stored.self)
        let officer = try call.requireGrant().officer
        return try await central.effectOnce.perform(call) { () -> (RefundRequest, MoneyGround) in
            var request: RefundRequest = try call.decode()
            var faults: [InputFault] = []
            if let amount = request.amount, !(1...largestAmount).contains(amount) {
                faults.append(.amount("/amount"))
            }
            request.desk = CallText.check(request.desk, "/desk", longest: 50, &faults)
            let reason = CallText.check(
                request.reason, "/reason", longest: longestReason, isRequired: true, &faults)
            guard faults.isEmpty, let reason,
                let ground = try await MoneyGround(
                    ofDossier: stored.payment.dossier, central, on: call.today)
            else { throw ProblemError.input(faults) }
            request.reason = reason
            return (request, ground)
        } effect: { database, prepared in
            let book = Bookkeeping(call, central, officer: officer)
            let current = try book.read(database, stored.payment.id)
            let dossier = try prepared.1.current(database, seal: central.seal).dossier
            return try .json(try book.refund(database, current, prepared.0, dossier: dossier))
        }
    }

    private static func cancel(_ call: Call, _ central: Central) async throws -> Reply {
        let stored = try call.thing(PaymentTable.Stored.self)
        let officer = try call.requireGrant().officer
        return try await central.effectOnce.perform(call) {
            try reason(call)
        } effect: { database, reason in
            let book = Bookkeeping(call, central, officer: officer)
            let current = try book.read(database, stored.payment.id).payment
            try checkSilence(current, officer, at: call.now)
            try book.cancel(database, current, to: .cancelled, reason: reason)
            return try .json(try book.read(database, current.id).payment)
        }
    }

    /// Nobody but the platform can say that nothing was taken. Where it says nothing for a day, another than who asked may
    /// let the dossier go: money that comes after that is kept, and is somebody's work.
    private static func checkSilence(_ payment: Payment, _ officer: Officer, at now: Instant) throws {
        guard payment.method == .online, [.pending, .unknown].contains(payment.state) else { return }
        let end = payment.createdAt.adding(seconds: 86_400)
        guard now >= end, payment.officer?.id != officer.id else {
            throw ProblemError(
                .paymentPending,
                detail: "Thanh toán trực tuyến kết thúc khi nền tảng thanh toán báo kết quả. "
                    + "Nền tảng im lặng thì từ \(end.display) một cán bộ khác của đơn vị bỏ được.")
        }
    }

    private static func issue(_ call: Call, _ central: Central) async throws -> Reply {
        let stored = try call.thing(PaymentTable.Stored.self)
        let officer = try call.requireGrant().officer
        return try await central.effectOnce.perform(call) {
            _ = try reason(call)
        } effect: { database, _ in
            let book = Bookkeeping(call, central, officer: officer)
            let receipt = try book.issueLate(database, try book.read(database, stored.payment.id))
            return try .json(receipt, status: 201, headers: ["location": "/v1/receipts/\(receipt.id)"])
        }
    }

    /// The body's reason.
    static func reason(_ call: Call) throws -> String {
        let request: ReasonRequest = try call.decode()
        var faults: [InputFault] = []
        let reason = CallText.check(
            request.reason, "/reason", longest: longestReason, isRequired: true, &faults)
        guard let reason else { throw ProblemError.input(faults) }
        return reason
    }

    @Sendable private static func find(_ call: Call, _ central: Central) async throws -> any Sendable {
        let (id, scope) = (try call.id(), try call.requireGrant().scope)
        let found = try await central.store.read { [seal = central.seal] in
            try PaymentTable.find($0, id: id, scope: scope, seal: seal)
        }
        guard let found else { throw ProblemError(.notFound) }
        return found
    }

    @Sendable private static func platform(_ call: Call, _ central: Central) async throws -> any Sendable {
        guard call.parameter("platform") == PlatformCallback.platform else { throw ProblemError(.notFound) }
        return PlatformCallback.platform
    }
}

extension InputFault {
    static func amount(_ pointer: String) -> InputFault {
        InputFault(
            pointer, "out_of_range",
            "Số tiền phải từ 1 đến \(Money(PaymentRoutes.largestAmount).display).",
            hint: "Nhập số đồng, không có phần lẻ.")
    }
}
