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
        let isNew = try MoneyMessageTable.record(
            database, .platform, reference: message.reference,
            state: message.outcome == .paid ? "paid" : message.outcome.rawValue,
            unit: stored?.payment.unit.code, amount: message.amount, day: message.day ?? at.date, at: at,
            payment: id)
        guard isNew else {
            return try MoneyMessageTable.problem(database, .platform, reference: message.reference)
        }
        guard let stored, let debtor else {
            guard message.outcome == .paid else { return .notFound }
            try keep(database, message, nil, .unknownPayment)
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
            try keep(database, message, payment, .amountMismatch)
            return .amountMismatch
        }
        try charge(database, debtor)
        let owed = try LedgerTable.balance(database, .dossier(payment.dossier))
        guard payment.state != .paid, owed >= payment.amount else {
            try keep(database, message, payment, .nothingOwed)
            return .nothingOwed
        }
        try settle(database, stored, reference: message.reference, needsReceipt: false)
        try tell(payment)
        return nil
    }

    /// Money is there that belongs to nothing: it is booked as such.
    private func keep(
        _ database: Database, _ message: PlatformMessage, _ payment: Payment?, _ reason: UnmatchedReason
    ) throws {
        try keep(
            database, .platform, unit: payment?.unit, reference: message.reference, amount: message.amount,
            text: message.lookupCode, reason: reason, dossier: payment?.dossier,
            dossierCode: payment?.dossierCode ?? message.dossierCode, seal: seal)
    }
}
