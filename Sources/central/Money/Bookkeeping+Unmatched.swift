import GRDB
import Models

extension Bookkeeping {
    /// Keeps money that came in and belongs to no payment, until somebody finds whose it is or gives it back.
    func keep(
        _ database: Database, _ source: MoneySource, unit: UnitRef?, reference: String, amount: Int,
        text: String, reason: UnmatchedReason, dossier: ID?, dossierCode: String?, seal: DataSeal,
        id: ID = UUIDv7.make()
    ) throws {
        let item = UnmatchedPayment(
            id: id, unit: unit, source: source, reference: reference, amount: amount, text: text,
            reason: reason, dossier: dossier, dossierCode: dossierCode, at: at, state: .open)
        try MoneyMessageTable.insert(database, item, seal: seal)
        let place = unit?.code ?? Self.nowhere
        if amount > 0 {
            try LedgerTable.post(
                database, "unmatched", subject: item.id, unit: place, officer: officer?.id, at: at,
                [
                    .init(account: Self.account(source, place), amount: amount),
                    .init(account: .unmatched(place), amount: -amount),
                ])
        }
        try audit(
            database, "unmatched", item.id, unit: place,
            ["reason": reason.rawValue, "amount": String(amount)])
        try announce(database, "unmatched", unmatched: item.id, of: place)
    }

    /// Says what money was after all: a dossier's, which is paid by it, or nobody's, and it goes back.
    func resolve(
        _ database: Database, _ item: UnmatchedPayment, _ note: String, of debtor: Debtor?, unit: UnitRef
    ) throws -> Payment? {
        guard item.state == .open else { throw ProblemError(.unmatchedResolved) }
        let place = item.unit?.code ?? Self.nowhere
        guard let debtor else {
            if item.amount > 0 {
                try LedgerTable.post(
                    database, "returned", subject: item.id, unit: place, officer: officer?.id, at: at,
                    [
                        .init(account: .unmatched(place), amount: item.amount),
                        .init(account: try returning(database, item, place), amount: -item.amount),
                    ])
            }
            try MoneyMessageTable.resolve(
                database, item.id, to: .returned, payment: nil, note: note, by: try acting().id, at: at)
            try audit(database, "unmatched_return", item.id, unit: place)
            try announce(database, "unmatched_return", unmatched: item.id, of: place)
            return nil
        }
        let dossier = debtor.dossier
        try charge(database, debtor)
        let owed = try LedgerTable.balance(database, .dossier(dossier.id))
        guard item.amount > 0, owed >= item.amount else { throw ProblemError(.nothingOwed) }
        // More is waited for than is left: its code would have too much paid. What comes all the same is kept like any
        // other money.
        if let waiting = try PaymentTable.pending(database, of: dossier.id, seal: seal)?.payment,
            waiting.amount > owed - item.amount
        {
            try cancel(
                database, waiting, to: .cancelled, reason: "Đã nộp bằng khoản \(item.reference): \(note)")
        }
        let payment = Payment(
            id: UUIDv7.make(), dossier: dossier.id, dossierCode: dossier.code, unit: unit,
            method: Self.method(item.source), state: .paid, amount: item.amount,
            refunded: 0, lines: [], officer: officer?.reference, createdAt: at, paidAt: at,
            reference: item.reference, refunds: [], note: note)
        let stored = PaymentTable.Stored(
            payment: payment, person: officer?.person,
            content: .init(
                payerName: dossier.applicant.name, payerAddress: dossier.applicant.address,
                procedureCode: dossier.procedure.code, procedureName: dossier.procedure.name))
        try PaymentTable.insert(database, stored, seal: seal)
        // It lies at the bank or the platform already, as nobody's.
        try settle(
            database, stored, reference: item.reference, needsReceipt: false, from: .unmatched(place))
        try MoneyMessageTable.resolve(
            database, item.id, to: .matched, payment: payment.id, note: note, by: try acting().id, at: at)
        try audit(database, "unmatched_match", item.id, unit: place, ["code": dossier.code])
        try announce(database, "unmatched_match", unmatched: item.id, of: place)
        return try read(database, payment.id).payment
    }

    /// Where money lies that not even a unit is known of.
    static let nowhere = "-"

    /// Where money that goes back leaves from. What the post handed over already lies at the bank.
    private func returning(_ database: Database, _ item: UnmatchedPayment, _ place: String) throws
        -> LedgerAccount
    {
        if item.source == .post, try ShipmentTable.isSettled(database, tracking: item.reference) {
            return .bank(place)
        }
        return Self.account(item.source, place)
    }

    private static func account(_ source: MoneySource, _ unit: String) -> LedgerAccount {
        switch source {
        case .bank: .bank(unit)
        case .platform: .platform(unit)
        case .post: .post(unit)
        }
    }

    private static func method(_ source: MoneySource) -> PaymentMethod {
        switch source {
        case .bank: .transfer
        case .platform: .online
        case .post: .cod
        }
    }
}
