import Forms
import GRDB
import Models

/// Makes a shipment of a dossier: with all that the post asks for, a tracking number of the unit's, and its order in the
/// outbox, in one transaction or not at all.
struct ShipmentMaking: Sendable {
    let central: Central
    let call: Call
    let officer: Officer

    struct Prepared: Sendable {
        var kind: ShipmentKind
        var ground: MoneyGround
        var citizen: PostalParty
        var contents: String
        var cod: Int?
    }

    static let longestContents = 500

    init(_ call: Call, _ central: Central) throws {
        self.central = central
        self.call = call
        officer = try call.requireGrant().officer
    }

    // MARK: Checks

    func prepare(_ request: ShipmentRequest) async throws -> Prepared {
        let (scope, day) = (try call.requireGrant().scope, call.today)
        let stored = try await central.store.read { [seal = central.seal] in
            try DossierTable.find($0, id: request.dossier.lowercased(), scope: scope, seal: seal)
        }
        guard let stored else {
            throw ProblemError.input([
                .init("/dossier", "unknown_dossier", "Không có hồ sơ này, hoặc không thuộc đơn vị.")
            ])
        }
        let dossier = stored.dossier
        guard
            officer.assignments.contains(where: { $0.role == .reception && $0.unit == dossier.unit.code })
        else {
            throw ProblemError(
                .forbidden, detail: "Chỉ bộ phận tiếp nhận của \(dossier.unit.name) gửi bưu chính hồ sơ này.")
        }
        var faults: [InputFault] = []
        let name = CallText.check(
            request.name ?? dossier.delivery.recipient ?? dossier.submitter?.name ?? dossier.applicant.name,
            "/name", longest: 200, isRequired: true, &faults)
        let phone = CallText.phone(
            request.phone ?? dossier.delivery.phone ?? dossier.submitter?.phone ?? dossier.applicant.phone,
            "/phone", &faults)
        if phone == nil, faults.last?.pointer != "/phone" {
            faults.append(
                .init(
                    "/phone", "required", "Bưu điện cần số điện thoại của người gửi, người nhận.",
                    hint: "Hồ sơ không có số điện thoại; hỏi người dân rồi nhập."))
        }
        let contents = CallText.check(
            request.contents ?? Self.contents(request.kind, dossier), "/contents",
            longest: Self.longestContents, isRequired: true, &faults)
        let text = CallText.check(
            request.address ?? dossier.delivery.address ?? dossier.applicant.address, "/address",
            longest: AddressReading.longest, isRequired: true, &faults)
        var address: PostalAddress?
        if let text {
            let outcome = try await central.store.read { database in
                try AddressReading(database: database, day: day).read(
                    text, commune: request.commune, at: "/address")
            }
            switch outcome {
            case .found(let found): address = found
            case .refused(let fault): faults.append(fault)
            }
        }
        if let cod = request.cod, !(0...PaymentRoutes.largestAmount).contains(cod) {
            faults.append(.init("/cod", "out_of_range", "Tiền thu hộ không được âm."))
        }
        guard faults.isEmpty, let name, let phone, let contents, let address else {
            throw ProblemError.input(faults)
        }
        return Prepared(
            kind: request.kind, ground: try await MoneyGround(of: stored, central, on: day),
            citizen: PostalParty(name: name, phone: phone, address: address), contents: contents,
            cod: request.cod)
    }

    private static func contents(_ kind: ShipmentKind, _ dossier: Dossier) -> String {
        let words = kind == .result ? "Kết quả: " : "Hồ sơ: "
        return String((words + dossier.procedure.name).prefix(longestContents))
    }

    // MARK: The effect

    func record(_ database: Database, _ prepared: Prepared, id: ID = UUIDv7.make()) throws -> Shipment {
        let stored = try prepared.ground.current(database, seal: central.seal)
        let dossier = stored.dossier
        try check(prepared.kind, stored)
        if let active = try ShipmentTable.active(database, of: dossier.id, kind: prepared.kind) {
            throw ProblemError(.shipmentExists, headers: ["location": "/v1/shipments/\(active)"])
        }
        let (_, settings) = try PostalTable.settings(database, unit: dossier.unit.code)
        guard let settings else { throw ProblemError(.noPostalSettings) }
        let cod = try cod(database, prepared)
        guard let number = try PostalTable.takeNumber(database, unit: dossier.unit.code) else {
            throw ProblemError(.trackingNumbersUsedUp)
        }
        let count = try ShipmentTable.count(database, of: dossier.id)
        let office = try OfficerTable.unitName(database, code: settings.office, on: call.today)
        let isResult = prepared.kind == .result
        let shipment = Shipment(
            id: id, dossier: dossier.id, dossierCode: dossier.code, procedureName: dossier.procedure.name,
            unit: dossier.unit, office: UnitRef(code: settings.office, name: office ?? settings.office),
            kind: prepared.kind, orderNumber: count == 0 ? dossier.code : "\(dossier.code).\(count + 1)",
            trackingNumber: number, state: .created, order: .waiting,
            sender: isResult ? settings.sender : prepared.citizen,
            receiver: isResult ? prepared.citizen : settings.sender, contents: prepared.contents,
            fee: settings.fee(of: prepared.kind), cod: cod, createdAt: call.now, createdBy: officer.reference,
            changedAt: call.now)
        let order = PostalOrder(
            customerCode: settings.customerCode, orderNumber: shipment.orderNumber, trackingNumber: number,
            cod: cod, sender: shipment.sender, receiver: shipment.receiver, contents: shipment.contents,
            task: isResult ? PostalOrder.resultTask : PostalOrder.collectTask, agencyCode: dossier.unit.code,
            agencyName: dossier.unit.name)
        let text = String(decoding: try StrictJSON.encode(order.json), as: UTF8.self)
        let message = try PostMail.put(
            database, .order, of: shipment, text: text, at: call.now, seal: central.seal)
        try ShipmentTable.insert(database, shipment, message: message, seal: central.seal)
        _ = try ShipmentTable.append(
            database,
            ShipmentEvent(
                seq: 0, at: call.now, source: .desk, state: .created, officer: officer.reference),
            to: id)
        try DossierTable.ship(database, dossier.id, under: number)
        try PostAudit.record(
            database, "create", shipment.id, unit: dossier.unit.code,
            ["code": dossier.code, "kind": prepared.kind.rawValue, "cod": String(cod)], call, central)
        return shipment
    }

    /// Whether the dossier is at a place where something can be sent.
    private func check(_ kind: ShipmentKind, _ stored: StoredDossier) throws {
        let dossier = stored.dossier
        switch kind {
        case .result:
            guard dossier.delivery.method == .post else {
                throw ProblemError(
                    .shipmentNotPossible,
                    detail: "Hồ sơ hẹn trả kết quả \(dossier.delivery.method.name.lowercased()). "
                        + "Nếu người dân đổi ý, sửa cách nhận kết quả của hồ sơ trước.")
            }
            guard dossier.status == 9 else {
                throw ProblemError(
                    .shipmentNotPossible,
                    detail: "Hồ sơ đang ở “\(dossier.stepName)”, chưa có kết quả tại bộ phận một cửa để gửi.")
            }
        case .collect:
            guard stored.isOpen, dossier.status != 9 else {
                throw ProblemError(
                    .shipmentNotPossible, detail: "Hồ sơ đã xong, không còn giấy tờ nào phải nhận thêm.")
            }
        }
    }

    /// What the post collects: all that is owed, or nothing. A part would leave the dossier unpaid at its delivery.
    private func cod(_ database: Database, _ prepared: Prepared) throws -> Int {
        guard prepared.kind == .result else {
            guard prepared.cod ?? 0 == 0 else {
                throw ProblemError.input([
                    .init("/cod", "cod_mismatch", "Chỉ thu hộ khi trả kết quả, không thu khi nhận hồ sơ.")
                ])
            }
            return 0
        }
        let debtor = try prepared.ground.debtor(database, seal: central.seal)
        try Bookkeeping(call, central, officer: officer).charge(database, debtor)
        let owed = max(0, try LedgerTable.balance(database, .dossier(debtor.dossier.id)))
        let cod = prepared.cod ?? owed
        guard cod == 0 || cod == owed else {
            throw ProblemError.input([
                .init(
                    "/cod", "cod_mismatch",
                    "Hồ sơ còn phải nộp \(Money(owed).display), không thu hộ \(Money(cod).display).",
                    hint: owed == 0
                        ? "Bỏ trống ô thu hộ." : "Bỏ trống để thu hộ đúng số đó, hoặc thu tại quầy trước.")
            ])
        }
        if owed > 0, cod == 0 {
            throw ProblemError.input([
                .init(
                    "/cod", "fee_outstanding",
                    "Hồ sơ còn phải nộp \(Money(owed).display): thu trước, hoặc để bưu điện thu hộ.")
            ])
        }
        if cod > 0, let pending = try PaymentTable.pendingID(database, of: debtor.dossier.id) {
            throw ProblemError(.paymentPending, headers: ["location": "/v1/payments/\(pending)"])
        }
        return cod
    }
}
