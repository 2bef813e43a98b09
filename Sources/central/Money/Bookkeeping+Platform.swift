import Forms
import GRDB
import Models

extension Bookkeeping {
    /// Books what the platform says of a payment.
    ///
    /// - Parameter tell: Tells the dossier's history that it was paid.
    /// - Returns: Why the money is not this payment's, where it isn't: it is kept as somebody's work.
    func hear(
        _ database: Database, _ message: PlatformMessage, _ id: ID?, debtor: Debtor?,
        tell: (Payment) throws -> Void
    ) throws -> ProblemKind? {
        let stored = try id.map { try read(database, $0) }
        var message = message
        // Other money under a number that was used before is no word said twice.
        if message.outcome == .paid,
            let known = try MoneyMessageTable.known(database, .platform, reference: message.reference),
            known.amount != message.amount || known.payment != id
        {
            message.reference += "#\(message.lookupCode)#\(message.amount)"
        }
        let nobodys = stored == nil && message.outcome == .paid ? try owner(database, of: message) : nil
        let isNew = try MoneyMessageTable.record(
            database, .platform, reference: message.reference,
            state: message.outcome == .paid ? "paid" : message.outcome.rawValue,
            unit: stored?.payment.unit.code ?? nobodys?.unit.code, amount: message.amount,
            day: message.day ?? at.date, at: at,
            payment: id)
        guard isNew else {
            return try MoneyMessageTable.problem(database, .platform, reference: message.reference)
        }
        guard let stored, let debtor else {
            guard message.outcome == .paid else { return .notFound }
            try keep(database, message, try stored.map { Self.owner($0.payment) } ?? nobodys, .unknownPayment)
            return .notFound
        }
        let payment = stored.payment
        let isWaiting = payment.state == .pending || payment.state == .unknown
        switch message.outcome {
        case .paid: break
        case .failed:
            if isWaiting {
                try cancel(
                    database, payment, to: .failed, reason: "Nền tảng thanh toán báo không thành công.")
            }
            return nil
        case .unknown:
            if isWaiting {
                try PaymentTable.setState(
                    database, of: payment.id, to: .unknown,
                    note: "Nền tảng thanh toán chưa rõ kết quả; chờ đối soát.")
            }
            return nil
        case .pending: return nil
        }
        guard message.amount == payment.amount else {
            try keep(database, message, Self.owner(payment), .amountMismatch)
            // Its last word: nothing more comes for what was asked. The money is somebody's work, and the dossier is free.
            if isWaiting {
                try cancel(
                    database, payment, to: .failed,
                    reason:
                        "Nền tảng báo \(Money(message.amount).display), không phải số đã hỏi; xử lý ở đối soát."
                )
            }
            return .amountMismatch
        }
        try charge(database, debtor)
        let owed = try LedgerTable.balance(database, .dossier(payment.dossier))
        guard payment.state != .paid, owed >= payment.amount else {
            try keep(database, message, Self.owner(payment), .nothingOwed)
            return .nothingOwed
        }
        try settle(database, stored, reference: message.reference, needsReceipt: false)
        try tell(payment)
        return nil
    }

    /// Whose work money is that fits no payment.
    private struct Owner {
        var unit: UnitRef
        var dossier: ID
        var code: String
    }

    private static func owner(_ payment: Payment) -> Owner {
        Owner(unit: payment.unit, dossier: payment.dossier, code: payment.dossierCode)
    }

    /// Where nobody asked for the payment, the dossier that the platform names says whose work it is.
    private func owner(_ database: Database, of message: PlatformMessage) throws -> Owner? {
        guard let id = try DossierTable.id(database, ofCode: message.dossierCode),
            let found = try DossierTable.find(database, id: id, scope: .everything, seal: seal)?.dossier
        else { return nil }
        return Owner(unit: found.unit, dossier: id, code: found.code)
    }

    /// Money is there that belongs to nothing: it is booked as such.
    private func keep(
        _ database: Database, _ message: PlatformMessage, _ owner: Owner?, _ reason: UnmatchedReason
    ) throws {
        try keep(
            database, .platform, unit: owner?.unit, reference: message.reference, amount: message.amount,
            text: message.lookupCode, reason: reason, dossier: owner?.dossier,
            dossierCode: owner?.code ?? message.dossierCode, seal: seal)
    }
}
