import Forms
import GRDB
import Models

extension Bookkeeping {
    /// Books what the post collected at the door: a payment of the dossier's, whose money lies with the post until it
    /// settles. Nil where the dossier owes it no longer: it is kept as unmatched.
    func collected(_ database: Database, _ shipment: Shipment, debtor: Debtor) throws -> Payment? {
        let dossier = debtor.dossier
        try charge(database, debtor)
        let owed = try LedgerTable.balance(database, .dossier(dossier.id))
        guard owed >= shipment.cod else {
            try keep(
                database, .post, unit: shipment.unit, reference: shipment.trackingNumber,
                amount: shipment.cod,
                text: "", reason: .nothingOwed, dossier: dossier.id, dossierCode: dossier.code, seal: seal)
            return nil
        }
        let payment = Payment(
            id: UUIDv7.make(), dossier: dossier.id, dossierCode: dossier.code, unit: shipment.unit,
            method: .cod, state: .paid, amount: shipment.cod, refunded: 0, lines: [], createdAt: at,
            paidAt: at, reference: shipment.trackingNumber, refunds: [])
        let stored = PaymentTable.Stored(
            payment: payment, person: nil,
            content: .init(
                payerName: dossier.applicant.name, payerAddress: dossier.applicant.address,
                procedureCode: dossier.procedure.code, procedureName: dossier.procedure.name))
        try PaymentTable.insert(database, stored, seal: seal)
        try settle(database, stored, reference: shipment.trackingNumber, needsReceipt: false)
        return try read(database, payment.id).payment
    }

    /// Where a refund leaves from. The post gives nothing back to a citizen and owes the unit the whole sum, settled
    /// already or not: what it collected is refunded over the bank.
    static func refunding(_ payment: Payment, session: ID?) -> LedgerAccount? {
        payment.method == .cod
            ? .bank(payment.unit.code)
            : LedgerAccount.of(payment.method, unit: payment.unit.code, session: session)
    }

    /// Refuses to take at the desk what the post is to collect at the door: it would be paid twice.
    static func checkNotCollected(_ database: Database, of dossier: ID) throws {
        guard let parcel = try ShipmentTable.collecting(database, of: dossier) else { return }
        throw ProblemError(
            .paymentPending,
            detail: "Bưu điện đang thu hộ \(Money(parcel.cod).display) theo bưu gửi \(parcel.words). "
                + "Chưa thu gì ở đây: hủy bưu gửi nếu chưa giao bưu điện, hoặc chờ bưu điện báo kết quả.")
    }

    /// The post hands over what it collected for a shipment, to the unit's account.
    ///
    /// - Throws: For another amount than was to be collected: nothing is booked.
    func settle(_ database: Database, _ shipment: Shipment, _ settlement: CODSettlement) throws {
        guard shipment.cod > 0, shipment.state == .delivered else { throw ProblemError(.codNotCollected) }
        guard shipment.codSettledAt == nil else { throw ProblemError(.codSettled) }
        // It is not owed to the unit any more: that would book the same money at the bank once too often.
        if try MoneyMessageTable.isReturned(database, .post, reference: shipment.trackingNumber) {
            throw ProblemError(
                .codNotCollected,
                detail: "Khoản thu hộ của \(shipment.trackingNumber) đã trả lại người nộp ở mục tiền "
                    + "chưa khớp, bưu điện không còn giữ. Chưa ghi gì.")
        }
        guard settlement.amount == shipment.cod else {
            throw ProblemError(
                .codMismatch,
                detail: "Bưu gửi \(shipment.trackingNumber) thu hộ \(Money(shipment.cod).display), "
                    + "bưu điện nộp \(Money(settlement.amount).display). Chưa ghi gì.")
        }
        let unit = shipment.unit.code
        try ShipmentTable.settle(database, shipment, settlement, officer: try acting().id, at: at)
        try LedgerTable.post(
            database, "cod_settled", subject: shipment.id, unit: unit, officer: officer?.id, at: at,
            [
                .init(account: .bank(unit), amount: settlement.amount),
                .init(account: .post(unit), amount: -settlement.amount),
            ])
        try audit(
            database, "cod_settle", shipment.id, unit: unit,
            ["code": shipment.dossierCode, "amount": String(settlement.amount)])
    }
}
